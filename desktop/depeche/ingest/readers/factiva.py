"""Articles from Factiva saved as HTML, with codes or plain, in whatever language the portal spoke; or as XML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.ingest.factiva_article import article_of
from depeche.ingest.factiva_xml import read_xml
from depeche.ingest.markup import narrow
from depeche.ingest.press_review import beginning, read_articles
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr

_HINT = re.compile(rb"factiva|[\"' ][a-z]{2,6}Article\b", re.IGNORECASE)
_ARTICLE = re.compile(rb"<div[^>]{0,300}\bclass\s*=\s*[\"']?article\s+[a-z]{2,6}Article\b", re.IGNORECASE)
_XML = re.compile(rb"<(?:\w{1,40}:)?(?:ppsarticle|ppsArticleResponse)[\s>]")


def _recognises(source: Source, head: bytes) -> bool:
    return _ARTICLE.search(beginning(source, head, _HINT)) is not None


def _recognises_xml(source: Source, head: bytes) -> bool:
    return _XML.search(narrow(head)) is not None


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    return read_articles(source, asked, _ARTICLE, article_of)


READER = Reader("factiva", lambda: tr("Articles de Factiva (HTML)"), _recognises, _read)
XML_READER = Reader("factiva-xml", lambda: tr("Articles de Factiva (XML)"), _recognises_xml, read_xml)
