"""How far two sets of spans of one text agree: exact and overlapping precision, recall and F1, label by label.

The one side is the measure (gold, another annotator), the other what is measured (suggestions, a learner's spans).
Exact: same label, same start and end. Overlapping: same label, at least one character shared. With the sides changed
precision and recall change places and F1 stays, so that F1 is also the agreement of two annotators (Hripcsak and
Rothschild 2005: the positive specific agreement where what nobody marks can't be counted).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Generic, Protocol, TypeVar

from depeche.core.span import Stretch


class Labelled(Stretch, Protocol):
    """Anything with two code point offsets and a label: a span, a suggestion."""

    @property
    def label(self) -> str: ...


G = TypeVar("G", bound=Labelled)
P = TypeVar("P", bound=Labelled)


@dataclass(slots=True)
class Counts:
    """Counts for one label, or for all: spans of both sides, exact pairs, and how many of each side share a character.

    `exact` are pairs, each span in one of them at most; `gold_met` and `proposed_met` are spans that meet any of the
    other side, so that these two may differ.
    """

    gold: int = 0
    proposed: int = 0
    exact: int = 0
    gold_met: int = 0
    proposed_met: int = 0

    def add(self, other: Counts) -> None:
        """Add another label's or text's counts to these."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def precision(self) -> float | None:
        """Exact spans among all that are measured; None without any."""
        return ratio(self.exact, self.proposed)

    @property
    def recall(self) -> float | None:
        """Exactly found among all gold spans; None without any."""
        return ratio(self.exact, self.gold)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of exact precision and recall; None where neither side has a span."""
        return ratio(2 * self.exact, self.gold + self.proposed)

    @property
    def precision_overlapping(self) -> float | None:
        """Measured spans that share a character with a gold span."""
        return ratio(self.proposed_met, self.proposed)

    @property
    def recall_overlapping(self) -> float | None:
        """Gold spans that share a character with a measured span."""
        return ratio(self.gold_met, self.gold)

    @property
    def f1_overlapping(self) -> float | None:
        """The harmonic mean of these two."""
        precision, recall = self.precision_overlapping, self.recall_overlapping
        if not precision or not recall:
            return None if precision is None and recall is None else 0.0
        return 2 * precision * recall / (precision + recall)


@dataclass(frozen=True, slots=True)
class Agreement(Generic[G, P]):
    """What came of a comparison: counts by label, the exact pairs, and what is left of either side, in text order."""

    by_label: Mapping[str, Counts] = field(hash=False)
    pairs: tuple[tuple[G, P], ...]
    missed: tuple[G, ...]
    extra: tuple[P, ...]

    @property
    def all(self) -> Counts:
        """All labels as one: the micro average."""
        total = Counts()
        for counts in self.by_label.values():
            total.add(counts)
        return total


def score(gold: Sequence[G], proposed: Sequence[P], labels: Iterable[str] | None = None) -> Agreement[G, P]:
    """Compare spans of one text with gold spans; with `labels` only those labels, else all that either side has.

    Two spans at one place with one label are two: each needs its own partner. Takes n log n time.
    """
    wanted = dict.fromkeys(labels if labels is not None else (one.label for side in (gold, proposed) for one in side))
    by_label: dict[str, Counts] = {}
    pairs: list[tuple[G, P]] = []
    missed: list[G] = []
    extra: list[P] = []
    for label in wanted:
        measure = [one for one in gold if one.label == label]
        mine = [one for one in proposed if one.label == label]
        free: defaultdict[tuple[int, int], list[P]] = defaultdict(list)
        for other in reversed(mine):
            free[other.start, other.end].append(other)
        exact = 0
        for one in measure:
            if partners := free[one.start, one.end]:
                pairs.append((one, partners.pop()))
                exact += 1
            else:
                missed.append(one)
        extra += [other for left in free.values() for other in left]
        by_label[label] = Counts(len(measure), len(mine), exact, len(met(measure, mine)), len(met(mine, measure)))
    return Agreement(
        by_label,
        tuple(sorted(pairs, key=lambda pair: _place(pair[0]))),
        tuple(sorted(missed, key=_place)),
        tuple(sorted(extra, key=_place)),
    )


T = TypeVar("T", bound=Stretch)


def met(ones: Sequence[T], others: Iterable[Stretch]) -> list[T]:
    """Return those of `ones` that share a character with any of `others`, in their order."""
    covered: list[tuple[int, int]] = []  # what the others cover together, without gaps or overlaps
    for start, end in sorted((other.start, other.end) for other in others):
        if covered and start <= covered[-1][1]:
            covered[-1] = (covered[-1][0], max(end, covered[-1][1]))
        else:
            covered.append((start, end))
    starts = [start for start, _ in covered]

    def meets(one: Stretch) -> bool:
        at = bisect_right(starts, one.end - 1) - 1  # the last stretch that begins before its end
        return at >= 0 and covered[at][1] > one.start

    return [one for one in ones if one.start < one.end and meets(one)]


def ratio(part: int, whole: int) -> float | None:
    """Return part of whole; None where there is nothing to divide by."""
    return part / whole if whole else None


def _place(one: Stretch) -> tuple[int, int]:
    return one.start, -one.end
