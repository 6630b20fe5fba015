"""The diary of changes, and the undo that reads it. Rows are the truth; the journal says how they came about."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Text, bindparam, cast, func, insert, select, update

from depeche.core.change import Change, Part, Published
from depeche.core.ids import new_key
from depeche.core.progress import Report, silent
from depeche.store import codec, spans
from depeche.store.spans import Brought as Brought
from depeche.store.tables import changes

_LONG = 100_000
"""Characters of the items of an act that is long: some three hundred marks, a tenth of a second."""

# Made once: to put a statement together takes as long as to carry it out, and a hand waits for both.
_UNDONE = (changes.c.annotator == bindparam("who"), changes.c.standing == "undone")
_DROP = update(changes).where(*_UNDONE).values(standing="dropped")
_WRITE = insert(changes)
_LAST = select(func.max(changes.c.number))


def do(db: Connection, change: Change, annotator: str, report: Report = silent) -> Change:
    """Carry out an annotator's act and write it down; what was undone before can no longer be redone.

    Returns the change with its key and number. Raises `spans.StaleChange`.
    """
    spans.apply(db, change, annotator, report)
    db.execute(_DROP, {"who": annotator})
    return _write(db, change, annotator, "act", "done")


def note(db: Connection, brought: Sequence[Brought]) -> None:
    """Store what an import brought and note that it came. It isn't an act of a hand: undo passes it over.

    The journal keeps which articles, not the spans: the rows have them, and a large import would double the project.
    None of the annotators may have a reading of their articles yet, and each has one of each at most.
    """
    spans.put_new(db, brought)
    last = _last(db)
    rows = [
        _row(Change(one.title, (Part(one.article),), new_key(), number), one.annotator, "import", "note")
        for number, one in enumerate(brought, last + 1)
    ]
    if rows:
        db.execute(insert(changes), rows)


def undo(db: Connection, annotator: str) -> Change | None:
    """Take back the annotator's last act and return the inverse that was carried out; None where there is none."""
    return _step(db, annotator, "done", "undone", "undo")


def redo(db: Connection, annotator: str) -> Change | None:
    """Do again what was undone last and return it; None where there is none."""
    return _step(db, annotator, "undone", "done", "redo")


def _step(db: Connection, annotator: str, standing: str, becomes: str, kind: str) -> Change | None:
    row = _candidate(db, annotator, standing)
    if row is None:
        return None
    act = Change(row.title, tuple(codec.part_from_json(part) for part in row.parts), row.key, row.number)
    step = act.inverse() if kind == "undo" else act
    spans.apply(db, step, annotator)
    db.execute(update(changes).where(changes.c.key == act.key).values(standing=becomes))
    return note_step(db, step, annotator, kind, act.key)


def note_step(db: Connection, step: Change, annotator: str, kind: str, act: str) -> Change:
    """Write down that an act (a key) was undone or redone; returns the step with its key and number."""
    return _write(db, step, annotator, kind, "note", of=act)


def titles(db: Connection, annotator: str) -> tuple[str | None, str | None]:
    """Return the names of the act that undo would take back and of the one that redo would do again."""
    done, undone = (_candidate(db, annotator, standing, changes.c.title) for standing in ("done", "undone"))
    return done.title if done else None, undone.title if undone else None


def takes_long(db: Connection, annotator: str, standing: str) -> bool:
    """Tell whether the next act to undo (`done`) or redo (`undone`) is about so much that a window shouldn't wait."""
    row = _candidate(db, annotator, standing, func.length(cast(changes.c.parts, Text)).label("size"))
    return row is not None and row.size > _LONG


def is_relabelling(db: Connection, annotator: str, standing: str) -> bool:
    """Tell whether the next act to undo (`done`) or redo (`undone`) gave the project other labels."""
    row = _candidate(db, annotator, standing)
    parts = [codec.part_from_json(part) for part in row.parts if part["article"] is None] if row is not None else []
    return Change("", tuple(parts)).relabels


def dates_of(db: Connection, article: str) -> list[Published]:
    """Return the publication dates that an article had before each change of it, the last first."""
    said = cast(changes.c.parts, Text)
    dated = said.contains(f'"{article}"') & said.contains('"origin":')
    found = []
    for parts in db.scalars(select(changes.c.parts).where(dated).order_by(changes.c.number.desc())):
        for part in map(codec.part_from_json, parts):
            if part.article == article:
                found += [item for item in part.before if isinstance(item, Published)]
    return list(dict.fromkeys(found))


def _candidate(db: Connection, annotator: str, standing: str, *columns: Any):  # type: ignore[no-untyped-def]  # a row
    # The last act done is the next to undo; of the undone acts, the earliest is the next to redo.
    order = changes.c.number.desc() if standing == "done" else changes.c.number
    mine = (changes.c.annotator == annotator, changes.c.standing == standing)
    wanted = columns or changes.c
    return db.execute(select(*wanted).where(*mine).order_by(order).limit(1)).first()


def _write(db: Connection, change: Change, annotator: str, kind: str, standing: str, of: str | None = None) -> Change:
    stored = replace(change, key=new_key(), number=_last(db) + 1)
    db.execute(_WRITE, _row(stored, annotator, kind, standing, of))
    return stored


def _last(db: Connection) -> int:
    return db.execute(_LAST).scalar() or 0


def _row(change: Change, annotator: str, kind: str, standing: str, of: str | None = None) -> dict[str, Any]:
    return {
        "key": change.key,
        "number": change.number,
        "annotator": annotator,
        "kind": kind,
        "of": of,
        "standing": standing,
        "title": change.title,
        "parts": [codec.part_to_json(part) for part in change.parts],
        "machine": platform.node(),
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
    }
