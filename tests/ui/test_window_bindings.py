"""Keys of one's own: pressed in a dialog, clashes said at once, held from that moment on and after a restart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from depeche import paths, settings
from depeche.settings import Settings
from depeche.store.project import Project
from depeche.ui import actions, keyboards, keymap
from depeche.ui.dialogs.bindings import BindingsDialog
from depeche.ui.dialogs.preferences import PreferencesDialog
from tests.ui.hands import Hands

FREE, OTHER = "Ctrl+Shift+F9", "Ctrl+Shift+F8"
"""Keys that nothing serves by default."""
FILE = paths.config() / "settings.toml"


def bindings(hands: Hands) -> BindingsDialog:
    hands.press("Ctrl+K")
    (dialog,) = hands.dialogs
    assert isinstance(dialog, BindingsDialog)
    return dialog


def choose(hands: Hands, words: str) -> BindingsDialog:
    """Open the dialog and find an action by typing, with the keyboard alone."""
    dialog = bindings(hands)
    hands.type(words)
    return dialog


def record(hands: Hands, key: str) -> None:
    hands.press("Return")
    press_sign(key)


def press_sign(key: str) -> None:
    combination = QKeySequence(key)[0]
    target = QApplication.focusWidget()
    assert target is not None
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, combination.key(), combination.keyboardModifiers()))
    QApplication.processEvents()


def test_a_new_key_holds_at_once_everywhere_and_after_a_restart(
    doubts: Project, open_window: Callable[[Project], Hands]
) -> None:
    hands = open_window(doubts)
    dialog = choose(hands, "Terminé, et article suivant")
    assert dialog.action is not None
    assert dialog.action.name == "done"
    record(hands, FREE)
    assert dialog.list.item(1).text() == actions.key_words(FREE)
    assert settings.load().keys == {"done": ("F", FREE)}
    hands.press("Escape")
    assert hands.dialogs == []
    hands.press("F1")
    assert f"F  {actions.key_words(FREE)}" in hands.shown(hands.dialogs[0])
    hands.dialogs[0].close()
    hands.view.setFocus()
    before = hands.title
    hands.press(FREE)
    assert hands.title != before
    shown = hands.window.actions_by_name["done"].shortcuts()
    assert [key.toString() for key in shown] == ["F", FREE]


def test_a_key_that_serves_something_is_said_and_taken_only_on_request(hands: Hands) -> None:
    dialog = choose(hands, "Terminé, et article suivant")
    record(hands, "X")
    assert "X sert déjà à" in dialog.said.text()
    assert "Rejeter la suggestion" in dialog.said.text()
    assert "l’article et la liste" in dialog.said.text()
    hands.press("Escape")
    assert hands.dialogs == [dialog], "Escape left the question, not the dialog"
    assert hands.window.keys.now["done"] == ("F",)
    record(hands, "Ctrl+N")
    assert "dans toute la fenêtre" in dialog.said.text()
    assert "plus de touche" in dialog.said.text()
    hands.press("Space")  # on « Prendre cette touche »
    assert hands.window.keys.now["done"] == ("F", "Ctrl+N")
    assert hands.window.keys.now["new"] == ()
    assert settings.load().keys == {"done": ("F", "Ctrl+N"), "new": ()}
    dialog.close()


def test_the_key_of_a_label_can_be_taken_and_given(hands: Hands) -> None:
    dialog = choose(hands, "Terminé, et article suivant")
    record(hands, "A")
    assert "Étiqueter" in dialog.said.text()
    hands.press("Space")
    dialog.search.setFocus()
    dialog.search.clear()
    hands.type("Étiqueter : Acteur")
    record(hands, OTHER)
    dialog.close()
    assert settings.load().keys == {"done": ("F", "A"), "label_ACTOR": (OTHER,)}
    chip = hands.window.label_bar.chips.chips[0]
    assert chip.accessibleName() == f"Acteur, touche {actions.key_words(OTHER)}"
    hands.view.setFocus()
    hands.press("Right", OTHER)
    assert "ACTOR" in [label for _, label in hands.marked]


def test_one_action_and_all_go_back_to_the_default(hands: Hands) -> None:
    dialog = choose(hands, "Terminé, et article suivant")
    record(hands, "X")
    hands.press("Space")
    assert hands.window.keys.now["reject"] == ("Del", "Backspace")
    dialog.usual.click()
    assert settings.load().keys == {"reject": ("Del", "Backspace")}
    dialog.all_usual.click()
    assert settings.load().keys == {}
    assert hands.window.keys.now["reject"] == ("X", "Del", "Backspace")
    assert not dialog.all_usual.isEnabled()
    dialog.close()


def test_a_key_can_be_taken_away(hands: Hands) -> None:
    dialog = choose(hands, "Rejeter la suggestion, ou")
    dialog.list.setCurrentRow(1)
    dialog.remove.click()
    assert hands.window.keys.now["reject"] == ("X", "Backspace")
    dialog.close()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab", "Space", "Ctrl+Q", "F1", "Ctrl+Z", "Return"])
def test_while_a_key_is_awaited_it_does_nothing_else(hands: Hands, key: str) -> None:
    dialog = choose(hands, "Terminé, et article suivant")
    record(hands, key)
    assert hands.dialogs == [dialog]
    assert hands.marked == []
    assert key in hands.window.keys.now["done"] or actions.key_words(key) in dialog.said.text()
    dialog.close()


def test_a_modifier_alone_is_awaited_further_and_a_menus_letter_refused(hands: Hands) -> None:
    dialog = choose(hands, "Terminé, et article suivant")
    hands.press("Return")
    field = QApplication.focusWidget()
    QTest.keyClick(field, Qt.Key.Key_Shift)
    assert dialog.field.is_recording
    press_sign("Alt+F")
    assert "ouvre le menu" in dialog.said.text()
    assert hands.window.keys.now["done"] == ("F",)
    dialog.close()


def test_what_needs_altgr_or_shift_is_said(hands: Hands) -> None:
    dialog = choose(hands, "Terminé, et article suivant")
    dialog.remove.click()
    record(hands, "5")
    assert "AZERTY" in dialog.said.text()
    assert "Maj" in dialog.said.text()
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    dialog.tree.setFocus()
    record(hands, "@")
    assert "AltGr" in dialog.said.text()
    dialog.close()


def test_the_bars_sentences_name_the_key_as_it_is(doubts: Project, open_window: Callable[[Project], Hands]) -> None:
    settings.save(Settings(keys={"done": ("Ctrl+Return",), "next_doubt": ()}))
    hands = open_window(doubts)
    hands.window.session.set_focus(None)
    hands.press("X")
    assert "« Suggestion suivante »" in hands.message
    hands.press("N", "N", "Space")
    assert "Ctrl+Return pour terminer" in hands.message


def test_every_default_key_works_on_both_keyboards_without_altgr_or_shift(hands: Hands) -> None:
    table = [*actions.table(), *actions.labels(hands.window.project.scheme)]
    assert {one.name: keyboards.lacking(one.keys) for one in table if keyboards.lacking(one.keys)} == {}


def test_no_default_key_serves_two_actions(hands: Hands) -> None:
    table = [*actions.table(), *actions.labels(hands.window.project.scheme)]
    found = keymap.settle(table, {})
    assert (found.faults, found.bare_labels) == ([], {})


@pytest.mark.parametrize(
    ("key", "azerty", "qwerty"),
    [("A", 0, 0), ("1", 1, 0), ("&", 0, 1), ("@", 2, 1), ("é", 0, 3), ("Ctrl++", 1, 1), ("F8", 0, 0), ("?", 1, 1),
     ("#", 2, 1), ("Shift+U", 0, 0), ("Shift+1", 1, 1), ("Ctrl+,", 0, 0)],
)  # fmt: skip
def test_what_a_key_asks_of_each_keyboard(key: str, azerty: int, qwerty: int) -> None:
    assert (keyboards.AZERTY.need(key), keyboards.QWERTY.need(key)) == (azerty, qwerty)


def test_nonsense_in_the_file_is_told_once_and_left_out(
    doubts: Project, project: Project, open_window: Callable[[Project], Hands]
) -> None:
    FILE.write_text(
        'zoom = "grand"\ncouleur = 3\n[keys]\naccept = ["Foo"]\ndanse = ["D"]\nreject = 7\nflag = ["M", "Espace"]\n'
        'skip = ["Ctrl+Z"]\n',
        encoding="utf-8",
    )
    hands = open_window(doubts)
    for words in ("zoom", "couleur", "Foo", "danse", "keys.reject", "Espace"):
        assert words in hands.message
    keys = hands.window.keys.now
    assert keys["accept"] == ("Space",)
    assert keys["reject"] == ("X", "Del", "Backspace")
    assert keys["flag"] == ("M",)
    assert keys["skip"] == ("Ctrl+Z",), "a person's own key goes before a default"
    assert keys["undo"] == ()
    assert "sert déjà à" in hands.message
    assert settings.load() == replace(hands.window.settings, faults=())
    hands.press("Space")
    assert len(hands.marked) == 1


def test_a_file_that_is_no_toml_is_kept_beside(doubts: Project, open_window: Callable[[Project], Hands]) -> None:
    FILE.write_text("keys = [[[\n", encoding="utf-8")
    hands = open_window(doubts)
    assert "pas du TOML" in hands.message
    assert (paths.config() / settings.UNREAD).read_text(encoding="utf-8") == "keys = [[[\n"
    assert settings.load() == Settings()


def test_keys_of_labels_that_this_scheme_lacks_are_kept(
    doubts: Project, open_window: Callable[[Project], Hands]
) -> None:
    settings.save(Settings(keys={"label_BATEAU": ("Y",)}))
    hands = open_window(doubts)
    dialog = choose(hands, "Terminé, et article suivant")
    record(hands, FREE)
    dialog.close()
    assert settings.load().keys == {"label_BATEAU": ("Y",), "done": ("F", FREE)}


def test_preferences_hold_at_once(hands: Hands) -> None:
    hands.press("Ctrl+,")
    (dialog,) = hands.dialogs
    assert isinstance(dialog, PreferencesDialog)
    dialog.zoom.setValue(150)
    dialog.measure.setValue(60)
    dialog.letters.setCurrentIndex(dialog.letters.findData("sans"))
    dialog.unseen.click()
    dialog.sure.setValue(65)
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    kept = settings.load()
    assert (kept.zoom, kept.accept_above, kept.theme, kept.language) == (1.5, 0.65, "dark", "en")
    assert (kept.measure, kept.letters, kept.unseen) == (60, "sans", True)
    assert hands.window.actions_by_name["theme_dark"].isChecked()
    assert hands.window.actions_by_name["unseen"].isChecked()
    assert dialog._later.isVisible()
    dialog.theme.setCurrentIndex(dialog.theme.findData("system"))
    dialog.close()
