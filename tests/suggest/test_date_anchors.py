"""What a date is counted from: the date right behind it, our era, the day the text names; and what contradicts it."""

from __future__ import annotations

import pytest

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.dates import Dates, is_edtf

SUNDAY = "2025-07-13"


def proposed(text: str) -> list[Suggestion]:
    return Dates().propose(Article(text, date=SUNDAY), [])


def found(text: str) -> list[tuple[str, object]]:
    return [(text[s.start : s.end], s.value) for s in proposed(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le scrutin a lieu mardi.", "2025-07-15"),
        ("Les obsèques ont lieu samedi soir.", "2025-07-19"),
        ("Le débat n’a pas lieu mardi.", "2025-07-15"),
        ("Le tournoi a lieu mardi prochain.", "2025-07-15"),
        ("L’audience a cours mardi.", "2025-07-15"),
        ("Elle a besoin d’un visa mardi.", "2025-07-15"),
        ("Il a rendez-vous mardi.", "2025-07-15"),
        ("Il a place mardi à la tribune.", "2025-07-15"),
        ("Le scrutin a eu lieu mardi.", "2025-07-08"),
        ("Le scrutin avait lieu mardi.", "2025-07-08"),
        ("La foire a lieu depuis lundi.", "2025-07-07"),
    ],
)
def test_what_takes_place_is_the_present(text: str, value: str) -> None:
    assert [value for _, value in found(text)] == [value]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Entre le 30 décembre 2024 et le 2 janvier, il neige.", "30 décembre 2024 et le 2 janvier",
         "2024-12-30/2025-01-02"),
        ("Du 20 décembre 2023 au 15 mars, on vote.", "20 décembre 2023 au 15 mars", "2023-12-20/2024-03-15"),
        ("Du 3 mars 2022 à avril, on votait.", "3 mars 2022 à avril", "2022-03-03/2022-04"),
    ],
)  # fmt: skip
def test_a_range_ends_after_the_year_in_which_it_begins(text: str, span: str, value: str) -> None:
    assert found(text) == [(span, value)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Le mur date du IIe siècle av. J.-C. selon elle.", "IIe siècle av. J.-C.", "-01XX"),
        ("Le mur date du Ier siècle avant notre ère.", "Ier siècle avant notre ère", "-0099/0000"),
        ("À la fin du IIe siècle av. J.-C., on bâtit.", "fin du IIe siècle av. J.-C.", "-0133/-0100"),
        ("Aux IIe et Ier siècles av. J.-C., on bâtit.", "IIe et Ier siècles av. J.-C.", "-0199/0000"),
        ("Au IIIe millénaire av. J.-C., on bâtit.", "IIIe millénaire av. J.-C.", "-2999/-2000"),
        ("Il meurt en 44 av. J.-C. au Sénat.", "44 av. J.-C.", "-0043"),
        ("Il meurt en 44 avant Jésus-Christ.", "44 avant Jésus-Christ", "-0043"),
        ("Vers 1200 avant J.-C., la ville brûle.", "1200 avant J.-C.", "-1199"),
        ("Il meurt le 15 mars 44 av. J.-C. au Sénat.", "15 mars 44 av. J.-C.", "-0043-03-15"),
        ("De 58 à 51 av. J.-C., on se bat.", "58 à 51 av. J.-C.", "-0057/-0050"),
        ("De 1300 à 1200 av. J.-C., on se bat.", "1300 à 1200 av. J.-C.", "-1299/-1199"),
        ("Le volcan, en 79 apr. J.-C., gronde.", "79 apr. J.-C.", "0079"),
        ("Au IIe siècle de notre ère, on bâtit.", "IIe siècle de notre ère", "01XX"),
    ],
)
def test_a_year_is_counted_to_or_from_our_era(text: str, span: str, value: str) -> None:
    assert found(text) == [(span, value)]
    assert is_edtf(value)


def test_a_day_that_no_year_has_gets_no_value() -> None:
    assert found("Il meurt le 31 février 44 av. J.-C. au Sénat.") == [("31 février 44 av. J.-C.", None)]


def test_nothing_is_counted_from_a_year_before_our_era() -> None:
    assert found("En 2019, on fouille. En 44 av. J.-C., il meurt. L’année suivante, on vote.")[2][1] is None


def test_what_stands_before_any_departure_is_no_era() -> None:
    assert found("Il en comptait 44 avant notre départ, et 52 avant Jean.") == []


@pytest.mark.parametrize(
    ("span", "value"),
    [
        ("Deux jours après le 3 mai 2024", "2024-05-05"),
        ("Trois semaines avant le 1er juin 2020", "2020-05-11"),
        ("Six mois après mars 2021", "2021-09"),
        ("Deux ans après 2015", "2017"),
        ("Dix jours après le 3 mai", "2025-05-13"),
    ],
)
def test_an_amount_is_counted_from_the_date_right_behind_it(span: str, value: str) -> None:
    assert found(f"{span}, il cède.") == [(span, value)]


def test_the_day_beside_a_date_is_counted_from_it() -> None:
    assert found("Le lendemain du 3 mai 2024, il cède.") == [("lendemain du 3 mai 2024", "2024-05-04")]
    assert found("La veille du 3 mai 2024, il cède.") == [("veille du 3 mai 2024", "2024-05-02")]
    assert found("Le surlendemain du 3 mai 2024, il cède.") == [("surlendemain du 3 mai 2024", "2024-05-05")]


def test_an_event_and_a_date_too_coarse_stay_what_they_are() -> None:
    assert found("Deux jours après son sacre, il cède.") == [("Deux jours", None)]
    assert found("Deux jours avant le vote du 3 mai 2024.") == [("Deux jours", None), ("3 mai 2024", "2024-05-03")]
    assert found("Trois jours après 2015, il cède.") == [("Trois jours", None), ("2015", "2015")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle arrive. Le lendemain, elle repart. La veille, elle dormait.", [None, None]),
        ("Le même jour, elle repart.", [None]),
        ("Elle arrive. Le mardi suivant, elle repart.", [None]),
        ("Le 3 mai 2024, elle arrive. Le mardi suivant, elle repart.", ["2024-05-03", "2024-05-07"]),
        ("Née en mars 2021 ; trois ans plus tard, elle part. Le lendemain, elle rentre.", ["2021-03", "2024", None]),
        ("Elle est arrivée hier. La veille, elle dormait.", ["2025-07-12", "2025-07-11"]),
        ("Aujourd’hui, elle vote. En 2014, elle perdait. La veille, elle dormait.",
         ["2025-07-13", "2014", "2025-07-12"]),
        ("Elle rentre demain.", ["2025-07-14"]),
    ],
)  # fmt: skip
def test_the_next_day_is_counted_from_a_day_that_the_text_names(text: str, expected: list[str | None]) -> None:
    suggestions = proposed(text)
    assert [s.value for s in suggestions] == expected
    assert all(s.attrs.get("note") for s in suggestions if s.value is None)


def test_a_day_under_the_name_of_another_keeps_its_value_and_says_so() -> None:
    wrong, right = proposed("Le dimanche 14 juillet 2025, et non le lundi 14 juillet 2025.")
    assert (wrong.value, wrong.attrs["note"]) == ("2025-07-14", "le 14 juillet 2025 est un lundi")
    assert wrong.attrs["readings"] == ["2024-07-14"]
    assert wrong.attrs["note"] in wrong.reason
    assert wrong.score < right.score
    assert "note" not in right.attrs
    (yearless,) = proposed("Le dimanche 14 juillet, il viendra.")
    assert (yearless.value, yearless.attrs["note"]) == ("2025-07-14", "le 14 juillet 2025 est un lundi")


def test_the_number_of_a_model_is_no_year() -> None:
    assert found("La conductrice de Peugeot 2008 a fui.") == []
    assert found("La Peugeot 2008 et une Clairval 2008 ont brûlé.") == []
    assert found("La Peugeot de 2008 a brûlé.") == [("2008", "2008")]
    assert found("Les Jeux de Paris 2024 et un Tour 2023.") == [("2024", "2024"), ("2023", "2023")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le procès s’est ouvert mercredi 12.", "2025-03-12"),
        ("Le procès s’ouvrira mercredi 12.", "2025-11-12"),
        ("Le procès s’ouvrira mercredi 16.", "2025-07-16"),
    ],
)
def test_a_numbered_weekday_is_the_nearest_that_the_tense_allows(text: str, value: str) -> None:
    assert [value for _, value in found(text)] == [value]


def test_a_numbered_weekday_goes_with_the_month_named_before() -> None:
    text = "En février 2025, elle part. Elle avait été vue mercredi 12."
    assert found(text) == [("février 2025", "2025-02"), ("mercredi 12", "2025-02-12")]


@pytest.mark.parametrize(
    ("span", "value"),
    [
        ("15 de ce mois", "2025-07-15"),
        ("15 du mois dernier", "2025-06-15"),
        ("2 du mois en cours à 14 heures", "2025-07-02"),
        ("31 du mois dernier", None),
    ],
)
def test_a_day_is_counted_in_its_month(span: str, value: str | None) -> None:
    assert found(f"Le {span}, il cède.") == [(span, value)]
