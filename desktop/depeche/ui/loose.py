"""Looks at things of which only the last one asked for counts: one that is given up is never waited for."""

from __future__ import annotations

import threading

from PySide6.QtCore import QTimer

from depeche.ui.jobs import Job, Work, carry_out

_AT_ONCE = 3
"""Looks that run, given up or not: they take turns with the window."""
_running: set[Job] = set()
"""All that run. They are kept until the window's thread has heard that they ended: they must not be freed on theirs."""


class Loose:
    """Starts looks, each in a thread of its own, which ends with the program whatever it is busy with.

    One that was given up ends when it next reports; until then it runs on, and nobody hears of it.
    """

    def __init__(self) -> None:
        self._waiting: tuple[Job, Work] | None = None
        self._job: Job | None = None

    def start(self, title: str, work: Work) -> Job:
        """Look, instead of what was looked at before; returns the job, to be connected to at once."""
        self.stop()
        job = self._job = Job(title)
        self._waiting = job, work
        QTimer.singleShot(0, self._begin)
        return job

    def stop(self) -> None:
        """Give up the look that runs or waits; it tells nothing any more."""
        if self._job is not None:
            self._job.cancel()
        self._waiting = self._job = None

    def _begin(self) -> None:
        if self._waiting is None:
            return
        if len(_running) >= _AT_ONCE:
            QTimer.singleShot(100, self._begin)
            return
        (job, work), self._waiting = self._waiting, None
        _running.add(job)
        for end in (job.finished, job.failed, job.stopped):
            end.connect(lambda *_: _running.discard(job))
        threading.Thread(target=carry_out, args=(job, work), name="look", daemon=True).start()


def running() -> int:
    """Return how many looks run, those that were given up too."""
    return len(_running)
