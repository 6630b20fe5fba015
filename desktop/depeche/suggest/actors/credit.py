"""Credits: who took the picture, who sent the dispatch. They are boilerplate, no actors of the text."""

from __future__ import annotations

import re

from depeche.suggest.actors.words import Words

_DATELINE = re.compile(r"\)[ \t\u00a0\u202f]*[-\u2013\u2014]")
_NEAR = 12


def is_credit(words: Words, first: int, last: int) -> bool:
    """Tell whether words `first` to `last` sign: « GOMA, 3 mai (Zarnews) – … » or « JANE DOE / ZARNEWS »."""
    if words.link[first] == "(":
        after = words.text[words.end[last - 1] : words.end[last - 1] + 4]
        begins = any(words.link[k] == "\n" for k in range(max(0, first - _NEAR), first))
        return begins and _DATELINE.match(after) is not None
    upper = all(words.raw[k].isupper() for k in range(first, last))
    if words.link[last] == "/" and last < len(words.raw):
        return upper and last - first > 1 and words.raw[last].isupper()
    return upper and words.link[first] == "/" and words.link[last] == "\n" and words.raw[first - 1].isupper()
