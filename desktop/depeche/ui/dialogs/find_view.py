"""The table of a search's lines: columns set against the sought, heads that sort."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from depeche.core.finding import Line, Side
from depeche.messages import tr
from depeche.ui.dialogs.find_rows import ARTICLE, KEY, LEFT, MARK, RIGHT, LineDelegate, LineRows, around
from depeche.ui.dialogs.plain_table import set_plain

_SIDES = {LEFT: Side.LEFT, KEY: Side.WORDS, RIGHT: Side.RIGHT, ARTICLE: Side.NONE}
_KEYS = {Qt.Key.Key_Left: LEFT, Qt.Key.Key_Up: KEY, Qt.Key.Key_Right: RIGHT, Qt.Key.Key_Down: ARTICLE}
_CTRL = Qt.KeyboardModifier.ControlModifier


class LineView(QTableView):
    """`sort_asked(Side)`: a head was clicked by which lines can be sorted, or Ctrl and an arrow pressed."""

    sort_asked = Signal(object)

    def __init__(self, rows: LineRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName(tr("Lignes trouvées"))
        set_plain(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(ARTICLE, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(self._on_head)
        head.setSectionResizeMode(LEFT, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(RIGHT, QHeaderView.ResizeMode.Stretch)
        self._side = Side.NONE
        unit = self.fontMetrics().averageCharWidth()
        for column, width in ((KEY, 18), (MARK, 13), (ARTICLE, 34)):
            self.setColumnWidth(column, unit * width)

    @property
    def line(self) -> Line | None:
        """The line chosen."""
        return self._rows.line(self.currentIndex().row())

    @property
    def chosen_rows(self) -> list[int]:
        """The rows chosen."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def choose(self, row: int) -> None:
        """Choose a row."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._rows.index(row, KEY), flags)

    def fit(self, lines: Sequence[Line]) -> None:
        """Give the sought as much room as its lines need, to a limit, and none to marks where there are none."""
        longest = max((len("".join(around(line)[1])) for line in lines), default=0)
        self.setColumnWidth(KEY, self.fontMetrics().averageCharWidth() * min(max(longest + 4, 14), 32))
        self.setColumnHidden(MARK, not any(line.label for line in lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        column = _KEYS.get(Qt.Key(event.key()))
        if column is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _CTRL:
            self._on_head(column)
        else:
            super().keyPressEvent(event)

    def _on_head(self, column: int) -> None:
        side = _SIDES.get(column, self._side)
        self._side = side
        at = next(at for at, one in _SIDES.items() if one is side)
        self.horizontalHeader().setSortIndicator(at, Qt.SortOrder.AscendingOrder)
        if column in _SIDES:
            self.sort_asked.emit(side)
