"""Boxes to ink: what lies under the letters and what goes over them. Decides nothing and measures nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform

from depeche.ui.text.geometry import BlockBoxes, Box
from depeche.ui.text.mark import Mark
from depeche.ui.text.typography import Typography
from depeche.ui.theme import Ink, Pattern, Theme

Page = Sequence[tuple[QPointF, BlockBoxes]]
"""The blocks in sight, each with its origin in the painter's coordinates."""

_DASHES = {Pattern.DOTTED: [1.0, 1.0], Pattern.DASHED: [4.0, 2.0], Pattern.DASH_DOT: [4.0, 1.5, 1.0, 1.5]}
"""Strokes and gaps in turn, in widths of the bar."""


class Pencil:
    """Draws marks in one theme and one setting of the text."""

    def __init__(self, theme: Theme, typography: Typography) -> None:
        self._theme = theme
        self._type = typography
        self._radius = typography.em * 0.2
        self._pad = typography.em * 0.07

    def under(self, painter: QPainter, page: Page, marks: Sequence[Mark], depths: Sequence[int]) -> None:
        """Draw what lies behind the letters: washes, fills, outlines and bars."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for origin, block in page:
            painter.setTransform(QTransform.fromTranslate(origin.x(), origin.y()))
            drawn: set[int] = set()
            for box in block.boxes:
                mark = marks[box.mark]
                if mark.state == "masked":
                    continue
                ink = self._theme.ink(mark.label)
                if box.mark not in drawn:
                    drawn.add(box.mark)
                    own = [other for other in block.boxes if other.mark == box.mark]
                    self._ground(painter, self._path(block, box.mark, own, mark), mark, ink, depths[box.mark])
                if mark.band:
                    self._brackets(painter, box, mark, ink)
                else:
                    self._bar(painter, box.rect, ink)
        painter.resetTransform()

    def over(self, painter: QPainter, page: Page, marks: Sequence[Mark]) -> None:
        """Draw what lies on the letters: the veil of what is masked, and the small names."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        upright, slanted = self._type.name, self._type.suggested_name
        for origin, block in page:
            painter.setTransform(QTransform.fromTranslate(origin.x(), origin.y()))
            for box in block.boxes:
                if marks[box.mark].state == "masked":
                    painter.fillRect(box.rect, self._theme.mask)
            for slip in block.slips:
                mark = marks[slip.mark]
                painter.setFont(slanted if mark.state == "suggestion" else upright)
                painter.setPen(self._theme.ink(mark.label).strong)
                painter.drawText(slip.at, slip.words)
        painter.resetTransform()

    def ring(self, painter: QPainter, rects: Iterable[QRectF]) -> None:
        """Draw the focus ring around boxes in the painter's coordinates; under the letters, so that none is cut."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._type.hair * 2
        path = QPainterPath()
        for rect in rects:
            room = self._pad + width / 2
            ringed = rect.adjusted(-room, -width / 2, room, width / 2)
            path.addRoundedRect(ringed, self._radius + width / 2, self._radius + width / 2)
        painter.setPen(QPen(self._theme.accent, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path.simplified())

    def selection(self, painter: QPainter, rects: Iterable[QRectF]) -> None:
        """Draw the box of a selection that was made by keyboard, under the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.selection_edge, self._type.hair))
        painter.setBrush(self._theme.selection)
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-self._pad, 0, self._pad, 0), self._radius / 2, self._radius / 2)

    def _path(self, block: BlockBoxes, index: int, boxes: Sequence[Box], mark: Mark) -> QPainterPath:
        if index not in block.paths:
            path = QPainterPath()
            for box in boxes:
                path.addPath(self._slab(box) if mark.band or mark.state == "span" else self._arch(box))
            # The slots of a band touch: one outline around all of them, without seams.
            block.paths[index] = path.simplified() if mark.band and len(boxes) > 1 else path
        return block.paths[index]

    def _padded(self, box: Box) -> QRectF:
        return box.rect.adjusted(-self._pad if box.opens else 0.0, 0, self._pad if box.closes else 0.0, 0)

    def _arch(self, box: Box) -> QPainterPath:
        """Return the outline of a box that is open where the bar goes, and where the line broke it."""
        rect, radius = self._padded(box), self._radius
        path = QPainterPath(rect.bottomLeft() if box.opens else rect.topLeft())
        if box.opens:
            path.lineTo(rect.left(), rect.top() + radius)
            path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()))
        if box.closes:
            path.lineTo(rect.right() - radius, rect.top())
            path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
            path.lineTo(rect.bottomRight())
        else:
            path.lineTo(rect.topRight())
        return path

    def _slab(self, box: Box) -> QPainterPath:
        """Return a box with round corners where the mark begins and ends, square ones where the line broke it."""
        rect = self._padded(box)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(rect, self._radius, self._radius)
        if not box.opens:
            path.addRect(QRectF(rect.left(), rect.top(), self._radius, rect.height()))
        if not box.closes:
            path.addRect(QRectF(rect.right() - self._radius, rect.top(), self._radius, rect.height()))
        return path if box.opens and box.closes else path.simplified()

    def _ground(self, painter: QPainter, path: QPainterPath, mark: Mark, ink: Ink, depth: int) -> None:
        if mark.state == "suggestion":
            pen = QPen(ink.soft, self._type.hair, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.washes[min(depth, len(ink.washes) - 1)] if mark.band else ink.fill)
        painter.drawPath(path)

    def _brackets(self, painter: QPainter, box: Box, mark: Mark, ink: Ink) -> None:
        """Draw the upright bars between which a band stands."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.soft if mark.state == "suggestion" else ink.strong)
        rect, width = self._padded(box), self._type.bar
        if box.opens:
            painter.drawRect(QRectF(rect.left() - width / 2, rect.top(), width, rect.height()))
        if box.closes:
            width = self._type.hair
            painter.drawRect(QRectF(rect.right() - width / 2, rect.top(), width, rect.height()))

    def _bar(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        width = self._type.bar
        left, right, y = rect.left(), rect.right(), rect.bottom() - width / 2
        if ink.pattern is Pattern.WAVE:
            painter.setPen(QPen(ink.strong, width * 0.7))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_wave(left, right, y - width / 2, width))
        elif ink.pattern is Pattern.SOLID:
            painter.fillRect(QRectF(left, rect.bottom() - width, right - left, width), ink.strong)
        elif ink.pattern is Pattern.DOUBLE:
            for top in (rect.bottom() - width * 1.7, rect.bottom() - width * 0.6):
                painter.fillRect(QRectF(left, top, right - left, width * 0.6), ink.strong)
        else:
            pen = QPen(QBrush(ink.strong), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(_DASHES[ink.pattern])
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y), QPointF(right, y))


def _wave(left: float, right: float, y: float, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        step = min(height * 2, right - x)
        path.quadTo(QPointF(x + step / 2, y + (-height if up else height)), QPointF(x + step, y))
        x, up = x + step, not up
    return path
