"""Stories and their boards as the window sees them: found off its thread; what is asked last wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from depeche.annotate import stories
from depeche.annotate.stories import Story
from depeche.core.progress import Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.jobs import Job, Jobs
from depeche.ui.session import Session


class Telling(QObject):
    """Looks for the stories of a session's project, and for what each of them states.

    `found(list[Story])`, `told(Story, Board)`, `progressed(Progress)` while stories are sought, `failed(sentence)`.
    """

    found = Signal(list)
    told = Signal(object, object)
    progressed = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = session.project
        self._jobs = jobs
        self._reads = Jobs(self)  # of its own: a look need not wait for suggestions that are under way
        self._running: Job | None = None
        if not self._project.read_only:
            QTimer.singleShot(0, self._look_for_older)

    def stop(self) -> None:
        """Look for nothing any more: the window closes."""
        self.blockSignals(True)
        self._reads.stop()

    @property
    def busy(self) -> bool:
        """Whether something is being looked for."""
        return self._reads.busy

    def seek(self) -> None:
        """Look for the project's stories; `found` tells them."""
        job = self._start(lambda report: stories.stories(self._project, report), self.found.emit)
        job.progressed.connect(self.progressed)

    def tell(self, story: Story, *, pending: bool) -> None:
        """Set side by side what a story's articles state; a board that is under way is given up."""
        if self._running is not None:
            self._running.cancel()
        self._running = self._start(
            lambda report: stories.board_of(self._project, story, pending=pending, report=report),
            lambda board: self.told.emit(story, board),
        )

    def _start(self, work: Callable[[Report], Any], ended: Callable[[Any], None]) -> Job:
        job = self._reads.start("", work, silent=True)
        job.finished.connect(ended)
        job.failed.connect(self._refuse)
        return job

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(str(error))

    def _look_for_older(self) -> None:
        self._start(
            lambda _report: stories.lacks_articles(self._project), lambda lacks: self._take_in() if lacks else None
        )

    def _take_in(self) -> None:
        job = self._jobs.start(tr("Rapprochement des articles"), lambda report: stories.take_in(self._project, report))
        job.failed.connect(self._refuse)
