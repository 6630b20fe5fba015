"""Dialogs come back as they were left: their size and splitters, by their class, in Qt's own memory.

Not their position: the desktop puts a dialog where its window is, on whichever screen that is by now.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QObject, QSettings, QSize
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QSplitter, QWidget

_LEFT = (QEvent.Type.Hide, QEvent.Type.Close)


class Places(QObject):
    """Watches the dialogs of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A dialog is polished as it is shown for the first time: after it was put together, before it is seen.
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            dialog = event.child()
            if isinstance(dialog, QDialog) and not isinstance(dialog, QMessageBox | QFileDialog):
                _restore(dialog)
                dialog.installEventFilter(self)
        elif event.type() in _LEFT and isinstance(watched, QDialog):
            _keep(watched)
        return False


def room(window: QWidget) -> QSize:
    """Return how large a window can be made so that it stays on the screen with the desktop's frame around it.

    How large that is isn't known before the window is shown; with its title it is never more than this.
    """
    unit = window.fontMetrics().averageCharWidth()
    return window.screen().availableSize() - QSize(unit * 2, unit * 6)


def _restore(dialog: QDialog) -> None:
    memory, place = QSettings(), _place(dialog)
    size = memory.value(f"{place}/size")
    if isinstance(size, QSize):
        # A larger screen may have gone.
        dialog.resize(size.boundedTo(room(dialog)).expandedTo(dialog.minimumSizeHint()))
    for rank, split in enumerate(dialog.findChildren(QSplitter)):
        state = memory.value(f"{place}/split{rank}")
        if isinstance(state, QByteArray):
            split.restoreState(state)


def _keep(dialog: QDialog) -> None:
    memory, place = QSettings(), _place(dialog)
    memory.setValue(f"{place}/size", dialog.size())
    for rank, split in enumerate(dialog.findChildren(QSplitter)):
        memory.setValue(f"{place}/split{rank}", split.saveState())


def _place(dialog: QDialog) -> str:
    return f"dialog/{type(dialog).__name__}"
