"""The whole article in a strip beside its scroll bar: where doubts wait, where spans lie, what is in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from depeche.messages import tr
from depeche.ui.text.mark import Mark
from depeche.ui.theme import Theme

Place = tuple[tuple[int, int], tuple[int, int] | None]
"""What is in sight, and what the hand is on if anything; both in characters."""

_SOON_MS = 80
"""The strip follows so far behind the article: what a hand waits for is painted first."""


class Minimap(QWidget):
    """`asked(position)`: a person clicked or dragged to a character of the article.

    Doubts stand at the left, hollow; own spans at the right, solid, both in the colour of their label. A height of the
    strip is a share of the characters, not of the lines: these aren't known before all of a long article is set.
    """

    asked = Signal(int)

    def __init__(self, theme: Callable[[], Theme], place: Callable[[], Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place = place
        self._length = 0
        self._marks: Sequence[Mark] = ()
        self._drawn: QPixmap | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab steps through the doubts; the keyboard stays in the article
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Carte de l’article"))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height(), 0)

    def set_marks(self, length: int, marks: Sequence[Mark]) -> None:
        """Show the marks of an article of so many characters."""
        self._length, self._marks = length, marks
        self._forget()

    def follow(self) -> None:
        """Show again, soon, what is in sight and where the hand is."""
        if not self._soon.isActive():
            self._soon.start()

    def recolour(self) -> None:
        """Draw with the shades of another palette or scheme."""
        self._forget()

    def words(self) -> str:
        """Return in words what the strip shows."""
        doubts = sum(1 for mark in self._marks if mark.state == "suggestion")
        spans = sum(1 for mark in self._marks if mark.state == "span")
        if not self._length:
            return ""
        first, last = (round(100 * at / self._length) for at in self._place()[0])
        return " · ".join((
            tr("%n suggestion|%n suggestions", n=doubts),
            tr("%n passage|%n passages", n=spans),
            tr("de {first} à {last} % de l’article en vue", first=first, last=last),
        ))  # fmt: skip

    # --- how it is drawn

    def height_of(self, position: int) -> float:
        """Return how far down a character lies."""
        return self.height() * position / max(self._length, 1)

    def _forget(self) -> None:
        self._drawn = None
        self.follow()

    def _draw(self) -> QPixmap:
        dots = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * dots)
        drawn.setDevicePixelRatio(dots)
        drawn.fill(QColor(0, 0, 0, 0))
        half, tall = self.width() / 2, max(2.0, self.fontMetrics().height() / 6)
        # Thousands of marks come to lie on a few hundred dots: of those on the same dots one is drawn.
        scale = self.height() / max(self._length, 1) / tall
        rows = {(state, label, round(start * scale)) for start, _, label, _, state, *_ in self._marks}
        shapes: dict[tuple[str, str], list[QRectF]] = {}
        for state, label, row in rows:
            top = round(row * tall)
            box = (
                QRectF(1.5, top + 0.5, half - 4, tall - 1)
                if state == "suggestion"
                else QRectF(half + 1, top, half - 3, tall)
            )
            shapes.setdefault((state, label), []).append(box)
        painter, theme = QPainter(drawn), self._theme()
        for (kind, label), boxes in sorted(shapes.items(), key=lambda one: one[0]):
            ink = theme.ink(label).strong
            if kind == "suggestion":
                painter.setPen(QPen(ink, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
            if kind != "masked":
                painter.drawRects(boxes)
        painter.end()
        return drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn is None:
            self._drawn = self._draw()
            self.setAccessibleDescription(self.words())
        painter, theme = QPainter(self), self._theme()
        sight, held = self._place()
        painter.fillRect(self.rect(), theme.base)
        top, bottom = (self.height_of(at) for at in sight)
        seen = QRect(0, round(top), self.width(), max(round(bottom - top), 4))
        painter.fillRect(seen, theme.selection)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setPen(QPen(theme.muted, 1))
        painter.drawRect(seen.adjusted(0, 0, -1, -1))
        if held is not None:
            at, side = self.height_of(held[0]), self.width() * 0.3
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            for edge, way in ((0.0, 1), (float(self.width()), -1)):
                painter.drawPolygon(QPolygonF([
                    QPointF(edge, at - side), QPointF(edge + way * side, at), QPointF(edge, at + side),
                ]))  # fmt: skip
        painter.end()

    # --- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self.updateGeometry()
            self._forget()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.words())
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def _ask(self, event: QMouseEvent) -> None:
        share = min(max(event.position().y() / max(self.height(), 1), 0.0), 1.0)
        self.asked.emit(round(share * self._length))
