"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.core.article import Article, DateOrigin
from depeche.core.record import Record
from depeche.core.record_reader import first_line
from depeche.errors import InputError
from depeche.ingest.decoding import decode
from depeche.ingest.inferred_date import infer_date
from depeche.ingest.mojibake import mended
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr


def _recognises(source: Source, head: bytes) -> bool:
    return True  # asked last: what isn't text is refused by the decoding, which says why


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield the article exactly as decoded, less the byte order mark, and repaired only if asked.

    Its title is the first line that isn't blank, if titled. The publication date is inferred from the file's name or
    the first lines, or unknown.
    """
    text, encoding = decode(source.data(), asked.encoding)
    text, said = mended(text, asked.repair)
    if not text.strip():
        raise InputError(tr("le fichier est vide"))
    date = infer_date(source.name, text)
    article = Article(
        text=text,
        title=first_line(text) if asked.titled else "",
        name=source.label,
        date=date,
        date_origin=DateOrigin.INFERRED if date else DateOrigin.UNKNOWN,
    )
    notes = [tr("lu comme {encoding}", encoding=encoding)] if encoding != "utf-8" else []
    yield Found(Record(article), note=", ".join([*notes, *([said] if said else [])]))


READER = Reader("text", lambda: tr("Texte"), _recognises, _read)
