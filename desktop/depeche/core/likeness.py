"""What a text is known by, and how much of one is in another; `copies` makes groups of it. Knows words, not meanings.

Texts are compared by their runs of five words (w-shingling, Broder 1997, « On the resemblance and containment of
documents »), of which every eighth by its hash is kept, the same in all texts (« modulo sampling », ibid.), and by
their whole sentences. Texts are taken in their order, and each is compared with those before it only: what was found of
the first thousand stays when the next thousand come, and groups only grow together.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from depeche.core.sentences import known_by
from depeche.core.words import folded

RUN = 5
"""Words of a run."""
KEPT = 8
"""Of so many runs one is kept."""
COMMON = 0.02
"""What stands in more than this share of the texts so far is boilerplate, and proves nothing."""
FEW = 8
"""But what stands in no more than so many texts isn't boilerplate, however few texts there are."""
PLENTY = 12
"""Words in shared sentences from which on two texts share copy: one long sentence, or two short ones."""
SHARE = 0.12
"""Share of the shorter text's runs from which on two texts share copy, though every sentence was touched."""
RUNS = 3
"""But not for fewer kept runs than these: about 24 in the text."""

WITNESSES = 8
"""So many first texts with a run are compared; a text is known by them as well as by the hundredth."""

_BITS = (1 << 61) - 1
_BASE = 1_000_003
_TOP = pow(_BASE, RUN, _BITS + 1)
_MIX = 0x9E3779B97F4A7C15  # the golden ratio's multiplicative hash (Knuth, vol. 3, section 6.4)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text is known by: kept runs of words, sorted, and sentences that count with their number of words."""

    runs: array[int]
    sentences: tuple[tuple[int, int], ...]


def sketch(text: str, words: str | None = None) -> Sketch:
    """Return what a text is known by, the same on every machine; takes time linear in the text.

    `words` is the text folded, where that is known.
    """
    said = known_by(text)
    runs = _runs_of(folded(text) if words is None else words)
    return Sketch(array("q", sorted({one for one in runs if ((one * _MIX) >> 40) % KEPT == 0})), tuple(said.items()))


def shared(side_a: Iterable[str], side_b: Iterable[str]) -> float:
    """Return the share of the words of one side's texts that stand in a run of five words found on the other side.

    Between 0 and 1; 0 where `side_a` has no five words. All runs are compared, not only those kept in sketches.
    """
    there = {one for text in side_b for one in _runs_of(folded(text))}
    covered = total = 0
    for text in side_a:
        runs = _runs_of(folded(text))
        if not runs:
            continue
        total += len(runs) + RUN - 1
        reach = 0
        for at, one in enumerate(runs):
            if one in there:
                covered += at + RUN - max(at, reach)
                reach = at + RUN
    return covered / total if total else 0.0


def _runs_of(words: str) -> list[int]:
    hashed = list(map(_hashed, words.split(" ")))
    found: list[int] = []
    if len(hashed) < RUN:
        return found
    rolled = 0
    for word in hashed[: RUN - 1]:
        rolled = (rolled * _BASE + word) & _BITS
    gone = 0
    for first, word in zip(hashed, hashed[RUN - 1 :], strict=False):
        rolled = (rolled * _BASE + word - gone) & _BITS
        found.append(rolled)
        gone = first * _TOP
    return found


@lru_cache(maxsize=1 << 14)
def _hashed(word: str) -> int:
    said = word.encode("utf-8", "replace")
    return zlib.crc32(said) | zlib.adler32(said) << 32
