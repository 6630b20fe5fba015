"""The history as the window sees it: its acts page by page, what one did, and the way back, off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from depeche.annotate import history
from depeche.annotate.history import Act, Line
from depeche.core.change import Change
from depeche.core.progress import Progress, Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.bulk import Bulk
from depeche.ui.jobs import Job, Jobs
from depeche.ui.session import Session


class History(QObject):
    """Questions about a project's acts, and jumps.

    Of a jump: `progressed(Progress)` as it goes, then `arrived()`, wherever that is.
    """

    progressed = Signal(object)
    arrived = Signal()

    def __init__(self, session: Session, jobs: Jobs, bulk: Bulk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project = session.project
        self._jobs = jobs
        self._bulk = bulk
        self._jump: Job | None = None

    def numbers(self) -> tuple[list[int], int]:
        """Return the numbers of the acts, oldest first, and how many of them stand."""
        return history.numbers(self._project)

    def acts(self, numbers: Sequence[int]) -> list[Act]:
        """Return the acts with these numbers, in order."""
        return history.acts(self._project, numbers)

    def lines(self, number: int) -> tuple[list[Line], int]:
        """Return what an act did, and how many lines that is in all."""
        return history.lines(self._project, number)

    def go_to(self, number: int) -> None:
        """Step back or forward to an act, 0 for the beginning; nothing else should be done until `arrived`."""

        def work(report: Report) -> Change | None:
            return history.go_to(self._project, number, report)

        job = self._jobs.start(tr("Historique"), work)
        job.progressed.connect(self._on_progress)
        job.finished.connect(self._on_arrival)
        job.stopped.connect(self.arrived.emit)
        job.failed.connect(self._on_failure)
        self._jump = job

    def stop(self) -> None:
        """Break off the jump under way: all is as it was before."""
        if self._jump is not None:
            self._jump.cancel()

    def see(self, line: Line) -> None:
        """Show in its article where an act did something."""
        session = self._session
        if line.article is None:
            return
        if session.desk.article is None or session.desk.article.key != line.article:
            session.open(line.article)
        if line.start < 0:
            return
        there = next((one for one in session.marks if (one.start, one.end) == (line.start, line.end)), None)
        if there is not None:
            session.set_focus(there.key)
        else:
            session.select(line.start, line.end, by_character=True)

    def _on_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _on_arrival(self, change: Change | None) -> None:
        if change is not None:
            self._bulk.show(change)
        self.arrived.emit()

    def _on_failure(self, error: Exception) -> None:
        self.arrived.emit()
        if not isinstance(error, UserError):
            raise error
        self._session.said.emit(str(error), True)
