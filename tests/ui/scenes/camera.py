"""What every scene needs: waiting until a window has done and painted what is due, and the picture of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from depeche.ui.window import Window

SIZE = (1440, 900)


def settle(app: QApplication, milliseconds: int = 60) -> None:
    """Let the window do and paint what is due."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        app.processEvents()


def wait_for_work(app: QApplication, window: Window) -> None:
    """Wait until background work and the tokenizer are done."""
    deadline = QDeadlineTimer(60_000)
    while (window.jobs.busy or not window.session.tokenizer_ready) and not deadline.hasExpired():
        app.processEvents()


def wait_for(app: QApplication, happened: Callable[[], bool]) -> None:
    """Wait until something is so."""
    deadline = QDeadlineTimer(20_000)
    while not happened() and not deadline.hasExpired():
        app.processEvents()


def shoot(widget: QWidget, folder: Path, name: str) -> None:
    """Save a picture of a widget."""
    widget.grab().save(str(folder / f"{name}.png"), "PNG", 0)  # 0: the smallest file
    print(folder / f"{name}.png")


def dialog_of(app: QApplication) -> QDialog:
    """Return the dialog that is open."""
    settle(app)
    found = [one for one in app.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    return found[-1]
