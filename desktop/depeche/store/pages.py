"""One annotator's work on many articles at once, as the radar reads it: texts, spans, and what was said no to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, or_, select

from depeche.core.article import Article, State
from depeche.core.span import Span, reading_order
from depeche.core.suggestion import Outcome
from depeche.store import articles, blind, codec, confidence
from depeche.store.in_use import out_of_use
from depeche.store.tables import articles as heads
from depeche.store.tables import readings, spans, suggestions, texts, verdicts

Place = tuple[int, int]

_READ = (State.STARTED, State.DONE, State.FLAGGED)


@dataclass(frozen=True, slots=True)
class Page:
    """An article with an annotator's spans. `refused` and `waiting` are the places of suggestions, without label."""

    article: Article
    state: State
    spans: tuple[Span, ...]
    refused: frozenset[Place] = frozenset()
    waiting: frozenset[Place] = frozenset()


def begun(db: Connection, annotator: str) -> list[str]:
    """Return the keys of the articles that the annotator (a key) has begun or finished, in order of import.

    A blind control that isn't finished is left alone.
    """
    query = (
        select(heads.c.key)
        .join(readings, readings.c.article == heads.c.key)
        .where(readings.c.annotator == annotator, blind.is_open(readings.c.assisted, readings.c.state))
        .where(
            or_(
                readings.c.state.in_([state.value for state in _READ]),
                select(spans.c.key).where(spans.c.reading == readings.c.key).exists(),
            )
        )
    )
    return list(db.scalars(query.order_by(heads.c.number)))


def of(db: Connection, annotator: str, keys: Sequence[str]) -> list[Page]:
    """Return the pages of these articles (a few hundred at most) that the annotator has a reading of, in order.

    Without those that are to be finished without help.
    """
    rows = db.execute(
        select(heads, texts.c.text, readings.c.key.label("reading"), readings.c.state)
        .join(texts, texts.c.article == heads.c.key)
        .join(readings, and_(readings.c.article == heads.c.key, readings.c.annotator == annotator))
        .where(heads.c.key.in_(keys), blind.is_open(readings.c.assisted, readings.c.state))
        .order_by(heads.c.number)
    ).mappings()
    found = [(row["reading"], State(row["state"]), articles.from_row(row)) for row in rows]
    wanted = [reading for reading, _, _ in found]
    marked: defaultdict[str, list[Span]] = defaultdict(list)
    for row in db.execute(select(spans).where(spans.c.reading.in_(wanted))).mappings():
        marked[row["reading"]].append(codec.span_from_row(row))
    refused = _refused(db, wanted)
    waiting = _waiting(db, [reading for reading, state, _ in found if state is State.STARTED])
    return [
        Page(article, state, tuple(reading_order(marked[one])), frozenset(refused[one]), frozenset(waiting[one]))
        for one, state, article in found
    ]


def _refused(db: Connection, wanted: Sequence[str]) -> defaultdict[str, list[Place]]:
    places: defaultdict[str, list[Place]] = defaultdict(list)
    rows = db.execute(
        select(verdicts.c.reading, suggestions.c.start, suggestions.c.end)
        .join(suggestions, suggestions.c.key == verdicts.c.suggestion)
        .where(verdicts.c.reading.in_(wanted), verdicts.c.outcome == Outcome.REJECTED.value)
    )
    for reading, start, end in rows:
        places[reading].append((start, end))
    return places


def _waiting(db: Connection, wanted: Sequence[str]) -> defaultdict[str, list[Place]]:
    places: defaultdict[str, list[Place]] = defaultdict(list)
    judged = select(verdicts.c.suggestion).where(
        verdicts.c.reading == readings.c.key, verdicts.c.suggestion == suggestions.c.key
    )
    rows = db.execute(
        select(
            readings.c.key, suggestions.c.start, suggestions.c.end,
            suggestions.c.source, suggestions.c.label, suggestions.c.kind, suggestions.c.score,
        )
        .join(suggestions, suggestions.c.article == readings.c.article)
        .where(readings.c.key.in_(wanted), suggestions.c.retired.is_(False), ~judged.exists())
        .where(suggestions.c.label.not_in(out_of_use(db)))
    )  # fmt: skip
    known = confidence.get(db)
    for reading, start, end, *what in rows:
        if not known.hides(known.share(*what)):  # nobody waits for an answer to what isn't on the sheet
            places[reading].append((start, end))
    return places
