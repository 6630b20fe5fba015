"""A chart with all that belongs to it: the number chosen in words, the numbers as a table, and both saved as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QTableView, QVBoxLayout, QWidget

from depeche import paths
from depeche.core.chart import Chart, table
from depeche.core.chart_ink import LIGHT, Palette
from depeche.errors import UserError
from depeche.export.charts import write_csv, write_svg
from depeche.messages import tr
from depeche.ui.chart import ChartView
from depeche.ui.dialogs.plain_table import set_plain

Index = QModelIndex | QPersistentModelIndex


class Numbers(QAbstractTableModel):
    """The numbers of a chart in rows, a place each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head: list[str] = []
        self._rows: list[list[str]] = []

    def put(self, chart: Chart) -> None:
        """Hold another chart's numbers."""
        self.beginResetModel()
        self._head, self._rows = table(chart)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:  # fmt: skip
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._head[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class ChartPanel(QWidget):
    """`said(words, warns)`: what became of saving. Ctrl+S saves the picture, Ctrl+Maj+S the numbers.

    `paper` is the palette of saved pictures, whatever the window's theme is. `name_file`, where given, makes a file's
    name of the chart's (the project's name before it).
    """

    said = Signal(str, bool)

    def __init__(
        self, palette: Palette, paper: Palette = LIGHT, name_file: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._paper = paper
        self._name_file = name_file
        self.view = ChartView(palette)
        self.numbers = Numbers(self)
        self.table = QTableView()
        self.table.setModel(self.numbers)
        self.table.setAccessibleName(tr("Les nombres du graphique"))
        set_plain(self.table)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.save_picture = QPushButton(tr("Enregistrer SVG… (Ctrl+S)"))
        self.save_numbers = QPushButton(tr("Enregistrer CSV… (Ctrl+Maj+S)"))
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.view)
        split.addWidget(self.table)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setCollapsible(0, False)
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.told, 1)
        for button in (self.save_picture, self.save_numbers):
            button.setAutoDefault(False)
            self.buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split, 1)
        layout.addLayout(self.buttons)
        em = self.fontMetrics().height()
        split.setSizes([em * 26, em * 9])
        self.view.told.connect(self.told.setText)
        self.save_picture.clicked.connect(self.save_svg)
        self.save_numbers.clicked.connect(self.save_csv)
        for key, deed in (("Ctrl+S", self.save_svg), ("Ctrl+Shift+S", self.save_csv)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(deed)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart and its numbers."""
        self.view.show_chart(chart)
        self.numbers.put(chart)
        self.table.setVisible(not chart.is_empty)
        self.table.resizeColumnsToContents()
        for button in (self.save_picture, self.save_numbers):
            button.setEnabled(not chart.is_empty)

    def set_palette(self, palette: Palette, paper: Palette | None = None) -> None:
        """Show it in other colours, and save it in those of `paper` where given."""
        self._paper = paper or self._paper
        self.view.set_palette(palette)

    def save_svg(self) -> None:
        """Ask for a file and save the chart there."""
        self._save("svg", tr("Image SVG (*.svg)"), lambda chart, path: write_svg(chart, path, self._paper))

    def save_csv(self) -> None:
        """Ask for a file and save the chart's numbers there."""
        self._save("csv", tr("Tableau CSV (*.csv)"), write_csv)

    def _save(self, suffix: str, kind: str, write: Callable[[Chart, Path], None]) -> None:
        chart = self.view.chart
        if chart is None or chart.is_empty:
            return
        proposed = paths.documents() / f"{self._name_file(chart.name)}.{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(self, chart.title, str(proposed), kind)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != f".{suffix}":
            path = Path(f"{chosen}.{suffix}")
        try:
            write(chart, path)
        except UserError as error:
            self.told.setText(str(error))
            self.said.emit(str(error), True)
            return
        words = tr("Enregistré : {path}", path=path)
        self.told.setText(words)
        self.said.emit(words, False)
