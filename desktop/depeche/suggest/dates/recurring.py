"""Which one is meant of those that come again: the weekday, day, month, season or feast nearest to the publication."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from depeche.suggest.dates.calendar import (
    DAY,
    Stretch,
    a_century,
    a_day,
    a_decade,
    a_month,
    a_season,
    easter,
    months_back,
    some_months,
)
from depeche.suggest.dates.moments import Aim, Block, Feast, Part, Point, Season, Unit
from depeche.suggest.dates.setting import IMPOSSIBLE, NO_ORIGIN, Setting, Unresolved, other_weekday

_SOON = 3
"""Days ahead from which « ce jeudi », without a tense, is rather the one before, as in most of the news."""
_CHECKED = 800
"""Days within which the name of a day checks its year; farther off the name is more likely wrong."""
_FIT = 400
"""Days within which every number of the month falls on every weekday."""
_FIT_NAMED = 31
"""Days from the date named last within which a numbered weekday goes with it."""
_NEAR = 60
"""Days within which a day without a year is the nearest one, whatever the tense."""


def weekday(at: Setting, point: Point) -> Stretch:
    """Return the day of the week that is meant: the nearest the tense allows, the past one where it says nothing."""
    if point.aim in {Aim.BEFORE, Aim.AFTER, Aim.SAME}:
        named = at.last_named(Unit.DAY)
        if named is not None and point.weekday is not None:
            if point.aim is Aim.SAME and named.weekday() == point.weekday:
                return a_day(named)
            if point.aim is Aim.BEFORE:
                return a_day(named - ((named.weekday() - point.weekday - 1) % 7 + 1) * DAY)
            return a_day(named + ((point.weekday - named.weekday() - 1) % 7 + 1) * DAY)
    if point.aim in {Aim.BEFORE, Aim.AFTER}:
        raise Unresolved(NO_ORIGIN)  # « le mardi suivant » with no day named before it
    now = at.now(Unit.DAY)
    if point.day is not None:
        return _numbered(at, now, point.weekday, point.day)
    if point.weekday is None:
        raise Unresolved(IMPOSSIBLE)
    back, ahead = (now.weekday() - point.weekday) % 7, (point.weekday - now.weekday()) % 7
    if point.aim is Aim.LAST:
        return a_day(now - (back or 7) * DAY)
    if point.aim is Aim.NEXT:
        following = now + ((ahead or 7) + 7 * point.weeks) * DAY
        if not point.weeks:
            at.readings.append((following + 7 * DAY).isoformat())
        return a_day(following)
    if back == 0:
        return a_day(now)
    past, future = now - back * DAY, now + ahead * DAY
    at.readings += [past.isoformat(), future.isoformat()]
    if point.aim is Aim.THIS and at.tense == 0:
        return a_day(future if ahead < min(back, _SOON) else past)  # « ce jeudi » is the Thursday of these days
    return a_day(future if at.tense > 0 else past)


def _numbered(at: Setting, now: date, weekday: int | None, number: int) -> Stretch:
    """Return « jeudi 12 »: the nearest such day whose number fits; farther off the one by the date that the text named,
    or that the tense allows, the last where it doesn't say. « nuit du 12 au 13 »: the last one, without a future."""
    around = [now + sign * distance * DAY for distance in range(_FIT) for sign in (-1, 1)]
    days = [day for day in around if day.day == number]
    if weekday is None:
        return a_day(next(day for day in days if (day > now) == (at.tense > 0)))
    fitting = [day for day in days if day.weekday() == weekday]
    if abs((fitting[0] - now).days) <= _NEAR:
        return a_day(fitting[0])
    named = at.named.stretch.first if at.named and at.named.stretch else None
    told = [day for day in fitting if named and -_FIT_NAMED <= (day - named).days <= _FIT_NAMED]
    allowed = [day for day in fitting if (day > now) == (at.tense > 0)]
    chosen = (told or allowed or fitting)[0]
    at.readings += [day.isoformat() for day in fitting if day != chosen][:1]
    return a_day(chosen)


def _from(at: Setting, aim: Aim | None, unit: Unit) -> date:
    """Return the day to count from: « suivant » and « précédent » look at the date named last, if there is one."""
    named = at.last_named(unit) if aim in {Aim.BEFORE, Aim.AFTER} else None
    return named or at.now(Unit.MONTH)


def month(at: Setting, point: Point, number: int) -> Stretch:
    """Return the month that the tense allows, of the twelve before and after; without a tense the nearest."""
    now = _from(at, point.aim, Unit.MONTH)
    ago = (now.month - number) % 12
    past = a_month(*months_back(now, ago), point.part)
    following = a_month(*months_back(now, ago - 12), point.part)
    if point.aim in {Aim.LAST, Aim.BEFORE}:
        return past if ago else a_month(*months_back(now, 12), point.part)
    if point.aim in {Aim.NEXT, Aim.AFTER}:
        return following
    if ago == 0:
        return past
    at.readings += [past.text, following.text]
    if at.tense:
        return past if at.tense < 0 else following
    return past if ago <= 6 else following


def checked(at: Setting, day: date, weekday: int | None) -> Stretch:
    """Return a day; where it is no such weekday as the text says, note that, and read the years in which it is."""
    if weekday is not None and day.weekday() != weekday:
        at.note = other_weekday(day)
        same = Point(month=day.month, day=day.day)
        years = [a_date(year, same) for year in range(max(1, day.year - 6), min(9999, day.year + 6) + 1)]
        fitting = [other for other in years if other and other.weekday() == weekday]
        at.readings += [other.isoformat() for other in sorted(fitting, key=lambda other: abs((other - day).days))[:1]]
    return a_day(day)


def day_of_year(at: Setting, point: Point, day_of: Callable[[int], date | None]) -> Stretch:
    """Return the day without a year: the nearest, or the nearest that the tense allows where that is far off.

    `day_of` gives the day in a year, None where it has none. A weekday, if named, must fit.
    """
    now = _from(at, point.aim, Unit.DAY)
    days = [day for year in range(now.year - 6, now.year + 7) if 0 < year < 9999 and (day := day_of(year))]
    if not days:
        raise Unresolved(IMPOSSIBLE)
    if point.aim in {Aim.LAST, Aim.BEFORE}:
        return a_day(max(day for day in days if day < now))
    if point.aim in {Aim.NEXT, Aim.AFTER}:
        return a_day(min(day for day in days if day > now))
    chosen = _nearest(at, now, days)
    if point.weekday is not None and chosen.weekday() != point.weekday:
        # The day's name checks the year, as a check digit does.
        near = (day for day in days if abs((day - now).days) < _CHECKED and (day - now).days * at.tense >= 0)
        fitting = [day for day in near if day.weekday() == point.weekday]
        if fitting:
            at.readings.append(chosen.isoformat())
            chosen = _nearest(at, now, fitting)
    elif point.weekday is None:
        others = [day for day in days if day != chosen and abs((day - now).days) < 366]
        at.readings += [day.isoformat() for day in sorted(others, key=lambda day: abs((day - now).days))[:1]]
        if point.swapped and point.month and point.day:
            other = a_date(chosen.year, replace(point, month=point.day, day=point.month))
            at.readings += [other.isoformat()] if other else []
    return checked(at, chosen, point.weekday)


def _nearest(at: Setting, now: date, days: list[date]) -> date:
    nearest = min(days, key=lambda day: abs((day - now).days))
    if abs((nearest - now).days) <= _NEAR or at.tense == 0:
        return nearest
    fitting = [day for day in days if (day - now).days * at.tense >= 0]
    return min(fitting or days, key=lambda day: abs((day - now).days))


def a_date(year: int, point: Point) -> date | None:
    """Return the point's day in a year, None on a 29 February that isn't."""
    try:
        return date(year, point.month or 1, point.day or 1)
    except ValueError:
        return None


def season(at: Setting, what: Season) -> Stretch:
    """Return the season of the year named, or the one that the aim or the tense allows."""
    if what.year is not None:
        if what.season == 24 and not what.crossing:
            at.readings.append(a_season(24, what.year - 1, what.part).text)
        return a_season(what.season, what.year, what.part)
    now = _from(at, what.aim, Unit.MONTH)
    known = [a_season(what.season, year, what.part) for year in range(now.year - 2, now.year + 2)]
    # A season is spoken of by its months: summer is over in September, and begins with June.
    begun = [s for s in known if s.first - 20 * DAY <= now]
    over = [s for s in known if s.last - 20 * DAY < now]
    to_come = [s for s in known if s.first - 20 * DAY > now]
    if what.aim in {Aim.LAST, Aim.BEFORE}:
        return over[-1]
    if what.aim in {Aim.NEXT, Aim.AFTER}:
        return to_come[0]
    if begun[-1] not in over:
        return begun[-1]
    at.readings += [begun[-1].text, to_come[0].text]
    if at.tense:
        return begun[-1] if at.tense < 0 else to_come[0]
    return begun[-1] if now - begun[-1].last < to_come[0].first - now else to_come[0]


def block(at: Setting, what: Block) -> Stretch:
    """Return a quarter or half of the year that fits, or a decade or century."""
    if what.unit is Unit.DECADE:
        return a_decade(what.index, what.part)
    if what.unit is Unit.CENTURY:
        return a_century(what.index, what.part)
    if what.year is not None:
        return _months(what, what.year)
    now = at.now(Unit.MONTH)
    known = [_months(what, year) for year in range(max(1, now.year - 2), now.year + 3)]
    begun = [stretch for stretch in known if stretch.first <= now]
    to_end = [stretch for stretch in known if stretch.last >= now]
    if what.aim in {Aim.LAST, Aim.BEFORE}:
        return [stretch for stretch in begun if stretch.last < now][-1]
    if what.aim in {Aim.NEXT, Aim.AFTER}:
        return next(stretch for stretch in to_end if stretch.first > now)
    if at.tense:
        return begun[-1] if at.tense < 0 else to_end[0]
    return min(known, key=lambda stretch: max(now - stretch.last, stretch.first - now))


def _months(what: Block, year: int) -> Stretch:
    size = 3 if what.unit is Unit.QUARTER else 6
    first = (what.index - 1) * size + 1
    if what.part:
        first += {Part.START: 0, Part.MIDDLE: size // 3, Part.END: size * 2 // 3}[what.part]
        size //= 3
    return a_month(year, first) if size == 1 else some_months(year, first, first + size - 1, what.unit)


def feast(at: Setting, what: Feast) -> Stretch:
    """Return the day of a feast, or its eve."""

    def day_of(year: int) -> date:
        if what.month is None:
            return easter(year) + (what.day + what.offset) * DAY
        return date(year, what.month, what.day) + what.offset * DAY

    if what.year is not None:
        return a_day(day_of(what.year))
    return day_of_year(at, Point(aim=what.aim), day_of)
