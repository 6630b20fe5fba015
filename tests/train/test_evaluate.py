"""The judgement counts what it says, its intervals are seeded, and a curve promises only what it shows."""

from __future__ import annotations

import numpy
import pytest

from depeche.core.article import Article
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.train.evaluate import ALL, difference, judge
from depeche.train.examples import Example
from depeche.train.extrapolate import promise

TEXT = "Ilan Vorga a vu Anna Delcroix mardi à Belmare."
SPANS = (Span(0, 10, "ACTOR", "PER", "Ilan Vorga"), Span(16, 29, "ACTOR", "PER", "Anna Delcroix"), Span(30, 35, "DATE"))


def examples(number: int) -> list[Example]:
    return [Example(Article(TEXT, key=str(n)), SPANS) for n in range(number)]


def said(*spans: tuple[int, int, str, str | None, str | None]) -> object:
    made = [Suggestion(start, end, label, kind, value, score=0.9) for start, end, label, kind, value in spans]
    return lambda article: made


PERFECT = said(
    (0, 10, "ACTOR", "PER", "Ilan Vorga"), (16, 29, "ACTOR", "PER", "Anna Delcroix"), (30, 35, "DATE", None, None)
)


def test_exact_overlapping_values_and_kinds_are_counted_apart():
    found = judge(
        said(
            (0, 10, "ACTOR", "ORG", "I. Vorga"), (16, 20, "ACTOR", "PER", "Anna"), (38, 45, "ACTOR", "GPE", "Belmare")
        ),
        examples(4),
        ("ACTOR", "DATE"),
    )
    row = found.rows()["ACTOR"]
    assert (row["gold"], row["proposed"], row["exact"]) == (8, 12, 4)
    assert row["p"]["value"] == pytest.approx(1 / 3)
    assert row["r"]["value"] == pytest.approx(0.5)
    assert row["overlapping"]["r"] == 1.0
    assert (row["values"], row["kinds"]) == (0.0, 0.0)
    assert found.rows()["DATE"]["r"]["value"] == 0.0
    kinds = {one.what for one in found.errors}
    assert kinds == {"kind", "border", "wrong", "missed"}
    first = found.errors[0]
    assert (first.what, first.words, first.start, first.article) == ("wrong", "Belmare", 38, "0")


def test_the_difference_of_a_source_with_itself_is_nothing_and_a_gain_clears_zero():
    full = judge(PERFECT, examples(6), ("ACTOR", "DATE"))
    less = judge(said((0, 10, "ACTOR", "PER", "Ilan Vorga")), examples(6), ("ACTOR", "DATE"))
    same = difference(full, full)
    assert (same.value, same.low, same.high) == (0, 0, 0)
    gain = difference(full, less)
    assert gain.low > 0
    assert gain == difference(full, less)
    assert full.f1(ALL) == 1.0


def test_a_text_without_spans_on_either_side_says_nothing():
    empty = judge(said(), [Example(Article("Rien.", key="x"), ())], ("ACTOR",))
    assert empty.rows()["ACTOR"]["f"]["value"] == 0.0
    assert empty.errors == ()


def test_a_value_that_nobody_gave_is_no_error_and_has_no_share():
    bare = Example(Article(TEXT, key="x"), (Span(0, 10, "ACTOR", "PER"),))
    guess = said((0, 10, "ACTOR", "PER", "Ilan Vorga"))
    found = judge(guess, [bare], ("ACTOR",))
    assert found.rows()["ACTOR"]["values"] is None
    assert found.errors == ()
    valued = Example(Article(TEXT, key="y"), (Span(0, 10, "ACTOR", "PER", "Vorga"),))
    both = judge(guess, [bare, valued], ("ACTOR",))
    assert both.rows()["ACTOR"]["values"] == 0.0
    assert [(one.what, one.article) for one in both.errors] == [("value", "y")]


def test_labels_that_the_test_has_none_of_are_no_part_of_all():
    people = [Example(Article(TEXT, key=str(n)), SPANS[:2]) for n in range(4)]
    loud = judge(PERFECT, people, ("ACTOR", "DATE"))
    assert loud.rows()["DATE"]["proposed"] == 4
    assert (loud.rows()[ALL]["proposed"], loud.f1(ALL)) == (8, 1.0)
    assert loud.errors == ()
    quiet = judge(said((0, 10, "ACTOR", "PER", "Ilan Vorga"), (16, 29, "ACTOR", "PER", "Anna Delcroix")), people,
                  ("ACTOR", "DATE"))  # fmt: skip
    assert difference(quiet, loud).value == 0


def _draws(curve: list[float], noise: float, seeds: int = 3, number: int = 200) -> list[object]:
    chance = numpy.random.default_rng(3)
    shift = chance.normal(0, noise, size=number)
    return [numpy.clip(f1 + shift + chance.normal(0, noise / 5, size=(seeds, number)), 0, 1) for f1 in curve]


def test_a_curve_that_rises_promises_articles_a_flat_one_does_not():
    sizes = [50, 100, 150, 200]
    rising = [0.9 - 2.0 * n**-0.6 for n in sizes]
    more = promise(sizes, _draws(rising, 0.004))
    assert more["kind"] == "more"
    assert more["low"] <= more["articles"] <= more["high"]
    needed = next(n for n in range(200, 2000) if 0.9 - 2.0 * n**-0.6 >= rising[-1] + 0.02) - 200
    assert needed / 2.5 <= more["articles"] <= 2.5 * needed
    assert promise(sizes, _draws([0.8] * 4, 0.001))["kind"] == "flat"
    assert promise(sizes, _draws([0.8, 0.81, 0.80, 0.815], 0.03))["kind"] in ("unknown", "flat")
    assert promise([5, 9], _draws([0.5, 0.6], 0.01))["kind"] == "unknown"


def test_at_the_top_there_is_nothing_more_to_gain():
    top = promise([5, 9, 14, 18], _draws([1.0] * 4, 0.0))
    assert (top["kind"], top["f"]) == ("top", 1.0)
    assert promise([5, 9, 14, 18], _draws([0.9] * 4, 0.001))["kind"] == "flat"


def test_a_kind_that_nobody_gave_is_no_error_and_has_no_share():
    bare = [Example(Article(TEXT, key="0"), (Span(0, 10, "ACTOR"), Span(30, 35, "DATE")))]
    found = judge(PERFECT, bare, ("ACTOR", "DATE"))
    assert {label: row["kinds"] for label, row in found.rows().items()} == {"ACTOR": None, "DATE": None, ALL: None}
    assert "kind" not in {one.what for one in found.errors}
    of_both = judge(PERFECT, examples(2), ("ACTOR", "DATE"))
    assert of_both.rows()[ALL]["kinds"] == 1.0, "dates have none and are no part of it"
    wrong = judge(said((0, 10, "ACTOR", "ORG", None), (30, 35, "DATE", None, None)), examples(2), ("ACTOR", "DATE"))
    assert (wrong.rows()["DATE"]["kinds"], wrong.rows()[ALL]["kinds"]) == (None, 0.0)


@pytest.mark.parametrize(
    ("gold", "guess", "same"),
    [
        ("Comité d’État", "Comité d'État", True),
        (("L’Otan", "Kim\u00a0Jong-un"), ("L'Otan", "Kim Jong-un"), True),
        ("Comité d’État", "Comité d’Etat", False),
        ("Otan", None, False),
    ],
)
def test_values_that_differ_in_typing_only_are_the_same(gold, guess, same):
    example = Example(Article(TEXT, key="0"), (Span(0, 10, "ACTOR", "PER", gold),))
    found = judge(said((0, 10, "ACTOR", "PER", guess)), [example], ("ACTOR",))
    assert found.rows()["ACTOR"]["values"] == float(same)
    assert bool(found.errors) is not same
