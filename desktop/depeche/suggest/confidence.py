"""The verb: what scores are worth on a project's finished articles, and the threshold below which nothing is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from depeche.core.calibration import (
    Bin,
    Calibration,
    Cost,
    Costs,
    Judged,
    Pair,
    Prior,
    as_known,
    bins,
    error,
    fitted,
    outside,
)
from depeche.core.chart_scale import Scale, amount
from depeche.core.progress import Report, silent
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import number, tr
from depeche.store import confidence, finished
from depeche.store.project import Connection, Project
from depeche.suggest.naming import trusted
from depeche.suggest.reliability import MODEL, measured

FEW = 30
"""Suggestions judged below which a diagram says little, which is then said, and scores stay as they are shipped."""

FEW_ARTICLES = 5
"""The same of articles: one that was finished in another manner mustn't speak for all that come."""

EVERY = 20
"""So many articles finished since the scores were measured, and it is due again."""

_KNOWS_ITS_ARTICLE = ("memory", "elsewhere")
"""Sources that say of a finished article what was said in it. Only what was answered of them counts, as of models."""


@dataclass(frozen=True)
class Confidence:
    """What scores are worth: `raw` and `pairs` hold each judged suggestion's own and its shown score.

    `own` tells whether scores are bent by the project's articles. The shown ones are then fitted to other articles.
    Where bending brought them no nearer, on articles that weren't fitted to, they are those of the program as it is
    shipped, and `missed` is the error they would have had. Those that a work package brought stay as long as more was
    judged for them than here. `judged` are the suggestions, in the order of `pairs`; `unread` others have no answer
    where most have none, and don't count. `waiting` has the calibrated scores of those that wait, with how many;
    `calibration` is what the project goes on with.
    """

    calibration: Calibration
    judged: tuple[Judged, ...]
    raw: tuple[Pair, ...]
    pairs: tuple[Pair, ...]
    waiting: tuple[tuple[float, int], ...]
    own: bool = True
    missed: float = 0.0
    unread: int = 0

    @cached_property
    def diagrams(self) -> dict[str | None, tuple[Bin, ...]]:
        """The reliability diagram of each label, and under None of all."""
        found: dict[str | None, tuple[Bin, ...]] = {None: bins(self.pairs)}
        for label in self.labels:
            found[label] = bins(pair for pair, one in zip(self.pairs, self.judged, strict=True) if one.label == label)
        return found

    @cached_property
    def labels(self) -> list[str]:
        """The labels of which any suggestion was judged."""
        return sorted({one.label for one in self.judged})

    @cached_property
    def before(self) -> float:
        """The expected calibration error of the sources' own scores."""
        return error(self.raw)

    @cached_property
    def after(self) -> float:
        """The same of the shown scores, on articles that weren't fitted to."""
        return error(_scored(self.pairs, self.judged))

    @cached_property
    def costs(self) -> Costs:
        """What hiding below a score does on the finished articles."""
        return Costs(self.pairs)

    def prepared(self) -> Confidence:
        """Return it with all of that worked out, which may take a second: not for the window's thread."""
        _ = self.diagrams, self.before, self.after, self.costs
        return self

    def cost(self, below: float) -> Cost:
        """Return what hiding below a score does on the finished articles."""
        return self.costs.below(below)

    def hidden(self, below: float) -> int:
        """Return how many suggestions that wait are hidden below a score."""
        return sum(n for share, n in self.waiting if share < below)


def measure(project: Project, report: Report = silent) -> Confidence:
    """Return what scores are worth by the project's finished articles as they are now; stores nothing."""
    of_all = confidence.told(project, report)
    told = tuple(one for one in of_all.judged if one.answered or not _knows(one.source))
    prior = prior_of(project)
    unsaid = confidence.waiting(project, report)
    with project.read() as db:
        before, articles = confidence.get(db), _finished(db)
    others = {(source, label, kind or "") for source, label, kind, _ in unsaid}
    bent = tuple(outside(told, prior))
    shipped = as_known(told, prior, others)
    stays = before.brought and before.judged > len(told)
    basis = replace(before, cells={**shipped.cells, **before.cells}) if stays else shipped
    plain = tuple((_shown(basis, one), one.right) for one in told)
    own = not stays and not few(told) and error(_scored(bent, told)) < error(_scored(plain, told))
    fresh = fitted(told, prior, others) if own else shipped
    made = basis if stays else replace(fresh, articles=articles, hide_below=before.hide_below, shown=before.shown)
    waiting = [(made.share(source, label, kind, score), n) for (source, label, kind, score), n in unsaid.items()]
    return Confidence(
        made,
        told,
        tuple((one.score, one.right) for one in told if one.score is not None),
        bent if own else plain,
        tuple((share, n) for share, n in waiting if share is not None),
        own,
        error(_scored(bent, told)),
        of_all.unread,
    )


def keep(project: Project, found: Confidence) -> None:
    """Show scores as they were measured from now on; the threshold stays."""
    go_by(project, found.calibration)


def go_by(project: Project, made: Calibration) -> None:
    """Show scores by this from now on; the threshold stays."""
    _change(project, lambda now: replace(made, hide_below=now.hide_below, shown=now.shown))


def renew(project: Project, report: Report = silent) -> None:
    """Measure again where articles were finished since."""
    with project.read() as db:
        known, number = confidence.get(db), _finished(db)
    if number > known.articles if known.brought else number not in (0, known.articles):
        keep(project, measure(project, report))


def is_due(project: Project) -> bool:
    """Tell whether `EVERY` articles were finished since scores were measured last.

    What a work package brought stays until here more were finished than there.
    """
    with project.read() as db:
        known, number = confidence.get(db), _finished(db)
    return number > known.articles if known.brought else number >= known.articles + EVERY


def hide_below(project: Project, below: float) -> None:
    """Hide suggestions less likely right than this; 0 hides none. Nothing is deleted. Raises UserError."""
    if not 0 <= below < 1:
        raise UserError(tr("Un seuil est un nombre de 0 à moins de 1."), tr("Par exemple 0.35 ; 0 ne cache rien."))
    _change(project, lambda now: replace(now, hide_below=round(below, 3)))


def show_hidden(project: Project, shown: bool) -> None:
    """Show what is hidden, or hide it again."""
    _change(project, lambda now: replace(now, shown=shown))


def prior_of(project: Project) -> Prior:
    """Return what is known of sources from elsewhere, under the project's names of labels."""
    trust = trusted(measured().of, project.scheme)

    @cache
    def prior(source: str, label: str, kind: str | None, score: float | None) -> float:
        return trust(Suggestion(0, 1, label, kind, source=source, score=score))

    return prior


def sentence(cost: Cost, waiting: int) -> str:
    """Return what a threshold costs and saves, in words."""
    if not cost.below:
        return tr("Rien n’est caché.")
    words = tr(
        "sous {below} : %n suggestion cachée, dont {right} justes ; {spared} rejets épargnés|"
        "sous {below} : %n suggestions cachées, dont {right} justes ; {spared} rejets épargnés",
        n=cost.hidden, below=said(cost.below), right=number(cost.right), spared=number(cost.spared),
    )  # fmt: skip
    left = tr("dans ce qui reste à faire, %n cachée|dans ce qui reste à faire, %n cachées", n=waiting)
    return tr(
        "{words} (sur les {total} des articles terminés) ; {left}.", words=words, total=number(cost.total), left=left
    )


def worth(found: Confidence) -> str:
    """Return in words how far scores and shares differ, before and after; or that nothing was judged."""
    if not found.judged:
        return tr("Aucune suggestion jugée : les scores sont ceux du programme livré.")
    words = tr("Écart moyen entre score et part juste : {before} avant, {after} après calibrage (articles non vus).",
               before=amount(found.before, Scale.SHARE), after=amount(found.after, Scale.SHARE))  # fmt: skip
    if found.own:
        return words
    if few(found.judged) and not found.calibration.brought:
        return tr("{words} Jusque-là, ce sont ceux du programme livré.", words=lacking(found.judged))
    if found.calibration.brought:
        return tr(
            "Écart moyen entre score et part juste : {before} pour les scores des sources, {after} pour ceux que le "
            "lot a apportés, qui restent : le responsable les a mesurés sur plus de suggestions ({judged}).",
            before=amount(found.before, Scale.SHARE), after=amount(found.after, Scale.SHARE),
            judged=number(found.calibration.judged),
        )  # fmt: skip
    return tr(
        "Écart moyen entre score et part juste : {before} pour les scores des sources, {after} pour ceux du programme "
        "livré, qui restent : ces articles ne les rendraient pas plus justes ({missed}, articles non vus).",
        before=amount(found.before, Scale.SHARE), after=amount(found.after, Scale.SHARE),
        missed=amount(found.missed, Scale.SHARE),
    )  # fmt: skip


def renewal(articles: int, *, brought: bool = False) -> str:
    """Return in words when the scores are measured again by themselves."""
    words = tr(
        "Mesurés sur %n article terminé, puis de nouveau, sans qu’on le demande, tous les {every} ; "
        "l’article ouvert garde les siens.|"
        "Mesurés sur %n articles terminés, puis de nouveau, sans qu’on le demande, tous les {every} ; "
        "l’article ouvert garde les siens.",
        n=articles, every=EVERY,
    )  # fmt: skip
    return tr("Venus avec le lot. {words}", words=words) if brought else words


def said(share: float) -> str:
    """Return a share with two decimals and the sign of the language."""
    return f"{share:.2f}".replace(".", tr(","))


def _shown(made: Calibration, one: Judged) -> float:
    share = made.share(one.source, one.label, one.kind, one.score)
    assert share is not None  # each of these sources has its cells
    return share


def _scored(pairs: Sequence[Pair], judged: Sequence[Judged]) -> list[Pair]:
    # Before and after are compared on the same suggestions: those whose source gave a score.
    return [pair for pair, one in zip(pairs, judged, strict=True) if one.score is not None]


def _change(project: Project, change: Callable[[Calibration], Calibration]) -> None:
    with project.write() as db:
        confidence.put(db, change(confidence.get(db)))


def _finished(db: Connection) -> int:
    return len(finished.keys(db))


def _knows(source: str) -> bool:
    return source in _KNOWS_ITS_ARTICLE or source.startswith(MODEL)


def few(judged: Sequence[Judged]) -> bool:
    """Tell whether too few suggestions were judged, or in too few articles, for a project's own scores."""
    return len(judged) < FEW or len({one.article for one in judged}) < FEW_ARTICLES


def lacking(judged: Sequence[Judged]) -> str:
    """Return in words how much was judged where that is too little, and how much is needed."""
    return tr("{judged} dans {articles} : il en faut {few} dans {several} avant que les scores se règlent sur ce "
              "projet.",
              judged=tr("%n suggestion jugée|%n suggestions jugées", n=len(judged)),
              articles=tr("%n article terminé|%n articles terminés", n=len({one.article for one in judged})),
              few=number(FEW), several=number(FEW_ARTICLES))  # fmt: skip


def passed_over(found: Confidence) -> str:
    """Return in words what doesn't count as there is no answer; "" where all counts."""
    if not found.unread:
        return ""
    return tr(
        "%n suggestion sans réponse n’est pas comptée : là où moins de la moitié en ont une, le silence ne dit rien.|"
        "%n suggestions sans réponse ne sont pas comptées : là où moins de la moitié en ont une, le silence ne dit "
        "rien.",
        n=found.unread,
    )  # fmt: skip
