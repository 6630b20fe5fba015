"""Paragraphs, sentences, and where the reporter takes the word again. Knows no marks."""

from __future__ import annotations

import re
from collections.abc import Set

_PARAGRAPH = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c]")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_ABBREVIATION = re.compile(r"(?:\b(?:MM?|Mmes?|Mlles?|Dr|Pr|St|Ste|cf|[A-ZÀ-Ý]))\.$")
_NUMBERED = re.compile(r"\b(?:art|no|vol)\.$")
_TURN = re.compile(
    r"(?:,|[!?…])\s+(?:(?:a|ont|avait|avaient|aurait|auraient)(?:-t-|\s|-)|s['’](?:est|était)\b|[^\W\d_]{3,}(?:-t)?-(?:il|elle)s?\b)"
)
_VERB = re.compile(
    r",\s+(?:[sl]['’])?([^\W\d_]{3,})(?:\s[^\W\d_]+ment)?\s(?:(?:l[ea]s?|une?|son|sa|ce|cette)\s|l['’]|(?=[^\W\d_a-zà-öø-ÿ]))"
)
"""A verb and the beginning of its subject after a comma."""
_TOLD = re.compile(
    r"\s{0,3},?\s{0,3}(?:(?:a|ont|avait|avaient|aurait|auraient)(?:-t-|-)(?:ils?|elles?|on)\b"
    r"|(?:a|ont|avait|avaient|aurait|auraient)\s(?:[^\W\d_]+ment\s)?[^\W\d_]+(?:é|it|u|is)\s(?:[^\W\d_]+ment\s)?"
    r"(?:l[ea]s?\s|l['’]|une?\s|[A-ZÀ-Ý])"
    r"|([^\W\d_]{3,})(?:(?:-t)?-(?:il|elle)s?\b|\s[A-ZÀ-Ý]))"
)
"""The reporter's words right behind a mark: « a déclaré X », « dit-il »."""
_REACH = 3000
"""How many characters are looked at for the reporter's « , a déclaré » after a mark that is never closed."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the lines of `text` that are not blank, as offsets without the line breaks."""
    found, start = [], 0
    for match in _PARAGRAPH.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if b > a and not text[a:b].isspace()]


def turn_of(text: str, start: int, end: int, verbs: Set[str]) -> int | None:
    """Return where the reporter takes the word again (« , a déclaré »), None where he does not before `end`."""
    end = min(end, start + _REACH)
    found = _TURN.search(text, start, end)
    turn = found.start() + (0 if text[found.start()] == "," else 1) if found else None
    for other in _VERB.finditer(text, start, end if turn is None else turn):
        if other.group(1) in verbs:
            return other.start()
    return turn


def told_at(text: str, at: int, verbs: Set[str]) -> bool:
    """Tell whether the reporter speaks right at an offset, as never at the beginning of somebody's words."""
    found = _TOLD.match(text, at)
    return found is not None and (found.group(1) is None or found.group(1) in verbs)


def sentence_end(text: str, start: int, end: int) -> int | None:
    """Return where the first sentence that ends between two offsets ends."""
    for found in _SENTENCE_END.finditer(text, start, end):
        if not ends_abbreviated(text, start, found.end()):
            return found.end()
    return None


def ends_abbreviated(text: str, start: int, end: int) -> bool:
    """Tell whether the full stop before `end` is that of an abbreviation (« M. ») or an initial."""
    at = max(start, end - 6)
    if _NUMBERED.search(text, at, end):
        return text[end : end + 2].strip()[:1].isdigit()  # « vol. 3 », not « au vol. Il »
    return _ABBREVIATION.search(text, at, end) is not None
