"""The rows of the list of stories, and the cells of a board: what Qt's tables show of them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from depeche.annotate.stories import Story
from depeche.core.board import Board, Cell, Column, Row
from depeche.core.board_table import head_of, lines_of
from depeche.core.shown import shown
from depeche.messages import number, tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROOM = 6
_NAME = 30
"""Characters of a row's name, and of a title, on one line."""


class StoryRows(QAbstractTableModel):
    """A line for each story: title, days of publication, number of articles, sources."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stories: list[Story] = []
        self._heads = (tr("Récit"), tr("Parution"), tr("Articles"), tr("Sources"))

    def put(self, found: Sequence[Story]) -> None:
        """Show these stories."""
        self.beginResetModel()
        self.stories = list(found)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.stories)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 2:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self.stories[index.row()]
        dates = " – ".join(dict.fromkeys(one.dates)) if one.dates else tr("sans date")
        sources = ", ".join(shown(name, 80) for name in one.sources)
        return (shown(one.title), dates, number(len(one.articles)), sources)[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None


class Lines(QStyledItemDelegate):
    """Draws a cell with lines that are seen in either theme: Fusion's own can't be in the dark."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        ink = QColor(option.palette.text().color())
        ink.setAlphaF(0.3)
        painter.save()
        painter.setPen(ink)
        area = option.rect
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(_ROOM, _ROOM)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the board: the cells of a row by column, one a column; `row` is None for the articles themselves."""

    row: Row | None
    cells: tuple[Cell | None, ...]
    is_first: bool


class BoardRows(QAbstractTableModel):
    """A board: a column an article, its first line the articles themselves, then a line or more a row.

    Where an article states several things in one row, each has a line of its own.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = Board((), ())
        self._lines: list[_Line] = []
        self._bold = QFont()
        self._bold.setBold(True)

    def put(self, board: Board) -> None:
        """Show this board."""
        self.beginResetModel()
        self.board = board
        self._lines = [_Line(None, (None,) * len(board.columns), True)] if board.columns else []
        for row in board.rows:
            cells = [row.of(one.article) for one in board.columns]
            for n in range(max(map(len, cells))):
                self._lines.append(_Line(row, tuple(of[n] if n < len(of) else None for of in cells), n == 0))
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """Return the statement at a place, None where there is none."""
        return self._lines[index.row()].cells[index.column()] if index.isValid() else None

    def column(self, index: Index) -> Column | None:
        """Return the article of a place."""
        return self.board.columns[index.column()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.board.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if cell is not None and cell.against else None
        if role == Qt.ItemDataRole.DisplayRole:
            if self._lines[index.row()].row is None:
                return textwrap.fill(_short(shown(self.board.columns[index.column()].title), 3 * _NAME), _NAME)
            return "\n".join(_short(line, 48) for line in lines_of(cell)) if cell else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(index, cell)
        return None

    def _said(self, index: Index, cell: Cell | None) -> str:
        head = head_of(self.board.columns[index.column()])
        if cell is None:
            return head
        said = [cell.statement.phrase, *list(lines_of(cell))[1:]]
        if cell.against:
            said.append(tr("contredit par %n autre valeur|contredit par %n autres valeurs", n=len(cell.against)))
        elif cell.beside:
            said.append(tr("diffère, mais mesure autre chose ou date d’un autre jour"))
        return "\n".join([*said, head])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            one = self.board.columns[section]
            return " · ".join(filter(None, (str(one.number), one.date, one.source)))
        line = self._lines[section]
        if line.row is None:
            return tr("Article")
        return textwrap.fill(_short(line.row.words, 2 * _NAME), _NAME) if line.is_first else ""


def _short(words: str, most: int) -> str:
    """Return words cut to so many characters, their no-break spaces left as they are."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
