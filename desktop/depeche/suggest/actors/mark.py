"""What the parts of this source hand to one another: a stretch of words taken for an actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Words `first` up to but without `last`, taken for an actor.

    `kind` is PER, ORG, GPE or GRP, or empty for what is known *not* to be an actor (a place) and only keeps others
    away. `rank` settles an overlap of equal length: the higher one stays.
    """

    first: int
    last: int
    kind: str
    value: str
    score: float
    reason: str
    rank: int = 0


class Taken:
    """The marks found so far, by word. Later parts ask it what is still free."""

    def __init__(self, size: int) -> None:
        self._owner: list[Mark | None] = [None] * (size + 1)
        self._kept: dict[int, Mark] = {}

    @property
    def marks(self) -> list[Mark]:
        """The marks that hold, in the order in which they were taken."""
        return list(self._kept.values())

    def add(self, mark: Mark) -> bool:
        """Take the words of `mark` unless an older mark that is as long or longer stands in the way."""
        owners = {id(o): o for o in self._owner[mark.first : mark.last] if o is not None}
        length = mark.last - mark.first
        if any((o.last - o.first, o.rank) >= (length, mark.rank) for o in owners.values()):
            return False
        for owner in owners.values():
            self.remove(owner)
        self._kept[id(mark)] = mark
        self._owner[mark.first : mark.last] = [mark] * length
        return True

    def add_all(self, marks: Iterable[Mark]) -> None:
        """Take several marks, one after the other."""
        for mark in marks:
            self.add(mark)

    def remove(self, mark: Mark) -> None:
        """Free the words of `mark`."""
        del self._kept[id(mark)]
        self._owner[mark.first : mark.last] = [None] * (mark.last - mark.first)

    def at(self, index: int) -> Mark | None:
        """Return the mark that holds word `index`."""
        return self._owner[index] if 0 <= index < len(self._owner) else None

    def is_free(self, first: int, last: int) -> bool:
        """Tell whether no mark holds any of these words."""
        return not any(self._owner[first:last])
