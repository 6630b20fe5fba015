"""The row of buttons at the foot of a dialog, in words alone as all other buttons are; some desktops give icons."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox


class Buttons(QDialogButtonBox):
    """Qt's own row of standard buttons, without icons."""

    def __init__(self, standard: QDialogButtonBox.StandardButton = QDialogButtonBox.StandardButton.NoButton) -> None:
        super().__init__(standard)
        for button in self.buttons():
            button.setIcon(QIcon())
