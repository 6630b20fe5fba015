"""Two sets of spans compared: what counts as exact, what as overlapping, and what the measures come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.agreement import Counts, met, score
from depeche.core.span import Span, overlap
from tests.examples import examples


def span(start: int, end: int, label: str = "ACTOR") -> Span:
    return Span(start, end, label)


def test_exact_needs_both_borders_and_the_label():
    gold = [span(0, 6), span(10, 15), span(20, 24, "DATE")]
    mine = [span(0, 6), span(10, 14), span(20, 24, "FIGURE")]
    found = score(gold, mine)
    assert found.by_label["ACTOR"] == Counts(gold=2, proposed=2, exact=1, gold_met=2, proposed_met=2)
    assert found.by_label["DATE"] == Counts(gold=1)
    assert found.by_label["FIGURE"] == Counts(proposed=1)
    assert found.pairs == ((gold[0], mine[0]),)
    assert (found.missed, found.extra) == ((gold[1], gold[2]), (mine[1], mine[2]))
    assert (found.all.gold, found.all.proposed, found.all.exact) == (3, 3, 1)
    assert found.all.precision == found.all.recall == found.all.f1 == pytest.approx(1 / 3)


def test_only_the_labels_that_are_asked_for_count():
    found = score([span(0, 1), span(2, 3, "DATE")], [span(2, 3, "DATE")], ["DATE"])
    assert list(found.by_label) == ["DATE"]
    assert found.missed == ()


def test_the_same_span_twice_is_right_once():
    found = score([span(0, 4)], [span(0, 4), span(0, 4)])
    assert (found.all.exact, found.all.precision, found.all.recall) == (1, 0.5, 1.0)
    assert len(found.extra) == 1


def test_with_nothing_there_is_nothing_to_measure():
    assert score([], []).all.f1 is None
    assert score([span(0, 1)], []).all.precision is None
    assert score([span(0, 1)], []).all.f1 == 0.0
    assert score([span(0, 1)], []).all.f1_overlapping == 0.0


def test_one_long_span_meets_two_short_ones():
    found = score([span(0, 3), span(5, 8)], [span(1, 7)]).all
    assert (found.gold_met, found.proposed_met) == (2, 1)
    assert found.f1_overlapping == 1.0


stretches = st.lists(
    st.builds(lambda at, length: span(at, at + length), st.integers(0, 30), st.integers(1, 8)), max_size=8
)
relaxed = examples(100)  # other work may slow the machine


@relaxed
@given(stretches, stretches)
def test_what_meets_is_what_shares_a_character(ones: list[Span], others: list[Span]):
    assert met(ones, others) == [one for one in ones if any(overlap(one, other) for other in others)]


@relaxed
@given(stretches, stretches)
def test_with_the_sides_changed_only_precision_and_recall_change_places(ones: list[Span], others: list[Span]):
    there, back = score(ones, others).all, score(others, ones).all
    assert (there.precision, there.recall, there.f1) == (back.recall, back.precision, back.f1)
    assert (there.precision_overlapping, there.f1_overlapping) == (back.recall_overlapping, back.f1_overlapping)
