"""The annotator's acts in order, as the history shows them, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from depeche.core.change import Change, Part
from depeche.core.progress import Progress, Report, silent
from depeche.store import codec, journal, spans
from depeche.store.stale import StaleChange
from depeche.store.tables import articles, changes

_EVERY = 20


@dataclass(frozen=True, slots=True)
class Act:
    """A line of the history. `at` is an ISO time in UTC, for the eye only: order is `number`.

    `done`: whether it stands; else it was undone and can be redone. `articles` counts those it touched; `article` and
    `about` are the key and title of the first, None and empty where it was about the project itself.
    """

    number: int
    title: str
    at: str
    done: bool
    articles: int
    article: str | None
    about: str


def numbers(db: Connection, annotator: str) -> tuple[list[int], int]:
    """Return the numbers of the acts that stand or can be redone, oldest first, and how many of them stand.

    What was undone and then left behind by another act is no longer among them.
    """
    done = _numbers(db, annotator, "done")
    return done + _numbers(db, annotator, "undone"), len(done)


def _numbers(db: Connection, annotator: str, standing: str) -> list[int]:
    mine = (changes.c.annotator == annotator, changes.c.standing == standing)
    return list(db.scalars(select(changes.c.number).where(*mine).order_by(changes.c.number)))


def acts(db: Connection, wanted: Sequence[int]) -> list[Act]:
    """Return the acts with these numbers, in order."""
    stored = changes.c.parts
    columns = (changes.c.number, changes.c.title, changes.c.at, changes.c.standing)
    # Of the parts only what is shown: those of a bulk act are long.
    counted = func.json_array_length(stored)
    first = (stored[0]["article"].as_string(), stored[1]["article"].as_string())
    rows = db.execute(
        select(*columns, counted, *first).where(changes.c.number.in_(wanted)).order_by(changes.c.number)
    ).all()
    keys = {one or other for *_, one, other in rows if one or other}
    named = select(articles.c.key, articles.c.title).where(articles.c.key.in_(keys))
    titles = {row.key: row.title for row in db.execute(named)}
    found = []
    for number, title, at, standing, parts, one, other in rows:
        # An act on the registry has its actors in the first part.
        touched = parts if one else max(parts - 1, 0)
        key = one or other
        found.append(Act(number, title, at, standing == "done", touched, key, titles.get(key, "")))
    return found


def change(db: Connection, number: int) -> Change:
    """Return an act with all it took away and put there; raises KeyError."""
    row = db.execute(select(changes).where(changes.c.number == number)).first()
    if row is None:
        raise KeyError(number)
    return Change(row.title, tuple(codec.part_from_json(part) for part in row.parts), row.key, row.number)


class Blocked(StaleChange):
    """A step on the way can't be taken: `title` is the act that was changed from elsewhere."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


def go_to(db: Connection, annotator: str, number: int, report: Report = silent) -> Change:
    """Undo the annotator's acts after `number` and redo those up to it; 0 is before the first.

    Returns what was carried out, step by step, as one change. Raises KeyError where `number` is no act that stands or
    can be redone, and Blocked, for the transaction to be rolled back, where a step can't be taken.
    """
    everything, n_done = numbers(db, annotator)
    if number and number not in everything:
        raise KeyError(number)
    done, undone = everything[:n_done], everything[n_done:]
    back = [one for one in reversed(done) if one > number]
    way = [(one, "undo") for one in back] or [(one, "redo") for one in undone if one <= number]
    parts: list[Part] = []
    for n, (one, kind) in enumerate(way):
        if n % _EVERY == 0:
            report(Progress(n, len(way)))
        act = change(db, one)
        step = act.inverse() if kind == "undo" else act
        try:
            spans.apply(db, step, annotator)
        except StaleChange:
            raise Blocked(act.title) from None
        becomes = "undone" if kind == "undo" else "done"
        db.execute(update(changes).where(changes.c.key == act.key).values(standing=becomes))
        journal.note_step(db, step, annotator, kind, act.key)
        parts += step.parts
    report(Progress(len(way), len(way)))
    return Change("", tuple(parts))
