"""A package that is opened, on the welcome page or in a window: its project found or made, or a return looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from depeche import paths
from depeche import settings as preferences
from depeche.core.package import Kind
from depeche.core.progress import Report
from depeche.errors import UserError
from depeche.messages import tr
from depeche.paths import DATABASE
from depeche.ui import instance
from depeche.ui.jobs import Jobs

if TYPE_CHECKING:
    from depeche.ingest.inspection import Inspection
    from depeche.ingest.package import Unpacked, WhichError


class Receiving(QObject):
    """Opens packages behind a window or the welcome page, one after the other.

    `found(folder)`: the project is there. `told(sentence)`: nothing more will come of this one, and why, if not by the
    person's own wish.
    """

    found = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QObject, jobs: Jobs, over: Callable[[], QWidget | None]) -> None:
        super().__init__(parent)
        self._jobs, self._over = jobs, over
        self.coming: Path | None = None

    def open(self, path: Path, *, chosen: Path | None = None, anew: bool = False) -> None:
        """Find or make the project of a package, asking where only the person knows; show what a return holds."""
        self.coming = path
        job = self._jobs.start(tr("Lot de travail"), lambda report: _received(path, report, chosen, anew))
        job.finished.connect(lambda done: self._on_received(path, done))
        job.failed.connect(lambda error: self._on_failure(path, error))
        job.stopped.connect(self._end)

    def _end(self) -> None:
        self.coming = None

    def _on_received(self, path: Path, done: Unpacked | Inspection) -> None:
        from depeche.ingest.package import Unpacked
        from depeche.ui.dialogs.handed_back import HandedBackDialog

        self._end()
        if isinstance(done, Unpacked):
            self.found.emit(done.folder)
            return
        self.told.emit("")
        dialog = HandedBackDialog(self._over(), path, done)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_failure(self, path: Path, error: Exception) -> None:
        from depeche.ingest.package import WhichError

        self._end()
        if isinstance(error, WhichError):
            self._ask(path, error)
        elif isinstance(error, UserError | OSError):
            self.told.emit(str(error))
        else:
            raise error

    def _ask(self, path: Path, error: WhichError) -> None:
        from depeche.ui.dialogs.which_project import WhichProjectDialog

        folders = [(folder, _changed(folder)) for folder in error.folders]
        dialog = WhichProjectDialog(self._over(), [error.message, error.hint], folders)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda folder: self.open(path, chosen=folder))
        dialog.other_asked.connect(lambda: self._choose(path, error))
        dialog.anew_asked.connect(lambda: self.open(path, anew=True))
        dialog.rejected.connect(lambda: self.told.emit(""))
        dialog.open()

    def _choose(self, path: Path, error: WhichError) -> None:
        folder = QFileDialog.getExistingDirectory(
            self._over(), tr("Où est le projet de ce lot"), str(paths.documents())
        )
        if folder:
            self.open(path, chosen=Path(folder))
        else:
            self._ask(path, error)


def _changed(folder: Path) -> str:
    """Return when a project was last worked on."""
    try:
        seconds = (folder / DATABASE).stat().st_mtime
    except OSError:  # gone since it was found
        return "?"
    return datetime.fromtimestamp(seconds).strftime(tr("%d/%m/%Y %H:%M"))


def _received(path: Path, report: Report, chosen: Path | None, anew: bool) -> Unpacked | Inspection:
    from depeche.ingest.archive import Archive
    from depeche.ingest.inspection import inspect
    from depeche.ingest.package import receive

    with Archive(path) as archive:
        kind = archive.manifest.kind
    if kind is Kind.RETURN:
        return inspect(path, report)
    recent = [Path(folder) for folder in preferences.load().recent]
    done = receive(path, paths.documents(), recent, report, elsewhere=paths.likely(), chosen=chosen, anew=anew)
    if not done.made and instance.ask(done.folder, take=False):
        raise UserError(tr("Ce lot est ouvert dans une autre fenêtre, qui est passée devant."))
    return done
