"""The halves of a country: « le Nord », « le Sud » where the Koreas are meant."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.suggest.actors.mark import Mark
from depeche.suggest.actors.words import Words

_OF = frozenset(("de", "d"))
_NOT_HALVES = frozenset(
    "coree dans vers pole mer gare afrique amerique asie europe soudan macedoine irlande chypre hemisphere".split()
)


_COMPASS = frozenset(("de", "du", "des", "est", "ouest", "d", "et"))


def halves(words: Words) -> Iterator[Mark]:
    """Yield « le Nord », « le Sud » as the Koreas, in a text that names both, where no compass point is meant."""
    pairs = set(zip(words.fold, words.fold[1:], strict=False))
    of = {words.fold[k + 1] for k in range(1, len(words) - 1) if words.fold[k - 1 : k + 1] == ["coree", "du"]}
    north = "nord" in of or ("nord", "coreen") in pairs or ("nord", "coreenne") in pairs
    south = "sud" in of or ("sud", "coreen") in pairs or ("sud", "coreenne") in pairs
    if not (north and south):
        return
    for index, word in enumerate(words.fold):
        if word not in ("nord", "sud") or not words.capital[index] or words.raw[index].isupper():
            continue
        if not words.joined(index, frozenset(" ")) or words.at(index - 1) not in ("le", "au", "du"):
            continue
        if words.at(index - 2) in _NOT_HALVES or words.link[index + 1] == "-":
            continue
        after, infinitive = words.at(index + 1), words.at(index + 2).endswith(("er", "ir", "re"))
        # « accuser le Nord de mentir », but « le Nord de la France »
        both = words.at(index + 2) in ("du", "le", "au") and words.at(index + 3) in ("nord", "sud") and after == "et"
        if words.joined(index + 1) and after in _COMPASS and not (after in _OF and infinitive) and not both:
            continue
        yield Mark(index, index + 1, "GPE", f"Corée du {words.raw[index]}", 0.8, "moitié de la Corée", 2)
