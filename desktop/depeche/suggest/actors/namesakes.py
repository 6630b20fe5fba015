"""What a run of capitals is that looks like a person's name and is none: a ship, a street, a star, a company."""

from __future__ import annotations

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.stops import BEARERS, PLACES, STREETS, THINGS
from depeche.suggest.actors.words import Words, looks_adjective

_BLANK = frozenset(" ")
_STAFF = frozenset(
    """islamistes jihadistes djihadistes rebelles combattants miliciens insurges membres salaries employes ouvriers
    adherents actionnaires usine usines siege filiale filiales pdg patron patronne locaux rachat rachete dirigeants
    chez""".split()
)
"""Before « de » and an unknown name, these speak of a body: « les membres d'Ansar Zar », « l'usine de Plastic Zar »."""

_COUNTRIES = frozenset(
    """indonesia india america africa europe asia canada france uk usa germany italia italy spain brasil brazil japan
    china korea singapore malaysia thailand nigeria kenya ghana international worldwide global""".split()
)
"""What the name of a company or a charity ends in."""

_ADDRESSED = frozenset("president presidente ministre maire secretaire depute deputee senateur senatrice juge".split())
"""Functions that a civility may precede: « Mme Présidente »."""


class Namesakes:
    """Tells such runs apart, by the words around them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer

    def is_thing(self, words: Words, first: int, end: int) -> bool:
        """Tell whether a thing bears the name, or the name ends like a street's or a park's."""
        bearer = first - 1
        if words.joined(first, _BLANK) and not words.capital[bearer] and words.joined(bearer):
            # « le cargo turc Mavi Deniz », « le télescope spatial Jane Roe »
            adjective = self._g.adjective_at(words, bearer) is not None or looks_adjective(words.fold[bearer])
            bearer -= adjective and words.at(bearer - 1) in BEARERS
        if words.at(bearer) in BEARERS and words.joined(first):
            # but « le chef de projet Jane Roe »
            return not (words.at(bearer - 1) in ("de", "d") and words.at(bearer - 2) in self._g.functions)
        ground = words.fold[end - 1] in ("park", "hall") and words.at(first - 1) in ("l", "du", "au")
        return end - first > 1 and (words.fold[end - 1] in STREETS or ground)

    def is_place(self, words: Words, first: int, end: int) -> bool:
        """Tell whether a run that no first name begins is a place or a thing, by its words or the noun before it."""
        if any(words.fold[k] in THINGS for k in range(first, end)):
            return True
        if words.at(first - 1) not in ("de", "d") or not words.joined(first):
            return False
        at = first - 2
        if looks_adjective(words.at(at)) and words.joined(at + 1):
            at -= 1
        return words.at(at) in PLACES

    def is_body(self, words: Words, first: int, end: int) -> bool:
        """Tell whether a run that no first name begins is a body's, by its acronym or by those who work for it."""
        initials = "".join(word[0] for word in words.fold[first:end])
        if words.link[end] == "(" and words.is_acronym(end) and words.fold[end] == initials:
            return True  # « Zarische Partei Ostlands (ZPO) »
        if words.at(first - 1) == "chez" and words.joined(first, _BLANK):
            return True
        return words.at(first - 1) in ("de", "d") and words.joined(first) and words.at(first - 2) in _STAFF

    def among_towns(self, words: Words, first: int, end: int) -> bool:
        """Tell whether a known town stands before or behind the run in a list: « Rome, Santa Zarva et Berlin »."""
        if words.link[first] != ",":
            return False
        after = end + 1 if words.at(end) == "et" and words.joined(end) else end
        if after == end and words.link[end] != ",":
            return False
        near = [self._g.name_at(words, at) for at in ([first - 1] if after == end else [first - 1, after]) if at > 0]
        return any(one is not None and one[1].group in ("place", "capital") for one in near)

    def has_article(self, words: Words, first: int, end: int) -> bool:
        """Tell whether an article with a capital belongs to the name: « la chanteuse La Zarine »."""
        article = words.raw[first] in ("La", "Le") and end - first > 1 and words.link[first + 1] == " "
        if not article or not words.joined(first, frozenset(" ")) or words.capital[first - 1]:
            return False
        return words.fold[first - 1] in self._g.functions and words.fold[first + 1] not in self._g.functions

    def is_branch(self, words: Words, first: int, end: int) -> bool:
        """Tell whether the run is a body's that ends in its country: « Air Zarvigation Indonesia »."""
        long = end - first > 2 or words.raw[end - 1] == "UK"
        return long and words.fold[end - 1] in _COUNTRIES and words.link[end - 1] == " "

    def is_trained(self, words: Words, first: int) -> bool:
        """Tell whether a function and its nation stand right before a single name: « le chanteur belge Zarv »."""
        nation = first - 1
        if not words.joined(first, _BLANK) or not words.joined(nation, _BLANK) or words.capital[nation]:
            return False
        found = self._g.adjective_at(words, nation)
        function = words.fold[nation - 1] in self._g.functions and not words.capital[nation - 1]
        return found is not None and found[0] == first and found[1].singular and function

    def is_surname(self, words: Words, first: int, end: int) -> bool:
        """Tell whether an article or a function with a capital is a name behind a civility: « Mme Le Zarv »."""
        if first + 1 == end:
            return words.fold[first] not in self._g.civilities | _ADDRESSED
        article = words.raw[first] in ("Le", "La", "De", "Du", "Des")
        return article and words.fold[first + 1] not in self._g.functions | self._g.civilities
