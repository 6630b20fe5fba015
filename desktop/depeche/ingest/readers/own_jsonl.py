"""Dépêche's own JSONL: an article a line, with all that is known of it; also as an array. A plain `text` is ours."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.core.record import Record
from depeche.core.record_reader import from_line
from depeche.errors import InputError
from depeche.ingest.json_kinds import OWN, kind_of
from depeche.ingest.json_pieces import pieces
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr


def _recognises(source: Source, head: bytes) -> bool:
    return kind_of(source, head) == OWN


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    for place, piece in pieces(source):
        yield Found(_record(piece), place, named=True)


def _record(piece: str | InputError) -> Record | InputError:
    if isinstance(piece, InputError):
        return piece
    try:
        return from_line(piece, None)
    except InputError as error:
        return error


READER = Reader(OWN, lambda: tr("JSONL de Dépêche"), _recognises, _read)
