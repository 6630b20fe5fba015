"""What became of articles after they were first said to be finished: the spans of then, found again in the journal."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection, select

from depeche.core.agreement import score
from depeche.core.progress import Progress, Report
from depeche.core.span import Span
from depeche.store import codec, spans
from depeche.store.tables import annotators, articles, changes, readings

_STEP = 200

_LATER = """
SELECT DISTINCT i.number, i.who, i.article FROM items i
JOIN (SELECT who, article, min(number) AS number FROM items WHERE state = 'done' GROUP BY 1, 2) f
    ON f.who = i.who AND f.article = i.article AND i.number > f.number
JOIN articles a ON a.key = i.article
JOIN readings r ON r.who = i.who AND r.article = i.article AND r.state = 'done' AND r.assisted IS NOT NULL
ORDER BY i.number DESC
"""

Whose = tuple[str, str]
"""An annotator's name and an article's key as SQLite has it."""


def revised(
    read: Callable[[], AbstractContextManager[Connection]], memory: sqlite3.Connection, report: Report
) -> dict[Whose, tuple[int, int]]:
    """Return, of finished readings that were changed after they were first finished, the spans of then.

    How many there were, and how many of them stand as they were: place and label. By annotator and article. `memory`
    holds `items`, `readings` and `articles` as `tallies.py` copies them. What was undone since never counts.
    """
    later = memory.execute(_LATER).fetchall()
    wanted: defaultdict[int, list[Whose]] = defaultdict(list)
    for number, who, article in later:
        wanted[number].append((who, article))
    now: dict[Whose, dict[str, Span]] = {}
    then: dict[Whose, dict[str, Span]] = {}
    numbers = sorted(wanted, reverse=True)
    for at in range(0, len(numbers), _STEP):
        report(Progress(at, len(numbers)))
        with read() as db:
            for number in numbers[at : at + _STEP]:
                parts = db.execute(select(changes.c.parts).where(changes.c.number == number)).scalar_one()
                for whose in wanted[number]:
                    if whose not in now:
                        now[whose] = _spans(db, whose)
                        then[whose] = dict(now[whose])
                    for part in parts:
                        if str(part["article"]).replace("-", "") == whose[1]:
                            _take_back(then[whose], part)
    found = {}
    for whose, spans_now in now.items():
        before = list(then[whose].values())
        found[whose] = (len(before), score(list(spans_now.values()), before).all.exact)
    return found


def _spans(db: Connection, whose: Whose) -> dict[str, Span]:
    key = db.execute(
        select(readings.c.key)
        .join(annotators, annotators.c.key == readings.c.annotator)
        .join(articles, articles.c.key == readings.c.article)
        .where(annotators.c.name == whose[0], articles.c.key == whose[1])
    ).scalar()
    return {} if key is None else {span.key: span for span in spans.work_of(db, key)[0]}


def _take_back(there: dict[str, Span], part: dict[str, list[dict[str, object]]]) -> None:
    for item in codec.part_from_json(part).after:
        if isinstance(item, Span):
            there.pop(item.key, None)
    for item in codec.part_from_json(part).before:
        if isinstance(item, Span):
            there[item.key] = item
