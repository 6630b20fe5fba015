"""The registry in the window: one confirmation for all articles, taken back in one step, and the list of actors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.actor_table import from_table
from depeche.store.project import Project
from depeche.suggest import suggest as verb
from depeche.ui.dialogs.actor import ActorDialog
from depeche.ui.dialogs.actors import ActorsDialog
from tests.fixtures import make_project
from tests.ui.hands import LEFT, Hands, is_pending, remember
from tests.ui.test_window_keys import stored

SUMMIT = "Sommet à Belmare\n\nIlan Vorga a parlé le 3 mai 2025. Ensuite, a dit Ilan Vorga, la Vexalie répondra.\n"
ANSWER = "La réponse\n\nLe Vexarque n’a rien dit ; Ilan Vorga non plus, selon le Vexarque.\n"
TEXTS = {"sommet": SUMMIT, "réponse": ANSWER}


@pytest.fixture
def project(tmp_path: Path):
    """Two articles with the suggestions of the rules."""
    with make_project(tmp_path / "registre", TEXTS) as made:
        verb.suggest(made)
        yield made


@pytest.fixture
def hands(project: Project, open_window: Callable[[Project], Hands]) -> Hands:
    """Hands on their window, memory at rest and the hand on the first « Ilan Vorga »."""
    hands = open_window(project)
    remember(hands.window)
    while hands.focused != "Ilan Vorga":
        hands.press("Tab")
    return hands


def registered(project: Project) -> list[Actor]:
    return Registry(Desk(project)).actors


def asked(hands: Hands, qtbot: QtBot) -> ActorDialog:
    """Press R and return the dialog that opens."""
    hands.press("R")
    qtbot.waitUntil(lambda: bool(hands.dialogs))
    (dialog,) = hands.dialogs
    assert isinstance(dialog, ActorDialog)
    return dialog


def listed(hands: Hands, qtbot: QtBot) -> ActorsDialog:
    """Press Ctrl+R and return the registry once it is read."""
    hands.press("Ctrl+R")
    dialog = next(one for one in hands.dialogs if isinstance(one, ActorsDialog))
    qtbot.waitUntil(lambda: not hands.window.known_actors._reads.busy)
    QApplication.processEvents()
    return dialog


def rows(dialog: ActorsDialog) -> list[list[str]]:
    model = dialog.view.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def button(dialog: ActorsDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def confirm_with_alias(hands: Hands, qtbot: QtBot) -> None:
    """Confirm the actor in hand as head of Vexalie, « Vexarque » being another name of his."""
    dialog = asked(hands, qtbot)
    dialog.name.setFocus()
    dialog.name.selectAll()
    hands.type("Ilan Ier")
    dialog.more.setFocus()
    hands.type("Vexarque")
    hands.press("Return")
    assert hands.dialogs == [dialog], "Return in that field adds the name"
    assert dialog.aliases.item(dialog.aliases.count() - 1).text() == "Vexarque"
    hands.press("Return")
    assert hands.dialogs == []


def test_r_shows_what_is_known_and_enter_confirms_for_all_articles(
    hands: Hands, project: Project, qtbot: QtBot
) -> None:
    dialog = asked(hands, qtbot)
    assert (dialog.name.text(), dialog.kind.currentData()) == ("Ilan Vorga", "PER")
    assert "1 nom sera proposé" in " ".join(hands.shown(dialog).split())
    dialog.reject()
    confirm_with_alias(hands, qtbot)
    remember(hands.window)
    (actor,) = registered(project)
    assert (actor.name, actor.kind, actor.aliases) == ("Ilan Ier", "PER", ("Ilan Vorga", "Vexarque"))
    assert "Acteur confirmé : Ilan Ier ; " in hands.message
    assert "dans 2 articles" in hands.message
    assert {one.value for one in stored(project, "sommet").pending if one.label == "ACTOR"} >= {"Ilan Ier"}
    desk = stored(project, "réponse")
    named = [desk.text_of(one) for one in desk.pending if one.value == "Ilan Ier"]
    assert named == ["Vexarque", "Ilan Vorga", "Vexarque"]


def test_the_mark_in_hand_shows_the_new_value_at_once(hands: Hands, qtbot: QtBot) -> None:
    there = hands.focused_one
    assert there is not None
    confirm_with_alias(hands, qtbot)
    remember(hands.window)
    now = hands.focused_one
    assert now is not None
    assert (now.start, now.end, now.value, is_pending(now)) == (there.start, there.end, "Ilan Ier", True)
    assert "acteur du registre" in hands.shown()


def test_ctrl_z_takes_all_of_it_back_in_one_step_and_ctrl_y_does_it_again(
    hands: Hands, project: Project, qtbot: QtBot
) -> None:
    before = [one.value for one in stored(project, "réponse").pending]
    confirm_with_alias(hands, qtbot)
    remember(hands.window)
    focused = hands.focused_one
    hands.press("Ctrl+Z")
    assert registered(project) == []
    assert hands.message == "Annulé : Acteur confirmé : Ilan Ier"
    remember(hands.window)
    assert "Annulé : Acteur confirmé : Ilan Ier ; " in hands.message
    assert [one.value for one in stored(project, "réponse").pending] == before
    assert focused is not None
    now = hands.focused_one
    assert now is not None
    assert (now.start, now.value) == (focused.start, "Ilan Vorga"), "the hand stays where it is"
    hands.press("Ctrl+Y")
    remember(hands.window)
    assert [actor.name for actor in registered(project)] == ["Ilan Ier"]
    assert "Ilan Ier" in {one.value for one in stored(project, "réponse").pending}


def test_an_alias_without_its_tick_is_left_out_and_one_can_be_mended(
    hands: Hands, project: Project, qtbot: QtBot
) -> None:
    confirm_with_alias(hands, qtbot)
    remember(hands.window)
    dialog = asked(hands, qtbot)
    names = [dialog.aliases.item(row).text() for row in range(dialog.aliases.count())]
    assert names == ["Ilan Vorga", "Vexarque"]
    dialog.aliases.setFocus()
    dialog.aliases.setCurrentRow(0)
    QTest.keyClick(dialog.aliases, Qt.Key.Key_Space)
    dialog.aliases.setCurrentRow(1)
    dialog.aliases.editItem(dialog.aliases.item(1))
    editor = QApplication.focusWidget()
    assert editor is not None
    editor.selectAll()  # type: ignore[attr-defined]
    hands.type("Vexarque II")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert hands.dialogs == [dialog], "Return ends the name, not the dialog"
    hands.press("Return")
    assert hands.dialogs == []
    remember(hands.window)
    assert [actor.aliases for actor in registered(project)] == [("Vexarque II",)]


def test_escape_confirms_nothing_and_the_keyboard_comes_back(hands: Hands, project: Project, qtbot: QtBot) -> None:
    asked(hands, qtbot)
    hands.press("Esc")
    assert hands.dialogs == []
    assert registered(project) == []
    hands.press("Space")
    assert ("Ilan Vorga", "ACTOR") in hands.marked


def test_r_on_what_has_no_name_says_why_not(hands: Hands) -> None:
    while hands.focused != "3 mai 2025":
        hands.press("Tab")
    hands.press("R")
    assert "Seules les étiquettes dont la valeur est un nom" in hands.message
    hands.press("Right", "R")
    assert "Choisissez d’abord un acteur" in hands.message
    assert hands.dialogs == []


def test_an_actor_without_a_name_cannot_be_confirmed(hands: Hands, project: Project, qtbot: QtBot) -> None:
    dialog = asked(hands, qtbot)
    dialog.name.clear()
    hands.press("Return")
    assert hands.dialogs == [dialog]
    assert "doit avoir un nom" in hands.shown(dialog)
    dialog.reject()


def test_the_empty_registry_says_how_to_begin(hands: Hands, qtbot: QtBot) -> None:
    dialog = listed(hands, qtbot)
    assert "Aucun acteur confirmé pour l’instant" in hands.shown(dialog)
    assert not button(dialog, "Corriger…").isEnabled()
    assert not button(dialog, "Exporter…").isEnabled()
    hands.press("Esc")
    assert hands.dialogs == []


def test_the_registry_is_sought_without_accents_corrected_and_emptied_by_keys(
    hands: Hands, project: Project, qtbot: QtBot
) -> None:
    Registry(hands.window.session.desk).put_all(
        [
            Actor("Élan vexalien", "ACTOR", "ORG", "Vexalie", ("EV",)),
            Actor("Zora Pell", "ACTOR", "PER", None, ("Mme Pell",)),
            Actor("armée vexale", "ACTOR", "ORG"),
        ]
    )
    dialog = listed(hands, qtbot)
    assert [row[0] for row in rows(dialog)] == ["armée vexale", "Élan vexalien", "Zora Pell"]
    assert rows(dialog)[1] == ["Élan vexalien", "Organisation", "Vexalie", "EV"]
    assert "3 acteurs" in hands.shown(dialog)
    hands.type("elan VEX")
    assert [row[0] for row in rows(dialog)] == ["Élan vexalien"]
    assert "1 sur 3 acteurs" in hands.shown(dialog)
    hands.press("Return")
    edit = next(one for one in hands.dialogs if isinstance(one, ActorDialog))
    edit.state.setText("Ostralie")
    hands.press("Return")
    assert rows(dialog)[0][2] == "Ostralie"
    remember(hands.window)
    dialog.activateWindow()
    dialog.search.setFocus()
    hands.press("Down", "Del")
    remember(hands.window)
    assert "Aucun acteur ne porte ces mots" in hands.shown(dialog)
    assert sorted(actor.name for actor in registered(project)) == ["Zora Pell", "armée vexale"]
    dialog.activateWindow()
    dialog.search.clear()
    dialog.search.setFocus()
    hands.press("Down", "Ctrl+Z")
    assert [row[2] for row in rows(dialog)] == ["", "Ostralie", ""], "undo works from the list too"
    remember(hands.window)
    dialog.close()


def test_the_registry_goes_out_and_comes_in_as_a_table(
    hands: Hands, project: Project, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "acteurs.tsv"
    table.write_text("name\tkind\taliases\nIlan Ier\tPER\tIlan Vorga|Vexarque\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    dialog = listed(hands, qtbot)
    QTest.mouseClick(button(dialog, "Importer…"), LEFT)
    remember(hands.window)
    assert [row[0] for row in rows(dialog)] == ["Ilan Ier"]
    assert "1 acteur confirmé ; " in hands.message
    assert "Ilan Ier" in {one.value for one in stored(project, "réponse").pending}
    out = tmp_path / "sortie.tsv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    QTest.mouseClick(button(dialog, "Exporter…"), LEFT)
    qtbot.waitUntil(out.is_file)
    assert [one.name for one in from_table(out.read_text(encoding="utf-8"), ["ACTOR"], "ACTOR")] == ["Ilan Ier"]
    dialog.close()
    hands.press("Ctrl+Z")
    assert registered(project) == []
    remember(hands.window)


def test_a_table_that_is_wrong_is_refused_whole_with_its_line(
    hands: Hands, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "faux.tsv"
    table.write_text("name\tlabel\nIlan Ier\tACTOR\nZora\tXYZ\n", encoding="utf-8")
    hands.window.known_actors.take_in(table)
    qtbot.waitUntil(lambda: bool(hands.dialogs))
    (told,) = hands.dialogs
    assert "ligne 3" in told.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "faux.tsv" in told.findChildren(QPlainTextEdit)[0].toPlainText()
    told.close()
    assert registered(project) == []


def test_a_long_table_is_spread_over_all_articles(hands: Hands, project: Project, tmp_path: Path) -> None:
    table = tmp_path / "long.tsv"
    lines = "".join(f"Personne {n}\tAlias {n}\n" for n in range(1_500))
    table.write_text(f"name\taliases\n{lines}Ilan Ier\tVexarque\n", encoding="utf-8")
    hands.window.known_actors.take_in(table)
    remember(hands.window)
    assert "1 501 acteurs confirmés ; 2 suggestions nouvelles dans 1 article" in hands.message
    assert "Ilan Ier" in {one.value for one in stored(project, "réponse").pending}


def test_a_read_only_project_says_so_and_registers_nothing(
    project: Project, open_window: Callable[[Project], Hands], qtbot: QtBot
) -> None:
    project.close()
    with Project.open(project.folder, read_only=True) as reader:
        hands = open_window(reader)
        while hands.focused != "Ilan Vorga":
            hands.press("Tab")
        asked(hands, qtbot)
        hands.press("Return")
        assert "lecture seule" in hands.message
        hands.window.close()


def test_closing_while_a_draft_or_the_list_is_read_harms_nothing(hands: Hands) -> None:
    hands.window.known_actors.draft()
    hands.window.dialogs.actors()
    hands.window.close()
    QApplication.processEvents()
    assert hands.dialogs == []
    assert not hands.window.known_actors._reads.busy
