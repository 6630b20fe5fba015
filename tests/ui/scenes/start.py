"""Pictures of what somebody meets first: the welcome page, a project without articles, the tutorial."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from depeche import paths, settings
from depeche.store.project import Project
from depeche.ui import tutor
from depeche.ui.welcome import Welcome
from depeche.ui.window import Window
from tests.ui.scenes.camera import SIZE, dialog_of, settle, shoot, wait_for_work


def welcome(app: QApplication, folder: Path, theme: str) -> None:
    """Take a picture of the welcome page."""
    page = Welcome(settings.load())
    page.show()
    settle(app)
    shoot(page, folder, f"welcome-{theme}")
    page.close()


def nothing_yet(app: QApplication, folder: Path, theme: str) -> None:
    """Take a picture of a project without articles."""
    empty = Project.create(Path(tempfile.mkdtemp()) / "vide", paths.default_scheme(), "Claire")
    window = Window(empty, settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    shoot(window, folder, f"empty-{theme}")
    window.close()


def tutorial(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the tutorial, at a step in its middle and of its score."""
    window = Window(Project.open(tutor.make(), program="tour"), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    session = window.session
    session.accept()
    session.label("FIGURE")
    session.step_doubt(1)
    session.move_border("start", 1)
    session.step_doubt(1)
    settle(app, 200)
    shoot(window, folder, f"tutorial-{theme}")
    for _ in range(20):
        session.accept()
    window.tutor.show_score()
    score = dialog_of(app)
    settle(app, 200)
    shoot(score, folder, f"tutorial-score-{theme}")
    score.close()
    window.close()
