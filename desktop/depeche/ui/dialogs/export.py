"""Choose where and how to export, with a view of what will come out."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from depeche import paths
from depeche.core.article import State
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons


class ExportDialog(QDialog):
    """`decided(folder, format, states)`: `states` is None for the format's own choice, all otherwise."""

    decided = Signal(str, str, object)

    def __init__(self, parent: QWidget, title: str, counts: Counter[State]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Exporter"))
        self._counts = counts
        self._folder = QLineEdit(str(paths.documents() / f"{title}-export"))
        self._folder.setAccessibleName(tr("Dossier"))
        browse = QPushButton(tr("Parcourir…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self._folder, 1)
        row.addWidget(browse)
        self._format = QComboBox()
        self._format.addItem(tr("JSONL — tout, un article par ligne"), "jsonl")
        self._format.addItem(tr("spaCy — train.spacy, dev.spacy, test.spacy"), "spacy")
        self._format.addItem(tr("Projet spaCy — avec config.cfg, à entraîner ailleurs"), "spacy-project")
        self._states = QComboBox()
        self._states.addItem(tr("les articles terminés"), (State.DONE,))
        self._states.addItem(tr("les articles terminés et commencés"), (State.DONE, State.STARTED, State.FLAGGED))
        self._states.addItem(tr("tous les articles"), None)
        self._preview = QLabel()
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("Dossier"), row)
        form.addRow(tr("Format"), self._format)
        form.addRow(tr("Articles"), self._states)
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("Exporter"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._preview)
        layout.addWidget(buttons)
        self._format.currentIndexChanged.connect(self._on_format)
        self._states.currentIndexChanged.connect(lambda _: self._count())
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.sizeHint().height())
        self._on_format(0)

    def _on_format(self, index: int) -> None:
        self._states.setCurrentIndex(2 if index == 0 else 0)
        self._count()

    def _count(self) -> None:
        states: tuple[State, ...] | None = self._states.currentData()
        n = sum(count for state, count in self._counts.items() if states is None or state in states)
        words = tr("%n article sera écrit.|%n articles seront écrits.", n=n)
        if self._format.currentData() == "spacy":
            words += " " + tr(
                'Genres et valeurs sont dans doc.user_data ; les citations dans doc.spans["sc"] seulement.'
            )
        elif self._format.currentData() == "spacy-project":
            words += " " + tr(
                "« spacy train » et « spacy evaluate » y marchent tels quels ; « depeche model add » reprend le modèle."
            )
        self._preview.setText(words)
        self._ok.setEnabled(n > 0)

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Dossier de l’export"), self._folder.text())
        if folder:
            self._folder.setText(folder)

    def _confirm(self) -> None:
        if self._folder.text().strip():
            states = self._states.currentData()
            everything = states if states is not None else tuple(State)
            self.decided.emit(self._folder.text().strip(), self._format.currentData(), everything)
            self.accept()
