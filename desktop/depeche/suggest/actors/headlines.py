"""Headlines all in capitals, where a capital says nothing of a name. Knows no name."""

from __future__ import annotations

from depeche.suggest.actors.words import Words

_SHORTEST = 3
"""Fewer words than this in capitals may be nothing but a name: « PARIS MATCH »."""


def shouted(words: Words, index: int) -> bool:
    """Tell whether the whole line of the word at `index` is in capitals: « MOSCOU ACCUSE KIEV »."""
    begin, end = index, index + 1
    while begin > 0 and words.link[begin] != "\n" and _loud(words.raw[begin]):
        begin -= 1
    while end < len(words) and words.link[end] != "\n" and _loud(words.raw[end]):
        end += 1
    whole = _loud(words.raw[begin]) and (end == len(words) or words.link[end] == "\n")
    return whole and end - begin >= _SHORTEST


def _loud(raw: str) -> bool:
    return raw.isupper() or raw.isdigit()
