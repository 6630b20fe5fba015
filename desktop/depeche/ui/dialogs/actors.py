"""The registry of actors as a list beside the article: sought, corrected, taken out, brought in and out as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from depeche.core.actor import Actor
from depeche.core.change import Change
from depeche.messages import number, tr
from depeche.ui import hints
from depeche.ui.dialogs.actor_rows import ActorRows, Prepared
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.registry import KnownActors
from depeche.ui.session import Session

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActorsDialog(QDialog):
    """`edit_asked(Actor)`: correct this one. `merge_asked(list)`: make one of these.

    `take_in_asked()` and `write_asked()`: a table in, the registry out.
    """

    edit_asked = Signal(object)
    merge_asked = Signal(list)
    take_in_asked = Signal()
    write_asked = Signal()

    def __init__(self, parent: QWidget, known: KnownActors, session: Session) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Registre des acteurs"))
        self._known = known
        self.rows = ActorRows(session.project.scheme, self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Chercher un nom, un genre, un État"))
        self.search.setAccessibleName(tr("Chercher dans le registre"))
        self.search.installEventFilter(self)
        self.view = self._table()
        self._nothing = QLabel()
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(self.fontMetrics().height() * 2)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._edit, self._remove = QPushButton(tr("Corriger…")), QPushButton(tr("Retirer"))
        self._merge = QPushButton(tr("Réunir…"))
        self._merge.setToolTip(tr("Choisissez deux lignes ou plus (Maj + ↓, Ctrl + clic) de la même étiquette."))
        take_in, self._write = QPushButton(tr("Importer…")), QPushButton(tr("Exporter…"))
        close = QPushButton(tr("Fermer"))
        self._middle = QStackedLayout()
        self._middle.addWidget(self.view)
        self._middle.addWidget(self._nothing)
        bottom = QHBoxLayout()
        for button in (self._edit, self._merge, self._remove, take_in, self._write, close):
            button.setAutoDefault(False)
            bottom.addWidget(button)
        bottom.insertStretch(3, 1)
        bottom.insertStretch(6, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addLayout(self._middle, 1)
        layout.addWidget(self._count)
        layout.addLayout(bottom)
        self.search.textChanged.connect(self._seek)
        self.view.doubleClicked.connect(lambda _: self._ask_edit())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_buttons())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self._merge.clicked.connect(lambda: self.merge_asked.emit(self.selected))
        self._edit.clicked.connect(self._ask_edit)
        self._remove.clicked.connect(self._take_out)
        take_in.clicked.connect(self.take_in_asked)
        self._write.clicked.connect(self.write_asked)
        close.clicked.connect(self.close)
        known.listed.connect(self._on_listed)
        session.changed.connect(self._on_change)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 110, unit * 65)

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.rows)
        view.setAccessibleName(tr("Registre des acteurs"))
        set_plain(view)
        view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        head = view.horizontalHeader()
        head.setStretchLastSection(True)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        unit = self.fontMetrics().averageCharWidth()
        for column, width in enumerate((32, 18, 18)):
            view.setColumnWidth(column, unit * width)
        view.installEventFilter(self)
        return view

    def begin(self) -> None:
        """Show the registry as it is now, with the keyboard in the field to search."""
        self._known.read(self.rows.prepared)
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def chosen(self) -> Actor | None:
        """The actor of the row chosen."""
        return self.rows.actor(self.view.currentIndex().row())

    @property
    def selected(self) -> list[Actor]:
        """The actors of all rows selected, in order."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [actor for row in rows if (actor := self.rows.actor(row)) is not None]

    def _on_listed(self, prepared: Prepared) -> None:
        chosen = self.chosen
        self.rows.show(prepared)
        self._choose(self.rows.row_of(chosen.key) if chosen else 0)

    def _on_change(self, change: Change | None) -> None:
        parts = [part for part in change.parts if part.article is None] if change else []
        gone = [item for part in parts for item in part.before if isinstance(item, Actor)]
        come = [item for part in parts for item in part.after if isinstance(item, Actor)]
        if gone or come:
            self._take(gone, come)

    def _take(self, gone: list[Actor], come: list[Actor]) -> None:
        chosen, row = self.chosen, self.view.currentIndex().row()
        self.rows.take(gone, come)
        there = self.rows.row_of(chosen.key) if chosen else -1
        self._choose(there if there >= 0 else min(row, self.rows.rowCount() - 1))

    def _seek(self, words: str) -> None:
        self.rows.seek(words)
        self._choose(0)

    def _choose(self, row: int) -> None:
        if self.rows.rowCount():
            self.view.setCurrentIndex(self.rows.index(max(row, 0), 0))
        shown, total = self.rows.rowCount(), self.rows.total
        self._middle.setCurrentIndex(0 if shown else 1)
        self._nothing.setText(
            tr("Aucun acteur ne porte ces mots.")
            if total
            else tr("Aucun acteur confirmé pour l’instant. Sur un passage, la touche {key} confirme un acteur pour "
                    "tous les articles ; un tableau s’importe aussi.", key=hints.key("confirm"))
        )  # fmt: skip
        everything = tr("%n acteur|%n acteurs", n=total)
        self._count.setText(
            everything if shown == total else tr("{shown} sur {everything}", shown=number(shown), everything=everything)
        )
        self._show_buttons()

    def _show_buttons(self) -> None:
        selected = self.selected
        for button in (self._edit, self._remove):
            button.setEnabled(self.chosen is not None and len(selected) < 2)
        self._merge.setEnabled(len(selected) > 1 and len({one.label for one in selected}) == 1)
        self._write.setEnabled(self.rows.total > 0)

    def _ask_edit(self) -> None:
        if self._merge.isEnabled():
            self.merge_asked.emit(self.selected)
        elif self.chosen is not None:
            self.edit_asked.emit(self.chosen)

    def _take_out(self) -> None:
        if self.chosen is not None and self._remove.isEnabled():
            self._known.remove(self.chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in _ENTER:
                self._ask_edit()
                return True
            if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            if watched is self.view and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._take_out()
                return True
        return super().eventFilter(watched, event)
