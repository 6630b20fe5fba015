"""Which of the articles before it one tells a story with, by words and names (`core.stories` says how).

What articles are known by waits on the disk; in memory are every word once and, for each article, where its heaviest
words stand, some three hundred bytes.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from depeche.core.traits import Traits
from depeche.core.waiting import Rows

DAYS = 4
"""Days between the publication of two articles up to which they may tell one story."""
WEEKS = 21
"""Days up to which rare names make one story, as an affair goes on."""
MONTH = 31
"""Days up to which shared copy makes one story: the same phrases a year later are a habit, not a story."""
LIKE = 0.30
"""Cosine of two articles from which on they tell one story."""
LIKE_UNDATED = 0.45
"""The same where both have no date; one without and one with tell one story only if they share copy."""
NAMES = 2
"""So many different names they must have in common."""

RARE_NAMES, LIKE_FAR = 3, 0.20
"""So many rare names two articles up to `WEEKS` apart must have in common, and so like each other must they be."""
RARE_ACTORS, LIKE_SAME = 3, 0.12
"""The same for rare actors that were annotated in both."""
RARE, RARE_IN = 8, 500
"""A name is rare that stands in no more than so many of the articles so far, or in one of so many."""

NO_DAY = 0
"""The day of an article of which it isn't known; others are numbered as by `date.toordinal`."""

_TERMS = 32  # of an article, the heaviest
_PROBES = 16  # of these, those by which others are looked for
_MOST = 60  # articles of some days looked at for one term; what more of them have tells nothing apart
_START = 60  # articles that are taken to have been seen before the first one, each without the words of the next
_SLOT_BITS = 18
_MIX = 0x9E3779B97F4A7C15  # as in `core/likeness.py`
_STRETCHES = 1 << 20  # of `DAYS` days, more than there are until the year 9999


class Rule(Enum):
    """What brought articles together: shared copy, the words of some days, names of some weeks."""

    COPY = "copy"
    WORDS = "words"
    NAMES = "names"

    @property
    def days(self) -> int:
        """The days apart up to which it makes one story."""
        return {Rule.COPY: MONTH, Rule.WORDS: DAYS, Rule.NAMES: WEEKS}[self]


class Teller:
    """Says of one article after the other with which of those before it it tells a story.

    `goes_far`: rare names count too, for articles up to `WEEKS` apart.
    """

    def __init__(self, *, goes_far: bool) -> None:
        self._goes_far = goes_far
        self._words, self._actors = _Words(), _Words()
        self._days = array("i")
        self._known = Rows("d")  # an article's words, those of names as ~word, then the weight of each
        self._places, self._named, self._acted = _Places(), _Places(), _Places()

    def add(self, one: Traits, day: int) -> list[tuple[Rule, int]]:
        """Take an article in; returns the numbers (from 0) of those it is most like, by what; none for a new story."""
        number = len(self._days)
        weights = _weights(one, self._words, number)
        mine = {self._words.number(term): weight for term, weight in weights.items()}
        names = {self._words.number(name) for name in one.names & weights.keys()}
        probes = list(mine)[:_PROBES]
        found = [(Rule.WORDS, self._near(mine, probes, names, day))]
        if self._goes_far and day != NO_DAY:
            actors = [self._actors.number(actor) for actor in sorted(one.actors)]
            found.append((Rule.NAMES, self._far(mine, names, actors, day)))
            for name in names:
                self._named.put(name, number)
            for actor in actors:
                self._acted.put(actor, number)
            self._actors.see(actors)
        for term in probes:
            self._places.put(_key(term, day // DAYS if day else -1), number)
        self._known.append(array("d", [*(~term if term in names else term for term in mine), *mine.values()]))
        self._days.append(day)
        self._words.see([self._words.number(term) for term in one.words])
        return [(rule, other) for rule, other in found if other is not None]

    def _near(self, mine: Mapping[int, float], probes: list[int], names: set[int], day: int) -> int | None:
        """Return the article of some days before or after that is most like this one, or None."""
        met = Counter(
            other for term in probes for when in _around(day) for other in self._places.of(_key(term, when), _MOST)
        )
        wanted = (
            (other, theirs, LIKE if day else LIKE_UNDATED)
            for other, times in sorted(met.items())
            if times > 1 and is_near(day, self._days[other], DAYS)
            for theirs, its in (self._of(other),)
            if len(names & its) >= NAMES
        )
        return _most_like(mine, wanted)

    def _far(self, mine: Mapping[int, float], names: set[int], actors: Iterable[int], day: int) -> int | None:
        """Return the article of some weeks before or after that has rare names of this one and is most like it."""
        most = max(RARE, len(self._days) // RARE_IN)
        rare = (self._named.of(name, most) for name in names if self._words.times(name) < most)
        acting = (self._acted.of(actor, most) for actor in actors if self._actors.times(actor) < most)
        wanted = {other: LIKE_FAR for other, n in _met(rare).items() if n >= RARE_NAMES}
        wanted |= {other: LIKE_SAME for other, n in _met(acting).items() if n >= RARE_ACTORS}
        near = (other for other in sorted(wanted) if is_near(day, self._days[other], WEEKS))
        return _most_like(mine, ((other, self._of(other)[0], wanted[other]) for other in near))

    def _of(self, other: int) -> tuple[dict[int, float], set[int]]:
        """Return the weights of an article's words, and which are of names."""
        row = self._known[other]
        half = len(row) // 2
        words = [int(word) for word in row[:half]]
        names = {~word for word in words if word < 0}
        return {max(word, ~word): weight for word, weight in zip(words, row[half:], strict=True)}, names


class _Words:
    """Words by number, and in how many articles each was seen."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._times = array("I")

    def number(self, word: str) -> int:
        """Return a word's number, a new one where it is new."""
        number = self._numbers.setdefault(word, len(self._times))
        if number == len(self._times):
            self._times.append(0)
        return number

    def times(self, number: int) -> int:
        return self._times[number]

    def times_of(self, word: str) -> int:
        number = self._numbers.get(word)
        return 0 if number is None else self._times[number]

    def see(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._times[number] += 1


class _Places:
    """Which articles have a sign, the last of them first: chains through three arrays, sixteen bytes a place."""

    def __init__(self) -> None:
        self._last = array("i", [-1]) * (1 << _SLOT_BITS)
        self._signs = array("q")
        self._articles = array("i")
        self._before = array("i")

    def put(self, sign: int, article: int) -> None:
        slot = _slot(sign)
        self._before.append(self._last[slot])
        self._last[slot] = len(self._signs)
        self._signs.append(sign)
        self._articles.append(article)

    def of(self, sign: int, most: int) -> Iterator[int]:
        """Yield the last articles that have a sign, so many at most."""
        at = self._last[_slot(sign)]
        while at >= 0 and most:
            if self._signs[at] == sign:
                yield self._articles[at]
                most -= 1
            at = self._before[at]


def _slot(sign: int) -> int:
    return (sign * _MIX & (1 << 64) - 1) >> 64 - _SLOT_BITS


def is_near(day: int, other: int, days: int) -> bool:
    """Tell whether two days are so many days apart at most, as far as they are known."""
    return day == NO_DAY or other == NO_DAY or abs(day - other) <= days


def _most_like(mine: Mapping[int, float], wanted: Iterable[tuple[int, Mapping[int, float], float]]) -> int | None:
    """Return the article most like this one, of those more like it than each must be; the first of equals."""
    best, like = None, 0.0
    for other, theirs, least in wanted:
        found = sum(weight * theirs[term] for term, weight in mine.items() if term in theirs)
        if found > max(like, least):
            best, like = other, found
    return best


def _met(places: Iterable[Iterable[int]]) -> Counter[int]:
    return Counter(other for numbers in places for other in numbers)


def _weights(one: Traits, words: _Words, number: int) -> dict[str, float]:
    """Return the heaviest terms of an article, the heaviest first, as a vector of length 1; names weigh double."""
    total = math.log(number + _START)
    heavy = []
    for term, times in one.words.items():
        rare = max(0.0, total - math.log(words.times_of(term) + 1))
        heavy.append((-(1 + math.log(times)) * rare * (2 if term in one.names else 1), term))
    heavy.sort()
    kept = heavy[:_TERMS]
    length = math.sqrt(sum(weight * weight for weight, _ in kept)) or 1.0
    return {term: -weight / length for weight, term in kept if weight}


def _around(day: int) -> tuple[int, ...]:
    """Return the stretches of `DAYS` days in which an article near a day may be; undated ones are near each other."""
    return (-1,) if day == NO_DAY else (day // DAYS - 1, day // DAYS, day // DAYS + 1)


def _key(term: int, stretch: int) -> int:
    return term * _STRETCHES + stretch + 1
