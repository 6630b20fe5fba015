"""Notes on borderline cases in the window: one key from the hand, a sign at the place, a list, a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from depeche.annotate import notes
from depeche.store.project import Project
from depeche.ui.dialogs.note import NoteDialog
from depeche.ui.dialogs.notes import NotesDialog
from tests.ui.hands import Hands


def written(hands: Hands) -> list[tuple[str, str]]:
    return [(one.note.words, one.note.text) for one in notes.every(hands.window.project)]


def note(hands: Hands, text: str) -> None:
    """Write a note on what the hand is on, by keys."""
    hands.press("Ctrl+B")
    assert isinstance(QApplication.activeModalWidget(), NoteDialog)
    hands.type(text)
    hands.press("Return")


def signs(hands: Hands) -> list[tuple[str, bool]]:
    return [(hands.text[one.start : one.end], one.loose) for one in hands.view.signs.places]


@pytest.fixture
def listed(hands: Hands) -> Iterator[NotesDialog]:
    """The list over two notes, one on a suggestion, one on bare words."""
    note(hands, "titre dehors")
    hands.press("Esc", "Right", "Right")
    bare = hands.selected
    note(hands, "ni lieu ni acteur")
    assert [words for words, _ in written(hands)] == ["Ilan Vorga", bare]
    hands.press("Ctrl+Shift+B")
    (dialog,) = (one for one in hands.dialogs if isinstance(one, NotesDialog))
    yield dialog
    dialog.close()


def cells(dialog: NotesDialog) -> list[str]:
    return [dialog.table.item(row, 2).text() for row in range(dialog.table.rowCount())]


def test_a_note_is_two_keys_and_its_words_and_the_hand_stays(hands: Hands):
    note(hands, "titre dehors ?")
    assert written(hands) == [("Ilan Vorga", "titre dehors ?")]
    assert hands.focused == "Ilan Vorga"
    assert "Cas limite noté" in hands.message
    assert signs(hands) == [("Ilan Vorga", False)]
    assert "titre dehors" in hands.shown(hands.window.marks_panel)
    row = hands.window.marks_panel.view.model().index(0, 0)
    assert "avec une note" in row.data(Qt.ItemDataRole.AccessibleTextRole).lower()


def test_the_sign_is_seen_in_the_article_and_in_the_list(hands: Hands):
    view, rows = hands.view.viewport(), hands.window.marks_panel.view.viewport()
    before = view.grab().toImage(), rows.grab().toImage()
    hands.window.session.do(lambda: notes.write(hands.window.session.desk, hands.focused_one, "vu"))
    QApplication.processEvents()
    assert view.grab().toImage() != before[0]
    assert rows.grab().toImage() != before[1]


def test_escape_writes_nothing_and_shift_return_goes_on(hands: Hands):
    hands.press("Ctrl+B")
    hands.type("rien")
    hands.press("Esc")
    assert written(hands) == []
    hands.press("Ctrl+B")
    hands.type("une")
    hands.press("Shift+Return")
    hands.type("deux")
    hands.press("Return")
    assert written(hands) == [("Ilan Vorga", "une\ndeux")]


def test_ctrl_b_again_changes_it_and_undo_takes_each_back(hands: Hands):
    note(hands, "un")
    note(hands, "deux")
    assert written(hands) == [("Ilan Vorga", "deux")]
    hands.press("Ctrl+Z")
    assert written(hands) == [("Ilan Vorga", "un")]
    assert hands.focused == "Ilan Vorga"
    hands.press("Ctrl+Z")
    assert (written(hands), signs(hands)) == ([], [])
    hands.press("Ctrl+Y")
    assert written(hands) == [("Ilan Vorga", "un")]


def test_it_can_be_taken_away_where_it_was_written(hands: Hands):
    note(hands, "un")
    hands.press("Ctrl+B")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NoteDialog)
    QTest.keyClick(dialog.remove, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert written(hands) == []


def test_without_a_hand_it_says_what_to_do(hands: Hands):
    hands.press("Esc", "Esc")
    hands.window.session.set_focus(None)
    hands.press("Ctrl+B")
    assert "la note porte sur eux" in hands.message


def test_the_list_is_searched_and_opens_the_place(hands: Hands, listed: NotesDialog):
    assert cells(listed) == ["titre dehors", "ni lieu ni acteur"]
    listed.field.setFocus()
    hands.type("TITRÉ")
    assert cells(listed) == ["titre dehors"]
    assert " ".join(listed.count.text().split()) == "1 note"
    hands.window.session.step_article(1)
    QTest.keyClick(listed.field, Qt.Key.Key_Return)
    assert (hands.title, hands.focused) == ("Tarsis signe le traité", "Ilan Vorga")
    QApplication.processEvents()
    assert hands.view.hasFocus()


def test_bare_words_are_opened_too_and_dotted(hands: Hands, listed: NotesDialog):
    assert signs(hands)[1][1]
    listed.table.selectRow(1)
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    assert hands.selected == written(hands)[1][0]


def test_in_the_list_e_changes_and_del_takes_away_live(hands: Hands, listed: NotesDialog):
    listed.table.selectRow(0)
    QTest.keyClick(listed.table, Qt.Key.Key_E)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NoteDialog)
    dialog.field.setPlainText("autrement")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert cells(listed) == ["autrement", "ni lieu ni acteur"]
    QTest.keyClick(listed.table, Qt.Key.Key_Delete)
    assert cells(listed) == ["ni lieu ni acteur"]
    hands.window.session.undo()
    assert cells(listed) == ["autrement", "ni lieu ni acteur"]


def test_the_page_is_written_in_the_background(hands: Hands, listed: NotesDialog, tmp_path: Path, qtbot: QtBot):
    hands.window.notes.write_page(tmp_path / "cas.html")
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    QApplication.processEvents()
    assert "ni lieu ni acteur" in (tmp_path / "cas.html").read_text(encoding="utf-8")
    assert "2 notes écrites" in hands.message


def test_an_empty_project_says_how_to_begin(hands: Hands):
    hands.press("Ctrl+Shift+B")
    dialog = next(one for one in hands.dialogs if isinstance(one, NotesDialog))
    assert "Aucune note encore" in dialog.whole.text()
    assert not dialog.write.isEnabled()
    assert QAccessible.queryAccessibleInterface(dialog.table).text(QAccessible.Text.Name)
    for widget in (dialog.field, dialog.table, dialog.write):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    dialog.close()


def test_anothers_note_is_read_but_not_changed(hands: Hands, doubts: Project):
    from depeche.annotate.desk import Desk
    from depeche.store import spans
    from tests.fixtures import key_of

    with doubts.write() as db:
        other = spans.put_annotator(db, "Bilal")
    mine, doubts.annotator = doubts.annotator, other
    theirs = Desk(doubts)
    theirs.open(key_of(doubts, "traité"))
    notes.write(theirs, theirs.pending[0], "de Bilal")
    doubts.annotator = mine
    hands.window.session.refresh()
    hands.press("Ctrl+B")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NoteDialog)
    assert dialog.field.toPlainText() == ""
    assert "de Bilal" in hands.shown(dialog)
    hands.type("moi aussi")
    hands.press("Return")
    assert [text for _, text in written(hands)] == ["de Bilal", "moi aussi"]
    hands.press("Ctrl+Shift+B")
    listed = next(one for one in hands.dialogs if isinstance(one, NotesDialog))
    listed.table.selectRow(0)
    assert not listed.edit.isEnabled()
    assert not listed.remove.isEnabled()
    listed.close()


def test_the_mouse_over_a_noted_word_reads_the_note(hands: Hands, monkeypatch: pytest.MonkeyPatch):
    hands.press("Esc", "Right", "Right")
    at = hands.text.index(hands.selected)
    note(hands, "ni lieu ni acteur")
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    point = hands.point(at) + QPoint(3, 0)
    hands.view.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, point, point))
    assert "ni lieu ni acteur" in shown[0]
