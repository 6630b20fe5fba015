"""What a figure counts, also where another figure says so; what is a number's name or a score is no figure."""

from __future__ import annotations

import pytest

from depeche.core.article import Article
from depeche.suggest.figures import Figures

UNITS = [
    ("Ils sont passés de 12 à 15 morts.", ["morts", "morts"]),
    ("Un accord que 22 des 27 gouvernements ont signé.", ["gouvernements", "gouvernements"]),
    ("Elle a perdu quatre de ses cinq procès.", ["procès", "procès"]),
    ("Adopté par 52 voix contre 48.", ["voix", "voix"]),
    ("Adopté par 52 voix pour, 48 contre.", ["voix", "voix"]),
    ("Il recueille 38 % contre 34.", ["%", "%"]),
    ("Le budget de 85 milliards d’euros, contre 33 milliards l’an dernier.", ["EUR", "EUR"]),
    ("On a tué 41 soldats, contre 37 annoncés.", ["soldats", "soldats"]),
    ("On a tué 41 soldats, dont dix conscrits. L’ONU n’en a recensé que 14.", ["soldats", "conscrits", "soldats"]),
    ("On compte 184 détenus, et 65 d’entre eux ont fui.", ["détenus", "détenus"]),
    ("Le camp abrite 900 familles ; près de 300 ont fui.", ["familles", "familles"]),
    ("Trois personnes ont été tuées et six autres blessées.", ["personnes", "personnes"]),
    ("Le parti a 79 sièges, trois de plus qu’avant.", ["sièges", "sièges"]),
    ("Le parti a obtenu 7 sièges (sur 120).", ["sièges", "sièges"]),
    ("Un Afghan sur trois a faim.", ["Afghans"]),
    ("Douze chefs d’État ont entendu six coups de feu.", ["chefs d’État", "coups de feu"]),
    ("Le signal passe à 50 hertz et la dose à 0,2 mSv/h.", ["Hz", "mSv/h"]),
    ("La vitesse est de 630 km/s.", ["km/s"]),
    ("Cinq ONG et trois jeunes tués.", ["ONG", "jeunes"]),
    ("Dix personnes sont mortes et une quinzaine blessées.", ["personnes", "personnes"]),
    ("Le bilan est de 41 blessés, puis 48.", ["blessés", "blessés"]),
    ("La puissance atteint 153,7 GW, dont 12,5 au nord.", ["GW", "GW"]),
    ("Elle fume plus souvent (38 contre 19 %).", ["%", "%"]),
    ("Il coûte 500 DKK, et le baril 34 cents de moins.", ["DKK", "cents"]),
    ("Il fait 90 degrés Fahrenheit.", ["°F"]),
    ("Un neuvième des élus et cinq cents ouvriers.", ["élus", "ouvriers"]),
    ("Un contrat sur 24 Rafale et 5 sous-marins.", ["Rafale", "sous-marins"]),
    ("Il a échangé 15 contre 10 prisonniers.", ["prisonniers", "prisonniers"]),
    ("On a vu 15 000 manifestants, 100 000 selon les syndicats.", ["manifestants", "manifestants"]),
    ("Un séisme de magnitude 6,2 à 10 km de profondeur.", [None, "km"]),
    ("Condamné à cinq ans de prison, dont trois avec sursis.", ["ans", "ans"]),
    ("Condamné à 30 mois de prison, dont 6 ferme.", ["mois", "mois"]),
    ("Parmi les 55 requis, 10 ont signé.", [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "units"), UNITS, ids=[text[:40] for text, _ in UNITS])
def test_the_unit_may_stand_with_another_figure(text: str, units: list[str | None]) -> None:
    assert [one.attrs.get("unit") for one in Figures().propose(Article(text), [])] == units


FIGURES = [
    ("Six autres millions de civils.", [("Six autres millions", "6000000")]),
    ("Un à deux ans de prison.", [("Un à deux ans", "1..2")]),
    ("Une ou deux personnes.", [("Une ou deux", "1..2")]),
    ("Un report d’au moins une semaine.", [("au moins une semaine", "1..")]),
    ("Une semaine de travail de quatre jours.", [("quatre jours", "4")]),
    ("En faveur d’une semaine de travail de quatre jours.", [("quatre jours", "4")]),
    ("Un montant proche de 700 000 euros.", [("proche de 700 000 euros", "~700000")]),
    ("À 450 km environ des côtes.", [("450 km environ", "~450")]),
    ("La vidéo dépasse le million de vues.", [("million", "1000000")]),
    ("Le vol a duré 1 heure 56 minutes.", [("1 heure 56 minutes", "116")]),
    ("Il a couru en 2 h 47 min.", [("2 h 47 min", "167")]),
    ("L’enquête a pris deux ans avant d’aboutir.", [("deux ans", "2")]),
    ("Un homme de 52 ans après l’altercation.", [("52 ans", "52")]),
    ("Un homme de 35 ans proche du parti.", [("35 ans", "35")]),
    ("Il a couru 1 heure 2 minutes 3 secondes.", [("1 heure 2 minutes 3 secondes", "3723")]),
    ("Une prévision d’environ +0,4 %.", [("environ +0,4 %", "~0.4")]),
    ("Il fait autour de -4,5 °C.", [("autour de -4,5 °C", "~-4.5")]),
    ("Au moins un mort et au moins une personne blessée.", [("Au moins un", "1.."), ("au moins une", "1..")]),
    ("Il pèse 49,6 t. Elle mesure 2 m.", [("49,6 t", "49.6"), ("2 m", "2")]),
    ("Payés pour cinq.", [("cinq", "5")]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[text[:40] for text, _ in FIGURES])
def test_rarer_ways_to_say_how_many(text: str, expected: list[tuple[str, str]]) -> None:
    found = Figures().propose(Article(text), [])
    assert [(text[one.start : one.end], one.value) for one in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Il a perdu sur le score de 3 à 1.",
        "Menée 1 à 0, l’équipe a perdu.",
        "Le match s’est achevé 38 - 17.",
        "Il crie « deux poids, deux mesures ».",
        "Le registre 247 et le césium 137.",
        "Le recours au 49.3 a surpris.",
        "Reçu au 10, Downing Street.",
        "Les 27 ont voté hier.",
        "Remis au profit d’un tiers.",
        "Selon lui, « tout va bien »1.",
        "Par 38° de latitude nord et 127° 30' de longitude est.",
        "Une seconde phase a commencé.",
        "Morts tous les deux.",
        "Il s’est levé à 14 h 30 min.",
        "Il est 20 heures à Rio.",
        "Écrire au code postal 75008.",
        "Fondé en 833, le royaume a duré.",
        'Elle gagne en 9"81.',
        "Le décret présidentiel 13769 est suspendu.",
        "Tous les trois tués sur le coup.",
        "L’astre 2014 UZ224 est loin.",
    ],
)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert Figures().propose(Article(text), []) == []
