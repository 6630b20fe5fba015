"""Which labels of a project are out of use: what was suggested under them stays stored, and waits for nobody."""

from __future__ import annotations

import json
from functools import lru_cache

from sqlalchemy import Connection, select

from depeche.store import scheme_file
from depeche.store.tables import facts

_NEEDED = ("scheme", "retired")


def out_of_use(db: Connection) -> frozenset[str]:
    """Return the labels that nothing new is to be made under."""
    known = {row.name: row.value for row in db.execute(select(facts).where(facts.c.name.in_(_NEEDED)))}
    return _retired(known["scheme"], json.dumps(known["retired"]))


@lru_cache(maxsize=8)  # asked with each article, and it takes a millisecond to read a scheme
def _retired(toml: str, kept: str) -> frozenset[str]:
    scheme = scheme_file.of_facts({"scheme": toml, "retired": json.loads(kept)})
    return frozenset(one.label for one in scheme.labels if one.retired)
