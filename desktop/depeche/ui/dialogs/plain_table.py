"""How every list of lines in a dialog looks and answers to keys: whole rows, no grid, one line each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def set_plain(view: QTableView) -> None:
    """Make a table one of rows to choose from: Tab leaves it, nothing in it is edited in place."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    rows, head = view.verticalHeader(), view.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(view.fontMetrics().height() + 8)
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.installEventFilter(_Ends(view))


class _Ends(QObject):
    """Home and End go to the first and last row; by themselves they go along the row, which shows nowhere."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            model, column = self._view.model(), max(self._view.currentIndex().column(), 0)
            row = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: model.rowCount() - 1}.get(Qt.Key(event.key()), -1)
            if row >= 0:
                self._view.setCurrentIndex(model.index(row, column))
                return True
        return super().eventFilter(watched, event)
