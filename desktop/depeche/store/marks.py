"""The marks and texts that a question is about, read in whole articles by whichever way is short.

What few articles or marks fit is read by an index and sorted; what many fit is met soon by going through the articles.
`CROSS JOIN` fixes that way in SQLite, which has no statistics of a project.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, bindparam, text

from depeche.core.finding import Question
from depeche.core.scheme import Scheme, ValueType
from depeche.core.worth import BETWEEN
from depeche.store import search

FEW = 4_000
"""So many articles or marks are read and sorted in no time."""

_READING = "LEFT JOIN readings r ON r.article = a.key AND r.annotator = :annotator"
_TABLES = ("spans", "suggestions")
_LAST = "\uffff"


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


# --- articles


def is_bound(question: Question) -> bool:
    """Tell whether only some articles are asked for."""
    return bool(question.states or question.since or question.until)


def few(db: Connection, question: Question) -> set[int] | None:
    """Return the numbers of the articles asked for, None where they are many."""
    where, values = _about_article(question)
    query = f"SELECT a.number FROM articles a {_READING} WHERE {where} LIMIT {FEW + 1}"
    found = set(db.scalars(_bound(query, values), values))
    return found if len(found) <= FEW else None


def fitting(db: Connection, question: Question, among: Collection[int] | None = None) -> set[int]:
    """Return the numbers of the articles asked for, all or those among some."""
    where, values = _about_article(question)
    if among is not None:
        where += " AND a.number IN (SELECT value FROM json_each(:among))"
        values["among"] = json.dumps(list(among))
    return set(db.scalars(_bound(f"SELECT a.number FROM articles a {_READING} WHERE {where}", values), values))


def texts_of(db: Connection, numbers: Collection[int]) -> Iterator[Row]:
    """Yield the articles of these numbers with their texts, in order."""
    query = (
        "SELECT a.key, a.number, a.name, a.title, a.date, t.text FROM articles a JOIN texts t ON t.article = a.key "
        "WHERE a.number IN (SELECT value FROM json_each(:numbers)) ORDER BY a.number"
    )
    for row in db.execute(text(query), {"numbers": json.dumps(list(numbers))}):
        yield Row(_uuid(row.key), row.number, row.name, row.title, row.date, row.text)


def _about_article(question: Question) -> tuple[str, dict[str, Any]]:
    """Return the condition on an article `a` and a reading `r`. A month may hold the day asked for, a year both."""
    found, values = ["1"], dict[str, Any](annotator=_hex(question.annotator))
    if question.states:
        found.append("coalesce(r.state, 'todo') IN :states")
        values["states"] = [state.value for state in question.states]
    if question.since:
        found.append("(a.date >= :since OR substr(:since, 1, length(a.date)) = a.date)")
        values["since"] = question.since
    if question.until:
        found.append("a.date <= :until")
        values["until"] = question.until + _LAST
    return " AND ".join(found), values


# --- marks


def in_articles(db: Connection, scheme: Scheme, question: Question, numbers: Collection[int]) -> dict[int, list[Mark]]:
    """Return all marks of these articles, by the article's number."""
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    values = {"annotator": _hex(question.annotator), "among": json.dumps(sorted(numbers)), "flat": _flat(scheme)}
    for table in _TABLES:
        tail = " WHERE a.number IN (SELECT value FROM json_each(:among))" + _waiting(table)
        for mark in _read(db, table, _from(table, by_article=True) + tail, values):
            found[mark.number].append(mark)
    return found


def count(db: Connection, scheme: Scheme, question: Question) -> int | None:
    """Return how many marks are found, whatever words they hold; None for many."""
    total = 0
    for table in _TABLES:
        where, values = _about_mark(scheme, question, table)
        query = f"SELECT count(*) FROM (SELECT 1 {_from(table, by_article=False)} WHERE {where} LIMIT {FEW + 1})"
        total += db.execute(_bound(query, values), values).scalar_one()
    return total if total <= FEW else None


def page(db: Connection, scheme: Scheme, question: Question, after: int, limit: int) -> tuple[list[Row], int | None]:
    """Return about `limit` marks of articles with a number above `after`, and the last number looked at.

    They are all those of at least one article. The number is None at the end.
    """
    among = _among(db, question)
    found: list[Mark] = []
    ends: list[int] = []
    for table in _TABLES:
        marks, upto = _some(db, scheme, question, table, after, limit, among)
        found += marks
        ends += [upto] if upto is not None else []
    upto = min(ends, default=None)
    found = sorted(
        (mark for mark in found if upto is None or mark.number <= upto),
        key=lambda mark: (mark.number, mark.start, -mark.end),
    )
    articles = {row.number: row for row in texts_of(db, {mark.number for mark in found})}
    rows = []
    for mark in found:
        rows.append(replace(articles[mark.number], start=mark.start, end=mark.end, mark=mark))
    return rows, upto


def _among(db: Connection, question: Question) -> set[int] | None:
    """Return the only articles in which marks may be found, where they are few."""
    some = few(db, question) if is_bound(question) else None
    if question.words:
        holding = search.matching(db, question.words, limit=FEW + 1)
        if len(holding) <= FEW:
            numbers = {*holding, *search.lacking(db)}
            return numbers if some is None else some & numbers
    return some


def _some(
    db: Connection,
    scheme: Scheme,
    question: Question,
    table: str,
    after: int,
    limit: int,
    among: set[int] | None,
) -> tuple[list[Mark], int | None]:
    where, values = _about_mark(scheme, question, table)
    values |= {"after": after, "limit": limit + 1}
    where += " AND a.number > :after"
    if among is not None:
        where += " AND a.number IN (SELECT value FROM json_each(:among))"
        values["among"] = json.dumps(sorted(among))
    rare = among is None and _is_rare(db, scheme, question, table)
    query = _from(table, by_article=not rare) + f" WHERE {where}"
    found = list(_read(db, table, f"{query} ORDER BY a.number LIMIT :limit", values))
    if len(found) <= limit:
        return found, None
    last = found[-1].number
    if last != found[0].number:
        found = [mark for mark in found if mark.number != last]
        return found, found[-1].number
    whole = _read(db, table, f"{query} AND a.number = :last", values | {"last": last})
    return list(whole), last


def _is_rare(db: Connection, scheme: Scheme, question: Question, table: str) -> bool:
    where, values = _of_content(scheme, question)
    query = f"SELECT count(*) FROM (SELECT 1 FROM {table} m WHERE {where} LIMIT {FEW + 1})"
    return int(db.execute(_bound(query, values), values).scalar_one()) <= FEW


def _from(table: str, *, by_article: bool) -> str:
    of_mark = "m.reading = r.key" if table == "spans" else "m.article = a.key"
    if by_article and table == "spans":
        return (
            "FROM articles a CROSS JOIN readings r ON r.article = a.key AND r.annotator = :annotator "
            f"CROSS JOIN spans m ON {of_mark} LEFT JOIN suggestions g ON g.key = m.suggestion"
        )
    if by_article:
        return f"FROM articles a CROSS JOIN suggestions m ON {of_mark} {_READING}"
    if table == "spans":
        return (
            "FROM spans m CROSS JOIN readings r ON r.key = m.reading AND r.annotator = :annotator "
            "CROSS JOIN articles a ON a.key = r.article LEFT JOIN suggestions g ON g.key = m.suggestion"
        )
    return f"FROM suggestions m CROSS JOIN articles a ON a.key = m.article {_READING}"


def _about_mark(scheme: Scheme, question: Question, table: str) -> tuple[str, dict[str, Any]]:
    about_article, values = _about_article(question)
    content, more = _of_content(scheme, question)
    where = f"{about_article} AND {content}{_waiting(table)}"
    values |= more
    if table == "suggestions":
        values["flat"] = _flat(scheme)
    if question.source is not None:
        where += f" AND {'g' if table == 'spans' else 'm'}.source = :source"
        values["source"] = question.source
    return where, values


def _waiting(table: str) -> str:
    """Return what else must be so of a suggestion: it isn't judged, and can stay beside the annotator's spans."""
    if table == "spans":
        return ""
    return (
        " AND m.retired = 0 AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.suggestion = m.key AND v.reading = r.key)"
        ' AND NOT EXISTS (SELECT 1 FROM spans o WHERE o.reading = r.key AND o.start < m."end" AND o."end" > m.start'
        ' AND (o.start = m.start AND o."end" = m."end" OR o.label IN (SELECT value FROM json_each(:flat))'
        " AND m.label IN (SELECT value FROM json_each(:flat))))"
    )


def _flat(scheme: Scheme) -> str:
    return json.dumps([one.label for one in scheme.labels if not one.nests])


def _of_content(scheme: Scheme, question: Question) -> tuple[str, dict[str, Any]]:
    worth = question.worth
    labels = list(question.labels)
    if worth is not None and not labels:
        types = (ValueType.NUMBER,) if worth.is_figure else (ValueType.NAME, ValueType.SPEAKER, ValueType.DATE)
        labels = [one.label for one in scheme.labels if one.value in types]
    if not labels:
        return "1", {}
    found, values = ["m.label IN :labels"], dict[str, Any](labels=labels)
    if worth is None:
        return found[0], values
    ways = []
    if worth.names:
        ways.append("m.sought IN :names")
        values["names"] = list(worth.names)
        if any(scheme.get(label).value is ValueType.SPEAKER for label in labels if label in scheme):
            ways += [f"instr(:between || m.sought || :between, :name{n}) > 0" for n in range(len(worth.names))]
            values |= {f"name{n}": f"{BETWEEN}{name}{BETWEEN}" for n, name in enumerate(worth.names)}
            values["between"] = BETWEEN
    if worth.start:
        ways.append("(m.sought >= :start AND m.sought < :beyond)")
        values |= {"start": worth.start, "beyond": worth.start + _LAST}
    if ways:
        found.append(f"({' OR '.join(ways)})")
    if worth.is_figure:
        found.append("m.high >= :low AND m.low <= :high")
        values |= {"low": worth.low, "high": worth.high}
    return " AND ".join(found), values


def _read(db: Connection, table: str, tail: str, values: dict[str, Any]) -> Iterator[Mark]:
    source = "g.source" if table == "spans" else "m.source"
    query = f'SELECT a.number, m.start, m."end" AS ends, m.key, m.label, {source} AS source {tail}'
    for row in db.execute(_bound(query, values), values):
        yield Mark(row.number, row.start, row.ends, _uuid(row.key), row.label, row.source, table == "spans")


# --- how it is asked


def _bound(query: str, values: dict[str, Any]) -> Any:
    lists = [name for name, value in values.items() if isinstance(value, list)]
    return text(query).bindparams(*(bindparam(name, expanding=True) for name in lists))


def _hex(key: str) -> str:
    """Return a UUID as SQLite has it."""
    return key.replace("-", "")


def _uuid(stored: str) -> str:
    return f"{stored[:8]}-{stored[8:12]}-{stored[12:16]}-{stored[16:20]}-{stored[20:]}"
