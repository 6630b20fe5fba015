"""Charts written as files: each as SVG, and its numbers as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from depeche.core.chart import Chart, csv_text
from depeche.core.chart_frame import least_height
from depeche.core.chart_ink import LIGHT, Palette
from depeche.core.chart_svg import FONT_PX, SIZE, draw
from depeche.export.folder import Shelf

_MARK = "\ufeff"
"""Before a CSV, so that spreadsheets read its letters as UTF-8."""


def write_svg(chart: Chart, path: Path, palette: Palette = LIGHT) -> None:
    """Write a chart as SVG; raises UserError where it can't be written."""
    _write(path, _svg(chart, palette))


def write_csv(chart: Chart, path: Path) -> None:
    """Write a chart's numbers as CSV; raises UserError where it can't be written."""
    _write(path, _csv(chart))


def write_charts(charts: Iterable[Chart], folder: Path, palette: Palette = LIGHT) -> list[str]:
    """Write every chart as `NAME.svg` and `NAME.csv` into a folder, made if absent; return the names of the files.

    All are written or none. Raises UserError where they can't be.
    """
    names = []
    with Shelf(folder) as shelf:
        for chart in charts:
            for name, data in ((f"{chart.name}.svg", _svg(chart, palette)), (f"{chart.name}.csv", _csv(chart))):
                with shelf.file(name) as file:
                    file.write(data)
                names.append(name)
    return names


def _svg(chart: Chart, palette: Palette) -> bytes:
    size = SIZE[0], max(SIZE[1], round(least_height(chart, FONT_PX)))
    return draw(chart, palette, size).svg.encode("utf-8")


def _csv(chart: Chart) -> bytes:
    return (_MARK + csv_text(chart)).encode("utf-8")


def _write(path: Path, data: bytes) -> None:
    with Shelf(path.parent, path.name) as shelf, shelf.file(path.name) as file:
        file.write(data)
