"""A search over the project as a person asks for it, and the lines it finds labelled at one stroke."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from depeche.annotate import neighbours, snap
from depeche.annotate.bulk import Plan
from depeche.annotate.desk import Desk, Valuer
from depeche.annotate.rehearsal import Rehearsal
from depeche.annotate.sheet import read_sheet
from depeche.core.article import State
from depeche.core.dates import is_publication_date
from depeche.core.finding import Line, Page, Question
from depeche.core.progress import Progress, Report, silent
from depeche.core.span import Span, overlap
from depeche.core.suggestion import Outcome, Suggestion
from depeche.core.words import folded, sought
from depeche.core.worth import parse_worth
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import actors, find, search
from depeche.store.project import Project


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person typed and chose. Empty: it doesn't matter.

    `source` is who proposed a passage, `paper` where an article is from. `unfinished`: the last word is still being
    typed.
    """

    words: str = ""
    labels: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    source: str = ""
    since: str = ""
    until: str = ""
    value: str = ""
    annotator: str = ""
    paper: str = ""
    unfinished: bool = False


def question(project: Project, asked: Asked) -> Question:
    """Return the question that `asked` comes to. Raises UserError for a date, label… that isn't any."""
    for date in (asked.since, asked.until):
        if date and not is_publication_date(date):
            raise UserError(tr("« {date} » n’est pas une date.", date=date), tr("Écrivez 2025, 2025-07 ou 2025-07-13."))
    for label in asked.labels:
        if label not in project.scheme:
            known = ", ".join(one.label for one in project.scheme.labels)
            raise UserError(tr("Étiquette inconnue « {label} ».", label=label), tr("Connues : {known}.", known=known))
    return Question(
        _annotator(project, asked.annotator),
        sought(asked.words, unfinished=asked.unfinished),
        asked.labels,
        asked.states,
        asked.source or None,
        asked.since or None,
        asked.until or None,
        parse_worth(asked.value, lambda name: _registered(project, name)),
        _papers(project, asked.paper),
    )


def _annotator(project: Project, name: str) -> str:
    if not name:
        return project.annotator
    with project.read() as db:
        key = find.annotator(db, name)
    if key is None:
        raise UserError(tr("Aucun annotateur « {name} » dans ce projet.", name=name))
    return key


def _papers(project: Project, name: str) -> tuple[str, ...]:
    """Return the sources of articles that go by a name: just that, or else those whose words it has."""
    if not name:
        return ()
    known = papers(project)
    found = [one for one in known if one == name] or [one for one in known if f" {folded(name)} " in f" {folded(one)} "]
    if not found or not folded(name):
        raise UserError(
            tr("Aucun article de « {name} » dans ce projet.", name=name[:80]),
            tr("Sources des articles : {known}.", known=", ".join(known[:12]) + (", …" if len(known) > 12 else "")),
        )
    return tuple(found)


def papers(project: Project) -> list[str]:
    """Return where the project's articles are from, the most frequent first."""
    with project.read() as db:
        return find.papers(db)


def _registered(project: Project, name: str) -> tuple[str, ...]:
    """Return the canonical names, folded, of the registered actors that go by a folded name."""
    with project.read() as db:
        known = actors.every(db)
    return tuple(folded(actor.name) for actor in known if name in map(folded, actor.forms))


def page(project: Project, asked: Question, after: int = 0, limit: int = 40) -> Page:
    """Return the lines found in articles with a number above `after`, about `limit` of them."""
    with project.read() as db:
        return find.page(db, project.scheme, asked, after, limit)


def every(project: Project, asked: Question, most: int, report: Report = silent, *, behind: int = 0) -> Page:
    """Return at least `most` of the lines found in articles with a number above `behind`, all where they are fewer.

    Stopped by `Cancelled` out of `report`.
    """
    lines: list[Line] = []
    after: int | None = behind
    while after is not None and len(lines) < most:
        report(Progress(len(lines)))
        found = page(project, asked, after, min(max(most - len(lines), 1), 300))
        lines += found.lines
        after = found.upto
    return Page(tuple(lines), after)


def count(project: Project, asked: Question) -> int | None:
    """Return how many articles hold the words, or how many marks are found; None for more marks than are counted."""
    with project.read() as db:
        return find.count(db, project.scheme, asked)


def annotators(project: Project) -> list[str]:
    """Return the names of all who worked in the project."""
    with project.read() as db:
        return find.annotator_names(db)


def lacks_index(project: Project) -> bool:
    """Tell whether the index of words doesn't have all articles yet: a search is then right, but slow."""
    with project.read() as db:
        return bool(search.lacking(db))


def fill_index(project: Project, report: Report = silent, *, anew: bool = False) -> int:
    """Take into the index what it lacks, `anew` everything; returns how many articles."""
    if anew:
        with project.write() as db:
            search.clear(db)
    return search.fill(project.read, project.write, report)


def label(
    project: Project,
    lines: Iterable[Line],
    name: str,
    report: Report = silent,
    *,
    valuer: Valuer | None = None,
    at_hand: str | None = None,
) -> Plan:
    """Plan to label all these places. What was decided there stays, and what another mark lies across.

    A suggestion in just that place counts as accepted, or as corrected where it had another label. `at_hand` is the
    article on the desk, which is begun by it. Raises UserError for a label that isn't in use.
    """
    rehearsal = Rehearsal(project, valuer, at_hand)
    chosen = sorted(lines, key=lambda line: (line.number, line.start, -line.end))
    parts, times, seen = [], 0, 0
    for key, group in groupby(chosen, key=lambda line: line.article):
        report(Progress(seen, len(chosen)))
        with project.read() as db:
            rehearsal.lay(read_sheet(db, key, project.annotator))
        for line in group:
            times += not rehearsal.is_aside and _labelled(rehearsal, line, name)
            seen += 1
        if (part := rehearsal.part) is not None:
            parts.append(part)
    report(Progress(len(chosen), len(chosen)))
    return Plan(tuple(parts), times)


def _labelled(rehearsal: Rehearsal, line: Line, name: str) -> bool:
    scheme = rehearsal.project.scheme
    text = rehearsal.article.text if rehearsal.article else ""
    drawn = Span(*snap.trim(text, line.start, line.end, scheme.get(name).value), name)
    if drawn.start >= drawn.end or _is_decided(rehearsal, drawn):
        return False
    there = next((one for one in rehearsal.pending if neighbours.same_mark(one, drawn)), None)
    if there is not None:
        return rehearsal.accept(there.key) is not None
    return rehearsal.mark(drawn.start, drawn.end, name, by_character=True) is not None


def _is_decided(desk: Desk, drawn: Span) -> bool:
    """Tell whether the annotator said something of just that, or something flat lies across a flat one."""
    nests = desk.project.scheme.nests
    said_no = [desk.suggestions[one] for one, said in desk.verdicts.items() if said.outcome is Outcome.REJECTED]
    marks: list[Span | Suggestion] = [*desk.spans, *desk.pending]
    if any(neighbours.same_mark(one, drawn) for one in said_no):
        return True
    if any(neighbours.same_place(one, drawn) for one in desk.spans):
        return True
    return not nests(drawn.label) and any(
        overlap(one, drawn) and not nests(one.label) and not neighbours.same_place(one, drawn) for one in marks
    )
