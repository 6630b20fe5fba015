"""How the article is seen is the person's: by key and menu, at once, and again the next time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from depeche import settings
from depeche.store.project import Project
from depeche.ui.app import make_application
from tests.fixtures import key_of, make_project
from tests.ui.hands import Hands


def longest_line(hands: Hands) -> int:
    hands.view.grab()
    block, longest = hands.view.document().begin(), 0
    while block.isValid():
        layout = block.layout()
        longest = max([longest, *(layout.lineAt(n).textLength() for n in range(layout.lineCount()))])
        block = block.next()
    return longest


def test_lines_grow_and_shrink_by_key_and_stay_so(hands: Hands, open_window: Callable[[Project], Hands]) -> None:
    hands.window.resize(1900, 900)
    usual = longest_line(hands)
    hands.press("Ctrl+Shift+Left", "Ctrl+Shift+Left", "Ctrl+Shift+Left")
    assert longest_line(hands) < usual - 5
    assert "55 caractères" in hands.message
    assert settings.load().measure == 55
    for _ in range(20):
        hands.press("Ctrl+Shift+Left")
    assert settings.load().measure == 40
    hands.window.actions_by_name["usual_width"].trigger()
    assert (longest_line(hands), settings.load().measure) == (usual, 70)


def test_letters_of_another_kind_are_kept(hands: Hands) -> None:
    serif = hands.view._type.body.family()
    hands.window.actions_by_name["letters_airy"].trigger()
    assert hands.view._type.body.family() != serif
    assert hands.view._type.body.letterSpacing() > 0
    assert settings.load().letters == "airy"
    assert hands.window.actions_by_name["letters_airy"].isChecked()
    hands.window.actions_by_name["letters_serif"].trigger()
    assert hands.view._type.body.family() == serif


def test_unseen_characters_are_shown_by_key_and_remembered(hands: Hands) -> None:
    hands.window.session.open(key_of(hands.window.project, "crue"))
    assert "\u202f" in hands.text
    plain = hands.view.viewport().grab().toImage()
    hands.press("Ctrl+Shift+N")
    assert hands.view.viewport().grab().toImage() != plain
    assert settings.load().unseen
    assert hands.window.actions_by_name["unseen"].isChecked()
    hands.press("Ctrl+Shift+N")
    assert not settings.load().unseen


def test_a_preference_that_cannot_hold_is_as_usual(hands: Hands) -> None:
    path = settings._file()
    path.write_text('measure = 7\nletters = "gothic"\nunseen = 3\nminimap = false\n', encoding="utf-8")
    read = settings.load()
    assert (read.measure, read.letters, read.unseen, read.minimap) == (70, "serif", False, False)


# --- alone with the article


def test_alone_with_the_article_and_back(hands: Hands) -> None:
    window = hands.window
    hands.press("F11")
    assert window.isFullScreen()
    assert not window.articles_panel.isVisible()
    assert not window.marks_panel.isVisible()
    assert window.menuBar().isVisible()
    assert hands.view.hasFocus()
    first = hands.focused
    hands.press("Space")
    assert hands.focused != first, "keys work as ever"
    hands.press("Esc")
    assert not window.isFullScreen()
    assert window.articles_panel.isVisible()
    assert window.marks_panel.isVisible()
    hands.press("F11", "F11")
    assert window.articles_panel.isVisible()


def test_esc_lets_the_selection_go_first(hands: Hands) -> None:
    hands.press("F11", "Right")
    assert hands.selected
    hands.press("Esc")
    assert hands.window.sight.alone
    assert not hands.selected
    hands.press("Esc")
    assert not hands.window.sight.alone


def test_a_value_is_typed_while_alone_and_its_field_goes_again(hands: Hands) -> None:
    hands.press("F11", "V")
    assert hands.window.marks_panel.isVisible()
    hands.type("Quelqu'un")
    hands.press("Return")
    assert not hands.window.marks_panel.isVisible()
    assert hands.view.hasFocus()
    hands.press("V", "Esc")
    assert not hands.window.marks_panel.isVisible()
    assert hands.window.sight.alone
    hands.press("Esc")


def test_closing_while_alone_opens_as_usual_next_time(hands: Hands, open_window: Callable[[Project], Hands]) -> None:
    folder = hands.window.project.folder
    hands.press("F11")
    hands.window.close()
    again = open_window(Project.open(folder))
    assert not again.window.isFullScreen()
    assert again.window.articles_panel.isVisible()
    assert again.window.marks_panel.isVisible()


# --- the map


def test_the_map_shows_doubts_and_spans_apart_and_where_the_hand_is(hands: Hands, qtbot: QtBot) -> None:
    strip = hands.window.article_panel.minimap
    qtbot.waitUntil(lambda: strip._drawn is not None)

    def inked(left: bool) -> int:
        drawn = strip._draw().toImage()
        half = range(drawn.width() // 2) if left else range(drawn.width() // 2, drawn.width())
        return sum(drawn.pixelColor(x, y).alpha() > 0 for x in half for y in range(drawn.height()))

    doubts, spans = inked(True), inked(False)
    assert doubts
    assert not spans
    hands.press("Space", "Space")
    qtbot.waitUntil(lambda: strip._drawn is not None)
    assert inked(True) < doubts
    assert inked(False)
    assert "4 suggestions" in strip.words()
    assert "2 passages" in strip.words()
    accessible = QAccessible.queryAccessibleInterface(strip)
    assert accessible.text(QAccessible.Text.Name) == "Carte de l’article"
    assert "4 suggestions" in accessible.text(QAccessible.Text.Description)


def test_a_click_or_a_drag_on_the_map_goes_there(open_window: Callable[[Project], Hands], tmp_path: Path) -> None:
    text = "Titre\n\n" + "\n\n".join(f"Alinéa {n} : " + "des mots et des mots " * 12 for n in range(380))
    assert len(text) > 100_000
    hands = open_window(make_project(tmp_path / "long", {"long": text}))
    strip, bar = hands.window.article_panel.minimap, hands.view.verticalScrollBar()
    for share in (0.5, 0.9, 0.1):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(4, round(strip.height() * share)))
        QApplication.processEvents()
        first, last = hands.view.in_sight()
        assert first <= share * len(text) <= last
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(4, 10))
    before = bar.value()
    QTest.mouseMove(strip, QPoint(4, strip.height() // 3))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(4, strip.height() // 3))
    assert bar.value() >= before


def test_the_map_goes_by_key_and_stays_away(hands: Hands) -> None:
    strip = hands.window.article_panel.minimap
    assert strip.isVisible()
    hands.press("Ctrl+M")
    assert not strip.isVisible()
    assert not settings.load().minimap
    hands.press("Ctrl+M")
    assert strip.isVisible()


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_another_theme_reaches_article_and_map_at_once(hands: Hands, theme: str) -> None:
    try:
        hands.window.use_theme("light" if theme == "dark" else "dark")
        QApplication.processEvents()
        before = hands.view.theme.base
        hands.window.use_theme("dark" if theme == "dark" else "light")
        QApplication.processEvents()
        assert hands.view.theme.base != before
        strip = hands.window.article_panel.minimap
        assert strip.grab().toImage().pixelColor(1, strip.height() - 3).name() in (
            hands.view.theme.base.name(),
            hands.view.theme.selection.name(),  # all of it is in sight
        )
    finally:
        hands.window.use_theme("system")
        make_application()
