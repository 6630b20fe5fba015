"""A question with a number in it: Return does it, Escape doesn't."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons


class CountDialog(QDialog):
    """`decided()`: yes. `ask` changes the question and says whether there is anything to do."""

    decided = Signal()

    def __init__(self, parent: QWidget, title: str, yes: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.question = QLabel()
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self._more = QHBoxLayout()
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._yes = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._yes.setText(yes)
        self._yes.setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        self._layout = layout = QVBoxLayout(self)
        layout.addWidget(self.question)
        layout.addLayout(self._more)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)

    def add_below(self, view: QWidget, words: QLabel, buttons: Sequence[QPushButton]) -> None:
        """Put what the question is about below it: a list, a line of words, and what can be done with it."""
        line = QHBoxLayout()
        line.addWidget(words, 1)
        for button in buttons:
            line.addWidget(button)
        at = self._layout.indexOf(self._more) + 1
        self._layout.insertWidget(at, view, 1)
        self._layout.insertLayout(at + 1, line)

    def ask(self, question: str, *, possible: bool) -> None:
        """Ask this; without anything to do there is no yes."""
        self.question.setText(question)
        self._yes.setEnabled(possible)
        # A window's layout doesn't ask how high wrapped words are at its width: they would be cut.
        margins = self._layout.contentsMargins()
        width = max(self.width(), self.minimumWidth()) - margins.left() - margins.right()
        self.question.setMinimumHeight(self.question.heightForWidth(width))
        self.adjustSize()

    def add_threshold(self, share: float, changed: Callable[[float], None]) -> QSpinBox:
        """Add a field for a score, between 0 and 1; `changed` is told of another one, and of this one now."""
        field = QSpinBox(
            minimum=0, maximum=100, singleStep=5, value=round(100 * share), suffix=tr("{share} %", share="")
        )
        words = QLabel(tr("Score d’au moins"))
        words.setBuddy(field)
        field.setAccessibleName(words.text())
        self._more.addWidget(words)
        self._more.addWidget(field)
        self._more.addStretch(1)
        field.valueChanged.connect(lambda value: changed(value / 100))
        field.setFocus()
        changed(field.value() / 100)
        return field

    def add_choice(self, name: str, choices: list[str], changed: Callable[[int], None]) -> QComboBox:
        """Add a list to choose from; `changed` is told of another choice by its place, and of the first now."""
        field = QComboBox()
        field.addItems(choices)
        field.setAccessibleName(name)
        self._more.addWidget(field)
        self._more.addStretch(1)
        field.currentIndexChanged.connect(changed)
        field.setFocus()
        changed(0)
        return field

    def _confirm(self) -> None:
        self.decided.emit()
        self.accept()
