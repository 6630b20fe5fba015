"""The files chosen, put together by what they are: a line for those of one choice, kind and encoding."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from depeche.core.shown import shown
from depeche.ingest.preview import Lot
from depeche.messages import tr
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.importing import Importing


class LotTable(QTableWidget):
    """`chosen()`: another line is looked at."""

    chosen = Signal()

    def __init__(self, importing: Importing) -> None:
        super().__init__(0, 3)
        self._importing = importing
        self._rows: list[tuple[Path, Lot | None]] = []
        set_plain(self)
        self.setAccessibleName(tr("À importer"))
        self.setHorizontalHeaderLabels([tr("Fichier"), tr("Genre"), tr("Contenu")])
        head, unit = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(unit * 12)  # a name that is cut to three letters is none
        for column, width in ((1, 26), (2, 18)):
            self.setColumnWidth(column, unit * width)
        self.setMinimumWidth(unit * 30)
        importing.settled.connect(self._tell)
        self.currentCellChanged.connect(lambda row, _c, was, _d: self.chosen.emit() if row != was else None)

    @property
    def lot(self) -> Lot | None:
        """The files looked at; None where there are none, or nothing could be told of them."""
        row = self.currentRow()
        return self._rows[row][1] if 0 <= row < len(self._rows) else None

    @property
    def path(self) -> Path | None:
        """What was chosen that holds them."""
        row = self.currentRow()
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def choose(self, lot: Lot) -> None:
        """Look at these files."""
        for row, (path, one) in enumerate(self._rows):
            if one is not None and (path, one.signs) == (lot.path, lot.signs):
                self.setCurrentCell(row, 0)

    def put(self) -> None:
        """Show what was found; what was looked at still is."""
        was = (self.path, self.lot.signs if self.lot else None)
        found = self._importing.found.lots
        self._rows = []
        for path in self._importing.paths:
            lots = [lot for lot in found if lot.path == path]
            self._rows += [(path, lot) for lot in lots] or [(path, None)]
        self.blockSignals(True)
        self.setRowCount(len(self._rows))
        for row, (path, lot) in enumerate(self._rows):
            self._fill(row, path, lot)
        keys = [(path, lot.signs if lot else None) for path, lot in self._rows]
        at = keys.index(was) if was in keys else min(max(self.currentRow(), 0), len(keys) - 1)
        self.setCurrentCell(at, 0)
        self.blockSignals(False)
        self.chosen.emit()

    def _tell(self) -> None:
        """Show what is still supposed."""
        for row, (path, lot) in enumerate(self._rows):
            self._fill(row, path, lot)

    def _fill(self, row: int, path: Path, lot: Lot | None) -> None:
        name = shown(path.name or str(path))
        kind = shown(lot.title, 40) if lot else ""
        if lot is not None and lot.signs.encoding not in ("", "utf-8"):
            kind += f", {shown(self._importing.choice(lot).encoding or lot.signs.encoding, 20)}"
            kind += tr(" (supposé)") if self._importing.is_doubtful(lot) else ""
        nothing = tr("pas regardé") if self._importing.given_up else tr("rien de lisible")
        held = held_words(lot) if lot else nothing
        whole = [shown(str(path)), kind, held]
        for column, words in enumerate((name, kind, held)):
            item = QTableWidgetItem(words)
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, whole[column])
            item.setToolTip(escape(whole[column]))
            self.setItem(row, column, item)


def held_words(lot: Lot) -> str:
    """Return in words how much files hold."""
    articles = tr("%n article|%n articles", lot.articles)
    if lot.more:
        articles = tr("plus de {articles}", articles=articles)
    words = [articles]
    if lot.files > 1:
        words.append(tr("%n fichier|%n fichiers", lot.files))
    if lot.marks:
        words.append(tr("%n passage|%n passages", lot.marks))
    if lot.refused:
        words.append(tr("%n refusé|%n refusés", len(lot.refused)))
    return ", ".join(words)
