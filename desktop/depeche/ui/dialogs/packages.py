"""Work packages in the window: opening one, and handing the work back. Both go on in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from depeche import paths
from depeche.core.article import State
from depeche.core.package import SUFFIX, Manifest
from depeche.errors import UserError
from depeche.ingest.clicked import is_package
from depeche.messages import tr
from depeche.ui.receiving import Receiving

if TYPE_CHECKING:
    from depeche.ui.window import Window


def dropped_package(data: QMimeData) -> Path | None:
    """Return the work package among dropped files, None where there is none."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in files if is_package(path)), None)


def choose_package(parent: QWidget) -> Path | None:
    """Ask for a work package."""
    path, _ = QFileDialog.getOpenFileName(
        parent, tr("Ouvrir un lot de travail"), str(paths.documents()), tr("Lots de travail (*.depeche)")
    )
    return Path(path) if path else None


class Packages(QObject):
    """What a window does with packages."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.receiving = Receiving(self, window.jobs, lambda: window)
        self.receiving.found.connect(self._on_found)
        self.receiving.told.connect(self._on_told)

    def choose(self) -> None:
        """Choose a package and open its project."""
        path = choose_package(self._window)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open the project of a package in place of this one, which stays where the package is refused."""
        self.receiving.open(path)

    def _on_found(self, folder: Path) -> None:
        if folder.samefile(self._window.project.folder):
            self._window.session.said.emit(tr("Ce lot est ouvert ici."), False)
        elif self._window.close():
            self._window.left.emit(folder)

    def _on_told(self, sentence: str) -> None:
        if sentence:
            self._window.session.said.emit(sentence, True)
            self._window.dialogs.tell(tr("Impossible"), [sentence])

    def give_back(self) -> None:
        """Choose where to write the work done, and write it."""
        from depeche.export.handback import origin_of

        project = self._window.project
        try:
            origin_of(project)
        except UserError as error:
            self._on_failure(error)
            return
        self._window.marks_panel.take_typed()
        name = paths.documents() / f"{project.folder.name} - {tr('rendu')}{SUFFIX}"
        path, _ = QFileDialog.getSaveFileName(
            self._window, tr("Rendre le travail"), str(name), tr("Travail rendu (*.depeche)")
        )
        if path:
            self.write(Path(path) if Path(path).suffix.lower() == SUFFIX else Path(f"{path}{SUFFIX}"))

    def write(self, path: Path) -> None:
        """Write the work done into a file and say what to do with it."""
        from depeche.export.handback import give_back

        job = self._window.jobs.start(tr("Travail rendu"), lambda report: give_back(self._window.project, path, report))
        job.finished.connect(lambda manifest: self._on_written(path, manifest))
        job.failed.connect(self._on_failure)

    def _on_written(self, path: Path, manifest: Manifest) -> None:
        done = manifest.states.get(State.DONE, 0)
        lines = [
            tr("Terminés : {done} sur {articles}. Passages : {spans}.",
               done=done, articles=tr("%n article|%n articles", n=manifest.articles), spans=manifest.spans),
            tr("Fichier à envoyer : {path}", path=path),
            tr("Vous pouvez continuer, et rendre le travail de nouveau."),
        ]  # fmt: skip
        self._window.session.said.emit(tr("Travail rendu : {name}.", name=path.name), False)
        self._window.dialogs.tell(tr("Travail rendu"), lines)

    def _on_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._window.session.said.emit(str(error), True)
        self._window.dialogs.tell(tr("Impossible"), [str(error)])
