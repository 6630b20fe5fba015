"""Charts of progress: what was finished and made, day by day, or week by week where there are many days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from depeche.core.chart import Axis, Chart, Point, Series
from depeche.core.chart_scale import Scale
from depeche.core.tallies import Tallies, Wanted
from depeche.messages import tr

_MOST_SOURCES = 5
_MOST_DAYS = 120
"""More days than this are shown week by week."""

Labels = Mapping[str, str]
"""The name of each label, in the order of the scheme."""


def articles_by_day(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return how many articles were finished, day by day, by who published them; the rarest together."""
    found: Counter[tuple[str, date]] = Counter()
    often: Counter[str] = Counter()
    for source, day in _finished(tallies, wanted, "source"):
        found[source, day] += 1
        often[source] += 1
    ranked = sorted(often, key=lambda source: (-often[source], source))
    if len(ranked) > _MOST_SOURCES + 1:
        rest = set(ranked[_MOST_SOURCES:])
        for source, day in list(found):
            if source in rest:
                found[tr("autres"), day] += found.pop((source, day))
        ranked = [*ranked[:_MOST_SOURCES], tr("autres")]
    names = {source: source or tr("sans source") for source in ranked}
    if len(names) == 1:
        names = dict.fromkeys(names, tr("Articles"))
    return _finished_chart("articles-by-day", tr("Articles terminés"), found, names, _undated(tallies, wanted))


def annotators_by_day(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return the same by who finished them."""
    found = Counter(_finished(tallies, wanted, "annotator"))
    names = {name: name for name in tallies.annotators if wanted.who(name)}
    title = tr("Articles terminés par annotateur")
    return _finished_chart("annotators-by-day", title, found, names, _undated(tallies, wanted))


def spans_by_day(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return how many of today's spans were made, day by day, by label."""
    found: Counter[tuple[str, date]] = Counter()
    imported = 0
    for one in tallies.made:
        if wanted.who(one.annotator) and wanted.what(one.label) and wanted.when(one.day):
            if one.day is None:
                imported += one.n
            else:
                found[one.label, one.day] += one.n
    names = {label: labels.get(label, label) for label in in_order((label for label, _ in found), labels)}
    note = tr("Les passages qui existent aujourd’hui, le jour où chacun a été accepté ou tracé.")
    if imported:
        note += " " + arrived(imported)
    empty = tr("Les passages viendront ici, jour par jour, dès le premier qui sera accepté ou tracé.")
    if imported:
        empty = f"{arrived(imported)} {empty}"
    return _daily("spans-by-day", tr("Passages faits"), tr("Passages"), found, names, note, empty)


def arrived(n: int) -> str:
    """Return in words that so many spans were imported, of which no days are known."""
    return tr("%n passage importé n’a pas de jour.|%n passages importés n’ont pas de jour.", n=n)


def arrived_finished(n: int) -> str:
    """Return in words that so many articles arrived finished, of which no times are known."""
    return tr(
        "%n article est arrivé terminé : ni jour ni durée connus."
        "|%n articles sont arrivés terminés : ni jour ni durée connus.", n=n,
    )  # fmt: skip


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def in_order(found: Iterable[str], labels: Labels) -> list[str]:
    """Return labels once each in the order of the scheme, others after them by name."""
    there = set(found)
    return [label for label in labels if label in there] + sorted(there - labels.keys())


def _finished(tallies: Tallies, wanted: Wanted, by: str) -> Iterable[tuple[str, date]]:
    for one in tallies.finished:
        if one.day is not None and wanted.who(one.annotator) and wanted.when(one.day):
            yield (one.source or "") if by == "source" else one.annotator, one.day


def _undated(tallies: Tallies, wanted: Wanted) -> int:
    none = (one for one in tallies.finished if one.day is None)
    return sum(wanted.who(one.annotator) and wanted.when(None) for one in none)


def _finished_chart(
    name: str, title: str, found: Mapping[tuple[str, date], int], names: Mapping[str, str], undated: int
) -> Chart:  # fmt: skip
    note = tr("Un article compte le jour où il a été terminé, à l’heure de cette machine.")
    if undated:
        note += " " + arrived_finished(undated)
    empty = tr("Les articles terminés viendront ici, jour par jour. La touche F termine l’article ouvert.")
    if undated:
        empty = f"{arrived_finished(undated)} {empty}"
    return _daily(name, title, tr("Articles"), found, names, note, empty)


def _daily(
    name: str, title: str, what: str, found: Mapping[tuple[str, date], int], names: Mapping[str, str], note: str,
    empty: str,
) -> Chart:  # fmt: skip
    days = [day for _, day in found]
    weekly = bool(days) and (max(days) - min(days)).days >= _MOST_DAYS
    counted: Counter[tuple[str, date]] = Counter()
    for (key, day), n in found.items():
        counted[key, monday(day) if weekly else day] += n
    series = tuple(
        Series(shown, tuple(Point(day, n) for (one, day), n in sorted(counted.items()) if one == key), colour=key)
        for key, shown in names.items()
    )
    axis = Axis(tr("Semaine du") if weekly else tr("Jour"), Scale.DAY, step=7 if weekly else 1)
    return Chart(name, title, axis, Axis(what), series, note, stacked=True, empty=empty)
