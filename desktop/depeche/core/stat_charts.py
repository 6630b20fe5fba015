"""All charts of a project's statistics, in the order of their list, and by what each can be narrowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from depeche.core import stat_control, stat_days, stat_minutes, stat_outcomes, stat_sizes, stat_stock
from depeche.core.chart import Chart
from depeche.core.stat_days import Labels
from depeche.core.tallies import Tallies, Wanted
from depeche.messages import tr


class Filter(StrEnum):
    """By what a chart can be narrowed."""

    ANNOTATOR = "annotator"
    LABEL = "label"
    SOURCE = "source"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class View:
    """One chart of the statistics: what its list calls it, what it can be narrowed by, and how it is made.

    `several`: it says something only where several people have annotated. `control`: only where an article was finished
    without suggestions.
    """

    title: str
    filters: frozenset[Filter]
    make: Callable[[Tallies, Labels, Wanted], Chart]
    several: bool = False
    control: bool = False


def views(tallies: Tallies) -> list[View]:
    """Return the charts that say something of this project, in the order of their list."""
    who, when = Filter.ANNOTATOR, Filter.PERIOD
    done, made, judged = (
        frozenset({who, when}), frozenset({who, Filter.LABEL, when}), frozenset(Filter),
    )  # fmt: skip
    days, minutes, outcomes, sizes, control = stat_days, stat_minutes, stat_outcomes, stat_sizes, stat_control
    stock = stat_stock
    every = (
        View(tr("Articles terminés"), done, days.articles_by_day),
        View(tr("Articles terminés par annotateur"), done, days.annotators_by_day, several=True),
        View(tr("Passages faits"), made, days.spans_by_day),
        View(tr("Passages par annotateur"), made, sizes.annotators, several=True),
        View(tr("Articles par état"), frozenset({who}), stock.states),
        View(tr("Passages par étiquette"), made, stock.spans),
        View(tr("Minutes par article"), done, minutes.minutes_by_week),
        View(tr("Minutes par article, répartition"), done, minutes.minutes),
        View(tr("Suggestions par étiquette"), judged, outcomes.by_label),
        View(tr("Suggestions par source"), judged, outcomes.by_source),
        View(tr("Suggestions par semaine"), judged, outcomes.by_week),
        View(tr("Part acceptée, par étiquette"), judged, outcomes.accepted_by_label),
        View(tr("Part acceptée, par source"), judged, outcomes.accepted_by_source),
        View(tr("Acteurs les plus fréquents"), frozenset({who, Filter.LABEL}), sizes.actors),
        View(tr("Longueur des articles"), frozenset(), sizes.article_lengths),
        View(tr("Longueur des passages"), frozenset({who, Filter.LABEL}), sizes.span_lengths),
        View(tr("Témoins : minutes"), done, control.minutes, control=True),
        View(tr("Témoins : passages"), done, control.spans, control=True),
        View(tr("Témoins : accord"), done, control.agreement, control=True),
    )
    several = len(tallies.annotators) > 1
    blind = any(one.assisted is False for one in tallies.finished)
    return [view for view in every if (several or not view.several) and (blind or not view.control)]


def charts(tallies: Tallies, labels: Labels, wanted: Wanted) -> list[Chart]:
    """Return all these charts, each narrowed by what it can be narrowed by."""
    return [view.make(tallies, labels, wanted) for view in views(tallies)]
