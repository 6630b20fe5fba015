"""What labels of other tools became when somebody last brought them in: a fact of the project."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from depeche.core.scheme import Scheme
from depeche.store.project import Connection
from depeche.store.tables import facts

FACT = "label_map"
MOST = 2_000
"""Labels remembered, the last ones: a file may have a label for each of its words."""


def get(db: Connection, scheme: Scheme) -> dict[str, str | None]:
    """Return for each label its label here, with a kind behind a colon or without; None: it is left out.

    What the scheme has no more is forgotten.
    """
    said = db.execute(select(facts.c.value).where(facts.c.name == FACT)).scalar()
    if not isinstance(said, dict):
        return {}
    return {
        name: target
        for name, target in said.items()
        if target is None or (isinstance(target, str) and target.partition(":")[0] in scheme)
    }


def put(db: Connection, scheme: Scheme, said: Mapping[str, str | None]) -> None:
    """Remember these beside, or in place of, what was remembered of the same labels."""
    known = get(db, scheme)
    merged = {name: target for name, target in known.items() if name not in said} | dict(said)
    if merged == known:
        return
    kept = dict(list(merged.items())[-MOST:])
    db.execute(delete(facts).where(facts.c.name == FACT))
    db.execute(insert(facts).values(name=FACT, value=kept))
