"""The history beside the article: every act by name, what it did, and the way back to any of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from depeche.annotate.history import Line
from depeche.core.progress import Progress
from depeche.messages import number, tr
from depeche.ui.dialogs.act_rows import ActRows
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.history import History
from depeche.ui.session import Session

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SOON_MS = 120
_LINE = Qt.ItemDataRole.UserRole


class HistoryDialog(QDialog):
    """Return goes to the act chosen, a double click on a line of what it did shows it in its article.

    While a jump is under way, `behind` can't be used: nothing may be done in between.
    """

    def __init__(self, parent: QWidget, history: History, session: Session, behind: list[QWidget]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Historique"))
        self._history = history
        self._behind = behind
        self._jumping = False
        self.rows = ActRows(history, self)
        self.view = self._table()
        self.lines = QListWidget()
        self.lines.setAccessibleName(tr("Ce que l’acte a fait"))
        self.lines.setWordWrap(True)
        self.lines.itemDoubleClicked.connect(self._see)
        self.lines.installEventFilter(self)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.view)
        split.addWidget(self.lines)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(tr("Avancement"))
        self._stop = QPushButton(tr("Arrêter"))
        self._go, close = QPushButton(tr("Revenir ici")), QPushButton(tr("Fermer"))
        bottom = QHBoxLayout()
        bottom.addWidget(self._count, 1)
        for widget in (self._bar, self._stop, self._go, close):
            bottom.addWidget(widget)
        for button in (self._stop, self._go, close):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addLayout(bottom)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 160, unit * 70)
        split.setSizes([unit * 106, unit * 54])
        # A hand that works fast isn't kept waiting for the list to be read after each of its acts.
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._reload)
        self._go.clicked.connect(self._jump)
        self._stop.clicked.connect(history.stop)
        close.clicked.connect(self.close)
        self.view.doubleClicked.connect(lambda _: self._jump())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_act())
        session.changed.connect(lambda _: self._soon.start() if self.isVisible() else None)
        history.progressed.connect(self._on_progress)
        history.arrived.connect(self._on_arrival)

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.rows)
        view.setAccessibleName(tr("Actes, le dernier en haut"))
        set_plain(view)
        head = view.horizontalHeader()
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        unit = self.fontMetrics().averageCharWidth()
        view.setColumnWidth(0, unit * 20)
        view.setColumnWidth(2, unit * 28)
        view.installEventFilter(self)
        return view

    def begin(self) -> None:
        """Show the history as it is now, with the hand on the last act that stands."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.rows.reload()
        self._choose_here()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _reload(self) -> None:
        if not self.rows.reload() and self.view.currentIndex().isValid():  # the hand stays on the act it has chosen
            self._tell()
        else:
            self._choose_here()

    def _choose_here(self) -> None:
        here = self.rows.index(self.rows.here, 0)
        self.view.setCurrentIndex(here)
        self.view.scrollTo(here, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._tell()

    def _tell(self) -> None:
        done, undone = self.rows.counts
        words = tr("%n acte|%n actes", n=done)
        if undone:
            words += " · " + tr("%n à rétablir|%n à rétablir", n=undone)
        self._count.setText(words)
        row = self.view.currentIndex().row()
        self._go.setText(tr("Rétablir jusqu’ici") if row < self.rows.here else tr("Revenir ici"))
        self._go.setEnabled(not self._jumping and row >= 0 and row != self.rows.here)
        self._bar.setVisible(self._jumping)
        self._stop.setVisible(self._jumping)

    def _show_act(self) -> None:
        self.lines.clear()
        wanted = self.rows.number(self.view.currentIndex().row())
        if wanted and not self._jumping:
            found, total = self._history.lines(wanted)
            title = None
            for line in found:
                if line.title and line.title != title:
                    title = line.title
                    head = QListWidgetItem(title)
                    font = head.font()
                    font.setBold(True)
                    head.setFont(font)
                    head.setData(_LINE, Line("", "", line.article, title))
                    self.lines.addItem(head)
                item = QListWidgetItem(f"{line.sign} {line.words}")
                item.setData(_LINE, line)
                self.lines.addItem(item)
            if total > len(found):
                self.lines.addItem(tr("… et {more} de plus", more=number(total - len(found))))
        self._tell()

    def _see(self, item: QListWidgetItem) -> None:
        line = item.data(_LINE)
        if isinstance(line, Line):
            self._history.see(line)

    # --- going there

    def _jump(self) -> None:
        row = self.view.currentIndex().row()
        if self._jumping or row < 0 or row == self.rows.here:
            return
        self._jumping = True
        for widget in self._behind:
            widget.setEnabled(False)
        self._bar.setRange(0, 0)
        self._tell()
        self._history.go_to(self.rows.number(row))

    def _on_progress(self, progress: Progress) -> None:
        if self._jumping and progress.total:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)

    def _on_arrival(self) -> None:
        if self._jumping:
            self._jumping = False
            for widget in self._behind:
                widget.setEnabled(True)
            if self.isVisible():
                self._reload()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if watched is self.view:
                self._jump()
                return True
            item = self.lines.currentItem()
            if watched is self.lines and item is not None:
                self._see(item)
                return True
        return super().eventFilter(watched, event)
