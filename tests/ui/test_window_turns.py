"""Place or power, service lines taken for text, and confirmed dates when the publication date changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from depeche.annotate.desk import Desk
from depeche.core.suggestion import Outcome
from depeche.store.project import Project
from depeche.suggest import suggest as verb
from depeche.ui.dialogs.misfits import MisfitsDialog
from tests.fixtures import make_project
from tests.ui.hands import LEFT, NO_MODIFIER, Hands, is_span, remember
from tests.ui.test_window_keys import stored, stored_words, verdict_on

FLIGHTS = "Vols suspendus\n\nSelon Moscou, les vols reprendront. Le train pour Varsovie part mardi de Belmare.\n"
SIGNED = (
    "Les quais rouvrent\n\nLe maire Ilan Vorga a salué la foule mardi.\n\nSource : agence de Tarsis, le 3 mai 2025\n\n"
    "© 2025 Ilan Vorga\n"
)
DATED = "Le port rouvre\n\nLe port de Belmare a rouvert mardi, après la crue de la veille, puis mercredi.\n"
TEXTS = {"vols": FLIGHTS, "quais": SIGNED, "port": DATED}
SERVICE = "Source : agence de Tarsis, le 3 mai 2025"


@pytest.fixture
def project(tmp_path: Path):
    """Three articles with the suggestions of the rules."""
    with make_project(tmp_path / "retours", TEXTS) as made:
        verb.suggest(made)
        yield made


@pytest.fixture
def hands(project: Project, open_window: Callable[[Project], Hands]) -> Hands:
    """Hands on their window, « vols » open."""
    return open_window(project)


def go_to(hands: Hands, words: str) -> None:
    for _ in range(30):
        if hands.focused == words:
            return
        hands.press("Tab")
    raise AssertionError(f"{words} isn't suggested: {hands.pending}")


# --- place or power


def test_k_takes_a_city_that_is_suggested_as_a_power_for_a_place(hands: Hands, project: Project) -> None:
    go_to(hands, "Moscou")
    hands.press("K")
    assert "Moscou" not in hands.pending
    assert hands.message == "Lieu, pas puissance : « Moscou »"
    assert verdict_on(project, "Moscou", "vols").outcome is Outcome.REJECTED
    assert hands.focused is not None, "the hand goes on"
    assert hands.window.session.desk.undoable == "Lieu, pas puissance : «\u202fMoscou\u202f»".replace(" :", "\u202f:")
    hands.press("Ctrl+Z")
    assert hands.focused == "Moscou"
    assert "Moscou" in hands.pending


def test_k_takes_a_span_back_and_on_the_bare_word_marks_it_with_its_state(hands: Hands, project: Project) -> None:
    go_to(hands, "Moscou")
    hands.press("Space")
    hands.press("Up", "K")
    assert stored_words(project, "vols") == []
    assert verdict_on(project, "Moscou", "vols").outcome is Outcome.REJECTED
    at = FLIGHTS.index("Moscou")
    hands.drag(at + 1, at + 3)
    hands.press("K")
    (span,) = stored(project, "vols").spans
    assert (span.label, span.kind, span.value) == ("ACTOR", "GPE", "Russie")
    assert (hands.focused, is_span(hands.focused_one)) == ("Moscou", True)
    assert verdict_on(project, "Moscou", "vols").outcome is Outcome.ACCEPTED, "a change of mind"


def test_k_marks_a_city_that_nobody_suggested_and_again_takes_it_back(hands: Hands, project: Project) -> None:
    at = FLIGHTS.index("Varsovie")
    hands.drag(at + 1, at + 3)
    hands.press("K")
    (span,) = stored(project, "vols").spans
    assert (span.start, span.kind, span.value) == (at, "GPE", "Pologne")
    hands.press("K")
    assert stored(project, "vols").spans == ()


@pytest.mark.parametrize(
    ("words", "why"),
    [("Belmare", "n’est pas une ville connue"), ("vols", "n’est pas une ville connue")],
)
def test_k_on_what_is_no_city_says_why_nothing_happens(hands: Hands, project: Project, words: str, why: str) -> None:
    at = FLIGHTS.index(words)
    hands.drag(at + 1, at + 3)
    hands.press("K")
    assert why in hands.message
    assert stored(project, "vols").spans == ()


def test_k_on_a_date_and_on_nothing_says_why_nothing_happens(hands: Hands, project: Project) -> None:
    go_to(hands, "mardi")
    hands.press("K")
    assert "n’est ni un lieu ni une puissance" in hands.message
    hands.click(FLIGHTS.index("reprendront"))
    hands.press("K")
    assert "Choisissez d’abord des mots" in hands.message
    assert stored(project, "vols").spans == ()


# --- service lines


def greyed(hands: Hands) -> list[str]:
    return [hands.text[one.start : one.end] for one in hands.view._geometry.marks if one.state == "masked"]


@pytest.fixture
def quays(hands: Hands) -> Hands:
    """« quais » open, with two greyed lines."""
    hands.press("N")
    assert greyed(hands) == [SERVICE, "© 2025 Ilan Vorga"]
    assert not any(words in SERVICE for words in hands.pending)
    return hands


def test_a_click_on_a_greyed_line_takes_it_for_text_and_brings_its_suggestions(quays: Hands, project: Project) -> None:
    quays.click(SIGNED.index("agence de Tarsis") + 3)
    assert greyed(quays) == ["© 2025 Ilan Vorga"]
    remember(quays.window)
    assert "3 mai 2025" in quays.pending
    at = SIGNED.index(SERVICE)
    assert stored(project, "quais").article.unmasked == ((at, at + len(SERVICE)),)
    assert "Pris pour du texte" in quays.message
    quays.click(SIGNED.index("agence de Tarsis") + 3)
    assert greyed(quays) == ["© 2025 Ilan Vorga"], "a second click masks nothing"
    quays.press("Ctrl+Z")
    remember(quays.window)
    assert greyed(quays) == [SERVICE, "© 2025 Ilan Vorga"]
    assert "3 mai 2025" not in quays.pending
    assert stored(project, "quais").article.unmasked == ()


def test_h_takes_the_line_after_the_hand_and_shift_h_greys_it_again(quays: Hands, project: Project) -> None:
    quays.press("H")
    assert quays.selected == SERVICE
    assert greyed(quays) == ["© 2025 Ilan Vorga"]
    quays.press("H")
    assert greyed(quays) == []
    quays.press("H")
    assert "Aucune ligne n’est grisée" in quays.message
    quays.press("Shift+H")
    assert greyed(quays) == ["© 2025 Ilan Vorga"]
    remember(quays.window)
    assert "3 mai 2025" in quays.pending
    quays.press("Shift+H")
    assert greyed(quays) == [SERVICE, "© 2025 Ilan Vorga"]
    quays.press("Shift+H")
    assert "n’a été prise pour du texte" in quays.message
    remember(quays.window)
    assert len(stored(project, "quais").article.unmasked) == 0


def test_a_greyed_line_says_that_a_click_takes_it_for_text(quays: Hands) -> None:
    (note, _) = [one.note for one in quays.view._geometry.marks if one.state == "masked"]
    assert "Un clic ou H la prend pour du texte" in note


# --- dates


@pytest.fixture
def port(hands: Hands) -> Hands:
    """« port » published on 16 July 2025, its three dates accepted."""
    hands.press("N", "N")
    set_date(hands, "16/7/2025")
    remember(hands.window)
    for words in ("mardi", "veille", "mercredi"):
        go_to(hands, words)
        hands.press("Space")
    assert hands.dialogs == []
    return hands


def set_date(hands: Hands, date: str) -> None:
    hands.press("Ctrl+D")
    (dialog,) = hands.dialogs
    field = dialog.findChildren(QLineEdit)[0]
    field.clear()
    hands.type(date)
    hands.press("Return")


def values(project: Project) -> dict[str, object]:
    desk: Desk = stored(project, "port")
    return {desk.text_of(one): one.value for one in desk.spans}


def misfits(hands: Hands) -> MisfitsDialog:
    remember(hands.window)
    (dialog,) = hands.dialogs
    assert isinstance(dialog, MisfitsDialog)
    return dialog


def listed(dialog: MisfitsDialog) -> list[list[str]]:
    found = (dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount()))
    return [[row.text(column) for column in range(3)] for row in found]


def press(dialog: MisfitsDialog, words: str) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()


def test_a_corrected_publication_date_lists_what_no_longer_fits_and_mends_it_in_one_act(
    port: Hands, project: Project
) -> None:
    before = values(project)
    assert before["mardi"] == "2025-07-15"
    set_date(port, "23/7/2025")
    dialog = misfits(port)
    assert ["mardi", "2025-07-15", "2025-07-22"] in listed(dialog)
    press(dialog, "Recalculer")
    assert port.dialogs == []
    after = values(project)
    assert after["mardi"] == "2025-07-22"
    assert all(after[words] != before[words] for words in ("mardi", "mercredi"))
    assert verdict_on(project, "mardi", "port").outcome is Outcome.ACCEPTED, "that is no correction of hers"
    port.press("Ctrl+Z")
    assert values(project) == before
    assert stored(project, "port").article.date == "2025-07-23", "one act"
    remember(port.window)
    assert port.dialogs == []


def test_what_has_no_tick_is_left_and_laisser_leaves_all(port: Hands, project: Project) -> None:
    before = values(project)
    set_date(port, "23/7/2025")
    dialog = misfits(port)
    dialog.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    press(dialog, "Recalculer")
    after = values(project)
    assert after["mardi"] == before["mardi"]
    assert after["mercredi"] != before["mercredi"]
    set_date(port, "30/7/2025")
    dialog = misfits(port)
    assert "mardi" in [row[0] for row in listed(dialog)], "it was left, and still doesn't fit"
    press(dialog, "Laisser")
    assert values(project) == after


def test_enter_or_a_click_on_a_row_puts_the_hand_on_the_mark(port: Hands, project: Project, qtbot: QtBot) -> None:
    set_date(port, "23/7/2025")
    dialog = misfits(port)
    dialog.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert port.dialogs == [dialog]
    assert port.focused == "mardi"
    row = dialog.list.topLevelItem(dialog.list.topLevelItemCount() - 1)
    place = dialog.list.visualItemRect(row).center()
    QTest.mouseClick(dialog.list.viewport(), LEFT, NO_MODIFIER, place)
    assert port.focused == "mercredi"
    press(dialog, "Laisser")


def test_what_was_changed_behind_the_list_is_left_alone(port: Hands, project: Project) -> None:
    set_date(port, "23/7/2025")
    dialog = misfits(port)
    session = port.window.session
    mardi = next(one for one in session.desk.spans if session.desk.text_of(one) == "mardi")
    session.do(lambda: session.desk.edit(mardi.key, value="2025-07-01"))
    press(dialog, "Recalculer")
    assert values(project)["mardi"] == "2025-07-01"


def test_where_nothing_was_confirmed_no_list_opens(hands: Hands) -> None:
    hands.press("N", "N")
    set_date(hands, "16/7/2025")
    remember(hands.window)
    assert hands.dialogs == []


def test_another_article_closes_the_list(port: Hands) -> None:
    set_date(port, "23/7/2025")
    misfits(port)
    port.window.session.step_article(-1)
    QApplication.processEvents()
    assert port.dialogs == []
