"""Names that mostly say where: a social network and America, told apart from the company and the state that act."""

from __future__ import annotations

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.places import CONJUNCTIONS, Powers
from depeche.suggest.actors.words import Words

_BLANK = frozenset(" ")
_BLANKS = frozenset((" ", "'"))
_OF = frozenset(("de", "d"))
_STAFF = frozenset(
    """patron pdg fondateur fondatrice cofondateur dirigeants porte-parole directeur directrice responsables employes
    salaries ingenieurs avocats siege actionnaires action cours politique part""".split()
)
"""Before « de » and a social network, these speak of the company."""
_CHANNELS = frozenset("reseau reseaux sociaux plateforme plateformes application applications sur via sites".split())
_HELD = frozenset("quitte aime hait represente dirige gouverne que contre selon chez rendre ruine sauve".split())


class Elsewhere:
    """Tells such names apart by the words of their clause."""

    def __init__(self, gazetteer: Gazetteer, powers: Powers) -> None:
        self._g = gazetteer
        self._powers = powers

    def network_acts(self, words: Words, first: int, last: int) -> bool:
        """Tell whether a social network acts as a company: « selon Friendbook », « le patron de Friendbook »."""
        before = words.at(first - 1) if words.joined(first, _BLANKS) else ""
        if before in ("sur", "via"):
            return False
        if before in ("selon", "contre", "chez", "par") or (before in _OF and words.at(first - 2) in _STAFF):
            return True
        following = self._g.name_at(words, last + 1 if words.at(last) == "et" else last)
        listed = words.link[last] == "," or (words.at(last) == "et" and words.joined(last))
        if listed and following is not None and following[1].group in ("company", "network", "media"):
            near = set(words.fold[max(0, first - 6) : first])
            return (not before or before in ("et", "que", "comme")) and not _CHANNELS & near
        return (not before or before in CONJUNCTIONS) and self._powers.acts(words, last)

    def means_state(self, words: Words, first: int, last: int) -> bool:
        """Tell whether « l'Amérique » is the United States: it acts, or one leaves or loves it."""
        if words.at(first - 1) != "l" or words.link[last] in "-":
            return False
        if words.at(last) in ("du", "centrale", "latine", "septentrionale", "precolombienne", "hispanique"):
            return False
        before = words.at(first - 2) if words.joined(first - 1, _BLANK) else ""
        if before in _HELD or before.endswith("er"):
            return before not in ("decouverte", "traverser", "explorer", "coloniser")
        return words.joined(last, _BLANK) and not before and self._powers.acts(words, last)
