"""Parts of a whole: « deux tiers », « un cinquième », « la moitié ». Knows what follows them, not what bounds them."""

from __future__ import annotations

from fractions import Fraction

from depeche.suggest.figures.tokens import Gap, Kind, Tokens

_PLAIN = {"tiers": 3, "quart": 4, "quarts": 4}
# These are ordinals too (« un cinquième mandat »), and fractions only before what shows it.
_ORDINALS = {
    "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11,
    "douzième": 12, "quinzième": 15, "vingtième": 20, "trentième": 30, "centième": 100,
    "millième": 1000,
}  # fmt: skip
_ORDINALS |= {f"{word}s": n for word, n in _ORDINALS.items()}
_OF = frozenset("de du des d".split())
_AFTER_ORDINALS = _OF | frozenset("seulement environ et à en est sont ont".split())
# « tiers monde », « quart de finale », « un tiers payant »: no share of anything.
_COMPOUNDS = frozenset("monde état etat états etats payant payeur ordre lieu lieux saisi arbitre".split())
_FINALS = frozenset("finale finales final".split())
_BY = frozenset("par chez auprès envers avec contre".split())
_WHOSE = frozenset("profit bénéfice compte nom insu intermédiaire part détriment".split())
# Behind a definite article a third is told from a third party, a quarter from a shift, by what follows.
_DEFINITE = frozenset("le du au".split())


def fraction_at(tokens: Tokens, index: int, number: Fraction) -> Fraction | None:
    """Return the share that `number` makes with the denominator at `index`; None where none stands there."""
    below = _PLAIN.get(tokens[index].text) or _ORDINALS.get(tokens[index].text)
    if below is None or not tokens.follows(index) or not 1 <= number < below or _compound(tokens, index):
        return None
    after = tokens[index + 1]
    if tokens[index].text in _ORDINALS:
        ends = after.kind is not Kind.WORD or after.gap is Gap.LINE
        if not ends and after.text not in _AFTER_ORDINALS:
            return None
    elif tokens[index].text == "tiers" and number == 1 and after.text not in _OF:
        party = tokens[index - 2].text in _BY or tokens[index - 4].text in _WHOSE
        return None if party else Fraction(1, below)  # « remis par un tiers », « au profit d'un tiers »
    return Fraction(int(number), below)


def part_at(tokens: Tokens, index: int) -> Fraction | None:
    """Return the share named at `index` behind an article that stays outside: « la moitié », « le tiers »."""
    word, before, after = tokens[index].text, tokens[index - 1].text, tokens[index + 1].text
    if word == "moitié" and before in {"la", "de"} and after not in {"moins", "plus"}:
        return Fraction(1, 2)
    if (
        word in {"tiers", "quart"}
        and before in _DEFINITE
        and after in _OF | {"au", "environ"}
        and not _compound(tokens, index)
    ):
        return Fraction(1, _PLAIN[word])
    return None


def _compound(tokens: Tokens, index: int) -> bool:
    after = tokens[index + 1]
    if after.text == "-" and tokens.joined(index + 1):
        return True
    return after.text in _COMPOUNDS or (after.text == "de" and tokens[index + 2].text in _FINALS)
