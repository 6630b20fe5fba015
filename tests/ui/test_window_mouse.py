"""An analyst with the mouse: what is drawn over is what is marked, to the code point, whatever the text holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTableWidget
from pytestqt.qtbot import QtBot

from depeche.core.article import State
from depeche.store.project import Project
from tests.fixtures import CALM, FLOOD, TREATY
from tests.ui.conftest import QUOTE
from tests.ui.hands import LEFT, NO_MODIFIER, Hands
from tests.ui.test_window_keys import stored, stored_words

ALT = Qt.KeyboardModifier.AltModifier


def test_a_drag_takes_whole_words_and_a_label_key_trims_them(hands: Hands, project: Project) -> None:
    at = TREATY.index("l’Otan")
    hands.drag(at + 1, TREATY.index("tan.") + 2)
    assert hands.selected == "l’Otan"
    hands.press("A")
    assert stored_words(project) == [("Otan", "ACTOR")]


def test_while_the_mouse_selects_the_words_it_touches_are_shown(hands: Hands) -> None:
    first, last = hands.point(TREATY.index("quitteront") + 3), hands.point(TREATY.index("vallée") + 2)
    viewport = hands.view.viewport()
    QTest.mousePress(viewport, LEFT, NO_MODIFIER, first)
    QTest.mouseMove(viewport, last)
    shown = hands.view._preview()
    QTest.mouseRelease(viewport, LEFT, NO_MODIFIER, last)
    assert shown is not None
    assert TREATY[slice(*shown)] == "quitteront la vallée" == hands.selected


def test_with_alt_a_drag_takes_characters(hands: Hands, project: Project) -> None:
    at = TREATY.index("quitteront")
    hands.drag(at + 2, at + 7, ALT)
    assert hands.selected == "itter"
    hands.press("C")
    assert stored_words(project) == [("itter", "FIGURE")]


def test_a_double_click_takes_a_word(hands: Hands) -> None:
    rect = hands.view._rects(TREATY.index("soldats"), TREATY.index("soldats") + 1)[0]
    QTest.mouseDClick(hands.view.viewport(), LEFT, NO_MODIFIER, rect.center().toPoint())
    assert hands.selected == "soldats"


def test_a_click_takes_the_innermost_mark_and_again_the_one_around(hands: Hands) -> None:
    at = TREATY.index("Ostralie") + 2
    hands.click(at)
    assert hands.focused == "Ostralie"
    hands.click(at)
    assert hands.focused == QUOTE
    hands.click(at)
    assert hands.focused == "Ostralie"
    hands.click(TREATY.index("paix"))
    assert hands.focused == QUOTE
    hands.click(TREATY.index("muet") if "muet" in TREATY else TREATY.index("vallée"))
    assert hands.focused is None


def test_a_click_in_the_list_of_marks_takes_that_mark_and_keys_act_on_it(hands: Hands, project: Project) -> None:
    view = hands.window.marks_panel.view
    index = view.model().index(4)
    QTest.mouseClick(view.viewport(), LEFT, NO_MODIFIER, view.visualRect(index).center())
    assert hands.focused == "Quelque 600"
    hands.press("Space")
    assert stored_words(project) == [("Quelque 600", "FIGURE")]


def test_a_click_on_a_label_does_what_its_key_does(hands: Hands, project: Project) -> None:
    (chip,) = (one for one in hands.window.label_bar.chips.chips if "Date" in one.accessibleName())
    QTest.mouseClick(chip, LEFT)
    assert stored_words(project) == [("Ilan Vorga", "DATE")]
    assert hands.view.hasFocus()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("crue", FLOOD, "personnes ont fui"),
        ("crue", FLOOD, "25\u202f000 personnes"),
        ("crue", FLOOD, "préfet reste muet"),
        ("calme", CALM, "e\u0301te\u0301 calme"),
        ("calme", CALM, "Tarsis"),
        ("calme", CALM, "La Croix-Rouge"),
        ("calme", CALM, "3\u00a0%"),
    ],
)
def test_offsets_are_exact_behind_flags_line_ends_and_combining_marks(
    hands: Hands, project: Project, name: str, text: str, words: str
) -> None:
    hands.press("N", *(["N"] if name == "calme" else []))
    start = text.index(words)
    hands.drag(start, start + len(words), ALT)
    assert hands.selected == words
    hands.press("Q")
    (span,) = (one for one in stored(project, name).spans if one.label == "QUOTE")
    assert (span.start, span.end) == (start, start + len(words))
    hands.press("Right", "Shift+Right", "D")
    for one in stored(project, name).spans:
        assert text[one.start : one.end] == text[one.start : one.end].strip()


def test_a_selection_beyond_an_emoji_by_mouse_snaps_to_the_same_words(hands: Hands, project: Project) -> None:
    hands.press("N", "N")
    start = CALM.index("Tarsis")
    hands.drag(start + 2, start + 4)
    assert hands.selected == "Tarsis"
    hands.press("A")
    assert stored_words(project, "calme") == [("Tarsis", "ACTOR")]


def test_the_list_is_filtered_by_state(hands: Hands, project: Project) -> None:
    hands.press("F", "M")
    panel = hands.window.articles_panel
    (states,) = panel.findChildren(QComboBox)
    rows = {}
    for index in range(states.count()):
        states.setCurrentIndex(index)
        model = panel.view.model()
        rows[states.itemText(index).strip("○◐●⚑⤼ ")] = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows["Terminé"] == ["Tarsis signe le traité"]
    assert rows["Signalé"] == ["Crue à Belmare"]
    assert rows["À faire et commencés"] == ["Rien à signaler"]
    assert len(rows["Tous les états"]) == 3
    assert stored(project, "crue").state is State.FLAGGED


def test_a_click_in_the_list_opens_the_article(hands: Hands) -> None:
    view = hands.window.articles_panel.view
    QTest.mouseClick(view.viewport(), LEFT, NO_MODIFIER, view.visualRect(view.model().index(1, 0)).center())
    assert hands.title == "Crue à Belmare"
    assert hands.view.hasFocus()


def test_dropped_files_are_offered_for_import_and_come_in(
    hands: Hands, tmp_path: Path, qtbot: QtBot, project: Project
) -> None:
    file = tmp_path / "dépêche.txt"
    file.write_text("Le port rouvre\n\nLe port de Belmare a rouvert mardi.\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    window = hands.window
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, LEFT, NO_MODIFIER)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, LEFT, NO_MODIFIER))
    (dialog,) = hands.dialogs
    chosen = next(one for one in dialog.findChildren(QTableWidget) if one.accessibleName() == "À importer")
    qtbot.waitUntil(lambda: chosen.rowCount() == 1)
    assert "dépêche.txt" in chosen.item(0, 0).text()
    with qtbot.waitSignal(window.work.articles_changed):
        hands.press("Return")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "4 articles" in hands.shown()
    assert "nouveaux : 1" in hands.message or "suggestions nouvelles" in hands.message


def test_what_is_no_file_is_not_taken(hands: Hands) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.txt")])
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_MODIFIER)
    enter.ignore()
    QApplication.sendEvent(hands.window, enter)
    assert not enter.isAccepted()


def test_the_window_comes_back_as_it_was_left(hands: Hands, qtbot: QtBot, reopen: Callable[[], Project]) -> None:
    hands.window.resize(790, 730)  # no wider than the offscreen screen
    QApplication.processEvents()
    hands.window.desk_area.setSizes([250, 220])
    hands.press("Ctrl++", "N")
    zoom = hands.window.settings.zoom
    hands.window.close()
    again = Hands(type(hands.window)(reopen(), hands.window.settings))
    qtbot.addWidget(again.window)
    again.window.show()
    QApplication.processEvents()
    assert (again.window.width(), again.window.height()) == (790, 730)
    assert again.window.desk_area.sizes()[1] == 220
    assert again.window.settings.zoom == zoom > 1
    assert again.title == "Crue à Belmare"
    again.window.close()
