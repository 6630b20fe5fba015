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

# Made once: to put a statement together takes as long as to carry it out, and a hand waits for both.
_THE_SPAN = (spans.c.key == bindparam("which"), spans.c.reading == bindparam("of"), spans.c.digest == bindparam("was"))
_THE_VERDICT = (verdicts.c.reading == bindparam("of"), verdicts.c.suggestion == bindparam("which"))
_CHANGE_SPAN, _DROP_SPAN = update(spans).where(*_THE_SPAN), delete(spans).where(*_THE_SPAN)
_CHANGE_VERDICT, _DROP_VERDICT = update(verdicts).where(*_THE_VERDICT), delete(verdicts).where(*_THE_VERDICT)
_PUT = {table: insert(table) for table in (spans, verdicts)}


def replace_spans(db: Connection, reading: str, before: Mapping[str, Span], after: Mapping[str, Span]) -> None:
    """Put spans of a reading in place of others, by their keys. Raises StaleChange."""
    rows = {one: codec.span_to_row(span) for one, span in after.items()}
    was = {one: codec.span_to_row(span)["digest"] for one, span in before.items()}
    there = {one: {"of": reading, "which": one, "was": digest} for one, digest in was.items()}
    _each(db, _CHANGE_SPAN, [_new(rows[one]) | one_there for one, one_there in there.items() if one in rows])
    _each(db, _DROP_SPAN, [one_there for one, one_there in there.items() if one not in rows])
    _insert(db, spans, [row | {"reading": reading} for one, row in rows.items() if one not in before])


def replace_verdicts(db: Connection, reading: str, before: Mapping[str, Verdict], after: Mapping[str, Verdict]) -> None:
    """Put verdicts of a reading in place of others, by their suggestions. Raises StaleChange."""
    rows = {one: codec.verdict_to_row(said) for one, said in after.items()}
    there = {one: {"of": reading, "which": one} for one in before}
    _each(db, _CHANGE_VERDICT, [_new(rows[one]) | one_there for one, one_there in there.items() if one in rows])
    _each(db, _DROP_VERDICT, [one_there for one, one_there in there.items() if one not in rows])
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
        db.execute(_PUT[table], rows)
    except IntegrityError as error:
        if getattr(error.orig, "sqlite_errorname", "") in _THERE_ALREADY:
            raise StaleChange from error
        raise
