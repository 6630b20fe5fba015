"""The articles of the project, with their state, and a filter. Rows are read as they come into sight."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from depeche.core.article import DateOrigin, Heading, State
from depeche.core.change import Change, Published, Standing
from depeche.core.shown import shown
from depeche.messages import tr
from depeche.ui.library import Library

Index = QModelIndex | QPersistentModelIndex

_PAGE = 100

SIGNS = {State.TODO: "○", State.STARTED: "◐", State.DONE: "●", State.FLAGGED: "⚑", State.SKIPPED: "⤼"}
"""A state's sign: told apart by shape."""


def state_name(state: State) -> str:
    """Return a state's name as a person reads it."""
    return {
        State.TODO: tr("à faire"),
        State.STARTED: tr("commencé"),
        State.DONE: tr("terminé"),
        State.FLAGGED: tr("signalé"),
        State.SKIPPED: tr("passé"),
    }[state]


class ArticleRows(QStringListModel):
    """The numbers of the articles shown; their headings are read a page at a time. Qt's own list counts the rows."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._numbers: list[int] = []
        self._rows: dict[int, int] = {}
        self._pages: dict[int, list[Heading]] = {}

    def show(self, numbers: list[int]) -> None:
        """Show the articles with these numbers."""
        self._numbers = numbers
        self._rows = {number: row for row, number in enumerate(numbers)}
        self._pages.clear()
        self.setStringList([""] * len(numbers))

    def forget(self, keys: Collection[str]) -> None:
        """Read the headings of these articles again when they are drawn next: a state or date changed.

        Nothing is emitted: on `dataChanged` a list view lays out all its 100,000 rows again, for one sign.
        """
        self._pages = {
            page: headings for page, headings in self._pages.items() if not any(one.key in keys for one in headings)
        }

    def row_of(self, number: int) -> int:
        """Return the row of the article with this number, -1 where it isn't shown."""
        return self._rows.get(number, -1)

    def heading(self, row: int) -> Heading | None:
        """Return the heading in a row."""
        page = row // _PAGE
        if page not in self._pages:
            wanted = self._numbers[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = self._library.headings(wanted)
        rows = self._pages[page]
        return rows[row % _PAGE] if row % _PAGE < len(rows) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.heading(index.row())
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(one.title or one.name)
        if role == Qt.ItemDataRole.UserRole:
            return one
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown(one.title or one.name)}, {state_name(one.state)}, {second_line(one)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(f"{shown(one.title or one.name)}\n{state_name(one.state)} · {second_line(one)}").replace(
                "\n", "<br>"
            )
        return None


def second_line(one: Heading) -> str:
    """Return what stands below a title: date and where it comes from, source, length."""
    date = one.date or tr("sans date")
    if one.date and one.date_origin is DateOrigin.INFERRED:
        date += " " + tr("(déduite)")
    return " · ".join(part for part in (shown(date, 40), shown(one.source or "", 80)) if part)


class ArticleDelegate(QStyledItemDelegate):
    """Draws a row: the sign of its state, title, and a smaller second line."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Heading | None = index.data(Qt.ItemDataRole.UserRole)
        if one is None:
            return
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        colour = option.palette.color(role)
        metrics = option.fontMetrics
        pad = metrics.height() // 3
        inner = option.rect.adjusted(pad, pad // 2, -pad, -pad // 2)
        sign = metrics.horizontalAdvance("◐") + pad
        painter.save()
        painter.setPen(colour)
        line = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, left, SIGNS[one.state])
        line.setLeft(inner.left() + sign)
        for words in _two_lines(shown(one.title or one.name), metrics, line.width()):
            painter.drawText(line, left, words)
            line.translate(0, metrics.height())
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.86)
        painter.setFont(small)
        if not chosen:
            colour.setAlphaF(0.72)
            painter.setPen(colour)
        words = QFontMetrics(small).elidedText(second_line(one), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, left, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = option.fontMetrics.height()
        return QSize(height * 10, height * 3 + height // 2)


def _two_lines(title: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return a title on one or two lines, broken between words, the rest left out."""
    if metrics.horizontalAdvance(title) <= width:
        return [title]
    words, first = title.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return [metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)]
    return [first, metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)]


class ArticlesPanel(QWidget):
    """The list and its filter. `chosen(key)`: the person picked an article. `left()`: back to the article."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._only: tuple[frozenset[int], str] | None = None
        self._story = QToolButton()
        self._story.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._story.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._story.clicked.connect(self.show_all)
        self._story.hide()
        self._filter = QLineEdit(placeholderText=tr("Filtrer par titre ou source"), clearButtonEnabled=True)
        self._filter.setAccessibleName(tr("Filtrer les articles"))
        self._states = QComboBox()
        self._states.setAccessibleName(tr("État des articles"))
        self._states.addItem(tr("Tous les états"), ())
        self._states.addItem(tr("À faire et commencés"), (State.TODO, State.STARTED))
        for state in State:
            self._states.addItem(f"{SIGNS[state]}  {state_name(state).capitalize()}", (state,))
        self._states.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._states.setMinimumContentsLength(8)  # its longest words would hold the list wide on a small screen
        self._rows = ArticleRows(library, self)
        self.view = QListView(uniformItemSizes=True)
        self.view.setAccessibleName(tr("Articles"))
        self.view.setItemDelegate(ArticleDelegate(self.view))
        self.view.setModel(self._rows)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        self.why = QLabel(wordWrap=True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.hide()
        for widget in (self._story, self._filter, self._states, self.view, self.why, self._count):
            layout.addWidget(widget)
        self._soon = QTimer(self, singleShot=True, interval=150)
        self._soon.timeout.connect(self.reload)
        self._filter.textChanged.connect(lambda _: self._soon.start())
        self._filter.returnPressed.connect(self._choose_first)
        for key, place, deed in (
            ("Esc", self._filter, self._clear_or_leave),
            ("Down", self._filter, self.view.setFocus),
            ("Esc", self.view, self._all_or_leave),
        ):
            shortcut = QShortcut(QKeySequence(key), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)
        self._states.currentIndexChanged.connect(lambda _: self.reload())
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self.reload()

    def reload(self) -> None:
        """Read which articles pass the filter."""
        states = self._states.currentData()
        numbers = self._library.numbers(states, self._filter.text())
        if self._only is not None:
            numbers = [one for one in numbers if one in self._only[0]]
        total = self._library.counts().total()
        self._rows.show(numbers)
        shown = tr("%n article|%n articles", n=total)
        if len(numbers) != total:
            shown = tr("{shown} sur {total}", shown=len(numbers), total=shown)
        self._count.setText(shown)

    def show_only(self, numbers: Collection[int], story: str) -> None:
        """Show only the articles with these numbers, which tell the `story`, until `show_all`; the filter goes on."""
        self._only = (frozenset(numbers), story)
        words = tr("Récit : {title}", title=story)
        self._story.setAccessibleName(tr("{words} ; montrer de nouveau tous les articles", words=words))
        self._story.setToolTip(escape(self._story.accessibleName()))
        self._story.show()
        self._fit_story()
        self.reload()

    def show_all(self) -> None:
        """Show the articles of all stories again."""
        self._only = None
        self._story.hide()
        self.reload()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_story(self) -> None:
        if self._only is not None:
            metrics = self._story.fontMetrics()
            room = self.width() - 4 * metrics.height()
            words = metrics.elidedText(tr("Récit : {title}", title=self._only[1]), Qt.TextElideMode.ElideRight, room)
            self._story.setText(f"✕  {words}".replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_story()

    def refresh(self, change: Change) -> None:
        """Draw the rows again whose state or date changed. The filter stays, or a row would vanish under the hand."""
        shown = (Standing, Published)
        touched = (part for part in change.parts if any(isinstance(one, shown) for one in part.after))
        keys = {part.article for part in touched if part.article}
        if keys:
            self._rows.forget(keys)
            self.view.viewport().update()

    def show_current(self, number: int) -> None:
        """Mark the row of the article that is on the desk."""
        row = self._rows.row_of(number)
        if row >= 0:
            self.view.setCurrentIndex(self._rows.index(row))
        else:
            self.view.clearSelection()

    def explain(self, words: str) -> None:
        """Say below the list why the article on the desk comes when it does; nothing for no words."""
        self.why.setText(words)
        self.why.setVisible(bool(words))

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _choose(self, index: QModelIndex) -> None:
        one: Heading | None = index.data(Qt.ItemDataRole.UserRole)
        if one is not None:
            self.chosen.emit(one.key)

    def _choose_first(self) -> None:
        """Open the current article of those found, else the first."""
        if self._soon.isActive():  # typed faster than the list follows
            self._soon.stop()
            self.reload()
        index = self.view.currentIndex()
        index = index if index.isValid() else self._rows.index(0)
        if index.isValid():
            self._choose(index)

    def _clear_or_leave(self) -> None:
        if self._filter.text():
            self._filter.clear()
        else:
            self._all_or_leave()

    def _all_or_leave(self) -> None:
        if self._only is not None:
            self.show_all()
        else:
            self.left.emit()
