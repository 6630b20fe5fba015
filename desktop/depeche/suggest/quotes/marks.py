"""Quotation marks of a text, and which way each looks. Knows no pairs.

Straight marks are read by what stands around them: an apostrophe is never a mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from depeche.suggest.quotes.singles import singles

MARK = re.compile("[«»“”„‟\"‹›＂]|(?<!['’])''(?!['’])")
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
_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_ARC = re.compile(r"\d\s?['’′]\s?\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark from `start` to `end`; `family` is shared by those that may enclose the same words."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool


def marks_of(text: str) -> list[Mark]:
    """Return the quotation marks of `text` in reading order."""
    found = []
    for match in MARK.finditer(text):
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
        found.append(Mark(start, end, family, opens, closes))
    for start, end in singles(text):
        found += [Mark(start, start + 1, "apostrophe", True, False), Mark(end, end + 1, "apostrophe", False, True)]
    return _unglued(text, sorted(found, key=lambda m: m.start))


def _unglued(text: str, marks: list[Mark]) -> list[Mark]:
    """Return `marks` with the straight ones of a line in turn where the blanks around them show no way to pair them.

    « il a dit" oui" à tous »: a mark that sticks to the wrong word looks the wrong way.
    """
    found, line = list(marks), list[int]()
    for i, mark in enumerate(marks):
        if mark.family != "straight":
            continue
        if line and _LINE_BREAK.search(text, marks[line[-1]].end, mark.start):
            _turn(found, line)
            line = []
        line.append(i)
    _turn(found, line)
    return found


def _turn(marks: list[Mark], line: list[int]) -> None:
    looks = {(marks[i].opens, marks[i].closes) for i in line}
    if len(line) % 2 == 0 and len(looks) == 1 and (True, True) not in looks:
        for n, i in enumerate(line):
            marks[i] = replace(marks[i], opens=n % 2 == 0, closes=n % 2 == 1)
