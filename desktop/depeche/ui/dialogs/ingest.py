"""Choose what to import, and what the spans in it become."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from depeche import paths
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons


class IngestDialog(QDialog):
    """`decided(paths, as)`: paths to take in; `as` is "spans", "suggestions" or "" (as each span says)."""

    decided = Signal(list, str)

    def __init__(self, parent: QWidget, chosen: Sequence[Path]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Importer des articles"))
        words = QLabel(
            tr("Fichiers .txt (un article chacun, la première ligne est le titre) et .jsonl, ou des dossiers.")
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._paths: list[Path] = []
        self._list = QListWidget()
        self._list.setAccessibleName(tr("À importer"))
        files, folder = QPushButton(tr("Ajouter des fichiers…")), QPushButton(tr("Ajouter un dossier…"))
        files.clicked.connect(self._add_files)
        folder.clicked.connect(self._add_folder)
        adding = QHBoxLayout()
        adding.addWidget(files)
        adding.addWidget(folder)
        adding.addStretch(1)
        self._as = QComboBox()
        self._as.addItem(tr("selon ce que dit le fichier ; sinon des suggestions"), "")
        self._as.addItem(tr("des suggestions à vérifier"), "suggestions")
        self._as.addItem(tr("des passages acceptés"), "spans")
        form = QFormLayout()
        form.addRow(tr("Les passages d’un .jsonl deviennent"), self._as)
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("Importer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self._list)
        layout.addLayout(adding)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._add(chosen)

    def _add(self, found: Sequence[Path]) -> None:
        self._paths += [path for path in found if path not in self._paths]
        self._list.clear()
        self._list.addItems([str(path) for path in self._paths])
        self._ok.setEnabled(bool(self._paths))

    def _add_files(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(
            self, tr("Ajouter des fichiers"), str(paths.documents()), tr("Articles (*.txt *.text *.jsonl *.ndjson)")
        )
        self._add([Path(one) for one in found])

    def _add_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Ajouter un dossier"), str(paths.documents()))
        if found:
            self._add([Path(found)])

    def _confirm(self) -> None:
        self.decided.emit(self._paths, self._as.currentData())
        self.accept()
