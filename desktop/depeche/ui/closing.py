"""A window that closes over work of which nothing would be left asks first: a training, an act that was confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox

from depeche.messages import tr

if TYPE_CHECKING:
    from depeche.ui.window import Window


class Closing(QObject):
    """Stands between a window and its end. Imports and searches need no question: what they have done stays."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        self._waits = self._sure = False
        window.installEventFilter(self)
        window.jobs.acting.connect(lambda acting: None if acting else self._on_end())
        window.learning.ended.connect(lambda *_: self._on_end())

    def under_way(self) -> list[str]:
        """Return in a sentence each what would be lost."""
        found = [tr("« {title} » n’est pas fini : rien n’en serait fait.", title=title)
                 for title in self._window.jobs.pending_acts]  # fmt: skip
        if self._window.learning.child.running:
            found.append(tr("Un entraînement est en cours : il serait annulé, rien n’en resterait."))
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window or event.type() != QEvent.Type.Close or self._sure:
            return False
        lost = self.under_way()
        if not lost:
            self._sure = True  # it closes now, whatever ends meanwhile
            return False
        event.ignore()
        self._ask(lost)
        return True

    def _ask(self, lost: list[str]) -> None:
        self._waits = False
        if self._box is not None:
            self._box.raise_()
            return
        box = self._box = QMessageBox(self._window)
        box.setWindowTitle(tr("Fermer"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText("\n".join(lost))
        wait = box.addButton(tr("Attendre la fin, puis fermer"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(tr("Abandonner et fermer"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(tr("Ne pas fermer"), QMessageBox.ButtonRole.RejectRole)
        wait.clicked.connect(self._wait)
        drop.clicked.connect(self._drop)
        box.setDefaultButton(wait)
        box.setEscapeButton(stay)
        box.finished.connect(lambda _: self._forget())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _forget(self) -> None:
        self._box = None

    def _wait(self) -> None:
        self._waits = True
        self._window.session.said.emit(tr("La fenêtre se fermera à la fin."), False)
        self._on_end()

    def _drop(self) -> None:
        self._sure = True
        self._window.close()

    def _on_end(self) -> None:
        """Close if that is what is waited for; a question that has no object any more goes, and the window stays."""
        if self._sure or self.under_way():
            return
        if self._box is not None:
            self._box.done(0)
        if self._waits:
            QTimer.singleShot(0, self._window.close)  # not in the middle of what has just ended
