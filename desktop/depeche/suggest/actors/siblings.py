"""Companies told by their company: in a list with a known one, or set beside the body that they are.

`Nordbank, ING et Fluvia` holds a known bank, so the others are companies; `la fédération des brasseurs, Brassunion,`
names the federation. What was told once is known in the whole article.
"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.stops import OPENERS
from depeche.suggest.actors.words import Words

_BLANKS = frozenset((" ", "'"))
_BODIES = frozenset(
    "federation association societe banque agence confederation syndicat operateur organisation".split()
)
_OF = frozenset(("de", "du", "des", "d"))
_REACH = 6


class Siblings:
    """Finds unknown single names by what stands beside them. `find(words, taken)` yields marks."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer

    def find(self, words: Words, taken: Taken) -> Iterator[Mark]:
        """Yield names in lists and appositions, then the places where they stand again."""
        known: set[str] = set()
        for index in range(1, len(words)):
            if self._is_open(words, taken, index) and self._apposed(words, index):
                known.add(words.raw[index])
        known |= self._listed(words, taken)
        lower = {fold for fold, capital in zip(words.fold, words.capital, strict=True) if not capital}
        for index, raw in enumerate(words.raw):
            if raw in known and words.fold[index] not in lower and self._is_open(words, taken, index):
                yield Mark(index, index + 1, "ORG", raw, 0.7, "organisation par son entourage", 1)

    def _is_open(self, words: Words, taken: Taken, index: int) -> bool:
        """Tell whether one capitalised word of no known sense stands alone at `index`."""
        word = words.fold[index]
        if not words.capital[index] or len(word) < 3 or word in OPENERS or not taken.is_free(index, index + 1):
            return False
        if word in self._g.first_names or word in self._g.family_names or (word,) in self._g.known_persons:
            return False
        if "-" in (words.link[index], words.link[index + 1]):
            return False
        beside = words.joined(index, frozenset(" ")) and words.is_capital(index - 1) and not words.opens[index - 1]
        return not beside and not (words.joined(index + 1, frozenset(" ")) and words.is_capital(index + 1))

    def _apposed(self, words: Words, index: int) -> bool:
        """Tell whether « la fédération des banques, X, » ends at the name at `index`."""
        if words.link[index] != "," or words.link[index + 1] not in ',."':
            return False
        complement = False
        for at in range(index - 1, max(index - _REACH, 0), -1):
            word = words.fold[at]
            if word in _BODIES and not words.capital[at]:
                return words.at(at - 1) in ("la", "l", "le") and (complement or at == index - 1)
            if words.capital[at] or not words.joined(at, _BLANKS):
                return False
            complement = complement or word in _OF or self._g.adjective_at(words, at) is not None
        return False

    def _listed(self, words: Words, taken: Taken) -> set[str]:
        """Return the unknown members of lists of three or more that hold a known company."""
        found: set[str] = set()
        index = 0
        while index < len(words):
            members: list[int] = []
            company = False
            at = index
            while at < len(words):
                mark = taken.at(at)
                if mark is not None and mark.first == at and mark.kind == "ORG":
                    company = company or mark.reason == "entreprise connue"
                    end = mark.last
                elif self._is_open(words, taken, at):
                    members.append(at)
                    end = at + 1
                else:
                    break
                at = end
                if words.link[end] == "," and words.is_capital(end):
                    continue
                if words.at(end) in ("et", "ou") and words.joined(end) and words.is_capital(end + 1):
                    at = end + 1
                    continue
                break
            if company and (len(members) > 1 or at > index + 3):
                found |= {words.raw[k] for k in members}
            index = max(at, index + 1)
        return found
