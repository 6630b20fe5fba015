"""Searching in the window: as one types, opened in place, labelled at one stroke and taken back in one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from depeche.annotate.concordance import Asked
from depeche.annotate.desk import Desk
from depeche.core.finding import Standing
from depeche.store import articles, search, tables
from depeche.store.check import check
from depeche.store.project import Project
from depeche.ui.dialogs.find import FindDialog
from depeche.ui.dialogs.find_rows import KEY, LEFT, MARK, RIGHT
from tests.fixtures import key_of, make_project
from tests.ui.hands import Hands, settle
from tests.ui.test_window_keys import stored


@pytest.fixture
def found(hands: Hands, qtbot: QtBot) -> FindDialog:
    """The search, opened by its key; closed at the end."""
    hands.press("Ctrl+Shift+F")
    (dialog,) = hands.dialogs
    assert isinstance(dialog, FindDialog)
    yield dialog
    dialog.close()


def rest(dialog: FindDialog, qtbot: QtBot) -> None:
    """Wait until the last search is shown."""
    quiet = lambda: not (dialog._soon.isActive() or dialog._again.isActive() or dialog._searching.busy)  # noqa: E731
    qtbot.waitUntil(quiet)


def shown(dialog: FindDialog, column: int = KEY) -> list[str]:
    rows = dialog.rows
    return [str(rows.index(row, column).data() or "") for row in range(rows.rowCount())]


def seek(hands: Hands, dialog: FindDialog, words: str, qtbot: QtBot) -> list[str]:
    dialog.filters.words.setFocus()
    dialog.filters.words.selectAll()
    hands.press("Del")
    hands.type(words)
    rest(dialog, qtbot)
    return shown(dialog)


def said(dialog: FindDialog) -> str:
    return " ".join((dialog.count.words if dialog.rows.lines else dialog._nothing.text()).split())


def test_lines_come_as_one_types_and_say_how_many(hands, found, qtbot):
    assert "accents" in said(found)
    assert seek(hands, found, "elys", qtbot) == ["Élysée"]
    assert seek(hands, found, "tarsis", qtbot) == ["Tarsis", "Tarsis"]
    assert said(found) == "2 lignes · dans 2 articles"
    assert shown(found, LEFT)[1].endswith("calme 😀 à ")
    assert shown(found, RIGHT)[0].startswith(" signe le traité")
    assert seek(hands, found, "zeppelin", qtbot) == []
    assert "Rien ne correspond" in said(found)
    assert seek(hands, found, '"', qtbot) == []
    assert seek(hands, found, "« »", qtbot) == []
    hands.press("Ctrl+A", "Del")
    rest(found, qtbot)
    assert "accents" in said(found)


def test_what_is_typed_last_wins(hands, found, qtbot):
    questions = []
    found._searching.found.connect(lambda one: questions.append(one.question.words))
    for words in ("t", "ta", "tar", "tarsis", "préfet"):
        found._searching.seek(Asked(words))
    rest(found, qtbot)
    assert [one[0].forms for one in questions] == [("prefet",)]


def test_return_opens_the_hit_with_the_hand_on_it_and_the_search_stays(hands, found, qtbot):
    seek(hands, found, "prefet", qtbot)
    hands.press("Return")
    assert (hands.title, hands.selected) == ("Crue à Belmare", "préfet")
    assert found.isVisible()
    seek(hands, found, "otan", qtbot)
    hands.press("Return")
    assert (hands.title, hands.focused) == ("Tarsis signe le traité", "Otan")
    found.filters.words.selectAll()
    hands.type("nuit")
    hands.press("Return")  # faster than the search
    rest(found, qtbot)
    assert (hands.title, hands.selected) == ("Rien à signaler", "nuit")


def test_marks_are_found_by_label_and_value(hands, found, qtbot):
    found.filters.where.setCurrentIndex(1)
    rest(found, qtbot)
    assert shown(found) == ["Ilan Vorga", "Ostralie", "Otan", "Élysée"]
    assert set(shown(found, MARK)) == {"◇ Acteur"}
    found.filters.where.setCurrentIndex(0)
    found.filters.value.setFocus()
    hands.type("> 10 000")
    rest(found, qtbot)
    assert shown(found) == ["Au moins 25 000"]
    hands.press("Ctrl+A")
    hands.type("france")
    rest(found, qtbot)
    assert shown(found) == ["Élysée"]


def test_a_date_that_is_none_is_said_in_words(hands, found, qtbot):
    seek(hands, found, "tarsis", qtbot)
    found.filters.since.setFocus()
    hands.type("2025-0")
    rest(found, qtbot)
    assert shown(found) == ["Tarsis", "Tarsis"]
    hands.type("x")
    rest(found, qtbot)
    assert "n’est pas une date" in said(found)


def test_lines_are_sorted_by_what_stands_beside(hands, found, qtbot):
    seek(hands, found, "la", qtbot)
    unsorted = shown(found, RIGHT)
    found.view.horizontalHeader().sectionClicked.emit(RIGHT)
    rest(found, qtbot)
    assert [one.split()[0] for one in shown(found, RIGHT)] == ["Croix-Rouge", "nuit", "vallée,"]
    found.view.horizontalHeader().sectionClicked.emit(LEFT)
    rest(found, qtbot)
    assert len(shown(found)) == 3
    found.view.horizontalHeader().sectionClicked.emit(4)
    rest(found, qtbot)
    assert shown(found, RIGHT) == unsorted


def test_ticked_lines_are_labelled_in_one_act_counted_first_and_undone_in_one(hands, found, project, qtbot):
    seek(hands, found, "tarsis", qtbot)
    hands.press("Down", "Space", "Down", "Space")
    assert "2 cochées : A Acteur" in said(found)
    with qtbot.waitSignal(found._searching.planned):
        hands.press("A")
    assert said(found) == "2 passages dans 2 articles deviendront : Acteur."
    assert stored(project, "calme").spans == ()
    hands.press("Return")
    assert said(found) == "Étiqueté 2 × « Tarsis » dans 2 articles. Ctrl+Z l’annule."
    assert ("Tarsis", "ACTOR") in hands.marked
    assert [(one.label, stored(project, "calme").text_of(one)) for one in stored(project, "calme").spans] == [
        ("ACTOR", "Tarsis")
    ]
    rest(found, qtbot)
    assert [line.standing for line in found.rows.lines] == [Standing.MARKED] * 2
    assert found.rows.ticked == []
    assert found.rows.index(0, LEFT).data(Qt.ItemDataRole.CheckStateRole) is None
    hands.press("Ctrl+Z")
    rest(found, qtbot)
    assert [line.standing for line in found.rows.lines] == [Standing.FREE] * 2
    assert Desk(project).undoable is None
    assert ("Tarsis", "ACTOR") not in hands.marked
    assert check(project) == []


def test_what_is_decided_is_set_apart(hands, found, qtbot):
    seek(hands, found, "vorga", qtbot)
    hands.press("Down")
    with qtbot.waitSignal(found._searching.planned):
        hands.press("A")  # part of a suggestion
    assert "déjà décidé" in said(found)
    assert not found.confirm.isVisible()
    hands.press("Space")
    assert "1 cochée" in said(found)


def test_all_lines_are_ticked_by_the_mouse_and_let_go_again(hands, found, qtbot):
    seek(hands, found, "tarsis", qtbot)
    QTest.mouseClick(found._all, Qt.MouseButton.LeftButton)
    assert len(found.rows.ticked) == 2
    QTest.mouseClick(found._all, Qt.MouseButton.LeftButton)
    assert found.rows.ticked == []
    row = found.view.visualRect(found.rows.index(1, LEFT))
    QTest.mouseClick(
        found.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        row.topLeft() + type(row.topLeft())(12, row.height() // 2),
    )
    assert len(found.rows.ticked) == 1


def test_only_what_is_scrolled_to_is_read(tmp_path, open_window: Callable[[Project], Hands], qtbot):
    texts = {f"n{n}": f"Article {n}\n\nLa paix de la vallée {n}." for n in range(700)}
    with make_project(tmp_path / "p", texts) as project:
        with project.write() as db:  # or the window, once open, looks for suggestions in all of them
            for name in texts:
                articles.set_suggested_by(db, key_of(project, name), "test")
        hands = open_window(project)
        hands.press("Ctrl+Shift+F")
        (dialog,) = hands.dialogs
        assert len(seek(hands, dialog, "paix", qtbot)) < 100
        assert "dans 700 articles" in said(dialog)
        for expected in (300, 600, 700):
            with qtbot.waitSignal(dialog._searching.continued):
                dialog.view.scrollToBottom()
            assert dialog.rows.rowCount() >= expected
            rest(dialog, qtbot)
        assert dialog.rows.rowCount() == 700
        assert dialog.rows.upto is None
        dialog.close()
        hands.window.close()


def test_every_control_has_a_name_and_every_line_can_be_read_aloud(hands, found, qtbot):
    for widget in (*found.filters.edits, found.filters.where, found.filters.states, found.filters.source, found.view):
        assert widget.accessibleName()
    assert all(button.text() for button in found.findChildren(QPushButton) if button.isVisible())
    seek(hands, found, "otan", qtbot)
    assert found.rows.index(0, KEY).data(Qt.ItemDataRole.AccessibleTextRole) == "Otan, ◇ Acteur"


def test_a_project_without_index_gets_one_in_the_background(tmp_path, open_window, qtbot):
    with make_project(tmp_path / "p") as project:
        with project.write() as db:
            search.clear(db)
        hands = open_window(project)
        qtbot.waitUntil(lambda: not lacking(project))
        settle(hands.window)
        assert check(project) == []
        hands.window.close()


def lacking(project: Project) -> list[int]:
    with project.read() as db:
        return search.lacking(db)


def test_a_read_only_project_is_searched_and_says_why_it_labels_nothing(project, open_window, qtbot):
    project.close()
    with Project.open(project.folder, read_only=True) as reader:
        hands = open_window(reader)
        hands.press("Ctrl+Shift+F")
        (dialog,) = hands.dialogs
        assert seek(hands, dialog, "tarsis", qtbot) == ["Tarsis", "Tarsis"]
        hands.press("Down")
        with qtbot.waitSignal(dialog._searching.planned):
            hands.press("A")
        hands.press("Return")
        assert "lecture seule" in hands.message
        dialog.close()
        hands.window.close()


def test_the_window_can_be_closed_while_a_search_is_under_way(hands, found, qtbot):
    for n in range(5):
        found._searching.seek(Asked(f"tarsis{n}*"))
    hands.window.close()
    assert not found.isVisible()
    assert not found._searching._reads.busy


def test_a_search_keeps_to_one_paper(tmp_path, open_window, qtbot):
    with make_project(tmp_path / "p") as project:
        for name, source in (("traité", "Radio Nulle-Part"), ("calme", "L’Écho")):
            with project.write() as db:
                db.execute(update(tables.articles).where(tables.articles.c.name == name).values(source=source))
        hands = open_window(project)
        settle(hands.window)
        hands.press("Ctrl+Shift+F")
        (dialog,) = hands.dialogs
        assert seek(hands, dialog, "tarsis", qtbot) == ["Tarsis", "Tarsis"]
        paper = dialog.filters.paper
        assert paper.isVisible()
        assert paper.accessibleName() != dialog.filters.source.accessibleName()
        assert sorted(paper.itemText(n) for n in range(paper.count())) == ["L’Écho", "Radio Nulle-Part", "Toute source"]
        paper.setFocus()
        paper.setCurrentIndex(paper.findData("L’Écho"))
        rest(dialog, qtbot)
        assert [line.name for line in dialog.rows.lines] == ["calme"]
        dialog.close()
        hands.press("Ctrl+Shift+F")
        assert paper.currentData() == "L’Écho", "it stays chosen"
        dialog.close()
        hands.window.close()


def test_lines_are_sorted_by_keys_also_by_what_was_found(hands, found, qtbot):
    found.filters.where.setCurrentIndex(1)
    rest(found, qtbot)
    as_they_stand = shown(found)
    found.view.setFocus()
    for key, column in (("Up", KEY), ("Left", LEFT), ("Right", RIGHT)):
        QTest.keyClick(found.view, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
        rest(found, qtbot)
        assert found.view.horizontalHeader().sortIndicatorSection() == column
        assert "Ctrl+" in found.rows.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if key == "Up":
            assert shown(found) == ["Élysée", "Ilan Vorga", "Ostralie", "Otan"]
    QTest.keyClick(found.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    rest(found, qtbot)
    assert shown(found) == as_they_stand
