"""Whether « quarantaine » is about forty or an isolation. Knows the words around it only."""

from __future__ import annotations

from depeche.suggest.figures.numbers import NUMBER_WORDS
from depeche.suggest.figures.tokens import Kind, Tokens

_OF = frozenset("de du des d".split())
_BOUNDS = frozenset("plusieurs quelques quelque au environ plus moins".split())
_COUNTED = frozenset("environ ont sont étaient avaient seraient auraient furent autres".split())
_PLACED = frozenset("sur dans en à au aux chez parmi depuis par pour hors sous grièvement encore déjà".split())
_RULES = frozenset("mesure mesures restriction restrictions règle règles contrainte contraintes".split())
_RULE_REACH = 8


def counts_forty(tokens: Tokens, start: int, after: int) -> bool:
    """Tell « une quarantaine de villages », « dont une quarantaine sur le réseau » from the isolation.

    `start` is where the figure begins, `after` the token behind « quarantaine ».
    """
    word = tokens[after].text
    if word in _OF:  # « une quarantaine de deux semaines », « d'au moins dix jours » lasts
        then = tokens[after + (2 if word == "d" else 1)]
        return then.kind is not Kind.NUMBER and then.text not in NUMBER_WORDS | _BOUNDS
    if word in _COUNTED:
        return True
    # Of some said before; but measures may hold an isolation: « des restrictions, dont une quarantaine à domicile ».
    rules = {tokens[at].text for at in range(start - _RULE_REACH, start)} & _RULES
    part = tokens[start - 1].text == "dont" and not rules
    return part and (tokens[after].kind is not Kind.WORD or word in _PLACED or not tokens.follows(after))
