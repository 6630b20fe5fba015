"""What one layer holds of spans that cross: the longest in characters, whatever the form and its tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche import paths
from depeche.core.article import Article
from depeche.core.record import Mark, Record
from depeche.core.scheme import parse_scheme
from depeche.export.form import Format, Plan
from depeche.export.forms import FORMS
from depeche.export.receipt import Receipt
from depeche.export.tags import apart
from depeche.export.trial import Desk
from depeche.export.writers.docbin import to_doc_to_learn
from tests.examples import examples

_PLACES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12)


def _cross(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


@given(_PLACES)
@examples(200)
def test_what_stays_does_not_cross_and_what_goes_crosses_one_that_is_longer_or_first(places) -> None:
    marks = [Mark(start, start + length, "ACTOR") for start, length in places]
    kept, left = apart(enumerate(marks), lambda one: one[1])
    assert sorted([*kept, *left]) == list(enumerate(marks))
    assert [n for n, _ in left] == sorted(n for n, _ in left)
    assert [mark.start for _, mark in kept] == sorted(mark.start for _, mark in kept)
    assert not any(_cross(one, other) for n, one in kept for m, other in kept if n != m)

    def rank(n: int, mark: Mark) -> tuple[int, int, int]:
        return mark.start - mark.end, mark.start, n

    for n, mark in left:
        assert any(_cross(mark, other) and rank(m, other) < rank(n, mark) for m, other in kept)


@pytest.mark.parametrize("format_", [Format.SPACY, Format.SPACY_PROJECT, Format.CONLL, Format.HUGGINGFACE])
def test_every_form_of_one_layer_keeps_the_same_span(format_) -> None:
    text = "Il dit : a b c anticonstitutionnellement."
    more_words, more_letters = Mark(9, 14, "FIGURE"), Mark(13, 40, "ACTOR")
    assert text[more_words.start : more_words.end] == "a b c"
    assert text[more_letters.start : more_letters.end] == "c anticonstitutionnellement"
    record = Record(Article(text, name="a"), (more_words, more_letters))
    receipt = Receipt(format_.value, spills=False)
    plan = Plan(parse_scheme(paths.default_scheme(), ""))
    if format_ is Format.SPACY_PROJECT:  # of one article it makes none
        to_doc_to_learn(record, plan.scheme, receipt)
    else:
        FORMS[format_].write(iter((record,)), Desk(), receipt, plan)
    assert [(one["text"], one["label"]) for one in receipt.lost] == [("a b c", "FIGURE")]
