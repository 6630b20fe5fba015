"""A letter stands at each possible oversight; two keys label it, and the hand stays on its doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from depeche import settings
from depeche.core.article import Article
from depeche.core.scheme import ValueType
from depeche.store import articles
from depeche.store.project import Project
from depeche.suggest.mention import mentions, names_in
from tests.fixtures import TEXTS, TREATY, guess, key_of, propose
from tests.ui.conftest import QUOTE
from tests.ui.hands import Hands
from tests.ui.test_window_keys import stored, stored_words

OpenWindow = Callable[[Project], Hands]


@pytest.fixture
def bare(project: Project) -> Project:
    """The project of three articles, with a doubt in the middle of the first, and nothing else suggested."""
    with project.write() as db:
        for name in TEXTS:
            articles.set_suggested_by(db, key_of(project, name), "test")
    propose(project, "traité", guess(TREATY, "Ostralie", "ACTOR", kind="GPE", value="Ostralie"))
    return project


def letters(hands: Hands) -> dict[str, str]:
    """Return the letters shown, by the words they stand at."""
    return {hands.text[one.start : one.end]: one.letter for one in hands.view.badges.places}


def test_a_label_with_shift_shows_letters_and_one_labels_while_the_hand_stays(
    open_window: OpenWindow, bare: Project
) -> None:
    hands = open_window(bare)
    assert hands.focused == "Ostralie"
    hands.press("Shift+A")
    shown = letters(hands)
    assert "Ilan Vorga" in shown
    assert not {"Ostralie", QUOTE} & shown.keys()
    assert len(set(shown.values())) == len(shown)
    hands.press(shown["Ilan Vorga"])
    assert stored_words(bare) == [("Ilan Vorga", "ACTOR")]
    assert hands.focused == "Ostralie"
    assert letters(hands) == {}
    hands.press("Space")  # the keys are those of the window again
    assert ("Ostralie", "ACTOR") in stored_words(bare)


def test_a_letter_with_shift_keeps_in_hand_what_it_labels(open_window: OpenWindow, bare: Project) -> None:
    hands = open_window(bare)
    hands.press("Shift+A")
    hands.press(f"Shift+{letters(hands)['Ilan Vorga']}")
    assert hands.focused == "Ilan Vorga"


@pytest.mark.parametrize(("key", "label", "words"), [("Shift+C", "FIGURE", "Quelque 600"), ("Shift+Q", "QUOTE", QUOTE)])
def test_what_a_letter_stands_at_is_of_the_labels_type(
    open_window: OpenWindow, bare: Project, key: str, label: str, words: str
) -> None:
    hands = open_window(bare)
    hands.press(key)
    hands.press(letters(hands)[words])
    assert stored_words(bare) == [(words, label)]


@pytest.mark.parametrize("modifier", ["Ctrl", "Alt"])
def test_a_shortcut_is_no_letter(open_window: OpenWindow, bare: Project, modifier: str) -> None:
    hands = open_window(bare)
    hands.press("Shift+A")
    hands.press(f"{modifier}+{letters(hands)['Ilan Vorga']}")
    assert stored_words(bare) == []
    assert letters(hands) == {}


@pytest.mark.parametrize("key", ["Esc", "Space", "Tab"])
def test_any_other_key_takes_the_letters_away_and_does_nothing_else(
    open_window: OpenWindow, bare: Project, key: str
) -> None:
    hands = open_window(bare)
    hands.press("Shift+A")
    assert letters(hands)
    hands.press(key)
    assert letters(hands) == {}
    assert stored(bare).spans == ()
    assert hands.focused == "Ostralie"


def test_the_mouse_takes_the_letters_away_too(open_window: OpenWindow, bare: Project) -> None:
    hands = open_window(bare)
    hands.press("Shift+A")
    start = hands.text.index("traité")
    hands.drag(start, start + len("traité"))
    assert letters(hands) == {}
    assert hands.selected == "traité"


def test_shift_g_goes_through_the_kinds_backwards(open_window: OpenWindow, bare: Project) -> None:
    hands = open_window(bare)
    kinds = []
    for key in ("G", "Shift+G", "Shift+G"):
        hands.press(key)
        kinds.append(hands.focused_one.kind)
    assert kinds == ["GRP", "GPE", "ORG"]


def test_where_nothing_looks_like_an_oversight_it_is_said(open_window: OpenWindow, bare: Project) -> None:
    hands = open_window(bare)
    hands.press("Shift+Q")
    hands.press(letters(hands)[QUOTE])
    hands.press("Shift+Q")
    assert letters(hands) == {}
    assert hands.message == "« Citation » : rien en vue qui ressemble à un oubli."


def test_the_key_is_a_persons_own_to_change(open_window: OpenWindow, bare: Project) -> None:
    settings.save(replace(settings.load(), keys={"label_ACTOR+letter": ("Y",)}))
    hands = open_window(bare)
    hands.press("Y")
    assert letters(hands)


def test_the_rest_of_a_run_of_capitals_is_still_a_name() -> None:
    text = "la ministre de la Justice Mara Vorga"
    assert [text[a:b] for a, b in names_in(text, text.index(" Mara"), len(text))] == ["Mara Vorga"]


def test_dates_and_figures_are_what_the_rules_read_and_the_numbers_they_leave() -> None:
    article = Article("Le 12 juillet, quelque 600 soldats ; code 77.", date="2025-07-13")
    assert [article.text[a:b] for a, b in mentions(article, ValueType.DATE)] == ["12 juillet", "600", "77"]
    assert "quelque 600" in [article.text[a:b] for a, b in mentions(article, ValueType.NUMBER)]
