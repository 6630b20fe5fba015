"""Many marks at one stroke, in one article or in many: one act in the history, one undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from depeche.annotate import wording
from depeche.annotate.desk import Desk, Valuer
from depeche.annotate.everywhere import Hit, Sought, by_place
from depeche.annotate.rehearsal import Rehearsal
from depeche.annotate.sheet import Sheet, read_sheet
from depeche.core.article import Article
from depeche.core.change import Change, Part
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import Scheme
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import journal
from depeche.store.project import Connection, Project
from depeche.store.stale import StaleChange


@dataclass(frozen=True, slots=True)
class Basis:
    """What a plan was worked out on: each article's version, how many marks it is about there, and how to work it out.

    The versions are those before the article was read; see `Project.version`.
    """

    versions: Mapping[str, tuple[int, int]]
    times: Mapping[str, int]
    work_out: Callable[[str, Sheet], tuple[Part | None, int]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a bulk act will do, tried out but not carried out: a part an article, and how many marks it is about."""

    parts: tuple[Part, ...]
    times: int
    basis: Basis | None = field(default=None, compare=False, repr=False)

    @property
    def articles(self) -> int:
        """In how many articles something changes."""
        return len(self.parts)


def store(project: Project, title: Callable[[Plan], str], plan: Plan, report: Report = silent) -> Change | None:
    """Store a planned act; what was done in its articles since is taken into account. None where nothing is left to do.

    An article that was written to meanwhile is worked out anew within the transaction: what has an answer by then keeps
    it, and isn't counted. `Cancelled` out of `report`, which is asked last before it is stored, leaves all as it was.
    """
    if not plan.parts:
        return None
    stored = None
    with project.write(about=[part.article or "" for part in plan.parts]) as db:
        plan = _as_it_is_now(project, db, plan)
        if plan.parts:
            stored = journal.do(db, Change(title(plan), plan.parts), project.annotator)
        report(Progress(plan.times, plan.times))
    return stored


def _as_it_is_now(project: Project, db: Connection, plan: Plan) -> Plan:
    basis = plan.basis
    moved = [key for key, version in basis.versions.items() if project.version(key) != version] if basis else []
    if basis is None or not moved:
        return plan
    parts, times = {part.article or "": part for part in plan.parts}, dict(basis.times)
    for key in moved:
        part, times[key] = basis.work_out(key, read_sheet(db, key, project.annotator))
        parts.pop(key, None)
        if part is not None:
            parts[key] = part
    ordered = (parts[key] for key in basis.versions if key in parts)
    return Plan(tuple(ordered), sum(times.values()))


def carry_out(desk: Desk, title: str, parts: Sequence[Part]) -> Change | None:
    """Store an act in many articles at once: all of it or, with a UserError, none. None where nothing is to be done."""
    if not parts:
        return None
    try:
        return desk.carry_out(Change(title, tuple(parts)))
    except StaleChange:
        raise UserError(tr("Un des articles a changé entre-temps : rien n’a été fait."), tr("Recommencez.")) from None


def label(
    project: Project,
    sought: Sought,
    hits: Iterable[Hit],
    report: Report = silent,
    *,
    valuer: Valuer | None = None,
    at_hand: str | None = None,
) -> Plan:
    """Plan to label all these places. `at_hand` is the article on the desk, which is begun by it.

    A pending suggestion of just that counts as accepted, or as corrected where a kind or value is given that it hasn't.
    """
    reads = _reader(sought, project.scheme, valuer)
    rehearsal = Rehearsal(project, reads, at_hand)
    given = {"kind": sought.kind, "value": sought.value} if not by_place(project.scheme, sought.label) else {}
    wanted: dict[str, Any] = {name: said for name, said in given.items() if said is not None}

    def act(hit: Hit) -> bool:
        there = _there(rehearsal, hit, sought.label)
        done = False
        if there is None:
            done = rehearsal.mark(hit.start, hit.end, sought.label, by_character=True) is not None
            there = _there(rehearsal, hit, sought.label)
        if wanted and there is not None:
            return rehearsal.edit(there.key, **wanted) is not None or done
        if isinstance(there, Suggestion):
            return rehearsal.accept(there.key) is not None
        return done

    return _planned(project, rehearsal, hits, lambda there: sum(map(act, there)), report)


def reject(project: Project, hits: Iterable[Hit], report: Report = silent, *, at_hand: str | None = None) -> Plan:
    """Plan to reject the suggestions at these places; the annotator's own spans among them are removed."""
    rehearsal = Rehearsal(project, at_hand=at_hand)

    def act(there: Sequence[Hit]) -> int:
        return rehearsal.reject_all({hit.mark for hit in there})

    return _planned(project, rehearsal, hits, act, report)


def accept(project: Project, hits: Iterable[Hit], report: Report = silent, *, at_hand: str | None = None) -> Plan:
    """Plan to accept the suggestions at these places as they are, but for one that another has pushed aside."""
    rehearsal = Rehearsal(project, at_hand=at_hand)

    def act(there: Sequence[Hit]) -> int:
        return rehearsal.accept_all(
            rehearsal.suggestions[hit.mark] for hit in there if hit.mark in rehearsal.suggestions
        )

    return _planned(project, rehearsal, hits, act, report)


def accept_here(desk: Desk, ones: Iterable[Suggestion]) -> Plan:
    """Plan to accept pending suggestions of the article on the desk; where two can't both stay, the surer one does."""
    if desk.article is None:
        return Plan((), 0)
    key, project = desk.article.key, desk.project
    rehearsal = Rehearsal(project, at_hand=key)
    surest = sorted(ones, key=lambda one: (-(one.score or 0), one.start, -one.end))

    def work_out(_key: str, sheet: Sheet) -> tuple[Part | None, int]:
        rehearsal.lay(sheet)
        said = {_what(one): one for one in sheet.suggestions.values()}  # renewed meanwhile, one has another key
        asked = (sheet.suggestions.get(one.key) or said.get(_what(one)) for one in surest)
        times = rehearsal.accept_all(one for one in asked if one is not None)
        return rehearsal.part, times

    version = project.version(key)
    with project.read() as db:
        sheet = read_sheet(db, key, desk.annotator)
    part, times = work_out(key, sheet)
    return Plan((part,) if part else (), times, Basis({key: version}, {key: times}, work_out))


def _what(one: Suggestion) -> tuple[object, ...]:
    return one.start, one.end, one.label, one.kind, one.value


def above(desk: Desk, score: float) -> list[Suggestion]:
    """Return what waits in the article with at least this score; a suggestion without a score never does."""
    return [one for one in desk.pending if one.score is not None and one.score >= score]


def of_label(desk: Desk, name: str) -> list[Suggestion]:
    """Return what waits in the article under this label."""
    return [one for one in desk.pending if one.label == name]


def title_of(verb: Callable[[str, int, int], str], words: str, plan: Plan) -> str:
    """Return the name of a planned act on words everywhere: `verb` is one of `wording`'s."""
    return verb(wording.shortened(words), plan.times, plan.articles)


def _planned(
    project: Project,
    rehearsal: Rehearsal,
    hits: Iterable[Hit],
    act: Callable[[Sequence[Hit]], int],
    report: Report,
) -> Plan:
    """Try an act, told of the hits in one article at a time, in all articles that have any."""
    chosen = sorted(hits, key=lambda hit: (hit.number, hit.start, -hit.end))
    there = {key: list(group) for key, group in groupby(chosen, key=lambda hit: hit.article)}
    parts, versions, times, seen = [], {}, {}, 0

    def work_out(key: str, sheet: Sheet) -> tuple[Part | None, int]:
        rehearsal.lay(sheet)
        done = 0 if rehearsal.is_aside else act(there[key])
        return rehearsal.part, done

    for key in there:
        report(Progress(seen, len(chosen)))
        versions[key] = project.version(key)
        with project.read() as db:
            sheet = read_sheet(db, key, project.annotator)
        part, times[key] = work_out(key, sheet)
        if part is not None:
            parts.append(part)
        seen += len(there[key])
    report(Progress(len(chosen), len(chosen)))
    return Plan(tuple(parts), sum(times.values()), Basis(versions, times, work_out))


def _there(rehearsal: Rehearsal, hit: Hit, name: str) -> Span | Suggestion | None:
    """Return the span, or else the pending suggestion, of that label in just that place."""
    marks: list[Span | Suggestion] = [*rehearsal.spans, *rehearsal.pending]
    return next((one for one in marks if (one.start, one.end, one.label) == (hit.start, hit.end, name)), None)


def _reader(sought: Sought, scheme: Scheme, valuer: Valuer | None) -> Valuer | None:
    """Return what gives a new span its kind and value: what was given, what the words say, or what the place says."""
    if by_place(scheme, sought.label):
        return valuer
    kind, value = sought.kind, sought.value
    if value is None and valuer is not None:
        read = valuer(Article(sought.words), Span(0, len(sought.words), sought.label))
        kind, value = kind or read.kind, read.value
    return lambda _article, span: replace(span, kind=kind, value=value)
