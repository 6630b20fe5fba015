"""Numbers of houses, postcodes and boxes: « 35 bis avenue Foch », « 75001 Paris », « BP 120 ». Knows no sense."""

from __future__ import annotations

from depeche.suggest.figures.grammar import Figure
from depeche.suggest.figures.tokens import Kind, Tokens

_STREETS = frozenset(
    "rue avenue boulevard place quai allée impasse chemin route cours square passage esplanade faubourg bd av".split()
)
_REPEATS = frozenset("bis ter quater".split())
_OF = frozenset("de du des d la le l".split())
_BOXES = frozenset("bp cs tsa cedex postale".split())
_REACH = 14
"""No more tokens before a postcode than this is its street looked for."""
_LONGEST_TOWN = 4
_POSTCODES = (4, 5)


def addressed(tokens: Tokens, figure: Figure) -> bool:
    """Tell whether the number of `figure` is part of an address."""
    token, alone = tokens[figure.core], figure.start == figure.core and not figure.first.multiple
    if token.kind is not Kind.NUMBER or not token.text.isdigit() or not alone:
        return False
    if tokens.follows(figure.core) and tokens[figure.core - 1].text in _BOXES:
        return True
    return _house(tokens, figure.core) or _postcode(tokens, figure.core)


def _house(tokens: Tokens, core: int) -> bool:
    """« 12, rue de Rivoli », « 35 bis avenue Foch », « au 10, Downing Street »."""
    at = core + 1
    repeated = tokens[at].text in _REPEATS and tokens.follows(at)
    at += repeated
    comma = tokens[at].text == ","
    at += comma
    street = tokens[at]
    if not tokens.follows(at) or len(tokens[core].text) > 4 or street.kind is not Kind.WORD:
        return False
    if street.text in _STREETS:
        dotted = tokens[at + 1].text == "."
        after = tokens[at + 1 + dotted]
        return tokens.follows(at + 1) and after.kind is Kind.WORD and (after.upper or after.text in _OF)
    return street.upper and tokens[core - 1].text == "au"


def _postcode(tokens: Tokens, core: int) -> bool:
    """« 12, rue de Rivoli, 75001 Paris », « 75001 Paris Cedex 08 », or « 75001 Paris » on a line of its own."""
    at = core + 1
    if len(tokens[core].text) not in _POSTCODES or not tokens[at].upper or not tokens.follows(at):
        return False
    while at - core <= _LONGEST_TOWN and tokens.follows(at) and (tokens[at].upper or tokens[at].text == "-"):
        if tokens[at].text == "cedex":
            return True
        at += 1
    if not tokens.follows(core):
        return not tokens.follows(at) or tokens[at].kind is Kind.END
    if tokens[core - 1].text not in {",", "-", "(", "—"} and not tokens[core - 1].upper:
        return False
    for back in range(core - 1, core - _REACH, -1):
        if tokens[back].text in _STREETS | _BOXES:
            return True
        if not tokens.follows(back):
            return False
    return False
