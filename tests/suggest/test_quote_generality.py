"""Speakers where the article does not name them beside the verb: nouns, officials, headlines, first names, relays."""

from __future__ import annotations

import pytest

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes import Quotes
from tests.growth import in_proportion

QUOTES = Quotes()
ACTORS = {
    "Marc Delorme": ("PER", "Marc Delorme"),
    "Paul Delorme": ("PER", "Paul Delorme"),
    "Anna Kovac": ("PER", "Anna Kovac"),
    "Sarah Brandt": ("PER", "Sarah Brandt"),
    "Ivan Petrov": ("PER", "Ivan Petrov"),
    "Autorité des ponts": ("ORG", "Autorité des ponts"),
    "Conseil des dunes": ("ORG", "Conseil des dunes"),
    "Ligue du Rail": ("ORG", "Ligue du Rail"),
    "AFP": ("ORG", "AFP"),
    "Otan": ("ORG", "Otan"),
    "Le Figaro": ("ORG", "Le Figaro"),
    "chercheurs ruritaniens": ("GRP", "chercheurs ruritaniens"),
    "Ruritanie": ("GPE", "Ruritanie"),
}


def propose(text: str) -> list[Suggestion]:
    found = []
    for words, (kind, name) in ACTORS.items():
        at = text.find(words)
        while at >= 0:
            found.append(Suggestion(at, at + len(words), "ACTOR", kind, name))
            at = text.find(words, at + 1)
    return QUOTES.propose(Article(text), sorted(found, key=lambda s: s.start))


def values(text: str) -> list[object]:
    return [quote.value for quote in propose(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Kovac court bien. La jeune femme de 24 ans a dit que « tout » lui plaisait.", "Anna Kovac"),
        ("Marc Delorme court bien. « J'ai gagné hier », a dit le champion.", "Marc Delorme"),
        ("Marc Delorme court. Le triple champion du monde, âgé de 30 ans, dit la piste « lente ».", "Marc Delorme"),
        ("Marc Delorme court bien. « J'ai gagné hier », a dit le Jamaïcain.", "Marc Delorme"),
        ("Marc Delorme court bien. « J'ai gagné hier », a dit un Jamaïcain.", None),
        ("Un mineur est entendu. Marc Delorme est juge. « Je regrette », a dit le mineur.", None),
        ("Marc Delorme court bien. « Je regrette », a ajouté le joueur en souriant.", "Marc Delorme"),
        ("Marc Delorme court bien. « Je regrette », a dit le fondateur de l'émission.", None),
        ("La Ruritanie vote. Le peuple a dit « oui » au traité de paix.", None),
        ("Marc Delorme court bien. Une voisine de palier décrit un « grand bruit ».", None),
        ("Marc Delorme court bien. Le père de la victime évoque « un grand bruit ».", None),
    ],
)
def test_a_noun_for_a_person_stands_for_who_was_named(text: str, speaker: str | None) -> None:
    assert values(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Un responsable américain a dénoncé « une erreur ».", "États-Unis"),
        ("« C'est faux », a dit un haut diplomate russe.", "Russie"),
        ("« C'est faux », a déclaré le ministre norvégien des Affaires étrangères.", "Norvège"),
        ("« C'est faux », a dit un touriste américain.", None),
        ("Le PDG de la Ligue du Rail a annoncé « une hausse ».", "Ligue du Rail"),
        ("« C'est faux », a dit un responsable de l'Otan.", "Otan"),
        ("« C'est faux », a dit une source de l'Otan.", None),
        ("« C'est faux », a dit le porte-parole de Marc Delorme.", None),
        ("Le rapport de l'Otan évoque « une faille ».", "Otan"),
        ("La police d'Orlando évoque « une erreur ».", "police d'Orlando"),
        ("« Restez chez vous », écrit la préfecture de police de Bastogne.", "préfecture de police de Bastogne"),
        ("L'Autorité des ponts a parlé. Selon l'autorité, c'est « un risque ».", "Autorité des ponts"),
        ("Des fonctionnaires de l'Otan évoquent « une faille ».", "Otan"),
        ("Des chercheurs ruritaniens sont là. Les chercheurs évoquent « une faille ».", "chercheurs ruritaniens"),
        ("L'Agence Reuters et Le Figaro enquêtent. Selon le quotidien, c'est « une faille ».", "Le Figaro"),
        ("Le Conseil des dunes a voté. Le Conseil a demandé « un délai ».", "Conseil des dunes"),
    ],
)
def test_officials_speak_for_what_they_belong_to(text: str, speaker: str | None) -> None:
    assert values(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Kovac est venue. Elle rajoute : « Tout va bien. »", "Anna Kovac"),
        ("Anna Kovac est venue. Elle se veut la seule à lui tenir tête : « Je reste. »", "Anna Kovac"),
        ("Anna Kovac a critiqué Marc Delorme, l'accusant de « trahir » son camp.", "Anna Kovac"),
        ("Anna Kovac trouve le plan « mauvais » et réclame « un nouveau vote ».", "Anna Kovac"),
        ("Marc Delorme se leva et leur répondit que « la séance est levée ».", "Marc Delorme"),
        ("Rappelant que le pont coûte « dix millions », Anna Kovac a demandé un vote.", "Anna Kovac"),
        ("« Nous partons demain matin », Marc Delorme a dit aux députés.", "Marc Delorme"),
        ("Marc Delorme, l'un des élus défendant Ivan Petrov, a dit être « déçu ».", "Marc Delorme"),
        ("Selon Marc Delorme (Otan), qui se dit « très inquiet », le pont cédera.", "Marc Delorme"),
        ("Marc Delorme a signé la pétition qui dénonce « une mascarade ».", None),
        ("Marc Delorme était là. On parle d'un « renouveau » du rail.", None),
        ("Marc Delorme à posté sur son compte que « le pont est rouvert ».", "Marc Delorme"),
        ("L'un des deux porte-parole de l'équipe, Marc Delorme, a annoncé : « C'est provisoire. »", "Marc Delorme"),
        ("Vers midi, Duval, leader du parti, a dénoncé « une faute grave ».", "Duval"),
        ("Le chef de l'Otan (OTN) Marc Delorme, exige un vote. « C'est urgent », a-t-il dit.", "Marc Delorme"),
        (
            "Marc Delorme a tout fait. Pour y arriver, le graphiste part de ce constat : « On voit mal. »",
            "Marc Delorme",
        ),
        ("Marc Delorme cite l'Otan de Bruxelles qui regrette « un mauvais moment ».", "Otan"),
        ("Marc Delorme est là. Le Premier ministre affirme que « tout va bien ».", None),
        ("« C'est mon ami », a noté un jour le chef de la bande, Marc Delorme.", "Marc Delorme"),
        ("Marc Delorme est venu. « C'est mon ami », tente-t-il de nuancer.", "Marc Delorme"),
        (
            "Marc Delorme dit que les prix annoncés par Anna Kovac vont encore monter « de dix pour cent ».",
            "Marc Delorme",
        ),
        ("Le plan est, qualifié par Anna Kovac de « mauvais », peu sûr.", "Anna Kovac"),
        ("Marc Delorme, chef de la Ligue du Rail et de l'Otan, qui parle de « faute », est venu.", "Marc Delorme"),
        ("Du côté de la Ligue du Rail, la direction évoque « une faute ».", "Ligue du Rail"),
        ("Marc Delorme gagne. Il rejoint ainsi le Norvégien Ivan Petrov. « Merci », a-t-il dit.", "Marc Delorme"),
        ("« C'est non », a dit Anna Kovac, qui « regrette ce choix ».", "Anna Kovac"),
        ("L'Otan a « enjoint à Marc Delorme de partir ».", "Otan"),
        ("L'Otan publie un communiqué qui « condamne ce choix ».", "Otan"),
        ("Pour l'Otan, il s'agit d'une « faute », qualifiant le plan de « mauvais ».", "Otan"),
        ("Selon Alain de Brémond, élu de la Ligue du Rail, « le pont cédera ».", "Alain de Brémond"),
    ],
)
def test_the_order_of_words(text: str, speaker: str | None) -> None:
    assert values(text)[-1] == speaker


def test_those_joined_before_a_relative_in_the_plural_speak_together() -> None:
    text = "Des élus comme Anna Kovac (Otan) et Marc Delorme (Otan), qui craignent « le pire », ont protesté."
    assert values(text) == [("Anna Kovac", "Marc Delorme")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sarah Brandt a parlé avec Marc Delorme. « Je reste », a-t-elle dit.", "Sarah Brandt"),
        ("Marc Delorme a reçu Sarah Brandt. « Je reste », a-t-il dit.", "Marc Delorme"),
        ("Sarah Brandt a reçu Marc Delorme. « Je reste », a-t-il dit.", "Marc Delorme"),
    ],
)
def test_a_pronoun_goes_by_the_first_name(text: str, speaker: str) -> None:
    assert values(text)[-1] == speaker


def test_a_family_name_of_two_is_that_of_whom_the_article_names_first() -> None:
    text = "Marc Delorme est ministre. Son fils Paul Delorme étudie. Delorme a dit que « tout va bien »."
    found = [Suggestion(text.rfind("Delorme"), text.rfind("Delorme") + 7, "ACTOR", "PER", "Paul Delorme")]
    for words, name in (("Marc Delorme", "Marc Delorme"), ("Paul Delorme", "Paul Delorme")):
        at = text.find(words)
        found.append(Suggestion(at, at + len(words), "ACTOR", "PER", name))
    (quote,) = QUOTES.propose(Article(text), sorted(found, key=lambda s: s.start))
    assert quote.value == "Marc Delorme"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Rail : « nous ne lâcherons rien »\n\n« Jamais nous ne lâcherons le rail », a dit Anna Kovac. "
            "« Le prix est juste », répond Marc Delorme. « Vraiment », insiste Marc Delorme.",
            "Anna Kovac",
        ),
        (
            "Le rail va mal : « On attend des mois »\n\nLe train est rare. « C'est long », a dit Anna Kovac. "
            "« C'est trop », a-t-elle ajouté. « Mais non », répond Marc Delorme.",
            "Anna Kovac",
        ),
        ("Le rail va mal : « On attend des mois »\n\n« C'est long », a dit un voisin.", None),
    ],
)
def test_a_headline_is_said_by_who_says_it_in_the_body(text: str, speaker: str | None) -> None:
    assert values(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("« Nous partons », a déclaré à l'AFP Anna Kovac.", "AFP"),
        ("Anna Kovac a déclaré à l'AFP : « Nous partons. »", "AFP"),
        ("« Nous partons », a-t-elle dit à l'Otan.", None),
        ("Anna Kovac s'est adressée à la foule : « Restez calmes ! », a indiqué l'AFP.", "AFP"),
    ],
)
def test_who_was_told_the_words_passes_them_on(text: str, relay: str | None) -> None:
    assert propose(text)[-1].attrs.get("relay") == relay


def test_a_body_that_tells_of_a_speech_is_not_the_speaker() -> None:
    text = "Anna Kovac s'est adressée à la foule : « Restez calmes ! », a indiqué l'AFP."
    assert values(text) == ["Anna Kovac"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Kovac a dit que « Le pont est rouvert depuis ce matin ».", "direct"),
        ("Anna Kovac a dit que « le pont est rouvert depuis ce matin. »", "direct"),
        ("Anna Kovac a dit que « le pont est rouvert ».", "mixed"),
        ("Anna Kovac a tweeté : « le monde à l'envers »", "direct"),
    ],
)
def test_a_whole_sentence_is_direct_behind_que_too(text: str, kind: str) -> None:
    assert propose(text)[-1].kind == kind


def test_many_quotes_with_nouns_for_speakers_take_linear_time() -> None:
    text = "Le champion du monde de ski, âgé de 30 ans, a dit que « tout va » et que la police aussi. "
    assert in_proportion(lambda n: propose(text * n), 80, 800)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Anna Kovac a lancé : « Menteur », « Tricheur » et « Dehors ».", ["Anna Kovac"] * 3),
        ("Anna Kovac juge le plan « mauvais », « inutile » et « cher ».", ["Anna Kovac"] * 3),
        ("Anna Kovac a appelé ses chats « Liberté », « Égalité » et « Fraternité ».", []),
    ],
)
def test_a_list_of_quotes_has_one_speaker(text: str, speakers: list[str]) -> None:
    assert values(text) == speakers


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("La ministre, Anna Kovac, « félicite chaleureusement » les gagnants.", 1),
        ("Se disant « confiant », Marc Delorme a quitté la salle.", 1),
        ("Elle a salué la marche des « Ligue du Rail ».", 0),
        ("Le tribunal doit prouver qu'il a « sciemment » agi, selon la plainte.", 1),
        ("C'est un effet « boule de neige » bien connu.", 0),
    ],
)
def test_what_is_said_and_what_is_a_name(text: str, count: int) -> None:
    assert len(propose(text)) == count


def test_words_without_closing_mark_go_on_in_the_first_person() -> None:
    text = (
        "Anna Kovac a déclaré : « Le chemin sera long.\nMais nous y arriverons, car nous sommes plus forts.\n"
        "Le vote aura lieu demain."
    )
    (quote,) = propose(text)
    assert text[quote.start : quote.end].endswith("car nous sommes plus forts.")
