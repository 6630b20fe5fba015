"""Puts everything together, once: the application, the crash report, the welcome page, a window a project.

What a project needs (SQL, the window) is loaded behind the welcome page, once that is painted.
"""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from depeche import messages, paths
from depeche import settings as preferences
from depeche.core.shown import shown
from depeche.errors import UserError
from depeche.ingest.clicked import is_package
from depeche.messages import tr
from depeche.ui import instance
from depeche.ui.answering import come_forward, has
from depeche.ui.appearance import set_theme
from depeche.ui.collector import Collector
from depeche.ui.crash import Crash
from depeche.ui.dialogs.reading import crash_dialog
from depeche.ui.instance import Instance, Question
from depeche.ui.jobs import Jobs
from depeche.ui.language import set_words_of_qt
from depeche.ui.opening import Opening, last_project, package_key
from depeche.ui.receiving import Receiving
from depeche.ui.welcome import Welcome

if TYPE_CHECKING:
    from depeche.store.project import Project
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
    set_words_of_qt(app)
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
        self._jobs.started.connect(lambda _: self._set_choosing(False))
        self._jobs.idle.connect(lambda: self._set_choosing(True))
        self._chose_from: QWidget | None = None
        self._receiving = Receiving(self, self._jobs, self._front)
        self._receiving.found.connect(self.open)
        self._receiving.told.connect(self._say)
        self._instance: Instance | None = None
        self._package: str | None = None
        self._stopped = False
        self._held: list[Question] | None = None
        """What others ask while the project of the start is opened, to be answered when it is."""
        if isinstance(app, Application):
            app.asked.connect(self._on_asked)

    def welcome(self, sentence: str = "") -> None:
        """Show the welcome page, with a sentence if there is something to say."""
        if self._stopped:
            return
        if self._welcome is not None:
            self._welcome.close()
        self._welcome = Welcome(preferences.load())
        self._welcome.chosen.connect(self.open)
        self._welcome.sample_asked.connect(self._sample)
        self._welcome.tutorial_asked.connect(self.tutorial)
        self._welcome.message.setText(sentence)
        self._welcome.show()
        QTimer.singleShot(0, _load_the_rest)

    def start(self, wanted: Path) -> None:
        """Open what the program was started for, under a sign that says so; where that breaks, the welcome page."""
        self._held = []
        sign = Opening(wanted)
        sign.paint_now()
        try:
            self.open(wanted)
        finally:
            if self._front() is None:  # the next start would want the same again
                self.welcome()
            sign.close()
            held, self._held = self._held, None
            for question in held:
                self._on_question(question)

    def open(self, folder: Path) -> None:
        """Open a project, or that of a work package, in the window; the welcome page says why where it can't be."""
        if self._stopped:
            return
        if is_package(folder) and not folder.is_dir():
            self._open_package(folder)
            return
        try:
            project = self._opened(folder)
        except UserError as error:
            self._show_refusal(folder, error)
            return
        from depeche.ui import tutor
        from depeche.ui.window import Window

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
            self._welcome = self._chose_from = None

    def _opened(self, folder: Path) -> Project:
        from depeche.ingest import opened
        from depeche.store.project import Project

        project = Project.open(folder, program="Dépêche")
        try:
            self._package = opened.note(project)
        except UserError:
            project.close()
            raise
        return project

    def _show_refusal(self, folder: Path, error: UserError) -> None:
        """Say why a project can't be opened, unless another program has it and has come forward."""
        said = str(error)
        if self._instance is not None and instance.ask(folder, take=False):
            said = tr("Le projet {name} est ouvert dans une autre fenêtre, qui est passée devant.",
                      name=shown(folder.name))  # fmt: skip
        if self._welcome is None:
            self.welcome(said)
        else:
            self._say(said)

    def _open_package(self, path: Path) -> None:
        """Find or make the project of a package, then open it."""
        if self._jobs.busy:
            return
        if self._welcome is None:
            self.welcome()
        self._say(tr("Ouverture de {name}…", name=shown(path.name)))
        self._receiving.open(path)
        self._set_choosing(False)

    def listen(self, found_by: Instance) -> None:
        """Answer the other programs that ask whether a project is open here."""
        self._instance = found_by
        found_by.asked.connect(self._on_question)
        found_by.listen()

    def _on_question(self, question: Question) -> None:
        if self._held is not None:
            self._held.append(question)
            return
        path = question.path
        mine = has(self.window, self._receiving, path, question.package, self._package)
        free = not self._jobs.busy if self.window is None else path is not None and is_package(path)
        takes = question.take and path is not None and free
        question.answer(mine or takes)
        if mine or takes:
            come_forward(self._front())
        if takes and not mine and path is not None:
            QTimer.singleShot(0, lambda: self._on_asked(path))

    def _front(self) -> QWidget | None:
        return self.window or self._welcome

    def _on_asked(self, path: Path) -> None:
        if self._held is not None or (self.window is None and self._jobs.busy):  # one after the other
            QTimer.singleShot(100, lambda: self._on_asked(path))
        elif self.window is None:
            self.open(path)
        elif is_package(path):
            self.window.packages.open(path)

    def _set_choosing(self, possible: bool) -> None:
        """Let the welcome page be used, or not while what was chosen there is being made."""
        page = self._welcome
        if page is None or page.isEnabled() == possible:
            return
        if not possible:
            self._chose_from = page.focusWidget()
        page.setEnabled(possible)
        if possible and self._chose_from is not None:
            self._chose_from.setFocus()

    def _say(self, sentence: str) -> None:
        if self._welcome is not None:
            self._welcome.message.setText(shown(sentence, 600))

    def _sample(self) -> None:
        """Build the sample project, which takes half a second, and open it."""
        from depeche.ui.demo import sample_project

        if self._jobs.busy:
            return
        job = self._jobs.start(tr("Projet d’exemple"), lambda _report: sample_project(paths.data() / "exemple"))
        self._set_choosing(False)
        job.finished.connect(self.open)
        job.failed.connect(self._on_no_project)

    def tutorial(self) -> None:
        """Make the tutorial's project anew and open it."""
        from depeche.ui import tutor

        if self._jobs.busy:
            return
        if self._welcome is None:
            self.welcome()
        job = self._jobs.start(tr("Didacticiel"), lambda _report: tutor.make())
        self._set_choosing(False)
        job.finished.connect(self.open)
        job.failed.connect(self._on_no_project)

    def _on_no_project(self, error: Exception) -> None:
        if not isinstance(error, UserError | OSError):
            raise error
        self._say(str(error))

    def _on_left(self, folder: Path | None) -> None:
        from depeche.ui import tutor

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
        """Let go of what outlives the window; what was still to be opened isn't any more."""
        self._stopped = True
        if self._instance is not None:
            self._instance.stop()
        self._jobs.stop()
        self._collector.stop()


def _load_the_rest() -> None:
    """Load what a project's window needs while the person looks at the welcome page."""
    threading.Thread(target=lambda: import_module("depeche.ui.window"), name="loading", daemon=True).start()


def run(folder: Path | None) -> int:
    """Show the window on a project, on the last one, or the welcome page; returns when the person quits.

    Where another program of this person has it open already, that one comes forward, and this one ends.
    """
    wanted = folder.absolute() if folder else last_project()
    found_by = instance.begin(wanted, package_key(wanted))
    if found_by is None:
        return 0
    app = make_application()
    program = Program(app)

    def begin() -> None:
        program.listen(found_by)  # here, so that nobody's project is taken before the one that is wanted
        if wanted is None:
            program.welcome()
        else:
            program.start(wanted)

    QTimer.singleShot(0, begin)
    try:
        return app.exec()
    finally:
        program.stop()
