"""What the order of the articles is made of: counts over suggestions, names and runs of words, a few at a time."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, and_, func, select, text

from depeche.core.article import State
from depeche.core.pace import Worked
from depeche.store import blind
from depeche.store.fitting import hex_of
from depeche.store.in_use import out_of_use
from depeche.store.tables import articles, readings, spans

PAUSE_S = 300
"""Between two acts further apart than this many seconds nobody was at work."""
_LATELY = 20_000
"""So many of the last acts say how fast somebody is: that of years ago doesn't matter."""


@dataclass(frozen=True, slots=True)
class Head:
    """An article as an order sees it. `seen`: suggestions are shown for it."""

    number: int
    key: str
    length: int
    date: str | None
    source: str | None
    state: State
    seen: bool


@dataclass(slots=True)
class Features:
    """What an article holds for the one who finishes it.

    `guesses`: how many suggestions wait, by source, label, kind and score (to two decimals). `names`: folded names of
    the actors suggested. `clashes`: suggestions of two sources that lie across one another. `runs`: its kept runs of
    words. `asked`: some source was asked about it.
    """

    guesses: list[tuple[tuple[str, str, str | None, float | None], int]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    clashes: int = 0
    runs: array[int] = field(default_factory=lambda: array("q"))
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the finished articles hold: their numbers, names of actors by folding, spans by label."""

    numbers: frozenset[int]
    names: frozenset[str]
    labels: dict[str, int]


def heads(db: Connection, annotator: str, after: int, limit: int) -> list[Head]:
    """Return at most `limit` articles with a number above `after`, in order of import."""
    mine = and_(readings.c.article == articles.c.key, readings.c.annotator == annotator)
    columns = (articles.c.number, articles.c.key, articles.c.length, articles.c.date, articles.c.source)
    query = select(*columns, readings.c.state, blind.is_shown(db)).select_from(articles.outerjoin(readings, mine))
    rows = db.execute(query.where(articles.c.number > after).order_by(articles.c.number).limit(limit))
    return [
        Head(number, key, length, date, source, State(state or State.TODO), bool(seen))
        for number, key, length, date, source, state, seen in rows
    ]


def features(db: Connection, numbers: Sequence[int], named: Collection[str], flat: Collection[str]) -> list[Features]:
    """Return what these articles (some hundreds) hold, in their order; labels `named` for actors, `flat` by overlap."""
    found = {number: Features() for number in numbers}
    given = {"among": json.dumps(list(numbers)), "named": json.dumps(list(named)), "flat": json.dumps(list(flat))}
    unused = out_of_use(db)
    for number, source, label, kind, score, n in db.execute(text(_GUESSES), given):
        if label not in unused:
            found[number].guesses.append(((source, label, kind, score), n))
    for number, name in db.execute(text(_NAMES), given):
        found[number].names.append(name)
    for number, n in db.execute(text(_CLASHES), given):
        found[number].clashes = n
    for number, runs, asked in db.execute(text(_RUNS), given):
        found[number].asked = bool(asked)
        if runs is not None:
            found[number].runs.frombytes(runs)
    return list(found.values())


_AMONG = "a.number IN (SELECT value FROM json_each(:among))"
_OPEN = "s.retired = 0 AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.suggestion = s.key)"
_GUESSES = f"""
SELECT a.number, s.source, s.label, s.kind, round(s.score, 2), count(*)
FROM articles a CROSS JOIN suggestions s ON s.article = a.key WHERE {_AMONG} AND {_OPEN} GROUP BY 1, 2, 3, 4, 5
"""
_NAMES = f"""
SELECT DISTINCT a.number, s.sought FROM articles a CROSS JOIN suggestions s ON s.article = a.key
WHERE {_AMONG} AND {_OPEN} AND s.sought IS NOT NULL AND s.label IN (SELECT value FROM json_each(:named))
"""
_CLASHES = f"""
SELECT number, count(*) FROM (
    SELECT a.number AS number, s.start AS at, s.source AS source, lag(s."end") OVER beside AS before,
           lag(s.source) OVER beside AS other
    FROM articles a CROSS JOIN suggestions s ON s.article = a.key
    WHERE {_AMONG} AND {_OPEN} AND s.label IN (SELECT value FROM json_each(:flat))
    WINDOW beside AS (PARTITION BY s.article ORDER BY s.start, s."end" DESC)
) WHERE at < before AND source <> other GROUP BY 1
"""
_RUNS = f"""
SELECT a.number, k.runs, a.suggested_by IS NOT NULL FROM articles a LEFT JOIN sketches k ON k.article = a.key
WHERE {_AMONG}
"""


def known(db: Connection, named: Collection[str]) -> Known:
    """Return what the articles hold that somebody has finished."""
    done = readings.c.state == State.DONE.value
    numbers = db.scalars(
        select(articles.c.number).join(readings, readings.c.article == articles.c.key).where(done).distinct()
    )
    of = spans.join(readings, readings.c.key == spans.c.reading)
    by_label = select(spans.c.label, func.count()).select_from(of).where(done).group_by(spans.c.label)
    names = select(spans.c.sought).select_from(of).where(done, spans.c.label.in_(named)).distinct()
    return Known(
        frozenset(numbers),
        frozenset(name for name in db.scalars(names) if name),
        {label: n for label, n in db.execute(by_label)},  # noqa: C416  # rows are no pairs to a type checker
    )


_WORKED = """
WITH lately AS (
    SELECT number, at, parts FROM changes WHERE annotator = :who AND kind IN ('act', 'undo', 'redo')
    ORDER BY number DESC LIMIT :lately
), timed AS (
    SELECT replace(json_extract(parts, '$[0].article'), '-', '') AS article, json_array_length(parts) AS parts,
           86400 * (julianday(at) - julianday(lag(at) OVER (ORDER BY number))) AS seconds
    FROM lately
), worked AS (
    SELECT article, sum(seconds) AS seconds FROM timed
    WHERE parts = 1 AND article IS NOT NULL AND seconds > 0 AND seconds <= :pause GROUP BY 1
)
SELECT a.length, (SELECT count(*) FROM verdicts v WHERE v.reading = r.key), w.seconds / 60
FROM worked w JOIN articles a ON a.key = w.article
JOIN readings r ON r.article = a.key AND r.annotator = :who
WHERE r.state = 'done' AND r.assisted IS NOT 0 ORDER BY a.number
"""


def worked(db: Connection, annotator: str) -> list[Worked]:
    """Return how long the articles took that an annotator (a key) has finished lately, with suggestions in sight."""
    given = {"who": hex_of(annotator), "lately": _LATELY, "pause": PAUSE_S}
    return [Worked(*row) for row in db.execute(text(_WORKED), given)]
