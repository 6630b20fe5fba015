"""The editor of the label scheme: the labels at the left, the one chosen at the right. Nothing is done before asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from depeche.core.scheme import Scheme
from depeche.core.scheme_diff import Renames
from depeche.core.scheme_draft import Draft
from depeche.messages import tr
from depeche.ui.dialogs.label_form import LabelForm
from depeche.ui.dialogs.label_merge import MergeDialog
from depeche.ui.dialogs.mnemonics import letters, with_mnemonics


class SchemeDialog(QDialog):
    """`apply_asked(Scheme, Renames)`: work out what it means. `import_asked()`, `export_asked()`: from or to a file."""

    apply_asked = Signal(object, object)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Étiquettes du projet"))
        self.draft = Draft(Scheme("", ()))
        self._used: Collection[str] = ()
        self._taken: Mapping[str, str] = {}
        self._filling = False
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Étiquettes"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long names end in « … »
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the key stays in sight
        self.form = LabelForm()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.form)
        area.setAccessibleName(tr("Réglages de l’étiquette"))
        self.problem = QLabel()
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setAccessibleName(tr("Ce qui ne va pas"))
        font = self.problem.font()
        font.setBold(True)
        self.problem.setFont(font)
        self.add = _button(tr("Ajouter"), lambda: self._choose(self.draft.add()))
        self.retire = _button(tr("Hors d’usage"), self._retire)
        self.remove = _button(tr("Supprimer"), self._remove)
        self.merge = _button(tr("Réunir…"), self._ask_merge)
        self.up = _button("↑", lambda: self._move(-1), tr("Monter (Alt+↑)"))
        self.down = _button("↓", lambda: self._move(1), tr("Descendre (Alt+↓)"))
        self.apply = _button(tr("Appliquer…"), lambda: self.apply_asked.emit(self.draft.scheme, self.draft.renames))
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        for row in ((self.add, self.retire, self.remove), (self.up, self.down, self.merge)):
            line = QHBoxLayout()
            for button in row:
                line.addWidget(button)
            left.addLayout(line)
        right = QVBoxLayout()
        right.addWidget(area, 1)
        right.addWidget(self.problem)
        middle = QHBoxLayout()
        middle.addLayout(left, 2)
        middle.addLayout(right, 5)
        bottom = QHBoxLayout()
        rest = [
            _button(tr("Importer…"), self.import_asked.emit),
            _button(tr("Exporter…"), self.export_asked.emit),
            _button(tr("Fermer"), self.close),
        ]
        bottom.addWidget(rest[0])
        bottom.addWidget(rest[1])
        bottom.addStretch(1)
        bottom.addWidget(self.apply)
        bottom.addWidget(rest[2])
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addLayout(bottom)
        self._retire_words = with_mnemonics((tr("Hors d’usage"), tr("Remettre")), letters(self.form.titles))
        pressed = [self.add, self.remove, self.merge, self.apply, *rest]
        taken = letters((*self.form.titles, *self._retire_words))
        for button, words in zip(pressed, with_mnemonics((one.text() for one in pressed), taken), strict=True):
            button.setText(words)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 150, unit * 100)
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, by=step: self._move(by))
            self.addAction(action)
        self.list.currentRowChanged.connect(self._show)
        self.form.changed.connect(self._on_change)

    def begin(self, scheme: Scheme, used: Collection[str], taken: Mapping[str, str]) -> None:
        """Edit a scheme; what was changed and not applied is still there, as long as the scheme is the same.

        `used` are the labels that can't go, `taken` the keys that do something else, with its words.
        """
        if self.draft.base != scheme:
            self.draft = Draft(scheme)
        self._used, self._taken = used, taken
        self._fill(max(self.list.currentRow(), 0))
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self, scheme: Scheme, renames: Renames) -> None:
        """Show the scheme of a file as what is to be."""
        self.draft.take(scheme, renames)
        self._fill(0)

    def set_used(self, used: Collection[str]) -> None:
        """Know which labels can't go, once they are counted."""
        self._used = used
        self._tell()

    # --- the list

    def _fill(self, row: int) -> None:
        self._filling = True
        self.list.clear()
        for _ in self.draft.entries:
            self.list.addItem(QListWidgetItem())
        for n in range(len(self.draft.entries)):
            self._write(n)
        self._filling = False
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._show(self.list.currentRow())

    def _write(self, row: int) -> None:
        entry, item = self.draft.entries[row], self.list.item(row)
        label = entry.label
        words = f"{label.name}  ({label.key.upper()})" if label.key else label.name
        target = next((one.label.name for one in self.draft.entries if one.origin == entry.into), "")
        if entry.into:
            words = tr("{name} → {into}", name=label.name, into=target)
        item.setText(tr("{name} — retirée", name=words) if label.retired and not entry.into else words)
        item.setToolTip(escape(item.text()))
        side = self.fontMetrics().height()
        swatch = QPixmap(side, side)
        swatch.fill(QColor(label.colour))
        item.setIcon(QIcon(swatch))

    def _choose(self, row: int) -> None:
        self._fill(row)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.name.selectAll()

    def _show(self, row: int) -> None:
        if self._filling or row < 0:
            return
        entry = self.draft.entries[row]
        self.form.show_label(entry.label, entry.kinds)
        self.form.setEnabled(not entry.into)
        self._tell()

    def _on_change(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.draft.put(row, *self.form.said())
            self._write(row)
            self._tell()

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self._fill(self.draft.move(row, step))

    def _retire(self) -> None:
        row = self.list.currentRow()
        entry = self.draft.entries[row]
        self.draft.put(row, replace(entry.label, retired=not entry.label.retired), entry.kinds)
        self._fill(row)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if self.draft.entries[row].origin not in self._used:
            self.draft.remove(row)
            self._fill(row)

    def _ask_merge(self) -> None:
        row = self.list.currentRow()
        dialog = MergeDialog(self, self.draft.entries[row], self.draft.targets(row))

        def merge(into: str, mapped: Mapping[str, str]) -> None:
            self.draft.merge(row, into, mapped)
            self._fill(row)

        dialog.decided.connect(merge)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # --- what can't be

    def _tell(self) -> None:
        row = self.list.currentRow()
        entries = self.draft.entries
        wrong = [n for n in range(len(entries)) if self.draft.problems(n, self._taken)]
        said = self.draft.problems(row, self._taken) if row >= 0 else []
        key = self.draft.entries[row].label.key.upper() if row >= 0 else ""
        free = self.draft.free_keys(row, self._taken)
        if key and key not in free and free:
            said.append(tr("Touches libres : {keys}", keys="  ".join(free[:12])))
        if not self.form.is_colour:
            said.append(tr("La couleur s’écrit #rrggbb, par exemple #2f6fb5."))
        if not said and wrong:
            first = entries[wrong[0]].label.name
            said += [f"{first} — {words}" for words in self.draft.problems(wrong[0], self._taken)]
        self.problem.setText("\n".join(said))
        changed = (self.draft.scheme, bool(self.draft.renames)) != (self.draft.base, False)
        usable = any(not one.label.retired and not one.into for one in entries)
        self.apply.setEnabled(changed and usable and not said)
        retired = row >= 0 and entries[row].label.retired
        self.retire.setText(self._retire_words[1 if retired else 0])
        used = row >= 0 and entries[row].origin in self._used
        joined, met = row >= 0 and bool(entries[row].into), row >= 0 and self.draft.receives(row)
        self.remove.setEnabled(row >= 0 and not used and not met and len(entries) > 1)
        self.retire.setEnabled(not joined)
        self.merge.setEnabled(row >= 0 and bool(self.draft.targets(row)))
        self.merge.setToolTip(tr("D’autres étiquettes sont réunies à celle-ci.") if met else "")
        self.remove.setToolTip(tr("Cette étiquette a déjà servi : retirez-la, ses passages restent.") if used else "")


def _button(words: str, deed: object, name: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setAccessibleName(name or words.replace("&", ""))
    button.setToolTip(name)
    button.clicked.connect(lambda _=False: deed())  # type: ignore[operator]
    return button
