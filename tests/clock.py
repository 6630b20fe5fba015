"""A clock for tests of what the journal's times say: acts happen when the test says so."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

import pytest

from depeche.store import journal


class Clock:
    """The time that the journal notes: `at` sets it (ISO, UTC), `wait` moves it on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: str = "2025-06-02T09:00:00") -> None:
        self._now = datetime.fromisoformat(f"{at}+00:00")
        monkeypatch.setattr(journal, "datetime", self)

    def at(self, when: str) -> None:
        """Let it be that time."""
        self._now = datetime.fromisoformat(f"{when}+00:00")

    def wait(self, **length: float) -> None:
        """Let time pass: `seconds=`, `minutes=`, `days=`."""
        self._now += timedelta(**length)

    def now(self, zone: tzinfo) -> datetime:
        """Return the time, as `datetime.now` does."""
        return self._now.astimezone(zone)
