"""Whatever a hand does, in whichever order, the desk says the same as a plain model of it and as the file."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import HealthCheck
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.errors import UserError
from depeche.store.check import check
from depeche.store.project import DATABASE, Project
from tests.examples import examples
from tests.fixtures import FLOOD, TREATY, guess, key_of, make_project, propose

FLAT = ("ACTOR", "FIGURE", "DATE")
LABELS = (*FLAT, "QUOTE")
PLACES = st.integers(0, 60)

Stretch = tuple[int, int, str]


@dataclass(frozen=True)
class Page:
    """One article in the model: spans by key, verdicts by suggestion, state."""

    spans: dict[str, Stretch] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)
    born: dict[str, str] = field(default_factory=dict)
    state: str = "todo"


def meet(a: Stretch, b: Stretch) -> bool:
    return min(a[1], b[1]) > max(a[0], b[0])


def excluded(a: Stretch, b: Stretch) -> bool:
    return a[2] != "QUOTE" and b[2] != "QUOTE" and meet(a, b)


class Hand(RuleBasedStateMachine):
    """A hand on two articles of one project."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="depeche-hand-"))
        self.project = make_project(self.folder / "p", {"traité": TREATY, "crue": FLOOD})
        self.pages: dict[str, Page] = {}
        self.offered: dict[str, dict[str, Stretch]] = {}
        for name, text, words in (
            ("traité", TREATY, (("Tarsis", "ACTOR"), ("Ilan Vorga", "ACTOR"), ("le traité", "QUOTE"))),
            ("crue", FLOOD, (("Belmare", "ACTOR"), ("Au moins 25\u202f000", "FIGURE"))),
        ):
            put = propose(self.project, name, *(guess(text, *one) for one in words))
            key = key_of(self.project, name)
            self.pages[key] = Page()
            self.offered[key] = {one.key: (one.start, one.end, one.label) for one in put}
        self.past: list[dict[str, Page]] = []
        self.future: list[dict[str, Page]] = []
        self.initial = self.rows()
        self.desk = Desk(self.project)
        self.here = next(iter(self.pages))
        self.desk.open(self.here)

    def teardown(self) -> None:
        while self.desk.undo():
            pass
        while self.past:
            self.future.append(self.pages)
            self.pages = self.past.pop()
        assert self.rows() == self.initial, "undoing all leaves the first rows"
        while self.desk.redo():
            pass
        while self.future:
            self.past.append(self.pages)
            self.pages = self.future.pop()
        self.desk.open(self.here)
        self.agree()
        assert check(self.project) == []
        self.project.close()
        shutil.rmtree(self.folder)

    def rows(self) -> str:
        """Return what the file holds but for the journal, and for readings that say nothing."""
        db = sqlite3.connect(self.project.folder / DATABASE)
        tables = ("articles", "texts", "suggestions", "spans", "verdicts", "annotators")
        rows = {table: sorted(map(repr, db.execute(f"select * from {table}"))) for table in tables}
        rows["readings"] = sorted(map(repr, db.execute("select article, state from readings where state != 'todo'")))
        db.close()
        return json.dumps(rows)

    @property
    def page(self) -> Page:
        return self.pages[self.here]

    def waiting(self) -> dict[str, Stretch]:
        mine = self.page.spans.values()
        return {
            key: one
            for key, one in self.offered[self.here].items()
            if key not in self.page.verdicts and not any(excluded(one, s) or one[:2] == s[:2] for s in mine)
        }

    def becomes(self, page: Page) -> None:
        if page.state in ("todo", "skipped"):
            page = replace(page, state="started")
        self.past.append(dict(self.pages))
        self.future = []
        self.pages = {**self.pages, self.here: page}

    def placed(self, key: str, span: Stretch, page: Page, suggestion: str | None) -> Page:
        """Return the page with a span put in, those it excludes gone, and the verdict that follows."""
        spans, verdicts, born = dict(page.spans), dict(page.verdicts), dict(page.born)
        for other, stretch in page.spans.items():
            if other != key and excluded(stretch, span):
                del spans[other]
                if other in born:
                    verdicts[born[other]] = "rejected"
        for other, stretch in self.waiting().items():
            if other != suggestion and excluded(stretch, span):
                verdicts[other] = "rejected"
        spans[key] = span
        if suggestion is not None:
            born[key] = suggestion
            verdicts[suggestion] = "accepted" if self.offered[self.here][suggestion] == span else "corrected"
        return replace(page, spans=spans, verdicts=verdicts, born=born)

    # --- what the hand does

    @initialize()
    def begin(self) -> None:
        self.agree()

    @rule()
    def other_article(self) -> None:
        self.here = next(key for key in self.pages if key != self.here)
        self.desk.open(self.here)

    @precondition(lambda self: self.waiting())
    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.waiting(), key=self.waiting().__getitem__)))
        before = {span.key for span in self.desk.spans}
        self.desk.accept(key)
        (new,) = {span.key for span in self.desk.spans} - before
        self.becomes(self.placed(new, self.offered[self.here][key], self.page, key))

    @precondition(lambda self: self.waiting())
    @rule(data=st.data())
    def reject(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.waiting(), key=self.waiting().__getitem__)))
        self.desk.reject(key)
        self.becomes(replace(self.page, verdicts=self.page.verdicts | {key: "rejected"}))

    @rule(start=PLACES, length=st.integers(1, 25), label=st.sampled_from(FLAT))
    def mark_flat(self, start: int, length: int, label: str) -> None:
        drawn = (start, start + length, label)
        spans, waiting = self.page.spans, self.waiting()
        mine = self.meant(drawn, spans)
        exact = [key for key, one in waiting.items() if one == drawn]
        rejected = [
            k for k, said in self.page.verdicts.items() if said == "rejected" and self.offered[self.here][k] == drawn
        ]
        before = {span.key for span in self.desk.spans}
        change = self.desk.mark(*drawn, by_character=True)
        if mine is not None and not exact:
            if spans[mine] == drawn:
                assert change is None
                return
            self.becomes(self.placed(mine, drawn, self.page, self.page.born.get(mine)))
            return
        (new,) = {span.key for span in self.desk.spans} - before
        guessed = exact[0] if exact else self.meant(drawn, waiting)
        self.becomes(self.placed(new, drawn, self.page, guessed or (rejected[0] if rejected else None)))

    def meant(self, drawn: Stretch, among: dict[str, Stretch]) -> str | None:
        """Return the one with the same borders, else the one of the label that shares most, the first of equals."""
        in_order = sorted(among, key=lambda key: (among[key][0], -among[key][1], among[key][2], key))
        same = [key for key in in_order if among[key][:2] == drawn[:2]]
        if same:
            return same[0]
        shared = {
            key: min(among[key][1], drawn[1]) - max(among[key][0], drawn[0])
            for key in in_order
            if among[key][2] == drawn[2] and meet(among[key], drawn)
        }
        return max(shared, key=lambda key: shared[key], default=None)

    @precondition(lambda self: self.page.spans)
    @rule(data=st.data(), start=PLACES, length=st.integers(1, 25), label=st.sampled_from(LABELS))
    def edit(self, data: st.DataObject, start: int, length: int, label: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.page.spans, key=self.page.spans.__getitem__)))
        span = (start, start + length, label)
        same = self.page.spans[key] == span
        change = self.desk.edit(key, start=start, end=start + length, label=label)
        assert (change is None) is same
        if not same:
            self.becomes(self.placed(key, span, self.page, self.page.born.get(key)))

    @precondition(lambda self: self.page.spans)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.page.spans, key=self.page.spans.__getitem__)))
        self.desk.remove(key)
        spans = {k: v for k, v in self.page.spans.items() if k != key}
        born = self.page.born.get(key)
        verdicts = self.page.verdicts | ({born: "rejected"} if born else {})
        self.becomes(replace(self.page, spans=spans, verdicts=verdicts))

    @rule(state=st.sampled_from([*State]))
    def set_state(self, state: State) -> None:
        changed = self.desk.set_state(state) is not None
        assert changed is (state.value != self.page.state)
        if changed:
            self.past.append(dict(self.pages))
            self.future = []
            self.pages = {**self.pages, self.here: replace(self.page, state=state.value)}

    @rule(start=st.integers(500, 900))
    def mark_outside(self, start: int) -> None:
        try:
            self.desk.mark(start, start + 3, "ACTOR")
        except UserError:
            return
        raise AssertionError("marked outside the text")

    @rule()
    def undo(self) -> None:
        assert (self.desk.undo() is not None) is bool(self.past)
        if self.past:
            self.future.append(self.pages)
            self.pages = self.past.pop()

    @rule()
    def redo(self) -> None:
        assert (self.desk.redo() is not None) is bool(self.future)
        if self.future:
            self.past.append(self.pages)
            self.pages = self.future.pop()

    @rule()
    def restart(self) -> None:
        self.project.close()
        self.project = Project.open(self.project.folder)
        self.desk = Desk(self.project)
        self.desk.open(self.here)

    # --- what must hold after each

    @invariant()
    def agree(self) -> None:
        fresh = Desk(self.project)
        fresh.open(self.here)
        for desk in (self.desk, fresh):
            assert {span.key: (span.start, span.end, span.label) for span in desk.spans} == self.page.spans
            assert {key: verdict.outcome.value for key, verdict in desk.verdicts.items()} == self.page.verdicts
            assert {one.key for one in desk.pending} == set(self.waiting())
            assert desk.state.value == self.page.state
            assert bool(desk.undoable) is bool(self.past)
            assert bool(desk.redoable) is bool(self.future)
        assert fresh.spans == self.desk.spans
        assert fresh.verdicts == self.desk.verdicts
        flat = [span for span in self.page.spans.values() if span[2] != "QUOTE"]
        assert not any(meet(a, b) for n, a in enumerate(flat) for b in flat[n + 1 :])


Hand.TestCase.settings = examples(30, HealthCheck.filter_too_much, HealthCheck.data_too_large, stateful_step_count=30)
TestHand = Hand.TestCase
