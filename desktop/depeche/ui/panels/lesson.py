"""The tutorial beside the article: the step that is due, those behind and ahead of it, and the keys pressed so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from depeche.messages import number, tr
from depeche.ui.lesson_steps import Step


class LessonPanel(QWidget):
    """`show_asked()`: put the hand on the step's place. `skip_asked()`: pass it. `again_asked()`: begin anew.

    `score_asked()`: show the result. `leave_asked()`: go back to one's projects.
    """

    show_asked = Signal()
    skip_asked = Signal()
    again_asked = Signal()
    score_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.words, self.answered, self.keys = _plain(), _plain(), _plain(), _plain()
        font = self.title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.title.setFont(font)
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.answered.setFrameShape(QFrame.Shape.StyledPanel)
        self.answered.setMargin(6)
        self.answered.setAccessibleName(tr("Réponse à l’acte"))
        self.answered.hide()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Étapes faites"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Étapes"))
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.place, self.skip = QPushButton(tr("Montrer l’endroit")), QPushButton(tr("Passer l’étape"))
        self.result = QPushButton(tr("Résultat…"))
        self.again, leave = QPushButton(tr("Recommencer")), QPushButton(tr("Quitter"))
        self.place.clicked.connect(self.show_asked)
        self.skip.clicked.connect(self.skip_asked)
        self.result.clicked.connect(self.score_asked)
        self.again.clicked.connect(self.again_asked)
        leave.clicked.connect(self.leave_asked)
        first, second = QHBoxLayout(), QHBoxLayout()
        for button in (self.place, self.skip, self.result):
            first.addWidget(button)
        for button in (self.again, leave):
            second.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        for widget in (self.title, self.words, self.answered):
            layout.addWidget(widget)
        layout.addLayout(first)
        layout.addWidget(self.progress)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.keys)
        layout.addLayout(second)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 38)

    def put(self, steps: Sequence[Step], at: int, skipped: set[int], keys: int) -> None:
        """Show which step is due (the number of steps when all are done), and how many keys were pressed."""
        over = at >= len(steps)
        if over:
            self.title.setText(tr("C’est fait."))
            self.words.setText(
                tr("Le résultat compare vos passages avec ceux du guide. On peut recommencer à volonté.")
            )
        else:
            rank = tr("{rank} sur {total}", rank=at + 1, total=len(steps))
            self.title.setText(f"{rank} · {steps[at].title}")
            self.words.setText(steps[at].words)
        self.progress.setRange(0, len(steps))
        done = at - len(skipped)
        self.progress.setValue(done)
        self.progress.setFormat(tr("%n étape faite sur {total}|%n étapes faites sur {total}", n=done, total=len(steps)))
        self.place.setVisible(not over)
        self.place.setEnabled(not over and steps[at].place is not None)
        self.skip.setVisible(not over)
        self.result.setVisible(over)
        self.list.clear()
        for n, step in enumerate(steps):
            sign = "→" if n == at else "·" if n > at else "–" if n in skipped else "✓"
            item = QListWidgetItem(f"{sign}  {step.title}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{step.title}, {_said(n, at, skipped)}")
            font = item.font()
            font.setBold(n == at)
            item.setFont(font)
            self.list.addItem(item)
        self.list.setCurrentRow(min(at, len(steps) - 1))
        self.count(keys)

    def answer(self, words: str) -> None:
        """Show what there is to say of the last act, also to a screen reader; nothing takes it away."""
        if words and words != self.answered.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.answered.setText(words)
        self.answered.setVisible(bool(words))

    def count(self, keys: int) -> None:
        """Show how many keys were pressed."""
        self.keys.setText(tr("Touches : {count}", count=number(keys)))


def _said(n: int, at: int, skipped: set[int]) -> str:
    if n in skipped:
        return tr("passée")
    return tr("faite") if n < at else tr("en cours") if n == at else tr("à faire")


def _plain() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
