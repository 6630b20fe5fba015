"""Web pages that a browser saved with their pictures in one file (.mhtml), in the form of a mail: read as web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.errors import InputError
from depeche.ingest.library import library
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.readers.mail import LIMIT, has_headers, header, parsed
from depeche.ingest.readers.web import page
from depeche.ingest.source import Source
from depeche.messages import tr

_SUFFIXES = ".mht", ".mhtml"
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_PAGE = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^(?:snapshot-content-location:|from:\s*\"?<saved by )", re.IGNORECASE | re.MULTILINE)


def _recognises(source: Source, head: bytes) -> bool:
    headers = _BLANK_LINE.split(head, maxsplit=1)[0]
    is_saved = source.suffix in _SUFFIXES or bool(_SAVED.search(headers))
    return is_saved and bool(_PAGE.search(headers)) and has_headers(head, named_so=True)


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield the article of the first page in it. The day in its headers, that of saving, isn't the article's."""
    message = parsed(source.data(LIMIT))
    with library(tr("ce n’est pas une page web lisible")):
        part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
        if part is None:
            raise InputError(tr("le fichier ne contient pas de page web"))
        data, charset = bytes(part.get_payload(decode=True) or b""), part.get_content_charset()
    url = header(message, "Snapshot-Content-Location") or header(part, "Content-Location")
    yield page(data, source, asked, url.strip(), charset)


READER = Reader("mhtml", lambda: tr("Page web en un seul fichier (MHTML)"), _recognises, _read)
