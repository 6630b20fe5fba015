"""Charts of what is there: the actors named most, how long articles and spans are, who has how many spans."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict

from depeche.core.chart import Axis, Chart, Point, Series
from depeche.core.chart_scale import Scale
from depeche.core.stat_days import Labels, in_order
from depeche.core.tallies import Tallies, Wanted
from depeche.messages import number, tr

_MOST_ACTORS = 20
_MOST_BARS = 30
_WIDTHS = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
"""Characters that a bar of article lengths may stand for; multiples of what was counted by."""
_EDGES = (5, 10, 15, 20, 30, 50, 100, 200)
"""The longest span, in characters, of each group of lengths but the last."""


def actors(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return the names that most spans have as their value."""
    found: Counter[str] = Counter()
    for one in tallies.named:
        if wanted.who(one.annotator) and wanted.what(one.label):
            found[one.name] += one.n
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    note = tr("Par nom canonique, quelle que soit la forme dans le texte.")
    if len(ranked) > _MOST_ACTORS:
        note += " " + tr("Les {shown} premiers de {all}.", shown=_MOST_ACTORS, all=number(len(ranked)))
    points = tuple(Point(name, n) for name, n in ranked[:_MOST_ACTORS])
    empty = tr("Les acteurs nommés le plus souvent viendront ici, dès qu’un passage aura un nom pour valeur.")
    return Chart("actors", tr("Acteurs les plus fréquents"), Axis(tr("Acteur"), Scale.CATEGORY), Axis(tr("Passages")),
                 (Series("", points, colour="ACTOR"),), note, lying=True, empty=empty)  # fmt: skip


def article_lengths(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return how many articles are how long."""
    points: tuple[Point, ...] = ()
    if tallies.lengths:
        shortest, longest = tallies.lengths[0][0], tallies.lengths[-1][0]
        width = next((one for one in _WIDTHS if (longest - shortest) / one < _MOST_BARS), _WIDTHS[-1])
        found: Counter[int] = Counter()
        for start, n in tallies.lengths:
            found[start // width] += n
        bars = range(shortest // width, longest // width + 1)
        points = tuple(Point(float(n * width), found[n], to=float((n + 1) * width)) for n in bars)
    empty = tr("La longueur des articles viendra ici, dès que le premier sera importé.")
    return Chart("article-lengths", tr("Longueur des articles"), Axis(tr("Signes")), Axis(tr("Articles")),
                 (Series("", points),), tr("Tous les articles du projet."), empty=empty)  # fmt: skip


def span_lengths(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return which share of each label's spans is how long."""
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for one in tallies.long:
        if wanted.who(one.annotator) and wanted.what(one.label):
            found[one.label][bisect_left(_EDGES, one.length)] += one.n
    groups = [f"{low + 1}–{high}" for low, high in zip((0, *_EDGES), _EDGES, strict=False)]
    groups.append(f">\u00a0{_EDGES[-1]}")
    series = []
    for label in in_order(found, labels):
        total = found[label].total()
        points = tuple(
            Point(group, found[label][n] / total, note=tr("%n passage|%n passages", n=found[label][n]))
            for n, group in enumerate(groups)
        )
        series.append(Series(labels.get(label, label), points, colour=label))
    empty = tr("La longueur des passages viendra ici, dès le premier qui sera accepté ou tracé.")
    return Chart("span-lengths", tr("Longueur des passages"), Axis(tr("Signes"), Scale.CATEGORY),
                 Axis(tr("Part des passages de l’étiquette"), Scale.SHARE), tuple(series), empty=empty)  # fmt: skip


def annotators(tallies: Tallies, labels: Labels, wanted: Wanted) -> Chart:
    """Return how many spans each annotator has, by label."""
    found: Counter[tuple[str, str]] = Counter()
    for one in tallies.made:
        if wanted.who(one.annotator) and wanted.what(one.label) and wanted.when(one.day):
            found[one.annotator, one.label] += one.n
    people = sorted({who for who, _ in found})
    series = tuple(
        Series(labels.get(label, label), tuple(Point(who, found[who, label]) for who in people), colour=label)
        for label in in_order((label for _, label in found), labels)
    )
    empty = tr("Les passages de chaque annotateur viendront ici.")
    return Chart("annotators", tr("Passages par annotateur"), Axis(tr("Annotateur"), Scale.CATEGORY),
                 Axis(tr("Passages")), series, stacked=True, lying=True, empty=empty)  # fmt: skip
