"""Counts over a project."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, case, func, select

from depeche.store import articles
from depeche.store.project import Project
from depeche.store.tables import annotators, readings, spans, suggestions, verdicts


def stats(project: Project) -> dict[str, Any]:
    """Return counts, ready for JSON.

    `articles`: total and by state of the project's annotator. `spans`: by label. `suggestions`: by source and label,
    how many wait, were accepted, corrected (of which moved, relabelled, revalued) or rejected. `missed`: spans by label
    that an annotator found without a suggestion. `annotators`: spans by name.
    """
    with project.read() as db:
        states = articles.state_counts(db, project.annotator)
        by_label = db.execute(select(spans.c.label, func.count()).group_by(spans.c.label)).all()
        missed = db.execute(
            select(spans.c.label, func.count()).where(spans.c.suggestion.is_(None)).group_by(spans.c.label)
        ).all()
        people = db.execute(
            select(annotators.c.name, func.count(spans.c.key))
            .join(readings, readings.c.annotator == annotators.c.key, isouter=True)
            .join(spans, spans.c.reading == readings.c.key, isouter=True)
            .group_by(annotators.c.name)
        ).all()
        counts = ("accepted", "corrected", "rejected")
        flags = ("moved", "relabelled", "revalued")
        judged = db.execute(
            select(
                suggestions.c.source,
                suggestions.c.label,
                func.sum(case((and_(verdicts.c.outcome.is_(None), suggestions.c.retired.is_(False)), 1), else_=0)),
                *(func.sum(case((verdicts.c.outcome == name, 1), else_=0)) for name in counts),
                *(func.sum(case((verdicts.c[name].is_(True), 1), else_=0)) for name in flags),
            )
            .join(verdicts, verdicts.c.suggestion == suggestions.c.key, isouter=True)
            .group_by(suggestions.c.source, suggestions.c.label)
        ).all()
    names = ("waiting", *counts, *flags)
    return {
        "title": project.title,
        "articles": {"total": sum(states.values())} | {state.value: n for state, n in states.items()},
        "spans": _sorted(by_label),
        "missed": _sorted(missed),
        "annotators": _sorted(people),
        "suggestions": [
            {"source": source, "label": label} | dict(zip(names, sums, strict=True))
            for source, label, *sums in sorted(judged, key=lambda row: (row[0], row[1]))
        ],
    }


def _sorted(rows: Any) -> dict[str, int]:
    return dict(sorted((name, n) for name, n in rows))
