"""The question into which other label one is to go, and which of its kinds become which there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from depeche.core.scheme import Label
from depeche.core.scheme_diff import alike
from depeche.core.scheme_draft import Entry
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons


class MergeDialog(QDialog):
    """`decided(str, dict)`: the name of the label chosen, empty for none, and which kind becomes which."""

    decided = Signal(str, object)

    def __init__(self, parent: QWidget, entry: Entry, targets: Sequence[Entry]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Réunir « {name} »", name=entry.label.name))
        self._label, self._known = entry.label, dict(entry.mapped)
        self._targets: Mapping[str, Entry] = {one.origin: one for one in targets}
        words = QLabel(
            tr(
                "Tout ce qui porte cette étiquette portera l’autre, dans tous les articles et pour tous : passages, "
                "suggestions, verdicts, acteurs, mémoire. Rien n’est fait avant « Appliquer… », qui compte d’abord."
            )
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.into = QComboBox()
        self.into.addItem(tr("aucune : elle reste une étiquette"), "")
        for one in targets:
            self.into.addItem(f"{one.label.name} ({one.label.label})", one.origin)
        self.into.setAccessibleName(tr("Réunir à"))
        self.into.setCurrentIndex(max(self.into.findData(entry.into), 0) if entry.into else min(1, len(targets)))
        self.kinds: dict[str, QComboBox] = {}
        self._form = QFormLayout()
        self._form.addRow(tr("Réunir à"), self.into)
        for kind in entry.label.kinds:
            box = QComboBox()
            box.setAccessibleName(tr("Genre {kind}", kind=kind.name))
            self._form.addRow(tr("Genre {kind} ({name})", kind=kind.name, name=kind.kind), box)
            self.kinds[kind.kind] = box
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Continuer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._decide)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(self._form)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)
        self.into.currentIndexChanged.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        """Offer the kinds of the label chosen: the same one first, else one that is shown the same."""
        target = self._targets.get(self.into.currentData())
        like = alike(self._label, _as_known(target)) if target else {}
        for kind, box in self.kinds.items():
            box.clear()
            box.setEnabled(target is not None)
            if target is None:
                continue
            theirs = {origin: one.name for origin, one in zip(target.kinds, target.label.kinds, strict=True) if origin}
            if kind not in theirs:
                box.addItem(tr("tel quel, hors des genres"), "")
            for origin, name in theirs.items():
                box.addItem(f"{name} ({origin})", origin)
            wanted = self._known.get(kind) or (kind if kind in theirs else like.get(kind, ""))
            box.setCurrentIndex(max(box.findData(wanted), 0))

    def _decide(self) -> None:
        said = {kind: box.currentData() for kind, box in self.kinds.items()}
        chosen = {kind: new for kind, new in said.items() if new and new != kind}
        self.accept()
        self.decided.emit(self.into.currentData(), chosen)


def _as_known(entry: Entry) -> Label:
    """Return a label with the kinds that it has in the project, by the names they have there."""
    pairs = zip(entry.kinds, entry.label.kinds, strict=True)
    return replace(entry.label, kinds=tuple(replace(kind, kind=origin) for origin, kind in pairs if origin))
