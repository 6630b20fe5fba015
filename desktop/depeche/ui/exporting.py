"""An export before it is written: tried off the window's thread, what is asked last wins. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from depeche.core.progress import Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import find
from depeche.store.project import Project
from depeche.ui.jobs import Job, Jobs

if TYPE_CHECKING:  # what exports are made of comes with the first look, not with the window
    from depeche.annotate.stories import Story
    from depeche.export.choice import Choice
    from depeche.export.form import Format, Parting
    from depeche.export.place import Place
    from depeche.export.pseudonyms import Whom
    from depeche.export.receipt import Receipt
    from depeche.export.trial import Trial

PAUSE_MS = 250
"""So long nothing must change before it is tried."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to go out, in which form and whereto."""

    folder: Path
    format: Format
    choice: Choice
    pseudonyms: Whom | None = None


class Exporting(QObject):
    """Tries exports of a project, and looks at folders.

    `trying()` as a trial is asked for, `progressed(Progress)` as it goes, `previewed(str)` the first record, long
    before `tried(Trial)`; `failed(sentence)` in its place. `placed(Place)` or `refused(sentence)`: what a folder holds.
    `found(list[Story])`: the project's stories.
    """

    trying = Signal()
    progressed = Signal(object)
    previewed = Signal(str)
    tried = Signal(object)
    failed = Signal(str)
    placed = Signal(object)
    refused = Signal(str)
    found = Signal(list)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        # Queues of their own: a preview waits neither for suggestions that are being made nor for a trial given up.
        self._firsts, self._trials, self._looks, self._tales = (Jobs(self) for _ in range(4))
        self._trial: Job | None = None
        self._seek: Job | None = None
        self._look: Job | None = None
        self._order: Order | None = None
        self._at: tuple[Path, Format, tuple[str, ...]] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._try_first)
        self._pause_to_look = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause_to_look.timeout.connect(self._look_there)

    @property
    def busy(self) -> bool:
        """Whether an export is being tried, or soon will be."""
        return self._trial is not None or self._pause.isActive()

    @property
    def looks(self) -> bool:
        """Whether a folder is being looked at, or soon will be."""
        return self._look is not None or self._pause_to_look.isActive()

    def annotators(self) -> list[str]:
        """Return the names of all who worked in the project."""
        with self.project.read() as db:
            return find.annotator_names(db)

    # --- what would go out

    def attempt(self, order: Order) -> None:
        """Try this export soon; one that is being tried is given up."""
        self.give_up()
        self._order = order
        self._pause.start()
        self.trying.emit()

    def give_up(self) -> None:
        """Try nothing any more."""
        self._pause.stop()
        if self._trial is not None:
            self._trial.cancel()
            self._trial = None

    def _try_first(self) -> None:
        order = self._order
        assert order is not None

        def work(report: Report) -> str:
            from depeche.export.trial import preview

            return preview(self.project, order.format, report, choice=order.choice, pseudonyms=order.pseudonyms)

        def ended(first: str) -> None:
            self.previewed.emit(first)
            self._try_all(order)

        self._set_off(self._firsts, work, ended)

    def _try_all(self, order: Order) -> None:
        def work(report: Report) -> Trial:
            from depeche.export.trial import trial

            parting = parting_of(self.project, order.format)
            return trial(
                self.project, order.format, report, choice=order.choice, parting=parting, pseudonyms=order.pseudonyms
            )

        def ended(tried: Trial) -> None:
            self._trial = None
            self.tried.emit(tried)

        self._set_off(self._trials, work, ended)

    def _set_off(self, jobs: Jobs, work: Callable[[Report], Any], ended: Callable[[Any], None]) -> None:
        job = self._trial = jobs.start("", work, silent=True)
        job.progressed.connect(lambda progress: self.progressed.emit(progress) if job is self._trial else None)
        job.finished.connect(lambda result: ended(result) if job is self._trial else None)
        job.failed.connect(lambda error: self._on_failure(job, error))

    def _on_failure(self, job: Job, error: Exception) -> None:
        if job is not self._trial:
            return
        self._trial = None
        if isinstance(error, UserError):
            self.failed.emit(str(error))
        else:
            self.failed.emit(tr("L’essai n’a pas pu être fait."))
            raise error

    # --- whereto

    def look(self, folder: Path, format_: Format, names: Collection[str]) -> None:
        """Look soon at what a folder holds; `names` are the files that would be written, if that is known."""
        self.look_away()
        self._at = (folder, format_, tuple(names))
        self._pause_to_look.start()

    def look_away(self) -> None:
        """Look at no folder any more."""
        self._pause_to_look.stop()
        self._look = None

    def _look_there(self) -> None:
        at = self._at
        assert at is not None

        def work(_report: Report) -> Place:
            from depeche.export.place import place

            return place(*at)

        def ended(found: Place) -> None:
            if job is self._look:
                self._look = None
                self.placed.emit(found)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            if job is self._look:
                self._look = None
                self.refused.emit(str(error))

        job = self._look = self._looks.start("", work, silent=True)
        job.finished.connect(ended)
        job.failed.connect(failed)

    # --- stories

    def seek_stories(self) -> None:
        """Look for the project's stories; `found` tells them."""

        def work(report: Report) -> list[Story]:
            from depeche.annotate.stories import stories

            return stories(self.project, report)

        def ended(found: list[Story]) -> None:
            if job is self._seek:
                self._seek = None
                self.found.emit(found)

        job = self._seek = self._tales.start("", work, silent=True)
        job.finished.connect(ended)
        job.failed.connect(self._raise)

    def _raise(self, error: Exception) -> None:
        raise error

    # --- what was chosen last, of this project

    def last(self) -> tuple[str, str]:
        """Return format and folder of the last export of this project, "" where there was none."""
        memory = QSettings()
        said = [memory.value(f"export/{self.project.folder}/{name}", "") for name in ("format", "folder")]
        return str(said[0]), str(said[1])

    def remember(self, order: Order) -> None:
        """Keep format and folder for the next time."""
        memory = QSettings()
        memory.setValue(f"export/{self.project.folder}/format", order.format.value)
        memory.setValue(f"export/{self.project.folder}/folder", str(order.folder))

    # --- written, and over

    def write(self, order: Order, report: Report) -> Receipt:
        """Write an export, on whatever thread this is called."""
        from depeche.export.export import export

        parting = parting_of(self.project, order.format)
        return export(
            self.project, order.folder, order.format, report,
            choice=order.choice, parting=parting, pseudonyms=order.pseudonyms,
        )  # fmt: skip

    def leave(self) -> None:
        """Do nothing any more for a dialog that was closed; what can't be stopped at once ends unheard."""
        self.give_up()
        self.look_away()
        if self._seek is not None:
            self._seek.cancel()
            self._seek = None

    def stop(self) -> None:
        """Do nothing any more: the window closes."""
        self.leave()
        self.blockSignals(True)
        for jobs in (self._firsts, self._trials, self._looks, self._tales):
            jobs.stop()


def parting_of(project: Project, format_: Format) -> Parting | None:
    """Return what splits a project's articles by story, None for a format that isn't split."""
    from depeche.export.forms import FORMS

    if not FORMS[format_].sided:
        return None
    from depeche.train.parting import parting  # brings spaCy along: never on the window's thread

    return parting(project)
