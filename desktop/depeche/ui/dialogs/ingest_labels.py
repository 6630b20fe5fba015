"""What the labels of the files become: one of the project's, with a kind or without, or nothing."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.messages import number, tr
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.importing import Importing

_OPEN, _NOTHING = "", "-"
_SHOWN = 200


class LabelsPage(QWidget):
    """A line for each label that the project doesn't have, the most frequent first."""

    def __init__(self, importing: Importing) -> None:
        super().__init__()
        self._importing = importing
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.table = QTableWidget(0, 4)
        set_plain(self.table)
        self.table.setAccessibleName(tr("Étiquettes du fichier"))
        self.table.setHorizontalHeaderLabels([tr("Dans le fichier"), tr("Passages"), tr("Exemple"), tr("Devient")])
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        unit = self.fontMetrics().averageCharWidth()
        for column, width in ((0, 14), (1, 9), (3, 22)):
            self.table.setColumnWidth(column, unit * width)
        self.table.verticalHeader().setDefaultSectionSize(QComboBox().sizeHint().height() + 2)
        self.rest = QPushButton(tr("Ne pas reprendre celles qui restent"))
        self.rest.setAutoDefault(False)
        self.rest.clicked.connect(self._leave_rest)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)
        importing.settled.connect(self._show)

    def begin(self) -> None:
        """Put the hand on the first label of which nothing is decided."""
        for row, label in enumerate(self._labels):
            if label not in self._importing.labels:
                self._box(row).setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _labels(self) -> list[str]:
        return self._importing.foreign[:_SHOWN]

    def put(self) -> None:
        """Show the labels that were found."""
        words = tr("Étiquettes que le projet n’a pas. Ce qui est choisi ici est retenu pour la prochaine fois.")
        if not self._importing.found.is_whole:
            words += " " + tr("Tout n’a pas été regardé : un article qui en a d’autres encore sera refusé, et nommé.")
            words += " " + tr("« Tout regarder » les trouve.")
        self._words.setText(words)
        counts, found = self._importing.found.labels, self._importing.found.lots
        self.table.setRowCount(len(self._labels))
        for row, label in enumerate(self._labels):
            example = next((lot.examples[label] for lot in found if label in lot.examples), "")
            for column, words in enumerate((shown(label, 60), number(counts[label]), shown(example, 80))):
                self.table.setItem(row, column, QTableWidgetItem(words))
            self.table.setCellWidget(row, 3, self._made(label))
        self._show()

    def _made(self, label: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("Ce que devient « {label} »", label=shown(label, 60)))
        box.addItem(tr("à choisir"), _OPEN)
        box.addItem(tr("ne pas reprendre"), _NOTHING)
        for words, target in targets(self._importing.scheme):
            box.addItem(words, target)
        box.currentIndexChanged.connect(lambda _: self._on_chosen(label, box.currentData()))
        return box

    def _box(self, row: int) -> QComboBox:
        box = self.table.cellWidget(row, 3)
        assert isinstance(box, QComboBox)
        return box

    def _show(self) -> None:
        """Show what is decided, and what is proposed."""
        labels = self._labels
        for row, label in enumerate(labels[: self.table.rowCount()]):
            box, target = self._box(row), self._importing.proposed(label) or _OPEN
            if label in self._importing.labels:
                target = self._importing.labels[label] or _NOTHING
            with QSignalBlocker(box):
                at = box.findData(target)
                if at < 0:  # remembered with a kind that the scheme doesn't have
                    box.addItem(shown(target, 80), target)
                    at = box.count() - 1
                box.setCurrentIndex(at)
        self.rest.setVisible(any(label not in self._importing.labels for label in self._importing.foreign))

    def _on_chosen(self, label: str, target: str) -> None:
        if target == _OPEN:
            self._importing.unset_label(label)
        else:
            self._importing.set_label(label, None if target == _NOTHING else target)

    def _leave_rest(self) -> None:
        for label in self._importing.foreign:
            if label not in self._importing.labels:
                self._importing.labels[label] = None
        self._importing.settled.emit()
        self.table.setFocus()


def targets(scheme: Scheme) -> list[tuple[str, str]]:
    """Return what a label can become, in words and as it is stored: each label, then it with each of its kinds."""
    found = []
    for label in scheme.active:
        found.append((shown(label.name, 60), label.label))
        for kind in label.kinds:
            name = tr("{label} : {kind}", label=shown(label.name, 60), kind=shown(kind.name, 60))
            found.append((name, f"{label.label}:{kind.kind}"))
    return found
