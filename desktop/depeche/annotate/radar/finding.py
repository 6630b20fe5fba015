"""What the radar finds: a place that doesn't fit, why, and what would mend it. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from depeche.core.span import Span
from depeche.messages import tr
from depeche.store.pages import Page


class Kind(StrEnum):
    """What is wrong, the worst first."""

    CROSSING = "crossing"
    DOUBLED = "doubled"
    EDGE = "edge"
    MARKS = "marks"
    LABEL = "label"
    FOREIGN = "foreign"
    GENRE = "genre"
    VALUE = "value"
    NAMES = "names"
    SPEAKER = "speaker"
    FIGURE = "figure"
    DATE = "date"
    WEEKDAY = "weekday"
    GUIDE = "guide"
    UNLABELLED = "unlabelled"
    OPEN = "open"
    UNCLOSED = "unclosed"
    UNSPOKEN = "unspoken"


REMARKS = (Kind.UNCLOSED, Kind.UNSPOKEN)
"""True as they are said, but most often of the text and not of the work: a mark that its author forgot to close, words
of somebody who isn't named."""


@dataclass(frozen=True, slots=True)
class Mend:
    """One step of a fix in one article (a key): `old` becomes `new`, goes (no `new`), or `new` comes (no `old`)."""

    article: str
    old: Span | None = None
    new: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in one place of an article, or in several that belong together.

    `name` tells it from all others for as long as it is the same: what is set aside is remembered by it. `article`,
    `number`, `start` and `end` (code points) are the first place, `spans` the keys of all spans concerned. `sentence`
    says in French what is wrong; `mends` is its fix, empty where only a person can tell. `weight` ranks it within its
    kind, between 0 and 1.
    """

    kind: Kind
    name: str
    article: str
    number: int
    start: int
    end: int
    words: str
    sentence: str
    spans: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()
    weight: float = 0.5


def about(
    page: Page,
    kind: Kind,
    span: Span,
    sentence: str,
    *,
    mends: tuple[Mend, ...] = (),
    weight: float = 0.5,
    also: str = "",
) -> Finding:
    """Return a finding about one span of a page; `also` is what else its name hangs on."""
    name = f"{kind}/{span.key}/{span.start}-{span.end}/{span.label}/{span.kind}/{span.value}/{also}"
    words = words_of(page, span.start, span.end)
    article = page.article
    return Finding(
        kind, name, article.key, article.number, span.start, span.end, words, sentence, (span.key,), mends, weight
    )


def words_of(page: Page, start: int, end: int) -> str:
    """Return a stretch of a page on one line."""
    return " ".join(page.article.text[start:end].split())


def ranked(findings: list[Finding]) -> list[Finding]:
    """Return findings with the worst kind first, and within a kind the surest; else in the order of import."""
    order = {kind: n for n, kind in enumerate(Kind)}
    return sorted(findings, key=lambda one: (order[one.kind], -one.weight, one.number, one.start, one.name))


def title_of(kind: Kind) -> str:
    """Return the heading of all findings of a kind."""
    return {
        Kind.CROSSING: tr("Passages qui se croisent"),
        Kind.DOUBLED: tr("Passages en double"),
        Kind.EDGE: tr("Blancs ou ponctuation au bord"),
        Kind.MARKS: tr("Guillemets mal appariés"),
        Kind.LABEL: tr("Mêmes mots, deux étiquettes"),
        Kind.FOREIGN: tr("Genre que l’étiquette n’a pas"),
        Kind.GENRE: tr("Mêmes mots, deux genres"),
        Kind.VALUE: tr("Mêmes mots, deux valeurs"),
        Kind.NAMES: tr("Un acteur sous deux noms"),
        Kind.SPEAKER: tr("Citation sans locuteur"),
        Kind.FIGURE: tr("Chiffre sans valeur"),
        Kind.DATE: tr("Date sans valeur"),
        Kind.WEEKDAY: tr("Jour et date en désaccord"),
        Kind.GUIDE: tr("Contraire au guide"),
        Kind.UNLABELLED: tr("Étiqueté ailleurs, pas ici"),
        Kind.OPEN: tr("Guillemet ouvert sans citation"),
        Kind.UNCLOSED: tr("Citation aux guillemets incomplets"),
        Kind.UNSPOKEN: tr("Citation que le texte n’attribue à personne"),
    }[kind]
