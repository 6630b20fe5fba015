"""The article's spans and suggestions as a list, and below it all that is known of the one in hand."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from depeche.annotate.hand import One
from depeche.core.suggestion import Outcome, Suggestion
from depeche.messages import tr
from depeche.ui import hints
from depeche.ui.panels.mark_rows import NOTED, MarkDelegate, MarkRows
from depeche.ui.session import Session
from depeche.ui.theme import Theme
from depeche.ui.values import Values
from depeche.ui.words import attribute_words, score_words, source_words

Index = QModelIndex | QPersistentModelIndex
_DETAILS = 16
"""Lines of the details below the list."""
_LETTERS = 30
"""Average letters of the panel's width at least."""


_NAMES_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape)


class MarksPanel(QWidget):
    """The list, and the details of the mark in hand with a field for its value. `typed()`: a value was taken over."""

    typed = Signal()

    def __init__(self, session: Session, values: Values, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._values = values
        self._rows = MarkRows(session, self)
        self._delegate = MarkDelegate(self)
        self._delegate.theme = theme
        self.view = QListView(uniformItemSizes=True)
        self.view.setAccessibleName(tr("Passages de l’article"))
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self._rows)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(lambda index: session.set_focus(index.data(Qt.ItemDataRole.UserRole).key))
        self._value = QLineEdit()
        self._value.setAccessibleName(tr("Valeur du passage"))
        self._value.returnPressed.connect(lambda: self._typed())
        self._value.editingFinished.connect(self._left)
        self._value.textEdited.connect(self._show_reading)
        self._reading = _plain()
        self._reading.setAccessibleName(tr("Valeur lue"))
        self._reading.setMinimumHeight(self.fontMetrics().lineSpacing())
        self._valued = ""
        self._known = QStringListModel(self)
        names = QCompleter(self._known, self._value, caseSensitivity=Qt.CaseSensitivity.CaseInsensitive)
        names.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = QListView()
        names.setPopup(offered)
        names.activated[str].connect(self._on_name)  # type: ignore[index]  # how PySide names an overload
        self._value.setCompleter(names)
        for place in (self._value, offered):
            place.installEventFilter(self)
        self._facts = {name: _plain() for name in ("label", "words", "choices", "attributes", "source", "reason")}
        form = self._form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.addRow(tr("Étiquette"), self._facts["label"])
        form.addRow(tr("Passage"), self._facts["words"])
        form.addRow(tr("Valeur"), self._value)
        form.addRow("", self._reading)
        form.addRow(tr("Sinon"), self._facts["choices"])
        form.addRow(tr("Attributs"), self._facts["attributes"])
        form.addRow(tr("Source"), self._facts["source"])
        form.addRow(tr("Raison"), self._facts["reason"])
        self._details = QFrame()
        self._details.setLayout(form)
        # Room for a quote with four speakers; more is scrolled to, so that the list above stays as the hand goes on.
        below = QScrollArea(widgetResizable=True)
        below.setAccessibleName(tr("Détails du passage"))
        below.setFrameShape(QFrame.Shape.NoFrame)
        below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below.setWidget(self._details)
        below.setFixedHeight(self.fontMetrics().lineSpacing() * _DETAILS)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addWidget(below)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        session.article_changed.connect(self._on_article)
        session.changed.connect(lambda _change: self.reload())
        session.focus_changed.connect(self._on_focus)
        self.reload()

    def set_theme(self, theme: Theme) -> None:
        """Draw with the shades of another palette or scheme."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def reload(self) -> None:
        """Show what is on the desk now."""
        for row in self._rows.reload() or ():
            self.view.update(self._rows.index(row))
        self._on_focus()

    def _on_article(self) -> None:
        self.view.scrollToTop()
        self.reload()

    def edit_value(self) -> None:
        """Put the keyboard into the value of the mark in hand."""
        if self._session.focused is None:
            self._session.said.emit(hints.nothing_chosen(), False)
        else:
            self._known.setStringList(self._values.known_names())
            self._value.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._value.selectAll()
            self._show_reading()

    def take_typed(self) -> None:
        """Let what is being typed into the value count, as Return does, and leave it: the hand is about to go on."""
        if self._value.hasFocus():
            self._left()
            self.typed.emit()

    def drop_typed(self) -> None:
        """Forget what is being typed into the value."""
        self._value.setModified(False)
        self._reading.setText("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._value and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if shift and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._typed(literally=True)
                return True
        # While a value is typed the arrows go through the names offered, not to another mark; Escape closes those.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            kept = (Qt.Key.Key_Up, Qt.Key.Key_Down) if watched is self._value else _NAMES_KEYS
            if event.key() in kept:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _on_focus(self) -> None:
        row = self._rows.row_of(self._session.focus)
        if row >= 0:
            self.view.setCurrentIndex(self._rows.index(row))
        else:
            self.view.clearSelection()
        self._show(self._session.focused)

    def _show(self, one: One | None) -> None:
        self._value.setEnabled(one is not None)
        self._value.setPlaceholderText(self._values.lacking())
        facts = dict.fromkeys(self._facts, "")
        # A background job may bring suggestions while a person types: what is half typed stays.
        typing = one is not None and one.key == self._valued and self._value.hasFocus() and self._value.isModified()
        self._valued = one.key if one else ""
        if not typing:
            self._value.setText(self._values.words() if one else "")
            self._value.setCursorPosition(0)  # a long one is read from its beginning
            self._reading.setText("")
        if one is not None:
            kind = self._rows.kind_name(one)
            facts["label"] = self._rows.label_name(one) + (f" · {kind}" if kind else "")
            facts["words"] = _short(" ".join(self._session.desk.text_of(one).split()), 160)
            choices = self._values.choices()
            facts["choices"] = "\n".join(
                f"{rank}  {value}" + (f"  ({why})" if why else "") for rank, (value, why) in enumerate(choices, 1)
            )
            scheme = self._session.project.scheme
            facts["attributes"] = attribute_words(one, scheme.get(one.label)) if one.label in scheme else ""
            facts |= self._origin(one)
            noted = (tr("{sign} {note}", sign=NOTED, note=note.text) for note in self._rows.notes(one))
            facts["reason"] = "\n".join(part for part in (facts["reason"], *noted) if part)
        for name, words in facts.items():
            self._facts[name].setText(words or "—")
        self._form.setRowVisible(self._facts["attributes"], bool(facts["attributes"]))

    def _origin(self, one: One) -> dict[str, str]:
        desk = self._session.desk
        guess = one if isinstance(one, Suggestion) else desk.suggestions.get(one.suggestion or "")
        notes = [str(one.attrs[name]) for name in ("note", "flag") if one.attrs.get(name)]
        if guess is None:
            return {"source": tr("vous"), "reason": " ; ".join(notes)}
        source = f"{source_words(guess.source)} · {score_words(guess.score)}"
        verdict = desk.verdicts.get(guess.key)
        if verdict is not None:
            said = {
                Outcome.ACCEPTED: tr("acceptée"),
                Outcome.CORRECTED: tr("corrigée"),
                Outcome.REJECTED: tr("rejetée"),
            }
            source += f" · {said[verdict.outcome]}"
        said_beside = [note for note in notes if note not in (guess.reason or "")]
        return {"source": source, "reason": " ; ".join(part for part in (guess.reason, *said_beside) if part)}

    def _on_name(self, name: str) -> None:
        self._value.setText(name)
        self._typed()

    def _show_reading(self) -> None:
        """Say under the field what Return would keep, or why it can't be read."""
        read = self._values.read(self._value.text())
        if read.error:
            self._reading.setText(tr("✗ {why}", why=read.error))
        elif read.completed:
            typed = self._value.text().strip()
            self._reading.setText(tr("→ {value}   (Maj+Entrée : {typed})", value=read.words, typed=typed))
        else:
            new = tr("   (nouveau nom : ni dans l’article, ni au registre)") if read.new else ""
            self._reading.setText(tr("→ {value}", value=read.words) + new)

    def _left(self) -> None:
        # The mouse went elsewhere with a value half typed: it counts, as everywhere else nothing has to be saved.
        if self._value.isModified():
            self._value.setModified(False)
            self._values.type_value(self._value.text())

    def _typed(self, *, literally: bool = False) -> None:
        if self._values.type_value(self._value.text(), literally=literally):
            self._value.setModified(False)
            self._reading.setText("")
            self.typed.emit()


def _plain() -> QLabel:
    label = QLabel("—")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _short(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1] + "…"
