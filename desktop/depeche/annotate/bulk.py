"""Many marks at one stroke, in one article or in many: one act in the history, one undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from depeche.annotate import wording
from depeche.annotate.desk import Desk, Valuer
from depeche.annotate.everywhere import Hit, Sought, by_place
from depeche.annotate.rehearsal import Rehearsal
from depeche.annotate.sheet import read_sheet
from depeche.core.article import Article
from depeche.core.change import Change, Part
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import Scheme
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store.project import Project
from depeche.store.stale import StaleChange


@dataclass(frozen=True, slots=True)
class Plan:
    """What a bulk act will do, tried out but not carried out: a part an article, and how many marks it is about."""

    parts: tuple[Part, ...]
    times: int

    @property
    def articles(self) -> int:
        """In how many articles something changes."""
        return len(self.parts)


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

    return _planned(project, rehearsal, hits, act, report)


def reject(project: Project, hits: Iterable[Hit], report: Report = silent, *, at_hand: str | None = None) -> Plan:
    """Plan to reject the suggestions at these places; the annotator's own spans among them are removed."""
    rehearsal = Rehearsal(project, at_hand=at_hand)

    def act(hit: Hit) -> bool:
        if rehearsal.span(hit.mark) is not None:
            return rehearsal.remove(hit.mark) is not None
        return _waits(rehearsal, hit.mark) and rehearsal.reject(hit.mark) is not None

    return _planned(project, rehearsal, hits, act, report)


def accept(project: Project, hits: Iterable[Hit], report: Report = silent, *, at_hand: str | None = None) -> Plan:
    """Plan to accept the suggestions at these places as they are, but for one that another has pushed aside."""
    rehearsal = Rehearsal(project, at_hand=at_hand)
    return _planned(project, rehearsal, hits, lambda hit: _accepted(rehearsal, hit.mark), report)


def accept_here(desk: Desk, ones: Iterable[Suggestion]) -> Plan:
    """Plan to accept pending suggestions of the article on the desk; where two can't both stay, the surer one does."""
    if desk.article is None:
        return Plan((), 0)
    rehearsal = Rehearsal(desk.project, at_hand=desk.article.key)
    with desk.project.read() as db:
        rehearsal.lay(read_sheet(db, desk.article.key, desk.annotator))
    surest = sorted(ones, key=lambda one: (-(one.score or 0), one.start, -one.end))
    times = sum(_accepted(rehearsal, one.key) for one in surest)
    return Plan((rehearsal.part,), times) if rehearsal.part else Plan((), 0)


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
    project: Project, rehearsal: Rehearsal, hits: Iterable[Hit], act: Callable[[Hit], bool], report: Report
) -> Plan:
    chosen = sorted(hits, key=lambda hit: (hit.number, hit.start, -hit.end))
    parts, times, seen = [], 0, 0
    for key, group in groupby(chosen, key=lambda hit: hit.article):
        report(Progress(seen, len(chosen)))
        with project.read() as db:
            rehearsal.lay(read_sheet(db, key, project.annotator))
        for hit in group:
            times += not rehearsal.is_aside and act(hit)
            seen += 1
        if (part := rehearsal.part) is not None:
            parts.append(part)
    report(Progress(len(chosen), len(chosen)))
    return Plan(tuple(parts), times)


def _there(rehearsal: Rehearsal, hit: Hit, name: str) -> Span | Suggestion | None:
    """Return the span, or else the pending suggestion, of that label in just that place."""
    marks: list[Span | Suggestion] = [*rehearsal.spans, *rehearsal.pending]
    return next((one for one in marks if (one.start, one.end, one.label) == (hit.start, hit.end, name)), None)


def _waits(rehearsal: Rehearsal, key: str) -> bool:
    return any(one.key == key for one in rehearsal.pending)


def _accepted(rehearsal: Rehearsal, key: str) -> bool:
    return _waits(rehearsal, key) and rehearsal.accept(key) is not None


def _reader(sought: Sought, scheme: Scheme, valuer: Valuer | None) -> Valuer | None:
    """Return what gives a new span its kind and value: what was given, what the words say, or what the place says."""
    if by_place(scheme, sought.label):
        return valuer
    kind, value = sought.kind, sought.value
    if value is None and valuer is not None:
        read = valuer(Article(sought.words), Span(0, len(sought.words), sought.label))
        kind, value = kind or read.kind, read.value
    return lambda _article, span: replace(span, kind=kind, value=value)
