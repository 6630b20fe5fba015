"""What a returned work holds: whose it is, how much is done, whether it is whole. It is looked at, not taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from depeche.core import package_words
from depeche.core.article import State
from depeche.core.shown import shown
from depeche.messages import number, tr
from depeche.ui.dialogs.buttons import Buttons

if TYPE_CHECKING:
    from depeche.ingest.inspection import Inspection


class HandedBackDialog(QDialog):
    """What a return says of itself, which can be copied; nothing is changed by looking."""

    def __init__(self, parent: QWidget | None, path: Path, found: Inspection) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Travail rendu"))
        one = found.manifest
        done = tr("%n article terminé sur {articles}|%n articles terminés sur {articles}",
                  n=one.states.get(State.DONE, 0), articles=number(one.articles))  # fmt: skip
        head = _label(tr("Travail de {name} : {done}", name=shown(one.annotator.name, 60), done=done))
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        whole = (
            tr("Le fichier est abîmé, son contenu n’est pas sûr. Demandez-le de nouveau.")
            if found.problem
            else tr("Le fichier est entier, tel qu’il a été écrit.")
        )
        rows = [(tr("Fichier"), shown(path.name)), *package_words.rows(one, found.problem, keys=False)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 3)
        for n, (name, said) in enumerate(rows):
            said_here = _label(said)
            said_here.setAccessibleName(name)
            grid.addWidget(_label(name), n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said_here, n, 1)
        grid.setColumnStretch(1, 1)
        later = _label(
            tr("Réunir les travaux rendus dans le projet viendra avec une prochaine version de Dépêche.") + " "
            + (tr("Gardez ce fichier en attendant le bon.") if found.problem
               else tr("Gardez ce fichier : il contient tout ce qu’il faudra."))
        )  # fmt: skip
        buttons = Buttons(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Fermer"))
        buttons.rejected.connect(self.close)
        copy = buttons.addButton(tr("Copier"), QDialogButtonBox.ButtonRole.ActionRole)
        self.words = "\n".join([head.text(), whole, *(f"{name}\t{said}" for name, said in rows), later.text()])
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words))
        layout = QVBoxLayout(self)
        layout.setSpacing(self.fontMetrics().height())
        layout.addWidget(head)
        layout.addWidget(_label(whole))
        layout.addLayout(grid)
        layout.addWidget(later)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
