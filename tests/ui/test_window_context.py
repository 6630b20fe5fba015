"""A right click, or the key for it: the menu at the pointer, for the mark or the words that it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from depeche.core.article import Article
from depeche.store import articles
from depeche.store.project import Project
from depeche.ui import actions
from tests.fixtures import TREATY
from tests.ui.hands import Hands
from tests.ui.test_window_keys import stored


@pytest.fixture(autouse=True)
def no_menu_left(open_window: Callable[[Project], Hands]) -> Iterator[None]:
    yield
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    QApplication.processEvents()


def right_click(target: QWidget, at: QPoint) -> list[str]:
    """Ask for the menu there and return what stands in it, without mnemonics."""
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    return [words_of(one) for one in menu.actions() if one.text()] if isinstance(menu, QMenu) else []


def words_of(action: QAction) -> str:
    return " ".join(action.text().replace("&", "").split())


def place_of(hands: Hands, words: str) -> QPoint:
    at = hands.text.index(words)
    return hands.view._rects(at, at + len(words))[0].center().toPoint()


def choose(words: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if words_of(one) == words).trigger()
    menu.close()
    QApplication.processEvents()


def test_a_right_click_on_a_suggestion_takes_it_in_hand_and_offers_what_keys_do(hands: Hands, project: Project) -> None:
    said = right_click(hands.view.viewport(), place_of(hands, "Quelque 600"))
    assert hands.focused == "Quelque 600"
    assert {"Accepter", "Étiqueter : Date", "Écrire la valeur", "Étiqueter partout…"} <= set(said)
    choose("Accepter")
    assert [stored(project).text_of(one) for one in stored(project).spans] == ["Quelque 600"]


def test_on_a_span_there_is_nothing_to_accept_and_it_can_be_relabelled(hands: Hands, project: Project) -> None:
    hands.press("Space")
    said = right_click(hands.view.viewport(), place_of(hands, "Ilan Vorga"))
    assert "Accepter" not in said
    choose("Étiqueter : Chiffre")
    assert [one.label for one in stored(project).spans] == ["FIGURE"]


def test_on_plain_words_the_menu_is_the_articles_and_on_selected_ones_it_labels_them(
    hands: Hands, project: Project
) -> None:
    plain = right_click(hands.view.viewport(), place_of(hands, "vallée"))
    assert "Terminé, et article suivant" in plain
    assert "Étiqueter : Acteur" not in plain
    QApplication.activePopupWidget().close()
    at = hands.text.index("vallée")
    hands.drag(at, at + len("vallée"))
    assert "Étiqueter : Acteur" in right_click(hands.view.viewport(), place_of(hands, "vallée"))
    choose("Étiqueter : Acteur")
    assert [stored(project).text_of(one) for one in stored(project).spans] == ["vallée"]


def test_the_list_of_spans_has_it_too_with_the_keys_in_it(hands: Hands) -> None:
    view = hands.window.marks_panel.view
    row = view.visualRect(view.model().index(1, 0))
    said = right_click(view.viewport(), row.center())
    assert "Accepter" in said
    assert hands.focused == "samedi 12 juillet"
    menu = QApplication.activePopupWidget()
    shown = {one.text(): actions.shown_keys(one) for one in menu.actions() if one.isShortcutVisibleInContextMenu()}
    assert shown["Accepter"] == ["Espace"]


def test_the_key_for_menus_opens_it_for_the_mark_in_hand(hands: Hands) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), hands.view.mapToGlobal(QPoint(1, 1)))
    hands.press("Tab")
    QApplication.sendEvent(hands.view.viewport(), event)
    QApplication.processEvents()
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    assert hands.focused == "samedi 12 juillet"


def test_labels_without_a_key_are_reached_by_keys_through_the_menu(
    open_window: Callable[[Project], Hands], tmp_path: Path
) -> None:
    toml = 'name = "Dix-huit"\nversion = 1\n' + "".join(
        f'[[label]]\nlabel = "L{n}"\nname = "Étiquette {n}"\n' for n in range(18)
    )
    with Project.create(tmp_path / "p", toml, "Claire") as project:
        with project.write() as db:
            articles.put(db, Article(TREATY, title="Tarsis signe le traité", name="traité"), "test")
        hands = open_window(project)
        at = hands.text.index("vallée")
        hands.drag(at, at + len("vallée"))
        where = QPoint(1, 1)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, hands.view.mapToGlobal(where))
        QApplication.sendEvent(hands.view.viewport(), event)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 17, Qt.Key.Key_Return):
            QTest.keyClick(QApplication.activePopupWidget(), key)
            QApplication.processEvents()
        assert hands.marked == [("vallée", "L17")]
