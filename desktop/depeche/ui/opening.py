"""What a start opens, and what is on the screen meanwhile: its name. Loads nothing that takes time itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout

from depeche import settings as preferences
from depeche.core.shown import shown
from depeche.errors import InputError
from depeche.ingest.clicked import is_package
from depeche.messages import tr
from depeche.paths import DATABASE


class Opening(QFrame):
    """A sign in the middle of the screen; close it once the window is there."""

    def __init__(self, path: Path) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("Dépêche")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title, words = QLabel("Dépêche"), QLabel(tr("Ouverture de {name}…", name=shown(path.name)))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        title.setFont(font)
        layout = QVBoxLayout(self)
        for label in (title, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        letters = self.fontMetrics()
        margin = 2 * letters.height()
        layout.setContentsMargins(margin, margin, margin, margin)
        self.resize(max(30 * letters.averageCharWidth() * 2, self.sizeHint().width()), self.sizeHint().height())
        self.move(self.screen().availableGeometry().center() - self.rect().center())

    def paint_now(self) -> None:
        """Show it and wait until it is painted: what comes next keeps the window's thread busy."""
        self.show()
        for _ in range(2):  # one to be exposed, one to be painted
            QApplication.processEvents()
        self.repaint()


def last_project() -> Path | None:
    """Return the project that was open last, None where it is gone."""
    recent = [Path(one) for one in preferences.load().recent]
    return next((folder for folder in recent[:1] if (folder / DATABASE).is_file()), None)


def package_key(path: Path | None) -> str | None:
    """Return which package a file is, None where it is none that can be opened, which is said elsewhere."""
    if path is None or not is_package(path):
        return None
    from depeche.ingest.archive import Archive

    try:
        with Archive(path) as archive:
            return archive.manifest.key
    except InputError:
        return None
