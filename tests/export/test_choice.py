"""What is chosen goes out, what isn't is counted by reason; names that aren't there are refused with those that are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from depeche.__main__ import main
from depeche.core.article import State
from depeche.errors import UserError
from depeche.export.choice import Choice, Why, bounds, listed, names_of
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.forms import FORMS
from depeche.export.receipt import SORTS, Receipt
from depeche.ingest.ingest import ingest
from depeche.store.project import Project
from tests.fixtures import key_of, make_project

TEXT = "Tarsis et Belmare signent {n} avec Vorga."


def line(name: str, n: int, spans: str = "", states: dict[str, str] | None = None, **fields: Any) -> dict[str, Any]:
    """Return a line of an article; `spans` as « Claire:Tarsis Bob:Vorga »."""
    text = TEXT.format(n=n)
    marks = []
    for by, words in (one.split(":") for one in spans.split()):
        at = text.index(words)
        label = "QUOTE" if words == "signent" else "ACTOR"
        marks.append({"start": at, "end": at + len(words), "label": label, "status": "added", "by": by})
    known = states or ({"Claire": "done"} if spans else {})
    mine = {"state": known[min(known)], "annotator": min(known)} if known else {}
    return (
        {"id": name, "text": text, "spans": marks} | mine | ({"annotators": known} if len(known) > 1 else {}) | fields
    )


@pytest.fixture
def several(tmp_path):
    lines = [
        line("deux", 1, "Claire:Tarsis Bob:Tarsis Bob:Vorga", {"Bob": "done", "Claire": "done"}, date="2025-07-13"),
        line("pareil", 2, "Claire:Tarsis Bob:Tarsis", {"Bob": "done", "Claire": "done"}, date="2025-08"),
        line("vide", 3, "", {"Bob": "done", "Claire": "done"}, date="2025"),
        line("seul", 4, "Claire:Belmare Claire:signent", assisted=True, date="2024-12-31"),
        line("témoin", 5, "Claire:Vorga", assisted=False),
        line("bob", 6, "Bob:Vorga", {"Bob": "started"}),
        line("neuf", 7),
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    with make_project(tmp_path / "p", {}) as project:
        assert not ingest(project, [tmp_path / "a.jsonl"]).refused
        yield project


def written(project: Project, folder: Path, **choice: Any) -> tuple[Receipt, dict[str, list[str]]]:
    receipt = export(project, folder, Format.JSONL, choice=Choice(**choice))
    account = receipt.account()
    assert all(row["lost"] == 0 for row in account.values())
    assert account["articles"]["in_project"] == 7
    assert account["spans"]["in_project"] == 9
    found = [json.loads(one) for one in (folder / "articles.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    return receipt, {one["id"]: [f"{mark['by']}:{mark['text']}" for mark in one["spans"]] for one in found}


ALL = ["deux", "pareil", "vide", "seul", "témoin", "bob", "neuf"]


@pytest.mark.parametrize(
    ("choice", "names", "reasons"),
    [
        ({}, ALL, {}),
        ({"states": (State.DONE,)}, ALL[:5], {"state started": 1, "state todo": 1}),
        ({"since": "2025"}, ["deux", "pareil", "vide"], {Why.DATES: 1, Why.UNDATED: 3}),
        ({"since": "2025-07-13", "until": "2025-08"}, ["deux", "pareil"], {Why.DATES: 2, Why.UNDATED: 3}),
        ({"until": "2025-07", "undated": True}, ["deux", "seul", "témoin", "bob", "neuf"], {Why.DATES: 2}),
        ({"undated": True}, ["témoin", "bob", "neuf"], {Why.DATED: 4}),
        ({"assisted": False}, ["témoin"], {Why.ASSISTED: 1, Why.UNKNOWN_HELP: 5}),
        ({"agreed": 1.0}, ["pareil", "vide"], {Why.SINGLE: 4, Why.DISAGREED: 1}),
        ({"agreed": 0.6}, ["deux", "pareil", "vide"], {Why.SINGLE: 4}),
        ({"annotators": ("Bob",), "states": (State.DONE,)}, ALL[:3], {Why.NOT_THEIRS: 3, "state started": 1}),
    ],
)
def test_articles_are_chosen_and_the_others_counted(several, tmp_path, choice, names, reasons):
    receipt, found = written(several, tmp_path / "out", **choice)
    assert list(found) == names
    assert receipt.left_out == reasons
    assert receipt.command.startswith("depeche export PROJECT FOLDER --format jsonl")


def test_only_the_spans_of_chosen_annotators_and_labels_go_out(several, tmp_path):
    receipt, found = written(several, tmp_path / "out", annotators=("Bob",))
    assert found == {"deux": ["Bob:Tarsis", "Bob:Vorga"], "pareil": ["Bob:Tarsis"], "vide": [], "bob": ["Bob:Vorga"]}
    assert receipt.left_marks[Why.OTHERS]["spans"] == 2
    receipt, found = written(several, tmp_path / "out", labels=("QUOTE",))
    assert found["seul"] == ["Claire:signent"]
    assert sum(map(len, found.values())) == 1, "articles without such a span stay, as negatives"
    assert receipt.left_marks[Why.LABEL]["spans"] == 8


def test_shared_spans_are_those_that_all_who_finished_have(several, tmp_path):
    receipt, found = written(several, tmp_path / "out", shared=True)
    assert found == {"deux": ["Bob:Tarsis", "Claire:Tarsis"], "pareil": ["Bob:Tarsis", "Claire:Tarsis"], "vide": []}
    assert receipt.left_marks[Why.NOT_SHARED]["spans"] == 1


def test_a_story_is_the_articles_that_a_door_says(several, tmp_path):
    keys = frozenset({key_of(several, "vide"), key_of(several, "seul")})
    receipt, found = written(several, tmp_path / "out", story="3", articles=keys)
    assert list(found) == ["vide", "seul"]
    assert receipt.command.endswith("--story 3")


def test_what_is_to_train_on_has_one_reading_and_counts_the_others(several, tmp_path):
    receipt = export(several, tmp_path, Format.SPACY)
    row = receipt.account()["spans"]
    assert row["left_out"] == {Why.IN_ARTICLES: 1, Why.OTHERS: 1, Why.SAME: 2}
    assert (row["in_project"], row["written"]) == (9, 5)
    assert sorted(receipt.left_out) == ["state started", "state todo"]
    assert set(SORTS) < set(receipt.account())


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"annotators": ("Zoé",)}, "Bob, Claire"),
        ({"labels": ("PERS",)}, "ACTOR, FIGURE, DATE, QUOTE"),
        ({"since": "juillet"}, "2025-07-13"),
        ({"agreed": 2.0}, "entre 0 et 1"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(several, tmp_path, choice, words):
    with pytest.raises(UserError, match=words):
        export(several, tmp_path / "out", Format.JSONL, choice=Choice(**choice))
    assert not (tmp_path / "out").exists()


def test_the_command_line_says_a_choice_as_it_was_made():
    choice = Choice(
        (State.DONE, State.FLAGGED), ("Anne Marie",), ("ACTOR",), "2025", "2025-07", True, "12", frozenset("k"), 0.8,
        assisted=False,
    )  # fmt: skip
    assert choice.flags() == [
        "--states", "done,flagged", "--annotators", "Anne Marie", "--labels", "ACTOR", "--from", "2025", "--to",
        "2025-07", "--story", "12", "--agreed", "0.8", "--undated", "--blind",
    ]  # fmt: skip


@pytest.mark.parametrize("flag", ["--annotators", "--labels", "--states", "--story", "--from", "--to"])
@pytest.mark.parametrize("words", ["", ",", " "])
def test_an_empty_choice_is_refused_instead_of_choosing_everything(flag, words, tmp_path):
    with make_project(tmp_path / "p", {"a": TEXT}):
        pass
    assert main(["export", str(tmp_path / "p"), str(tmp_path / "out"), "--format", "jsonl", flag, words]) == 2
    assert not (tmp_path / "out").exists()


def test_dates_that_leave_no_day_are_refused(tmp_path):
    with make_project(tmp_path / "p", {"a": TEXT}) as project, pytest.raises(UserError, match="à la fois"):
        export(project, tmp_path / "out", Format.JSONL, choice=Choice(since="2026", until="2025"))


@pytest.mark.parametrize("names", [("Zoé, l’autre",), ('Anne "Nan"', "Bob"), ("Anne Marie",), (" a", "b ")])
def test_names_are_read_as_they_were_written(names):
    assert names_of(listed(names)) == tuple(name.strip() for name in names)


def test_the_receipts_command_says_an_agreement_exactly():
    assert Choice(agreed=2 / 3).flags() == ["--agreed", repr(2 / 3)]


def test_a_month_reaches_from_its_first_day_to_its_last():
    assert bounds("2025") == ("2025-01-01", "2025-12-31")
    assert bounds("2025-07") == ("2025-07-01", "2025-07-31")
    assert bounds("2025-07-13") == ("2025-07-13", "2025-07-13")


def test_blind_readings_stay_blind_beside_assisted_ones(tmp_path):
    text = "Tarsis et Belmare signent avec Vorga."
    span = {"start": 0, "end": 6, "label": "ACTOR", "status": "added", "by": "Zoé"}
    one = {"id": "un", "text": text, "spans": [span], "state": "done", "annotator": "Anna", "assisted": True}
    one |= {"annotators": {"Anna": "done", "Zoé": "done"}, "assisted_by": {"Anna": True, "Zoé": False}}
    (tmp_path / "un.jsonl").write_text(json.dumps(one), encoding="utf-8")
    with make_project(tmp_path / "p", {}) as project:
        assert not ingest(project, [tmp_path / "un.jsonl"]).refused
        told = {}
        for format_ in (Format.JSONL, Format.HUGGINGFACE):
            for assisted in (None, True, False):
                folder = tmp_path / f"{format_}-{assisted}"
                export(project, folder, format_, choice=Choice(assisted=assisted))
                (path,) = folder.rglob("*.jsonl")
                row = json.loads(path.read_text(encoding="utf-8"))
                if (format_, assisted) == (Format.JSONL, None):
                    assert row["assisted_by"] == one["assisted_by"]
                told[format_, assisted] = row["annotator"], row["assisted"], len(row["spans"])
    assert told == {
        (Format.JSONL, None): ("Anna", True, 1),
        (Format.JSONL, True): ("Anna", True, 0),
        (Format.JSONL, False): ("Zoé", False, 1),
        (Format.HUGGINGFACE, None): ("Zoé", False, 1),
        (Format.HUGGINGFACE, True): ("Anna", True, 0),
        (Format.HUGGINGFACE, False): ("Zoé", False, 1),
    }


@pytest.mark.parametrize("format_", [one for one in FORMS if one is not Format.SPACY_PROJECT])
def test_that_an_article_was_annotated_blind_is_in_the_files_or_in_the_receipt(tmp_path, format_):
    mark = {"start": 0, "end": 6, "label": "ACTOR", "status": "added", "by": "Zoé"}
    one = {"id": "un", "text": "Tarsis signe.", "spans": [mark], "state": "done", "annotator": "Zoé", "assisted": False}
    (tmp_path / "un.jsonl").write_text(json.dumps(one), encoding="utf-8")
    with make_project(tmp_path / "p", {}) as project:
        ingest(project, [tmp_path / "un.jsonl"])
        receipt = export(project, tmp_path / "out", format_)
    assert receipt.lessened["blind"] == (not FORMS[format_].tells_help)
