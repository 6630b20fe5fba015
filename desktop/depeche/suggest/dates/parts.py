"""Parts of stretches, days counted in them, some pointed at: « fin juin », « dernier jour de mai », « ce mois »."""

from __future__ import annotations

from dataclasses import replace

from depeche.suggest.dates.amounts import matches
from depeche.suggest.dates.clock import part_of_day
from depeche.suggest.dates.days import Read, aim_of_name, days, month, weekday, year, year_of
from depeche.suggest.dates.eras import century, decade
from depeche.suggest.dates.moments import (
    Aim,
    Block,
    Moment,
    Night,
    Nth,
    Origin,
    Part,
    Period,
    Point,
    Range,
    Season,
    Several,
    Unit,
)
from depeche.suggest.dates.periods import OF, named_month, near, of, season, stepped, unit_word
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import MONTHS, ORDINALS, PARTS, SEASONS, WEEKDAYS

_FRACTIONS = {"quinzaine": Unit.FORTNIGHT, "moitie": Unit.HALF, "tiers": Unit.THIRD, "quart": Unit.QUARTER}
"""Parts that are counted; a third and a quarter only of a decade or century."""


def _era(t: Tokens, i: int) -> Read:
    return decade(t, i) or century(t, i)


def counted(t: Tokens, i: int) -> Read:
    """Read « premier trimestre 2025 », « deuxième semaine de juin », « dernier jour d'octobre », « 1er semestre »."""
    key = t.key(i)
    if key in ORDINALS:
        index, j = ORDINALS[key], i + 1
    elif key in {"derniere"}:
        index, j = -1, i + 1
    elif key.isdecimal() and len(key) == 1 and t.key(i + 1) in {"er", "e", "eme", "nd", "re", "ere"}:
        index, j = int(key), i + 2
    else:
        return None
    last = key in {"dernier", "derniere"}
    name = t.key(j)
    if name in {"trimestre", "semestre"}:
        unit, most = (Unit.QUARTER, 4) if name == "trimestre" else (Unit.HALF, 2)
        if not 1 <= index <= most and not last:
            return None
        index, j = (most if last else index), j + 1
        k = of(t, j)
        named = year(t, k) or (year(t, k + 1) if t.key(k) == "annee" else None)
        if named:
            return Block(unit, index, named[0]), named[1]
        inner = year_of(t, j)
        if inner:
            return Block(unit, index, within=inner[0]), inner[1]
        if last:
            return None
        aim, j = aim_of_name(t, j)
        return Block(unit, index, aim=aim), j
    day = WEEKDAYS.get(name)
    inner_unit = unit_word(t, j)
    if name in _FRACTIONS and (name != "quart" or t.key(of(t, j + 1)) != "finale"):
        inner_unit = _FRACTIONS[name], j + 1
    if day is not None:
        j += 1
    elif inner_unit and inner_unit[0] in {Unit.DAY, Unit.WEEK, Unit.WEEKEND, *_FRACTIONS.values()}:
        if name == "journee":
            return None
        j = inner_unit[1]
    else:
        return None
    k = of(t, j)
    if k == j:
        return None
    if t.key(k) == "mois":
        k = of(t, k + 1)
    named_in = named_month(t, k) or season(t, k) or (_era(t, k) if name in {"moitie", "tiers", "quart"} else None)
    if named_in is None and day is not None:
        named_in = near(t, of(t, j))  # « premier lundi du mois prochain »
    if named_in is None and year(t, k):
        named_in = Point(year=int(t.key(k))), k + 1
    if named_in is None and t.key(k) == "annee" and year(t, k + 1):
        named_in = Point(year=int(t.key(k + 1))), k + 2
    if named_in is None or isinstance(named_in[0], Several | Range):
        return None
    kind = inner_unit[0] if inner_unit and day is None else Unit.DAY
    if kind in {Unit.THIRD, Unit.QUARTER} and not isinstance(named_in[0], Block):
        return None
    return Nth(-1 if last else index, kind, named_in[0], day), named_in[1]


def short_quarter(t: Tokens, i: int) -> Read:
    """Read « T1 2024 », « S2 2023 »."""
    most = {"t": 4, "s": 2}.get(t.key(i), 0)
    index = int(t.key(i + 1)) if t.key(i + 1) in {"1", "2", "3", "4"} else 0
    named = year(t, i + 2)
    if not 1 <= index <= most or named is None or not t.capital(i) or not t.touches(i) or t.touches(i - 1):
        return None
    return Block(Unit.QUARTER if most == 4 else Unit.HALF, index, named[0]), named[1]


def ends_of(t: Tokens, i: int) -> Read:
    """Read « premiers jours du mois d'août », « dernières semaines de 2023 », « dernières années du XXe siècle »."""
    third = {"premiers": Part.START, "premieres": Part.START, "derniers": Part.END, "dernieres": Part.END}.get(t.key(i))
    if third is None or t.key(i + 1) not in {"jours", "semaines", "mois", "annees", "heures"}:
        return None
    k = of(t, i + 2)
    if k == i + 2:
        return None
    if t.key(i + 1) == "heures":
        return (found[0], part_of_day(t, found[1])) if (found := days(t, k)) and third is Part.START else None
    if t.key(k) == "mois":
        k = of(t, k + 1)
    named = named_month(t, k) or season(t, k) or _era(t, k)
    if named is None and year(t, k):
        named = Point(year=int(t.key(k))), k + 1
    return _third_of(named, third) if named else None


def part(t: Tokens, i: int) -> Read:
    """Read « début mars », « mi-mai », « fin 2024 », « fin de semaine », « milieu des années 1990 »."""
    key = t.key(i)
    if key not in PARTS:
        return None
    third = PARTS[key]
    j = i + 1
    if key == "mi":
        if t.key(j) != "-":
            return None
        j += 1
    else:
        j = j + 1 if t.key(j) == "-" and t.touches(i) and t.touches(j) else of(t, j)
    if t.key(j) in {"cet", "cette", "ce"}:
        inner = demonstrative(t, j)
        return _third_of(inner, third) if inner else None
    if t.key(j) in {"le", "l"} and key == "courant":
        return None
    named = named_month(t, j)
    if named:
        return _third_of(named, third)
    plain = year(t, j)
    if plain and t.key(j - 1) != "la":
        return Point(year=plain[0], part=third), plain[1]
    found = season(t, j) or decade(t, j) or century(t, j) or counted(t, j) or near(t, j)
    if found:
        return _third_of(found, third)
    word = unit_word(t, j)
    if word and word[0] in {Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY, Unit.WEEKEND}:
        if j == i + 1 and key != "mi":
            return None
        return Period(word[0], 0, part=third), word[1]
    return None


def _third_of(read: tuple[Moment, int], third: Part | None) -> Read:
    moment = _third(read[0], third)
    return (moment, read[1]) if moment else None


def _third(moment: Moment, third: Part | None) -> Moment | None:
    if isinstance(moment, Point | Season | Block | Period):
        return replace(moment, part=third)
    return None


def demonstrative(t: Tokens, i: int) -> Read:
    """Read « ce samedi 12 juillet », « cette semaine », « ce mois-ci », « cet été », « cette année-là »."""
    if t.key(i) not in {"ce", "cet", "cette", "ces"}:
        return None
    same = t.key(i + 1) == "meme"
    j = i + 2 if same else i + 1
    if t.key(i) == "ces":
        if matches(t, j, ("jours", "-", "ci")):
            return Period(Unit.DAY, 0), j + 3
        return days(t, j) if not same else None
    whole = days(t, j)
    if whole:
        return whole
    key = t.key(j)
    if (t.key(i) == "ce" and key in PARTS) or (t.key(i) == "cette" and key == "fin"):
        inner = part(t, j)
        if inner:
            return inner
    aim = Aim.SAME if same else Aim.THIS
    name = weekday(t, j)
    if name:
        k = name[1]
        if t.key(k) == "-" and t.key(k + 1) in {"ci", "là"}:
            k += 2
        return Point(weekday=name[0], aim=aim), part_of_day(t, k)
    if t.key(j) in {"matin", "soir", "midi"}:
        return Period(Unit.DAY, 0, Origin.TEXT if same else Origin.NOW), part_of_day(t, j + 1)
    if matches(t, j, ("apres", "-", "midi")):
        return Period(Unit.DAY, 0, Origin.TEXT if same else Origin.NOW), j + 3
    if key == "nuit":
        return Night(Period(Unit.DAY, 0), both=False), j + 1
    if key in SEASONS:
        read = season(t, j)
        if read and isinstance(read[0], Season) and read[0].year is None:
            return replace(read[0], aim=Aim.THIS), read[1]
        return read
    if key in MONTHS:
        read = named_month(t, j)
        return read
    if key == "mois" and t.key(j + 1) in OF and month(t, of(t, j + 1)):
        return near(t, j)
    word = unit_word(t, j)
    if word is None or t.key(j) == "journee" or (t.key(j) == "an"):
        return None
    k = word[1]
    if t.key(k) == "-" and t.key(k + 1) == "là":
        return stepped(word[0], Aim.SAME), k + 2
    if t.key(k) == "-" and t.key(k + 1) == "ci":
        return stepped(word[0], Aim.THIS), k + 2
    if word[0] is Unit.YEAR and year(t, k):
        return Point(year=int(t.key(k))), k + 1
    return stepped(word[0], aim), k
