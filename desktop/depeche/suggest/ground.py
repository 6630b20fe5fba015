"""Which characters of a text are taken. Knows no label."""

from __future__ import annotations

from depeche.core.span import Stretch


class Ground:
    """A text's characters, free until they are taken; asked and told as fast as a stretch is copied."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def is_free(self, one: Stretch) -> bool:
        """Tell whether no character of a stretch is taken."""
        return self._taken.find(1, one.start, one.end) < 0

    def take(self, one: Stretch) -> None:
        """Take the characters of a stretch."""
        self._taken[one.start : one.end] = b"\x01" * (one.end - one.start)
