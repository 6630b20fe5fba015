"""The consistency radar as the window sees it: looked through in the background, and again after each act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from depeche.annotate.desk import Desk
from depeche.core.change import Change
from depeche.core.progress import Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.ui.jobs import Job, Jobs
from depeche.ui.session import Session

if TYPE_CHECKING:  # the checks and what they know of words come with the first look, not with the window
    from depeche.annotate.radar.finding import Finding
    from depeche.annotate.radar.mending import Repair
    from depeche.annotate.radar.radar import Radar

PAUSE_MS = 250
"""So long nothing must have been done before the radar looks again: a person who works fast isn't slowed."""


class Watch(QObject):
    """Looks as long as somebody watches.

    `found(list)`: the findings as they are now. `progressed(Progress)`: how far a look at everything is. `stopped()`:
    it was stopped. `planned(Repair)`: what mending would do, to be confirmed. `done(bool)`: an act is stored, or isn't.
    `fell_behind()`: something is done, or being done, that it hasn't looked at.
    """

    found = Signal(list)
    progressed = Signal(object)
    stopped = Signal()
    planned = Signal(object)
    done = Signal(bool)
    fell_behind = Signal()

    def __init__(
        self, session: Session, jobs: Jobs, show: Callable[[Change], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._project = session.project
        self._jobs = jobs
        self._show = show
        self._reads = Jobs(self)  # of its own, so that a look need not wait for an import that is under way
        self._radar: Radar | None = None
        self._look: Job | None = None
        self._whole = False
        self._watched = False
        self._owed: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._renew)
        self._renewing = 0
        session.changed.connect(self._on_change)
        jobs.acting.connect(lambda _acting: self.fell_behind.emit())

    @property
    def busy(self) -> bool:
        """Whether it looks, or will as soon as nothing is done for a moment."""
        return self._pause.isActive() or self._reads.busy

    @property
    def behind(self) -> bool:
        """Whether something was done, or is being done, that what it found doesn't tell yet."""
        return not self._whole or bool(self._owed) or self._renewing > 0 or self._jobs.is_acting

    def stop(self) -> None:
        """Look no more: the window closes."""
        self._watched = False
        self._pause.stop()
        self.blockSignals(True)
        self._reads.stop()

    def begin(self) -> None:
        """Look through the whole project, and then keep up with what is done."""
        self._watched = True
        self._owed.clear()
        self._pause.stop()
        self.halt()
        self._whole = False

        def work(report: Report) -> list[Finding]:
            from depeche.annotate.radar.radar import Radar
            from depeche.suggest.lore import Lore

            radar = Radar(self._project, Lore(self._project.scheme))
            radar.look(report)
            self._radar = radar
            return radar.findings

        self._look = self._reads.start("", work, silent=True)
        self._look.progressed.connect(self.progressed.emit)
        self._look.finished.connect(self._on_looked)
        self._look.stopped.connect(self.stopped.emit)
        self._look.failed.connect(self._on_failure)

    def leave(self) -> None:
        """Nobody watches any more."""
        self._watched = False
        self._pause.stop()
        self.halt()

    def halt(self) -> None:
        """Stop the look at everything."""
        if self._look is not None and not self._whole:
            self._look.cancel()

    def plan(self, findings: Sequence[Finding]) -> None:
        """Work out what mending all of these would do."""
        from depeche.annotate.radar import mending

        here, valuer = self._here(), self._session.valuer
        wanted = list(findings)
        job = self._reads.start(
            "", lambda report: mending.plan(self._project, wanted, valuer, report, at_hand=here), silent=True
        )
        job.finished.connect(self.planned.emit)
        job.failed.connect(self._on_failure)

    def mend(self, finding: Finding) -> None:
        """Mend one finding."""
        from depeche.annotate.radar import mending

        here, valuer = self._here(), self._session.valuer
        self._carry_out(lambda: mending.plan(self._project, [finding], valuer, at_hand=here))

    def carry_out(self, repair: Repair) -> None:
        """Mend what was planned, as one act."""
        self._carry_out(lambda: repair)

    def set_aside(self, findings: Sequence[Finding]) -> None:
        """Say that these are meant so."""
        from depeche.annotate.radar import mending

        session = self._session
        change = session.do(lambda: mending.set_aside(session.desk, findings))
        if change is not None:
            session.said.emit(f"{change.title}.", False)

    # --- how it is done

    def _here(self) -> str | None:
        article = self._session.desk.article
        return article.key if article else None

    def _carry_out(self, planned: Callable[[], Repair]) -> None:
        from depeche.annotate.radar import mending

        job = self._jobs.start(
            tr("Radar de cohérence"),
            lambda _report: mending.carry_out(Desk(self._project), planned()),
            silent=True,
            act=True,
        )
        job.finished.connect(self._on_done)
        job.failed.connect(self._on_failure)

    def _on_done(self, change: Change | None) -> None:
        if change is None:
            self._session.said.emit(tr("Rien n’a été corrigé : le passage a changé, ou un autre l’empêche."), True)
        else:
            self._show(change)
        self.done.emit(change is not None)

    def _on_looked(self, found: list[Finding]) -> None:
        self._whole = True
        self.found.emit(found)
        if self._owed and self._watched:
            self._pause.start()

    def _on_change(self, change: Change | None) -> None:
        if change is None or not self._watched:
            return
        self._owed |= set(change.articles)
        if any(part.article is None for part in change.parts):
            self._owed.add("")
        self._pause.start()
        self.fell_behind.emit()

    def _renew(self) -> None:
        if not self._whole or not self._watched or not self._owed:
            return
        owed = set(self._owed)
        keys = [key for key in owed if key]
        self._owed.clear()
        self._renewing += 1

        def work(report: Report) -> list[Finding]:
            radar = self._radar
            assert radar is not None
            radar.renew(keys, report)
            return radar.findings

        job = self._reads.start("", work, silent=True)
        job.finished.connect(self._on_renewed)
        job.stopped.connect(lambda: self._on_unrenewed(owed))
        job.failed.connect(lambda _error: self._on_unrenewed(owed))
        job.failed.connect(self._on_failure)

    def _on_renewed(self, found: list[Finding]) -> None:
        self._renewing -= 1
        self.found.emit(found)

    def _on_unrenewed(self, owed: set[str]) -> None:
        self._renewing -= 1
        self._owed |= owed  # looked at with the next act, and not said to be in order until then

    def _on_failure(self, error: Exception) -> None:
        self.done.emit(False)
        self.stopped.emit()
        if not isinstance(error, UserError):
            raise error
        self._session.said.emit(str(error), True)
