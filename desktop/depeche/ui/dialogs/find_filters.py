"""The field to search and what narrows a search: where, value, who proposed, paper, state, dates, annotator."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from depeche.annotate.concordance import Asked
from depeche.core.article import State
from depeche.core.dates import is_publication_date
from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.messages import tr
from depeche.ui.panels.articles import SIGNS, state_name
from depeche.ui.words import source_words

_OFFERED = 500
"""Sources of articles that can be chosen: beyond, a list is no help."""
_LETTERS = 12
_SOURCES = ("actors", "dates", "figures", "quotes", "memory", "names", "elsewhere")


class FindFilters(QWidget):
    """`changed()`: another search is asked for."""

    changed = Signal()

    def __init__(self, scheme: Scheme, annotators: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(clearButtonEnabled=True)
        self.words.setPlaceholderText(tr("Mots, « mots qui se suivent », début*"))
        self.words.setAccessibleName(tr("Mots à chercher"))
        self.where = QComboBox()
        self.where.setAccessibleName(tr("Où chercher"))
        self.where.addItem(tr("Dans les textes"), ())
        for label in scheme.labels:
            self.where.addItem(tr("Passages : {name}", name=label.name), (label.label,))
        self.where.addItem(tr("Tous les passages"), tuple(label.label for label in scheme.labels))
        self.value = QLineEdit(clearButtonEnabled=True)
        self.value.setPlaceholderText(tr("Valeur : > 10 000 soldats, un acteur"))
        self.value.setAccessibleName(tr("Valeur des passages"))
        self.source = QComboBox()
        self.source.setAccessibleName(tr("Qui propose les passages"))
        self.source.addItem(tr("Proposés par tous"), "")
        for source in _SOURCES:
            self.source.addItem(source_words(source), source)
        self.paper = QComboBox()
        self.paper.setAccessibleName(tr("Source des articles"))
        self.paper.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.paper.setMinimumContentsLength(_LETTERS)
        self.set_papers([])
        self.states = QComboBox()
        self.states.setAccessibleName(tr("État des articles"))
        self.states.addItem(tr("Tous les états"), ())
        for state in State:
            self.states.addItem(f"{SIGNS[state]}  {state_name(state).capitalize()}", (state,))
        self.since, self.until = self._date(tr("Depuis 2025-07")), self._date(tr("Jusqu’au 2025-07-13"))
        self.since.setAccessibleName(tr("Publiés depuis"))
        self.until.setAccessibleName(tr("Publiés jusqu’à"))
        self.annotator = QComboBox()
        self.annotator.setAccessibleName(tr("Annotateur"))
        self.annotator.addItem(tr("Mes passages"), "")
        for name in annotators:
            self.annotator.addItem(name, name)
        self.annotator.setVisible(len(annotators) > 1)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.words, 3)
        first.addWidget(self.where, 1)
        second.addWidget(self.value, 3)
        for widget in (self.source, self.paper, self.states, self.since, self.until, self.annotator):
            second.addWidget(widget, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(first)
        layout.addLayout(second)
        for edit in (self.words, self.value, self.since, self.until):
            edit.textChanged.connect(lambda _: self.changed.emit())
        for box in (self.where, self.source, self.paper, self.states, self.annotator):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())

    def set_papers(self, names: Sequence[str]) -> None:
        """Offer these sources of articles; the one that is chosen stays so while there is one of that name."""
        chosen = self.paper.currentData() or ""
        with QSignalBlocker(self.paper):
            self.paper.clear()
            self.paper.addItem(tr("Toute source"), "")
            for name in names[:_OFFERED]:
                self.paper.addItem(shown(name, 60), name)
            self.paper.setCurrentIndex(max(self.paper.findData(chosen), 0))
        self.paper.setVisible(len(names) > 1)
        if (self.paper.currentData() or "") != chosen:
            self.changed.emit()

    def _date(self, hint: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setPlaceholderText(hint)
        return edit

    @property
    def edits(self) -> tuple[QLineEdit, ...]:
        """The fields in which a person types."""
        return self.words, self.value, self.since, self.until

    @property
    def asked(self) -> Asked:
        """What is asked for. A date that is still being typed doesn't count yet."""
        return Asked(
            words=self.words.text(),
            labels=self.where.currentData(),
            states=self.states.currentData(),
            source=self.source.currentData(),
            since=_typed(self.since),
            until=_typed(self.until),
            value=self.value.text(),
            annotator=self.annotator.currentData(),
            paper=self.paper.currentData(),
            unfinished=True,
        )


def _typed(edit: QLineEdit) -> str:
    date = edit.text().strip()
    begun = len(date) < 10 and not date.strip("0123456789-")
    return "" if begun and not is_publication_date(date) else date
