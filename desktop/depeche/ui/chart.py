"""A chart as a widget: drawn anew for the size it has, with each number said where the mouse or a key asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from depeche.core.chart import Chart, described
from depeche.core.chart_frame import least_height
from depeche.core.chart_ink import DARK, LIGHT, Palette
from depeche.core.chart_svg import Drawing, Spot, draw
from depeche.ui.theme import Theme, mix

_NEAR_PX = 8


def palette_of(theme: Theme, labels: Sequence[str] = ()) -> Palette:
    """Return the colours of a chart for a theme; series named after these labels get the labels' own."""
    plain = DARK if theme.dark else LIGHT
    named = {label: theme.ink(label).strong.name() for label in labels}
    grid = mix(theme.base, theme.text, 0.14).name()
    return Palette(theme.base.name(), theme.text.name(), theme.muted.name(), grid, plain.inks, {**plain.named, **named})


class ChartView(QWidget):
    """Shows one chart. `told(str)`: the number that the keyboard or the mouse is on, in words; empty where on none.

    Left and Right go from number to number, Home and End to the first and last, Up and Down to the series before and
    after.
    """

    told = Signal(str)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._chart: Chart | None = None
        self._drawing = Drawing("", ())
        self._renderer = QSvgRenderer(self)
        self._at: int | None = None
        self._keyed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown."""
        return self._chart

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The numbers of the chart with where they stand in the widget."""
        return self._drawing.spots

    @property
    def here(self) -> Spot | None:
        """The number that the keyboard or the mouse is on."""
        return self._drawing.spots[self._at] if self._at is not None else None

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, or the same with other numbers."""
        same = self._chart is not None and self._chart.name == chart.name
        self._chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(described(chart))
        if not same:
            self._go(None)
        em = self.fontMetrics().height()
        self.setMinimumHeight(max(em * 14, round(least_height(chart, float(self.fontInfo().pixelSize())))))
        self._draw()

    def set_palette(self, palette: Palette) -> None:
        """Show it in other colours."""
        self._palette = palette
        self._draw()

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(em * 40, em * 24)

    def minimumSizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(em * 20, em * 14)

    # --- Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self.rect()))
        here = self.here
        if here is not None and self._keyed:
            painter.setPen(QPen(self.palette().text().color(), 2))
            painter.drawRect(QRectF(here.x, here.y, here.width, here.height).adjusted(-2, -2, 2, 2))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._draw()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.spots) - 1
        at = self._at if self._keyed else None
        wanted = {
            Qt.Key.Key_Right: 0 if at is None else min(at + 1, last),
            Qt.Key.Key_Left: last if at is None else max(at - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_Down: self._beside(1),
            Qt.Key.Key_Up: self._beside(-1),
        }.get(Qt.Key(event.key()))
        if wanted is None or last < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self._keyed = True
        self._go(wanted)
        here = self.here
        if here is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, here.words))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position().toPoint())
        if found is None and self._keyed:
            return
        self._keyed = False
        self._go(found)
        if found is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self.spots[found].words, self)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self._keyed:
            self._go(None)

    # --- how it is done

    def _draw(self) -> None:
        if self._chart is None or self.width() < 2 or self.height() < 2:
            return
        font = self.fontInfo()
        size = (self.width(), self.height())
        self._drawing = draw(self._chart, self._palette, size, font=font.family(), font_px=float(font.pixelSize()))
        self._renderer.load(QByteArray(self._drawing.svg.encode("utf-8")))
        if self._at is not None and self._at >= len(self.spots):
            self._go(None)
        self.update()

    def _go(self, at: int | None) -> None:
        if at == self._at:
            return
        self._at = at
        here = self.here
        self.told.emit(here.words if here else "")
        self.update()

    def _beside(self, step: int) -> int | None:
        """Return the number of the series before or after that stands nearest to this one."""
        here = self.here
        if here is None:
            return 0 if self.spots else None
        around = [n for n, spot in enumerate(self.spots) if spot.series == here.series + step]
        if not around:
            return self._at
        middle = QRectF(here.x, here.y, here.width, here.height).center()

        def distance(n: int) -> float:
            spot = self.spots[n]
            other = QRectF(spot.x, spot.y, spot.width, spot.height).center()
            return (other.x() - middle.x()) ** 2 + (other.y() - middle.y()) ** 2

        return min(around, key=distance)

    def _under(self, point: QPoint) -> int | None:
        near = None
        for n, spot in enumerate(self.spots):
            box = QRectF(spot.x, spot.y, spot.width, spot.height)
            if box.contains(point):
                return n
            if box.adjusted(-_NEAR_PX, -_NEAR_PX, _NEAR_PX, _NEAR_PX).contains(point):
                near = n
        return near
