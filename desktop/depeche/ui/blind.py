"""The blind control in the window: what an article was when it was first opened is kept, and the share is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from depeche.core.progress import Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import blind
from depeche.ui.jobs import Jobs

if TYPE_CHECKING:
    from depeche.ui.window import Window


class BlindControl(QObject):
    """Owned by a window. Writes behind the picture, so that an article opens as fast as before."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._writes = Jobs(self)
        if not window.project.read_only:
            self._session.article_changed.connect(self._keep)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._writes.busy

    def stop(self) -> None:
        """End what is being written: the window closes."""
        self._writes.stop()

    def open(self) -> None:
        """Ask which share of the articles is to be shown without suggestions."""
        from depeche.ui.dialogs.blind import BlindDialog

        project = self._window.project
        with project.read() as db:
            share, found = blind.share(db), blind.count(db, project.annotator)
        dialog = BlindDialog(self._window, share, found)
        dialog.decided.connect(self._set)
        dialog.open()

    def _set(self, share: float) -> None:
        project = self._window.project
        try:
            with project.write() as db:
                blind.set_share(db, share)
                found = blind.count(db, project.annotator)
        except UserError as error:
            self._session.said.emit(str(error), True)
            return
        self._window.queueing.renew()
        self._session.said.emit(
            tr("%n article témoin, sans suggestions ; ceux déjà ouverts restent ce qu’ils étaient.|"
               "%n articles témoins, sans suggestions ; ceux déjà ouverts restent ce qu’ils étaient.", n=found.drawn),
            False,
        )  # fmt: skip

    def _keep(self) -> None:
        sheet, project, annotator = self._session.desk.sheet, self._window.project, self._session.desk.annotator
        if sheet is None or not sheet.unread:
            return
        key, assisted = sheet.article.key, sheet.assisted

        def work(_report: Report) -> None:
            with project.write(about=(key,)) as db:
                blind.begin(db, key, annotator, assisted=assisted)

        self._writes.start("", work, silent=True).failed.connect(self._on_failure)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._session.said.emit(str(error), True)
