"""Letters in the article, one at each stretch that may be taken by it. Draws; knows neither labels nor keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from depeche.ui.theme import Theme

Rects = Callable[[int, int], list[QRectF]]
"""Where a stretch of code points is in sight, in the painter's coordinates."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A letter for a stretch, code points, end exclusive, and the `kind` it would be of, where its label has any."""

    letter: str
    start: int
    end: int
    kind: str = ""


class Badges:
    """Draws a letter over the beginning of each stretch, with its kind, and a line under what would be taken."""

    def __init__(self) -> None:
        self.places: Sequence[Badge] = ()

    def paint(self, painter: QPainter, rects: Rects, theme: Theme, font: QFont) -> None:
        """Draw the letters that are in sight, over those of the article, in the text's colours turned round."""
        if not self.places:
            return
        bold = QFont(font)
        bold.setBold(True)
        metrics = QFontMetricsF(bold)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(bold)
        for badge in self.places:
            found = rects(badge.start, badge.end)
            if not found:
                continue
            painter.setPen(QPen(theme.text, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            for rect in found:
                painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            letter = f"{badge.letter.upper()} {badge.kind}".rstrip()
            side = max(metrics.height(), metrics.horizontalAdvance(letter) + metrics.height() * 0.4)
            corner = found[0].topLeft() - QPointF(side * 0.5, side * 0.4)
            box = QRectF(max(corner.x(), 0.0), max(corner.y(), 0.0), side, metrics.height())
            painter.setPen(QPen(theme.base, 1))
            painter.setBrush(theme.text)
            painter.drawRoundedRect(box, side / 5, side / 5)
            painter.setPen(theme.base)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
