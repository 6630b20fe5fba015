"""Counts over a project."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select, true

from depeche.core.article import FURTHEST, State
from depeche.core.suggestion import JUDGED_ELSEWHERE
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import articles, confidence
from depeche.store.in_use import out_of_use
from depeche.store.project import Project
from depeche.store.tables import annotators, readings, spans, suggestions, verdicts


def stats(project: Project, annotator: str | None = None) -> dict[str, Any]:
    """Return counts, ready for JSON: of one annotator's work, by name, or of everybody's. Raises UserError.

    `annotator`: whose, absent where they are everybody's. `articles`: total and by state; everybody's, the furthest
    that an article has come with anybody. `spans`: by label. `suggestions`: by source and label, how many wait (for
    everybody, those that nobody has judged; `hidden` of them are below the project's threshold), were accepted,
    corrected (of which moved, relabelled, revalued) or rejected; what came in judged, from no source, isn't among them.
    `missed`: spans by label that an annotator found without a suggestion. `annotators`: spans by name.
    """
    with project.read() as db:
        key = _key_of(db, annotator)
        mine = readings.c.annotator == key if key else true()
        states = articles.state_counts(db, key) if key else _furthest(db)
        theirs = select(spans.c.label, func.count()).join(readings, readings.c.key == spans.c.reading).where(mine)
        by_label = db.execute(theirs.group_by(spans.c.label)).all()
        shown = readings.c.assisted.is_not(False)  # in a blind control nothing could be missed
        missed = db.execute(theirs.where(spans.c.suggestion.is_(None), shown).group_by(spans.c.label)).all()
        people = db.execute(
            select(annotators.c.name, func.count(spans.c.key))
            .join(readings, readings.c.annotator == annotators.c.key, isouter=True)
            .join(spans, spans.c.reading == readings.c.key, isouter=True)
            .where(annotators.c.key == key if key else true())
            .group_by(annotators.c.name)
        ).all()
        counts = ("accepted", "corrected", "rejected")
        flags = ("moved", "relabelled", "revalued")
        said = select(verdicts).join(readings, readings.c.key == verdicts.c.reading).where(mine).subquery()
        in_use = suggestions.c.label.not_in(out_of_use(db))
        judged = db.execute(
            select(
                suggestions.c.source,
                suggestions.c.label,
                _sum(and_(said.c.outcome.is_(None), suggestions.c.retired.is_(False), in_use)),
                *(_sum(said.c.outcome == name) for name in counts),
                *(_sum(said.c[name].is_(True)) for name in flags),
            )
            .join(said, said.c.suggestion == suggestions.c.key, isouter=True)
            .where(suggestions.c.source != JUDGED_ELSEWHERE)
            .group_by(suggestions.c.source, suggestions.c.label)
        ).all()
        hidden = _hidden(db, mine)
    names = ("waiting", *counts, *flags)
    return ({"annotator": annotator} if annotator else {}) | {
        "title": project.title,
        "articles": {"total": sum(states.values())} | {state.value: n for state, n in states.items()},
        "spans": _sorted(by_label),
        "missed": _sorted(missed),
        "annotators": _sorted(people),
        "suggestions": [
            {"source": source, "label": label} | dict(zip(names, sums, strict=True)) | {"hidden": hidden[source, label]}
            for source, label, *sums in sorted(judged, key=lambda row: (row[0], row[1]))
        ],
    }


def _sum(what: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((what, 1), else_=0))


def _hidden(db: Connection, mine: ColumnElement[bool]) -> Counter[tuple[str, str]]:
    """Return by source and label how many suggestions wait unseen, as less likely right than the threshold."""
    known, found = confidence.get(db), Counter[tuple[str, str]]()
    if not known.hide_below or known.shown:
        return found
    judged = select(verdicts.c.suggestion).join(readings, readings.c.key == verdicts.c.reading).where(mine)
    what = (suggestions.c.source, suggestions.c.label, suggestions.c.kind, suggestions.c.score)
    rows = db.execute(
        select(*what, func.count())
        .where(suggestions.c.retired.is_(False), suggestions.c.key.not_in(judged))
        .where(suggestions.c.label.not_in(out_of_use(db)))
        .group_by(*what)
    )
    for source, label, kind, score, n in rows:
        found[source, label] += n * known.hides(known.share(source, label, kind, score))
    return found


def _key_of(db: Connection, annotator: str | None) -> str | None:
    if annotator is None:
        return None
    key = db.execute(select(annotators.c.key).where(annotators.c.name == annotator)).scalar()
    if key is None:
        names = ", ".join(db.scalars(select(annotators.c.name).order_by(annotators.c.name)))
        raise UserError(
            tr("Personne ne s’appelle « {name} » dans ce projet.", name=annotator),
            tr("Annotateurs : {names}.", names=names),
        )
    return str(key)


def _furthest(db: Connection) -> dict[State, int]:
    rank = case({state.value: n for n, state in enumerate(FURTHEST)}, value=readings.c.state)
    best = select(func.min(rank).label("rank")).group_by(readings.c.article).subquery()
    found = {FURTHEST[n]: count for n, count in db.execute(select(best.c.rank, func.count()).group_by(best.c.rank))}
    read = sum(n for state, n in found.items() if state is not State.TODO)
    return {state: found.get(state, 0) for state in State} | {State.TODO: articles.count(db) - read}


def _sorted(rows: Any) -> dict[str, int]:
    return dict(sorted((name, n) for name, n in rows))
