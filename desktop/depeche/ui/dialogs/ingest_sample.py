"""The first article of some files as it would be stored: what is known of it, text with marks, what is refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QSplitter, QTextEdit, QVBoxLayout, QWidget

from depeche.core.offsets import Offsets
from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.ingest.preview import Lot, Sample
from depeche.ingest.told import gathered
from depeche.messages import tr
from depeche.ui.line import Line
from depeche.ui.theme import Theme

_LISTED = 300


class SamplePage(QWidget):
    """Shows the first article; nothing in it is markup."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._colours = {label.label: label.colour for label in scheme.labels}
        self.title, self.facts, self.notes = Line(), Line(), Line()
        bold = self.title.font()
        bold.setBold(True)
        self.title.setFont(bold)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Premier article"))
        self.marks, self.refused = QListWidget(), QListWidget()
        self.marks.setAccessibleName(tr("Passages du premier article"))
        self.refused.setAccessibleName(tr("Refus prévus"))
        self._refusals = QLabel(tr("Refus prévus"))
        self._refusals.setBuddy(self.refused)
        for one in (self.marks, self.refused):
            one.setWordWrap(True)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.text)
        parts.addWidget(self.marks)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._refusals)
        column.addWidget(self.refused)
        parts.addWidget(below)
        self._below = below
        for n, share in enumerate((5, 2, 2)):
            parts.setStretchFactor(n, share)
        line = self.fontMetrics().height()
        self.text.setMinimumHeight(4 * line)
        for one in (self.marks, self.refused):
            one.setMinimumHeight(3 * line)
        layout = QVBoxLayout(self)
        for widget in (self.title, self.facts, self.notes):
            layout.addWidget(widget)
        layout.addWidget(parts, 1)
        self.put(None, ())

    def put(self, lot: Lot | None, troubles: Sequence[str]) -> None:
        """Show a lot's first article and what of it would be refused, with what can't be read at all."""
        sample = lot.sample if lot else None
        known = [one for one in (sample.date, sample.source, sample.url, sample.where) if one] if sample else []
        said = []
        if lot is not None and lot.annotators:
            names = ", ".join(shown(one, 40) for one in sorted(lot.annotators)[:6])
            said.append(tr("annotateurs : {names}", names=names))
        if lot is not None and lot.statuses:
            counts = ", ".join(f"{name} ({n})" for name, n in lot.statuses.most_common(5))
            said.append(tr("statuts : {counts}", counts=counts))
        said += [shown(note) for note, _ in lot.notes.most_common(3)] if lot else []
        for label, words in (
            (self.title, shown(sample.title) if sample else ""),
            (self.facts, " · ".join(shown(one) for one in known)),
            (self.notes, " ; ".join(said)),
        ):
            label.set_words(words)
            label.setVisible(bool(words))
        self._show_text(sample)
        refused = gathered([*(lot.refused if lot else ()), *troubles])
        self.refused.clear()
        self.refused.addItems([shown(why, 400) for why in refused[:_LISTED]])
        self._below.setVisible(bool(refused))

    def _show_text(self, sample: Sample | None) -> None:
        text = sample.text if sample else ""
        offsets, theme = Offsets(text), Theme(self.palette(), self._colours)
        self.text.setPlainText(offsets.view_text + ("" if sample is None or sample.whole else " […]"))
        self.text.setPlaceholderText(tr("Aucun article à montrer."))
        drawn, lines = [], []
        for mark in sample.marks[:_LISTED] if sample else ():
            ink, selection = theme.ink(mark.label), QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(offsets.to_view(mark.start))
            cursor.setPosition(offsets.to_view(mark.end), QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setBackground(ink.fill)
            form.setForeground(ink.text)
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(ink.strong)
            selection.cursor, selection.format = cursor, form
            drawn.append(selection)
            kind = f":{shown(mark.kind, 40)}" if mark.kind else ""
            lines.append(f"{shown(mark.label, 40)}{kind} — {shown(text[mark.start : mark.end], 80)}")
        self.text.setExtraSelections(drawn)
        self.marks.clear()
        self.marks.addItems(lines)
        self.marks.setVisible(bool(lines))
