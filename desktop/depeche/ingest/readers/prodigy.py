"""Prodigy's JSONL: a task a line, with the answer that an annotator gave it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from depeche.core.article import State
from depeche.core.record import Record
from depeche.errors import InputError
from depeche.ingest.foreign import Made, each, entries_in, lost, marks_of, text_in, whose
from depeche.ingest.json_kinds import PRODIGY, kind_of
from depeche.ingest.particulars import described
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr

_ITS_OWN = frozenset("text tokens spans meta answer relations _input_hash _task_hash _view_id".split())
_ITS_OWN |= frozenset("_session_id _annotator_id _timestamp _is_binary config".split())
_OF_TOKENS = frozenset(("token_start", "token_end"))


def _recognises(source: Source, head: bytes) -> bool:
    return kind_of(source, head) == PRODIGY


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield the tasks. What was accepted is an annotator's finished reading; what was ignored is to be looked at again;
    what was rejected are marks that somebody rejected, of a reading that isn't finished."""
    return each(source, asked, _made)


def _made(data: Any, name: str) -> Made:
    text = text_in(data, "text")
    answer = data.get("answer")
    if answer not in (None, "accept", "reject", "ignore"):
        raise InputError(tr("« answer » doit être l’un de : {allowed}", allowed="accept, reject, ignore"))
    by = whose(data.get("_annotator_id")) or whose(data.get("_session_id"))
    status = {"accept": "accepted", "reject": "rejected"}.get(answer or "")
    marks = marks_of([_entry(one, status, by) for one in entries_in(data, "spans")], text)
    meta = data.get("meta") or {}
    if not isinstance(meta, dict):
        raise InputError(tr("le champ « meta » n’est pas un objet"))
    said = {key: value for key, value in data.items() if key not in _ITS_OWN}
    article, note = described(text, {**said, **meta}, name=name)
    state = {"accept": State.DONE, "ignore": State.FLAGGED}.get(answer or "")
    notes = [note, lost(len(entries_in(data, "relations")), tr("relation qui n’est pas reprise"))]
    if answer == "ignore":
        notes.append(tr("ignoré dans Prodigy, donc à revoir"))
    elif answer == "reject":
        notes.append(tr("rejeté dans Prodigy"))
    return Made(Record(article, marks, state, by), tuple(notes))


def _entry(one: Any, status: str | None, by: str | None) -> Any:
    """Return a span as Dépêche writes one; the words of its tokens aren't kept, for its offsets say where it is."""
    if not isinstance(one, dict):
        return one
    entry = {key: value for key, value in one.items() if key not in _OF_TOKENS}
    if status is not None and entry.get("status") is None:
        entry["status"] = status
    if by is not None and entry.get("by") is None:
        entry["by"] = by
    return entry


READER = Reader(PRODIGY, lambda: tr("Prodigy"), _recognises, _read)
