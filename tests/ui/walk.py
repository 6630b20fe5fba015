"""Goes through every window and dialog that an action opens, whatever its name, and looks for what nobody could use.

`python -m tests.ui.walk` does so in a program of its own, at the scale of QT_SCALE_FACTOR, and prints what is wrong.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QMenuBar,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from depeche.ui.line import Line
from depeche.ui.window import Window

LEFT_OUT = {"quit", "close", "new", "open"}
"""Actions that leave the window, or ask the system's own file dialog first."""
SMALL_SCREEN = QSize(960, 540)
"""What a screen of 1920 × 1080 is at a scale of 200 %."""


def rest(window: Window, milliseconds: int = 120) -> None:
    """Let a dialog be filled, painted and laid out."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired() or (window.jobs.busy and deadline.remainingTime() > -5_000):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def shown_dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def dialogs(window: Window) -> Iterator[tuple[str, QDialog]]:
    """Carry out every action, with a suggestion in hand, and yield each dialog it opens by the action's name."""
    for name, action in list(window.actions_by_name.items()):
        if name in LEFT_OUT or name.startswith(("label_", "choose_", "theme_", "language_")):
            continue
        pending = window.session.desk.pending
        window.session.set_focus(pending[0].key if pending else None)
        before = set(map(id, shown_dialogs()))
        action.trigger()
        rest(window)
        opened = [one for one in shown_dialogs() if id(one) not in before]
        for dialog in opened:
            yield name, dialog
            dialog.close()
        for dialog in shown_dialogs():
            dialog.close()
        rest(window, 5)


def no_file_dialogs(replace: Callable[[object, str, object], None]) -> None:
    """Have every file dialog answered with nothing, by `replace(object, name, value)`."""
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        replace(QFileDialog, name, staticmethod(lambda *_, **__: ("", "")))
    replace(QFileDialog, "getExistingDirectory", staticmethod(lambda *_, **__: ""))


def controls(top: QWidget) -> list[QWidget]:
    """Return what a person can do something with on a window: visible, enabled, reached by keyboard or mouse."""
    found = []
    for one in top.findChildren(QWidget):
        inner = one.objectName().startswith("qt_") or isinstance(one.parent(), QAbstractSpinBox | QComboBox)
        usable = one.isVisibleTo(top) and one.isEnabled() and one.window() is top
        takes = one.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(one, QAbstractButton)
        if usable and takes and not inner and not isinstance(one, QMenuBar | QMenu | QScrollArea | QTabBar):
            found.append(one)
    return found


def unnamed(top: QWidget) -> list[str]:
    """Return the controls of which a screen reader could not say what they are."""
    return [described(one) for one in controls(top) if not name_of(one).strip()]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def described(widget: QWidget) -> str:
    chain, at = [], widget
    while at is not None and not at.isWindow():
        chain.append(type(at).__name__)
        at = at.parentWidget()
    return f"{type(widget.window()).__name__} « {widget.window().windowTitle()} »: {' < '.join(chain)}"


def out_of_reach(top: QWidget) -> list[str]:
    """Press Tab until it goes round; return the controls that it never came to."""
    wanted = [one for one in controls(top) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if not wanted:
        return []
    top.activateWindow()
    QApplication.processEvents()
    start = QApplication.focusWidget()
    if start is None or start.window() is not top:
        return [f"{type(top).__name__}: nothing has the keyboard"]
    reached = {id(start)}
    for _ in range(3 * len(wanted) + 3):
        here = QApplication.focusWidget()
        QTest.keyClick(here if here is not None else top, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        while here is not None and not here.isWindow():
            reached.add(id(here))
            here = here.parentWidget() if not any(here is one for one in wanted) else None
    exclusive = {id(one) for one in wanted if isinstance(one, QRadioButton) and not one.isChecked()}
    return [described(one) for one in wanted if id(one) not in reached | exclusive]


def cut_off(top: QWidget) -> list[str]:
    """Return the words on a window that don't fit where they stand."""
    found = []
    for one in top.findChildren(QWidget):
        if not one.isVisibleTo(top) or one.window() is not top or isinstance(one, Line):
            continue
        words, wanted = "", QSize()
        if isinstance(one, QLabel) and one.text() and one.pixmap().isNull():
            words, wanted = one.text(), one.sizeHint()
            if one.wordWrap():
                wanted = QSize(0, one.heightForWidth(one.width()))
        elif isinstance(one, QPushButton | QCheckBox | QRadioButton | QToolButton) and one.text():
            words, wanted = one.text(), one.minimumSizeHint()
        elif isinstance(one, QComboBox) and one.currentText():
            words = one.currentText()
            wanted = QSize(one.fontMetrics().horizontalAdvance(words) + one.height() // 2, 0)
        elif isinstance(one, QAbstractSpinBox):
            words, wanted = one.text(), QSize(one.minimumSizeHint().width(), 0)
        if wanted.width() > one.width() + 1 or wanted.height() > one.height() + 1:
            found.append(f"{described(one)}: {words!r} needs {wanted.toTuple()}, has {one.size().toTuple()}")
    return found


def too_large(top: QWidget) -> list[str]:
    """Tell whether a window can't be made small enough for a common screen at 200 %."""
    least = top.minimumSizeHint().expandedTo(top.minimumSize())
    if isinstance(top, QMessageBox) or (
        least.width() <= SMALL_SCREEN.width() and least.height() <= SMALL_SCREEN.height() - 40  # its title bar
    ):
        return []
    return [f"{type(top).__name__} « {top.windowTitle()} » needs {least.toTuple()}"]


def wrong(top: QWidget) -> list[str]:
    """Return all that is wrong with a window's size and words."""
    return [*cut_off(top), *too_large(top)]


def main() -> int:
    from depeche import settings
    from depeche.store.project import Project
    from depeche.ui.app import make_application
    from depeche.ui.demo import sample_project, suggest_for_sample

    no_file_dialogs(setattr)
    make_application()
    folder = Path(tempfile.mkdtemp()) / "exemple"
    sample_project(folder)
    suggest_for_sample(folder)
    window = Window(Project.open(folder, program="walk"), settings.load())
    window.show()
    rest(window, 800)
    found = wrong(window)
    seen = 0
    for name, dialog in dialogs(window):
        seen += 1
        found += [f"{name}: {one}" for one in wrong(dialog)]
    window.close()
    print("\n".join(found))
    print(f"{seen} dialogs on a screen of {window.screen().size().toTuple()}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
