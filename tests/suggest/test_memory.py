"""What a project remembers shows in the next suggestions at once, and an undo takes it back."""

from __future__ import annotations

import pytest

from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.article import Article
from depeche.core.memory import Memory, Tally, form_of
from depeche.core.suggestion import Suggestion
from depeche.store import articles, suggestions
from depeche.store.memory import recall
from depeche.suggest.memory import Remembered
from depeche.suggest.suggest import remember, suggest
from tests.fixtures import key_of, make_project

FIRST = "Le Zanig proteste\n\nLe Zanig a dénoncé mardi l’accord de Tarsis. Les Ostrals et le Zanig négocient.\n"
SECOND = "Nuit calme\n\nSelon le Zanig, la trêve tient. Le\u202fZanig-Nord se tait, Zanig Import aussi. Le zanig dort"
THIRD = "Rien du tout\n\nPersonne n’a parlé.\n"


@pytest.fixture
def world(tmp_path):
    with make_project(tmp_path / "p", {"un": FIRST, "deux": SECOND, "trois": THIRD}) as project:
        suggest(project)
        yield project


def waiting(project, name):
    with project.read() as db:
        key = key_of(project, name)
        text = articles.get(db, key).text
        return {(text[one.start : one.end], one.source, one.kind, one.value) for one in suggestions.of(db, key)}


def marked(project, name, words, **fields):
    """Mark the first place of words by hand, as a new find, and return the desk."""
    desk = Desk(project)
    desk.open(key_of(project, name))
    at = desk.article.text.index(words)
    desk.mark(at, at + len(words), "ACTOR")
    if fields:
        span = next(one for one in desk.spans if desk.text_of(one) == words)
        desk.edit(span.key, **fields)
    return desk


def memory_marks(project, name):
    return {mark for mark in waiting(project, name) if mark[1] == "memory"}


def test_what_was_marked_once_is_proposed_in_every_article_with_its_kind_and_value(world):
    assert not memory_marks(world, "deux")
    marked(world, "un", "Zanig", kind="ORG", value="Front Zanig")
    done = remember(world, keys=[key_of(world, name) for name in ("un", "deux", "trois")])
    assert memory_marks(world, "deux") == {("Zanig", "memory", "ORG", "Front Zanig")}
    assert done.articles == 2  # nothing is known of the third one's words
    with world.read() as db:
        (one,) = [s for s in suggestions.of(db, key_of(world, "deux")) if s.source == "memory"]
    assert one.reason == "déjà accepté 1 fois"
    assert 0.5 < one.score < 0.8
    assert (one.start, one.end) == (SECOND.index("Zanig"), SECOND.index("Zanig") + 5)  # not Zanig-Nord, Zanig Import


def test_the_same_words_further_on_in_the_article_are_proposed_too(world):
    desk = marked(world, "un", "Zanig", kind="ORG")
    remember(world, keys=[desk.article.key])
    desk.reload()
    assert [desk.text_of(one) for one in desk.pending if one.source == "memory"] == ["Zanig", "Zanig"]


def test_undo_takes_the_proposals_back(world):
    desk = marked(world, "un", "Zanig")
    keys = [key_of(world, "deux")]
    remember(world, keys=keys)
    assert memory_marks(world, "deux")
    while desk.undoable:
        desk.undo()
    remember(world, keys=keys)
    assert not memory_marks(world, "deux")


def test_what_is_refused_twice_is_not_proposed_elsewhere(world):
    with world.write() as db:
        articles.put(db, Article("Les Ostrals partent.\n", title="Départ", name="quatre"), "test")
    for name in ("un", "quatre"):
        key = key_of(world, name)
        with world.write() as db:
            at = articles.get(db, key).text.index("Ostrals")
            suggestions.put(db, key, [Suggestion(at, at + 7, "ACTOR", source="other", version="1", score=0.9)])
    desk = Desk(world)
    for name in ("un", "quatre"):
        desk.open(key_of(world, name))
        (one,) = [s for s in desk.pending if s.source == "other"]
        desk.reject(one.key)
    with world.read() as db:
        memory = recall(db, ["ACTOR"])
    assert memory.tally("ACTOR", "Ostrals") == Tally({}, 2)
    source = Remembered(memory, lambda _: False)
    article = Article("Les Ostrals restent, dit-on.\n")
    guess = Suggestion(4, 11, "ACTOR", source="other", version="1", score=0.9, reason="peuple")
    assert source.revise(article, [guess]) == []
    once = Remembered(Memory({("ACTOR", "Ostrals"): Tally({}, 1)}), lambda _: False)
    (kept,) = once.revise(article, [guess])
    assert (kept.score, kept.reason) == (0.6, "peuple\u202f; rejeté 1 fois")


def test_what_gave_way_to_another_border_was_not_refused(world):
    desk = Desk(world)
    desk.open(key_of(world, "un"))
    at = desk.article.text.index("Zanig")
    with world.write() as db:
        suggestions.put(db, desk.article.key, [Suggestion(at, at + 5, "ACTOR", source="other", score=0.9)])
    desk.reload()
    desk.mark(at - 3, at + 14, "ACTOR", by_character=True)
    with world.read() as db:
        memory = recall(db, ["ACTOR"])
    assert memory.tally("ACTOR", form_of(desk.article.text[at - 3 : at + 14])).times == 1
    assert memory.tally("ACTOR", "Zanig").times == 0


def test_a_registered_actor_is_proposed_by_all_its_names_everywhere_and_one_undo_ends_it(world):
    desk = Desk(world)
    registry = Registry(desk)
    change = registry.put(
        Actor("Front Zanig", kind="ORG", state="Ostralie", aliases=("Zanig", "les Ostrals", " Zanig "))
    )
    (actor,) = registry.actors
    assert actor.aliases == ("Zanig", "les Ostrals")
    assert change.articles == ()
    done = remember(world, words=actor.forms)
    assert done.articles == 2
    for name in ("un", "deux"):
        assert ("Zanig", "memory", "ORG", "Front Zanig") in waiting(world, name)
    assert desk.undoable == "Acteur confirmé\u202f: Front Zanig"
    desk.undo()
    assert registry.actors == []
    remember(world, words=actor.forms)
    assert not memory_marks(world, "un")
    assert not memory_marks(world, "deux")
    desk.redo()
    assert registry.actors == [actor]


def test_a_correction_in_the_registry_reaches_the_rules_own_suggestions(world):
    article = Article("M. Ilan Vorga a parlé. M. Vorga a menti.")
    guess = Suggestion(3, 13, "ACTOR", "PER", "Ilan Vorga", source="actors", version="1", score=0.95, reason="civilité")
    source = Remembered(Memory({}, [Actor("Ilan I. Vorga", kind="PER", aliases=("Ilan Vorga",))]), lambda _: False)
    (one,) = source.revise(article, [guess])
    assert (one.value, one.kind, one.reason, one.source) == ("Ilan I. Vorga", "PER", "acteur du registre", "actors")


def test_two_actors_of_one_name_are_offered_one_after_the_other():
    named = [Actor("Kim Yo-jong", kind="PER", aliases=("Kim",)), Actor("Kim Jong-un", kind="PER", aliases=("Kim",))]
    source = Remembered(Memory({}, named), lambda _: False)
    (one,) = source.revise(Article("Hier, Kim a parlé."), [])
    assert (one.value, one.attrs) == ("Kim Jong-un", {"readings": ["Kim Yo-jong"]})


def test_a_city_is_left_to_its_context():
    memory = Memory({("ACTOR", "Moscou"): Tally({("GPE", "Russie"): 9}, 1)})
    source = Remembered(memory, lambda words: words == "Moscou")
    assert source.revise(Article("Un vol vers Moscou."), []) == []
    refused = Remembered(Memory({("ACTOR", "Moscou"): Tally({}, 9)}), lambda words: words == "Moscou")
    guess = Suggestion(6, 12, "ACTOR", "GPE", "Russie", source="actors", version="1", score=0.8)
    assert [one.score for one in refused.revise(Article("Selon Moscou, non."), [guess])] == [0.8]


def test_a_longer_name_that_people_marked_replaces_a_part_of_it():
    source = Remembered(Memory({("ACTOR", "brigade Zanig"): Tally({("ORG", "brigade Zanig"): 1})}), lambda _: False)
    guess = Suggestion(12, 17, "ACTOR", "PER", "Zanig", source="actors", version="1", score=0.9)
    (one,) = source.revise(Article("La  brigade Zanig est là."), [guess])
    assert (one.start, one.end, one.kind, one.source) == (4, 17, "ORG", "memory")


def test_the_beta_prior_is_worth_two_verdicts():
    assert Tally({(None, None): 3}, 1).weighed(0.5) == pytest.approx((2 * 0.5 + 3) / 6)
    assert Tally().weighed(None) == 0.5


def test_scores_renewed_in_place_keep_the_key(world):
    marked(world, "un", "Zanig", kind="ORG")
    keys = [key_of(world, "deux")]
    remember(world, keys=keys)
    with world.read() as db:
        (before,) = [s for s in suggestions.of(db, keys[0]) if s.source == "memory"]
    desk = Desk(world)
    desk.open(key_of(world, "un"))
    at = FIRST.index("Zanig", 10)
    remember(world, keys=[desk.article.key])
    desk.reload()
    desk.accept(next(one.key for one in desk.pending if one.start == at + FIRST[at:].index("Zanig")))
    remember(world, keys=keys)
    with world.read() as db:
        (after,) = [s for s in suggestions.of(db, keys[0]) if s.source == "memory"]
    assert after.key == before.key
    assert after.score > before.score
    assert after.reason == "déjà accepté 2 fois"
