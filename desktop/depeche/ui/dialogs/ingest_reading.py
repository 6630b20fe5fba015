"""How files are read that don't say it themselves: encoding, damaged characters, columns of a table."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from depeche.core.shown import shown, shown_lines
from depeche.ingest.particulars import ROLES, role_of
from depeche.ingest.preview import Lot
from depeche.messages import tr
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.importing import Importing

_OTHER = "other"


class ReadingPage(QScrollArea):
    """Shows how a lot is read, and lets it be read otherwise."""

    def __init__(self, importing: Importing) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._importing = importing
        self._lot: Lot | None = None
        self._plain = QLabel(tr("Rien à régler pour ces fichiers."))
        self._plain.setTextFormat(Qt.TextFormat.PlainText)
        self.encoding = QComboBox()
        self.encoding.setAccessibleName(tr("Encodage"))
        self.reads_well = QCheckBox(tr("L’échantillon se lit bien"))
        self.repair = QCheckBox(tr("Réparer les caractères abîmés"))
        self.shown, self.before, self.after = (_lines(self, n) for n in (4, 2, 2))
        self.shown.setAccessibleName(tr("Échantillon"))
        self.before.setAccessibleName(tr("Tel quel"))
        self.after.setAccessibleName(tr("Réparé"))
        self.columns = QTableWidget(0, 3)
        set_plain(self.columns)
        self.columns.setAccessibleName(tr("Colonnes"))
        self.columns.setHorizontalHeaderLabels([tr("Colonne"), tr("Dans le premier article"), tr("Devient")])
        self.columns.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.columns.verticalHeader().setDefaultSectionSize(self.encoding.sizeHint().height() + 2)
        self.columns.setColumnWidth(2, self.fontMetrics().averageCharWidth() * 36)
        self._coded, self._damaged, self._table = QWidget(), QWidget(), QWidget()
        form = QFormLayout(self._coded)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("Encodage"), self.encoding)
        form.addRow(tr("Échantillon"), self.shown)
        form.addRow("", self.reads_well)
        form = QFormLayout(self._damaged)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.repair)
        form.addRow(tr("Tel quel"), self.before)
        form.addRow(tr("Réparé"), self.after)
        column = QVBoxLayout(self._table)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(self._plain)
        layout.addWidget(self._coded)
        layout.addWidget(self._damaged)
        layout.addWidget(self._table, 1)
        layout.addStretch()
        self.setWidget(page)
        self.encoding.currentIndexChanged.connect(lambda _: self._on_encoding())
        self.reads_well.toggled.connect(self._on_confirmed)
        self.repair.toggled.connect(self._on_repair)
        self.put(None)

    def begin(self) -> None:
        """Put the hand on what is to be settled."""
        self.encoding.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put(self, lot: Lot | None) -> None:
        """Show how a lot is read."""
        self._lot = lot
        choice = self._importing.choice(lot) if lot else None
        coded = bool(lot and lot.guesses)
        damaged = bool(choice and choice.mojibake)
        table = bool(lot and lot.columns)
        self._coded.setVisible(coded)
        self._damaged.setVisible(damaged)
        self._table.setVisible(table)
        self._plain.setVisible(not (coded or damaged or table))
        if lot is None or choice is None:
            return
        blocked = [QSignalBlocker(one) for one in (self.encoding, self.reads_well, self.repair)]
        self.encoding.clear()
        for guess in lot.guesses:
            self.encoding.addItem(f"{guess.encoding} ({_how(guess.how)})", guess.encoding)
        self.encoding.setCurrentIndex(max(self.encoding.findData(choice.encoding), 0))
        self.reads_well.setChecked(choice.confirmed)
        self.reads_well.setVisible(self._importing.is_doubtful(lot) or choice.confirmed)
        self.repair.setChecked(choice.repair)
        del blocked
        self._show_sample()
        if choice.mojibake:
            self.before.setPlainText(shown_lines(choice.mojibake[0]))
            self.after.setPlainText(shown_lines(choice.mojibake[1]))
        self._fill(lot, choice.columns)

    def _show_sample(self) -> None:
        at = self.encoding.currentIndex()
        sample = self._lot.guesses[at].sample if self._lot and 0 <= at < len(self._lot.guesses) else ""
        self.shown.setPlainText(shown_lines(sample))

    def _on_encoding(self) -> None:
        if self._lot is None:
            return
        choice, at = self._importing.choice(self._lot), self.encoding.currentIndex()
        is_first = at == 0 and self._lot.guesses[0].how != "other"
        choice.encoding = None if is_first else self.encoding.currentData()
        self._show_sample()
        self._importing.look()

    def _on_confirmed(self, ticked: bool) -> None:
        if self._lot is not None:
            self._importing.choice(self._lot).confirmed = ticked
            self._importing.settled.emit()

    def _on_repair(self, ticked: bool) -> None:
        if self._lot is not None:
            self._importing.choice(self._lot).repair = ticked
            self._importing.look()

    # --- columns

    def _fill(self, lot: Lot, said: Mapping[str, str]) -> None:
        names = [name for name, _ in lot.columns]
        if names != [self._name(row) for row in range(self.columns.rowCount())]:
            self.columns.setRowCount(len(names))
            for row, (name, first) in enumerate(lot.columns):
                for column, words in enumerate((name, first)):
                    item = QTableWidgetItem(shown(words, 120))
                    item.setData(Qt.ItemDataRole.UserRole, words)
                    self.columns.setItem(row, column, item)
                self.columns.setCellWidget(row, 2, self._box(name))
            rows = min(len(names), 8)
            line, head = self.columns.verticalHeader().defaultSectionSize(), self.columns.horizontalHeader()
            self.columns.setMinimumHeight(rows * line + head.sizeHint().height() + 6)
        roles = {name: role for role, name in said.items() if name}
        for row, name in enumerate(names):
            role = roles.get(name) or (_OTHER if said.get(role_of(name) or "") == "" and role_of(name) in said else "")
            box = self.columns.cellWidget(row, 2)
            if isinstance(box, QComboBox):
                box.setItemText(0, _usual(name, lot.parts) if not role else tr("selon son nom"))
                with QSignalBlocker(box):
                    box.setCurrentIndex(max(box.findData(role), 0))

    def _name(self, row: int) -> str:
        item = self.columns.item(row, 0)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("Ce que devient la colonne « {name} »", name=shown(name, 40)))
        box.addItem(tr("selon son nom"), "")
        for role, words in _roles().items():
            box.addItem(words, role)
        box.addItem(tr("gardée à part"), _OTHER)
        box.currentIndexChanged.connect(lambda _: self._on_column(name, box.currentData()))
        return box

    def _on_column(self, name: str, role: str) -> None:
        """A part is played by one column: where it is given to this one, another lets it go."""
        if self._lot is None:
            return
        said = self._importing.choice(self._lot).columns
        for other in [part for part, of in said.items() if of == name]:
            del said[other]
        usual = role_of(name)
        if usual is not None and said.get(usual) == "":
            del said[usual]
        if role == _OTHER:
            if usual is not None:
                said[usual] = ""
        elif role:
            said[role] = name
        self._importing.look()


def _roles() -> dict[str, str]:
    words = {
        "text": tr("le texte"),
        "title": tr("le titre"),
        "date": tr("la date"),
        "source": tr("la source"),
        "url": tr("l’adresse"),
        "author": tr("l’auteur"),
        "id": tr("l’identifiant"),
    }
    return {role: words[role] for role in ROLES}


def _usual(name: str, parts: Mapping[str, str]) -> str:
    """Return what becomes of a column of which nobody said anything."""
    part = next((part for part, of in parts.items() if of == name), "")
    if part and role_of(name) != part:
        return tr("selon sa longueur : {part}", part=_roles()[part])
    return tr("selon son nom : {part}", part=_roles()[part] if part else tr("gardée à part"))


def _how(how: str) -> str:
    return {"bom": tr("marqué"), "utf-8": tr("sûr"), "guessed": tr("supposé")}.get(how, tr("possible"))


def _lines(parent: QWidget, n: int) -> QPlainTextEdit:
    field = QPlainTextEdit(parent, readOnly=True)
    field.setTabChangesFocus(True)
    field.setFixedHeight(n * field.fontMetrics().lineSpacing() + 14)
    return field
