"""Charts of the blind control: articles annotated with suggestions in sight beside those annotated without."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from depeche.core.agreement import ratio
from depeche.core.chart import Axis, Chart, Point, Series
from depeche.core.chart_scale import Scale
from depeche.core.spread import quartiles
from depeche.core.tallies import Finished, Tallies, Wanted
from depeche.messages import tr

_BOTH = (True, False)


def minutes(tallies: Tallies, labels: Mapping[str, str], wanted: Wanted) -> Chart:
    """Return median and quartiles of the minutes per article, with suggestions and without."""
    found = _finished(tallies, wanted)
    return _spread(
        "control-minutes", tr("Témoins : minutes par article"), tr("Minutes, médiane et quartiles"),
        found, lambda one: None if one.seconds is None else one.seconds / 60,
    )  # fmt: skip


def spans(tallies: Tallies, labels: Mapping[str, str], wanted: Wanted) -> Chart:
    """Return median and quartiles of the spans per article."""
    found = _finished(tallies, wanted)
    return _spread(
        "control-spans", tr("Témoins : passages par article"), tr("Passages, médiane et quartiles"),
        found, lambda one: float(one.spans),
    )  # fmt: skip


def agreement(tallies: Tallies, labels: Mapping[str, str], wanted: Wanted) -> Chart:
    """Return how far the articles, as they were first finished, agree with what they are now: F1."""
    found = _finished(tallies, wanted)
    points = []
    for assisted in _BOTH:
        ones = [one for one in found if one.assisted is assisted]
        f1 = _agreement(ones)
        if f1 is not None:
            points.append(Point(_name(assisted), f1, note=tr("%n article|%n articles", n=len(ones))))
    title = tr("Témoins : accord avec la version finale")
    note = _note() + " " + tr("Les passages d’un article quand il a été terminé, comparés à ceux qu’il a maintenant.")
    axis = Axis(tr("F1, mêmes bornes et étiquette"), Scale.SHARE, high=1.0)
    return Chart("control-agreement", title, Axis("", Scale.CATEGORY), axis, (Series("", tuple(points)),), note,
                 empty=_empty())  # fmt: skip


def summary(tallies: Tallies, wanted: Wanted) -> dict[str, Any]:
    """Return the same as numbers, ready for JSON: `assisted` and `blind`."""
    found = _finished(tallies, wanted)
    return {name: _summed([one for one in found if one.assisted is assisted])
            for name, assisted in (("assisted", True), ("blind", False))}  # fmt: skip


def _summed(ones: list[Finished]) -> dict[str, Any]:
    took = [one.seconds / 60 for one in ones if one.seconds is not None]
    f1 = _agreement(ones)
    return {
        "articles": len(ones),
        "minutes_per_article": round(quartiles(took)[1], 2) if took else None,
        "spans_per_article": round(sum(one.spans for one in ones) / len(ones), 2) if ones else None,
        "agreement_with_final": None if f1 is None else round(f1, 4),
    }


def _finished(tallies: Tallies, wanted: Wanted) -> list[Finished]:
    return [
        one for one in tallies.finished
        if one.assisted is not None and wanted.who(one.annotator) and wanted.when(one.day)
    ]  # fmt: skip


def _agreement(ones: Iterable[Finished]) -> float | None:
    """Return F1 over all spans of these articles together."""
    some = list(ones)
    return ratio(2 * sum(one.stand for one in some), sum(one.first + one.spans for one in some))


def _spread(
    name: str, title: str, what: str, found: list[Finished], measure: Callable[[Finished], float | None]
) -> Chart:
    points = []
    for assisted in _BOTH:
        numbers = [n for one in found if one.assisted is assisted and (n := measure(one)) is not None]
        if numbers:
            low, middle, high = quartiles(numbers)
            counted = tr("%n article|%n articles", n=len(numbers))
            points.append(Point(_name(assisted), middle, low, high, note=counted))
    series = (Series("", tuple(points)),)
    return Chart(name, title, Axis("", Scale.CATEGORY), Axis(what), series, _note(), empty=_empty())


def _name(assisted: bool) -> str:
    return tr("Avec suggestions") if assisted else tr("Sans (témoins)")


def _note() -> str:
    return tr("Articles terminés dont on sait si des suggestions étaient montrées.")


def _empty() -> str:
    return tr("Ici se compareront le travail avec et sans suggestions, dès qu’un article sera terminé.")
