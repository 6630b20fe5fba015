"""A row of the board is called by what is counted and what tells it apart, in a few words of the article."""

from __future__ import annotations

import pytest

from depeche.core.row_names import around, counted_name, shared_words


@pytest.mark.parametrize(
    ("text", "figure", "unit", "name"),
    [
        ("Velm a perdu 37 soldats tarviens. Tués hier, ils reposent à Sorn.", "37", "soldats", "soldats tarviens"),
        ("Selon Velm, 37 soldats tarviens ont été tués et près de 120 blessés.", "37", "soldats",
         "soldats tarviens tués"),
        ("Le nombre de soldats tarviens tués ou blessés est estimé à 4.000.", "4.000", None,
         "soldats tarviens tués ou blessés"),
        ("Au moins 14 civils ont péri à Sorn.", "Au moins 14", "civils", "civils qui ont péri"),
        ("Le port a reçu 40 tonnes de blé.", "40", "tonnes", "tonnes de blé"),
        ("Le parti obtient 24 % des voix.", "24 %", "%", "% des voix"),
        ("Ostrel promet 12 millions d’euros pour le port.", "12 millions d’euros", "EUR", "euros"),
        ("On compte 900 morts.", "900", "morts", "morts"),
        ("Il y en a 7.", "7", None, ""),
    ],
)  # fmt: skip
def test_the_noun_comes_first_and_scraps_of_the_sentence_stay_away(
    text: str, figure: str, unit: str | None, name: str
) -> None:
    at = text.index(figure)
    assert counted_name(text, at, at + len(figure), unit) == name


def test_dates_are_named_by_the_words_around_all_of_them() -> None:
    text = "La flotte a attaqué le 4 mai le port de Velm."
    words = around(text, 23, 28)
    assert "4 mai" not in words
    assert shared_words(words, frozenset({"port", "velm", "flotte"})) == "flotte, port, Velm"
    assert shared_words(words, frozenset()) == ""
