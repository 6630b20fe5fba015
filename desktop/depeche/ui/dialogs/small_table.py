"""A few lines to be typed in a form: an empty one waits at the end, a line without its first word is none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

_WAS = Qt.ItemDataRole.UserRole


class SmallTable(QTableWidget):
    """`changed()`: a line was typed. `choices` are columns in which one of several words is chosen, by its place."""

    changed = Signal()

    def __init__(self, heads: Sequence[str], lines: int, choices: Mapping[int, Sequence[str]] | None = None) -> None:
        super().__init__(0, len(heads))
        self._heads, self._choices = list(heads), choices or {}
        self.setHorizontalHeaderLabels(self._heads)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setShowGrid(False)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        row = self.fontMetrics().height() + 10
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(row * lines + head.sizeHint().height() + 2 * self.frameWidth())
        self.itemChanged.connect(self._on_typed)

    def set_rows(self, rows: Sequence[Sequence[str]], was: Sequence[str], fixed: Collection[int] = ()) -> None:
        """Show these lines; `was` is kept with each, and the first word of those in `fixed` can't be changed."""
        self.blockSignals(True)
        self.setRowCount(0)
        for n, row in enumerate(rows):
            self._add(row, was[n], fixed=n in fixed)
        self._add(["0" if column in self._choices else "" for column in range(self.columnCount())], "", fixed=False)
        self.blockSignals(False)

    def rows(self) -> list[tuple[list[str], str]]:
        """Return the lines with what was kept with them."""
        found = []
        for n in range(self.rowCount()):
            row = []
            for column in range(self.columnCount()):
                box = self.cellWidget(n, column)
                words = self._cell(n, column).text().strip()
                row.append(str(box.currentIndex()) if isinstance(box, QComboBox) else words)
            found.append((row, str(self._cell(n, 0).data(_WAS))))
        return found

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None
        return item

    def _add(self, row: Sequence[str], was: str, *, fixed: bool) -> None:
        at = self.rowCount()
        self.setRowCount(at + 1)
        for column, words in enumerate(row):
            item = QTableWidgetItem("" if column in self._choices else words)
            self.setItem(at, column, item)
            if column in self._choices:
                box = QComboBox()
                box.addItems(list(self._choices[column]))
                box.setCurrentIndex(int(words or 0))
                box.setAccessibleName(self._heads[column])
                box.currentIndexChanged.connect(lambda _: self.changed.emit())
                self.setCellWidget(at, column, box)
        first = self._cell(at, 0)
        first.setData(_WAS, was)
        if fixed:
            first.setFlags(first.flags() & ~Qt.ItemFlag.ItemIsEditable)

    def _on_typed(self) -> None:
        if self._cell(self.rowCount() - 1, 0).text():
            self.blockSignals(True)
            self._add(["0" if column in self._choices else "" for column in range(self.columnCount())], "", fixed=False)
            self.blockSignals(False)
        self.changed.emit()
