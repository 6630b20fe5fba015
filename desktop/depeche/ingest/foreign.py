"""What the readers of other tools' JSON have in common: a record at a time, marks held to the text, no text lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from depeche.core.mark_reader import read_mark
from depeche.core.record import STATUSES, Mark, Record
from depeche.errors import InputError
from depeche.ingest.json_pieces import parse, pieces
from depeche.ingest.particulars import untitled
from depeche.ingest.reader import Asked, Found
from depeche.ingest.source import Source
from depeche.messages import number, tr

MOST = 200_000
"""Marks of one article; beyond, it isn't one."""
_REFUSED = 10_000
"""Refusals of one file after which it isn't what it looks like: each is kept and shown."""


@dataclass(frozen=True, slots=True)
class Made:
    """An article out of a record, with half sentences to tell of it."""

    record: Record
    notes: tuple[str, ...] = ()


def bounded(found: Iterator[Found]) -> Iterator[Found]:
    """Yield what is found, and raise InputError after too many refusals."""
    refused = 0
    for one in found:
        yield one
        refused += isinstance(one.record, InputError)
        if refused >= _REFUSED:
            raise InputError(
                tr("plus de {most} articles y sont refusés ; la suite n’est pas lue", most=number(_REFUSED))
            )


def check_number(marks: int) -> None:
    """Raise InputError for more marks than an article has."""
    if marks > MOST:
        raise InputError(tr("il a plus de {most} passages", most=number(MOST)))


def each(source: Source, asked: Asked, made: Callable[[Any, str], Made]) -> Iterator[Found]:
    """Yield what `made` makes of each record, given the name of an article without identifier, or why it can't."""
    return bounded(_each(source, asked, made))


def _each(source: Source, asked: Asked, made: Callable[[Any, str], Made]) -> Iterator[Found]:
    for rank, (place, piece) in enumerate(pieces(source), 1):
        name = f"{source.label}-{rank}" if place else source.label
        try:
            if isinstance(piece, InputError):
                raise piece
            one = made(parse(piece), name)
        except InputError as error:
            yield Found(error, place)
            continue
        record = one.record if asked.titled else replace(one.record, article=untitled(one.record.article))
        marks, twice = once(record.marks)
        note = ", ".join(said for said in (*one.notes, twice) if said)
        # Not `named`: in other tools the parts of a text often share an identifier.
        yield Found(replace(record, marks=marks), place, note)


def once(marks: Sequence[Mark]) -> tuple[tuple[Mark, ...], str]:
    """Return the marks without those that are there already, and the half sentence on these, empty for none."""
    kept = tuple(dict.fromkeys(marks))
    more = len(marks) - len(kept)
    return kept, tr("un passage en double, pris une fois|%n passages en double, pris une fois", more) if more else ""


def text_in(data: Any, *names: str) -> str:
    """Return the text in the first of these fields that there is. Raises InputError."""
    if not isinstance(data, dict):
        raise InputError(tr("ce n’est pas un objet"))
    text = next((data[name] for name in names if name in data), None)
    if not isinstance(text, str):
        raise InputError(tr("le champ « {name} » manque ou n’est pas comme il doit être", name=names[0]))
    if not text.strip():
        raise InputError(tr("le texte est vide"))
    return text


def entries_in(data: Mapping[str, Any], name: str) -> list[Any]:
    """Return a list that may be absent. Raises InputError where it is something else."""
    said = data.get(name)
    if said is None:
        return []
    if not isinstance(said, list):
        raise InputError(tr("le champ « {name} » n’est pas une liste", name=name))
    return said


def marks_of(entries: list[dict[str, Any]], text: str) -> tuple[Mark, ...]:
    """Return marks of entries as Dépêche writes them, each held to the text. Raises InputError for what is wrong."""
    check_number(len(entries))
    return tuple(read_mark(fitting(entry), rank, text, None) for rank, entry in enumerate(entries, 1))


def fitting(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry with what has one of our names and isn't ours under another: `file_status`, `file_score`."""
    if not isinstance(entry, dict):
        return entry
    strange = [name for name, fits in _OURS.items() if name in entry and not fits(entry[name])]
    return {f"file_{name}" if name in strange else name: said for name, said in entry.items()} if strange else entry


def _is_words(said: Any) -> bool:
    return said is None or isinstance(said, str)


def _is_number(said: Any) -> bool:
    return said is None or (isinstance(said, int | float) and not isinstance(said, bool))


def _is_value(said: Any) -> bool:
    return _is_words(said) or _is_number(said) or (isinstance(said, list) and all(isinstance(one, str) for one in said))


_OURS: dict[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("kind", "by", "source", "version", "reason"), _is_words),
    "status": lambda said: said is None or (isinstance(said, str) and said in STATUSES),
    "score": _is_number,
    "value": _is_value,
}


def whose(said: Any) -> str | None:
    """Return an annotator's name, of a name, a number or an object that has one of these."""
    if isinstance(said, dict):
        names = (said.get(name) for name in ("email", "username", "name", "id"))
        return next((found for found in map(whose, names) if found), None)
    if isinstance(said, int) and not isinstance(said, bool):
        return str(said)
    return said.strip() or None if isinstance(said, str) else None


def lost(n: int, what: str) -> str:
    """Return the half sentence that says how many things of a kind aren't taken over; nothing for none."""
    return f"{n} × {what}" if n else ""
