"""What capitals make look like a name and the rules know to be none: places, laws, credits, channels, products."""

from __future__ import annotations

from depeche.suggest.actors.called import Called
from depeche.suggest.actors.credit import is_credit
from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark
from depeche.suggest.actors.stops import BEARERS, NOT_NAMES
from depeche.suggest.actors.unlikely import treaties
from depeche.suggest.actors.words import Words, looks_adjective
from depeche.suggest.model.candidates import Stretch

_BLANK = frozenset(" ")
_ARTICLES = frozenset(("la", "le", "l", "les"))
_OF = _ARTICLES | {"de", "du", "des", "d"}
_AT = frozenset(("a", "en", "vers", "dans", "entre"))
_ON = frozenset(("sur", "via"))
_PLACED = frozenset(
    """rue avenue boulevard place quai ville village commune province region departement hameau port aeroport gare ile
    lac mont colline camp quartier district canton vallee centrale comte peage station""".split()
)
"""Nouns whose name may stand behind « de »: « ville de Gisors », « province du Tavouch »."""
_THINGS = frozenset(
    """ouragan cyclone typhon tempete navire ferry paquebot petrolier cargo voilier bateau satellite sonde missile fusee
    drone avion projet operation programme film album chanson roman jeu logiciel virus comete asteroide""".split()
)
"""Nouns of things that go by a name of their own, also where the noun isn't beside it: « l'ouragan Rosa … Rosa a »."""
_SITES = frozenset(("place", "capital", "state", "seat"))


class Refused:
    """Tells of one text which candidates aren't even asked about. Takes time linear in the text."""

    def __init__(self, words: Words, gazetteer: Gazetteer) -> None:
        self._words = words
        self._g = gazetteer
        self._not = gazetteer.head_words["not_acronym"] | NOT_NAMES
        self._lower = {raw for raw, capital in zip(words.raw, words.capital, strict=True) if not capital}
        self._sites = self._held()
        self._things = {words.raw[n] for n in range(1, len(words)) if words.capital[n] and self._follows_thing(n)}
        self._called = {
            n for mark in Called(gazetteer).find(words) if not mark.kind for n in range(mark.first, mark.last)
        }
        acronyms = (index for index in range(len(words)) if words.is_acronym(index))
        self._laws = treaties(words, [Mark(index, index + 1, "ORG", "", 0.0, "sigle") for index in acronyms])

    def _held(self) -> dict[int, Stretch]:
        """Return by word the names of places and powers that hold it."""
        words, held = self._words, dict[int, Stretch]()
        index = 0
        while index < len(words):
            found = self._g.name_at(words, index) if words.capital[index] else None
            if found is None or found[1].group not in _SITES:
                index += 1
                continue
            held.update(dict.fromkeys(range(index, found[0]), (index, found[0])))
            index = found[0]
        return held

    def __contains__(self, candidate: object) -> bool:
        assert isinstance(candidate, tuple)
        first, last = candidate
        words = self._words
        if (first and words.link[first] == "-") or (words.link[last] == "-" and words.is_capital(last)):
            return True  # « anti-Dupont », half of « Al-Fateh »
        if last - first == 1 and (words.fold[first] in self._not or words.raw[first] in self._laws):
            return True
        if last - first == 1 and words.opens[first] and words.raw[first].lower() in self._lower:
            return True
        if words.fold[first : first + 2] == ["grand", "prix"]:
            return True
        if words.raw[first] in self._things or not self._called.isdisjoint(range(first, last)):
            return True
        site = self._sites.get(first)
        if site is not None and site[0] <= first and last <= site[1]:
            return True
        return is_credit(words, first, last) or self._is_channel(first) or self._is_carried(first)

    def _follows_thing(self, index: int) -> bool:
        words, at = self._words, index - 1
        while at > index - 3 and words.joined(at + 1, _BLANK) and not words.capital[at]:
            if words.fold[at] in _THINGS:
                return True
            if not looks_adjective(words.fold[at]) and not words.fold[at].endswith("ee"):
                return False
            at -= 1
        return words.joined(at + 1) and words.fold[at] in _THINGS

    def as_person(self, candidate: Stretch) -> bool:
        """Tell whether a candidate may be an organisation but no person: « à Ponto Mova », « Ryder Cup »."""
        first, last = candidate
        if any(word in NOT_NAMES for word in self._words.fold[first:last]):
            return True
        return self._words.at(first - 1) in _AT and self._words.joined(first)

    def _is_channel(self, first: int) -> bool:
        """Tell whether « sur », « sur le » stand before: where one speaks, and no actor."""
        words, at = self._words, first - 1
        if words.at(at) in _ARTICLES and words.joined(first):
            at -= 1
        return words.at(at) in _ON and words.joined(at + 1)

    def _is_carried(self, first: int) -> bool:
        """Tell whether a thing or place only carries the name: « rue Vorga », « tempête Thomas », « ville de Mova »."""
        words, at = self._words, first - 1
        behind = False
        while at > first - 3 and words.joined(at + 1) and words.at(at) in _OF:
            at, behind = at - 1, True
        while words.joined(at + 1) and not words.capital[at] and self._g.adjective_at(words, at) is not None:
            at -= 1
        if at > 0 and words.joined(at + 1) and words.joined(at) and looks_adjective(words.fold[at]):
            at -= words.fold[at - 1] in BEARERS  # « la tempête tropicale Dumazur »
        if at < 0 or not words.joined(at + 1):
            return False
        return words.fold[at] in (_PLACED if behind else BEARERS | _PLACED)
