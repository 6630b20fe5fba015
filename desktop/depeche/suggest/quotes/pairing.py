"""Which quotation marks belong together. Knows marks and paragraphs, not who speaks nor what the words mean.

Marks are paired by paragraph with a stack, so that inner quotes stay inside the outer one and a forgotten mark never
shifts the pairs after it. Straight marks are read by what stands around them: an apostrophe is never a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass

from depeche.suggest.quotes.backwards import turned
from depeche.suggest.quotes.marks import MARK, Mark, marks_of
from depeche.suggest.quotes.stretches import paragraphs, sentence_end, told_at, turn_of
from depeche.suggest.quotes.unopened import beginning

_SCAN = 48
"""How many marks one quote may span: keeps a text full of lone marks in proportion to its length."""
_FIRST_PERSON = re.compile(r"\b(?:je|j['’][^\W\d_]+|nous|notre|nos|mon|ma|mes)\b", re.IGNORECASE)
_LINES = 12
_NESTED = 6
"""How many marks after an opening one a quote inside of it may stand, in a paragraph that no mark begins."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch between two marks, `start` and `end` outside of them, `inner_start` and `inner_end` inside.

    `closed` is False where the closing mark is missing; `end` is then the end of the quoted words. `opened` is False
    where the opening mark is.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    opened: bool = True


def pair(text: str, verbs: Set[str] = frozenset()) -> list[Pair]:
    """Return the outermost quoted stretches of `text` in reading order; they never overlap.

    `verbs` are the forms with which the reporter takes the word again where a closing mark is missing.
    """
    marks = turned(text, marks_of(text))
    if not marks:
        return []
    lines = paragraphs(text)
    firsts = _first_marks(text, marks, lines)
    found: list[Pair] = []
    i, floor = 0, 0
    while i < len(marks):
        mark = marks[i]
        if not mark.opens:
            if (begin := _unopened(text, mark, floor, lines, verbs)) is not None:
                found.append(Pair(begin, mark.end, begin, mark.start, opened=False))
            floor = mark.end
            i += 1
            continue
        one = _close(text, marks, i, lines, firsts, verbs)
        if not one.closed and told_at(text, mark.end, verbs):
            floor = mark.end
            i += 1
            continue  # « a déclaré X. » behind a stray mark
        if one.inner_start < one.inner_end and not text[one.inner_start : one.inner_end].isspace():
            found.append(one)
        floor = one.end
        i += 1
        while i < len(marks) and marks[i].start < one.end:
            i += 1
    return found


def _unopened(text: str, mark: Mark, floor: int, lines: list[tuple[int, int]], verbs: Set[str]) -> int | None:
    """Return where the words before a lone closing mark begin, None where it says nothing."""
    if mark.family not in ("guillemet", "curly") and text[mark.start - 1 : mark.start].isdigit():
        return None
    line = bisect_right(lines, (mark.start, len(text))) - 1
    return beginning(text, mark, floor, lines, line, verbs) if line >= 0 else None


def _first_marks(text: str, marks: list[Mark], lines: list[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the marks that are the first sign of their paragraph."""
    starts = [m.start for m in marks]
    found = set()
    for a, b in lines:
        i = bisect_left(starts, a)
        if i < len(marks) and marks[i].start < b and not text[a : marks[i].start].strip():
            found.add(i)
    return frozenset(found)


def _close(
    text: str,
    marks: list[Mark],
    first: int,
    lines: list[tuple[int, int]],
    firsts: frozenset[int],
    verbs: Set[str],
) -> Pair:
    """Return the pair that `marks[first]` opens."""
    mark = marks[first]
    line = bisect_right(lines, (mark.start, len(text))) - 1
    last = lines[line][1]
    stack = [mark.family]
    mixed: Mark | None = None
    inner: Mark | None = None  # the last closing mark of the same family, used by an inner quote
    reopened: Mark | None = None
    i = first + 1
    while i < len(marks) and i - first < _SCAN and marks[i].start < last:
        m = marks[i]
        i += 1
        if m.closes and m.family == stack[-1] and not (m.opens and not m.closes):
            stack.pop()
            if not stack:
                return Pair(mark.start, m.end, mark.end, m.start)
            if m.family == mark.family:
                inner = m
        elif m.opens and not m.closes:
            stack.append(m.family)
            if m.family == mark.family and reopened is None:
                reopened = m
        elif m.closes and m.family == mark.family:
            return Pair(mark.start, m.end, mark.end, m.start)  # the inner quote of another family never closed
        elif m.closes and mixed is None and m.family not in stack:
            mixed = m
        elif m.opens:
            stack.append(m.family)
    if mixed is not None and (reopened is None or mixed.start < reopened.start):
        return Pair(mark.start, mixed.end, mark.end, mixed.start)
    turn = turn_of(text, mark.end, last, verbs)
    if inner is not None and turn is not None and turn > inner.end and not _break(text, mark.end, turn, None):
        return Pair(mark.start, turn, mark.end, turn, closed=False)  # « "… pas une "feinte" de plus, a-t-il dit »
    if reopened is not None and turn is None and (first in firsts or not _break(text, mark.end, reopened.start, None)):
        repeats = firsts if first in firsts and inner and not text[inner.end : last].strip() else frozenset()
        stop = lines[min(line + _LINES, len(lines) - 1)][1]
        resumed = _resumed(marks, i, 2 if inner is None else 1, stop, repeats)
        if resumed is not None:
            return Pair(mark.start, resumed.end, mark.end, resumed.start)
    if inner is not None and reopened is not None and not _break(text, mark.end, reopened.start, turn):
        return Pair(mark.start, inner.end, mark.end, inner.start)  # one closing mark for both quotes that end there
    later = _later(text, marks, first, i, lines, line, firsts, verbs) if reopened is None and turn is None else None
    if later is not None:
        return Pair(mark.start, later.end, mark.end, later.start)
    end = _quoted_end(text, mark.end, reopened.start if reopened else None, last, turn)
    if reopened is None and turn is None and text[max(0, mark.start - 3) : mark.start].rstrip().endswith(":"):
        end = _carried_on(text, end, lines[line + 1 : line + _LINES])
    return Pair(mark.start, end, mark.end, end, closed=False)


def _carried_on(text: str, end: int, lines: list[tuple[int, int]]) -> int:
    """Return where words after a colon end whose closing mark is missing: with the last line in the first person."""
    for a, b in lines:
        if _FIRST_PERSON.search(text, a, b) is None or MARK.search(text, a, b):
            break
        end = b
    while text[end - 1].isspace():
        end -= 1
    return end


def _later(
    text: str,
    marks: list[Mark],
    first: int,
    i: int,
    lines: list[tuple[int, int]],
    line: int,
    firsts: frozenset[int],
    verbs: Set[str],
) -> Mark | None:
    """Return the mark of a later paragraph that closes a quote left open at the end of its own, if any."""
    family = marks[first].family
    depth, pending, nested = 0, line + 1, False
    while i < len(marks) and i - first < _SCAN:
        m = marks[i]
        while pending < len(lines) and lines[pending][1] <= m.start:
            pending += 1
            if pending - line > _SCAN:
                return None
        if m.family == family:
            if i in firsts and depth == 0:
                pass  # the mark repeated at the head of a paragraph that goes on
            elif m.closes and (depth == 0 or not m.opens):
                if depth == 0:
                    return None if nested and turn_of(text, marks[first].end, m.start, verbs) is not None else m
                depth -= 1
            elif not m.closes:
                # An opening mark inside a paragraph that did not go on by a repeated mark: another quote, unless it is
                # closed and one closing mark more follows soon.
                head = bisect_left([a.start for a in marks[first : i + 1]], lines[pending][0]) + first
                if head not in firsts or marks[head].family != family:
                    if family != "guillemet" or depth or i - first > _NESTED:
                        return None
                    nested = True
                depth += 1
        i += 1
    return None


def _resumed(marks: list[Mark], i: int, depth: int, stop: int, repeats: Set[int]) -> Mark | None:
    """Return the mark of a later line that closes the outer of two quotes, `depth` of which a line leaves open.

    `repeats` are the marks that may open the same quote again at the head of a paragraph.
    """
    family = marks[i - 1].family
    while i < len(marks) and marks[i].start < stop:
        m = marks[i]
        if m.family == family:
            if m.closes and not m.opens:
                depth -= 1
                if not depth:
                    return m
            elif i not in repeats:
                return None
        i += 1
    return None


def _break(text: str, start: int, end: int, turn: int | None) -> bool:
    """Tell whether a sentence ends, or the reporter takes the word, before `end`."""
    return (turn is not None and turn < end) or sentence_end(text, start, end) is not None


def _quoted_end(text: str, start: int, reopened: int | None, last: int, turn: int | None) -> int:
    """Return where the words of a quote without closing mark end."""
    limit = last if reopened is None else reopened
    if turn is not None and turn < limit:
        limit = turn
    fragment = text[start : start + 3].lstrip()[:1].islower()
    if reopened is not None or fragment:
        limit = sentence_end(text, start, limit) or limit
    while limit > start and text[limit - 1].isspace():
        limit -= 1
    return limit
