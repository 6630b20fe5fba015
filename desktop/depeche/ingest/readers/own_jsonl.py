"""Dépêche's own JSONL: an article a line, with all that is known of it; also as an array. A plain `text` is ours."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.core.record import Record
from depeche.core.record_reader import from_line
from depeche.errors import InputError
from depeche.ingest.foreign import bounded
from depeche.ingest.json_kinds import OWN, kind_of
from depeche.ingest.json_pieces import pieces
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr

_MARKS = frozenset("entities ents label labels annotations annotation_sets".split())
"""Fields in which other tools keep marks."""


def _recognises(source: Source, head: bytes) -> bool:
    return kind_of(source, head) == OWN


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    return bounded(_found(source))


def _found(source: Source) -> Iterator[Found]:
    for place, piece in pieces(source):
        record = _record(piece)
        yield Found(record, place, "" if isinstance(record, InputError) else _unread(record), named=True)


def _unread(record: Record) -> str:
    """Return what to tell of lists that would be marks in another tool's file: they are kept, not read."""
    names = sorted(name for name in _MARKS & record.article.extra.keys() if record.article.extra[name])
    said = ", ".join(tr("« {name} »", name=name) for name in names)
    return tr("gardé tel quel, sans y lire de passages : {names}", names=said) if names else ""


def _record(piece: str | InputError) -> Record | InputError:
    if isinstance(piece, InputError):
        return piece
    try:
        return from_line(piece, None)
    except InputError as error:
        return error


READER = Reader(OWN, lambda: tr("JSONL de Dépêche"), _recognises, _read)
