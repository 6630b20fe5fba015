"""What a file counts its offsets in, settled by the words it quotes: code points, UTF-16 units, or CR LF as one.

Nothing is guessed: another count than code points is taken only where all quoted words stand at their places by it, and
don't by code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n")

Quoted = tuple[int, int, str]
"""Start and end as a file counts them, and the words that it says stand there."""
Same = Callable[[str, str], bool]
"""Whether the text at a place is what a file quotes of it."""


@dataclass(frozen=True, slots=True)
class Count:
    """A way of counting a text. `shifts` are the offsets, by this count, behind which it is one more or one less off.

    `step` is what code points are to it there: -1 where a character counts as two, 1 where two count as one.
    """

    name: str
    shifts: Sequence[int] = ()
    step: int = 0

    def code_point(self, offset: int) -> int:
        """Return the code point at an offset of this count; -1 for one inside a character."""
        before = bisect_right(self.shifts, offset)
        if self.step < 0 and before < len(self.shifts) and self.shifts[before] == offset + 1:
            return -1
        return offset + before * self.step


CODE_POINTS = Count("code points")


def utf_16(text: str) -> Count:
    """Return the count of UTF-16 units: a character beyond the first 65,536 is two."""
    return Count("UTF-16", [match.start() + n + 2 for n, match in enumerate(_ASTRAL.finditer(text))], -1)


def line_ends_as_one(text: str) -> Count:
    """Return the count of a text that was read with CR LF as one character."""
    return Count("CR LF", [match.start() - n + 1 for n, match in enumerate(_LINE_END.finditer(text))], 1)


def settle(text: str, quoted: Sequence[Quoted], others: Sequence[Count], same: Same = str.__eq__) -> Count | None:
    """Return the count by which all quoted words stand where they should, code points if they do; None for none."""
    for count in (CODE_POINTS, *others):
        if all(fits(text, one, count, same) for one in quoted):
            return count
    return None


def fits(text: str, quoted: Quoted, count: Count = CODE_POINTS, same: Same = str.__eq__) -> bool:
    """Tell whether words stand where a file says, by a count."""
    start, end = (count.code_point(at) for at in quoted[:2])
    return 0 <= start <= end <= len(text) and same(text[start:end], quoted[2])
