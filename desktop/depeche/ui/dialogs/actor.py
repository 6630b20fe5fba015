"""Confirm an actor for all articles: its name, kind, state, and the other names it goes by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from depeche.core.actor import Actor
from depeche.core.scheme import Label
from depeche.messages import tr
from depeche.ui.dialogs.buttons import Buttons
from depeche.ui.dialogs.ticks import TickDelegate

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TICKED = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable


class ActorDialog(QDialog):
    """`decided(Actor)`: the actor as it is to be registered. Return confirms, wherever the keyboard is."""

    decided = Signal(object)

    def __init__(self, parent: QWidget, actor: Actor, label: Label) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Corriger un acteur") if actor.key else tr("Confirmer un acteur"))
        self._actor = actor
        self.name = QLineEdit(actor.name)
        self.name.selectAll()
        self.kind = QComboBox()
        self.kind.addItem("—", None)
        for kind in label.kinds:
            self.kind.addItem(kind.name, kind.kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(actor.kind)))
        self.state = QLineEdit(actor.state or "")
        self.state.setPlaceholderText(tr("celui qu’il est, ou dont il dépend"))
        self.aliases = QListWidget()
        self.aliases.setItemDelegate(TickDelegate(self.aliases))
        self.aliases.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self._list(actor.aliases)
        self.more = QLineEdit()
        self.more.setPlaceholderText(tr("un autre nom, puis Entrée"))
        self.more.installEventFilter(self)
        self._says = QLabel()
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        form = QFormLayout()
        for words, widget in (
            (tr("Nom"), self.name),
            (tr("Genre"), self.kind),
            (tr("État"), self.state),
            (tr("Autres noms"), self.aliases),
            (tr("Ajouter"), self.more),
        ):
            widget.setAccessibleName(words)
            form.addRow(words, widget)
        buttons = Buttons(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("Confirmer"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuler"))
        buttons.accepted.connect(self._confirm)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._says)
        layout.addWidget(buttons)
        self.name.textChanged.connect(self._on_name)
        self.aliases.itemChanged.connect(lambda _: self._tell())
        self._tell()
        width = self.fontMetrics().averageCharWidth() * 72
        self.resize(width, max(self.sizeHint().height(), layout.totalHeightForWidth(width)))

    @property
    def actor(self) -> Actor:
        """The actor as the fields have it; a name half typed among the others counts."""
        items = [self.aliases.item(row) for row in range(self.aliases.count())]
        ticked = [item.text().strip() for item in items if item.checkState() is Qt.CheckState.Checked]
        names = (*ticked, self.more.text().strip())
        return replace(
            self._actor,
            name=self.name.text().strip(),
            kind=self.kind.currentData(),
            state=self.state.text().strip() or None,
            aliases=tuple(dict.fromkeys(name for name in names if name)),
        )

    def _list(self, names: Iterable[str]) -> None:
        for name in names:
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | _TICKED)
            item.setCheckState(Qt.CheckState.Checked)
            self.aliases.addItem(item)

    def _on_name(self, name: str) -> None:
        """Keep the name it had among the others while another is typed: the articles go on saying it."""
        had = self.aliases.findItems(self._actor.name, Qt.MatchFlag.MatchExactly)
        if name.strip() != self._actor.name and not had:
            self._list([self._actor.name])
        elif name.strip() == self._actor.name:
            for item in had:
                self.aliases.takeItem(self.aliases.row(item))
        self._tell()

    def _tell(self) -> None:
        actor = self.actor
        self._ok.setEnabled(bool(actor.name))
        names = len(actor.forms)
        self._says.setText(
            tr("Dans tous les articles, %n nom sera proposé avec cette valeur. Ce qui est déjà accepté ne change pas ; "
               "Ctrl+Z reprend tout.|"
               "Dans tous les articles, %n noms seront proposés avec cette valeur. Ce qui est déjà accepté ne change "
               "pas ; Ctrl+Z reprend tout.", n=names)
            if actor.name and not (actor.key and actor.name != self._actor.name)
            else tr("Les passages qui avaient l’ancien nom pour valeur suivront ; leur nombre est montré d’abord.")
            if actor.name
            else tr("Un acteur doit avoir un nom.")
        )  # fmt: skip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In the field for one more name Return adds it; once it is empty, Return confirms as everywhere else.
        if watched is self.more and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            name = self.more.text().strip()
            if event.key() in _ENTER and name:
                self.more.clear()
                self._list([name])
                self._tell()
                return True
        return super().eventFilter(watched, event)

    def _confirm(self) -> None:
        if self.actor.name:
            self.decided.emit(self.actor)
            self.accept()
