"""The tutorial in the window: a project of its own, steps that wait for the real act, a score at the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget

from depeche import paths
from depeche.core.article import State
from depeche.core.change import Change
from depeche.core.span import Span
from depeche.messages import tr
from depeche.ui import hints

if TYPE_CHECKING:  # no other project's window needs the lesson
    from depeche.annotate.lesson import Lesson
    from depeche.ui.dialogs.score import ScoreDialog
    from depeche.ui.lesson_steps import Step
    from depeche.ui.panels.lesson import LessonPanel
    from depeche.ui.window import Window

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


def folder() -> Path:
    """Return where the tutorial's project is, which is made anew each time."""
    return paths.data() / "tutoriel"


def shipped() -> Lesson:
    """Return the lesson that Dépêche comes with."""
    from depeche.annotate import lesson

    return lesson.read(paths.resource("tutorial", "lesson.json").read_text(encoding="utf-8"))


def make() -> Path:
    """Make the tutorial's project anew and return its folder. Raises ProjectError where it is open elsewhere."""
    from depeche.annotate import lesson

    return lesson.make(folder(), shipped(), paths.default_scheme(), paths.account_name())


class Tutor(QObject):
    """Leads through the lesson in the window of its project; in another one, it only goes there."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.panel: LessonPanel | None = None
        self.keys = 0
        self.at = 0
        self._skipped: set[int] = set()
        self._every: list[Step] = []
        self._blamed: frozenset[tuple[int, int, str]] = frozenset()
        self._due = QTimer(self, singleShot=True, interval=0)  # when the article has been left as done
        self._due.timeout.connect(self.show_score)
        self._score: ScoreDialog | None = None
        if window.project.folder.absolute() == folder().absolute():
            from depeche.ui.lesson_steps import Steps

            self._lesson = shipped()
            self._steps = Steps(self._lesson, window.session.desk)
            window.work.recall.stop()  # what is suggested stays what the steps speak of
            window.session.article_changed.connect(self._begin)

    def open(self) -> None:
        """Leave for the tutorial, which begins anew."""
        window = self._window
        if window.close():
            window.left.emit(folder())

    def stop(self) -> None:
        """Count no keys any more: the window closes."""
        application = QCoreApplication.instance()
        if self.panel is not None and application is not None:
            application.removeEventFilter(self)

    def _begin(self) -> None:
        if self.panel is not None or self._window.session.desk.article is None:
            return
        from depeche.ui.panels.lesson import LessonPanel

        window = self._window
        self.panel = panel = LessonPanel()
        panel.show_asked.connect(self._show_place)
        panel.skip_asked.connect(self._skip)
        panel.again_asked.connect(self.open)
        panel.score_asked.connect(self.show_score)
        panel.leave_asked.connect(window.close_project)
        dock = QDockWidget(tr("Didacticiel"), window)
        dock.setObjectName("tutorial")
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        dock.setWidget(panel)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        window.resizeDocks([dock], [panel.fontMetrics().averageCharWidth() * 44], Qt.Orientation.Horizontal)
        self._every = self._steps.every()
        window.session.changed.connect(self._on_change)
        window.actions_by_name["done"].triggered.connect(self._on_finish)
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)
        self._go_on()  # left half way and opened again, it goes on where it was
        self._show()
        window.article_panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what happens

    def _on_change(self, change: Change | None) -> None:
        before = self.at
        self._go_on()
        self._show()
        self._answer(change, went_on=self.at != before)
        if self.at != before and self.at >= len(self._every):
            self._due.start()

    def _on_finish(self) -> None:
        if self.at >= len(self._every):
            self._due.start()

    def _answer(self, change: Change | None, *, went_on: bool) -> None:
        """Say of an act that isn't what the step asks for what it did, and how to undo it; say nothing of others."""
        desk, wrong, undo = self._window.session.desk, self._steps.mistakes(), hints.key("undo")
        new, kept = wrong - self._blamed, wrong & self._blamed
        self._blamed = wrong
        if self.panel is None or change is None:
            return
        if desk.redoable is not None and not new:
            self.panel.answer("")  # it was undone
        elif desk.state is State.DONE and self.at < len(self._every):
            left = tr("%n étape attend encore|%n étapes attendent encore", n=len(self._every) - self.at)
            self.panel.answer(tr("C’est un peu tôt : l’article est terminé, mais {left}. {undo} le rouvre.",
                                 left=left, undo=undo))  # fmt: skip
        elif new:
            self.panel.answer(tr("{title} : le guide veut autre chose. {undo} l’annule.",
                                 title=change.title, undo=undo))  # fmt: skip
        elif not went_on and not kept and self._is_elsewhere(change):
            self.panel.answer(tr("{title} : c’est juste, mais l’étape attend autre chose. {undo} l’annule.",
                                 title=change.title, undo=undo))  # fmt: skip
        elif not kept:
            self.panel.answer("")

    def _is_elsewhere(self, change: Change) -> bool:
        """Tell whether an act left the place alone that the step is about."""
        place = self._every[self.at].place if self.at < len(self._every) else None
        spans = [one for part in change.parts for one in part.after if isinstance(one, Span)]
        return place is not None and not any(one.start < place[1] and place[0] < one.end for one in spans)

    def _go_on(self) -> None:
        while self.at < len(self._every) and self._every[self.at].done():
            self.at += 1

    def _skip(self) -> None:
        if self.at < len(self._every):
            self._skipped.add(self.at)
            self.at += 1
            self._go_on()
            self._show()
            if self.panel is not None:
                self.panel.answer("")
            self._window.article_panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if self.panel is not None:
            self.panel.put(self._every, self.at, self._skipped, self.keys)

    def _show_place(self) -> None:
        place = self._every[self.at].place if self.at < len(self._every) else None
        if place is not None:
            self._put_hand_on(*place)

    def _put_hand_on(self, start: int, end: int) -> None:
        session = self._window.session
        touched = [one for one in session.marks if one.start < end and start < one.end]
        exact = [one for one in touched if (one.start, one.end) == (start, end)]
        if touched:
            session.set_focus((exact or touched)[0].key)
        else:
            session.select(start, end)
        self._window.activateWindow()
        self._window.article_panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the score

    def show_score(self) -> None:
        """Compare what is on the desk with the gold, and show it beside the article."""
        from depeche.annotate import lesson
        from depeche.ui.dialogs.score import ScoreDialog

        window = self._window
        if window.work.closed or window.session.desk.article is None:
            return
        if self._score is not None:
            self._score.close()
        result = lesson.judge(self._lesson.gold, window.session.desk.spans)
        text = self._lesson.article.text
        self._score = ScoreDialog(window, result, text, window.project.scheme, self.keys)
        self._score.asked.connect(self._go_to)
        self._score.again_asked.connect(self.open)
        self._score.show()

    def _go_to(self, span: Span) -> None:
        self._put_hand_on(span.start, span.end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every key asks first whether it is a shortcut: once, of whoever has the keyboard, then of those around it.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and watched is QApplication.focusWidget()
            and not event.isAutoRepeat()
            and event.key() not in _MODIFIERS
            and self.at < len(self._every)
        ):
            self.keys += 1
            if self.panel is not None:
                self.panel.count(self.keys)
        return False
