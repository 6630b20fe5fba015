"""Many acts, or many articles, written straight into the tables: only how many they are counts."""

from __future__ import annotations

import hashlib

from sqlalchemy import insert

from depeche.core.change import Part
from depeche.core.ids import new_key
from depeche.core.span import Span
from depeche.store import articles, codec
from depeche.store.project import Project
from depeche.store.tables import articles as article_rows
from depeche.store.tables import changes, texts


def write_acts(project: Project, count: int) -> None:
    """Note so many acts of labelling, in the project's first articles by turns."""
    with project.read() as db:
        keys = [one.key for one in articles.after(db, 0, 50)]
    rows = []
    for n in range(count):
        span = Span(n, n + 5, "ACTOR", "PER", "Ilan Vorga", {}, new_key())
        row = {"key": new_key(), "number": n + 1, "annotator": project.annotator, "kind": "act", "standing": "done"}
        row |= {"of": None, "title": f"Étiqueté « Vorga {n} » Acteur", "machine": "banc"}
        row |= {"at": f"2026-07-{n % 28 + 1:02}T09:00:00.000+00:00"}
        rows.append(row | {"parts": [codec.part_to_json(Part(keys[n % len(keys)], (), (span,)))]})
    with project.write() as db:
        db.execute(insert(changes), rows)


def write_articles(project: Project, count: int, text: str) -> None:
    """Put in so many articles of that text, each with its number at the end, that nobody has looked at."""
    kept, bodies = [], []
    for n in range(count):
        body = f"{text}\n{n}\n"
        row = {"key": new_key(), "number": n + 1, "name": f"n{n}", "title": f"Titre {n}", "sought": "", "meta": {}}
        row |= {"extra": {}, "date": None, "date_origin": "unknown", "length": len(body), "imported_from": "banc"}
        row |= {"text_hash": hashlib.sha256(body.encode()).hexdigest(), "imported_at": "", "digest": ""}
        kept.append(row)
        bodies.append({"article": row["key"], "text": body})
    with project.write() as db:
        db.execute(insert(article_rows), kept)
        db.execute(insert(texts), bodies)
