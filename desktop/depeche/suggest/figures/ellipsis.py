"""Units that go without saying, since another figure near by shows them. Knows figures, no dates."""

from __future__ import annotations

from depeche.suggest.figures.grammar import Figure
from depeche.suggest.figures.tokens import Kind, Tokens
from depeche.suggest.figures.units import Family

Counted = tuple[Figure, str | None]
"""A figure and its unit."""

_SENTENCE = 40
"""No more tokens back than this is the noun looked for that goes without saying."""
_ENDS = frozenset(".!?…")
_HAVING = frozenset(
    "ont sont étaient avaient seraient auraient seront auront furent eurent restent restaient figurent".split()
)
_OF_THEM = frozenset(
    "a ont avait avaient aurait auraient est sont compte comptait comptent comptaient dénombre dénombrait dénombrent "
    "recense recensait recensent reste restait faut faudrait admet admettent obtient obtiennent perd perdent gagne "
    "gagnent totalise avance évoque évoquent".split()
)
_NEXT = 4
_LINKS = frozenset({",", "ou", "à", "voire", "contre"})
_VOTES = frozenset("voix votes suffrages".split())
_MILLION = 10**6


def with_shared_units(tokens: Tokens, figures: list[Counted]) -> list[Counted]:
    """Give figures the unit that the one behind shows (« 12, 15 et 18 ans », « 22 des 27 gouvernements »), or else the
    one before (« 41 soldats tués, contre 37 », « 85 milliards d'euros, dont 33 milliards en 2014 »)."""
    return _from_before(tokens, _from_behind(tokens, figures))


def _from_behind(tokens: Tokens, figures: list[Counted]) -> list[Counted]:
    shared: list[Counted] = []
    following: Counted | None = None
    for figure, unit in reversed(figures):
        quake = tokens[figure.start - 1].text == "magnitude"
        if unit is None and following is not None and following[1] is not None and not quake:
            gap = following[0].start - figure.end
            links = _LINKS | {"et"} if following[0].unit is not None else _LINKS
            if gap == 1 and tokens[figure.end].text in links and tokens.follows(figure.end + 1):
                unit = following[1]
            elif gap in {1, 2} and following[0].unit is None and tokens[figure.end].text in {"des", "de"}:
                unit = following[1]  # « 22 des 27 gouvernements », « quatre de leurs cinq matchs »
        following = (figure, unit)
        shared.append(following)
    return shared[::-1]


def _from_before(tokens: Tokens, figures: list[Counted]) -> list[Counted]:
    shared: list[Counted] = []
    noun: Counted | None = None
    money: Counted | None = None
    for figure, unit in figures:
        if unit is None and shared and shared[-1][1] is not None and _against(tokens, shared[-1], figure):
            unit = shared[-1][1]
        others = unit is not None and unit.endswith("ées") and tokens[figure.end].text == "autres"
        if (unit is None or others) and noun is not None and _goes_on(tokens, noun[0], figure):
            unit = noun[1]
        elif unit is None and money is not None and _is_sum(tokens, money[0], figure):
            unit = money[1]
        shared.append((figure, unit))
        part = noun is not None and tokens[figure.start - 1].text == "dont" and _near(tokens, noun[0], figure)
        if figure.unit is None and unit is not None and not part:
            noun = (figure, unit)
        elif figure.unit is not None and figure.unit.family is Family.MONEY:
            money = (figure, unit)
    return shared


def _against(tokens: Tokens, before: Counted, figure: Figure) -> bool:
    """Tell whether two figures of one kind stand against one another: « 38 % contre 34 », « 52 voix, 48 contre »."""
    if not _near(tokens, before[0], figure) or any(
        tokens[at].text in _ENDS for at in range(before[0].end, figure.start)
    ):
        return False
    voted = before[1] in _VOTES and tokens[figure.end].text in {"contre", "pour"}
    lead = tokens[figure.start - 1].text
    if lead == "dont":
        measure = before[0].unit  # « 153 GW, dont 12,5 », « cinq ans de prison, dont trois avec sursis »
        return measure is not None and (figure.first.digits or measure.family is Family.TIME)
    return voted or lead == "contre" or (lead in {"puis", "voire"} and figure.start - before[0].end <= _NEXT)


def _is_sum(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Tell whether a bare « 33 milliards » is of the currency named before on the same line."""
    large = figure.last.multiple and figure.low >= _MILLION and not figure.first.blur
    return large and tokens[figure.end].text not in {"de", "d"} and _near(tokens, before, figure, 3 * _SENTENCE)


def _near(tokens: Tokens, before: Figure, figure: Figure, reach: int = _SENTENCE) -> bool:
    """Tell whether two figures stand on one line, no more than `reach` tokens apart."""
    apart = figure.start - before.end
    return 0 <= apart < reach and all(tokens.follows(at) for at in range(before.end, figure.start + 1))


def _goes_on(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """Tell whether a bare figure counts what the one before does, by the words beside it."""
    if (
        not _near(tokens, before, figure)
        or figure.unit is not None
        or (figure.low.denominator != 1 and not figure.first.fraction)
    ):
        return False
    sentences = sum(tokens[at].text in _ENDS and tokens[at + 1].upper for at in range(before.end, figure.start))
    lead, after = tokens[figure.start - 1].text, tokens[figure.end]
    then = tokens[figure.end + 1].text
    if after.text == "d" and tokens[figure.end + 2].text == "entre":
        return sentences <= 1
    if _of_them(tokens, figure.start):
        return sentences <= 1
    if after.text in {"se", "en"} or (after.text == "d" and tokens[figure.end + 2].text == "autres"):
        after = tokens[figure.end + (3 if after.text == "d" else 1)]
    if after.text in _HAVING or (after.text == "a" and then == "été"):
        return sentences <= 1
    if sentences:
        return False
    if figure.first.blur and after.text.endswith(("ées", "és", "ues", "ies")):
        return True  # « dix morts et une quinzaine blessés »
    if after.text == "selon" or (after.text == "d" and tokens[figure.end + 2].text == "après"):
        return True  # « 15 000 manifestants selon la police, 100 000 selon les syndicats »
    return lead == "dont" or (after.text == "de" and then in {"plus", "moins"}) or after.text == "autres"


def _of_them(tokens: Tokens, start: int) -> bool:
    """Tell whether « en » before the verb stands for the noun: « n'en a recensé que 14 »."""
    for at in range(start - 1, start - 6, -1):
        if tokens[at].kind is not Kind.WORD and tokens[at].text != "'":
            return False
        if tokens[at].text == "en":
            return tokens[at + 1].text in _OF_THEM
    return False
