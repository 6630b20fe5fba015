"""What would come in from files, before anything does: kinds, encodings, the first article of each, what is in doubt.

Nothing is stored. Where there are many files, or large ones, only some of it is looked at, as long as somebody waits.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from depeche.core.progress import Progress, Report, silent
from depeche.core.record import Mark, Record
from depeche.errors import InputError
from depeche.ingest.decoding import Guess, guesses
from depeche.ingest.items import Item, Leaf, files, items, leaves, named_kind
from depeche.ingest.mojibake import repaired
from depeche.ingest.patience import Late, patience
from depeche.ingest.reader import AS_IT_IS, Asked
from depeche.ingest.settled import MENDED, UNDECLARED, Settled, Signs, asked_for, columns_of, parts_of, signs
from depeche.ingest.source import Source, readable
from depeche.ingest.stream import telling
from depeche.ingest.told import Told
from depeche.messages import tr

SECONDS = 1.5
"""How long somebody waits for a preview; what isn't looked at by then is said."""
LISTED = 100_000
"""Files that are listed at most; the import itself takes all."""
_FEW = 3
"""Files each of which is looked at as long as somebody waits: a label may come late in one."""
_OF_A_FILE = 200
"""Articles of a file that are looked at where there are more files than that."""
_SECONDS_A_FILE = 0.5
_SHOWN = 1_000
_EXAMPLE = 100
_AROUND = 30


@dataclass(frozen=True, slots=True)
class Sample:
    """The first article as it would be stored: text cut to a thousand code points, with the marks that lie in these."""

    where: str
    title: str
    date: str | None
    source: str | None
    url: str | None
    text: str
    whole: bool
    marks: tuple[Mark, ...]


@dataclass
class Lot:
    """Files of one choice with the same signs, which are settled together.

    `files` of them were looked at, `articles` found; `more`: not all that is in these files was looked at. `guesses`
    are the encodings in which the first of them may be, if they don't say. `parts` says for a table which column plays
    which part, none where the text's can't be told. `mojibake`: words as they stand, and
    repaired. `examples`: for each label the words it is first on. `notes`: half sentences of the reader.
    """

    path: Path
    signs: Signs
    title: str
    files: int = 0
    articles: int = 0
    more: bool = False
    where: str = ""
    guesses: tuple[Guess, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    mojibake: tuple[str, str] | None = None
    sample: Sample | None = None
    labels: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    annotators: set[str] = field(default_factory=set)
    statuses: Counter[str] = field(default_factory=Counter)
    refused: list[Told] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    @property
    def marks(self) -> int:
        """How many marks were found."""
        return self.labels.total()


@dataclass
class Preview:
    """What was found. Of `files`, `seen` were looked at, all of them if not `cut`; `troubles` is what can't be read.

    `listed_all`: there are no more files than `files`.
    """

    lots: list[Lot] = field(default_factory=list)
    files: int = 0
    seen: int = 0
    listed_all: bool = True
    cut: bool = False
    troubles: list[Told] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether everything was looked at."""
        return self.listed_all and not self.cut and not any(lot.more for lot in self.lots)

    @property
    def is_of_some_files(self) -> bool:
        """Whether there are files that weren't looked at at all."""
        return self.seen < self.files or not self.listed_all

    @property
    def labels(self) -> Counter[str]:
        """The labels found, with counts."""
        return sum((lot.labels for lot in self.lots), Counter())


def preview(
    paths: Sequence[Path],
    report: Report = silent,
    *,
    asked: Asked = AS_IT_IS,
    settled: Sequence[Settled] = (),
    kind: str | None = None,
    seconds: float | None = None,
) -> Preview:
    """Return what these files and folders hold, as far as it can be told in so many seconds (None: `SECONDS`).

    Read as `ingest` would with the same arguments; never raises for a file. In `math.inf` seconds all of it is looked
    at; else, of many files, some, evenly, but of each choice the first, and something of each. Raises UserError for a
    kind that there isn't; `Cancelled` comes out of `report`.
    """
    reader = named_kind(kind) if kind else None
    seconds = SECONDS if seconds is None else seconds
    end = time.monotonic() + seconds
    done = Preview()
    lots: dict[tuple[Path, Signs], Lot] = {}
    wanted = _listed(paths, done)
    share = math.inf if seconds == math.inf else _SECONDS_A_FILE
    most = _OF_A_FILE if len(wanted) > _FEW and seconds < math.inf else math.inf
    for n, (path, source) in enumerate(_spread(wanted)):
        report(Progress(n, len(wanted), source.name))
        if n and time.monotonic() > end:
            done.cut = True
            break
        done.seen += 1
        for which, one in enumerate(leaves(source, reader)):
            report(Progress(n, len(wanted), source.name))
            if which and time.monotonic() > end:
                done.cut = True
                break
            if isinstance(one, Item):
                done.troubles.append(Told(one.where, one.found.record))
            else:
                told = partial(report, Progress(n, len(wanted), source.name))
                how = replace(asked_for(one, path, settled, asked), go_on=patience(told, end))
                _look(one, path, how, lots, _Bounds(min(end, time.monotonic() + share), most, patience(told)))
    order = {path: n for n, path in enumerate(dict.fromkeys(paths))}
    done.lots = sorted(lots.values(), key=lambda lot: order[lot.path])
    return done


def _listed(paths: Sequence[Path], done: Preview) -> list[tuple[Path, Source]]:
    def refuse(where: str, why: InputError) -> None:
        done.troubles.append(Told(where, why))

    found: list[tuple[Path, Source]] = []
    for path in dict.fromkeys(paths):
        of = [(path, source) for source in islice(files(path, refuse), LISTED - len(found) + 1)]
        if not of:
            done.troubles.append(Told(readable(str(path)), tr("aucun fichier dans ce dossier")))
        found += of
        if len(found) > LISTED:
            done.listed_all = False
            break
    done.files = len(found)
    return found


def _spread(found: Sequence[tuple[Path, Source]]) -> Iterator[tuple[Path, Source]]:
    """Yield all files: the first of each choice and suffix, then ever more of the others, evenly among them."""
    first: dict[tuple[Path, str], int] = {}
    for n, (path, source) in enumerate(found):
        first.setdefault((path, source.suffix), n)
    given = sorted(first.values())
    yield from (found[n] for n in given)
    seen, step = set(given), 1 << max(len(found).bit_length() - 1, 0)
    while step:
        for n in range(0, len(found), step):
            if n not in seen:
                seen.add(n)
                yield found[n]
        step //= 2


@dataclass(frozen=True, slots=True)
class _Bounds:
    """How far a file is looked at: until `end` on the clock, `most` articles; `hear` lets somebody stop it."""

    end: float
    most: float
    hear: Callable[[], None]


def _look(leaf: Leaf, path: Path, asked: Asked, lots: dict[tuple[Path, Signs], Lot], bounds: _Bounds) -> None:
    told = signs(leaf)
    lot = lots.get((path, told))
    if lot is None:
        lot = lots[path, told] = Lot(path, told, leaf.reader.title(), where=leaf.source.where)
        _ask(lot, leaf, asked)
    lot.files += 1
    for n, item in enumerate(items(leaf, asked)):
        if n and (n >= bounds.most or time.monotonic() > bounds.end):
            lot.more = True
            return
        bounds.hear()
        record = item.found.record
        if isinstance(record, Late):
            lot.more = True
            return
        if isinstance(record, InputError):
            lot.refused.append(Told(item.where, record))
        else:
            _count(lot, item, record)


def _ask(lot: Lot, leaf: Leaf, asked: Asked) -> None:
    """Find out what a person has to settle of a lot, by its first file."""
    try:
        if lot.signs.kind in UNDECLARED:
            lot.guesses = tuple(guesses(telling(leaf.source)))
        lot.columns = columns_of(leaf, asked)
        lot.parts = parts_of(leaf, asked)
    except InputError:
        pass  # reading it says why


def _count(lot: Lot, item: Item, record: Record) -> None:
    lot.articles += 1
    if item.found.note:
        lot.notes[item.found.note] += 1
    for mark in record.marks:
        lot.labels[mark.label] += 1
        if mark.label not in lot.examples:
            lot.examples[mark.label] = record.article.text[mark.start : mark.end][:_EXAMPLE]
        if mark.by or record.annotator:
            lot.annotators.add(mark.by or record.annotator or "")
        if mark.status:
            lot.statuses[mark.status] += 1
    if lot.sample is None:
        lot.sample = _sample(item, record)
    if lot.mojibake is None and lot.signs.kind in MENDED:
        lot.mojibake = _mojibake(record.article.text[: 10 * _SHOWN])


def _sample(item: Item, record: Record) -> Sample:
    article, cut = record.article, record.article.text[:_SHOWN]
    return Sample(
        item.where,
        article.title,
        article.date,
        article.source,
        article.url,
        cut,
        len(article.text) <= _SHOWN,
        tuple(mark for mark in record.marks if mark.end <= len(cut)),
    )


def _mojibake(text: str) -> tuple[str, str] | None:
    """Return the words around the first place that is repaired, before and after."""
    better = repaired(text)
    if better is None:
        return None
    at = next((n for n, (one, other) in enumerate(zip(text, better, strict=False)) if one != other), 0)
    start = max(0, at - _AROUND)
    return text[start : at + 2 * _AROUND], better[start : at + 2 * _AROUND]
