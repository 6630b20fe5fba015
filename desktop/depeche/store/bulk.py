"""Many rows into one table at a stroke: SQLAlchemy's own way prepares each anew, which takes as long as storing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

Row = Mapping[str, Any]


def put_rows(db: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert these rows, all of which have values for the same columns, written as the columns' types want it."""
    if not rows:
        return
    statement, columns = _prepared(table, db.dialect, tuple(rows[0]))
    written = []
    for name, write in columns:
        values = map(itemgetter(name), rows)
        written.append(values if write is None else map(write, values))
    db.exec_driver_sql(statement, list(zip(*written, strict=True)))


@lru_cache(maxsize=16)
def _prepared(
    table: Table, dialect: Dialect, names: tuple[str, ...]
) -> tuple[str, list[tuple[str, Callable[[Any], Any] | None]]]:
    """Return the statement with its columns in order, and what makes of a value what the driver takes."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    order = compiled.positiontup or list(names)
    return str(compiled), [(name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in order]
