"""What articles are known by beside their words: sentences, kept runs, traits. Filled as an article is stored.

Made from the text by `core`, and so never more than a copy: what an older project lacks is filled in bit by bit, and
`depeche check` compares the rest.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from depeche.core.likeness import Sketch, sketch
from depeche.core.progress import Progress, Report, silent
from depeche.core.stories import Group, Strength, Traits, grouped, traits
from depeche.core.words import folded
from depeche.store import blind
from depeche.store.tables import articles as heads
from depeche.store.tables import readings, sentences, sketches, spans, texts

_BATCH = 200
_AT_ONCE = 2000


def put(db: Connection, key: str, number: int, text: str) -> None:
    """Take in what the text of a new article is known by."""
    drawn, known = sketch(text), traits(text)
    row = {
        "article": key,
        "runs": _packed(drawn.runs),
        "said": _packed([figure for pair in drawn.sentences for figure in pair]),
        "traits": {"words": dict(known.words), "names": sorted(known.names)},
    }
    db.execute(insert(sketches).values(row))
    if drawn.sentences:
        db.execute(insert(sentences), [{"digest": digest, "number": number} for digest, _ in drawn.sentences])


def lacking(db: Connection) -> list[tuple[str, int]]:
    """Return keys and numbers of the articles of which nothing was taken in yet, in order."""
    there, taken = (db.execute(select(func.count()).select_from(table)).scalar_one() for table in (heads, sketches))
    if there == taken:
        return []
    query = select(heads.c.key, heads.c.number).where(heads.c.key.not_in(select(sketches.c.article)))
    return [(key, number) for key, number in db.execute(query.order_by(heads.c.number))]


def fill(read: Any, write: Any, report: Report = silent) -> int:
    """Take in what is lacking, a few articles at a time; returns how many. `read`, `write`: a project's."""
    with read() as db:
        wanted = lacking(db)
    for done in range(0, len(wanted), _BATCH):
        report(Progress(done, len(wanted)))
        batch = wanted[done : done + _BATCH]
        with write() as db:
            keys = [key for key, _ in batch]
            there = set(db.scalars(select(sketches.c.article).where(sketches.c.article.in_(keys))))
            rows = db.execute(select(texts.c.article, texts.c.text).where(texts.c.article.in_(keys)))
            known = {row.article: row.text for row in rows}
            for key, number in batch:
                if key not in there and key in known:
                    put(db, key, number, known[key])
    report(Progress(len(wanted), len(wanted)))
    return len(wanted)


def clear(db: Connection) -> None:
    """Forget everything, so that `fill` takes it in anew."""
    db.execute(delete(sentences))
    db.execute(delete(sketches))


def agrees(db: Connection, key: str, number: int, text: str) -> bool:
    """Tell whether what is kept of an article is what its text says; also where nothing was taken in yet."""
    row = db.execute(select(sketches).where(sketches.c.article == key)).mappings().first()
    if row is None:
        return True
    drawn, known = sketch(text), traits(text)
    if _sketch(row) != drawn or _traits(row) != known:
        return False
    digests = [digest for digest, _ in drawn.sentences]
    return all(
        db.execute(
            select(func.count()).where(sentences.c.digest.in_(some), sentences.c.number == number)
        ).scalar_one() == len(some)
        for some in _parts(digests)
    )  # fmt: skip


def groups(
    read: Any, strength: Strength, report: Report = silent, *, labels: Collection[str] = ()
) -> list[Group]:  # fmt: skip
    """Return which of a project's articles (keys) belong together, in the order of import; `read` is the project's.

    Only articles that were taken in: call `fill` first where an older project may lack some. What was annotated with
    one of `labels`, whose values are names, counts as the article's actors; of a blind control only when it is done.
    """
    return grouped(_known(read, report, labels, with_traits=strength is not Strength.COPIES), strength)


def numbers(read: Any) -> dict[str, int]:
    """Return the numbers of all articles by their key; `read` is the project's."""
    with read() as db:
        return {row.key: row.number for row in db.execute(select(heads.c.key, heads.c.number))}


def _known(
    read: Any, report: Report, labels: Collection[str], *, with_traits: bool
) -> Iterator[tuple[str, Sketch, Traits | None, str | None]]:
    columns = [heads.c.number, heads.c.date, sketches.c.article, sketches.c.runs, sketches.c.said]
    query = select(*columns, *([sketches.c.traits] if with_traits else []))
    query = query.join(sketches, sketches.c.article == heads.c.key).order_by(heads.c.number).limit(_AT_ONCE)
    with read() as db:
        total = db.execute(select(func.count()).select_from(sketches)).scalar_one()
    behind = done = 0
    while True:
        report(Progress(done, total))
        with read() as db:
            rows = db.execute(query.where(heads.c.number > behind)).mappings().all()
            named = _actors(db, behind, rows[-1]["number"], labels) if rows and labels and with_traits else {}
        if not rows:
            return
        for row in rows:
            known = _traits(row) if with_traits else None
            if known is not None and row["article"] in named:
                known = replace(known, actors=frozenset(named[row["article"]]))
            yield row["article"], _sketch(row), known, row["date"]
        behind, done = rows[-1]["number"], done + len(rows)


def _actors(db: Connection, behind: int, last: int, labels: Collection[str]) -> dict[str, set[str]]:
    """Return the names that were annotated, folded, by article, of those numbered after `behind` up to `last`."""
    query = (
        select(readings.c.article, spans.c.value)
        .join(readings, readings.c.key == spans.c.reading)
        .join(heads, heads.c.key == readings.c.article)
        .where(heads.c.number > behind, heads.c.number <= last, spans.c.label.in_(labels), spans.c.value.is_not(None))
        .where(blind.is_open(readings.c.assisted, readings.c.state))
        .distinct()
    )
    found: dict[str, set[str]] = {}
    for article, value in db.execute(query):
        names = (folded(value),) if isinstance(value, str) else map(folded, value or ())
        found.setdefault(article, set()).update(name for name in names if name)
    return found


def _parts(wanted: Sequence[int]) -> Iterator[Sequence[int]]:
    return (wanted[at : at + 500] for at in range(0, len(wanted), 500))


def _packed(figures: Sequence[int] | array[int]) -> bytes:
    return struct.pack(f"<{len(figures)}q", *figures)


def _sketch(row: Any) -> Sketch:
    runs, said = (struct.unpack(f"<{len(row[name]) // 8}q", row[name]) for name in ("runs", "said"))
    return Sketch(array("q", runs), tuple(zip(said[::2], said[1::2], strict=True)))


def _traits(row: Any) -> Traits:
    return Traits(row["traits"]["words"], frozenset(row["traits"]["names"]))
