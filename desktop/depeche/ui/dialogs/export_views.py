"""What a trial of an export shows: the first record as it will be written, and what goes out and what doesn't."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from depeche.core.shown import shown_lines
from depeche.export.losses import warnings
from depeche.export.trial import KEPT, Trial
from depeche.messages import tr
from depeche.ui.dialogs.export_words import files_words, statement_of
from depeche.ui.line import Line

_MOST = 40_000
"""Characters of a first record that are shown."""
_STALE_MS = 400
"""So long the first record as it was before a change stays in sight: what comes sooner makes nothing flicker."""


class TrialViews(QSplitter):
    """Two pages of plain text, one above the other."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setChildrenCollapsible(False)
        self.preview, self.statement = QPlainTextEdit(readOnly=True), QPlainTextEdit(readOnly=True)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.warning = Line()
        bold = self.warning.font()
        bold.setBold(True)
        self.warning.setFont(bold)
        self.warning.hide()
        for words, view in (
            (tr("Premier article, tel qu’il sera écrit"), self.preview),
            (tr("Ce qui part, ce qui n’y sera pas"), self.statement),
        ):
            view.setTabChangesFocus(True)
            view.setAccessibleName(words)
            view.setMinimumHeight(3 * self.fontMetrics().height())
            part, head = QWidget(), QLabel(words)
            head.setBuddy(view)
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(head)
            if view is self.statement:
                column.addWidget(self.warning)
            column.addWidget(view, 1)
            self.addWidget(part)
        self._stale = QTimer(self, singleShot=True, interval=_STALE_MS)
        self._stale.timeout.connect(self.preview.clear)

    def wait(self) -> None:
        """Take away what is no longer true: the statement at once, the first record unless another comes soon."""
        self._warn([])
        self.statement.clear()
        self._stale.start()

    def clear(self) -> None:
        """Show nothing."""
        self.wait()
        self._stale.stop()
        self.preview.clear()

    def put_first(self, first: str) -> None:
        """Show the first record."""
        self._stale.stop()
        words = shown_lines(first[:_MOST])
        is_cut = len(first) > _MOST or len(first.encode("utf-8", "replace")) >= KEPT
        words += "\n[…]" if is_cut else ""
        if words != self.preview.toPlainText():
            self.preview.setPlainText(words)

    def put(self, tried: Trial) -> None:
        """Show what a trial found."""
        self.put_first(tried.preview)
        lines = statement_of(tried.receipt)
        if files := files_words(tried) if tried.receipt.articles else "":
            lines.append(files)
        self.statement.setPlainText(shown_lines("\n".join(lines)))
        self._warn(warnings(tried.receipt))

    def set_busy(self, busy: bool) -> None:
        """Say in place of what isn't there whether it is still to come."""
        for view, words in ((self.preview, tr("Aucun article à montrer.")), (self.statement, "")):
            view.setPlaceholderText(tr("Essai de l’export…") if busy else words)

    def _warn(self, sentences: list[str]) -> None:
        self.warning.set_words(" ".join(sentences))
        self.warning.setVisible(bool(sentences))
