"""What a person accepts and refuses weighs the next suggestions at once, and never gets in the way of the hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from depeche.store.project import Project
from depeche.suggest import suggest as verb
from tests.fixtures import key_of, make_project
from tests.ui.hands import Hands, is_pending, is_span, remember
from tests.ui.test_window_keys import stored, stored_words, verdict_on

NEVER_MS = 100_000_000
"""A pause that ends when a test says so, however long a slow machine takes from key to key."""
TRADE = (
    "La Vexalie négocie\n\nSelon Vexalia, les ports rouvriront. Le 3 mai 2025, Vexalia avait refusé.\n"
    "Les pêcheurs attendent ; Vexalia promet une réponse.\n"
)
STRIKE = "Grève au port\n\nLes dockers reprochent à Vexalia son silence.\n"
ALLIES = (
    "Le refus des alliés\n\nLes alliés de l’Otan hésitent. À Belmare, l’Otan se tait. L’Otan a perdu, dit-on, et "
    "l’Otan reviendra le 3 mai 2025.\n"
)
TEXTS = {"négoce": TRADE, "grève": STRIKE, "alliés": ALLIES}


@pytest.fixture
def hands(tmp_path: Path, open_window: Callable[[Project], Hands]):
    """Hands on a window of three articles with the suggestions of the rules, memory at rest."""
    with make_project(tmp_path / "mémoire", TEXTS) as project:
        verb.suggest(project)
        hands = open_window(project)
        remember(hands.window)
        yield hands


def at_allies(hands: Hands) -> Project:
    """Open « alliés » with the hand on its first doubt."""
    hands.press("N", "N")
    remember(hands.window)
    assert hands.pending == ["Otan", "Otan", "Otan", "Otan", "3 mai 2025"]
    return hands.window.project


def mark_vexalia(hands: Hands) -> None:
    at = TRADE.index("Vexalia")
    hands.drag(at + 1, at + 5)
    hands.press("A")


def test_what_was_marked_is_suggested_at_once_here_and_in_the_next_article(hands: Hands) -> None:
    assert "Vexalia" not in hands.pending
    mark_vexalia(hands)
    remember(hands.window)
    assert hands.pending.count("Vexalia") == 2
    assert (hands.focused, is_span(hands.focused_one)) == ("Vexalia", True), "the hand stays"
    waiting = stored(hands.window.project, "grève")
    assert [waiting.text_of(one) for one in waiting.pending] == ["Vexalia"]
    hands.press("Tab", "Tab")
    assert "mémoire du projet" in hands.shown()
    assert "déjà accepté 1 fois" in hands.shown()


def test_an_empty_hand_stays_empty(hands: Hands) -> None:
    mark_vexalia(hands)
    hands.click(TRADE.index("réponse"))
    assert hands.focused is None
    remember(hands.window)
    assert "Vexalia" in hands.pending
    assert hands.focused is None, "a person who reads on is led nowhere"


def test_memory_works_silently_and_takes_no_keyboard(hands: Hands) -> None:
    shown: list[str] = []
    hands.window.jobs.started.connect(lambda job: shown.append(job.title))
    mark_vexalia(hands)
    hands.press("Ctrl+F")
    hands.type("grè")
    before = hands.message
    remember(hands.window)
    assert "Vexalia" in hands.pending
    assert shown == []
    assert not any(one.isVisible() for one in hands.window.findChildren(QPushButton) if one.text() == "Arrêter")
    assert hands.message == before
    field = hands.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "grè"


def test_what_was_refused_often_goes_once_the_hand_has_left_it(hands: Hands) -> None:
    project = at_allies(hands)
    hands.press("X", "X")
    third = hands.focused_one
    remember(hands.window)
    assert third is not None
    assert hands.focused_one is not None
    assert hands.focused_one.key == third.key, "nothing goes from under the hand"
    assert len(stored(project, "alliés").pending) == 1, "though in the project it went"
    hands.press("Tab")
    assert hands.focused == "3 mai 2025"
    assert hands.pending == ["3 mai 2025"]


def test_a_suggestion_that_went_meanwhile_is_still_accepted(hands: Hands) -> None:
    project = at_allies(hands)
    hands.press("X", "X")
    remember(hands.window)
    hands.press("Space")
    assert stored_words(project, "alliés") == [("Otan", "ACTOR")]
    assert hands.marked == [("Otan", "ACTOR")]
    assert hands.focused == "3 mai 2025"
    hands.press("Ctrl+Z")
    assert hands.marked == []


def test_an_accept_between_the_renewal_and_its_showing_works(hands: Hands) -> None:
    project = at_allies(hands)
    pause = hands.window.work.recall._pause
    pause.setInterval(NEVER_MS)
    hands.press("X", "X")
    verb.remember(project, keys=[key_of(project, "alliés")])
    hands.press("Space", "Space")
    assert stored_words(project, "alliés") == [("Otan", "ACTOR"), ("Otan", "ACTOR")]
    pause.start(0)
    remember(hands.window)
    assert hands.pending == ["3 mai 2025"]
    hands.press("Space")
    assert len(stored(project, "alliés").spans) == 3


def test_fast_keys_are_all_kept_and_memory_waits(hands: Hands) -> None:
    project = at_allies(hands)
    hands.press("X", "X", "Space", "X", "Space")
    assert stored_words(project, "alliés") == [("Otan", "ACTOR"), ("3 mai 2025", "DATE")]
    assert len(stored(project, "alliés").verdicts) == 5
    remember(hands.window)
    assert hands.pending == []


def test_a_value_half_typed_stays_when_memory_brings_another(hands: Hands) -> None:
    project = hands.window.project
    mark_vexalia(hands)
    remember(hands.window)
    hands.press("Tab", "Tab")
    assert is_pending(hands.focused_one)
    assert hands.focused == "Vexalia"
    hands.press("V")
    hands.type("Vexon")
    desk = stored(project, "négoce")
    desk.edit(desk.spans[0].key, value="République de Vexalie")  # as by another window's act
    hands.window.work.recall._pause.start()
    remember(hands.window)
    field = hands.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Vexon"
    hands.press("Return")
    assert "Vexon" in {one.value for one in stored(project, "négoce").spans}


def test_a_new_value_is_shown_in_the_place_where_the_hand_is(hands: Hands) -> None:
    project = hands.window.project
    mark_vexalia(hands)
    remember(hands.window)
    hands.press("Tab", "Tab")
    there = hands.focused_one
    assert there is not None
    desk = stored(project, "négoce")
    desk.edit(desk.spans[0].key, value="République de Vexalie")
    hands.window.work.recall._pause.start()
    remember(hands.window)
    now = hands.focused_one
    assert now is not None
    assert (now.start, now.end, now.value) == (there.start, there.end, "République de Vexalie")
    assert "République de Vexalie" in hands.window.marks_panel._value.text()


def test_closing_while_memory_waits_or_works_harms_nothing(hands: Hands) -> None:
    mark_vexalia(hands)
    assert hands.window.work.recall.waits
    hands.window.close()
    assert not hands.window.work.recall.waits
    assert not hands.window.jobs.busy


def test_a_verdict_on_a_date_sets_no_memory_to_work(hands: Hands) -> None:
    at_allies(hands)
    hands.press("Shift+Tab", "Space")
    assert verdict_on(hands.window.project, "3 mai 2025", "alliés") is not None
    assert not hands.window.work.recall.waits
