"""A change that comes too late."""

from __future__ import annotations


class StaleChange(Exception):
    """A change takes away what isn't there (any more): somebody else changed it meanwhile."""


def exactly_one(rows: int) -> None:
    """Raise StaleChange unless a statement found its row."""
    if rows != 1:
        raise StaleChange
