"""From an older schema to today's, one function a version, all inside one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable

from sqlalchemy import Connection, text

from depeche.core.worth import sought_columns
from depeche.store import search
from depeche.store.codec import value_from_json
from depeche.store.engine import APPLICATION_ID
from depeche.store.tables import metadata

_VALUED = ("spans", "suggestions")
_WORTH = ("sought TEXT", "low FLOAT", "high FLOAT")

VERSION = 3
"""The schema this program writes. A project of a greater one is refused."""


def _to_2(connection: Connection) -> None:
    """The registry of actors, what memory knew of an article's words, boilerplate taken for text, what is searched.

    The index of words is made empty: the texts are taken in bit by bit, and found by reading them until then.
    """
    for statement in (
        "ALTER TABLE articles ADD COLUMN recalled VARCHAR(64)",
        "ALTER TABLE articles ADD COLUMN unmasked JSON",
        "CREATE TABLE actors (key CHAR(32) NOT NULL, label VARCHAR(64) NOT NULL, name TEXT NOT NULL, "
        "kind VARCHAR(64), state TEXT, aliases JSON NOT NULL, digest VARCHAR(64) NOT NULL, "
        "CONSTRAINT pk_actors PRIMARY KEY (key))",
        "CREATE TABLE asides (annotator CHAR(32) NOT NULL, finding TEXT NOT NULL, "
        "CONSTRAINT pk_asides PRIMARY KEY (annotator, finding), "
        "CONSTRAINT fk_asides_annotator FOREIGN KEY(annotator) REFERENCES annotators (key))",
        *(f"ALTER TABLE {name} ADD COLUMN {column}" for name in _VALUED for column in _WORTH),
        *(f"CREATE INDEX ix_{n}_label_sought_high_low ON {n} (label, sought, high, low)" for n in _VALUED),
        *(f"CREATE INDEX ix_{n}_several ON {n} (sought) WHERE instr(sought, ' | ') > 0" for n in _VALUED),
    ):
        connection.exec_driver_sql(statement)
    for name in _VALUED:
        rows = connection.exec_driver_sql(f"SELECT key, value, attrs FROM {name}").all()
        found = [
            sought_columns(value_from_json(json.loads(value or "null")), json.loads(attrs)) | {"key": key}
            for key, value, attrs in rows
        ]
        if found:
            update = text(f"UPDATE {name} SET sought = :sought, low = :low, high = :high WHERE key = :key")
            connection.execute(update, found)
    search.create(connection)


def _to_3(connection: Connection) -> None:
    """What a desk of experts and a learning program keep beside the spans."""
    statements: tuple[str, ...] = (
        "CREATE TABLE sketches (article CHAR(32) NOT NULL, runs BLOB NOT NULL, said BLOB NOT NULL, "
        "traits JSON NOT NULL, CONSTRAINT pk_sketches PRIMARY KEY (article), "
        "CONSTRAINT fk_sketches_article FOREIGN KEY(article) REFERENCES articles (key))",
        "CREATE TABLE sentences (digest BIGINT NOT NULL, number INTEGER NOT NULL, "
        "CONSTRAINT pk_sentences PRIMARY KEY (digest, number)) WITHOUT ROWID",
        "CREATE TABLE notes (key CHAR(32) NOT NULL, article CHAR(32) NOT NULL, annotator CHAR(32) NOT NULL, "
        'number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL, '
        "label VARCHAR(64), mark CHAR(32), text TEXT NOT NULL, digest VARCHAR(64) NOT NULL, "
        "CONSTRAINT pk_notes PRIMARY KEY (key), "
        'CONSTRAINT ck_notes_stretch CHECK (start >= 0 and "end" > start), '
        "CONSTRAINT fk_notes_article FOREIGN KEY(article) REFERENCES articles (key), "
        "CONSTRAINT fk_notes_annotator FOREIGN KEY(annotator) REFERENCES annotators (key))",
        "CREATE INDEX ix_notes_article ON notes (article)",
        "CREATE TABLE models (name VARCHAR(64) NOT NULL, digest VARCHAR(64) NOT NULL, about JSON NOT NULL, "
        "adopted INTEGER, CONSTRAINT pk_models PRIMARY KEY (name), CONSTRAINT uq_models_adopted UNIQUE (adopted))",
        "ALTER TABLE readings ADD COLUMN assisted BOOLEAN",
        "UPDATE readings SET assisted = 1 WHERE key IN (SELECT reading FROM verdicts)",
    )
    for statement in statements:
        connection.exec_driver_sql(statement)


MIGRATIONS: dict[int, Callable[[Connection], None]] = {2: _to_2, 3: _to_3}
"""For each version above 1, what makes it out of the one before. Never changed after a release."""


def create(connection: Connection) -> None:
    """Make an empty project's tables."""
    metadata.create_all(connection)
    search.create(connection)
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
