"""Points won and lost in a game, which the guide leaves alone: « battu 5 à 4 », « 38 - 17 »."""

from __future__ import annotations

import re

from depeche.suggest.figures.grammar import Figure
from depeche.suggest.figures.tokens import Kind, Tokens

_PLAYED = re.compile(r"scores?|men(?:ait|aient|és?|ées?|ant|e|ent)|battue?s?|victoires?|défaites?|nul|imposée?s?")
_SCORE_REACH = 8


def played(tokens: Tokens, figure: Figure) -> bool:
    """« battu 5 à 4 »: points won and lost (but « passe de 400 à 300 »)."""
    core, end = figure.core, figure.end
    if tokens[core - 1].text == "magnitude":
        return False  # « de magnitude 6 à 10 km de profondeur »
    if _score(tokens, figure):
        return True
    won = tokens[end].text == "à" and tokens[end + 1].kind is Kind.NUMBER and tokens[core - 1].text != "de"
    lost = tokens[core - 1].text == "à" and tokens[core - 2].kind is Kind.NUMBER and tokens[core - 3].text != "de"
    if figure.high is not None:
        return tokens[figure.first.end].text == "-" and figure.high < 20  # « 5-7 »
    return figure.first.digits and figure.low < 200 and (won or lost)


def _score(tokens: Tokens, figure: Figure) -> bool:
    """« sur le score de 3 à 1 », « menée 16,5 à 10,5 », « Ayr 38 - 17 Melrose »."""
    core, end = figure.core, figure.end
    dashes = tokens[core - 1].text == "-" and tokens[core - 2].kind is Kind.NUMBER
    if dashes or (tokens[end].text == "-" and tokens[end + 1].kind is Kind.NUMBER and not tokens.joined(end)):
        return figure.first.digits and (tokens.follows(core) if dashes else tokens.follows(end + 1))
    first = core - 2 if tokens[core - 1].text == "à" and tokens[core - 2].kind is Kind.NUMBER else core
    if first == core and (tokens[end].text != "à" or tokens[end + 1].kind is not Kind.NUMBER):
        return False
    before = range(first - _SCORE_REACH, first)
    return figure.first.digits and any(_PLAYED.fullmatch(tokens[at].text) and tokens.follows(at + 1) for at in before)
