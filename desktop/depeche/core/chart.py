"""What a chart is: series of numbers over an axis, with their titles; and the same numbers as CSV and in words.

A chart knows no colours and no size: `core/chart_svg.py` draws it, for a palette and a size that are handed in.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from depeche.core.chart_scale import Scale, amount
from depeche.messages import tr

X = float | str | date
"""Where something stands along a chart: a number (a share from 0 to 1), the name of a category, or a day."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula; names in a chart may come from an article."""


class Mark(StrEnum):
    """How a series is drawn. GUIDE is a thin line to compare with (a diagonal, a goal), without points of its own."""

    BARS = "bars"
    LINE = "line"
    POINTS = "points"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a series: `y` at `x`.

    `low` and `high` bound an interval around `y` (a band along a line, else an error bar); both or neither. `to` is
    where the bar of a histogram that begins at `x` ends. `note` is said after the numbers (how many were counted).
    """

    x: X
    y: float
    low: float | None = None
    high: float | None = None
    to: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that belong together, under one name.

    `colour` names a colour of the palette (`ACTOR`, `accepted`); without one, or where the palette has none of that
    name, the series gets one by its order. A series of bars may stand beside series of lines.
    """

    name: str
    points: tuple[Point, ...]
    mark: Mark = Mark.BARS
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: what it is of, how its numbers are written, and where it begins and ends where that is given.

    Without `low` it begins at 0 (days: with the first), without `high` it ends past the greatest number. `step` is how
    far apart two bars stand, in days on an axis of days.
    """

    title: str = ""
    scale: Scale = Scale.NUMBER
    low: float | None = None
    high: float | None = None
    step: float = 1.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. `name` is what its files are called (`minutes-per-article`), without blanks.

    `note` is a line below the title: what was counted, and what wasn't. `stacked` puts the bars of several series onto
    one another. `lying` turns bars of categories on their side, which leaves room for long names. `empty` says what
    will stand here where there is nothing yet.
    """

    name: str
    title: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    note: str = ""
    stacked: bool = False
    lying: bool = False
    empty: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(one.points for one in self.series if one.mark is not Mark.GUIDE)

    @property
    def places(self) -> tuple[X, ...]:
        """Where the series have points: categories in order of appearance, numbers and days in their own."""
        found = dict.fromkeys(point.x for one in self.series if one.mark is not Mark.GUIDE for point in one.points)
        return tuple(found) if self.x.scale is Scale.CATEGORY else tuple(sorted(found, key=ordinal))


def ordinal(x: X) -> float:
    """Return the number of a place that isn't a category; a day's is its proleptic Gregorian ordinal."""
    if isinstance(x, date):
        return float(x.toordinal())
    assert not isinstance(x, str), x
    return float(x)


def table(chart: Chart) -> tuple[list[str], list[list[str]]]:
    """Return the head and the rows of the chart's numbers as a person reads them, a row a place."""
    return _table(chart, spoken=True)


def csv_text(chart: Chart) -> str:
    """Return the chart's numbers as CSV (RFC 4180, decimal points, days in ISO form), a row a place.

    A series has a column, with an interval three. Empty: the series has no point there. A name that a spreadsheet
    would run as a formula has an apostrophe before it.
    """
    head, rows = _table(chart, spoken=False)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = [_harmless(name) for name in head]
    writer.writerow(names)
    first = _harmless if chart.x.scale is Scale.CATEGORY else str
    writer.writerows([first(row[0]), *row[1:]] for row in rows)
    return out.getvalue()


def _harmless(name: str) -> str:
    return f"'{name}" if name.startswith(_FORMULA) else name


def described(chart: Chart, limit: int = 60) -> str:
    """Return the chart in words, for who doesn't see it: its note and its numbers, of at most `limit` places."""
    if chart.is_empty:
        return f"{nothing()} {chart.empty}".strip()
    shown = [one for one in chart.series if one.mark is not Mark.GUIDE]
    told = [chart.note] if chart.note else []
    places = chart.places
    found = [({point.x: point for point in one.points}, one.name) for one in shown]
    for x in places[:limit]:
        pairs = [(points[x], name) for points, name in found if x in points]
        numbers = (
            f"{name} {_worded(chart, point)}" if len(shown) > 1 else _worded(chart, point) for point, name in pairs
        )
        place = _place(chart, pairs[0][0], True)
        told.append(tr("{place} : {numbers}.", place=place, numbers=", ".join(numbers)))
    if len(places) > limit:
        told.append(tr("Et %n autre ligne.|Et %n autres lignes.", n=len(places) - limit))
    return " ".join(told)


def said(chart: Chart, series: Series, point: Point) -> str:
    """Return one number of the chart in words: its series, where it stands, its interval, its note."""
    words = tr("{place} : {number}", place=_place(chart, point, True), number=_worded(chart, point))
    if len(chart.series) > 1 and series.name:
        words = tr("{series}, {rest}", series=series.name, rest=words)
    return f"{words} — {point.note}" if point.note else words


def _worded(chart: Chart, point: Point) -> str:
    words = amount(point.y, chart.y.scale)
    if point.low is None or point.high is None:
        return words
    low, high = amount(point.low, chart.y.scale), amount(point.high, chart.y.scale)
    return words + tr(" ({low} à {high})", low=low, high=high)


def nothing() -> str:
    """Return what stands where a chart has nothing to show."""
    return tr("Rien à montrer encore.")


def _table(chart: Chart, *, spoken: bool) -> tuple[list[str], list[list[str]]]:
    shown = [one for one in chart.series if one.mark is not Mark.GUIDE]
    head = [chart.x.title or tr("Où")]
    columns: list[dict[X, str]] = []
    firsts: dict[X, Point] = {}

    def put(name: str, found: dict[X, str]) -> None:
        head.append(name)
        columns.append(found)

    def number(y: float | None) -> str:
        if y is None:
            return ""
        return amount(y, chart.y.scale) if spoken else _plain(y)

    for one in shown:
        name = one.name or chart.y.title
        for point in one.points:
            firsts.setdefault(point.x, point)
        put(name, {point.x: number(point.y) for point in one.points})
        if any(point.low is not None for point in one.points):
            put(tr("{name}, de", name=name), {point.x: number(point.low) for point in one.points})
            put(tr("{name}, à", name=name), {point.x: number(point.high) for point in one.points})
        if any(point.note for point in one.points) and spoken:
            put(tr("Remarque"), {point.x: point.note for point in one.points})
    rows = [[_place(chart, firsts[x], spoken), *(column.get(x, "") for column in columns)] for x in chart.places]
    return head, rows


def _place(chart: Chart, point: Point, spoken: bool) -> str:
    x = point.x
    if isinstance(x, str):
        return x
    if isinstance(x, date):
        return amount(ordinal(x), Scale.DAY) if spoken else x.isoformat()
    write = (lambda one: amount(one, chart.x.scale)) if spoken else _plain
    return write(x) if point.to is None else tr("{start} à {end}", start=write(x), end=write(point.to))


def _plain(y: float) -> str:
    return str(int(y)) if float(y).is_integer() else repr(round(float(y), 6))
