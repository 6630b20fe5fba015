"""Charts of time: how many minutes of work an article took, from the times of the acts in the journal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from depeche.core.chart import Axis, Chart, Mark, Point, Series
from depeche.core.chart_scale import Scale, decimal
from depeche.core.spread import quartiles
from depeche.core.stat_days import monday
from depeche.core.stat_stock import without_times
from depeche.core.tallies import Tallies, Wanted
from depeche.messages import number, tr

_WIDTHS = (1, 2, 5, 10, 20, 50)
"""Minutes that a bar may stand for."""
_MOST_BARS = 20


def minutes_by_week(tallies: Tallies, labels: Mapping[str, str], wanted: Wanted) -> Chart:
    """Return median and quartiles of the minutes per article, week by week, for each annotator."""
    found: defaultdict[str, defaultdict[date, list[float]]] = defaultdict(lambda: defaultdict(list))
    for who, day, took in _timed(tallies, wanted):
        found[who][monday(day)].append(took)
    series = []
    for who in sorted(found):
        points = []
        for week, minutes in sorted(found[who].items()):
            low, middle, high = quartiles(minutes)
            counted = tr("%n article|%n articles", n=len(minutes))
            points.append(Point(week, middle, low, high, note=counted))
        series.append(Series(who, tuple(points), Mark.LINE))
    return Chart(
        "minutes-by-week", tr("Minutes par article"), Axis(tr("Semaine du"), Scale.DAY, step=7),
        Axis(tr("Minutes, médiane et quartiles")), tuple(series), _note(tallies, wanted),
        empty=_empty(tallies, wanted),
    )  # fmt: skip


def minutes(tallies: Tallies, labels: Mapping[str, str], wanted: Wanted) -> Chart:
    """Return how many articles took how many minutes."""
    took = [minutes for _, _, minutes in _timed(tallies, wanted)]
    title, note, series = tr("Minutes par article, répartition"), _note(tallies, wanted), Series("", ())
    if took:
        low, middle, high = quartiles(took)
        said = tr("Médiane {middle} min, quartiles {low} et {high} min, {all} articles.",
                  middle=_rounded(middle), low=_rounded(low), high=_rounded(high), all=number(len(took)))  # fmt: skip
        note = f"{said} {note}"
        width = next((one for one in _WIDTHS if max(took) / one < _MOST_BARS), 100)
        counts = [0] * (int(max(took) // width) + 1)
        for one in took:
            counts[int(one // width)] += 1
        points = tuple(Point(float(n * width), count, to=float((n + 1) * width)) for n, count in enumerate(counts))
        series = Series("", points)
    return Chart(
        "minutes", title, Axis(tr("Minutes")), Axis(tr("Articles")), (series,), note, empty=_empty(tallies, wanted)
    )


def _timed(tallies: Tallies, wanted: Wanted) -> list[tuple[str, date, float]]:
    return [
        (one.annotator, one.day, one.seconds / 60)
        for one in tallies.finished
        if one.day and one.seconds and wanted.who(one.annotator) and wanted.when(one.day)
    ]


def _rounded(minutes: float) -> str:
    return decimal(minutes, 1 if minutes < 10 else 0)


def _note(tallies: Tallies, wanted: Wanted) -> str:
    said = tr(
        "Articles terminés, à la semaine où chacun l’a été. Le temps avant un acte est compté à son article ; plus de "
        "5 minutes sans acte sont une pause : le premier acte qui suit ne compte aucune minute ; les actes sur "
        "plusieurs articles ne comptent pour aucun."
    )
    return f"{said} {without_times(tallies, wanted)}".strip()


def _empty(tallies: Tallies, wanted: Wanted) -> str:
    said = tr("Le temps passé par article viendra ici, dès qu’un article aura été annoté et terminé.")
    return f"{without_times(tallies, wanted)} {said}".strip()
