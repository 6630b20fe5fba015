"""A whole figure: one amount or two, with what bounds or blurs them. Knows neither negatives nor nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from depeche.suggest.figures.numbers import show
from depeche.suggest.figures.quantity import Quantity, quantity_at
from depeche.suggest.figures.tokens import Gap, Kind, Phrases, Tokens
from depeche.suggest.figures.units import Family, Unit
from depeche.suggest.figures.words import YEAR_CUES


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at tokens `start` to `end` (exclusive); `core` is where its first number begins, `last` its last amount.

    `low` is the amount, `high` the upper end of a range or None. `mod` is one of about, at_least, at_most, more_than,
    less_than, or empty. `bound` is the word that gave it, for the reason shown.
    """

    start: int
    end: int
    core: int
    first: Quantity
    last: Quantity
    low: Fraction
    high: Fraction | None = None
    mod: str = ""
    bound: str = ""

    @property
    def unit(self) -> Unit | None:
        """The measure the figure carries, None where it counts things or nothing."""
        return self.last.unit

    @property
    def value(self) -> str:
        """The value as the annotation guide writes it."""
        percent = " %" if self.last.fraction and self.unit is not None and self.unit.code == "%" else ""
        share = self.last.fraction and not percent and self.unit is None
        whole = self.last.whole
        number = f"{self.low * whole}/{whole}" if whole else show(self.low, share) + percent
        if self.high is not None:
            return f"{number}..{show(self.high)}"
        return {"about": "~{}", "at_least": "{}..", "more_than": "{}..", "at_most": "..{}", "less_than": "..{}"}.get(
            self.mod, "{}"
        ).format(number)


_CLOSE = ("proche", "proches", "voisin", "voisine", "voisins", "voisines")


def _bounds() -> dict[str, str]:
    more = ("", "un peu ", "bien ", "beaucoup ", "nettement ", "largement ", "légèrement ", "sensiblement ")
    table = {f"{how}plus {of}": "more_than" for how in more for of in ("de", "d'")}
    table |= {f"{how}moins {of}": "less_than" for how in more for of in ("de", "d'")}
    table |= {f"pas plus {of}": "at_most" for of in ("de", "d'")}
    table |= {f"pas moins {of}": "at_least" for of in ("de", "d'")}
    about = (
        "env., quelque, quelques, environ, près de, près d', à peu près, presque, autour de, autour d', "
        "aux alentours de, aux environs de, dans les environs de, environs, pres de, prés de, de l'ordre de, "
        "de l'ordre d', approximativement, à peine, pratiquement, quasiment, plus ou moins, grosso modo"
    )
    table |= dict.fromkeys(about.split(", "), "about")
    table |= {f"{word} {of}": "about" for word in _CLOSE for of in ("de", "d'")}
    most = "jusqu'à, jusqu'à hauteur de, au plus, au maximum, maximum, tout au plus, un maximum de"
    table |= dict.fromkeys(most.split(", "), "at_most")
    least = "au moins, à tout le moins, au minimum, minimum, au bas mot, un minimum de, pour le moins"
    table |= dict.fromkeys(least.split(", "), "at_least")
    return table


_BOUNDS = Phrases(_bounds())
_ALMOST = ("environ", "presque", "quasiment", "pratiquement", "à peu près", "à peine", "plus ou moins", "autour de")
_SHARE_BOUNDS = Phrases(
    {
        f"{word} {article}": mod
        for word, mod in {"plus": "more_than", "moins": "less_than", "près": "about"}.items()
        for article in ("des", "du", "de la", "de l'", "d'", "de")
    }
    | {f"{word} {article}": "about" for word in _ALMOST for article in ("la", "le", "les")}
    | {f"{bound} {article}": "at_least" for bound in ("au moins", "au minimum") for article in ("la", "le", "les")}
    | {f"{bound} {article}": "at_most" for bound in ("au plus", "au maximum") for article in ("la", "le", "les")}
    | {"jusqu'aux": "at_most", "jusqu'au": "at_most", "jusqu'à la": "at_most"}
)
_AFTER = Phrases(
    {"environ": "about", "au moins": "at_least", "au minimum": "at_least", "minimum": "at_least", "au plus": "at_most",
     "au maximum": "at_most", "maximum": "at_most", "tout au plus": "at_most", "et plus": "at_least",
     "ou plus": "at_least", "et moins": "at_most", "ou moins": "at_most"}
)  # fmt: skip
_MOST_BOUNDS = 4
# Verbs that lead from one state to another; « augmenter de 2 à 3 % » says by how much, and is a range.
_CHANGES = re.compile(
    r"(?:re)?(?:pass|port|ramen|relev|abaiss|bascul|évolu)"
    r"(?:er?|ée?s?|ant|ai[st]|aient|er(?:a|ont|ait|aient)|ent|èrent|a)"
)
_CHANGE_REACH = 7


def figure_at(tokens: Tokens, index: int, floor: int) -> Figure | None:
    """Return the figure whose number begins at token `index`; what bounds it is not looked for before `floor`."""
    first = quantity_at(tokens, index)
    if first is None:
        return None
    if first.start < floor:
        first = replace(first, start=index, unit=None)  # the currency sign belongs to the figure before
    figure = Figure(first.start, first.end, first.start, first, first, first.number, mod=first.blur)
    between = tokens[_bounded(tokens, figure, floor).start - 1].text == "entre"
    figure = _ranged(tokens, figure, between)
    bounded = _bounded(tokens, figure, floor)
    if figure.high is not None and between and bounded.start > floor:
        bounded = replace(bounded, start=bounded.start - 1)
    signed = _signed(tokens, _trailed(tokens, bounded), floor)
    return signed if signed.start == bounded.start or signed.high is not None else _bounded(tokens, signed, floor)


_WHOLES = frozenset({*range(2, 11), 20, 100, 1000, 10_000, 100_000})


def share_of(tokens: Tokens, start: int, part: Fraction, whole: Figure, floor: int) -> Figure | None:
    """Return the share that the number `part` at `start` makes with the bare `whole` behind « sur »: « neuf femmes sur
    dix ». None where the two count: « 30 sièges sur 150 », « 12 points sur 10 »."""
    plain = whole.unit is None and whole.high is None and not whole.first.multiple and whole.low in _WHOLES
    if not plain or not 1 <= part < whole.low or part.denominator != 1:
        return None
    digits = tokens[start].kind is Kind.NUMBER
    end = whole.first.end
    share = Quantity(start, end, part / whole.low, part, digits, fraction=True, whole=int(whole.low))
    found = Figure(start, end, start, share, share, share.number)
    bounded = _bounded(tokens, found, floor)
    return bounded if whole.end == end else replace(bounded, end=whole.end, mod=whole.mod, bound=whole.bound)


def _ranged(tokens: Tokens, figure: Figure, between: bool) -> Figure:
    """Return `figure` with the amount behind « à », « ou », a hyphen, or « et » after « entre »."""
    first, at = figure.first, figure.end
    word = tokens[at].text
    if word in ({"et"} if between else {"à", "ou", "-"}) and tokens.follows(at) and tokens.follows(at + 1):
        at += 1
    else:
        return figure
    if word == "-" and not (tokens.joined(at - 1) and tokens.joined(at)):
        return figure
    bound = _BOUNDS.at(tokens, at)
    second = quantity_at(tokens, bound[0] if bound else at)
    if second is None or first.fraction or second.fraction:
        return figure
    if tokens[first.start - 1].text == "magnitude" and second.unit is not None:
        return figure  # « de magnitude 6,2 à 10 km de profondeur »
    if first.unit is not None and (second.unit is None or second.unit != first.unit):
        return figure
    if len(tokens[first.start].text) == 4 and first.unit is None and tokens[first.start - 1].text in YEAR_CUES:
        return figure  # « de 6 % en 2015 à 8 % »
    low = _shared(first, second)
    if low >= second.number or (word == "à" and _changes(tokens, first.start)):
        return figure
    return replace(figure, end=second.end, last=second, low=low, high=second.number, mod="")


def _shared(first: Quantity, second: Quantity) -> Fraction:
    """Return the lower end of a range, with the multiple or the thousands that only its upper end shows."""
    low = first.number
    if first.multiple or first.unit is not None or low >= 1000:
        return low
    if second.multiple and second.coefficient and low < second.coefficient:
        return low * second.number / second.coefficient  # « 20 à 30 millions »
    if second.digits and not second.multiple and low * 1000 < second.number and second.number % 1000 == 0:
        return low * 1000 if low == int(low) else low  # « 25 à 30.000 »
    return low


def _changes(tokens: Tokens, start: int) -> bool:
    """Tell whether « de X à Y » goes from one state to another (« est passé de 2 à 3 % ») and so gives two figures."""
    if tokens[start - 1].text != "de":
        return False
    for at in range(start - 2, start - 2 - _CHANGE_REACH, -1):
        word = tokens[at]
        if word.kind not in {Kind.WORD, Kind.NUMBER} and word.text not in {"'", "-"}:
            return False
        reach = word.text.startswith("portée") and not tokens[at - 1].text.startswith(("été", "est", "sont"))
        if word.kind is Kind.WORD and _CHANGES.fullmatch(word.text) and tokens[at + 1].text != "-" and not reach:
            return True  # « porté de 300 à 500 » (but « d'une portée de 300 à 500 km »)
        if not tokens.follows(at):
            return False
    return False


def _bounded(tokens: Tokens, figure: Figure, floor: int) -> Figure:
    """Return `figure` with the words before it that bound or blur it, from the nearest to the farthest."""
    start, mod, bound = figure.start, figure.mod, figure.bound
    for _ in range(_MOST_BOUNDS):
        found = (_SHARE_BOUNDS if figure.first.fraction and start == figure.core else _BOUNDS).before(tokens, start)
        if found is None and figure.first.fraction:
            found = _BOUNDS.before(tokens, start)
        if found is None or found[0] < floor or not tokens.follows(start) or _besides(tokens, found[0], figure):
            break
        bound = tokens.text[tokens[found[0]].start : tokens[start - 1].end]
        start, mod = found[0], _outer(found[1], mod)
    if tokens[start - 1].kind is Kind.QUOTE and start > floor and not bound:
        # A figure stays on its side of a quotation mark, yet is bounded by what stands before: « jusqu'à "neuf… ».
        found = _BOUNDS.before(tokens, start - 1)
        if found is not None and tokens[start - 1].gap is not Gap.LINE and tokens[start].gap is not Gap.LINE:
            mod = _outer(found[1], mod)
            bound = tokens.text[tokens[found[0]].start : tokens[start - 2].end]
    return (
        replace(figure, start=start, mod=mod, bound=bound)
        if figure.high is None
        else replace(figure, start=start, mod=mod if mod == "about" else "", bound=bound)
    )


def _outer(outer: str, inner: str) -> str:
    return inner if outer == "about" and inner else outer


def _besides(tokens: Tokens, start: int, figure: Figure) -> bool:
    """Tell whether what seems a bound is none: « en plus de 300 soldats » (but « en plus de trois ans » measures)."""
    if tokens[start].text in _CLOSE:
        return figure.unit is None  # « des élus proches de deux ministres »
    return tokens[start - 1].text == "en" and tokens[start].text == "plus" and figure.unit is None


def _trailed(tokens: Tokens, figure: Figure) -> Figure:
    """Return `figure` with the bound right behind it: « 300 km environ », « 18 ans et plus »."""
    found = _AFTER.at(tokens, figure.end)
    if found is None or not tokens.follows(figure.end) or figure.high is not None or figure.bound:
        return figure
    after = tokens[found[0]]
    # « la moitié au moins des élus », « à 450 km environ des côtes »
    besides = tokens[figure.end].text in {"et", "ou"}  # « à 11 heures et plus de deux cents familles »
    free = figure.first.fraction or (figure.unit is not None and not besides)
    of = () if free else ("de", "d", "du", "des")
    if after.gap is not Gap.LINE and (after.kind is Kind.NUMBER or after.text in {"un", "une", *of}):
        return figure  # the bound of the next figure
    bound = tokens.text[tokens[figure.end].start : tokens[found[0] - 1].end]
    return replace(figure, end=found[0], mod=found[1], bound=bound)


_MINUS = "\u2212"  # nothing but a minus, unlike the hyphen and the dash
# Behind one of these stands an amount, never a dash.
_LEADS = frozenset("à de par et ou est était sera fait faisait fera jusqu'à entre affiche atteint environ".split())
_NO_MINUS = frozenset("au du le ou en ni pas".split())


def _signed(tokens: Tokens, figure: Figure, floor: int) -> Figure:
    """Return `figure` with the sign right before its digits: « -2,5 % », « +3 % »."""
    sign, start = tokens[figure.start - 1], figure.start
    before = tokens[start - 2]
    if figure.high is not None or start - 1 < floor or figure.start != figure.core or not tokens.follows(start):
        return figure
    scaled = figure.unit is not None and (figure.unit.family is Family.PERCENT or figure.unit.code == "°C")
    if sign.text == "moins":
        below = scaled and before.kind is not Kind.NUMBER and before.text not in _NO_MINUS
        return replace(figure, start=start - 1, low=-figure.low) if below else figure
    if sign.text not in {"-", "+"} or not figure.first.digits:
        return figure
    if tokens.joined(start - 1) and before.text not in {"(", "/"}:
        return figure
    led = tokens.follows(start - 1) and before.text in _LEADS
    if tokens.joined(start):
        if not scaled and not (led and sign.text == "-"):
            return figure
    elif not scaled or not (led or tokens.text[sign.start] == _MINUS) or before.kind is Kind.NUMBER:
        return figure  # « Paris - 5 % », a dash
    low = -figure.low if sign.text == "-" else figure.low
    return replace(figure, start=start - 1, low=low)
