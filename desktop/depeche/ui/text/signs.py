"""Small signs in the article where a note on a borderline case is. Draws; knows neither notes nor marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from depeche.ui.theme import Theme

Rects = Callable[[int, int], list[QRectF]]
"""Where a stretch of code points is in sight, in the painter's coordinates."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch with a note, code points. `loose`: no mark stands there, so that the words are dotted as well.

    `words` are shown as a tip.
    """

    start: int
    end: int
    loose: bool
    words: str = ""


class Signs:
    """Draws a dog's ear at the upper right corner of each noted stretch, in the theme's accent."""

    def __init__(self) -> None:
        self.places: Sequence[Sign] = ()

    def words_at(self, point: QPointF, rects: Rects) -> list[str]:
        """Return what is noted of the stretches at a point."""
        return [
            sign.words
            for sign in self.places
            if sign.words and any(rect.contains(point) for rect in rects(sign.start, sign.end))
        ]

    def paint(self, painter: QPainter, rects: Rects, theme: Theme) -> None:
        """Draw the signs that are in sight, over the letters."""
        for sign in self.places:
            found = rects(sign.start, sign.end)
            if not found:
                continue
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if sign.loose:
                painter.setPen(QPen(theme.accent, 1.6, Qt.PenStyle.DotLine))
                for rect in found:
                    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            corner, size = found[0].topRight(), found[0].height() * 0.36
            painter.setPen(QPen(theme.base, 1))
            painter.setBrush(theme.accent)
            inward, below = corner - QPointF(size, 0), corner + QPointF(0, size)
            painter.drawPolygon(QPolygonF([inward, corner, below]))
