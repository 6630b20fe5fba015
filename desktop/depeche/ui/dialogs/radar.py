"""The consistency radar beside the article: what doesn't fit together, by kind, to be seen, mended or meant so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from depeche.annotate.radar.finding import Finding, title_of
from depeche.annotate.wording import in_articles, nested
from depeche.core.progress import Progress
from depeche.core.scheme import Scheme
from depeche.messages import number, tr
from depeche.ui.dialogs.count import CountDialog
from depeche.ui.dialogs.finding_rows import FindingTree
from depeche.ui.radar import Watch

if TYPE_CHECKING:
    from depeche.annotate.radar.mending import Repair
    from depeche.ui.window import Window

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RadarDialog(QDialog):
    """`asked(Finding, go)`: show this place, and with `go` take the keyboard there.

    Return shows, Maj+Return goes there, C mends one, Maj+C all of its kind, V says that it is meant.
    """

    asked = Signal(object, bool)
    all_asked = Signal(list)

    def __init__(self, parent: QWidget, watch: Watch, scheme: Scheme) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Radar de cohérence"))
        self._watch = watch
        self._looking = self._halted = False
        self.tree = FindingTree(scheme)
        self.tree.installEventFilter(self)
        self.tree.itemDoubleClicked.connect(lambda *_: self._see(True))
        self.tree.currentItemChanged.connect(lambda *_: self._show_buttons())
        self.nothing = QLabel()
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setMargin(self.fontMetrics().height() * 2)
        self.why = QLabel()
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Avancement"))
        self.bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 22)
        self.stop = QPushButton(tr("Arrêter"))
        self.see = QPushButton(tr("Voir (Entrée ; Maj+Entrée y va)"))
        self.mend = QPushButton(tr("Corriger (C)"))
        self.mend_all = QPushButton(tr("Tout corriger (Maj+C)…"))
        self.meant = QPushButton(tr("C’est voulu (V)"))
        close = QPushButton(tr("Fermer"))
        self._middle = QStackedLayout()
        self._middle.addWidget(self.tree)
        self._middle.addWidget(self.nothing)
        told, bottom = QHBoxLayout(), QHBoxLayout()
        told.addWidget(self.count, 1)
        told.addWidget(self.bar)
        told.addWidget(self.stop)
        for button in (self.stop, self.see, self.mend, self.mend_all, self.meant, close):
            button.setAutoDefault(False)
        for button in (self.see, self.mend, self.mend_all, self.meant):
            bottom.addWidget(button)
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(self._middle, 1)
        layout.addWidget(self.why)
        layout.addLayout(told)
        layout.addLayout(bottom)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 140, unit * 70)
        self.see.clicked.connect(lambda: self._see(False))
        self.mend.clicked.connect(self._mend)
        self.mend_all.clicked.connect(self._mend_all)
        self.meant.clicked.connect(self._set_aside)
        self.stop.clicked.connect(watch.halt)
        close.clicked.connect(self.close)
        watch.found.connect(self._on_found)
        watch.progressed.connect(self._on_progress)
        watch.stopped.connect(self._on_stopped)
        watch.fell_behind.connect(self._on_behind)
        watch.done.connect(lambda _stored: self._on_behind())

    def begin(self) -> None:
        """Look through the project as it is now; where it is open already, only come forward."""
        if not self.isVisible():
            self._looking, self._halted = True, False
            self.bar.setRange(0, 0)
            self._watch.begin()
        self._show_state()
        self.show()
        self.raise_()
        self.activateWindow()
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- what comes

    def _on_found(self, found: list[Finding]) -> None:
        if self.isVisible():
            self._looking = False
            self.tree.put(found)
            self._show_state()

    def _on_progress(self, progress: Progress) -> None:
        if self._looking:
            self.bar.setRange(0, progress.total or 0)
            self.bar.setValue(progress.done)

    def _on_stopped(self) -> None:
        if self.isVisible() and self._looking:
            self._looking, self._halted = False, True
            self._show_state()

    def _on_behind(self) -> None:
        if self.isVisible():
            self._show_state()

    def _show_state(self) -> None:
        found = self.tree.findings
        hidden = self._middle.currentIndex() != 0
        self._middle.setCurrentIndex(0 if found else 1)
        if found and hidden:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)  # what is hidden can't have it
        for widget in (self.bar, self.stop):
            widget.setVisible(self._looking)
        self.nothing.setText(self._nothing_words())
        mended = sum(bool(one.mends) for one in found)
        words = tr("%n constat, dont {mended} à corriger d’office|%n constats, dont {mended} à corriger d’office",
                   n=len(found), mended=number(mended))  # fmt: skip
        if found and self._is_behind:
            words = tr("{words} · vérification en cours…", words=words)
        self.count.setText(words if found else "")
        self._show_buttons()

    @property
    def _is_behind(self) -> bool:
        return not self._looking and not self._halted and self._watch.behind

    def _nothing_words(self) -> str:
        if self._looking:
            return tr("Le radar parcourt les articles commencés…")
        if self._halted:
            return tr("Arrêté : tout n’a pas été vérifié. Rouvrez le radar pour recommencer.")
        if self._is_behind:
            return tr("Vérification en cours…")
        return tr(
            "Rien ne se contredit dans les articles commencés. Le radar reste à l’écoute : ce qui s’annote est "
            "vérifié aussitôt."
        )

    def _show_buttons(self) -> None:
        one, alike = self.tree.chosen, self.tree.alike
        mended = [other for other in alike if other.mends]
        self.see.setEnabled(one is not None)
        self.meant.setEnabled(bool(alike))
        self.mend.setEnabled(one is not None and bool(one.mends))
        self.mend_all.setEnabled(bool(mended))
        self.why.setText(
            tr("« {words} » — {sentence}", words=nested(one.words[:120]), sentence=one.sentence) if one else ""
        )

    # --- what a person does

    def _see(self, go: bool) -> None:
        if self.tree.chosen is not None:
            self.asked.emit(self.tree.chosen, go)

    def _mend(self) -> None:
        one = self.tree.chosen
        if one is not None and one.mends:
            self._watch.mend(one)

    def _mend_all(self) -> None:
        mended = [one for one in self.tree.alike if one.mends]
        if mended:
            self.all_asked.emit(mended)

    def _set_aside(self) -> None:
        one = self.tree.chosen
        chosen = [one] if one is not None else self.tree.alike
        if chosen:
            self._watch.set_aside(chosen)

    def reject(self) -> None:  # however it is closed
        self._watch.leave()
        self._looking = False
        super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.tree and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if event.key() in _ENTER and self.tree.chosen is not None:
                self._see(shift)
                return True
            if plain and event.key() == Qt.Key.Key_C:
                (self._mend_all if shift else self._mend)()
                return True
            if plain and event.key() == Qt.Key.Key_V:
                self._set_aside()
                return True
        return super().eventFilter(watched, event)


class RadarDialogs(QObject):
    """Opens the radar over a window, asks before many are mended, and puts the hand where a finding is."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.watch = Watch(window.session, window.jobs, window.bulk.work.show, self)
        self._dialog: RadarDialog | None = None
        self.watch.planned.connect(self._ask)
        window.session.relabelled.connect(self._forget_labels)

    def stop(self) -> None:
        """Look no more: the window closes."""
        self.watch.stop()

    def _forget_labels(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def open(self) -> None:
        """Open the radar beside the article, or bring it forward."""
        if self._dialog is None:
            self._dialog = RadarDialog(self._window, self.watch, self._window.project.scheme)
            self._dialog.addActions([self._window.actions_by_name["undo"], self._window.actions_by_name["redo"]])
            self._dialog.asked.connect(self._go_to)
            self._dialog.all_asked.connect(self.watch.plan)
        self._dialog.begin()

    def _go_to(self, finding: Finding, go: bool) -> None:
        session = self._window.session
        if session.desk.article is None or session.desk.article.key != finding.article:
            session.open(finding.article)
        here = next((key for key in finding.spans if session.one(key) is not None), None)
        if here is not None:
            session.set_focus(here)
        else:
            session.select(finding.start, finding.end, by_character=True)
        if go:  # else the keys stay those of the radar, which lies on top
            self._window.activateWindow()
            self._window.article_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask(self, repair: Repair) -> None:
        if self._dialog is None or not self._dialog.isVisible():
            return
        alike = self._dialog.tree.alike
        what = title_of(alike[0].kind) if alike else ""
        where = in_articles(repair.articles)
        dialog = CountDialog(self._dialog, tr("Tout corriger"), tr("Corriger"))
        words = tr("{what} : corriger %n passage {where} ?|{what} : corriger %n passages {where} ?", n=repair.times,
                   what=what, where=where)  # fmt: skip
        none = tr("{what} : rien ne peut être corrigé d’office.", what=what)
        dialog.ask(words if repair.times else none, possible=repair.times > 0)
        dialog.decided.connect(lambda: self.watch.carry_out(repair))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
