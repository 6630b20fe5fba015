"""What annotators made of the other articles that have sentences of one: read anew each time, never kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from depeche.core.article import Article, State
from depeche.core.sentences import sentences as sentences_of
from depeche.core.span import Span, reading_order
from depeche.core.suggestion import Outcome
from depeche.store import articles, codec
from depeche.store.tables import annotators, readings, sentences, spans, suggestions, verdicts
from depeche.store.tables import articles as heads

MOST = 500
"""Articles looked at for one sentence: what stands in more of them is boilerplate."""
FEW = 5
"""Readings that are looked at for one sentence, the finished ones first: more of them say the same again."""

_AT_ONCE = 500
_BEGUN = [state.value for state in (State.STARTED, State.DONE, State.FLAGGED)]


@dataclass(frozen=True, slots=True)
class Told:
    """What one annotator made of an article that has sentences of another's.

    `refused` are borders and labels of suggestions that were rejected where nothing else of that label was marked.
    """

    article: Article
    annotator: str
    state: State
    spans: tuple[Span, ...]
    refused: tuple[tuple[int, int, str], ...] = ()


def elsewhere(db: Connection, article: Article) -> list[Told]:
    """Return what annotators made of the other articles that have a sentence of this one, the finished ones first.

    Only where somebody began the article or marked something in it; of each sentence the first `FEW` of these.
    """
    places: dict[int, set[int]] = {}
    for digest in {one.digest for one in sentences_of(article.text) if one.counts}:
        query = select(sentences.c.number).where(sentences.c.digest == digest).limit(MOST)
        places[digest] = set(db.scalars(query)) - {article.number}
    wanted = sorted(set().union(*places.values()))
    made = [row for at in range(0, len(wanted), _AT_ONCE) for row in _readings(db, wanted[at : at + _AT_ONCE])]
    made.sort(key=lambda row: (row.state != State.DONE.value, row.number, row.by))
    chosen = {
        row.reading
        for numbers in places.values()
        for row in [one for one in made if one.number in numbers][:FEW]
    }  # fmt: skip
    return [
        Told(articles.get(db, row.article), row.by, State(row.state), marked, _refused(db, row.reading, marked))
        for row in made
        if row.reading in chosen
        for marked in [_marked(db, row.reading)]
    ]


def _readings(db: Connection, numbers: Sequence[int]) -> Sequence[Any]:
    marked = select(spans.c.key).where(spans.c.reading == readings.c.key).exists()
    return db.execute(
        select(
            heads.c.key.label("article"), heads.c.number, readings.c.key.label("reading"), readings.c.state,
            annotators.c.name.label("by"),
        )
        .join(readings, readings.c.article == heads.c.key)
        .join(annotators, annotators.c.key == readings.c.annotator)
        .where(heads.c.number.in_(numbers), or_(readings.c.state.in_(_BEGUN), marked))
    ).all()  # fmt: skip


def _marked(db: Connection, reading: str) -> tuple[Span, ...]:
    rows = db.execute(select(spans).where(spans.c.reading == reading)).mappings()
    return tuple(reading_order(map(codec.span_from_row, rows)))


def _refused(db: Connection, reading: str, marked: Sequence[Span]) -> tuple[tuple[int, int, str], ...]:
    rows = db.execute(
        select(suggestions.c.start, suggestions.c.end, suggestions.c.label)
        .join(verdicts, verdicts.c.suggestion == suggestions.c.key)
        .where(verdicts.c.reading == reading, verdicts.c.outcome == Outcome.REJECTED.value)
        .order_by(suggestions.c.start, suggestions.c.end.desc(), suggestions.c.label)
    )
    return tuple(
        (start, end, label)
        for start, end, label in rows
        if not any(one.label == label and one.start < end and start < one.end for one in marked)
    )
