"""One hand from the first doubt to the last: what a key costs, what is shown while one types, where keys lead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.span import Span
from depeche.store import articles
from depeche.store.project import Project
from tests.fixtures import TEXTS, TREATY, guess, key_of, propose
from tests.ui.conftest import QUOTE
from tests.ui.hands import Hands
from tests.ui.test_window_keys import stored, stored_words

OpenWindow = Callable[[Project], Hands]


@pytest.fixture
def bare(project: Project) -> Project:
    """The project of three articles, in which nothing is suggested but what a test proposes."""
    with project.write() as db:
        for name in TEXTS:
            articles.set_suggested_by(db, key_of(project, name), "test")
    return project


def read(hands: Hands) -> str:
    """Return what is shown under the field of the value, with plain blanks."""
    return " ".join(hands.window.marks_panel._reading.text().split())


def only(project: Project) -> Span:
    (span,) = stored(project).spans
    return span


@pytest.mark.parametrize(
    ("tabs", "typed", "shown"),
    [
        (1, "mi-juillet", "→ 2025-07-11/2025-07-20"),
        (1, "13/7", "→ 2025-07-13"),
        (4, "25.000 à 30.000", "→ 25 000 à 30 000 (noté 25000..30000)"),
        (4, "jusqu'à 600 soldats", "→ au plus 600 soldats (noté ..600 soldats)"),
        (5, "Vorga", "→ Ilan Vorga (Maj+Entrée : Vorga)"),
        (5, "Ostra", "→ Ostralie (Maj+Entrée : Ostra)"),
        (5, "Ank", "→ Ank (nouveau nom : ni dans l’article, ni au registre)"),
        (5, "président", "→ président"),
        (5, "Ilan Vorga et Ostralie", "→ Ilan Vorga et Ostralie (nouveau nom : ni dans l’article, ni au registre)"),
    ],
)
def test_what_return_would_keep_is_shown_while_one_types_and_is_what_it_keeps(
    hands: Hands, project: Project, tabs: int, typed: str, shown: str
) -> None:
    hands.window.session.desk.set_date("2025-07-13")
    hands.press(*["Tab"] * tabs, "V")
    hands.type(typed)
    assert read(hands) == shown
    hands.press("Return")
    assert read(hands) == ""
    assert str(only(project).value) in shown


@pytest.mark.parametrize(
    ("typed", "shown", "value"),
    [
        ("Ilan Vorga et Ostralie", "→ Ilan Vorga ; Ostralie (Maj+Entrée", ("Ilan Vorga", "Ostralie")),
        ("Vorga, otan et Ostra", "→ Ilan Vorga ; Otan ; Ostralie", ("Ilan Vorga", "Otan", "Ostralie")),
        ("Ilan Vorga et Nino Selk", "→ Ilan Vorga et Nino Selk (nouveau nom", "Ilan Vorga et Nino Selk"),
        (
            "ministère de l’Air et des Eaux",
            "→ ministère de l’Air et des Eaux (nouveau",
            "ministère de l’Air et des Eaux",
        ),
        ("Selk ; Vorga", "→ Selk ; Ilan Vorga", ("Selk", "Ilan Vorga")),
    ],
)
def test_known_speakers_with_et_between_are_several(
    hands: Hands, project: Project, typed: str, shown: str, value: object
) -> None:
    hands.press("Tab", "Tab", "V")
    assert hands.focused == QUOTE
    hands.type(typed)
    assert read(hands).startswith(shown)
    hands.press("Return")
    assert only(project).value == value


def test_a_known_speaker_with_et_between_stays_one_as_typed(hands: Hands, project: Project) -> None:
    hands.press("Tab", "Tab", "V")
    hands.type("Ilan Vorga et Ostralie")
    hands.press("Shift+Return")
    assert only(project).value == "Ilan Vorga et Ostralie"


def test_why_a_value_cannot_be_read_is_said_before_return(hands: Hands, project: Project) -> None:
    hands.press("Tab", "V")
    hands.type("xyz")
    assert "✗ « xyz » n’est pas une date" in read(hands)
    hands.press("Esc")
    assert read(hands) == ""
    assert stored(project).spans == ()


def test_shift_return_keeps_a_name_as_it_is_typed(hands: Hands, project: Project) -> None:
    hands.press("V")
    hands.type("Ilan")
    hands.press("Shift+Return")
    assert only(project).value == "Ilan"
    assert hands.view.hasFocus()


def test_a_registered_alias_is_read_as_the_actor_and_two_persons_of_a_name_as_neither(
    open_window: OpenWindow, doubts: Project
) -> None:
    registry = Registry(Desk(doubts))
    registry.put(Actor("Kim Jong-un", kind="PER", aliases=("le maréchal",)))
    registry.put(Actor("Kim Yo-jong", kind="PER"))
    hands = open_window(doubts)
    hands.press("V")
    hands.type("le marechal")
    assert read(hands).startswith("→ Kim Jong-un")
    hands.press("Esc", "V")
    hands.type("Kim")
    assert read(hands) == "→ Kim"


def test_a_speaker_is_a_digit_away_and_nobody_is_zero(hands: Hands, project: Project) -> None:
    hands.press("Tab", "Tab")
    assert hands.focused == QUOTE
    hands.press("1")  # a verdict: the hand goes on, as after the others
    assert only(project).value == "Ilan Vorga"
    assert hands.focused == "Ostralie"
    hands.press("Up", "à")
    assert hands.focused == QUOTE
    assert only(project).value is None
    hands.press("2")  # on a span of one's own it stays
    assert only(project).value == "Ostralie"
    assert hands.focused == QUOTE


def test_a_name_corrected_once_is_the_first_choice_for_the_next_and_for_who_said_it(
    hands: Hands, project: Project
) -> None:
    hands.press("V")
    hands.type("Ilan Worga")
    hands.press("Return", "Tab", "Tab")
    assert hands.focused == QUOTE
    assert hands.window.values.choices()[0][0] == "Ilan Worga"
    hands.press("1")
    assert {span.value for span in stored(project).spans} == {"Ilan Worga"}


def test_a_figure_is_about_at_most_or_at_least_by_a_digit(hands: Hands, project: Project) -> None:
    hands.press("Tab", "Tab", "Tab", "Tab")
    assert hands.focused == "Quelque 600"
    offered = [value for value, _ in hands.window.values.choices()]
    assert offered == ["600", "..600", "600.."]
    hands.press("3")
    assert only(project).value == "600.."


def test_a_semicolon_leads_to_what_nobody_marked_and_the_label_takes_the_whole_of_it(
    open_window: OpenWindow, bare: Project
) -> None:
    propose(bare, "traité", guess(TREATY, "Ostralie", "ACTOR", kind="GPE", value="Ostralie"))
    hands = open_window(bare)
    hands.press("Space", *[";"] * 4)  # from where the last doubt was, round by the title
    assert hands.selected == "Ilan Vorga"
    hands.press("A", ";")
    assert hands.selected == "12"
    hands.press("D", ";")
    assert hands.selected == QUOTE
    hands.press("Q", ";")
    assert hands.selected == "600"
    hands.press("C", ",")
    assert hands.selected == "Tarsis"
    found = [("Ilan Vorga", "ACTOR"), ("samedi 12 juillet", "DATE"), (QUOTE, "QUOTE"), ("Ostralie", "ACTOR")]
    assert stored_words(bare) == [*found, ("Quelque 600", "FIGURE")]


def test_a_lone_word_is_labelled_with_the_mention_it_is_in(open_window: OpenWindow, bare: Project) -> None:
    hands = open_window(bare)
    start = TREATY.index("paix")
    hands.window.session.open(key_of(bare, "traité"))
    for _ in range(200):
        grip = hands.window.session.grip
        if grip is not None and grip.start == start:
            break
        hands.press("Right")
    assert hands.selected == "paix"
    hands.press("Q")
    assert stored_words(bare) == [(QUOTE, "QUOTE")]


def test_a_drawn_quote_gets_its_kind_and_who_may_have_said_it(open_window: OpenWindow, bare: Project) -> None:
    propose(bare, "traité", guess(TREATY, "Ostralie", "ACTOR", kind="GPE", value="Ostralie"))
    hands = open_window(bare)
    hands.press("Shift+Q")
    (badge,) = hands.view.badges.places
    hands.press(f"Shift+{badge.letter}")
    (quote,) = stored(bare).spans
    assert quote.kind in ("direct", "mixed")
    assert "speakers" in quote.attrs


def test_words_selected_one_by_one_are_labelled_as_they_are(open_window: OpenWindow, bare: Project) -> None:
    hands = open_window(bare)
    hands.window.session.open(key_of(bare, "traité"))
    hands.press("Right", "Right", "Shift+Right", "Shift+Left", "Shift+Right")
    words = hands.selected
    hands.press("A")
    assert stored_words(bare)[0][0] == words


def test_shift_e_gives_a_mark_other_likely_borders_and_goes_round(open_window: OpenWindow, bare: Project) -> None:
    propose(bare, "traité", guess(TREATY, "Vorga", "ACTOR", kind="PER", value="Vorga"))
    hands = open_window(bare)
    hands.press("Shift+E")
    assert stored_words(bare) == [("Ilan Vorga", "ACTOR")]
    hands.press("Shift+E")
    assert stored_words(bare) == [("Vorga", "ACTOR")]


def test_where_no_other_borders_are_likely_it_is_said(open_window: OpenWindow, bare: Project) -> None:
    propose(bare, "traité", guess(TREATY, "Ostralie", "ACTOR", kind="GPE", value="Ostralie"))
    hands = open_window(bare)
    hands.press("Shift+E")
    assert " ".join(hands.message.split()) == "Aucune autre borne ne s’impose ici."


def test_shift_and_an_arrow_go_five_marks_on(hands: Hands) -> None:
    hands.press("Shift+Down")
    assert hands.focused == "Otan"
    hands.press("Shift+Up")
    assert hands.focused == "Ilan Vorga"
