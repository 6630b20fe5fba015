"""What more articles would bring, as far as a learning curve says: a power law, and how sure it is.

F1 is taken to grow as a - b·n^-c (a bound, a start and a pace; Hestness et al. 2017, "Deep learning scaling is
predictable, empirically"), with a between 0 and 1, b at least 0 and c between 0.1 and 2, fitted by least squares: for
each of a row of paces the best a and b have a closed form. It is fitted anew to each drawing of test articles and
seeds, and something is promised only if nine drawings of ten see the gain.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy

Table = numpy.ndarray[Any, Any]

GAIN = 0.02
"""Two points more of F1 are asked about."""
FURTHEST = 10
"""Nothing is said of more than so many times the articles that there are."""

_PACES = numpy.geomspace(0.1, 2.0, 25)
_DRAWS = 400
_SURE = 0.9


def promise(sizes: Sequence[int], draws: Sequence[Table]) -> dict[str, Any]:
    """Return what is to be expected, ready for JSON. `draws` are, by size, seeds by drawings of the test articles.

    `kind` is `more` (with `articles`, the number of further ones for `gain` more F1, and `low` and `high` of 80 of 100
    drawings), `top` (with `f`: F1 is so high that there is no such gain left), `flat` (even ten times as many would not
    bring that) or `unknown` (the curve is too short or too unsure to say). `fit` has a, b, c of the mean curve.
    """
    now = float(draws[-1].mean())
    if now > 1 - GAIN:
        return {"kind": "top", "gain": GAIN, "f": round(now, 4)}
    if len(sizes) < 3:
        return {"kind": "unknown", "gain": GAIN}
    n = numpy.asarray(sizes, dtype=float)
    curves = _drawn(draws)
    bound, start, pace = _fit(n, curves.mean(axis=0, keepdims=True))
    fit = {"a": round(float(bound[0]), 4), "b": round(float(start[0]), 4), "c": round(float(pace[0]), 4)}
    needed = _needed(n[-1], *_fit(n, curves))
    reached = numpy.isfinite(needed)
    said: dict[str, Any] = {"gain": GAIN, "sure": round(float(reached.mean()), 3), "fit": fit}
    if reached.mean() >= _SURE:
        low, middle, high = numpy.quantile(needed[reached], (0.1, 0.5, 0.9))
        return said | {"kind": "more", "articles": _rounded(middle), "low": _rounded(low), "high": _rounded(high)}
    return said | {"kind": "flat" if reached.mean() <= 1 - _SURE else "unknown"}


def _drawn(draws: Sequence[Table]) -> Table:
    """Return curves, one a drawing: the same test articles at every size, the mean over seeds drawn again."""
    chance = numpy.random.default_rng(7)
    seeds, number = draws[0].shape
    rows = []
    for index in range(min(_DRAWS, number)):
        rows.append([one[chance.integers(seeds, size=seeds), index].mean() for one in draws])
    return numpy.asarray(rows)


def _fit(n: Table, curves: Table) -> tuple[Table, Table, Table]:
    """Return bound, start and pace of the curve that fits each row best."""
    best = numpy.full(len(curves), numpy.inf)
    bound, start, pace = numpy.zeros(len(curves)), numpy.zeros(len(curves)), numpy.ones(len(curves))
    for c in _PACES:
        x = n**-c
        centred = x - x.mean()
        slope = (curves - curves.mean(axis=1, keepdims=True)) @ centred / (centred @ centred)
        b = numpy.maximum(0.0, -slope)
        a = curves.mean(axis=1) + b * x.mean()
        over = a > 1.0  # no F1 is above 1: the best start under that bound
        b = numpy.where(over, numpy.maximum(0.0, ((1.0 - curves) @ x) / (x @ x)), b)
        a = numpy.where(over, 1.0, a)
        miss = ((a[:, None] - b[:, None] * x - curves) ** 2).sum(axis=1)
        better = miss < best
        best = numpy.where(better, miss, best)
        bound, start, pace = (
            numpy.where(better, a, bound),
            numpy.where(better, b, start),
            numpy.where(better, c, pace),
        )
    return bound, start, pace


def _needed(now: float, bound: Table, start: Table, pace: Table) -> Table:
    """Return how many more articles bring `GAIN`, infinite where none within reach do."""
    left = start * now**-pace - GAIN
    with numpy.errstate(divide="ignore", invalid="ignore"):
        reached = (numpy.maximum(left, 1e-12) / numpy.maximum(start, 1e-12)) ** (-1 / pace)
        total = numpy.where(left > 0, reached, numpy.inf)
    return numpy.where(total <= FURTHEST * now, total - now, numpy.inf)


def _rounded(articles: float) -> int:
    """Return a number of articles as one would say it: 7, 40, 350."""
    step = 1 if articles < 20 else 5 if articles < 100 else 10 if articles < 500 else 50
    return max(1, step * round(articles / step))
