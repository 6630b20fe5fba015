"""Work off the window's thread, one piece at a time, with progress and a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from depeche.core.progress import Cancelled, Progress, Report

Work = Callable[[Report], Any]


class Job(QObject):
    """One piece of work. Made on the window's thread, it is heard there.

    `began()` when its turn comes, `progressed(Progress)` as it goes, then exactly one of `finished(result)`,
    `failed(Exception)` and `stopped()`.
    """

    began = Signal()
    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it does so when it next reports."""
        self._cancelled.set()

    def report(self, progress: Progress) -> None:
        """Tell how far the work is; called by the work, on its thread. Raises Cancelled when asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        self.progressed.emit(progress)


class _Run(QRunnable):
    def __init__(self, job: Job, work: Work) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        self._job.began.emit()
        try:
            result = self._work(self._job.report)
        except Cancelled:
            self._job.stopped.emit()
        except Exception as error:
            self._job.failed.emit(error)
        else:
            self._job.finished.emit(result)


class Jobs(QObject):
    """A queue of one: two jobs never write at once. `started(Job)` as each begins, `idle()` when none is left."""

    started = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Job] = []

    def start(self, title: str, work: Work) -> Job:
        """Queue a piece of work and return its job, to be connected to at once."""
        job = Job(title)
        self._running.append(job)
        for end in (job.finished, job.failed, job.stopped):
            end.connect(lambda *_, done=job: self._on_end(done))
        job.began.connect(lambda: self.started.emit(job))
        self._pool.start(_Run(job, work))
        return job

    @property
    def busy(self) -> bool:
        """Whether anything is queued or running."""
        return bool(self._running)

    def stop(self) -> None:
        """Cancel everything and wait for it to end."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()

    def _on_end(self, job: Job) -> None:
        if job in self._running:
            self._running.remove(job)
        if not self._running:
            self.idle.emit()
