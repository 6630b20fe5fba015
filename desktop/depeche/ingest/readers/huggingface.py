"""The JSONL of a Hugging Face folder that Dépêche wrote: its columns hold as text what has no column of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from depeche.core.record_reader import from_data
from depeche.errors import InputError
from depeche.ingest.foreign import bounded, entries_in
from depeche.ingest.json_kinds import HUGGING_FACE, kind_of
from depeche.ingest.json_pieces import parse, pieces
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr

_ANEW = frozenset("tokens ner_tags licence".split())
"""Columns that are made of the others."""


def _recognises(source: Source, head: bytes) -> bool:
    return kind_of(source, head) == HUGGING_FACE


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    return bounded(_found(source))


def _found(source: Source) -> Iterator[Found]:
    for place, piece in pieces(source):
        try:
            if isinstance(piece, InputError):
                raise piece
            yield Found(from_data(_as_ours(parse(piece)), None), place, named=True)
        except InputError as error:
            yield Found(error, place)


def _as_ours(row: Any) -> dict[str, Any]:
    """Return a row as an article of our own JSONL. Raises InputError."""
    if not isinstance(row, dict):
        raise InputError(tr("ce n’est pas un objet"))
    data = {name: said for name, said in row.items() if name not in _ANEW and said is not None}
    data["meta"] = _object(data, "meta")
    extra = _object(data, "extra")
    data.pop("extra", None)
    return {**extra, **data, "spans": [_span(one) for one in entries_in(row, "spans")]}


def _span(one: Any) -> Any:
    """Return a span: a value that is a list of one stands for what isn't a list, as most values are."""
    if not isinstance(one, dict):
        return one
    entry = {name: said for name, said in one.items() if said is not None}
    attributes = _object(entry, "attributes")
    entry.pop("attributes", None)
    value = entry.get("value")
    if isinstance(value, list) and len(value) == 1:
        entry["value"] = value[0]
    if "annotator" in entry:
        entry["by"] = entry.pop("annotator")
    return {**attributes, **entry}


def _object(data: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the object that stands as JSON in a column, empty where nothing does. Raises InputError."""
    said = data.get(name)
    found = parse(said) if isinstance(said, str) else {} if said is None else said
    if not isinstance(found, dict):
        raise InputError(tr("le champ « {name} » n’est pas un objet", name=name))
    return found


READER = Reader(HUGGING_FACE, lambda: tr("Hugging Face (JSONL de Dépêche)"), _recognises, _read)
