"""Which share of the articles is annotated without suggestions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from depeche.core.blind import Drawn
from depeche.messages import number, tr
from depeche.ui.dialogs.buttons import Buttons


class BlindDialog(QDialog):
    """`decided(share)`: a share from 0 to 1."""

    decided = Signal(float)

    def __init__(self, parent: QWidget, share: float, found: Drawn) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Articles témoins"))
        words = _line(
            tr("Une part des articles, tirée au sort d’après leur texte, se montre sans aucune suggestion. Les "
               "statistiques comparent le travail avec et sans aide. Un article déjà ouvert reste ce qu’il était.")
        )  # fmt: skip
        self.field = QDoubleSpinBox(minimum=0, maximum=100, decimals=1, singleStep=1, suffix="\u202f%")
        self.field.setValue(100 * share)
        label = QLabel(tr("Part des témoins"))
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.field)
        row.addStretch(1)
        now = _line(
            tr("À présent : {drawn} sur {all} ; {begun}, dont {done}.",
               drawn=number(found.drawn), all=tr("%n article|%n articles", n=found.of),
               begun=tr("%n ouvert sans suggestions|%n ouverts sans suggestions", n=found.begun),
               done=tr("%n terminé|%n terminés", n=found.done))
        )  # fmt: skip
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Appliquer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(row)
        layout.addWidget(now)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.field.setFocus()
        self.field.selectAll()

    def _confirm(self) -> None:
        self.decided.emit(self.field.value() / 100)
        self.accept()


def _line(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
