"""`depeche stories`: stories as lines or JSON, a board as lines, JSON, CSV or HTML."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.annotate import rumours
from tests.cli.test_commands import run as run


@pytest.fixture
def told(tmp_path):
    rumours.into_project(tmp_path / "p").close()
    return tmp_path / "p"


def test_stories_are_listed(run, told):
    said = run("stories", told)
    assert said.status == 0
    assert said.out == "1\t3\t2025-05-06..2025-05-07\tDétroit de Sorn : 600 soldats tués\t1,2,3\n"
    assert "1 récit." in said.err
    (story,) = json.loads(run("stories", told, "--json").out)
    assert [one["number"] for one in story["articles"]] == [1, 2, 3]


def test_a_board_in_every_shape(run, told):
    assert "≠ quelque 600 | environ 600\u00a0soldats | Ilan Vorga (entre guillemets)" in run(
        "stories", told, "--board", "2", "--pending"
    ).out  # fmt: skip
    made = json.loads(run("stories", told, "--board", "gazette", "--pending", "--json").out)
    assert [row["kind"] for row in made["rows"]] == ["figure", "figure", "date"]
    cell = made["rows"][0]["cells"][1]
    assert (cell["words"], cell["said_by"], len(cell["differs"])) == ("4.000", "des responsables d’Ostrel", 1)
    lines = list(csv.DictReader(io.StringIO(run("stories", told, "--board", "1", "--pending", "--csv").out)))
    assert len(lines) == 7
    assert "<table>" in run("stories", told, "--board", "1", "--pending", "--html").out


def test_what_cannot_be_done_is_said(run, told):
    assert run("stories", told, "--board", "4").status == 2
    assert run("stories", told, "--html").status == 2
    assert run("stories", told, "--rebuild").status == 0
