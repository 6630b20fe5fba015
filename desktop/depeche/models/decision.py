"""From what the model says and what was known before to spans: mixed, pooled, chosen. Knows numbers, no text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

import numpy

from depeche.models.question import NOTHING, Question

Table = numpy.ndarray[Any, Any]
_LEAST = 1e-4
_STRENGTH = 10
"""So many questions of a sort weigh as much as what was known of them before."""

Sorts = Mapping[str, Mapping[str, int]]
"""By sort of question (`Question.known`): how often each label was right in the articles learned from."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a model's word is taken: `weight` of the model against what the sources said before (0: them alone).

    `plain` is the same for what begins with a small letter or a digit, as most dates and figures do: grammars read
    these better than a network does. `least` is how likely a span must be to stay or to be proposed. All three are
    chosen on the articles of `dev`. `sorts` corrects what the sources said by what came of it in the articles learned
    from.
    """

    weight: float = 0.65
    plain: float = 0.3
    least: float = 0.4
    sorts: Sorts = field(default_factory=dict, hash=False)

    def to_json(self) -> dict[str, Any]:
        """Return it as data, ready for JSON."""
        return asdict(self)


class Found(NamedTuple):
    """A question that was answered with a label: its place among the questions, the label, how likely it is."""

    place: int
    label: str
    sure: float


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


def mixed(said: Table, before: Table, questions: Sequence[Question], rule: Rule) -> Table:
    """Return the shares of labels by the model and the sources together: a weighted geometric mean, as a product of
    experts is (Hinton, "Training products of experts", 2002). What the article uses one way gets one answer.
    """
    weight = numpy.array([rule.plain if one.alike is None else rule.weight for one in questions]).reshape(-1, 1)
    logs = weight * numpy.log(numpy.clip(said, _LEAST, 1.0)) + (1 - weight) * numpy.log(before)
    same: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(questions):
        if one.alike is not None:
            same[one.alike].append(index)
    for rows in same.values():
        logs[rows] = logs[rows].mean(axis=0)
    odds = numpy.exp(logs - logs.max(axis=1, keepdims=True)) if len(logs) else logs
    shares: Table = odds / odds.sum(axis=1, keepdims=True)
    return shares


def chosen(shares: Table, questions: Sequence[Question], labels: Sequence[str], least: float) -> list[Found]:
    """Return what is a span, the surest first, none overlapping another."""
    if not len(questions):
        return []
    best = shares[:, : len(labels)].argmax(axis=1)
    sure = shares[numpy.arange(len(best)), best]
    taken = bytearray(max(one.end for one in questions))
    found: list[Found] = []
    for index in numpy.lexsort((numpy.arange(len(best)), -sure)):
        if sure[index] < least:
            break
        start, end = questions[index].start, questions[index].end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            found.append(Found(int(index), labels[best[index]], float(sure[index])))
    return found
