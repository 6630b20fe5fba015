"""A learning curve as a chart and in words: F1 by number of finished articles, and what more of them would bring."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from depeche.core.chart import Axis, Chart, Mark, Point, Series
from depeche.core.chart_scale import Scale, decimal
from depeche.messages import number, tr
from depeche.train.evaluate import ALL


def chart(curve: Mapping[str, Any], names: Mapping[str, str], only: str | None = None) -> Chart:
    """Return the chart of a curve (as `train.curve.curve` gives it); `names` are the shown names of labels.

    With `only`, that label alone: several bands that overlap are hard to read. F1 is drawn between the tenths
    around the lowest and the highest bound, as what is learned is a few hundredths.
    """
    shown = {label: one for label, one in curve["labels"].items() if only in (None, label)}
    points_shown = [each for one in shown.values() for each in one["points"]]
    most = math.ceil(10 * max((each["high"] for each in points_shown), default=1.0)) / 10
    least = math.floor(10 * min((each["low"] for each in points_shown), default=0.0)) / 10
    least = max(0.0, min(least, round(most - 0.1, 1)))
    series: list[Series] = []
    for label, one in shown.items():
        name = tr("tout") if label == ALL else names.get(label, label)
        points = tuple(Point(float(each["articles"]), each["f"], each["low"], each["high"]) for each in one["points"])
        series.append(Series(name, points, Mark.LINE, label))
    return Chart(
        "learning-curve",
        tr("Courbe d’apprentissage"),
        Axis(tr("articles terminés dont le modèle apprend"), Scale.NUMBER),
        Axis(tr("F1 exact"), Scale.NUMBER, least, max(most, 0.1)),
        tuple(series),
        note=tr(
            "éprouvé sur {test} articles, %n graine ; bandes : intervalles à 95 %|"
            "éprouvé sur {test} articles, %n graines ; bandes : intervalles à 95 %",
            n=len(curve["seeds"]),
            test=number(curve["test"]),
        ),
        empty=tr("Entraînez un modèle avec sa courbe."),
    )


def promised(one: Mapping[str, Any], label: str) -> str:
    """Return in words what the curve of a label (`label`: its shown name) lets one expect."""
    promise = one["promise"]
    words = _expected(promise, label)
    if one.get("heard") == 0:
        silent = tr("à aucune taille le modèle n’a eu son mot à dire, tout vient des règles et du modèle livré")
        return f"{words} ; {silent}" if promise["kind"] == "top" else silent
    return words


def _expected(promise: Mapping[str, Any], label: str) -> str:
    if promise["kind"] == "more":
        return tr("environ {articles} articles de plus ({low} à {high}) pour +{points} points sur {label}",
                  points=round(100 * promise["gain"]), label=label, articles=number(promise["articles"]),
                  low=number(promise["low"]), high=number(promise["high"]))  # fmt: skip
    if promise["kind"] == "top":
        return tr("F1 {f} : il n’y a plus guère à gagner", f=decimal(promise["f"], 3))
    if promise["kind"] == "flat":
        return tr("courbe plate : d’autres articles n’aideront pas, relisez plutôt le guide")
    return tr("trop tôt pour dire ce que d’autres articles apporteraient")
