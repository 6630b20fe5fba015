"""An analyst at the keyboard: each key does what the help says, and what is shown as saved is in the file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.core.suggestion import Outcome, Verdict
from depeche.store import journal, spans
from depeche.store.project import Project
from tests.fixtures import FLOOD, TREATY, key_of
from tests.ui.conftest import QUOTE, TREATY_WORDS
from tests.ui.hands import Hands, is_pending, is_span


def stored(project: Project, name: str = "traité") -> Desk:
    """Return what the file holds of an article, read anew."""
    desk = Desk(project)
    desk.open(key_of(project, name))
    return desk


def stored_words(project: Project, name: str = "traité") -> list[tuple[str, str]]:
    desk = stored(project, name)
    return [(desk.text_of(one), one.label) for one in desk.spans]


def verdict_on(project: Project, words: str, name: str = "traité") -> Verdict | None:
    desk = stored(project, name)
    key = next(one.key for one in desk.suggestions.values() if desk.text_of(one) == words)
    return desk.verdicts.get(key)


def test_opening_puts_the_hand_on_the_first_doubt(hands: Hands) -> None:
    assert hands.title == "Tarsis signe le traité"
    assert hands.focused == "Ilan Vorga"
    assert hands.view.hasFocus()
    assert hands.pending == TREATY_WORDS
    assert "prénom et nom" in hands.shown()


def test_space_accepts_goes_on_and_says_that_it_is_saved(hands: Hands, project: Project) -> None:
    assert "Enregistré" not in hands.saved
    hands.press("Space")
    assert hands.saved.startswith("Enregistré à ")
    assert hands.focused == "samedi 12 juillet"
    assert hands.marked == [("Ilan Vorga", "ACTOR")]
    assert stored_words(project) == [("Ilan Vorga", "ACTOR")]
    assert verdict_on(project, "Ilan Vorga").outcome is Outcome.ACCEPTED
    assert "5 suggestions" in hands.shown()


def test_x_rejects_and_goes_on(hands: Hands, project: Project) -> None:
    hands.press("X")
    assert hands.focused == "samedi 12 juillet"
    assert hands.pending == TREATY_WORDS[1:]
    assert hands.marked == []
    assert verdict_on(project, "Ilan Vorga").outcome is Outcome.REJECTED


@pytest.mark.parametrize("key", ["Del", "Backspace", "X"])
def test_an_own_span_is_removed_and_its_suggestion_counts_as_rejected(hands: Hands, project: Project, key: str) -> None:
    hands.press("Space", "Up", key)
    assert hands.marked == []
    assert stored_words(project) == []
    assert verdict_on(project, "Ilan Vorga").outcome is Outcome.REJECTED
    assert hands.focused == "samedi 12 juillet"


@pytest.mark.parametrize(("key", "label"), [("C", "FIGURE"), ("D", "DATE"), ("Q", "QUOTE")])
def test_a_label_key_relabels_a_suggestion_which_counts_as_corrected(
    hands: Hands, project: Project, key: str, label: str
) -> None:
    hands.press(key)
    assert hands.marked == [("Ilan Vorga", label)]
    assert stored_words(project) == [("Ilan Vorga", label)]
    said = verdict_on(project, "Ilan Vorga")
    assert (said.outcome, said.relabelled, said.moved) == (Outcome.CORRECTED, True, False)
    assert hands.focused == "Ilan Vorga"


def test_the_key_of_its_own_label_accepts_a_suggestion(hands: Hands, project: Project) -> None:
    hands.press("A")
    assert verdict_on(project, "Ilan Vorga").outcome is Outcome.ACCEPTED


@pytest.mark.parametrize(("key", "label"), [("A", "ACTOR"), ("C", "FIGURE"), ("D", "DATE"), ("Q", "QUOTE")])
def test_a_selection_made_by_keys_is_labelled(hands: Hands, project: Project, key: str, label: str) -> None:
    hands.press("Right", "Left")
    assert hands.selected == "président"
    hands.press(key)
    assert hands.selected is None
    assert hands.focused == "président"
    assert stored_words(project) == [("président", label)]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("U", "Quelque 600"),
        ("I", "600"),
        ("P", "Quelque 600 soldats"),
        ("O", "Quelque"),
        ("Shift+P", "Quelque 600 soldats quitteront la vallée, selon"),
    ],
)
def test_borders_move_by_word_and_count_as_a_correction(hands: Hands, project: Project, key: str, words: str) -> None:
    hands.press("Tab", "Tab", "Tab", "Tab")
    assert hands.focused == "Quelque 600"
    if key == "U":
        hands.press("I")
    hands.press(key)
    assert hands.focused == words
    assert (words, "FIGURE") in stored_words(project)
    said = verdict_on(project, "Quelque 600")
    if key == "U":
        assert not said.moved, "there and back"
    else:
        assert (said.outcome, said.moved, said.relabelled) == (Outcome.CORRECTED, True, False)
    assert verdict_on(project, "Otan") is None


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("Shift+U",), "président Ilan Vorga a promis samedi 12 juillet"),
        (("Shift+O",), "samedi 12 juillet"),
        (("Shift+I",), "samedi 12 juillet"),
    ],
)
def test_a_border_does_not_cross_the_other_one(hands: Hands, keys: tuple[str, ...], words: str) -> None:
    hands.press("Tab")
    hands.press(*keys)
    assert hands.focused == words


def test_a_border_stops_at_what_it_may_not_overlap(hands: Hands, project: Project) -> None:
    hands.press("Space", "Shift+U")
    assert hands.focused == "samedi 12 juillet"
    assert "déjà marqué" in hands.message
    assert stored_words(project) == [("Ilan Vorga", "ACTOR")]


def test_arrows_select_words_and_shift_extends(hands: Hands) -> None:
    hands.press("Right")
    assert hands.selected == "Ilan"
    hands.press("Right")
    assert hands.selected == "Vorga"
    hands.press("Shift+Right", "Shift+Right")
    assert hands.selected == "Vorga a promis"
    hands.press("Shift+Left", "Shift+Left", "Shift+Left")
    assert hands.selected == "Ilan Vorga"
    hands.press("Ctrl+Right")
    assert hands.selected is not None
    assert hands.selected not in ("", "Ilan Vorga")
    hands.press("Esc")
    assert hands.selected is None


def test_undo_takes_back_across_articles_and_after_reopening(hands: Hands, project: Project, open_window, reopen):
    hands.press("Space", "X", "N")
    assert hands.title == "Crue à Belmare"
    hands.press("Space")
    assert stored_words(project, "crue") == [("Au moins 25\u202f000", "FIGURE")]
    hands.window.close()
    again = open_window(reopen())
    assert again.title == "Crue à Belmare", "the article worked on last"
    again.press("Ctrl+Z")
    assert again.focused == "Au moins 25\u202f000"
    assert is_pending(again.focused_one)
    again.press("Ctrl+Z")
    assert again.title == "Tarsis signe le traité"
    assert again.focused == "samedi 12 juillet", "the hand is where the act was taken back"
    assert is_pending(again.focused_one)
    again.press("Ctrl+Z")
    assert again.pending == TREATY_WORDS
    assert stored_words(project) == []
    assert stored(project).state is State.TODO
    assert not again.window.actions_by_name["undo"].isEnabled()
    again.press("Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Y")
    assert again.title == "Crue à Belmare"
    assert is_span(again.focused_one)
    assert stored_words(project) == [("Ilan Vorga", "ACTOR")]
    assert verdict_on(project, "samedi 12 juillet").outcome is Outcome.REJECTED
    assert stored_words(project, "crue") == [("Au moins 25\u202f000", "FIGURE")]


def test_f_marks_done_and_opens_the_next_that_waits(hands: Hands, project: Project) -> None:
    hands.press("F")
    assert stored(project).state is State.DONE
    assert hands.title == "Crue à Belmare"
    assert hands.focused == "Au moins 25\u202f000"
    assert "1/3 articles" in hands.shown()
    hands.press("S")
    assert stored(project, "crue").state is State.SKIPPED
    assert hands.title == "Rien à signaler"
    hands.press("F")
    assert hands.title == "Rien à signaler"
    assert "Plus aucun article n’attend" in hands.message


def test_f_at_the_end_goes_round_to_what_was_left_behind(hands: Hands) -> None:
    hands.press("N", "N", "F")
    assert hands.title == "Tarsis signe le traité"


def test_n_and_b_go_through_the_articles_whatever_their_state(hands: Hands) -> None:
    hands.press("F", "B")
    assert hands.title == "Tarsis signe le traité"
    hands.press("B")
    assert "premier article" in hands.message
    hands.press("N", "N")
    assert hands.title == "Rien à signaler"
    hands.press("N")
    assert "dernier article" in hands.message


def test_m_and_t_set_the_state_and_m_again_takes_it_back(hands: Hands, project: Project) -> None:
    hands.press("M")
    assert stored(project).state is State.FLAGGED
    assert "signalé" in hands.shown()
    hands.press("M")
    assert stored(project).state is State.STARTED
    hands.press("T")
    assert stored(project).state is State.TODO
    assert "à faire" in hands.shown()


def test_a_value_is_typed_read_and_kept_and_the_next_key_acts_again(hands: Hands, project: Project) -> None:
    hands.press("Tab", "V")
    field = hands.window.focusWidget()
    assert isinstance(field, QLineEdit)
    hands.type("13/7/2025")
    hands.press("Return")
    (span,) = stored(project).spans
    assert span.value == "2025-07-13"
    assert verdict_on(project, "samedi 12 juillet").revalued
    assert hands.focused == "samedi 12 juillet"
    hands.press("Tab", "Space")
    assert (QUOTE, "QUOTE") in stored_words(project)


def test_a_value_that_cannot_be_read_changes_nothing_and_stays_to_be_mended(hands: Hands, project: Project) -> None:
    hands.press("Tab", "V")
    hands.type("xyz")
    hands.press("Return")
    assert "« xyz » n’est pas une date" in hands.message
    field = hands.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "xyz"
    assert stored(project).spans == ()
    hands.press("Esc")
    assert hands.view.hasFocus()
    assert field.text() == ""
    assert hands.focused == "samedi 12 juillet"


def test_letters_typed_into_the_value_are_letters(hands: Hands, project: Project) -> None:
    hands.press("V")
    hands.type("xacdquiopfnbmst 1")
    assert hands.title == "Tarsis signe le traité"
    hands.press("Return")
    (span,) = stored(project).spans
    assert span.value == "xacdquiopfnbmst 1"


@pytest.mark.parametrize("key", ["2", "é"])
def test_a_digit_chooses_a_value_with_the_sign_of_azerty_too(hands: Hands, project: Project, key: str) -> None:
    hands.press("Tab")
    assert "2  2014-07-12" in hands.shown()
    hands.press(key)
    (span,) = stored(project).spans
    assert span.value == "2014-07-12"


def test_l_goes_through_the_readings_and_g_through_the_kinds(hands: Hands, project: Project) -> None:
    hands.press("G")
    assert stored(project).spans[0].kind == "ORG"
    hands.press("Tab", "L")
    assert stored(project).spans[1].value == "2025-07-12"


def test_tab_goes_round_and_shift_tab_back(hands: Hands) -> None:
    seen = []
    for _ in TREATY_WORDS:
        seen.append(hands.focused)
        hands.press("Tab")
    assert seen == TREATY_WORDS
    assert hands.focused == TREATY_WORDS[0]
    hands.press("Shift+Tab")
    assert hands.focused == TREATY_WORDS[-1]


def test_e_goes_to_the_mark_around(hands: Hands) -> None:
    hands.press("Tab", "Tab", "Tab")
    assert hands.focused == "Ostralie"
    hands.press("E")
    assert hands.focused == QUOTE


def test_letters_typed_into_the_filter_are_letters(hands: Hands, project: Project, qtbot: QtBot) -> None:
    before = stored(project)
    hands.press("Ctrl+F")
    hands.type("x crue 1")
    hands.press("Backspace", "Backspace", "Del", "Left", "Space")
    field = hands.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text().split() == ["x", "cru", "e"]
    assert hands.title == "Tarsis signe le traité"
    after = stored(project)
    assert (after.verdicts, after.spans, after.state) == (before.verdicts, before.spans, before.state)
    field.setText("crue")
    panel = hands.window.articles_panel
    qtbot.waitUntil(lambda: panel.view.model().rowCount() == 1)
    assert "1 sur 3 articles" in hands.shown()


def test_from_the_filter_down_and_return_open_an_article(hands: Hands, qtbot: QtBot) -> None:
    hands.press("Ctrl+F")
    hands.type("crue")
    qtbot.waitUntil(lambda: hands.window.articles_panel.view.model().rowCount() == 1)
    hands.press("Return")
    assert hands.title == "Crue à Belmare"
    assert hands.view.hasFocus()


def test_escape_in_the_filter_empties_it_then_goes_back_to_the_article(hands: Hands, qtbot: QtBot) -> None:
    hands.press("Ctrl+F")
    hands.type("crue")
    qtbot.waitUntil(lambda: hands.window.articles_panel.view.model().rowCount() == 1)
    hands.press("Esc")
    qtbot.waitUntil(lambda: hands.window.articles_panel.view.model().rowCount() == 3)
    hands.press("Esc")
    assert hands.view.hasFocus()


def test_f6_goes_through_the_parts_and_keys_act_on_the_list_of_marks(hands: Hands) -> None:
    hands.press("F6")
    assert hands.window.marks_panel.view.hasFocus()
    hands.press("Space")
    assert hands.marked == [("Ilan Vorga", "ACTOR")]
    hands.press("F6")
    assert hands.window.articles_panel.view.hasFocus()
    hands.press("X")
    assert len(hands.pending) == len(TREATY_WORDS) - 1, "in the list of articles letters do nothing to marks"
    hands.press("F6")
    assert hands.view.hasFocus()
    hands.press("Shift+F6")
    assert hands.window.articles_panel.view.hasFocus()


def test_every_act_is_one_entry_of_the_journal(hands: Hands, project: Project) -> None:
    hands.press("Space", "X", "Tab", "Tab", "O", "M")
    titles = []
    with project.write() as db:
        while (undone := journal.undo(db, project.annotator)) is not None:
            titles.append(undone.title)
    assert len(titles) == 4
    with project.read() as db:
        assert spans.reading(db, key_of(project, "traité"), project.annotator).spans == ()


def test_an_article_with_crlf_and_thin_spaces_gives_exact_offsets_by_keys(hands: Hands, project: Project) -> None:
    hands.press("N", "Space", "Space")
    desk = stored(project, "crue")
    assert [FLOOD[one.start : one.end] for one in desk.spans] == ["Au moins 25\u202f000", "Élysée"]
    hands.press("Right", "Ctrl+Left", "Right", "Right", "Shift+Right", "A")  # back from the last doubt
    made = [one for one in stored(project, "crue").spans if one.suggestion is None]
    assert made
    for one in made:
        assert FLOOD[one.start : one.end].strip() == FLOOD[one.start : one.end]


def test_the_text_in_the_project_is_what_came_in(hands: Hands, project: Project) -> None:
    hands.press("Space", "N", "Space", "N")
    assert stored(project, "crue").article.text == FLOOD
    assert stored(project).article.text == TREATY


def test_what_is_half_typed_stays_when_suggestions_come_in(hands: Hands, qtbot: QtBot) -> None:
    hands.press("V")
    hands.type("Ilan V")
    hands.window.work.suggest()
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    field = hands.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Ilan V"


def test_a_name_of_the_article_is_completed(hands: Hands, project: Project, qtbot: QtBot) -> None:
    hands.press("Tab", "Tab", "V")
    field = hands.window.focusWidget()
    assert isinstance(field, QLineEdit)
    hands.type("ost")
    qtbot.waitUntil(lambda: field.completer().popup().isVisible())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(field.completer().popup(), key)
    (span,) = stored(project).spans
    assert (span.label, span.value) == ("QUOTE", "Ostralie")
    assert hands.view.hasFocus()


def test_a_border_moved_there_and_back_corrects_nothing(hands: Hands, project: Project) -> None:
    hands.press("P", "O")
    verdict = verdict_on(project, "Ilan Vorga")
    assert (verdict.outcome, verdict.moved, verdict.revalued) == (Outcome.ACCEPTED, False, False)


def test_tab_keeps_what_was_typed_and_goes_on(hands: Hands, project: Project) -> None:
    hands.press("V")
    hands.type("Ilan V.")
    hands.press("Tab")
    assert hands.focused == "samedi 12 juillet"
    assert stored(project).spans[0].value == "Ilan V."


def test_finishing_says_how_many_suggestions_had_no_answer(hands: Hands) -> None:
    hands.press("Space", "F")
    assert hands.message == "Terminé avec 5 suggestions sans réponse."


def test_a_value_half_typed_counts_when_the_mouse_goes_elsewhere(hands: Hands, project: Project) -> None:
    hands.press("V")
    hands.type("Ilan V.")
    hands.click(hands.text.index("samedi 12 juillet") + 2)
    assert stored(project).spans[0].value == "Ilan V."


def test_escape_forgets_what_was_typed(hands: Hands, project: Project) -> None:
    hands.press("V")
    hands.type("Ilan V.")
    hands.press("Esc", "Esc")
    assert hands.view.hasFocus()
    assert stored(project).spans == ()


def test_a_border_passes_over_punctuation_and_its_new_value_is_not_a_correction(hands: Hands, project: Project) -> None:
    hands.press("Tab", "Tab", "Tab", "Tab", "Shift+P")
    verdict = verdict_on(project, "Quelque 600")
    assert (verdict.moved, verdict.relabelled, verdict.revalued) == (True, False, False)


def test_redone_the_hand_goes_where_the_act_itself_took_it(hands: Hands, qtbot: QtBot) -> None:
    hands.press("Tab", "X")
    assert hands.focused == TREATY_WORDS[2]
    hands.press("Ctrl+Z")
    assert hands.focused == TREATY_WORDS[1]
    hands.press("Ctrl+Y")
    assert hands.focused == TREATY_WORDS[2], "not nowhere, where what is typed next would be commands"
    hands.press("Space")
    session = hands.window.session
    session.set_focus(session.desk.spans[0].key)
    hands.press("X", "Ctrl+Z", "Ctrl+Y")  # a span that is removed again
    assert hands.focused == TREATY_WORDS[3]
    hands.press("F", "Ctrl+Z")
    assert hands.title == "Tarsis signe le traité"
    assert hands.focused is not None


def test_a_value_is_not_typed_into_nothing(hands: Hands) -> None:
    hands.window.session.set_focus(None)
    hands.press("V")
    assert hands.focused is None
    assert hands.view.hasFocus()
    assert "Aucun passage n’est choisi" in hands.message


def test_what_was_said_of_an_act_goes_with_the_next(hands: Hands) -> None:
    hands.press("X", "Ctrl+Z")
    assert "Annulé" in hands.message
    hands.press("Space")
    assert hands.message == ""
    hands.press("Ctrl+Z")
    assert "Annulé" in hands.message


def test_a_label_across_a_span_says_what_it_takes_the_place_of(hands: Hands, project: Project) -> None:
    hands.press("Space")
    end = TREATY.index("Ilan Vorga") + len("Ilan Vorga")
    hands.drag(end - 3, end + 6)
    hands.press("C")
    assert "Ilan Vorga" not in [words for words, _ in hands.marked]
    assert "à la place de « Ilan Vorga » (Acteur). Ctrl+Z l’annule." in hands.message
    assert "à la place de « Ilan Vorga »" in (stored(project).undoable or "").replace("\u202f", " ")
    hands.press("Ctrl+Z")
    assert ("Ilan Vorga", "ACTOR") in hands.marked


def test_what_was_said_of_an_article_goes_with_it(hands: Hands) -> None:
    session = hands.window.session
    while session.desk.pending:
        hands.press("Space")
    assert "Plus de suggestion dans cet article" in hands.message
    session.step_article(1)
    assert hands.message == ""
