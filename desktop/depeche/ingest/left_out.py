"""What an extraction of a page left out from between the paragraphs that it kept: nobody would miss it unless told."""

from __future__ import annotations

import re
from collections import Counter

from depeche.ingest.restored import is_visible

_LONG = 40
"""How many visible characters make a paragraph; buttons and labels have fewer."""
_SHORT = 12
"""How many a line must have that shows that the article still goes on."""
_BREAK = re.compile(r"[\n\r]+")
_LOOKED_UP = 200
"""How many paragraphs are looked for inside longer lines; each costs a look through the text."""


def left_out(text: str, flowing: str) -> list[str]:
    """Return the paragraphs of `flowing` (`markup.flow`) that stand between the first and last of `text` and aren't in
    it as often as in the page.

    Of a first paragraph that the page has several times (as its title or lead) the last before the second counts.
    """
    kept = Counter(_visible(line) for line in text.split("\n"))
    joined = "".join(kept)
    looked_up = 0
    first, has_second = "", False
    found: list[str] = []
    since: list[str] = []
    for line in _BREAK.split(flowing):
        one = _visible(line)
        if len(one) < (_SHORT if first else _LONG):
            continue
        is_kept = kept[one] > 0
        if not is_kept and one not in kept and len(one) >= _LONG and looked_up < _LOOKED_UP:
            looked_up += 1
            is_kept = one in joined
        if not is_kept:
            since += [" ".join(line.split())] * (len(one) >= _LONG)
            continue
        if has_second or first not in ("", one):
            kept.subtract([one] if has_second else [first, one])
            has_second = True
            found += since
        first = first or one
        since.clear()
    return found


def _visible(line: str) -> str:
    return "".join(filter(is_visible, line))
