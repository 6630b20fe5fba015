"""A sentence annotated in another article arrives with its annotation and says whose it is; an undo takes it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.core.scheme import parse_scheme
from depeche.core.span import Span
from depeche.store import articles, suggestions
from depeche.store.project import Project
from depeche.store.told import Told
from depeche.suggest.elsewhere import SURE, Elsewhere
from depeche.suggest.suggest import remember, suggest
from depeche.suggest.valuer import make_valuer
from tests.fixtures import key_of

SENTENCE = "L’amiral Zorvan a déclaré samedi que « les 3\u202f000 marins du Tessar rentreront au port de Vorg »."
FIRST = f"Le Tessar rentre\n\n{SENTENCE} Personne ne l’attendait si tôt, dit-on.\n"
SECOND = "Une flotte\r\n\r\nRien n’est sûr. " + SENTENCE.replace("’", "'").replace("\u202f", " ") + "\r\nÀ suivre.\r\n"
THIRD = "Autre chose\n\nPersonne n’a parlé de la flotte du Tessar ni de son amiral, resté à quai.\n"
DAYS = {"un": "2025-07-13", "deux": "2025-07-14", "trois": None}


@pytest.fixture
def world(tmp_path):
    project = Project.create(tmp_path / "p", paths.default_scheme(), "Claire")
    with project, project.write() as db:
        for name, text in (("un", FIRST), ("deux", SECOND), ("trois", THIRD)):
            articles.put(db, Article(text, title=text.splitlines()[0], name=name, date=DAYS[name]), "test")
    with Project.open(tmp_path / "p") as project:
        suggest(project)
        yield project


def waiting(project, name):
    with project.read() as db:
        key = key_of(project, name)
        text = articles.get(db, key).text
        return {text[one.start : one.end]: one for one in suggestions.of(db, key) if one.source == "elsewhere"}


def marked(project, words, label, **fields):
    desk = Desk(project, make_valuer(project.scheme))
    desk.open(key_of(project, "un"))
    at = desk.article.text.index(words)
    desk.mark(at, at + len(words), label)
    span = next(one for one in desk.spans if desk.text_of(one) == words)
    if fields:
        desk.edit(span.key, **fields)
    return desk


def brought(project, name="deux"):
    remember(project, keys=[key_of(project, name)])
    return waiting(project, name)


def test_a_mark_arrives_with_value_kind_and_provenance(world):
    marked(world, "Zorvan", "ACTOR", kind="PER", value="Ilan Zorvan")
    marked(world, "3\u202f000", "FIGURE", value="3000", attrs={"unit": "marins"})
    found = brought(world)
    assert (found["Zorvan"].kind, found["Zorvan"].value) == ("PER", "Ilan Zorvan")
    assert (found["3 000"].value, found["3 000"].attrs["unit"]) == ("3000", "marins")
    said = "même phrase, annotée dans « Le Tessar rentre » (2025-07-13) par Claire"
    assert said in found["Zorvan"].reason
    assert not waiting(world, "trois")


def test_a_quote_arrives_with_its_speaker_and_its_marks(world):
    words = "« les 3\u202f000 marins du Tessar rentreront au port de Vorg »"
    marked(world, words, "QUOTE", kind="direct", value="Ilan Zorvan")
    (one,) = (one for one in brought(world).values() if one.label == "QUOTE")
    assert SECOND[one.start : one.end] == words.replace("\u202f", " ")
    assert (one.value, one.kind) == ("Ilan Zorvan", "direct")


def test_an_undo_takes_it_back(world):
    desk = marked(world, "Zorvan", "ACTOR", kind="PER")
    assert brought(world)
    while desk.undoable:
        desk.undo()
    assert not brought(world)


def test_a_relative_date_is_read_anew_on_the_day_of_its_article(world):
    marked(world, "samedi", "DATE")
    found = brought(world)
    assert found["samedi"].value == "2025-07-12"
    project, key = world, key_of(world, "deux")
    with project.write() as db:
        articles.set_date(db, key, "2025-08-20", articles.DateOrigin.GIVEN)
    suggest(project, keys=[key])
    assert waiting(project, "deux")["samedi"].value == "2025-08-16"


def test_what_was_refused_in_the_same_sentence_is_not_proposed_again(world):
    desk = Desk(world)
    desk.open(key_of(world, "un"))
    refused = next(one for one in desk.pending if desk.text_of(one) == "3\u202f000")
    desk.reject(refused.key)
    brought(world)
    with world.read() as db:
        assert "3 000" not in {SECOND[one.start : one.end] for one in suggestions.of(db, key_of(world, "deux"))}
    desk.undo()
    brought(world)
    with world.read() as db:
        assert "3 000" in {SECOND[one.start : one.end] for one in suggestions.of(db, key_of(world, "deux"))}


def test_nothing_comes_from_another_reading_of_the_article_itself(world):
    marked(world, "Zorvan", "ACTOR", kind="PER")
    remember(world, keys=[key_of(world, "un")])
    assert not waiting(world, "un")


def test_a_new_article_has_it_from_the_first_run(world):
    marked(world, "Zorvan", "ACTOR", kind="PER", value="Ilan Zorvan")
    with world.write() as db:
        articles.put(db, Article(SECOND + "Fin.\n", title="Encore", name="quatre"), "test")
    suggest(world)
    assert waiting(world, "quatre")["Zorvan"].value == "Ilan Zorvan"


# --- without a project

SCHEME = parse_scheme(paths.default_scheme(), "")
HERE = Article("Le chef Orvil a visité le port de Vorg.", key="h", number=1)


def proposals(*told, valuer=lambda _article, span: span):
    return Elsewhere(lambda _article: told, SCHEME, valuer).propose(HERE, ())


def reading(number, *spans, state=State.DONE, text=HERE.text, refused=(), by="Claire", date=None):
    article = Article(text, title=f"Titre {number}", key=str(number), number=number, date=date)
    return Told(article, by, state, spans, refused)


ORVIL = Span(8, 13, "ACTOR", "PER", "Orvil")


def test_readings_that_disagree_are_weighed():
    (one,) = proposals(reading(2, ORVIL), reading(3, replace(ORVIL, kind="ORG")), reading(4, ORVIL), reading(5))
    assert one.kind == "PER"
    assert one.score == pytest.approx(SURE * 3 / 4, abs=0.001)
    assert one.reason == "même phrase, annotée dans « Titre 2 » par Claire et dans 2 autres articles"
    assert proposals(reading(2, ORVIL), reading(3), reading(4)) == []


def test_an_unfinished_reading_says_yes_but_never_no():
    (one,) = proposals(reading(2, ORVIL, state=State.STARTED), reading(3, state=State.STARTED))
    assert one.score == pytest.approx(SURE * 0.9, abs=0.001)


def test_a_label_that_the_scheme_has_no_more_is_left_out():
    assert proposals(reading(2, replace(ORVIL, label="PLACE"))) == []


def test_a_corrected_date_is_taken_over_only_if_its_words_mean_the_same_on_either_day():
    day = Span(0, 2, "DATE", None, "1999")
    told = reading(2, day, date="2020-01-01")
    assert [one.value for one in proposals(told, valuer=lambda _, span: replace(span, value="2000"))] == ["1999"]
    by_day = proposals(told, valuer=lambda article, span: replace(span, value=article.date))
    assert [one.value for one in by_day] == [None]


def test_any_text_and_nothing_told_gives_nothing():
    source = Elsewhere(lambda _article: [], SCHEME, lambda _article, span: span)
    for text in ("", "\ud83d", "a" * 5000, "\n\n«»"):
        assert source.propose(Article(text) if "\ud83d" not in text else Article("?"), ()) == []
        assert source.fingerprint(HERE) == ""
