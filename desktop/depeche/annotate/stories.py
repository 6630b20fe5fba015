"""Articles that tell one story, and what they state, side by side. Reads; changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from depeche.annotate import neighbours
from depeche.annotate.sheet import read_sheet
from depeche.annotate.statements import One, statements
from depeche.core.article import Heading
from depeche.core.board import Board, Column, Statement, board
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import ValueType
from depeche.core.span import reading_order
from depeche.core.stories import Strength
from depeche.core.teller import Rule
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import articles, likeness
from depeche.store.project import Project

_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell one story, by the first of them, in the order of import. `rules` brought them together."""

    articles: tuple[Heading, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def key(self) -> str:
        """The key of the first article: the story's name, which stays when others come."""
        return self.articles[0].key

    @property
    def title(self) -> str:
        """What the first article is called."""
        return self.articles[0].title or self.articles[0].name

    @property
    def dates(self) -> tuple[str, str] | None:
        """The first and last day of publication, None where none is known."""
        known = sorted(one.date for one in self.articles if one.date)
        return (known[0], known[-1]) if known else None

    @property
    def sources(self) -> tuple[str, ...]:
        """The different sources, in the order of import."""
        return tuple(dict.fromkeys(one.source for one in self.articles if one.source))


def stories(project: Project, report: Report = silent) -> list[Story]:
    """Return the stories that two articles at least tell, the largest first, then in the order of import.

    Only of articles that were taken in: see `lacks_articles` and `take_in`.
    """
    labels = [one.label for one in project.scheme.labels if one.value is ValueType.NAME]
    every = likeness.groups(project.read, Strength.STORIES, report, labels=labels)
    groups = [one for one in every if len(one.keys) > 1]
    numbers = likeness.numbers(project.read)
    wanted = sorted(numbers[key] for one in groups for key in one.keys)
    known: dict[str, Heading] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        with project.read() as db:
            known |= {one.key: one for one in articles.headings(db, project.annotator, wanted[at : at + _AT_ONCE])}
    found = [Story(tuple(known[key] for key in one.keys), one.rules) for one in groups]
    report(Progress(1, 1))
    return sorted(found, key=lambda one: (-len(one.articles), one.articles[0].number))


def lacks_articles(project: Project) -> bool:
    """Tell whether there are articles, of an older project, that weren't taken in yet."""
    with project.read() as db:
        return bool(likeness.lacking(db))


def take_in(project: Project, report: Report = silent, *, anew: bool = False) -> int:
    """Take in the articles that weren't yet, or all of them `anew`; returns how many."""
    if anew:
        with project.write() as db:
            likeness.clear(db)
    return likeness.fill(project.read, project.write, report)


def why(story: Story) -> str:
    """Return in words what brought a story's articles together, and how many days apart it may be."""
    said = {
        Rule.COPY: tr("phrases communes ({days} jours d’écart au plus)", days=Rule.COPY.days),
        Rule.WORDS: tr("mêmes noms et mêmes mots ({days} jours)", days=Rule.WORDS.days),
        Rule.NAMES: tr("mêmes noms rares ou acteurs annotés ({days} jours)", days=Rule.NAMES.days),
    }
    return tr("Rapprochés par : {rules}.", rules=" ; ".join(said[rule] for rule in story.rules))


def none_found() -> str:
    """Return what is said of a project without stories: what two articles need to have in common."""
    return tr(
        "Aucun récit : il faut deux articles au moins qui racontent la même chose, à {words} jours d’écart au plus, "
        "{names} quand ils partagent des noms rares ou des acteurs annotés, {copy} quand ils partagent des phrases.",
        words=Rule.WORDS.days, names=Rule.NAMES.days, copy=Rule.COPY.days,
    )  # fmt: skip


def story_of(found: Sequence[Story], article: str) -> Story:
    """Return the story of an article by its number, name or key; raises `UserError` where it tells none with others."""
    for one in found:
        if any(article in (str(head.number), head.name, head.key) for head in one.articles):
            return one
    raise UserError(tr("L’article « {name} » ne partage son récit avec aucun autre.", name=article))


def board_of(project: Project, story: Story, *, pending: bool = False, report: Report = silent) -> Board:
    """Return what a story's articles state: the annotator's spans and, with `pending`, suggestions that wait."""
    columns = [Column(one.key, one.number, one.title or one.name, one.date, one.source) for one in story.articles]
    said: list[Statement] = []
    for n, key in enumerate(one.key for one in story.articles):
        report(Progress(n, len(columns)))
        said += _stated(project, key, pending=pending)
    report(Progress(len(columns), len(columns)))
    return board(columns, said)


def _stated(project: Project, key: str, *, pending: bool) -> list[Statement]:
    with project.read() as db:
        sheet = read_sheet(db, key, project.annotator)
    marks: list[One] = list(sheet.spans)
    if pending:
        waiting = [one for one in reading_order(sheet.suggestions.values()) if one.key not in sheet.verdicts]
        marks += neighbours.can_stay(waiting, sheet.spans, project.scheme.nests)
    return list(statements(sheet.article, reading_order(marks), project.scheme))
