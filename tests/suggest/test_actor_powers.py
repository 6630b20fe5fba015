"""Capitals that act: before their verb, behind it, with the verb of another; and those that are only places."""

from __future__ import annotations

from pathlib import Path

import pytest

from depeche.core.article import Article
from depeche.suggest.actors import Actors
from depeche.suggest.actors.conjugation import past_participles, present_participle, third_person
from tests.growth import in_proportion

ACTORS = Actors(Path(__file__).resolve().parents[2] / "resources" / "gazetteers")


def powers(text: str) -> list[object]:
    return [s.value for s in ACTORS.propose(Article(text), ()) if s.kind == "GPE"]


@pytest.mark.parametrize(
    "text",
    [
        "Lima commande six avions.",
        "Lima « prend acte » du texte.",
        "Rien ne change : Lima applaudit.",
        "Les deux voisins s’accordent, Lima réclamant une part plus grande.",
        "Lima ne cédera pas.",
        "Lima aussitôt proteste.",
        "Lima regarde vers le large.",
        "Lima passera par un voisin.",
        "« C’est faux », a répliqué Lima, qui nie tout.",
        "« C’est faux », a aussitôt réagi Lima.",
        "« C’est faux », affirme Lima.",
        "Le texte, comme le demande Lima, est prêt.",
        "Le texte que réclame Lima est prêt.",
        "« C’est faux », a prévenu Lima.",
        "C’est ce qu’a fait savoir Lima.",
        "Il renvoie Lima à ses torts.",
        "Lima temporise.",
        "Tout se fait avec l’accord de Lima.",
        "Lima zigouille les quotas.",
    ],
)
def test_a_capital_with_a_verb_of_its_own_is_a_power(text):
    assert powers(text) == ["Pérou"]


def test_a_capital_shares_the_verb_of_the_one_before():
    assert powers("Quito avait dénoncé une provocation, Lima une manœuvre.") == ["Équateur", "Pérou"]
    assert powers("Réunis à Quito, Lima, une ville, des élus rient.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Il a fui de nuit à Lima.",
        "Les habitants de Lima dorment.",
        "Il est à Lima, une grande ville.",
        "Lima ville ouverte, titre un journal.",
        "Après une nuit à Lima, il est reparti.",
        "Lima comme le reste du pays est sous la neige.",
        "Il traverse Lima en train.",
        "L’accord de Lima tient.",
        "La cour d’appel de Lima a tranché.",
    ],
)
def test_a_capital_without_a_verb_is_a_place(text):
    assert powers(text) == []


def test_capitals_in_a_row_share_what_they_do_and_suffer():
    assert powers("Quito, La Paz et Lima protestent.") == ["Équateur", "Bolivie", "Pérou"]
    assert powers("Quito et La Paz se sont entendues.") == ["Équateur", "Bolivie"]
    assert powers("Il parle de « riposte ». Lima « rejette » ce mot.") == ["Pérou"]
    assert powers("Il accuse Quito et Lima de mentir.") == ["Équateur", "Pérou"]
    assert powers("Il est passé à Quito et Lima, des villes.") == []
    assert powers("Quito promet deux avions, Lima trois navires.") == ["Équateur", "Pérou"]


@pytest.mark.parametrize("text", ["Lima et ", "Lima, ", "Lima aussi ", "que dit Lima et "])
def test_long_rows_of_capitals_are_read_in_time(text):
    assert in_proportion(lambda n: powers(text * n), 400, 4_000)


def test_the_two_koreas_are_told_apart_behind_one_noun():
    text = "La Corée du Nord et la Corée du Sud se parlent : des émissaires du Nord et du Sud sont là."
    assert powers(text) == ["Corée du Nord", "Corée du Sud", "Corée du Nord", "Corée du Sud"]


def test_regular_verbs_are_conjugated():
    assert {"accuse", "accusait", "accusera", "accusent"} <= third_person("accuser")
    assert {"engage", "engageait"} <= third_person("engager")
    assert {"finit", "finissent"} <= third_person("finir")
    assert {"rend", "rendait", "rendra"} <= third_person("rendre")
    assert third_person("voir") == frozenset()
    assert [present_participle(v) for v in ("engager", "finir", "rendre")] == ["engageant", "finissant", "rendant"]
    assert past_participles("rendre") == {"rendu"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("LIMA ACCUSE OSLO", ["Pérou", "Norvège"]),
        ("LIMA ACCUSE OSLO D'AVOIR COULÉ 5 NAVIRES\nLe texte suit.", ["Pérou", "Norvège"]),
        ("LIMA ET OSLO CONDAMNENT LA FRAPPE", ["Pérou", "Norvège"]),
        ("INCENDIE À LIMA DANS UN IMMEUBLE", []),
        ("VISITE DU MINISTRE À LIMA ET OSLO", []),
        ("Lima Weekly accuse le port.", []),
    ],
)
def test_in_a_headline_all_in_capitals_a_capital_says_nothing(text: str, values: list[str]) -> None:
    assert powers(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Un navire quitte le Groenland, le Kosovo proteste.", ["Groenland", "Kosovo"]),
        ("Des élus de Nouvelle-Calédonie sont attendus.", ["Nouvelle-Calédonie"]),
        ("Des camions entrent à Gaza et en Cisjordanie.", []),
        ("Un séisme touche la Crimée, un autre le Tibet.", []),
    ],
)
def test_a_territory_counts_with_a_government_of_its_own(text: str, values: list[str]) -> None:
    """What another state or power runs, and a region told by its name alone, are places."""
    assert powers(text) == values


def test_a_letter_box_is_no_company() -> None:
    found = ACTORS.propose(Article("Courrier : BP 120, Bamako. La compagnie BP licencie."), ())
    assert [(s.start, s.value) for s in found] == [(40, "BP")]
