"""What people said of the same words in all articles, counted from the rows, so that it is never out of date."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, Text, cast, func, or_, select

from depeche.core.memory import LONGEST, Memory, Tally, form_of
from depeche.core.span import Value
from depeche.core.suggestion import Outcome
from depeche.store import actors, codec
from depeche.store.tables import readings, spans, suggestions, texts, verdicts

_Key = tuple[str, str]


def recall(db: Connection, labels: Collection[str]) -> Memory:
    """Return what everybody's spans and verdicts under these labels say of words, and the registry.

    A suggestion counts as refused where its reading has no span of these labels in its place: what gave way to another
    border was in the right place, and a corrected one counts as what it became.
    """
    accepted: defaultdict[_Key, Counter[tuple[str | None, Value]]] = defaultdict(Counter)
    refused: Counter[_Key] = Counter()
    words = func.substr(texts.c.text, spans.c.start + 1, spans.c.end - spans.c.start)
    marked = (
        select(spans.c.label, words.label("words"), spans.c.kind, cast(spans.c.value, Text).label("value"))
        .join(readings, readings.c.key == spans.c.reading)
        .join(texts, texts.c.article == readings.c.article)
        .where(spans.c.label.in_(labels), spans.c.end - spans.c.start <= LONGEST)
    )
    for label, said, kind, value, n in db.execute(_counted(marked)):
        given = codec.value_from_json(json.loads(value)) if value else None
        accepted[label, form_of(said)][kind, given] += n
    for label, said, n in db.execute(_counted(_refusals(labels))):
        refused[label, form_of(said)] += n
    tallies = {key: Tally(accepted.get(key, {}), refused[key]) for key in accepted.keys() | refused.keys()}
    return Memory(tallies, actors.every(db))


def _counted(rows: Select[Any]) -> Select[Any]:
    """Return a query for the different rows of a query, each with how often it comes.

    The database counts: in Python, 100,000 rows would keep the window's thread waiting for its turn.
    """
    found = rows.subquery()
    return select(*found.c, func.count()).group_by(*found.c)


def _refusals(labels: Collection[str]) -> Select[Any]:
    words = func.substr(texts.c.text, suggestions.c.start + 1, suggestions.c.end - suggestions.c.start)
    instead = select(spans.c.key).where(
        spans.c.reading == verdicts.c.reading,
        spans.c.label.in_(labels),
        spans.c.start < suggestions.c.end,
        spans.c.end > suggestions.c.start,
    )
    said_no = (verdicts.c.outcome == Outcome.REJECTED.value) & ~instead.exists()
    other = (verdicts.c.outcome == Outcome.CORRECTED.value) & or_(verdicts.c.moved, verdicts.c.relabelled)
    return (
        select(suggestions.c.label, words.label("words"))
        .select_from(verdicts)
        .join(suggestions, suggestions.c.key == verdicts.c.suggestion)
        .join(texts, texts.c.article == suggestions.c.article)
        .where(
            suggestions.c.label.in_(labels),
            suggestions.c.end - suggestions.c.start <= LONGEST,
            or_(said_no, other),
        )
    )
