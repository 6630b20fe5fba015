"""The rows of a preview: what is open first, what was decided below, each with a tick and the words in context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from depeche.annotate import wording
from depeche.annotate.everywhere import Hit
from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.messages import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ARTICLE, CONTEXT, FATE = range(3)
HIT = Qt.ItemDataRole.UserRole
"""The role that gives the hit of a row, None for the line between the two groups."""


class HitRows(QAbstractTableModel):
    """Hits as they come in. Open ones are ticked; a line between them and the others says what these are."""

    def __init__(self, scheme: Scheme, parent: QObject) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._heads = (tr("Article"), tr("Passage"), tr("À cet endroit"))
        self._open: list[Hit] = []
        self._apart: list[Hit] = []
        self._ticked: set[tuple[str, int, int]] = set()
        self._articles: Counter[str] = Counter()
        self.finished = 0
        """How many of the hits ticked are in finished articles."""

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._open, self._apart = [], []
        self._ticked.clear()
        self._articles.clear()
        self.finished = 0
        self.endResetModel()

    def add(self, hits: Iterable[Hit]) -> None:
        """Show more hits below those of their group."""
        fresh = list(hits)
        come, apart = [hit for hit in fresh if hit.is_open], [hit for hit in fresh if not hit.is_open]
        if come:
            self.beginInsertRows(_NOWHERE, len(self._open), len(self._open) + len(come) - 1)
            self._open += come
            self._ticked |= {_place(hit) for hit in come}
            self._articles.update(hit.article for hit in come)
            self.finished += sum(hit.is_finished for hit in come)
            self.endInsertRows()
        if apart:
            first = self.rowCount()
            line = 0 if self._apart else 1
            self.beginInsertRows(_NOWHERE, first, first + len(apart) + line - 1)
            self._apart += apart
            self.endInsertRows()

    @property
    def ticked(self) -> list[Hit]:
        """The hits that are ticked."""
        return [hit for hit in (*self._open, *self._apart) if _place(hit) in self._ticked]

    @property
    def ticks(self) -> tuple[int, int]:
        """How many hits are ticked, and in how many articles."""
        return len(self._ticked), sum(n > 0 for n in self._articles.values())

    @property
    def counts(self) -> tuple[int, int]:
        """How many are open, and how many are set apart."""
        return len(self._open), len(self._apart)

    def hit(self, row: int) -> Hit | None:
        """Return the hit in a row; None for the line between the groups, and outside."""
        if 0 <= row < len(self._open):
            return self._open[row]
        at = row - len(self._open) - 1
        return self._apart[at] if 0 <= at < len(self._apart) else None

    def turn(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        hit = self.hit(row)
        if hit is not None:
            self._ticked ^= {_place(hit)}
            more = 1 if _place(hit) in self._ticked else -1
            self._articles[hit.article] += more
            self.finished += more * hit.is_finished
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def tick_open(self, ticked: bool) -> None:
        """Tick all open ones, or none at all."""
        self._ticked = {_place(hit) for hit in self._open} if ticked else set()
        self._articles = Counter(article for article, _start, _end in self._ticked)
        self.finished = sum(hit.is_finished for hit in self._open) if ticked else 0
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    # Qt's own

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._open) + len(self._apart) + bool(self._apart)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.hit(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == ARTICLE else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit, column = self.hit(index.row()), index.column()
        if role == HIT:
            return hit
        if hit is None:
            if role == Qt.ItemDataRole.FontRole:
                bold = QFont()
                bold.setBold(True)
                return bold
            if role == Qt.ItemDataRole.DisplayRole and column == CONTEXT:
                return tr("Déjà décidé, ou pris dans autre chose")
            return None
        if role == Qt.ItemDataRole.CheckStateRole and column == ARTICLE:
            return Qt.CheckState.Checked if _place(hit) in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(hit, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(self._cell(hit, column))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self.hit(index.row()) is None:
            return False
        self.turn(index.row())
        return True

    def _cell(self, hit: Hit, column: int) -> str:
        if column == ARTICLE:
            return f"{hit.number} · {shown(hit.title)}"
        return f"{hit.before}{hit.words}{hit.after}" if column == CONTEXT else wording.fate(hit, self._scheme)


class InContext(QStyledItemDelegate):
    """Draws the words in bold in the middle of a cell, so that they stand below one another."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit = index.data(HIT)
        style = option.widget.style()
        if not isinstance(hit, Hit):
            super().paint(painter, option, index)
            return
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setPen(option.palette.color(role))
        box = option.rect.adjusted(4, 0, -4, 0)
        bold = option.font
        bold.setBold(True)
        width = min(QFontMetrics(bold).horizontalAdvance(hit.words), box.width() // 2)
        metrics = option.fontMetrics
        left = QRect(box.left(), box.top(), (box.width() - width) // 2, box.height())
        middle = QRect(left.right() + 1, box.top(), width + 2, box.height())
        right = QRect(middle.right() + 1, box.top(), box.right() - middle.right(), box.height())
        vertical = Qt.AlignmentFlag.AlignVCenter
        before = metrics.elidedText(hit.before.lstrip(), Qt.TextElideMode.ElideLeft, left.width())
        after = metrics.elidedText(hit.after.rstrip(), Qt.TextElideMode.ElideRight, right.width())
        painter.drawText(left, vertical | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextIncludeTrailingSpaces, before)
        painter.drawText(right, vertical | Qt.AlignmentFlag.AlignLeft, after)
        painter.setFont(bold)
        painter.drawText(middle, vertical | Qt.AlignmentFlag.AlignLeft, hit.words)
        painter.restore()


def _place(hit: Hit) -> tuple[str, int, int]:
    return hit.article, hit.start, hit.end
