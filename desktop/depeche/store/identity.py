"""What tells a project from every other, and is nowhere in what it exports."""

from __future__ import annotations

from sqlalchemy import Connection, select

from depeche.store.tables import facts


def project_key(db: Connection) -> str:
    """Return the project's UUID, made at random with it; a copy and a work package have the same."""
    return str(db.execute(select(facts.c.value).where(facts.c.name == "project")).scalar_one())
