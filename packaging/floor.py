"""A bare window of PySide6: what starting and size are measured against."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel

if __name__ == "__main__":
    app = QApplication(sys.argv)
    label = QLabel("Dépêche")
    label.setWindowTitle("Dépêche")
    label.resize(400, 300)
    label.show()
    sys.exit(app.exec())
