"""The blind control in the statistics: time, spans, and how far what was first finished stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche.annotate.desk import Desk
from depeche.core import stat_control
from depeche.core.article import State
from depeche.core.stat_charts import views
from depeche.core.tallies import Finished, Wanted
from depeche.store import blind, tallies
from depeche.store.project import Project
from depeche.store.stats import stats
from tests.clock import Clock
from tests.fixtures import FLOOD, TREATY, guess, key_of, propose


@pytest.fixture
def worked(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """« traité » with two suggestions accepted in 2 minutes; « crue » blind, in 4, then one of two spans moved."""
    propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"), guess(TREATY, "Otan", "ACTOR"))
    clock = Clock(monkeypatch)
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    for one in desk.pending:
        desk.accept(one.key)
        clock.wait(seconds=60)
    desk.set_state(State.DONE)
    with project.write() as db:
        blind.set_share(db, 1.0)
    clock.wait(minutes=30)
    desk.open(key_of(project, "crue"))
    for words in ("Belmare", "Élysée"):
        at = FLOOD.index(words)
        desk.mark(at, at + len(words), "ACTOR", by_character=True)
        clock.wait(seconds=120)
    desk.set_state(State.DONE)
    desk.edit(desk.spans[0].key, end=desk.spans[0].end - 1)
    desk.edit(desk.spans[1].key, start=desk.spans[1].start + 1)
    desk.undo()
    return project


def counted(project: Project) -> dict[bool | None, Finished]:
    return {one.assisted: one for one in tallies.count(project.read, ("ACTOR",)).finished}


def test_what_stands_of_the_first_version_is_found_in_the_journal(worked: Project):
    found = counted(worked)
    assert (found[True].spans, found[True].first, found[True].stand) == (2, 2, 2)
    assert (found[False].spans, found[False].first, found[False].stand) == (2, 2, 1)
    assert (found[True].seconds, found[False].seconds) == (120, 240)


def test_a_span_added_and_one_removed_after_the_end_count_too(worked: Project):
    desk = Desk(worked)
    desk.open(key_of(worked, "traité"))
    desk.remove(desk.spans[0].key)
    desk.mark(0, 6, "ACTOR")
    desk.mark(TREATY.index("Ostralie"), TREATY.index("Ostralie") + 8, "ACTOR")
    one = counted(worked)[True]
    assert (one.spans, one.first, one.stand) == (3, 2, 1)


def test_both_are_set_side_by_side(worked: Project):
    found = tallies.count(worked.read, ("ACTOR",))
    assert stat_control.summary(found, Wanted()) == {
        "assisted": {
            "articles": 1, "minutes_per_article": 2.0, "spans_per_article": 2.0, "agreement_with_final": 1.0,
        },
        "blind": {"articles": 1, "minutes_per_article": 4.0, "spans_per_article": 2.0, "agreement_with_final": 0.5},
    }  # fmt: skip
    charts = [view.make(found, {}, Wanted()) for view in views(found) if "moin" in view.title]
    assert [[point.y for point in chart.series[0].points] for chart in charts] == [[2.0, 4.0], [2.0, 2.0], [1.0, 0.5]]
    assert all(len(chart.places) == 2 for chart in charts)


def test_nothing_was_missed_where_nothing_was_shown(worked: Project):
    assert stats(worked)["missed"] == {}
    assert {one.by_hand for one in tallies.count(worked.read, ()).made} == {False}


def test_the_command_gives_both(worked: Project, capsys: pytest.CaptureFixture[str]):
    from depeche.cli.main import run

    def no_window(_folder: Path | None) -> int:
        return 1

    worked.close()
    assert run(["stats", str(worked.folder), "--json"], window=no_window, demonstrate=no_window) == 0
    assert json.loads(capsys.readouterr().out)["control"]["blind"]["articles"] == 1
