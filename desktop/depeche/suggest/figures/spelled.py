"""The number words that stand in a row in a text; `numbers` says what they are worth."""

from __future__ import annotations

from depeche.suggest.figures.numbers import LARGE_WORDS, LONGEST, NUMBER_WORDS
from depeche.suggest.figures.tokens import Tokens


def number_words(tokens: Tokens, index: int) -> tuple[list[str], list[int]]:
    """Return the number words from `index` on, and the position after each (0 after « et », where none may end)."""
    words: list[str] = []
    ends: list[int] = []
    at = index
    while at - index < LONGEST and (at == index or tokens.follows(at)):
        word = tokens[at].text
        if word in NUMBER_WORDS or word in LARGE_WORDS:
            words.append(word)
            ends.append(at + 1)
        elif word == "et" and words and _after_hyphen(tokens, at + 1) in {"un", "une", "onze"}:
            words.append("et")
            ends.append(0)
        elif word != "-" or not words or not (tokens.joined(at) and tokens.joined(at + 1)):
            break
        at += 1
    return words, ends


def _after_hyphen(tokens: Tokens, index: int) -> str:
    return tokens[index + 1 if tokens[index].text == "-" else index].text
