"""What a date expression means, before anybody knows when it was written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Union


class Unit(StrEnum):
    """A stretch of the calendar, or of a duration."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    THIRD = "third"
    HALF = "half"
    FORTNIGHT = "fortnight"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Part(StrEnum):
    """A third of a stretch: « début », « mi- », « fin »."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Aim(StrEnum):
    """Which one is meant of those that come again and again.

    LAST, THIS and NEXT are counted from the publication, BEFORE, SAME and AFTER from the date last named in the text.
    """

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    BEFORE = "before"
    SAME = "same"
    AFTER = "after"


class Bound(StrEnum):
    """How a number of units is bounded or blurred."""

    EXACT = "exact"
    ABOUT = "about"
    MORE = "more"
    LESS = "less"


class Origin(StrEnum):
    """What a number of units is counted from."""

    NOW = "now"
    TEXT = "text"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units of time; `count` is a guess where `vague` (« quelques jours »)."""

    count: float
    unit: Unit
    bound: Bound = Bound.EXACT
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year, as far as it is named; `within` is the year or week it is said to lie in."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    aim: Aim | None = None
    within: Moment | None = None
    weeks: int = 0
    """Weeks after that one: « lundi en huit »."""
    swapped: bool = False
    """The day and the month of a numeric date could be read the other way round."""


@dataclass(frozen=True, slots=True)
class Season:
    """Spring to winter as EDTF counts them, 21 to 24; `year` is that in which it begins, if `crossing`."""

    season: int
    year: int | None = None
    aim: Aim | None = None
    part: Part | None = None
    crossing: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """The `index`-th quarter, half, decade or century (a decade's and century's index is its first digits)."""

    unit: Unit
    index: int
    year: int | None = None
    aim: Aim | None = None
    part: Part | None = None
    within: Moment | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The day, week, month… `step` units away from now, or from the date last named."""

    unit: Unit
    step: int
    origin: Origin = Origin.NOW
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A point so many units before (`sign` -1) or after (+1) its origin."""

    amount: Amount
    sign: int
    origin: Origin
    base: Moment | None = None
    """The date that it is counted from where that stands right behind it: « deux jours après le 3 mai »."""


@dataclass(frozen=True, slots=True)
class Window:
    """The units that end (`sign` -1) or begin (+1) with the publication; with `either` the verb's tense may turn it."""

    amount: Amount
    sign: int
    either: bool = False


@dataclass(frozen=True, slots=True)
class Night:
    """The night that begins on `first`; on the same evening where only that day is named."""

    first: Moment
    both: bool


@dataclass(frozen=True, slots=True)
class Week:
    """The week, or week-end, of a day."""

    day: Moment
    unit: Unit


@dataclass(frozen=True, slots=True)
class Nth:
    """The `index`-th day, week, week-end, half month or `weekday` of a stretch; -1 is the last."""

    index: int
    unit: Unit
    within: Moment
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A day with a name; `day` counts from Easter where `month` is None; `offset` days after it (-1: the eve)."""

    month: int | None
    day: int
    year: int | None = None
    aim: Aim | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    """From the one to the other, both included."""

    start: Moment
    end: Moment


@dataclass(frozen=True, slots=True)
class Several:
    """Each of these."""

    members: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Ancient:
    """Years as astronomers count them (44 BC is -43), or a month or day of one; `part` is a third of a century."""

    first: int
    last: int
    month: int | None = None
    day: int | None = None
    part: Part | None = None


Moment = Union[  # noqa: UP007
    Ancient, Point, Season, Block, Period, Shift, Window, Night, Week, Nth, Feast, Range, Several
]  # fmt: skip
