"""What follows a known name and belongs to it: `Airbus Helicopters`, `Gilets jaunes belges`; or makes it a thing."""

from __future__ import annotations

from depeche.suggest.actors.gazetteer import Entry, Gazetteer
from depeche.suggest.actors.stops import OPENERS
from depeche.suggest.actors.words import Words

_BLANK = frozenset(" ")
_FIRMS = frozenset(("company", "club", "media"))
_LANDS = frozenset(("state",))
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
        if entry.kind == "GRP":
            found = self._g.adjective_at(words, last)
            nation = found is not None and found[1].plural and not words.capital[last]
            return found[0] if found is not None and nation and words.link[found[0]] != "-" else last
        if entry.group not in _FIRMS and entry.group not in _LANDS:
            return last
        word = words.fold[last]
        if not words.capital[last] or words.is_acronym(last) or word in OPENERS or len(word) < 2:
            return last
        if word in _THINGS:
            return None
        if word in self._g.first_names or word in self._g.functions or word in self._g.family_names:
            return last
        if (word,) in self._g.known_persons or self._g.name_at(words, last) is not None:
            return last
        if entry.group in _LANDS:
            return None if len(entry.shape) == 1 and not words.raw[last - 1].isupper() else last
        end = last + 1
        return end if not (words.joined(end, _BLANK) and words.is_capital(end)) else last
