"""Where a number is the name of something, or a part of one: « article 5 », « Boeing 737 », « le césium 137 »."""

from __future__ import annotations

import re

from depeche.suggest.figures.grammar import Figure
from depeche.suggest.figures.tokens import Kind, Token, Tokens
from depeche.suggest.figures.units import Family
from depeche.suggest.figures.words import YEAR_CUES

# A number behind one of these is its name or its place in a list.
_REFERENCES = frozenset(
    "article articles art chapitre chapitres page pages p pp numéro numéros no nos résolution résolutions alinéa "
    "paragraphe paragraphes section annexe annexes tome volume vol figure tableau décret directive règlement chambre "
    "salle route autoroute nationale départementale rn boeing airbus falcon tupolev iliouchine antonov sukhoi mig "
    "leopard léopard abrams caesar mirage typhon challenger ariane apollo soyouz windows iphone galaxy épisode acte "
    "phase étape groupe niveau stade catégorie classe version division matricule dossard poste canal chaîne radio "
    "europe france ligue formule objectif alerte bloc couloir porte quai terminal voie ligne parallèle étage an "
    "top calibre code verset psaume sourate opus modèle série protocole amendement proposition mandat".split()
)
_LIST = 12  # no more tokens of a list are looked through


def named(tokens: Tokens, figure: Figure, noun: str | None) -> bool:
    """« article 5 », « résolutions 1701 et 1559 », « Boeing 737 », « n° 2 », « Nord Stream 2 », « les Vingt-Sept »."""
    core, token = figure.core, tokens[figure.core]
    if token.kind is Kind.WORD and token.upper and not tokens.opens(core):
        return not _shouted(tokens, token)
    if figure.unit is not None and figure.unit.family is Family.TIME and tokens[figure.end - 1].upper:
        return not _shouted(tokens, tokens[figure.end - 1])  # « 20 Minutes »
    if figure.first.multiple or figure.start != core:
        return False
    if token.kind is Kind.NUMBER and figure.low >= 2 and tokens[core - 1].text in _SINGULAR and tokens.follows(core):
        litres = figure.unit is None or (figure.unit.code == "L" and tokens[figure.end - 1].upper)
        if litres and tokens[figure.end].text != "sur":
            return True  # « une 2 CV », « sa 4 L »
    if figure.unit is not None:
        return False
    at = core - 1
    while core - at < _LIST and tokens[at].text in {",", "et", "ou", "à"} and tokens[at - 1].kind is Kind.NUMBER:
        at -= 2
    before = tokens[at]
    if before.text == "." and tokens.joined(at):
        before = tokens[at - 1]
    if token.kind is Kind.WORD and noun is not None:
        return False  # « porte deux plumes »
    adjective = before.kind is Kind.WORD and not before.upper and before.text.endswith(("el", "al", "ire", "if", "if"))
    if noun is None and token.kind is Kind.NUMBER and adjective and tokens[at - 1].text in _REFERENCES:
        return tokens.follows(core)  # « le décret présidentiel 13769 »
    if before.text in _REFERENCES or (before.text == "°" and tokens[at - 1].text == "n"):
        return tokens.follows(core)
    plain = token.text.isdigit() or _VERSION.fullmatch(token.text)
    if token.kind is not Kind.NUMBER or noun is not None or not plain or not tokens.follows(core):
        return False
    if _bears_number(tokens, core):
        return True
    return tokens[core - 1].kind is Kind.WORD and tokens[core - 1].upper and tokens[core - 1].text not in YEAR_CUES | {
        "de", "à", "les", "des", "avec", "sur", "pour", "ils", "elles", "nous", "seuls", "et", "dont",
    }  # fmt: skip


_SINGULAR = frozenset("un une sa ma cette".split())
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}")
_DETERMINERS = frozenset("le la du au un une cette ce cet son sa leur".split())
_SUMS = frozenset(
    "total nombre bilan reste moins plus maximum minimum score seuil chiffre taux effectif niveau montant solde".split()
)


def _bears_number(tokens: Tokens, core: int) -> bool:
    """Tell whether the number at `core` is the name of one thing: « le césium 137 », « le 49.3 »."""
    noun, before = tokens[core - 1], tokens[core - 2]
    if _VERSION.fullmatch(tokens[core].text):
        return noun.text in {"le", "du", "au"} or (noun.kind is Kind.WORD and noun.upper and not tokens.opens(core - 1))
    named = noun.kind is Kind.WORD and len(noun.text) > 3 and not noun.text.endswith(("s", "x", "z", "ment"))
    return named and before.text in _DETERMINERS and noun.text not in _SUMS and tokens.follows(core - 1)


def _shouted(tokens: Tokens, token: Token) -> bool:
    """Tell whether a word is all in capitals, as in a title, where they say nothing."""
    raw = tokens.text[token.start : token.end]
    return len(raw) > 1 and raw.isupper()
