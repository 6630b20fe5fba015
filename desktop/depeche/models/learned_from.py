"""Which texts the shipped model learned from: to say of a test that holds some of them that its figures flatter.

Kept are the runs of five words by which copies are known (`core.likeness`: every eighth, by its hash): no text can be
read from them, and copies with another title or another end are known all the same.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from functools import cache

from depeche import paths
from depeche.core.likeness import sketch

FILE = ("models", "names-learned-from.bin")
"""Under `resources/`: the hashes, 8 bytes each, little endian, rising."""

_SHARE, _FEWEST = 0.5, 2
"""A text is known if this share of its runs is, and so many at least: about 20 words."""


def packed(texts: Iterable[str]) -> bytes:
    """Return the file's content for a model that learned from these texts."""
    return _turned(array("q", sorted({run for text in texts for run in sketch(text).runs}))).tobytes()


def known(texts: Sequence[str]) -> int:
    """Return how many of these texts the shipped model learned from, or copies of them."""
    there = _there()
    found = 0
    for text in texts:
        runs = sketch(text).runs
        met = sum(run in there for run in runs)
        found += met >= _FEWEST and met >= _SHARE * len(runs)
    return found


@cache
def _there() -> frozenset[int]:
    read = array("q")
    try:
        read.frombytes(paths.resource(*FILE).read_bytes())
    except FileNotFoundError:  # without the model there is no list either
        return frozenset()
    return frozenset(_turned(read))


def _turned(runs: array[int]) -> array[int]:
    if sys.byteorder == "big":
        runs.byteswap()
    return runs
