"""After an act only some places are painted again; what stands on the screen is what painting all of it would give."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands, remember

KEYS = {
    "accept": ("Space", "Space", "Space"),
    "reject": ("X", "Tab", "X"),
    "relabel": ("A", "Tab", "C", "Tab", "D"),
    "borders": ("P", "O", "U", "I"),
    "undo": ("Space", "X", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y"),
    "words": ("Right", "Shift+Right", "A", "Left", "Left"),
    "alone": ("F11", "Space", "Tab", "Right", "Escape", "Escape"),
    "quote": ("Right", "Shift+Right", "Shift+Right", "Shift+Right", "Q", "Space", "Ctrl+Z"),
    "articles": ("N", "Space", "B", "N", "Ctrl+Z", "N", "B"),
}


def on_the_screen(widget: QWidget) -> QImage:
    """Return what a widget's window shows of it."""
    window = widget.window()
    shown = window.screen().grabWindow(window.winId())
    corner = widget.mapTo(window, QPoint(0, 0))
    return shown.copy(corner.x(), corner.y(), widget.width(), widget.height()).toImage()


def painted_anew(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("name", KEYS)
def test_what_is_shown_is_what_painting_it_anew_gives(qtbot: QtBot, hands: Hands, name: str) -> None:
    remember(hands.window)
    hands.window.session.ahead._begin()
    for number, key in enumerate(KEYS[name]):
        papers, ahead = hands.window.article_panel.papers, hands.window.session.ahead
        qtbot.waitUntil(lambda: not ahead.waits and not papers.waits, timeout=30_000)  # noqa: B023
        hands.press(key)
        QApplication.processEvents()
        for widget in (hands.view.viewport(), hands.window.marks_panel.view.viewport()):
            if not widget.isVisible():
                continue
            shown, anew = on_the_screen(widget), painted_anew(widget)
            assert shown.size() == anew.size()
            there = anew.convertToFormat(QImage.Format.Format_RGB32)
            assert shown.convertToFormat(QImage.Format.Format_RGB32) == there, (number, key, type(widget.parent()))
