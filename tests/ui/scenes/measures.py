"""Pictures of what is measured, learned and valued: statistics, the learning window, the order by value, blind ones."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from depeche import paths, settings
from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.core.order import Order
from depeche.store import articles, blind
from depeche.store.project import Project
from depeche.ui.demo import sample_project, suggest_for_sample
from depeche.ui.dialogs.learning import LearningDialog
from depeche.ui.dialogs.statistics import StatisticsDialog
from depeche.ui.window import Window
from tests.ui.scenes.camera import SIZE, dialog_of, settle, shoot, wait_for, wait_for_work
from tests.ui.scenes.projects import taught, worked


def statistics(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the statistics after some weeks of work, chart by chart, and of those of an empty project."""
    empty = Project.create(Path(tempfile.mkdtemp()) / "vide", paths.default_scheme(), "Claire")
    for project, rows in ((empty, (0,)), (Project.open(worked()), (0, 4, 6, 8, 9, 11))):
        window = Window(project, settings.load())
        window.show()
        window.statistics.open()
        settle(app)
        wait_for(app, lambda opened=window: not opened.statistics.busy)  # type: ignore[misc]
        dialog = dialog_of(app)
        assert isinstance(dialog, StatisticsDialog)
        dialog.resize(1200, 720)
        for row in rows:
            dialog.list.setCurrentRow(row)
            settle(app)
            chart = dialog.panel.view.chart
            name = "empty" if project is empty or chart is None else chart.name
            shoot(dialog, folder, f"statistics-{name}-{theme}")
        dialog.close()
        window.close()


def learning(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the learning window: nothing to learn from, a training under way, what came of one, by page."""
    empty = Project.create(Path(tempfile.mkdtemp()) / "vide", paths.default_scheme(), "Claire")
    for project in (empty, Project.open(taught())):
        window = Window(project, settings.load())
        window.show()
        window.learning.open()
        settle(app)
        wait_for(app, lambda opened=window: not opened.learning.busy)  # type: ignore[misc]
        dialog = dialog_of(app)
        assert isinstance(dialog, LearningDialog)
        dialog.resize(1200, 720)
        if project is empty:
            settle(app)
            shoot(dialog, folder, f"learning-empty-{theme}")
        else:
            dialog.confidence_page.slider.setValue(35)
            for n, name in enumerate(("train", "curve", "errors", "confidence")):
                dialog.pages.setCurrentIndex(n)
                settle(app)
                shoot(dialog, folder, f"learning-{name}-{theme}")
            dialog.pages.setCurrentIndex(0)
            dialog.train_page.start.click()
            wait_for(app, lambda shown=dialog: shown.train_page.progress.bar.maximum() > 100)  # type: ignore[misc]
            settle(app, 2_000)
            shoot(dialog, folder, f"learning-running-{theme}")
            window.learning.cancel()
        dialog.close()
        window.close()


def in_order(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the order by value with its reason, of a blind article, its dialog and its statistics."""
    place = Path(tempfile.mkdtemp()) / "ordre"
    sample_project(place)
    suggest_for_sample(place)
    with Project.open(place) as project:
        for share, names in ((0.0, range(1, 4)), (1.0, range(4, 6))):
            with project.write() as db:
                blind.set_share(db, share)
                keys = [one.key for one in articles.headings(db, project.annotator, list(names))]
            for key in keys:
                desk = Desk(project)
                desk.open(key)
                for one in list(desk.pending)[:12]:
                    if one.key in {other.key for other in desk.pending}:
                        desk.accept(one.key)
                for at in () if desk.pending else range(0, 120, 20):
                    desk.mark(at, at + 9, "ACTOR", by_character=True)
                desk.set_state(State.DONE)
        with project.write() as db:
            blind.set_share(db, 0.05)
    window = Window(Project.open(place, program="tour"), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    window.queueing.use(Order.VALUE)
    wait_for(app, lambda: not window.queueing.busy)
    window.session.open(window.session.library.next_waiting(0) or "")
    settle(app)
    shoot(window, folder, f"order-{theme}")
    window.blind.open()
    dialog = dialog_of(app)
    shoot(dialog, folder, f"blind-share-{theme}")
    dialog.reject()
    with window.project.write() as db:
        blind.set_share(db, 1.0)
    at_hand = window.session.desk.article
    assert at_hand is not None
    window.session.open(window.session.library.neighbour(at_hand.number, 1) or "")
    settle(app)
    shoot(window, folder, f"blind-{theme}")
    window.statistics.open()
    wait_for(app, lambda: not window.statistics.busy)
    shown = dialog_of(app)
    assert isinstance(shown, StatisticsDialog)
    shown.resize(1200, 720)
    for row in range(shown.list.count() - 3, shown.list.count()):
        shown.list.setCurrentRow(row)
        settle(app)
        chart = shown.panel.view.chart
        shoot(shown, folder, f"statistics-{chart.name if chart else row}-{theme}")
    shown.close()
    window.close()
