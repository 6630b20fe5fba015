"""What a date expression stands for, as EDTF, once it is known when the text appeared and what it named before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from depeche.suggest.dates.calendar import (
    DAY,
    Stretch,
    a_century,
    a_day,
    a_decade,
    a_month,
    a_season,
    a_week,
    a_weekend,
    a_year,
    closing,
    in_era,
    last_day,
    months_back,
    opening,
    some_days,
    some_months,
)
from depeche.suggest.dates.counting import check_past, shifted, window
from depeche.suggest.dates.moments import (
    Ancient,
    Block,
    Feast,
    Moment,
    Night,
    Nth,
    Period,
    Point,
    Range,
    Season,
    Several,
    Shift,
    Unit,
    Week,
    Window,
)
from depeche.suggest.dates.pieces import piece
from depeche.suggest.dates.recurring import a_date, block, checked, day_of_year, feast, month, season, weekday
from depeche.suggest.dates.setting import IMPOSSIBLE, NO_ORIGIN, Published, Setting, Unresolved, Value


def resolve(moment: Moment, when: Published | None, tense: int = 0, named: Value | None = None) -> Value:
    """Return what `moment` stands for in a text that appeared `when`.

    `tense` is that of the verb it goes with: -1 past, 1 future, 0 not known. `named` is the date the text named last.
    """
    at = Setting(when, tense, named)
    try:
        if isinstance(moment, Ancient):
            return Value(in_era(moment))  # the calendar of Python begins with the year 1
        stretch = stretch_of(at, moment)
    except Unresolved as why:
        return Value(None, tuple(at.readings), at.relative, str(why))
    except (ValueError, OverflowError, IndexError):
        # The calendar of Python ends with the years 1 and 9999, and February has no 30th.
        return Value(None, (), at.relative, IMPOSSIBLE)
    readings = tuple(dict.fromkeys(text for text in at.readings if text != stretch.text))[:3]
    return Value(stretch.text, readings, at.relative, at.note, stretch)


def stretch_of(at: Setting, moment: Moment) -> Stretch:
    """Return the stretch of the calendar that `moment` is. Raises Unresolved, or ValueError off the calendar."""
    match moment:
        case Point():
            return _point(at, moment)
        case Season():
            return season(at, moment)
        case Block():
            year = stretch_of(at, moment.within).first.year if moment.within else moment.year
            return block(at, replace(moment, year=year))
        case Period():
            return _period(at, moment)
        case Shift():
            anchor = stretch_of(at, moment.base).first if moment.base else None
            at.readings.clear()
            return shifted(at, moment, anchor)
        case Window():
            return window(at, moment)
        case Night():
            return _night(at, moment)
        case Week():
            day = stretch_of(at, moment.day).first
            at.readings.clear()
            return a_week(day) if moment.unit is Unit.WEEK else a_weekend(day)
        case Nth():
            return _nth(at, moment)
        case Feast():
            return feast(at, moment)
        case Range():
            return _range(at, moment)
        case Several():
            return _several(at, moment)
        case Ancient():
            raise Unresolved(NO_ORIGIN)  # only ever read alone


def _point(at: Setting, point: Point) -> Stretch:
    if point.within is not None:
        around = stretch_of(at, point.within)
        if point.month is None and point.weekday is not None:
            return a_day(around.first + point.weekday * DAY)
        if point.month is None and point.day is not None:
            return a_day(around.first.replace(day=point.day))  # « le 15 de ce mois »
        point = replace(point, within=None, year=around.first.year)
    if point.year is not None:
        if point.month is None:
            return a_year(point.year, point.part)
        if point.day is None:
            return a_month(point.year, point.month, point.part)
        if point.swapped:
            at.readings.append(date(point.year, point.day, point.month).isoformat())
        return checked(at, date(point.year, point.month, point.day), point.weekday)
    if point.month is None:
        return weekday(at, point)
    if point.day is None:
        return month(at, point, point.month)
    return day_of_year(at, point, lambda year: a_date(year, point))


def _period(at: Setting, period: Period) -> Stretch:
    unit, step = period.unit, period.step
    now = at.origin(period.origin, unit)
    if unit is Unit.DAY:
        found = a_day(now + step * DAY)
        check_past(at, period.origin, now, found)
        return found
    if unit is Unit.WEEK:
        return a_week(now + 7 * step * DAY, period.part)
    if unit is Unit.WEEKEND:
        return _weekend(at, now, step)
    if unit is Unit.MONTH:
        return a_month(*months_back(now, -step), period.part)
    if unit in {Unit.QUARTER, Unit.HALF}:
        size = 3 if unit is Unit.QUARTER else 6
        first = (now.month - 1) // size * size
        year, month = months_back(date(now.year, first + 1, 1), -step * size)
        return some_months(year, month, month + size - 1, unit)
    if unit is Unit.DECADE:
        return a_decade(now.year // 10 + step, period.part)
    if unit is Unit.CENTURY:
        return a_century(now.year // 100 + step, period.part)
    found = a_year(now.year + step, period.part)
    if period.part and not step and found.first > now and at.tense < 0:
        at.readings.append(found.text)
        return a_year(now.year - 1, period.part)
    return found


def _weekend(at: Setting, now: date, step: int) -> Stretch:
    this = a_weekend(now)
    inside = now.weekday() >= 5
    if step < 0:
        return a_weekend(now - 7 * DAY)
    if step > 0:
        return a_weekend(now + 7 * DAY) if inside else this
    if not inside and (at.tense < 0 or (at.tense == 0 and now.weekday() < 2)):
        at.readings.append(this.text)
        return a_weekend(now - 7 * DAY)
    return this


def _night(at: Setting, night: Night) -> Stretch:
    first = stretch_of(at, night.first)
    if night.both:
        at.readings.clear()
        return replace(some_days(first.first, first.first + DAY), unit=Unit.DAY)
    return first


def _nth(at: Setting, nth: Nth) -> Stretch:
    around = stretch_of(at, nth.within)
    at.readings.clear()
    return piece(around, nth)


def _range(at: Setting, both: Range) -> Stretch:
    end_moment = both.end
    if isinstance(end_moment, Point) and isinstance(both.start, Point) and both.start.aim and not end_moment.aim:
        end_moment = replace(end_moment, aim=both.start.aim)
    start_moment = both.start
    end = _ending(start_moment, end_moment) or stretch_of(at, end_moment)
    if isinstance(start_moment, Point) and start_moment.year is None and start_moment.within is None:
        start = _before(start_moment, end)
    elif isinstance(start_moment, Season) and start_moment.year is None:
        start = a_season(start_moment.season, end.first.year, start_moment.part)
        if start.first > end.first:
            start = a_season(start_moment.season, end.first.year - 1, start_moment.part)
    else:
        start = stretch_of(at, start_moment)
    at.readings.clear()
    if start.first > end.last:
        raise Unresolved(IMPOSSIBLE)
    return Stretch(f"{opening(start)}/{closing(end)}", start.first, end.last, end.unit)


def _ending(start: Moment, end: Moment) -> Stretch | None:
    """Return the first such day or month after a start whose year is said, « du 30 décembre 2024 au 2 janvier »."""
    if not isinstance(start, Point) or not isinstance(end, Point) or start.year is None or end.month is None:
        return None
    if end.year is not None or end.within is not None or end.aim is not None:
        return None
    begins = date(start.year, start.month or 1, start.day or 1)
    for year in range(start.year, start.year + 9):
        day = a_date(year, end)
        if day and (last_day(year, end.month) if end.day is None else day) >= begins:
            return a_day(day) if end.day else a_month(year, end.month, end.part)
    return None


def _before(start: Point, end: Stretch) -> Stretch:
    """Return the last such day or month that isn't after the end."""
    if start.month is None:
        if start.weekday is None and start.day is not None and start.day <= end.first.day:
            return a_day(end.first.replace(day=start.day))  # « du 22 au 25 »
        if start.weekday is None:
            raise Unresolved(IMPOSSIBLE)
        return a_day(end.first - (end.first.weekday() - start.weekday) % 7 * DAY)
    year = end.first.year
    for candidate in (year, year - 1):
        if start.day is None:
            found = a_month(candidate, start.month, start.part)
        else:
            found = a_day(date(candidate, start.month, start.day))
        if found.first <= end.first:
            return found
    raise Unresolved(IMPOSSIBLE)


def _several(at: Setting, several: Several) -> Stretch:
    last = stretch_of(at, several.members[-1])
    year = last.first.year
    members = [
        stretch_of(at, replace(m, year=year, aim=None, within=None, swapped=False))
        if isinstance(m, Point) and m.month
        else stretch_of(at, m)
        for m in several.members[:-1]
    ] + [last]
    at.readings.clear()
    members.sort(key=lambda stretch: stretch.first)
    joined = all(a.last + DAY == b.first for a, b in pairwise(members))
    first, final = members[0], members[-1]
    if joined or any("/" in m.text or "X" in m.text for m in members):
        text = f"{opening(first)}/{closing(final)}"
    else:
        text = "{" + ",".join(m.text for m in members) + "}"
    return Stretch(text, first.first, final.last, last.unit)
