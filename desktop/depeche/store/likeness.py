"""What articles are known by beside their words: sentences, kept runs, traits. Filled as an article is stored.

Made from the text by `core`, and so never more than a copy: what an older project lacks is filled in bit by bit, and
`depeche check` compares the rest.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from tempfile import TemporaryFile
from typing import Any

from sqlalchemy import Connection, delete, func, select

from depeche.core.likeness import COMMON, FEW, RUNS, WITNESSES, Sketch, sketch
from depeche.core.progress import Progress, Report, silent
from depeche.core.stories import Group, Strength, grouped
from depeche.core.traits import Traits, traits
from depeche.core.waiting import room_needed
from depeche.core.words import folded
from depeche.store import blind
from depeche.store.bulk import put_rows
from depeche.store.tables import articles as heads
from depeche.store.tables import readings, sentences, sketches, spans, texts

_BATCH = 200
_AT_ONCE = 2000
_PART = 60_000  # kept runs that are compared at once: those of some thousand articles
_PARTS = 500  # but no more parts than these, which half a million articles come to
_PIECE = 500  # articles of which the runs are put apart at once
_WIDTH = 8  # bytes of one, as they are stored


def put(db: Connection, key: str, number: int, text: str) -> None:
    """Take in what the text of a new article is known by."""
    put_all(db, [(key, number, text, folded(text))])


def put_all(db: Connection, new: Sequence[tuple[str, int, str, str]]) -> None:
    """Take in what new articles are known by: of each its key, number, text and folded text."""
    rows, said = [], []
    for key, number, text, words in new:
        drawn, known = sketch(text, words), traits(text)
        rows.append({
            "article": key,
            "runs": _packed(drawn.runs),
            "said": _packed([figure for pair in drawn.sentences for figure in pair]),
            "traits": {"words": dict(known.words), "names": sorted(known.names)},
        })  # fmt: skip
        said += [{"digest": digest, "number": number} for digest, _ in drawn.sentences]
    put_rows(db, sketches, rows)
    put_rows(db, sentences, said)


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


def last(db: Connection) -> int:
    """Return the number of the article that came in last, 0 where there is none."""
    return db.execute(select(func.max(heads.c.number))).scalar() or 0


def alike(read: Any, behind: int, least: float) -> list[tuple[int, int, float]]:
    """Return, for each article numbered after `behind`, the one before it in the project that it is most like, if any.

    As numbers of both and the share of the shorter one's kept runs that the other has too, `least` at least: an
    estimate. What stands in many articles doesn't count. Takes memory for `_PART` runs, some eighty bytes each, and
    for the pairs that share any; the other runs wait on the disk. Raises NoRoomError.
    """
    import numpy as np

    query = select(heads.c.number, func.length(sketches.c.runs)).order_by(heads.c.number)
    query = query.join(sketches, sketches.c.article == heads.c.key).execution_options(yield_per=_AT_ONCE)
    with read() as db:
        known = np.fromiter(map(tuple, db.execute(query)), dtype=[("number", "i8"), ("bytes", "i8")])
    whose, sizes = known["number"], known["bytes"] // _WIDTH
    if not len(whose) or whose[-1] <= behind:
        return []
    parts = min(1 + int(sizes.sum()) // _PART, _PARTS)
    with room_needed(), _Parts(_runs(read), parts, len(whose)) as each:
        several = [_pairs(*each.part(number), whose, behind) for number in range(parts)]
    found, which = np.unique(np.concatenate([pairs for pairs, _ in several]), return_inverse=True)
    times = np.bincount(which, np.concatenate([times for _, times in several]), len(found))
    one, other = found // len(sizes), found % len(sizes)
    shares = times / np.minimum(sizes[one], sizes[other])
    kept = np.flatnonzero((times >= RUNS) & (shares >= least))
    best: dict[int, tuple[float, int]] = {}
    for at in kept:
        share, mine, its = float(shares[at]), int(whose[one[at]]), int(whose[other[at]])
        best[mine] = max(best.get(mine, (0.0, 0)), (share, -its))
    return [(mine, -its, share) for mine, (share, its) in sorted(best.items())]


class _Parts:
    """Runs and whose they are, apart by the runs' remainder, on the disk. Use it in a `with` block."""

    def __init__(self, rows: Iterator[tuple[int, bytes]], parts: int, most: int) -> None:
        import numpy as np

        self._file = TemporaryFile()  # noqa: SIM115  closed at the block's end
        self._bounds: list[Any] = []  # of each piece, where in the file the parts begin
        at = place = 0
        rows = islice(rows, most)  # what comes in meanwhile is for the next time
        while some := [np.frombuffer(runs, dtype="<i8") for _, runs in islice(rows, _PIECE)]:
            owner = np.repeat(np.arange(place, place + len(some)), [len(one) for one in some])
            signs = np.concatenate(some)
            order = np.argsort(signs % parts, kind="stable")
            self._file.write(np.stack((signs[order], owner[order]), axis=1).tobytes())
            self._bounds.append(at + np.searchsorted((signs % parts)[order], np.arange(parts + 1)))
            at, place = at + len(signs), place + len(some)

    def __enter__(self) -> _Parts:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def part(self, number: int) -> tuple[Any, Any]:
        """Return the runs of one part, and the places of the articles that have them."""
        import numpy as np

        some = []
        for bounds in self._bounds:
            self._file.seek(int(bounds[number]) * 2 * _WIDTH)
            some.append(self._file.read(int(bounds[number + 1] - bounds[number]) * 2 * _WIDTH))
        both = np.frombuffer(b"".join(some), dtype=np.int64).reshape(-1, 2)
        return both[:, 0], both[:, 1]


def _pairs(signs: Any, owner: Any, whose: Any, behind: int) -> tuple[Any, Any]:
    """Return the pairs of articles that share any of these runs, and how many: place by place in `whose`.

    A pair is the place of an article numbered after `behind`, times all, and that of one before it.
    """
    import numpy as np

    order = np.lexsort((owner, signs))
    signs, owner = signs[order], owner[order]
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(signs), 1), bool), signs[1:] != signs[:-1])))
    lengths = np.diff(np.append(starts, len(signs)))
    first = np.repeat(starts, lengths)  # of the run at each place, where the ones with it begin
    rank = np.arange(len(signs)) - first
    rare = np.repeat((lengths > 1) & (lengths <= max(FEW, COMMON * len(whose))), lengths)
    fresh = whose[owner] > behind
    pairs = []
    for witness in range(WITNESSES):
        there = np.flatnonzero(rare & fresh & (rank > witness))
        pairs.append(owner[there] * len(whose) + owner[first[there] + witness])
    return np.unique(np.concatenate(pairs), return_counts=True)


def _runs(read: Any) -> Iterator[tuple[int, bytes]]:
    """Yield the numbers of the articles with their kept runs as they are stored, from short reads."""
    behind = 0
    query = select(heads.c.number, sketches.c.runs).join(sketches, sketches.c.article == heads.c.key)
    while True:
        with read() as db:
            rows = db.execute(query.where(heads.c.number > behind).order_by(heads.c.number).limit(_AT_ONCE)).all()
        if not rows:
            return
        yield from ((row.number, row.runs) for row in rows)
        behind = rows[-1].number


def texts_of(db: Connection, numbers: Collection[int]) -> dict[int, tuple[str, str]]:
    """Return name and text of the articles of these numbers."""
    query = select(heads.c.number, heads.c.name, texts.c.text).join(texts, texts.c.article == heads.c.key)
    return {number: (name, text) for number, name, text in db.execute(query.where(heads.c.number.in_(numbers)))}


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
