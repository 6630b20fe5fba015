"""The project's memory at work behind the window: what a person did weighs the suggestions of the next articles.

Silent and in the background, a moment after the last act; what the hand is on isn't taken from under it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from depeche.core.actor import Actor
from depeche.core.change import Change
from depeche.core.progress import Report
from depeche.core.scheme import ValueType
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion, Verdict
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.jobs import Job, Jobs
from depeche.ui.session import Session

PAUSE_MS = 300
"""So long nothing must have been done before memory sets to work: a person who types fast isn't slowed."""

LONGEST_PAUSE_MS = 3_000
"""What takes long (an article of 100,000 characters) waits as long as it took last, but no longer than this: it shares
the interpreter with the window, and a hand that acts every half second would meet it at every key."""

MANY_NAMES = 200
"""From so many names on, every article is looked at: asking the database for each name would take longer."""

_REMEMBERED = (ValueType.NAME, ValueType.TEXT, ValueType.NONE)


@dataclass
class _Renewed:
    """What a job renewed: the articles, how many suggestions are new, what stands on the desk now, how long it took."""

    keys: set[str]
    new: int = 0
    standing: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    seconds: float = 0.0


class Recall(QObject):
    """Renews suggestions after acts on names, when an article is opened, and wherever a registered actor stands."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project = session.project
        self._jobs = jobs
        self._closed = session.project.read_only
        self._under_way = False
        self._again = False
        self._owed: str | None = None  # the mark that the hand has to leave before the desk is read again
        self._labels = {
            label.label for label in self._project.scheme.active if not label.nests and label.value in _REMEMBERED
        }
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        session.changed.connect(self._on_change)
        session.article_changed.connect(self._on_article)
        session.focus_changed.connect(self._on_focus)

    def stop(self) -> None:
        """Set nothing going any more: the window closes."""
        self._closed = True
        self._pause.stop()

    @property
    def waits(self) -> bool:
        """Whether it will set to work as soon as nothing is done for a moment."""
        return self._pause.isActive()

    # --- after an act

    def _on_change(self, change: Change | None) -> None:
        if change is None or self._closed:
            return
        items = [item for part in change.parts for item in (*part.before, *part.after)]
        actors = [item for item in items if isinstance(item, Actor)]
        if actors:
            self._spread(change, actors)
            return
        known = self._session.desk.suggestions
        said = (known[item.suggestion] for item in items if isinstance(item, Verdict) and item.suggestion in known)
        touched = {item.label for item in items if isinstance(item, Span)} | {one.label for one in said}
        if touched & self._labels:
            self._pause.start()

    def _on_article(self) -> None:
        self._owed = None
        if not self._closed:
            self._pause.start()

    def _on_focus(self) -> None:
        if self._owed is not None and self._owed != self._session.focus:
            self._owed = None
            self._session.refresh(lead=False)

    def _begin(self) -> None:
        article = self._session.desk.article
        if article is None or self._closed:
            return
        if self._under_way:
            self._again = True
            return

        def work(report: Report) -> _Renewed:
            began = time.monotonic()
            following = self._session.library.next_waiting(article.number)
            done = self._remembered(report, [one for one in (article.key, following) if one])
            done.seconds = time.monotonic() - began
            return done

        self._under_way = True
        job = self._jobs.start(tr("Mémoire du projet"), work, silent=True)
        job.finished.connect(self._on_recalled)
        job.failed.connect(self._on_end)
        job.failed.connect(self._on_failure)
        job.stopped.connect(self._on_end)

    def _remembered(self, report: Report, keys: list[str]) -> _Renewed:
        from depeche.suggest.suggest import remember

        done = remember(self._project, report, keys=keys)
        return _Renewed(set(done.keys), done.new, self._session.library.standing(keys[0]) if done.keys else {})

    def _on_end(self, _error: Exception | None = None) -> None:
        self._under_way = False
        if self._again and not self._closed:
            self._pause.start()
        self._again = False

    def _on_recalled(self, done: _Renewed) -> None:
        took = max(round(done.seconds * 1_000), self._pause.interval() // 2)  # a short one says nothing of the next
        self._pause.setInterval(min(max(took, PAUSE_MS), LONGEST_PAUSE_MS))
        self._on_end()
        if not self._closed and self._is_here(done):
            self._show(done)

    def _show(self, done: _Renewed) -> None:
        """Read the desk again; what the hand is on and would go stays until the hand does, lest a key hit another."""
        held = self._session.focused
        if isinstance(held, Suggestion) and held.key not in done.standing:
            replaced = (held.start, held.end, held.label) in done.standing.values()
            if not replaced or isinstance(QApplication.focusWidget(), QLineEdit):
                self._owed = held.key
                return
        self._session.refresh(lead=False)

    def _is_here(self, done: _Renewed) -> bool:
        article = self._session.desk.article
        return article is not None and article.key in done.keys

    # --- after an act on the registry

    def _spread(self, change: Change, actors: Iterable[Actor]) -> None:
        """Renew the suggestions of all articles with one of the actors' names, that on the desk first."""
        forms = sorted({form for actor in actors for form in actor.forms})
        desk = self._session.desk
        # A change that was just taken back is what redo would step to; one that goes through the history is neither.
        undone = desk.undoable != change.title and desk.redoable == change.title
        words = tr("Annulé : {title}", title=change.title) if undone else change.title
        first = _Renewed(set())
        if desk.article is not None:
            here = desk.article.key
            job = self._jobs.start(change.title, lambda report: self._remembered(report, [here]), silent=True)
            job.finished.connect(lambda done: self._on_first(first, done))
            job.failed.connect(self._on_failure)

        def work(report: Report) -> _Renewed:
            from depeche.suggest.suggest import remember

            if len(forms) > MANY_NAMES:
                done = remember(self._project, report, keys=self._session.library.all_keys())
            else:
                done = remember(self._project, report, words=forms)
            return _Renewed(set(done.keys), done.new)

        job = self._jobs.start(tr("Suggestions pour les noms du registre"), work)
        job.finished.connect(lambda done: self._on_spread(words, first, done))
        job.failed.connect(self._on_failure)
        job.stopped.connect(lambda: self._on_stopped(job))

    def _on_first(self, first: _Renewed, done: _Renewed) -> None:
        first.keys |= done.keys
        first.new += done.new
        if not self._closed and self._is_here(done):
            self._session.refresh(lead=False)

    def _on_spread(self, words: str, first: _Renewed, done: _Renewed) -> None:
        if self._closed:
            return
        if self._is_here(done):
            self._session.refresh(lead=False)
        new, renewed = first.new + done.new, len(first.keys | done.keys)
        suggestions = tr("%n suggestion nouvelle|%n suggestions nouvelles", n=new) if new else tr("suggestions revues")
        articles = tr("%n article|%n articles", n=renewed)
        said = (
            tr("{act} ; {suggestions} dans {articles}.", act=words, suggestions=suggestions, articles=articles)
            if renewed
            else tr("{act} ; aucun article n’en est changé.", act=words)
        )
        self._session.said.emit(said, False)

    def _on_stopped(self, job: Job) -> None:
        if not self._closed:
            self._session.refresh(lead=False)
            self._session.said.emit(tr("{title} : arrêté, ce qui était fait reste.", title=job.title), False)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if not self._closed:
            self._session.said.emit(str(error), True)
