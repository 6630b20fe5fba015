"""The chips of the labels, each with its key: in one row, or in as many as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from depeche.core.scheme import Label
from depeche.messages import tr
from depeche.ui import hints
from depeche.ui.actions import key_words
from depeche.ui.theme import Theme

_LETTERS = 28
"""Average letters of a label's name that are drawn at most."""
_GAP = 6


class LabelChip(QAbstractButton):
    """A label and its key. A click labels the selection, as the key does."""

    def __init__(self, label: Label, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key does the same; the keyboard stays in the article
        self.show_key()

    @property
    def _key(self) -> str:
        keys = hints.keys(f"label_{self._label.label}", (self._label.key.upper(),))
        return key_words(keys[0]) if keys else ""

    def show_key(self) -> None:
        """Show the key as it is now; a label without one says nothing of it."""
        name, key = self._label.name, self._key
        self.setAccessibleName(tr("{name}, touche {key}", name=name, key=key) if key else name)
        tip = tr("Étiqueter la sélection (touche {key})", key=key) if key else tr("Étiqueter la sélection")
        self.setToolTip(tip if self._name == name else f"<p>{escape(name)}</p>{escape(tip)}")
        self.updateGeometry()
        self.update()

    @property
    def _name(self) -> str:
        """The label's name as it is drawn: a long one is cut, and whole in the tip."""
        metrics = self.fontMetrics()
        return metrics.elidedText(self._label.name, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * _LETTERS)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self._name + self._key)
        return QSize(words + 3 * metrics.height(), metrics.height() * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics, ink = self.fontMetrics(), self.theme.ink(self._label.label)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 2, -1, -2)
        painter.setPen(QPen(ink.strong, 2 if self.isDown() or self.underMouse() else 1))
        painter.setBrush(ink.fill)
        painter.drawRoundedRect(box, box.height() / 5, box.height() / 5)
        painter.setPen(self.theme.text)
        inner = box.adjusted(metrics.height() // 2, 0, -metrics.height() // 2, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._name)
        key = self._key
        if not key:
            return
        side = max(metrics.height() + 4, metrics.horizontalAdvance(key) + 8)
        cap = inner.adjusted(inner.width() - side, (inner.height() - metrics.height() - 4) // 2, 0, 0)
        cap.setHeight(metrics.height() + 4)
        painter.setPen(QPen(ink.strong, 1))
        painter.setBrush(self.theme.base)
        painter.drawRoundedRect(cap, 3, 3)
        painter.setPen(self.theme.text)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


class Chips(QWidget):
    """Chips beside one another, or in rows where that is too wide; it needs no more width than one chip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[LabelChip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, chips: Sequence[LabelChip]) -> None:
        """Show these instead."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = list(chips)
        for chip in self.chips:
            chip.setParent(self)
            chip.show()
        self._place()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hints_ = [chip.sizeHint() for chip in self.chips]
        width = sum(one.width() for one in hints_) + _GAP * max(len(hints_) - 1, 0)
        return QSize(width, max((one.height() for one in hints_), default=0))

    def minimumSizeHint(self) -> QSize:
        widest = max((chip.sizeHint().width() for chip in self.chips), default=0)
        return QSize(widest, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return max((one.bottom() + 1 for one in rows), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for chip, box in zip(self.chips, self._rows(self.width()), strict=True):
            chip.setGeometry(box)

    def _rows(self, width: int) -> list[QRect]:
        """Return where each chip stands in so much width."""
        boxes, at = [], QPoint(0, 0)
        for chip in self.chips:
            size = chip.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + size.height() + 2)
            boxes.append(QRect(at, QSize(min(size.width(), max(width, 1)), size.height())))
            at += QPoint(size.width() + _GAP, 0)
        return boxes
