"""A figure's value is said as a person would say it."""

from __future__ import annotations

import pytest

from depeche import messages
from depeche.core.figure_words import figure_words


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("600", "soldats", "600\u00a0soldats"),
        ("3000..", "personnes", "au moins 3\u202f000\u00a0personnes"),
        ("25000..30000", None, "25\u202f000 à 30\u202f000"),
        ("..14", None, "jusqu’à 14"),
        ("~600", "soldats", "environ 600\u00a0soldats"),
        ("2.3", "EUR", "2,3\u00a0€"),
        ("1/3", None, "1/3"),
        ("-4", "%", "-4\u00a0%"),
        ("des milliers", "habitants", "des milliers\u00a0habitants"),
        ("..", None, ".."),
    ],
)
def test_it_is_said_in_words(value: str, unit: str | None, said: str) -> None:
    assert figure_words(value, unit) == said


def test_it_is_said_in_english_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "language", lambda: "en")
    monkeypatch.setattr("depeche.core.figure_words.language", lambda: "en")
    assert figure_words("2.5", "km") == "2.5\u00a0km"
