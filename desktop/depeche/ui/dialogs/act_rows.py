"""The rows of the history, newest first, read a page at a time as they come into sight."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from depeche.annotate.history import Act
from depeche.core.retold import retold
from depeche.messages import tr
from depeche.ui.history import History

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAGE = 100
TIME, TITLE = range(2)


class ActRows(QAbstractTableModel):
    """Above what can be redone; then the last act that stands, marked, and those before it; the beginning below."""

    def __init__(self, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._history = history
        self._heads = (tr("Heure"), tr("Acte"), tr("Article"))
        self._numbers: list[int] = []
        self._done = 0
        self._pages: dict[int, dict[int, Act]] = {}

    def reload(self) -> bool:
        """Read anew which acts there are; returns whether they, or how far they stand, are others than before."""
        numbers, done = self._history.numbers()
        if (numbers, done) == (self._numbers, self._done):
            return False
        self.beginResetModel()
        self._numbers, self._done = numbers, done
        self._pages.clear()
        self.endResetModel()
        return True

    @property
    def counts(self) -> tuple[int, int]:
        """How many acts stand, and how many can be redone."""
        return self._done, len(self._numbers) - self._done

    @property
    def here(self) -> int:
        """The row of the last act that stands, or of the beginning."""
        return len(self._numbers) - self._done

    def number(self, row: int) -> int:
        """Return the number of the act in a row, 0 for the beginning."""
        at = len(self._numbers) - 1 - row
        return self._numbers[at] if 0 <= at < len(self._numbers) else 0

    def act(self, row: int) -> Act | None:
        """Return the act in a row, None for the beginning."""
        at = len(self._numbers) - 1 - row
        if not 0 <= at < len(self._numbers):
            return None
        page = at // _PAGE
        if page not in self._pages:
            wanted = self._numbers[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = {act.number: act for act in self._history.acts(wanted)}
        return self._pages[page].get(self._numbers[at])

    # Qt's own

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._numbers) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(row == self.here)
            font.setItalic(row < self.here)
            return font
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        words = self._cell(row, index.column())
        return words if role == Qt.ItemDataRole.DisplayRole else escape(words)

    def _cell(self, row: int, column: int) -> str:
        act = self.act(row)
        sign = "▶ " if row == self.here else "↷ " if row < self.here else "   "
        if act is None:
            return sign + tr("Le début") if column == TITLE else ""
        if column == TIME:
            return datetime.fromisoformat(act.at).astimezone().strftime(tr("%d/%m/%Y %H:%M"))
        if column == TITLE:
            return sign + retold(act.title)
        if act.articles > 1:
            return tr("%n article|%n articles", n=act.articles)
        return act.about if act.article else tr("registre")
