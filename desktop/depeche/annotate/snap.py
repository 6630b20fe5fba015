"""Which words a selection means. Knows tokens and French edges, not widgets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from depeche.core.scheme import ValueType

Stretches = Sequence[tuple[int, int]]

_ROUGH = re.compile(r"\w+(?:['’](?=\s|$))?|[^\w\s]")
# Only before what sounds like a vowel: « N’Djamena » begins with its own letter.
_ELIDED = re.compile(r"(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?![b-df-gj-np-tv-xzç])", re.IGNORECASE)
# « jusqu’à 25 000 » bounds the figure and is part of it.
_BOUND = re.compile(r"jusqu['’]à", re.IGNORECASE)
_OPENING_MARKS = "«“\"„‹‟'’‘([{,;:.!?…–—-•*/"
_CLOSING_MARKS = "»”\"“›’'‘)]},;:!?…–—-•*/"


def rough_tokens(text: str) -> list[tuple[int, int]]:
    """Return words and signs found by a pattern, for the seconds in which spaCy is still loading."""
    return [match.span() for match in _ROUGH.finditer(text)]


def snap(start: int, end: int, tokens: Stretches) -> tuple[int, int]:
    """Widen a selection to whole tokens, leaving out the blanks at its ends; an empty one where it holds no token.

    A span that cuts a token cannot be learned from, so none is made unless asked for by character.
    """
    first = bisect_right(tokens, start, key=lambda token: token[1])
    last = bisect_left(tokens, end, key=lambda token: token[0]) - 1
    if first > last:
        return start, start
    return tokens[first][0], tokens[last][1]


def trim(text: str, start: int, end: int, value: ValueType) -> tuple[int, int]:
    """Return the selection without blanks, elided articles and, unless it is speech, punctuation at its edges.

    « l’Ukraine, » gives `Ukraine`; « 5 % » and « J.-C. » keep what is theirs; a quote keeps its marks.
    """
    start, end = _blanks(text, start, end)
    if value is ValueType.SPEAKER:
        return start, end
    while start < end:
        edge = (start, end)
        elided = _ELIDED.match(text, start, end)
        if elided and not (value is ValueType.NUMBER and _BOUND.match(text, start, end)):
            start = elided.end()
        elif text[start] in _OPENING_MARKS and not _signed_number(text, start):
            start += 1
        if end > start and _strange_end(text, start, end):
            end -= 1
        start, end = _blanks(text, start, end)
        if (start, end) == edge:
            break
    return start, end


def words(text: str, tokens: Stretches) -> list[tuple[int, int]]:
    """Return the tokens that aren't mere punctuation: those at which a name, date or figure may begin and end."""
    marks = frozenset(_OPENING_MARKS + _CLOSING_MARKS)
    return [token for token in tokens if not marks.issuperset(text[token[0] : token[1]])]


def _blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _signed_number(text: str, start: int) -> bool:
    return text[start] in "-–" and text[start + 1 : start + 2].isdigit()


def _strange_end(text: str, start: int, end: int) -> bool:
    if text[end - 1] == ".":
        return not _abbreviation(text, start, end)
    return text[end - 1] in _CLOSING_MARKS and not _closes_inside(text, start, end)


def _closes_inside(text: str, start: int, end: int) -> bool:
    pair = {")": "(", "]": "[", "}": "{"}.get(text[end - 1])
    return pair is not None and pair in text[start : end - 1]


def _abbreviation(text: str, start: int, end: int) -> bool:
    """Tell whether a full stop belongs to the words: « J.-C. », « U.S.A. », « M. »."""
    word = re.split(r"[\s-]", text[start : end - 1])[-1]
    return "." in word or (len(word) == 1 and word.isupper())
