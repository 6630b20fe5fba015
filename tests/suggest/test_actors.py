"""Actors: what is marked, where its span ends, what it stands for."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.actors import Actors
from tests.examples import examples
from tests.growth import in_proportion

GAZETTEERS = Path(__file__).resolve().parents[2] / "resources" / "gazetteers"
ACTORS = Actors(GAZETTEERS)


def propose(text: str) -> list[Suggestion]:
    return ACTORS.propose(Article(text), ())


def spans(text: str) -> list[tuple[str, str | None, object]]:
    return [(text[s.start : s.end], s.kind, s.value) for s in propose(text)]


def words(text: str) -> list[str]:
    return [text[s.start : s.end] for s in propose(text)]


def values(text: str) -> dict[str, object]:
    return {text[s.start : s.end]: s.value for s in propose(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Selon les États-Unis, rien ne presse.",
        "Selon les Etats-Unis, rien ne presse.",
        "ETATS-UNIS : rien ne presse.",
        "Selon les États‑Unis, rien ne presse.",
        unicodedata.normalize("NFD", "Selon les États-Unis, rien ne presse."),
        "🕊️ Selon les États\u00a0Unis, rien ne presse.",
    ],
)
def test_every_spelling_of_a_state_is_found_where_it_stands(text):
    (one,) = propose(text)
    assert (one.kind, one.value) == ("GPE", "États-Unis")
    assert unicodedata.normalize("NFC", text[one.start : one.end]).upper().replace("É", "E").endswith("UNIS")


def test_a_state_is_an_actor_wherever_it_stands_and_the_article_stays_outside():
    assert words("Une visite en Corée du Nord, puis à l’Ukraine et au Japon.") == ["Corée du Nord", "Ukraine", "Japon"]
    assert values("La RPDC et la RDC refusent.") == {"RPDC": "Corée du Nord", "RDC": "République démocratique du Congo"}


@pytest.mark.parametrize(
    "text",
    [
        "Selon Moscou, le texte est prêt.",
        "Moscou a affirmé que rien ne presse.",
        "Le soutien militaire accordé à Moscou reste discret.",
        "La victoire de Moscou paraît lointaine.",
        "Ils veulent aider Moscou dans sa guerre.",
        "L’accord signé entre Moscou et la banque tient.",
        "C’était à Moscou de décider.",
        "Les sanctions prises contre Moscou sont levées.",
        "Pour Moscou, ce partenariat compte.",
        "Il ne s’agit pas de faire reculer Moscou.",
    ],
)
def test_a_capital_that_stands_for_a_power_is_its_state(text):
    assert ("Moscou", "GPE", "Russie") in spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Il est arrivé à Moscou lundi.",
        "Des vols relient Paris, des vols directs entre Moscou et Pyongyang reprennent.",
        "Les ministres se sont réunis à Moscou.",
        "En quittant Minsk pour Moscou, il a souri.",
        "Un train vers Moscou a déraillé.",
        "Il a proposé la tenue à Moscou d’un sommet.",
        "Moscou est une ville de treize millions d’habitants.",
        "Un hôtel de Moscou a brûlé.",
        "Une explosion près de Moscou a fait un mort.",
        "Trois médailles après les Jeux de Moscou 1980.",
    ],
)
def test_a_capital_where_something_happens_is_a_place(text):
    assert "Moscou" not in words(text)


def test_seats_stand_for_their_power_and_brussels_for_the_union():
    text = "Le Kremlin, l’Élysée, la Maison-Blanche et Downing Street se taisent. Bruxelles a réagi."
    assert list(values(text).values()) == ["Russie", "France", "États-Unis", "Royaume-Uni", "Union européenne"]


def test_places_events_and_channels_are_no_actors():
    text = (
        "Réunis à Wonsan puis à Genève, près de la mer du Japon et de la région de Koursk, ils écrivent sur Telegram. "
        "La foule gagne la place Kim Il Sung et l’aéroport Charles-de-Gaulle. Il vit à Singapour."
    )
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le président Vladimir Poutine arrive.", "Vladimir Poutine"),
        ("Le ministre russe des Affaires étrangères, Sergueï Lavrov, arrive.", "Sergueï Lavrov"),
        ("L’analyste malien en sécurité Oumou Tessougué se tait.", "Oumou Tessougué"),
        ("M. Karzenti arrive.", "Karzenti"),
        ("Mme Ould-Abdi arrive.", "Ould-Abdi"),
        ("Selon Zlatko Bresnik, porte-parole du groupe, tout va bien.", "Zlatko Bresnik"),
        ("Hier, Choe Son-hui a souri.", "Choe Son-hui"),
        ("Hier, Ursula von der Leyen a souri.", "Ursula von der Leyen"),
        ("Hier, Dominique de Villebois a souri.", "Dominique de Villebois"),
        ("Hier, John F. Marlow a souri.", "John F. Marlow"),
        ("Hier, Mohammed ben Salmane a souri.", "Mohammed ben Salmane"),
        ("Hier, Abdel Fattah al-Sissi a souri.", "Abdel Fattah al-Sissi"),
        ("Steffan de Mirtola, émissaire de l’ONU, a souri.", "Steffan de Mirtola"),
        ("L’Espagnole Pilar Montoro a souri.", "Pilar Montoro"),
    ],
)
def test_a_person_is_marked_without_title_or_function(text, name):
    assert (name, "PER", name) in spans(text)


def test_a_function_without_a_name_and_an_adjective_alone_are_not_marked():
    assert words("Le ministre russe et le dirigeant nord-coréen soutiennent l’offensive russe.") == []
    assert words("Le chef de la diplomatie russe se tait.") == []
    assert words("Des experts, des soldats et les deux pays se taisent.") == []


def test_a_word_that_opens_a_sentence_is_no_name():
    assert words("Interrogé hier, il a ri. Plusieurs élus ont ri. Questionné lundi, il a souri.") == []


def test_short_forms_carry_the_fullest_name_from_either_end():
    text = (
        "Lavrov menace\n\nLe ministre Sergueï Lavrov a parlé. M. Kim aussi : Kim Jong Un l’a reçu. Lavrov est parti.\n"
        "M. Lavrof est attendu."
    )
    assert [(w, v) for w, _, v in spans(text)] == [
        ("Lavrov", "Sergueï Lavrov"),
        ("Sergueï Lavrov", "Sergueï Lavrov"),
        ("Kim", "Kim Jong Un"),
        ("Kim Jong Un", "Kim Jong Un"),
        ("Lavrov", "Sergueï Lavrov"),
        ("Lavrof", "Sergueï Lavrov"),
    ]


def test_institutions_hold_their_state():
    text = (
        "Le ministère russe des Affaires étrangères, le ministère des Affaires étrangères chinois, le Conseil de "
        "sécurité russe, l’armée de l’air israélienne et les forces armées soudanaises se taisent."
    )
    assert words(text) == [
        "ministère russe des Affaires étrangères",
        "ministère des Affaires étrangères chinois",
        "Conseil de sécurité russe",
        "armée de l’air israélienne",
        "forces armées soudanaises",
    ]
    assert {s.kind for s in propose(text)} == {"ORG"}


def test_a_name_behind_an_institution_is_not_swallowed():
    text = "Le secrétaire du Conseil de sécurité russe Sergueï Choïgou est parti."
    assert words(text) == ["Conseil de sécurité russe", "Sergueï Choïgou"]


def test_of_two_heads_only_the_one_beside_the_nation_is_marked():
    assert words("Les actions des dirigeants et des forces armées russes continuent.") == ["forces armées russes"]


def test_groups_are_told_by_their_nation():
    text = (
        "Des soldats nord-coréens, les autorités maliennes, des responsables occidentaux, des talibans et les Russes."
    )
    assert [(w, k) for w, k, _ in spans(text)] == [
        ("soldats nord-coréens", "GRP"),
        ("autorités maliennes", "GRP"),
        ("responsables occidentaux", "GRP"),
        ("talibans", "GRP"),
        ("Russes", "GRP"),
    ]


def test_a_people_keeps_the_nation_that_tells_it_and_a_street_of_that_name_is_none():
    assert words("Les Arabes syriens et les Kurdes s’opposent sur la promenade des Anglais.") == [
        "Arabes syriens",
        "Kurdes",
    ]


def test_leaders_are_known_by_the_surname_alone_unless_a_thing_carries_it():
    assert values("Macron répond à Trump.") == {"Macron": "Emmanuel Macron", "Trump": "Donald Trump"}
    assert words("Le lac Assad baisse, le porte-avions Charles de Gaulle aussi.") == []


def test_a_war_that_carries_the_name_of_a_state_is_an_event():
    assert words("Depuis la guerre de Corée, la Chine se tait.") == ["Chine"]


def test_the_troops_of_a_capital_leave_the_capital_as_a_power():
    assert spans("La région est tenue par les troupes de Kiev depuis mai.") == [("Kiev", "GPE", "Ukraine")]


def test_a_long_name_and_its_acronym_are_two_mentions_of_one_value():
    text = "L’Observatoire citoyen des frontières (OCF) proteste. L’OCF insiste."
    assert [(w, v) for w, _, v in spans(text)] == [
        ("Observatoire citoyen des frontières", "Observatoire citoyen des frontières"),
        ("OCF", "Observatoire citoyen des frontières"),
        ("OCF", "Observatoire citoyen des frontières"),
    ]
    assert values("L’Organisation des Nations unies (ONU) proteste.") == {
        "Organisation des Nations unies": "ONU",
        "ONU": "ONU",
    }


def test_organisations_are_known_by_what_announces_them():
    assert words("L’ONG Terravive et l’agence Zarnews confirment.") == ["Terravive", "Zarnews"]
    assert words("Une étude de l’université de Kyungnam le dit.") == ["université de Kyungnam"]


def test_an_article_that_is_part_of_the_name_stays_inside():
    assert words("Selon Le Monde et l’AFP, tout va bien.") == ["Le Monde", "AFP"]


def test_the_north_is_a_korea_only_beside_the_south():
    assert ("Nord", "GPE", "Corée du Nord") in spans(
        "La Corée du Sud a accusé le Nord de trahir. La Corée du Nord nie."
    )
    assert "Nord" not in words("La Corée du Nord se tait. Il neige dans le Nord.")
    assert "Nord" not in words("Le maire a accusé le Nord de tricher.")


def test_suggestions_come_in_order_never_overlap_and_say_why():
    text = "Le président Vladimir Poutine, Moscou et l’armée russe menacent l’Otan, selon le ministère de la Défense."
    found = propose(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for one in found:
        assert one.label == "ACTOR"
        assert one.kind in ("PER", "ORG", "GPE", "GRP")
        assert 0 < one.score <= 1
        assert one.reason
        assert one.source == "actors"
        assert text[one.start : one.end] == text[one.start : one.end].strip(" ,.")


def test_a_span_drawn_by_hand_gets_its_canonical_name():
    text = "Le président Vladimir Poutine est là. L’Observatoire citoyen des frontières proteste."
    found = propose(text)
    assert ACTORS.canonical("Poutine", found) == ("Vladimir Poutine", "PER")
    assert ACTORS.canonical("Moscou", found) == ("Russie", "GPE")
    assert ACTORS.canonical("nations unies", found) == ("ONU", "ORG")
    assert ACTORS.canonical("armée russe", found) == ("armée russe", "ORG")
    assert ACTORS.canonical("ce qu’on voudra", found) is None
    assert ACTORS.canonical("", found) is None


@examples(60)
@given(st.text(alphabet="aàÉéMKr .,-'’«»()\n/\u00a0\u202f\u0301🕊7:&", max_size=80))
def test_no_text_breaks_it(text):
    for one in propose(text):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()


def test_time_grows_with_the_length_of_the_text_only():
    text = (
        "Le ministre Jean Dupond et M. Kim, selon l’armée de l’air de la RDC et de la défense de Moscou, à Paris. " * 40
    )
    assert in_proportion(lambda n: propose(text * n), 1, 10)


@pytest.mark.parametrize("text", ["A", "A-", "Jean ", "de la ", "(A) "])
def test_no_repetition_makes_it_slow(text):
    assert in_proportion(lambda n: propose(text * n), 500, 5_000)
