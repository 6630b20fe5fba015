"""What the tests of the window share: the application, a project with suggestions, a window that leaves nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from depeche import settings
from depeche.settings import Settings
from depeche.store import articles
from depeche.store.project import Project
from depeche.ui.app import make_application
from depeche.ui.window import Window
from tests.fixtures import FLOOD, TEXTS, TREATY, guess, key_of, propose
from tests.patience import IN_QT
from tests.ui.hands import Hands, settle

QUOTE = "« une paix durable, dit-il, pour l’Ostralie »"
TREATY_WORDS = ["Ilan Vorga", "samedi 12 juillet", QUOTE, "Ostralie", "Quelque 600", "Otan"]
"""What is suggested in « traité », in reading order."""


class PatientBot(QtBot):
    """pytest-qt's bot, whose five seconds are few on a busy machine: what must happen is waited for until it does."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = IN_QT) -> None:
        super().waitUntil(callback, timeout=max(timeout, IN_QT))

    def waitSignal(self, signal: Any, *, timeout: int = IN_QT, **asked: Any) -> Any:
        return super().waitSignal(signal, timeout=max(timeout, IN_QT), **asked)

    def waitActive(self, widget: QWidget, *, timeout: int = IN_QT) -> Any:
        return super().waitActive(widget, timeout=max(timeout, IN_QT))

    def waitExposed(self, widget: QWidget, *, timeout: int = IN_QT) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, IN_QT))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it."""
    return make_application()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The bot that waits."""
    return PatientBot(request)


@pytest.fixture
def doubts(project: Project) -> Project:
    """The project of three articles, with suggestions in « traité » and « crue », none in « calme »."""
    propose(
        project,
        "traité",
        guess(TREATY, "Ilan Vorga", "ACTOR", kind="PER", value="Ilan Vorga", reason="prénom et nom"),
        guess(TREATY, "samedi 12 juillet", "DATE", attrs={"readings": ["2025-07-12", "2014-07-12", "2031-07-12"]}),
        guess(
            TREATY, QUOTE, "QUOTE", kind="direct",
            attrs={"speakers": [{"name": "Ilan Vorga", "reason": "sujet du verbe"}]},
        ),
        guess(TREATY, "Ostralie", "ACTOR", kind="GPE", value="Ostralie"),
        guess(TREATY, "Quelque 600", "FIGURE", value="~600", attrs={"unit": "soldats"}),
        guess(TREATY, "Otan", "ACTOR", kind="ORG", value="Otan", score=0.55),
    )  # fmt: skip
    propose(
        project,
        "crue",
        guess(FLOOD, "Au moins 25\u202f000", "FIGURE", value="25000..", attrs={"unit": "personnes"}),
        guess(FLOOD, "Élysée", "ACTOR", kind="GPE", value="France"),
    )
    with project.write() as db:
        for name in TEXTS:
            articles.set_suggested_by(db, key_of(project, name), "test")
    return project


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Project], Hands]]:
    """Opens windows as `Program` does; at the end nothing of them may be left: no dialog, timer or thread."""
    QSettings().clear()
    settings.save(Settings())
    threads, there = set(threading.enumerate()), QApplication.topLevelWidgets()
    made: list[Window] = []

    def opened(project: Project) -> Hands:
        window = Window(project, settings.load())
        made.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 900)
        with qtbot.waitActive(window):
            window.show()
        settle(window)
        return Hands(window)

    yield opened
    for window in made:
        assert [one.windowTitle() for one in Hands(window).dialogs] == [], "a dialog was left open"
        window.close()
    QApplication.processEvents()
    # A thread of Qt's pool that logged something is listed for ever, though it has ended: `busy` tells of those.
    qtbot.waitUntil(
        lambda: {one for one in threading.enumerate() if not isinstance(one, threading._DummyThread)} <= threads
    )
    for window in made:
        assert [timer for timer in window.findChildren(QTimer) if timer.isActive()] == [], "a timer was left running"
        assert not window.jobs.busy, "work was left running"
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible() and one not in there] == []


@pytest.fixture
def hands(open_window: Callable[[Project], Hands], doubts: Project) -> Hands:
    """Hands on the window of the project with suggestions, « traité » open."""
    return open_window(doubts)


@pytest.fixture
def window(hands: Hands) -> Window:
    """That window."""
    return hands.window
