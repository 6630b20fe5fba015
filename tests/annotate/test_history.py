"""The history: every act by name, back to any of them, and whatever was done the rows are what the acts come to."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from depeche.annotate import bulk, everywhere, history, renaming, wording
from depeche.annotate.desk import Desk
from depeche.annotate.everywhere import Sought
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.article import State
from depeche.core.change import Change, Part
from depeche.core.progress import Cancelled, Progress
from depeche.errors import UserError
from depeche.messages import set_language
from depeche.store import spans as store
from depeche.store.check import check
from depeche.store.project import DATABASE, Project
from tests.examples import examples
from tests.fixtures import FLOOD, TREATY, guess, key_of, make_project, propose


def titles(project: Project) -> list[tuple[str, bool]]:
    wanted, _done = history.numbers(project)
    return [(act.title, act.done) for act in history.acts(project, wanted)]


def three_acts(desk: Desk) -> list[int]:
    """Accept three suggestions one after the other and return the numbers of the acts."""
    for one in desk.pending[:3]:
        desk.accept(one.key)
    return history.numbers(desk.project)[0]


def test_acts_are_listed_by_name_and_survive_a_restart(desk, reopen):
    three_acts(desk)
    desk.undo()
    project = reopen()
    assert titles(project) == [
        ("Accepté «\u202fIlan Vorga\u202f»", True),
        ("Accepté «\u202fsamedi 12 juillet\u202f»", True),
        ("Accepté «\u202f“une paix durable, dit-il, pour l’Ostra…\u202f»", False),
    ]
    (first, *_) = history.acts(project, history.numbers(project)[0])
    assert (first.articles, first.article) == (1, key_of(project, "traité"))


def test_what_was_undone_can_be_redone_until_something_else_is_done(desk):
    numbers = three_acts(desk)
    assert history.numbers(desk.project) == (numbers, 3)
    history.go_to(desk.project, numbers[0])
    assert history.numbers(desk.project) == (numbers, 1)
    history.go_to(desk.project, numbers[2])
    assert history.numbers(desk.project) == (numbers, 3)
    history.go_to(desk.project, 0)
    fresh = Desk(desk.project)
    fresh.open(desk.article.key)
    assert (fresh.spans, fresh.verdicts, fresh.state) == ((), {}, State.TODO)
    fresh.accept(fresh.pending[0].key)
    wanted, done = history.numbers(desk.project)
    assert (len(wanted), done) == (1, 1), "what was left behind can't be redone"
    with pytest.raises(UserError, match="historique"):
        history.go_to(desk.project, numbers[0])


def test_a_jump_says_what_it_carried_out_and_none_where_it_stands(desk):
    numbers = three_acts(desk)
    change = history.go_to(desk.project, numbers[0])
    assert change is not None
    assert change.title == "Retour à\u202f: Accepté «\u202fIlan Vorga\u202f»"
    assert len(change.parts) == 2
    assert history.go_to(desk.project, numbers[0]) is None
    back = history.go_to(desk.project, 0)
    assert back is not None
    assert back.title == "Retour à\u202f: le début"


def test_a_step_that_cannot_be_taken_leaves_all_as_it_was(desk):
    numbers = three_acts(desk)
    span = desk.spans[0]
    with desk.project.write() as db:  # as a merge would
        store.apply(db, Change("", (Part(desk.article.key, (span,), (replace(span, kind="ORG"),)),)), desk.annotator)
    with pytest.raises(UserError, match="Accepté «\u202fIlan Vorga\u202f»\u202f» ne peut pas être repris"):
        history.go_to(desk.project, 0)
    assert history.numbers(desk.project) == (numbers, 3)
    assert history.go_to(desk.project, numbers[0]) is not None


def test_a_jump_that_is_stopped_leaves_all_as_it_was(desk):
    numbers = three_acts(desk)

    def stop(progress: Progress) -> None:
        if progress.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        history.go_to(desk.project, 0, stop)
    assert history.numbers(desk.project) == (numbers, 3)
    assert check(desk.project) == []


def test_what_an_act_did_is_told_with_its_places(desk):
    desk.accept(desk.pending[0].key)
    (vorga,) = desk.spans
    desk.edit(vorga.key, value="Ilan Ier")
    desk.reject(desk.pending[0].key)
    desk.set_date("2025-07-14")
    Registry(desk).put(Actor("Ilan Ier"))
    numbers, _done = history.numbers(desk.project)
    said = [history.lines(desk.project, number)[0] for number in numbers]
    assert [(line.sign, line.words) for line in said[0]] == [
        ("+", "Ilan Vorga · Acteur · Ilan Vorga"), ("~", "Article repris"),
    ]  # fmt: skip
    assert (said[0][0].start, said[0][0].title) == (TREATY.index("Ilan"), "Tarsis signe le traité")
    assert [line.words for line in said[1]] == ["Ilan Vorga · Acteur · Ilan Ier"]
    assert [line.words for line in said[2]] == ["suggestion rejetée\u202f: samedi 12 juillet · Date"]
    assert said[2][0].start == TREATY.index("samedi")
    assert [line.words for line in said[3]] == ["Date de publication\u202f: 2025-07-14"]
    assert [(line.sign, line.words, line.article) for line in said[4]] == [("+", "Ilan Ier", None)]
    acts = history.acts(desk.project, numbers)
    assert [(act.articles, act.article is None) for act in acts][-1] == (0, True)


def test_a_long_act_tells_its_first_lines_and_how_many_there_are(project):
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    hits = everywhere.places(project, Sought("Vorga", "ACTOR")) + everywhere.places(project, Sought("la", "ACTOR"))
    plan = bulk.label(project, Sought("la", "ACTOR"), hits)
    bulk.carry_out(desk, "tout", plan.parts)
    (number,), _done = history.numbers(project)
    lines, total = history.lines(project, number, limit=2)
    assert (len(lines), total) == (2, plan.times)


# --- whatever is done, the rows are what the acts come to


class Diary(RuleBasedStateMachine):
    """Acts, bulk acts, undo, redo and jumps against copies of the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="depeche-diary-"))
        self.project = make_project(self.folder / "p", {"traité": TREATY, "crue": FLOOD, "bis": TREATY + "Otan.\n"})
        words = (("Ilan Vorga", "ACTOR"), ("Otan", "ACTOR"), ("samedi", "DATE"), ("le traité", "QUOTE"))
        for name in ("traité", "bis"):
            propose(self.project, name, *(guess(TREATY, *one, value="Vorga") for one in words))
        self.keys = [key_of(self.project, name) for name in ("traité", "crue", "bis")]
        self.desk = Desk(self.project)
        self.desk.open(self.keys[0])
        self.states = [self.rows()]
        """The rows before the first act and after each one that stands or can be redone."""
        self.at = 0

    def teardown(self) -> None:
        assert check(self.project) == []
        history.go_to(self.project, 0)
        assert self.rows() == self.states[0]
        wanted, _done = history.numbers(self.project)
        if wanted:
            history.go_to(self.project, wanted[-1])
        assert self.rows() == self.states[-1]
        self.project.close()
        shutil.rmtree(self.folder)

    def rows(self) -> str:
        db = sqlite3.connect(self.project.folder / DATABASE)
        found = {
            table: sorted(map(repr, db.execute(f"select * from {table}"))) for table in ("spans", "verdicts", "actors")
        }
        found["readings"] = sorted(map(repr, db.execute("select article, state from readings where state != 'todo'")))
        db.close()
        return json.dumps(found)

    def did(self, change: Change | None) -> None:
        if change is not None:
            self.states = [*self.states[: self.at + 1], self.rows()]
            self.at += 1
        self.desk = Desk(self.project)
        self.desk.open(self.keys[0])

    @rule(start=st.integers(0, 60), length=st.integers(1, 20), label=st.sampled_from(["ACTOR", "DATE", "QUOTE"]))
    def mark(self, start: int, length: int, label: str) -> None:
        self.did(self.desk.mark(start, start + length, label, by_character=True))

    @precondition(lambda self: self.desk.spans or self.desk.pending)
    @rule(data=st.data())
    def reject(self, data: st.DataObject) -> None:
        n = data.draw(st.integers(0, len(self.desk.spans) + len(self.desk.pending) - 1))
        if n < len(self.desk.spans):
            self.did(self.desk.remove(self.desk.spans[n].key))
        else:
            self.did(self.desk.reject(self.desk.pending[n - len(self.desk.spans)].key))

    @rule(
        words=st.sampled_from(["Otan", "Ilan Vorga", "Vorga", "la", "le", "d"]),
        label=st.sampled_from(["ACTOR", "DATE", "QUOTE"]),
        value=st.sampled_from([None, "Vorga", "Tarsis"]),
        everything=st.booleans(),
    )
    def label_everywhere(self, words: str, label: str, value: str | None, everything: bool) -> None:
        sought = Sought(words, label, None, value)
        hits = [hit for hit in everywhere.places(self.project, sought) if everything or hit.is_open]
        plan = bulk.label(self.project, sought, hits, at_hand=self.keys[0])
        title = bulk.title_of(wording.labelled_everywhere, words, plan)
        self.did(bulk.carry_out(self.desk, title, plan.parts))

    @rule(words=st.sampled_from(["Otan", "Ilan Vorga"]), everything=st.booleans())
    def reject_everywhere(self, words: str, everything: bool) -> None:
        hits = everywhere.suggested(self.project, Sought(words, "ACTOR"))
        plan = bulk.reject(self.project, [hit for hit in hits if everything or hit.is_open])
        self.did(bulk.carry_out(self.desk, "rejeté partout", plan.parts))

    @rule()
    def accept_all(self) -> None:
        plan = bulk.accept_here(self.desk, bulk.above(self.desk, 0.5))
        self.did(bulk.carry_out(self.desk, "accepté", plan.parts))

    @rule(name=st.sampled_from(["Vorga", "Tarsis", "Otan"]), other=st.sampled_from(["Vorga", "Tarsis"]))
    def rename(self, name: str, other: str) -> None:
        registry = Registry(self.desk)
        actor = next((one for one in registry.actors if one.name == name), None)
        if actor is None:
            self.did(registry.put(Actor(name)))
        else:
            self.did(renaming.carry_out(self.desk, renaming.rename(self.project, replace(actor, name=other))))

    @rule()
    def undo(self) -> None:
        assert (self.desk.undo() is None) is (self.at == 0)
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        assert (self.desk.redo() is None) is (self.at == len(self.states) - 1)
        self.at = min(self.at + 1, len(self.states) - 1)

    @rule(data=st.data())
    def jump(self, data: st.DataObject) -> None:
        wanted, _done = history.numbers(self.project)
        to = data.draw(st.integers(0, len(wanted)))
        assert (history.go_to(self.project, wanted[to - 1] if to else 0) is None) is (to == self.at)
        self.at = to
        self.desk = Desk(self.project)
        self.desk.open(self.keys[0])

    @rule()
    def restart(self) -> None:
        self.project.close()
        self.project = Project.open(self.project.folder)
        self.desk = Desk(self.project)
        self.desk.open(self.keys[0])

    @invariant()
    def the_rows_are_what_the_acts_come_to(self) -> None:
        assert self.rows() == self.states[self.at]
        wanted, done = history.numbers(self.project)
        assert (len(wanted), done) == (len(self.states) - 1, self.at)
        fresh = Desk(self.project)
        fresh.open(self.keys[0])
        assert (fresh.spans, fresh.verdicts, fresh.state) == (self.desk.spans, self.desk.verdicts, self.desk.state)


Diary.TestCase.settings = examples(20, HealthCheck.filter_too_much, HealthCheck.data_too_large, stateful_step_count=20)
TestDiary = Diary.TestCase


def test_a_quotation_in_a_title_has_the_marks_of_one_within_another():
    assert wording.shortened("« Les armes\u202f»") == "“Les armes”"
    assert wording.shortened("“Les armes”") == "“Les armes”"
    set_language("en")
    try:
        assert wording.shortened("«\u00a0Les armes\u00a0»") == "‘Les armes’"
    finally:
        set_language(None)
