"""Findings mended, many at one stroke: tried out article by article, then stored as one act with one undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from depeche.annotate.bulk import carry_out as in_many
from depeche.annotate.desk import Desk, Valuer
from depeche.annotate.radar.finding import Finding, Mend, title_of
from depeche.annotate.rehearsal import Rehearsal
from depeche.annotate.sheet import read_sheet
from depeche.annotate.wording import in_articles, shortened
from depeche.core.change import Aside, Change, Part
from depeche.core.progress import Progress, Report, silent
from depeche.core.span import Span, overlap
from depeche.messages import tr
from depeche.store import articles
from depeche.store.project import Project


@dataclass(frozen=True, slots=True)
class Repair:
    """What mending findings will do: a part an article, and how many spans it is about. `title` names the act."""

    title: str
    parts: tuple[Part, ...]
    times: int

    @property
    def articles(self) -> int:
        """In how many articles something changes."""
        return len(self.parts)


def plan(
    project: Project,
    findings: Sequence[Finding],
    valuer: Valuer | None = None,
    report: Report = silent,
    *,
    at_hand: str | None = None,
) -> Repair:
    """Try out the fixes of these findings. `at_hand` is the article on the desk, which is begun by it.

    What changed since they were found stays as it is, and so does a span that would push another aside.
    """
    mends = sorted({id(one): one for finding in findings for one in finding.mends}.values(), key=lambda m: m.article)
    rehearsal = Rehearsal(project, valuer, at_hand)
    parts: list[tuple[int, Part]] = []
    times = seen = 0
    for key, group in groupby(mends, key=lambda mend: mend.article):
        report(Progress(seen, len(mends)))
        with project.read() as db:
            if not articles.exists(db, key):
                continue
            rehearsal.lay(read_sheet(db, key, project.annotator))
        for mend in sorted(group, key=lambda mend: (mend.old is None, mend.new is not None)):
            times += _mended(rehearsal, mend)
            seen += 1
        if rehearsal.part is not None:
            parts.append((rehearsal.article.number if rehearsal.article else 0, rehearsal.part))
    report(Progress(len(mends), len(mends)))
    ordered = tuple(part for _, part in sorted(parts, key=lambda one: one[0]))
    return Repair(_title(findings, times, len(ordered)), ordered, times)


def carry_out(desk: Desk, repair: Repair) -> Change | None:
    """Store it as one act; None where nothing is to be done. Raises UserError, with nothing done, if it is too late."""
    return in_many(desk, repair.title, repair.parts)


def set_aside(desk: Desk, findings: Iterable[Finding]) -> Change | None:
    """Say that these findings are meant so: they aren't shown again, until that is undone."""
    names = {one.name: one for one in findings}
    if not names:
        return None
    first = next(iter(names.values()))
    title = tr("Voulu ainsi : « {words} » ({what})", words=shortened(first.words), what=title_of(first.kind))
    if len(names) > 1:
        title = tr("Voulus ainsi : %n constats ({what})|Voulus ainsi : %n constats ({what})", n=len(names),
                   what=title_of(first.kind))  # fmt: skip
    return in_many(desk, title, (Part(None, (), tuple(Aside(name) for name in names)),))


def _mended(rehearsal: Rehearsal, mend: Mend) -> bool:
    old, new = mend.old, mend.new
    if old is None:
        return new is not None and _marked(rehearsal, new)
    if rehearsal.span(old.key) != old:
        return False
    if new is None:
        return rehearsal.remove(old.key) is not None
    if _pushes(rehearsal, new, {old.key}):
        return False
    return (
        rehearsal.edit(
            old.key, start=new.start, end=new.end, label=new.label, kind=new.kind, value=new.value, attrs=new.attrs
        )
        is not None
    )


def _marked(rehearsal: Rehearsal, new: Span) -> bool:
    """Label a place that is still free; a suggestion of just that, which waits there, counts as judged by it."""
    if _pushes(rehearsal, new, set()):
        return False
    waiting = next((one for one in rehearsal.pending if (one.start, one.end) == (new.start, new.end)), None)
    if waiting is None:
        if rehearsal.mark(new.start, new.end, new.label, by_character=True) is None:
            return False
        there = next(
            one for one in rehearsal.spans if (one.start, one.end, one.label) == (new.start, new.end, new.label)
        )
        if (there.kind, there.value) == (new.kind, new.value):
            return True
        return rehearsal.edit(there.key, kind=new.kind, value=new.value, attrs=new.attrs) is not None
    return rehearsal.edit(waiting.key, label=new.label, kind=new.kind, value=new.value) is not None


def _pushes(rehearsal: Rehearsal, new: Span, but: set[str]) -> bool:
    nests = rehearsal.project.scheme.nests
    return not nests(new.label) and any(
        overlap(one, new) and not nests(one.label) for one in rehearsal.spans if one.key not in but
    )


def _title(findings: Sequence[Finding], times: int, many: int) -> str:
    kinds = {one.kind for one in findings}
    what = title_of(next(iter(kinds))) if len(kinds) == 1 else tr("plusieurs sortes")
    if len(findings) == 1:
        return tr("Corrigé « {words} » ({what})", words=shortened(findings[0].words), what=what)
    return tr("Corrigé %n passage {where} ({what})|Corrigé %n passages {where} ({what})", n=times,
              where=in_articles(many), what=what)  # fmt: skip
