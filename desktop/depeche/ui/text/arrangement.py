"""The marks of an article in order, and what is asked of them for each line. A value: it can be made on any thread."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import copy
from itertools import accumulate

from depeche.core.offsets import Offsets
from depeche.ui.text.mark import Mark

_FEW = 16


class Arrangement:
    """`marks` in the order in which they are drawn; `starts` and `ends` are their view positions.

    `depths` says of each in how many bands it lies.
    """

    __slots__ = ("_by_key", "_given", "_reach", "depths", "ends", "marks", "starts")

    def __init__(self, marks: Sequence[Mark], offsets: Offsets) -> None:
        self._given = marks
        self.marks = sorted(marks, key=_place)
        self.starts = offsets.all_to_view([mark[0] for mark in self.marks])
        self.ends = offsets.all_to_view([mark[1] for mark in self.marks])
        # The furthest end so far only grows: where it passes a place, nothing earlier can reach that place.
        self._reach = list(accumulate(self.ends, max))
        self.depths = self._nesting()
        self._by_key = {mark.key: index for index, mark in enumerate(self.marks)}

    def _nesting(self) -> list[int]:
        if not any(mark.band for mark in self.marks):
            return [0] * len(self.marks)
        depths: list[int] = []
        open_ends: list[int] = []
        for mark in self.marks:
            while open_ends and open_ends[-1] <= mark.start:
                open_ends.pop()
            depths.append(len(open_ends))
            if mark.band:
                open_ends.append(mark.end)
        return depths

    def replaced(self, marks: Sequence[Mark]) -> tuple[Arrangement, list[int]] | None:
        """Return the arrangement of marks that stand where these do, and which of its marks are others than here.

        None where they stand elsewhere, or many are others: after an accepted suggestion one of thousands is.
        """
        if len(marks) != len(self._given):
            return None
        others = [(mine, theirs) for mine, theirs in zip(self._given, marks, strict=True) if mine is not theirs]
        if len(others) > _FEW or any(_place(mine) != _place(theirs) for mine, theirs in others):
            return None
        made = copy(self)
        made._given, made.marks, made._by_key = marks, list(self.marks), dict(self._by_key)
        changed = [self._by_key[mine.key] for mine, _ in others]
        for n, (mine, theirs) in zip(changed, others, strict=True):
            made.marks[n] = theirs
            made._by_key.pop(mine.key, None)
        made._by_key.update((made.marks[n].key, n) for n in changed)
        return made, changed

    def index(self, key: str | None) -> int | None:
        """Return which of `marks` has this key."""
        return self._by_key.get(key) if key else None

    def between(self, begin: int, end: int) -> list[int]:
        """Return which marks reach between two view positions."""
        first, last = bisect_right(self._reach, begin), bisect_left(self.starts, end)
        return [index for index in range(first, last) if self.ends[index] > begin]


def _place(mark: Mark) -> tuple[int, int, bool]:
    return mark[0], -mark[1], not mark.band
