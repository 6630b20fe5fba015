"""F9: a model is trained beside the window by a real child process, judged, adopted; errors and confidence are seen."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.store import finished
from depeche.store.project import Project
from depeche.suggest.suggest import suggest
from depeche.train import adoption, shelf
from depeche.ui.dialogs.learning import LearningDialog
from tests.train import world
from tests.ui.hands import Hands, settle

TRAINING_MS = 500_000
"""How long a training of few articles may take on a machine with much else to do."""

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of twelve articles, eleven of them finished, with suggestions; made once, copied for each test."""
    folder = tmp_path_factory.mktemp("appris") / "projet"
    with world.make(folder, number=12) as project:
        suggest(project)
        # Finished before anything was proposed, so that nobody looked at it: it counts from an answer on.
        desk = Desk(project)
        with project.read() as db:
            keys = finished.keys(db)
        for key in keys:
            desk.open(key)
            if desk.pending:
                desk.reject(desk.pending[0].key)
    return folder


@pytest.fixture(scope="module")
def trained(taught: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after a training with its curve."""
    folder = Path(shutil.copytree(taught, tmp_path_factory.mktemp("entraîné") / "projet"))
    words = ("train", str(folder), "--report", "json", "--curve", "--seeds", "2")
    done = subprocess.run(paths.command(*words), capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return folder


@pytest.fixture
def opened(
    tmp_path: Path, open_window: Callable[[Project], Hands], qtbot: QtBot
) -> Iterator[Callable[[Path], tuple[Hands, LearningDialog]]]:
    made: list[Project] = []

    def look(folder: Path) -> tuple[Hands, LearningDialog]:
        project = Project.open(Path(shutil.copytree(folder, tmp_path / "projet")))
        made.append(project)
        hands = open_window(project)
        hands.press("F9")
        (dialog,) = hands.window.findChildren(LearningDialog)
        rest(hands, qtbot)
        return hands, dialog

    yield look
    for project in made:
        project.close()


def rest(hands: Hands, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not hands.window.learning.busy, timeout=TRAINING_MS)
    settle(hands.window)


def test_a_training_is_started_followed_judged_and_adopted(taught, opened, qtbot):
    hands, dialog = opened(taught)
    page, learning = dialog.train_page, hands.window.learning
    assert "11" in page.state.text()
    assert not page.table.isVisible()
    heard: list[str] = []
    learning.progressed.connect(lambda _: heard.append(page.progress.words.text()))
    page.start.click()
    qtbot.waitUntil(lambda: learning.child.running)
    assert not page.start.isEnabled()
    learning.train(curve=False)
    assert "déjà en cours" in page.progress.words.text()
    rest(hands, qtbot)
    assert any("perte" in words and "pas " in words for words in heard), heard
    assert any("encore" in words for words in heard)
    assert dialog.model.currentData() == "modele-1"
    assert page.table.rowCount() >= 4
    systems = {page.table.item(row, 1).text() for row in range(page.table.rowCount())}
    assert systems == {"règles seules", "modèle livré", "modele-1"}
    assert "ne l’adoptez pas" in page.verdict.text()
    assert "Trop peu d’articles de test pour décider" in page.about.text()
    project = hands.window.project
    assert adoption.current(project) is None
    page.keep.click()
    assert "reste en usage" in page.progress.words.text()
    page.adopt.click()
    qtbot.waitUntil(lambda: adoption.current(project) is not None and not hands.window.jobs.busy)
    rest(hands, qtbot)
    assert adoption.current(project).name == "modele-1"
    assert not page.adopt.isEnabled()
    page.back.click()
    qtbot.waitUntil(lambda: adoption.current(project) is None and not hands.window.jobs.busy)
    rest(hands, qtbot)
    page.remove.click()
    qtbot.waitUntil(lambda: dialog.model.count() == 0)
    rest(hands, qtbot)
    assert not shelf.path_of(project, "modele-1").exists()
    dialog.close()


def test_cancelled_nothing_of_it_stays_and_another_can_begin(taught, opened, qtbot):
    hands, dialog = opened(taught)
    learning = hands.window.learning
    dialog.curve_page.start.click()
    qtbot.waitUntil(lambda: learning.child.running and "pas " in dialog.curve_page.progress.words.text())
    child = psutil.Process(learning.child.pid)
    dialog.curve_page.progress.stop.click()
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
    assert "annulé" in dialog.curve_page.progress.words.text()
    assert dialog.train_page.start.isEnabled()
    assert shelf.sync(hands.window.project) == []
    with shelf.training(hands.window.project):
        pass
    dialog.close()


def test_a_window_that_closes_over_a_training_asks_and_ends_it(taught, opened, qtbot):
    hands, dialog = opened(taught)
    window = hands.window
    dialog.train_page.start.click()
    qtbot.waitUntil(lambda: window.learning.child.running and window.learning.child.pid > 0, timeout=30_000)
    child = psutil.Process(window.learning.child.pid)
    dialog.close()
    qtbot.waitUntil(lambda: "Entraînement" in hands.shown(window.label_bar), timeout=30_000)
    assert not window.close()
    (box,) = [one for one in hands.dialogs if isinstance(one, QMessageBox)]
    assert "Un entraînement est en cours" in box.text()
    next(one for one in box.buttons() if one.text() == "Ne pas fermer").click()
    assert child.is_running()
    assert not window.close()
    (box,) = [one for one in hands.dialogs if isinstance(one, QMessageBox)]
    next(one for one in box.buttons() if one.text() == "Abandonner et fermer").click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_the_bar_of_the_window_stops_a_training(taught, opened, qtbot):
    hands, dialog = opened(taught)
    dialog.train_page.start.click()
    qtbot.waitUntil(lambda: "Entraînement" in hands.shown(hands.window.label_bar), timeout=30_000)
    dialog.close()
    stop = next(one for one in hands.window.label_bar.findChildren(QPushButton) if one.text() == "Arrêter")
    qtbot.waitUntil(stop.isVisible, timeout=30_000)
    stop.click()
    assert not hands.window.learning.child.running
    qtbot.waitUntil(lambda: not stop.isVisible(), timeout=30_000)


def test_a_child_that_dies_is_told_in_a_sentence(taught, opened, qtbot):
    hands, dialog = opened(taught)
    dialog.train_page.start.click()
    qtbot.waitUntil(lambda: hands.window.learning.child.running and hands.window.learning.child.pid > 0)
    psutil.Process(hands.window.learning.child.pid).kill()
    qtbot.waitUntil(lambda: not hands.window.learning.child.running)
    assert "interrompu" in dialog.train_page.progress.words.text()
    assert dialog.train_page.start.isEnabled()
    dialog.close()


def test_a_training_elsewhere_is_refused_by_the_child_and_said(taught, opened, qtbot):
    hands, dialog = opened(taught)
    with shelf.training(hands.window.project):
        dialog.train_page.start.click()
        qtbot.waitUntil(lambda: "en cours dans ce projet" in dialog.train_page.progress.words.text())
    dialog.close()


def test_too_few_articles_are_said_with_how_many_are_needed(tmp_path_factory, opened):
    folder = tmp_path_factory.mktemp("peu") / "projet"
    world.make(folder, number=4, finished=2).close()
    _, dialog = opened(folder)
    assert "au moins 5" in dialog.train_page.state.text()
    assert not dialog.train_page.start.isEnabled()
    assert not dialog.curve_page.start.isEnabled()
    assert dialog.curve_page.panel.view.chart.is_empty
    assert dialog.confidence_page.panel.view.chart is not None
    dialog.close()


def test_a_training_that_was_done_while_closed_is_found_with_its_curve(trained, opened, tmp_path, monkeypatch):
    _, dialog = opened(trained)
    assert dialog.model.currentData() == "modele-1"
    dialog.pages.setCurrentWidget(dialog.curve_page)
    chart = dialog.curve_page.panel.view.chart
    assert not chart.is_empty
    assert {one.colour for one in chart.series} >= {"ACTOR", "FIGURE"}
    said = dialog.curve_page.promises.text()
    assert "articles" in said or "trop tôt" in said
    target = tmp_path / "courbe.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.curve_page.save_json.click()
    assert json.loads(target.read_text(encoding="utf-8"))["labels"].keys() >= {"ACTOR", "all"}
    dialog.close()


def test_enter_on_an_error_opens_the_article_at_the_place(trained, opened):
    hands, dialog = opened(trained)
    page = dialog.errors_page
    report = dict(shelf.report_of(hands.window.project, "modele-1"))
    if not report["errors"]:  # the model of this small world may make none
        with hands.window.project.read() as db:
            from depeche.store import articles

            article = articles.get(db, next(iter(report["sides"])))
        error = {"what": "missed", "article": article.key, "start": 0, "end": 7, "label": "ACTOR", "words": "Affaire",
                 "around": article.text[:60], "should": None, "said": None, "score": None}  # fmt: skip
        from depeche.ui.learning import Model

        page.put(Model("modele-1", False, {"errors": [error]}))
    dialog.pages.setCurrentWidget(page)
    page.tree.setFocus()
    error = page.chosen
    assert error is not None
    hands.press("Return")
    assert hands.window.session.desk.article.key == error["article"]
    held = hands.window.session.focused or hands.window.session.grip
    assert (held.start, held.end) == (error["start"], error["end"])
    dialog.close()


def test_both_sides_of_an_error_are_readable_in_full(trained, opened):
    from depeche.ui.learning import Model

    _, dialog = opened(trained)
    page = dialog.errors_page
    dialog.pages.setCurrentWidget(page)
    right = {"label": "ACTOR", "kind": "ORG", "value": "Commission électorale centrale indépendante de <b>Corvane</b>"}
    error = {"what": "value", "article": "a", "start": 0, "end": 7, "label": "ACTOR", "words": "Affaire",
             "around": "Affaire", "should": right, "said": {**right, "value": f"{right['value']}-Nord"},
             "score": 0.9}  # fmt: skip
    page.put(Model("x", False, {"errors": [error]}))
    for value in (right["value"], f"{right['value']}-Nord."):
        assert value in page.around.text()
    item = page.tree.currentItem()
    assert "&lt;b&gt;" in item.toolTip(1)
    assert page.tree.textElideMode() is Qt.TextElideMode.ElideMiddle
    assert page.tree.columnWidth(1) == pytest.approx(page.tree.columnWidth(0), abs=2)
    dialog.close()


def test_the_bar_of_a_training_never_runs_back(taught, opened, qtbot):
    hands, dialog = opened(taught)
    line = dialog.train_page.progress
    seen: list[int] = []
    hands.window.learning.progressed.connect(lambda one: "step" in one and seen.append(line.bar.value()))
    dialog.train_page.start.click()
    qtbot.waitUntil(lambda: hands.window.learning.child.running)
    rest(hands, qtbot)
    assert seen
    assert seen == sorted(seen)
    assert seen[-1] == line.bar.maximum()
    dialog.close()


def test_the_threshold_says_live_what_it_costs_and_hides(taught, opened, qtbot):
    hands, dialog = opened(taught)
    page = dialog.confidence_page
    dialog.pages.setCurrentWidget(page)
    assert not page.panel.view.chart.is_empty
    assert "cal" in page.error.text() or "Trop peu" in page.error.text()
    key = hands.window.session.library.neighbour(11, 1)
    hands.window.session.open(key)
    before = len(hands.window.session.desk.pending)
    assert before
    page.slider.setFocus()
    hands.press("End")
    assert page.cost.text().startswith("sous 0,95")
    assert "rejets épargnés" in page.cost.text()
    qtbot.waitUntil(lambda: len(hands.window.session.desk.pending) < before)
    hidden = before - len(hands.window.session.desk.pending)
    assert f"{hidden} suggestion" in hands.window.article_panel._about.words
    page.shown.click()
    assert len(hands.window.session.desk.pending) == before
    page.shown.click()
    hands.press("Home")
    page.flush()
    assert page.cost.text() == "Rien n’est caché."
    dialog.close()


def test_every_control_has_a_name(trained, opened):
    _, dialog = opened(trained)
    for page in (dialog.train_page, dialog.curve_page, dialog.errors_page, dialog.confidence_page):
        dialog.pages.setCurrentWidget(page)
        for widget in page.findChildren(type(page).__mro__[1]):
            if widget.isVisible() and widget.focusPolicy() and widget.metaObject().className() in (
                "QComboBox", "QSlider", "QTableWidget", "QTreeWidget", "QProgressBar",
            ):  # fmt: skip
                assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
    assert QApplication.activeWindow() is not None
    dialog.close()
