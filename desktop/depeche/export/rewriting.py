"""A text with words put in place of others, and where its spans are then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Words to stand in place of a stretch (code points)."""

    start: int
    end: int
    words: str


class Moved:
    """A text after edits. Where two overlap the first given is made; `snapped` counts borders that stood inside one."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self.edits = _apart(edits)
        self.snapped = 0
        pieces: list[str] = []
        self._places: list[tuple[int, int]] = []
        at = length = 0
        for one in self.edits:
            pieces += (text[at : one.start], one.words)
            length += one.start - at
            self._places.append((length, length + len(one.words)))
            length += len(one.words)
            at = one.end
        pieces.append(text[at:])
        self.text = "".join(pieces)
        self._starts = [one.start for one in self.edits]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text stands now: at least all of what stands in place of a name that it cut."""
        return self._moved(start, 0), self._moved(end, 1)

    def _moved(self, at: int, side: int) -> int:
        n = (bisect_right(self._starts, at) if side == 0 else bisect_left(self._starts, at)) - 1
        if n < 0:
            return at
        one = self.edits[n]
        if at >= one.end:
            return self._places[n][1] + at - one.end
        if at > one.start:
            self.snapped += 1
        return self._places[n][side]


def rewritten(text: str, edits: Iterable[Edit]) -> str:
    """Return a text after edits."""
    return Moved(text, edits).text


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for one in edits:
        at = bisect_left(kept, one)
        before, after = kept[at - 1 : at], kept[at : at + 1]
        if (not before or before[0].end <= one.start) and (not after or one.end <= after[0].start):
            kept.insert(at, one)
    return kept
