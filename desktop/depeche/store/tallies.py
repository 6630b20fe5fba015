"""What a project's statistics count, by SQL over rows and journal: a million spans never come up into Python.

When something was done is when the act was done that put it there and still stands: what was undone counts nowhere,
what was redone counts on its first day. Days are those of the clock of the machine that counts (SQLite's `localtime`).
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, text

from depeche.core.progress import Progress, Report, silent
from depeche.core.tallies import Finished, Judged, Long, Made, Named, Tallies

PAUSE_S = 300
"""Between two acts further apart than this many seconds nobody was at work."""
BIN = 100
"""Characters that articles of about one length differ by."""

# Keys stand in rows without the dashes that they have in the journal. Without the cast no index is made to join by.
_ITEMS = """
    FROM changes c, json_each(c.parts) p, json_each(p.value, '$.after') i
    WHERE c.kind = 'act' AND c.standing = 'done' AND json_type(i.value, '$.{item}') IS NOT NULL
"""

# The time before an act is work on the article of that act, also while two articles are worked on by turns. An act on
# several articles at once is no time of one of them.
_FINISHED = f"""
WITH steps AS (
    SELECT annotator, json_extract(parts, '$[0].article') AS article, json_array_length(parts) AS parts,
           round(86400 * (julianday(at) - julianday(lag(at) OVER hand)), 3) AS seconds
    FROM changes WHERE kind IN ('act', 'undo', 'redo') WINDOW hand AS (PARTITION BY annotator ORDER BY number)
), worked AS (
    SELECT annotator, CAST(replace(article, '-', '') AS TEXT) AS article, sum(seconds) AS seconds
    FROM steps WHERE parts = 1 AND article IS NOT NULL AND seconds > 0 AND seconds <= :pause GROUP BY 1, 2
), ended AS (
    SELECT c.annotator AS annotator, CAST(replace(json_extract(p.value, '$.article'), '-', '') AS TEXT) AS article,
           c.at AS at, json_extract(i.value, '$.state') AS state, max(c.number)
    {_ITEMS.format(item="state")} AND c.parts LIKE '%"state":%' GROUP BY 1, 2
)
SELECT n.name, a.source, CASE e.state WHEN 'done' THEN date(e.at, 'localtime') END, w.seconds
FROM readings r
JOIN annotators n ON n.key = r.annotator
JOIN articles a ON a.key = r.article
LEFT JOIN ended e ON e.annotator = r.annotator AND e.article = r.article
LEFT JOIN worked w ON w.annotator = r.annotator AND w.article = r.article
WHERE r.state = 'done'
ORDER BY a.number, n.name
"""

_MADE = f"""
WITH born AS (
    SELECT CAST(replace(json_extract(i.value, '$.span.key'), '-', '') AS TEXT) AS key, min(c.at) AS at
    {_ITEMS.format(item="span")} GROUP BY 1
)
SELECT n.name, s.label, s.suggestion IS NULL, date(b.at, 'localtime'), count(*)
FROM spans s
JOIN readings r ON r.key = s.reading
JOIN annotators n ON n.key = r.annotator
LEFT JOIN born b ON b.key = s.key
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""

_JUDGED = f"""
WITH said AS (
    SELECT c.annotator AS annotator,
           CAST(replace(json_extract(i.value, '$.verdict.suggestion'), '-', '') AS TEXT) AS suggestion,
           c.at AS at, max(c.number)
    {_ITEMS.format(item="verdict")} GROUP BY 1, 2
)
SELECT n.name, g.source, g.label, v.outcome, date(d.at, 'localtime'), count(*)
FROM verdicts v
JOIN readings r ON r.key = v.reading
JOIN annotators n ON n.key = r.annotator
JOIN suggestions g ON g.key = v.suggestion
LEFT JOIN said d ON d.annotator = r.annotator AND d.suggestion = v.suggestion
GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
"""

_NAMED = """
SELECT n.name, s.label, s.value, count(*)
FROM spans s JOIN readings r ON r.key = s.reading JOIN annotators n ON n.key = r.annotator
WHERE s.label IN :labels AND s.value IS NOT NULL
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""

_LONG = """
SELECT n.name, s.label, s."end" - s.start, count(*)
FROM spans s JOIN readings r ON r.key = s.reading JOIN annotators n ON n.key = r.annotator
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""

_ANNOTATORS = "SELECT DISTINCT n.name FROM annotators n JOIN readings r ON r.annotator = n.key ORDER BY 1"
_LENGTHS = "SELECT length / :bin, count(*) FROM articles GROUP BY 1 ORDER BY 1"


def count(db: Connection, names: Collection[str], report: Report = silent) -> Tallies:
    """Return all that statistics count; `names` are the labels whose values are names of actors.

    Takes seconds where a project holds a year's work: not for the window's thread.
    """

    def rows(step: int, query: str, **given: Any) -> list[Any]:
        report(Progress(step, 6))
        asked = text(query)
        if "labels" in given:
            asked = asked.bindparams(bindparam("labels", expanding=True))
        return list(db.execute(asked, given))

    finished = rows(0, _FINISHED, pause=PAUSE_S)
    made = rows(1, _MADE)
    judged = rows(2, _JUDGED)
    named = rows(3, _NAMED, labels=list(names))
    long = rows(4, _LONG)
    lengths = rows(5, _LENGTHS, bin=BIN)
    return Tallies(
        tuple(str(row[0]) for row in rows(6, _ANNOTATORS)),
        tuple(Finished(who, source, _day(day), seconds) for who, source, day, seconds in finished),
        tuple(Made(who, label, bool(by_hand), _day(day), n) for who, label, by_hand, day, n in made),
        tuple(Judged(who, source, label, said, _day(day), n) for who, source, label, said, day, n in judged),
        tuple(Named(who, label, name, n) for who, label, value, n in named for name in _names(value)),
        tuple(Long(*row) for row in long),
        tuple((step * BIN, n) for step, n in lengths),
    )


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _names(value: str) -> list[str]:
    said = json.loads(value)
    return said if isinstance(said, list) else [str(said)]
