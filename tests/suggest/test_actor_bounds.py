"""Where known names end, what makes them things or places, which houses act; clubs, firms, federal states."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.core.article import Article
from depeche.suggest.actors import Actors

ACTORS = Actors(Path(__file__).resolve().parents[2] / "resources" / "gazetteers")


def found(text: str) -> list[tuple[str, str | None]]:
    return [(text[s.start : s.end], s.kind) for s in ACTORS.propose(Article(text), ())]


def values(text: str) -> list[tuple[str, object]]:
    return [(text[s.start : s.end], s.value) for s in ACTORS.propose(Article(text), ())]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La tempête traverse la Californie.", "Californie"),
        ("Un juge de l’Oregon suspend le texte.", "Oregon"),
        ("Des élections ont lieu en Bavière.", "Bavière"),
        ("Il est né dans le New Jersey.", "New Jersey"),
        ("Le gouverneur du Texas refuse.", "Texas"),
        ("Un gué relie l’Alberta au Manitoba.", "Alberta"),
        ("La route va vers le Salvador.", "Salvador"),
    ],
)
def test_states_of_a_federation_are_states(text, name):
    assert (name, "GPE") in found(text)


@pytest.mark.parametrize(
    "text", ["Virginie est venue.", "Le groupe Arizona Rockers joue ce soir.", "Il a bu un Canada Dry.", "À 0,3 UA."]
)
def test_a_state_inside_another_name_is_none(text):
    assert "GPE" not in [kind for _, kind in found(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Des Gilets jaunes belges défilent.", "Gilets jaunes belges", "GRP"),
        ("Les talibans afghans refusent.", "talibans afghans", "GRP"),
        ("Une filiale d’Airbus Helicopters recrute.", "Airbus Helicopters", "ORG"),
        ("Le club affronte le Real Madrid.", "Real Madrid", "ORG"),
        ("Il l’a dit au Monde hier.", "Monde", "ORG"),
        ("Selon le Guardian, tout va bien.", "Guardian", "ORG"),
        ("Selon meteo-plaine.fr, il pleuvra.", "meteo-plaine.fr", "ORG"),
        ("La police de Zarville-sur-Mer enquête.", "police de Zarville-sur-Mer", "ORG"),
        ("Le service de police de Zarville se tait.", "service de police de Zarville", "ORG"),
        ("La Commission européenne de Bruxelles refuse.", "Commission européenne", "ORG"),
        ("Il siège à la commission électorale.", "commission électorale", "ORG"),
        ("Selon Zarnex, une entreprise de pêche, tout va bien.", "Zarnex", "ORG"),
        ("Zarnex est une ONG fondée en mer.", "Zarnex", "ORG"),
        ("Les membres d’Ansar Zarek se rendent.", "Ansar Zarek", "ORG"),
        ("La Zarische Partei Ostlands (ZPO) recule.", "Zarische Partei Ostlands", "ORG"),
        ("Il dirige la firme Zartown Limited depuis juin.", "Zartown Limited", "ORG"),
    ],
)
def test_a_name_ends_where_it_ends(text, name, kind):
    assert (name, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le concert a lieu au Vodafone Park.",
        "Des manifestants vêtus de gilets jaunes passent.",
        "Le chef de police de Zarville.",
        "Il a pris une voiture de police municipale.",
        "Une commission électorale sera créée.",
        "Il est champion du Monde.",
        "Le blessé est à l’hôpital de Zarville.",
        "Écrire à jane@zarville.fr ou lire www.zarville.fr/une.",
        "Le président du Conseil des ministres se tait.",
        "Le télescope spatial Jane Marlow est en panne.",
        "Le match a lieu à Zarville, au Ellis Park.",
        "La mosquée Sidi Zarek a brûlé.",
        "Il a vu la ville de Zar Dagan.",
        "Ils jouent Wild Stars Forever.",
    ],
)
def test_things_clothes_and_houses_are_no_actors(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("Il a été reçu à l’Élysée.", False),
        ("Un dîner a lieu à la Maison Blanche.", False),
        ("Des travaux commencent au palais de l’Élysée.", False),
        ("La foule crie devant le Kremlin.", False),
        ("Vers midi, à Matignon, il a déjeuné.", False),
        ("Le Kremlin dément.", True),
        ("Il le demande à l’Élysée.", True),
        ("Face à la Maison Blanche, il cède.", True),
    ],
)
def test_a_seat_is_a_power_or_a_building(text, seat):
    assert ("GPE" in [kind for _, kind in found(text)]) is seat


def test_a_meeting_is_no_bloc():
    assert found("Il y sera lors du G20.") == []
    assert found("Le G20 de Hambourg s’ouvre.") == []
    assert found("Le G20 promet une aide.") == [("G20", "ORG")]


def test_a_capital_beside_a_mere_city_is_a_city():
    assert found("Paris et Marseille ont été traversés par des cortèges.") == []


def test_a_known_common_name_keeps_the_capital_of_the_text():
    assert values("La Commission électorale proteste.") == [("Commission électorale", "Commission électorale")]


def test_an_office_is_named_by_its_task():
    text = "L’agence de prévention des avalanches du pays se tait, l’agence de sécurité aussi."
    assert found(text) == [("agence de prévention des avalanches", "ORG")]


def test_a_first_name_with_a_state_in_it_is_a_person():
    assert found("Marie-France Zarek se tait.") == [("Marie-France Zarek", "PER")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La Fondation permet de visualiser, et l’Ordre de coopérer.", []),
        ("La Société d’exploitation de la tour Zarek se tait.", ["Société d’exploitation de la tour Zarek"]),
        ("Ils quittent l’île pour Berlin, la capitale allemande.", []),
        ("Un Suisse médaillé : un Suisse.", []),
    ],
)
def test_a_name_takes_its_own_words_only(text, names):
    assert [name for name, _ in found(text)] == names


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("L’Union européenne refuse. Les dirigeants de l’Union votent.", "Union", "Union européenne"),
        ("Le Conseil constitutionnel délibère. Hier, le Conseil se tait.", "Conseil", "Conseil constitutionnel"),
    ],
)
def test_a_known_body_is_meant_by_its_first_word(text, short, long):
    assert (short, long) in values(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elle est jugée par la cour d’appel de Zarville.", "cour d’appel de Zarville"),
        ("Il cite l’université Marlow à Chicago.", "université Marlow"),
        ("L’État hébreu refuse.", "État hébreu"),
    ],
)
def test_courts_universities_and_by_names_of_states(text, name):
    assert name in [found_name for found_name, _ in found(text)]


def test_a_department_is_no_english_name():
    assert found("Le vent souffle en Charente-Maritime et en Seine-Maritime.") == []
