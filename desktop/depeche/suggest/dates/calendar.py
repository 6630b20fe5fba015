"""Stretches of the calendar as EDTF writes them. Pure arithmetic: knows neither text nor publication."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from depeche.suggest.dates.moments import Ancient, Part, Unit

DAY = timedelta(days=1)
_THIRDS_OF_MONTH = {Part.START: (1, 10), Part.MIDDLE: (11, 20), Part.END: (21, 31)}
_THIRDS_OF_YEAR = {Part.START: (1, 4), Part.MIDDLE: (5, 8), Part.END: (9, 12)}
_THIRDS_OF_WEEK = {Part.START: (0, 1), Part.MIDDLE: (2, 3), Part.END: (4, 6)}
_THIRDS_OF_DECADE = {Part.START: (0, 3), Part.MIDDLE: (4, 6), Part.END: (7, 9)}
_THIRDS_OF_CENTURY = {Part.START: (1, 33), Part.MIDDLE: (34, 66), Part.END: (67, 100)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar: its EDTF text, its first and last day, and how finely it is named."""

    text: str
    first: date
    last: date
    unit: Unit


def a_day(day: date) -> Stretch:
    """Return one day."""
    return Stretch(day.isoformat(), day, day, Unit.DAY)


def some_days(first: date, last: date, unit: Unit = Unit.DAY) -> Stretch:
    """Return the days from the first to the last."""
    text = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Stretch(text, first, last, unit)


def some_months(year: int, first: int, last: int, unit: Unit) -> Stretch:
    """Return the months of a year from the first to the last."""
    text = f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"
    return Stretch(text, date(year, first, 1), last_day(year, last), unit)


def some_years(first: int, last: int, unit: Unit = Unit.YEAR) -> Stretch:
    """Return the years from the first to the last."""
    return Stretch(f"{first:04d}/{last:04d}", date(first, 1, 1), date(last, 12, 31), unit)


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def a_month(year: int, month: int, part: Part | None = None) -> Stretch:
    """Return a month, or a third of it: days 1 to 10, 11 to 20, 21 to its end."""
    if part:
        first, last = _THIRDS_OF_MONTH[part]
        end = last_day(year, month)
        return some_days(date(year, month, first), date(year, month, min(last, end.day)))
    return Stretch(f"{year:04d}-{month:02d}", date(year, month, 1), last_day(year, month), Unit.MONTH)


def a_year(year: int, part: Part | None = None) -> Stretch:
    """Return a year, or four months of it."""
    if part:
        return some_months(year, *_THIRDS_OF_YEAR[part], Unit.MONTH)
    return Stretch(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), Unit.YEAR)


def a_season(season: int, year: int, part: Part | None = None) -> Stretch:
    """Return the season (21 spring … 24 winter) that begins in `year`, or a third of it, from solstice to equinox."""
    begins = (season - 20) * 3
    first = date(year, begins, 21)
    last = shift_months(first, 3) - DAY
    if part is None:
        return Stretch(f"{year:04d}-{season}", first, last, Unit.QUARTER)
    third = {Part.START: 0, Part.MIDDLE: 1, Part.END: 2}[part]
    return some_days(shift_months(first, third), shift_months(first, third + 1) - DAY)


def a_decade(index: int, part: Part | None = None) -> Stretch:
    """Return the decade whose years begin with `index` (199), or a third of it."""
    if part:
        first, last = _THIRDS_OF_DECADE[part]
        return some_years(index * 10 + first, index * 10 + last)
    return Stretch(f"{index:03d}X", date(index * 10, 1, 1), date(index * 10 + 9, 12, 31), Unit.DECADE)


def a_century(index: int, part: Part | None = None) -> Stretch:
    """Return the century whose years begin with `index` (19: the twentieth), or a third of it."""
    if part:
        first, last = _THIRDS_OF_CENTURY[part]
        return some_years(index * 100 + first, index * 100 + last)
    first_year = max(1, index * 100)
    return Stretch(f"{index:02d}XX", date(first_year, 1, 1), date(index * 100 + 99, 12, 31), Unit.CENTURY)


def a_week(day: date, part: Part | None = None) -> Stretch:
    """Return the week of a day, Monday to Sunday, or a part of it."""
    monday = day - day.weekday() * DAY
    first, last = _THIRDS_OF_WEEK[part] if part else (0, 6)
    return some_days(monday + first * DAY, monday + last * DAY, Unit.DAY if part else Unit.WEEK)


def a_weekend(day: date) -> Stretch:
    """Return the Saturday and Sunday of a day's week."""
    monday = day - day.weekday() * DAY
    return some_days(monday + 5 * DAY, monday + 6 * DAY, Unit.WEEKEND)


def in_era(years: Ancient) -> str:
    """Return the EDTF of years counted from our era, to which 1 BC is the year 0 (ISO 8601).

    Raises ValueError for a day that the calendar, which comes again every 400 years, doesn't have."""
    first, last = years.first, years.last
    date(2000 + first % 400, years.month or 1, years.day or 1)
    if years.part:  # of a century, which begins with its year 1
        begin, end = _THIRDS_OF_CENTURY[years.part]
        first, last = first + begin - 1, first + end - 1
    if first == last:
        return _year_in_era(first) + "".join(f"-{n:02d}" for n in (years.month, years.day) if n)
    if last - first == 99 and last <= 0 and last % 100 == 0 and last:
        return f"-{-last // 100:02d}XX"
    return f"{_year_in_era(first)}/{_year_in_era(last)}"


def _year_in_era(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def shift_months(day: date, months: int) -> date:
    """Return the same day so many months away, or the last of that month where it is shorter."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_back(day: date, months: int) -> tuple[int, int]:
    """Return the year and month so many months before a day's."""
    there = shift_months(day.replace(day=1), -months)
    return there.year, there.month


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Butcher's algorithm, « Nature », 20 April 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * days) // 451
    month, day = divmod(epact + days - 7 * late + 114, 31)
    return date(year, month, day + 1)


def opening(stretch: Stretch) -> str:
    """Return how an interval that begins with `stretch` begins."""
    if "X" in stretch.text:
        return f"{stretch.first.year:04d}"
    return stretch.text.split("/")[0]


def closing(stretch: Stretch) -> str:
    """Return how an interval that ends with `stretch` ends."""
    if "X" in stretch.text:
        return f"{stretch.last.year:04d}"
    return stretch.text.split("/")[-1]


def blurred(stretch: Stretch, about: bool) -> Stretch:
    """Return the stretch, marked as approximate where it is only `about` that."""
    return replace(stretch, text=f"{stretch.text}~") if about else stretch
