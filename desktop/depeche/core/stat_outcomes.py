"""Charts of what became of suggestions, and of what nothing had suggested: by label, by source, week by week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from depeche.core.chart import Axis, Chart, Mark, Point, Series
from depeche.core.chart_scale import Scale
from depeche.core.source_names import source_words
from depeche.core.stat_days import Labels, in_order, monday
from depeche.core.tallies import MISSED, Judged, Tallies, Wanted
from depeche.messages import number, tr

Counts = Counter[tuple[str, str]]
"""How many, by group and outcome."""


def by_label(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return what became of suggestions, and what was added by hand, by label."""
    found: Counts = Counter()
    for label, _, outcome, _, n in _judged(tallies, wanted, missed=True):
        found[label, outcome] += n
    groups = [(label, labels.get(label, label)) for label in in_order((label for label, _ in found), labels)]
    title = tr("Ce que deviennent les suggestions, par étiquette")
    note = _note(tallies, wanted, missed=_with_missed(wanted))
    return _bars("outcomes-by-label", title, tr("Étiquette"), found, groups, note, _empty(tallies, wanted))


def by_source(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return what became of suggestions by source and label."""
    found: Counts = Counter()
    sources: dict[str, set[str]] = {}
    for label, source, outcome, _, n in _judged(tallies, wanted, missed=False):
        sources.setdefault(source, set()).add(label)
        found[f"{source}\n{label}", outcome] += n
    groups = [
        (f"{source}\n{label}", f"{source_words(source)} · {labels.get(label, label)}")
        for source in sorted(sources, key=source_words)
        for label in in_order(sources[source], labels)
    ]
    title = tr("Ce que deviennent les suggestions, par source")
    note = _note(tallies, wanted, missed=False)
    return _bars("outcomes-by-source", title, tr("Source et étiquette"), found, groups, note, _empty(tallies, wanted))


def by_week(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return what became of suggestions, and what was added by hand, week by week."""
    found: Counter[tuple[date, str]] = Counter()
    for _, _, outcome, day, n in _judged(tallies, wanted, missed=True):
        if day is not None:
            found[monday(day), outcome] += n
    series = tuple(
        Series(name, tuple(Point(week, found[week, outcome]) for week in sorted({week for week, _ in found})
                           if found[week, outcome]), colour=outcome)
        for outcome, name in outcome_words(missed=_with_missed(wanted)).items()
    )  # fmt: skip
    return Chart(
        "outcomes-by-week", tr("Ce que deviennent les suggestions, par semaine"),
        Axis(tr("Semaine du"), Scale.DAY, step=7), Axis(tr("Passages")), series,
        _note(tallies, wanted, missed=_with_missed(wanted)), stacked=True, empty=_empty(tallies, wanted),
    )  # fmt: skip


def accepted_by_label(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return which share of the suggestions judged was accepted as it was, week by week, by label."""
    found, names = _weekly(tallies, wanted, lambda label, source: label)
    ordered = {label: labels.get(label, label) for label in in_order(names, labels)}
    return _shares("accepted-by-label", tr("Part acceptée, par étiquette"), found, ordered, _empty(tallies, wanted))


def accepted_by_source(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return the same by source."""
    found, names = _weekly(tallies, wanted, lambda label, source: source)
    ordered = {source: source_words(source) for source in sorted(names, key=source_words)}
    return _shares("accepted-by-source", tr("Part acceptée, par source"), found, ordered, _empty(tallies, wanted))


def outcome_words(*, missed: bool) -> dict[str, str]:
    """Return the name of each outcome, in the order in which they are drawn."""
    words = {"accepted": tr("Acceptées"), "corrected": tr("Corrigées"), "rejected": tr("Rejetées")}
    return words | {MISSED: tr("Manquées (ajoutées à la main)")} if missed else words


def _judged(tallies: Tallies, wanted: Wanted, *, missed: bool) -> Iterable[tuple[str, str, str, date | None, int]]:
    for one in tallies.judged:
        here = one.day is not None  # what was judged elsewhere came with an import
        if here and _fits(one, wanted) and wanted.when(one.day):
            yield one.label, one.source, one.outcome, one.day, one.n
    if not missed or not _with_missed(wanted):
        return
    for made in tallies.made:
        # What came with an import may never have been looked at for suggestions.
        by_hand = made.by_hand and made.day is not None
        if by_hand and wanted.who(made.annotator) and wanted.what(made.label) and wanted.when(made.day):
            yield made.label, "", MISSED, made.day, made.n


def _fits(one: Judged, wanted: Wanted) -> bool:
    return wanted.who(one.annotator) and wanted.what(one.label) and wanted.whence(one.source)


def _with_missed(wanted: Wanted) -> bool:
    """Tell whether what nobody suggested belongs there: it has no source."""
    return wanted.source is None


def _weekly(
    tallies: Tallies, wanted: Wanted, group: Callable[[str, str], str]
) -> tuple[Counter[tuple[str, date, bool]], set[str]]:
    found: Counter[tuple[str, date, bool]] = Counter()
    for label, source, outcome, day, n in _judged(tallies, wanted, missed=False):
        if day is not None:
            found[group(label, source), monday(day), outcome == "accepted"] += n
    return found, {name for name, _, _ in found}


def _shares(
    name: str, title: str, found: Counter[tuple[str, date, bool]], names: Mapping[str, str], empty: str
) -> Chart:  # fmt: skip
    series = []
    for key, shown in names.items():
        points = []
        for week in sorted({week for one, week, _ in found if one == key}):
            yes, no = found[key, week, True], found[key, week, False]
            note = tr("{accepted} sur {judged}", accepted=number(yes), judged=number(yes + no))
            points.append(Point(week, yes / (yes + no), note=note))
        series.append(Series(shown, tuple(points), Mark.LINE, key))
    note = tr("Acceptées telles quelles, parmi celles qui ont été jugées dans la semaine.")
    axis = Axis(tr("Semaine du"), Scale.DAY, step=7)
    return Chart(name, title, axis, Axis(tr("Part acceptée"), Scale.SHARE, high=1.0), tuple(series), note,
                 empty=empty)  # fmt: skip


def _bars(
    name: str, title: str, what: str, found: Counts, groups: list[tuple[str, str]], note: str, empty: str
) -> Chart:  # fmt: skip
    missed = any(outcome == MISSED for _, outcome in found)
    series = tuple(
        Series(words, tuple(Point(shown, found[key, outcome]) for key, shown in groups), colour=outcome)
        for outcome, words in outcome_words(missed=missed).items()
    )
    return Chart(name, title, Axis(what, Scale.CATEGORY), Axis(tr("Passages")), series if groups else (), note,
                 stacked=True, lying=True, empty=empty)  # fmt: skip


def _note(tallies: Tallies, wanted: Wanted, *, missed: bool) -> str:
    note = tr("Chaque suggestion jugée, par chacun de ceux qui l’ont jugée.")
    if missed:
        note += " " + tr("Manquées : des passages tracés là où rien n’était proposé.")
    elsewhere = sum(one.n for one in tallies.judged if one.day is None and _fits(one, wanted))
    if elsewhere:
        note += " " + tr("%n réponse est arrivée avec un import et n’est pas comptée."
                         "|%n réponses sont arrivées avec un import et ne sont pas comptées.", n=elsewhere)  # fmt: skip
    return note


def _empty(tallies: Tallies, wanted: Wanted) -> str:
    said = tr("Ici se verra ce qui est accepté, corrigé et rejeté, dès la première suggestion jugée.")
    imported = sum(one.n for one in tallies.made if one.day is None and wanted.who(one.annotator))
    if not imported:
        return said
    arrived = tr("%n passage importé ne vient d’aucune suggestion jugée ici."
                 "|%n passages importés ne viennent d’aucune suggestion jugée ici.", n=imported)  # fmt: skip
    return f"{arrived} {said}"
