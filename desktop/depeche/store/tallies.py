"""What a project's statistics count, by SQL over its rows and its journal.

When something was done is when the act was done that put it there and still stands: what was undone counts nowhere,
what was redone counts on its first day. Days are those of the clock of the machine that counts (SQLite's `localtime`).

What is needed is first copied into a database in memory, a little at a time: one long look at the project's file would
keep the annotator's acts from being stored.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, closing
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, text

from depeche.core.progress import Progress, Report, silent
from depeche.core.tallies import Finished, Judged, Long, Made, Named, Stated, Stock, Tallies
from depeche.store.revised import revised

PAUSE_S = 300
"""Between two acts further apart than this many seconds nobody was at work."""
BIN = 100
"""Characters that articles of about one length differ by."""
_STEP = 1_000

Read = Callable[[], AbstractContextManager[Connection]]

# Keys stand in rows without the dashes that they have in the journal.
_COPIED = {
    "articles (key, number, source, length)": (
        "SELECT number AS at, key, number, source, length FROM articles WHERE number > :at ORDER BY number LIMIT :step"
    ),
    "readings (key, article, who, state, assisted)": (
        "SELECT r.key AS at, r.key, r.article, n.name, r.state, r.assisted "
        "FROM readings r JOIN annotators n ON n.key = r.annotator WHERE r.key > :at ORDER BY r.key LIMIT :step"
    ),
    "spans (key, reading, label, by_hand, length, value)": (
        'SELECT key AS at, key, reading, label, suggestion IS NULL, "end" - start, '
        "CASE WHEN label IN :labels THEN value END FROM spans WHERE key > :at ORDER BY key LIMIT :step"
    ),
    "verdicts (reading, suggestion, outcome, source, label)": (
        "SELECT v.reading || v.suggestion AS at, v.reading, v.suggestion, v.outcome, g.source, g.label "
        "FROM verdicts v JOIN suggestions g ON g.key = v.suggestion "
        "WHERE (v.reading, v.suggestion) > (substr(:at, 1, 32), substr(:at, 33)) "
        "ORDER BY v.reading, v.suggestion LIMIT :step"
    ),
    "steps (number, who, at, parts, article)": (
        "SELECT c.number AS at, c.number, n.name, c.at, json_array_length(c.parts), "
        "replace(json_extract(c.parts, '$[0].article'), '-', '') "
        "FROM changes c JOIN annotators n ON n.key = c.annotator "
        "WHERE c.kind IN ('act', 'undo', 'redo') AND c.number > :at ORDER BY c.number LIMIT :step"
    ),
    "items (number, who, at, article, state, span, suggestion)": (
        "SELECT c.number AS at, c.number, n.name, c.at, replace(json_extract(p.value, '$.article'), '-', ''), "
        "json_extract(i.value, '$.state'), replace(json_extract(i.value, '$.span.key'), '-', ''), "
        "replace(json_extract(i.value, '$.verdict.suggestion'), '-', '') "
        "FROM (SELECT * FROM changes WHERE kind = 'act' AND standing = 'done' AND number > :at ORDER BY number "
        "LIMIT :step) c JOIN annotators n ON n.key = c.annotator "
        "LEFT JOIN json_each(c.parts) p LEFT JOIN json_each(p.value, '$.after') i ORDER BY c.number"
    ),
}
"""What is copied: a table in memory, and the query that gives its next rows, each after where the copy is."""

_INDEXES = "CREATE INDEX r ON readings (key); CREATE INDEX a ON articles (key)"

# The time before an act is work on the article of that act, also while two articles are worked on by turns. An act on
# several articles at once is no time of one of them.
_FINISHED = """
WITH timed AS (
    SELECT who, article, parts, round(86400 * (julianday(at) - julianday(lag(at) OVER hand)), 3) AS seconds
    FROM steps WINDOW hand AS (PARTITION BY who ORDER BY number)
), worked AS (
    SELECT who, article, sum(seconds) AS seconds FROM timed
    WHERE parts = 1 AND article IS NOT NULL AND seconds > 0 AND seconds <= :pause GROUP BY 1, 2
), ended AS (
    SELECT who, article, at, state, max(number) FROM items WHERE state IS NOT NULL GROUP BY 1, 2
)
SELECT r.who, a.source, CASE e.state WHEN 'done' THEN date(e.at, 'localtime') END, w.seconds, r.assisted,
       coalesce(m.n, 0), r.article
FROM readings r
JOIN articles a ON a.key = r.article
LEFT JOIN ended e ON e.who = r.who AND e.article = r.article
LEFT JOIN worked w ON w.who = r.who AND w.article = r.article
LEFT JOIN (SELECT reading, count(*) AS n FROM spans GROUP BY 1) m ON m.reading = r.key
WHERE r.state = 'done'
ORDER BY a.number, r.who
"""

_MADE = """
WITH born AS (SELECT span, min(at) AS at FROM items WHERE span IS NOT NULL GROUP BY 1)
SELECT r.who, s.label, s.by_hand AND r.assisted IS NOT 0, date(b.at, 'localtime'), count(*), a.source
FROM spans s JOIN readings r ON r.key = s.reading JOIN articles a ON a.key = r.article
LEFT JOIN born b ON b.span = s.key
GROUP BY 1, 2, 3, 4, 6 ORDER BY 1, 2, 3, 4, 6
"""

_JUDGED = """
WITH said AS (SELECT who, suggestion, at, max(number) FROM items WHERE suggestion IS NOT NULL GROUP BY 1, 2)
SELECT r.who, v.source, v.label, v.outcome, date(d.at, 'localtime'), count(*)
FROM verdicts v JOIN readings r ON r.key = v.reading
LEFT JOIN said d ON d.who = r.who AND d.suggestion = v.suggestion
GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
"""

_OF_SPANS = """
SELECT r.who, s.label, s.{what}, count(*) FROM spans s JOIN readings r ON r.key = s.reading
WHERE s.{what} IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
_STATES = """
SELECT r.who, a.source, r.state, count(*) FROM readings r JOIN articles a ON a.key = r.article
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
_STOCK = """
SELECT a.source, count(*), sum(a.key NOT IN (SELECT article FROM readings)) FROM articles a GROUP BY 1 ORDER BY 1
"""
_WHO = "SELECT DISTINCT who FROM readings ORDER BY 1"
_LENGTHS = "SELECT length / :bin, count(*) FROM articles GROUP BY 1 ORDER BY 1"


def count(read: Read, names: Collection[str], report: Report = silent) -> Tallies:
    """Return all that statistics count; `names` are the labels whose values are names of actors.

    `read` opens a transaction (a project's `read`); each is short. Takes seconds where a project holds a year's work:
    not for the window's thread. `Cancelled` comes out of `report`.
    """
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as memory:
        for table, query in _COPIED.items():
            _copy(read, memory, table, query, list(names), report)
        memory.executescript(_INDEXES)
        report(Progress(0))

        def rows(query: str, **given: Any) -> list[Any]:
            return memory.execute(query, given).fetchall()

        since = revised(read, memory, report)
        return Tallies(
            tuple(str(who) for (who,) in rows(_WHO)),
            tuple(_finished(row, since) for row in rows(_FINISHED, pause=PAUSE_S)),
            tuple(
                Made(who, label, bool(by_hand), _day(day), n, source)
                for who, label, by_hand, day, n, source in rows(_MADE)
            ),
            tuple(Judged(who, source, label, said, _day(day), n) for who, source, label, said, day, n in rows(_JUDGED)),
            tuple(
                Named(who, label, name, n)
                for who, label, value, n in rows(_OF_SPANS.format(what="value"))
                for name in _names(value)
            ),
            tuple(Long(*row) for row in rows(_OF_SPANS.format(what="length"))),
            tuple((step * BIN, n) for step, n in rows(_LENGTHS, bin=BIN)),
            tuple(Stated(*row) for row in rows(_STATES)),
            tuple(Stock(*row) for row in rows(_STOCK)),
        )


def _finished(row: tuple[Any, ...], since: Mapping[tuple[str, str], tuple[int, int]]) -> Finished:
    who, source, day, took, assisted, n, article = row
    known = None if assisted is None else bool(assisted)
    return Finished(who, source, _day(day), took, known, n, *since.get((who, article), (n, n)))


def _copy(read: Read, memory: sqlite3.Connection, table: str, query: str, labels: list[str], report: Report) -> None:
    memory.execute(f"CREATE TABLE {table}")
    name, columns = table.split(" ", 1)
    asked = text(query)
    given: dict[str, Any] = {"step": _STEP, "at": 0 if "number > :at" in query else ""}
    if ":labels" in query:
        asked, given["labels"] = asked.bindparams(bindparam("labels", expanding=True)), labels
    filled = f"INSERT INTO {name} VALUES ({', '.join('?' for _ in columns.split(','))})"
    while True:
        report(Progress(0))
        with read() as db:
            found = db.execute(asked, given).all()
        if not found:
            return
        memory.executemany(filled, [tuple(row)[1:] for row in found])
        given["at"] = found[-1][0]


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _names(value: str) -> list[str]:
    said = json.loads(value)
    return said if isinstance(said, list) else [str(said)]
