"""Acronyms: explained by the long name before their brackets, or used like a name behind an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.stops import UNDERTAKINGS
from depeche.suggest.actors.words import Words, fold

_BLANKS = frozenset((" ", "'", "-", "&"))
_ROMAN = re.compile(r"[IVXLC]+$")
_TAILS = frozenset("etrangeres sociales interieures publique publiques economiques economique".split())
_SMALL = frozenset("de du des d la le l les et en pour a au aux sur dans contre".split())


def in_brackets(words: Words, index: int) -> bool:
    """Tell whether an acronym stands in brackets of its own at `index`."""
    return index < len(words) and words.link[index] == "(" and words.is_acronym(index) and words.link[index + 1] != " "


class Sigles:
    """Finds acronyms. `find(words, taken, known)` yields marks."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._lower = gazetteer.head_words["lower"]
        self._not = gazetteer.head_words["not_acronym"]
        self._given = gazetteer.first_names
        self._said = gazetteer.power["said"]

    def find(self, words: Words, taken: Taken, known: dict[str, str]) -> Iterator[Mark]:
        """Yield acronyms that the text explains or uses like a name, and the long names that explain them.

        `known` holds those explained so far, by their letters; it grows.
        """
        used: set[str] = set()
        candidates = [k for k in range(len(words)) if words.is_acronym(k) and taken.is_free(k, k + 1)]
        for index in candidates:
            raw = words.raw[index]
            if raw not in known and in_brackets(words, index):
                first = self._spelt_out(words, index)
                if first is not None:
                    known[raw] = words.surface(first, index)
                    yield Mark(first, index, "ORG", known[raw], 0.8, "nom expliqué par son sigle", 4)
            elif raw not in known and self._acts(words, index):
                used.add(raw)
            if words.at(index + 1) in ("tv", "fm") and words.link[index + 1] == "-" and words.is_acronym(index + 1):
                name = words.surface(index, index + 2)  # « a-t-elle dit à KZRV-TV »
                yield Mark(index, index + 2, "ORG", name, 0.8, "média par son indicatif", 3)
        for index in candidates:
            raw = words.raw[index]
            if raw in known:
                yield Mark(index, index + 1, "ORG", known[raw], 0.88, "sigle expliqué dans le texte", 3)
            elif raw in used and words.link[index + 1] not in "-/":
                end = index + 1
                while (
                    words.joined(end, frozenset(" "))
                    and words.is_capital(end)
                    and not words.is_acronym(end)
                    and words.fold[end] not in self._given
                ):
                    end += 1
                if end > index + 1 and words.joined(end, frozenset(" ")) and words.fold[end] in _TAILS:
                    end += 1  # « le SPZ Affaires étrangères »
                yield Mark(index, end, "ORG", words.surface(index, end), 0.6, "sigle", 1)

    def _spelt_out(self, words: Words, index: int) -> int | None:
        """Return where the name begins whose initials are the acronym in brackets at `index`."""
        letters = list(fold(words.raw[index]))
        at = index - 1
        first = None
        while (
            letters
            and at >= 0
            and index - at <= 2 * len(words.raw[index]) + 6
            and words.joined(at + 1, _BLANKS | {"("})
        ):
            if words.link[at + 1] == "(" and at + 1 != index:
                return None
            if words.fold[at][0] == letters[-1]:
                letters.pop()
                first = at
            elif words.fold[at] not in _SMALL and words.link[at + 1] != "-":
                return None
            at -= 1
        if (
            letters
            or first is None
            or words.fold[first] in UNDERTAKINGS
            or not (words.capital[first] or words.fold[first] in self._lower)
        ):
            return None
        return first

    def _acts(self, words: Words, index: int) -> bool:
        """Tell whether an unknown acronym stands like a name: after an article, in lower case surroundings."""
        raw = words.raw[index]
        if words.fold[index] in self._not or _ROMAN.match(raw) or any(c.isdigit() for c in raw):
            return False
        if words.link[index] not in " '" or words.link[index + 1] in "-/" or words.at(index + 1).isdigit():
            return False
        if any(
            0 <= k < len(words) and words.raw[k].isupper() and len(words.raw[k]) > 1 for k in (index - 1, index + 1)
        ):
            return False
        if words.link[index] == " " and words.fold[index - 1] in self._said and words.link[index + 1] in '.,"':
            return True  # « a fait savoir KTUU »
        return words.fold[index - 1] in ("l", "la", "le", "du", "de", "les", "des", "au", "selon", "par")
