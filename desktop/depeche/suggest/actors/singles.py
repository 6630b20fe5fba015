"""Persons named by the first name alone, where the text says that it is one: `Fatima, 34 ans`, `ajoute Hassan`.

Two that share a surname are two persons: `Julius et Ethel Rosenberg`. Such a name is known again in the article, and so
is the first name of a person whose full name the article gives (`Brett` after `Brett Kavanaugh`).
"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.mark import Mark, Taken
from depeche.suggest.actors.stops import BEARERS, NOT_NAMES, OPENERS
from depeche.suggest.actors.words import Words

_BLANK = frozenset(" ")
_DETERMINERS = frozenset("le la l un une son sa leur mon ma notre".split())
_FOLK = frozenset(
    """pere mere fils fille frere soeur cousin cousine oncle tante grand-mere epouse epoux femme mari compagne compagnon
    ami amie voisin voisine habitant habitante etudiant etudiante eleve lyceen lyceenne retraite retraitee temoin
    passant passante manifestant manifestante militant militante commercant commercante agriculteur agricultrice
    chauffeur ouvrier ouvriere refugie refugiee migrant migrante rescape rescapee survivant survivante enfant
    adolescent adolescente garcon fillette benevole infirmiere infirmier enseignant enseignante serveur serveuse
    vendeur vendeuse salarie salariee employe employee touriste mecanicien autre homme jeune""".split()
)
_KIN = frozenset(
    """epouse epoux femme mari fils fille frere soeur mere pere cousin cousine neveu niece oncle tante ami amie
    compagne compagnon ancetre aieul aieule petit-fils petite-fille jumeau jumelle
    prenomme prenommee nomme nommee appele appelee""".split()
)


class Singles:
    """Finds first names that stand for a person. `find(words, taken)` yields marks."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer
        self._said = frozenset(gazetteer.power["said"])

    def find(self, words: Words, taken: Taken) -> Iterator[Mark]:
        """Yield first names with a sign of a person, then the places where these stand again."""
        known: set[str] = set()
        for index in range(len(words)):
            if not self._alone(words, taken, index):
                if self._speaks(words, taken, index):
                    known.add(words.raw[index])
                continue
            surname = self._shared(words, taken, index)
            if surname:
                yield Mark(index, index + 1, "PER", f"{words.raw[index]} {surname}", 0.75, "nom partagé par deux", 1)
            elif self._told(words, index):
                known.add(words.raw[index])
        full = self._full(words, taken)
        for index, raw in enumerate(words.raw):
            if raw not in known and raw not in full:
                continue
            if not taken.is_free(index, index + 1) or not self._again(words, index):
                continue
            yield Mark(index, index + 1, "PER", full.get(raw, raw), 0.65, "prénom d'une personne du texte", 1)

    def _full(self, words: Words, taken: Taken) -> dict[str, str]:
        """Return the persons of the text by their first names, where only one bears it."""
        found: dict[str, set[str]] = {}
        for mark in taken.marks:
            full = mark.kind == "PER" and mark.last - mark.first > 1 and words.link[mark.first + 1] == " "
            if full and words.fold[mark.first] in self._g.first_names:
                found.setdefault(words.raw[mark.first], set()).add(words.surface(mark.first, mark.last))
        return {first: names.pop() for first, names in found.items() if len(names) == 1}

    def _alone(self, words: Words, taken: Taken, index: int) -> bool:
        if not words.capital[index] or words.fold[index] not in self._g.first_names or len(words.raw[index]) < 3:
            return False
        if not taken.is_free(index, index + 1) or words.raw[index].isupper():
            return False
        return self._again(words, index)

    def _speaks(self, words: Words, taken: Taken, index: int) -> bool:
        """Tell whether an unknown name that is alone speaks or has an age: « a déclaré Zarek. », « Zarek, 34 ans »."""
        word = words.fold[index]
        if (
            not words.capital[index]
            or len(word) < 4
            or words.raw[index].isupper()
            or not taken.is_free(index, index + 1)
        ):
            return False
        if word in OPENERS or word in NOT_NAMES or self._g.name_at(words, index) or self._g.adjective_at(words, index):
            return False
        if words.opens[index] or word in self._g.functions or not self._again(words, index):
            return False
        if words.link[index + 1] == "," and words.at(index + 1).isdigit() and words.at(index + 2) == "ans":
            return True
        said = (
            words.joined(index, _BLANK)
            and words.fold[index - 1] in self._said
            and words.at(index - 2) in ("a", "avait")
        )
        return said and words.link[index + 1] in '.,"\n'

    def _again(self, words: Words, index: int) -> bool:
        """Tell whether no other capital stands beside the name and nothing makes it a place's."""
        if words.link[index] in "-/" or words.link[index + 1] in "-/":
            return False
        if words.joined(index + 1, frozenset(" '.")) and words.is_capital(index + 1):
            return words.link[index + 1] == "."
        if words.at(index + 1) in ("de", "du", "d", "von", "van", "ben", "al") and words.joined(index + 1, _BLANK):
            further = index + 3 if words.at(index + 2) in ("la", "le", "l", "der", "den") else index + 2
            if words.is_capital(further) and words.joined(index + 2):
                return False
        if not words.joined(index, frozenset(" '")):
            return True
        before = words.fold[index - 1]
        if words.capital[index - 1] and before not in OPENERS and not words.opens[index - 1]:
            return False
        if before in BEARERS or before in ("saint", "sainte", "ouragan", "tempete", "la", "le", "les", "en"):
            return False
        return not (before in ("de", "d") and words.at(index - 2) in BEARERS)

    def _told(self, words: Words, index: int) -> bool:
        """Tell whether what stands around the name speaks of a person."""
        before = words.fold[index - 1] if words.joined(index, _BLANK) else ""
        if before in _KIN or (before in self._said and words.link[index + 1] in ',."'):
            return True
        if words.link[index + 1] != "," or index + 2 >= len(words):
            return False
        after = words.fold[index + 1]
        if after.isdigit():
            return words.fold[index + 2] == "ans"
        role = index + 2 if after in _DETERMINERS and words.joined(index + 2) else index + 1
        if role == index + 1 and words.capital[role]:
            return False
        near = [k for k in (role, role + 1) if k < len(words) and (k == role or words.joined(k))]
        spoken = any(words.fold[k] in _FOLK or words.fold[k] in self._g.functions for k in near)
        return spoken and not words.capital[role]

    def _shared(self, words: Words, taken: Taken, index: int) -> str:
        """Return the surname of « Julius et Ethel Rosenberg » for the first of the two, or nothing."""
        if words.at(index + 1) != "et" or not words.joined(index + 1, _BLANK) or not words.joined(index + 2, _BLANK):
            return ""
        other = taken.at(index + 2)
        if other is None or other.kind != "PER" or other.first != index + 2 or other.last - other.first != 2:
            return ""
        if words.fold[index + 2] not in self._g.first_names:
            return ""
        return words.surface(other.first + 1, other.last)
