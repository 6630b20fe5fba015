"""The bottom of the window: labels with their keys, what is left to do, and whether all is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from depeche.core.article import State
from depeche.core.change import Change, Standing
from depeche.core.shown import shown
from depeche.messages import number, tr
from depeche.ui.jobs import Job, Jobs
from depeche.ui.line import Line
from depeche.ui.panels.chips import Chips, LabelChip
from depeche.ui.session import Session
from depeche.ui.theme import Theme

_LONGEST = 2_000
"""Code points of a message: a sentence with a path in it is whole in its tip."""
_BESIDE = 90
"""Average letters that the chips are wide at most where they stand beside what is said."""


class LabelBar(QWidget):
    """Label chips at the left; at the right work under way, how much is left, and the saved state."""

    def __init__(self, session: Session, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.chips = Chips()
        self._message = Line()
        self._left, self._saved = _plain(), _plain()
        self._message.setAccessibleName(tr("Message"))
        self._saved.setAccessibleName(tr("État de l’enregistrement"))
        self._work = _Work(jobs, self)
        told = QHBoxLayout()
        told.addWidget(self._message, 1)
        told.addWidget(self._work)
        told.addWidget(self._left)
        told.addSpacing(12)
        told.addWidget(self._saved)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(8, 4, 8, 4)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.chips)
        self._layout.addLayout(told, 1)
        self.set_labels(theme)
        self._fade = QTimer(self, singleShot=True, interval=8_000)
        self._fade.timeout.connect(lambda: self._message.set_words(""))
        session.article_changed.connect(self._let_go)
        session.article_changed.connect(self._show_counts)
        session.changed.connect(self._on_change)
        session.saved.connect(self._on_saved)
        session.said.connect(self.say)
        self._saved.setText(tr("Lecture seule") if session.project.read_only else tr("Tout est enregistré"))
        self.count()

    def show_keys(self) -> None:
        """Show the labels' keys as they are now."""
        for chip in self.chips.chips:
            chip.show_key()

    def _made(self, theme: Theme) -> list[LabelChip]:
        chips = [LabelChip(label, theme, self) for label in self._session.project.scheme.active]
        for chip, label in zip(chips, self._session.project.scheme.active, strict=True):
            chip.clicked.connect(lambda _=False, name=label.label: self._session.label(name))
        return chips

    def set_labels(self, theme: Theme) -> None:
        """Show the labels that the project has now; many of them in rows of their own, above what is said."""
        self.chips.put(self._made(theme))
        many = self.chips.sizeHint().width() > self.fontMetrics().averageCharWidth() * _BESIDE
        direction = QBoxLayout.Direction.TopToBottom if many else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(direction)

    def set_theme(self, theme: Theme) -> None:
        """Draw the chips with the shades of another palette."""
        for chip in self.chips.chips:
            chip.theme = theme
            chip.update()

    def say(self, sentence: str, error: bool) -> None:
        """Show a sentence; one about an error stays until the next, the others fade."""
        self._message.set_words(shown(sentence, _LONGEST))
        font = self._message.font()
        font.setBold(error)
        self._message.setFont(font)
        if error:
            self._fade.stop()
        else:
            self._fade.start()

    @property
    def message_words(self) -> str:
        """The sentence that the bar says at present, whole."""
        return self._message.words

    @property
    def saved_words(self) -> str:
        """What the window says about the saved state."""
        return self._saved.text()

    def _let_go(self) -> None:
        """Say no more what was said of an act before, or of another article; what is wrong stays."""
        if self._fade.isActive():
            self._message.set_words("")

    def _on_saved(self, at: datetime) -> None:
        self._let_go()
        self._saved.setText(tr("Enregistré à {time}", time=at.strftime("%H:%M:%S")))

    def count(self) -> None:
        """Count the articles by state anew: some came in. Between, each act changes the counts by what it did."""
        self._counts = self._session.library.counts()
        self._show_counts()

    def _on_change(self, change: Change | None) -> None:
        for part in change.parts if change else ():
            for items, by in ((part.before, -1), (part.after, 1)):
                for item in items:
                    if isinstance(item, Standing):
                        self._counts[item.state] += by
        self._show_counts()

    def _show_counts(self) -> None:
        doubts = len(self._session.desk.pending)
        done = self._counts[State.DONE] + self._counts[State.SKIPPED]
        words = [tr("{done}/%n article|{done}/%n articles", n=self._counts.total(), done=number(done))]
        if self._session.desk.article is not None:
            words.insert(0, self._doubt_words(doubts))
        self._left.setText(" · ".join(words))

    def _doubt_words(self, doubts: int) -> str:
        sheet = self._session.desk.sheet
        if not doubts and sheet is not None and sheet.hidden:
            return tr("%n suggestion, cachée|%n suggestions, cachées", n=sheet.hidden)
        return tr("%n suggestion|%n suggestions", n=doubts) if doubts else tr("aucune suggestion en attente ici")


class _Work(QWidget):
    """A bar for the job under way, with a way to stop it; hidden when there is none."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = _plain()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setMaximumWidth(self.fontMetrics().averageCharWidth() * 18)
        self._bar.setAccessibleName(tr("Avancement"))
        self._stop = QPushButton(tr("Arrêter"))
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        for widget in (self._words, self._bar, self._stop):
            layout.addWidget(widget)
        self._job: Job | None = None
        self._stop.clicked.connect(lambda: self._job.cancel() if self._job else None)
        # Work shorter than this is over before a person has read its name.
        self._soon = QTimer(self, singleShot=True, interval=400)
        self._soon.timeout.connect(self.show)
        jobs.started.connect(self._on_start)
        jobs.idle.connect(self._on_idle)
        self.hide()

    def _on_start(self, job: Job) -> None:
        self._job = job
        self._words.setText(job.title)
        self._bar.setRange(0, 0)
        job.progressed.connect(self._on_progress)
        self._soon.start()

    def _on_progress(self, progress: object) -> None:
        total = getattr(progress, "total", None)
        if total:
            self._bar.setRange(0, total)
            self._bar.setValue(getattr(progress, "done", 0))

    def _on_idle(self) -> None:
        self._soon.stop()
        self._job = None
        self.hide()


def _plain() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
