"""Small values: keys, dates, stretches, changes, verdicts, numbers in words."""

from __future__ import annotations

from itertools import permutations
from uuid import UUID

import pytest

from depeche import messages
from depeche.core.article import State, text_hash
from depeche.core.change import Change, Part, Standing
from depeche.core.dates import is_publication_date
from depeche.core.ids import new_key
from depeche.core.span import Span, overlap, reading_order
from depeche.core.suggestion import Outcome, Suggestion, judge


def test_keys_are_unique_uuids_of_version_7():
    keys = [new_key() for _ in range(2000)]
    assert len(set(keys)) == 2000
    assert {UUID(key).version for key in keys} == {7}
    assert {UUID(key).variant for key in keys} == {UUID(keys[0]).variant}
    assert all(str(UUID(key)) == key for key in keys)


@pytest.mark.parametrize("day", ["2025-07-13", "2025-07", "2025", "2024-02-29"])
def test_days_months_and_years_are_dates(day):
    assert is_publication_date(day)


@pytest.mark.parametrize(
    "day", ["", "2025-7-1", "2025-13", "2023-02-29", "0000", "2025-07-13 ", "２０２５", "2025-07-13T08"]
)
def test_anything_else_is_no_date(day):
    assert not is_publication_date(day)


def test_the_same_text_has_the_same_hash_everywhere():
    assert text_hash("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


def test_stretches_overlap_by_their_shared_characters():
    a, b, c = Span(0, 5, "A"), Span(3, 9, "A"), Span(5, 9, "A")
    assert (overlap(a, b), overlap(b, a), overlap(a, c)) == (2, 2, 0)
    assert reading_order([c, b, Span(0, 9, "Q"), a]) == [Span(0, 9, "Q"), a, b, c]


def test_spans_of_the_same_borders_stand_in_one_order_however_they_came():
    ones = [Span(0, 9, "ACTOR", key="b"), Span(0, 9, "QUOTE", key="a"), Span(0, 9, "QUOTE", key="c")]
    assert [*map(reading_order, permutations(ones))] == [ones] * 6


def test_an_inverse_takes_back_and_twice_gives_the_same():
    part = Part("x", (Standing(State.TODO),), (Standing(State.DONE), Span(0, 1, "A", key="k")))
    change = Change("t", (part, Part("y")), "key", 3)
    assert change.inverse().parts[1].before == part.after
    assert change.inverse().inverse() == change
    assert change.articles == ("x", "y")


def test_a_verdict_says_what_differs():
    guess = Suggestion(0, 5, "ACTOR", "PER", "A", {"u": 1}, key="s")
    span = guess.to_span("k")
    assert judge(guess, span).outcome is Outcome.ACCEPTED
    assert judge(guess, Span(0, 4, "ACTOR", "PER", "A", {"u": 1}, "k", "s")).moved
    verdict = judge(guess, Span(0, 5, "ACTOR", "ORG", "A", {"u": 2}, "k", "s"))
    assert (verdict.outcome, verdict.moved, verdict.relabelled, verdict.revalued) == (
        Outcome.CORRECTED,
        False,
        True,
        True,
    )


def test_words_follow_the_language(monkeypatch):
    words = "%n problème.|%n problèmes."
    assert [messages.tr(words, n) for n in (0, 1, 2, 12345)] == [
        "0 problème.",
        "1 problème.",
        "2 problèmes.",
        "12\u202f345 problèmes.",
    ]
    messages.set_language("en")
    try:
        assert messages.number(12345) == "12,345"
        assert messages.tr("Sans traduction {x}", x=1) == "Sans traduction 1"
    finally:
        messages.set_language(None)
    assert messages.language() == "fr"
