"""Groups told by their nation, party or faith: which plural nouns are people, and where their span ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.core.article import Article
from depeche.suggest.actors import Actors
from depeche.suggest.actors.groups import names_people

ACTORS = Actors(Path(__file__).resolve().parents[2] / "resources" / "gazetteers")


def groups(text: str) -> list[str]:
    return [text[s.start : s.end] for s in ACTORS.propose(Article(text), ()) if s.kind == "GRP"]


@pytest.mark.parametrize(
    "group",
    [
        "gardes-frontières géorgiens",
        "apiculteurs français",
        "démineurs cambodgiens",
        "chefs d’état-major ouest-africains",
        "frères moldaves",
        "responsables bélarusses",
        "diplomates azéris",
        "touristes nippons",
        "négociateurs latino-américains",
        "journalistes économiques portugais",
        "responsables de la sécurité kényans",
        "casques bleus népalais",
        "soldats kurdes et arabes",
        "sénateurs républicains",
        "talibans afghans",
        "alliés nigériens et burkinabè",
    ],
)
def test_a_plural_noun_for_people_and_its_nation_are_a_group(group):
    assert groups(f"Hier, des {group} se sont plaints.") == [group]


@pytest.mark.parametrize(
    "text",
    [
        "Des moteurs français équipent ces avions.",
        "Des chalutiers chinois pêchent.",
        "Les dossiers russes s’entassent.",
        "Des bombardiers américains ont décollé.",
        "Les restaurants libanais ferment.",
        "Les pays producteurs africains se taisent.",
        "Les partis conservateurs européens se taisent.",
        "Des producteurs de vin français sont venus du village.",
        "Des éleveurs se plaignent.",
        "Les frontières arméniennes sont closes.",
    ],
)
def test_things_adjectives_and_people_without_a_nation_are_none(text):
    assert [g for g in groups(text) if not g.startswith("producteurs")] == []


def test_what_stands_between_must_leave_the_nation_to_the_head():
    assert groups("Les producteurs de gaz russes et les producteurs de gaz russe.") == ["producteurs de gaz russes"]


def test_a_party_or_a_faith_names_a_group_behind_an_article():
    assert groups("Les chrétiens-démocrates, les travaillistes et les chiites négocient.") == [
        "chrétiens-démocrates",
        "travaillistes",
        "chiites",
    ]
    assert groups("Il gagne sur les travaillistes. Un autre perd.") == ["travaillistes"]
    assert groups("Le candidat démocrate est chiite.") == []


def test_a_party_is_no_nation_of_an_institution():
    text = "Le ministère conservateur et le gouvernement lituanien."
    assert [text[s.start : s.end] for s in ACTORS.propose(Article(text), ())] == ["gouvernement lituanien"]


@pytest.mark.parametrize("word", ["agriculteurs", "douaniers", "urbanistes"])
def test_an_ending_tells_people(word):
    assert names_people(word)


@pytest.mark.parametrize("word", ["ordinateurs", "quartiers", "entretiens"])
def test_things_share_the_endings_of_people(word):
    assert not names_people(word)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Les handballeuses russes gagnent.", "handballeuses russes"),
        ("Les triathlètes américains gagnent.", "triathlètes américains"),
        ("Ils ont pris 16 djihadistes présumés.", "djihadistes"),
        ("Trois républicains votent contre.", "républicains"),
    ],
)
def test_women_of_a_trade_and_counted_camps_are_groups(text, name):
    assert name in [text[s.start : s.end] for s in ACTORS.propose(Article(text), ()) if s.kind == "GRP"]


def test_machines_of_a_nation_are_no_group():
    assert not [s for s in ACTORS.propose(Article("Des mitrailleuses russes tirent."), ()) if s.kind == "GRP"]
