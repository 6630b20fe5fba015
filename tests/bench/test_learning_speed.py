"""How lively the window stays while a model is trained beside it: the delays of a timer of 5 ms."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from pytestqt.qtbot import QtBot

from depeche import settings
from depeche.store.project import Project
from depeche.suggest.suggest import suggest
from depeche.ui.dialogs.learning import LearningDialog
from depeche.ui.window import Window
from tests.train import world
from tests.ui.hands import settle

EVERY_MS = 5
GOAL_MS = 20
LONGEST_S = 40


class Beat:
    """A timer on the window's thread that writes down by how many milliseconds it came late."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=EVERY_MS)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        self.late.clear()
        self._clock.start()
        self._timer.start()

    def stop(self) -> list[float]:
        self._timer.stop()
        return sorted(self.late)

    def _on_beat(self) -> None:
        self.late.append(max(0.0, self._clock.nsecsElapsed() / 1e6 - EVERY_MS))
        self._clock.start()


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    """The window on a project of forty articles, all but one finished."""
    with world.make(tmp_path / "projet", number=40) as project:
        suggest(project)
    window = Window(Project.open(tmp_path / "projet"), settings.load())
    window.resize(1280, 900)
    window.show()
    settle(window)
    yield window
    window.close()


@pytest.mark.bench
def test_the_window_stays_lively_while_a_model_is_trained(window: Window, qtbot: QtBot):
    idle = measure(qtbot, lambda: True, 10)
    learning = window.learning
    learning.open()
    (dialog,) = window.findChildren(LearningDialog)
    qtbot.waitUntil(lambda: not learning.busy, timeout=60_000)
    dialog.train_page.start.click()
    words = dialog.train_page.progress.words
    qtbot.waitUntil(lambda: learning.child.running and bool(words.text()), timeout=120_000)
    training = measure(qtbot, lambda: learning.child.running, LONGEST_S)
    learning.cancel()
    dialog.close()
    print(f"\nidle: {told(idle)}\ntraining: {told(training)}")
    assert quantile(training, 0.99) < GOAL_MS


def measure(qtbot: QtBot, going: Callable[[], bool], seconds: float) -> list[float]:
    """Return the delays, sorted, while something goes on, at most so long."""
    beat = Beat()
    beat.start()
    end = time.monotonic() + seconds
    while time.monotonic() < end and going():
        qtbot.wait(50)
    return beat.stop()


def quantile(late: list[float], share: float) -> float:
    """Return a quantile of sorted delays."""
    return late[int(share * (len(late) - 1))]


def told(late: list[float]) -> str:
    """Return delays in words."""
    shares = ", ".join(f"{100 * share:g} %: {quantile(late, share):.1f}" for share in (0.5, 0.95, 0.99, 1.0))
    return f"{len(late)} beats of {EVERY_MS} ms, late by (ms) {shares}, mean {statistics.fmean(late):.2f}"
