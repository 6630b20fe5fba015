"""The lines of a search as a table: what stands left is set against the sought, that in the middle, bold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from depeche.core.finding import Line, Standing
from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.messages import tr
from depeche.ui.dialogs.ticks import TickDelegate
from depeche.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int, int]
LEFT, KEY, RIGHT, MARK, ARTICLE = range(5)
_NOWHERE = QModelIndex()
_TOUCHES_LEFT, _TOUCHES_RIGHT = re.compile(r"\S{1,24}$"), re.compile(r"\S{1,24}")
_TICKED = (Qt.CheckState.Checked.value, Qt.CheckState.Checked)


def place_of(line: Line) -> Place:
    """Return where a line stands in the project."""
    return line.number, line.start, line.end


class LineRows(QAbstractTableModel):
    """The lines read so far; `more_asked()` when the last of them come into sight. `ticked_changed()`."""

    more_asked = Signal()
    ticked_changed = Signal()

    def __init__(self, scheme: Scheme, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self.theme = theme
        self._heads = (tr("Avant"), tr("Trouvé"), tr("Après"), tr("Passage"), tr("Article"))
        self.lines: list[Line] = []
        self.upto: int | None = None
        self._asked = False
        self._ticked: set[Place] = set()

    def show(self, lines: Sequence[Line], upto: int | None) -> None:
        """Show these lines, of which there are more behind the article of number `upto`; ticks stay where they can."""
        self.beginResetModel()
        self.lines, self.upto, self._asked = list(lines), upto, False
        self._ticked &= {place_of(line) for line in lines if is_open(line)}
        self.endResetModel()
        self.ticked_changed.emit()

    def append(self, lines: Sequence[Line], upto: int | None) -> None:
        """Show these lines too."""
        self.upto, self._asked = upto, False
        if lines:
            self.beginInsertRows(_NOWHERE, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()

    def line(self, row: int) -> Line | None:
        """Return the line in a row, None where there is none."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def row_of(self, place: Place) -> int:
        """Return the row of a place, -1 for none."""
        return next((row for row, line in enumerate(self.lines) if place_of(line) == place), -1)

    # --- ticks

    @property
    def ticked(self) -> list[Line]:
        """The lines ticked, as they stand."""
        return [line for line in self.lines if place_of(line) in self._ticked]

    def tick(self, rows: Iterable[int], on: bool) -> None:
        """Tick the open lines in these rows, or take their ticks away."""
        places = {place_of(line) for row in rows if (line := self.line(row)) and is_open(line)}
        self._ticked = self._ticked | places if on else self._ticked - places
        if self.lines:
            self.dataChanged.emit(
                self.index(0, LEFT), self.index(len(self.lines) - 1, LEFT), [Qt.ItemDataRole.CheckStateRole]
            )
        self.ticked_changed.emit()

    def is_ticked(self, row: int) -> bool:
        """Tell whether the line in a row is ticked."""
        line = self.line(row)
        return line is not None and place_of(line) in self._ticked

    # --- Qt's own

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self.upto is not None and not self._asked

    def fetchMore(self, parent: Index) -> None:
        self._asked = True
        self.more_asked.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        line = self.line(index.row())
        if index.column() == LEFT and line is not None and is_open(line):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], value in _TICKED)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _sorted_by().get(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        if role == Qt.ItemDataRole.CheckStateRole and column == LEFT and is_open(line):
            return Qt.CheckState.Checked if place_of(line) in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.FontRole and column == KEY:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and column == MARK and line.label:
            return self.theme.ink(line.label).strong
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(
                f"{line.before}{line.words}{line.after}".strip() if column < MARK else self._cell(line, column)
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = {LEFT: line.before, RIGHT: line.after}.get(column, self._cell(line, column)).strip()
            return f"{said}, {self._mark(line)}" if column == KEY and line.label else said
        return None

    def _cell(self, line: Line, column: int) -> str:
        before, _, after = around(line)
        if column == LEFT:
            return before
        if column == KEY:
            return line.words
        if column == RIGHT:
            return after
        return self._mark(line) if column == MARK else self._article(line)

    def _mark(self, line: Line) -> str:
        if not line.label:
            return ""
        name = self._scheme.get(line.label).name if line.label in self._scheme else line.label
        return f"{'◆' if line.standing is Standing.MARKED else '◇'} {name}"

    def _article(self, line: Line) -> str:
        return " · ".join(part for part in (line.date or "", shown(line.title or line.name)) if part)


def around(line: Line) -> tuple[str, tuple[str, str, str], str]:
    """Return what stands left, the sought between what touches it without blank (« l’ », « , »), and what right."""
    first, last = _TOUCHES_LEFT.search(line.before), _TOUCHES_RIGHT.match(line.after)
    left, right = first[0] if first else "", last[0] if last else ""
    before = line.before.removesuffix(left) if left else line.before
    return before.lstrip(), (left, line.words, right), line.after[len(right) :].rstrip()


def is_open(line: Line) -> bool:
    """Tell whether nobody has decided there yet, so that the line can be ticked."""
    return line.standing is not Standing.MARKED


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = {LEFT: Qt.AlignmentFlag.AlignRight, KEY: Qt.AlignmentFlag.AlignHCenter}
    return side.get(column, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


def _fonts(pieces: tuple[str, str, str], thin: QFont, bold: QFont) -> list[tuple[QFont, str]]:
    return list(zip((thin, bold, thin), pieces, strict=True))


class LineDelegate(TickDelegate):
    """Cuts what stands left of the sought at its far end; what touches the sought stands beside it, not bold."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        line = model.line(index.row()) if isinstance(model, LineRows) and index.column() == KEY else None
        pieces = around(line)[1] if line else ("", "", "")
        if not (pieces[0] or pieces[2]):
            super().paint(painter, option, index)
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        thin = QFont(drawn.font)
        thin.setBold(False)
        widths = [QFontMetrics(font).horizontalAdvance(words) for font, words in _fonts(pieces, thin, drawn.font)]
        fits = sum(widths) <= drawn.rect.width()
        drawn.text = "" if fits else "".join(pieces)
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        if not fits:
            return
        chosen = bool(drawn.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setPen(drawn.palette.color(role))
        left = drawn.rect.left() + (drawn.rect.width() - sum(widths)) // 2
        for (font, words), width in zip(_fonts(pieces, thin, drawn.font), widths, strict=True):
            painter.setFont(font)
            box = QRect(left, drawn.rect.top(), width + 2, drawn.rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            left += width
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == LEFT:
            option.textElideMode = Qt.TextElideMode.ElideLeft
        if index.column() == ARTICLE:
            colour = option.palette.color(QPalette.ColorRole.Text)
            colour.setAlphaF(0.72)
            option.palette.setColor(QPalette.ColorRole.Text, colour)


def _sorted_by() -> dict[int, str]:
    """Return what a click on a head does, with its key."""
    return {
        LEFT: tr("Trier par les mots d’avant (Ctrl+←)"),
        KEY: tr("Trier par les mots trouvés (Ctrl+↑)"),
        RIGHT: tr("Trier par les mots d’après (Ctrl+→)"),
        ARTICLE: tr("Dans l’ordre du projet (Ctrl+↓)"),
    }
