"""The reliability diagram as a chart: of the suggestions shown with so much, how many were right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from depeche.core.calibration import BINS, Bin
from depeche.core.chart import Axis, Chart, Mark, Point, Series
from depeche.core.chart_scale import Scale
from depeche.messages import tr


def chart(by_label: Mapping[str, Sequence[Bin]], names: Mapping[str, str], note: str) -> Chart:
    """Return the diagram of these labels; `names` are their shown names, `note` stands below the title."""
    series = [
        Series(names.get(label, label), tuple(_point(one) for one in found), Mark.LINE, label)
        for label, found in by_label.items()
        if found
    ]
    diagonal = Series(tr("score tenu"), (Point(0.0, 0.0), Point(1.0, 1.0)), Mark.GUIDE)
    return Chart(
        "reliability",
        tr("Ce que valent les scores"),
        Axis(tr("score calibré"), Scale.SHARE, 0.0, 1.0, step=1 / BINS),
        Axis(tr("part juste"), Scale.SHARE, 0.0, 1.0),
        (*series, diagonal),
        note=note,
        empty=tr("Terminez des articles : ce qui y devient des suggestions dit ce que valent leurs scores."),
    )


def _point(one: Bin) -> Point:
    judged = tr("%n suggestion jugée|%n suggestions jugées", n=one.number)
    return Point(round(one.score, 4), one.share, one.least, one.most, note=judged)
