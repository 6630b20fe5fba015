"""From what the model says and what was known before to spans: mixed, pooled, chosen. Knows numbers, no text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

import numpy

from depeche.models.question import NOTHING, Question

Table = numpy.ndarray[Any, Any]
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Rule:
    """How a model's word is taken: `weight` of the model against what the sources said before (0: them alone).

    `least` is how likely a span must be to stay or to be proposed. Both are chosen on the articles of `dev`.
    """

    weight: float = 0.5
    least: float = 0.5

    def to_json(self) -> dict[str, float]:
        """Return the numbers by name."""
        return asdict(self)


class Found(NamedTuple):
    """A question that was answered with a label: its place among the questions, the label, how likely it is."""

    place: int
    label: str
    sure: float


def priors(questions: Sequence[Question], labels: Sequence[str]) -> Table:
    """Return a row for each question: how likely the labels, and at last none of them, were before.

    What nobody spoke for is shared out among the labels, so that what a source called an organisation may be a person.
    """
    names = [*labels, NOTHING]
    rows = numpy.array([[one.before.get(name, 0.0) for name in names] for one in questions]).reshape(-1, len(names))
    rows[:, :-1] += ((1 - rows.sum(axis=1)) / max(1, len(labels)))[:, None]
    clipped: Table = numpy.clip(rows, _LEAST, 1.0)
    return clipped


def mixed(said: Table, before: Table, questions: Sequence[Question], weight: float) -> Table:
    """Return the shares of labels by the model and the sources together: a weighted geometric mean, as a product of
    experts is (Hinton, "Training products of experts", 2002). What the article uses one way gets one answer.
    """
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
