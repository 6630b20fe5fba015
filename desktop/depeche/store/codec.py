"""Values to rows and JSON, and back. Knows the shape of both, writes no SQL."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Result

from depeche.core.actor import Actor
from depeche.core.article import DateOrigin, State
from depeche.core.change import Aside, Item, Joined, LabelSet, Moved, Part, Published, Standing, Unmasked
from depeche.core.note import Note
from depeche.core.scheme_diff import Renames
from depeche.core.span import Span, Value
from depeche.core.suggestion import Outcome, Suggestion, Verdict
from depeche.core.worth import sought_columns
from depeche.errors import UserError
from depeche.messages import tr

Row = Mapping[Any, Any]

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)  # made once: an import writes half a million
_quoted = json.encoder.encode_basestring
_CONTENT = ("key", "start", "end", "label", "kind", "value", "attrs")


def value_to_json(value: Value) -> str | list[str] | None:
    """Return a span's value as JSON holds it: several names become a list."""
    return list(value) if isinstance(value, tuple) else value


def value_from_json(value: Any) -> Value:
    """Return a span's value from JSON."""
    return tuple(value) if isinstance(value, list) else value


def _has_nul(said: Any) -> bool:
    if isinstance(said, str):
        return "\0" in said
    if isinstance(said, Mapping):
        return any(map(_has_nul, said)) or any(map(_has_nul, said.values()))
    return isinstance(said, list | tuple) and any(map(_has_nul, said))


def content_to_row(one: Span | Suggestion) -> dict[str, Any]:
    """Return the columns that spans and suggestions share. Raises UserError for a NUL: our own reader refuses one."""
    if _has_nul(one.value) or _has_nul(one.attrs):
        raise UserError(tr("Un caractère nul s’y trouve : ce n’est pas du texte. Rien n’a été changé."))
    return {
        "key": one.key,
        "start": one.start,
        "end": one.end,
        "label": one.label,
        "kind": one.kind,
        "value": value_to_json(one.value),
        "attrs": dict(one.attrs),
    }


def span_to_row(span: Span) -> dict[str, Any]:
    """Return a span's columns, without its reading; the digest lets damage be noticed."""
    row = content_to_row(span) | {"suggestion": span.suggestion}
    return row | sought_columns(span.value, span.attrs) | {"digest": span_digest(row)}


def span_digest(row: Row) -> str:
    """Return a SHA-256 over what a span says. `PRAGMA integrity_check` doesn't see a changed byte; this does."""
    return _digest(row, (*_CONTENT, "suggestion"))


def is_found_by_value(row: Row) -> bool:
    """Tell whether the columns that a value is sought in are those of the value."""
    wanted = sought_columns(value_from_json(row["value"]), row["attrs"])
    return all(row[name] == said for name, said in wanted.items())


def suggestion_digest(row: Row) -> str:
    """Return the same over what a suggestion says."""
    return _digest(row, (*_CONTENT, "source", "version", "score", "reason"))


def article_digest(row: Row) -> str:
    """Return the same over what is known of an article; its text has a hash of its own."""
    return _digest(row, ("key", "name", "title", "date", "date_origin", "source", "url", "meta", "extra"))


def _digest(row: Row, fields: tuple[str, ...]) -> str:
    said = f"[{', '.join([_json(row[name]) for name in fields])}]"
    return hashlib.sha256(said.encode("utf-8")).hexdigest()


def _json(said: Any) -> str:
    """Return what `_JSON` does, at once for what is plain: it takes longer to begin than to write that."""
    if said is None:
        return "null"
    if type(said) is str:
        return _quoted(said)
    if type(said) is int:
        return str(said)
    return "{}" if said == {} else _JSON.encode(said)


def plain_rows(found: Result[Any]) -> Iterator[dict[str, Any]]:
    """Yield rows as dictionaries: thousands that are read by name cost half as much so."""
    names = list(found.keys())
    return (dict(zip(names, row, strict=True)) for row in found)


def span_from_row(row: Row) -> Span:
    """Return a span from its columns."""
    return Span(
        row["start"],
        row["end"],
        row["label"],
        row["kind"],
        value_from_json(row["value"]),
        row["attrs"],
        row["key"],
        row["suggestion"],
    )


def suggestion_from_row(row: Row) -> Suggestion:
    """Return a suggestion from its columns."""
    return Suggestion(
        row["start"],
        row["end"],
        row["label"],
        row["kind"],
        value_from_json(row["value"]),
        row["attrs"],
        row["source"],
        row["version"],
        row["score"],
        row["reason"],
        row["key"],
    )


def verdict_from_row(row: Row) -> Verdict:
    """Return a verdict from its columns."""
    return Verdict(
        row["suggestion"],
        Outcome(row["outcome"]),
        row["span"],
        row["moved"],
        row["relabelled"],
        row["revalued"],
    )


def verdict_to_row(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict's columns, without its reading."""
    return {
        "suggestion": verdict.suggestion,
        "outcome": verdict.outcome.value,
        "span": verdict.span,
        "moved": verdict.moved,
        "relabelled": verdict.relabelled,
        "revalued": verdict.revalued,
    }


def actor_to_row(actor: Actor) -> dict[str, Any]:
    """Return an actor's columns."""
    row = {
        "key": actor.key,
        "label": actor.label,
        "name": actor.name,
        "kind": actor.kind,
        "state": actor.state,
        "aliases": list(actor.aliases),
    }
    return row | {"digest": actor_digest(row)}


def actor_digest(row: Row) -> str:
    """Return a SHA-256 over what is known of an actor."""
    return _digest(row, ("key", "label", "name", "kind", "state", "aliases"))


def actor_from_row(row: Row) -> Actor:
    """Return an actor from its columns."""
    return Actor(row["name"], row["label"], row["kind"], row["state"], tuple(row["aliases"]), row["key"])


def note_to_row(note: Note) -> dict[str, Any]:
    """Return a note's columns, without its article and annotator."""
    row = {
        "key": note.key,
        "number": note.number,
        "start": note.start,
        "end": note.end,
        "words": note.words,
        "label": note.label,
        "mark": note.mark,
        "text": note.text,
    }
    return row | {"digest": note_digest(row)}


def note_digest(row: Row) -> str:
    """Return a SHA-256 over what a note says."""
    return _digest(row, ("key", "number", "start", "end", "words", "label", "mark", "text"))


def note_from_row(row: Row) -> Note:
    """Return a note from its columns."""
    return Note(
        row["start"], row["end"], row["words"], row["text"], row["label"], row["mark"], row["key"], row["number"]
    )


def stretches_from_json(data: Any) -> tuple[tuple[int, int], ...]:
    """Return stretches of a text from JSON; none where there is nothing."""
    return tuple((start, end) for start, end in data or ())


def part_to_json(part: Part) -> dict[str, Any]:
    """Return a part of a change as the journal keeps it."""
    return {
        "article": part.article,
        "before": [_item_to_json(item) for item in part.before],
        "after": [_item_to_json(item) for item in part.after],
    }


def part_from_json(data: Row) -> Part:
    """Return a part of a change from the journal."""
    return Part(
        data["article"],
        tuple(_item_from_json(item) for item in data["before"]),
        tuple(_item_from_json(item) for item in data["after"]),
    )


def _item_to_json(item: Item) -> dict[str, Any]:
    match item:
        case Span():
            return {"span": content_to_row(item) | {"suggestion": item.suggestion}}
        case Verdict():
            return {"verdict": verdict_to_row(item)}
        case Standing():
            return {"state": item.state.value}
        case Published():
            return {"date": item.date, "origin": item.origin.value}
        case Unmasked():
            return {"unmasked": [list(stretch) for stretch in item.stretches]}
        case Actor():
            return {"actor": actor_to_row(item)}
        case Aside():
            return {"aside": item.finding}
        case Note():
            return {"note": note_to_row(item)}
        case LabelSet():
            kinds = [[label, old, new] for (label, old), new in item.renames.kinds.items()]
            renames = {"labels": dict(item.renames.labels), "kinds": kinds, "merges": dict(item.renames.merges)}
            return {"scheme": item.toml, "kept": item.kept, "renames": renames}
        case Joined():
            moved = [[one.table, one.label, one.kind, one.into, one.into_kind, _run(one.keys)] for one in item.moved]
            sides = ([[whose, _item_to_json(one)] for whose, one in side] for side in (item.before, item.after))
            return {"joined": {"moved": moved, "retired": _run(item.retired), "sides": list(sides)}}


def _item_from_json(data: Row) -> Item:
    if "span" in data:
        return span_from_row(data["span"])
    if "verdict" in data:
        return verdict_from_row(data["verdict"])
    if "state" in data:
        return Standing(State(data["state"]))
    if "unmasked" in data:
        return Unmasked(stretches_from_json(data["unmasked"]))
    if "actor" in data:
        return actor_from_row(data["actor"])
    if "aside" in data:
        return Aside(data["aside"])
    if "note" in data:
        return note_from_row(data["note"])
    if "scheme" in data:
        kinds = {(label, old): new for label, old, new in data["renames"]["kinds"]}
        renames = Renames(data["renames"]["labels"], kinds, data["renames"].get("merges", {}))
        return LabelSet(data["scheme"], data["kept"], renames)
    if "joined" in data:
        said = data["joined"]
        moved = tuple(Moved(one[0], one[1], one[2], one[3], one[4], _keys(one[5])) for one in said["moved"])
        before, after = (tuple((whose, _item_from_json(one)) for whose, one in side) for side in said["sides"])
        return Joined(moved, _keys(said["retired"]), before, after)  # type: ignore[arg-type]  # as they were written
    return Published(data["date"], DateOrigin(data["origin"]))


def _run(keys: Iterable[str]) -> str:
    """Return keys as one run of digits: of a hundred thousand, half the room of a list."""
    return "".join(keys).replace("-", "")


def _keys(run: str) -> tuple[str, ...]:
    return tuple(str(UUID(run[at : at + 32])) for at in range(0, len(run), 32))
