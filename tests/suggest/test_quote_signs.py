"""Quotes between single or turned marks, whole answers, titles of works, and first names that tell the gender."""

from __future__ import annotations

import pytest

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.suggest.quotes import Quotes
from tests.growth import in_proportion

QUOTES = Quotes()
ACTORS = ("Marc Delorme", "Anna Kovac", "Jean Verdier", "Astier")


def propose(text: str) -> list[Suggestion]:
    found = []
    for words in ACTORS:
        at = text.find(words)
        while at >= 0:
            found.append(Suggestion(at, at + len(words), "ACTOR", "PER", words))
            at = text.find(words, at + 1)
    return QUOTES.propose(Article(text), sorted(found, key=lambda s: s.start))


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in propose(text)]


@pytest.mark.parametrize(
    "words",
    [
        "‘Le pont tient’",
        "'Le pont tient encore'",
        "'L'ami d'hier revient aujourd'hui'",
        "‚Die Brücke hält‘",
        "„Le pont tient“",
        "‹ Le pont tient ›",
        "»Le pont tient«",
        "» Le pont tient «",
        "« On m'a répété ‹ Le pont tient › hier »",
        "« On m'a répété 'Le pont tient' hier »",
        "« Le pont tient «",
    ],
)
def test_words_between_any_pair_of_marks_are_a_quote(words: str) -> None:
    assert quoted(f"{words}, a dit Marc Delorme au port.") == [words]
    (quote,) = propose(f"{words}, a dit Marc Delorme au port.")
    assert quote.value == "Marc Delorme"


@pytest.mark.parametrize(
    "text",
    [
        "L'ami d'Anna Kovac a vu aujourd'hui la 'ndrangheta et les Dockers' au bord de l'eau.",
        "Il a dit que l' ami d' Anna Kovac venait d' arriver.",
        "Depuis les années '90, le rock 'n' roll d'Anna Kovac n'est plus ce qu'il a dit.",
        "L'angle est de 5' 30'' selon Anna Kovac, puis de 6' 20''.",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert quoted(text) == []


def test_single_marks_stay_within_their_line_and_other_marks() -> None:
    assert quoted("Marc Delorme a dit 'nous partons.\nLes Dockers' sont là.") == []
    assert quoted("« Le 'pont tient », a dit Marc Delorme. Les Dockers' sont là.") == ["« Le 'pont tient »"]


def test_turned_guillemets_follow_each_other() -> None:
    text = "»Le pont tient«, a dit Marc Delorme au port. »Nous passons«, a dit Anna Kovac."
    assert quoted(text) == ["»Le pont tient«", "»Nous passons«"]


def test_guillemets_as_usual_are_not_turned() -> None:
    text = "Le pont tient », a dit Marc Delorme. « Nous passons », a dit Anna Kovac."
    assert quoted(text) == ["Le pont tient »", "« Nous passons »"]


@pytest.mark.parametrize("told", ["a déclaré Marc Delorme au port", "a-t-il déclaré", "déclare Marc Delorme"])
def test_what_the_reporter_says_behind_a_stray_mark_is_no_quote(told: str) -> None:
    assert quoted(f"Le vent est tombé. « {told}. Le port rouvre.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Interrogé au port, Marc Delorme a répondu : « Oui. »", "direct"),
        ("Marc Delorme a dit : « Merci. » Puis il est parti.", "direct"),
        ("Marc Delorme a dit : « Merci ».", "direct"),
        ("« Jamais ! », a dit Marc Delorme.", "direct"),
        ("« Bienvenue à tous. »", "direct"),
        ("Sa réponse : « Non. »", "direct"),
        ("Que voulait-il dire ? « Rien. »", "direct"),
        ("Marc Delorme a crié « Vive la Ruritanie ! »", "direct"),
        ("Marc Delorme a dénoncé une « provocation ».", "mixed"),
        ("Marc Delorme a évoqué « un accord fragile. »", "mixed"),
        ("Marc Delorme a lancé : « traître ».", "mixed"),
    ],
)
def test_whole_answers_are_direct_and_fragments_mixed(text: str, kind: str) -> None:
    assert [q.kind for q in propose(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Marc Delorme a publié « Mes carnets » en 2020.",
        "Marc Delorme a écrit « Le vent est froid » en 2011.",
        "Marc Delorme a sorti « Un été sans toi » (Éditions du Port).",
        "Anna Kovac a présenté « Les vagues sont hautes » au festival.",
        "Anna Kovac a réalisé « Quand nous étions marins » à ses débuts.",
        "Anna Kovac a chanté « Je reviens demain » au gala.",
        "Le discours « Je reste debout » de Marc Delorme est connu.",
        "Le rapport « Vivre au port » est sorti hier.",
        "Un texte intitulé « Nous restons debout » circule.",
    ],
)
def test_titles_of_works_are_no_quotes(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Marc Delorme a écrit « nous ne céderons jamais » hier.", "« nous ne céderons jamais »"),
        ("Marc Delorme a écrit : « Nous ne céderons jamais ».", "« Nous ne céderons jamais »"),
        (
            "Une banderole sur laquelle est écrit « Force à tous les marins du port ».",
            "« Force à tous les marins du port »",
        ),
        ("Les dockers ont chanté « Nous ne partirons pas » au port.", "« Nous ne partirons pas »"),
        ("Le rapport dénonce « une situation intenable pour tous ».", "« une situation intenable pour tous »"),
    ],
)
def test_what_is_written_to_others_is_a_quote(text: str, words: str) -> None:
    assert quoted(text) == [words]


def test_jean_is_a_man() -> None:
    first, second = propose("« Je pars », a dit Jean Verdier à Anna Kovac. « Moi aussi », a-t-elle répondu.")
    assert (first.value, second.value) == ("Jean Verdier", "Anna Kovac")


@pytest.mark.parametrize("title", ["Dr", "Dr.", "Pr"])
def test_a_doctor_speaks_behind_the_quote(title: str) -> None:
    (quote,) = propose(f"« Le vaccin protège bien les marins », précise le {title} Astier.")
    assert quote.value == "Astier"


def test_lone_single_marks_take_time_in_proportion() -> None:
    assert in_proportion(lambda n: propose("'mot ‘mot " * n + "« a dit " * n + "»x« " * n), 400, 4_000)
