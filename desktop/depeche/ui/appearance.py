"""The window light or dark, or as the system has it: at once, and also where the platform can't do it by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from depeche.ui.theme import luminance

SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def set_theme(theme: str) -> None:
    """Use the `light`, the `dark` or the `system`'s own colours."""
    QGuiApplication.setPalette(QPalette())  # the system's again, where an earlier choice put our own
    QGuiApplication.styleHints().setColorScheme(SCHEMES[theme])
    # A desktop that knows of no colour scheme, as on a bare X server, lets the wish go by.
    if theme != "system" and is_dark(QGuiApplication.palette()) != (theme == "dark"):
        QGuiApplication.setPalette(dark_palette() if theme == "dark" else QPalette(QColor("#efefef")))
    _outline(QGuiApplication.palette())


def _outline(palette: QPalette) -> None:
    """Draw the edges of boxes and fields so that they are seen on a dark ground (WCAG 2.2, 1.4.11: 3:1).

    Qt's Fusion style makes an edge of the ground by darkening it, which on a dark ground leaves none; these widgets are
    told of a light ground, which they draw nothing else with.
    """
    edged = QPalette()
    if is_dark(palette):
        edged = QPalette(palette)
        edged.setColor(QPalette.ColorRole.Window, QColor("#b4b6bc"))
    for name in ("QCheckBox", "QRadioButton", "QLineEdit", "QComboBox", "QAbstractSpinBox"):
        QApplication.setPalette(edged, name)  # type: ignore[arg-type]  # the stubs say bytes, Qt takes str


def is_dark(palette: QPalette) -> bool:
    """Tell whether a palette has light letters on a dark ground."""
    return luminance(palette.color(QPalette.ColorRole.Base)) < luminance(palette.color(QPalette.ColorRole.Text))


def dark_palette() -> QPalette:
    """Return a dark palette of our own."""
    palette = QPalette(QColor("#2b2d31"))
    role = QPalette.ColorRole
    for part, colour in (
        (role.Window, "#26282c"), (role.Base, "#1d1f22"), (role.AlternateBase, "#26282c"), (role.Button, "#33363b"),
        (role.Text, "#e4e4e2"), (role.WindowText, "#e4e4e2"), (role.ButtonText, "#e4e4e2"), (role.Link, "#7fb2e8"),
        (role.Highlight, "#2f6fb5"), (role.HighlightedText, "#ffffff"), (role.PlaceholderText, "#9a9a98"),
        (role.ToolTipBase, "#33363b"), (role.ToolTipText, "#e4e4e2"), (role.Accent, "#4f93d8"),
    ):  # fmt: skip
        palette.setColor(part, QColor(colour))
    for part in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor("#85868a"))
    return palette
