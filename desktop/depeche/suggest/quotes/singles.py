"""Single quotation marks, told from apostrophes: ‘ ’, ‚ ‘ and the straight sign. Knows letters around them, no words
but those that begin with an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENING = re.compile(
    r"(?<![^\s(\[{«“„\"—–/])(?<!['’‘‚])(['‘‚’])(?=[^\W_])"
    r"(?!(?:ndrangheta|ndrine?|tis|twas|cause|[ntsm]|em|[0-9]0s|\d\d)\b)(?!['’‘‚])",
    re.IGNORECASE,
)
"""A sign at a word's beginning; « 'ndrangheta », « 'n' » and « '68 » have an apostrophe there."""
_CLOSING = re.compile(r"(?<=[\w.,!?…%)])\s?(['’‘])(?=[\s.,;:!?…)\]»”\"/—–]|$)(?!['’‘])")
_ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|\w+qu|entr|aujourd|prud)$", re.IGNORECASE)
_CLOSERS = {"'": "'’", "‘": "’'", "‚": "‘’", "’": "’"}
_LINE = re.compile(r"[\n\r\u2028\u2029]")
_OTHERS = (("«", "»"), ("“", "”"), ("‹", "›"))
_FAR = 1500


def singles(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the single marks stand that enclose words within a line: the opening and the closing one."""
    floor = 0
    for opening in _OPENING.finditer(text):
        if opening.start() < floor:
            continue
        end = _close(text, opening.end(), opening.group(1))
        if end is not None:
            yield opening.start(), end
            floor = end + 1


def _close(text: str, start: int, sign: str) -> int | None:
    stop = min(len(text), start + _FAR)
    line = _LINE.search(text, start, stop)
    stop = line.start() if line else stop
    other = _OPENING.search(text, start, stop)
    if other and other.group(1) == sign:
        stop = other.start()  # the first sign is an apostrophe
    for closing in _CLOSING.finditer(text, start, min(stop + 1, len(text))):
        at = closing.start(1)
        if closing.group(1) not in _CLOSERS[sign] or at >= stop or (at - closing.start() and text[at - 2].isalnum()):
            continue
        if text[at + 1 : at + 2].isspace() and _ELIDED.search(text, max(0, at - 12), at):
            continue  # « l' ami »
        return at if at - start > 1 and _whole(text[start:at]) else None
    return None


def _whole(words: str) -> bool:
    """Tell whether no other quote begins or ends between the marks that is not whole there."""
    return words.count('"') % 2 == 0 and all(words.count(a) == words.count(b) for a, b in _OTHERS)
