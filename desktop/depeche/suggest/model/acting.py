"""Whether a text shows a name acting: an actor's name that no rule knows is believed where it does something.

A street, a film and a festival carry capitals too; what says, decides or is somebody's house rarely does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.words import Words
from depeche.suggest.model.candidates import Stretch

_BLANK = frozenset(" ")
_AUXILIARIES = frozenset("a avait aura aurait est etait sera serait s se n ne l lui ont avaient sont etaient".split())
_UNDER = frozenset("de du des d a au aux en dans sur par pour avec chez entre vers et ou".split())
_FORMS = re.compile(r"[a-z]{2,}(?:ait|aient|era|ira|eront|iront|erait|irait)$")


class Acting:
    """The names of one text that act somewhere in it."""

    def __init__(self, words: Words, gazetteer: Gazetteer, stretches: Iterable[Stretch]) -> None:
        self._words = words
        self._does = gazetteer.power["form"]
        self._said = gazetteer.power["said"]
        self._nouns = gazetteer.head_words["noun"] | gazetteer.head_words["capital"]
        self._names = {words.surface(*one) for one in stretches if self._acts(*one)}

    def __contains__(self, stretch: object) -> bool:
        assert isinstance(stretch, tuple)
        return self._words.surface(*stretch) in self._names

    def is_body(self, stretch: Stretch) -> bool:
        """Tell whether a name says by itself that it is an organisation: `Gauche démocratique`, `Ligue du Delta`."""
        first, last = stretch
        adjective = self._words.raw[last - 1].islower()
        bodied = self._words.fold[first] in self._nouns or adjective
        return last - first > 1 and bodied

    def _acts(self, first: int, last: int) -> bool:
        """Tell whether a verb follows (« Oltram a promis », « Oltram, qui … ») or one of speech stands before."""
        words = self._words
        after = words.at(last)
        if words.joined(first) and words.at(first - 1) in _UNDER:
            return False  # « le festival d'Oltram a débuté »: another word is the subject
        if words.joined(last, _BLANK) and not words.capital[last]:
            return after in _AUXILIARIES or after in self._does or _FORMS.match(after) is not None
        if words.link[last] == "," and after == "qui":
            return True
        return words.joined(first, _BLANK) and words.at(first - 1) in self._said
