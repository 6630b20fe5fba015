"""How far articles are by who got furthest with them; those that somebody has finished are there to learn from."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, case, func, select

from depeche.core.article import FURTHEST, State
from depeche.store.tables import articles, readings


def keys(db: Connection) -> list[str]:
    """Return the keys of the articles of which at least one reading is done, in order of import."""
    done = select(readings.c.article).where(readings.c.state == State.DONE.value)
    return list(db.scalars(select(articles.c.key).where(articles.c.key.in_(done)).order_by(articles.c.number)))


def in_states(db: Connection, states: Collection[State]) -> list[str]:
    """Return the keys of the articles that are in one of these states (`core.article.FURTHEST`), in order of import."""
    rank = case({state.value: n for n, state in enumerate(FURTHEST)}, value=readings.c.state)
    furthest = func.coalesce(func.min(rank), FURTHEST.index(State.TODO))
    query = select(articles.c.key).outerjoin(readings, readings.c.article == articles.c.key)
    wanted = furthest.in_([FURTHEST.index(state) for state in states])
    return list(
        db.scalars(query.group_by(articles.c.key, articles.c.number).having(wanted).order_by(articles.c.number))
    )
