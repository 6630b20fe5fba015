"""Puts everything together, once: the application, the crash report, the welcome page, a window a project."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from depeche import messages, paths
from depeche import settings as preferences
from depeche.errors import UserError
from depeche.messages import tr
from depeche.store.project import DATABASE, Project
from depeche.ui import tutor
from depeche.ui.appearance import set_theme
from depeche.ui.collector import Collector
from depeche.ui.crash import Crash
from depeche.ui.dialogs.packages import is_package, receiving
from depeche.ui.dialogs.reading import crash_dialog
from depeche.ui.jobs import Jobs
from depeche.ui.welcome import Welcome
from depeche.ui.window import Window


class Application(QApplication):
    """`asked(path)`: macOS, which starts no second program for a double click, wants a file opened."""

    asked = Signal(object)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit(Path(event.file()))
            return True
        return super().event(event)


def make_application() -> QApplication:
    """Return the application, with its name, language and theme."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else Application(sys.argv[:1])
    app.setApplicationName("depeche")
    app.setOrganizationName("depeche")
    app.setApplicationDisplayName("Dépêche")
    app.setDesktopFileName("depeche")
    app.setWindowIcon(QIcon(str(paths.resource("icons", "depeche.svg"))))
    app.setStyle("Fusion")
    # A thread at work gives way to the window within a millisecond; Python's own 5 are a third of a frame, each time.
    sys.setswitchinterval(0.001)
    chosen = preferences.load()
    if "DEPECHE_LANG" not in os.environ:
        messages.set_language(chosen.language)
    QLocale.setDefault(QLocale(messages.language()))
    words = QTranslator(app)
    if words.load(f"qtbase_{messages.language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    set_theme(chosen.theme)
    return app


class Program(QObject):
    """What is on the screen: the welcome page, or one project's window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._welcome: Welcome | None = None
        self.window: Window | None = None
        self._crash = Crash()
        self._crash.install()
        self._crash.happened.connect(self._on_crash)
        self._collector = Collector(self)
        self._jobs = Jobs(self)
        if isinstance(app, Application):
            app.asked.connect(self._on_asked)

    def welcome(self, sentence: str = "") -> None:
        """Show the welcome page, with a sentence if there is something to say."""
        self._welcome = Welcome(preferences.load())
        self._welcome.chosen.connect(self.open)
        self._welcome.sample_asked.connect(self._sample)
        self._welcome.tutorial_asked.connect(self.tutorial)
        self._welcome.message.setText(sentence)
        self._welcome.show()

    def open(self, folder: Path) -> None:
        """Open a project, or that of a work package, in the window; the welcome page says why where it can't be."""
        if is_package(folder) and not folder.is_dir():
            self._open_package(folder)
            return
        try:
            project = Project.open(folder, program="Dépêche")
        except UserError as error:
            if self._welcome is None:
                self.welcome(str(error))
            else:
                self._welcome.message.setText(str(error))
            return
        settings = preferences.load()
        if folder.absolute() != tutor.folder().absolute():  # which is thrown away
            settings = settings.with_recent(folder.absolute())
            preferences.save(settings)
        window = Window(project, settings)
        window.left.connect(self._on_left)
        window.show()
        self.window = window
        if self._welcome is not None:
            self._welcome.close()
            self._welcome = None

    def _open_package(self, path: Path) -> None:
        """Find or make the project of a package, then open it."""
        if self._jobs.busy:
            return
        if self._welcome is None:
            self.welcome()
        self._say(tr("Ouverture de {name}…", name=path.name))
        job = self._jobs.start(tr("Lot de travail"), receiving(path))
        job.finished.connect(lambda done: self.open(done.folder))
        job.failed.connect(self._on_no_project)

    def _on_asked(self, path: Path) -> None:
        if self.window is None:
            self.open(path)
        elif is_package(path):
            self.window.packages.open(path)

    def _say(self, sentence: str) -> None:
        if self._welcome is not None:
            self._welcome.message.setText(sentence)

    def open_last(self) -> None:
        """Open the project used last, or show the welcome page."""
        recent = [Path(one) for one in preferences.load().recent]
        last = next((folder for folder in recent[:1] if (folder / DATABASE).is_file()), None)
        if last is None:
            self.welcome()
        else:
            self.open(last)

    def _sample(self) -> None:
        """Build the sample project, which takes half a second, and open it."""
        from depeche.ui.demo import sample_project

        if self._jobs.busy:
            return
        job = self._jobs.start(tr("Projet d’exemple"), lambda _report: sample_project(paths.data() / "exemple"))
        job.finished.connect(self.open)
        job.failed.connect(self._on_no_project)

    def tutorial(self) -> None:
        """Make the tutorial's project anew and open it."""
        if self._jobs.busy:
            return
        if self._welcome is None:
            self.welcome()
        job = self._jobs.start(tr("Didacticiel"), lambda _report: tutor.make())
        job.finished.connect(self.open)
        job.failed.connect(self._on_no_project)

    def _on_no_project(self, error: Exception) -> None:
        if not isinstance(error, UserError | OSError):
            raise error
        self._say(str(error))

    def _on_left(self, folder: Path | None) -> None:
        self.window = None
        if folder is None:
            self.welcome()
        elif folder == tutor.folder():
            self.tutorial()
        else:
            self.open(folder)

    def _on_crash(self, report: str) -> None:
        dialog = crash_dialog(report, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def stop(self) -> None:
        """Let go of what outlives the window."""
        self._jobs.stop()
        self._collector.stop()


def run(folder: Path | None) -> int:
    """Show the window on a project, on the last one, or the welcome page; returns when the person quits."""
    app = make_application()
    program = Program(app)
    if folder is None:
        program.open_last()
    else:
        program.open(folder)
    try:
        return app.exec()
    finally:
        program.stop()
