"""The tutorial: each step waits for the real act in the real window, and the score is that of what was left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from depeche import settings
from depeche.annotate import lesson
from depeche.core.article import State
from depeche.settings import Settings
from depeche.store.project import Project
from depeche.ui import tutor
from depeche.ui.app import Program
from depeche.ui.dialogs.score import ScoreDialog
from depeche.ui.tutor import Tutor
from depeche.ui.welcome import Welcome
from tests.ui.hands import Hands, settle


@pytest.fixture
def hands(open_window: Callable[[Project], Hands]) -> Hands:
    """Hands on the window of the tutorial, at its first step."""
    return open_window(Project.open(tutor.make()))


@pytest.fixture
def teacher(hands: Hands) -> Tutor:
    assert hands.window.tutor.panel is not None
    return hands.window.tutor


def step(teacher: Tutor) -> str:
    """The title of the step that is due."""
    return teacher.panel.title.text().partition(" · ")[2]


def go_to(hands: Hands, words: str) -> None:
    """Press Tab until the hand is on these words."""
    for _ in range(40):
        if hands.focused == words:
            return
        hands.press("Tab")
    raise AssertionError(words)


def select(hands: Hands, words: str) -> None:
    """Select one word with the arrows, from the beginning of the article."""
    hands.press(*["Ctrl+Left"] * 12)
    for _ in range(20):
        hands.press("Right")
        if hands.selected == words:
            return
    raise AssertionError(words)


def work_through(hands: Hands, teacher: Tutor, qtbot: QtBot) -> list[str]:
    """Do what each step asks for; return the titles that were shown on the way."""
    seen = [step(teacher)]

    def done() -> None:
        QApplication.processEvents()
        assert seen[-1] != step(teacher), f"« {seen[-1]} » goes on waiting"
        seen.append(step(teacher))

    hands.press("Space")
    done()
    hands.press("C")
    done()
    go_to(hands, "La Talvanie")
    hands.press("I")
    done()
    go_to(hands, "lundi")
    hands.press("L")
    done()
    go_to(hands, "Belmare")
    hands.press("X")
    done()
    hands.press("2")
    done()
    go_to(hands, "25.000 à 30.000")
    hands.press("V")
    hands.type("25000 à 30000")
    hands.press("Return")
    done()
    select(hands, "Osmarie")
    hands.press("A")
    while hands.focused_one.kind != "GPE":
        hands.press("G")
    done()
    hands.press("W")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None or len(hands.dialogs) > 0)
    dialog = hands.dialogs[0]
    qtbot.waitUntil(lambda: dialog.view.model().rowCount() > 0)
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    done()
    hands.press("Ctrl+Z")
    done()
    hands.press("Ctrl+Y")
    done()
    hands.press("Shift+Space")
    QApplication.processEvents()
    hands.press("Return")
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    done()
    return seen


def click(button: QPushButton) -> None:
    """Press a button by the keyboard."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()


def result(hands: Hands, qtbot: QtBot) -> ScoreDialog:
    qtbot.waitUntil(lambda: any(isinstance(one, ScoreDialog) for one in hands.dialogs))
    return next(one for one in hands.dialogs if isinstance(one, ScoreDialog))


def test_the_lesson_is_whole():
    made = tutor.shipped()
    text = made.article.text
    assert 1200 <= len(text) <= 1800
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in made.gold)
    assert {one.label for one in made.gold} == {"ACTOR", "FIGURE", "DATE", "QUOTE"}
    exact = {(one.start, one.end, one.label): one for one in made.suggestions}
    right = [exact[place] for one in made.gold if (place := (one.start, one.end, one.label)) in exact]
    wrong = [one for one in made.suggestions if one not in right]
    assert sorted(text[one.start : one.end] for one in wrong) == ["Belmare", "Genève", "La Talvanie", "trois jours"]


def test_who_does_what_is_asked_for_gets_full_marks(hands: Hands, teacher: Tutor, qtbot: QtBot):
    seen = work_through(hands, teacher, qtbot)
    assert seen[0] == "Accepter"
    assert seen[-1] == "Le reste"
    assert len(set(seen)) == 13
    go_to(hands, "Genève")
    hands.press("X")
    while hands.pending:
        hands.press("Tab", "Space")
    assert step(teacher) == "Terminer"
    hands.press("F")
    dialog = result(hands, qtbot)
    assert [(one.what, hands.text[one.span.start : one.span.end], one.wanted) for one in dialog.mistakes] == []
    assert "comme le guide le veut" in dialog.summary.text()
    assert teacher.panel.result.isVisible()
    assert 40 < teacher.keys < 140
    dialog.close()


def test_a_key_that_does_something_else_does_not_do_the_step(hands: Hands, teacher: Tutor):
    hands.press("X")
    assert step(teacher) == "Accepter"
    hands.press("Ctrl+Z", "Space")
    assert step(teacher) == "Changer d’étiquette"


def test_a_step_can_be_passed_and_its_place_shown(hands: Hands, teacher: Tutor):
    click(teacher.panel.skip)
    assert step(teacher) == "Changer d’étiquette"
    assert "passée" in teacher.panel.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    hands.press("Esc")
    click(teacher.panel.place)
    QApplication.processEvents()
    assert hands.focused == "trois jours"
    assert hands.view.hasFocus()


def test_keys_are_counted_once_each_and_modifiers_never(hands: Hands, teacher: Tutor):
    hands.press("Tab", "Tab", "Shift+Tab")
    assert teacher.keys == 3
    QTest.keyClick(hands.view, Qt.Key.Key_Shift)
    assert teacher.keys == 3
    assert "3" in teacher.panel.keys.text()


def test_what_is_missed_wrong_or_too_much_is_listed_and_opens_its_place(hands: Hands, teacher: Tutor, qtbot: QtBot):
    hands.press("Space")  # right; « trois jours » stays a date, and all else is missed
    hands.press("Space")
    hands.press("Tab")
    go_to(hands, "lundi")
    hands.press("Space")
    while teacher.panel.skip.isVisible():
        click(teacher.panel.skip)
    teacher.show_score()
    dialog = result(hands, qtbot)
    said = [(one.what, hands.text[one.span.start : one.span.end], one.wanted) for one in dialog.mistakes]
    assert ("en trop", "trois jours", "—") in said
    assert ("valeur", "lundi", "2025-03-10") in said
    assert sum(what == "manqué" for what, _, _ in said) == 29 - 2
    row = next(n for n, one in enumerate(said) if one[1] == "lundi")
    dialog.list.selectRow(row)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert hands.focused == "lundi"
    assert dialog.table.rowCount() == 5
    dialog.close()


def test_f12_begins_anew_and_comes_back_to_ones_own_projects(project: Project, qtbot: QtBot, qapp: QApplication):
    settings.save(Settings())
    program = Program(qapp)
    folder = project.folder
    project.close()
    program.open(folder)
    first = program.window
    assert first is not None
    settle(first)
    assert first.tutor.panel is None
    Hands(first).press("F12")
    qtbot.waitUntil(lambda: program.window is not None and program.window is not first)
    window = program.window
    qtbot.waitUntil(lambda: window.tutor.panel is not None)
    assert settings.load().recent == (str(folder),)
    hands = Hands(window)
    settle(window)
    hands.press("Space")
    assert window.tutor.at == 1
    hands.press("F12")
    qtbot.waitUntil(lambda: program.window is not None and program.window is not window)
    again = program.window
    qtbot.waitUntil(lambda: again.tutor.panel is not None)
    assert (again.tutor.at, again.session.desk.spans) == (0, ())
    settle(again)
    again.close()
    program.stop()
    for widget in qapp.topLevelWidgets():
        if isinstance(widget, QDialog | Welcome):
            widget.close()


def test_the_welcome_page_offers_it(qtbot: QtBot):
    page = Welcome(Settings())
    qtbot.addWidget(page)
    asked: list[bool] = []
    page.tutorial_asked.connect(lambda: asked.append(True))
    button = next(one for one in page.findChildren(QPushButton) if "touches" in one.text())
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked == [True]


@pytest.mark.parametrize(("own", "key"), [({}, Qt.Key.Key_F12), ({"tutorial": ("F9",)}, Qt.Key.Key_F9)])
def test_its_key_opens_it_from_the_welcome_page_too(qtbot: QtBot, own, key):
    page = Welcome(Settings(keys=own))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    with qtbot.waitSignal(page.tutorial_asked):
        QTest.keyClick(page, key)


def test_values_are_compared_as_people_mean_them():
    assert lesson.same_value("Conseil de Sécurité", "conseil de securite")
    assert lesson.same_value(("B", "a"), ("A", "b"))
    assert not lesson.same_value("2025-03-10", "2025-03-17")
    assert not lesson.same_value("25000..30000", "25000")
    assert not lesson.same_value(None, "x")


def test_left_half_way_and_opened_again_it_goes_on_where_it_was(
    hands: Hands, teacher: Tutor, open_window: Callable[[Project], Hands]
):
    hands.press("Space")
    assert step(teacher) == "Changer d’étiquette"
    hands.window.close()
    again = open_window(Project.open(tutor.folder()))
    assert step(again.window.tutor) == "Changer d’étiquette"


def test_a_wrong_act_is_answered_with_what_it_did_and_how_to_undo_it(hands: Hands, teacher: Tutor):
    hands.press("Q")
    assert step(teacher) == "Accepter"
    said = teacher.panel.answered.text()
    assert "Étiqueté «\u202fTalvanie\u202f» comme Citation" in said
    assert "Ctrl+Z l’annule" in said
    assert teacher.panel.answered.isVisible()
    hands.press("Ctrl+Z")
    assert not teacher.panel.answered.isVisible()
    hands.press("X")
    assert "Ctrl+Z" in teacher.panel.answered.text()
    hands.press("Ctrl+Z", "Space")
    assert step(teacher) == "Changer d’étiquette"
    assert teacher.panel.answered.text() == ""


def test_an_act_that_is_right_elsewhere_is_said_to_be_so(hands: Hands, teacher: Tutor):
    hands.press("Space", "Tab", "Tab", "Tab")
    go_to(hands, "Mara Selk")
    hands.press("Space")
    assert step(teacher) == "Changer d’étiquette"
    assert "l’étape attend autre chose" in teacher.panel.answered.text()


def test_an_article_finished_too_early_is_explained_and_can_be_opened_again(hands: Hands, teacher: Tutor):
    hands.press("Space", "F")
    assert "13 étapes attendent encore" in teacher.panel.answered.text()
    hands.press("Ctrl+Z")
    assert hands.window.session.desk.state is State.STARTED
    assert not teacher.panel.answered.isVisible()


def test_what_is_passed_is_not_done_and_the_bar_says_so(hands: Hands, teacher: Tutor):
    assert teacher.panel.progress.text() == "0 étape faite sur 14"
    hands.press("Space")
    while teacher.panel.skip.isVisible():
        click(teacher.panel.skip)
    signs = [teacher.panel.list.item(n).text()[0] for n in range(14)]
    assert signs == ["✓", *["–"] * 13]
    assert teacher.panel.progress.text() == "1 étape faite sur 14"


def test_f_opens_the_score_whenever_all_is_done(hands: Hands, teacher: Tutor, qtbot: QtBot):
    while teacher.panel.skip.isVisible():
        click(teacher.panel.skip)
    for _ in range(2):
        hands.view.setFocus()
        hands.press("F")
        result(hands, qtbot).close()
        qtbot.waitUntil(lambda: not any(isinstance(one, ScoreDialog) and one.isVisible() for one in hands.dialogs))
