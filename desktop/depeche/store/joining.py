"""Labels that go into another: a merge carried out in the rows, and undone.

What a merge did can't be told from names afterwards, so that the act keeps which rows it moved (`Joined`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, bindparam, update

from depeche.core.actor import Actor
from depeche.core.change import Aside, Joined, Moved
from depeche.core.progress import Progress, Report, silent
from depeche.core.span import Span
from depeche.core.suggestion import Verdict
from depeche.store import actors, asides
from depeche.store.labels import FOLLOWERS, batches
from depeche.store.stale import StaleChange, exactly
from depeche.store.tables import suggestions
from depeche.store.work_rows import replace_spans, replace_verdicts

_AT_ONCE = 200


def join(db: Connection, joined: Joined, report: Report = silent) -> None:
    """Carry it out. Raises StaleChange where rows aren't as they were."""
    _replace(db, joined.before, joined.after)
    _retire(db, joined.retired, retired=True)
    _move(db, joined.moved, report)


def part(db: Connection, joined: Joined, report: Report = silent) -> None:
    """Take it back. Raises StaleChange where rows aren't as it left them."""
    back = [
        replace(one, label=one.into, kind=one.into_kind, into=one.label, into_kind=one.kind) for one in joined.moved
    ]
    _move(db, back, report)
    _retire(db, joined.retired, retired=False)
    _replace(db, joined.after, joined.before)


def _back(one: Moved) -> Moved:
    return replace(one, label=one.into, kind=one.into_kind, into=one.label, into_kind=one.kind)


def _move(db: Connection, wanted: Iterable[Moved], report: Report) -> None:
    moved = list(wanted)
    tables = {table.name: table for table in FOLLOWERS}
    total, done = sum(len(one.keys) for one in moved), 0
    for one in moved:
        table = tables[one.table]
        for rows in batches(db, table, one.keys):
            report(Progress(done, total))
            if any(row["label"] != one.label or row.get("kind") != one.kind for row in rows):
                raise StaleChange
            _write(db, table, rows, one)
            done += len(rows)
    exactly(total, done)
    report(Progress(total, total))


def _write(db: Connection, table: Table, rows: Sequence[Mapping[Any, Any]], one: Moved) -> None:
    said = {"label": one.into} | ({"kind": one.into_kind} if "kind" in table.c else {})
    digest = FOLLOWERS[table]
    made = [{"row": row["key"], **said, "digest": digest({**row, **said})} for row in rows]
    db.execute(update(table).where(table.c.key == bindparam("row")), made)


def _retire(db: Connection, keys: Sequence[str], *, retired: bool) -> None:
    for some in _runs(keys):
        there = (suggestions.c.key.in_(some), suggestions.c.retired.is_not(retired))
        exactly(len(some), db.execute(update(suggestions).where(*there).values(retired=retired)).rowcount)


def _replace(db: Connection, before: Iterable[tuple[str, Any]], after: Iterable[tuple[str, Any]]) -> None:
    old: defaultdict[str, list[Any]] = defaultdict(list)
    new: defaultdict[str, list[Any]] = defaultdict(list)
    for side, items in ((old, before), (new, after)):
        for whose, item in items:
            side[whose].append(item)
    for whose in {**old, **new}:
        gone, come = old[whose], new[whose]
        replace_verdicts(db, whose, _of(gone, Verdict, "suggestion"), _of(come, Verdict, "suggestion"))
        replace_spans(db, whose, _of(gone, Span), _of(come, Span))
        actors.replace(db, _of(gone, Actor), _of(come, Actor))
        names = ([one.finding for one in side if isinstance(one, Aside)] for side in (gone, come))
        asides.replace(db, whose, *names)


def _of(items: Iterable[Any], sort: type, name: str = "key") -> dict[str, Any]:
    return {getattr(one, name): one for one in items if isinstance(one, sort)}


def _runs(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(keys), _AT_ONCE):
        yield keys[at : at + _AT_ONCE]
