"""A chart drawn as SVG: what SVG Tiny 1.2 has, so that Qt and every browser show it alike. The same chart, palette and
size give the same bytes.

Text stays text; since nothing here knows the font, words are taken for a little wider than most fonts have them.
"""

from __future__ import annotations

from dataclasses import dataclass

from depeche.core.chart import Chart, Mark, Point, Series, described, nothing, said
from depeche.core.chart_frame import Frame, framed
from depeche.core.chart_ink import DASHES, HATCHINGS, LIGHT, Palette, hatching, marker, open_line, polygon
from depeche.core.chart_paper import Paper
from depeche.core.chart_scale import amount

SIZE = (880, 480)
"""Width and height of a chart that is saved, in pixels."""
FONT_PX = 13.0

_BAND = "0.22"
_MARKER = 0.3
_MOST_MARKERS = 120
_MOST_WHISKERS = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a number stands in a drawing, in its pixels, and the number in words; `series` counts from 0."""

    x: float
    y: float
    width: float
    height: float
    words: str
    series: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as SVG, and where its numbers stand, series by series in order."""

    svg: str
    spots: tuple[Spot, ...]


def draw(
    chart: Chart, palette: Palette = LIGHT, size: tuple[int, int] = SIZE, *, font: str = "sans-serif",
    font_px: float = FONT_PX,
) -> Drawing:  # fmt: skip
    """Return a chart drawn in a palette, `size` pixels wide and high, in letters `font_px` high.

    Below `chart_frame.least_height` the names of lying bars run into one another.
    """
    paper = Paper(palette, size, font, font_px)
    if chart.is_empty:
        paper.words(size[0] / 2, size[1] / 2 - paper.em * 0.8, nothing(), anchor="middle", large=True)
        for n, line in enumerate(paper.broken(chart.empty, size[0] * 0.8)):
            paper.words(size[0] / 2, size[1] / 2 + paper.em * (0.9 + 1.45 * n), line, anchor="middle", muted=True)
        return Drawing(paper.svg(chart.title, described(chart)), ())
    frame = framed(chart, palette, paper)
    spots = _Painter(chart, palette, paper, frame).paint()
    return Drawing(paper.svg(chart.title, described(chart)), tuple(spots))


class _Painter:
    def __init__(self, chart: Chart, palette: Palette, paper: Paper, frame: Frame) -> None:
        self._chart = chart
        self._palette = palette
        self._paper = paper
        self._frame = frame
        self._inks = [palette.ink(one.colour, n) for n, one in enumerate(chart.series)]

    def paint(self) -> list[Spot]:
        chart, paper = self._chart, self._paper
        spots: list[list[Spot]] = [[] for _ in chart.series]
        barred = [n for n, one in enumerate(chart.series) if one.mark is Mark.BARS]
        piled: dict[object, float] = {}
        for place, n in enumerate(barred):
            spots[n] = self._bars(n, place, 1 if chart.stacked else len(barred), piled)
        for n, one in enumerate(chart.series):
            if one.mark is Mark.GUIDE:
                line = open_line([self._frame.at(point.x, point.y) for point in one.points])
                paper.path(line, stroke=self._palette.muted, width=1.4, dash="5 4")
            elif one.mark is not Mark.BARS:
                spots[n] = self._points(n, one)
        paper.path(self._frame.axis, stroke=self._palette.muted, width=1)
        return [spot for found in spots for spot in found]

    # --- bars

    def _bars(self, n: int, place: int, beside: int, piled: dict[object, float]) -> list[Spot]:
        chart, paper, frame = self._chart, self._paper, self._frame
        one, ink = chart.series[n], self._inks[n]
        hatch = HATCHINGS[n % len(HATCHINGS)]
        label = not chart.stacked and len(one.points) * beside <= frame.bar_labels
        spots = []
        for point in one.points:
            base = piled.get(point.x, 0.0) if chart.stacked else 0.0
            x, y, width, height = frame.bar(point, base, base + point.y, place % beside, beside)
            if chart.stacked:
                piled[point.x] = base + point.y
            if point.y:
                edge = self._palette.ground if width > 3 and height > 3 else ""
                paper.bar(x, y, width, height, ink, hatching(hatch, x, y, width, height), said(chart, one, point), edge)
            self._whisker(point, x + width / 2, y + height / 2)
            if label and point.y and not (point.low is not None and not frame.lying):
                self._bar_label(point, x, y, width, height)
            spots.append(Spot(x, y, max(width, 1.0), max(height, 1.0), said(chart, one, point), n))
        return spots

    def _bar_label(self, point: Point, x: float, y: float, width: float, height: float) -> None:
        paper, words = self._paper, amount(point.y, self._chart.y.scale)
        if self._frame.lying:
            end = max([x + width] + ([self._frame.along(point.high)] if point.high is not None else []))
            paper.words(end + paper.em * 0.4, y + height / 2 + paper.em * 0.35, words, small=True)
        else:
            paper.words(x + width / 2, y - paper.em * 0.35, words, anchor="middle", small=True)

    def _whisker(self, point: Point, x: float, y: float) -> None:
        if point.low is None or point.high is None:
            return
        low, high = self._frame.along(point.low), self._frame.along(point.high)
        cap = self._paper.em * 0.3
        pairs = (
            [((low, y), (high, y)), ((low, y - cap), (low, y + cap)), ((high, y - cap), (high, y + cap))]
            if self._frame.lying
            else [((x, low), (x, high)), ((x - cap, low), (x + cap, low)), ((x - cap, high), (x + cap, high))]
        )
        self._paper.path("".join(open_line(list(pair)) for pair in pairs), stroke=self._palette.text, width=1.4)

    # --- lines and points

    def _points(self, n: int, one: Series) -> list[Spot]:
        paper, frame, ink, em = self._paper, self._frame, self._inks[n], self._paper.em
        points = sorted(one.points, key=lambda point: frame.across(point.x))
        places = [frame.at(point.x, point.y) for point in points]
        bounded = [point for point in points if point.low is not None and point.high is not None]
        if one.mark is Mark.LINE:
            if len(bounded) == len(points) > 1:
                over = [frame.at(point.x, point.high or 0.0) for point in points]
                under = [frame.at(point.x, point.low or 0.0) for point in reversed(points)]
                paper.path(polygon([*over, *under]), fill=ink, opacity=_BAND)
                edges = "".join((open_line(over), open_line(under)))
                paper.path(edges, stroke=ink, width=0.8, dash=DASHES[n % len(DASHES)])
            if len(places) > 1:
                paper.path(open_line(places), stroke=ink, width=2.2, dash=DASHES[n % len(DASHES)])
        if len(bounded) <= _MOST_WHISKERS and (one.mark is Mark.POINTS or len(points) == 1):
            for point in bounded:
                self._whisker(point, frame.across(point.x), 0.0)
        size = em * (_MARKER if len(points) <= _MOST_MARKERS or one.mark is Mark.POINTS else 0.0)
        spots = []
        for point, (x, y) in zip(points, places, strict=True):
            words = said(self._chart, one, point)
            if size:
                shape = marker(n, x, y, size)
                paper.path(shape, fill=ink, stroke=self._palette.ground, width=1, title=words)
            spots.append(Spot(x - em / 2, y - em / 2, em, em, words, n))
        return spots


def svg(chart: Chart, palette: Palette = LIGHT, size: tuple[int, int] = SIZE) -> str:
    """Return a chart as an SVG document of its own, as it is saved."""
    return draw(chart, palette, size).svg
