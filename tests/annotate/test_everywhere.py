"""The same words everywhere: found whole, what was decided set apart, carried out as one act with one undo."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from dataclasses import replace

import pytest

from depeche.annotate import bulk, everywhere, renaming, wording
from depeche.annotate.desk import Desk
from depeche.annotate.everywhere import Fate, Sought
from depeche.annotate.registry import Registry
from depeche.annotate.rehearsal import Rehearsal
from depeche.annotate.sheet import read_sheet
from depeche.core.actor import Actor
from depeche.core.article import Article, State
from depeche.core.occurrences import is_part, occurrences
from depeche.core.progress import Cancelled, Progress
from depeche.core.span import Span
from depeche.core.suggestion import Outcome, Suggestion
from depeche.errors import UserError
from depeche.store import articles
from depeche.store.check import check
from depeche.store.project import Project
from depeche.store.stale import StaleChange
from depeche.suggest.boilerplate import masked
from depeche.suggest.valuer import make_valuer
from tests.fixtures import guess, key_of, make_project, propose
from tests.store.test_project import child

SUMMIT = "Sommet à Vorgograd\n\nVorgograd a promis de l’aide. L’armée pro-Vorgograd recule, selon Vorgograd.\n"
REPLY = (
    "La réponse\n\nÀ Vorgograd même, rien. Le maire de Vorgograd-Est se tait ; vorgograd aussi.\nSource : Vorgograd\n"
)
QUIET = "Une nuit calme\n\nRien à signaler à Tarsis ni dans les Vorgogradois.\n"
TEXTS = {"sommet": SUMMIT, "réponse": REPLY, "calme": QUIET}
SOUGHT = Sought("Vorgograd", "ACTOR", "GPE", "Vorgolie")


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path / "partout", TEXTS) as made:
        yield made


def at_desk(project: Project, name: str) -> Desk:
    desk = Desk(project)
    desk.open(key_of(project, name))
    return desk


def spans(project: Project, name: str) -> list[tuple[str, str, str | None, object]]:
    desk = at_desk(project, name)
    return [(desk.text_of(one), one.label, one.kind, one.value) for one in desk.spans]


def labelled(project: Project, sought: Sought = SOUGHT, **options: object) -> bulk.Plan:
    """Label all open places and return the plan that was carried out."""
    hits = [hit for hit in everywhere.places(project, sought, masked=masked) if hit.is_open]
    plan = bulk.label(project, sought, hits, valuer=make_valuer(project.scheme), **options)  # type: ignore[arg-type]
    title = bulk.title_of(wording.labelled_everywhere, sought.words, plan)
    bulk.carry_out(Desk(project), title, plan.parts)
    return plan


# --- where words stand


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Tarsis, Tarsisien, tarsis, (Tarsis)", "Tarsis", ["Tarsis", "Tarsis"]),
        ("l’État  major et l'État\u00a0major", "État major", ["État  major", "État\u00a0major"]),
        ("aujourd’hui, aujourd'hui", "aujourd'hui", ["aujourd’hui", "aujourd'hui"]),
        ("😀 5 % ou 15 %, 5\u202f%", "5 %", ["5 %", "5\u202f%"]),
        ("ete\u0301, ete", "ete", ["ete"]),
        ("U.S.A. et U+S+A+", "U.S.A.", ["U.S.A."]),
        ("rien", "  ", []),
    ],
)  # fmt: skip
def test_words_are_found_whole_whichever_blanks_and_apostrophes(text, words, found):
    assert [text[start:end] for start, end in occurrences(text, words)] == found


def test_a_hyphen_ties_a_word_to_another():
    text = "pro-Tarsis, Tarsis - et Tarsis-Est"
    assert [is_part(text, place) for place in occurrences(text, "Tarsis")] == [True, False, True]


def test_what_was_decided_or_is_not_quite_those_words_is_set_apart(project):
    desk = at_desk(project, "sommet")
    first = SUMMIT.index("Vorgograd")
    desk.mark(first, first + 9, "ACTOR")
    second = SUMMIT.index("Vorgograd", first + 1)
    desk.mark(second, second + 9, "FIGURE", by_character=True)
    last = SUMMIT.rindex("Vorgograd")
    (no,) = propose(project, "sommet", Suggestion(last, last + 9, "ACTOR", source="r", version="1"))
    desk.reload()
    desk.reject(no.key)
    propose(project, "réponse", guess(REPLY, "Vorgograd même", "ACTOR"))
    hits = everywhere.places(project, SOUGHT, masked=masked)
    assert [(hit.number, hit.fate) for hit in hits] == [
        (1, Fate.MARKED),
        (1, Fate.OTHER),
        (1, Fate.TIED),
        (1, Fate.REJECTED),
        (2, Fate.INSIDE),
        (2, Fate.TIED),
        (2, Fate.MASKED),
    ]
    assert hits[3].before.endswith("recule, selon ")
    assert (hits[3].words, hits[3].after) == ("Vorgograd", ". ")
    assert not any(hit.is_open for hit in hits)
    assert [hit.number for hit in everywhere.places(project, SOUGHT, article=key_of(project, "réponse"))] == [2, 2, 2]


def test_all_are_labelled_as_one_act_and_each_article_has_its_own_verdicts(project):
    (same,) = propose(project, "sommet", guess(SUMMIT, "Vorgograd", "ACTOR", kind="GPE", value="Vorgolie"))
    (other,) = propose(project, "réponse", guess(REPLY, "Vorgograd", "ACTOR", kind="ORG", value="Vorgograd"))
    plan = labelled(project)
    assert (plan.times, plan.articles) == (4, 2)
    assert spans(project, "sommet") == [("Vorgograd", "ACTOR", "GPE", "Vorgolie")] * 3
    assert spans(project, "réponse") == [("Vorgograd", "ACTOR", "GPE", "Vorgolie")]
    said = at_desk(project, "sommet").verdicts | at_desk(project, "réponse").verdicts
    assert said[same.key].outcome is Outcome.ACCEPTED
    assert (said[other.key].outcome, said[other.key].revalued, said[other.key].relabelled) == (
        Outcome.CORRECTED, True, True,
    )  # fmt: skip
    desk = Desk(project)
    assert desk.undoable == "Étiqueté 4\u00a0× «\u202fVorgograd\u202f» dans 2 articles"
    assert check(project) == []
    desk.undo()
    assert spans(project, "sommet") == spans(project, "réponse") == []
    assert at_desk(project, "sommet").verdicts == {}
    desk.redo()
    assert len(spans(project, "sommet")) == 3


def test_labelled_again_nothing_is_open(project):
    labelled(project)
    assert Counter(hit.fate for hit in everywhere.places(project, SOUGHT, masked=masked)) == {
        Fate.MARKED: 4, Fate.TIED: 2, Fate.MASKED: 1,
    }  # fmt: skip
    assert bulk.carry_out(Desk(project), "rien", labelled(project).parts) is None


def test_what_is_ticked_all_the_same_makes_room_as_a_hand_does(project):
    desk = at_desk(project, "réponse")
    at = REPLY.index("Vorgograd même")
    desk.mark(at, at + 14, "DATE", by_character=True)
    (wide,) = propose(project, "sommet", guess(SUMMIT, "à Vorgograd", "DATE"))
    hits = [hit for hit in everywhere.places(project, SOUGHT) if hit.fate is Fate.INSIDE]
    assert [hit.number for hit in hits] == [1, 2]
    plan = bulk.label(project, SOUGHT, hits)
    bulk.carry_out(desk, "tout de même", plan.parts)
    assert spans(project, "réponse") == [("Vorgograd", "ACTOR", "GPE", "Vorgolie")]
    assert at_desk(project, "sommet").verdicts[wide.key].outcome is Outcome.REJECTED


def test_only_the_article_on_the_desk_is_begun(project):
    labelled(project, at_hand=key_of(project, "sommet"))
    assert at_desk(project, "sommet").state is State.STARTED
    assert at_desk(project, "réponse").state is State.TODO
    Desk(project).undo()
    assert at_desk(project, "sommet").state is State.TODO


def test_without_a_value_the_words_say_it_and_a_date_is_read_in_its_place(project):
    labelled(project, Sought("Vorgograd", "ACTOR"))
    assert spans(project, "sommet")[0] == (
        "Vorgograd",
        "ACTOR",
        "ORG",
        "Vorgograd",
    )  # the likely kind, as a drawn name gets
    with project.write() as db:
        for name, day in (("a", "2025-07-14"), ("b", "2024-02-27")):
            articles.put(db, Article(f"{name}\n\nIls sont partis samedi.\n", title=name, name=name, date=day), "test")
    labelled(project, Sought("samedi", "DATE"))
    assert (spans(project, "a")[0][3], spans(project, "b")[0][3]) == ("2025-07-12", "2024-02-24")


def test_a_label_out_of_use_and_no_words_are_refused(project):
    with pytest.raises(UserError, match="plus en usage"):
        everywhere.places(project, Sought("Vorgograd", "LIEU"))
    with pytest.raises(UserError, match="Aucun mot"):
        everywhere.places(project, Sought(" ", "ACTOR"))


def test_an_act_that_comes_too_late_changes_nothing(project):
    hits = [hit for hit in everywhere.places(project, SOUGHT) if hit.is_open]
    desk = at_desk(project, "réponse")
    at = REPLY.index("Vorgograd")
    desk.mark(at, at + 9, "DATE", by_character=True)
    plan = bulk.label(project, SOUGHT, [*hits, *everywhere.places(project, SOUGHT)])
    desk.remove(desk.spans[0].key)
    with pytest.raises(UserError, match="rien n’a été fait"):
        bulk.carry_out(desk, "trop tard", plan.parts)
    assert spans(project, "sommet") == spans(project, "réponse") == []


def test_a_search_tells_how_far_it_is_and_can_be_stopped(project):
    told: list[Progress] = []
    found: list[int] = []
    everywhere.places(project, SOUGHT, told.append, each=lambda hits: found.append(len(hits)))
    assert (told[-1].done, told[-1].total) == (3, 3)
    assert sum(found) == 7

    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        everywhere.places(project, SOUGHT, stop)


# --- suggestions rejected and accepted at one stroke


def test_rejected_everywhere_is_one_act(project):
    proposed = [
        *propose(project, "sommet", guess(SUMMIT, "Vorgograd", "ACTOR"), guess(SUMMIT, "armée", "ACTOR")),
        *propose(project, "réponse", guess(REPLY, "Vorgograd", "ACTOR"), guess(REPLY, "réponse", "DATE")),
    ]
    desk = at_desk(project, "sommet")
    at = SUMMIT.rindex("Vorgograd")
    desk.mark(at, at + 9, "ACTOR")
    hits = everywhere.suggested(project, replace(SOUGHT, kind=None, value=None))
    assert [(hit.number, hit.fate) for hit in hits] == [(1, Fate.SUGGESTED), (1, Fate.MARKED), (2, Fate.SUGGESTED)]
    plan = bulk.reject(project, [hit for hit in hits if hit.is_open])
    bulk.carry_out(desk, bulk.title_of(wording.rejected_everywhere, "Vorgograd", plan), plan.parts)
    assert desk.undoable == "Rejeté 2\u00a0× «\u202fVorgograd\u202f» dans 2 articles"
    assert at_desk(project, "sommet").verdicts.keys() == {proposed[0].key}
    assert at_desk(project, "réponse").verdicts.keys() == {proposed[2].key}
    again = everywhere.suggested(project, replace(SOUGHT, kind=None, value=None))
    assert [hit.fate for hit in again] == [Fate.REJECTED, Fate.MARKED, Fate.REJECTED]
    desk.undo()
    assert at_desk(project, "réponse").verdicts == {}


def test_a_span_among_what_is_rejected_goes(project):
    desk = at_desk(project, "sommet")
    at = SUMMIT.index("Vorgograd")
    desk.mark(at, at + 9, "ACTOR")
    plan = bulk.reject(project, everywhere.suggested(project, Sought("Vorgograd", "ACTOR")))
    bulk.carry_out(desk, "sans", plan.parts)
    assert (plan.times, spans(project, "sommet")) == (1, [])


def test_all_above_a_score_all_of_a_label_and_all_alike_are_accepted(project):
    propose(
        project,
        "sommet",
        guess(SUMMIT, "Vorgograd", "ACTOR", score=0.9, kind="GPE", value="Vorgolie"),
        guess(SUMMIT, "armée", "ACTOR", score=0.7),
        guess(SUMMIT, "promis", "DATE", score=0.95),
        replace(guess(SUMMIT, "aide", "ACTOR"), score=None),
    )
    propose(project, "réponse", guess(REPLY, "Vorgograd", "ACTOR", kind="GPE", value="Vorgolie"))
    propose(project, "réponse", guess(REPLY, "réponse", "ACTOR", kind="GPE", value="Vorgolie"))
    desk = at_desk(project, "sommet")
    assert len(bulk.above(desk, 0.9)) == 2
    plan = bulk.accept_here(desk, bulk.above(desk, 0.9))
    bulk.carry_out(desk, wording.accepted_many(plan.times, "≥ 90 %"), plan.parts)
    assert desk.undoable == "Accepté 2 suggestions (≥ 90 %)"
    assert desk.state is State.STARTED
    assert {verdict.outcome for verdict in desk.verdicts.values()} == {Outcome.ACCEPTED}
    assert bulk.accept_here(desk, bulk.of_label(desk, "ACTOR")).times == 2
    hits = everywhere.suggested(project, SOUGHT)
    assert [(hit.number, hit.words) for hit in hits] == [(2, "Vorgograd")]
    assert bulk.accept(project, hits).times == 1
    desk.undo()
    assert (desk.spans, desk.state) == ((), State.TODO)


def test_of_two_that_cannot_both_stay_the_surer_is_accepted(project):
    weak = guess(SUMMIT, "l’aide. L’armée", "ACTOR", score=0.6)
    strong = guess(SUMMIT, "armée", "ACTOR", score=0.9)
    propose(project, "sommet", weak, strong)
    desk = at_desk(project, "sommet")
    plan = bulk.accept_here(desk, desk.pending)
    bulk.carry_out(desk, "tout", plan.parts)
    assert (plan.times, [desk.text_of(one) for one in desk.spans], desk.pending) == (1, ["armée"], ())


@pytest.mark.parametrize("order", range(6))
def test_accepting_many_at_one_stroke_is_accepting_one_after_the_other(project, order):
    chance = random.Random(order)
    places = [(start, start + chance.randint(1, 9)) for start in (chance.randrange(40) for _ in range(25))]
    ones = [
        Suggestion(start, end, chance.choice(("ACTOR", "DATE", "QUOTE")), source=f"s{n}", score=chance.random())
        for n, (start, end) in enumerate(places)
    ]
    propose(project, "sommet", *ones)
    desk = at_desk(project, "sommet")
    desk.mark(10, 14, "ACTOR", by_character=True)
    wanted = sorted(desk.pending, key=lambda one: (-(one.score or 0), one.start, -one.end))[:20]
    one_by_one, at_once = (Rehearsal(project, at_hand=desk.article.key) for _ in range(2))
    for each in (one_by_one, at_once):
        each.lay(desk.sheet)
    times = 0
    for one in wanted:
        if any(other.key == one.key for other in one_by_one.pending):
            one_by_one.accept(one.key)
            times += 1
    assert at_once.accept_all(wanted) == times
    assert places_of(at_once.spans) == places_of(one_by_one.spans)
    assert {key: said.outcome for key, said in at_once.verdicts.items()} == {
        key: said.outcome for key, said in one_by_one.verdicts.items()
    }
    assert at_once.pending == one_by_one.pending


def places_of(spans):
    return [(one.start, one.end, one.label) for one in spans]


def test_what_was_answered_since_a_bulk_act_was_planned_keeps_its_answer_and_is_not_counted(project):
    propose(project, "sommet", guess(SUMMIT, "Vorgograd", "ACTOR"), guess(SUMMIT, "aide", "ACTOR"))
    propose(project, "réponse", guess(REPLY, "Vorgograd", "ACTOR"))
    desk = at_desk(project, "sommet")
    plan = bulk.accept_here(desk, desk.pending)
    alike = bulk.accept(project, everywhere.suggested(project, Sought("Vorgograd", "ACTOR")))
    assert (plan.times, alike.times) == (2, 2)
    desk.reject(next(one.key for one in desk.pending if desk.text_of(one) == "aide"))
    change = bulk.store(project, lambda plan: f"{plan.times} fois", plan)
    assert (change.title, spans(project, "sommet")[0][0]) == ("1 fois", "Vorgograd")
    assert {verdict.outcome for verdict in at_desk(project, "sommet").verdicts.values()} == {
        Outcome.ACCEPTED, Outcome.REJECTED,
    }  # fmt: skip
    change = bulk.store(project, lambda plan: f"{plan.times} fois, {plan.articles} article", alike)
    assert change.title == "1 fois, 1 article"
    assert bulk.store(project, lambda plan: "rien", alike) is None
    assert Desk(project).undoable == "1 fois, 1 article"


def test_an_act_that_is_no_longer_wanted_is_stopped_before_it_is_stored(project):
    propose(project, "sommet", guess(SUMMIT, "Vorgograd", "ACTOR"))
    desk = at_desk(project, "sommet")
    plan = bulk.accept_here(desk, desk.pending)

    def stop(_progress):
        raise Cancelled

    with pytest.raises(Cancelled):
        bulk.store(project, lambda plan: "accepté", plan, stop)
    assert (spans(project, "sommet"), Desk(project).undoable) == ([], None)


def test_a_verdict_that_another_act_has_given_already_makes_an_act_late_and_no_crash(project):
    propose(project, "sommet", guess(SUMMIT, "Vorgograd", "ACTOR"))
    first, second = at_desk(project, "sommet"), at_desk(project, "sommet")
    (one,) = first.pending
    first.accept(one.key)
    with pytest.raises(StaleChange):
        second.reject(one.key)
    assert at_desk(project, "sommet").verdicts[one.key].outcome is Outcome.ACCEPTED


@pytest.mark.parametrize("order", range(4))
def test_what_waits_in_a_rehearsal_is_what_would_wait_on_the_desk(project, order):
    chance = random.Random(order)
    places = [(start, start + chance.randint(1, 9)) for start in range(0, 60, 3)]
    labels = ("ACTOR", "DATE", "QUOTE")
    put = (Suggestion(*at, chance.choice(labels), source="r", version="1", score=0.5) for at in places)
    propose(project, "sommet", *put)
    key = key_of(project, "sommet")
    rehearsal = Rehearsal(project)
    with project.read() as db:
        rehearsal.lay(read_sheet(db, key, project.annotator))
    while rehearsal.pending:
        one = chance.choice(rehearsal.pending)
        if rehearsal.spans and chance.random() < 0.3:
            rehearsal.remove(chance.choice(rehearsal.spans).key)
        elif chance.random() < 0.3:
            rehearsal.reject(one.key)
        else:
            rehearsal.accept(one.key)
        fresh = Rehearsal(project)
        assert rehearsal._sheet is not None
        fresh.lay(rehearsal._sheet)
        assert rehearsal.pending == fresh.pending


# --- actors renamed and merged


def registered(project: Project) -> dict[str, Actor]:
    return {one.name: one for one in Registry(Desk(project)).actors}


def test_a_renamed_actor_takes_its_spans_along_as_one_act(project):
    propose(project, "sommet", guess(SUMMIT, "Vorgograd", "ACTOR", kind="GPE", value="Vorgolie"))
    labelled(project)
    desk = at_desk(project, "sommet")
    desk.mark(0, 6, "QUOTE", by_character=True)
    desk.edit(desk.spans[0].key, value=("Tarsis", "Vorgolie"))
    Registry(desk).put(Actor("Vorgolie", kind="GPE", aliases=("Vorgograd",)))
    actor = registered(project)["Vorgolie"]
    plan = renaming.rename(project, replace(actor, name="République de Vorgolie", aliases=("Vorgograd", "Vorgolie")))
    assert (plan.spans, plan.articles) == (5, 2)
    renaming.carry_out(desk, plan)
    assert desk.undoable == "Acteur renommé\u202f: Vorgolie → République de Vorgolie (5 passages dans 2 articles)"
    assert registered(project)["République de Vorgolie"].aliases == ("Vorgograd", "Vorgolie")
    assert {one[3] for one in spans(project, "réponse")} == {"République de Vorgolie"}
    assert ("Tarsis", "République de Vorgolie") in {one[3] for one in spans(project, "sommet")}
    said = at_desk(project, "sommet").verdicts.values()
    assert [verdict.outcome for verdict in said] == [Outcome.ACCEPTED], "another name corrects nothing"
    assert check(project) == []
    desk.undo()
    assert registered(project).keys() == {"Vorgolie"}
    assert {one[3] for one in spans(project, "réponse")} == {"Vorgolie"}


def test_merged_actors_become_one_with_all_their_names(project):
    labelled(project)
    registry = Registry(Desk(project))
    registry.put(Actor("Vorgolie", state="Vorgolie", aliases=("Vorgograd",)))
    registry.put(Actor("La Vorgolie", kind="GPE", aliases=("les Vorgols", "Vorgograd")))
    known = registered(project)
    plan = renaming.rename(project, replace(known["Vorgolie"], name="La Vorgolie", aliases=("Vorgograd", "Vorgo")))
    renaming.carry_out(Desk(project), plan)
    (left,) = registered(project).values()
    assert (left.key, left.name, left.kind, left.state) == (known["La Vorgolie"].key, "La Vorgolie", "GPE", "Vorgolie")
    assert left.aliases == ("les Vorgols", "Vorgograd", "Vorgolie", "Vorgo")
    assert {one[3] for one in spans(project, "sommet")} == {"La Vorgolie"}
    assert Desk(project).undoable == "Acteurs réunis\u202f: Vorgolie → La Vorgolie (4 passages dans 2 articles)"
    Desk(project).undo()
    assert registered(project).keys() == {"Vorgolie", "La Vorgolie"}


def test_another_annotators_spans_keep_their_value(project):
    labelled(project)
    with project.write() as db:
        from depeche.store import spans as store

        other = store.put_annotator(db, "Denis")
        from depeche.core.change import Change, Part

        mark = Span(0, 6, "ACTOR", "GPE", "Vorgolie", {}, "0" * 31 + "1")
        store.apply(db, Change("", (Part(key_of(project, "calme"), (), (mark,)),)), other)
    Registry(Desk(project)).put(Actor("Vorgolie"))
    plan = renaming.rename(project, replace(registered(project)["Vorgolie"], name="Vorgie"))
    assert plan.spans == 4


def test_what_cannot_be_renamed_or_merged_is_said(project):
    with pytest.raises(UserError, match="registre"):
        renaming.rename(project, Actor("Personne", key="x"))
    Registry(Desk(project)).put(Actor("Vorgolie"))
    actor = registered(project)["Vorgolie"]
    with pytest.raises(UserError, match="nom"):
        renaming.rename(project, replace(actor, name=" "))
    assert renaming.carry_out(Desk(project), renaming.rename(project, actor)) is None


# --- killed in the middle

BULK = """
    import sys
    from pathlib import Path
    from depeche.annotate import bulk, everywhere
    from depeche.annotate.desk import Desk
    from depeche.store.project import Project
    project = Project.open(Path(sys.argv[1]))
    sought = everywhere.Sought("Vorgograd", "ACTOR", "GPE", "Vorgolie")
    desk = Desk(project)
    plan = bulk.label(project, sought, everywhere.places(project, sought))
    print("open", flush=True)
    while True:
        bulk.carry_out(desk, "partout", plan.parts)
        desk.undo()
        plan = bulk.label(project, sought, everywhere.places(project, sought))
"""


def test_killed_in_the_middle_of_a_bulk_act_all_of_it_is_there_or_none(tmp_path):
    texts = {f"n{n}": f"Titre {n}\n\nVorgograd se tait, puis Vorgograd parle {n} fois.\n" for n in range(150)}
    with make_project(tmp_path / "p", texts):
        pass
    chance = random.Random(4)
    met = set()
    for kill in range(5):
        with child(BULK, tmp_path / "p", kill) as hand:
            assert hand.stdout is not None
            assert hand.stdout.readline() == "open\n"
            time.sleep(chance.uniform(0.0, 0.5))
            hand.send_signal(signal.SIGKILL)
            hand.stdout.read()
        with Project.open(tmp_path / "p") as project:
            assert check(project) == []
            hits = everywhere.places(project, Sought("Vorgograd", "ACTOR"))
            marked = sum(hit.fate is Fate.MARKED for hit in hits)
            assert marked in (0, len(hits))
            met.add(marked)
            if marked:
                Desk(project).undo()
    assert met
