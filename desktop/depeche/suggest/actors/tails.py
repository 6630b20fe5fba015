"""What follows a known name and belongs to it: `Airbus Helicopters`, `Gilets jaunes belges`; or makes it a thing."""

from __future__ import annotations

from depeche.suggest.actors.gazetteer import Entry, Gazetteer
from depeche.suggest.actors.stops import OPENERS
from depeche.suggest.actors.words import Words, fold

_BLANK = frozenset(" ")
_BLANKS = frozenset((" ", "'"))
_FIRMS = frozenset(("company", "club", "media"))
_LANDS = frozenset(("state",))
_OF = frozenset(("de", "du", "des", "d"))
_THE = frozenset(("la", "l", "les"))
_BRANCHES = frozenset(("uk", "usa", "us"))
_CARRIERS = frozenset("telecom telecoms airlines airways poste energy steel rail petroleum motors power gas".split())
"""What makes a state's name that of its company: « Zarie Télécom »."""
_THINGS = frozenset(
    """arena stadium park parc cup open tower center centre drive maps watch outlook prime street forum awards award
    prize prix festival trophy trophee masters classic series starligue ligue league stade station max plus pro go one
    cloud pay home store music echo galaxy""".split()
)
"""What makes a company's name that of a product, a hall or a contest."""


class Tails:
    """Says where a name of the tables ends in the text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._g = gazetteer

    def end(self, words: Words, last: int, entry: Entry) -> int | None:
        """Return the index after the name and what belongs to it; None where the name is that of a thing or place."""
        if not words.joined(last, _BLANK):
            return last
        if entry.group == "organisation":
            return self._of_state(words, last, entry)
        if entry.kind == "GRP":
            if words.link[last - len(entry.shape)] == '"' and words.link[last + 1] == '"' and not words.capital[last]:
                return last + 1  # « des "gilets jaunes libres" »
            found = self._g.adjective_at(words, last)
            nation = found is not None and found[1].plural and not words.capital[last]
            return found[0] if found is not None and nation and words.link[found[0]] != "-" else last
        if entry.group not in _FIRMS and entry.group not in _LANDS:
            return last
        word = words.fold[last]
        if entry.group == "company" and self._is_branch(words, last):
            return last + 1
        if not words.capital[last] or words.is_acronym(last) or word in OPENERS or len(word) < 2:
            return last
        named = word in self._g.first_names and words.joined(last + 1, _BLANK) and words.is_capital(last + 1)
        if word in _THINGS and not named:
            return None
        if word in self._g.first_names or word in self._g.functions or word in self._g.family_names:
            return last
        if (word,) in self._g.known_persons or self._g.name_at(words, last) is not None:
            return last
        if entry.group in _LANDS:
            return None if len(entry.shape) == 1 and not words.raw[last - 1].isupper() else last
        end = last + 1
        return end if not (words.joined(end, _BLANK) and words.is_capital(end)) else last

    def is_carrier(self, words: Words, last: int) -> bool:
        """Tell whether a state's name that ends before word `last` begins that of its company."""
        return words.joined(last, _BLANK) and words.capital[last] and words.fold[last] in _CARRIERS

    def _is_branch(self, words: Words, last: int) -> bool:
        """Tell whether a company's name is followed by its country: « Zarnex UK », « Zarnex France »."""
        if not words.capital[last] or (words.joined(last + 1, _BLANK) and words.is_capital(last + 1)):
            return False
        if words.fold[last] in _BRANCHES:
            return words.is_acronym(last)
        found = self._g.name_at(words, last)
        single = found is not None and found[0] == last + 1 and found[1].group in _LANDS
        return single and words.link[last + 1] != "-" and words.fold[last] not in self._g.first_names

    def _of_state(self, words: Words, last: int, entry: Entry) -> int:
        """Return the index after « des États-Unis » behind a body with a common noun: « Cour suprême du Brésil »."""
        body = fold(entry.shape[0])
        if len(entry.shape) < 2 or words.fold[last] not in _OF:
            return last
        if body not in self._g.head_words["capital"] and self._g.head_at(words, last - len(entry.shape)) is None:
            return last
        at = last + 1
        if words.at(at) in _THE and words.joined(at, _BLANKS):
            at += 1
        found = self._g.name_at(words, at) if words.joined(at, _BLANKS) else None
        return found[0] if found is not None and found[1].group in _LANDS and words.link[found[0]] != "-" else last

    def branch(self, words: Words, last: int, entry: Entry) -> int:
        """Return the index after the state or the trade that names a branch: « Oxfam Belgique », or `last`."""
        if words.link[last] == "-":
            return self._section(words, last, entry)
        if entry.group != "organisation" or not words.joined(last, frozenset(" ")) or not words.is_capital(last):
            return last
        found = self._g.name_at(words, last)
        return found[0] if found is not None and found[1].group == "state" and not words.is_acronym(last) else last

    def _section(self, words: Words, last: int, entry: Entry) -> int:
        """Return the index after the trade behind a union's acronym: « CGT-Cheminots », or `last`."""
        if entry.group != "organisation" or not words.is_acronym(last - 1) or words.link[last] != "-":
            return last
        trade = words.is_capital(last) and not words.is_acronym(last) and words.link[last + 1] != "-"
        if not trade or len(words.raw[last]) < 4 or words.fold[last] in self._g.first_names:
            return last
        return last + 1 if self._g.name_at(words, last) is None else last
