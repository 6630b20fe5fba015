"""Charts of what is there today, wherever it came from: articles by state, spans by label. Needs no times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from depeche.core.article import State
from depeche.core.chart import Axis, Chart, Point, Series
from depeche.core.chart_scale import Scale
from depeche.core.stat_days import Labels, arrived_finished, in_order
from depeche.core.tallies import Tallies, Wanted
from depeche.messages import number, tr

_MOST_SOURCES = 16


def states(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return how far the articles have come, by who published them: each once, or once for each who reads it."""
    found: Counter[tuple[str, str]] = Counter()
    begun: Counter[str] = Counter()
    for one in tallies.states:
        if wanted.who(one.annotator):
            found[one.source or "", one.state] += one.n
            begun[one.source or ""] += one.n
    for stock in tallies.stock:
        fresh = stock.unread if wanted.annotator is None else stock.articles - begun[stock.source or ""]
        found[stock.source or "", State.TODO] += fresh
    names = {
        State.DONE: tr("Terminés"), State.FLAGGED: tr("Signalés"), State.STARTED: tr("Commencés"),
        State.SKIPPED: tr("Passés"), State.TODO: tr("À faire"),
    }  # fmt: skip
    there = {state for (_, state), n in found.items() if n}
    shown: dict[str, str] = {state.value: words for state, words in names.items() if state.value in there}
    empty = tr("Les articles viendront ici, par état, dès que le premier sera importé.")
    return _by_source("articles-by-state", tr("Articles par état"), tr("Articles"), found, shown,
                      tr("Tous les articles d’aujourd’hui, importés compris."), empty)  # fmt: skip


def spans(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return how many spans of each label there are, by who published the article; imported ones are of them."""
    found: Counter[tuple[str, str]] = Counter()
    imported = 0
    for one in tallies.made:
        if wanted.who(one.annotator) and wanted.what(one.label) and wanted.when(one.day):
            found[one.source or "", one.label] += one.n
            imported += 0 if one.day else one.n
    names = {label: labels.get(label, label) for label in in_order((label for _, label in found), labels)}
    note = tr("Tous les passages d’aujourd’hui.")
    if imported:
        note += " " + tr("Dont %n importé.|Dont %n importés.", n=imported)
    empty = tr("Les passages viendront ici, par étiquette et par source, dès le premier.")
    return _by_source("spans-by-label", tr("Passages par étiquette"), tr("Passages"), found, names, note, empty)


def without_times(tallies: Tallies, wanted: Wanted) -> str:
    """Return in words how many articles arrived finished, of which no times are known; empty where there are none."""
    n = sum(one.day is None and wanted.who(one.annotator) for one in tallies.finished)
    return arrived_finished(n) if n else ""


def _by_source(
    name: str, title: str, what: str, found: Counter[tuple[str, str]], names: dict[str, str], note: str, empty: str
) -> Chart:  # fmt: skip
    often: Counter[str] = Counter()
    for (source, _), n in found.items():
        often[source] += n
    ranked = sorted(often, key=lambda source: (-often[source], source))
    kept, rest = ranked[:_MOST_SOURCES], ranked[_MOST_SOURCES:]
    if rest:
        note += " " + tr("Les {shown} premières sources de {all}.", shown=len(kept), all=number(len(ranked)))
    series = tuple(
        Series(words, tuple(_points(kept, found, key)), colour=key) for key, words in names.items()
    )  # fmt: skip
    axis = Axis(tr("Publié par"), Scale.CATEGORY)
    return Chart(name, title, axis, Axis(what), series, note, stacked=True, lying=True, empty=empty)


def _points(sources: Iterable[str], found: Counter[tuple[str, str]], key: str) -> Iterable[Point]:
    return (Point(source or tr("sans source"), found[source, key]) for source in sources)
