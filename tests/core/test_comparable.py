"""What a figure counts is read from the words around it; what isn't about one thing isn't compared."""

from __future__ import annotations

import pytest

from depeche.core.comparable import counted, may_meet, meet
from depeche.core.days import days


def read(text: str, words: str, unit: str | None = None):
    at = text.index(words)
    return counted(text, at, at + len(words), unit)


@pytest.mark.parametrize(
    ("text", "words", "unit", "family", "measure"),
    [
        ("Quelque 600 soldats tarviens ont été tués.", "Quelque 600", "soldats", "losses", "dead"),
        ("Le nombre de soldats tués ou blessés est estimé à 4.000.", "4.000", None, "losses", "losses"),
        ("On compte 35 blessés.", "35", "blessés", "losses", "wounded"),
        ("L'armée a fait 12 prisonniers.", "12", "prisonniers", "captured", "captured"),
        ("La Tarvie a envoyé 11.000 soldats au front.", "11.000", "soldats", "military", "military"),
        ("Le plan coûte 3 milliards d'euros.", "3 milliards d'euros", "EUR", "eur", "eur"),
        ("Elle a reçu trois chevaux.", "trois", "chevaux", "cheval", "cheval"),
    ],
)
def test_what_is_counted(text, words, unit, family, measure):
    found = read(text, words, unit)
    assert found is not None
    assert (found.family, found.measure) == (family, measure)


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("Il y a 133 blessés, dont 23 policiers.", "23", "policiers"),
        ("Elle a vu trois autres personnes.", "trois", "personnes"),
        ("Il a répondu 42.", "42", None),
    ],
)
def test_a_part_and_a_bare_number_are_not_compared(text, words, unit):
    assert read(text, words, unit) is None


def test_other_people_and_other_places_are_kept_apart():
    north = read("11.000 soldats nord-coréens sont partis", "11.000", "soldats")
    russian = read("5.000 soldats russes sont partis", "5.000", "soldats")
    some = read("9.000 soldats sont partis", "9.000", "soldats")
    civilians = read("300 civils ont été tués", "300", "civils")
    dead = read("600 soldats ont été tués", "600", "soldats")
    people = read("700 personnes ont été tuées", "700", "personnes")
    assert not may_meet(north, russian)
    assert may_meet(north, some)
    assert not may_meet(civilians, dead)
    assert may_meet(civilians, people)
    velm = read("20 personnes ont été tuées à Velm", "20", "personnes")
    sorn = read("20 personnes ont été tuées à Sorn", "20", "personnes")
    assert not may_meet(velm, sorn)
    assert may_meet(velm, people)


def test_sums_of_money_need_words_in_common():
    first = read("La rénovation du pont de Velm coûtera 3 millions d'euros", "3 millions d'euros", "EUR")
    second = read("Il faut 5 millions d'euros pour la rénovation du vieux pont de Velm", "5 millions d'euros", "EUR")
    third = read("Le footballeur gagne 5 millions d'euros par saison", "5 millions d'euros", "EUR")
    assert meet(first, second)
    assert not meet(first, third)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-07-13", "2025-07-13", "2025-07-13"),
        ("2025-07", "2025-07-01", "2025-07-31"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2025-06-21/2025-06-30", "2025-06-21", "2025-06-30"),
        ("2022~/2025-06-05", "2022-01-01", "2025-06-05"),
        ("2025-07-12T14:30", "2025-07-12", "2025-07-12"),
        ("2025-02-XX", "2025-02-01", "2025-02-28"),
    ],
)
def test_the_days_of_a_date(value, first, last):
    from datetime import date

    assert days(value) == tuple(date.fromisoformat(day).toordinal() for day in (first, last))


@pytest.mark.parametrize("value", ["", "hier", "2025-13", "2025-06-31", "2025-07/2024-01", "XXXX", "0000", "9999-24"])
def test_what_is_no_date_has_no_days(value):
    assert days(value) is None
