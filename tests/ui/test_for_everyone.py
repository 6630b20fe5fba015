"""For everyone: by keyboard alone, by ear, at any scale. Every dialog that an action opens is looked at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from depeche.settings import Settings
from depeche.ui.text.view import ArticleView
from depeche.ui.welcome import Welcome
from tests.ui import walk
from tests.ui.hands import Hands

ROOT = Path(__file__).resolve().parents[2]
NAME = QAccessible.Text.Name


@pytest.fixture
def no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    walk.no_file_dialogs(monkeypatch.setattr)


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A screen reader that listens: what is announced to it."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(" ".join(event.message().split()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    QAccessible.setActive(True)
    yield heard
    QAccessible.setActive(False)


def test_every_control_of_every_dialog_has_a_name_and_is_reached_by_tab(no_files: None, hands: Hands) -> None:
    window = hands.window
    unnamed = walk.unnamed(window)
    lost: list[str] = []
    seen = set()
    for name, dialog in walk.dialogs(window):
        seen.add(name)
        unnamed += [f"{name}: {one}" for one in walk.unnamed(dialog)]
        lost += [f"{name}: {one}" for one in walk.out_of_reach(dialog)]
    assert unnamed == []
    assert lost == []
    assert {"keys", "bindings", "preferences", "history", "registry", "search", "radar", "export", "date"} <= seen


def test_the_welcome_page_has_names_and_is_reached_by_tab(qtbot: QtBot, qapp: QApplication) -> None:
    page = Welcome(Settings())
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page._recent.setFocus()
    assert walk.unnamed(page) == []
    assert walk.out_of_reach(page) == []
    page.close()


def test_every_action_has_a_key_or_an_entry_in_a_menu_that_the_keyboard_opens(hands: Hands) -> None:
    bar = hands.window.menuBar()
    tops = bar.actions()
    below = [menu for menu in hands.window.findChildren(QMenu) if menu.menuAction() in tops]
    entries = [entry for menu in below for entry in menu.actions()]
    deeper = [menu for menu in hands.window.findChildren(QMenu) if menu.menuAction() in entries]
    reached = {*entries, *(entry for menu in deeper for entry in menu.actions())}
    for name, action in hands.window.actions_by_name.items():
        assert action in reached or action.shortcuts(), name
    assert all("&" in action.text() for action in bar.actions())


def test_the_keyboard_goes_round_the_parts_of_the_window(hands: Hands) -> None:
    seen = []
    for _ in range(4):
        seen.append(QApplication.focusWidget())
        hands.press("F6")
    assert len({id(one) for one in seen}) == 3
    assert seen[0] is seen[3]


def test_the_article_is_a_text_that_can_be_read_by_ear(hands: Hands) -> None:
    article = QAccessible.queryAccessibleInterface(hands.view)
    assert article.role() == QAccessible.Role.EditableText
    assert article.state().readOnly
    assert hands.title in article.text(NAME)
    text = article.textInterface()
    assert text.characterCount() == len(hands.view.toPlainText())
    assert text.text(0, len(hands.title)) == hands.title


def test_the_caret_and_selection_that_a_reader_asks_for_are_the_hands(listening: list[str], hands: Hands) -> None:
    text = QAccessible.queryAccessibleInterface(hands.view).textInterface()
    hands.press("Tab")
    one = hands.focused_one
    assert one is not None
    assert text.cursorPosition() == hands.view._offsets.to_view(one.start)
    hands.press("Right", "Shift+Right")
    assert hands.selected
    assert text.selectionCount() == 1
    start, end = (hands.view._offsets.to_view(at) for at in hands.view._caret or ())
    assert (text.cursorPosition(), hands.view.textCursor().selectedText()) == (end, hands.view.toPlainText()[start:end])


def test_the_mark_in_hand_is_said_with_label_words_value_and_state(listening: list[str], hands: Hands) -> None:
    hands.press("Tab")
    assert listening[-1].startswith("Suggestion, Date : « samedi 12 juillet ». Proposée par")
    assert listening[-1].endswith("2 sur 6.")
    hands.press("Shift+Tab")
    assert "Suggestion, Acteur : « Ilan Vorga ». Genre : Personne. Valeur : Ilan Vorga." in listening[-1]
    hands.press("Space", "Up")
    assert "Passage, Acteur : « Ilan Vorga ». Genre : Personne. Valeur : Ilan Vorga. 1 sur 6." in listening[-1]
    assert hands.view.accessibleDescription() != ""
    hands.press("Right", "Shift+Right")
    assert listening[-1].startswith("Sélection : « ")


def test_another_article_and_what_the_bar_says_are_said(listening: list[str], hands: Hands) -> None:
    hands.press("N")
    assert any("Article n° 2" in words and hands.title in words and "attendent" in words for words in listening)
    hands.window.session.said.emit("Le disque est plein.", True)
    assert listening[-1] == "Le disque est plein."


def test_nothing_is_put_together_for_nobody(hands: Hands) -> None:
    before = hands.view.textCursor().position()
    hands.press("Tab", "Tab")
    assert hands.view.textCursor().position() == before


def test_rows_of_spans_are_sentences(hands: Hands) -> None:
    rows = QAccessible.queryAccessibleInterface(hands.window.marks_panel.view)
    said = [" ".join(rows.child(n).text(NAME).split()) for n in range(rows.childCount())]
    assert any(one.startswith("Suggestion, Acteur : « Ilan Vorga ». Genre : Personne.") for one in said)
    assert all(one.endswith(".") for one in said if one)


def test_a_caret_past_an_emoji_is_where_it_is(qapp: QApplication) -> None:
    view = ArticleView()
    view.set_article("Un 😀 deux trois", 0)
    view.put_cursor(5, 9)
    assert view.textCursor().selectedText() == "deux"
    view.deleteLater()


@pytest.mark.parametrize(("scale", "language"), [("1", "fr"), ("1.5", "en"), ("2", "fr")])
def test_nothing_is_cut_off_in_any_dialog(scale: str, language: str, tmp_path: Path) -> None:
    homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), str(tmp_path))
    environment = {**os.environ, **homes, "QT_SCALE_FACTOR": scale, "DEPECHE_LANG": language}
    screen = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={tmp_path / 'screens.json'}"
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT / "desktop"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.walk"],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=500,
    )  # fmt: skip
    assert done.stdout.strip() == ""
    assert done.returncode == 0, done.stderr


def test_the_walk_sees_what_is_wrong(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    cut, nameless, trap, last = QLabel("Un mot trop long"), QLineEdit(), QPlainTextEdit(), QPushButton("Fermer tout")
    cut.setFixedWidth(30)
    last.setMaximumWidth(20)
    trap.setAccessibleName("Piège")
    trap.setMinimumHeight(600)
    for widget in (cut, nameless, trap, last):
        layout.addWidget(widget)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert [one for one in walk.unnamed(dialog) if one.endswith("QLineEdit")] != []
    assert len(walk.cut_off(dialog)) == 2
    assert len(walk.too_large(dialog)) == 1
    assert [one for one in walk.out_of_reach(dialog) if one.endswith("QPushButton")] != []
    dialog.close()
