"""Where a hand goes next along the marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from depeche.annotate import hand
from depeche.core.span import Span, reading_order
from tests.examples import examples

STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), min_size=1, max_size=12, unique=True)


def spans(stretches: list[tuple[int, int]]) -> list[Span]:
    return reading_order([Span(start, start + size, "ACTOR", key=f"{start}+{size}") for start, size in stretches])


@examples(60)
@given(stretches=STRETCHES, here=st.tuples(st.integers(0, 46), st.integers(-52, -1)), n=st.integers(1, 6))
def test_from_a_place_one_goes_over_the_marks_behind_or_before_it_and_stops_at_the_last(
    stretches: list[tuple[int, int]], here: tuple[int, int], n: int
) -> None:
    ones = spans(stretches)
    behind = [one.key for one in ones if hand.place_of(one) > here]
    ahead = [one.key for one in ones if hand.place_of(one) < here]
    assert hand.further(ones, None, here, n) == (behind[:n] or [ones[-1].key])[-1]
    assert hand.further(ones, None, here, -n) == (ahead[-n:] or [ones[0].key])[0]


@examples(60)
@given(stretches=STRETCHES, at=st.integers(0, 11), n=st.integers(1, 6))
def test_a_mark_in_hand_and_the_place_where_one_was_lead_to_the_same(
    stretches: list[tuple[int, int]], at: int, n: int
) -> None:
    ones = spans(stretches)
    held = ones[at % len(ones)]
    here = hand.place_of(held)
    for step in (n, -n):
        assert hand.further(ones, held.key, here, step) == hand.further(ones, None, here, step)
    for step in (1, -1):
        assert hand.beside(ones, held.key, here, step) == hand.beside(ones, None, here, step)


def test_in_front_of_a_character_is_before_all_that_begins_there() -> None:
    (one,) = spans([(3, 4)])
    assert hand.before(3) < hand.place_of(one)
    assert hand.before(4) > hand.place_of(one)
