"""Capitalised names that no list of actors holds, and bodies named by their seat (« la police d'Orlando »)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from depeche.suggest.quotes.genders import is_first_name
from depeche.suggest.quotes.grammar import LEADING, STOP, VERBAL
from depeche.suggest.quotes.reading import Token
from depeche.suggest.quotes.roles import ROLES, speaks

_PARTICLES = frozenset("de du d' des von van der den ben bin al el di da della del dos la le".split())
_SEATED = frozenset(
    "police mairie parquet préfecture municipalité tribunal université gouvernement cour ville justice gendarmerie "
    "douane armée ambassade consulat évêché diocèse rectorat aéroport hôpital chambre procureur".split()
)
"""Nouns that with a place are the name of a body."""
_INNER = 5
"""How many words may stand before the place: « la préfecture de police de X »."""
_MINISTRIES = frozenset(
    "affaires intérieur défense finances justice état république nation éducation santé travail culture économie "
    "environnement transports agriculture extérieur parlement".split()
)
"""Words with a capital that say what somebody is minister of, and name nobody."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name from token `first` up to token `last`, not included."""

    first: int
    last: int


def names(text: str, tokens: list[Token]) -> Iterator[Name]:
    """Yield the runs of words with a capital in a sentence, one word that only opens it apart."""
    i = 0
    while i < len(tokens):
        j = i
        while j < len(tokens) and is_name(text, tokens[j]):
            j += 1
        if i == 0 and j > 1 and (tokens[0].word in LEADING or speaks(tokens[0].word)):
            i = 1
        alone = i == 0 and j == 1 and (len(tokens) < 2 or tokens[1].word not in VERBAL or tokens[0].word in LEADING)
        office = j == i + 1 and tokens[i].word in _MINISTRIES
        if j > i and not alone and not office:
            yield Name(i, j)
        i = max(j, i + 1)


def people(text: str, tokens: list[Token], free: Callable[[int], bool]) -> Iterator[Name]:
    """Yield the names in a sentence that begin with a known first name, or stand before a function set beside them.

    `free` tells by offset whether a word is part of no other name.
    """
    i = 0
    while i < len(tokens):
        j = i + 1
        if is_name(text, tokens[i]) and is_first_name(text[tokens[i].start : tokens[i].end]) and free(tokens[i].start):
            while j < len(tokens):
                particle = tokens[j].word in _PARTICLES and j + 1 < len(tokens) and is_name(text, tokens[j + 1])
                if not (particle or is_name(text, tokens[j])) or not free(tokens[j].start):
                    break
                j += 1
            if j - i > 1:
                yield Name(i, j)
        elif is_name(text, tokens[i]) and free(tokens[i].start) and _is_apposed(tokens, j):
            yield Name(i, j)
        i = j


def _is_apposed(tokens: list[Token], j: int) -> bool:
    """Tell whether a function follows behind a comma: « Duval, leader du parti, », « Duval, le ministre, »"""
    k = j + 2 if j + 2 < len(tokens) and tokens[j + 1].word in ("le", "la", "l'") else j + 1
    return k < len(tokens) and tokens[j].word == "," and tokens[k].word in ROLES


def seated(text: str, tokens: list[Token], i: int) -> int | None:
    """Return the token after the name of the body that token `i` begins (« police d'Orlando »), None if it is none."""
    if tokens[i].word not in _SEATED:
        return None
    j = i + 1
    while j < min(i + _INNER, len(tokens)) and tokens[j].word not in STOP | VERBAL and text[tokens[j].start].islower():
        j += 1
    if tokens[j - 1].word not in ("de", "d'", "du"):
        return None
    first = j
    while j < len(tokens) and is_name(text, tokens[j]) and tokens[j].word not in _MINISTRIES:
        j += 1
    return j if j > first else None


def is_name(text: str, token: Token) -> bool:
    """Tell whether a token is a word with a capital that may be a name."""
    if token.word in ROLES or token.word in ("premier", "première"):
        return False
    return text[token.start].isupper() and token.end - token.start > 1 and token.word[-1] != "'"
