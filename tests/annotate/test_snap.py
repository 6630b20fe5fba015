"""A rough selection becomes the words that it means."""

from __future__ import annotations

import pytest

from depeche import nlp
from depeche.annotate.snap import rough_tokens, snap, trim
from depeche.core.scheme import ValueType


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("l’Ukraine", "Ukraine"),
        ("d'Israël,", "Israël"),
        ("qu’Ankara", "Ankara"),
        ("N’Djamena", "N’Djamena"),
        ("M’Bour.", "M’Bour"),
        ("(OMS)", "OMS"),
        ("Korean Central News Agency (KCNA)", "Korean Central News Agency (KCNA)"),
        ("« Moscou »", "Moscou"),
        ("5\u00a0%", "5\u00a0%"),
        ("en 52 av. J.-C.", "en 52 av. J.-C."),
        ("-3 %", "-3 %"),
        ("– Moscou –", "Moscou"),
        ("\u202fParis\u202f:", "Paris"),
        ("le 3 mai.", "le 3 mai"),
        ("aujourd’hui", "aujourd’hui"),
        ("« ' »", ""),
    ],
)
def test_edges_that_do_not_belong_are_left_out(text, kept):
    start, end = trim(text, 0, len(text), ValueType.NAME)
    assert text[start:end] == kept


@pytest.mark.parametrize("text", ["« oui »", "“oui.”", "„oui“"])
def test_a_quote_keeps_its_marks(text):
    padded = f" {text}\u00a0"
    start, end = trim(padded, 0, len(padded), ValueType.SPEAKER)
    assert padded[start:end] == text


@pytest.mark.parametrize("tokens", [nlp.tokens, rough_tokens])
def test_a_selection_widens_to_whole_words(tokens):
    text = "Le président Vorga, dit-on, part\u00a0: 25\u202f000 à 3 %."
    found = tokens(text)
    start, end = snap(text.index("sident"), text.index("orga") + 1, found)
    assert text[start:end] == "président Vorga"
    assert snap(2, 3, found) == (2, 2)
    assert snap(0, len(text), found) == (0, len(text))


def test_what_bounds_a_figure_stays_though_it_ends_in_an_elision():
    text = "Il faut jusqu’à 25 000 hommes, d’au moins 20 ans."
    assert trim(text, 8, 22, ValueType.NUMBER) == (8, 22)
    assert text[slice(*trim(text, 31, 48, ValueType.NUMBER))] == "au moins 20 ans"
    assert trim(text, 8, 22, ValueType.DATE)[0] > 8
