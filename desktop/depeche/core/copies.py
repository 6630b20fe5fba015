"""Which of many texts share copy, from what each is known by (`likeness.Sketch`).

What texts are known by waits on the disk; in memory are only signs that two texts have, some fifty bytes each.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from depeche.core.likeness import COMMON, FEW, PLENTY, RUNS, SHARE, WITNESSES, Sketch
from depeche.core.waiting import Buckets, Rows


class Roots:
    """Which of many things belong together, by pairs that do (union-find); a group goes by its first thing."""

    def __init__(self) -> None:
        self._above = array("q")

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


class Copies:
    """Texts that are compared. `add` takes them in one after the other; `roots` says which share copy."""

    def __init__(self) -> None:
        self._runs = Rows("q")
        self._lines = Rows("q")  # a sentence and its number of words, by turns

    def add(self, one: Sketch) -> None:
        """Take in what the next text is known by."""
        self._runs.append(one.runs)
        self._lines.append(array("q", [figure for pair in one.sentences for figure in pair]))

    def roots(self, may: Callable[[int, int], bool] = lambda _one, _other: True) -> Roots:
        """Return which texts share copy, text by text in order; `may` refuses pairs by their places in it.

        Two do when they share sentences of `PLENTY` words or more, or `SHARE` of the shorter one's runs. Boilerplate
        doesn't count, unless the text is little else: then it is copy that many have. Time grows with the number of
        words, not with that of pairs.
        """
        roots = Roots()
        runs, said = _Index(_repeated(self._runs)), _Index(_repeated(row[::2] for row in self._lines))
        for number, (kept, lines) in enumerate(zip(self._runs, self._lines, strict=True)):
            roots.add()
            mine = [place for run in kept if (place := runs.place(run)) is not None]
            sentences = {
                place: words
                for line, words in zip(lines[::2], lines[1::2], strict=True)
                if (place := said.place(line)) is not None
            }
            for other in self._alike(number, mine, sentences, runs, said):
                if may(number, other):
                    roots.join(number, other)
            runs.put(number, mine)
            said.put(number, sentences)
        return roots

    def _alike(
        self, number: int, mine: Sequence[int], lines: dict[int, int], runs: _Index, said: _Index
    ) -> list[int]:  # fmt: skip
        """Return the texts before this one that share copy with it; its runs and sentences are places in the index."""
        size = self._runs.length(number)
        rare = [run for run in mine if not runs.is_common(run, number)]
        own = lines
        if len(mine) - len(rare) > size / 2:
            rare = list(mine)
        else:
            own = {line: words for line, words in lines.items() if not said.is_common(line, number)}
        shared: Counter[int] = Counter()
        for line, words in own.items():
            shared.update(dict.fromkeys(said.of(line), words))
        times = Counter(other for run in rare for other in runs.of(run))
        found = {other for other, n in shared.items() if n >= PLENTY}
        for other, n in times.items():
            if n >= RUNS and n >= SHARE * min(size, self._runs.length(other)):
                found.add(other)
        return sorted(found)


class _Index:
    """Signs that several texts have, in order: the first texts with each, and how many have it so far."""

    def __init__(self, signs: array[int]) -> None:
        self._signs = signs
        self._times = array("I", bytes(4 * len(signs)))
        self._first = array("i", bytes(4 * len(signs) * WITNESSES))

    def place(self, sign: int) -> int | None:
        """Return where a sign stands, None where only one text has it."""
        place = bisect_left(self._signs, sign)
        return place if place < len(self._signs) and self._signs[place] == sign else None

    def put(self, number: int, places: Iterable[int]) -> None:
        for place in places:
            times = self._times[place]
            if times < WITNESSES:
                self._first[place * WITNESSES + times] = number
            self._times[place] = times + 1

    def of(self, place: int) -> array[int]:
        start = place * WITNESSES
        return self._first[start : start + min(self._times[place], WITNESSES)]

    def is_common(self, place: int, seen: int) -> bool:
        return self._times[place] > max(FEW, COMMON * seen)


def _repeated(texts: Iterable[Iterable[int]]) -> array[int]:
    """Return the signs that more than one text has, in order; those of one text are different from one another."""
    found = array("q")
    for signs in Buckets(texts):
        found.extend({one for one, following in pairwise(sorted(signs)) if one == following})
    return array("q", sorted(found))
