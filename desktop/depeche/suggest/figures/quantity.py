"""One amount: a number with multiple, unit and rate, or a blurred one (« des milliers »). Knows no bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from depeche.suggest.figures.durations import with_minutes
from depeche.suggest.figures.isolation import counts_forty
from depeche.suggest.figures.numbers import LARGE_WORDS, NUMBER_WORDS, read_digits, read_words
from depeche.suggest.figures.shares import fraction_at, part_at
from depeche.suggest.figures.spelled import number_words
from depeche.suggest.figures.tokens import Kind, Tokens
from depeche.suggest.figures.units import Family, Unit, currency_before, multiple_at, points_at, rate_at, unit_at


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount at tokens `start` to `end` (exclusive).

    `number` is the value, `coefficient` what is written before the multiple. `blur` says how the words themselves
    are vague: "" not, "about" (« une douzaine »), "at_least" (« des milliers »). `digits`: written in digits.
    `whole` is what a share is written as parts of, 10 in « huit femmes sur dix », and 0 elsewhere.
    """

    start: int
    end: int
    number: Fraction
    coefficient: Fraction
    digits: bool
    multiple: bool = False
    unit: Unit | None = None
    rate: str = ""
    blur: str = ""
    fraction: bool = False
    whole: int = 0


_COLLECTIVES = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000, "million": 10**6, "milliard": 10**9,
}  # fmt: skip
_PLURALS = {
    "dizaines": 10, "douzaines": 12, "centaines": 100, "milliers": 1000, "millions": 10**6, "milliards": 10**9,
}  # fmt: skip
# Also an isolation: counts only with what it counts.
_NEEDS_NOUN = frozenset({"quarantaine"})
_SIZES = frozenset("bon bonne petit petite gros grosse".split())
_SOME = frozenset("plusieurs quelques quelque nombreux nombreuses".split())
_OF = frozenset("de du des d".split())
_LONG = frozenset(
    "long longs longue longues bon bons bonne bonnes petit petits petite petites gros grosse grosses".split()
)
_MOST_MULTIPLES = 3  # « deux dizaines de milliers de milliards »
_BETWEEN = frozenset("autre autres bons petits nouveaux premiers derniers prochains".split())
_HALF = frozenset({"demi", "demie"})
_MILLION = 10**6


def quantity_at(tokens: Tokens, index: int) -> Quantity | None:
    """Return the amount that begins at token `index`, with its unit and rate; None if none does."""
    token = tokens[index]
    if token.kind is Kind.NUMBER:
        return _from_digits(tokens, index)
    if token.kind is not Kind.WORD:
        return None
    return _half(tokens, index) or _collective(tokens, index) or _share(tokens, index) or _from_words(tokens, index)


def _from_digits(tokens: Tokens, index: int) -> Quantity | None:
    number = read_digits(tokens[index].text)
    if number is None:
        return None
    slash = tokens[index + 1].text == "/" and tokens.joined(index + 1) and tokens.joined(index + 2)
    if slash and tokens[index + 2].kind is Kind.NUMBER:
        below = read_digits(tokens[index + 2].text)
        if below is None or not 2 <= below <= 10 or not 1 <= number < below or tokens[index + 3].text == "/":
            return None
        share = Fraction(int(number), int(below))
        return Quantity(index, index + 3, share, share, True, fraction=True)
    money = currency_before(tokens, index)
    found = _measured(tokens, _multiplied(tokens, Quantity(index, index + 1, number, number, True)))
    if money is not None and found.unit is None:
        found = replace(found, start=money[0], unit=money[1])
    return found


def _from_words(tokens: Tokens, index: int) -> Quantity | None:
    words, ends = number_words(tokens, index)
    for count in range(len(words), 0, -1):
        number = read_words(words[:count]) if ends[count - 1] and words[0] not in LARGE_WORDS else None
        if number is None:
            continue
        large = words[count - 1] in LARGE_WORDS
        head = read_words(words[: count - 1]) if large and count > 1 and ends[count - 2] else None
        found = Quantity(index, ends[count - 1], number, head if head is not None else number, False, large)
        share = _fractioned(tokens, found)
        if share is not None:
            return share
        found = _pointed(tokens, found)
        found = _measured(tokens, _halved(tokens, found) if large else _multiplied(tokens, found))
        one = number == 1 and words[0] in {"un", "une"} and count == 1
        return None if one and not _one_counts(tokens, found) else found
    return None


def _pointed(tokens: Tokens, found: Quantity) -> Quantity:
    """Return `found` with the decimals behind « virgule » (« deux virgule cinq »)."""
    at = found.end
    if tokens[at].text != "virgule" or not tokens.follows(at) or found.multiple:
        return found
    zeros = 0
    while tokens[at + 1 + zeros].text == "zéro":
        zeros += 1
    words, ends = number_words(tokens, at + 1 + zeros)
    for count in range(len(words), 0, -1):
        decimals = read_words(words[:count]) if ends[count - 1] and words[count - 1] not in LARGE_WORDS else None
        if decimals is not None and decimals.denominator == 1:
            number = found.number + decimals / 10 ** (zeros + len(str(decimals.numerator)))
            return replace(found, end=ends[count - 1], number=number, coefficient=number)
    return found


def _one_counts(tokens: Tokens, found: Quantity) -> bool:
    """Tell whether « un » is a number here: before a multiple or a measure, not as the article it mostly is."""
    if found.multiple or found.number != 1 or _begins_range(tokens, found):
        return True
    least = tokens[found.start - 1].text in _LEAST and tokens[found.start - 2].text == "au"
    if least and found.unit is None and tokens[found.end].text in _TOLL and tokens.follows(found.start):
        return True  # « au moins un mort » (but « au moins une sécheresse »)
    if found.unit is None or (found.unit.family is Family.TIMES and not found.rate):
        return False
    before, after = tokens[found.start - 1].text, tokens[found.end]
    if found.unit.code == "secondes" and after.kind is Kind.WORD and after.text not in _AFTER_SECOND:
        return False  # « une seconde phase »
    if before in _BOUNDING or found.rate:
        return True
    if before == "'" and tokens[found.start - 2].text == "d" and found.unit.code != "week-ends":
        return not _has_own_length(tokens, found.end)
    return found.unit.code not in {"jours", "années", "journées", "nuits", "siècles", "semaines", "minutes", "pieds",
                                   "week-ends", "barils", "heures", "secondes", "décennies"}  # fmt: skip


_LEAST = frozenset("moins minimum maximum plus".split())
_TOLL = frozenset(
    "mort morte blessé blessée tué victime personne homme femme enfant soldat civil policier militaire disparu otage "
    "manifestant rebelle djihadiste combattant habitant missile drone char avion de".split()
)
_BOUNDING = frozenset(
    "pendant durant moins plus environ presque peine quasiment pratiquement maximum minimum quelque".split()
)
_AFTER_SECOND = frozenset(
    "de d à après avant par et ou plus pour du environ seulement derrière devant sur près en".split()
)


def _has_own_length(tokens: Tokens, index: int) -> bool:
    """Tell whether how long it is stands behind: « d'une semaine de travail de quatre jours »."""
    for at in range(index, index + 4):
        if tokens[at].text == "de" and (tokens[at + 1].text in NUMBER_WORDS or tokens[at + 1].kind is Kind.NUMBER):
            return at > index or tokens[at + 1].kind is Kind.NUMBER or tokens[at + 1].text not in {"un", "une"}
        if tokens[at].kind is not Kind.WORD:
            return False
    return False


def _begins_range(tokens: Tokens, found: Quantity) -> bool:
    """Tell whether « un » begins a range in words: « un à trois ans », « une ou deux personnes »."""
    if tokens[found.end].text not in {"à", "ou"} or found.unit is not None or not tokens.follows(found.end + 1):
        return False
    elided = tokens[found.start - 1].text == "'" and tokens[found.start - 2].text == "l"
    return not elided and tokens[found.end + 1].text in _SMALL


_SMALL = frozenset("deux trois quatre cinq six sept huit neuf dix".split())


def _fractioned(tokens: Tokens, head: Quantity) -> Quantity | None:
    """Return « deux tiers », « un quart », « trois quarts d'heure »: a small number before a denominator."""
    share = fraction_at(tokens, head.end, head.number)
    if share is None:
        return None
    found = Quantity(head.start, head.end + 1, share, share, False, fraction=True)
    if tokens[found.end].text == "d":
        hour = unit_at(tokens, found.end + 2, False)
        if hour is not None and hour[1].family is Family.TIME:
            return replace(found, end=hour[0], unit=hour[1])
    return found


def _share(tokens: Tokens, index: int) -> Quantity | None:
    """Return « moitié », « tiers », « quart » behind a definite article that stays outside."""
    share = part_at(tokens, index)
    if share is None:
        return None
    if tokens[index].text != "moitié":
        return Quantity(index, index + 1, share, share, False, fraction=True)
    half = Fraction(50)
    return Quantity(index, index + 1, half, half, False, unit=Unit("%", Family.PERCENT), fraction=True)


def _half(tokens: Tokens, index: int) -> Quantity | None:
    """Return « une demi-heure », « une demi-douzaine »."""
    if tokens[index].text not in {"un", "une"} or tokens[index + 1].text not in _HALF:
        return None
    at = index + (3 if tokens[index + 2].text == "-" else 2)
    if (dozen := _COLLECTIVES.get(tokens[at].text)) is not None:
        number = Fraction(dozen) / 2
        return _measured(tokens, Quantity(index, at + 1, number, number, False, True, blur="about"))
    unit = unit_at(tokens, at, False)
    half = Fraction(1, 2)
    return Quantity(index, unit[0], half, half, False, unit=unit[1]) if unit else None


def _collective(tokens: Tokens, index: int) -> Quantity | None:
    """Return « une douzaine », « des milliers », « quelques centaines de millions »; « la » stays outside."""
    at, first = index, tokens[index].text
    if first == "de" and tokens[at + 1].text in {"nombreux", "nombreuses"}:
        at += 1
    if tokens[at].text in {"un", "une", "des"} or tokens[at].text in _SOME:
        at += 1
        while tokens[at].text in _SIZES:
            at += 1
    if not tokens.follows(at) and at > index:
        return None
    word = tokens[at].text
    blur, size = ("at_least", _PLURALS[word] * 2) if word in _PLURALS else ("about", _COLLECTIVES.get(word, 0))
    if not size or (first in {"un", "une"} and blur != "about") or (first == "des" and blur != "at_least"):
        return None
    definite = tokens[index - 1].text in {"la", "cette", "le", "ce"} and tokens[at + 1].text in _OF
    if word in {"million", "milliard"}:  # « un million » is exact
        whole = Quantity(index, at + 1, Fraction(size), Fraction(1), False, True)
        return _measured(tokens, whole) if definite and at == index else None
    if blur == "about" and first not in {"un", "une"} and first not in _SOME and not definite:
        return None
    if word in _NEEDS_NOUN and not counts_forty(tokens, index, at + 1):
        return None
    number = Fraction(size)
    found = Quantity(index, at + 1, number, number, False, True, blur=blur)
    for _ in range(_MOST_MULTIPLES):
        if (more := _multiple_of(tokens, found.end)) is not None:
            found = replace(found, end=more[0], number=found.number * more[1])
    return _measured(tokens, found)


def _multiple_of(tokens: Tokens, index: int) -> tuple[int, Fraction] | None:
    return multiple_at(tokens, index + 1) if tokens[index].text == "de" and tokens.follows(index) else None


def _multiplied(tokens: Tokens, found: Quantity) -> Quantity:
    """Return `found` with the multiples behind it: « 12 millions », « deux douzaines », « 2 millions et demi »."""
    for _ in range(_MOST_MULTIPLES):
        more = multiple_at(tokens, found.end)
        if more is None and tokens[found.end].text in _BETWEEN and tokens.follows(found.end):
            more = multiple_at(tokens, found.end + 1)  # « six autres millions »
        if more is None and found.multiple:
            more = _multiple_of(tokens, found.end)
        size = _PLURALS.get(tokens[found.end].text) if tokens.follows(found.end) and not found.multiple else None
        if more is None and size is not None:
            more = found.end + 1, Fraction(size)
        if more is None:
            break
        found = replace(found, end=more[0], number=found.number * more[1], multiple=True)
    return _halved(tokens, found) if found.multiple else found


def _halved(tokens: Tokens, found: Quantity) -> Quantity:
    """Return `found` with « et demi » behind it, half of its last multiple."""
    if tokens[found.end].text != "et" or tokens[found.end + 1].text not in _HALF or not found.coefficient:
        return found
    return replace(found, end=found.end + 2, number=found.number + found.number / found.coefficient / 2)


def _measured(tokens: Tokens, found: Quantity) -> Quantity:
    """Return `found` with the unit behind it, « de » between where a multiple asks for it, and the rate behind that."""
    at = found.end
    millions = found.digits and found.number >= _MILLION  # « 68 000 000 de mètres cubes »
    if (found.multiple or millions) and tokens[at].text in {"de", "d"} and tokens.follows(at):
        at += 2 if tokens[at].text == "d" else 1
    unit = unit_at(tokens, at, found.digits)
    if unit is None and at == found.end and tokens[at].text in _LONG and tokens.follows(at):
        unit = unit_at(tokens, at + 1, False)
        unit = unit if unit is not None and unit[1].family is Family.TIME else None
    unit = unit or points_at(tokens, found.start, at)
    if unit is None:
        return found
    end, kind = unit
    number = found.number
    if kind.family is Family.TIME and tokens[end].text == "et" and tokens[end + 1].text in _HALF:
        end, number = end + 2, number + Fraction(1, 2)
    if (
        kind.code == "heures"
        and found.digits
        and (longer := with_minutes(tokens, found.start, end, number)) is not None
    ):
        return replace(found, end=longer[0], number=longer[1], unit=longer[2])
    rate = rate_at(tokens, end)
    return replace(found, end=rate[0] if rate else end, number=number, unit=kind, rate=rate[1] if rate else "")
