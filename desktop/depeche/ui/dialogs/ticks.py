"""Rows with a tick whose box can be seen on a dark ground too: Fusion draws it darker than the window."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem


class TickDelegate(QStyledItemDelegate):
    """Gives the box of a row an edge between the colours of text and ground."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        text = option.palette.color(QPalette.ColorRole.Text)
        ground = option.palette.color(QPalette.ColorRole.Base)
        edge = QColor.fromRgbF(
            0.7 * text.redF() + 0.3 * ground.redF(),
            0.7 * text.greenF() + 0.3 * ground.greenF(),
            0.7 * text.blueF() + 0.3 * ground.blueF(),
        )
        option.palette.setColor(QPalette.ColorRole.Window, edge)
