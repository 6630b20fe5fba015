"""Copies of a project's database that can be trusted: made by SQLite itself, checked, then named."""

from __future__ import annotations

import os
import re
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from depeche.errors import ProjectError
from depeche.messages import tr

KEEP = 12
"""How many copies stay; the oldest beyond are removed. Order is the number in the name, not the clock."""

_NAME = re.compile(r"(\d{6})-.*\.sqlite3")


def make(connection: Connection, folder: Path, reason: str) -> Path:
    """Copy the database behind `connection` into `folder` and thin out the oldest copies; returns the copy's path.

    Raises ProjectError if the copy can't be made or doesn't pass SQLite's own check; earlier copies then stay.
    """
    try:
        return _make(connection, folder, reason)
    except (OSError, sqlite3.Error) as error:
        raise ProjectError(tr("La copie de sécurité a échoué : {why}.", why=error)) from error


def _make(connection: Connection, folder: Path, reason: str) -> Path:
    folder.mkdir(exist_ok=True)
    number = max((n for n, _ in existing(folder)), default=0) + 1
    path = folder / f"{number:06d}-{datetime.now():%Y-%m-%d-%H%M%S}-{reason}.sqlite3"
    half = folder / "copie-en-cours.tmp"
    half.unlink(missing_ok=True)
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)
    copy = sqlite3.connect(half)
    try:
        source.backup(copy)
        verdict = copy.execute("PRAGMA quick_check").fetchone()[0]
    finally:
        copy.close()
    if verdict != "ok":
        raise ProjectError(tr("La copie de sécurité n’est pas saine : {why}.", why=verdict))
    with half.open("rb+") as file:
        os.fsync(file.fileno())
    half.replace(path)
    for _number, old in existing(folder)[:-KEEP]:
        old.unlink(missing_ok=True)
    return path


def existing(folder: Path) -> list[tuple[int, Path]]:
    """Return the copies in `folder` with their numbers, oldest first."""
    found = ((match, path) for path in folder.glob("*.sqlite3") if (match := _NAME.fullmatch(path.name)))
    return sorted((int(match[1]), path) for match, path in found)
