"""One answer from several sources: spans that may not overlap are chosen, the others dropped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from depeche.core.span import overlap, reading_order
from depeche.core.suggestion import Suggestion


def merge(proposed: Iterable[Suggestion], nests: Callable[[str], bool]) -> list[Suggestion]:
    """Return the suggestions to show, in reading order.

    Of two at the same place with the same label the better score stays. Of flat labels that overlap, the one with the
    better score stays, the longer one of two equals; labels that nest stay beside everything.
    """
    best: dict[tuple[int, int, str], Suggestion] = {}
    for one in proposed:
        place = (one.start, one.end, one.label)
        if place not in best or _sure(one) > _sure(best[place]):
            best[place] = one
    kept = [one for one in best.values() if nests(one.label)]
    chosen = _Line()
    flat = (one for one in best.values() if not nests(one.label))
    for one in sorted(flat, key=lambda one: (-_sure(one), one.start - one.end, one.start)):
        if chosen.is_free(one):
            chosen.add(one)
    return reading_order([*kept, *chosen.spans])


def _sure(one: Suggestion) -> float:
    return one.score or 0.0


class _Line:
    """Spans side by side, none overlapping, found again in logarithmic time."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self.spans: list[Suggestion] = []

    def is_free(self, one: Suggestion) -> bool:
        at = bisect_right(self._starts, one.start)
        around = self.spans[max(0, at - 1) : at + 1]
        return not any(overlap(one, other) for other in around)

    def add(self, one: Suggestion) -> None:
        at = bisect_right(self._starts, one.start)
        self._starts.insert(at, one.start)
        self.spans.insert(at, one)
