"""Stories and their boards as the window sees them: found off its thread; what is asked last wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from depeche.core.progress import Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.jobs import Job, Jobs
from depeche.ui.session import Session

if TYPE_CHECKING:  # boards and what they compare come with the first look, not with the window
    from depeche.annotate.stories import Story
    from depeche.core.board import Board
    from depeche.ui.dialogs.stories import StoriesDialog
    from depeche.ui.window import Window

OLDER_MS = 2_000
"""So long after the window opened it is looked whether an older project's articles are to be taken in."""


class Telling(QObject):
    """Looks for the stories of a session's project, and for what each of them states.

    `found(list[Story])`, `told(Story, Board, waiting)`: so many lines would come of suggestions where
    there is none yet; `progressed(Progress)` while stories are sought, `failed(sentence)`.
    """

    found = Signal(list)
    told = Signal(object, object, int)
    progressed = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = session.project
        self._jobs = jobs
        self._reads = Jobs(self)  # of its own: a look need not wait for suggestions that are under way
        self._running: Job | None = None
        self._older = QTimer(self, singleShot=True, interval=OLDER_MS)
        self._older.timeout.connect(self._look_for_older)
        if not self._project.read_only:
            self._older.start()

    def stop(self) -> None:
        """Look for nothing any more: the window closes."""
        self._older.stop()
        self.blockSignals(True)
        self._reads.stop()

    @property
    def busy(self) -> bool:
        """Whether something is being looked for."""
        return self._reads.busy

    def seek(self) -> None:
        """Look for the project's stories; `found` tells them."""

        def work(report: Report) -> list[Story]:
            from depeche.annotate.stories import stories

            return stories(self._project, report)

        self._start(work, self.found.emit).progressed.connect(self.progressed)

    def tell(self, story: Story, *, pending: bool) -> None:
        """Set side by side what a story's articles state; a board that is under way is given up."""
        if self._running is not None:
            self._running.cancel()

        def work(report: Report) -> tuple[Board, int]:
            from depeche.annotate.stories import board_of

            made = board_of(self._project, story, pending=pending, report=report)
            if made.rows or pending:
                return made, 0
            return made, len(board_of(self._project, story, pending=True, report=report).rows)

        self._running = self._start(work, lambda made: self.told.emit(story, *made))

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
        def work(_report: Report) -> bool:
            from depeche.annotate.stories import lacks_articles

            return lacks_articles(self._project)

        self._start(work, lambda lacks: self._take_in() if lacks else None)

    def _take_in(self) -> None:
        def work(report: Report) -> int:
            from depeche.annotate.stories import take_in

            return take_in(self._project, report)

        self._jobs.start(tr("Rapprochement des articles"), work).failed.connect(self._refuse)


class Stories(QObject):
    """Opens the stories over a window, puts the hand where a statement stands, and lists a story's articles only."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.telling = Telling(window.session, window.jobs, self)
        self.dialog: StoriesDialog | None = None

    def stop(self) -> None:
        """Look no more: the window closes."""
        self.telling.stop()

    def open(self, *, to_board: bool = False) -> None:
        """Open the stories, that of the article on the desk chosen; with `to_board` its board has the keyboard."""
        from depeche.ui.dialogs.stories import StoriesDialog

        if self.dialog is None:
            self.dialog = StoriesDialog(self._window, self.telling, self._window.session)
            self.dialog.asked.connect(self._go_to)
            self.dialog.listed.connect(self._list_only)
        article = self._window.session.desk.article
        self.dialog.begin(article.key if article else None, to_board=to_board)

    def _list_only(self, story: Story) -> None:
        window = self._window
        window.articles_panel.show_only([one.number for one in story.articles], story.title)
        window.activateWindow()
        window.articles_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to(self, article: str, mark: str, start: int, end: int) -> None:
        session = self._window.session
        if session.desk.article is None or session.desk.article.key != article:
            session.open(article)
        if mark and session.one(mark) is not None:
            session.set_focus(mark)
        elif end > start:
            session.select(start, end, by_character=True)
        self._window.activateWindow()
        self._window.article_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
