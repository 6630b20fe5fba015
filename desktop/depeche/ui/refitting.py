"""Scores measured again by themselves once enough articles were finished, in a process beside, while somebody works on.

A thread would hold the window up: of 1,000 finished articles 144 ms at the worst.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from depeche.core.article import State
from depeche.core.calibration import from_json
from depeche.core.change import Change, Standing
from depeche.core.progress import Report
from depeche.ui.child import Child
from depeche.ui.jobs import Jobs

if TYPE_CHECKING:
    from depeche.ui.window import Window

PAUSE_MS = 3_000
"""So long after an article was finished it is asked whether it is due: the next one is painted first."""


class Refitting(QObject):
    """Looks after each finished article whether it is due. `renewed(articles)`: it was, on so many finished articles.

    The article on the desk keeps the scores it was opened with. What can't be done is tried again with the next one.
    """

    renewed = Signal(int)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._project = window.project
        self._jobs = Jobs(self)
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(self._look)
        self.child = Child((0,), self)
        self.child.told.connect(self._on_told)
        if not self._project.read_only:
            window.session.changed.connect(self._on_change)

    @property
    def busy(self) -> bool:
        """Whether it measures."""
        return self._jobs.busy or self.child.running

    def cancel(self) -> None:
        """Measure no more for now; nothing is kept of what was begun."""
        self.pause.stop()
        self.child.end()

    def stop(self) -> None:
        """The window closes."""
        self.blockSignals(True)
        self.cancel()
        self._jobs.stop()

    def _on_change(self, change: Change | None) -> None:
        items = [item for part in change.parts for item in part.after] if change else []
        if Standing(State.DONE) in items and not self.child.running:
            self.pause.start()

    def _look(self) -> None:
        project = self._project

        def work(_report: Report) -> bool:
            from depeche.suggest import confidence

            return confidence.is_due(project)

        self._jobs.start("", work, silent=True).finished.connect(self._on_looked)

    def _on_looked(self, due: bool) -> None:
        if due and not self.child.running and not self.signalsBlocked():
            self.child.start("confidence", str(self._project.folder), "--measure")

    def _on_told(self, said: Mapping[str, Any]) -> None:
        found = from_json(said.get("calibration"))
        if not found.cells:
            return
        project = self._project

        def work(_report: Report) -> int:
            from depeche.suggest import confidence

            confidence.go_by(project, found)
            return found.articles

        self._jobs.start("", work, silent=True).finished.connect(self.renewed.emit)
