"""Notes on borderline cases: written on a mark or on words, changed, taken away, undone, and never lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from depeche.annotate import history, notes
from depeche.annotate.desk import Desk
from depeche.annotate.hand import Grip
from depeche.core.change import Change, Part
from depeche.core.note import LONGEST, is_about
from depeche.errors import UserError
from depeche.store import spans, tables
from depeche.store.check import check
from depeche.store.spans import StaleChange
from tests.fixtures import TREATY, key_of


def texts(desk: Desk) -> list[str]:
    return [note.text for note in desk.notes]


def test_a_note_on_a_suggestion_stays_with_the_span_that_it_becomes(desk, project):
    guess = next(one for one in desk.pending if one.label == "FIGURE")
    notes.write(desk, guess, "  « quelque » : dedans ou dehors ?\n")
    (note,) = desk.notes
    assert (note.words, note.label, note.mark, note.number) == ("Quelque 600", "FIGURE", guess.key, 1)
    assert note.text == "« quelque » : dedans ou dehors ?"
    desk.accept(guess.key)
    span = next(one for one in desk.spans if one.suggestion == guess.key)
    desk.edit(span.key, start=span.start + len("Quelque "))
    moved = desk.span(span.key)
    assert moved is not None
    assert is_about(note, moved)
    assert notes.at_hand(desk, moved) == note
    assert check(project) == []


def test_written_again_it_is_the_same_note_with_other_words(desk):
    one = desk.pending[0]
    notes.write(desk, one, "premier avis")
    notes.write(desk, one, "second avis")
    assert texts(desk) == ["second avis"]
    assert notes.write(desk, one, "second avis") is None
    notes.write(desk, one, "")
    assert texts(desk) == []
    assert notes.write(desk, one, " \n") is None


def test_a_selection_can_have_a_note_and_it_begins_the_article(desk):
    at = TREATY.index("vallée")
    change = notes.write(desk, Grip(at, at + 6), "lieu ou acteur ?")
    (note,) = desk.notes
    assert (note.words, note.label, note.mark) == ("vallée", None, None)
    assert change.title == "Cas limite noté\u202f: «\u202fvallée\u202f»"
    assert desk.state == "started"
    assert notes.loose(desk.notes, [*desk.spans, *desk.pending]) == [note]


def test_undo_and_redo_take_it_back_and_bring_it_again(desk, project, reopen):
    one = desk.pending[0]
    notes.write(desk, one, "premier")
    notes.write(desk, one, "second")
    first = desk.notes[0].key
    fresh = Desk(reopen())
    fresh.open(key_of(project, "traité"))
    fresh.undo()
    assert texts(fresh) == ["premier"]
    fresh.undo()
    assert texts(fresh) == []
    fresh.redo()
    fresh.redo()
    assert texts(fresh) == ["second"]
    assert fresh.notes[0].key == first
    assert check(project) == []


def test_the_history_says_what_was_noted(desk, project):
    notes.write(desk, desk.pending[0], "titre ou nom ?")
    numbers, _ = history.numbers(project)
    (line, *_), _total = history.lines(project, numbers[-1])
    assert line.sign in "+~"
    said = [one.words for one in history.lines(project, numbers[-1])[0]]
    assert any("cas limite" in words and "titre ou nom" in words for words in said)


def test_order_is_a_counter_and_the_list_holds_everybodys(desk, project):
    notes.write(desk, desk.pending[1], "un")
    notes.write(desk, desk.pending[0], "deux")
    with project.write() as db:
        other = spans.put_annotator(db, "Bilal")
    project.annotator = other
    theirs = Desk(project)
    theirs.open(key_of(project, "traité"))
    notes.write(theirs, theirs.pending[0], "trois")
    found = notes.every(project)
    assert [(one.note.number, one.note.text, one.name) for one in found] == [
        (1, "un", "Claire"),
        (2, "deux", "Claire"),
        (3, "trois", "Bilal"),
    ]
    assert texts(theirs) == ["un", "deux", "trois"]
    with pytest.raises(UserError, match="quelqu’un d’autre"):
        notes.rewrite(theirs, found[0].note, "à moi")
    assert notes.at_hand(theirs, theirs.pending[1]) is None


def test_a_note_that_was_changed_meanwhile_is_not_overwritten(desk, project):
    notes.write(desk, desk.pending[0], "premier")
    (old,) = desk.notes
    notes.write(desk, desk.pending[0], "second")
    stale = Change("trop tard", (Part(desk.article.key, (old,), (replace(old, text="tiers"),)),))
    with pytest.raises(StaleChange):
        desk.carry_out(stale)
    with pytest.raises(UserError, match="plus là"):
        notes.rewrite(desk, old, "tiers")


def test_a_note_has_its_limits(desk):
    with pytest.raises(UserError, match="signes"):
        notes.write(desk, desk.pending[0], "a" * (LONGEST + 1))


@pytest.mark.parametrize(
    ("words", "found"),
    [("", 2), ("DEDANS", 1), ("etat", 1), ("lieu ou", 1), ("claire", 2), ("tarsis signe", 2), ("absent", 0)],
)
def test_a_search_forgives_case_and_accents(desk, project, words, found):
    notes.write(desk, desk.pending[0], "dedans ou dehors ?")
    notes.write(desk, desk.pending[1], "lieu ou État")
    assert len(notes.matching(notes.every(project), words)) == found


def test_check_sees_a_note_that_was_changed_in_the_file(desk, project):
    notes.write(desk, desk.pending[0], "intact")
    with project.write() as db:
        db.execute(update(tables.notes).values(text="changé"))
    assert any("cas limite" in problem for problem in check(project))
