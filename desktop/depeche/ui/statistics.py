"""The statistics as the window sees them: counted in the background, and again as work is done."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from depeche.core.progress import Report
from depeche.core.scheme import ValueType
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.jobs import Jobs

if TYPE_CHECKING:  # what counts comes with the first look, not with the window
    from depeche.core.tallies import Tallies
    from depeche.ui.dialogs.statistics import StatisticsDialog
    from depeche.ui.window import Window

PAUSE_MS = 700
"""So long nothing must have been done before it is counted again."""

PATIENCE = 5
"""Counting takes at most one part in so many of the time: a year's journal is read for seconds."""
_LONG_S = 2.0


class Statistics(QObject):
    """Opens the statistics beside a window. `counted(Tallies)`: the counts as they are now."""

    counted = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._project = window.project
        self._reads = Jobs(self)
        self._dialog: StatisticsDialog | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._count)
        self._owed = False
        window.session.changed.connect(lambda _: self._on_change())
        window.work.articles_changed.connect(self._on_change)
        window.session.relabelled.connect(self._on_labels)

    @property
    def busy(self) -> bool:
        """Whether it counts, or will as soon as nothing is done for a moment."""
        return self._pause.isActive() or self._reads.busy

    def stop(self) -> None:
        """Count no more: the window closes."""
        self._pause.stop()
        self.blockSignals(True)
        self._reads.stop()

    def open(self) -> None:
        """Open the statistics beside the article, or bring them forward."""
        # Charts and Qt's SVG come with the first look, not with the window.
        from depeche.ui.dialogs.statistics import StatisticsDialog

        if self._dialog is None:
            self._dialog = StatisticsDialog(self._window, self._window.project.title)
            self.counted.connect(self._dialog.put)
            self._dialog.said.connect(self._window.session.said.emit)
        self._on_labels()
        self._dialog.begin()
        self._count()

    def _on_labels(self) -> None:
        if self._dialog is not None:
            self._dialog.set_labels({one.label: (one.name, one.colour) for one in self._project.scheme.labels})
            self._on_change()

    def _on_change(self) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._pause.start()

    def _count(self) -> None:
        if self._reads.busy:
            self._owed = True
            return
        names = [one.label for one in self._project.scheme.labels if one.value is ValueType.NAME]

        began = time.monotonic()

        def work(report: Report) -> Tallies:
            from depeche.store import tallies

            return tallies.count(self._project.read, names, report)

        job = self._reads.start(tr("Statistiques"), work, silent=True)
        job.finished.connect(lambda found: self._on_counted(found, time.monotonic() - began))
        job.failed.connect(self._on_failure)

    def _on_counted(self, found: Tallies, seconds: float) -> None:
        self._pause.setInterval(max(PAUSE_MS, round(seconds * 1_000 * PATIENCE) if seconds > _LONG_S else 0))
        self.counted.emit(found)
        if self._owed:
            self._owed = False
            self._pause.start()

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._window.session.said.emit(str(error), True)
