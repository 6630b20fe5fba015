"""Numbers of units: « trois jours », « plus de deux ans et demi », « une dizaine d'années »."""

from __future__ import annotations

from depeche.suggest.dates.moments import Amount, Bound, Unit
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import COLLECTIVES, NUMBER_WORDS, UNITS

VAGUE = 3
"""What « quelques », « plusieurs » and « ces dernières » are taken to be."""

_VAGUE_WORDS = {"quelque", "quelques", "plusieurs"}
_BOUNDS: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("un", "peu", "plus", "de"), Bound.MORE),
    (("un", "peu", "plus", "d", "'"), Bound.MORE),
    (("un", "peu", "moins", "de"), Bound.LESS),
    (("un", "peu", "moins", "d", "'"), Bound.LESS),
    (("plus", "de"), Bound.MORE),
    (("plus", "d", "'"), Bound.MORE),
    (("moins", "de"), Bound.LESS),
    (("moins", "d", "'"), Bound.LESS),
    (("au", "moins"), Bound.MORE),
    (("au", "plus"), Bound.LESS),
    (("pres", "de"), Bound.LESS),
    (("pres", "d", "'"), Bound.LESS),
    (("presque",), Bound.LESS),
    (("bientot",), Bound.LESS),
    (("a", "peine"), Bound.ABOUT),
    (("à", "peine"), Bound.ABOUT),
    (("environ",), Bound.ABOUT),
    (("à", "peu", "pres"), Bound.ABOUT),
    (("quelque",), Bound.ABOUT),
    (("pratiquement",), Bound.ABOUT),
)


def matches(t: Tokens, i: int, keys: tuple[str, ...]) -> bool:
    """Tell whether the tokens from `i` on are `keys`."""
    return all(t.key(i + n) == key for n, key in enumerate(keys))


def bound(t: Tokens, i: int) -> tuple[Bound, int]:
    """Read what bounds or blurs an amount; return it and the next token (`i` itself where nothing does)."""
    for keys, kind in _BOUNDS:
        if t.key(i) == keys[0] and matches(t, i, keys):
            return kind, i + len(keys)
    return Bound.EXACT, i


def number(t: Tokens, i: int) -> tuple[float, int] | None:
    """Read a number in digits (up to four) or words; return it and the next token."""
    key = t.key(i)
    if key.isdecimal():
        if len(key) > 4:
            return None
        if t.key(i + 1) == "," and t.touches(i) and t.touches(i + 1) and t.key(i + 2).isdecimal():
            return float(f"{int(key)}.{int(t.key(i + 2)[:3])}"), i + 3
        return float(int(key)), i + 1
    if key not in NUMBER_WORDS:
        return None
    j = i
    words: list[str] = []
    while len(words) < 8:
        if t.key(j) in NUMBER_WORDS:
            words.append(t.key(j))
            j += 1
        elif words and t.key(j) == "-" and t.key(j + 1) == "et" and t.key(j + 2) == "-":
            j += 1  # « vingt-et-un »
        elif t.key(j) == "et" and t.key(j + 1) == "-" and t.key(j + 2) in NUMBER_WORDS and words:
            words.append("et")
            j += 2
        elif t.key(j) in {"-", "et"} and t.key(j + 1) in NUMBER_WORDS and words:
            if t.key(j) == "et":
                words.append("et")
            j += 1
        else:
            break
    if words in (["un"], ["une"]):
        return 1.0, j
    from text_to_num import text2num

    try:
        return float(text2num(" ".join(words), "fr")), j
    except ValueError:
        return None


def unit(t: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read a unit of time."""
    kind = UNITS.get(t.key(i))
    return (kind, i + 1) if kind else None


def amount(t: Tokens, i: int, *, bare_plural: bool = False) -> tuple[Amount, int] | None:
    """Read a number of units with what bounds it. `bare_plural`: « des années » will do, « un » is not asked for."""
    kind, j = bound(t, i)
    key = t.key(j)
    half = key in {"un", "une"} and t.key(j + 1) == "demi" and t.key(j + 2) == "-"
    if half or (key == "demi" and t.key(j + 1) == "-"):
        j += 3 if half else 2
        if t.key(j) in {"siecle", "siecles"}:
            return Amount(50, Unit.YEAR, kind), j + 1
        if t.key(j) == "journee":
            return Amount(0.5, Unit.DAY, kind), j + 1
        return None
    if key == "un" and matches(t, j + 1, ("quart", "de", "siecle")):
        return Amount(25, Unit.YEAR, kind), j + 4
    if key in _VAGUE_WORDS or (bare_plural and key == "des"):
        found = unit(t, j + 1)
        if found and t.key(j + 1).endswith("s"):
            return Amount(VAGUE, found[0], Bound.ABOUT, vague=True), found[1]
        return None
    if key in {"une", "la"} and t.key(j + 1) in COLLECTIVES:
        count, j = float(COLLECTIVES[t.key(j + 1)]), j + 2
        j += 1 if t.key(j) == "de" else 2 if t.key(j) == "d" and t.key(j + 1) == "'" else 0
        found = unit(t, j)
        if found:
            return Amount(count, found[0], kind if kind is not Bound.EXACT else Bound.ABOUT), found[1]
        # « une quinzaine » alone is a fortnight
        return (Amount(15, Unit.DAY, kind), j) if count == 15 and t.key(j - 1) == "quinzaine" else None
    read = number(t, j)
    if read is None:
        return None
    count, j = read
    if t.key(j) in {"a", "à", "ou"}:
        # « trois à quatre ans » : the larger says how far, the blur says the rest
        other = number(t, j + 1)
        if other and other[0] > count and unit(t, other[1]):
            count, j, kind = other[0], other[1], Bound.ABOUT
    if t.key(j) in {"longs", "longues", "petits", "petites", "bons", "bonnes", "bonne", "bon"}:
        j += 1
    found = unit(t, j)
    if found is None or not count:
        return None
    of, j = found
    if t.key(j) == "et" and t.key(j + 1) in {"demi", "demie"}:
        count, j = count + 0.5, j + 2
    elif of is Unit.YEAR and t.key(j) == "et":
        more = number(t, j + 1)
        if more and t.key(more[1]) == "mois":
            return Amount(count * 12 + more[0], Unit.MONTH, kind), more[1] + 1
    return _with_days(t, Amount(count, of, kind), j)


_DAYS = {Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}


def _with_days(t: Tokens, much: Amount, i: int) -> tuple[Amount, int]:
    """Read the days that go with « un mois et vingt jours »."""
    more = number(t, i + 1) if t.key(i) == "et" and much.unit in _DAYS else None
    if more is None or t.key(more[1]) not in {"jour", "jours"}:
        return much, i
    blur = Bound.EXACT if much.unit is Unit.WEEK else Bound.ABOUT
    return Amount(much.count * _DAYS[much.unit] + more[0], Unit.DAY, blur), more[1] + 1


_LARGE = {
    "centaines": 300, "milliers": 3000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
}  # fmt: skip


def ages(t: Tokens, i: int) -> tuple[Amount, int] | None:
    """Read « 40 000 ans », « 540 millions d'années », « des milliers d'années »: often too many for the calendar."""
    kind, j = bound(t, i)
    grouped = t.key(j).isdecimal() and len(t.key(j)) <= 3 and t.key(j + 1).isdecimal() and len(t.key(j + 1)) == 3
    if t.key(j) in {"des", "plusieurs", "quelques"} and t.key(j + 1) in _LARGE:
        count, j = 1.0, j + 1
    elif grouped:
        count, j = float(t.key(j) + t.key(j + 1)), j + 2
    else:
        read = number(t, j)
        if read is None or t.key(read[1]) not in _LARGE:
            return None
        count, j = read
    if t.key(j) in _LARGE:
        count, j = count * _LARGE[t.key(j)], j + 1
        j += 1 if t.key(j) == "de" else 2 if t.key(j) == "d" and t.key(j + 1) == "'" else 0
    found = unit(t, j)
    return (Amount(count, found[0], kind if grouped else Bound.ABOUT), found[1]) if found else None
