"""Confirmed dates that a new publication date no longer gives: which of them are to be resolved anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from depeche.core.span import Span
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons
from depeche.ui.dialogs.ticks import TickDelegate
from depeche.ui.session import Session
from depeche.ui.words import value_words

Pair = tuple[Span, Span]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MisfitsDialog(QDialog):
    """`decided(pairs)`: these spans are to get their new value. A click or Return on a row puts the hand on it."""

    decided = Signal(list)

    def __init__(self, parent: QWidget, session: Session, pairs: Sequence[Pair]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Dates à recalculer"))
        self._session = session
        self._pairs = list(pairs)
        words = QLabel(
            tr("%n date confirmée ne convient plus à la date de publication.|"
               "%n dates confirmées ne conviennent plus à la date de publication.", n=len(pairs))
        )  # fmt: skip
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(tr("Dates confirmées"))
        self.list.setHeaderLabels([tr("Passage"), tr("Valeur à présent"), tr("Serait")])
        for old, new in pairs:
            said = " ".join(session.desk.text_of(old).split())
            row = QTreeWidgetItem([said, value_words(old) or tr("sans valeur"), value_words(new) or tr("sans valeur")])
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(0, Qt.CheckState.Checked)
            self.list.addTopLevelItem(row)
        unit = self.fontMetrics().averageCharWidth()
        self.list.setColumnWidth(0, unit * 36)
        self.list.setColumnWidth(1, unit * 22)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(lambda row, _column: self._go_to(row))
        self.list.itemChanged.connect(lambda *_: self._count())
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("Recalculer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Laisser"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (words, self.list, buttons):
            layout.addWidget(widget)
        self.resize(unit * 84, unit * 36)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setFocus()
        session.article_changed.connect(self.reject)

    @property
    def _ticked(self) -> list[Pair]:
        rows = (self.list.topLevelItem(n) for n in range(len(self._pairs)))
        ticks = [row is not None and row.checkState(0) is Qt.CheckState.Checked for row in rows]
        return [pair for pair, ticked in zip(self._pairs, ticks, strict=True) if ticked]

    def _count(self) -> None:
        self._ok.setEnabled(bool(self._ticked))

    def _go_to(self, row: QTreeWidgetItem | None) -> None:
        if row is not None:
            old, _new = self._pairs[self.list.indexOfTopLevelItem(row)]
            if self._session.one(old.key) is not None:
                self._session.set_focus(old.key)

    def _confirm(self) -> None:
        # The window goes on behind this: what was changed or removed meanwhile stays as it is.
        self.decided.emit([(old, new) for old, new in self._ticked if self._session.desk.span(old.key) == old])
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.list and pressed in _ENTER:  # else it would press « Recalculer »
            self._go_to(self.list.currentItem())
            return True
        return super().eventFilter(watched, event)
