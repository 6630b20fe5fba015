"""The article's spans and suggestions as a list, and below it all that is known of the one in hand."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from depeche.annotate.hand import One
from depeche.core.suggestion import Outcome, Suggestion
from depeche.messages import tr
from depeche.ui.session import Session
from depeche.ui.theme import Theme
from depeche.ui.values import Values
from depeche.ui.words import score_words, second_line, source_words, value_words

Index = QModelIndex | QPersistentModelIndex


class MarkRows(QAbstractListModel):
    """What lies on the desk, in reading order."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._marks: list[One] = []

    def reload(self) -> None:
        """Take what is on the desk now."""
        self.beginResetModel()
        self._marks = self._session.marks
        self.endResetModel()

    def row_of(self, key: str | None) -> int:
        """Return the row of the mark with this key, -1 for none."""
        return next((row for row, one in enumerate(self._marks) if one.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._session.desk.text_of(one).split())
        if role == Qt.ItemDataRole.UserRole:
            return one
        if role == Qt.ItemDataRole.AccessibleTextRole:
            what = tr("suggestion") if isinstance(one, Suggestion) else tr("passage accepté")
            return ", ".join(part for part in (self.label_name(one), self.data(index), value_words(one), what) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(" ".join(self._session.desk.text_of(one).split()))
        return None

    def label_name(self, one: One) -> str:
        """Return the shown name of a mark's label."""
        scheme = self._session.project.scheme
        return scheme.get(one.label).name if one.label in scheme else one.label


class MarkDelegate(QStyledItemDelegate):
    """Draws a row: the label's chip (outlined for a suggestion), the words, and value, source and score below."""

    theme: Theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: One = index.data(Qt.ItemDataRole.UserRole)
        model = index.model()
        assert isinstance(model, MarkRows)
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colour = option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        metrics = option.fontMetrics
        pad = metrics.height() // 3
        inner = option.rect.adjusted(pad, pad // 2, -pad, -pad // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._chip(painter, option, one, model.label_name(one), inner, chosen)
        line = QRect(inner.left() + width + pad, inner.top(), inner.width() - width - pad, metrics.height())
        painter.setFont(option.font)
        painter.setPen(colour)
        words = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.86)
        painter.setFont(small)
        if not chosen:
            faint = QColor(colour)
            faint.setAlphaF(0.72)
            painter.setPen(faint)
        below = line.translated(0, metrics.height())
        under = QFontMetrics(small).elidedText(second_line(one), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, under)
        painter.restore()

    def _chip(
        self, painter: QPainter, option: QStyleOptionViewItem, one: One, name: str, inner: QRect, chosen: bool
    ) -> int:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.8)
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance(tr("Citation")), metrics.horizontalAdvance(name)) + metrics.height()
        ink = self.theme.ink(one.label)
        box = QRect(inner.left(), inner.top() + 1, width, metrics.height() + 2)
        painter.setFont(font)
        if isinstance(one, Suggestion):
            painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
            painter.setPen(QPen(ink.strong, 1, Qt.PenStyle.DashLine))
        else:
            painter.setBrush(ink.fill)
            painter.setPen(QPen(ink.strong, 1))
        painter.drawRoundedRect(box, box.height() / 4, box.height() / 4)
        painter.setPen(self.theme.text if not isinstance(one, Suggestion) else ink.strong)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        return width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = option.fontMetrics.height()
        return QSize(height * 12, height * 2 + height // 2)


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
        self._value.returnPressed.connect(self._typed)
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
        self._facts = {name: _plain() for name in ("label", "words", "choices", "source", "reason")}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.addRow(tr("Étiquette"), self._facts["label"])
        form.addRow(tr("Passage"), self._facts["words"])
        form.addRow(tr("Valeur"), self._value)
        form.addRow(tr("Sinon"), self._facts["choices"])
        form.addRow(tr("Source"), self._facts["source"])
        form.addRow(tr("Raison"), self._facts["reason"])
        self._details = QFrame()
        self._details.setLayout(form)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._details)
        session.article_changed.connect(self.reload)
        session.changed.connect(lambda _change: self.reload())
        session.focus_changed.connect(self._on_focus)
        self.reload()

    def set_theme(self, theme: Theme) -> None:
        """Draw with the shades of another palette or scheme."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def reload(self) -> None:
        """Show what is on the desk now."""
        self._rows.reload()
        self._on_focus()

    def edit_value(self) -> None:
        """Put the keyboard into the value of the mark in hand."""
        if self._session.focused is not None:
            self._known.setStringList(self._values.known_names())
            self._value.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._value.selectAll()

    def take_typed(self) -> None:
        """Let what is being typed into the value count, as Return does: the hand is about to go on."""
        if self._value.hasFocus() and self._value.isModified():
            self._typed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
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
        facts = dict.fromkeys(self._facts, "")
        # A background job may bring suggestions while a person types: what is half typed stays.
        typing = one is not None and one.key == self._valued and self._value.hasFocus() and self._value.isModified()
        self._valued = one.key if one else ""
        if not typing:
            self._value.setText(self._values.words() if one else "")
        if one is not None:
            kind = self._kind_name(one)
            facts["label"] = self._rows.label_name(one) + (f" · {kind}" if kind else "")
            facts["words"] = _short(" ".join(self._session.desk.text_of(one).split()), 160)
            choices = self._values.choices()
            facts["choices"] = "\n".join(
                f"{rank}  {value}" + (f"  ({why})" if why else "") for rank, (value, why) in enumerate(choices, 1)
            )
            facts |= self._origin(one)
        for name, words in facts.items():
            self._facts[name].setText(words or "—")

    def _kind_name(self, one: One) -> str:
        scheme = self._session.project.scheme
        return scheme.get(one.label).kind_name(one.kind) if one.label in scheme else one.kind or ""

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
        return {"source": source, "reason": " ; ".join(part for part in (guess.reason, *notes) if part)}

    def _on_name(self, name: str) -> None:
        self._value.setText(name)
        self._typed()

    def _typed(self) -> None:
        if self._values.type_value(self._value.text()):
            self.typed.emit()


def _plain() -> QLabel:
    label = QLabel("—")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _short(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1] + "…"
