"""What is said of a model: decided only on enough, with what flatters the figures, and a curve in fitting words."""

from __future__ import annotations

from typing import Any

import pytest

from depeche.train.advice import advice
from depeche.train.evaluate import ALL, Interval
from depeche.train.picture import chart, promised
from depeche.train.verdict import cautions, conclusion, decided, side_words

NAMES = {"ACTOR": "Acteur", "FIGURE": "Chiffre"}


@pytest.mark.parametrize(
    ("articles", "spans", "gain", "expected"),
    [
        (2, 200, Interval(0.067, 0.067, 0.067), "few"),
        (9, 200, Interval(0.05, 0.02, 0.09), "few"),
        (10, 29, Interval(0.05, 0.02, 0.09), "few"),
        (12, 200, Interval(0.067, 0.067, 0.067), "few"),
        (10, 30, Interval(0.05, 0.02, 0.09), "better"),
        (10, 30, Interval(-0.05, -0.09, -0.02), "worse"),
        (10, 30, Interval(0.05, -0.01, 0.09), "unsure"),
        (10, 30, Interval(0.0, 0.0, 0.0), "unsure"),
    ],
)
def test_a_gain_is_believed_on_enough_articles_spans_and_drawings_that_differ(articles, spans, gain, expected):
    assert decided(articles, spans, gain) == expected


def _report(articles: int, shared: float) -> dict[str, Any]:
    return {
        "name": "un",
        "today": "shipped",
        "articles": {"test": articles},
        "shared_test": shared,
        "systems": {"un": {"ACTOR": {"gold": 40}, "FIGURE": {"gold": 0}, ALL: {"gold": 40}}},
        "against": {"shipped": {ALL: {"value": 0.067, "low": 0.067 if articles < 5 else 0.01, "high": 0.1}}},
    }


def test_too_little_and_too_much_alike_are_said_in_sentences():
    assert "Trop peu d’articles de test pour décider" in conclusion(_report(2, 0.24))
    assert "c’est un gain" in conclusion(_report(12, 0.02))
    left, warned = cautions(_report(2, 0.24), NAMES)
    assert "Sans compter Chiffre" in left
    assert warned.startswith("Attention")
    assert cautions(_report(2, 0.05), NAMES) == [left]


@pytest.mark.parametrize(
    ("test", "gain", "says"),
    [
        (9, (0.0, 0.0, 0.0), "propose la même chose que les règles et le modèle livré"),
        (9, (0.05, 0.01, 0.09), "On ne peut pas encore dire"),
        (12, (0.05, -0.01, 0.09), "Rien ne montre que « un » fasse mieux"),
        (12, (-0.05, -0.09, -0.01), "fait moins bien"),
        (12, (0.05, 0.01, 0.09), "adoptez-le"),
    ],
)
def test_a_data_lead_is_told_in_two_sentences_what_to_do(test: int, gain: tuple[float, ...], says: str) -> None:
    value, low, high = gain
    errors = [{"what": "value", "label": "ACTOR"}] * 3 + [{"what": "missed", "label": "FIGURE"}]
    report = _report(test, 0.0) | {
        "articles": {"train": 20, "dev": 4, "test": test},
        "against": {"shipped": {ALL: {"value": value, "low": low, "high": high}}},
        "errors": errors,
    }
    words = " ".join(advice(report, NAMES).split())
    assert says in words
    assert words.count(". ") == 1
    if low > 0 and test > 9:
        return
    assert "ne l’adoptez pas" in words
    assert "lisez les erreurs (Acteur, valeur : 3 sur 4)" in words
    assert "réentraînez après 20 articles terminés de plus" in words


def test_both_sides_of_an_error_are_whole_on_one_line():
    one = {"label": "ACTOR", "kind": "ORG", "value": ["Commission électorale\ncentrale", "Corvane"]}
    assert side_words(one, NAMES) == "Acteur · ORG · Commission électorale centrale\u202f; Corvane"
    assert side_words(None, NAMES) == "—"


def _curve(low: float, high: float, kind: str, heard: int) -> dict[str, Any]:
    points = [{"articles": n, "f": (low + high) / 2, "low": low, "high": high} for n in (5, 10)]
    promise = {"kind": kind, "gain": 0.02, "f": high}
    return {"labels": {"ACTOR": {"points": points, "promise": promise, "heard": heard}}, "seeds": [1], "test": 9}


def test_a_curve_at_the_top_or_without_a_say_sends_nobody_to_the_guide():
    top = promised(_curve(1.0, 1.0, "top", 8)["labels"]["ACTOR"], "Acteur")
    assert "plus guère à gagner" in top
    assert "guide" not in top
    silent = promised(_curve(0.7, 0.8, "flat", 0)["labels"]["ACTOR"], "Acteur")
    assert "son mot à dire" in silent
    assert "guide" not in silent
    assert "guide" in promised(_curve(0.7, 0.8, "flat", 3)["labels"]["ACTOR"], "Acteur")


@pytest.mark.parametrize(
    ("low", "high", "axis"),
    [(0.82, 0.88, (0.8, 0.9)), (1.0, 1.0, (0.9, 1.0)), (0.0, 0.0, (0.0, 0.1)), (0.31, 0.44, (0.3, 0.5))],
)
def test_the_axis_of_a_curve_fits_what_is_drawn(low, high, axis):
    drawn = chart(_curve(low, high, "flat", 1), NAMES)
    assert (drawn.y.low, drawn.y.high) == pytest.approx(axis)
