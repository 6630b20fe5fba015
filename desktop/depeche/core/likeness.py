"""How much of one text is in another, and which of many texts share wire copy. Knows words, not what they mean.

Texts are compared by their runs of five words (w-shingling, Broder 1997, « On the resemblance and containment of
documents »), of which every eighth by its hash is kept, the same in all texts (« modulo sampling », ibid.), and by
their whole sentences. Texts are taken in their order, and each is compared with those before it only: what was found of
the first thousand stays when the next thousand come, and groups only grow together.
"""

from __future__ import annotations

import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from depeche.core.sentences import known_by
from depeche.core.words import folded

RUN = 5
"""Words of a run."""
KEPT = 8
"""Of so many runs one is kept."""
COMMON = 0.02
"""What stands in more than this share of the texts so far is boilerplate, and proves nothing."""
FEW = 8
"""But what stands in no more than so many texts isn't boilerplate, however few texts there are."""
PLENTY = 12
"""Words in shared sentences from which on two texts share copy: one long sentence, or two short ones."""
SHARE = 0.12
"""Share of the shorter text's runs from which on two texts share copy, though every sentence was touched."""
RUNS = 3
"""But not for fewer kept runs than these: about 24 in the text."""

_WITNESSES = 8  # the first texts with a run; a text is known by them as well as by the hundredth
_BITS = (1 << 61) - 1
_BASE = 1_000_003
_TOP = pow(_BASE, RUN, _BITS + 1)
_MIX = 0x9E3779B97F4A7C15  # the golden ratio's multiplicative hash (Knuth, vol. 3, section 6.4)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text is known by: kept runs of words, sorted, and sentences that count with their number of words."""

    runs: array[int]
    sentences: tuple[tuple[int, int], ...]


def sketch(text: str, words: str | None = None) -> Sketch:
    """Return what a text is known by, the same on every machine; takes time linear in the text.

    `words` is the text folded, where that is known.
    """
    said = known_by(text)
    runs = _runs_of(folded(text) if words is None else words)
    return Sketch(array("q", sorted({one for one in runs if ((one * _MIX) >> 40) % KEPT == 0})), tuple(said.items()))


def shared(side_a: Iterable[str], side_b: Iterable[str]) -> float:
    """Return the share of the words of one side's texts that stand in a run of five words found on the other side.

    Between 0 and 1; 0 where `side_a` has no five words. All runs are compared, not only those kept in sketches.
    """
    there = {one for text in side_b for one in _runs_of(folded(text))}
    covered = total = 0
    for text in side_a:
        runs = _runs_of(folded(text))
        if not runs:
            continue
        total += len(runs) + RUN - 1
        reach = 0
        for at, one in enumerate(runs):
            if one in there:
                covered += at + RUN - max(at, reach)
                reach = at + RUN
    return covered / total if total else 0.0


def _runs_of(words: str) -> list[int]:
    hashed = list(map(_hashed, words.split(" ")))
    found: list[int] = []
    if len(hashed) < RUN:
        return found
    rolled = 0
    for word in hashed[: RUN - 1]:
        rolled = (rolled * _BASE + word) & _BITS
    gone = 0
    for first, word in zip(hashed, hashed[RUN - 1 :], strict=False):
        rolled = (rolled * _BASE + word - gone) & _BITS
        found.append(rolled)
        gone = first * _TOP
    return found


@lru_cache(maxsize=1 << 17)
def _hashed(word: str) -> int:
    said = word.encode("utf-8", "replace")
    return zlib.crc32(said) | zlib.adler32(said) << 32


class Roots:
    """Which of many things belong together, by pairs that do (union-find); a group goes by its first thing."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def __len__(self) -> int:
        return len(self._above)

    def add(self) -> int:
        """Add a thing that is alone so far; returns its number, counted from 0."""
        self._above.append(len(self._above))
        return len(self._above) - 1

    def root(self, one: int) -> int:
        """Return the first of the group."""
        above = self._above
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Say that two belong together."""
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first


def copies(sketches: Iterable[Sketch], may: Callable[[int, int], bool] = lambda _one, _other: True) -> Roots:
    """Return which texts share copy, text by text in the order given; `may` refuses pairs by their places in it.

    Two do when they share sentences of `PLENTY` words or more, or `SHARE` of the shorter one's runs. Boilerplate
    doesn't count, unless the text is little else: then it is copy that many have. Time and memory grow with the
    number of words, not with that of pairs.
    """
    known = list(sketches)
    again = _repeated([one.runs for one in known]), _repeated([[s for s, _ in one.sentences] for one in known])
    roots, runs, said = Roots(), _Index(), _Index()
    for number, one in enumerate(known):
        roots.add()
        mine = [run for run in one.runs if run in again[0]]
        lines = [(line, words) for line, words in one.sentences if line in again[1]]
        for other in _alike(one, mine, lines, runs, said, number, known):
            if may(number, other):
                roots.join(number, other)
        runs.put(number, mine)
        said.put(number, [line for line, _ in lines])
    return roots


class _Index:
    """The first texts with a sign, and how many have it."""

    def __init__(self) -> None:
        self._first: defaultdict[int, list[int]] = defaultdict(list)
        self._times: Counter[int] = Counter()

    def put(self, number: int, signs: Iterable[int]) -> None:
        for one in signs:
            self._times[one] += 1
            if len(self._first[one]) < _WITNESSES:
                self._first[one].append(number)

    def of(self, sign: int) -> Sequence[int]:
        return self._first.get(sign, ())

    def is_common(self, sign: int, seen: int) -> bool:
        return self._times[sign] > max(FEW, COMMON * seen)


def _alike(
    one: Sketch, mine: Sequence[int], lines: Sequence[tuple[int, int]], runs: _Index, said: _Index, seen: int,
    known: Sequence[Sketch],
) -> list[int]:  # fmt: skip
    rare = [run for run in mine if not runs.is_common(run, seen)]
    if len(mine) - len(rare) > len(one.runs) / 2:
        rare = list(mine)
        own = list(lines)
    else:
        own = [(line, words) for line, words in lines if not said.is_common(line, seen)]
    words: Counter[int] = Counter()
    for line, length in own:
        words.update(dict.fromkeys(said.of(line), length))
    times: Counter[int] = Counter(other for run in rare for other in runs.of(run))
    found = {other for other, n in words.items() if n >= PLENTY}
    for other, n in times.items():
        if n >= RUNS and n >= SHARE * min(len(one.runs), len(known[other].runs)):
            found.add(other)
    return sorted(found)


def _repeated(texts: Sequence[Sequence[int] | array[int]]) -> set[int]:
    """Return the signs that more than one text has; part by part, as all at once take ten times the memory."""
    parts = 1 + sum(map(len, texts)) // 1_000_000
    again: set[int] = set()
    for part in range(parts):
        signs = sorted(one for signs in texts for one in signs if one % parts == part)
        again.update(one for one, following in pairwise(signs) if one == following)
    return again
