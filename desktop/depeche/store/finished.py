"""The articles that somebody has finished: what there is to learn from."""

from __future__ import annotations

from sqlalchemy import Connection, select

from depeche.core.article import State
from depeche.store.tables import articles, readings


def keys(db: Connection) -> list[str]:
    """Return the keys of the articles of which at least one reading is done, in order of import."""
    done = select(readings.c.article).where(readings.c.state == State.DONE.value)
    return list(db.scalars(select(articles.c.key).where(articles.c.key.in_(done)).order_by(articles.c.number)))
