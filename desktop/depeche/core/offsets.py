"""Code points of an article to positions in the text view, and back. Knows what Qt does to a text, not Qt.

A `QTextDocument` counts UTF-16 units, makes one line end of CR LF, and gives a few characters a meaning of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_SHIFTING = re.compile("\r\n|[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# What a QTextDocument would take for a frame, a paragraph end or an embedded object, what a C string ends with, and
# what PySide takes for a byte order mark at the beginning of a string: dropped, or all bytes swapped.
_STAND_INS = {
    "\r": "\n",
    "\u2029": "\n",
    "\0": "\ufffd",
    "\ufdd0": "\ufffd",
    "\ufdd1": "\ufffd",
    "\ufffc": "\ufffd",
    "\ufeff": "\u2060",
    "\ufffe": "\ufffd",
}


class Offsets:
    """Two ways between the code points of one text and the positions of its view.

    `view_text` is the string to hand to Qt: no carriage return is left in it and each of its UTF-16 units is one
    position. A view position inside a surrogate pair means the character it belongs to; a code point between CR and LF
    means the place before both.
    """

    __slots__ = ("_from_text", "_from_view", "_shifts", "view_text")

    def __init__(self, text: str) -> None:
        self._from_text: list[int] = []
        self._from_view: list[int] = []
        self._shifts: list[int] = [0]
        if not text.isascii():
            text = _SURROGATE.sub("\ufffd", text) if _has_surrogates(text) else text
        if "\r\n" in text or _is_astral(text):
            self._tabulate(text)
        view_text = text.replace("\r\n", "\n")
        for character, stand_in in _STAND_INS.items():
            view_text = view_text.replace(character, stand_in)
        self.view_text = view_text

    def _tabulate(self, text: str) -> None:
        shift = 0
        for match in _SHIFTING.finditer(text):
            at = match.start()
            # Both tables change one place after the character begins: there the second half of a surrogate pair lies
            # in the view, and the LF of a CR LF in the text, and each belongs to what stands before it.
            self._from_text.append(at + 1)
            self._from_view.append(at + shift + 1)
            shift += -1 if match.group() == "\r\n" else 1
            self._shifts.append(shift)

    def to_view(self, code_point: int) -> int:
        """Return the view position of a code point offset (0 to the length of the text)."""
        if not self._from_text:
            return code_point
        return code_point + self._shifts[bisect_right(self._from_text, code_point)]

    def all_to_view(self, code_points: list[int]) -> list[int]:
        """Return the view positions of many code point offsets."""
        table, shifts = self._from_text, self._shifts
        return [at + shifts[bisect_right(table, at)] for at in code_points] if table else code_points

    def to_text(self, view_position: int) -> int:
        """Return the code point offset of a view position (0 to the length of the view)."""
        if not self._from_text:
            return view_position
        return view_position - self._shifts[bisect_right(self._from_view, view_position)]


def _is_astral(text: str) -> bool:
    return not text.isascii() and len(text.encode("utf-16-le")) != 2 * len(text)


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
