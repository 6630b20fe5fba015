"""What statistics count: only what stands, on the day it was done, by whoever did it; and how long it took."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from depeche.annotate import bulk, everywhere
from depeche.annotate.desk import Desk
from depeche.annotate.everywhere import Sought
from depeche.core.article import State
from depeche.core.change import Part, Unmasked
from depeche.core.stat_charts import charts, views
from depeche.core.tallies import Judged, Tallies, Wanted
from depeche.errors import UserError
from depeche.ingest.arrival import As
from depeche.ingest.ingest import ingest
from depeche.store import tallies
from depeche.store.project import Project
from depeche.store.spans import put_annotator
from depeche.store.stats import stats
from tests.clock import Clock
from tests.fixtures import FLOOD, TREATY, guess, key_of, propose

LABELS = {"ACTOR": "Acteur", "FIGURE": "Chiffre", "DATE": "Date", "QUOTE": "Citation"}
MONDAY = date(2025, 6, 2)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture(autouse=True)
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Days are those of Paris, wherever the tests run."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process can't be set here")
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def counted(project: Project) -> Tallies:
    return tallies.count(project.read, ["ACTOR"])


def as_other(project: Project, name: str) -> Desk:
    """Return the desk of another annotator of the same project."""
    with project.write() as db:
        key = put_annotator(db, name)
    desk = Desk(project)
    desk.annotator = key
    return desk


def finish(desk: Desk, project: Project, name: str, clock: Clock, seconds: float = 10) -> None:
    desk.open(key_of(project, name))
    clock.wait(seconds=seconds)
    desk.set_state(State.DONE)


def per_day(found: Tallies) -> Counter[tuple[str, date | None]]:
    return Counter((one.annotator, one.day) for one in found.finished)


def test_nothing_done_counts_nothing(project: Project):
    found = counted(project)
    assert (found.finished, found.made, found.judged, found.named, found.long) == ((), (), (), (), ())
    assert sum(n for _, n in found.lengths) == 3
    drawn = charts(found, LABELS, Wanted())
    assert [chart.name for chart in drawn if not chart.is_empty] == ["articles-by-state", "article-lengths"]
    assert all(chart.empty for chart in drawn)


def test_an_article_counts_on_the_day_it_was_finished(project: Project, clock: Clock):
    desk = Desk(project)
    finish(desk, project, "traité", clock)
    clock.at("2025-06-03T15:00:00")
    finish(desk, project, "crue", clock)
    finish(desk, project, "calme", clock)
    assert per_day(counted(project)) == {("Claire", MONDAY): 1, ("Claire", date(2025, 6, 3)): 2}
    clock.at("2025-06-05T15:00:00")
    desk.set_state(State.STARTED)  # reopened
    assert per_day(counted(project)) == {("Claire", MONDAY): 1, ("Claire", date(2025, 6, 3)): 1}
    clock.wait(minutes=1)
    desk.set_state(State.DONE)
    assert per_day(counted(project))["Claire", date(2025, 6, 5)] == 1


def test_midnight_and_summer_time_are_those_of_the_clock_on_the_wall(project: Project, clock: Clock):
    desk = Desk(project)
    clock.at("2025-06-02T21:59:00")  # 23:59 in Paris
    finish(desk, project, "traité", clock)
    clock.at("2025-06-02T22:01:00")  # 00:01 the next day
    finish(desk, project, "crue", clock)
    clock.at("2025-12-31T23:01:00")  # 00:01, winter time, and another year
    finish(desk, project, "calme", clock)
    days = [MONDAY, date(2025, 6, 3), date(2026, 1, 1)]
    assert per_day(counted(project)) == {("Claire", day): 1 for day in days}


def test_what_is_undone_counts_nowhere_and_what_is_redone_on_its_first_day(project: Project, clock: Clock):
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    (one,) = propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"))
    desk.reload()
    desk.accept(one.key)
    clock.wait(days=1)
    desk.undo()
    assert counted(project).made == counted(project).judged == ()
    clock.wait(days=1)
    desk.redo()
    found = counted(project)
    assert [(made.label, made.day, made.n, made.by_hand) for made in found.made] == [("ACTOR", MONDAY, 1, False)]
    assert found.judged == (Judged("Claire", "rules", "ACTOR", "accepted", MONDAY, 1),)


def test_a_verdict_counts_as_it_stands_last(project: Project, clock: Clock):
    desk = Desk(project)
    one, other = propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"), guess(TREATY, "Otan", "ACTOR"))
    desk.open(key_of(project, "traité"))
    desk.accept(one.key)
    desk.reject(other.key)
    clock.wait(days=7)
    (span,) = desk.spans
    desk.edit(span.key, start=span.start + 5)
    found = {(one.outcome, one.day): one.n for one in counted(project).judged}
    assert found == {("corrected", date(2025, 6, 9)): 1, ("rejected", MONDAY): 1}
    made = [(one.day, one.n) for one in counted(project).made]
    assert made == [(MONDAY, 1)]  # moved, not made again


def test_what_a_hand_adds_was_missed(project: Project, clock: Clock):
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    at = TREATY.index("Tarsis")
    desk.mark(at, at + 6, "ACTOR")
    (chart,) = (one for one in charts(counted(project), LABELS, Wanted()) if one.name == "outcomes-by-label")
    assert {one.name: one.points[0].y for one in chart.series} == {
        "Acceptées": 0, "Corrigées": 0, "Rejetées": 0, "Manquées (ajoutées à la main)": 1,
    }  # fmt: skip


def test_time_is_that_between_acts_of_the_article_and_no_pause(project: Project, clock: Clock):
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    desk.mark(0, 6, "ACTOR")  # the first act of all: nobody knows how long it took
    clock.wait(seconds=40)
    desk.mark(7, 12, "ACTOR")
    clock.wait(minutes=20)  # coffee
    desk.mark(16, 22, "ACTOR")
    clock.wait(minutes=5)
    desk.set_state(State.DONE)
    (one,) = counted(project).finished
    assert one.seconds == pytest.approx(340, abs=0.01)


def test_two_articles_by_turns_get_each_its_time(project: Project, clock: Clock):
    desk = Desk(project)
    for n in range(3):
        for name, seconds in (("traité", 30), ("crue", 60)):
            desk.open(key_of(project, name))
            clock.wait(seconds=seconds)
            desk.mark(3 * n, 3 * n + 2, "DATE", by_character=True)
    for name in ("traité", "crue"):
        finish(desk, project, name, clock, seconds=5)
    took = {one.source or one.day: one.seconds for one in counted(project).finished}
    assert len(took) == 1  # both on that day
    assert [one.seconds for one in counted(project).finished] == [
        pytest.approx(2 * 30 + 5, abs=0.01), pytest.approx(3 * 60 + 5, abs=0.01),
    ]  # fmt: skip


def test_a_clock_set_back_takes_no_time_away(project: Project, clock: Clock):
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    desk.mark(0, 6, "ACTOR")
    clock.wait(seconds=-3000)
    desk.mark(7, 12, "ACTOR")
    clock.wait(seconds=20)
    desk.set_state(State.DONE)
    (one,) = counted(project).finished
    assert one.seconds == pytest.approx(20, abs=0.01)


def test_two_annotators_are_counted_apart_and_together(project: Project, clock: Clock):
    claire, paul = Desk(project), as_other(project, "Paul")
    one, _ = propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR", value="Ilan Vorga"),
                     guess(TREATY, "Quelque 600", "FIGURE"))  # fmt: skip
    for desk, seconds in ((claire, 30), (paul, 90)):
        desk.open(key_of(project, "traité"))
        clock.wait(seconds=seconds)
        desk.accept(one.key)
        clock.wait(seconds=seconds)
        desk.set_state(State.DONE)
    finish(paul, project, "crue", clock)
    found = counted(project)
    assert found.annotators == ("Claire", "Paul")
    assert per_day(found) == {("Claire", MONDAY): 1, ("Paul", MONDAY): 2}
    assert {(one.annotator, one.outcome): one.n for one in found.judged} == {
        ("Claire", "accepted"): 1, ("Paul", "accepted"): 1,
    }  # fmt: skip
    # The first act of each has no time before it: between them the other's clock says nothing.
    assert [round(one.seconds or 0) for one in found.finished] == [30, 90, 10]
    actors = {one.name: one for one in charts(found, LABELS, Wanted())}["actors"]
    assert [(point.x, point.y) for point in actors.series[0].points] == [("Ilan Vorga", 2)]
    mine = {one.name: one for one in charts(found, LABELS, Wanted(annotator="Claire"))}["actors"]
    assert [(point.x, point.y) for point in mine.series[0].points] == [("Ilan Vorga", 1)]
    assert "annotators-by-day" in [chart.name for chart in charts(found, LABELS, Wanted())]


def test_counts_are_one_annotators_or_everybodys_never_mixed(project: Project, clock: Clock):
    claire, paul = Desk(project), as_other(project, "Paul")
    (one,) = propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"))
    claire.open(key_of(project, "traité"))
    claire.accept(one.key)
    paul.open(key_of(project, "traité"))
    paul.reject(one.key)
    finish(paul, project, "crue", clock)
    everybody, hers, his = stats(project), stats(project, "Claire"), stats(project, "Paul")
    assert [one["articles"]["done"] for one in (everybody, hers, his)] == [1, 0, 1]
    assert [one["articles"]["started"] for one in (everybody, hers, his)] == [1, 1, 1]
    assert {one["articles"]["total"] for one in (everybody, hers, his)} == {3}
    assert [one["spans"] for one in (everybody, hers, his)] == [{"ACTOR": 1}, {"ACTOR": 1}, {}]
    judged = [(one["suggestions"][0]["accepted"], one["suggestions"][0]["rejected"]) for one in (everybody, hers, his)]
    assert judged == [(1, 1), (1, 0), (0, 1)]
    with pytest.raises(UserError, match="Zoé"):
        stats(project, "Zoé")


def test_an_act_on_many_articles_makes_spans_and_takes_no_time_of_one(project: Project, clock: Clock):
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    desk.mark(0, 6, "ACTOR")
    clock.wait(seconds=100)
    hits = [hit for hit in everywhere.places(project, Sought("Tarsis", "ACTOR")) if hit.is_open]
    plan = bulk.label(project, Sought("Tarsis", "ACTOR"), hits)
    bulk.carry_out(desk, "Étiqueté", [*plan.parts, Part(key_of(project, "crue"), (), (Unmasked(()),))])
    clock.wait(seconds=50)
    finish(desk, project, "traité", clock, seconds=0)
    (one,) = counted(project).finished
    assert one.seconds == pytest.approx(50, abs=0.01)


def test_narrowing_by_days_and_labels(project: Project, clock: Clock):
    desk = Desk(project)
    desk.open(key_of(project, "crue"))
    at = FLOOD.index("25")
    desk.mark(at, at + 6, "FIGURE")
    clock.wait(days=3)
    desk.mark(0, 4, "ACTOR")
    (view,) = (view for view in views(counted(project)) if view.title == "Passages faits")

    def total(wanted: Wanted) -> float:
        return sum(point.y for one in view.make(counted(project), LABELS, wanted).series for point in one.points)

    assert total(Wanted()) == 2
    assert total(Wanted(label="FIGURE")) == 1
    assert total(Wanted(first=date(2025, 6, 3))) == 1
    assert total(Wanted(last=MONDAY, label="ACTOR")) == 0
    assert total(Wanted(annotator="Paul")) == 0


def test_charts_are_written_as_pictures_and_numbers(project: Project, tmp_path: Path, clock: Clock):
    from depeche.export.charts import write_charts

    finish(Desk(project), project, "traité", clock)
    names = write_charts(charts(counted(project), LABELS, Wanted()), tmp_path / "out")
    assert sorted(names) == sorted(path.name for path in (tmp_path / "out").iterdir())
    said = (tmp_path / "out" / "articles-by-day.csv").read_text(encoding="utf-8-sig")
    assert said == "Jour,Articles\n2025-06-02,1\n"


def test_counting_never_looks_long_at_the_file(project: Project, clock: Clock, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tallies, "_STEP", 2)
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    for n in range(5):
        desk.mark(7 * n, 7 * n + 5, "DATE", by_character=True)
    for span in desk.spans[:4]:
        desk.remove(span.key)  # acts that put nothing there
    desk.mark(60, 66, "ACTOR", by_character=True)
    written = []

    def stored(_progress: object) -> None:
        with project.write() as db:  # would wait for a look that is under way, and fail
            written.append(put_annotator(db, f"Zoé {len(written)}"))

    found = tallies.count(project.read, ["ACTOR"], stored)
    assert len(written) > 20
    assert {one.label: one.n for one in found.made} == {"DATE": 1, "ACTOR": 1}


def test_imported_finished_work_counts_where_it_can_and_is_named_where_it_cannot(project: Project, tmp_path: Path):
    lines = [
        {
            "text": f"La Tarvie a perdu {n} navires.", "source": "La Gazette", "status": "done",
            "spans": [{"start": 3, "end": 9, "label": "ACTOR", "value": "Tarvie"}],
        }
        for n in (12, 14)
    ]  # fmt: skip
    file = tmp_path / "finis.jsonl"
    file.write_text("".join(f"{json.dumps(one)}\n" for one in lines), encoding="utf-8")
    ingest(project, [file], as_=As.SPANS)
    found = counted(project)
    assert [(one.day, one.seconds) for one in found.finished] == [(None, None)] * 2
    drawn = {chart.name: chart for chart in charts(found, LABELS, Wanted())}
    spans = {one.name: {point.x: point.y for point in one.points} for one in drawn["spans-by-label"].series}
    assert spans == {"Acteur": {"La Gazette": 2}}
    assert "Dont 2 importés." in drawn["spans-by-label"].note
    states = {one.name: {point.x: point.y for point in one.points} for one in drawn["articles-by-state"].series}
    assert states["Terminés"]["La Gazette"] == 2
    assert sum(states["À faire"].values()) == 3
    assert [point.x for one in drawn["actors"].series for point in one.points] == ["Tarvie"]
    for name in ("articles-by-day", "minutes-by-week", "minutes"):
        assert drawn[name].is_empty
        assert drawn[name].empty.startswith("2 articles sont arrivés terminés\u202f: ni jour ni durée connus.")
    assert drawn["spans-by-day"].empty.startswith("2 passages importés n’ont pas de jour.")
    assert drawn["outcomes-by-label"].empty.startswith("2 passages importés ne viennent d’aucune suggestion jugée ici.")


def test_one_annotator_has_what_the_others_did_still_before_them(project: Project, clock: Clock):
    finish(Desk(project), project, "crue", clock)
    paul = as_other(project, "Paul")
    paul.open(key_of(project, "traité"))
    paul.mark(0, 6, "ACTOR")
    found = counted(project)

    def states(who: str | None) -> dict[str, float]:
        made = next(one for one in charts(found, LABELS, Wanted(who)) if one.name == "articles-by-state")
        return {one.name: sum(point.y for point in one.points) for one in made.series}

    assert states("Claire") == {"Terminés": 1, "À faire": 2}
    assert states("Paul") == {"Commencés": 1, "À faire": 2}
    assert states(None) == {"Terminés": 1, "Commencés": 1, "À faire": 1}


def test_what_was_judged_elsewhere_is_no_answer_to_a_suggestion(project: Project, tmp_path: Path):
    spans = [{"start": 3, "end": 9, "label": "ACTOR", "status": "accepted", "by": "Claire", "source": "actors"}]
    file = tmp_path / "venus.jsonl"
    lines = (json.dumps({"text": f"La Tarvie a perdu {n} navires.", "spans": spans}) for n in range(30))
    file.write_text("\n".join(lines), encoding="utf-8")
    ingest(project, [file])
    desk = Desk(project)
    (one,) = propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"))
    desk.open(key_of(project, "traité"))
    desk.reject(one.key)
    drawn = {chart.name: chart for chart in charts(counted(project), LABELS, Wanted())}
    for name in ("outcomes-by-label", "outcomes-by-source", "outcomes-by-week"):
        told = {each.name: sum(point.y for point in each.points) for each in drawn[name].series}
        assert (told.get("Acceptées", 0), told["Rejetées"]) == (0, 1), name
        assert "30 réponses sont arrivées avec un import" in drawn[name].note.replace("\u202f", " ")
