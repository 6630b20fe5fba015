"""Searches off the window's thread: what is asked last wins, and what came too late is never shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from depeche.annotate import bulk, concordance
from depeche.annotate.concordance import Asked
from depeche.annotate.hand import Grip
from depeche.core.change import Change
from depeche.core.finding import Line, Page, Question, Side, in_order
from depeche.core.progress import Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.jobs import Job, Jobs
from depeche.ui.session import Session

LEAST = 40
"""So many lines are read at first: more than can be seen at once."""

MOST = 5_000
"""So many lines are read to be sorted."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: its first lines, or all of them sorted. `question` is what `more` goes on with."""

    question: Question
    page: Page


class Searching(QObject):
    """Searches in a session's project.

    `found(Found)`: the first lines of the last search. `continued(Page)`: the lines behind. `counted(n | None)`: how
    many articles or marks there are. `failed(sentence)`: it can't be sought. `planned(Plan)`: what labelling would do.
    """

    found = Signal(object)
    continued = Signal(object)
    counted = Signal(object)
    failed = Signal(str)
    planned = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project = session.project
        self._jobs = jobs
        self._reads = Jobs(self)  # of its own: a search need not wait for suggestions that are under way
        self._running: Job | None = None
        self._next: tuple[Callable[[Report], Any], Callable[[Any], None]] | None = None
        self._last: Question | None = None
        if not self._project.read_only:
            QTimer.singleShot(0, self._look_at_index)

    def stop(self) -> None:
        """Search nothing any more: the window closes."""
        self._next = None
        self.blockSignals(True)
        self._reads.stop()

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._running is not None or self._next is not None

    def annotators(self) -> list[str]:
        """Return the names of all who worked in the project."""
        return concordance.annotators(self._project)

    def papers(self) -> list[str]:
        """Return where the articles are from, the most frequent first."""
        return concordance.papers(self._project)

    # --- searching

    def seek(self, asked: Asked, side: Side = Side.NONE, least: int = 0) -> None:
        """Search; a search that is under way is given up. With a side, up to `MOST` lines are sorted by it.

        At least `least` lines are read, as many as were shown before.
        """

        def work(report: Report) -> Found:
            question = concordance.question(self._project, asked)
            most = MOST if side is not Side.NONE else max(least, LEAST)
            page = concordance.every(self._project, question, most, report)
            return Found(question, Page(tuple(in_order(page.lines, side)), page.upto if side is Side.NONE else None))

        if self._running is not None:
            self._running.cancel()
        self._set(work, self._on_found)

    def more(self, after: int) -> None:
        """Read the lines of the last search behind an article's number."""
        question = self._last
        if question is not None and self._next is None:
            self._set(
                lambda report: concordance.every(self._project, question, 300, report, behind=after),
                self.continued.emit,
            )

    def _on_found(self, found: Found) -> None:
        self._last = found.question
        self.found.emit(found)
        if self._next is None and not found.question.is_empty:
            question = found.question
            self._set(lambda _report: concordance.count(self._project, question), self.counted.emit)

    def _set(self, work: Callable[[Report], Any], ended: Callable[[Any], None]) -> None:
        self._next = (work, ended)
        if self._running is None:
            self._begin()

    def _begin(self) -> None:
        if self._next is None:
            return
        (work, ended), self._next = self._next, None
        job = self._running = self._reads.start("", work, silent=True)
        job.finished.connect(lambda result: self._on_end(lambda: ended(result)))
        job.failed.connect(lambda error: self._on_end(lambda: self._refuse(error)))
        job.stopped.connect(lambda: self._on_end(lambda: None))

    def _on_end(self, tell: Callable[[], None]) -> None:
        self._running = None
        if self._next is None:
            tell()
        if self._running is None:
            self._begin()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(str(error))

    def open(self, line: Line) -> None:
        """Put the hand on what a line tells of: the mark where it is just that, else its words."""
        session = self._session
        article = session.desk.article
        if article is None or article.key != line.article:
            session.open(line.article)
        mark = session.one(line.mark) if line.mark else None
        if mark is not None and (mark.start, mark.end) == (line.start, line.end):
            session.set_focus(mark.key)
        elif session.desk.article is not None and session.desk.article.key == line.article:
            session.set_grip(Grip(line.start, line.end))

    # --- labelling

    def plan(self, lines: Sequence[Line], label: str) -> None:
        """Try out what labelling these lines would do; `planned` tells it."""
        article = self._session.desk.article
        at_hand = article.key if article else None

        def work(report: Report) -> bulk.Plan:
            return concordance.label(self._project, lines, label, report, valuer=self._session.valuer, at_hand=at_hand)

        job = self._reads.start("", work, silent=True)
        job.finished.connect(self.planned.emit)
        job.failed.connect(self._refuse)

    def carry_out(self, title: str, plan: bulk.Plan) -> Change | None:
        """Store what was planned, as one act."""
        desk = self._session.desk
        return self._session.do(lambda: bulk.carry_out(desk, title, plan.parts))

    # --- the index

    def _look_at_index(self) -> None:
        job = self._reads.start("", lambda _report: concordance.lacks_index(self._project), silent=True)
        job.finished.connect(lambda lacks: self._fill_index() if lacks else None)
        job.failed.connect(self._refuse)

    def _fill_index(self) -> None:
        job = self._jobs.start(tr("Index de recherche"), lambda report: concordance.fill_index(self._project, report))
        job.failed.connect(self._refuse)
