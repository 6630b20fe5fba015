"""Why a figure is proposed, in a few French words, and how sure that is."""

from __future__ import annotations

from depeche.suggest.figures.grammar import Figure
from depeche.suggest.figures.tokens import Tokens
from depeche.suggest.figures.units import Family

_CARRIED = {
    Family.MONEY: "montant",
    Family.PERCENT: "pourcentage",
    Family.MEASURE: "mesure",
    Family.TIME: "durée ou âge",
    Family.TIMES: "fréquence",
}
_BOUND = {
    "about": "valeur approchée",
    "at_least": "borne basse",
    "more_than": "borne basse",
    "at_most": "borne haute",
    "less_than": "borne haute",
}
_SCORES = {
    Family.MONEY: 0.97,
    Family.PERCENT: 0.97,
    Family.MEASURE: 0.95,
    Family.TIME: 0.88,
    Family.TIMES: 0.85,
}


def reason(tokens: Tokens, figure: Figure) -> str:
    """Return a short French phrase: what kind of figure it is and which words bound it."""
    kind = _CARRIED[figure.unit.family] if figure.unit is not None else "nombre"
    if figure.high is not None:
        kind += ", fourchette"
    elif figure.first.fraction:
        kind = "fraction"
    elif figure.unit is None:
        kind = "nombre en chiffres" if figure.first.digits else "nombre en lettres"
    if not figure.mod:
        return kind
    words = " ".join(figure.bound.split()) or tokens.text[tokens[figure.start].start : tokens[figure.end - 1].end]
    return f"{kind}, {_BOUND[figure.mod]} «\u202f{words}\u202f»"


def score(figure: Figure, unit: str | None) -> float:
    """Return how sure a figure of this class is, between 0 and 1, estimated on news read article by article."""
    if figure.unit is not None:
        return _SCORES[figure.unit.family]
    if figure.high is not None or figure.bound or figure.first.multiple or figure.first.fraction:
        return 0.93
    if unit is not None:
        return 0.95 if figure.first.digits else 0.88
    return 0.85 if figure.low >= 1000 else 0.7 if figure.first.digits else 0.6
