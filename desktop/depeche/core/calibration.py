"""Scores that mean something: of the suggestions shown with 0.8, eight of ten were right on finished articles.

A source's score is first taken for what is known of it from elsewhere (the `Prior`), then bent by two numbers a
source and label: p = s(a + b · s⁻¹(prior)), s being the logistic function (Platt 1999, "Probabilistic outputs for
support vector machines"), fitted to what became of suggestions by maximum a posteriori, a around 0 and b around 1. So a
project without finished articles has the prior, and each answer moves it a little. How far shown scores and shares
differ is the expected calibration error (Naeini, Cooper and Hauskrecht 2015), on articles that weren't fitted to.
"""

from __future__ import annotations

import hashlib
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from depeche.core.platt import bend, log_odds, logistic
from depeche.core.suggestion import Suggestion

Prior = Callable[[str, str, str | None, float | None], float]
"""How likely a suggestion of that source, label, kind and score is right, by what is known from elsewhere."""

Pair = tuple[float, bool]
"""A score, and whether it was right."""

BINS = 10
FOLDS = 5
_STEPS = 20
_MOST_SENT = 2_000
_WILSON = 1.959964


@dataclass(frozen=True, slots=True)
class Judged:
    """A suggestion of a finished article (its key): `right` if borders, label and kind stood.

    `answered` says that a person said so of this suggestion; else it was compared with the spans they left.
    """

    source: str
    label: str
    kind: str | None
    score: float | None
    right: bool
    article: str
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Calibration:
    """What scores mean in a project, and which suggestions aren't shown there.

    `cells` has, by source, label and kind (`*`: any), the share that is right at scores 0, 0.05 … 1, and last where
    there is no score. `hide_below`: suggestions less likely right are hidden, unless `shown`. `judged` suggestions of
    `articles` finished articles were counted; `brought`: in the data lead's project, whose work package brought it.
    """

    cells: Mapping[tuple[str, str, str], tuple[float, ...]] = field(default_factory=dict)
    hide_below: float = 0.0
    shown: bool = False
    judged: int = 0
    articles: int = 0
    brought: bool = False

    def of(self, one: Suggestion) -> float | None:
        """Return how likely a suggestion is right; its own score where nothing is known of its source."""
        return self.share(one.source, one.label, one.kind, one.score)

    def share(self, source: str, label: str, kind: str | None, score: float | None) -> float | None:
        """Return the same by what a suggestion is."""
        cell = self.cells.get((source, label, kind or "")) or self.cells.get((source, label, "*"))
        if cell is None:
            return score
        if score is None:
            return cell[-1]
        at = min(max(score, 0.0), 1.0) * _STEPS
        low = min(int(at), _STEPS - 1)
        return round(cell[low] + (at - low) * (cell[low + 1] - cell[low]), 3)

    def scored(self, one: Suggestion) -> Suggestion:
        """Return a suggestion with the score that is shown."""
        score = self.of(one) if self.cells else one.score
        return one if score == one.score else replace(one, score=score)

    def hides(self, share: float | None) -> bool:
        """Tell whether a suggestion with this (shown) score is hidden."""
        return not self.shown and share is not None and share < self.hide_below

    def seen(self, proposed: Mapping[str, Suggestion], judged: Collection[str]) -> dict[str, Suggestion]:
        """Return, of suggestions by key, what is shown, with the shown scores; one that was judged always is."""
        if not self.cells and not self.hide_below:
            return dict(proposed)
        scored = {key: self.scored(one) for key, one in proposed.items()}
        return {key: one for key, one in scored.items() if key in judged or not self.hides(one.score)}

    def sent(self) -> Calibration:
        """Return it as a work package takes it along: of very many kinds (an import may bring them) not each."""
        cells = self.cells
        if len(cells) > _MOST_SENT:
            cells = dict(sorted((place, cell) for place, cell in cells.items() if place[2] == "*")[:_MOST_SENT])
        return replace(self, cells=cells, shown=False, brought=True)

    def to_json(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        cells = [[*place, list(shares)] for place, shares in sorted(self.cells.items())]
        return {"cells": cells, "hide_below": self.hide_below, "shown": self.shown, "judged": self.judged,
                "articles": self.articles, "brought": self.brought}  # fmt: skip


def from_json(said: Any) -> Calibration:
    """Return what `to_json` gave; nothing known where that isn't it, as in a file that somebody edited."""
    try:
        cells = {}
        for source, label, kind, shares in said["cells"]:
            cell = tuple(float(share) for share in shares)
            if len(cell) != _STEPS + 2 or not all(0 <= share <= 1 for share in cell):
                return Calibration()
            cells[str(source), str(label), str(kind)] = cell
        below = min(max(float(said["hide_below"]), 0.0), 1.0)
        counted = int(said["judged"]), int(said["articles"])
        return Calibration(cells, below, bool(said["shown"]), *counted, bool(said.get("brought")))
    except (AttributeError, KeyError, TypeError, ValueError):
        return Calibration()


def fitted(judged: Sequence[Judged], prior: Prior, others: Iterable[tuple[str, str, str]] = ()) -> Calibration:
    """Return what scores mean by these suggestions; `others` are sources, labels and kinds that may come as well."""
    bent = _bends(judged, prior)
    places = {(one.source, one.label, one.kind or "") for one in judged} | set(others)
    places |= {(source, label, "*") for source, label, _ in places}
    cells = {}
    for source, label, kind in places:
        a, b = bent.get((source, label), (0.0, 1.0))
        scores = [*(n / _STEPS for n in range(_STEPS + 1)), None]
        known = None if kind in ("", "*") else kind
        cells[source, label, kind] = tuple(
            round(logistic(a + b * log_odds(prior(source, label, known, score))), 4) for score in scores
        )
    return Calibration(_rising(cells), 0.0, False, len(judged), len({one.article for one in judged}))


def as_known(judged: Sequence[Judged], prior: Prior, others: Iterable[tuple[str, str, str]] = ()) -> Calibration:
    """Return what scores mean by what is known from elsewhere, whatever became of these suggestions."""
    places = {(one.source, one.label, one.kind or "") for one in judged} | set(others)
    return replace(fitted((), prior, places), judged=len(judged), articles=len({one.article for one in judged}))


def outside(judged: Sequence[Judged], prior: Prior) -> list[Pair]:
    """Return each suggestion's calibrated score, fitted to other articles than its own, and whether it was right."""
    folds = {one.article: _fold(one.article) for one in judged}
    places = {(one.source, one.label, one.kind or "") for one in judged}  # all: what isn't bent is then `as_known`'s
    made = [fitted([one for one in judged if folds[one.article] != n], prior, places) for n in range(FOLDS)]
    pairs = []
    for one in judged:
        share = made[folds[one.article]].share(one.source, one.label, one.kind, one.score)
        assert share is not None
        pairs.append((share, one.right))
    return pairs


@dataclass(frozen=True, slots=True)
class Bin:
    """Suggestions with scores from `low` to `high`: how many, their mean score, the share that was right.

    `least` and `most` bound that share (Wilson 1927, 95 %).
    """

    low: float
    high: float
    number: int
    score: float
    share: float
    least: float
    most: float


def bins(pairs: Iterable[Pair]) -> tuple[Bin, ...]:
    """Return the bins, a tenth wide, that hold any."""
    held: defaultdict[int, list[Pair]] = defaultdict(list)
    for score, right in pairs:
        held[min(int(score * BINS), BINS - 1)].append((score, right))
    found = []
    for n, each in sorted(held.items()):
        number = len(each)
        share = sum(right for _, right in each) / number
        least, most = _wilson(share, number)
        mean = math.fsum(score for score, _ in each) / number
        found.append(Bin(n / BINS, (n + 1) / BINS, number, mean, share, least, most))
    return tuple(found)


def error(pairs: Sequence[Pair]) -> float:
    """Return the expected calibration error: how far scores and shares differ, weighted by numbers; 0 for none."""
    return sum(one.number * abs(one.score - one.share) for one in bins(pairs)) / len(pairs) if pairs else 0.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What hiding below a score does on finished articles: `hidden` suggestions, of which `right`; all in all `total`.

    The others among the hidden would have been rejected or corrected: these are spared.
    """

    below: float
    hidden: int
    right: int
    total: int

    @property
    def spared(self) -> int:
        """How many of the hidden were wrong."""
        return self.hidden - self.right


class Costs:
    """Answers at once, for any score, what hiding below it does."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        ordered = sorted(pairs)
        self._scores = [score for score, _ in ordered]
        self._right = [0]
        for _, right in ordered:
            self._right.append(self._right[-1] + right)

    def below(self, score: float) -> Cost:
        """Return what hiding below this score does."""
        hidden = bisect_left(self._scores, score)
        return Cost(score, hidden, self._right[hidden], len(self._scores))


def _bends(judged: Iterable[Judged], prior: Prior) -> dict[tuple[str, str], tuple[float, float]]:
    counts: defaultdict[tuple[str, str], defaultdict[float, list[int]]] = defaultdict(
        lambda: defaultdict(lambda: [0, 0])
    )
    for one in judged:
        at = round(log_odds(prior(one.source, one.label, one.kind, one.score)), 2)
        count = counts[one.source, one.label][at]
        count[0] += one.right
        count[1] += 1
    return {place: bend([(x, right, total) for x, (right, total) in each.items()]) for place, each in counts.items()}


def _rising(cells: dict[tuple[str, str, str], tuple[float, ...]]) -> dict[tuple[str, str, str], tuple[float, ...]]:
    """Return the cells with no share below that of a lower score: small counts of the prior may say so."""
    found = {}
    for place, shares in cells.items():
        most, rising = 0.0, []
        for share in shares[:-1]:
            most = max(most, share)
            rising.append(most)
        found[place] = (*rising, shares[-1])
    return found


def _fold(article: str) -> int:
    return int(hashlib.sha256(article.encode()).hexdigest()[:8], 16) % FOLDS


def _wilson(share: float, number: int) -> tuple[float, float]:
    z2 = _WILSON**2
    middle = (share + z2 / (2 * number)) / (1 + z2 / number)
    half = _WILSON / (1 + z2 / number) * math.sqrt(share * (1 - share) / number + z2 / (4 * number * number))
    return max(0.0, middle - half), min(1.0, middle + half)
