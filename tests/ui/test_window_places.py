"""What is left as it was comes back as it was: the window, its parts, its dialogs; on a screen that is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from depeche.store.project import Project
from depeche.ui.appearance import dark_palette, is_dark
from depeche.ui.dialogs.history import HistoryDialog
from depeche.ui.window import Window
from tests.ui.hands import Hands

Opened = Callable[[Project], Hands]


def test_size_and_splitters_of_the_window_come_back(doubts: Project, open_window: Opened, qtbot: QtBot) -> None:
    hands = open_window(doubts)
    hands.window.resize(740, 640)
    hands.window._splitter.setSizes([210, 530])
    QApplication.processEvents()
    left = hands.window._splitter.sizes()[0]
    hands.window.close()
    window = Window(Project.open(doubts.folder), hands.window.settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    assert window.size() == QSize(740, 640)
    assert abs(window._splitter.sizes()[0] - left) <= 2
    window.close()


def test_a_maximised_window_comes_back_maximised(doubts: Project, open_window: Opened, qtbot: QtBot) -> None:
    hands = open_window(doubts)
    hands.window.showMaximized()
    QApplication.processEvents()
    hands.window.close()
    window = Window(Project.open(doubts.folder), hands.window.settings)
    qtbot.addWidget(window)
    window.show()
    assert window.isMaximized()
    window.close()


def test_a_window_left_on_a_screen_that_is_gone_is_seen(doubts: Project, open_window: Opened, qtbot: QtBot) -> None:
    hands = open_window(doubts)
    hands.window.resize(740, 640)
    hands.window.move(QPoint(9_000, 7_000))
    QApplication.processEvents()
    hands.window.close()
    window = Window(Project.open(doubts.folder), hands.window.settings)
    qtbot.addWidget(window)
    window.show()
    rooms = [screen.availableGeometry() for screen in QApplication.screens()]
    assert any(room.contains(window.geometry().center()) for room in rooms), window.geometry()
    window.close()


def test_a_dialog_comes_back_in_its_size_with_its_splitter(hands: Hands) -> None:
    hands.press("Ctrl+K")
    hands.dialogs[0].resize(640, 520)
    hands.dialogs[0].close()
    hands.press("Ctrl+H")
    (history,) = hands.dialogs
    assert isinstance(history, HistoryDialog)
    (split,) = history.findChildren(QSplitter)
    history.resize(700, 500)
    split.setSizes([200, 500])
    QApplication.processEvents()
    sizes = split.sizes()
    history.close()
    hands.press("Ctrl+K")
    assert hands.dialogs[0].size() == QSize(640, 520)
    hands.dialogs[0].close()
    other = HistoryDialog(hands.window, history._history, hands.window.session, [])
    other.show()
    assert other.findChildren(QSplitter)[0].sizes() == sizes
    other.close()


def test_a_dialog_left_larger_than_the_screen_fits_it(hands: Hands) -> None:
    QSettings().setValue("dialog/BindingsDialog/size", QSize(9_000, 9_000))
    hands.press("Ctrl+K")
    (dialog,) = hands.dialogs
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    dialog.close()


@pytest.mark.parametrize("nonsense", ["abc", 3, None, QPoint(1, 2)])
def test_a_spoilt_memory_does_no_harm(hands: Hands, nonsense: object) -> None:
    QSettings().setValue("dialog/BindingsDialog/size", nonsense)
    hands.press("Ctrl+K")
    hands.dialogs[0].close()


def test_an_open_dialog_follows_the_systems_colours(hands: Hands, qapp: QApplication) -> None:
    hands.press("Ctrl+K")
    (dialog,) = hands.dialogs
    before = qapp.palette()
    try:
        qapp.setPalette(dark_palette())
        QApplication.processEvents()
        assert is_dark(dialog.palette())
        assert is_dark(hands.view.palette())
        assert hands.window.label_bar.chips.chips[0].theme.dark
        qapp.setPalette(QPalette(QColor("#efefef")))
        QApplication.processEvents()
        assert not is_dark(dialog.palette())
        assert not hands.window.label_bar.chips.chips[0].theme.dark
    finally:
        qapp.setPalette(before)
        dialog.close()


def test_the_choice_of_the_system_asks_the_system(hands: Hands, qapp: QApplication) -> None:
    hands.window.use_theme("dark")
    hands.window.use_theme("system")
    assert qapp.styleHints().colorScheme() in (Qt.ColorScheme.Unknown, Qt.ColorScheme.Light, Qt.ColorScheme.Dark)
    assert not is_dark(hands.window.palette())
