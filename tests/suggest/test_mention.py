"""How far the mention goes that a word is in, and what looks like a mention nobody marked."""

from __future__ import annotations

import pytest

from depeche.core.article import Article
from depeche.core.scheme import ValueType
from depeche.suggest.mention import candidates, names, quotations, whole
from depeche.suggest.othernames import is_first_name, other_names, with_nation

TEXT = (
    "Hier, Mara Vorga a livré quelque 25 000 sacs au ministère de la Défense, selon la Gazette de la Rade. « Il faut "
    "“agir” vite », a dit l’Ostralien le 12 juillet 2025."
)


@pytest.mark.parametrize(
    ("word", "value", "found"),
    [
        ("Vorga", ValueType.NAME, "Mara Vorga"),
        ("Gazette", ValueType.NAME, "Gazette de la Rade"),
        ("ministère", ValueType.NAME, "ministère de la Défense"),
        ("sacs", ValueType.NAME, "sacs"),
        ("000", ValueType.NUMBER, "quelque 25 000"),
        ("juillet", ValueType.DATE, "12 juillet 2025"),
        ("agir", ValueType.SPEAKER, "« Il faut “agir” vite »"),
        ("sacs", ValueType.TEXT, "sacs"),
    ],
)
def test_a_word_brings_the_whole_mention(word: str, value: ValueType, found: str) -> None:
    start = TEXT.index(word)
    first, last = whole(Article(TEXT, date="2025-07-13"), start, start + len(word), value)
    assert TEXT[first:last] == found


def test_a_capital_that_only_opens_a_sentence_is_no_name() -> None:
    assert [TEXT[a:b] for a, b in names(TEXT)] == ["Mara Vorga", "Défense", "Gazette de la Rade", "Ostralien"]


def test_candidates_are_asked_for_by_the_labels_of_the_project() -> None:
    article = Article(TEXT)
    assert [TEXT[a:b] for a, b in candidates(article, {ValueType.NUMBER})] == ["25 000", "12", "2025"]
    assert [TEXT[a:b] for a, b in candidates(article, {ValueType.SPEAKER})] == ["« Il faut “agir” vite »", "“agir”"]


def test_quotations_without_an_end_are_none_and_straight_marks_pair_up() -> None:
    assert list(quotations("« sans fin")) == []
    text = 'Il dit "oui" puis "non".'
    assert [text[a:b] for a, b in quotations(text)] == ['"oui"', '"non"']


def test_other_names_come_from_the_tables() -> None:
    assert "Fonds monétaire international" in other_names("FMI")
    assert other_names("Tarsis-sur-Orbe") == []


def test_an_institution_gets_its_nation_where_the_adjective_goes_and_only_once() -> None:
    assert with_nation("ministère de la Défense", "le ", ["Chine"]) == ["ministère chinois de la Défense"]
    assert with_nation("Commission électorale", "la ", ["Bulgarie"]) == ["Commission électorale bulgare"]
    assert with_nation("ministère chinois de la Défense", "le ", ["Chine"]) == []
    assert with_nation("ministère de la Défense", "le ", ["Tarsis"]) == []


def test_first_names_are_known_by_the_table() -> None:
    assert is_first_name("Jean")
    assert not is_first_name("jean")
    assert not is_first_name("Lettre")
