"""Which quotation marks belong together. Knows marks and paragraphs, not who speaks nor what the words mean.

Marks are paired by paragraph with a stack, so that inner quotes stay inside the outer one and a forgotten mark never
shifts the pairs after it. Straight marks are read by what stands around them: an apostrophe is never a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass

_MARK = re.compile("[«»“”„‟\"‹›＂]|(?<!['’])''(?!['’])")
_FAMILY = {
    "«": "guillemet",
    "»": "guillemet",
    "‹": "single",
    "›": "single",
    '"': "straight",
    "＂": "straight",
    "''": "twin",
}
_OPENERS = frozenset("«‹„‟“")
_CLOSERS = frozenset("»›”")
_AFTER_OPENING = frozenset("([{/—–-'’«“„‹\u200b")
_BEFORE_CLOSED = frozenset(".,;:!?…)]}/—–»”›-")
_ARC = re.compile(r"\d\s?['’′]\s?\d{1,2}$")
_PARAGRAPH = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c]")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_ABBREVIATION = re.compile(r"(?:\b(?:MM?|Mmes?|Mlles?|Dr|Pr|St|Ste|art|no|vol|cf|[A-ZÀ-Ý]))\.$")
_TURN = re.compile(
    r"(?:,|[!?…])\s+(?:(?:a|ont|avait|avaient|aurait|auraient)(?:-t-|\s|-)|s['’](?:est|était)\b|[^\W\d_]{3,}(?:-t)?-(?:il|elle)s?\b)"
)
_VERB = re.compile(
    r",\s+(?:[sl]['’])?([^\W\d_]{3,})(?:\s[^\W\d_]+ment)?\s(?:(?:l[ea]s?|une?|son|sa|ce|cette)\s|l['’]|(?=[^\W\d_a-zà-öø-ÿ]))"
)
"""A verb and the beginning of its subject after a comma."""
_SCAN = 48
"""How many marks one quote may span: keeps a text full of lone marks in proportion to its length."""
_FIRST_PERSON = re.compile(r"\b(?:je|j['’][^\W\d_]+|nous|notre|nos|mon|ma|mes)\b", re.IGNORECASE)
_LINES = 12
_NESTED = 6
"""How many marks after an opening one a quote inside of it may stand, in a paragraph that no mark begins."""

_REACH = 3000
"""How many characters are looked at for the reporter's « , a déclaré » after a mark that is never closed."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch between two marks, `start` and `end` outside of them, `inner_start` and `inner_end` inside.

    `closed` is False where the closing mark is missing; `end` is then the end of the quoted words.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the lines of `text` that are not blank, as offsets without the line breaks."""
    found, start = [], 0
    for match in _PARAGRAPH.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if b > a and not text[a:b].isspace()]


def pair(text: str, verbs: Set[str] = frozenset()) -> list[Pair]:
    """Return the outermost quoted stretches of `text` in reading order; they never overlap.

    `verbs` are the forms with which the reporter takes the word again where a closing mark is missing.
    """
    marks = _marks(text)
    if not marks:
        return []
    lines = paragraphs(text)
    firsts = _first_marks(text, marks, lines)
    found: list[Pair] = []
    i = 0
    while i < len(marks):
        if not marks[i].opens:
            i += 1  # a stray closing mark says nothing
            continue
        one = _close(text, marks, i, lines, firsts, verbs)
        if one.inner_start < one.inner_end and not text[one.inner_start : one.inner_end].isspace():
            found.append(one)
        i += 1
        while i < len(marks) and marks[i].start < one.end:
            i += 1
    return found


def _marks(text: str) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(text):
        sign, start, end = match.group(), match.start(), match.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        free_before = not before or before.isspace() or before in _AFTER_OPENING
        free_after = not after or after.isspace() or after in _BEFORE_CLOSED
        opens, closes = free_before and not (free_after and after and not after.isspace()), free_after
        if not after.strip() and before.strip() and before not in _AFTER_OPENING:
            opens = False
        if before and not before.isspace() and before not in _AFTER_OPENING and not free_after:
            opens = closes = True  # no blank on either side
        if not before.strip() and after.strip() and after not in _BEFORE_CLOSED:
            closes = False
        family = _FAMILY.get(sign, "curly")
        if family in ("straight", "twin") and _ARC.search(text[max(0, start - 6) : start]):
            continue  # minutes and seconds, feet and inches
        if family == "straight" and before.isdigit() and after.isdigit():
            continue  # 19"78
        if family == "twin" and opens == closes:
            continue  # two apostrophes that enclose nothing
        if sign in _OPENERS:
            opens, closes = True, sign == "“" and not opens
        elif sign in _CLOSERS:
            opens, closes = sign == "”" and opens and not closes, True
        found.append(_Mark(start, end, family, opens, closes))
    return found


def _first_marks(text: str, marks: list[_Mark], lines: list[tuple[int, int]]) -> frozenset[int]:
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
    marks: list[_Mark],
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
    mixed: _Mark | None = None
    inner: _Mark | None = None  # the last closing mark of the same family, used by an inner quote
    reopened: _Mark | None = None
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
    turn = _turn(text, mark.end, last, verbs)
    if inner is not None and turn is not None and turn > inner.end and not _break(text, mark.end, turn, None):
        return Pair(mark.start, turn, mark.end, turn, closed=False)  # « "… pas une "feinte" de plus, a-t-il dit »
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
        if _FIRST_PERSON.search(text, a, b) is None or _MARK.search(text, a, b):
            break
        end = b
    while text[end - 1].isspace():
        end -= 1
    return end


def _later(
    text: str,
    marks: list[_Mark],
    first: int,
    i: int,
    lines: list[tuple[int, int]],
    line: int,
    firsts: frozenset[int],
    verbs: Set[str],
) -> _Mark | None:
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
                    return None if nested and _turn(text, marks[first].end, m.start, verbs) is not None else m
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


def _turn(text: str, start: int, end: int, verbs: Set[str]) -> int | None:
    """Return where the reporter takes the word again (« , a déclaré »), None where he does not before `end`."""
    end = min(end, start + _REACH)
    found = _TURN.search(text, start, end)
    turn = found.start() + (0 if text[found.start()] == "," else 1) if found else None
    for other in _VERB.finditer(text, start, end if turn is None else turn):
        if other.group(1) in verbs:
            return other.start()
    return turn


def _break(text: str, start: int, end: int, turn: int | None) -> bool:
    """Tell whether a sentence ends, or the reporter takes the word, before `end`."""
    return (turn is not None and turn < end) or _sentence_end(text, start, end) is not None


def _sentence_end(text: str, start: int, end: int) -> int | None:
    for found in _SENTENCE_END.finditer(text, start, end):
        if not ends_abbreviated(text, start, found.end()):
            return found.end()
    return None


def ends_abbreviated(text: str, start: int, end: int) -> bool:
    """Tell whether the full stop before `end` is that of an abbreviation (« M. ») or an initial."""
    return _ABBREVIATION.search(text, max(start, end - 6), end) is not None


def _quoted_end(text: str, start: int, reopened: int | None, last: int, turn: int | None) -> int:
    """Return where the words of a quote without closing mark end."""
    limit = last if reopened is None else reopened
    if turn is not None and turn < limit:
        limit = turn
    fragment = text[start : start + 3].lstrip()[:1].islower()
    if reopened is not None or fragment:
        limit = _sentence_end(text, start, limit) or limit
    while limit > start and text[limit - 1].isspace():
        limit -= 1
    return limit
