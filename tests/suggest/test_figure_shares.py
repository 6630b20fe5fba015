"""Shares with « sur », negative amounts, powers, addresses: spans and values that must be right or not be at all."""

from __future__ import annotations

import pytest

from depeche.core.article import Article
from depeche.suggest.figures import Figures, is_figure_value, parse_figure


def found_in(text: str) -> list[tuple[str, str, str | None]]:
    """Return (words, value, unit) of every figure proposed."""
    proposed = Figures().propose(Article(text), [])
    return [(text[s.start : s.end], str(s.value), s.attrs.get("unit")) for s in proposed]


def values_in(text: str) -> list[tuple[str, str]]:
    return [(words, value) for words, value, _ in found_in(text)]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Elle touche neuf femmes sur dix au village.", ("neuf femmes sur dix", "9/10", "femmes")),
        ("Le risque est de 1 sur 10.", ("1 sur 10", "1/10", None)),
        ("Le collège perd une personne sur quatre.", ("une personne sur quatre", "1/4", "personnes")),
        ("Un Norvégien sur trois skie.", ("Un Norvégien sur trois", "1/3", "Norvégiens")),
        ("Ils sont deux sur trois à partir.", ("deux sur trois", "2/3", None)),
        ("Il dort un week-end sur deux au port.", ("un week-end sur deux", "1/2", "week-ends")),
        ("Elle aide un demandeur d'emploi sur cinq.", ("un demandeur d'emploi sur cinq", "1/5", "demandeurs")),
        ("Il manque près d'une maison sur deux.", ("près d'une maison sur deux", "~1/2", "maisons")),
        ("Plus de sept jeunes sur dix votent.", ("Plus de sept jeunes sur dix", "7/10..", "jeunes")),
    ],
)
def test_a_share_with_sur_is_one_figure(text: str, share: tuple[str, str, str | None]) -> None:
    assert found_in(text) == [share]
    assert is_figure_value(share[1])


def test_a_share_never_swallows_a_group_that_acts() -> None:
    assert values_in("Selon lui, 7 Norvégiens sur 10 skient.") == [("7", "7"), ("10", "10")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La liste a pris 30 sièges sur 150.", ["30", "150"]),
        ("Elle a gagné quatre courses sur quatre.", ["quatre", "quatre"]),
        ("Il a dépensé dix euros sur deux mois.", ["dix euros", "deux mois"]),
    ],
)
def test_what_is_counted_out_of_a_total_stays_two_figures(text: str, words: list[str]) -> None:
    assert [w for w, _ in values_in(text)] == words


def test_a_share_that_is_drawn_is_parsed() -> None:
    assert parse_figure("neuf femmes sur dix") == ("9/10", "femmes", None)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Il fait - 5 degrés au port.", [("- 5 degrés", "-5")]),
        ("Il fait moins dix degrés au port.", [("moins dix degrés", "-10")]),
        ("Le fret a reculé de \u2212 4,5 %.", [("\u2212 4,5 %", "-4.5")]),
        ("Le fret est à -4,5 %.", [("-4,5 %", "-4.5")]),
        ("Le fret finit à moins 4,5 %.", [("moins 4,5 %", "-4.5")]),
        ("Un solde de -3 milliards d'euros.", [("-3 milliards d'euros", "-3000000000")]),
        ("Entre -5 et -10 degrés.", [("-5", "-5"), ("-10 degrés", "-10")]),
    ],
)
def test_the_sign_is_in_the_span_and_in_the_value(text: str, figures: list[tuple[str, str]]) -> None:
    assert values_in(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("- 5 morts au port", [("5", "5")]),
        ("- 5 % de droits", [("5 %", "5")]),
        ("Bergen - 5 morts", [("5", "5")]),
        ("Bergen – 5 morts", [("5", "5")]),
        ("Une hausse de 3-5 % au port.", [("3-5 %", "3..5")]),
        ("Une hausse d'au moins 5 %.", [("au moins 5 %", "5..")]),
    ],
)
def test_a_dash_is_no_minus(text: str, figures: list[tuple[str, str]]) -> None:
    assert values_in(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Il a bu ½ litre.",
        "La course dure 2½ heures.",
        "La course dure 2 ½ heures.",
        "On en compte 10³ au moins.",
        "On en compte 5×10^6 au moins.",
        "On en compte 5 x 10⁶ au moins.",
        "Il court le relais 4 x 100 m.",
    ],
)
def test_a_power_or_a_sign_for_a_part_gives_no_wrong_value(text: str) -> None:
    assert values_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12, rue des Tanneurs, 75001 Paris",
        "Il habite au 12, rue des Tanneurs, 75001 Paris.",
        "Il habite 35 bis avenue Foch.",
        "Il habite au 35 ter, quai du Port.",
        "Courrier : BP 120, Bamako.",
        "CS 40001, 35000 Rennes Cedex 7",
        "Écrire à la boîte postale 120.",
        "35000 Rennes",
    ],
)
def test_an_address_holds_no_figure(text: str) -> None:
    assert values_in(text) == []


def test_what_only_looks_like_an_address_is_a_figure() -> None:
    text = "En tout, 12000 Norvégiens ont nettoyé 12 rues et 10 places."
    assert [words for words, _ in values_in(text)] == ["12000", "12", "10"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("On voit cent gares, dont une quarantaine sur la côte.", ["cent", "une quarantaine"]),
        ("Il cite une quarantaine de villages au nord.", ["une quarantaine"]),
        ("Des blessés : une quarantaine sont graves.", ["une quarantaine"]),
        ("La mise en quarantaine du port dure.", []),
        ("Il impose une quarantaine de deux semaines.", ["deux semaines"]),
        ("Il impose une quarantaine d'au moins dix jours.", ["au moins dix jours"]),
        ("Il lève des restrictions, dont une quarantaine à domicile.", []),
        ("Il roule dans une 2 CV et sa 4 L.", []),
    ],
)
def test_forty_is_told_from_isolation_and_a_number_from_a_name(text: str, figures: list[str]) -> None:
    assert [words for words, _ in values_in(text)] == figures
