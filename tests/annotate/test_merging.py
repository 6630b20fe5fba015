"""One label goes into another: counted first, one act that all rows follow, and an undo that parts them again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import insert, select, update

from depeche.annotate import history, labelling
from depeche.annotate.desk import Desk
from depeche.annotate.labelling import Plan
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.article import Article
from depeche.core.change import Aside, Change, Part
from depeche.core.ids import new_key
from depeche.core.progress import Cancelled, Progress
from depeche.core.scheme import Kind, Label, Scheme, ValueType
from depeche.core.scheme_diff import Renames, What
from depeche.core.span import Span
from depeche.core.suggestion import Outcome
from depeche.errors import SchemeError, UserError
from depeche.store import asides, codec
from depeche.store.check import check
from depeche.store.project import Project
from depeche.store.spans import put_annotator
from depeche.store.stale import StaleChange
from depeche.store.tables import readings, spans
from depeche.suggest.suggest import pipeline_for
from tests.fixtures import FLOOD, TREATY, guess, key_of, propose

CAMP = Label(
    "CAMP", "Camp", "y", "#445566", nests=True, value=ValueType.TEXT,
    kinds=(Kind("GRP", "Groupe"), Kind("ETAT", "état ou pouvoir"), Kind("FLOU", "Flou")),
)  # fmt: skip
INTO = Renames(merges={"CAMP": "ACTOR"})


@pytest.fixture
def camps(desk: Desk) -> Desk:
    """A desk in a project with a label CAMP beside the others, which may overlap them."""
    scheme = desk.project.scheme
    labelling.carry_out(desk, labelling.plan(desk.project, replace(scheme, labels=(*scheme.labels, CAMP))))
    return desk


def without(scheme: Scheme, label: str) -> Scheme:
    return replace(scheme, labels=tuple(one for one in scheme.labels if one.label != label))


def plan(project: Project, renames: Renames = INTO) -> Plan:
    scheme = project.scheme
    for label in renames.merges:
        scheme = without(scheme, label)
    return labelling.plan(project, scheme, renames)


def merge(desk: Desk, *, longest: bool = False, renames: Renames = INTO) -> Change:
    done = labelling.carry_out(desk, replace(plan(desk.project, renames), longest=longest))
    assert done is not None
    return done


def mark(desk: Desk, words: str, label: str, **fields: object) -> str:
    """Mark the first place of these words; returns the span's key."""
    at = desk.article.text.index(words)  # type: ignore[union-attr]
    there = {one.key for one in desk.spans}
    desk.mark(at, at + len(words), label)
    (key,) = {one.key for one in desk.spans} - there
    if fields:
        desk.edit(key, **fields)  # type: ignore[arg-type]
    return key


def marked(desk: Desk) -> set[tuple[str, str, str | None]]:
    return {(desk.text_of(one), one.label, one.kind) for one in desk.spans}


def rows(project: Project) -> list[tuple[object, ...]]:
    """Return all rows that a merge may touch."""
    with project.read() as db:
        found = []
        for table in ("spans", "suggestions", "actors", "verdicts", "asides", "notes"):
            found += [(table, *row) for row in db.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2")]
    return found


def counts(planned: Plan) -> dict[What, tuple[int, int]]:
    return {one.what: (one.spans, one.suggestions) for one in planned.differences}


def test_a_merge_is_one_act_that_all_rows_follow_and_undo_parts_again(
    camps: Desk, reopen: Callable[[], Project]
) -> None:
    desk, project = camps, camps.project
    mark(desk, "Otan", "CAMP", kind="GRP", value="Otan")
    mark(desk, "soldats", "CAMP", kind="FLOU")
    mark(desk, "Tarsis", "CAMP", kind="ETAT")
    guessed = next(one for one in desk.pending if one.label == "ACTOR")
    desk.edit(guessed.key, label="CAMP")
    propose(project, "crue", guess(FLOOD, "Élysée", "CAMP", kind="GRP"))
    span = next(one for one in desk.spans if one.label == "CAMP")
    name = f"value/{span.key}/{span.start}-{span.end}/CAMP/{span.kind}/{span.value}/"
    desk.carry_out(Change("voulu", (Part(None, (), (Aside(name),)),)))
    before, scheme = rows(project), project.scheme

    planned = plan(project)
    assert counts(planned) == {
        What.MERGED: (4, 1), What.KIND_MERGED: (1, 0), What.KIND_UNKNOWN: (1, 0)
    }  # fmt: skip
    assert planned.crossings == 0
    act = labelling.carry_out(desk, planned)
    assert act is not None
    assert "CAMP réunie à ACTOR (4 passages)" in " ".join(act.title.split())
    assert "CAMP" not in project.scheme
    assert marked(desk) == {
        ("Otan", "ACTOR", "GRP"), ("soldats", "ACTOR", "FLOU"), ("Tarsis", "ACTOR", "GPE"),
        ("Ilan Vorga", "ACTOR", None),
    }  # fmt: skip
    assert [one.value for one in desk.spans if desk.text_of(one) == "Otan"] == ["Otan"]
    assert desk.verdicts[guessed.key].outcome is Outcome.CORRECTED  # its kind and value went when it was relabelled
    assert check(project) == []
    with project.read() as db:
        assert all("/ACTOR/" in one for one in asides.of(db, project.annotator))
        assert set(db.exec_driver_sql("SELECT DISTINCT label FROM suggestions").scalars()) == {
            "ACTOR", "DATE", "QUOTE", "FIGURE"
        }  # fmt: skip
    lines, _ = history.lines(project, act.number)
    assert any("CAMP est réunie à ACTOR" in " ".join(line.words.split()) for line in lines)

    project = reopen()
    again = Desk(project)
    assert again.undoable == act.title
    again.undo()
    assert project.scheme == scheme
    assert rows(project) == before
    again.redo()
    assert "CAMP" not in project.scheme
    assert check(project) == []
    history.go_to(project, 0)
    assert "CAMP" not in project.scheme
    assert rows(project) != before
    assert check(project) == []


def test_spans_of_the_same_borders_become_one_with_what_either_says(camps: Desk) -> None:
    desk = camps
    kept, town = mark(desk, "Otan", "CAMP", value="OTAN"), mark(desk, "Tarsis", "CAMP")
    at = TREATY.index("Otan")
    there = Span(0, 6, "ACTOR", "GPE", "Tarsis", key=new_key())
    with desk.project.write() as db:  # as an import may bring them: a hand's would have given way
        reading = db.execute(select(readings.c.key)).scalar_one()
        made = (Span(at, at + 4, "ACTOR", "ORG", key=new_key()), there)
        db.execute(insert(spans), [codec.span_to_row(one) | {"reading": reading} for one in made])
    desk.reload()
    before = rows(desk.project)
    planned = plan(desk.project)
    assert counts(planned)[What.DOUBLED] == (2, 0)
    labelling.carry_out(desk, planned)
    left = {desk.text_of(one): one for one in desk.spans}
    assert len(desk.spans) == 2
    assert (left["Otan"].key, left["Otan"].value) == (kept, "OTAN")
    assert (left["Tarsis"], desk.span(town)) == (there, None)
    assert check(desk.project) == []
    desk.undo()
    assert rows(desk.project) == before


def test_what_would_cross_is_named_and_nothing_is_done_until_somebody_chooses(camps: Desk) -> None:
    desk = camps
    desk.accept(next(one.key for one in desk.pending if one.label == "ACTOR"))
    long = mark(desk, "président Ilan Vorga", "CAMP")
    mark(desk, "quitteront la vallée", "CAMP")
    mark(desk, "vallée, selon", "CAMP")
    before = rows(desk.project)
    planned = plan(desk.project)
    assert planned.crossings == 2
    assert {(one.gone, one.stays) for one in planned.places} == {
        ("Ilan Vorga", "président Ilan Vorga"), ("vallée, selon", "quitteront la vallée")
    }  # fmt: skip
    assert {one.title for one in planned.places} == {"Tarsis signe le traité"}
    with pytest.raises(UserError, match="rien n’a été fait"):
        labelling.carry_out(desk, planned)
    assert rows(desk.project) == before
    merge(desk, longest=True)
    assert desk.span(long) is not None
    assert len(desk.spans) == 2
    rejected = [one for one in desk.verdicts.values() if one.outcome is Outcome.REJECTED]
    assert len(rejected) == 1  # of the span that gave way
    assert check(desk.project) == []
    desk.undo()
    assert rows(desk.project) == before


def test_everybodys_spans_follow_and_a_blind_reading_tells_no_words(camps: Desk) -> None:
    desk, project = camps, camps.project
    mark(desk, "Otan", "CAMP")
    with project.write() as db:
        other = put_annotator(db, "Marc")
    project.annotator = other
    theirs = Desk(project)
    theirs.open(key_of(project, "traité"))
    mark(theirs, "Tarsis signe", "CAMP")
    mark(theirs, "signe le traité", "CAMP")
    with project.write() as db:
        db.execute(update(readings).where(readings.c.annotator == other).values(assisted=False))
    before = rows(project)
    planned = plan(project)
    assert [(one.gone, one.stays) for one in planned.places] == [("", "")]
    merge(theirs, longest=True)
    with project.read() as db:
        assert set(db.exec_driver_sql("SELECT DISTINCT label FROM spans").scalars()) == {"ACTOR"}
    theirs.undo()
    assert rows(project) == before


def test_suggestions_that_say_the_same_twice_wait_once(camps: Desk) -> None:
    desk = camps
    camp, other = propose(desk.project, "crue", guess(FLOOD, "Élysée", "CAMP"), guess(FLOOD, "préfet", "CAMP"))
    (actor,) = propose(desk.project, "crue", guess(FLOOD, "Élysée", "ACTOR", kind="GPE"))
    before = rows(desk.project)
    assert counts(plan(desk.project))[What.TWINS] == (0, 1)
    merge(desk)
    desk.open(key_of(desk.project, "crue"))
    assert {one.key for one in desk.pending} == {actor.key, other.key}
    assert camp.key not in desk.suggestions
    desk.undo()
    assert rows(desk.project) == before


def test_a_suggestion_doesnt_wait_again_where_one_that_says_the_same_has_an_answer(camps: Desk) -> None:
    desk = camps
    (camp,) = propose(desk.project, "crue", guess(FLOOD, "Élysée", "CAMP"))
    (actor,) = propose(desk.project, "crue", guess(FLOOD, "Élysée", "ACTOR", kind="GPE"))
    desk.open(key_of(desk.project, "crue"))
    desk.reject(actor.key)
    before = rows(desk.project)
    merge(desk)
    assert desk.pending == ()
    assert desk.verdicts[actor.key].outcome is Outcome.REJECTED
    desk.undo()
    assert [one.key for one in desk.pending] == [camp.key]
    assert rows(desk.project) == before


def test_namesakes_of_labels_that_go_into_a_third_become_one(camps: Desk) -> None:
    desk = camps
    scheme = desk.project.scheme
    named = replace(CAMP, value=ValueType.NAME)
    place = replace(named, label="LIEU", name="Lieu", key="w", kinds=(Kind("VILLE", "Ville"),))
    labels = (*(named if one.label == "CAMP" else one for one in scheme.labels), place)
    labelling.carry_out(desk, labelling.plan(desk.project, replace(scheme, labels=labels)))
    registry = Registry(desk)
    registry.put(Actor("Otan", "CAMP", None, None, ("les Alliés",)))
    registry.put(Actor("Otan", "LIEU", "VILLE", "Ostralie"))
    before = rows(desk.project)
    kinds = {("LIEU", "VILLE"): "GPE"}
    merge(desk, renames=Renames(kinds=kinds, merges={"CAMP": "ACTOR", "LIEU": "ACTOR"}))
    assert [(one.name, one.label, one.kind, one.state, one.aliases) for one in registry.actors] == [
        ("Otan", "ACTOR", "GPE", "Ostralie", ("les Alliés",)),
    ]
    assert check(desk.project) == []
    desk.undo()
    assert rows(desk.project) == before
    desk.redo()
    assert check(desk.project) == []


def test_registry_and_memory_follow_and_namesakes_become_one(camps: Desk) -> None:
    desk = camps
    scheme = desk.project.scheme
    named = replace(CAMP, value=ValueType.NAME)
    labels = tuple(named if one.label == "CAMP" else one for one in scheme.labels)
    labelling.carry_out(desk, labelling.plan(desk.project, replace(scheme, labels=labels)))
    registry = Registry(desk)
    registry.put(Actor("Otan", "ACTOR", "ORG", None, ("l’Alliance",)))
    registry.put(Actor("Otan", "CAMP", "GRP", "Ostralie", ("les Alliés",)))
    registry.put(Actor("Belmare", "CAMP", "ETAT"))
    mark(desk, "vallée", "CAMP", value="Vallée")
    before = rows(desk.project)
    merge(desk)
    assert [(one.name, one.label, one.kind, one.state, one.aliases) for one in registry.actors] == [
        ("Belmare", "ACTOR", "GPE", None, ()),
        ("Otan", "ACTOR", "ORG", "Ostralie", ("l’Alliance", "les Alliés")),
    ]
    proposed = pipeline_for(desk.project).propose(Article("Une vallée.\n"))
    assert [(one.source, one.label, one.value) for one in proposed] == [("memory", "ACTOR", "Vallée")]
    assert check(desk.project) == []
    desk.undo()
    assert rows(desk.project) == before


def test_sources_go_on_proposing_what_went_into_a_label_of_ones_own(desk: Desk) -> None:
    scheme = desk.project.scheme
    agent = Label("AGENT", "Agent", "y", "#445566", value=ValueType.NAME)
    labelling.carry_out(desk, labelling.plan(desk.project, replace(scheme, labels=(*scheme.labels, agent))))
    planned = plan(desk.project, Renames(merges={"ACTOR": "AGENT"}))
    assert What.UNSOURCED not in counts(planned)
    labelling.carry_out(desk, planned)
    assert desk.project.scheme.get("AGENT").base == "ACTOR"
    proposed = pipeline_for(desk.project).propose(Article("Emmanuel Macron a parlé.\n"))
    assert {one.label for one in proposed} == {"AGENT"}
    silent = plan(desk.project, Renames(merges={"FIGURE": "DATE"}))
    assert What.UNSOURCED in counts(silent)


def test_a_label_may_be_renamed_in_the_act_that_others_go_into_it(camps: Desk) -> None:
    desk = camps
    mark(desk, "Otan", "CAMP", kind="ETAT")
    desk.accept(next(one.key for one in desk.pending if one.label == "ACTOR"))
    before = rows(desk.project)
    scheme = without(desk.project.scheme, "CAMP")
    labels = tuple(replace(one, label="ACTEUR") if one.label == "ACTOR" else one for one in scheme.labels)
    renames = Renames({"ACTOR": "ACTEUR"}, {("CAMP", "ETAT"): "GPE"}, {"CAMP": "ACTEUR"})
    labelling.carry_out(desk, labelling.plan(desk.project, replace(scheme, labels=labels), renames))
    assert marked(desk) == {("Otan", "ACTEUR", "GPE"), ("Ilan Vorga", "ACTEUR", "PER")}
    assert check(desk.project) == []
    desk.undo()
    assert rows(desk.project) == before
    desk.redo()
    assert marked(desk) == {("Otan", "ACTEUR", "GPE"), ("Ilan Vorga", "ACTEUR", "PER")}


def test_a_stopped_merge_changes_nothing(camps: Desk) -> None:
    desk = camps
    mark(desk, "Otan", "CAMP")
    before, scheme = rows(desk.project), desk.project.scheme

    def stop(_: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        labelling.carry_out(desk, plan(desk.project), stop)
    assert (rows(desk.project), desk.project.scheme) == (before, scheme)


def test_a_redo_comes_too_late_where_the_label_got_spans_meanwhile(camps: Desk) -> None:
    desk = camps
    mark(desk, "Otan", "CAMP")
    merge(desk)
    desk.undo()
    propose(desk.project, "calme", guess("Rien à signaler", "Rien", "CAMP"))  # as an import brings it
    before = rows(desk.project)
    with pytest.raises(StaleChange):
        desk.redo()
    assert rows(desk.project) == before


@pytest.mark.parametrize(
    ("renames", "why"),
    [
        (Renames(merges={"RIEN": "ACTOR"}), "n’existe pas"),
        (Renames(merges={"CAMP": "RIEN"}), "n’existe pas"),
        (Renames(merges={"CAMP": "ACTOR", "ACTOR": "DATE"}), "n’existe pas"),
        (Renames(kinds={("CAMP", "GRP"): "XYZ"}, merges={"CAMP": "ACTOR"}), "ne peut pas devenir"),
        (Renames({"CAMP": "X"}, merges={"CAMP": "ACTOR"}), "n’existe pas"),
    ],
)
def test_merges_that_cannot_be_are_refused(camps: Desk, renames: Renames, why: str) -> None:
    with pytest.raises(SchemeError) as refusal:
        plan(camps.project, renames)
    assert why in " ".join(str(refusal.value).split())
    with pytest.raises(SchemeError, match="et rester"):
        labelling.plan(camps.project, camps.project.scheme, INTO)


def test_a_correction_of_the_label_alone_was_none_once_both_are_one(camps: Desk) -> None:
    desk = camps
    (one,) = propose(desk.project, "traité", guess(TREATY, "soldats", "ACTOR", kind="GRP"))
    desk.reload()
    desk.edit(one.key, label="CAMP")
    before = rows(desk.project)
    assert desk.verdicts[one.key].relabelled
    merge(desk)
    said = desk.verdicts[one.key]
    assert (said.outcome, said.relabelled) == (Outcome.ACCEPTED, False)
    desk.undo()
    assert rows(desk.project) == before
