"""A page's text as it stands there, found again from what an extraction kept of it.

Extractors take every kind of space for a space. What they give is looked for in the page's own text, character by
character but for spaces and invisible ones, and what stands there is taken: no-break spaces, joiners in emoji, marks of
direction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from depeche.ingest.markup import SOFT_HYPHEN, lines

_SURE = 40
"""How many visible characters a line must have to be looked for from the beginning; shorter ones are found by it."""
_PIECE = 8
"""How many a piece must have, where a line is in the page only in pieces."""
_PIECES = 50
_NEAR = 20_000
"""How much of the page may lie between pieces."""
_MISSES = 200
"""How many lines are looked for in vain before the rest is left as it is: each costs a look through the page."""


@dataclass(slots=True)
class _Page:
    """The page's text, its visible characters alone, and where each of those stands."""

    text: str
    visible: str
    places: list[int]

    def slice(self, start: int, end: int) -> str:
        """Return what stands in the page from one visible character to before another, as lines of text."""
        first, last = self.places[start], self.places[end - 1] + 1
        while first > 0 and _is_invisible(self.text[first - 1]):
            first -= 1
        while last < len(self.text) and _is_invisible(self.text[last]):
            last += 1
        return lines(self.text[first:last])


def restored(extracted: Sequence[str], flowing: str) -> tuple[str, int]:
    """Return the lines of an extraction as they stand in `flowing` (`markup.flow`), and how many weren't found there.

    Those are kept as they were extracted. Lines are found in order; short ones, which may stand in a menu as well,
    right before the long one that they precede.
    """
    places = [n for n, char in enumerate(flowing) if is_visible(char)]
    page = _Page(flowing, "".join([flowing[n] for n in places]), places)
    wanted = ["".join(filter(is_visible, one)) for one in extracted]
    found = _found(wanted, page.visible)
    done: list[str] = []
    missing = at = misses = 0
    for line, visible, place in zip(extracted, wanted, found, strict=True):
        if not visible:
            continue
        if place is not None:
            done.append(page.slice(place, place + len(visible)))
            at = place + len(visible)
            continue
        pieces = _pieces(line, visible, page, at) if misses < _MISSES else None
        if pieces is None:
            misses += 1
            missing += 1
            done.append(line.strip().replace(SOFT_HYPHEN, ""))
        else:
            text, at = pieces
            done.append(text)
    return "\n".join(done), missing


def is_visible(char: str) -> bool:
    """Tell whether a character shows: no kind of space, no joiner, no mark of direction."""
    return char != " " and char.isprintable()


def _is_invisible(char: str) -> bool:
    return not char.isprintable() and not char.isspace()


def _found(wanted: Sequence[str], page: str) -> list[int | None]:
    """Return where each line begins, None for those that aren't there as a whole."""
    found: list[int | None] = [None] * len(wanted)
    ends = [0] * (len(wanted) + 1)  # where the last long line before each one ends
    misses = 0
    for n, line in enumerate(wanted):
        ends[n + 1] = ends[n]
        if len(line) >= _SURE and misses < _MISSES:
            first = page.find(line, ends[n])
            if first >= 0:
                found[n], ends[n + 1] = first, first + len(line)
            else:
                misses += 1
    last = max((n for n, place in enumerate(found) if place is not None), default=-1)
    before = len(page)
    for n in range(last, -1, -1):
        place, line = found[n], wanted[n]
        if place is None and 0 < len(line) < _SURE and misses < 2 * _MISSES:
            nearest = page.rfind(line, ends[n], before)
            found[n] = place = nearest if nearest >= 0 else None
            misses += place is None
        before = before if place is None else place
    at = ends[-1]
    for n in range(last + 1, len(wanted)):  # short lines that nothing long follows: each after the one before it
        if wanted[n] and len(wanted[n]) < _SURE and misses < 3 * _MISSES:
            after = page.find(wanted[n], at)
            if after >= 0:
                found[n], at = after, after + len(wanted[n])
            else:
                misses += 1
    return found


def _pieces(line: str, visible: str, page: _Page, at: int) -> tuple[str, int] | None:
    """Return a line of which the page has more in between (a note, a button), and where in the page it ends."""
    spaces = _places_of_spaces(line)
    parts: list[str] = []
    start = 0
    while start < len(visible):
        # The longest beginning of what is left that is there: what is there of a line is there of less of it.
        size = _longest(visible[start:], page.visible[at : at + len(visible) + _NEAR])
        end = start + size
        if len(parts) >= _PIECES or size == 0 or (size < _PIECE and end < len(visible)):
            return None
        place = page.visible.find(visible[start:end], at)
        if parts and start in spaces:
            parts.append(" ")
        parts.append(page.slice(place, place + size))
        start, at = end, place + size
    return "".join(parts), at


def _longest(line: str, near: str) -> int:
    """Return how long a beginning of a line can be found near by."""
    return bisect_right(range(1, len(line) + 1), False, key=lambda size: line[:size] not in near)


def _places_of_spaces(line: str) -> frozenset[int]:
    """Return before which visible characters, counted from 0, a space stands."""
    found, count = set(), 0
    for char in line:
        if is_visible(char):
            count += 1
        elif char.isspace():
            found.add(count)
    return frozenset(found)
