"""Sites named by their address: `selon meteo-plaine.fr`. The address is what the text says, not where a link leads."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.mark import Mark
from depeche.suggest.actors.words import Words

_ENDINGS = frozenset("com fr org net info eu be ch ca ru uk tv it es co me us cd tg ml sn ci gov edu dz ma tn".split())
_BEFORE = frozenset("/@.-_:?=&#%")


def websites(words: Words) -> Iterator[Mark]:
    """Yield the addresses of a text that stand alone, without path or mail box."""
    text = words.text
    index = 1
    while index < len(words):
        if words.link[index] != "." or words.fold[index] not in _ENDINGS or not words.raw[index].islower():
            index += 1
            continue
        if text[words.end[index - 1] : words.start[index]] != ".":
            index += 1
            continue
        first, last = index - 1, index + 1
        while first > 0 and words.link[first] == "-" and not words.capital[first - 1]:
            first -= 1
        while words.at(last) in _ENDINGS and text[words.end[last - 1] : words.start[last]] == ".":
            last += 1
        index = last
        if words.joined(first, frozenset(" ")) and words.raw[first - 1] in ("Le", "La", "Les") and words.capital[first]:
            first -= 1
        before = text[words.start[first] - 1] if words.start[first] else " "
        after = text[words.end[last - 1] : words.end[last - 1] + 1]
        if before in _BEFORE or after in ("/", "@", "?", "-") or len(words.raw[first]) < 3:
            continue
        yield Mark(first, last, "ORG", words.surface(first, last), 0.7, "site nommé par son adresse", 3)
