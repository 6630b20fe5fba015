"""What is rarely chosen of an export: annotators, labels, dates, one story, agreement, with or without suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from depeche.core.scheme import Scheme
from depeche.core.shown import shown
from depeche.errors import UserError
from depeche.export.choice import Choice
from depeche.messages import tr
from depeche.ui.dialogs.mnemonics import letters, with_mnemonics
from depeche.ui.dialogs.ticks import TickDelegate

if TYPE_CHECKING:
    from depeche.annotate.stories import Story

_NAME = Qt.ItemDataRole.UserRole
_AT_LEAST, _SHARED = "at least", "shared"


class FineChoice(QScrollArea):
    """`changed()`: something else is chosen.

    `taken` are letters that, with Alt, lead elsewhere in the dialog; `letters` are those and the ones used here.
    """

    changed = Signal()

    def __init__(self, scheme: Scheme, annotators: Sequence[str], taken: str) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.labels = TickList(tr("Étiquettes"), [(one.label, one.name) for one in scheme.active])
        self.annotators = TickList(tr("Annotateurs"), [(name, name) for name in annotators])
        self.since, self.until = QLineEdit(), QLineEdit()
        self.since.setPlaceholderText(tr("2025, 2025-07 ou 2025-07-13"))
        self.until.setPlaceholderText(tr("2025, 2025-07 ou 2025-07-13"))
        self.undated = QCheckBox(tr("avec ceux de date inconnue"))
        self.undated.setToolTip(tr("Sans dates : eux seuls."))
        self.story, self.agreement, self.help = QComboBox(), QComboBox(), QComboBox()
        self.story.addItem(tr("tous les récits"), None)
        self.story.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.story.setMinimumContentsLength(18)
        self.agreement.addItem(tr("sans condition"), "")
        self.agreement.addItem(tr("au moins"), _AT_LEAST)
        self.agreement.addItem(tr("leurs passages communs"), _SHARED)
        self.least = QDoubleSpinBox(minimum=0, maximum=1, singleStep=0.05, decimals=2, value=0.8)
        self.least.setAccessibleName(tr("Accord d’au moins"))
        self.least.setToolTip(tr("F1 exact des deux annotateurs qui s’accordent le moins, de 0 à 1"))
        self.least.setEnabled(False)
        self.help.addItem(tr("avec ou sans suggestions"), None)
        self.help.addItem(tr("annotés avec suggestions"), True)
        self.help.addItem(tr("témoins, annotés sans"), False)
        self._lay_out(taken, len(annotators) > 1)
        for edit in (self.since, self.until):
            edit.textChanged.connect(lambda _: self.changed.emit())
        for box in (self.story, self.agreement, self.help):
            box.currentIndexChanged.connect(lambda _: self._on_box())
        self.undated.toggled.connect(lambda _: self.changed.emit())
        self.least.valueChanged.connect(lambda _: self.changed.emit())
        for ticks in (self.labels, self.annotators):
            ticks.itemChanged.connect(lambda _: self.changed.emit())

    def _lay_out(self, taken: str, has_others: bool) -> None:
        agreed = QHBoxLayout()
        agreed.addWidget(self.agreement, 1)
        agreed.addWidget(self.least)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        heads = with_mnemonics(
            (tr("Publiés depuis"), tr("Jusqu’à"), tr("Récit"), tr("Accord entre annotateurs"), tr("Articles témoins"),
             tr("Étiquettes"), tr("Annotateurs")),
            taken,
        )  # fmt: skip
        self.letters = taken + letters(heads)
        since, until, story, agreement, help_, labels, annotators = heads
        for row, (words, field, line) in enumerate((
            (since, self.since, None),
            (until, self.until, None),
            ("", self.undated, None),
            (story, self.story, None),
            (agreement, self.agreement, agreed),
            (help_, self.help, None),
        )):  # fmt: skip
            if words:
                label = QLabel(words)
                label.setBuddy(field)
                field.setAccessibleName(words.replace("&", ""))
                grid.addWidget(label, row, 0)
            if line is None:
                grid.addWidget(field, row, 1)
            else:
                grid.addLayout(line, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 0, 0)
        for words, ticks in ((labels, self.labels), (annotators, self.annotators)):
            if ticks is self.annotators and not has_others:
                ticks.hide()
                continue
            label = QLabel(words)
            label.setBuddy(ticks)
            column = QVBoxLayout()
            column.addWidget(label)
            column.addWidget(ticks, 1)
            columns.addLayout(column, 1)
        columns.addLayout(grid, 2)
        self.setWidget(inside)
        height = self.fontMetrics().height()
        self.setMinimumHeight(5 * height)
        self.setMaximumHeight(grid.sizeHint().height() + height)

    def begin(self) -> None:
        """Put the hand on the first thing to choose."""
        self.labels.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_stories(self, found: Sequence[Story]) -> None:
        """Offer these stories."""
        with QSignalBlocker(self.story):
            for one in found:
                articles = tr("%n article|%n articles", n=len(one.articles))
                self.story.addItem(f"{shown(one.title, 60)} ({articles})", one)
        if not found:
            self.story.setToolTip(tr("Aucun récit n’est raconté par deux articles."))

    def narrowed(self, choice: Choice) -> Choice:
        """Return a choice with what is said here; raises UserError where nothing could be left of it."""
        for ticks, words in (
            (self.labels, tr("Cochez une étiquette au moins.")),
            (self.annotators, tr("Cochez un annotateur au moins.")),
        ):
            if ticks.count() and not ticks.ticked:
                raise UserError(words)
        story: Story | None = self.story.currentData()
        wanted = self.agreement.currentData()
        return replace(
            choice,
            labels=() if self.labels.has_all else self.labels.ticked,
            annotators=() if self.annotators.has_all else self.annotators.ticked,
            since=self.since.text().strip(),
            until=self.until.text().strip(),
            undated=self.undated.isChecked(),
            story=str(story.articles[0].number) if story else "",
            articles=frozenset(one.key for one in story.articles) if story else None,
            agreed=round(self.least.value(), 2) if wanted == _AT_LEAST else None,
            shared=wanted == _SHARED,
            assisted=self.help.currentData(),
        )

    def _on_box(self) -> None:
        self.least.setEnabled(self.agreement.currentData() == _AT_LEAST)
        self.changed.emit()


class TickList(QListWidget):
    """Names to be ticked, all of them at first."""

    def __init__(self, name: str, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(TickDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for key, words in rows:
            item = QListWidgetItem(shown(words, 60))
            item.setData(_NAME, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )  # fmt: skip
            item.setCheckState(Qt.CheckState.Checked)
            self.addItem(item)
        self.setCurrentRow(0)
        self.setMinimumHeight(4 * self.fontMetrics().height())

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the rows that are ticked."""
        rows = map(self.item, range(self.count()))
        return tuple(str(one.data(_NAME)) for one in rows if one.checkState() is Qt.CheckState.Checked)

    @property
    def has_all(self) -> bool:
        """Whether every row is ticked."""
        return len(self.ticked) == self.count()
