"""Quotes whose marks are missing, doubled, glued to the wrong word, or of one kind inside and out."""

from __future__ import annotations

import pytest

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes import Quotes
from tests.growth import in_proportion

QUOTES = Quotes()
ACTORS = {
    "Marc Delorme": "PER",
    "Anna Kovac": "PER",
    "Paul Verdier": "PER",
    "Claire Astier": "PER",
    "autorités ruritaniennes": "GRP",
    "Ruritans": "GRP",
    "Ruritanie": "GPE",
    "Reuters": "ORG",
    "Télé Dunes": "ORG",
    "Ligue du Rail": "ORG",
    "Grand Cercle": "ORG",
}


def propose(text: str) -> list[Suggestion]:
    found = []
    for words, kind in ACTORS.items():
        at = text.find(words)
        while at >= 0:
            found.append(Suggestion(at, at + len(words), "ACTOR", kind, words))
            at = text.find(words, at + 1)
    return QUOTES.propose(Article(text), sorted(found, key=lambda s: s.start))


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in propose(text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "Le vote est clos.\nLe travail baisse d'année en année », a expliqué Marc Delorme.\n« Oui », dit-il.",
            ["Le travail baisse d'année en année »", "« Oui »"],
        ),
        (
            "Marc Delorme a quitté la salle. Nous ne voulons plus de ce plan », a-t-il ajouté.",
            ["Nous ne voulons plus de ce plan »"],
        ),
        ("Marc Delorme a déclaré : Nous partirons dès demain », puis s'est tu.", ["Nous partirons dès demain »"]),
        (
            "Il pleut.\nVous voulez que le pays progresse ?\nNous devons essayer la paix. »\nLe public a ri.",
            ["Vous voulez que le pays progresse ?\nNous devons essayer la paix. »"],
        ),
        (
            "Le port est fermé », signale dunes.example.\n« Il neige », dit Anna Kovac.",
            ["Le port est fermé »", "« Il neige »"],
        ),
        ('Un écran de 27" et un autre. Anna Kovac dit « non ».', ["« non »"]),
        ("Le plan dit » grand » avance. Anna Kovac dit « non ».", ["« non »"]),
    ],
)
def test_words_without_an_opening_mark_begin_where_the_reporter_ends(text: str, spans: list[str]) -> None:
    assert quoted(text) == spans


def test_a_missing_opening_mark_is_flagged() -> None:
    found = propose("Il fait froid.\nNous avons fait tout notre possible », a déclaré Anna Kovac.\n« Oui », dit-elle.")
    assert [q.attrs.get("flag") for q in found] == ["guillemet non ouvert", None]
    assert [q.value for q in found] == ["Anna Kovac", "Anna Kovac"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "« Je parle aux gens et ils disent : « Pourquoi lui ? Il ment ! »\n« S'il mentait, je le saurais », a dit "
            "Marc Delorme.",
            ["« Je parle aux gens et ils disent : « Pourquoi lui ? Il ment ! »\n« S'il mentait, je le saurais »"],
        ),
        (
            "« On m'a appris à dire : « Je pleure de colère.\nVoilà. »\nEt j'ai aimé cela. »\nMarc Delorme a ri.",
            ["« On m'a appris à dire : « Je pleure de colère.\nVoilà. »\nEt j'ai aimé cela. »"],
        ),
        (
            "Anna Kovac a écrit : « Ils se sentent comme des « sardines ».\nCe n'est pas drôle. »\nElle a dit « non ».",
            ["« Ils se sentent comme des « sardines ».\nCe n'est pas drôle. »", "« non »"],
        ),
        ("Anna Kovac dit « non »» et « oui ».", ["« non »", "« oui »"]),
        ('Marc Delorme a dit" non" hier. Il a promis" la paix" à tous.', ['" non"', '" la paix"']),
        ('Marc Delorme a dit "non "hier. Il a promis "la paix "à tous.', ['"non "', '"la paix "']),
    ],
)
def test_marks_that_do_not_match_never_shift_the_pairs_after_them(text: str, spans: list[str]) -> None:
    assert quoted(text) == spans


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Kovac est « très surprise » de ce vote.", "Anna Kovac"),
        ("Marc Delorme, « attristé », a offert son aide.", "Marc Delorme"),
        ("Marc Delorme est néanmoins « très sceptique » sur ce plan.", "Marc Delorme"),
        ("Anna Kovac affirme que les mesures annoncées par Marc Delorme lundi « vont coûter cher ».", "Anna Kovac"),
        ("Un groupe de Ruritans a chanté : « Au revoir la pluie ».", "Ruritans"),
        ("Selon ce qu'a confié à Télé Dunes Paul Verdier, « le feu est éteint depuis hier ».", "Paul Verdier"),
        ("La Ruritanie a répondu par la voix du colonel Paul Verdier : « Nous n'avons rien fait. »", "Paul Verdier"),
        ("Une note de la Ligue du Rail circule. La note précise : « Nous roulerons demain. »", "Ligue du Rail"),
        ("Le grand maître du Grand Cercle Paul Verdier a appelé « les membres à la retenue ».", "Paul Verdier"),
        ("Le toit fut vu par Paul Verdier. Mais ce dernier juge « totalement absurde » cette idée.", "Paul Verdier"),
        ("Marc Delorme a cherché à convaincre, s'opposant à « une fin progressive du train ».", "Marc Delorme"),
        ("Marc Delorme a publié sur son site que « les appels au désordre sont inutiles ».", "Marc Delorme"),
        ("La porte est close, selon le préfet de la vallée, Paul Verdier. « Je pars », dit-il.", "Paul Verdier"),
    ],
)
def test_the_speaker_is_found(text: str, speaker: str) -> None:
    assert [q.value for q in propose(text)] == [speaker]


def test_a_group_named_before_is_meant_by_its_noun() -> None:
    text = "Les autorités ruritaniennes enquêtent. Les autorités ont affirmé que le feu était « sous contrôle »."
    assert [q.value for q in propose(text)] == ["autorités ruritaniennes"]


def test_a_medium_does_not_say_what_a_pronoun_says() -> None:
    found = propose("Selon Reuters, des voisins ont vu des faits qu'ils ont qualifiés de « scène de guerre ».")
    assert [q.value for q in found] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Marc Delorme a salué la nette victoire du « oui » hier.",
        "Peut-on convaincre d'exiger un geste, ou n'est-ce là qu'un autre exemple de « clictivisme » ?",
    ],
)
def test_words_that_nobody_says_are_left_alone(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize("piece", ["“a ”", "a » ", "a\n» ", "Nous allons. ", "« a : « b »\n", 'a" b" '])
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    assert in_proportion(lambda n: QUOTES.propose(Article(piece * (n // len(piece)) + " »"), []), 8_000, 80_000)
