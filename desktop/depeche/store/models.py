"""The models that a project has: registered, adopted one above the other, put back. Knows rows, no weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from depeche.messages import tr
from depeche.store.tables import models

FOLDER = "models"
"""The folder of a project that holds its models, a folder each."""


@dataclass(frozen=True, slots=True)
class Known:
    """A registered model: a folder of that name in the project's `models`.

    `digest` is that of its files as they were registered, `about` what its `meta.json` says of it under `depeche` (for
    a pipeline trained elsewhere, nothing). `adopted` is its place in the pile of adopted ones, None where it isn't
    in it; the one with the highest place is in use.
    """

    name: str
    digest: str
    about: Mapping[str, Any]
    adopted: int | None = None


def every(db: Connection) -> list[Known]:
    """Return all models by name."""
    return [_known(row) for row in db.execute(select(models).order_by(models.c.name))]


def current(db: Connection) -> Known | None:
    """Return the model in use, None where the shipped sources work alone."""
    query = select(models).where(models.c.adopted.is_not(None)).order_by(models.c.adopted.desc()).limit(1)
    row = db.execute(query).first()
    return _known(row) if row else None


def put(db: Connection, one: Known) -> None:
    """Register a model under a name that is new to the project, not adopted."""
    db.execute(insert(models).values(name=one.name, digest=one.digest, about=dict(one.about), adopted=None))


def describe(db: Connection, one: Known) -> None:
    """Say something else of a model that is registered."""
    db.execute(update(models).where(models.c.name == one.name).values(about=dict(one.about)))


def adopt(db: Connection, name: str) -> None:
    """Put a model on top of the pile; raises KeyError."""
    top = (db.execute(select(func.max(models.c.adopted))).scalar() or 0) + 1
    if not db.execute(update(models).where(models.c.name == name).values(adopted=top)).rowcount:
        raise KeyError(name)


def back(db: Connection) -> Known | None:
    """Take the model in use off the pile; returns the one that is in use then, None for the shipped sources alone."""
    used = current(db)
    if used is not None:
        db.execute(update(models).where(models.c.name == used.name).values(adopted=None))
    return current(db)


def remove(db: Connection, name: str) -> None:
    """Forget a model; raises KeyError. What it suggested stays, as all that was ever suggested does."""
    if not db.execute(delete(models).where(models.c.name == name)).rowcount:
        raise KeyError(name)


def missing(name: str) -> str:
    """Return what to say where the folder of the model in use is gone: nothing proposes in its stead by itself."""
    return tr(
        "Le modèle en usage, « {name} », n’est plus dans le projet : les suggestions se font sans lui. Remettez son "
        "dossier, ou reprenez le modèle d’avant : « depeche model --back ».",
        name=name,
    )


def _known(row: Row[Any]) -> Known:
    return Known(row.name, row.digest, row.about, row.adopted)
