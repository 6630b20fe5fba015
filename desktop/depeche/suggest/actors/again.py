"""Where a name that the text has announced stands again: the same words with the same capitals, and no longer name."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.mark import Mark
from depeche.suggest.actors.stops import THINGS
from depeche.suggest.actors.words import Words

_BLANK = frozenset(" ")
_LINKS = frozenset((" ", "'", "-", "&"))


def again(words: Words, known: dict[tuple[str, ...], str]) -> Iterator[Mark]:
    """Yield the places where names of organisations, by their words, stand in a text. `known` gives their values."""
    lower = {fold for fold, capital in zip(words.fold, words.capital, strict=True) if not capital}
    starts: dict[str, list[tuple[str, ...]]] = {}
    for form in known:
        starts.setdefault(form[0], []).append(form)
    for index, raw in enumerate(words.raw):
        for form in starts.get(raw, ()):
            end = index + len(form)
            if tuple(words.raw[index:end]) != form or words.link[index] == "-" or words.link[end] == "-":
                continue
            if any(not words.joined(k, _LINKS) for k in range(index + 1, end)):
                continue
            followed = words.joined(end, _BLANK) and words.is_capital(end)
            if followed and (len(form) == 1 or words.fold[end] in THINGS):
                continue
            if len(form) == 1 and words.opens[index] and words.fold[index] in lower:
                continue
            yield Mark(index, end, "ORG", known[form], 0.7, "nom repris du texte", 1)
