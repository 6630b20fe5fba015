"""Somebody who gets another name in an export, and how the words of a text that name them become that name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from depeche.core.words import folded
from depeche.export.rewriting import Edit

WORD = re.compile("[^\\W\\d_\u02bc](?:[^\\W_\u02bc]|[\u0300-\u036f\u00ad])*")
TITLES = frozenset("m mm mme mmes mlle mlles me dr pr mgr sir lord lady saint sainte".split())


@dataclass(slots=True, eq=False)
class Person:
    """Somebody (or, where not `is_person`, an organisation, a state…), with the names that were seen."""

    name_before: str
    is_person: bool
    forms: set[str] = field(default_factory=set)
    first: str = ""
    last: str = ""
    firsts: frozenset[str] = frozenset()
    is_family_first: bool = False

    @property
    def name(self) -> str:
        """The other name in full."""
        return " ".join(filter(None, (self.last, self.first) if self.is_family_first else (self.first, self.last)))

    def edits(self, text: str, start: int, end: int) -> list[Edit]:
        """Return what makes a stretch of a text that names them name them otherwise, word by word.

        Words of a person's name are taken one after the other: first names for the first name, all else for the family
        name, but for titles and words without capitals at the edges.
        """
        words = [(one.start() + start, one.end() + start) for one in WORD.finditer(text[start:end])]
        while words and self._is_outside(text, *words[0]):
            del words[0]
        while words and not text[words[-1][0]].isupper() and len(words) > 1 and not self._has(text, *words[-1]):
            del words[-1]
        if not words:  # a name in a script without words or capitals, or nothing but small ones
            return [Edit(start, end, self.last)]
        if not self.is_person:
            return [Edit(words[0][0], words[-1][1], _as(text[words[0][0] : words[-1][1]], self.last))]
        found: list[tuple[bool, int, int]] = []
        for at, to in words:
            is_first = bool(self.first) and folded(text[at:to]) in self.firsts
            if self.first and to - at == 1 and text[to : to + 1] == "." and (at, to) != words[-1]:
                is_first = True  # « E. Macron »
            if found and found[-1][0] == is_first:
                found[-1] = (is_first, found[-1][1], to)
            else:
                found.append((is_first, at, to))
        return [self._edit(text, *one) for one in found]

    def _edit(self, text: str, is_first: bool, start: int, end: int) -> Edit:
        words = self.first if is_first else self.last
        is_initial = is_first and all(len(one.group()) == 1 for one in WORD.finditer(text, start, end))  # « A.-S. »
        return Edit(start, end, words[0] if is_initial else _as(text[start:end], words))

    def _is_outside(self, text: str, start: int, end: int) -> bool:
        """Tell whether a first word is no name: « président », « M. »."""
        if self._has(text, start, end):
            return False
        return not text[start].isupper() or folded(text[start:end]) in TITLES

    def _has(self, text: str, start: int, end: int) -> bool:
        return folded(text[start:end]) in folded(self.name_before).split(" ") or folded(text[start:end]) in self.firsts


def keys_of(name: str) -> Iterator[str]:
    """Yield the words of a name as they are compared, those with a hyphen between apart."""
    return (folded(one.group()) for one in WORD.finditer(name))


def _as(before: str, words: str) -> str:
    return words.upper() if len(before) > 1 and before.isupper() else words
