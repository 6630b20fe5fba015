"""Suggestions in a project: put, replace those of an earlier run, find those that wait for a person."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, or_, select, update

from depeche.core.ids import new_key
from depeche.core.span import reading_order
from depeche.core.suggestion import Suggestion
from depeche.core.worth import sought_columns
from depeche.store import codec
from depeche.store.bulk import put_rows
from depeche.store.in_use import out_of_use
from depeche.store.tables import suggestions, verdicts


def of(db: Connection, article: str, *, retired: bool = False, unused: bool = False) -> list[Suggestion]:
    """Return an article's suggestions in reading order; with `retired`, those of earlier runs too.

    Without, nor those of labels that are out of use, unless `unused`: they come back with their label.
    """
    query = select(suggestions).where(suggestions.c.article == article)
    if not retired:
        query = query.where(suggestions.c.retired.is_(False))
        if not unused:
            query = query.where(suggestions.c.label.not_in(out_of_use(db)))
    return reading_order(codec.suggestion_from_row(row) for row in codec.plain_rows(db.execute(query)))


def among(db: Connection, keys: Collection[str]) -> dict[str, tuple[Suggestion, bool]]:
    """Return the suggestions of these keys, by key, each with whether a later run has retired it."""
    rows = codec.plain_rows(db.execute(select(suggestions).where(suggestions.c.key.in_(keys))))
    return {row["key"]: (codec.suggestion_from_row(row), row["retired"]) for row in rows}


def sources(db: Connection, prefix: str) -> list[str]:
    """Return the sources of suggestions whose name begins so, also of retired ones."""
    named = suggestions.c.source.startswith(prefix, autoescape=True)
    return sorted(db.scalars(select(suggestions.c.source).where(named).distinct()))


def sources_of(db: Connection, article: str) -> set[str]:
    """Return the sources that have proposed for an article, also what is retired."""
    return set(db.scalars(select(suggestions.c.source).where(suggestions.c.article == article).distinct()))


def taken(db: Connection, article: str) -> set[tuple[int, int, str]]:
    """Return where (start, end, label) suggestions wait or were judged, so that none is proposed there anew."""
    judged = suggestions.c.key.in_(select(verdicts.c.suggestion))
    query = select(suggestions.c.start, suggestions.c.end, suggestions.c.label).where(
        suggestions.c.article == article, or_(suggestions.c.retired.is_(False), judged)
    )
    return {(start, end, label) for start, end, label in db.execute(query)}


def put(db: Connection, article: str, proposed: Iterable[Suggestion]) -> list[Suggestion]:
    """Store new suggestions of an article and return them with their keys."""
    stored = [one if one.key else replace(one, key=new_key()) for one in proposed]
    put_all(db, [(article, stored)])
    return stored


def put_all(db: Connection, proposed: Iterable[tuple[str, Iterable[Suggestion]]], *, retired: bool = False) -> None:
    """Store new suggestions, which have their keys, of several articles; `retired`: only who judged one sees it."""
    rows = []
    for article, some in proposed:
        for one in some:
            row = codec.content_to_row(one) | _whence(one) | sought_columns(one.value, one.attrs)
            row |= {"article": article, "retired": retired, "digest": codec.suggestion_digest(row)}
            rows.append(row)
    put_rows(db, suggestions, rows)


def renew(db: Connection, article: str, proposed: Sequence[Suggestion], sources: Collection[str]) -> int:
    """Put a new run's suggestions in place of the ones that these sources made before; returns how many are new.

    Where someone has judged a suggestion, none of the same label is proposed again; nor where another source's (an
    imported one) is waiting. One that still says the same keeps its key, and takes the new score and reason. The other
    earlier ones of these sources are retired, not deleted, so that what was ever suggested can be counted. Those of a
    label out of use, which no source is asked for, stay as they are.
    """
    unasked = out_of_use(db)
    judged = set(db.scalars(select(verdicts.c.suggestion).join(suggestions).where(suggestions.c.article == article)))
    standing = {one.key for one in of(db, article)}
    earlier = of(db, article, retired=True)
    theirs = {
        _said(one): one
        for one in earlier
        if one.source in sources and one.key not in judged and one.label not in unasked
    }
    taken = {_place(one) for one in earlier if one.key in judged}
    taken |= {_place(one) for one in earlier if one.key in standing and one.source not in sources}
    fresh: list[Suggestion] = []
    staying: set[str] = set()
    for one in proposed:
        if _place(one) in taken:
            continue
        same = theirs.get(_said(one))
        if same is None:
            fresh.append(one)
            continue
        staying.add(same.key)
        if (same.score, same.reason) != (one.score, one.reason):
            _rescore(db, replace(one, key=same.key))
    for keys, retired in (({one.key for one in theirs.values()} - staying, True), (staying, False)):
        changed = [key for key in keys if (key in standing) is retired]
        if changed:
            db.execute(update(suggestions).where(suggestions.c.key.in_(changed)).values(retired=retired))
    put(db, article, fresh)
    return len(fresh)


def _rescore(db: Connection, one: Suggestion) -> None:
    row = codec.content_to_row(one) | _whence(one)
    said = {"score": row["score"], "reason": row["reason"], "digest": codec.suggestion_digest(row)}
    db.execute(update(suggestions).where(suggestions.c.key == one.key).values(said))


def _said(one: Suggestion) -> str:
    """Return what a suggestion says and who says it, as the database keeps it (there a tuple is a list)."""
    said = codec.content_to_row(replace(one, key="")) | {"source": one.source, "version": one.version}
    return json.dumps(said, sort_keys=True)


def _whence(one: Suggestion) -> dict[str, object]:
    return {
        "source": one.source,
        "version": one.version,
        "score": None if one.score is None else float(one.score),
        "reason": one.reason,
    }


def _place(one: Suggestion) -> tuple[int, int, str]:
    return one.start, one.end, one.label
