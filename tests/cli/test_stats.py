"""`depeche stats`: whose numbers, and every chart as SVG and CSV."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.store.spans import put_annotator
from tests.cli.test_commands import run as run
from tests.fixtures import TREATY, guess, key_of, make_project, propose


@pytest.fixture
def worked(tmp_path: Path) -> Path:
    """A project in which Claire has finished one article, with two verdicts, and Paul has begun it."""
    with make_project(tmp_path / "p") as project:
        one, other = propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR", value="Ilan Vorga"),
                             guess(TREATY, "Quelque 600", "FIGURE"))  # fmt: skip
        desk = Desk(project)
        desk.open(key_of(project, "traité"))
        desk.accept(one.key)
        desk.reject(other.key)
        desk.set_state(State.DONE)
        with project.write() as db:
            paul = put_annotator(db, "Paul")
        desk = Desk(project)
        desk.annotator = paul
        desk.open(key_of(project, "traité"))
        desk.accept(one.key)
    return tmp_path / "p"


def test_every_chart_is_written_twice(run, worked: Path, tmp_path: Path):
    said = run("stats", worked, "--charts", tmp_path / "out")
    assert (said.status, said.out) == (0, "")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == 32
    for name in names:
        if name.endswith(".svg"):
            assert ElementTree.parse(tmp_path / "out" / name).getroot().tag.endswith("svg")
    with (tmp_path / "out" / "outcomes-by-label.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [["Étiquette", "Acceptées", "Corrigées", "Rejetées"], ["Acteur", "2", "0", "0"],
                    ["Chiffre", "0", "0", "1"]]  # fmt: skip
    assert f"32 fichiers écrits dans {tmp_path / 'out'}" in said.err


def test_the_same_project_gives_the_same_bytes(run, worked: Path, tmp_path: Path):
    for name in ("one", "two"):
        run("stats", worked, "--charts", tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_numbers_are_everybodys_or_one_annotators(run, worked: Path):
    assert "Travail de tous les annotateurs (passages\u202f: Claire 1, Paul 1)" in run("stats", worked).out
    hers = json.loads(run("stats", worked, "--json", "--annotator", "Paul").out)
    assert (hers["annotator"], hers["articles"]["done"], hers["articles"]["started"]) == ("Paul", 0, 1)
    assert "annotator" not in json.loads(run("stats", worked, "--json").out)


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [("--annotator", "Zoé", "Zoé"), ("--label", "NOPE", "ACTOR"), ("--from", "hier", "2025-07-13")],
)
def test_what_is_not_there_is_said(run, worked: Path, tmp_path: Path, option: str, value: str, told: str):
    said = run("stats", worked, "--charts", tmp_path / "out", option, value)
    assert said.status == 2
    assert told in said.err
    assert not (tmp_path / "out").exists()


def test_an_empty_project_writes_charts_that_say_so(run, tmp_path: Path):
    make_project(tmp_path / "p", {}).close()
    said = run("stats", tmp_path / "p", "--charts", tmp_path / "out")
    assert said.status == 0
    assert "14 graphiques n’ont rien à montrer encore" in said.err
    assert "Rien à montrer encore." in (tmp_path / "out" / "actors.svg").read_text(encoding="utf-8")
