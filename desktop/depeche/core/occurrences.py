"""Where words stand in a text, as they are written: whole words, whichever blanks and apostrophes the text has."""

from __future__ import annotations

import re
from functools import lru_cache

from depeche.core.memory import form_of

Place = tuple[int, int]

_HYPHENS = "-‐‑"
# A combining mark belongs to the letter before it: « e » isn't a word in a decomposed « é ».
_WORD = r"[\w\u0300-\u036f]"


def occurrences(text: str, words: str) -> list[Place]:
    """Return the places of `words` in `text`, in order, none overlapping; code points, end exclusive.

    Case counts. Any blank stands for any other and « ’ » for « ' », as memory has it. A word isn't found inside a
    longer one.
    """
    pattern = _pattern(form_of(words))
    return [match.span() for match in pattern.finditer(text)] if pattern else []


def is_part(text: str, place: Place) -> bool:
    """Tell whether hyphens tie the words there to others: « Moscou » in « pro-Moscou »."""
    start, end = place
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    tied_before = len(before) == 2 and before[1] in _HYPHENS and before[0].isalnum()
    return tied_before or (len(after) == 2 and after[0] in _HYPHENS and after[1].isalnum())


def longest_word(words: str) -> str:
    """Return the longest run of letters in words: what a text that holds them holds in any case, as it is written."""
    found: list[str] = re.findall(r"\w+", words)
    return max(found or [words], key=len)


@lru_cache(maxsize=8)
def _pattern(form: str) -> re.Pattern[str] | None:
    if not form:
        return None
    parts = (re.escape(part).replace("'", "['’]") for part in form.split(" "))
    before = rf"(?<!{_WORD})" if re.match(r"\w", form) else ""
    after = rf"(?!{_WORD})" if re.search(rf"{_WORD}$", form) else ""
    return re.compile(before + r"\s+".join(parts) + after)
