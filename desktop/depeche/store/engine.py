"""One connection's settings, and what is checked before a file is believed to be a project.

Why these settings: rollback journal and full syncs lost nothing in 3,000 simulated power cuts, WAL with NORMAL lost one
acknowledged commit in five; WAL also hides a vanished file and cannot be read from a read-only folder. Reads begin
deferred, writes `BEGIN IMMEDIATE`, so that a write never fails half-way for a lock it could not get.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import QueuePool

from depeche.errors import DamagedError
from depeche.messages import tr
from depeche.store import search
from depeche.store.tables import metadata

APPLICATION_ID = 0x4470_6368
"""« Dpch » at offset 68 of the file: tells a project from any other SQLite database."""

_PRAGMAS = (
    "trusted_schema=OFF",
    "foreign_keys=ON",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "cell_size_check=ON",
    "temp_store=MEMORY",
)


class Mode(StrEnum):
    """How a database file is opened; the values are SQLite's own."""

    CREATE = "rwc"
    WRITE = "rw"
    READ = "ro"


def make_engine(path: Path, mode: Mode, *, query_only: bool = False) -> Engine:
    """Return an engine on a project's database file, with our settings on each of its connections.

    With `query_only` nothing can be changed, yet what a killed program left half done is rolled back, which `READ`,
    meant for files that can't be written, is unable to do.
    """
    only = ("query_only=ON",) if query_only else ()
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode.value}", uri=True, timeout=5, check_same_thread=False
        ),
        hide_parameters=True,
        poolclass=QueuePool,
        json_serializer=_to_json,
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's "begin" below decides, so that DDL too is rolled back
        if sys.version_info >= (3, 12):
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        for pragma in (*_PRAGMAS, *only):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _to_json(value: Any) -> str:
    return _JSON.encode(value) if value != {} else "{}"


_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def check_header(path: Path) -> None:
    """Raise DamagedError unless the file is an SQLite database with our application id, read without opening it."""
    with path.open("rb") as file:
        header = file.read(100)
    if header[:16] != b"SQLite format 3\x00" or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise DamagedError(
            tr("{path} n’est pas un projet Dépêche.", path=path),
            tr("Choisissez un dossier de projet, ou créez-en un nouveau."),
        )


def check_no_program(connection: Connection, path: Path) -> None:
    """Raise DamagedError if the file holds a trigger or a view: from outside, they are a program."""
    rows = connection.execute(text("select name from sqlite_master where type not in ('table', 'index')"))
    _refuse(sorted(rows.scalars()), path)


def check_schema(connection: Connection, path: Path) -> None:
    """Raise DamagedError if the file doesn't hold exactly our tables and indexes."""
    query = "select type, name, sql from sqlite_master where name not like 'sqlite\\_%' escape '\\'"
    found = {(kind, name): made for kind, name, made in connection.execute(text(query))}
    _refuse([name for name, made in search.TABLES.items() if found.get(("table", name)) != made], path)
    virtual = (name for (_, name), made in found.items() if (made or "").upper().startswith("CREATE VIRTUAL"))
    _refuse(sorted(set(virtual) - search.TABLES.keys()), path)  # of whatever module: it isn't ours
    expected = {("table", name) for name in (*metadata.tables, *search.TABLES, *search.SHADOWS)}
    expected |= {("index", str(index.name)) for table in metadata.tables.values() for index in table.indexes}
    _refuse(sorted(name for _kind, name in found.keys() ^ expected), path)


def _refuse(strange: list[str], path: Path) -> None:
    if strange:
        raise DamagedError(
            tr("{path} n’a pas la structure d’un projet Dépêche ({name}).", path=path, name=strange[0]),
            tr("Ne l’utilisez pas s’il vient d’ailleurs ; sinon, reprenez la dernière copie du dossier backups."),
        )
