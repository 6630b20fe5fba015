"""Whether this program has open what another one asks about, and how its window comes forward for a person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from depeche.ingest.clicked import is_package

if TYPE_CHECKING:
    from depeche.ui.receiving import Receiving
    from depeche.ui.window import Window


def has(
    window: Window | None, receiving: Receiving, path: Path | None, package: str | None, opened: str | None
) -> bool:
    """Tell whether a project, or a package of that key, is open in `window`, or about to be; no path: nothing is.

    `receiving` opens packages while there is no window, `opened` is the key of the package that the project is of.
    """
    if path is None:
        return window is None
    opening = window.packages.receiving.coming if window else receiving.coming
    if is_package(path):
        return opening == path or (window is not None and package is not None and package == opened)
    try:
        return window is not None and window.project.folder.samefile(path)
    except OSError:  # moved away under our feet
        return False


def come_forward(front: QWidget | None) -> None:
    """Put a window before all others, if there is one."""
    if front is None:
        return
    front.setWindowState(front.windowState() & ~Qt.WindowState.WindowMinimized)
    front.show()
    front.raise_()
    front.activateWindow()
    QApplication.alert(front)  # where the desktop lets nothing come forward by itself
