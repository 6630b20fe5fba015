"""Date expressions are found where they stand, with the value that the day of publication gives them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.article import Article
from depeche.suggest.dates import Dates, is_edtf, parse_typed_date, resolve
from tests.examples import examples
from tests.growth import in_proportion

SUNDAY = "2025-07-13"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def found(text: str, date: str | None = SUNDAY) -> list[tuple[str, str | None]]:
    return [(text[s.start : s.end], s.value) for s in Dates().propose(Article(text, date=date), [])]  # type: ignore[misc]


def case(text: str, *expected: tuple[str, str | None]) -> object:
    return pytest.param(text, list(expected), id=text[:60])


WRITTEN = [
    case("L’accord, signé le 13 juillet 2025 à Oslo, tient.", ("13 juillet 2025", "2025-07-13")),
    case("Réunis le 1er mars 2024, ils ont voté.", ("1er mars 2024", "2024-03-01")),
    case("Réunis le 1 er mars 2024, ils ont voté.", ("1 er mars 2024", "2024-03-01")),
    case("Le 24/02/2022, la guerre commençait.", ("24/02/2022", "2022-02-24")),
    case("Le 24.02.2022, la guerre commençait.", ("24.02.2022", "2022-02-24")),
    case("Le 24-02-2022, la guerre commençait.", ("24-02-2022", "2022-02-24")),
    case("Version du 2022-02-24.", ("2022-02-24", "2022-02-24")),
    case("Mis à jour le 24/02/22.", ("24/02/22", "2022-02-24")),
    case("Le vote du 9/7 est reporté.", ("9/7", "2025-07-09")),
    case("L’attentat du 11 septembre 2001 a tout changé.", ("11 septembre 2001", "2001-09-11")),
    case("Le défilé du 14-Juillet a été annulé.", ("14-Juillet", "2025-07-14")),
    case("Né le 3 févr. 1961 à Minsk.", ("3 févr. 1961", "1961-02-03")),
    case("Les 12 et 13 juillet, les combats ont repris.", ("12 et 13 juillet", "2025-07-12/2025-07-13")),
    case("Les 6 et 13 avril 2025, on a voté.", ("6 et 13 avril 2025", "{2025-04-06,2025-04-13}")),
    case("Le sommet du 24 au 26 juin 2025 a déçu.", ("24 au 26 juin 2025", "2025-06-24/2025-06-26")),
    case("Du 28 décembre au 3 janvier 2025, trêve.", ("28 décembre au 3 janvier 2025", "2024-12-28/2025-01-03")),
    case("Entre le 2 et le 5 mai 2025, il a plu.", ("2 et le 5 mai 2025", "2025-05-02/2025-05-05")),
    case("De juin à septembre 2024, le front a bougé.", ("juin à septembre 2024", "2024-06/2024-09")),
    case("De mars 2022 à avril 2023, il a dirigé l’état-major.", ("mars 2022 à avril 2023", "2022-03/2023-04")),
    case("Entre janvier et juin 2024, rien n’a bougé.", ("janvier et juin 2024", "2024-01/2024-06")),
    case("En juin et juillet 2024, rien n’a bougé.", ("juin et juillet 2024", "2024-06/2024-07")),
    case("Ministre de 2014 à 2016, il est parti.", ("2014 à 2016", "2014/2016")),
    case("Pendant la crise de 2014-2015, il a tenu.", ("2014-2015", "2014/2015")),
    case("Pendant la saison 2022–23, il a joué.", ("2022–23", "2022/2023")),
    case("En octobre 98, le rouble chutait.", ("octobre 98", "1998-10")),
    case("Le samedi 12 juillet 2025 à 14 h 30, l’alerte a sonné.", ("samedi 12 juillet 2025 à 14 h 30", "2025-07-12")),
]

YEARS = [
    case("Depuis la signature, en 2024, d’un pacte.", ("2024", "2024")),
    case("En 2023, 2024 et 2025, il a voté.", ("2023", "2023"), ("2024", "2024"), ("2025", "2025")),
    case("Depuis 2014, la Crimée est occupée.", ("2014", "2014")),
    case("Les sanctions de 2019 ont été levées.", ("2019", "2019")),
    case("La présidentielle 2022 avait été contestée.", ("2022", "2022")),
    case("Fin 2024, les stocks étaient vides.", ("Fin 2024", "2024-09/2024-12")),
    case("Au début de l’année 2023, le front était figé.", ("début de l’année 2023", "2023-01/2023-04")),
    case("L’année 2021 a été noire.", ("année 2021", "2021")),
    case("Dans les années 1990, la Russie doutait.", ("années 1990", "199X")),
    case("Dans les années 90, la Russie doutait.", ("années 90", "199X")),
    case("À la fin des années 1980, le mur est tombé.", ("fin des années 1980", "1987/1989")),
    case("Au XXe siècle, deux guerres.", ("XXe siècle", "19XX")),
    case("Au 19e siècle, le « grand jeu ».", ("19e siècle", "18XX")),
    case("L’été 2024 a été meurtrier.", ("été 2024", "2024-22")),
    case("L’hiver 2023-2024 a été rude.", ("hiver 2023-2024", "2023-24")),
    case("Au premier trimestre 2025, le PIB a reculé.", ("premier trimestre 2025", "2025-01/2025-03")),
    case("Au second semestre de 2024, le PIB a reculé.", ("second semestre de 2024", "2024-07/2024-12")),
    case("Le premier dimanche de juin 2025, on a voté.", ("premier dimanche de juin 2025", "2025-06-01")),
    case("Noël 2024 a été triste.", ("Noël 2024", "2024-12-25")),
    case("Le lundi de Pâques 2025, il est mort.", ("lundi de Pâques 2025", "2025-04-21")),
]

NO_DATES = [
    case("Une visite de trois jours, puis un blocus de six mois."),
    case("Pendant trois jours, les bombardements ont continué."),
    case("La résolution 2231 du Conseil de sécurité."),
    case("Environ 2 000 soldats et 2000 civils, soit 2025 personnes."),
    case("Le plan Horizon 2030 et la Vision 2030 du royaume."),
    case("Il a été élu, elle avait été battue, ils l’ont été aussi."),
    case("M. Avril et Mme Mai ont rencontré des Martiens de Mars."),
    case("Récemment, bientôt, à l’époque, dans les plus brefs délais."),
    case("Réunis à 14 h 30, puis à 18 heures, ils se sont quittés à midi."),
    case("Un homme de 52 ans, âgé de 85 ans, pour la première fois."),
    case("L’article 5 du traité et le 3e alinéa."),
    case("Depuis le début de l’invasion, depuis longtemps, le printemps arabe."),
    case("L’émission du vendredi est supprimée, du lundi au vendredi."),
    case("Le mercredi, les enfants n’ont pas classe ; chaque lundi, on vote."),
    case("Le Journal du Dimanche et Sud Ouest Dimanche l’ont écrit."),
    case("Les Jeux d’été et les universités d’été."),
    case("Le score est de 12-13, à 3,5 contre 1.2.3, au 24/7."),
    case("Il y a trois jours de congé et il y a longtemps que rien ne change."),
    case("Les 12 soldats sont morts à Mai-Ndombe."),
]

RELATIVE = [
    case("Il l’a annoncé hier.", ("hier", "2025-07-12")),
    case("Il l’a annoncé hier soir.", ("hier soir", "2025-07-12")),
    case("Avant-hier, tout était calme.", ("Avant-hier", "2025-07-11")),
    case("Aujourd’hui, tout est calme.", ("Aujourd’hui", "2025-07-13")),
    case("Aujourd'hui, tout est calme.", ("Aujourd'hui", "2025-07-13")),
    case("Demain matin, il sera à Pékin.", ("Demain matin", "2025-07-14")),
    case("À ce jour, 11 000 hommes.", ("À ce jour", "2025-07-13")),
    case("Il a été reçu ce samedi 12 juillet.", ("ce samedi 12 juillet", "2025-07-12")),
    case("Il est arrivé le vendredi 11 juillet.", ("vendredi 11 juillet", "2025-07-11")),
    case("Il a été reçu ce jeudi 10.", ("ce jeudi 10", "2025-07-10")),
    case("Il est reçu ce lundi à Paris.", ("ce lundi", "2025-07-14")),
    case("Le texte signé l’an dernier reste secret.", ("an dernier", "2024")),
    case("Le texte signé l’année dernière reste secret.", ("année dernière", "2024")),
    case("Le texte signé la semaine dernière.", ("semaine dernière", "2025-06-30/2025-07-06")),
    case("Le Kremlin a été interrogé cette semaine.", ("cette semaine", "2025-07-07/2025-07-13")),
    case("Le budget de l’année prochaine est prêt.", ("année prochaine", "2026")),
    case("Le taux est stable ce mois-ci.", ("ce mois-ci", "2025-07")),
    case("Une zone inaugurée fin juin.", ("fin juin", "2025-06-21/2025-06-30")),
    case("Libéré début mars, il se tait.", ("début mars", "2025-03-01/2025-03-10")),
    case("À la mi-mai, ils ont négocié.", ("mi-mai", "2025-05-11/2025-05-20")),
    case("En avril, Pyongyang avait nié.", ("avril", "2025-04")),
    case("En décembre dernier, Pyongyang avait nié.", ("décembre dernier", "2024-12")),
    case("Le scrutin se tiendra en septembre.", ("septembre", "2025-09")),
    case("La commission a été créée en septembre.", ("septembre", "2024-09")),
    case("Le 2 juillet dernier, elle avait refusé.", ("2 juillet dernier", "2025-07-02")),
    case("À partir du 1er septembre prochain, c’est interdit.", ("1er septembre prochain", "2025-09-01")),
    case("Le 21 décembre, ils étaient libérés.", ("21 décembre", "2024-12-21")),
    case("Il y a dix jours, le pont a sauté.", ("Il y a dix jours", "2025-07-03")),
    case("Il y a trois ans, le pont a sauté.", ("Il y a trois ans", "2022")),
    case("Il y a deux mois, le pont a sauté.", ("Il y a deux mois", "2025-05")),
    case("Une offensive menée depuis plus de trois ans.", ("plus de trois ans", "2022~/2025-07-13")),
    case("Sa deuxième visite en moins de trois mois.", ("moins de trois mois", "2025-04~/2025-07-13")),
    case("Ces dernières années, ils ont coopéré.", ("Ces dernières années", "2022~/2025-07-13")),
    case("Au cours des dernières semaines, tout a changé.", ("dernières semaines", "2025-06-22~/2025-07-13")),
    case("Au cours des dernières 24 heures, rien.", ("dernières 24 heures", "2025-07-12/2025-07-13")),
    case("Le siège sera levé dans trois mois.", ("trois mois", "2025-10")),
    case("Le siège a repris cet été.", ("cet été", "2025-22")),
    case("Le siège a repris au printemps dernier.", ("printemps dernier", "2025-21")),
    case("La promesse date de l’été dernier.", ("été dernier", "2024-22")),
    case("Il pleuvra ce week-end.", ("ce week-end", "2025-07-12/2025-07-13")),
    case("D’ici la fin de l’année, il partira.", ("fin de l’année", "2025-09/2025-12")),
    case("Dans la nuit de samedi, un raid a visé Kiev.", ("nuit de samedi", "2025-07-12")),
    case("Dans la nuit de samedi à dimanche, un raid.", ("nuit de samedi à dimanche", "2025-07-12/2025-07-13")),
    case("Dans la nuit du 9 au 10 juillet, un raid.", ("nuit du 9 au 10 juillet", "2025-07-09/2025-07-10")),
    case("La nuit dernière, un raid a visé Kiev.", ("nuit dernière", "2025-07-12/2025-07-13")),
    case("Le 10 juillet de l’an dernier, il signait.", ("10 juillet de l’an dernier", "2024-07-10")),
]

WEEKDAYS = [
    case("Un média d’État l’a rapporté jeudi.", ("jeudi", "2025-07-10")),
    case("Le sommet s’ouvrira jeudi à Bruxelles.", ("jeudi", "2025-07-17")),
    case("Une réunion est prévue lundi.", ("lundi", "2025-07-14")),
    case("Il doit être entendu mardi par le juge.", ("mardi", "2025-07-15")),
    case("Le ministre a annoncé qu’il se rendrait mardi à Ankara.", ("mardi", "2025-07-15")),
    case("Le chef rebelle aurait été tué mardi.", ("mardi", "2025-07-08")),
    case("Jeudi, le ministre a démissionné.", ("Jeudi", "2025-07-10")),
    case("Plus tôt samedi, il avait nié.", ("samedi", "2025-07-12")),
    case("Le ministre a déclaré dimanche qu’il irait.", ("dimanche", "2025-07-13")),
    case("Il l’a redit jeudi soir à la télévision.", ("jeudi soir", "2025-07-10")),
    case("Le vote, lundi à 14 h 30, sera public.", ("lundi à 14 h 30", "2025-07-14")),
    case("Les frappes de 4 h mardi ont tué.", ("4 h mardi", "2025-07-08")),
    case("Lundi prochain, tout change.", ("Lundi prochain", "2025-07-14")),
    case("Dimanche dernier, tout a changé.", ("Dimanche dernier", "2025-07-06")),
    case("Les syndicats appellent à la grève pour jeudi.", ("jeudi", "2025-07-17")),
    case("Mardi 8 juillet, il avait refusé.", ("Mardi 8 juillet", "2025-07-08")),
    case("Des pluies sont attendues lundi et mardi.", ("lundi", "2025-07-14"), ("mardi", "2025-07-15")),
    case("Jeudi 12 soldats sont morts.", ("Jeudi", "2025-07-10")),
]

AGENDA = [
    # SUNDAY is the 13th, so that Wednesday was the 9th and will be the 16th.
    case("Une femme soupirait mercredi matin.", ("mercredi matin", "2025-07-09")),
    case("La Gazette titrait mercredi sur la grève.", ("mercredi", "2025-07-09")),
    case("Elle partirait mercredi, dit-on.", ("mercredi", "2025-07-16")),
    case("La hausse est de 3%. La Gazette titrait mercredi sur la grève.", ("mercredi", "2025-07-09")),
    case("Les patrons réunis mercredi ont cédé.", ("mercredi", "2025-07-09")),
    case("La maire a convoqué un débat mercredi à 9 heures.", ("mercredi à 9 heures", "2025-07-16")),
    case("La maire a convoqué mercredi un débat.", ("mercredi", "2025-07-09")),
    case("La maire a convoqué l’ambassadeur mercredi.", ("mercredi", "2025-07-09")),
    case("Il est convoqué mercredi devant le juge.", ("mercredi", "2025-07-16")),
    case("Une marche est organisée mercredi.", ("mercredi", "2025-07-16")),
    case("Une marche a été organisée mercredi.", ("mercredi", "2025-07-09")),
    case("Les électeurs sont appelés aux urnes mercredi.", ("mercredi", "2025-07-16")),
    case("La loi entre en vigueur mercredi.", ("mercredi", "2025-07-16")),
    case("Il compte se rendre mercredi à Oslo.", ("mercredi", "2025-07-16")),
    case("Le compte a été fermé mercredi.", ("mercredi", "2025-07-09")),
    case("Il a été convoqué mercredi devant le juge.", ("mercredi", "2025-07-09")),
    case("Le préfet a promis un rapport mercredi.", ("mercredi", "2025-07-16")),
    case("Le préfet a promis mercredi un rapport.", ("mercredi", "2025-07-09")),
    case("Il a menacé de fermer le port mercredi.", ("mercredi", "2025-07-16")),
    case("Il a menacé mercredi de fermer le port.", ("mercredi", "2025-07-09")),
    case("Il a refusé de répondre mercredi.", ("mercredi", "2025-07-09")),
    case("Il est accusé d’avoir menacé un juge mercredi.", ("mercredi", "2025-07-09")),
    case("Il a menacé mercredi d’imposer dès le 1er février une taxe.",
         ("mercredi", "2025-07-09"), ("1er février", "2026-02-01")),
    case("Le syndicat a appelé à manifester mercredi.", ("mercredi", "2025-07-16")),
    case("Le syndicat a appelé au calme mercredi.", ("mercredi", "2025-07-09")),
    case("Le procès a été reporté à mercredi.", ("mercredi", "2025-07-16")),
    case("Elle a donné rendez-vous à ses partisans mercredi.", ("mercredi", "2025-07-16")),
    case("Le Parlement se réunit mercredi.", ("mercredi", "2025-07-16")),
    case("La règle s’applique dès mercredi.", ("mercredi", "2025-07-16")),
    case("La règle s’est appliquée dès mercredi.", ("mercredi", "2025-07-09")),
    case("La finale se joue à 15 h ce lundi.", ("15 h ce lundi", "2025-07-14")),
    case("C’était il y a tout juste dix ans.", ("il y a tout juste dix ans", "2015")),
    case("À deux jours du vote, il risque d’être condamné à deux ans de prison.", ("deux jours", None)),
    case("Il y a tout à gagner."),
    case("La réduction de douze à six mois de la durée du service."),
    case("La règle est levée dès mercredi.", ("mercredi", "2025-07-16")),
    case("Elle est arrivée mercredi.", ("mercredi", "2025-07-09")),
    case("Il s’est rendu dès mercredi à la police.", ("mercredi", "2025-07-09")),
    case("Entre le 1er et le 15 octobre, le col est fermé.", ("1er et le 15 octobre", "2025-10-01/2025-10-15")),
    case("Sur les cinq premiers mois de l’année, tout baisse.", ("cinq premiers mois de l’année", "2025-01/2025-05")),
    case("Les deux derniers mois de 2024 ont pesé.", ("deux derniers mois de 2024", "2024-11/2024-12")),
    case("Ses six premiers mois de mandat ont pesé."),
    case("Suspendus depuis le 4, les travaux reprendront le 28.", ("4", "2025-07-04"), ("28", "2025-07-28")),
    case("Il a fait escale du 22 au 25.", ("22 au 25", "2025-06-22/2025-06-25")),
    case("Elle a battu le 17, puis le 20 heures."),
    case("Depuis le 4,5 pour cent de mars 2024.", ("mars 2024", "2024-03")),
    case("Le 11-Septembre et le 7-Octobre ont tout changé."),
    case("Ils veulent rentrer avant l’hiver.", ("hiver", "2025-24")),
    case("À l’approche de l’automne, le port se vide.", ("automne", "2025-23")),
    case("Jusqu’à ce jour, le port est vide.", ("ce jour", "2025-07-13")),
    case("La nuit du 11 au 12 a été calme.", ("nuit du 11 au 12", "2025-07-11/2025-07-12")),
    case("La nuit du lundi 7 au mardi 8 a été calme.", ("nuit du lundi 7 au mardi 8", "2025-07-07/2025-07-08")),
    case("Un raid dans la nuit de lundi 30 juin à mardi 1er juillet.",
         ("nuit de lundi 30 juin à mardi 1er juillet", "2025-06-30/2025-07-01")),
    case("Le plan « Rivage bleu 2035 » est adopté."),
    case("L’Agenda africain 2063 et le programme Sahara 2030 avancent."),
    case("À l’horizon 2035, le plan de 2019 sera caduc.", ("2035", "2035"), ("2019", "2019")),
]  # fmt: skip

FROM_THE_TEXT = [
    case("Le 4 mai 2024, il signe. Trois jours plus tard, il renie.",
         ("4 mai 2024", "2024-05-04"), ("Trois jours plus tard", "2024-05-07")),
    case("Élu en 2019, il avait été battu deux ans auparavant.", ("2019", "2019"), ("deux ans auparavant", "2017")),
    case("Le 4 mai 2024, il signe. La veille, il refusait.", ("4 mai 2024", "2024-05-04"), ("veille", "2024-05-03")),
    case("Le 4 mai 2024, il signe.\n\nLa veille, des tirs ont repris.",
         ("4 mai 2024", "2024-05-04"), ("veille", None)),
    case("Samedi, il a refusé.\nLe 4 mai 2024, il signait.\n\nLa veille, des tirs ont repris.",
         ("Samedi", "2025-07-12"), ("4 mai 2024", "2024-05-04"), ("veille", "2025-07-11")),
    case("Vendredi, il signe.\n\nLa veille, il refusait.", ("Vendredi", "2025-07-11"), ("veille", "2025-07-10")),
    case("Le 4 mai 2024, il signe. Le lendemain, il renie.", ("4 mai 2024", "2024-05-04"), ("lendemain", "2024-05-05")),
    case("Le 4 mai 2024, il signe. La même année, il part.", ("4 mai 2024", "2024-05-04"), ("même année", "2024")),
    case("La visite intervient un mois et demi après celle du ministre.", ("un mois et demi", None)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), WRITTEN + YEARS + NO_DATES + RELATIVE + WEEKDAYS + AGENDA + FROM_THE_TEXT
)
def test_a_date_is_found_with_its_value(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), WRITTEN + YEARS + RELATIVE + WEEKDAYS)
def test_values_are_edtf(text: str, expected: list[tuple[str, str | None]]) -> None:
    for suggestion in Dates().propose(Article(text, date=SUNDAY), []):
        for value in (suggestion.value, *suggestion.attrs.get("readings", [])):
            assert is_edtf(value), value


def test_without_a_publication_date_only_absolute_dates_have_a_value() -> None:
    text = "Hier, comme le 13 juillet 2020 et le 12 mai, il a parlé."
    suggestions = Dates().propose(Article(text), [])
    assert [s.value for s in suggestions] == [None, "2020-07-13", None]
    assert "inconnue" in suggestions[0].attrs["note"]
    assert suggestions[0].attrs["relative"] is True
    assert "relative" not in suggestions[1].attrs


def test_a_month_of_publication_resolves_months_and_years_and_no_days() -> None:
    assert found("L’an dernier, en avril, puis hier et jeudi.", "2025-07") == [
        ("an dernier", "2024"),
        ("avril", "2025-04"),
        ("hier", None),
        ("jeudi", None),
    ]


def test_a_weekday_checks_the_year_of_a_day_without_one() -> None:
    # The 12th of July was a Saturday in 2025, a Friday in 2024.
    assert found("Le vendredi 12 juillet, il pleuvait.") == [("vendredi 12 juillet", "2024-07-12")]


def test_what_else_a_date_may_mean_is_listed() -> None:
    (weekday,) = Dates().propose(Article("Il l’a dit jeudi.", date=SUNDAY), [])
    assert weekday.attrs["readings"] == ["2025-07-17"]
    year, month = Dates().propose(Article("En 2016, il avait été élu en mai.", date=SUNDAY), [])
    assert "2016-05" in month.attrs["readings"]
    assert "readings" not in year.attrs
    (numeric,) = Dates().propose(Article("Le 03/04/2025, il a dit non.", date=SUNDAY), [])
    assert numeric.value == "2025-04-03"
    assert numeric.attrs["readings"] == ["2025-03-04"]


def test_a_suggestion_says_who_proposes_it_and_why() -> None:
    (suggestion,) = Dates().propose(Article("Il l’a dit l’an dernier.", date=SUNDAY), [])
    assert (suggestion.label, suggestion.source, suggestion.version) == ("DATE", "dates", Dates.version)
    assert suggestion.reason == "période relative, résolue sur le 13 juillet 2025"
    assert 0 < suggestion.score <= 1
    assert suggestion.attrs["relative"] is True


def test_offsets_are_code_points_of_the_text_as_it_is() -> None:
    text = (
        "🇺🇦 «\u00a0Le 1er\u00a0février\u202f2024\u00a0», puis fe\u0301vrier 2023\r\net le 12\r\njuillet 2025 😀 hier."
    )
    assert [text[s.start : s.end] for s in Dates().propose(Article(text, date=SUNDAY), [])] == [
        "1er\u00a0février\u202f2024",
        "fe\u0301vrier 2023",
        "12\r\njuillet 2025",
        "hier",
    ]


@examples(150)
@given(
    st.lists(
        st.sampled_from(
            "le du au 13 1er 31 2025 99 / - . , : à et juillet mai mars été l ' an dernier prochain lundi samedi nuit "
            "de fin mi début il y a dix trois jours ans plus tard depuis en dans ces dernières semaines XXe siècle "
            "années 1990 premier trimestre h 14 30 Noël Pâques veille \n \r\n ’ 𝟛 ² é".split(" ")
        )
    ).map(" ".join)
    | st.text(max_size=60),
    st.sampled_from([None, "2025-07-13", "2025-07", "2025", "0001-01-01", "9999-12-31", "2024-02-29", "demain"]),
)
def test_no_text_and_no_publication_date_is_too_much(text: str, date: str | None) -> None:
    end = 0
    for suggestion in Dates().propose(Article(text, date=date), []):
        assert end <= suggestion.start < suggestion.end <= len(text)
        assert text[suggestion.start : suggestion.end].strip() == text[suggestion.start : suggestion.end]
        assert suggestion.value is not None or suggestion.attrs["note"]
        end = suggestion.end


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("13/7", "2025-07-13"),
        ("13/07/2024", "2024-07-13"),
        ("hier", "2025-07-12"),
        ("Fin juin", "2025-06-21/2025-06-30"),
        ("  l’an dernier ", "2024"),
        ("samedi 12 juillet", "2025-07-12"),
        ("jeudi", "2025-07-10"),
        ("2024", "2024"),
        ("été 2024", "2024-22"),
        ("2025-07-13", "2025-07-13"),
        ("2022~/2025-06-05", "2022~/2025-06-05"),
        ("198X", "198X"),
        ("il y a trois ans", "2022"),
        ("bientôt", None),
        ("Kim Jong-un", None),
        ("32 juillet 2025", None),
        ("", None),
    ],
)
def test_a_typed_date_is_understood(typed: str, value: str | None) -> None:
    assert parse_typed_date(typed, SUNDAY) == value


def test_a_drawn_date_gets_the_value_of_its_place() -> None:
    assert resolve("jeudi", "Le sommet s’ouvrira ", " à Bruxelles.", SUNDAY) == ("2025-07-17", ("2025-07-10",))
    assert resolve("le 13 juillet 2024", "", "", None) == ("2024-07-13", ())
    assert resolve("les Nations unies", "selon ", ".", SUNDAY) == (None, ())


@pytest.mark.parametrize("value", ["2025-07-13", "2025-07", "2024-22", "19XX", "../2025", "2025-07-13/..", "2022~"])
def test_edtf_is_known(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize("value", ["2025-13-01", "2025-02-30", "hier", "13/07/2025", "", "2025-7-1", "2025-07-13x"])
def test_what_is_no_edtf_is_known(value: str) -> None:
    assert not is_edtf(value)


def test_time_is_linear_in_the_text() -> None:
    paragraph = "Le 12, 13, 14, 15, 16 et lundi 17 juillet, depuis plus de trois ans, il y a dix jours, 2014-15. " * 30
    assert in_proportion(lambda n: Dates().propose(Article(paragraph * n, date=SUNDAY), []), 1, 20)


def test_importing_the_source_loads_neither_edtf_nor_spacy() -> None:
    code = "import sys, depeche.suggest.dates; print([m for m in ('edtf', 'spacy', 'PySide6') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.skipif(not (SHARED / "data" / "ftib_fr.jsonl").exists(), reason="the data sets are not here")
def test_dates_of_a_newspaper_are_found() -> None:
    """French TimeBank: nine in ten of its dates are overlapped (it marks « désormais », which the guide leaves out)."""
    total = hit = 0
    for line in (SHARED / "data" / "ftib_fr.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        spans = [(s.start, s.end) for s in Dates().propose(Article(record["text"], date=record["date"]), [])]
        for gold in record["spans"]:
            if gold["label"] == "DATE" and not re.fullmatch("désormais|maintenant", gold["text"]):
                total += 1
                hit += any(start < gold["end"] and gold["start"] < end for start, end in spans)
    assert hit / total > 0.95
