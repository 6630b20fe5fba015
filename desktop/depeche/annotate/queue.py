"""In which order articles are annotated: by number, date, source, length, or by what a minute spent on each teaches.

What an article teaches is a sum over what is waiting in it: suggestions count by how unsure they are, 4·p·(1 − p) of
the share p that is right at their (calibrated) score, more under a label that is rare in what is finished; names of
actors that no finished article has, by how many of those that wait have them, for a name that doesn't come back helps
nobody; suggestions of two sources that lie across one another. Of an article that repeats the runs of words of finished
ones only what is left counts. The time it takes is this person's own pace (`core/pace.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import merge
from math import log2
from typing import Any

from depeche.core.order import WAITING, Order
from depeche.core.pace import Pace, pace_of
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import ValueType
from depeche.messages import number as figure
from depeche.messages import tr
from depeche.store import confidence
from depeche.store import queue as store
from depeche.store.project import Project
from depeche.store.queue import Features, Head, Known

NAME_WORTH = 0.5
CLASH_WORTH = 0.5
"""What a new name (each time those that wait with it double) and a clash teach; a quite unsure suggestion: 1."""
_LEAST = 0.2
"""What is left of an article that says nothing new."""
_RARE = (0.5, 2.0)
"""How much less or more a label counts that is common or rare in what is finished."""
_UNSURE = (0.2, 0.8)
_COPY = 0.25
"""An article is said to be nearly a copy if no more of its runs of words is new."""
_HEADS, _AT_ONCE, _SORTED = 1_000, 200, 1_000


@dataclass(frozen=True, slots=True)
class Why:
    """Why an article stands where it does: what it teaches (`gain`), in how many `minutes`, and what that comes from.

    `told`: by its suggestions; without, by what others of its length teach, as none are shown for a `blind` one, or no
    source was asked yet. `fresh`: which share of its words is new.
    """

    gain: float
    minutes: float
    unsure: int = 0
    names: int = 0
    clashes: int = 0
    fresh: float = 1.0
    told: bool = True
    blind: bool = False

    @property
    def value(self) -> float:
        """What a minute teaches."""
        return self.gain / self.minutes


@dataclass(frozen=True)
class Ranked:
    """All articles' numbers in an order; by value, `why` says of each that waits what it is worth."""

    order: Order
    numbers: tuple[int, ...]
    why: Mapping[int, Why] = field(default_factory=dict)
    pace: Pace = Pace()  # noqa: RUF009  # a frozen value


def why_words(why: Why) -> str:
    """Return why an article comes when it does: « 18 suggestions peu sûres, 4 acteurs nouveaux ; environ 6 min »."""
    parts = []
    if not why.told:
        parts.append(tr("article témoin") if why.blind else tr("pas encore de suggestions"))
    if why.unsure:
        parts.append(tr("%n suggestion peu sûre|%n suggestions peu sûres", n=why.unsure))
    if why.names:
        parts.append(tr("%n acteur nouveau|%n acteurs nouveaux", n=why.names))
    if why.clashes:
        parts.append(tr("%n désaccord entre sources|%n désaccords entre sources", n=why.clashes))
    if why.fresh <= _COPY:
        parts.append(tr("presque une copie d’un article terminé"))
    said = ", ".join(parts) or tr("rien de bien nouveau")
    return tr("{said} ; environ {minutes} min", said=said, minutes=figure(max(1, round(why.minutes))))


class Queue:
    """The orders of a project's articles. What it has read of an article it keeps, until the article is written to."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._features: dict[int, tuple[int, Features]] = {}

    def forget(self) -> None:
        """Read everything anew: the labels are others now."""
        self._features.clear()

    def ranked(self, order: Order, report: Report = silent) -> Ranked:
        """Return the articles in an order. By value it reads all suggestions, the first time: not on a window's thread.

        `Cancelled` comes out of `report`.
        """
        heads = self._heads(report)
        if order is Order.VALUE:
            return self._by_value(heads, report)
        keys: dict[Order, Callable[[Head], tuple[object, ...]]] = {
            Order.NUMBER: lambda one: (one.number,),
            Order.DATE: lambda one: (one.date is None, _backwards(one.date or ""), one.number),
            Order.SOURCE: lambda one: (one.source is None, (one.source or "").casefold(), one.number),
            Order.LENGTH: lambda one: (one.length, one.number),
        }
        return Ranked(order, tuple(one.number for one in _in_order(heads, keys[order])))

    def _heads(self, report: Report) -> list[Head]:
        heads: list[Head] = []
        while True:
            report(Progress(len(heads)))
            with self._project.read() as db:
                batch = store.heads(db, self._project.annotator, heads[-1].number if heads else 0, _HEADS)
            if not batch:
                return heads
            heads += batch

    def _by_value(self, heads: Sequence[Head], report: Report) -> Ranked:
        self._renew(heads, report)
        named = [one.label for one in self._project.scheme.active if one.value is ValueType.NAME]
        with self._project.read() as db:
            known = store.known(db, named)
            calibration = confidence.get(db)
            pace = pace_of(store.worked(db, self._project.annotator))
        runs: set[int] = set()
        for number in known.numbers:
            if number in self._features:
                runs.update(self._features[number][1].runs)
        weights = _weights(known.labels)
        right = lru_cache(maxsize=None)(calibration.share)
        waiting = [one for one in heads if one.state in WAITING]
        told = [one for one in waiting if one.seen and self._features[one.number][1].asked]
        spread = Counter(name for one in told for name in self._features[one.number][1].names)
        why: dict[int, Why] = {}
        for n, one in enumerate(told):
            if n % _AT_ONCE == 0:
                report(Progress(n, len(waiting)))
            why[one.number] = _why(one, self._features[one.number][1], known, spread, runs, weights, right, pace)
        self._guess(waiting, why, pace)
        first = _in_order(waiting, lambda one: (-why[one.number].value, one.number))
        rest = (one for one in heads if one.state not in WAITING)
        return Ranked(Order.VALUE, tuple(one.number for one in (*first, *rest)), why, pace)

    def _guess(self, waiting: Sequence[Head], why: dict[int, Why], pace: Pace) -> None:
        """Say of articles of which nothing may be told, or nothing is known yet, what others of their length teach."""
        length = sum(one.length for one in waiting if one.number in why)
        gain = sum(one.gain for one in why.values()) / length if length else 0.001
        each = sum(one.minutes for one in why.values()) / length if length else 0.0
        for one in waiting:
            if one.number not in why:
                minutes = max(each * one.length, pace.minutes(one.length, 0))
                why[one.number] = Why(gain * one.length, minutes, told=False, blind=not one.seen)

    def _renew(self, heads: Sequence[Head], report: Report) -> None:
        """Read what the articles hold that are new or were written to."""
        scheme, project = self._project.scheme, self._project
        named = [one.label for one in scheme.active if one.value is ValueType.NAME]
        flat = [one.label for one in scheme.active if not one.nests]
        stamps = {one.number: project.version(one.key)[1] for one in heads}
        wanted = [number for number, stamp in stamps.items() if self._features.get(number, (-1,))[0] != stamp]
        for at in range(0, len(wanted), _AT_ONCE):
            report(Progress(at, len(wanted)))
            batch = wanted[at : at + _AT_ONCE]
            with project.read() as db:
                found = store.features(db, batch, named, flat)
            self._features |= {number: (stamps[number], one) for number, one in zip(batch, found, strict=True)}


def _why(
    head: Head,
    one: Features,
    known: Known,
    spread: Mapping[str, int],
    runs: set[int],
    weights: Mapping[str, float],
    right: Callable[[str, str, str | None, float | None], float | None],
    pace: Pace,
) -> Why:
    gain, unsure, total = 0.0, 0, 0
    for place, n in one.guesses:
        share = right(*place)
        share = 0.5 if share is None else min(max(share, 0.0), 1.0)
        gain += n * 4 * share * (1 - share) * weights.get(place[1], _RARE[1])
        unsure += n * (_UNSURE[0] <= share <= _UNSURE[1])
        total += n
    fresh_names = [name for name in one.names if name not in known.names]
    gain += NAME_WORTH * sum(log2(spread[name]) for name in fresh_names) + CLASH_WORTH * one.clashes
    fresh = 1 - len(runs.intersection(one.runs)) / len(one.runs) if one.runs else 1.0
    gain *= _LEAST + (1 - _LEAST) * fresh
    return Why(gain, pace.minutes(head.length, total), unsure, len(fresh_names), one.clashes, fresh)


def _weights(labels: Mapping[str, int]) -> dict[str, float]:
    """Return how much a label counts: the rarer in the finished articles, the more, but within bounds."""
    if not labels:
        return {}
    mean = sum(labels.values()) / len(labels)
    return {label: min(max((mean / (n + 1)) ** 0.5, _RARE[0]), _RARE[1]) for label, n in labels.items()}


def _in_order(heads: Sequence[Head], key: Callable[[Head], Any]) -> list[Head]:
    """Return the same sorted, a part at a time: one sort of 100,000 would hold the window up."""
    parts = (heads[at : at + _SORTED] for at in range(0, len(heads), _SORTED))
    return list(merge(*(sorted(part, key=key) for part in parts), key=key))


def _backwards(words: str) -> tuple[int, ...]:
    """Return what sorts as these words do, the other way round."""
    return tuple(-ord(sign) for sign in words)
