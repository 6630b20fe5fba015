"""A change that comes too late."""

from __future__ import annotations


class StaleChange(Exception):
    """A change takes away what isn't there (any more): somebody else changed it meanwhile."""


def exactly_one(rows: int) -> None:
    """Raise StaleChange unless a statement found its row."""
    exactly(1, rows)


def exactly(wanted: int, rows: int) -> None:
    """Raise StaleChange unless a statement for so many rows, of one key each, found them all."""
    if rows != wanted:
        raise StaleChange
