"""Many marks at one stroke as the window sees it: searched and carried out in the background, told to all panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from depeche.annotate import bulk, everywhere, renaming, wording
from depeche.annotate.desk import Desk
from depeche.annotate.everywhere import Hit, Sought
from depeche.annotate.hand import One
from depeche.core.actor import Actor
from depeche.core.change import Change
from depeche.core.progress import Progress, Report
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.messages import tr
from depeche.suggest.boilerplate import masked
from depeche.ui.jobs import Job, Jobs
from depeche.ui.session import Session


class Bulk(QObject):
    """Acts on the same words everywhere, and on all suggestions of one sort.

    Of a search with a `ticket`: `found(ticket, hits)` as it goes, `progressed(ticket, Progress)`, then
    `searched(ticket, whole)`. `renaming_planned(Renaming)`: what a new name means, to be confirmed. `done(bool)`: an
    act that was asked for is stored, or could not be.
    """

    found = Signal(int, list)
    progressed = Signal(int, object)
    searched = Signal(int, bool)
    renaming_planned = Signal(object)
    done = Signal(bool)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project = session.project
        self._jobs = jobs
        self._reads = Jobs(self)  # of its own, so that a search need not wait for an import that is under way
        self._ticket = 0
        self._search: Job | None = None
        self._act: Job | None = None
        self._unwanted = False

    def stop(self) -> None:
        """Search nothing any more: the window closes."""
        self.blockSignals(True)
        self._reads.stop()

    # --- what is in hand

    def held(self) -> One | None:
        """Return the mark that the hand is on."""
        return self._session.focused

    def sought(self, label: str = "") -> Sought | None:
        """Return the words in hand, with what they are marked as; None, with a sentence said, where there are none.

        Words that are only selected get the `label` given, and say themselves what they stand for.
        """
        session = self._session
        article, one, grip = session.desk.article, session.focused, session.grip
        if article is not None and one is not None:
            return everywhere.sought_of(article.text, one, session.project.scheme)
        if article is not None and grip is not None:
            return Sought(article.text[grip.start : grip.end], label or session.project.scheme.active[0].label)
        session.said.emit(tr("Choisissez d’abord un passage ou des mots : Tab, ← → ou un clic."), False)
        return None

    # --- the same words everywhere

    def search(self, sought: Sought, *, rejecting: bool, here_only: bool) -> int:
        """Look for words instead of those before; returns the ticket of the search."""
        self.stop_search()
        self._ticket += 1
        ticket, article, here = self._ticket, self._session.desk.article, self._here()
        only = article.key if here_only and article is not None else None

        def each(hits: list[Hit]) -> None:
            self.found.emit(ticket, hits)

        def work(report: Report) -> None:
            if rejecting:
                everywhere.suggested(self._project, sought, report, article=only, at_hand=here, each=each)
            else:
                everywhere.places(self._project, sought, report, article=only, at_hand=here, masked=masked, each=each)

        job = self._reads.start("", work, silent=True)
        job.progressed.connect(lambda progress: self._on_progress(ticket, progress))
        job.finished.connect(lambda _: self.searched.emit(ticket, True))
        job.stopped.connect(lambda: self.searched.emit(ticket, False))
        job.failed.connect(lambda error: self._on_failed_search(ticket, error))
        self._search = job
        return ticket

    def stop_search(self) -> None:
        """Stop the search under way; what it has found stays."""
        if self._search is not None:
            self._search.cancel()

    def _on_progress(self, ticket: int, progress: Progress) -> None:
        self.progressed.emit(ticket, progress)

    def _on_failed_search(self, ticket: int, error: Exception) -> None:
        self.searched.emit(ticket, False)
        self._on_failure(error)

    def label(self, sought: Sought, hits: Sequence[Hit]) -> None:
        """Label all these places, as one act."""
        here, valuer = self._here(), self._session.valuer

        def work(report: Report) -> Change | None:
            plan = bulk.label(self._project, sought, hits, report, valuer=valuer, at_hand=here)
            return self._stored(wording.labelled_everywhere, sought, plan, report)

        self._carry_out(tr("Étiqueter partout"), work)

    def reject(self, sought: Sought, hits: Sequence[Hit]) -> None:
        """Reject the suggestions at all these places, as one act."""
        here = self._here()

        def work(report: Report) -> Change | None:
            plan = bulk.reject(self._project, hits, report, at_hand=here)
            return self._stored(wording.rejected_everywhere, sought, plan, report)

        self._carry_out(tr("Rejeter partout"), work)

    def accept_alike(self, sought: Sought, hits: Sequence[Hit]) -> None:
        """Accept the suggestions at all these places as they are, as one act."""
        here = self._here()

        def work(report: Report) -> Change | None:
            plan = bulk.accept(self._project, hits, report, at_hand=here)
            return self._stored(wording.accepted_everywhere, sought, plan, report)

        self._carry_out(tr("Accepter les suggestions"), work, settles=True)

    # --- all suggestions of one sort in the article

    def above(self, score: float) -> list[Suggestion]:
        """Return what waits in the article with at least this score."""
        return bulk.above(self._session.desk, score)

    def of_label(self, label: str) -> list[Suggestion]:
        """Return what waits in the article under this label."""
        return bulk.of_label(self._session.desk, label)

    def accept(self, ones: Sequence[Suggestion], which: str) -> None:
        """Accept these suggestions of the article, as one act; `which` says what they have in common."""
        key = self._here()
        if key is None:
            return

        def work(report: Report) -> Change | None:
            report(Progress(0, 2 * len(ones)))
            desk = Desk(self._project)  # the window's own belongs to the window's thread
            desk.open(key)
            plan = bulk.accept_here(desk, ones)
            report(Progress(len(ones), 2 * len(ones)))
            return bulk.store(self._project, lambda plan: wording.accepted_many(plan.times, which), plan, report)

        title = tr("Accepter %n suggestion|Accepter %n suggestions", n=len(ones))
        self._carry_out(title, work, settles=True)

    # --- actors

    def confirm(self, before: Actor, actor: Actor, otherwise: Callable[[Actor], None]) -> None:
        """Work out what another name for a registered actor means; without one, do what is done `otherwise`."""
        if not before.key or before.name == actor.name:
            otherwise(actor)
            return
        job = self._reads.start("", lambda report: renaming.rename(self._project, actor, report), silent=True)
        job.finished.connect(self.renaming_planned.emit)
        job.failed.connect(self._on_failure)

    def merge(self, kept: Actor, others: Sequence[Actor]) -> None:
        """Work out what it means that several registered actors become the one that is `kept`."""
        job = self._reads.start("", lambda report: renaming.merge(self._project, kept.key, others, report), silent=True)
        job.finished.connect(self.renaming_planned.emit)
        job.failed.connect(self._on_failure)

    def rename(self, planned: renaming.Renaming) -> None:
        """Carry out a renaming."""
        self._carry_out(tr("Acteur renommé"), lambda _report: renaming.carry_out(Desk(self._project), planned))

    # --- how it is done

    def _here(self) -> str | None:
        article = self._session.desk.article
        return article.key if article else None

    def _stored(
        self, verb: Callable[[str, int, int], str], sought: Sought, plan: bulk.Plan, report: Report
    ) -> Change | None:
        return bulk.store(self._project, lambda plan: bulk.title_of(verb, sought.words, plan), plan, report)

    def _carry_out(self, title: str, work: Callable[[Report], Change | None], *, settles: bool = False) -> None:
        job = self._act = self._jobs.start(title, work, act=True)
        self._unwanted = False
        job.finished.connect(lambda change: self._on_done(change, settles))
        job.stopped.connect(self._on_stopped)
        job.failed.connect(self._on_failed_act)

    def take_back(self) -> bool:
        """Take back the act that is being carried out, if any: it is stopped, or undone where it is too late for that.

        Returns whether there is one; who asks to undo while it is under way means it, not the act before it.
        """
        if self._act is None:
            return False
        self._unwanted = True
        self._act.cancel()
        return True

    def _on_stopped(self) -> None:
        title = self._act.title if self._act is not None else ""
        self._act = None
        self._session.said.emit(tr("{title} : arrêté, rien n’a été fait.", title=title), False)
        self.done.emit(False)

    def _on_failed_act(self, error: Exception) -> None:
        self._act = None
        self.done.emit(False)
        self._on_failure(error)

    def _on_done(self, change: Change | None, settled: bool) -> None:
        unwanted, self._act, self._unwanted = self._unwanted, None, False
        if change is None:
            self._session.said.emit(tr("Il n’y avait rien à changer."), False)
        else:
            self.show(change, settled=settled)
            if unwanted and self._session.desk.undoable == change.title:
                self._session.undo()
        self.done.emit(change is not None)

    def show(self, change: Change, *, settled: bool = False) -> None:
        """Tell the panels of an act that another desk did; the hand goes on from the place where it is.

        `settled`: it accepted suggestions. Where none is left the hand is empty then, as after the last one by one.
        """
        session = self._session
        grip = session.grip
        session.desk.catch_up()
        if session.desk.article is None:
            session.announce(change)
        else:  # told once, after the desk was read again
            session.refresh(change, settled=settled)
            session.saved.emit(datetime.now())
        if grip is not None:
            there = (grip.start, grip.end)
            made = next((one for one in session.marks if (one.start, one.end) == there), None)
            if made is not None:
                session.set_focus(made.key)
        session.said.emit(f"{change.title}.", False)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._session.said.emit(str(error), True)
