"""Organisations that a noun announces, newspapers by their article: where the name begins and ends, and again later."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from depeche.core.article import Article
from depeche.suggest.actors import Actors

ACTORS = Actors(Path(__file__).resolve().parents[2] / "resources" / "gazetteers")


def organisations(text: str) -> list[str]:
    return [text[s.start : s.end] for s in ACTORS.propose(Article(text), ()) if s.kind == "ORG"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La formation écologiste Planète debout progresse.", "Planète debout"),
        ("L’organisation Forêts vivantes publie un bilan.", "Forêts"),
        ("Le parti anti-corruption Peuple d’abord recule.", "Peuple d’abord"),
        ("Il rejoint un quatrième parti, Paix et Justice.", "Paix et Justice"),
        ("Selon l’organisation de défense des prisonniers Toit des libertés, rien ne va.", "Toit"),
        ("Selon l’organisation Maison des rivières, rien ne va.", "Maison des rivières"),
        ("L’agence de presse Zarnews le confirme.", "Zarnews"),
        ("L’agence Lima-Info le confirme.", "Lima-Info"),
        ("Le quotidien d’opposition Zarpravda le confirme.", "Zarpravda"),
        ("La revue Food and Farming le confirme.", "Food and Farming"),
        ("Le mouvement « Soleil et Liberté » le confirme.", "Soleil et Liberté"),
        ("Le quotidien Le Matin carpatique le confirme.", "Le Matin carpatique"),
        ("Il s’est confié à La Gazette du port.", "La Gazette du port"),
        ("Le patron de Zarnex se tait.", "Zarnex"),
        ("La cheffe de file du Forum du large se tait.", "Forum du large"),
        ("Selon l’institut Zarpol, rien ne bouge.", "institut Zarpol"),
        ("Il cite le Front pour le retour à l’ordre légal.", "Front pour le retour à l’ordre légal"),
        ("La Croix-Rouge n’a plus accès au camp.", "Croix-Rouge"),
        ("Le mouvement ouvrier Aube rouge proteste.", "Aube"),
        ("Le parti prokurde DEM proteste.", "DEM"),
        ("La Haute Autorité de la pêche proteste.", "Haute Autorité de la pêche"),
        ("Oxfam Belgique proteste.", "Oxfam Belgique"),
        ("La Confédération fermière appelle à la grève.", "Confédération fermière"),
        (
            "Il dirige l’Institut chilien pour la justice et la mémoire.",
            "Institut chilien pour la justice et la mémoire",
        ),
        ("Les Vingt-Sept se réunissent.", "Vingt-Sept"),
        ("La présidente de la Chambre a levé la séance.", "Chambre"),
        ("Le porte-parole de l’état-major interarmées se tait.", "état-major interarmées"),
    ],
)
def test_a_name_goes_on_over_its_own_lower_case_words(text, name):
    assert name in organisations(text)


def test_an_announced_name_is_known_in_the_whole_article():
    text = "Planète debout gagne des voix\n\nLe parti écologiste Planète debout progresse. Planète debout jubile."
    assert organisations(text) == ["Planète debout"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Le chef du parti, Jean Dupond, se tait.",
        "Il voyageait en compagnie de la Zarnexienne.",
        "Il passe dans une émission de télévision Dimanche.",
        "Le groupe ethnique Zarnexi vit ici.",
        "Le patron de Jean Dupond se tait.",
        "Le groupe accuse Zarnex.",
        "Vivre à La Haye lui plaît.",
        "Le parti de Zarnex se tait.",
        "Le matin, la gazette arrive.",
    ],
)
def test_what_is_not_announced_is_no_name(text):
    assert organisations(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le bateau est là. Lê Minh Tuấn, patron pêcheur, a souri.", "Lê Minh Tuấn"),
        ("Hier, Trần Thị Lan a souri.", "Trần Thị Lan"),
        ("L’économiste Alena Marek a souri.", "Alena Marek"),
        ("La chercheuse Dilnoza Rakhim a souri.", "Dilnoza Rakhim"),
        ("Le maire de Trifouilly Jean Dupond a souri.", "Jean Dupond"),
        ("Le président de la Région Jean Dupond a souri.", "Jean Dupond"),
        ("Le député sud-coréen Baek Seung-ho a souri.", "Baek Seung-ho"),
    ],
)
def test_persons_of_all_alphabets_are_whole(text, name):
    found = {text[s.start : s.end] for s in ACTORS.propose(Article(text), ()) if s.kind == "PER"}
    assert found == {name}


def values(text: str) -> list[tuple[str, object]]:
    return [(text[s.start : s.end], s.value) for s in ACTORS.propose(Article(text), ())]


def test_a_short_name_takes_the_one_longer_name_of_the_article():
    text = "La Seconde Chambre a voté. Un élu de la Chambre a ri. Le ministère letton de la Défense nie : "
    text += "le ministère de la Défense parle d’erreur."
    assert [v for _, v in values(text)] == ["Seconde Chambre"] * 2 + ["ministère letton de la Défense"] * 2


def test_of_two_longer_names_none_is_chosen():
    text = (
        "Le ministère letton de la Défense et le ministère turc de la Défense nient. Le ministère de la Défense parle."
    )
    assert values(text)[-1] == ("ministère de la Défense", "ministère de la Défense")


def test_values_are_composed_whatever_the_text_is():
    decomposed = unicodedata.normalize("NFD", "Hier, Noémie Béridzé a souri.")
    assert [v for _, v in values(decomposed)] == ["Noémie Béridzé"]


@pytest.mark.parametrize(
    "text",
    ["Le pont brûle\n\nGOMA, 3 mai (Agence Zarienne) – Le pont brûle.", "Le pont, hier.\nJEAN MARLOW/AGENCE ZAR\n"],
)
def test_credits_are_no_actors(text):
    assert values(text) == []


def test_brackets_and_slashes_alone_are_no_credits():
    assert values("Il cite une ONG (Amnesty International), pas l’Otan/ONU.")[0][0] == "Amnesty International"


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Le Conseil des sages du Pérou (CSP) proteste.", "Conseil des sages du Pérou", "CSP"),
        ("Les Combattants pour la rivière (RFF) protestent. Les RFF rient.", "Combattants pour la rivière", "RFF"),
        ("La Commission électorale (Comel) proteste.", "Commission électorale", "Comel"),
        ("Le renseignement militaire ukrainien (GUR) nie.", "renseignement militaire ukrainien", "GUR"),
    ],
)
def test_brackets_hold_the_short_name_of_the_long_one(text, name, short):
    found = values(text)
    assert (name, name) in found
    assert (short, name) in found
    assert len(found) == text.count(short) + 1


@pytest.mark.parametrize(
    "text",
    [
        "Le maire Jean Dupond (UX) rit.",
        "Le Produit intérieur brut (PIB) recule.",
        "L’Accord de pêche (ADP) est signé.",
        "Le cargo turc Mavi Deniz dérive.",
        "Le Haut Représentant se tait.",
    ],
)
def test_brackets_and_ships_that_are_no_organisations(text):
    assert organisations(text) == []
    assert "Mavi Deniz" not in [v for v, _ in values(text)]
