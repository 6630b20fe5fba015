"""The same words everywhere, to be labelled or rejected: where they stand, in context, each place with a tick."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from depeche.annotate.everywhere import Hit, Sought, by_place
from depeche.annotate.wording import among_finished, in_articles
from depeche.core.progress import Progress
from depeche.core.scheme import Scheme
from depeche.messages import number, tr
from depeche.ui.bulk import Bulk
from depeche.ui.dialogs.hits import HIT, HitRows, InContext
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.dialogs.ticks import TickDelegate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EverywhereDialog(QDialog):
    """`asked(Hit)`: show this place in its article. Space ticks, Return carries out, Escape leaves all as it is."""

    asked = Signal(object)

    def __init__(self, parent: QWidget, bulk: Bulk, scheme: Scheme, sought: Sought, *, rejecting: bool) -> None:
        super().__init__(parent)
        self._bulk, self._scheme, self._sought, self._rejecting = bulk, scheme, sought, rejecting
        self._ticket, self._busy = 0, False
        self.is_over = False
        self.setWindowTitle(tr("Rejeter partout") if rejecting else tr("Étiqueter partout"))
        self._words = QLabel(tr("« {words} »", words=" ".join(sought.words.split())))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        font = self._words.font()
        font.setBold(True)
        self._words.setFont(font)
        self.label = QComboBox()
        self.label.setAccessibleName(tr("Étiquette"))
        for one in scheme.active:
            self.label.addItem(one.name, one.label)
        self.label.setCurrentIndex(self.label.findData(sought.label))
        self.scope = QComboBox()
        self.scope.setAccessibleName(tr("Où chercher"))
        self.scope.addItem(tr("dans tout le projet"), False)
        self.scope.addItem(tr("dans cet article"), True)
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        for widget in (self.label, self.scope):
            top.addWidget(widget)
        self.rows = HitRows(scheme, self)
        self.view = self._table()
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(tr("Avancement"))
        self._bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 22)
        self._stop = QPushButton(tr("Arrêter"))
        self._all = QPushButton(tr("Tout cocher ou décocher"))
        self._see = QPushButton(tr("Voir dans l’article"))
        self._do = QPushButton()
        leave = QPushButton(tr("Fermer"))
        told, bottom = QHBoxLayout(), QHBoxLayout()
        told.addWidget(self._count, 1)
        told.addWidget(self._bar)
        told.addWidget(self._stop)
        for button in (self._stop, self._all, self._see, leave):
            button.setAutoDefault(False)
        self._do.setDefault(True)
        for button in (self._all, self._see, self._do, leave):
            bottom.addWidget(button)
        bottom.insertStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(told)
        layout.addLayout(bottom)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 150, unit * 70)
        self.label.currentIndexChanged.connect(self._on_label)
        self.scope.currentIndexChanged.connect(lambda _: self.begin())
        self._stop.clicked.connect(bulk.stop_search)
        self._all.clicked.connect(self._turn_all)
        self._see.clicked.connect(self._ask)
        self._do.clicked.connect(self._carry_out)
        leave.clicked.connect(self.reject)
        self.finished.connect(lambda _: bulk.stop_search())
        self.view.doubleClicked.connect(lambda _: self._ask())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.rows.dataChanged.connect(lambda *_: self._tell())
        bulk.found.connect(self._on_found)
        bulk.progressed.connect(self._on_progress)
        bulk.searched.connect(self._on_searched)
        bulk.done.connect(self._on_done)
        self.begin()
        self.view.setFocus()

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.rows)
        view.setAccessibleName(tr("Endroits où sont ces mots"))
        view.setItemDelegateForColumn(0, TickDelegate(view))
        view.setItemDelegateForColumn(1, InContext(view))
        set_plain(view)
        head = view.horizontalHeader()
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        unit = self.fontMetrics().averageCharWidth()
        view.setColumnWidth(0, unit * 34)
        view.setColumnWidth(2, unit * 30)
        view.installEventFilter(self)
        return view

    # --- searching

    def begin(self) -> None:
        """Search anew."""
        self.rows.clear()
        self.is_over = False
        self._ticket = self._bulk.search(
            self._sought, rejecting=self._rejecting, here_only=bool(self.scope.currentData())
        )
        self._bar.setRange(0, 0)
        self._tell()

    def _on_label(self) -> None:
        label = str(self.label.currentData())
        kinds = {kind.kind for kind in self._scheme.get(label).kinds}
        if by_place(self._scheme, label):
            self._sought = Sought(self._sought.words, label)
        else:
            kind = self._sought.kind if self._sought.kind in kinds else None
            self._sought = replace(self._sought, label=label, kind=kind)
        self.begin()

    def _on_found(self, ticket: int, hits: list[Hit]) -> None:
        if ticket == self._ticket:
            self.rows.add(hits)
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.rows.index(0, 0))
            self._tell()

    def _on_progress(self, ticket: int, progress: Progress) -> None:
        if ticket == self._ticket and progress.total:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)

    def _on_searched(self, ticket: int, _whole: bool) -> None:
        if ticket == self._ticket:
            self.is_over = True
            self._tell()

    def _tell(self) -> None:
        chosen, among = self.rows.ticks
        found, apart = self.rows.counts
        where = in_articles(among)
        words = tr("%n endroit coché {where}|%n endroits cochés {where}", n=chosen, where=where)
        if self.rows.finished:
            words += ", " + among_finished(self.rows.finished)
        if apart:
            words += " · " + tr("%n mis à part|%n mis à part", n=apart)
        if self.is_over and not found and not apart:
            words = tr("Ces mots ne sont nulle part ailleurs.")
        self._count.setText(words)
        self._do.setText(
            tr("Rejeter ({times})", times=number(chosen))
            if self._rejecting
            else tr("Étiqueter ({times})", times=number(chosen))
        )
        self._do.setEnabled(bool(chosen) and self.is_over and not self._busy)
        self._see.setEnabled(self.rows.hit(self.view.currentIndex().row()) is not None)
        self._all.setEnabled(bool(found))
        self._bar.setVisible(self._busy or not self.is_over)
        self._stop.setVisible(not self.is_over)

    # --- choosing and doing

    def _turn_all(self) -> None:
        self.rows.tick_open(not self.rows.ticks[0])

    def _ask(self) -> None:
        hit = self.view.currentIndex().data(HIT)
        if isinstance(hit, Hit):
            self.asked.emit(hit)

    def _carry_out(self) -> None:
        chosen = self.rows.ticked
        if not chosen or self._busy:
            return
        self._busy = True
        self._bar.setRange(0, 0)
        self._tell()
        if self._rejecting:
            self._bulk.reject(self._sought, chosen)
        else:
            self._bulk.label(self._sought, chosen)

    def _on_done(self, stored: bool) -> None:
        if not self._busy:
            return
        self._busy = False
        if stored:
            self.accept()
        else:
            self.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Space:
                self.rows.turn(self.view.currentIndex().row())
                return True
            if event.key() in _ENTER:
                self._carry_out()
                return True
        return super().eventFilter(watched, event)
