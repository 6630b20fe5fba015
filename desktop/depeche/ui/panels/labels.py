"""The bottom of the window: labels with their keys, what is left to do, and whether all is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from depeche.core.article import State
from depeche.core.change import Change, Standing
from depeche.core.scheme import Label
from depeche.core.shown import shown
from depeche.messages import number, tr
from depeche.ui import hints
from depeche.ui.actions import key_words
from depeche.ui.jobs import Job, Jobs
from depeche.ui.line import Line
from depeche.ui.session import Session
from depeche.ui.theme import Theme

_LONGEST = 2_000
"""Code points of a message: a sentence with a path in it is whole in its tip."""


class LabelChip(QAbstractButton):
    """A label and its key. A click labels the selection, as the key does."""

    def __init__(self, label: Label, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key does the same; the keyboard stays in the article
        self.show_key()

    @property
    def _key(self) -> str:
        keys = hints.keys(f"label_{self._label.label}", (self._label.key.upper(),))
        return key_words(keys[0]) if keys else ""

    def show_key(self) -> None:
        """Show the key as it is now; a label without one says nothing of it."""
        name, key = self._label.name, self._key
        self.setAccessibleName(tr("{name}, touche {key}", name=name, key=key) if key else name)
        tip = tr("Étiqueter la sélection (touche {key})", key=key) if key else tr("Étiqueter la sélection")
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self._label.name + self._key)
        return QSize(words + 3 * metrics.height(), metrics.height() * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics, ink = self.fontMetrics(), self.theme.ink(self._label.label)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 2, -1, -2)
        painter.setPen(QPen(ink.strong, 2 if self.isDown() or self.underMouse() else 1))
        painter.setBrush(ink.fill)
        painter.drawRoundedRect(box, box.height() / 5, box.height() / 5)
        painter.setPen(self.theme.text)
        inner = box.adjusted(metrics.height() // 2, 0, -metrics.height() // 2, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._label.name)
        key = self._key
        if not key:
            return
        side = max(metrics.height() + 4, metrics.horizontalAdvance(key) + 8)
        cap = inner.adjusted(inner.width() - side, (inner.height() - metrics.height() - 4) // 2, 0, 0)
        cap.setHeight(metrics.height() + 4)
        painter.setPen(QPen(ink.strong, 1))
        painter.setBrush(self.theme.base)
        painter.drawRoundedRect(cap, 3, 3)
        painter.setPen(self.theme.text)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


class LabelBar(QWidget):
    """Label chips at the left; at the right work under way, how much is left, and the saved state."""

    def __init__(self, session: Session, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chips = self._made(theme)
        self._message = Line()
        self._left, self._saved = _plain(), _plain()
        self._message.setAccessibleName(tr("Message"))
        self._saved.setAccessibleName(tr("État de l’enregistrement"))
        self._work = _Work(jobs, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        for chip in self._chips:
            layout.addWidget(chip)
        layout.addSpacing(12)
        layout.addWidget(self._message, 1)
        layout.addWidget(self._work)
        layout.addWidget(self._left)
        layout.addSpacing(12)
        layout.addWidget(self._saved)
        self._fade = QTimer(self, singleShot=True, interval=8_000)
        self._fade.timeout.connect(lambda: self._message.set_words(""))
        session.article_changed.connect(self._show_counts)
        session.changed.connect(self._on_change)
        session.saved.connect(self._on_saved)
        session.said.connect(self.say)
        self._saved.setText(tr("Lecture seule") if session.project.read_only else tr("Tout est enregistré"))
        self.count()

    def show_keys(self) -> None:
        """Show the labels' keys as they are now."""
        for chip in self._chips:
            chip.show_key()

    def _made(self, theme: Theme) -> list[LabelChip]:
        chips = [LabelChip(label, theme, self) for label in self._session.project.scheme.active]
        for chip, label in zip(chips, self._session.project.scheme.active, strict=True):
            chip.clicked.connect(lambda _=False, name=label.label: self._session.label(name))
        return chips

    def set_labels(self, theme: Theme) -> None:
        """Show the labels that the project has now."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        for chip in self._chips:
            layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = self._made(theme)
        for n, chip in enumerate(self._chips):
            layout.insertWidget(n, chip)

    def set_theme(self, theme: Theme) -> None:
        """Draw the chips with the shades of another palette."""
        for chip in self._chips:
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

    def _on_saved(self, at: datetime) -> None:
        if self._fade.isActive():  # it was about an act before this one
            self._message.set_words("")
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
