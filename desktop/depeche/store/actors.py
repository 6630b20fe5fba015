"""The registry of a project: the actors somebody confirmed for all articles."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select, update

from depeche.core.actor import Actor
from depeche.store import codec
from depeche.store.stale import exactly_one
from depeche.store.tables import actors


def every(db: Connection) -> list[Actor]:
    """Return the actors by name."""
    rows = db.execute(select(actors).order_by(actors.c.name, actors.c.key)).mappings()
    return [codec.actor_from_row(row) for row in rows]


def replace(db: Connection, before: Mapping[str, Actor], after: Mapping[str, Actor]) -> None:
    """Put actors in place of others, by their keys.

    Raises StaleChange where one that is taken away or changed isn't there as `before` says.
    """
    for key, actor in before.items():
        there = (actors.c.key == key, actors.c.digest == codec.actor_to_row(actor)["digest"])
        if key in after:
            exactly_one(db.execute(update(actors).where(*there).values(**codec.actor_to_row(after[key]))).rowcount)
        else:
            exactly_one(db.execute(delete(actors).where(*there)).rowcount)
    fresh = [codec.actor_to_row(actor) for key, actor in after.items() if key not in before]
    if fresh:
        db.execute(insert(actors), fresh)
