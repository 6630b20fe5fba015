"""Where the ticks of an axis stand, and how its numbers are written in the language in use."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from depeche.messages import language, tr
from depeche.messages import number as whole_number

_NARROWEST = 1e-9
"""Of the size of an axis' ends: what is less wide has no room for different numbers."""


class Scale(StrEnum):
    """What the numbers of an axis are. A SHARE runs from 0 to 1 and is written in per cent; a DAY is its ordinal."""

    NUMBER = "number"
    SHARE = "share"
    DAY = "day"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick at `at`, with its words; `below` is what stands on a second line (the year, where it changes)."""

    at: float
    words: str
    below: str = ""


def amount(value: float, scale: Scale) -> str:
    """Return a number as it is written: « 25 000 », « 3,5 », « 42 % », « 13 juil. 2025 »."""
    if scale is Scale.DAY:
        day = date.fromordinal(int(value))
        return f"{_day(day)} {day.year}"
    if scale is Scale.SHARE:
        words = decimal(value * 100, 1)
        return f"{words}%" if language() == "en" else f"{words}\u202f%"
    return decimal(value, 2 if abs(value) < 10 else 1)


def decimal(value: float, digits: int) -> str:
    """Return a number rounded to at most so many decimals, none of them a trailing 0, with the language's signs."""
    text = f"{abs(value):.{digits}f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    words = whole_number(int(whole)) + (("." if language() == "en" else ",") + rest if rest else "")
    return f"\u2212{words}" if value < 0 and (int(whole) or rest) else words


def bounds(low: float, high: float) -> tuple[float, float]:
    """Return `low` and a round number at or above `high`, so far apart that what lies between has a place."""
    if high - low <= _NARROWEST * max(1.0, abs(low)):
        high = low + 1
    step = _round_step((high - low) / 5)
    return low, math.ceil(round((high - low) / step, 9)) * step + low


def number_ticks(low: float, high: float, most: int, scale: Scale, *, whole: bool) -> list[Tick]:
    """Return at most about `most` ticks at round numbers from `low` to `high`; `whole`: of whole numbers only."""
    step = _round_step((high - low) / max(most, 1))
    if whole and scale is Scale.NUMBER:
        step = max(step, 1.0)
    first = math.ceil(round(low / step, 9))
    last = math.floor(round(high / step, 9))
    return [Tick(n * step, _short(n * step, scale)) for n in range(first, last + 1)]


def day_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return at most about `most` ticks at days, Mondays, firsts of months or of years, whichever fits first."""
    start, end = date.fromordinal(max(math.ceil(low), 1)), date.fromordinal(max(math.floor(high), 1))
    found: list[date] = []
    for days in _paces(start, end):
        found = days
        if len(days) <= max(most, 1):
            break
    ticks, year = [], 0
    for day in found:
        ticks.append(Tick(float(day.toordinal()), _day(day), str(day.year) if day.year != year else ""))
        year = day.year
    return ticks


def _paces(start: date, end: date) -> Iterator[list[date]]:
    span = range(start.toordinal(), end.toordinal() + 1)
    yield [date.fromordinal(n) for n in span]
    yield [date.fromordinal(n) for n in span if (n - span.start) % 2 == 0]
    for weeks in (1, 2):
        # The ordinal of a Monday leaves 1 when divided by 7.
        mondays = [date.fromordinal(n) for n in span if n % (7 * weeks) == 1]
        if mondays:
            yield mondays
    months = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13)]
    firsts = [day for day in months if start <= day <= end]
    wanted: list[Callable[[date], bool]] = [
        lambda _day: True,
        lambda day: day.month % 3 == 1,
        lambda day: day.month % 6 == 1,
        lambda day: day.month == 1,
        *(lambda day, n=n: day.month == 1 and day.year % n == 0 for n in (2, 5, 10, 50)),
    ]
    for fits in wanted:
        chosen = [day for day in firsts if fits(day)]
        if chosen:
            yield chosen


def _day(day: date) -> str:
    months = tr("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.").split()
    first = tr("1er") if day.day == 1 else str(day.day)
    return f"{first}\u00a0{months[day.month - 1]}"


def _short(value: float, scale: Scale) -> str:
    return amount(value, scale) if scale is Scale.SHARE else decimal(value, 6)


def _round_step(least: float) -> float:
    """Return the smallest of 1, 2, 5 times a power of ten that is not below `least`."""
    power = 10.0 ** math.floor(math.log10(least)) if least > 0 else 1.0
    return next((n * power for n in (1, 2, 5) if n * power >= least * (1 - 1e-9)), 10 * power)
