"""The result of a lesson: precision, recall and F1 by label, values, and each mistake with the way to its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from depeche.annotate.lesson import Result
from depeche.core.agreement import Counts
from depeche.core.scheme import Scheme
from depeche.core.span import Span
from depeche.messages import number, tr
from depeche.ui.dialogs.plain_table import set_plain
from depeche.ui.words import score_words, value_words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What went wrong, where, and what would have been right; `span` is whose place is shown."""

    what: str
    span: Span
    wanted: str


class ScoreDialog(QDialog):
    """`asked(Span)`: show this place. `again_asked()`: begin the lesson anew."""

    asked = Signal(object)
    again_asked = Signal()

    def __init__(self, parent: QWidget, result: Result, text: str, scheme: Scheme, keys: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Résultat du didacticiel"))
        self._result, self._text, self._scheme = result, text, scheme
        self.mistakes = _mistakes(result, scheme)
        counts = result.agreement.all
        self.summary = QLabel(self._summary_words(counts, keys))
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        unit = self.fontMetrics().averageCharWidth()
        self.table = self._measures(counts)
        self.list = QTableWidget(len(self.mistakes), 4)
        self.list.setAccessibleName(tr("Ce qui manque ou diffère"))
        self.list.setHorizontalHeaderLabels([tr("Quoi"), tr("Étiquette"), tr("Passage"), tr("Attendu")])
        set_plain(self.list)
        for column, width in enumerate((14, 12, 36)):
            self.list.setColumnWidth(column, unit * width)
        self.list.horizontalHeader().setStretchLastSection(True)
        for row, one in enumerate(self.mistakes):
            words = " ".join(text[one.span.start : one.span.end].split())
            for column, said in enumerate((one.what, self._name(one.span.label), words, one.wanted)):
                self.list.setItem(row, column, QTableWidgetItem(said))
        self.list.setVisible(bool(self.mistakes))
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self._see())
        self.see, again = QPushButton(tr("Voir (Entrée)")), QPushButton(tr("Recommencer"))
        close = QPushButton(tr("Fermer"))
        self.see.setEnabled(bool(self.mistakes))
        self.see.clicked.connect(self._see)
        again.clicked.connect(self.again_asked)
        close.clicked.connect(self.close)
        bottom = QHBoxLayout()
        for button in (self.see, again, close):
            button.setAutoDefault(False)
        bottom.addWidget(self.see)
        bottom.addWidget(again)
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addWidget(self.table)
        layout.addWidget(self.list, 1)
        if not self.mistakes:
            layout.addStretch(1)
        layout.addLayout(bottom)
        self.resize(unit * 104, unit * (60 if self.mistakes else 40))
        if self.mistakes:
            self.list.selectRow(0)
            self.list.setFocus()

    def _summary_words(self, counts: Counts, keys: int) -> str:
        spans = max(counts.gold, 1)
        pressed = tr("%n touche, soit {share} par passage.|%n touches, soit {share} par passage.", n=keys,
                     share=_decimal(keys / spans))  # fmt: skip
        if self._result.whole:
            return f"{tr('Tout est comme le guide le veut.')} {pressed}"
        said = tr("F1 : {share}.", share=score_words(counts.f1))
        differ = tr("%n endroit à revoir.|%n endroits à revoir.", n=len(self.mistakes))
        return f"{said} {differ} {pressed}"

    def _measures(self, counts: Counts) -> QTableWidget:
        rows = [(self._name(label), label, one) for label, one in self._result.agreement.by_label.items()]
        rows.sort(key=lambda row: [label.label for label in self._scheme.labels].index(row[1]))
        heads = [tr("Étiquette"), tr("Justes"), tr("Manqués"), tr("En trop"), tr("Précision"), tr("Rappel"), "F1",
                 tr("Valeurs")]  # fmt: skip
        table = QTableWidget(len(rows) + 1, len(heads))
        table.setAccessibleName(tr("Mesures par étiquette"))
        table.setHorizontalHeaderLabels(heads)
        set_plain(table)
        table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for row, (name, label, one) in enumerate([*rows, (tr("Ensemble"), "", counts)]):
            counted = (one.exact, one.gold - one.exact, one.proposed - one.exact)
            shares = (one.precision, one.recall, one.f1)
            said = [name, *map(number, counted), *map(score_words, shares), self._values(label)]
            for column, words in enumerate(said):
                item = QTableWidgetItem(words)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if row == len(rows):
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                table.setItem(row, column, item)
        unit = self.fontMetrics().averageCharWidth()
        for column in range(len(heads)):
            table.setColumnWidth(column, unit * (16 if column == 0 else 11))
        table.horizontalHeader().setStretchLastSection(True)
        height = table.verticalHeader().defaultSectionSize() * (len(rows) + 1)
        table.setFixedHeight(height + table.horizontalHeader().sizeHint().height() + 4)
        return table

    def _values(self, label: str) -> str:
        valued, wrong = self._result.valued, self._result.wrong_values
        total = valued.get(label, 0) if label else sum(valued.values())
        off = sum(1 for gold, _mine in wrong if not label or gold.label == label)
        return tr("{right} sur {total}", right=total - off, total=total) if total else "—"

    def _name(self, label: str) -> str:
        return self._scheme.get(label).name if label in self._scheme else label

    def _see(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.mistakes):
            self.asked.emit(self.mistakes[row].span)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.list and pressed in _ENTER:
            self._see()
            return True
        return super().eventFilter(watched, event)


def _mistakes(result: Result, scheme: Scheme) -> list[Mistake]:
    agreement = result.agreement
    found = [Mistake(tr("manqué"), one, value_words(one)) for one in agreement.missed]
    found += [Mistake(tr("en trop"), one, "—") for one in agreement.extra]
    found += [Mistake(tr("valeur"), mine, value_words(gold)) for gold, mine in result.wrong_values]
    for gold, mine in result.wrong_kinds:
        found.append(Mistake(tr("genre"), mine, scheme.get(gold.label).kind_name(gold.kind)))
    return sorted(found, key=lambda one: (one.span.start, -one.span.end))


def _decimal(value: float) -> str:
    return tr("{whole},{tenth}", whole=int(value), tenth=int(value * 10) % 10)
