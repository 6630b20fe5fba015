"""Confirm or correct an article's publication date."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from depeche.core.article import Article
from depeche.core.dates import is_publication_date
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons


class DateDialog(QDialog):
    """`decided(date)`: an ISO day, month or year, "" for unknown."""

    decided = Signal(str)

    def __init__(self, parent: QWidget, article: Article) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Date de publication"))
        words = QLabel(
            tr("Jour, mois ou année : 2025-07-13, 13/7/2025, 2025-07 ou 2025. Vide : inconnue.\n"
               "Les dates relatives qui attendent seront calculées à nouveau.")
        )  # fmt: skip
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._field = QLineEdit(article.date or "")
        self._field.setAccessibleName(tr("Date de publication"))
        self._field.selectAll()
        self._wrong = QLabel()
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("Confirmer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (words, self._field, self._wrong, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self._field.textChanged.connect(lambda _: self._read())
        self._read()

    def _read(self) -> str | None:
        """Return the date typed, None while it isn't one."""
        typed = self._field.text().strip()
        parts = typed.split("/")
        if len(parts) == 3 and all(part.strip().isdigit() for part in parts):
            day, month, year = (int(part) for part in parts)
            typed = f"{year:04d}-{month:02d}-{day:02d}"
        right = not typed or is_publication_date(typed)
        self._ok.setEnabled(right)
        self._wrong.setText("" if right else tr("Ce n’est pas encore une date."))
        return typed if right else None

    def _confirm(self) -> None:
        date = self._read()
        if date is not None:
            self.decided.emit(date)
            self.accept()
