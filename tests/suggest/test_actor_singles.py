"""Persons named by one word: first names with a sign of a person, two with one surname, famous single names."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.core.article import Article
from depeche.suggest.actors import Actors

ACTORS = Actors(Path(__file__).resolve().parents[2] / "resources" / "gazetteers")


def persons(text: str) -> list[tuple[str, object]]:
    return [(text[s.start : s.end], s.value) for s in ACTORS.propose(Article(text), ()) if s.kind == "PER"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Il pleut, raconte Fatima, 34 ans, venue du nord.", "Fatima"),
        ("« Il pleut », ajoute Hassan, un autre manifestant.", "Hassan"),
        ("Il vit avec son épouse Rachel.", "Rachel"),
        ("Il a cité son ancêtre Thomas.", "Thomas"),
        ("« Il pleut », a déclaré Zarek.", "Zarek"),
        ("On y voit Zarek, 23 ans, de dos.", "Zarek"),
        ("Le public attend Rihanna.", "Rihanna"),
    ],
)
def test_a_first_name_with_a_sign_is_a_person(text, name):
    assert (name, name) in persons(text)


def test_two_share_a_surname():
    assert persons("Il a vu Julie et Marc Zarek.")[0] == ("Julie", "Julie Zarek")


def test_a_first_name_means_the_one_who_bears_it():
    assert persons("Brett Zarek est venu. Mais Brett se tait.")[1] == ("Brett", "Brett Zarek")


def test_a_first_name_that_two_bear_says_nothing():
    text = "Brett Zarek et Brett Marlow sont venus. Mais Brett se tait."
    assert [name for name, _ in persons(text)] == ["Brett Zarek", "Brett Marlow"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Il va soutenir. Soutenir Julie Zarek est utile.", ["Julie Zarek"]),
        ("Le ministre d’Emmanuel Macron Julie Zarek est là.", ["Emmanuel Macron", "Julie Zarek"]),
        ("Le porte-parole de l’agence Sutopo Zarek Nugro est là.", ["Sutopo Zarek Nugro"]),
        ("Une alerte de Kirsten Nielsen suit.", ["Kirsten Nielsen"]),
        ("Le chef de projet Julie Zarek est là.", ["Julie Zarek"]),
        ("La chanteuse Mae West est là.", ["Mae West"]),
    ],
)
def test_a_name_is_cut_where_the_person_ends(text, names):
    assert [name for name, _ in persons(text)] == names


@pytest.mark.parametrize(
    "text",
    ["La rue Julie est fermée.", "L’ouragan Julie approche.", "Ils ont trouvé le boson de Higgs.", "À John Street."],
)
def test_what_bears_a_first_name_is_no_person(text):
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le livre de J. K. Zarek paraît.", ["J. K. Zarek"]),
        ("Hier, Nolan Z. a parlé.", ["Nolan Z."]),
        ("Il cite la bombe H. La Corée se tait.", []),
        ("Le Logan Act est cité.", []),
    ],
)
def test_initials(text, names):
    assert [name for name, _ in persons(text)] == names


def test_an_initial_means_the_one_whose_name_begins_so():
    assert persons("Julie Zarek arrive. Selon J. Zarek, tout va bien.")[1] == ("J. Zarek", "Julie Zarek")
    assert persons("Hier, Nolan Z. a parlé.") == [("Nolan Z.", "Nolan Z.")]
