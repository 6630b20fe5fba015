"""A span drawn by hand gets the value that its words have where they stand."""

from __future__ import annotations

import pytest

from depeche import paths
from depeche.core.article import Article, DateOrigin
from depeche.core.scheme import parse_scheme
from depeche.core.span import Span
from depeche.suggest.valuer import make_valuer

TEXT = (
    "Six mois de siège.\nL’armée a perdu 41 soldats, contre 37 annoncés, et au moins un char, en 2 h 47 min. "
    "Il repart demain, à 15 heures. Le million de signatures est atteint. On parle de 12 chefs d’État."
)


@pytest.mark.parametrize(
    ("words", "label", "value", "unit"),
    [
        ("41", "FIGURE", "41", "soldats"),
        ("37", "FIGURE", "37", "soldats"),
        ("au moins un", "FIGURE", "1..", "chars"),
        ("2 h 47 min", "FIGURE", "167", "minutes"),
        ("million", "FIGURE", "1000000", "signatures"),
        ("12", "FIGURE", "12", "chefs d’État"),
        ("Six", "FIGURE", "6", "mois"),
        ("demain, à 15 heures", "DATE", "2024-03-16", None),
    ],
)
def test_a_drawn_span_is_read_in_its_place(words: str, label: str, value: str, unit: str | None) -> None:
    article = Article(TEXT, date="2024-03-15", date_origin=DateOrigin.GIVEN)
    start = TEXT.index(words)
    valued = make_valuer(parse_scheme(paths.default_scheme(), ""))(article, Span(start, start + len(words), label))
    assert (valued.value, valued.attrs.get("unit")) == (value, unit)


def test_words_that_are_no_figure_get_no_value() -> None:
    article = Article(TEXT, date="2024-03-15", date_origin=DateOrigin.GIVEN)
    start = TEXT.index("siège")
    valued = make_valuer(parse_scheme(paths.default_scheme(), ""))(article, Span(start, start + 5, "FIGURE"))
    assert valued.value is None
