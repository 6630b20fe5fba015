"""Boxes to ink: what lies under the letters and what goes over them. Decides nothing and measures nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from depeche.ui.text.geometry import BlockBoxes, Box
from depeche.ui.text.mark import Mark
from depeche.ui.text.typography import Typography
from depeche.ui.text.unseen import Shape, Unseen
from depeche.ui.theme import Ink, Pattern, Theme

Page = Sequence[tuple[QPointF, BlockBoxes]]
"""The blocks in sight, each with its origin in the painter's coordinates."""

_DASHES = {Pattern.DOTTED: [1.0, 1.0], Pattern.DASHED: [4.0, 2.0], Pattern.DASH_DOT: [4.0, 1.5, 1.0, 1.5]}
"""Strokes and gaps in turn, in widths of the bar."""

_LEFTWARD = "\u061c\u200f\u202b\u202e\u2067"


class Pencil:
    """Draws marks in one theme and one setting of the text, for a screen with so many dots to a logical pixel.

    Edges come to lie on whole dots, else an antialiased line is two grey ones.
    """

    def __init__(self, theme: Theme, typography: Typography, dots: float) -> None:
        self._theme = theme
        self._type = typography
        self._dots = dots
        self._radius = typography.em * 0.2
        self._pad = typography.em * 0.07
        self._hair = self._whole(typography.hair)
        self._width = self._whole(typography.bar)

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
                    self._ground(painter, self._path(block, box.mark, mark), mark, ink, depths[box.mark])
                if mark.band:
                    self._brackets(painter, box, mark, ink)
                else:
                    self._bar(painter, self._padded(box), ink)
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
        width = self._hair * 2
        room, radius = self._pad + width / 2, self._radius + width / 2
        ringed = [rect.adjusted(-room, -width / 2, room, width / 2) for rect in rects]
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for rect in ringed:
            if len(ringed) == 1:
                path.addRoundedRect(rect, radius, radius)
            else:
                path.addRect(rect)
        pen = QPen(self._theme.accent, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path.simplified())

    def selection(self, painter: QPainter, rects: Iterable[QRectF]) -> None:
        """Draw the box of a selection that was made by keyboard, under the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.selection_edge, self._hair))
        painter.setBrush(self._theme.selection)
        half = self._hair / 2
        for rect in rects:
            # A place without length is drawn as the caret that it is.
            inner = rect.adjusted(-self._pad, half, self._pad, -half)
            painter.drawRoundedRect(inner, self._radius / 2, self._radius / 2)

    def unseen(self, painter: QPainter, page: Iterable[tuple[QPointF, Sequence[Unseen]]]) -> None:
        """Draw the characters that are not seen, each kind with a shape of its own."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for origin, found in page:
            painter.setTransform(QTransform.fromTranslate(origin.x(), origin.y()))
            for one in found:
                painter.setPen(QPen(self._theme.accent, self._hair * 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(self._sign(one))
        painter.resetTransform()

    def _sign(self, one: Unseen) -> QPainterPath:
        path, em, box = QPainterPath(), self._type.em, one.box
        foot, middle = box.bottom() - em * 0.24 - self._width, box.center().x()  # the letters' baseline
        if one.shape in (Shape.TIED, Shape.NARROW):  # below the letters, where a blank may have next to no room
            reach = max(box.width() / 2 - self._hair, em * 0.13)
            left, right, low = middle - reach, middle + reach, foot + em * 0.13
            if one.shape is Shape.TIED:
                path.addPolygon(_corners((left, foot), (left, low), (right, low), (right, foot)))
            else:
                path.addPolygon(_corners((left, foot), (middle, low), (right, foot)))
        elif one.shape is Shape.BLANK:
            path.addEllipse(QPointF(middle, foot - em * 0.28), self._hair * 0.8, self._hair * 0.8)
        elif one.shape is Shape.COMBINED:
            peak, deep = box.left() - em * 0.18, foot + em * 0.2
            path.addPolygon(_corners((peak - em * 0.12, deep), (peak, foot + em * 0.1), (peak + em * 0.12, deep)))
        else:
            top = box.top() + self._hair
            path.addPolygon(_corners((box.left(), foot), (box.left(), top + em * 0.14)))
            if one.shape is Shape.TURN:
                way = -1 if one.character in _LEFTWARD else 1
                path.addPolygon(_corners((box.left(), top), (box.left() + way * em * 0.22, top + em * 0.07),
                                         (box.left(), top + em * 0.14), (box.left(), top)))  # fmt: skip
            else:
                path.addEllipse(QPointF(box.left(), top + em * 0.07), em * 0.07, em * 0.07)
        return path

    def veil(self, painter: QPainter, seen: QRectF, clear: Iterable[QRectF]) -> None:
        """Set all that is seen back, but for some boxes: they stay as they are."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        path, hole = QPainterPath(), QPainterPath()
        path.addRect(seen)
        hole.setFillRule(Qt.FillRule.WindingFill)
        for rect in clear:
            hole.addRect(rect.adjusted(-self._pad * 2, 0, self._pad * 2, 0))
        painter.fillPath(path.subtracted(hole), self._theme.veil)

    def _whole(self, length: float) -> float:
        """Return a length of at least one dot, in whole dots."""
        return max(1, round(length * self._dots)) / self._dots

    def _at(self, place: float) -> float:
        """Return the edge between two dots that is nearest."""
        return round(place * self._dots) / self._dots

    def _padded(self, box: Box) -> QRectF:
        left = self._at(box.rect.left() - (self._pad if box.opens else 0.0))
        right = self._at(box.rect.right() + (self._pad if box.closes else 0.0))
        return QRectF(left, box.rect.top(), right - left, box.rect.height())

    def _path(self, block: BlockBoxes, index: int, mark: Mark) -> QPainterPath:
        if index not in block.paths:
            path = QPainterPath()
            boxes = [box for box in block.boxes if box.mark == index]
            for box in boxes:
                if mark.band:
                    path.addRect(self._padded(box))
                else:
                    path.addPath(self._arch(box, mark.state == "suggestion"))
            # The slots of a band touch: one outline around all of them, without seams.
            block.paths[index] = path.simplified() if mark.band and len(boxes) > 1 else path
        return block.paths[index]

    def _arch(self, box: Box, outlined: bool) -> QPainterPath:
        """Return a box with round shoulders where the mark begins and ends; its foot, the bar, is drawn on its own."""
        half = self._hair / 2 if outlined else 0.0
        rect, radius = self._padded(box).adjusted(half, half, -half, 0), self._radius
        path = QPainterPath(rect.bottomLeft())
        if box.opens:
            path.lineTo(rect.left(), rect.top() + radius)
            path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()))
        elif outlined:
            path.moveTo(rect.topLeft())
        else:
            path.lineTo(rect.topLeft())
        if box.closes:
            path.lineTo(rect.right() - radius, rect.top())
            path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
            path.lineTo(rect.bottomRight())
        else:
            path.lineTo(rect.topRight())
            if not outlined:
                path.lineTo(rect.bottomRight())
        return path

    def _ground(self, painter: QPainter, path: QPainterPath, mark: Mark, ink: Ink, depth: int) -> None:
        if mark.state == "suggestion":
            pen = QPen(QBrush(ink.soft), self._hair, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3, 2.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = self._hair / 2 if mark.band else 0.0
            painter.drawPath(path.translated(half, half))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.washes[min(depth, len(ink.washes) - 1)] if mark.band else ink.fill)
            painter.drawPath(path)

    def _brackets(self, painter: QPainter, box: Box, mark: Mark, ink: Ink) -> None:
        """Draw the upright bars between which a band stands."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.strong)
        rect, width = self._padded(box), self._hair if mark.state == "suggestion" else self._width
        if box.opens:
            bracket = QRectF(rect.left() - width + self._hair, rect.top(), width, rect.height())
            painter.drawRoundedRect(bracket, width / 2, width / 2)
        if box.closes:
            painter.drawRect(QRectF(rect.right(), rect.top(), self._hair, rect.height()))

    def _bar(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        width, pattern = self._width, ink.pattern
        left, right, bottom = rect.left(), rect.right(), rect.bottom()
        if pattern is Pattern.SOLID:
            painter.fillRect(QRectF(left, bottom - width, right - left, width), ink.strong)
        elif pattern is Pattern.DOUBLE:
            thin = self._whole(width / 2)
            for top in (bottom - 3 * thin, bottom - thin):
                painter.fillRect(QRectF(left, top, right - left, thin), ink.strong)
        elif pattern is Pattern.WAVE:
            painter.setPen(QPen(ink.strong, width * 0.7))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_wave(left, right, bottom - width, width))
        else:
            pen = QPen(QBrush(ink.strong), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(_DASHES[pattern])
            painter.setPen(pen)
            painter.drawLine(QPointF(left, bottom - width / 2), QPointF(right, bottom - width / 2))


def _corners(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _wave(left: float, right: float, y: float, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        step = min(height * 2, right - x)
        path.quadTo(QPointF(x + step / 2, y + (-height if up else height)), QPointF(x + step, y))
        x, up = x + step, not up
    return path
