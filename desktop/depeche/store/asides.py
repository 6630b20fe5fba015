"""Findings of the radar that an annotator set aside."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from depeche.store.stale import exactly_one
from depeche.store.tables import asides


def of(db: Connection, annotator: str) -> frozenset[str]:
    """Return the names of the findings that this annotator (a key) set aside."""
    return frozenset(db.scalars(select(asides.c.finding).where(asides.c.annotator == annotator)))


def replace(db: Connection, annotator: str, before: Sequence[str], after: Sequence[str]) -> None:
    """Take back and set aside findings; raises StaleChange where one to be taken back isn't set aside, or one is."""
    for name in before:
        there = (asides.c.annotator == annotator, asides.c.finding == name)
        exactly_one(db.execute(delete(asides).where(*there)).rowcount)
    known = of(db, annotator) if after else frozenset()
    for name in after:
        exactly_one(int(name not in known))
    if after:
        db.execute(insert(asides), [{"annotator": annotator, "finding": name} for name in after])
