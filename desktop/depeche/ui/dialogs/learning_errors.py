"""The page of errors worth reading: what a model got wrong on the test articles, by label and sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from depeche.core.chart_scale import decimal
from depeche.messages import number, tr
from depeche.train.verdict import side_words, sort_words
from depeche.ui.learning import Model

_ERROR = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ErrorsPage(QWidget):
    """`asked(error)`: open the article there; `error` is as the report of the training has it."""

    asked = Signal(object)

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Erreurs du modèle, par étiquette et sorte"))
        self.tree.setHeaderLabels([tr("Passage"), tr("Juste"), tr("Proposé"), tr("Score")])
        self.tree.setUniformRowHeights(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.installEventFilter(self)
        self.tree.itemDoubleClicked.connect(lambda *_: self._see())
        self.tree.currentItemChanged.connect(lambda *_: self._show())
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # two sides often differ at their ends alone
        head = self.tree.header()
        head.setStretchLastSection(False)
        for column in range(3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self.around = QLabel()
        self.around.setTextFormat(Qt.TextFormat.PlainText)
        self.around.setWordWrap(True)
        self.count = QLabel()
        self.see = QPushButton(tr("Voir dans l’article (Entrée)"))
        self.see.setAutoDefault(False)
        self.see.clicked.connect(self._see)
        bottom = QHBoxLayout()
        bottom.addWidget(self.count, 1)
        bottom.addWidget(self.see)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.around)
        layout.addLayout(bottom)
        self.put(None)

    def put(self, model: Model | None) -> None:
        """Show the errors of a model on the test articles."""
        errors = list(model.report.get("errors", ())) if model is not None else []
        held = self.chosen
        self.tree.clear()
        groups: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
        for one in errors:
            groups[one["label"], one["what"]].append(one)
        for (label, what), alike in sorted(groups.items(), key=lambda each: (each[0][0], -len(each[1]))):
            self._add(label, what, alike, held)
        first = self.tree.topLevelItem(0)
        if self.tree.currentItem() is None and first is not None:
            self.tree.setCurrentItem(first.child(0) or first)
        words = tr("%n erreur sur les articles d’épreuve|%n erreurs sur les articles d’épreuve", n=len(errors))
        none = tr("Rien ici : entraînez un modèle, ses erreurs sur les articles d’épreuve se lisent alors.")
        self.count.setText(words if errors else none)
        self._show()

    def _add(
        self, label: str, what: str, alike: list[Mapping[str, Any]], held: Mapping[str, Any] | None
    ) -> None:  # fmt: skip
        words = tr("{label}, {what} ({number})", label=self._names.get(label, label), what=sort_words(what),
                   number=number(len(alike)))  # fmt: skip
        top = QTreeWidgetItem([words])
        font = self.font()
        font.setBold(True)
        top.setFont(0, font)
        self.tree.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        for one in alike:
            score = one.get("score")
            cells = [
                " ".join(one["words"].split()),
                side_words(one["should"], self._names),
                side_words(one["said"], self._names),
                "—" if score is None else decimal(float(score), 2),
            ]
            item = QTreeWidgetItem(top, cells)
            for column in range(3):
                item.setToolTip(column, f"<p>{escape(item.text(column))}</p>")
            item.setData(0, _ERROR, one)
            if held is not None and one == held:
                self.tree.setCurrentItem(item)
        top.setExpanded(True)

    @property
    def chosen(self) -> Mapping[str, Any] | None:
        """The error of the line chosen, None on the line of a sort."""
        item = self.tree.currentItem()
        return item.data(0, _ERROR) if item is not None else None

    def _show(self) -> None:
        one = self.chosen
        self.see.setEnabled(one is not None)
        if one is None:
            self.around.setText("")
            return
        around = tr("« …{words}… »", words=" ".join(str(one["around"]).split()))
        sides = tr("Juste : {should}. Proposé : {said}.", should=side_words(one["should"], self._names),
                   said=side_words(one["said"], self._names))  # fmt: skip
        self.around.setText(f"{around}\n{sides}")

    def _see(self) -> None:
        if self.chosen is not None:
            self.asked.emit(self.chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enters = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER
        if watched is self.tree and enters and self.chosen is not None:
            self._see()
            return True
        return super().eventFilter(watched, event)
