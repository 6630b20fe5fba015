"""What a tool tip says of a place in the article, and how it is written."""

from __future__ import annotations

import html

from PySide6.QtCore import QPointF

from depeche.ui.text.geometry import Geometry
from depeche.ui.text.unseen import name_of


def unseen_name(geometry: Geometry, point: QPointF, em: float) -> str:
    """Return what the unseen character at a point is called, "" where there is none."""
    reach = em * 0.12
    for origin, found in geometry.unseen(point.y(), point.y()):
        for one in found:
            if one.box.translated(origin).adjusted(-reach, 0, reach, 0).contains(point):
                return name_of(one.character)
    return ""


def plain_tip(note: str) -> str:
    """Return a tool tip that shows `note` as it is written, whatever Qt might take for markup in it."""
    return f'<p style="white-space: pre-wrap">{html.escape(note)}</p>'
