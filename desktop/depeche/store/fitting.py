"""The articles that a question is about, and the values in which what is found is handed on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, text

from depeche.core.article import State
from depeche.core.finding import Question

FEW = 4_000
"""So many articles or marks are read and sorted in no time."""

READING = "LEFT JOIN readings r ON r.article = a.key AND r.annotator = :annotator"
"""Joins to an article `a` its reading `r` by the annotator."""

LAST = "\uffff"
"""Sorts behind all that is written."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the annotator, or a suggestion that waits for their verdict."""

    number: int
    start: int
    end: int
    key: str
    label: str
    source: str | None
    is_span: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of an article's text, with the mark that it is where it is one."""

    article: str
    number: int
    name: str
    title: str
    date: str | None
    text: str
    start: int = 0
    end: int = 0
    mark: Mark | None = None


def is_bound(question: Question) -> bool:
    """Tell whether only some articles are asked for."""
    return bool(question.states or question.since or question.until or question.papers)


def few(db: Connection, question: Question) -> set[int] | None:
    """Return the numbers of the articles asked for, None where they are many."""
    found = _articles(db, question, f" LIMIT {FEW + 1}", {})
    return found if len(found) <= FEW else None


def fitting(db: Connection, question: Question, among: Collection[int] | None = None) -> set[int]:
    """Return the numbers of the articles asked for, all or those among some."""
    if among is None:
        return _articles(db, question, "", {})
    only = " AND a.number IN (SELECT value FROM json_each(:among))"
    return _articles(db, question, only, {"among": json.dumps(list(among))})


def _articles(db: Connection, question: Question, tail: str, more: dict[str, Any]) -> set[int]:
    where, values = about_article(question)
    values |= more
    untouched = not question.states or State.TODO in question.states
    inner = "CROSS" if question.since or question.until else ""  # by date first, which says more than a state
    join = READING if untouched else f"{inner} {READING.removeprefix('LEFT ')}"
    return set(db.scalars(bound(f"SELECT a.number FROM articles a {join} WHERE {where}{tail}", values), values))


def texts_of(db: Connection, numbers: Collection[int]) -> Iterator[Row]:
    """Yield the articles of these numbers with their texts, in order."""
    query = (
        "SELECT a.key, a.number, a.name, a.title, a.date, t.text FROM articles a JOIN texts t ON t.article = a.key "
        "WHERE a.number IN (SELECT value FROM json_each(:numbers)) ORDER BY a.number"
    )
    for row in db.execute(text(query), {"numbers": json.dumps(list(numbers))}):
        yield Row(uuid_of(row.key), row.number, row.name, row.title, row.date, row.text)


def about_article(question: Question) -> tuple[str, dict[str, Any]]:
    """Return the condition on an article `a` and a reading `r`. A month may hold the day asked for, a year both."""
    found, values = ["1"], dict[str, Any](annotator=hex_of(question.annotator))
    if question.states:
        todo = State.TODO in question.states
        found.append("coalesce(r.state, 'todo') IN :states" if todo else "r.state IN :states")
        values["states"] = [state.value for state in question.states]
    if question.papers:
        found.append("a.source IN :papers")
        values["papers"] = list(question.papers)
    if question.since:  # the year alone is found by the index
        found.append("a.date >= :year AND (a.date >= :since OR substr(:since, 1, length(a.date)) = a.date)")
        values |= {"year": question.since[:4], "since": question.since}
    if question.until:
        found.append("a.date <= :until")
        values["until"] = question.until + LAST
    return " AND ".join(found), values


def bound(query: str, values: dict[str, Any]) -> Any:
    """Return a statement whose lists among `values` are expanded."""
    lists = [name for name, value in values.items() if isinstance(value, list)]
    return text(query).bindparams(*(bindparam(name, expanding=True) for name in lists))


def hex_of(key: str) -> str:
    """Return a UUID as SQLite has it."""
    return key.replace("-", "")


def uuid_of(stored: str) -> str:
    """Return a UUID from how SQLite has it."""
    return f"{stored[:8]}-{stored[8:12]}-{stored[12:16]}-{stored[16:20]}-{stored[20:]}"
