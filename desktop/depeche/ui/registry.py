"""The project's registry of actors as the window sees it: drafts and lists read beside, acts told to all panels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QIODevice, QObject, QSaveFile, Signal

from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.actor_table import from_table, to_table
from depeche.core.change import Change
from depeche.core.scheme import Label, ValueType
from depeche.errors import InputError, UserError, reason
from depeche.messages import tr
from depeche.ui import hints
from depeche.ui.jobs import Jobs
from depeche.ui.session import Session


class KnownActors(QObject):
    """Acts on the registry of a session's project.

    `drafted(Actor)`: what a mark says of an actor, to be confirmed. `listed(prepared)`: the actors of the registry.
    `refused(title, lines)`: a table that can't be taken in, or written.
    """

    drafted = Signal(object)
    listed = Signal(object)
    refused = Signal(str, list)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project = session.project
        self._jobs = jobs
        self._reads = Jobs(self)  # of its own, so that a dialog need not wait for an import that is under way

    def stop(self) -> None:
        """Read nothing any more: the window closes."""
        self.blockSignals(True)
        self._reads.stop()

    @property
    def labels(self) -> list[Label]:
        """The labels whose values are names: those that have actors."""
        return [label for label in self._project.scheme.active if label.value is ValueType.NAME]

    def draft(self) -> None:
        """Read what is known of the actor that the mark in hand is about; `drafted` tells it."""
        session, one = self._session, self._session.focused
        article = session.desk.article
        if one is None or article is None:
            session.said.emit(
                tr("Choisissez d’abord un acteur : {key} ou un clic.", key=hints.key("next_doubt")), False
            )
            return
        if one.label not in {label.label for label in self.labels}:
            session.said.emit(tr("Seules les étiquettes dont la valeur est un nom ont des acteurs."), False)
            return

        def work() -> Actor:
            desk = Desk(self._project)  # the window's own belongs to the window's thread
            desk.open(article.key)
            return Registry(desk).draft(one)

        self._read(work, self.drafted.emit)

    def read(self, prepare: Callable[[Iterable[Actor]], Any]) -> None:
        """Read all actors; `listed` tells what `prepare` made of them, on another thread."""
        self._read(lambda: prepare(Registry(Desk(self._project)).actors), self.listed.emit)

    def confirm(self, actor: Actor) -> None:
        """Register an actor, or correct the one of its key."""
        self._carry_out(lambda: Registry(self._session.desk).put(actor))

    def remove(self, actor: Actor) -> None:
        """Take an actor out of the registry."""
        self._carry_out(lambda: Registry(self._session.desk).remove(actor.key))

    def _carry_out(self, act: Callable[[], Change | None]) -> None:
        session = self._session
        try:
            change = act()
        except UserError as error:
            session.said.emit(str(error), True)
            return
        if change is None:
            session.said.emit(tr("Rien de nouveau dans le registre."), False)
            return
        session.said.emit(f"{change.title}.", False)
        session.announce(change)

    # --- as a table

    def take_in(self, path: Path) -> None:
        """Register the actors of a table, in the background, as one act."""
        labels = [label.label for label in self.labels]
        if not labels:
            self.refused.emit(tr("Impossible"), [tr("Aucune étiquette de ce projet n’a de noms pour valeur.")])
            return

        def work(_report: Any) -> Change | None:
            try:
                actors = from_table(path.read_bytes().decode("utf-8-sig"), labels, labels[0])
            except OSError as error:
                why = reason(error)
                raise InputError(tr("{path} ne peut pas être lu ({why}).", path=path, why=why)) from error
            except UnicodeDecodeError as error:
                raise InputError(tr("{path} n’est pas en UTF-8.", path=path)) from error
            except InputError as error:
                raise InputError(tr("{path}, {what}", path=path, what=error)) from error
            return Registry(Desk(self._project)).put_all(actors)

        def ended(change: Change | None) -> None:
            def told() -> Change | None:
                if change is not None:  # it was done at another desk
                    self._session.desk.undoable, self._session.desk.redoable = change.title, None
                return change

            self._carry_out(told)

        job = self._jobs.start(tr("Import d’acteurs"), work)
        job.finished.connect(ended)
        job.failed.connect(self._on_failure)

    def write(self, path: Path) -> None:
        """Write the registry into a file as a table; a failure leaves the file that was there."""

        def work() -> tuple[int, str]:
            actors = Registry(Desk(self._project)).actors
            file = QSaveFile(str(path))
            if not file.open(QIODevice.OpenModeFlag.WriteOnly):
                return 0, file.errorString()
            file.write(to_table(actors).encode("utf-8"))
            return len(actors), "" if file.commit() else file.errorString()

        def ended(done: tuple[int, str]) -> None:
            n, why = done
            if why:
                words = tr("{path} ne peut pas être écrit ({why}).", path=path, why=why)
                self.refused.emit(tr("Impossible"), [words])
            else:
                words = tr("%n acteur écrit dans {path}.|%n acteurs écrits dans {path}.", n=n, path=path)
                self._session.said.emit(words, False)

        self._read(work, ended)

    def _read(self, work: Callable[[], Any], ended: Callable[[Any], None]) -> None:
        job = self._reads.start("", lambda _report: work(), silent=True)
        job.finished.connect(ended)
        job.failed.connect(self._on_failure)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._session.said.emit(str(error), True)
        self.refused.emit(tr("Impossible"), [str(error)])
