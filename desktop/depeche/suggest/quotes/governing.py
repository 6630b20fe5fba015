"""What governs a phrase: the preposition before it, and where the phrase begins. Knows tokens only."""

from __future__ import annotations

from bisect import bisect_left

from depeche.suggest.quotes.grammar import CONTRACTED, DETERMINERS, PREPOSITIONS, STOP, VERBAL
from depeche.suggest.quotes.reading import Token
from depeche.suggest.quotes.roles import ROLES

CIVIL = ("m", "mm", "mme", "mmes", "mlle", ".", "dr", "pr", "me")
_ASIDE = ("côté", "part", "tour", "retour", "bref", "outre")
"""Nouns of « de son côté », « pour sa part », « à son tour »."""
_AROUND = frozenset("à au aux dans sur devant après avant pendant lors en sous depuis dès via".split())
"""Prepositions of groups that may stand between a verb and its subject."""


def token_at(tokens: list[Token], offset: int) -> int:
    """Return the number of the first token at or after `offset`."""
    return bisect_left(tokens, offset, key=lambda t: t.start)


def set_apart(tokens: list[Token], i: int, governed: str, power: bool) -> bool:
    """Tell whether the preposition before the name at token `i` governs another noun that stands between them.

    Nothing but a preposition ties a `power` to a noun: « d'une même voix Paris ».
    """
    k = i - 1
    while k >= 0 and tokens[k].word in CIVIL:
        k -= 1
    if k < 0 or not tokens[k].word[0].isalpha() or tokens[k].word in (*PREPOSITIONS, *CONTRACTED, *DETERMINERS):
        return False
    if tokens[k].word in _ASIDE or (power and governed):
        return True
    return governed in _AROUND and tokens[k].word not in ROLES


def governed_by(tokens: list[Token], i: int, reach: int, floor: int = 0) -> tuple[int, str]:
    """Return where the phrase whose name begins at token `i` begins, and the preposition that governs it, "" if none.

    At most `reach` words before the name are looked at (« l'agence officielle nord-coréenne »), none before `floor`.
    """
    begin = tokens[i].start if i < len(tokens) else tokens[-1].end
    if reach == 0 and i < len(tokens):
        if tokens[i].word in CONTRACTED:
            return begin, tokens[i].word
        if tokens[i].word in DETERMINERS:
            return begin, tokens[i - 1].word if i and tokens[i - 1].word in PREPOSITIONS else ""
    for k in range(i - 1, max(-1, i - 2 - reach), -1):
        word = tokens[k].word
        if tokens[k].start < floor:
            break
        if word in CONTRACTED or (word in PREPOSITIONS and k == i - 1):
            return begin, word
        if word in PREPOSITIONS:
            if word in ("de", "d'"):
                continue  # « l'agence de presse X »
            break
        if word in DETERMINERS:
            return tokens[k].start, tokens[k - 1].word if k and tokens[k - 1].word in PREPOSITIONS else ""
        if word == "." and k and tokens[k - 1].word in CIVIL:
            continue  # « le Dr. X »
        if not word[0].isalpha() or word in STOP or word in VERBAL:
            break
    return begin, ""
