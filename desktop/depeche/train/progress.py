"""How far a training is, as lines that another process can read: what is being done, steps, loss, score, time left."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

Tell = Callable[[dict[str, Any]], None]
"""Told each event, ready for JSON. It stops the training by raising `Cancelled`."""

_EVERY = 0.5


class Course:
    """The course of one training, of `work` steps in all. Tells at most twice a second, and at each new phase."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._begun = time.monotonic()
        self._told = 0.0
        self._phase = ""
        self._done = 0
        self._work = 0
        self.score: float | None = None

    def plan(self, steps: int) -> None:
        """Say how many steps of all trainings there will be; time left is counted from now on."""
        self._work = steps
        self._begun = time.monotonic()

    def phase(self, name: str) -> None:
        """Begin a phase: read, prepare, train, judge, curve."""
        self._phase = name
        self._say({})

    def step(self, loss: float) -> None:
        """Tell of one step of training; which of all that are planned is counted here."""
        self._done += 1
        now = time.monotonic()
        if now - self._told >= _EVERY or self._done == self._work:
            self._say({"loss": round(loss, 4)})

    def count(self, done: int, total: int | None) -> None:
        """Tell how far a phase without steps is, and give the person a chance to stop."""
        if time.monotonic() - self._told >= _EVERY:
            self._say({"part": done, "parts": total})

    @property
    def seconds_left(self) -> float | None:
        """How long the steps that are left will take, at the pace so far; None before the first, after the last."""
        if not 0 < self._done < self._work:
            return None
        pace = (time.monotonic() - self._begun) / self._done
        return round(pace * (self._work - self._done), 1)

    def _say(self, more: dict[str, Any]) -> None:
        self._told = time.monotonic()
        left, score = self.seconds_left, self.score
        if self._done:
            more = {"step": self._done, "steps": self._work} | more
        self._tell({"event": "progress", "phase": self._phase, "seconds_left": left, "score": score} | more)
