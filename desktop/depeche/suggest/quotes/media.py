"""To whom words were said that passes them on: « a déclaré X à l'AFP ». Knows the media of the gazetteer."""

from __future__ import annotations

from depeche.suggest.quotes.attribution import Attribution
from depeche.suggest.quotes.bodies import media
from depeche.suggest.quotes.mentions import Mention, Mentions
from depeche.suggest.quotes.reading import MASK, Reading
from depeche.suggest.quotes.roles import MEDIA

_TO = ("à", "au", "auprès")
_REACH = 14
_LINK = 5
"""How many words may stand between « à » and the name: « à la chaîne de télévision X »."""


class Listeners:
    """Finds the medium somebody spoke to."""

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self._reading = reading
        self._mentions = mentions

    def note(self, found: Attribution, s: int, k: int) -> None:
        """Note as relay the medium named after the verb that ends before token `k`: « a-t-il dit à X »."""
        tokens = self._reading.tokens(s)
        for i in range(k, min(k + _REACH, len(tokens))):
            word = tokens[i].word
            if MASK in word or word in (".", ";", ":", "qui", "que", "qu'", "et"):
                return
            if word not in _TO:
                continue
            near = (m for m in self._mentions.of(s) if m.name and m.end > tokens[i].end)
            medium = next(near, None)
            between = [t.word for t in tokens[i + 1 :] if medium and t.end <= medium.start]
            if medium and len(between) <= _LINK and self._is_medium(medium, between):
                found.relay = medium.name
                return

    @staticmethod
    def _is_medium(medium: Mention, between: list[str]) -> bool:
        return medium.kind == "ORG" and (medium.name in media() or any(w in MEDIA for w in between))
