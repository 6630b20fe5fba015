"""From what the model says and what was known before to spans: mixed, pooled, chosen. Knows numbers, no text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

import numpy

from depeche.models.question import NOTHING, Question, Shift, parted

Table = numpy.ndarray[Any, Any]
_LEAST = 1e-4
_STRENGTH = 10
"""So many questions of a sort weigh as much as what was known of them before."""

Sorts = Mapping[str, Mapping[str, int]]
"""By sort of question (`Question.known`): how often each label was right in the articles learned from."""


class Say(NamedTuple):
    """How a model's word is taken on one topic: `weight` against what the sources said before (1: it alone), and how
    likely a span must be to stay or to be proposed.
    """

    weight: float
    least: float


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a model has a say. `says` is by topic: the label that sources proposed, or `FRESH`.

    On other topics all stays as the sources said, which is where every topic begins: a say must have shown on articles
    kept apart that it makes nothing worse. `sorts` corrects what the sources said by what came of it in the articles
    learned from. `shifts`: stretches that are asked about as well, as the project's borders often lie so.
    """

    says: Mapping[str, Say] = field(default_factory=dict, hash=False)
    sorts: Sorts = field(default_factory=dict, hash=False)
    shifts: tuple[Shift, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return it as data, ready for JSON."""
        says = {topic: say._asdict() for topic, say in self.says.items()}
        return asdict(self) | {"says": says, "shifts": [list(one) for one in self.shifts]}


class Found(NamedTuple):
    """A question that was answered with a label: its place among the questions, the label, how likely it is."""

    place: int
    label: str
    sure: float


def topic(one: Question) -> str:
    """Return what a question is about: the label that sources propose there, else what the question says."""
    return parted(one.known.partition("=")[0])[0] if is_proposed(one) else one.about


def is_proposed(one: Question) -> bool:
    """Tell whether a source proposes this very stretch."""
    return any(one.before.keys() - {NOTHING})


def counted(questions: Sequence[Question], right: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return by sort of question how often each label (`NOTHING` for none) was right, in a fixed order."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one, label in zip(questions, right, strict=True):
        counts[one.known][label] += 1
    return {known: dict(sorted(counts[known].items())) for known in sorted(counts)}


def priors(questions: Sequence[Question], labels: Sequence[str], sorts: Sorts) -> Table:
    """Return a row for each question: how likely the labels, and at last none of them, were before.

    What nobody spoke for is shared out among the labels, so that what a source called an organisation may be a person;
    what a source gives to a label that this model hasn't learned is none of its labels. All that is then drawn towards
    what came of questions of the same sort, as an estimate with a beta prior is (`suggest.reliability`).
    """
    names = [*labels, NOTHING]
    rows = numpy.array([[one.before.get(name, 0.0) for name in names] for one in questions]).reshape(-1, len(names))
    said = numpy.array([sum(one.before.values()) for one in questions])
    rows[:, -1] += said - rows.sum(axis=1)
    rows[:, :-1] += ((1 - said) / max(1, len(labels)))[:, None]
    for row, one in zip(rows, questions, strict=True):
        if counts := sorts.get(one.known):
            row[:] = (row * _STRENGTH + [counts.get(name, 0) for name in names]) / (_STRENGTH + sum(counts.values()))
    clipped: Table = numpy.clip(rows, _LEAST, 1.0)
    return clipped


def stays(one: Question, label: str, sorts: Sorts) -> float:
    """Return how likely a source's word is for a label that the model hasn't learned, after the articles learned from.

    They hold no span of that label: each question of the sort speaks against it.
    """
    return one.before.get(label, 0.0) * _STRENGTH / (_STRENGTH + sum(sorts.get(one.known, {}).values()))


class Answers:
    """What model and sources say on the questions about one article, ready to be decided by one rule or another."""

    def __init__(self, said: Table, questions: Sequence[Question], labels: Sequence[str], sorts: Sorts) -> None:
        self._questions = questions
        self._labels = labels
        self._topics = [topic(one) for one in questions]
        self._said = numpy.log(numpy.clip(said, _LEAST, 1.0))
        self._before = numpy.log(priors(questions, labels, sorts))
        pools: dict[str, int] = {}
        self._pool = numpy.array(
            [index if one.alike is None else pools.setdefault(one.alike, index) for index, one in enumerate(questions)],
            dtype=int,
        )
        self._end = max((one.end for one in questions), default=0)

    def shares(self, rule: Rule) -> Table:
        """Return how likely the labels are by model and sources together: a weighted geometric mean, as a product of
        experts is (Hinton, "Training products of experts", 2002). What the article uses one way gets one answer.
        """
        weight = numpy.array([rule.says[one].weight if one in rule.says else 0.0 for one in self._topics])[:, None]
        logs = weight * self._said + (1 - weight) * self._before
        sums = numpy.zeros_like(logs)
        numpy.add.at(sums, self._pool, logs)
        logs = (sums / numpy.maximum(1, numpy.bincount(self._pool, minlength=len(logs)))[:, None])[self._pool]
        odds = numpy.exp(logs - logs.max(axis=1, keepdims=True)) if len(logs) else logs
        shares: Table = odds / odds.sum(axis=1, keepdims=True)
        return shares

    def chosen(self, rule: Rule) -> list[Found]:
        """Return what is a span, none overlapping another: first what sources proposed on topics that the model has no
        say on, then the surest.
        """
        if not self._questions:
            return []
        shares = self.shares(rule)[:, : len(self._labels)]
        best = shares.argmax(axis=1)
        found = [self._answer(rule, n, int(best[n]), float(shares[n, best[n]])) for n in range(len(best))]
        taken = bytearray(self._end)
        kept: list[Found] = []
        untouched = [one not in rule.says for one in self._topics]
        for one in sorted(filter(None, found), key=lambda one: (not untouched[one.place], -one.sure, one.place)):
            start, end = self._questions[one.place].start, self._questions[one.place].end
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\x01" * (end - start)
                kept.append(one)
        return kept

    def _answer(self, rule: Rule, n: int, best: int, share: float) -> Found | None:
        about = self._topics[n]
        if about in rule.says:
            return Found(n, self._labels[best], share) if share >= rule.says[about].least else None
        if not is_proposed(self._questions[n]):
            return None
        before = {label: sure for label, sure in self._questions[n].before.items() if label != NOTHING}
        label = max(before, key=lambda one: before[one])
        return Found(n, label, before[label])
