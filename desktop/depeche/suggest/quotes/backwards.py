"""Guillemets that look the wrong way: »Oui«, or a closing « at the end of the words. Knows marks, not who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from depeche.suggest.quotes.marks import Mark

_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_ENDED = re.compile(r"[^\S\n\r]*(?:[,;.]|$|[\n\r])")
_OPENING_SIGNS = "([{—–-/'’"


def turned(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` with the guillemets the other way round that can only be read so.

    A « before a comma or at the end of a line ends words. A » before a word begins them where such a « ends them and
    no pair of the text is written as usual.
    """
    found = list(marks)
    signs = [i for i, m in enumerate(marks) if m.family == "guillemet" and text[m.start] in "«»"]
    closing = {i for i in signs if text[marks[i].start] == "«" and _ends_words(text, marks[i])}
    if not closing and not any(text[marks[i].start] == "»" and _begins_words(text, marks[i]) for i in signs):
        return found
    usual = any(
        text[marks[i].start] == "«" and text[marks[k].start] == "»" and i not in closing and not _tight(text, marks[i])
        for i, k in pairwise(signs)
    )
    before = -1
    for n, i in enumerate(signs):
        mark = marks[i]
        if text[mark.start] == "«":
            opened = before >= 0 and found[before].opens and not _LINE_BREAK.search(text, marks[before].end, mark.start)
            if i in closing or (opened and text[marks[before].start] == "»"):
                found[i] = replace(mark, opens=False, closes=True)
        elif not usual and _begins_words(text, mark) and n + 1 < len(signs):
            after = marks[signs[n + 1]]
            ends = text[after.start] == "«" and (signs[n + 1] in closing or _tight(text, after))
            if ends and not _LINE_BREAK.search(text, mark.end, after.start):
                found[i] = replace(mark, opens=True, closes=False)
        before = i
    return found


def _ends_words(text: str, mark: Mark) -> bool:
    return _ENDED.match(text, mark.end) is not None and bool(text[max(0, mark.start - 2) : mark.start].strip())


def _begins_words(text: str, mark: Mark) -> bool:
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 2].strip()
    return (not before or before.isspace() or before in _OPENING_SIGNS) and after[:1].isalnum()


def _tight(text: str, mark: Mark) -> bool:
    """Tell whether a word or its stop stands right before the mark, and none right behind it."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return bool(before.strip()) and before not in _OPENING_SIGNS and not after.isalnum()
