"""Pieces of a stretch of the calendar that are counted: its last Friday, second week, first half. Pure arithmetic."""

from __future__ import annotations

from depeche.suggest.dates.calendar import DAY, Stretch, a_day, some_days, some_months, some_years
from depeche.suggest.dates.moments import Nth, Unit
from depeche.suggest.dates.setting import IMPOSSIBLE, Unresolved


def piece(around: Stretch, nth: Nth) -> Stretch:
    """Return the piece of `around` that is counted. Raises Unresolved where `around` has fewer."""
    first, last = around.first, around.last
    if around.unit in {Unit.DECADE, Unit.CENTURY}:
        return _years_of(around, nth)
    if nth.unit is Unit.HALF and around.unit is Unit.YEAR:
        return some_months(first.year, 1 if nth.index == 1 else 7, 6 if nth.index == 1 else 12, Unit.HALF)
    if nth.unit in {Unit.HALF, Unit.FORTNIGHT}:
        middle = first + 14 * DAY
        return some_days(first, middle) if nth.index == 1 else some_days(middle + DAY, last)
    weekday = 5 if nth.unit is Unit.WEEKEND else nth.weekday
    if weekday is not None:
        if nth.index < 0:
            day = last - (last.weekday() - weekday) % 7 * DAY
        else:
            day = first + ((weekday - first.weekday()) % 7 + 7 * (nth.index - 1)) * DAY
        return some_days(day, day + DAY) if nth.unit is Unit.WEEKEND else a_day(day)
    if nth.unit is Unit.WEEK:
        if nth.index < 0:
            return some_days(last - 6 * DAY, last, Unit.WEEK)
        start = first + 7 * (nth.index - 1) * DAY
        return some_days(start, start + 6 * DAY, Unit.WEEK)
    return a_day(last if nth.index < 0 else first + (nth.index - 1) * DAY)


def _years_of(around: Stretch, nth: Nth) -> Stretch:
    """Return half, a third or a quarter of a decade, or of a century, which begins with its year 1."""
    century = around.unit is Unit.CENTURY
    first, size = around.first.year + century, 100 if century else 10
    pieces = {Unit.HALF: 2, Unit.THIRD: 3, Unit.QUARTER: 4}[nth.unit]
    index = pieces if nth.index < 0 else nth.index
    if index > pieces:
        raise Unresolved(IMPOSSIBLE)
    return some_years(first + size * (index - 1) // pieces, first + size * index // pieces - 1)
