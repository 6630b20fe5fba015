"""Windows as numbers: what the network reads of each word, kept once, so that an epoch's variants cost no `Doc`.

A token is a row of the hashes of `models.network.ATTRIBUTES`; the network's own feature extraction gives the same rows.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from spacy.tokens import Doc

from depeche.models.network import ATTRIBUTES

Rows = numpy.ndarray[Any, Any]

_SWAPPED, _MASKED = 0.3, 0.15
"""How many windows get another name of the same label, or one without letters, so that what is around them counts."""
_KNOWN = ATTRIBUTES.index("ENT_TYPE")
_LETTERS = [ATTRIBUTES.index(one) for one in ("NORM", "PREFIX", "SUFFIX", "SHAPE")]
_LISTS, _BEGINS = ATTRIBUTES.index("TAG"), ATTRIBUTES.index("DEP")


@dataclass(frozen=True, slots=True)
class Material:
    """A window's tokens, where the candidate begins and ends among them, and the same window without its letters."""

    rows: Rows
    first: int
    last: int
    masked: Rows


def material(windows: Sequence[Doc]) -> list[Material]:
    """Return windows as numbers, in their order."""
    if not windows:
        return []
    hidden = Doc(windows[0].vocab, words=["Xxx"], tags=[""], lemmas=[""], deps=["xxx"], heads=[0])
    blank = hidden.to_array(list(ATTRIBUTES)).reshape(1, -1)[0]
    return [_of(one, blank) for one in windows]


class Variants:
    """Draws, epoch by epoch, the windows that are learned from: as they are, with another name, without letters."""

    def __init__(self, lessons: Sequence[Material], labels: Sequence[int], nothing: int) -> None:
        self._lessons = lessons
        self._labels = labels
        self._nothing = nothing
        self._same: defaultdict[int, list[Material]] = defaultdict(list)
        for one, label in zip(lessons, labels, strict=True):
            self._same[label].append(one)

    def draw(self, index: int, chance: random.Random) -> tuple[Rows, int, int]:
        """Return the tokens of a lesson's window, and where the candidate begins and ends."""
        one, label = self._lessons[index], self._labels[index]
        drawn = chance.random()
        if label != self._nothing and drawn < _SWAPPED:
            other = chance.choice(self._same[label])
            name = other.rows[other.first : other.last].copy()
            name[:, _KNOWN] = one.rows[one.first, _KNOWN]
            rows = numpy.concatenate((one.rows[: one.first], name, one.rows[one.last :]))
            return rows, one.first, one.first + len(name)
        return one.masked if drawn > 1 - _MASKED else one.rows, one.first, one.last


def _of(window: Doc, blank: Rows) -> Material:
    rows = window.to_array(list(ATTRIBUTES))
    entity = window.ents[0]
    masked = rows.copy()
    for index in range(entity.start, entity.end):
        masked[index, _LISTS] = blank[_LISTS]
        masked[index, _BEGINS] = blank[_BEGINS]
        if window[index].text[0].isalpha():
            masked[index, _LETTERS] = blank[_LETTERS]
    return Material(rows, entity.start, entity.end, masked)
