"""Bodies told by a leader, a party or a people: `gouvernement Conte`, `groupe socialiste`, `minorité kurde`.

The name is a head in lower case and the one word behind it. A republic with its state is the state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.suggest.actors.gazetteer import Demonym, Gazetteer
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.stops import OPENERS
from depeche.suggest.actors.words import Words

_BLANK = frozenset(" ")
_BLANKS = frozenset((" ", "'"))
_CABINETS = frozenset(("gouvernement", "executif"))
_ARTICLES = frozenset(("le", "la", "l", "du", "au", "de", "aux", "des", "les"))
_CAUCUS = frozenset(
    """socialiste communiste ecologiste republicain democrate travailliste conservateur liberal centriste
    social-democrate""".split()
)
_SIDES = frozenset(("majorite", "opposition"))
_ORDINAL = re.compile(r"[IVX]{1,4}e$")
_COMMUNITIES = frozenset(("communaute", "communautes", "minorite", "minorites"))
_PEOPLES = frozenset(("ethnie", "ethnies", "peuple"))
_CONTINENTS = frozenset(("Europe", "Occident", "Afrique", "Asie"))
_OF = frozenset(("de", "du", "d", "des"))
_REGIME = frozenset(("populaire", "islamique", "federale", "democratique", "arabe", "socialiste"))
_FORMER = frozenset(("une", "ancienne", "ex", "petite", "jeune", "cette", "autre"))


class Camps:
    """Finds such bodies. `find(words, taken)` yields marks in reading order, in time linear in the text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer

    def find(self, words: Words, taken: Taken) -> Iterator[Mark]:
        """Yield governments by leader or party, groups of a parliament, ethnic groups, republics."""
        for first in range(len(words) - 1):
            if words.link[first] == "-":
                continue
            word = words.fold[first]
            if word == "republique":
                mark = self._republic(words, first)
            elif words.capital[first]:
                continue
            elif word in _CABINETS:
                mark = self._cabinet(words, taken, first)
            elif word in _SIDES:
                mark = self._side(words, first)
            elif word == "groupe":
                mark = (
                    self._ethnic(words, first, 2) if words.at(first + 1) == "ethnique" else self._caucus(words, first)
                )
            elif word in _COMMUNITIES or word in _PEOPLES:
                mark = self._ethnic(words, first, 1)
            else:
                continue
            if mark is not None:
                yield mark

    def _demonym(self, words: Words, index: int) -> tuple[int, Demonym] | None:
        return self._g.adjective_at(words, index) if words.joined(index, _BLANK) else None

    def _cabinet(self, words: Words, taken: Taken, first: int) -> Mark | None:
        """Return « gouvernement Conte », « gouvernement travailliste » at `first`."""
        at = first + 1
        if words.at(first - 1) not in _ARTICLES or not words.joined(at, _BLANK):
            return None
        if words.capital[at]:
            held = taken.at(at)
            if words.is_acronym(at) or words.fold[at] in OPENERS or (held is not None and held.kind != "PER"):
                return None
            if words.joined(at + 1, _BLANK) and words.capital[at + 1] and words.fold[at] not in self._g.first_names:
                return None
            if words.fold[at] in self._g.first_names and words.at(first - 1) == "du":
                return None  # « le porte-parole du gouvernement Jean Untel »
            end = at + 1
            while words.joined(end) and words.link[end] in " -" and words.capital[end]:
                end += 1
            if end - at > 3:
                return None
            if words.joined(end, _BLANK) and words.raw[end] in ("1", "2", "3", "4", "5"):
                end += 1  # « le gouvernement Conte 2 »
            return Mark(first, end, "ORG", words.surface(first, end), 0.8, "gouvernement d'un dirigeant", 5)
        found = self._demonym(words, at)
        party = found is not None and found[1].noun and found[1].singular
        if found is None or not party or words.fold[found[0] - 1] not in _CAUCUS:
            return None
        return Mark(first, found[0], "ORG", words.surface(first, found[0]), 0.8, "gouvernement d'un parti", 5)

    def _side(self, words: Words, first: int) -> Mark | None:
        """Return « majorité socialiste » at `first`: those of one party, side by side."""
        at = first + 1
        if words.at(first - 1) not in ("la", "l", "sa") or not words.joined(at, _BLANK) or words.capital[at]:
            return None
        if words.fold[at] not in _CAUCUS:
            return None
        return Mark(first, at + 1, "GRP", words.surface(first, at + 1), 0.75, "camp d'un parti", 5)

    def _caucus(self, words: Words, first: int) -> Mark | None:
        """Return « groupe UMP », « groupe socialiste » at `first`: the members of a party in a parliament."""
        at = first + 1
        if words.at(first - 1) not in ("le", "du", "au") or not words.joined(at, _BLANK):
            return None
        if not words.capital[at]:
            if words.fold[at] not in _CAUCUS or (words.joined(at + 1, _BLANK) and words.is_capital(at + 1)):
                return None  # « le groupe conservateur ZRP » has a name of its own
            return Mark(first, at + 1, "ORG", words.surface(first, at + 1), 0.75, "groupe parlementaire", 5)
        found = self._g.name_at(words, at)
        if found is None or found[1].group != "party":
            return None
        return Mark(first, found[0], "ORG", words.surface(first, found[0]), 0.8, "groupe parlementaire", 5)

    def _ethnic(self, words: Words, first: int, size: int) -> Mark | None:
        """Return « communauté musulmane », « ethnie Zande », « groupe ethnique karen » at `first`."""
        at = first + size
        if not words.joined(at, _BLANK):
            return None
        found = self._demonym(words, at)
        loose = words.fold[first] in _COMMUNITIES
        if found is not None and words.link[found[0]] != "-":
            if found[1].values[0] in _CONTINENTS or (words.fold[first] == "peuple" and not words.capital[at]):
                return None
            value = words.surface(first, found[0]) if loose else found[1].values[0]
            return Mark(first, found[0], "GRP", value, 0.82, "groupe ethnique ou religieux", 5)
        if loose or words.fold[first] == "peuple" or not words.capital[at] or words.fold[at] in OPENERS:
            return None
        return Mark(first, at + 1, "GRP", words.surface(at, at + 1), 0.75, "groupe ethnique ou religieux", 5)

    def _republic(self, words: Words, first: int) -> Mark | None:
        """Return « République de Macédoine du Nord », « république équatorienne » at `first`."""
        at = first + 1
        while words.joined(at, _BLANK) and words.fold[at] in _REGIME:
            at += 1
        if words.at(first - 1) in _FORMER:
            return None
        if at == first + 1:
            found = self._demonym(words, at)
            if found is not None and found[1].values[0] in self._g.states and words.fold[found[0] - 1].endswith("e"):
                value = found[1].values[0]
                if words.joined(first, _BLANK) and _ORDINAL.match(words.raw[first - 1]):
                    first -= 1  # « la IVe République française »
                return Mark(first, found[0], "GPE", value, 0.85, "république et son nom", 1)
        if not words.capital[first] or words.at(at) not in _OF or not words.joined(at, _BLANK):
            return None
        at += 1
        if words.at(at) in ("la", "l") and words.joined(at, _BLANKS):
            at += 1
        named = self._g.name_at(words, at) if words.joined(at, _BLANKS) else None
        if named is None or named[1].group != "state":
            return None
        return Mark(first, named[0], "GPE", named[1].value, 0.9, "république et son nom", 5)
