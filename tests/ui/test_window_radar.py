"""The radar in the window: findings by kind, seen, mended or meant so with one key each, live after every act."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from depeche.annotate.radar.finding import Kind
from depeche.store.project import Project
from depeche.ui.dialogs.count import CountDialog
from depeche.ui.dialogs.radar import RadarDialog
from tests.annotate.test_radar import REPLY, SUMMIT, put, span
from tests.fixtures import make_project
from tests.patience import PATIENCE
from tests.ui.hands import Hands, settle
from tests.ui.test_window_keys import stored

VORGA = {"kind": "PER", "value": "Ilan Vorga"}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two finished articles with loose edges, a value missing, and one « Ilan Vorga » that nobody marked."""
    with make_project(tmp_path / "radar", {"sommet": SUMMIT, "réponse": REPLY}) as made:
        put(
            made,
            "sommet",
            span(SUMMIT, "Ilan Vorga ", "ACTOR", **VORGA),
            span(SUMMIT, "Ilan Vorga", "ACTOR", 1, **VORGA),
            span(SUMMIT, "Quelque 600", "FIGURE"),
            span(SUMMIT, "l’Alliance du Nord.", "ACTOR", kind="ORG", value="Alliance du Nord"),
        )
        put(
            made,
            "réponse",
            span(REPLY, "Ilan Vorga", "ACTOR", **VORGA),
            span(REPLY, "Alliance du Nord", "ACTOR", kind="ORG", value="Alliance du Nord"),
        )
        yield made


@pytest.fixture
def hands(project: Project, open_window: Callable[[Project], Hands]) -> Hands:
    return open_window(project)


@pytest.fixture
def radar(hands: Hands, qtbot: QtBot) -> Iterator[RadarDialog]:
    """The radar over the window, once it has looked."""
    settle(hands.window)
    hands.press("F8")
    dialog = next(one for one in hands.dialogs if isinstance(one, RadarDialog))
    looked(hands, qtbot)
    yield dialog
    dialog.close()


def looked(hands: Hands, qtbot: QtBot) -> None:
    """Wait until acts are done, and the radar has looked again."""
    qtbot.waitUntil(lambda: not hands.window.jobs.busy and not hands.window.radar.watch.busy)
    QApplication.processEvents()


def lines(dialog: RadarDialog) -> dict[str, list[str]]:
    """What the tree shows: the heading of each kind, with plain blanks, and the words below it."""
    tops = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
    return {" ".join(top.text(0).split()): [top.child(n).text(0) for n in range(top.childCount())] for top in tops}


def choose(dialog: RadarDialog, words: str, kind: Kind) -> None:
    for n in range(dialog.tree.topLevelItemCount()):
        top = dialog.tree.topLevelItem(n)
        for m in range(top.childCount()):
            one = top.child(m).data(0, Qt.ItemDataRole.UserRole)
            if one.kind is kind and one.words == words:
                dialog.tree.setCurrentItem(top.child(m))
                return
    raise AssertionError(words)


def marked(project: Project, name: str) -> list[str]:
    desk = stored(project, name)
    return [desk.text_of(one) for one in desk.spans]


def test_findings_stand_by_kind_with_their_counts(radar: RadarDialog) -> None:
    assert lines(radar) == {
        "Blancs ou ponctuation au bord (2)": ["Ilan Vorga", "l’Alliance du Nord."],
        "Chiffre sans valeur (1)": ["Quelque 600"],
        "Étiqueté ailleurs, pas ici (1)": ["Ilan Vorga"],
    }
    assert " ".join(radar.count.text().split()) == "4 constats, dont 4 à corriger d’office"


def test_enter_puts_the_hand_on_the_place_in_its_article(hands: Hands, radar: RadarDialog) -> None:
    choose(radar, "Ilan Vorga", Kind.UNLABELLED)
    hands.press("Return")
    assert hands.title == REPLY.splitlines()[0]
    assert hands.selected == "Ilan Vorga"
    assert radar.tree.hasFocus(), "its keys are those of the radar, which lies on top"
    hands.press("Shift+Return")
    assert hands.selected == "Ilan Vorga"
    assert hands.view.hasFocus()
    hands.press("F8")
    choose(radar, "Quelque 600", Kind.FIGURE)
    QTest.keyClick(radar.tree, Qt.Key.Key_Return)
    assert (hands.title, hands.focused) == (SUMMIT.splitlines()[0], "Quelque 600")


def test_c_mends_one_and_the_radar_looks_again(
    hands: Hands, radar: RadarDialog, project: Project, qtbot: QtBot
) -> None:
    choose(radar, "Quelque 600", Kind.FIGURE)
    QTest.keyClick(radar.tree, Qt.Key.Key_C)
    looked(hands, qtbot)
    assert [one.value for one in stored(project, "sommet").spans if one.label == "FIGURE"] == ["~600"]
    assert not any("Chiffre" in kind for kind in lines(radar))
    assert "Corrigé « Quelque 600 »" in hands.message
    QTest.keyClick(radar.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    looked(hands, qtbot)
    assert any("Chiffre" in kind for kind in lines(radar))


def test_shift_c_asks_with_the_count_and_mends_all_of_the_kind_in_one_step(
    hands: Hands, radar: RadarDialog, project: Project, qtbot: QtBot
) -> None:
    choose(radar, "Ilan Vorga", Kind.EDGE)
    QTest.keyClick(radar.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: any(isinstance(one, CountDialog) for one in hands.dialogs))
    question = next(one for one in hands.dialogs if isinstance(one, CountDialog))
    assert "corriger 2 passages dans 1 article" in " ".join(question.question.text().split())
    QTest.keyClick(question, Qt.Key.Key_Return)
    looked(hands, qtbot)
    assert marked(project, "sommet")[::3] == ["Ilan Vorga", "Alliance du Nord"]
    assert not any("bord" in kind for kind in lines(radar))
    hands.window.session.undo()
    assert marked(project, "sommet")[::3] == ["Ilan Vorga ", "l’Alliance du Nord."]


def test_v_says_that_it_is_meant_and_an_undo_brings_it_back(hands: Hands, radar: RadarDialog, qtbot: QtBot) -> None:
    choose(radar, "Ilan Vorga", Kind.UNLABELLED)
    QTest.keyClick(radar.tree, Qt.Key.Key_V)
    looked(hands, qtbot)
    assert not any("Étiqueté ailleurs" in kind for kind in lines(radar))
    assert "Voulu ainsi" in hands.message
    radar.close()
    hands.press("F8")
    looked(hands, qtbot)
    assert not any("Étiqueté ailleurs" in kind for kind in lines(radar))
    hands.press("Ctrl+Z")
    looked(hands, qtbot)
    assert any("Étiqueté ailleurs" in kind for kind in lines(radar))


def test_an_act_in_the_article_is_seen_at_once_and_nothing_left_is_said(
    hands: Hands, radar: RadarDialog, qtbot: QtBot
) -> None:
    for n in range(4, 0, -1):
        assert len(radar.tree.findings) == n
        choose(radar, radar.tree.findings[0].words, radar.tree.findings[0].kind)
        QTest.keyClick(radar.tree, Qt.Key.Key_C)
        looked(hands, qtbot)
    assert radar.tree.findings == []
    assert radar.nothing.isVisible()
    assert "Rien ne se contredit" in radar.nothing.text()
    session = hands.window.session
    session.do(lambda: session.desk.edit(session.desk.spans[0].key, kind="GPE"))
    looked(hands, qtbot)
    assert any("deux genres" in kind for kind in lines(radar))


def test_the_tree_reads_sensibly_and_keyboard_alone_reaches_every_button(radar: RadarDialog) -> None:
    assert QAccessible.queryAccessibleInterface(radar.tree).text(QAccessible.Text.Name) == radar.tree.accessibleName()
    for button in (radar.see, radar.mend, radar.mend_all, radar.meant):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.text()


def test_a_look_that_is_stopped_says_that_not_all_was_checked(hands: Hands, qtbot: QtBot) -> None:
    hands.press("F8")
    dialog = next(one for one in hands.dialogs if isinstance(one, RadarDialog))
    assert dialog.stop.isVisible()
    hands.window.radar.watch.halt()
    looked(hands, qtbot)
    assert "tout n’a pas été vérifié" in dialog.nothing.text()
    assert not dialog.stop.isVisible()
    dialog.close()


def test_closing_the_window_while_the_radar_looks_leaves_nothing(hands: Hands, qtbot: QtBot) -> None:
    hands.press("F8")
    hands.window.close()
    assert not hands.window.radar.watch.busy


def test_it_never_says_that_all_is_well_while_something_is_being_done(
    hands: Hands, radar: RadarDialog, project: Project, qtbot: QtBot
) -> None:
    """An act carried out in the background, and the moment until the radar has looked at what it did."""
    for kind in ("sommet", "réponse"):
        put(project, kind)
    radar.tree.put([])
    going = threading.Event()
    job = hands.window.jobs.start("", lambda _report: going.wait(PATIENCE), silent=True, act=True)
    qtbot.waitUntil(lambda: radar.nothing.text() == "Vérification en cours…")
    with qtbot.waitSignal(job.finished):
        going.set()
    hands.press("F8")
    looked(hands, qtbot)
    hands.window.session.select(0, 6)
    hands.window.session.label("DATE")
    assert hands.window.radar.watch.behind
    assert "Rien ne se contredit" not in radar.nothing.text() or not radar.nothing.isVisible()
    looked(hands, qtbot)
    assert not hands.window.radar.watch.behind
