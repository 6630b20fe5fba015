"""Weeks, months, seasons, years, decades and centuries, near or named; parts of them, and days counted in them."""

from __future__ import annotations

from dataclasses import replace

from depeche.suggest.dates.amounts import matches
from depeche.suggest.dates.days import Read, days, month, tail, year, year_of
from depeche.suggest.dates.feasts import feast_aim
from depeche.suggest.dates.moments import (
    Aim,
    Feast,
    Origin,
    Part,
    Period,
    Point,
    Range,
    Season,
    Several,
    Unit,
    Week,
)
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import AIMS, FEASTS, MONTHS, SEASONS, UNITS

STEPS = {
    Aim.LAST: (-1, Origin.NOW), Aim.NEXT: (1, Origin.NOW), Aim.THIS: (0, Origin.NOW),
    Aim.BEFORE: (-1, Origin.TEXT), Aim.AFTER: (1, Origin.TEXT), Aim.SAME: (0, Origin.TEXT),
}  # fmt: skip
OF = {"de", "du", "d", "des"}


def of(t: Tokens, i: int) -> int:
    """Return the token after « de », « du », « d' », « de la », « de l' », « des », `i` where none of them stands."""
    key = t.key(i)
    if key in {"du", "des"}:
        return i + 1
    if key == "d" and t.key(i + 1) == "'":
        return i + 2
    if key == "de":
        if t.key(i + 1) == "la":
            return i + 2
        if t.key(i + 1) == "l" and t.key(i + 2) == "'":
            return i + 3
        return i + 1
    return i


def stepped(unit: Unit, aim: Aim, part: Part | None = None) -> Period:
    """Return the last, this or next `unit`."""
    step, origin = STEPS[aim]
    return Period(unit, step, origin, part)


def weekend(t: Tokens, i: int) -> int | None:
    """Read « week-end »."""
    if t.key(i) == "weekend":
        return i + 1
    if t.key(i) == "week":
        j = i + 2 if t.key(i + 1) == "-" else i + 1
        return j + 1 if t.key(j) == "end" else None
    return None


def unit_word(t: Tokens, i: int) -> tuple[Unit, int] | None:
    """Read the name of a stretch of the calendar in the singular."""
    ended = weekend(t, i)
    if ended:
        return Unit.WEEKEND, ended
    key = t.key(i)
    kind = UNITS.get(key)
    if kind is None or kind is Unit.HOUR or (key.endswith("s") and key != "mois"):
        return None
    return kind, i + 1


def near(t: Tokens, i: int) -> Read:
    """Read « semaine dernière », « an prochain », « année en cours », « semaine du 14 juillet », « mois de juin »."""
    word = unit_word(t, i)
    if word is None:
        return None
    kind, j = word
    key = t.key(j)
    if key in AIMS and kind is not Unit.DAY:
        return stepped(kind, AIMS[key]), j + 1
    if kind is Unit.DAY:
        if t.key(i) != "jour":
            return None
        if key == "meme":
            return Period(kind, 0, Origin.TEXT), j + 1
        if key in {"suivant", "precedent"}:
            return stepped(kind, AIMS[key]), j + 1
    if matches(t, j, ("d", "'", "avant")):
        return stepped(kind, Aim.BEFORE), j + 3
    if matches(t, j, ("d", "'", "apres")):
        return stepped(kind, Aim.AFTER), j + 3
    if matches(t, j, ("qui", "suit")) or matches(t, j, ("qui", "suivait")):
        return stepped(kind, Aim.AFTER), j + 2
    if matches(t, j, ("en", "cours")):
        return stepped(kind, Aim.THIS), j + 2
    if kind is Unit.MONTH and key in OF:
        named = month(t, of(t, j))
        if named:
            return tail(t, named[1], Point(month=named[0]))
    if kind is Unit.YEAR:
        named = year(t, j)
        if named:
            return Point(year=named[0]), named[1]
    if kind in {Unit.WEEK, Unit.WEEKEND} and key in OF:
        inner = days(t, of(t, j))
        k = of(t, j)
        if inner is None and kind is Unit.WEEKEND and (t.key(k),) in FEASTS:
            inner = feast_aim(t, k + 1, Feast(*FEASTS[(t.key(k),)]))
        if inner:
            if isinstance(inner[0], Point | Feast):
                return Week(inner[0], kind), inner[1]
            return inner
    return None


def season(t: Tokens, i: int) -> Read:
    """Read « été 2024 », « printemps dernier », « hiver 2023-2024 », and « été » even where it is « been »."""
    number_of = SEASONS.get(t.key(i))
    if number_of is None:
        return None
    j = i + 1
    k = j + 1 if t.key(j) == "de" else j
    named = year(t, k)
    if named:
        second = t.key(named[1]) in {"-", "/"} and t.touches(named[1] - 1)
        following = t.key(named[1] + 1)
        if second and following.isdecimal() and len(following) in {2, 4}:
            return Season(number_of, named[0], crossing=True), named[1] + 2
        return Season(number_of, named[0]), named[1]
    if t.key(j) in AIMS:
        return Season(number_of, aim=AIMS[t.key(j)]), j + 1
    inner = year_of(t, j)
    if inner and isinstance(inner[0], Period) and t.key(j) == "de":
        aim = {-1: Aim.LAST, 0: Aim.THIS, 1: Aim.NEXT}[inner[0].step]
        return Season(number_of, aim=aim), inner[1]
    return Season(number_of), j


def named_month(t: Tokens, i: int) -> Read:
    """Read « juillet 2025 », « avril dernier », « juin et juillet 2024 », « mai »."""
    first = month(t, i)
    if first is None:
        return None
    point, j = tail(t, first[1], Point(month=first[0]))
    short = t.key(i) not in MONTHS
    if short and point == Point(month=first[0]):
        return None
    if point == Point(month=first[0]) and t.key(j) in {"et", "ou", "-", "à"} and t.key(j + 1) in MONTHS:
        second = month(t, j + 1)
        assert second is not None
        whole, k = tail(t, second[1], Point(month=second[0]))
        apart = t.key(j) in {"et", "ou"} and whole == Point(month=second[0]) and t.key(i - 1) != "entre"
        if not apart:
            start = replace(whole, month=first[0])
            if t.key(j) in {"et", "ou"} and t.key(i - 1) != "entre":
                return Several((start, whole)), k
            return Range(Point(month=first[0]), whole), k
    return point, j
