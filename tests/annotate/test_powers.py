"""Place or power: a city marked as a power becomes a place, a bare one a power, and all else says why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depeche.annotate import powers
from depeche.annotate.desk import Desk
from depeche.annotate.hand import Grip
from depeche.core.article import Article
from depeche.core.span import Span
from depeche.core.suggestion import Outcome
from depeche.errors import UserError
from depeche.store.project import Project
from tests.fixtures import FLOOD, guess, key_of, propose

CITIES = {"Belmare": ("Ostralie", "GPE"), "Tarsis": None}


def stands_for(words: str) -> tuple[str, str] | None:
    return CITIES.get(words)


def valuer(_article: Article, span: Span) -> Span:
    words = FLOOD[span.start : span.end]
    value = CITIES.get(words)
    return replace(span, value=value[0], kind=value[1]) if value else span


def turn(desk: Desk, held: object):
    return powers.turn(desk, held, CITIES.__contains__, stands_for)  # type: ignore[arg-type]


@pytest.fixture
def flood(project: Project) -> Desk:
    """« crue » on the desk, its city suggested as a power."""
    propose(project, "crue", guess(FLOOD, "Belmare", "ACTOR", kind="GPE", value="Ostralie"))
    desk = Desk(project, valuer)
    desk.open(key_of(project, "crue"))
    return desk


def at(words: str) -> Grip:
    start = FLOOD.index(words)
    return Grip(start, start + len(words))


def test_a_suggestion_is_rejected_and_one_undo_brings_it_back(flood: Desk) -> None:
    (one,) = flood.pending
    change = turn(flood, one)
    assert change.title == "Lieu, pas puissance\u202f: «\u202fBelmare\u202f»"
    assert flood.verdicts[one.key].outcome is Outcome.REJECTED
    flood.undo()
    assert flood.pending == (one,)


def test_a_span_goes_and_its_suggestion_counts_as_rejected(flood: Desk) -> None:
    (one,) = flood.pending
    flood.accept(one.key)
    turn(flood, flood.spans[0])
    assert flood.spans == ()
    assert flood.verdicts[one.key].outcome is Outcome.REJECTED


def test_there_and_back_is_an_accepted_suggestion(flood: Desk) -> None:
    (one,) = flood.pending
    turn(flood, at("Belmare"))
    turn(flood, at("Belmare"))
    (span,) = flood.spans
    assert (span.kind, span.value, span.suggestion) == ("GPE", "Ostralie", one.key)
    assert flood.verdicts[one.key].outcome is Outcome.ACCEPTED


@pytest.mark.parametrize("words", ["préfet", "personnes ont"])
def test_what_is_no_city_is_refused(flood: Desk, words: str) -> None:
    with pytest.raises(UserError, match="pas une ville connue"):
        turn(flood, at(words))
    assert flood.undoable is None


def test_a_city_that_stands_for_no_state_is_refused(project: Project) -> None:
    desk = Desk(project)
    desk.open(key_of(project, "calme"))
    text = desk.article.text  # type: ignore[union-attr]
    start = text.index("Tarsis")
    with pytest.raises(UserError, match="aucun État connu"):
        turn(desk, Grip(start, start + 6))


def test_a_mark_of_another_label_is_refused(flood: Desk) -> None:
    start = FLOOD.index("25")
    flood.mark(start, start + 6, "FIGURE")
    with pytest.raises(UserError, match="ni un lieu ni une puissance"):
        turn(flood, flood.spans[0])
