"""The rows of the list of marks, and how a row is drawn: chip, words, and what is known of them below."""

from __future__ import annotations

from bisect import bisect_left
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

from depeche.annotate.hand import One, place_of
from depeche.annotate.notes import of_mark
from depeche.core.note import Note
from depeche.core.suggestion import Suggestion
from depeche.messages import tr
from depeche.ui import spoken
from depeche.ui.session import Session
from depeche.ui.theme import Theme
from depeche.ui.words import second_line

Index = QModelIndex | QPersistentModelIndex

_FEW = 16

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

    def reload(self) -> list[int] | None:
        """Take what is on the desk now; return which rows are others than before, None where all may be.

        Nothing is emitted for some: on `dataChanged` a list view lays out all its rows again.
        """
        was, self._marks = self._marks, self._session.marks
        if len(was) != len(self._marks):
            self.setStringList([""] * len(self._marks))
            return None
        others = [n for n, (old, new) in enumerate(zip(was, self._marks, strict=True)) if old is not new]
        if len(others) <= _FEW:
            return others
        self.beginResetModel()
        self.endResetModel()
        return None

    def row_of(self, key: str | None) -> int:
        """Return the row of the mark with this key, -1 for none."""
        one = self._session.one(key) if key else None
        if one is None:
            return -1
        first = bisect_left(self._marks, place_of(one), key=place_of)
        return next((row for row in range(first, len(self._marks)) if self._marks[row] is one), -1)

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


class _Faces:
    """The smaller sizes of a list's font that a row is written in, with their measures: asked for in each row."""

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.small, self.chip = QFont(font), QFont(font)
        self.small.setPointSizeF(font.pointSizeF() * 0.86)
        self.chip.setPointSizeF(font.pointSizeF() * 0.8)
        self.small_metrics, self.chip_metrics = QFontMetrics(self.small), QFontMetrics(self.chip)
        self._widths: dict[str, int] = {}

    def chip_width(self, name: str) -> int:
        """Return how wide the chip of a label with this name is."""
        if name not in self._widths:
            metrics = self.chip_metrics
            widest = max(metrics.horizontalAdvance(tr("Citation")), metrics.horizontalAdvance(name))
            self._widths[name] = widest + metrics.height()
        return self._widths[name]


class MarkDelegate(QStyledItemDelegate):
    """Draws a row: the label's chip (outlined for a suggestion), the words, and value, source and score below."""

    theme: Theme
    _faces: _Faces | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: One = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        assert isinstance(model, MarkRows)
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colour = option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        metrics, faces = option.fontMetrics, self._faces
        if faces is None or faces.font != option.font:
            faces = self._faces = _Faces(option.font)
        pad = metrics.height() // 3
        inner = option.rect.adjusted(pad, pad // 2, -pad, -pad // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._chip(painter, option, faces, one, model.label_name(one), inner)
        line = QRect(inner.left() + width + pad, inner.top(), inner.width() - width - pad, metrics.height())
        painter.setFont(option.font)
        painter.setPen(colour)
        if model.notes(one):
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, NOTED)
            line.setRight(line.right() - metrics.horizontalAdvance(NOTED) - pad)
        words = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(faces.small)
        if not chosen:
            faint = QColor(colour)
            faint.setAlphaF(0.72)
            painter.setPen(faint)
        below = line.translated(0, metrics.height())
        under = faces.small_metrics.elidedText(
            second_line(one, model.kind_name(one)), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, under)
        painter.restore()

    def _chip(
        self, painter: QPainter, option: QStyleOptionViewItem, faces: _Faces, one: One, name: str, inner: QRect
    ) -> int:
        metrics, width = faces.chip_metrics, faces.chip_width(name)
        ink = self.theme.ink(one.label)
        box = QRect(inner.left(), inner.top() + 1, width, metrics.height() + 2)
        painter.setFont(faces.chip)
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
