"""doccano's JSONL and JSON: spans as triples, or as entities with relations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from depeche.core.record import Record
from depeche.errors import InputError
from depeche.ingest.foreign import Made, each, entries_in, lost, marks_of, text_in
from depeche.ingest.json_kinds import DOCCANO, kind_of
from depeche.ingest.particulars import described
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr

_ITS_OWN = frozenset("text label labels entities relations Comments comments meta cats".split())
_NAMED = {"start_offset": "start", "end_offset": "end"}


def _recognises(source: Source, head: bytes) -> bool:
    return kind_of(source, head) == DOCCANO


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield the articles. The annotator isn't in a record: doccano names a file of its archive after each."""
    return each(source, asked, partial(_made, file=source))


def _made(data: Any, name: str, *, file: Source) -> Made:
    text = text_in(data, "text", "data")
    entries = [_entry(one) for field in ("label", "labels", "entities") for one in entries_in(data, field)]
    by = _annotator(data, file)
    marks = marks_of([entry if by is None else {**entry, "by": by} for entry in entries], text)
    meta = data.get("meta")
    said = {key: value for key, value in data.items() if key not in _ITS_OWN and value is not text}
    said |= meta if isinstance(meta, dict) else {"meta": meta} if meta else {}
    if comments := data.get("Comments") or data.get("comments"):
        said["comments"] = comments
    article, note = described(text, said, name=name)
    relations = lost(len(entries_in(data, "relations")), tr("relation qui n’est pas reprise"))
    return Made(Record(article, marks, annotator=by if marks else None), (note, relations))


def _annotator(data: dict[str, Any], file: Source) -> str | None:
    """Return whose the record is, where doccano says so: its archives hold a file a person, or « all » for them all."""
    exported = "Comments" in data and "id" in data
    name = file.name.rsplit(".", 1)[0]
    return name if exported and file.packed and name not in ("all", "unknown") else None


def _entry(one: Any) -> dict[str, Any]:
    if isinstance(one, list) and len(one) == 3:
        return dict(zip(("start", "end", "label"), one, strict=True))
    if isinstance(one, dict):
        return {_NAMED.get(str(key), str(key)): value for key, value in one.items() if key != "id"}
    raise InputError(tr("une annotation n’est ni une liste [début, fin, étiquette] ni un objet"))


READER = Reader(DOCCANO, lambda: tr("doccano"), _recognises, _read)
