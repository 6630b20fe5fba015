"""The rows of the list of marks, and how a row is drawn: chip, words, and what is known of them below."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from depeche.annotate.hand import One
from depeche.annotate.notes import of_mark
from depeche.core.note import Note
from depeche.core.suggestion import Suggestion
from depeche.messages import tr
from depeche.ui import spoken
from depeche.ui.session import Session
from depeche.ui.theme import Theme
from depeche.ui.words import second_line

Index = QModelIndex | QPersistentModelIndex

NOTED = "✎"
"""The sign of a mark with a note on it."""


class MarkRows(QStringListModel):
    """What lies on the desk, in reading order.

    Qt's own list counts the rows: a view asks for their number twice a row when it lays them out.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._marks: list[One] = []
        self._row_of: dict[str, int] = {}

    def reload(self) -> None:
        """Take what is on the desk now."""
        self._marks = self._session.marks
        self._row_of = {one.key: row for row, one in enumerate(self._marks)}
        self.setStringList([""] * len(self._marks))

    def row_of(self, key: str | None) -> int:
        """Return the row of the mark with this key, -1 for none."""
        return self._row_of.get(key, -1) if key else -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._session.desk.text_of(one).split())
        if role == Qt.ItemDataRole.UserRole:
            return one
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = spoken.mark_sentence(self._session.project.scheme, one, self._session.desk.text_of(one))
            return f"{said} {tr('Avec une note.')}" if self.notes(one) else said
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(" ".join(self._session.desk.text_of(one).split()))
        return None

    def notes(self, one: One) -> list[Note]:
        """Return what was noted of a mark."""
        return of_mark(self._session.desk.notes, one)

    def label_name(self, one: One) -> str:
        """Return the shown name of a mark's label."""
        scheme = self._session.project.scheme
        return scheme.get(one.label).name if one.label in scheme else one.label

    def kind_name(self, one: One) -> str:
        """Return the shown name of a mark's kind, "" for none."""
        scheme = self._session.project.scheme
        return scheme.get(one.label).kind_name(one.kind) if one.label in scheme else one.kind or ""


class MarkDelegate(QStyledItemDelegate):
    """Draws a row: the label's chip (outlined for a suggestion), the words, and value, source and score below."""

    theme: Theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: One = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        assert isinstance(model, MarkRows)
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colour = option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        metrics = option.fontMetrics
        pad = metrics.height() // 3
        inner = option.rect.adjusted(pad, pad // 2, -pad, -pad // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._chip(painter, option, one, model.label_name(one), inner, chosen)
        line = QRect(inner.left() + width + pad, inner.top(), inner.width() - width - pad, metrics.height())
        painter.setFont(option.font)
        painter.setPen(colour)
        if model.notes(one):
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, NOTED)
            line.setRight(line.right() - metrics.horizontalAdvance(NOTED) - pad)
        words = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        small, small_metrics = _smaller(option.font.toString(), 0.86)
        painter.setFont(small)
        if not chosen:
            faint = QColor(colour)
            faint.setAlphaF(0.72)
            painter.setPen(faint)
        below = line.translated(0, metrics.height())
        under = small_metrics.elidedText(
            second_line(one, model.kind_name(one)), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, under)
        painter.restore()

    def _chip(
        self, painter: QPainter, option: QStyleOptionViewItem, one: One, name: str, inner: QRect, chosen: bool
    ) -> int:
        font, metrics = _smaller(option.font.toString(), 0.8)
        width = max(metrics.horizontalAdvance(tr("Citation")), metrics.horizontalAdvance(name)) + metrics.height()
        ink = self.theme.ink(one.label)
        box = QRect(inner.left(), inner.top() + 1, width, metrics.height() + 2)
        painter.setFont(font)
        if isinstance(one, Suggestion):
            painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
            painter.setPen(QPen(ink.strong, 1, Qt.PenStyle.DashLine))
        else:
            painter.setBrush(ink.fill)
            painter.setPen(QPen(ink.strong, 1))
        painter.drawRoundedRect(box, box.height() / 4, box.height() / 4)
        painter.setPen(self.theme.text if not isinstance(one, Suggestion) else ink.strong)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        return width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = option.fontMetrics.height()
        return QSize(height * 12, height * 2 + height // 2)


@lru_cache(maxsize=16)
def _smaller(font: str, share: float) -> tuple[QFont, QFontMetrics]:
    """Return a font (as Qt writes it down) in a smaller size, and its measures; asked for twice a row."""
    small = QFont()
    small.fromString(font)
    small.setPointSizeF(small.pointSizeF() * share)
    return small, QFontMetrics(small)
