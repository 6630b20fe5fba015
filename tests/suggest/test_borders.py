"""Where else a mention may begin and end: the whole of it, then its parts."""

from __future__ import annotations

import re

import pytest

from depeche.core.article import Article
from depeche.core.scheme import ValueType
from depeche.suggest.borders import alternatives


@pytest.mark.parametrize(
    ("text", "words", "value", "found"),
    [
        ("le Conseil des pasteurs de Talvanie dit", "Conseil des pasteurs de Talvanie", ValueType.NAME,
         ["Talvanie", "Conseil des pasteurs", "pasteurs de Talvanie", "Conseil"]),
        ("au ministère de l’Industrie lourde, hier", "ministère de l’Industrie lourde", ValueType.NAME,
         ["Industrie lourde", "ministère"]),
        ("l’élue des Gants verts de Tarsis a dit", "Gants verts", ValueType.NAME,
         ["Gants verts de Tarsis", "élue des Gants verts"]),
        ("selon Mara Vorga, hier", "Vorga", ValueType.NAME, ["Mara Vorga"]),
        ("un sondage du 18 au 19 juillet, hier", "18 au 19 juillet", ValueType.DATE, ["19 juillet", "18"]),
        ("a dit « oui », hier", "« oui »", ValueType.SPEAKER, []),
    ],
)  # fmt: skip
def test_the_likeliest_borders_come_first(text: str, words: str, value: ValueType, found: list[str]) -> None:
    start = text.index(words)
    end = start + len(words)
    inside = [match.span() for match in re.compile(r"\w+").finditer(text, start, end)]
    places = [inside[0], inside[-1], (start, end)]
    article = Article(text, date="2025-07-13")
    assert [text[a:b] for a, b in alternatives(article, start, end, value, places)][: len(found)] == found
