"""A note on a borderline case, written or changed: Return keeps it, Shift+Return begins a new line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from depeche.core.note import LONGEST
from depeche.messages import number, tr
from depeche.ui.dialogs.buttons import Buttons

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteDialog(QDialog):
    """`decided(text)`: this is what the note is to say; nothing takes it away. `others` are what others noted there."""

    decided = Signal(str)

    def __init__(self, parent: QWidget, about: str, text: str, others: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Cas limite"))
        words, hint = QLabel(about), QLabel(tr("Entrée l’enregistre, Maj+Entrée passe à la ligne."))
        said = QLabel(others)
        for label in (words, hint, said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        font = words.font()
        font.setBold(True)
        words.setFont(font)
        said.setVisible(bool(others))
        self.field = QPlainTextEdit(text)
        self.field.setAccessibleName(tr("Note"))
        self.field.setPlaceholderText(tr("Pourquoi le guide ne tranche pas ici, ce qui a été choisi…"))
        self.field.setTabChangesFocus(True)
        self.field.selectAll()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._show_length)
        self._length = QLabel()
        self._length.setTextFormat(Qt.TextFormat.PlainText)
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("Enregistrer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        if text:
            self.remove = buttons.addButton(tr("Supprimer la note"), QDialogButtonBox.ButtonRole.DestructiveRole)
            self.remove.setAutoDefault(False)
            self.remove.clicked.connect(lambda: self._decide(""))
        buttons.accepted.connect(lambda: self._decide(self.field.toPlainText()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (words, said, self.field, hint, self._length, buttons):
            layout.addWidget(widget, 1 if widget is self.field else 0)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 72, unit * 34)
        self._show_length()
        self.field.setFocus()

    def _show_length(self) -> None:
        length = len(self.field.toPlainText().strip())
        over = length > LONGEST
        self._length.setVisible(over)
        words = tr("{length} signes : il en faut {limit} au plus.", length=number(length), limit=number(LONGEST))
        self._length.setText(words if over else "")
        self._ok.setEnabled(not over)

    def _decide(self, text: str) -> None:
        if text and not self._ok.isEnabled():
            return
        self.decided.emit(text)
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in _ENTER and plain:
                self._decide(self.field.toPlainText())
                return True
        return super().eventFilter(watched, event)
