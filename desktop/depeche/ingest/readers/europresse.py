"""A press review from Europresse (Eureka) saved as HTML, in today's form or that before 2014: many articles a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.ingest.europresse_article import article_of
from depeche.ingest.europresse_old import old_article_of
from depeche.ingest.press_review import beginning, read_articles
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr

_HINT = re.compile(rb"docpublicationname|europresse|eureka\.cc|cedrom", re.IGNORECASE)
_JOURNAL = re.compile(rb"<(?:span|div)[^>]{0,100}class=[\"']?[^>\"']{0,60}\bDocPublicationName\b", re.IGNORECASE)
_ARTICLE = re.compile(rb"<article[\s>]", re.IGNORECASE)
_OLD = re.compile(rb"<span[^>]{0,100}class=[\"']?DocPublicationName\b", re.IGNORECASE)


def _recognises(source: Source, head: bytes) -> bool:
    return _JOURNAL.search(beginning(source, head, _HINT)) is not None


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    page = beginning(source, source.head(), _HINT)
    if _ARTICLE.search(page):
        return read_articles(source, asked, _ARTICLE, article_of)
    return read_articles(source, asked, _OLD, old_article_of)


READER = Reader("europresse", lambda: tr("Revue de presse Europresse (HTML)"), _recognises, _read)
