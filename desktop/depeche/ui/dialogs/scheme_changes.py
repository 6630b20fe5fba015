"""What another scheme would do, with its counts, before it is done; and the question that only a person can answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from depeche.annotate.labelling import Plan
from depeche.annotate.scheme_words import counts_of, places_of, title_of
from depeche.core.scheme import Label
from depeche.core.scheme_diff import Renames
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons
from depeche.ui.dialogs.plain_table import set_plain

_JOINS = "> "
"""Before the name of a label that another goes into; no name begins so."""


class ChangesDialog(QDialog):
    """`decided(Plan)`: apply it."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, planned: Plan) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Appliquer les étiquettes"))
        differences = planned.differences
        head = QLabel(
            tr("%n changement, en un acte que « Annuler » reprend.|%n changements, en un acte que « Annuler » reprend.",
               n=len(differences))
            if differences
            else tr("Rien à changer.")
        )  # fmt: skip
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.table = QTableWidget(len(differences), 2)
        self.table.setAccessibleName(tr("Changements"))
        self.table.setHorizontalHeaderLabels([tr("Changement"), tr("Ce qu’il touche")])
        set_plain(self.table)
        for n, one in enumerate(differences):
            self.table.setItem(n, 0, QTableWidgetItem(title_of(one)))
            self.table.setItem(n, 1, QTableWidgetItem(counts_of(one) or "—"))
        widths = self.table.horizontalHeader()
        widths.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        widths.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        yes = buttons.button(QDialogButtonBox.StandardButton.Ok)
        yes.setText(tr("Appliquer"))
        yes.setEnabled(bool(differences))
        yes.setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(lambda: self._decide(planned))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(self.table, 1)
        self.places = QListWidget()
        self.places.setAccessibleName(tr("Passages qui se croiseraient"))
        self.longest = QCheckBox(tr("Garder le plus long, supprimer les autres ; sinon rien n’est fait"))
        if planned.crossings:
            self.places.addItems(places_of(planned.places, planned.crossings))
            layout.addWidget(self.places, 1)
            layout.addWidget(self.longest)
            self.longest.toggled.connect(yes.setEnabled)
            yes.setEnabled(False)
        layout.addWidget(buttons)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 130, unit * 45)
        (self.longest if planned.crossings else yes).setFocus()

    def _decide(self, planned: Plan) -> None:
        self.accept()
        self.decided.emit(replace(planned, longest=self.longest.isChecked()))


class RenamedDialog(QDialog):
    """Asks for each label that a file no longer has whether one of its new ones is it, or whether it goes into another.

    `decided(Renames)`.
    """

    decided = Signal(object)

    def __init__(self, parent: QWidget, gone: Sequence[Label], new: Sequence[Label], kept: Sequence[Label]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Étiquettes renommées ?"))
        words = QLabel(
            tr(
                "Ces étiquettes du projet ne sont pas dans le fichier. Y portent-elles un autre nom, ou sont-elles "
                "réunies à une autre ? Leurs passages suivent."
            )
        )
        words.setWordWrap(True)
        form = QFormLayout()
        self.boxes: dict[str, QComboBox] = {}
        for label in gone:
            box = QComboBox()
            box.addItem(tr("non, elle disparaît"), "")
            for one in new:
                box.addItem(f"{one.name} ({one.label})", one.label)
            for one in kept:
                box.addItem(tr("réunie à {name} ({label})", name=one.name, label=one.label), _JOINS + one.label)
            box.setAccessibleName(f"{label.name} ({label.label})")
            form.addRow(box.accessibleName(), box)
            self.boxes[label.label] = box
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Continuer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._decide)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)

    def _decide(self) -> None:
        said = {old: box.currentData() for old, box in self.boxes.items() if box.currentData()}
        merges = {old: new.removeprefix(_JOINS) for old, new in said.items() if new.startswith(_JOINS)}
        self.accept()
        self.decided.emit(Renames({old: new for old, new in said.items() if old not in merges}, merges=merges))
