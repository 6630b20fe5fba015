"""Label Studio's JSON and JSON-MIN: tasks with the annotations of several people, and predictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from depeche.core.article import State
from depeche.core.record import Record
from depeche.errors import InputError
from depeche.ingest.counting import settle, utf_16
from depeche.ingest.foreign import Made, each, entries_in, lost, marks_of, text_in, whose
from depeche.ingest.json_kinds import LABEL_STUDIO, kind_of
from depeche.ingest.particulars import described, roles
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr

_ORIGINS = {"manual": "added", "prediction": "accepted", "prediction-changed": "corrected"}
_BOOKKEEPING = frozenset(
    "annotation_id annotator created_at updated_at lead_time text_id predictions annotations completions data".split()
)


def _recognises(source: Source, head: bytes) -> bool:
    return kind_of(source, head) == LABEL_STUDIO


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield the tasks. People's regions are theirs, with what became of a prediction; predictions are suggestions."""
    return each(source, asked, _made)


def _made(data: Any, name: str) -> Made:
    if not isinstance(data, dict):
        raise InputError(tr("ce n’est pas un objet"))
    return _task(data, name) if isinstance(data.get("data"), dict) else _short(data, name)


def _task(data: dict[str, Any], name: str) -> Made:
    entries: list[dict[str, Any]] = []
    states: dict[str, State] = {}
    other: Counter[str] = Counter()
    unnamed: State | None = None
    for work in [*entries_in(data, "annotations"), *entries_in(data, "completions")]:
        if not isinstance(work, dict):
            raise InputError(tr("une annotation n’est pas un objet"))
        by = whose(work.get("completed_by")) or whose(work.get("created_username"))
        results = entries_in(work, "result")
        cancelled = bool(work.get("was_cancelled"))
        if cancelled:
            other[tr("passage d’une annotation annulée")] += len(results)
        state = State.SKIPPED if cancelled else State.DONE
        if by is None:
            unnamed = state
        elif states.get(by) is not State.DONE:
            states[by] = state
        for one in [] if cancelled else results:
            entries += _regions(one, {"by": by} if by else {}, other)
    drafts = [draft for draft in entries_in(data, "drafts") if isinstance(draft, dict)]
    other[tr("passage d’un brouillon, qui n’a pas été envoyé")] += sum(len(entries_in(one, "result")) for one in drafts)
    for guess in entries_in(data, "predictions"):
        if not isinstance(guess, dict):
            continue  # old exports give only its number
        said = {"status": "suggested", "source": whose(guess.get("model_version")) or "Label Studio"}
        for one in entries_in(guess, "result"):
            score = one.get("score", guess.get("score")) if isinstance(one, dict) else None
            entries += _regions(one, said if score is None else {**said, "score": score}, other)
    details = data["data"]
    text, field = _text(details)
    entries, counted = _in_code_points(entries, text)
    meta = data.get("meta")
    said = {key: value for key, value in details.items() if key != field}
    article, note = described(text, {**(meta if isinstance(meta, dict) else {}), **said}, name=name)
    notes = [note, counted, *(lost(n, what) for what, n in other.items())]
    return Made(Record(article, marks_of(entries, text), unnamed, states=states), tuple(notes))


def _short(data: dict[str, Any], name: str) -> Made:
    """Read a task of JSON-MIN: its data and regions side by side, of one annotator."""
    by = whose(data.get("annotator"))
    entries: list[dict[str, Any]] = []
    other: Counter[str] = Counter()
    rest = {}
    for key, said in data.items():
        if isinstance(said, list) and said and all(isinstance(one, dict) and "labels" in one for one in said):
            for value in said:
                entries += _regions({"type": "labels", "value": value}, {"by": by} if by else {}, other)
        elif key not in _BOOKKEEPING:
            rest[key] = said
    text, field = _text(rest)
    entries, counted = _in_code_points(entries, text)
    article, note = described(text, {key: value for key, value in rest.items() if key != field}, name=name)
    states = {by: State.DONE} if by else {}
    notes = (note, counted, *(lost(n, what) for what, n in other.items()))
    return Made(Record(article, marks_of(entries, text), None if by else State.DONE, states=states), notes)


def _regions(one: Any, said: Mapping[str, Any], other: Counter[str]) -> list[dict[str, Any]]:
    """Return a result's marks, one for each of its labels; what isn't a region of the text is counted in `other`."""
    value = one.get("value") if isinstance(one, dict) else None
    kind = one.get("type") if isinstance(one, dict) else None
    if not isinstance(value, dict) or "start" not in value or not isinstance(value.get(str(kind), ()), list):
        other[tr("résultat « {kind} » qui n’est pas repris", kind=str(kind)[:40])] += 1
        return []
    labels = value.get(str(kind)) or value.get("labels")
    if not isinstance(labels, list) or not labels:
        other[tr("passage sans étiquette")] += 1
        return []
    entry = {"start": value["start"], "end": value.get("end"), **said}
    if "status" not in entry:
        entry["status"] = _ORIGINS.get(str(one.get("origin")), "added")
    if isinstance(value.get("text"), str):
        entry["text"] = value["text"]
    entry |= _kept(one.get("meta"), entry)
    return [{**entry, "label": label} for label in labels]


def _kept(meta: Any, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a region says beside its labels: our own words of it, if it came from here, else the notes on it."""
    if not isinstance(meta, dict):
        return {}
    ours = meta.get("depeche")
    if isinstance(ours, dict):
        attrs = ours.get("attrs")
        said = {**(attrs if isinstance(attrs, dict) else {}), **ours}
        hidden = {"attrs", "start", "end", "label", "text"} | ({"status"} if entry["status"] == "suggested" else set())
        return {key: found for key, found in said.items() if key not in hidden}
    notes = {"note" if key == "text" else key: found for key, found in meta.items() if found not in (None, "", [])}
    return {key: found for key, found in notes.items() if key not in entry}


def _text(details: Mapping[str, Any]) -> tuple[str, str]:
    """Return a task's text and the name of its field: the one so named, else the only one that it can be."""
    named = roles([name for name, value in details.items() if isinstance(value, str)]).get("text")
    texts = [name for name, value in details.items() if isinstance(value, str)]
    if named is None and len(texts) == 1:
        named = texts[0]
    if named is None:
        names = ", ".join(tr("« {name} »", name=name[:40]) for name in texts[:20]) or "–"
        raise InputError(tr("on ne sait pas quel champ est le texte (champs : {names})", names=names))
    return text_in(details, named), named


def _in_code_points(entries: list[dict[str, Any]], text: str) -> tuple[list[dict[str, Any]], str]:
    """Return the entries counted in code points, from UTF-16 where their words stand only so, and what to say of it."""
    if text.isascii():
        return entries, ""
    quoted = [
        (one["start"], one["end"], one["text"])
        for one in entries
        if isinstance(one.get("text"), str) and all(type(one[at]) is int for at in ("start", "end"))
    ]
    units = utf_16(text)
    count = settle(text, quoted, (units,)) if units.shifts else None
    if units.shifts and entries and not quoted:
        return entries, tr("positions lues comme comptées en caractères, sans mots pour le vérifier")
    if count is not units:
        return entries, ""
    turned = [
        {**one, "start": units.code_point(one["start"]), "end": units.code_point(one["end"])}
        if type(one["start"]) is int and type(one["end"]) is int
        else one
        for one in entries
    ]
    return turned, tr("positions comptées en UTF-16 dans le fichier, converties")


READER = Reader(LABEL_STUDIO, lambda: tr("Label Studio"), _recognises, _read)
