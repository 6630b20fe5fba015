"""What scores mean: fitted to what was right, drawn to what is known where little was judged."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core import calibration
from depeche.core.calibration import Calibration, Costs, Judged, bins, error, fitted, from_json, outside
from depeche.core.suggestion import Suggestion


def own(_source: str, _label: str, _kind: str | None, score: float | None) -> float:
    return 0.6 if score is None else score


def boasting(number: int, seed: int = 1) -> list[Judged]:
    """Suggestions of a source that says 0.9 where it is right in 6 of 10, 0.5 where in 2 of 10."""
    chance = random.Random(seed)
    found = []
    for n in range(number):
        score, share = chance.choice([(0.9, 0.6), (0.5, 0.2)])
        found.append(Judged("s", "ACTOR", "PER", score, chance.random() < share, f"a{n // 10}"))
    return found


def test_a_boasting_source_is_believed_as_far_as_it_is_right():
    made = fitted(boasting(2000), own)
    assert made.share("s", "ACTOR", "PER", 0.9) == pytest.approx(0.6, abs=0.05)
    assert made.share("s", "ACTOR", "PER", 0.5) == pytest.approx(0.2, abs=0.05)
    assert made.share("s", "ACTOR", "PER", 0.7) == pytest.approx(0.38, abs=0.1)


def test_a_source_that_is_always_wrong_is_believed_no_more_however_sure_it_is():
    chance = random.Random(1)
    judged = [Judged("s", "FIGURE", None, chance.choice([0.7, 0.8, 0.9]), False, f"a{n // 10}") for n in range(1000)]
    made = fitted(judged, own)
    assert all(made.share("s", "FIGURE", None, score) < 0.02 for score in (0.5, 0.7, 0.9, 1.0))
    assert error(outside(judged, own)) < 0.02


def test_a_source_that_is_right_where_it_is_unsure_gets_one_share_for_all():
    judged = [Judged("s", "X", None, *pair, f"a{n}") for n in range(200) for pair in ((0.5, True), (0.9, n % 2 == 0))]
    made = fitted(judged, own)
    assert made.share("s", "X", None, 0.5) == made.share("s", "X", None, 0.9) == pytest.approx(0.75, abs=0.02)


def test_with_few_answers_what_is_known_holds():
    assert fitted([], own, [("s", "ACTOR", "PER")]).share("s", "ACTOR", "PER", 0.8) == pytest.approx(0.8, abs=0.001)
    one = fitted([Judged("s", "ACTOR", "PER", 0.8, False, "a")], own)
    assert 0.6 < one.share("s", "ACTOR", "PER", 0.8) < 0.8


def test_a_kind_never_judged_goes_by_its_label_and_an_unknown_source_by_its_own_score():
    made = fitted(boasting(500), own)
    assert made.share("s", "ACTOR", "GPE", 0.9) == made.share("s", "ACTOR", "PER", 0.9)
    assert made.share("t", "DATE", None, 0.77) == 0.77
    assert made.share("t", "DATE", None, None) is None


def test_the_error_is_measured_on_other_articles_and_falls():
    judged = boasting(1500)
    before = error([(one.score, one.right) for one in judged])
    assert before == pytest.approx(0.3, abs=0.05)
    assert error(outside(judged, own)) < 0.05


def test_pure_chance_cant_be_told_from_other_articles():
    """Fitted to itself a source of one suggestion an article would look certain; on others it doesn't."""
    judged = [Judged("s", "X", None, 0.5, n % 2 == 0, f"a{n}") for n in range(400)]
    assert all(0.4 < score < 0.6 for score, _ in outside(judged, own))


def test_below_the_threshold_is_hidden_unless_judged_or_shown():
    made = Calibration(hide_below=0.4)
    low, high = (Suggestion(0, 1, "ACTOR", source="s", score=score, key=key) for score, key in ((0.3, "l"), (0.5, "h")))
    both = {"l": low, "h": high}
    assert list(made.seen(both, ())) == ["h"]
    assert list(made.seen(both, {"l"})) == ["l", "h"]
    assert list(Calibration(hide_below=0.4, shown=True).seen(both, ())) == ["l", "h"]
    unsaid = Suggestion(0, 1, "ACTOR", source="s", score=None, key="n")
    assert list(made.seen({"n": unsaid}, ())) == ["n"]


def test_costs_count_what_is_hidden_and_spared():
    costs = Costs([(0.1, False), (0.2, True), (0.3, False), (0.9, True)])
    cost = costs.below(0.3)
    assert (cost.hidden, cost.right, cost.spared, cost.total) == (2, 1, 1, 4)
    assert costs.below(0.0).hidden == 0
    assert costs.below(1.0).hidden == 4


def test_it_is_read_back_as_written_and_nothing_is_believed_of_what_isnt_it():
    made = fitted(boasting(100), own)
    assert from_json(made.to_json()) == made
    for broken in (None, [], {}, {"cells": [["a", "b", "c", [2.0] * 22]], "hide_below": 0}, {"cells": 3}):
        assert from_json(broken) == Calibration()


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_shares_rise_with_scores_whatever_was_judged(said):
    judged = [Judged("s", "X", None, score, right, f"a{n}") for n, (score, right) in enumerate(said)]
    made = fitted(judged, own, [("s", "X", "")])
    shares = [made.share("s", "X", None, n / 50) for n in range(51)]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
    assert sum(one.number for one in bins(said)) == len(said)


def test_the_bounds_of_a_share_are_wilsons():
    assert calibration._wilson(0.5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert calibration._wilson(1.0, 5)[1] == pytest.approx(1.0)
