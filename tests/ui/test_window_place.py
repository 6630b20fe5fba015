"""The hand's place: once nothing is pending the hand is empty, and goes on from where it last was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.store import articles
from depeche.store.project import Project
from tests.fixtures import guess, key_of, make_project, propose
from tests.ui.hands import Hands, remember
from tests.ui.test_window_keys import stored, stored_words

OpenWindow = Callable[[Project], Hands]

NAMES = [first + last for first in ("Bel", "Cor", "Dar", "Fen") for last in ("mare", "tane", "visk")]
FILLING = "la garde veille encore sur les berges du fleuve et les quais restent vides. " * 8
MISSED = ["Nino Selk", "Mara Vorga"]
"""Two persons whom nobody suggests, in the third and the ninth paragraph."""
PARAGRAPHS = [f"On dort à {name}, tandis que {FILLING}".strip() for name in NAMES]
for at, person in zip((2, 8), MISSED, strict=True):
    PARAGRAPHS[at] += f" {person} attend."
CITIES = "douze villes\n\n" + "\n\n".join(PARAGRAPHS) + "\n"
AFTER = "Après\n\nOn dort à Gorvane, puis à Harlune.\n"
SIXTH = NAMES[5]


@pytest.fixture
def cities(tmp_path: Path) -> Iterator[Project]:
    """A project of two articles: one of twelve long paragraphs with a city suggested in each, and a short one."""
    with make_project(tmp_path / "villes", {"villes": CITIES, "après": AFTER}) as made:
        propose(made, "villes", *(guess(CITIES, name, "ACTOR", kind="GPE", value=name) for name in NAMES))
        propose(
            made, "après", *(guess(AFTER, name, "ACTOR", kind="GPE", value=name) for name in ("Gorvane", "Harlune"))
        )
        with made.write() as db:
            for name in ("villes", "après"):
                articles.set_suggested_by(db, key_of(made, name), "test")
        yield made


@pytest.fixture
def hands(open_window: OpenWindow, cities: Project) -> Hands:
    return open_window(cities)


def is_empty(hands: Hands) -> bool:
    return hands.focused is None and hands.selected is None


def to_the_last(hands: Hands) -> None:
    """Accept all but the sixth by key, and come round to it."""
    hands.press(*["Space"] * 5, "Tab", *["Space"] * 6)
    assert hands.focused == SIXTH
    assert hands.pending == [SIXTH]


@pytest.mark.parametrize("last", ["Space", "X"])
@pytest.mark.parametrize(("key", "there"), [("Down", 6), ("Up", 4), ("Shift+Down", 10), ("Shift+Up", 0)])
def test_keys_go_on_from_the_last_doubt(hands: Hands, last: str, key: str, there: int) -> None:
    to_the_last(hands)
    hands.press(last)
    assert is_empty(hands)
    hands.press(key)
    assert hands.focused == NAMES[there]


def test_of_what_nobody_suggested_the_next_after_the_last_doubt_comes(hands: Hands) -> None:
    to_the_last(hands)
    hands.press("Space", ";")
    assert hands.selected == MISSED[1]


def test_and_the_one_before_it(hands: Hands) -> None:
    to_the_last(hands)
    hands.press("X", ",")
    assert hands.selected == MISSED[0]


def test_nothing_is_relabelled_by_a_hand_that_is_empty_and_f_finishes(hands: Hands, cities: Project) -> None:
    to_the_last(hands)
    hands.press("Space")
    before = stored_words(cities, "villes")
    hands.press("D", "X", "G")
    assert stored_words(cities, "villes") == before
    hands.press("F")
    assert stored(cities, "villes").state is State.DONE
    assert hands.title == "Après"


def test_a_place_belongs_to_its_article(hands: Hands) -> None:
    to_the_last(hands)
    hands.press("Space", "F", "Space", "Space")
    assert is_empty(hands)
    hands.press("Up")
    assert hands.focused == "Gorvane"
    hands.press("B")
    assert is_empty(hands)
    hands.press("Down")
    assert hands.focused == NAMES[0]


@pytest.mark.parametrize("key", ["Shift+Space", "J"])
def test_all_accepted_at_one_stroke_leave_the_hand_empty_where_it_was(
    hands: Hands, cities: Project, qtbot: QtBot, key: str
) -> None:
    hands.press(*["Tab"] * 5, key, "Return")
    qtbot.waitUntil(lambda: hands.dialogs == [])
    remember(hands.window)
    assert stored_words(cities, "villes") == [(name, "ACTOR") for name in NAMES]
    assert is_empty(hands)
    hands.press("D")
    assert stored_words(cities, "villes") == [(name, "ACTOR") for name in NAMES]
    hands.press("Down")
    assert hands.focused == NAMES[6]
    hands.press("F")
    assert hands.title == "Après"


def test_a_span_in_hand_stays_there_while_the_doubts_are_accepted(hands: Hands, qtbot: QtBot) -> None:
    hands.press("Space", "Up", "Shift+Space", "Return")
    qtbot.waitUntil(lambda: hands.dialogs == [])
    remember(hands.window)
    assert hands.focused == NAMES[0]


def test_a_hand_that_never_held_anything_begins_with_what_is_in_sight(open_window: OpenWindow, cities: Project) -> None:
    desk = Desk(cities)
    desk.open(key_of(cities, "villes"))
    for one in desk.pending:
        desk.accept(one.key)
    hands = open_window(cities)
    bar = hands.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    first, last = hands.view.in_sight()
    seen = [name for name in NAMES if first <= CITIES.index(name) < last]
    assert is_empty(hands)
    assert seen
    assert seen[0] != NAMES[0]
    hands.press("Down")
    assert hands.focused == seen[0]


def test_and_upward_with_what_stands_before_it(open_window: OpenWindow, cities: Project) -> None:
    desk = Desk(cities)
    desk.open(key_of(cities, "villes"))
    for one in desk.pending:
        desk.accept(one.key)
    hands = open_window(cities)
    hands.press("Up")
    assert hands.focused == NAMES[-1], "from the beginning it goes round"


def test_escape_and_a_click_beside_let_go_and_keep_the_place(hands: Hands) -> None:
    hands.press(*["Tab"] * 5, "Right", "Right")
    assert hands.selected is not None
    hands.press("Esc")
    assert is_empty(hands)
    hands.press("Tab")
    assert hands.focused == NAMES[6]
    hands.click(CITIES.index("veille", CITIES.index(NAMES[6])))
    assert is_empty(hands)
    hands.press("Up")
    assert hands.focused == SIXTH
