"""What stands around a chart’s data: title, note, legend, axes with their ticks; and where a number then stands."""

from __future__ import annotations

from dataclasses import dataclass

from depeche.core.chart import Chart, Mark, Point, X, ordinal
from depeche.core.chart_ink import DASHES, HATCHINGS, Palette, hatching, marker, open_line
from depeche.core.chart_paper import Paper
from depeche.core.chart_scale import Scale, Tick, amount, bounds, day_ticks, number_ticks

_BAND_USED = 0.78
"""How much of the room between two categories its bars take."""
_DAY_USED = 0.86
_PITCH = 1.2
"""Room between the names of two lying bars, in heights of their letters."""
_LEAST = 0.68
"""The smallest letters of such names beside the usual ones."""
_FEWEST = 8
"""No bar is wider than one of so many: of one day alone it would be a wall."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle that holds the data, in pixels, and the ranges it shows. `lying`: categories run downwards.

    `bar_labels`: how many bars have room for their numbers. `axis` is the line the bars stand on, as an SVG path.
    """

    left: float
    top: float
    right: float
    bottom: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    categories: dict[X, int]
    step: float
    lying: bool
    bar_labels: int

    def across(self, x: X) -> float:
        """Return the pixel of a place along the chart."""
        start, end = (self.top, self.bottom) if self.lying else (self.left, self.right)
        low, high = self.x_range
        at = self.categories[x] + 0.5 if self.categories else ordinal(x)
        return start + (at - low) / (high - low) * (end - start)

    def along(self, y: float) -> float:
        """Return the pixel of a number; one outside of the axis is put at its end."""
        start, end = (self.left, self.right) if self.lying else (self.bottom, self.top)
        low, high = self.y_range
        return start + (min(max(y, low), high) - low) / (high - low) * (end - start)

    def at(self, x: X, y: float) -> tuple[float, float]:
        """Return where a number at a place stands: pixels from the left and from the top."""
        return (self.along(y), self.across(x)) if self.lying else (self.across(x), self.along(y))

    def bar(self, point: Point, low: float, high: float, place: int, beside: int) -> tuple[float, float, float, float]:
        """Return a bar from `low` to `high` as x, y, width, height, the `place`th of so many beside one another."""
        length = (self.bottom - self.top) if self.lying else (self.right - self.left)
        unit = length / (self.x_range[1] - self.x_range[0])
        if point.to is not None:
            start, room = self.across(point.x), (point.to - ordinal(point.x)) * unit
        else:
            room = unit if self.categories else unit * self.step
            used = min(room * (_BAND_USED if self.categories else _DAY_USED), length / _FEWEST)
            start, room = self.across(point.x) - used / 2, used
        thick = room / beside
        start += thick * place
        one, other = sorted((self.along(low), self.along(high)))
        return (one, start, other - one, thick) if self.lying else (start, one, thick, other - one)

    @property
    def axis(self) -> str:
        base = self.along(0.0)
        ends = [(base, self.top), (base, self.bottom)] if self.lying else [(self.left, base), (self.right, base)]
        return open_line(ends)


def framed(chart: Chart, palette: Palette, paper: Paper) -> Frame:
    """Draw what stands around a chart's data onto the paper, and return where the data go."""
    em, lying = paper.em, chart.lying and chart.x.scale is Scale.CATEGORY
    top = _head(chart, palette, paper)
    y_range = _y_range(chart)
    whole = all(point.y == int(point.y) for one in chart.series for point in one.points)
    if lying:
        wanted = max(paper.width_of(str(place)) for place in chart.places)
        left, right = min(wanted, paper.width * 0.36) + em * 1.4, paper.width - em * 4.5
        bottom = paper.height - em * (3.9 if chart.y.title else 2.4)
        ticks = number_ticks(*y_range, int((right - left) / (em * 6)), chart.y.scale, whole=whole)
    else:
        top += em * (2.2 if chart.y.title else 0.4)
        bottom = paper.height - em * (2.2 + (1.2 if chart.x.scale is Scale.DAY else 0) + (1.5 if chart.x.title else 0))
        ticks = number_ticks(*y_range, int((bottom - top) / (em * 3.2)), chart.y.scale, whole=whole)
        left = max([paper.width_of(tick.words) for tick in ticks] + [em]) + em * 1.4
        right = paper.width - em * 1.8
    places = chart.places
    categories = {place: n for n, place in enumerate(places)} if chart.x.scale is Scale.CATEGORY else {}
    room = (bottom - top) / em / 1.3 if lying else (right - left) / em / 2.6
    frame = Frame(left, top, right, bottom, _x_range(chart, len(places)), y_range, categories, chart.x.step, lying,
                  int(room))  # fmt: skip
    _grid(chart, palette, paper, frame, ticks)
    _places(chart, palette, paper, frame)
    return frame


def least_height(chart: Chart, em: float) -> float:
    """Return how high a chart must be at least, in pixels, for each of its lying bars to have its name beside it."""
    if not chart.lying or chart.x.scale is not Scale.CATEGORY:
        return 0.0
    around = 7.4 + 1.3 * -(-len(chart.note) // 60) + (2.4 if len(chart.series) > 1 else 0.0)
    return em * (around + len(chart.places) * _LEAST * _PITCH)


# --- above the data


def _head(chart: Chart, palette: Palette, paper: Paper) -> float:
    em, wide = paper.em, paper.width - paper.em * 2
    y = em * 1.9
    for line in paper.broken(chart.title, wide / 1.3):
        paper.words(em, y, line, large=True)
        y += em * 1.6
    for line in paper.broken(chart.note, wide, small=True):
        paper.words(em, y, line, muted=True, small=True)
        y += em * 1.3
    named = [n for n, one in enumerate(chart.series) if one.name and (len(chart.series) > 1 or one.mark is Mark.GUIDE)]
    x = em
    if named:
        y += em * 0.35
    for n in named:
        name = paper.cut(chart.series[n].name, paper.width * 0.4)
        width = em * 2.6 + paper.width_of(name) + em * 1.4
        if x > em and x + width > paper.width - em:
            x, y = em, y + em * 1.6
        _swatch(chart, palette, paper, n, x, y)
        paper.words(x + em * 2.6, y, name)
        x += width
    return y + em * (1.0 if named else -0.4)


def _swatch(chart: Chart, palette: Palette, paper: Paper, n: int, x: float, y: float) -> None:
    one, em = chart.series[n], paper.em
    ink, middle = palette.ink(one.colour, n), y - em * 0.35
    if one.mark is Mark.BARS:
        box = (x, y - em * 0.85, em * 2, em * 1.05)
        paper.bar(*box, ink, hatching(HATCHINGS[n % len(HATCHINGS)], *box))
        return
    line = open_line([(x, middle), (x + em * 2, middle)])
    if one.mark is Mark.GUIDE:
        paper.path(line, stroke=palette.muted, width=1.4, dash="5 4")
        return
    if one.mark is Mark.LINE:
        paper.path(line, stroke=ink, width=2.2, dash=DASHES[n % len(DASHES)])
    paper.path(marker(n, x + em, middle, em * 0.3), fill=ink, stroke=palette.ground)


# --- axes


def _y_range(chart: Chart) -> tuple[float, float]:
    heights: list[float] = []
    piled: dict[X, float] = {}
    for one in chart.series:
        for point in one.points:
            heights += [edge for edge in (point.y, point.low, point.high) if edge is not None]
            if chart.stacked and one.mark is Mark.BARS:
                piled[point.x] = piled.get(point.x, 0.0) + point.y
    lowest = min([0.0, *heights])
    low = chart.y.low if chart.y.low is not None else -bounds(0.0, -lowest)[1] if lowest < 0 else 0.0
    if chart.y.high is not None:
        return low, chart.y.high
    highest = max([*heights, *piled.values(), low])
    return bounds(low, min(highest, 1.0) if chart.y.scale is Scale.SHARE else highest)


def _x_range(chart: Chart, n_places: int) -> tuple[float, float]:
    if chart.x.scale is Scale.CATEGORY:
        return 0.0, float(n_places)
    points = [point for one in chart.series for point in one.points]
    numbers = [ordinal(point.x) for point in points] + [point.to for point in points if point.to is not None]
    low, high = min(numbers), max(numbers)
    if chart.x.scale is Scale.DAY:
        low, high = low - chart.x.step / 2, high + chart.x.step / 2
    elif not any(point.to is not None for point in points):  # else the axis begins where the first bar does
        low = min(low, 0.0)
        high = bounds(low, min(high, 1.0) if chart.x.scale is Scale.SHARE else high)[1]
    low = chart.x.low if chart.x.low is not None else low
    high = chart.x.high if chart.x.high is not None else high
    return low, high if high > low else low + 1


def _grid(chart: Chart, palette: Palette, paper: Paper, frame: Frame, ticks: list[Tick]) -> None:
    em = paper.em
    for tick in ticks:
        at = frame.along(tick.at)
        if frame.lying:
            paper.path(open_line([(at, frame.top), (at, frame.bottom)]), stroke=palette.grid)
            paper.words(at, frame.bottom + em * 1.4, tick.words, anchor="middle", muted=True)
        else:
            paper.path(open_line([(frame.left, at), (frame.right, at)]), stroke=palette.grid)
            paper.words(frame.left - em * 0.5, at + em * 0.35, tick.words, anchor="end", muted=True)
    if chart.y.title and frame.lying:
        middle = (frame.left + frame.right) / 2
        paper.words(middle, frame.bottom + em * 2.9, chart.y.title, anchor="middle", muted=True)
    elif chart.y.title:
        paper.words(em, frame.top - em * 1.15, chart.y.title, muted=True)


def _places(chart: Chart, palette: Palette, paper: Paper, frame: Frame) -> None:
    em, low = paper.em, frame.bottom + paper.em * 1.4
    if frame.lying:
        room = (frame.bottom - frame.top) / len(frame.categories) / em / _PITCH
        size = min(1.0, max(room, _LEAST))  # each bar has its name: rather in small letters than not at all
        for place in frame.categories:
            words = paper.cut(str(place), (frame.left - em * 1.2) / size)
            paper.words(frame.left - em * 0.6, frame.across(place) + em * 0.35 * size, words, anchor="end", size=size)
        return
    if frame.categories:
        band = (frame.right - frame.left) / len(frame.categories)
        every = max(1, round(em * 3 / band + 0.49))
        for place, n in frame.categories.items():
            if n % every == 0:
                words = paper.cut(str(place), band * every * 0.96)
                paper.words(frame.across(place), low, words, anchor="middle")
    else:
        _ticks(chart, palette, paper, frame)
    if chart.x.title:
        y = low + em * (1.5 + (1.2 if chart.x.scale is Scale.DAY else 0))
        paper.words((frame.left + frame.right) / 2, y, chart.x.title, anchor="middle", muted=True)


def _ticks(chart: Chart, palette: Palette, paper: Paper, frame: Frame) -> None:
    em, low = paper.em, frame.bottom + paper.em * 1.4
    wide = frame.right - frame.left
    if chart.x.scale is Scale.DAY:
        ticks = day_ticks(*frame.x_range, int(wide / (em * 5)))
    else:
        widest = paper.width_of(amount(frame.x_range[1], chart.x.scale))
        ticks = number_ticks(*frame.x_range, int(wide / max(em * 4, widest * 1.6)), chart.x.scale, whole=False)
    for tick in ticks:
        x = frame.across(tick.at)
        paper.path(open_line([(x, frame.bottom), (x, frame.bottom + em * 0.35)]), stroke=palette.muted)
        paper.words(x, low, tick.words, anchor="middle", muted=True)
        if tick.below:
            paper.words(x, low + em * 1.2, tick.below, anchor="middle", muted=True, small=True)
