"""`depeche radar`: findings as lines or JSON, and a kind mended as one act."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche.annotate.desk import Desk
from depeche.store.project import Project
from tests.annotate import faults
from tests.cli.test_commands import made as made
from tests.cli.test_commands import run as run
from tests.fixtures import key_of, make_project


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """The sample with fifty faults."""
    texts, _ = faults.planted(3)
    faults.into_project(tmp_path / "p", texts).close()
    return tmp_path / "p"


def test_findings_are_listed_the_worst_first_and_counted(run, spoilt):
    said = run("radar", spoilt)
    assert said.status == 1
    rows = [line.split("\t") for line in said.out.splitlines()]
    kinds = list(dict.fromkeys(row[0] for row in rows))
    assert kinds[0] == "crossing"
    assert {"edge", "names", "speaker", "weekday", "unlabelled"} <= set(kinds)
    assert all(len(row) == 7 for row in rows)
    assert "Blancs ou ponctuation au bord (edge) : " in said.err


def test_json_says_what_each_fix_would_do(run, spoilt):
    found = json.loads(run("radar", spoilt, "--json").out)
    edge = next(one for one in found if one["kind"] == "edge")
    assert set(edge) == {"kind", "article", "start", "end", "words", "says", "spans", "fix", "weight"}
    assert edge["fix"][0]["span"] == edge["spans"][0]
    assert (edge["fix"][0]["becomes"]["start"], edge["fix"][0]["becomes"]["end"]) != (edge["start"], edge["end"])


def test_a_kind_is_mended_as_one_act_that_can_be_undone(run, spoilt):
    before = json.loads(run("radar", spoilt, "--json").out)
    said = run("radar", spoilt, "--fix", "edge")
    assert "Blancs ou ponctuation au bord" in said.err
    assert said.status == 1
    after = json.loads(run("radar", spoilt, "--json").out)
    assert sum(one["kind"] == "edge" for one in before) >= 2
    assert [one for one in after if one["kind"] == "edge"] == []
    with Project.open(spoilt) as project:
        change = Desk(project).undo()
    assert change is not None
    assert len(json.loads(run("radar", spoilt, "--json").out)) == len(before)


def test_nothing_found_is_said_and_nothing_to_mend_too(run, made):
    said = run("radar", made)
    assert (said.status, said.out) == (0, "")
    assert "Rien ne se contredit" in said.err
    assert "Rien à corriger" in run("radar", made, "--fix", "edge").err
    assert run("radar", made, "--fix", "rien").status == 2


def test_remarks_on_the_text_are_listed_and_are_no_fault_of_the_work(run, tmp_path):
    with make_project(tmp_path / "p", {"un": "Titre\n\n« Il dort », dit-on.\n"}) as project:
        desk = Desk(project)
        desk.open(key_of(project, "un"))
        desk.mark(7, 18, "QUOTE")
    said = run("radar", tmp_path / "p")
    assert (said.status, said.out.split("\t")[0]) == (0, "unspoken")
