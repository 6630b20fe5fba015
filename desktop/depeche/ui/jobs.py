"""Work off the window's thread, one piece at a time, with progress and a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

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


class Elsewhere(Job):
    """Work that runs in another process: shown as a job, and stopped by what it was given."""

    def __init__(self, title: str, stop: Callable[[], None]) -> None:
        super().__init__(title)
        self._stop = stop

    def cancel(self) -> None:
        self._stop()


class _Run(QRunnable):
    def __init__(self, job: Job, work: Work) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        carry_out(self._job, self._work)


def carry_out(job: Job, work: Work) -> None:
    """Do a piece of work on this thread and say how it ended."""
    job.began.emit()
    try:
        result = work(job.report)
    except Cancelled:
        job.stopped.emit()
    except Exception as error:
        job.failed.emit(error)
    else:
        job.finished.emit(result)


class Jobs(QObject):
    """A queue of one: two jobs never write at once. `started(Job)` as each begins, `idle()` when none is left.

    Acts that a person has just asked for have a queue of their own: they wait for no suggestions that are being made,
    as an act by one key doesn't either.
    """

    started = Signal(object)
    idle = Signal()
    acting = Signal(bool)
    """Whether an act is queued or carried out, as that changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._acts = QThreadPool(self)
        self._acts.setMaxThreadCount(1)
        self._running: list[Job] = []
        self._pending_acts: list[Job] = []
        self._elsewhere: Job | None = None
        self._stopped = False

    def start(self, title: str, work: Work, *, silent: bool = False, act: bool = False) -> Job:
        """Queue a piece of work and return its job, to be connected to at once; `started` doesn't tell a silent one.

        `act`: it is what a person has just asked for, and stores it in one transaction.
        """
        job = Job(title)
        self._running.append(job)
        if act:
            self._pending_acts.append(job)
            self.acting.emit(True)
        if not silent:
            job.began.connect(lambda: self.started.emit(job))
        # Not before the one who asked has connected to it: the work may be done in no time.
        QTimer.singleShot(0, lambda: self._set_off(job, work, self._acts if act else self._pool))
        return job

    def _set_off(self, job: Job, work: Work, pool: QThreadPool) -> None:
        for end in (job.finished, job.failed, job.stopped):  # after those connections: it ends when they have heard
            end.connect(lambda *_, done=job: self._on_end(done))
        if self._stopped:
            job.stopped.emit()
        else:
            pool.start(_Run(job, work))

    @property
    def busy(self) -> bool:
        """Whether anything is queued or running."""
        return bool(self._running)

    @property
    def is_acting(self) -> bool:
        """Whether an act is queued or being carried out."""
        return bool(self._pending_acts)

    @property
    def pending_acts(self) -> list[str]:
        """The names of the acts that are queued or being carried out."""
        return [job.title for job in self._pending_acts]

    def stop(self) -> None:
        """Cancel everything, wait for it to end, and begin nothing more."""
        self._stopped = True
        for job in self._running:
            job.cancel()
        for pool in (self._acts, self._pool):
            pool.waitForDone()

    def _on_end(self, job: Job) -> None:
        if job in self._running:
            self._running.remove(job)
        if job in self._pending_acts:
            self._pending_acts.remove(job)
            self.acting.emit(self.is_acting)
        if not self._running:
            self._rest()

    def show(self, job: Elsewhere | None) -> None:
        """Show work that runs elsewhere, whenever none of ours does; None: there is none any more."""
        self._elsewhere = job
        if not self._running:
            self._rest()

    def _rest(self) -> None:
        if self._elsewhere is not None:
            self.started.emit(self._elsewhere)
        else:
            self.idle.emit()
