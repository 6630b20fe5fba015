"""How words from outside are shown: nothing in them moves a cursor, turns a line round, or fills the screen.

Titles, names and labels come with files that anybody may have written. They are kept as they are; only where a person
reads them, in the window or in a terminal, they pass through here.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
"""Code points of a title or a name that are shown; the whole is in the file."""
_CUT = re.compile(r"[^\n\t]+")
_STACK = 4
"""Marks that are set on one letter; more than any language writes, beyond it a pile over other lines."""
_ORDINARY = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20c0]*")
"""What nearly all titles consist of, so that a list of thousands is shown at once."""
_HARMLESS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Format characters that are written in real texts and move nothing."""
_TURNED = frozenset(("R", "AL", "AN"))
"""Unicode's classes of letters and digits that are written from right to left, or within such writing."""
_ISOLATE, _END = "\u2068", "\u2069"


def shown(words: str, longest: int = LONGEST) -> str:
    """Return words from outside as one line to show: at most `longest` code points, the last « … » if it was more.

    Line ends and tabs become blanks. What moves the cursor or turns the direction of writing (controls, bidirectional
    marks, unpaired surrogates, private characters) is shown by its number, like ‹202E›. Words with letters written from
    right to left are isolated, so that they don't reorder what stands around them.
    """
    if len(words) <= longest and _ORDINARY.fullmatch(words):
        return words
    cut = words if len(words) <= longest else words[: longest - 1]
    pieces, piled = [], 0
    for char in cut:
        piled = piled + 1 if unicodedata.combining(char) else 0
        if piled <= _STACK:
            pieces.append(_piece(char))
    line = "".join(pieces) + ("…" if cut is not words else "")
    turned = any(unicodedata.bidirectional(char) in _TURNED for char in line)
    return f"{_ISOLATE}{line}{_END}" if turned else line


def _piece(char: str) -> str:
    kind = unicodedata.category(char)
    if char in "\t\n\r\v\f\x85" or kind in ("Zl", "Zp"):
        return " "
    if kind in ("Cc", "Cs", "Co") or (kind == "Cf" and char not in _HARMLESS):
        return f"‹{ord(char):04X}›"
    return char


def shown_lines(words: str) -> str:
    """Return text of several lines to show: as `shown` does, but with its lines, tabs and length as they are."""
    return _CUT.sub(lambda piece: shown(piece[0], len(piece[0])), words)
