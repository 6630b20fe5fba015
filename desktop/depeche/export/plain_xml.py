"""Texts that XML 1.0 can hold: it has no place for most control characters, whether escaped or not."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
STAND_IN = "\ufffd"
CONTROL = "control characters"
"""What a receipt calls them."""


def xml_text(text: str) -> tuple[str, int]:
    """Return the text with U+FFFD for each character that XML can't hold, and how many these are.

    One stands for one, also in UTF-16, so that offsets stay. Source: XML 1.0, fifth edition, production 2 (Char).
    """
    return _ILLEGAL.subn(STAND_IN, text)
