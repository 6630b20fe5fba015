"""All notes on borderline cases beside the article: sought, opened at their place, changed, taken away, exported."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from depeche.annotate.notes import matching
from depeche.core.note import PlacedNote
from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.messages import tr
from depeche.ui import hints
from depeche.ui.dialogs.plain_table import set_plain

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NotesDialog(QDialog):
    """`asked(PlacedNote)`: show its place. `edit_asked`, `remove_asked`: change it or take it away. `write_asked()`."""

    asked = Signal(object)
    edit_asked = Signal(object)
    remove_asked = Signal(object)
    write_asked = Signal()

    def __init__(self, parent: QWidget, scheme: Scheme, annotator: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Cas limites"))
        self._scheme = scheme
        self._mine = annotator
        self._every: list[PlacedNote] = []
        self._shown: list[PlacedNote] = []
        self.field = QLineEdit(placeholderText=tr("Chercher dans les notes, les passages, les titres"))
        self.field.setAccessibleName(tr("Chercher dans les notes"))
        self.field.setClearButtonEnabled(True)
        self.count = _plain()
        self.count.setWordWrap(False)  # one that wraps asks for a width of its own, which the field lacks
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(tr("Notes, dans l’ordre où elles ont été écrites"))
        self.table.setHorizontalHeaderLabels([tr("Étiquette"), tr("Passage"), tr("Note"), tr("De"), tr("Article")])
        set_plain(self.table)
        unit = self.fontMetrics().averageCharWidth()
        for column, width in enumerate((12, 26, 54, 12)):
            self.table.setColumnWidth(column, unit * width)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.whole = _plain()
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whole.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.see, self.edit = QPushButton(tr("Voir (Entrée)")), QPushButton(tr("Modifier (E)…"))
        self.remove, self.write = QPushButton(tr("Supprimer (Suppr)")), QPushButton(tr("Exporter la page…"))
        close = QPushButton(tr("Fermer"))
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.count)
        for button in (self.see, self.edit, self.remove, self.write, close):
            button.setAutoDefault(False)
        for button in (self.see, self.edit, self.remove, self.write):
            bottom.addWidget(button)
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.whole)
        layout.addLayout(bottom)
        self.resize(unit * 150, unit * 66)
        self.field.textChanged.connect(lambda _words: self._show())
        self.field.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.itemSelectionChanged.connect(self._on_choice)
        self.table.itemDoubleClicked.connect(lambda _item: self._see())
        self.see.clicked.connect(lambda: self._see())
        self.edit.clicked.connect(lambda: self._tell_mine(self.edit_asked))
        self.remove.clicked.connect(lambda: self._tell_mine(self.remove_asked))
        self.write.clicked.connect(self.write_asked)
        close.clicked.connect(self.close)

    @property
    def chosen(self) -> PlacedNote | None:
        """The note of the row chosen."""
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def begin(self, found: Sequence[PlacedNote]) -> None:
        """Show these notes, and come forward."""
        self.put(found)
        self.show()
        self.raise_()
        self.activateWindow()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put(self, found: Sequence[PlacedNote]) -> None:
        """Show these notes; the one that was chosen stays so, or what comes in its place is."""
        self._every = list(found)
        self._show()

    def _show(self) -> None:
        held, row = self.chosen, self.table.currentRow()
        self._shown = matching(self._every, self.field.text())
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._shown))
        for n, one in enumerate(self._shown):
            where = tr("n° {number} · {title}", number=one.article_number, title=shown(one.title))
            cells = (self._label(one), one.note.words, one.note.text, shown(one.name, 80), where)
            for column, words in enumerate(cells):
                item = QTableWidgetItem(" ".join(words.split()))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
                self.table.setItem(n, column, item)
        self.table.blockSignals(False)
        same = next((n for n, one in enumerate(self._shown) if held and one.note.key == held.note.key), None)
        if self._shown:
            self.table.selectRow(same if same is not None else min(max(row, 0), len(self._shown) - 1))
        self.count.setText(tr("%n note|%n notes", n=len(self._shown)) if self._every else "")
        self.count.setVisible(bool(self._every))
        self._on_choice()

    def _label(self, one: PlacedNote) -> str:
        label = one.note.label
        return self._scheme.get(label).name if label in self._scheme and label else label or "—"

    def _on_choice(self) -> None:
        one = self.chosen
        mine = one is not None and one.annotator == self._mine
        self.see.setEnabled(one is not None)
        self.edit.setEnabled(mine)
        self.remove.setEnabled(mine)
        self.write.setEnabled(bool(self._every))
        if one is not None:
            self.whole.setText(one.note.text)
        elif self._every:
            self.whole.setText(tr("Aucune note ne contient ces mots."))
        else:
            self.whole.setText(
                tr(
                    "Aucune note encore. Sur un passage que le guide ne tranche pas, {key} en écrit une.",
                    key=hints.key("note"),
                )
            )

    def _see(self) -> None:
        if self.chosen is not None:
            self.asked.emit(self.chosen)

    def _tell_mine(self, signal: SignalInstance) -> None:
        one = self.chosen
        if one is not None and one.annotator == self._mine:
            signal.emit(one)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self._see()
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.table and event.key() == Qt.Key.Key_E and not event.modifiers():
                self._tell_mine(self.edit_asked)
                return True
            if watched is self.table and event.key() == Qt.Key.Key_Delete:
                self._tell_mine(self.remove_asked)
                return True
        return super().eventFilter(watched, event)


def _plain() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
