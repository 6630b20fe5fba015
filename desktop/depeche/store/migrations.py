"""From an older schema to today's, one function a version, all inside one transaction."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, text

from depeche.store.engine import APPLICATION_ID
from depeche.store.tables import metadata

VERSION = 2
"""The schema this program writes. A project of a greater one is refused."""


def _to_2(connection: Connection) -> None:
    """The registry of actors, what memory knew of an article's words, boilerplate taken for text."""
    for statement in (
        "ALTER TABLE articles ADD COLUMN recalled VARCHAR(64)",
        "ALTER TABLE articles ADD COLUMN unmasked JSON",
        "CREATE TABLE actors (key CHAR(32) NOT NULL, label VARCHAR(64) NOT NULL, name TEXT NOT NULL, "
        "kind VARCHAR(64), state TEXT, aliases JSON NOT NULL, digest VARCHAR(64) NOT NULL, "
        "CONSTRAINT pk_actors PRIMARY KEY (key))",
    ):
        connection.exec_driver_sql(statement)


MIGRATIONS: dict[int, Callable[[Connection], None]] = {2: _to_2}
"""For each version above 1, what makes it out of the one before. Never changed after a release."""


def create(connection: Connection) -> None:
    """Make an empty project's tables."""
    metadata.create_all(connection)
    _stamp(connection, VERSION)


def version_of(connection: Connection) -> int:
    """Return the schema version of an open project."""
    return int(connection.execute(text("PRAGMA user_version")).scalar_one())


def migrate(connection: Connection, target: int) -> None:
    """Bring an older project to `target`. The caller has copied the file first and holds the transaction."""
    for version in range(version_of(connection) + 1, target + 1):
        MIGRATIONS[version](connection)
        _stamp(connection, version)
    broken = connection.execute(text("PRAGMA foreign_key_check")).first()
    if broken is not None:
        raise RuntimeError(f"migration to {target} breaks a foreign key of {broken[0]}")


def _stamp(connection: Connection, version: int) -> None:
    # Pragmas take no bound parameters; both are our own integers.
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {int(version)}")
