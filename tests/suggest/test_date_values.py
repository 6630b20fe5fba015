"""Every value a date gets is EDTF, whatever the words; what may not be known gets none, and says why."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.dates import Dates, is_edtf
from tests.examples import examples

PUBLISHED = "2024-03-14"
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
NUMBERS = ["deux", "trois", "dix", "vingt et un", "12", "48", "une dizaine de", "plusieurs", "quelques", "2,5"]
UNITS = ["heures", "jours", "semaines", "mois", "trimestres", "ans", "décennies", "siècles"]


def proposed(text: str, date: str | None = PUBLISHED) -> list[Suggestion]:
    return Dates().propose(Article(text, date=date), [])


def values(text: str, date: str | None = PUBLISHED) -> list[tuple[str, object]]:
    return [(text[s.start : s.end], s.value) for s in proposed(text, date)]


@cache
def right(value: str) -> bool:
    return is_edtf(value)


year = st.integers(1000, 2199).map(str)
month = st.sampled_from(MONTHS)
weekday = st.sampled_from(DAYS)
day = st.integers(1, 31).map(lambda n: "1er" if n == 1 else str(n))
year_end = st.one_of(st.just(""), year.map(lambda y: f" {y}"), st.sampled_from([" dernier", " prochain", " suivant"]))
whole = st.builds(lambda d, m, y: f"{d} {m}{y}", day, month, year_end)
named = st.builds(lambda w, d: f"{w} {d}", weekday, whole)
part = st.sampled_from(["début ", "mi-", "fin ", "milieu de ", "courant "])
amount = st.builds(lambda n, u: f"{n} {u}", st.sampled_from(NUMBERS), st.sampled_from(UNITS))
bounded = st.builds(str.__add__, st.sampled_from(["", "plus de ", "moins de ", "près de ", "environ "]), amount)
season = st.builds(str.__add__, st.sampled_from(["été", "hiver", "automne", "printemps"]), year_end)
phrase = st.one_of(
    whole.map("le {}".format),
    named.map("le {}".format),
    weekday.map("{} soir".format),
    weekday.map("ce {}".format),
    st.builds("du {} au {} {}".format, day, day, month),
    st.builds("entre le {} et le {}".format, whole, whole),
    st.builds("de {} à {}".format, month, month),
    st.builds("de {} à {}".format, year, year),
    st.builds("en {}-{}".format, year, year),
    st.builds("les {}, {} et {}".format, day, day, whole),
    st.builds("dans la nuit du {} au {}".format, day, whole),
    st.builds("dans la nuit de {} à {}".format, weekday, weekday),
    st.builds("{}{}{}".format, part, month, year_end),
    st.builds("{}{}".format, part, year),
    season.map("à l’{}".format),
    st.builds("au {} {}".format, st.sampled_from(["premier trimestre", "second semestre", "3e trimestre"]), year),
    st.integers(1, 21).map("au {}e siècle".format),
    st.integers(100, 219).map("dans les années {}0".format),
    bounded.map("il y a {}".format),
    bounded.map("depuis {}".format),
    bounded.map("dans {}".format),
    bounded.map("en {}".format),
    bounded.map("d’ici {}".format),
    bounded.map("{} plus tard".format),
    bounded.map("{} auparavant".format),
    amount.map("ces {} derniers".format),
    st.sampled_from(
        ["hier", "la veille", "le lendemain", "avant-hier soir", "ce week-end", "à Noël", "à Pâques 2026", "au T2 2023",
         "la semaine dernière", "le mois prochain", "cette année", "la même année", "ces dernières années",
         "le dernier vendredi de mai", "la première quinzaine de juin", "la semaine du 3 mai", "le 30 février 2024",
         "le 31 avril", "le 29 février", "le 12/13/2024", "le 3/4", "il y a 40 000 ans", "au XXXe siècle"]
    ),
)  # fmt: skip
verb = st.sampled_from([" il est venu", " il viendra", ", la réunion", " le vote avait eu lieu", " on pourrait voter"])


@examples(400)
@given(st.lists(st.tuples(phrase, verb), min_size=1, max_size=3), st.sampled_from([PUBLISHED, "2024-02", "1999", None]))
def test_every_value_and_every_reading_is_edtf(told: list[tuple[str, str]], date: str | None) -> None:
    text = ". ".join(f"{when.capitalize()}{said}" for when, said in told)
    for one in proposed(text, date):
        readings = one.attrs.get("readings", [])
        assert all(right(value) for value in readings), (text, readings)
        if one.value is None:
            assert one.attrs["note"], text
        else:
            assert isinstance(one.value, str)
            assert right(one.value), (text, one.value)


@examples(200)
@given(phrase, verb)
def test_without_a_publication_date_nothing_relative_has_a_value(when: str, said: str) -> None:
    for one in proposed(f"{when}{said}.", None):
        assert one.value is None or not one.attrs.get("relative"), (when, one.value)


FOUND = [
    ("Il y a 40 000 ans, la mer montait.", [("Il y a 40 000 ans", None)]),
    ("Il y a des millions d’années, la mer montait.", [("Il y a des millions d’années", None)]),
    ("Le scrutin sera clos demain, à 15 heures.", [("demain, à 15 heures", "2024-03-15")]),
    ("Elle arrivera mardi, tôt le matin.", [("mardi, tôt le matin", "2024-03-19")]),
    ("Élu plus tôt cette année, il part.", [("plus tôt cette année", "2024")]),
    ("Élu plus tôt dans la semaine, il part.", [("plus tôt dans la semaine", "2024-03-11/2024-03-17")]),
    ("Dans les deux années qui ont suivi la guerre.", [("deux années", None)]),
    ("La deuxième moitié du XIe siècle.", [("deuxième moitié du XIe siècle", "1051/1100")]),
    ("Le dernier quart du XXe siècle.", [("dernier quart du XXe siècle", "1976/2000")]),
    ("L’idée vient de la révolution de 1789.", [("1789", "1789")]),
    ("Dans la journée de lundi, il a plu.", [("journée de lundi", "2024-03-11")]),
    ("La journée du 9 mars fut calme.", [("9 mars", "2024-03-09")]),
    (
        "Durant les derniers jours du mois d’août 2023.",
        [("derniers jours du mois d’août 2023", "2023-08-21/2023-08-31")],
    ),
    ("Aux premières heures du 24 février 2022.", [("premières heures du 24 février 2022", "2022-02-24")]),
    ("Deux jours seulement après l’attaque.", [("Deux jours", None)]),
    ("Cela faisait trois mois que durait le siège.", [("trois mois", None)]),
    ("Entre le 22 janvier 2023 et hier, rien.", [("22 janvier 2023 et hier", "2023-01-22/2024-03-13")]),
    ("Le sommet, entre le 3 et le 8, a eu lieu.", [("3 et le 8", "2024-03-03/2024-03-08")]),
    ("Le premier lundi du mois prochain.", [("premier lundi du mois prochain", "2024-04-01")]),
    ("Dans les deux années suivantes.", [("deux années suivantes", None)]),
    ("Le vote avait eu lieu il y a trois semaines.", [("il y a trois semaines", "2024-02-22")]),
    ("À 10 h demain matin.", [("10 h demain matin", "2024-03-15")]),
    ("Il vit ici depuis un quart de siècle.", [("un quart de siècle", "1999~/2024-03-14")]),
    ("Samedi soir, vers 20 heures locales.", [("Samedi soir, vers 20 heures locales", "2024-03-09")]),
    ("Le 2 mars, à 21 h 30 UTC+3, un tir.", [("2 mars, à 21 h 30 UTC+3", "2024-03-02")]),
    ("Dans la nuit de jeudi à vendredi 8 mars.", [("nuit de jeudi à vendredi 8 mars", "2024-03-07/2024-03-08")]),
    ("Le scrutin s’est tenu samedi 9 et a déçu.", [("samedi 9", "2024-03-09")]),
    ("Pendant le week-end de Pâques.", [("week-end de Pâques", "2024-03-30/2024-03-31")]),
    ("Il est parti il y a un mois et vingt-et-un jours.", [("il y a un mois et vingt-et-un jours", "2024-01-23~")]),
    ("La guerre dure depuis vingt-et-un ans.", [("vingt-et-un ans", "2003~/2024-03-14")]),
    ("La séance de jeudi le 21, à Québec.", [("jeudi le 21", "2024-03-21")]),
    ("Au T1 2024, le PIB a reculé.", [("T1 2024", "2024-01/2024-03")]),
    ("Né au xixe siècle, le parti dure.", [("xixe siècle", "18XX")]),
    ("De la fin avril 2023 au début mai 2023.", [("fin avril 2023 au début mai 2023", "2023-04-21/2023-05-10")]),
    ("Entre les mois de mai et août 2023.", [("mois de mai et août 2023", "2023-05/2023-08")]),
    ("Chronologie :\n2004 : un coup d’État.", [("2004", "2004")]),
    ("La loi de 2008 et la résolution de 1999.", [("2008", "2008"), ("1999", "1999")]),
    ("JO 2018 : la trêve.", [("2018", "2018")]),
    ("Il est mort voici dix ans.", [("dix ans", "2014")]),
    ("Voilà dix ans que la guerre dure.", [("dix ans", "2014~/2024-03-14")]),
    ("Il était parti trois jours avant elle.", [("trois jours", None)]),
    ("La mairie avait menacé la veille de fermer le pont.", [("veille", None)]),
    (
        "De la fin du XIXe siècle et du début du XXe.",
        [("fin du XIXe siècle", "1867/1900"), ("début du XXe", "1901/1933")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda x: x[:40] if isinstance(x, str) else "")
def test_rarer_ways_to_say_when(text: str, expected: list[tuple[str, object]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "L’enquête a pris deux ans avant d’aboutir.",
        "Après dix ans passés à la tête du parti, il renonce.",
        "Les otages ayant depuis été libérés, la police se retire.",
        "Depuis le 11 Septembre, les contrôles durent.",
        "Un poisson d’avril circule.",
        "« — Mai Fatty, conseiller du président. »",
        "À 93 ans, à une altitude de 2010 mètres.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert values(text) == []


def test_an_age_behind_a_year_makes_no_stretch() -> None:
    assert values("Mort en 1977 à 93 ans.") == [("1977", "1977")]


def test_how_long_a_few_are_is_left_open_in_another_reading() -> None:
    one = proposed("Depuis quelques semaines, il pleut.")[0]
    assert (one.value, one.attrs["readings"]) == ("2024-02-22~/2024-03-14", ["../2024-03-14"])


def test_what_is_told_in_the_past_is_not_counted_beyond_the_publication() -> None:
    assert values("12 mars 2024. Deux mois plus tard, il démissionnait.")[1] == ("Deux mois plus tard", None)
    assert values("Le vote aura lieu le 20 mars. Deux jours plus tard, il partira.")[1][1] == "2024-03-22"


def test_a_look_back_is_nothing_to_count_from() -> None:
    told = "Élu en juin 2020, il avait été arrêté six mois plus tôt, puis jugé trois mois plus tôt."
    assert [value for _, value in values(told)] == ["2020-06", "2019-12", "2020-03"]


def test_a_day_set_behind_says_which_next_day_is_meant() -> None:
    told = "Arrêté le 2 février, il a parlé. Le lendemain, le 4 février, il est sorti."
    assert [value for _, value in values(told)] == ["2024-02-02", "2024-02-04", "2024-02-04"]
    told = "Arrêté le 2 février, il a parlé. Le lendemain, dimanche 4 février, il est sorti."
    assert values(told)[1:] == [("lendemain, dimanche 4 février", "2024-02-04")]
    assert values("Il a voté hier, mercredi 13 mars 2024.") == [("hier, mercredi 13 mars 2024", "2024-03-13")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("L’excédent s’est réduit, jusqu’à 41 milliards de dollars en février.", "2024-02"),
        ("L’avion a fait son premier vol le 5 janvier et devrait servir en 2026.", "2024-01-05"),
        ("L’accord, conclu en décembre, entrera en vigueur plus tard.", "2023-12"),
        ("Il a annoncé pouvoir présenter sa réforme dès lundi.", "2024-03-18"),
        ("Les écoles sont fermées pour ce lundi.", "2024-03-18"),
        ("Une attaque a été déjouée ce vendredi.", "2024-03-08"),
        ("La visite, initialement prévue en février, a été annulée.", "2024-02"),
        ("Rien ne bougera d’ici lundi.", "2024-03-18"),
    ],
)
def test_the_verb_of_its_own_clause_says_which_way_a_date_looks(text: str, value: str) -> None:
    assert values(text)[0][1] == value


def test_who_had_waited_waited_in_the_past() -> None:
    assert values("Ils avaient attendu l’automne.") == [("automne", "2023-23")]
