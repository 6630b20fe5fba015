"""Bodies told by a leader, a party, a people or their company; and what only looks like an actor."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.core.article import Article
from depeche.suggest.actors import Actors

ACTORS = Actors(Path(__file__).resolve().parents[2] / "resources" / "gazetteers")


def actors(text: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.kind or "") for s in ACTORS.propose(Article(text), ())]


def values(text: str) -> dict[str, object]:
    return {text[s.start : s.end]: s.value for s in ACTORS.propose(Article(text), ())}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("La réforme voulue par le gouvernement Marsolet a été votée.", ("gouvernement Marsolet", "ORG")),
        ("Le budget du gouvernement travailliste prévoit des hausses.", ("gouvernement travailliste", "ORG")),
        ("Le président du groupe socialiste a quitté la séance.", ("groupe socialiste", "ORG")),
        ("La motion déposée par le groupe UMP a été rejetée.", ("groupe UMP", "ORG")),
        ("La communauté musulmane de la ville a protesté.", ("communauté musulmane", "GRP")),
        ("Des villages de la minorité kurde ont été évacués.", ("minorité kurde", "GRP")),
        ("Ils appartiennent à l'ethnie Zolima, dans le nord.", ("ethnie Zolima", "GRP")),
        ("Les heurts entre chrétiens et musulmans ont repris.", ("musulmans", "GRP")),
        ("Les heurts entre chrétiens et musulmans ont repris.", ("chrétiens", "GRP")),
        ("Dix millions de colombiens iront voter.", ("colombiens", "GRP")),
        ("Le chef de l'État de la République de Moldavie a signé.", ("République de Moldavie", "GPE")),
        ("Le dirigeant de la république équatorienne a signé.", ("république équatorienne", "GPE")),
        ("La dette réclamée par le fisc portugais est contestée.", ("fisc portugais", "ORG")),
        (
            "La Fédération belge du secteur financier publie ses chiffres.",
            ("Fédération belge du secteur financier", "ORG"),
        ),
        ("La Banque inter-régionale de développement prête.", ("Banque inter-régionale de développement", "ORG")),
        ("Le Parti travailliste de Martin Dollery recule.", ("Parti travailliste", "ORG")),
        ("La fédération des brasseurs, Brassunion, proteste.", ("Brassunion", "ORG")),
        ("Les comptes chez BNP Paribas, Nordeposit et Fluvibanque sont gelés.", ("Nordeposit", "ORG")),
    ],
)
def test_a_body_is_marked_whole(text: str, actor: tuple[str, str]) -> None:
    assert actor in actors(text)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Le porte-parole du gouvernement Martin Dollery a parlé.", "gouvernement Martin Dollery"),
        ("La communauté européenne des chercheurs s'inquiète.", "communauté européenne"),
        ("La communauté internationale s'inquiète.", "communauté internationale"),
        ("Le groupe armé a fui.", "groupe armé"),
        ("Une république soviétique disparue.", "république soviétique"),
        ("Le traité ZORA divise. Le rejet de ZORA est acquis, le ZORA est mort.", "ZORA"),
        ("Invité sur France Inter, il a répondu.", "France Inter"),
        ("Des militants anti-Poutine défilent. Vladimir Poutine se tait.", "anti-Poutine"),
        ("Les sénateurs républicains John Dollery et Martin Fisk hésitent.", "sénateurs républicains"),
        ("La télévision publique japonaise NHK le confirme.", "télévision publique japonaise"),
        ("La rue des brasseurs, Brassunion, est fermée.", "Brassunion"),
        ("Les fruits, Nordeposit et Fluvibanque sont gelés.", "Nordeposit"),
    ],
)
def test_what_only_looks_like_a_body_is_left(text: str, surface: str) -> None:
    assert surface not in [found for found, _ in actors(text)]


def test_a_name_behind_anti_is_left_and_kept_elsewhere() -> None:
    assert actors("Des militants anti-Poutine défilent. Vladimir Poutine se tait.") == [("Vladimir Poutine", "PER")]


def test_the_other_side_of_a_case_in_court_is_left() -> None:
    text = "Martin Dollery a parlé. Dans l'affaire Grace v. Dollery, le juge hésite."
    assert [found for found, _ in actors(text)].count("Dollery") == 0


def test_what_was_told_by_its_company_is_known_in_the_whole_article() -> None:
    text = "La fédération des brasseurs, Brassunion, proteste. Un accord avec Brassunion est exclu."
    assert [found for found, _ in actors(text)] == ["Brassunion", "Brassunion"]


def test_initials_take_the_one_long_name_of_the_article() -> None:
    text = "La Commission européenne a tranché. Selon la CE, le budget sera revu."
    assert values(text)["CE"] == values(text)["Commission européenne"] == "Commission européenne"


def test_a_first_part_with_a_civility_takes_the_full_name() -> None:
    assert values("Le président Zoko Wididi a parlé. M. Zoko a insisté.")["Zoko"] == "Zoko Wididi"


@pytest.mark.parametrize("name", ["agence nationale de gestion des forêts", "office national de gestion des semences"])
def test_a_national_agency_with_its_task_is_marked(name: str) -> None:
    assert (name, "ORG") in actors(f"Le directeur de l'{name}, interrogé lundi, le confirme.")


def test_a_national_agency_of_an_unknown_kind_is_left() -> None:
    assert actors("Ils veulent une agence nationale de gestion des forêts.") == []


def test_a_long_name_takes_the_value_of_the_known_short_one_in_brackets() -> None:
    assert set(values("La Coalition de la gauche radicale (Syriza) recule.").values()) == {"Syriza"}
    assert values("La Coalition de la gauche radicale, alliée de Syriza, recule.")["Syriza"] == "Syriza"
    assert len(set(values("La Coalition de la gauche radicale, alliée de Syriza, recule.").values())) == 2


def test_where_a_body_is_stays_outside_its_name() -> None:
    assert ("États-Unis", "GPE") in actors("La Banque du progrès aux États-Unis a fermé.")
