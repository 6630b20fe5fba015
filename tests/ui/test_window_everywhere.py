"""Many marks at one stroke in the window: words everywhere, suggestions of one sort, actors renamed, the history."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from depeche.annotate import bulk, history
from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.article import State
from depeche.core.suggestion import Outcome
from depeche.store import articles, journal
from depeche.store.check import check
from depeche.store.project import Project
from depeche.ui.dialogs.actor import ActorDialog
from depeche.ui.dialogs.count import CountDialog
from depeche.ui.dialogs.everywhere import EverywhereDialog
from depeche.ui.dialogs.history import HistoryDialog
from depeche.ui.dialogs.renaming import RenamingDialog
from tests.fixtures import guess, key_of, make_project, propose
from tests.ui import walk
from tests.ui.hands import Hands, is_span, remember
from tests.ui.test_window_keys import stored

SUMMIT = "Sommet à Belmare\n\nVorgograd a promis de l’aide. À Vorgograd, rien. Ilan Vorga est parti samedi.\n"
REPLY = "La réponse\n\nVorgograd se tait ; le maire de Vorgograd-Est aussi. Ilan Vorga parle à Vorgograd.\n"
CALM = "Une nuit calme\n\nRien à signaler.\n"
TEXTS = {"sommet": SUMMIT, "réponse": REPLY, "calme": CALM}


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path / "partout", TEXTS) as made:
        vorga = {"kind": "PER", "value": "Ilan Vorga"}
        propose(
            made,
            "sommet",
            guess(SUMMIT, "Vorgograd", "ACTOR", kind="GPE", value="Vorgolie", score=0.9),
            guess(SUMMIT, "Ilan Vorga", "ACTOR", score=0.85, **vorga),
            guess(SUMMIT, "samedi", "DATE", score=0.6),
        )
        propose(made, "réponse", guess(REPLY, "Ilan Vorga", "ACTOR", **vorga))
        with made.write() as db:
            for name in TEXTS:
                articles.set_suggested_by(db, key_of(made, name), "test")
        yield made


@pytest.fixture
def hands(project: Project, open_window: Callable[[Project], Hands]) -> Hands:
    hands = open_window(project)
    remember(hands.window)
    while hands.focused != "Vorgograd":
        hands.press("Tab")
    return hands


def places(hands: Hands, qtbot: QtBot, key: str) -> EverywhereDialog:
    """Press a key and return the preview once the search is over."""
    hands.press(key)
    (dialog,) = hands.dialogs
    assert isinstance(dialog, EverywhereDialog)
    qtbot.waitUntil(lambda: dialog.is_over)
    return dialog


def asked(hands: Hands, key: str) -> CountDialog:
    hands.press(key)
    (dialog,) = hands.dialogs
    assert isinstance(dialog, CountDialog)
    return dialog


def closed(hands: Hands, qtbot: QtBot) -> None:
    """Wait until no dialog is open and no work is under way."""
    qtbot.waitUntil(lambda: hands.dialogs == [])
    remember(hands.window)


def listed(hands: Hands) -> HistoryDialog:
    hands.press("Ctrl+H")
    return next(one for one in hands.dialogs if isinstance(one, HistoryDialog))


def column(dialog: EverywhereDialog | HistoryDialog, at: int) -> list[str]:
    model = dialog.view.model()
    return [" ".join((model.index(row, at).data() or "").split()) for row in range(model.rowCount())]


def plain(words: str) -> str:
    return " ".join(words.split())


def marked(project: Project, name: str) -> list[tuple[str, str, object]]:
    desk = stored(project, name)
    return [(desk.text_of(one), one.label, one.value) for one in desk.spans]


def test_w_lists_the_places_and_return_labels_those_ticked_as_one_act(hands, project, qtbot):
    dialog = places(hands, qtbot, "W")
    assert column(dialog, 2) == ["suggéré : Acteur", "libre", "libre", "libre", "", "partie d’un mot composé"]
    assert column(dialog, 0)[0] == "1 · Sommet à Belmare"
    assert "4 endroits cochés dans 2 articles · 1 mis à part" in hands.shown(dialog)
    hands.press("Down", "Space", "Return")
    closed(hands, qtbot)
    assert marked(project, "sommet") == [("Vorgograd", "ACTOR", "Vorgolie")]
    assert marked(project, "réponse") == [("Vorgograd", "ACTOR", "Vorgolie")] * 2
    assert hands.message == "Étiqueté 3 × « Vorgograd » dans 2 articles."
    assert hands.focused == "Vorgograd"
    assert is_span(hands.focused_one)
    assert stored(project, "sommet").state is State.STARTED
    assert stored(project, "réponse").state is State.TODO
    hands.press("Ctrl+Z")
    assert marked(project, "sommet") == marked(project, "réponse") == []
    assert hands.message == "Annulé : Étiqueté 3 × « Vorgograd » dans 2 articles"
    hands.press("Ctrl+Y")
    assert len(marked(project, "réponse")) == 2


def test_words_that_are_only_selected_get_the_label_chosen_in_this_article(hands, project, qtbot):
    at = SUMMIT.rindex("Vorgograd")
    hands.drag(at, at + 9)
    dialog = places(hands, qtbot, "W")
    dialog.label.setCurrentIndex(dialog.label.findData("QUOTE"))
    dialog.scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.is_over)
    assert len(column(dialog, 0)) == 2
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    closed(hands, qtbot)
    assert [one[:2] for one in marked(project, "sommet")] == [("Vorgograd", "QUOTE")] * 2
    assert marked(project, "réponse") == []


def test_escape_leaves_all_as_it_is_and_a_double_click_shows_the_place(hands, project, qtbot):
    dialog = places(hands, qtbot, "W")
    dialog.view.setCurrentIndex(dialog.rows.index(3, 0))
    dialog._ask()
    assert hands.title == "La réponse"
    assert hands.selected == "Vorgograd"
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
    closed(hands, qtbot)
    assert marked(project, "sommet") == marked(project, "réponse") == []


def test_nothing_in_hand_is_said(hands, qtbot):
    hands.press("Esc")
    hands.window.session.set_focus(None)
    hands.press("W")
    assert hands.dialogs == []
    assert "Choisissez d’abord" in hands.message


def test_shift_x_rejects_everywhere_what_is_suggested(hands, project, qtbot):
    hands.press("Tab")
    assert hands.focused == "Ilan Vorga"
    dialog = places(hands, qtbot, "Shift+X")
    assert column(dialog, 2) == ["suggéré : Acteur"] * 2
    hands.press("Return")
    closed(hands, qtbot)
    assert hands.message == "Rejeté 2 × « Ilan Vorga » dans 2 articles."
    assert stored(project, "réponse").pending == ()
    assert hands.pending == ["Vorgograd", "samedi"]


def test_all_above_a_score_are_accepted_after_a_count(hands, project, qtbot):
    dialog = asked(hands, "Shift+Space")
    assert plain(dialog.question.text()) == "Accepter 2 suggestions (sûres à 80 % ou plus) ?"
    hands.press("Down", "Down", "Down", "Down")
    assert plain(dialog.question.text()) == "Accepter 3 suggestions (sûres à 60 % ou plus) ?"
    hands.press("Up", "Return")
    closed(hands, qtbot)
    assert [one[0] for one in marked(project, "sommet")] == ["Vorgograd", "Ilan Vorga"]
    assert hands.message == "Accepté 2 suggestions (score d’au moins 65 %)."
    assert hands.window.settings.accept_above == 0.65
    hands.press("Ctrl+Z")
    assert marked(project, "sommet") == []


def test_all_of_the_label_in_hand_are_accepted_and_escape_accepts_none(hands, project, qtbot):
    dialog = asked(hands, "J")
    assert plain(dialog.question.text()) == "Accepter 2 suggestions (Acteur) ?"
    hands.press("Esc")
    closed(hands, qtbot)
    assert marked(project, "sommet") == []
    asked(hands, "J")
    hands.press("Return")
    closed(hands, qtbot)
    assert [one[0] for one in marked(project, "sommet")] == ["Vorgograd", "Ilan Vorga"]
    assert hands.pending == ["samedi"]


def test_the_same_suggestions_are_accepted_here_or_in_the_project(hands, project, qtbot):
    hands.press("Tab")
    dialog = asked(hands, "Shift+J")
    qtbot.waitUntil(lambda: "Accepter" in dialog.question.text())
    assert plain(dialog.question.text()) == "Accepter 1 suggestion (« Ilan Vorga » dans 1 article) ?"
    dialog.ask("Accepter les suggestions du Comité international de la Croix-Rouge ? " * 3, possible=True)
    QApplication.processEvents()
    assert dialog.question.height() >= dialog.question.heightForWidth(dialog.question.width()), "it isn't cut off"
    hands.press("Down")
    qtbot.waitUntil(lambda: "2 suggestions" in plain(dialog.question.text()))
    hands.press("Return")
    closed(hands, qtbot)
    assert hands.message == "Accepté 2 × « Ilan Vorga » dans 2 articles."
    assert marked(project, "réponse") == [("Ilan Vorga", "ACTOR", "Ilan Vorga")]


def test_a_registered_actor_under_another_name_takes_its_spans_along(hands, project, qtbot):
    hands.press("Tab", "Space")
    Registry(Desk(project)).put(Actor("Ilan Vorga", kind="PER"))
    while hands.focused != "Ilan Vorga":
        hands.press("Down")
    hands.press("R")
    qtbot.waitUntil(lambda: bool(hands.dialogs))
    (dialog,) = hands.dialogs
    assert isinstance(dialog, ActorDialog)
    hands.type("Ilan Ier")
    hands.press("Return")
    qtbot.waitUntil(lambda: any(isinstance(one, CountDialog) for one in hands.dialogs))
    (question,) = hands.dialogs
    assert isinstance(question, CountDialog)
    assert (
        plain(question.question.text()) == "« Ilan Vorga » devient « Ilan Ier ». À suivre : 1 passage dans 1 article."
    )
    hands.press("Return")
    closed(hands, qtbot)
    assert marked(project, "sommet") == [("Ilan Vorga", "ACTOR", "Ilan Ier")]
    assert [one.aliases for one in Registry(Desk(project)).actors] == [("Ilan Vorga",)]
    hands.press("Ctrl+Z")
    assert marked(project, "sommet") == [("Ilan Vorga", "ACTOR", "Ilan Vorga")]
    remember(hands.window)


def test_spans_that_follow_a_merge_are_listed_with_their_context_and_may_be_left_out(hands, project, qtbot):
    desk = Desk(project)
    for name in ("sommet", "réponse"):
        desk.open(key_of(project, name))
        desk.accept(next(one.key for one in desk.pending if desk.text_of(one) == "Ilan Vorga"))
    desk.set_state(State.DONE)
    Registry(desk).put(Actor("Ilan Vorga", kind="PER"))
    Registry(desk).put(Actor("Vorga", kind="PER"))
    hands.press("Ctrl+R")
    (registry,) = hands.dialogs
    qtbot.waitUntil(lambda: registry.rows.rowCount() == 2, timeout=30_000)
    registry.view.setFocus()
    registry.view.setCurrentIndex(registry.rows.index(0, 0))
    assert not registry._merge.isEnabled()
    hands.press("Shift+Down")
    assert [actor.name for actor in registry.selected] == ["Ilan Vorga", "Vorga"]
    assert registry._merge.isEnabled()
    assert not registry._edit.isEnabled()
    registry._merge.setFocus()
    hands.press("Space")
    qtbot.waitUntil(lambda: any(isinstance(each, RenamingDialog) for each in hands.dialogs), timeout=30_000)
    dialog = next(each for each in hands.dialogs if isinstance(each, RenamingDialog))
    qtbot.waitUntil(dialog._yes.isEnabled, timeout=30_000)
    assert "« Vorga » devient « Ilan Vorga ». À suivre : 0 passage" in plain(dialog.question.text())
    assert not dialog.view.isVisible()
    hands.press("Down")  # the other name stays
    qtbot.waitUntil(lambda: "devient « Vorga »" in plain(dialog.question.text()), timeout=30_000)
    assert "2 acteurs du registre n’en font plus qu’un" in plain(dialog.question.text())
    assert dialog.view.isVisible()
    assert dialog.rows.rowCount() == 2
    assert [dialog.rows.index(row, 2).data() for row in range(2)] == ["Acteur", "Acteur, article terminé"]
    assert "Ilan Vorga" in dialog.rows.index(0, 1).data()
    assert "2 passages cochés dans 2 articles, dont 1 dans un article terminé" in hands.shown(dialog)
    assert walk.unnamed(dialog) == []
    dialog.view.setFocus()
    hands.press("Down", "Space")
    assert "1 passage coché dans 1 article" in hands.shown(dialog)
    dialog._yes.click()
    qtbot.waitUntil(lambda: hands.dialogs == [registry], timeout=30_000)
    qtbot.waitUntil(lambda: not hands.window.jobs.busy, timeout=30_000)
    assert marked(project, "sommet") == [("Ilan Vorga", "ACTOR", "Vorga")]
    assert marked(project, "réponse") == [("Ilan Vorga", "ACTOR", "Ilan Vorga")], "it was left out"
    assert [one.name for one in Registry(Desk(project)).actors] == ["Vorga"]
    assert check(project) == []
    registry.close()
    hands.press("Ctrl+Z")
    qtbot.waitUntil(lambda: not hands.window.jobs.busy, timeout=30_000)
    assert marked(project, "sommet") == [("Ilan Vorga", "ACTOR", "Ilan Vorga")]
    assert len(Registry(Desk(project)).actors) == 2
    remember(hands.window)


def test_places_in_finished_articles_are_told(hands, project, qtbot):
    desk = Desk(project)
    desk.open(key_of(project, "réponse"))
    desk.set_state(State.DONE)
    while hands.focused != "Ilan Vorga":
        hands.press("Tab")
    dialog = places(hands, qtbot, "W")
    assert "dont 1 dans un article terminé" in hands.shown(dialog)
    said = [str(dialog.rows.index(row, 2).data()) for row in range(dialog.rows.rowCount())]
    assert len([one for one in said if one.endswith(", article terminé")]) == 1
    dialog.view.setFocus()
    dialog.view.selectRow(next(row for row, one in enumerate(said) if one.endswith("terminé")))
    hands.press("Space")
    assert "terminé" not in dialog._count.text()
    dialog.close()


def test_the_history_goes_back_to_any_point_and_forward_again(hands, project, qtbot):
    hands.press("Space", "Space", "X")
    dialog = listed(hands)
    titles = ["▶ Rejeté « samedi »", "Accepté « Ilan Vorga »", "Accepté « Vorgograd »", "Le début"]
    assert column(dialog, 1) == titles
    assert "3 actes" in hands.shown(dialog)
    hands.press("Down")
    assert [dialog.lines.item(n).text() for n in range(dialog.lines.count())] == [
        "Sommet à Belmare", "+ Ilan Vorga · Acteur · Ilan Vorga",
    ]  # fmt: skip
    hands.press("Down", "Return")
    qtbot.waitUntil(lambda: not dialog._jumping)
    QApplication.processEvents()
    assert marked(project, "sommet") == [("Vorgograd", "ACTOR", "Vorgolie")]
    assert hands.marked == [("Vorgograd", "ACTOR")]
    assert column(dialog, 1) == [
        "↷ Rejeté « samedi »",
        "↷ Accepté « Ilan Vorga »",
        "▶ Accepté « Vorgograd »",
        "Le début",
    ]
    assert "1 acte · 2 à rétablir" in hands.shown(dialog)
    hands.press("Up", "Up", "Return")
    qtbot.waitUntil(lambda: not dialog._jumping)
    assert column(dialog, 1) == titles
    hands.press("Esc")
    closed(hands, qtbot)
    assert hands.window.desk_area.isEnabled()


def test_the_history_follows_what_is_done_and_survives_a_restart(hands, project, open_window, qtbot):
    hands.press("Space")
    dialog = listed(hands)
    hands.press("Ctrl+Z")
    qtbot.waitUntil(lambda: column(dialog, 1) == ["↷ Accepté « Vorgograd »", "▶ Le début"])
    dialog.close()
    closed(hands, qtbot)
    hands.window.close()
    again = open_window(Project.open(project.folder))
    dialog = listed(again)
    assert column(dialog, 1) == ["↷ Accepté « Vorgograd »", "▶ Le début"]
    dialog.close()
    remember(again.window)


def test_no_key_does_two_things(hands):
    keys = [key.toString() for name, one in hands.window.actions_by_name.items() for key in one.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_keys_pressed_while_a_bulk_act_is_carried_out_are_counted_out_of_it(
    hands: Hands, project: Project, qtbot: QtBot
) -> None:
    dialog = asked(hands, "Shift+Space")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    hands.press("X")
    closed(hands, qtbot)
    said = stored(project, "sommet").verdicts.values()
    assert len(said) == 2
    accepted = sum(one.outcome is Outcome.ACCEPTED for one in said)
    assert 1 <= accepted <= 2
    titles = [act.title for act in history.acts(project, history.numbers(project)[0])]
    wanted = f"{accepted} suggestion" if accepted > 1 else "Accepté"
    assert any(wanted in title for title in titles)


def test_an_undo_while_a_bulk_act_is_carried_out_means_that_act(hands: Hands, project: Project, qtbot: QtBot) -> None:
    dialog = asked(hands, "Shift+Space")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    hands.press("Ctrl+Z")
    closed(hands, qtbot)
    assert dict(stored(project, "sommet").verdicts) == {}
    assert "arrêté, rien n’a été fait" in hands.message or "Annulé : Accepté" in hands.message


def test_thousands_are_undone_and_redone_off_the_window_and_said(
    hands: Hands, project: Project, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_LONG", 10)
    dialog = asked(hands, "Shift+Space")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    closed(hands, qtbot)
    hands.press("Ctrl+Z")
    closed(hands, qtbot)
    assert "Annulé : Accepté 2 suggestions" in hands.message
    assert dict(stored(project, "sommet").verdicts) == {}
    assert hands.view.hasFocus()
    hands.press("Ctrl+Y")
    closed(hands, qtbot)
    assert "Rétabli : Accepté 2 suggestions" in hands.message
    assert len(stored(project, "sommet").verdicts) == 2


@pytest.mark.parametrize("answer", ["Attendre la fin, puis fermer", "Abandonner et fermer", "Ne pas fermer"])
def test_a_window_isn_t_closed_over_a_confirmed_act_without_a_word(hands, project, qtbot, monkeypatch, answer):
    held, real = threading.Event(), bulk.store
    monkeypatch.setattr(bulk, "store", lambda *said, **more: held.wait(30) and real(*said, **more))
    window = hands.window
    QTest.keyClick(asked(hands, "Shift+Space"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.jobs.is_acting, timeout=30_000)
    assert not window.close()
    (box,) = [one for one in hands.dialogs if isinstance(one, QMessageBox)]
    assert "n’est pas fini : rien n’en serait fait." in box.text().replace("\u202f", " ")
    assert not window.close(), "asked twice, it is one question"
    assert len([one for one in hands.dialogs if isinstance(one, QMessageBox)]) == 1
    if answer.startswith("Abandonner"):
        held.set()  # closing waits for the thread
    next(one for one in box.buttons() if one.text() == answer).click()
    held.set()
    if answer == "Ne pas fermer":
        closed(hands, qtbot)
        assert window.isVisible()
        window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    with Project.open(project.folder) as again:
        done = len(stored(again, "sommet").verdicts)
    assert done in ((0, 2) if answer.startswith("Abandonner") else (2,))
