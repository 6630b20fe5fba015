"""Answers to questions: a page of lines at a time, in order of import. Words by the index, marks by their rows.

A page costs what it holds, not what the project holds: what is common is found in the first articles looked at, what is
rare by an index.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, func, select

from depeche.core.finding import CONTEXT, Line, Page, Question, Standing, on_one_line
from depeche.core.scheme import Scheme
from depeche.core.span import overlap
from depeche.core.words import occurrences
from depeche.store import fitting, marks, search
from depeche.store.fitting import Mark, Row
from depeche.store.tables import annotators, articles

_FIRST, _CHUNK, _LOOKED = 10, 40, 500


def page(db: Connection, scheme: Scheme, question: Question, after: int = 0, limit: int = 40) -> Page:
    """Return lines of the articles with a number above `after`: about `limit`, more where one article has more.

    Fewer, even none, where marks are met too seldom: then `upto` says where to go on.
    """
    if question.is_empty:
        return Page(())
    read = _marks if question.is_of_marks else _texts
    return read(db, scheme, question, after, limit)


def count(db: Connection, scheme: Scheme, question: Question) -> int | None:
    """Return how many articles hold the words, or how many marks are found; None for many marks.

    What the index lacks isn't counted, nor are the words that marks must hold.
    """
    if question.is_empty:
        return 0
    if question.is_of_marks:
        return marks.count(db, scheme, question)
    if not fitting.is_bound(question):
        return search.count(db, question.words)
    some = fitting.few(db, question)
    if some is not None:
        return len(search.matching(db, question.words, among=some))
    return len(fitting.fitting(db, question).intersection(search.matching(db, question.words)))


def annotator(db: Connection, name: str) -> str | None:
    """Return the key of the annotator of that name, None where there is none."""
    return db.execute(select(annotators.c.key).where(annotators.c.name == name)).scalar()


def annotator_names(db: Connection) -> list[str]:
    """Return the names of all annotators, in order."""
    return list(db.scalars(select(annotators.c.name).order_by(annotators.c.name)))


def papers(db: Connection) -> list[str]:
    """Return where the articles are from, as their `source` says, the most frequent first."""
    said = select(articles.c.source).where(articles.c.source.is_not(None), articles.c.source != "")
    return [str(one) for one in db.scalars(said.group_by(articles.c.source).order_by(func.count().desc(), "source"))]


# --- words


def _texts(db: Connection, scheme: Scheme, question: Question, after: int, limit: int) -> Page:
    found: list[Row] = []
    for batch, upto in _batches(db, question, after):
        for row in fitting.texts_of(db, batch):
            found += (replace(row, start=place[0], end=place[1]) for place in occurrences(row.text, question.words))
        if len(found) >= limit:
            return Page(_standing(db, scheme, question, found), upto)
    return Page(_standing(db, scheme, question, found))


def _batches(db: Connection, question: Question, after: int) -> Iterator[tuple[list[int], int | None]]:
    """Yield the numbers of articles that may hold the words, a few first, each time with the last of them."""
    lacks = search.lacking(db)
    few = fitting.few(db, question) if fitting.is_bound(question) else None
    if lacks or few is not None:
        numbers = {*search.matching(db, question.words, after=after, among=few), *lacks}
        if few is not None:
            numbers &= few
        elif fitting.is_bound(question):
            numbers &= fitting.fitting(db, question)
        rest = sorted(number for number in numbers if number > after)
        size = _FIRST
        while rest:
            yield rest[:size], rest[:size][-1]
            rest, size = rest[size:], _CHUNK
        return
    size = _FIRST
    while batch := search.matching(db, question.words, after=after, limit=size):
        after = batch[-1]
        fit = fitting.fitting(db, question, batch) if fitting.is_bound(question) else set(batch)
        yield [number for number in batch if number in fit], after
        size = _CHUNK * 4 if fitting.is_bound(question) else _CHUNK


def _standing(db: Connection, scheme: Scheme, question: Question, rows: list[Row]) -> tuple[Line, ...]:
    """Return the places as lines, with what the annotator has there already: a span rather than a suggestion."""
    there = marks.in_articles(db, scheme, question, {row.number for row in rows})
    lines = []
    for row in rows:
        touching = [one for one in there.get(row.number, ()) if overlap(one, row)]
        best = max(touching, key=lambda one: (one.is_span, overlap(one, row)), default=None)
        lines.append(_line(row, best))
    return tuple(lines)


# --- marks


def _marks(db: Connection, scheme: Scheme, question: Question, after: int, limit: int) -> Page:
    rows, upto = marks.page(db, scheme, question, after, limit if not question.words else _LOOKED)
    return Page(tuple(_line(row, row.mark) for row in rows if _holds(row, question)), upto)


def _holds(row: Row, question: Question) -> bool:
    return not question.words or bool(occurrences(row.text[row.start : row.end], question.words))


def _line(row: Row, mark: Mark | None = None) -> Line:
    standing = Standing.FREE
    if mark is not None:
        standing = Standing.MARKED if mark.is_span else Standing.SUGGESTED
    return Line(
        row.article,
        row.number,
        row.name,
        row.title,
        row.date,
        row.start,
        row.end,
        on_one_line(row.text[max(0, row.start - CONTEXT) : row.start]),
        on_one_line(row.text[row.start : row.end]),
        on_one_line(row.text[row.end : row.end + CONTEXT]),
        standing,
        mark.key if mark else "",
        mark.label if mark else "",
        mark.source if mark else None,
    )
