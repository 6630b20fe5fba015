"""Rows of spans and verdicts put in place of others: each must be there as it is said to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Delete, Table, Update, bindparam, delete, insert, update
from sqlalchemy.exc import IntegrityError

from depeche.core.span import Span
from depeche.core.suggestion import Verdict
from depeche.store import codec
from depeche.store.stale import StaleChange, exactly
from depeche.store.tables import spans, verdicts

_THERE_ALREADY = ("SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")
_NEW = "new_"


def replace_spans(db: Connection, reading: str, before: Mapping[str, Span], after: Mapping[str, Span]) -> None:
    """Put spans of a reading in place of others, by their keys. Raises StaleChange."""
    rows = {one: codec.span_to_row(span) for one, span in after.items()}
    was = {one: codec.span_to_row(span)["digest"] for one, span in before.items()}
    there = (spans.c.key == bindparam("which"), spans.c.reading == reading, spans.c.digest == bindparam("was"))
    changed = [_new(rows[one]) | {"which": one, "was": digest} for one, digest in was.items() if one in rows]
    gone = [{"which": one, "was": digest} for one, digest in was.items() if one not in rows]
    _each(db, update(spans).where(*there), changed)
    _each(db, delete(spans).where(*there), gone)
    _insert(db, spans, [row | {"reading": reading} for one, row in rows.items() if one not in before])


def replace_verdicts(db: Connection, reading: str, before: Mapping[str, Verdict], after: Mapping[str, Verdict]) -> None:
    """Put verdicts of a reading in place of others, by their suggestions. Raises StaleChange."""
    rows = {one: codec.verdict_to_row(said) for one, said in after.items()}
    there = (verdicts.c.reading == reading, verdicts.c.suggestion == bindparam("which"))
    changed = [_new(rows[one]) | {"which": one} for one in before if one in rows]
    _each(db, update(verdicts).where(*there), changed)
    _each(db, delete(verdicts).where(*there), [{"which": one} for one in before if one not in rows])
    _insert(db, verdicts, [row | {"reading": reading} for one, row in rows.items() if one not in before])


def _new(row: dict[str, Any]) -> dict[str, Any]:
    return {_NEW + name: said for name, said in row.items()}


def _each(db: Connection, statement: Update | Delete, rows: list[dict[str, Any]]) -> None:
    """Carry out a statement for each of these rows at one stroke: an act may be about thousands."""
    if not rows:
        return
    if isinstance(statement, Update):
        names = [name for name in rows[0] if name.startswith(_NEW)]
        statement = statement.values({name.removeprefix(_NEW): bindparam(name) for name in names})
    exactly(len(rows), db.execute(statement, rows).rowcount)


def _insert(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    try:
        db.execute(insert(table), rows)
    except IntegrityError as error:
        if getattr(error.orig, "sqlite_errorname", "") in _THERE_ALREADY:
            raise StaleChange from error
        raise
