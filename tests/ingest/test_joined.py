"""Work on a text that is there already: whoever hasn't read it yet has their work added, the others are left alone."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Table

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.export.records import records
from depeche.ingest.arrival import As
from depeche.ingest.ingest import Ingested, ingest
from depeche.store.check import check
from depeche.store.project import Project
from depeche.store.tables import changes, readings, suggestions
from tests.fixtures import key_of, make_project

TEXT = "À Nice, Léa Ott a dit non à 600 élus."


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Project]:
    with make_project(tmp_path / "p", {}) as made:
        yield made


def task(by: str | None, start: int, end: int, label: str = "ACTOR", **more: object) -> dict[str, object]:
    named = {} if by is None else {"_annotator_id": by}
    return {"text": TEXT, "spans": [{"start": start, "end": end, "label": label}], "answer": "accept", **named, **more}


def put(path: Path, *tasks: object) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in tasks), encoding="utf-8")
    return path


def take(project: Project, *paths: Path, as_: As | None = None) -> Ingested:
    done = ingest(project, paths, as_=as_)
    assert done.read == done.new + done.known + len(done.refused)
    assert len(done.skipped) == done.known
    assert check(project) == []
    return done


def marks(project: Project) -> set[tuple[str | None, int, str | None]]:
    (record,) = records(project)
    return {(mark.by, mark.start, mark.status) for mark in record.marks}


def count(project: Project, table: Table) -> int:
    with project.read() as db:
        return len(db.execute(table.select()).all())


@pytest.mark.parametrize("apart", [False, True])
def test_each_annotator_of_a_text_keeps_their_work(empty: Project, tmp_path: Path, apart: bool) -> None:
    tasks = [task("claire", 2, 6), task("paul", 8, 15), task("zoé", 2, 6)]
    if apart:
        done = Ingested()
        for n, one in enumerate(tasks):
            done.add(take(empty, put(tmp_path / f"{n}.jsonl", one)))
    else:
        done = take(empty, put(tmp_path / "a.jsonl", *tasks))
    assert (done.read, done.new, done.known, done.joined, done.spans) == (3, 1, 2, 2, 3)
    assert "le travail de paul y est ajouté" in done.skipped[0]
    assert marks(empty) == {("claire", 2, "accepted"), ("paul", 8, "accepted"), ("zoé", 2, "accepted")}
    (record,) = records(empty)
    assert record.states == {"claire": State.DONE, "paul": State.DONE, "zoé": State.DONE}
    assert count(empty, changes) == 3, "one note in the journal each"


def test_who_has_read_it_is_left_alone_and_what_isnt_taken_is_counted(empty: Project, tmp_path: Path) -> None:
    take(empty, put(tmp_path / "a.jsonl", task("claire", 2, 6)))
    both = task("claire", 8, 15)
    both["spans"] += [{"start": 28, "end": 36, "label": "FIGURE", "by": "paul"}]  # type: ignore[operator]
    done = take(empty, put(tmp_path / "b.jsonl", both))
    assert marks(empty) == {("claire", 2, "accepted"), ("paul", 28, "accepted")}
    said = done.skipped[0].replace("\u202f", " ").replace("\u00a0", " ")
    assert "le travail de paul y est ajouté" in said
    assert "1 passage n’est pas repris" in said
    assert "déjà lu par claire" in said
    again = take(empty, tmp_path / "b.jsonl")
    assert (again.known, again.joined, again.spans) == (1, 0, 0)
    assert "ses 2 passages" in again.skipped[0].replace("\u202f", " ").replace("\u00a0", " ")
    assert count(empty, readings) == 2


def test_a_colleagues_work_asks_those_who_have_read_it_nothing(empty: Project, tmp_path: Path) -> None:
    take(empty, put(tmp_path / "a.jsonl", {**task(None, 2, 6), "answer": None}), as_=As.SPANS)
    desk = Desk(empty)
    desk.open(key_of_only(empty))
    assert [desk.text_of(one) for one in desk.spans] == ["Nice"]
    take(empty, put(tmp_path / "b.jsonl", task("paul", 8, 15)))
    desk.open(key_of_only(empty))
    assert (len(desk.spans), list(desk.pending)) == (1, [])


def test_two_judge_the_same_suggestion(empty: Project, tmp_path: Path) -> None:
    def line(by: str, status: str) -> dict[str, object]:
        mark = {"start": 2, "end": 6, "label": "ACTOR", "status": status, "by": by, "source": "rules", "score": 0.5}
        return {"text": TEXT, "spans": [mark], "annotator": by, "state": "done"}

    take(empty, put(tmp_path / "a.jsonl", line("Bob", "accepted"), line("Zoé", "rejected")))
    assert marks(empty) == {("Bob", 2, "accepted"), ("Zoé", 2, "rejected")}
    assert count(empty, suggestions) == 1


def test_a_finished_reading_without_a_mark_counts(empty: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = [{"text": TEXT, "state": "done", "annotator": "Bob"}, {"text": TEXT, "state": "todo"}, {"text": TEXT}]
    done = take(empty, tmp_path / "a.txt", put(tmp_path / "b.jsonl", *lines))
    assert (done.known, done.joined) == (3, 1)
    (record,) = records(empty)
    assert (record.annotator, record.state) == ("Bob", State.DONE)


def test_suggestions_of_a_new_source_are_added_once_and_not_where_something_waits(
    empty: Project, tmp_path: Path
) -> None:
    def line(source: str, *starts: int) -> dict[str, object]:
        spans = [{"start": s, "end": s + 4, "label": "ACTOR", "status": "suggested", "by": source} for s in starts]
        return {"text": TEXT, "spans": spans}

    done = take(empty, put(tmp_path / "a.jsonl", line("m1", 2), line("m2", 2, 8), line("m2", 11)))
    assert (done.new, done.known, done.joined, done.suggestions) == (1, 2, 1, 2)
    (record,) = records(empty)
    assert {(mark.by, mark.start) for mark in record.marks} == {("m1", 2), ("m2", 8)}


def test_doccanos_archive_with_a_file_for_each_annotator(empty: Project, tmp_path: Path) -> None:
    task_ = json.dumps({"id": 1, "text": TEXT, "label": [[2, 6, "ACTOR"]], "Comments": []}) + "\n"
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for name in ("claire", "paul"):
            archive.writestr(f"{name}.jsonl", task_)
    done = take(empty, tmp_path / "export.zip", as_=As.SPANS)
    assert (done.new, done.known, done.joined) == (1, 1, 1)
    assert marks(empty) == {("claire", 2, "added"), ("paul", 2, "added")}


@pytest.mark.parametrize("named", [True, False])
def test_as_suggestions_nobody_has_finished_it(empty: Project, tmp_path: Path, named: bool) -> None:
    mark = {"start": 2, "end": 6, "label": "ACTOR"} | ({"status": "accepted", "by": "Claire"} if named else {})
    line = {"text": TEXT, "spans": [mark], "state": "done"} | ({"annotators": {"Claire": "done"}} if named else {})
    take(empty, put(tmp_path / "a.jsonl", line, {"text": "Rien à Nice.", "state": "done"}), as_=As.SUGGESTIONS)
    record, negative = records(empty)
    assert (record.state, record.annotator) == (State.TODO, None)
    assert [mark.status for mark in record.marks] == ["suggested"]
    assert negative.state is State.DONE


def key_of_only(project: Project) -> str:
    (record,) = records(project)
    return key_of(project, record.article.name)


def test_marks_that_name_nobody_are_whose_one_says(empty: Project, tmp_path: Path) -> None:
    for name, end in (("Claire", 6), ("Paul", 15)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        (folder / "a.ann").write_text(f"T1\tACTOR {end - 4} {end}\t{TEXT[end - 4 : end]}\n", encoding="utf-8")
        ingest(empty, [folder], as_=As.SPANS, by=name)
    assert marks(empty) == {("Claire", 2, "added"), ("Paul", 11, "added")}
    assert check(empty) == []


def test_beside_somebodys_work_a_models_guesses_stay_suggestions(empty: Project, tmp_path: Path) -> None:
    spans = [
        {"start": 2, "end": 6, "label": "ACTOR", "status": "accepted", "by": "Claire"},
        {"start": 8, "end": 15, "label": "ACTOR", "status": "suggested", "by": "m1"},
    ]
    alone = {"text": "Nice vote.", "spans": [{"start": 0, "end": 4, "label": "ACTOR", "status": "suggested"}]}
    line = {"text": TEXT, "spans": spans, "state": "done", "annotator": "Claire"}
    done = take(empty, put(tmp_path / "a.jsonl", line, alone), as_=As.SPANS)
    assert (done.spans, done.suggestions) == (2, 1)
    both, adopted = records(empty)
    assert {(mark.by, mark.status) for mark in both.marks} == {("Claire", "accepted"), ("m1", "suggested")}
    assert both.states in ({}, {"Claire": State.DONE})
    assert [mark.status for mark in adopted.marks] == ["added"]


def test_a_mark_that_a_tool_wrote_twice_is_taken_once(empty: Project, tmp_path: Path) -> None:
    label = [[2, 6, "ACTOR"], [2, 6, "ACTOR"], [2, 6, "DATE"]]
    done = take(empty, put(tmp_path / "d.jsonl", {"id": 1, "text": TEXT, "label": label}))
    assert done.suggestions == 2
    assert "un passage en double, pris une fois" in done.notes[0]
