"""An actor gets another name, or several become one: which spans follow, each in its context, with a tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QTableView, QWidget

from depeche.annotate.renaming import Renaming
from depeche.annotate.wording import among_finished, in_articles
from depeche.core.actor import Actor
from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.messages import tr
from depeche.ui.dialogs.count import CountDialog
from depeche.ui.dialogs.hits import HitRows, InContext
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.dialogs.ticks import TickDelegate


class RenamingDialog(CountDialog):
    """`decided()`: as `planned`, the spans ticked follow. `asked(Hit)`: show this place in its article."""

    asked = Signal(object)

    def __init__(self, parent: QWidget, scheme: Scheme) -> None:
        super().__init__(parent, tr("Renommer un acteur"), tr("Renommer"))
        self._planned: Renaming | None = None
        self.rows = HitRows(scheme, self)
        self.view = self._table()
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._all, self._see = QPushButton(tr("Tout cocher ou décocher")), QPushButton(tr("Voir dans l’article"))
        for button, deed in ((self._all, self._turn_all), (self._see, self._ask)):
            button.setAutoDefault(False)
            button.clicked.connect(deed)
        self.add_below(self.view, self._count, (self._all, self._see))
        self.rows.dataChanged.connect(lambda *_: self._tell())
        self._show_places(False)

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.rows)
        view.setAccessibleName(tr("Passages qui suivent"))
        view.setItemDelegateForColumn(0, TickDelegate(view))
        view.setItemDelegateForColumn(1, InContext(view))
        set_plain(view)
        view.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        unit = self.fontMetrics().averageCharWidth()
        view.setColumnWidth(0, unit * 34)
        view.setColumnWidth(2, unit * 24)
        view.setMinimumSize(unit * 130, unit * 36)
        view.installEventFilter(self)
        return view

    def choose_kept(self, actors: Sequence[Actor], plan: Callable[[Actor, Sequence[Actor]], None]) -> None:
        """Let it be chosen which of these actors stays; `plan` is told of it, and of the others."""
        self.setWindowTitle(tr("Réunir des acteurs"))

        def chosen(at: int) -> None:
            self.ask(tr("Recherche…"), possible=False)
            self._show_places(False)
            plan(actors[at], [one for one in actors if one is not actors[at]])

        names = [tr("garder le nom « {name} »", name=shown(one.name, 60)) for one in actors]
        self.add_choice(tr("Nom gardé"), names, chosen)

    def put(self, planned: Renaming) -> None:
        """Show what was worked out."""
        self._planned = planned
        spans = tr("%n passage|%n passages", n=planned.spans)
        names = ", ".join(tr("« {words} »", words=one.name) for one in planned.gone if one.name != planned.actor.name)
        follow = tr("{names} devient « {name} ». À suivre : {spans} {where}.", names=names, name=planned.actor.name,
                    spans=spans, where=in_articles(planned.articles))  # fmt: skip
        if len(planned.gone) > 1:
            follow += " " + tr("%n acteur du registre n’en fait plus qu’un, avec tous ses noms.|"
                               "%n acteurs du registre n’en font plus qu’un, avec tous leurs noms.",
                               n=len(planned.gone))  # fmt: skip
        self.rows.clear()
        self.rows.add(planned.hits)
        if planned.hits:
            self.view.setCurrentIndex(self.rows.index(0, 0))
        self._show_places(bool(planned.hits))
        self._tell()
        self.ask(follow, possible=True)

    @property
    def planned(self) -> Renaming:
        """What is to be done: of the spans only those that are ticked."""
        assert self._planned is not None  # nothing is decided before
        return self._planned.only(self.rows.ticked)

    def _show_places(self, some: bool) -> None:
        for widget in (self.view, self._count, self._all, self._see):
            widget.setVisible(some)

    def _tell(self) -> None:
        times, among = self.rows.ticks
        words = tr("%n passage coché {where}|%n passages cochés {where}", n=times, where=in_articles(among))
        self._count.setText(", ".join(filter(None, (words, among_finished(self.rows.finished)))))

    def _turn_all(self) -> None:
        self.rows.tick_open(not self.rows.ticks[0])

    def _ask(self) -> None:
        hit = self.rows.hit(self.view.currentIndex().row())
        if hit is not None:
            self.asked.emit(hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or watched is not self.view:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            self.rows.turn(self.view.currentIndex().row())
            return True
        return super().eventFilter(watched, event)
