"""How far the mention goes that a word is in, and what looks like a mention nobody marked."""

from __future__ import annotations

import pytest

from depeche.core.article import Article
from depeche.core.scheme import ValueType
from depeche.suggest.mention import candidates, names, quotations, whole
from depeche.suggest.othernames import is_first_name, is_title, other_names, spellings, with_nation

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


def test_what_only_its_elided_article_began_with_a_capital_is_no_name() -> None:
    text = "C’est dit. L’accord de Tarsis tient. L’accord aussi, et Mara Selk."
    assert [text[a:b] for a, b in names(text)] == ["accord de Tarsis", "Mara Selk"]


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
    assert with_nation("ministère de la Défense", "le ", ["Chine"])[0] == "ministère chinois de la Défense"
    assert with_nation("Commission électorale", "la ", ["Bulgarie"])[0] == "Commission électorale bulgare"
    assert with_nation("ministère chinois de la Défense", "le ", ["Chine"]) == []
    assert with_nation("ministère de la Défense", "le ", ["Tarsis"]) == []


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("Belgique", "de Belgique"),
        ("Malawi", "du Malawi"),
        ("Iran", "d'Iran"),
        ("Pays-Bas", "des Pays-Bas"),
        ("Mexique", "du Mexique"),
        ("Corée du Nord", "de Corée du Nord"),
        ("Cuba", "de Cuba"),
    ],
)
def test_an_institution_may_also_be_its_states_own(state: str, said: str) -> None:
    assert with_nation("Chambre des délégués", "la ", [state])[-1] == f"Chambre des délégués {said}"


def test_a_capital_that_another_power_sits_in_may_be_either() -> None:
    assert other_names("Bruxelles", "Union européenne")[0] == "Belgique"


def test_a_name_is_spelled_as_other_papers_do() -> None:
    assert spellings("Yahya Al-Chami") == ["Yahya al-Chami"]
    assert spellings("Jean Marc Delvaux") == ["Jean-Marc Delvaux"]
    assert spellings("Mara Vorga") == []


def test_a_title_stands_before_a_person() -> None:
    assert is_title("Mme")
    assert is_title("général")
    assert not is_title("lycée")


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("selon l’Ufos (Union fédérale des ouvriers du sel), hier", "Union", "Union fédérale des ouvriers du sel"),
        ("Le Bureau pour les naufragés (BN) a livré", "Bureau", "Bureau pour les naufragés"),
        ("Le Bureau pour les naufragés (selon lui) a livré", "Bureau", "Bureau"),
        ("invité de Radio 7, il a dit", "Radio", "Radio 7"),
        ("a promis Mme M'bewe.", "M'bewe", "M'bewe"),
    ],
)
def test_a_name_goes_as_far_as_its_acronym_or_number_says(text: str, word: str, found: str) -> None:
    start = text.index(word)
    first, last = whole(Article(text), start, start + len(word), ValueType.NAME)
    assert text[first:last] == found


def test_first_names_are_known_by_the_table() -> None:
    assert is_first_name("Jean")
    assert not is_first_name("jean")
    assert not is_first_name("Lettre")
