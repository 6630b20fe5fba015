"""What the window has to do with learning: a training as a child process, the project's models, what scores mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from depeche.core.progress import Progress, Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store import confidence as known
from depeche.store import finished
from depeche.ui.child import Child
from depeche.ui.jobs import Elsewhere, Job, Jobs
from depeche.ui.refitting import Refitting

if TYPE_CHECKING:
    from depeche.ui.dialogs.learning import LearningDialog
    from depeche.ui.window import Window


@dataclass(frozen=True, slots=True)
class Model:
    """A model of the project. `report` is what was said when it was trained, empty for one trained elsewhere.

    `missing` says that the folder of the one in use is gone, empty where it isn't.
    """

    name: str
    used: bool
    report: Mapping[str, Any]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to learn from: finished articles, how many it takes; and the models there are, oldest first."""

    finished: int
    fewest: int
    models: tuple[Model, ...]


class Learning(QObject):
    """Serves the learning window. `read(Lesson)`; `progressed(dict)`: of a training; `ended(sentence, warns)`: of it.

    `trained(name)`: a new model is there. `measured(Confidence)`: what scores are worth now.
    """

    read = Signal(object)
    progressed = Signal(object)
    ended = Signal(str, bool)
    trained = Signal(str)
    measured = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._project = window.project
        self._reads = Jobs(self)
        self._dialog: LearningDialog | None = None
        self._name = ""
        self.refitting = Refitting(window)
        self.child = Child((0, 1), self)
        self.child.told.connect(self.progressed.emit)
        self._shown: Elsewhere | None = None
        self.progressed.connect(self._show_training)
        self.ended.connect(lambda *_: self._show_training({}))
        self.child.finished.connect(self._on_trained)
        self.child.failed.connect(lambda sentence: self._end(sentence, warns=True))
        window.session.relabelled.connect(self._forget_labels)

    @property
    def busy(self) -> bool:
        """Whether it trains or reads."""
        return self.child.running or self._reads.busy or self.refitting.busy

    def stop(self) -> None:
        """End the training under way: the window closes."""
        self.blockSignals(True)
        self.child.end()
        self.refitting.stop()
        self._reads.stop()

    def open(self) -> None:
        """Open the learning window beside the article, or bring it forward."""
        from depeche.ui.dialogs.learning import LearningDialog  # charts and Qt's SVG come with the first look

        if self._dialog is None:
            self._dialog = LearningDialog(self._window, self, self._project.scheme, self._project.title)
            self._dialog.said.connect(self._window.session.said.emit)
        self._dialog.begin()
        self.refresh()
        self.measure()

    def _forget_labels(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    # --- models

    def refresh(self) -> None:
        """Read which models there are; one that was trained while this was closed is found so."""
        project = self._project

        def work(_report: Report) -> Lesson:
            from depeche.store import models
            from depeche.train import adoption, shelf
            from depeche.train.train import FEWEST

            if project.read_only:
                with project.read() as db:
                    ones = models.every(db)
            else:
                ones = shelf.sync(project)
            used = adoption.current(project)
            made = [
                Model(
                    one.name,
                    used is not None and one.name == used.name,
                    shelf.report_of(project, one.name),
                    missing="" if shelf.path_of(project, one.name).is_dir() else models.missing(one.name),
                )
                for one in ones
            ]
            with project.read() as db:
                number = len(finished.keys(db))
            made.sort(key=lambda one: made_at(shelf.path_of(project, one.name)))
            return Lesson(number, FEWEST, tuple(made))

        def made_at(folder: Path) -> float:
            return folder.stat().st_mtime if folder.is_dir() else 0.0  # the folder of the one in use may be gone

        self._do(work, self.read.emit)

    def train(self, *, curve: bool) -> None:
        """Start a training, with a learning curve if asked; refused while one is under way."""
        if self.child.running:
            self._end(tr("Un entraînement est déjà en cours."), warns=True)
            return
        project = self._project

        def work(_report: Report) -> str:
            from depeche.train import shelf

            return shelf.new_name(project)

        def named(name: str) -> None:
            if self.child.running:
                return
            self._name = name
            more = ("--curve",) if curve else ()
            self.child.start("train", str(project.folder), "--report", "json", "--name", name, *more)
            self.progressed.emit({"phase": "start"})

        self._do(work, named)

    def cancel(self) -> None:
        """End the training under way; nothing of it stays."""
        if self.child.running:
            self.child.end()
            self._end(tr("Entraînement annulé ; rien n’a changé."), warns=False)

    def _on_trained(self, _status: int) -> None:
        self.refresh()
        self.trained.emit(self._name)
        self.ended.emit(tr("« {name} » est entraîné ; à vous de décider.", name=self._name), False)

    def _end(self, sentence: str, *, warns: bool) -> None:
        self.ended.emit(sentence, warns)

    def _show_training(self, event: Mapping[str, Any]) -> None:
        """Let the window's bar show the training while there is one: the dialog may be closed."""
        jobs = self._window.jobs
        if not self.child.running:
            if self._shown is not None:
                self._shown = None
                jobs.show(None)
            return
        if self._shown is None:
            self._shown = Elsewhere(tr("Entraînement"), self.cancel)
            jobs.show(self._shown)
        step, steps = ("step", "steps") if event.get("steps") else ("part", "parts")
        self._shown.progressed.emit(Progress(int(event.get(step) or 0), int(event.get(steps) or 0) or None))

    def adopt(self, name: str) -> None:
        """Propose with this model from now on."""

        def work(_report: Report) -> None:
            from depeche.train import adoption

            adoption.adopt(self._project, name)

        self._decide(work, tr("« {name} » est en usage.", name=name))

    def back(self) -> None:
        """Propose again with what was used before the model in use."""

        def work(_report: Report) -> None:
            from depeche.train import adoption

            adoption.back(self._project)

        self._decide(work, tr("Le modèle d’avant, ou celui qui est livré, est de nouveau en usage."))

    def remove(self, name: str) -> None:
        """Remove a model that isn't in use."""

        def work(_report: Report) -> None:
            from depeche.train import shelf

            shelf.remove(self._project, name)

        self._decide(work, tr("« {name} » est supprimé.", name=name), renews=False)

    def _decide(self, work: Callable[[Report], None], words: str, *, renews: bool = True) -> None:
        def decided(_: object) -> None:
            self.ended.emit(words, False)
            self._window.session.said.emit(words, False)
            self.refresh()
            if renews and not self._window.work.closed:
                self._window.work.suggest()

        job = self._window.jobs.start(tr("Modèle"), work, silent=True)
        job.finished.connect(decided)
        job.failed.connect(self._on_failure)

    # --- scores

    def measure(self) -> None:
        """Measure what scores are worth on the finished articles, and show them so from now on, also those in sight."""
        from depeche.suggest import confidence

        project = self._project
        self.refitting.cancel()  # that is what it would do

        def work(report: Report) -> confidence.Confidence:
            found = confidence.measure(project, report).prepared()
            with project.read() as db:
                stale = known.get(db).cells != found.calibration.cells
            if stale and found.judged and not project.read_only:
                confidence.keep(project, found)
            return found

        def shown(found: object) -> None:
            self.measured.emit(found)
            self._show(lead=False)

        self._do(work, shown)

    def hide_below(self, below: float) -> None:
        """Hide what is less likely right than this, from now on."""
        from depeche.suggest import confidence

        self._change(lambda: confidence.hide_below(self._project, below))

    def show_hidden(self, shown: bool) -> None:
        """Show what is hidden, or hide it again."""
        from depeche.suggest import confidence

        self._change(lambda: confidence.show_hidden(self._project, shown))

    def _change(self, change: Callable[[], None]) -> None:
        try:
            change()
        except UserError as error:
            self._on_failure(error)
        self._show()

    def _show(self, *, lead: bool = True) -> None:
        """Show the article with the scores of now, as a person has asked for."""
        session = self._window.session
        if session.desk.article is not None:
            session.desk.open(session.desk.article.key)
        session.refresh(lead=lead)

    # --- an error worth reading

    def go_to(self, error: Mapping[str, Any]) -> None:
        """Open the article of an error of the model, with the hand at its place."""
        session = self._window.session
        if session.desk.article is None or session.desk.article.key != error["article"]:
            session.open(str(error["article"]))
        start, end = int(error["start"]), int(error["end"])
        here = next((one.key for one in session.marks if (one.start, one.end) == (start, end)), None)
        if here is not None:
            session.set_focus(here)
        else:
            session.select(start, end, by_character=True)
        self._window.activateWindow()
        self._window.article_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- how it is done

    def _do(self, work: Callable[[Report], Any], ended: Callable[[Any], None]) -> Job:
        job = self._reads.start(tr("Apprentissage"), work, silent=True)
        job.finished.connect(ended)
        job.failed.connect(self._on_failure)
        return job

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._end(str(error), warns=True)
        self._window.session.said.emit(str(error), True)
