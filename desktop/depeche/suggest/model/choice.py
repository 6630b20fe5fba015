"""From probabilities to names: what one text says of the same words together, and which of two that overlap stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

import numpy

from depeche.suggest.model.candidates import Stretch

Probabilities = numpy.ndarray[Any, Any]
_LEAST = 1e-6


class Name(NamedTuple):
    """A candidate that was taken for a name, by its place among the candidates and its label among the labels."""

    place: int
    label: int
    sure: float


def pooled(probabilities: Probabilities, words: Sequence[Hashable]) -> Probabilities:
    """Return the probabilities, the same for the same words: the geometric mean, as one text uses a name one way."""
    logs = numpy.log(numpy.clip(probabilities, _LEAST, 1.0))
    same: dict[Hashable, list[int]] = defaultdict(list)
    for index, one in enumerate(words):
        same[one].append(index)
    for rows in same.values():
        logs[rows] = logs[rows].mean(axis=0)
    odds = numpy.exp(logs)
    shares: Probabilities = odds / odds.sum(axis=1, keepdims=True)
    return shares


def chosen(probabilities: Probabilities, stretches: Sequence[Stretch], labels: int, least: float) -> list[Name]:
    """Return the names, the surest first, none overlapping, that are one of the first `labels` labels and so likely."""
    best = probabilities[:, :labels].argmax(axis=1)
    sure = probabilities[numpy.arange(len(best)), best]
    taken: set[int] = set()
    names: list[Name] = []
    for index in numpy.lexsort((numpy.arange(len(best)), -sure)):
        if sure[index] < least:
            break
        held = range(*stretches[index])
        if taken.isdisjoint(held):
            taken.update(held)
            names.append(Name(int(index), int(best[index]), float(sure[index])))
    return names
