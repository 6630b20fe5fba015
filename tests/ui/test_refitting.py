"""Scores measured again by themselves: when it is due, off the window's thread, and not under the hand."""

from __future__ import annotations

import json

import pytest
from pytestqt.qtbot import QtBot

from depeche.__main__ import main
from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.core.calibration import Calibration, from_json
from depeche.store import confidence as store
from depeche.store.project import Project
from depeche.suggest import confidence
from tests.fixtures import TREATY, guess, key_of, propose
from tests.ui.hands import Hands


def known(project: Project) -> Calibration:
    with project.read() as db:
        return store.get(db)


def finish(project: Project, *names: str) -> None:
    desk = Desk(project)
    for name in names:
        desk.open(key_of(project, name))
        desk.set_state(State.DONE)


def test_it_is_due_after_so_many_finished_articles_and_not_before(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confidence, "EVERY", 2)
    finish(project, "traité")
    assert not confidence.is_due(project)
    finish(project, "crue")
    assert confidence.is_due(project)
    confidence.keep(project, confidence.measure(project))
    assert known(project).articles == 2
    finish(project, "calme")
    assert not confidence.is_due(project)


def test_what_a_package_brought_stays_until_more_is_finished_here(project: Project) -> None:
    with project.write() as db:
        store.put(db, Calibration({("rules", "ACTOR", "*"): (0.5,) * 22}, 0.3, judged=50, articles=2, brought=True))
    finish(project, "traité", "crue")
    assert not confidence.is_due(project)
    finish(project, "calme")
    assert confidence.is_due(project)


def test_a_project_that_is_open_is_measured_from_beside_and_nothing_is_written(
    project: Project, capsys: pytest.CaptureFixture
) -> None:
    propose(project, "traité", guess(TREATY, "Tarsis", "ACTOR", kind="GPE"))
    finish(project, "traité")
    before = known(project)
    assert main(["confidence", str(project.folder), "--measure"]) == 0
    said = from_json(json.loads(capsys.readouterr().out)["calibration"])
    assert said == confidence.measure(project).calibration
    assert known(project) == before


def test_the_window_measures_by_itself_and_leaves_the_open_article_as_it_is(
    hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confidence, "EVERY", 1)
    window, project = hands.window, hands.window.project
    refitting = window.learning.refitting
    refitting.pause.setInterval(0)
    confidence.hide_below(project, 0.01)
    hands.press("Space", "X")
    with qtbot.waitSignal(refitting.renewed, timeout=60_000):
        hands.press("F")
    open_one = window.session.desk.article
    assert open_one is not None
    assert (known(project).articles, known(project).hide_below) == (1, 0.01)
    shown = [(one.key, one.score) for one in window.session.desk.pending]
    assert shown
    with project.write() as db:
        none = {place: (0.02,) * len(cell) for place, cell in known(project).cells.items()}
        store.put(db, Calibration(none, articles=1))
    hands.press("X", "Ctrl+Z")  # an undo reads the article again
    window.session.refresh()
    assert [(one.key, one.score) for one in window.session.desk.pending] == shown
    window.session.open(open_one.key)
    assert {one.score for one in window.session.desk.pending} == {0.02}


def test_closing_the_window_ends_it(hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "EVERY", 1)
    refitting = hands.window.learning.refitting
    refitting.pause.setInterval(0)
    before = known(hands.window.project)
    hands.press("Space", "F")
    qtbot.waitUntil(lambda: refitting.child.running, timeout=30_000)
    refitting.cancel()
    assert not refitting.child.running
    assert known(hands.window.project) == before


def test_what_a_person_asks_for_is_shown_at_once(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window
    hands.press("Space", "F")
    qtbot.waitUntil(lambda: not window.learning.busy, timeout=30_000)
    window.learning.measure()
    qtbot.waitUntil(lambda: not window.learning.busy, timeout=30_000)
    cells = known(window.project).cells
    assert window.session.desk.sheet.meaning.cells == cells  # type: ignore[union-attr]
