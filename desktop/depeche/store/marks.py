"""The marks that a question is about, read in whole articles by whichever way is short.

What few articles or marks fit is read by an index and sorted; what many fit is met soon by going through the articles.
`CROSS JOIN` fixes that way in SQLite, which has no statistics of a project.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, text

from depeche.core import blind
from depeche.core.finding import Question
from depeche.core.scheme import Scheme, ValueType
from depeche.core.worth import BETWEEN
from depeche.store import blind as control
from depeche.store import search
from depeche.store.fitting import (
    FEW,
    LAST,
    READING,
    Mark,
    Row,
    about_article,
    bound,
    few,
    hex_of,
    is_bound,
    texts_of,
    uuid_of,
)

_WINDOW = 3_000
"""So many articles are gone through at a time, so that a long search can be told of and given up."""

_TABLES = ("spans", "suggestions")


def in_articles(db: Connection, scheme: Scheme, question: Question, numbers: Collection[int]) -> dict[int, list[Mark]]:
    """Return all marks of these articles, by the article's number."""
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    values = {"annotator": hex_of(question.annotator), "among": json.dumps(sorted(numbers))} | _shown(db, scheme)
    for table in _TABLES:
        tail = " WHERE a.number IN (SELECT value FROM json_each(:among))" + _waiting(table)
        for mark in _read(db, table, _from(table, by_article=True) + tail, values):
            found[mark.number].append(mark)
    return found


def count(db: Connection, scheme: Scheme, question: Question) -> int | None:
    """Return how many marks are found, whatever words they hold; None for many."""
    if not all(_is_rare(db, scheme, question, table) for table in _TABLES):
        return None
    total = 0
    for table in _TABLES:
        where, values = _about_mark(db, scheme, question, table, by_article=False)
        query = f"SELECT count(*) {_from(table, by_article=False)} WHERE {where}"
        total += db.execute(bound(query, values), values).scalar_one()
    return total


def page(db: Connection, scheme: Scheme, question: Question, after: int, limit: int) -> tuple[list[Row], int | None]:
    """Return about `limit` marks of articles with a number above `after`, and the last number looked at.

    Fewer where they are met too seldom; all those of an article or none. The number is None at the end.
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
    rare = among is None and _is_rare(db, scheme, question, table)
    where, values = _about_mark(db, scheme, question, table, by_article=not rare)
    values |= {"after": after, "limit": limit + 1}
    where += " AND a.number > :after"
    end: int | None = None
    if among is not None:
        where += " AND a.number IN (SELECT value FROM json_each(:among))"
        values["among"] = json.dumps(sorted(among))
    elif not rare:
        where += " AND a.number <= :window"
        values["window"] = after + _WINDOW
        last = db.execute(text("SELECT max(number) FROM articles")).scalar() or 0
        end = after + _WINDOW if after + _WINDOW < last else None
    query = _from(table, by_article=not rare) + f" WHERE {where}"
    found = list(_read(db, table, f"{query} ORDER BY a.number LIMIT :limit", values))
    if len(found) <= limit:
        return found, end
    last = found[-1].number
    if last != found[0].number:
        found = [mark for mark in found if mark.number != last]
        return found, found[-1].number
    whole = _read(db, table, f"{query} AND a.number = :last", values | {"last": last})
    return list(whole), last


def _is_rare(db: Connection, scheme: Scheme, question: Question, table: str) -> bool:
    where, values = _of_content(scheme, question, table, by_article=False)
    query = f"SELECT count(*) FROM (SELECT 1 FROM {table} m WHERE {where} LIMIT {FEW + 1})"
    return int(db.execute(bound(query, values), values).scalar_one()) <= FEW


def _from(table: str, *, by_article: bool) -> str:
    of_mark = "m.reading = r.key" if table == "spans" else "m.article = a.key"
    if by_article and table == "spans":
        return (
            "FROM articles a CROSS JOIN readings r ON r.article = a.key AND r.annotator = :annotator "
            f"CROSS JOIN spans m ON {of_mark} LEFT JOIN suggestions g ON g.key = m.suggestion"
        )
    if by_article:
        return f"FROM articles a CROSS JOIN suggestions m ON {of_mark} {READING}"
    if table == "spans":
        return (
            "FROM spans m CROSS JOIN readings r ON r.key = m.reading AND r.annotator = :annotator "
            "CROSS JOIN articles a ON a.key = r.article LEFT JOIN suggestions g ON g.key = m.suggestion"
        )
    return f"FROM suggestions m CROSS JOIN articles a ON a.key = m.article {READING}"


def _about_mark(
    db: Connection, scheme: Scheme, question: Question, table: str, *, by_article: bool
) -> tuple[str, dict[str, Any]]:
    articles, values = about_article(question)
    content, more = _of_content(scheme, question, table, by_article=by_article)
    where = f"{articles} AND {content}{_waiting(table)}"
    values |= more
    if table == "suggestions":
        values |= _shown(db, scheme)
    if question.source is not None:
        where += f" AND {'g' if table == 'spans' else 'm'}.source = :source"
        values["source"] = question.source
    return where, values


def _waiting(table: str) -> str:
    """Return what else must be so of a suggestion: it is shown, isn't judged, and can stay beside the spans."""
    if table == "spans":
        return ""
    return (
        " AND CASE WHEN r.key IS NULL THEN substr(a.text_hash, -8) >= :drawn ELSE r.assisted IS NOT 0 END"
        " AND m.retired = 0 AND m.label NOT IN (SELECT value FROM json_each(:unused))"
        " AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.suggestion = m.key AND v.reading = r.key)"
        ' AND NOT EXISTS (SELECT 1 FROM spans o WHERE o.reading = r.key AND o.start < m."end" AND o."end" > m.start'
        ' AND (o.start = m.start AND o."end" = m."end" OR o.label IN (SELECT value FROM json_each(:flat))'
        " AND m.label IN (SELECT value FROM json_each(:flat))))"
    )


def _shown(db: Connection, scheme: Scheme) -> dict[str, str]:
    """Return what `_waiting` is filled with.

    `drawn`: below which digits of its hash an unopened article is shown without suggestions. `flat`: the labels that
    don't overlap one another; `unused`: those out of use.
    """
    return {
        "drawn": blind.bound(control.share(db)),
        "flat": json.dumps([one.label for one in scheme.labels if not one.nests]),
        "unused": json.dumps([one.label for one in scheme.labels if one.retired]),
    }


def _of_content(scheme: Scheme, question: Question, table: str, *, by_article: bool) -> tuple[str, dict[str, Any]]:
    """Return the condition on a mark's label and value: for marks met article by article, or found by an index."""
    ways, values = _ways(scheme, question)
    if not ways:
        return "1", {}
    if by_article:  # else the index of values would be gone through for every article
        return re.sub(r"(?<!\+)\bm\.(?=label|sought|high|low)", "+m.", f"({' OR '.join(ways)})"), values
    if len(ways) == 1:
        return ways[0], values
    each = " UNION ".join(f"SELECT m.rowid FROM {table} m WHERE {way}" for way in ways)
    return f"m.rowid IN ({each})", values  # each way by an index of its own


def _ways(scheme: Scheme, question: Question) -> tuple[list[str], dict[str, Any]]:
    worth = question.worth
    labels = list(question.labels)
    if worth is not None and not labels:
        types = (ValueType.NUMBER,) if worth.is_figure else (ValueType.NAME, ValueType.SPEAKER, ValueType.DATE)
        labels = [one.label for one in scheme.labels if one.value in types]
    if not labels:
        return [], {}
    labelled, ways, values = "m.label IN :labels", list[str](), dict[str, Any](labels=labels)
    if worth is None:
        return [labelled], values
    if worth.names:
        ways.append(f"{labelled} AND m.sought IN :names")
        values |= {"names": list(worth.names), "between": BETWEEN}
        several = " OR ".join(f"instr(:between || m.sought || :between, :name{n}) > 0" for n in range(len(worth.names)))
        # An index holds those with several names, and is taken where the condition stands in just these words.
        ways.append(f"instr(m.sought, ' | ') > 0 AND +m.label IN :labels AND ({several})")
        values |= {f"name{n}": f"{BETWEEN}{name}{BETWEEN}" for n, name in enumerate(worth.names)}
    if worth.start:
        ways.append(f"{labelled} AND m.sought >= :start AND m.sought < :beyond")
        values |= {"start": worth.start, "beyond": worth.start + LAST}
    if worth.is_figure:
        ways = [f"{way} AND m.high >= :low AND m.low <= :high" for way in ways or [labelled]]
        values |= {"low": worth.low, "high": worth.high}
    return ways, values


def _read(db: Connection, table: str, tail: str, values: dict[str, Any]) -> Iterator[Mark]:
    source = "g.source" if table == "spans" else "m.source"
    query = f'SELECT a.number, m.start, m."end" AS ends, m.key, m.label, {source} AS source {tail}'
    for row in db.execute(bound(query, values), values):
        yield Mark(row.number, row.start, row.ends, uuid_of(row.key), row.label, row.source, table == "spans")
