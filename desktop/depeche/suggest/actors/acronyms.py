"""What stands in brackets behind a name: « Alliance du fleuve (AFC) », also with the initials of another language."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.stops import OPENERS, RUBRICS, UNDERTAKINGS
from depeche.suggest.actors.words import Words

_LINKS = frozenset((" ", "'", "-"))
_BEFORE = frozenset("le la l les du des au aux ses leurs un une".split())
_LONGEST = 9


class Brackets:
    """Finds short names in brackets behind long ones. `find(words, taken)` yields both, and the short one again."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer
        self._not = frozenset(gazetteer.head_words["not_acronym"])

    def find(self, words: Words, taken: Taken) -> Iterator[Mark]:
        """Yield marks for brackets that hold nothing but an acronym or one capitalised word."""
        known: dict[str, str] = {}
        for index in range(1, len(words)):
            if words.link[index] != "(" or not words.capital[index]:
                continue
            closed = words.text[words.end[index] : words.end[index] + 1] == ")"
            if not closed and not (words.link[index + 1] == "," and words.is_acronym(index)):
                continue
            held = taken.at(index)
            if words.fold[index] in self._not or not words.raw[index].isalpha():
                continue
            if held is not None and held.reason != "sigle":
                continue
            long = taken.at(index - 1)
            if long is None or long.kind != "ORG":
                long = self._long(words, taken, index) if words.is_acronym(index) else None
                if long is None:
                    continue
                yield long
            elif not words.is_acronym(index) and words.fold[index][0] != words.fold[long.first][0]:
                continue
            known[words.raw[index]] = long.value
        for index, raw in enumerate(words.raw):
            if raw in known and words.link[index] != "-" and words.link[index + 1] not in "-/":
                yield Mark(index, index + 1, "ORG", known[raw], 0.85, "sigle expliqué dans le texte", 3)

    def _long(self, words: Words, taken: Taken, index: int) -> Mark | None:
        """Return the capitalised name that ends before the bracket at `index`, if an article opens it."""
        first = index - 1
        while first > index - _LONGEST and words.joined(first, _LINKS):
            if (
                words.capital[first]
                and words.fold[first - 1] in _BEFORE
                and (not words.capital[first - 1] or words.opens[first - 1])
            ):
                break
            first -= 1
        else:
            return None
        word = words.fold[first]
        if index - first < 2 or word in UNDERTAKINGS or word in OPENERS - RUBRICS or word in self._g.first_names:
            return None
        if any((mark := taken.at(k)) is not None and mark.kind == "PER" for k in range(first, index)):
            return None
        if word in self._g.functions or any(words.fold[k] in self._g.power["form"] for k in range(first + 1, index)):
            return None
        return Mark(first, index, "ORG", words.surface(first, index), 0.7, "nom expliqué par son sigle", 4)
