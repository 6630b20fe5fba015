"""What goes out: articles by state, under which names; the rest folds away behind « Choisir plus finement… »."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from depeche.core.article import State
from depeche.core.scheme import Scheme
from depeche.errors import UserError
from depeche.export.choice import Choice, check
from depeche.export.form import Form
from depeche.export.pseudonyms import Whom
from depeche.messages import tr
from depeche.ui.dialogs.export_fine import FineChoice
from depeche.ui.dialogs.mnemonics import letters, with_mnemonics


class ChoiceBox(QWidget):
    """`changed()`: something else is chosen. `opened()`: the folded part is, for the first time.

    `letters` are those that, with Alt, lead to something here.
    """

    changed = Signal()
    opened = Signal()

    def __init__(self, scheme: Scheme, annotators: Sequence[str], form: Form) -> None:
        super().__init__()
        self._scheme, self._annotators = scheme, annotators
        self._form = form
        self._by_hand = False
        self.states = {state: QCheckBox(words) for state, words in _states()}
        self.names = QComboBox()
        self.names.addItem(tr("les vrais noms"), None)
        self.names.addItem(tr("d’autres noms pour les personnes"), Whom.PERSONS)
        self.names.addItem(tr("d’autres noms pour tous les acteurs"), Whom.ALL)
        self.names.setAccessibleName(tr("Noms"))
        more, names = with_mnemonics((tr("Choisir plus finement…"), tr("Noms")))
        self.more = QPushButton(more)
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        self.fine = FineChoice(scheme, annotators, letters((more, names)))
        self.letters = self.fine.letters
        self.fine.hide()
        states, line = QHBoxLayout(), QHBoxLayout()
        for state, box in self.states.items():
            box.setAccessibleName(tr("Articles : {state}", state=box.text()))
            box.toggled.connect(lambda _, one=state: self._on_state())
            states.addWidget(box)
        states.addStretch()
        line.addWidget(self.names)
        line.addStretch()
        line.addWidget(self.more)
        label = QLabel(names)
        label.setBuddy(self.names)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(QLabel(tr("Articles")), 0, 0)
        grid.addLayout(states, 0, 1)
        grid.addWidget(label, 1, 0)
        grid.addLayout(line, 1, 1)
        grid.addWidget(self.fine, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self._is_new = True
        self.names.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.more.toggled.connect(self._on_more)
        self.fine.changed.connect(self.changed)
        self.set_form(form)

    @property
    def pseudonyms(self) -> Whom | None:
        """Who gets another name."""
        whom = self.names.currentData()
        return Whom(whom) if whom else None

    def choice(self) -> Choice:
        """Return what is chosen. Raises UserError where that can't be."""
        ticked = tuple(state for state, box in self.states.items() if box.isChecked())
        if not ticked:
            raise UserError(tr("Cochez un état d’article au moins."))
        found = self.fine.narrowed(Choice(states=None if set(ticked) == set(_usual(self._form)) else ticked))
        check(found, self._scheme, self._annotators)
        return found

    def set_form(self, form: Form) -> None:
        """Tick the states that a form takes by itself, unless somebody ticked others."""
        self._form = form
        if self._by_hand:
            return
        for state, box in self.states.items():
            with QSignalBlocker(box):
                box.setChecked(state in _usual(form))

    def _on_state(self) -> None:
        self._by_hand = True
        self.changed.emit()

    def _on_more(self, shown: bool) -> None:
        self.fine.setVisible(shown)
        if shown:
            self.fine.begin()
        if shown and self._is_new:
            self._is_new = False
            self.opened.emit()


def _usual(form: Form) -> tuple[State, ...]:
    return (State.DONE,) if form.gold else tuple(State)


def _states() -> list[tuple[State, str]]:
    return [
        (State.DONE, tr("terminés")),
        (State.STARTED, tr("commencés")),
        (State.FLAGGED, tr("signalés")),
        (State.SKIPPED, tr("passés")),
        (State.TODO, tr("à faire")),
    ]
