"""The commands on work packages, from the lead's project out to an annotator and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche import __main__
from depeche.cli.main import run as run_cli
from depeche.store.project import DATABASE, Project
from tests.cli.test_commands import Said
from tests.packages import annotate, make_lead, members_of, sealed, write


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> Said:
        status = __main__.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return call


@pytest.fixture
def lead(tmp_path: Path) -> Path:
    make_lead(tmp_path / "lead").close()
    return tmp_path / "lead"


def test_out_and_back(run, lead, tmp_path):
    said = run("package", lead, tmp_path / "lot.depeche", "--annotator", "Bilal", "--numbers", "1-2")
    assert (said.status, said.out) == (0, "")
    assert "Lot pour Bilal : 2 articles, 6 suggestions" in said.err
    said = run("unpack", tmp_path / "lot.depeche", tmp_path / "bilal")
    assert said.status == 0
    assert "Projet créé" in said.err
    said = run("unpack", tmp_path / "lot.depeche", tmp_path / "bilal")
    assert said.status == 0
    assert "déjà ouvert" in said.err
    with Project.open(tmp_path / "bilal") as project:
        annotate(project)
    said = run("return", tmp_path / "bilal", tmp_path / "rendu.depeche")
    assert said.status == 0
    assert "Travail de Bilal : 1 articles terminés sur 2, 4 passages" in said.err
    said = run("inspect", tmp_path / "rendu.depeche")
    assert said.status == 0
    for words in (
        "travail rendu",
        "Bilal",
        "lead",
        "Terminés          1",
        "Passages          4",
        "tel qu’il a été écrit",
    ):
        assert words in said.out
    found = json.loads(run("inspect", tmp_path / "rendu.depeche", "--json").out)
    sent = json.loads(run("inspect", tmp_path / "lot.depeche", "--json").out)
    assert (sent["kind"], found["kind"], found["verified"]) == ("work", "return", True)
    assert found["package"] == sent["key"]
    assert found["states"] == {"done": 1, "flagged": 1}
    assert found["annotator"] == sent["annotator"]


@pytest.mark.parametrize(
    ("which", "articles"),
    [
        (["--articles", "crue", "calme"], 2),
        (["--states", "todo"], 3),
        (["--numbers", "3"], 1),
        ([], 3),
    ],
)
def test_articles_are_chosen(run, lead, tmp_path, which, articles):
    assert run("package", lead, tmp_path / "lot.depeche", "--annotator", "B", *which).status == 0
    assert json.loads(run("inspect", tmp_path / "lot.depeche", "--json").out)["articles"] == articles


@pytest.mark.parametrize(
    "which",
    [
        ["--articles", "absent"],
        ["--states", "done"],
        ["--states", "fini"],
        ["--numbers", "9"],
        ["--numbers", "x"],
        ["--model", "m"],
        ["--numbers", "1", "--states", "todo"],
    ],
)
def test_what_cannot_be_chosen_is_said_and_writes_nothing(run, lead, tmp_path, which):
    said = run("package", lead, tmp_path / "lot.depeche", "--annotator", "B", *which)
    assert said.status == 2
    assert "Traceback" not in said.err
    assert not (tmp_path / "lot.depeche").exists()


def test_inspect_says_what_is_wrong_and_with_what_status(run, lead, tmp_path):
    run("package", lead, tmp_path / "lot.depeche", "--annotator", "B")
    members = members_of(tmp_path / "lot.depeche")
    write(tmp_path / "abîmé.depeche", members | {"guide.md": members["guide.md"][:-1] + b"?"})
    said = run("inspect", tmp_path / "abîmé.depeche")
    assert said.status == 1
    assert "empreinte" in said.out
    write(tmp_path / "autre.depeche", sealed(members, kind="autre"))
    said = run("inspect", tmp_path / "autre.depeche")
    assert said.status == 2
    assert "autre.depeche" in said.err
    assert run("inspect", tmp_path / "absent.depeche").status == 2


def test_a_double_click_gives_the_file_alone(tmp_path):
    asked: list[Path | None] = []

    def window(path: Path | None) -> int:
        asked.append(path)
        return 0

    for name in ("lot.depeche", "Lot de Zoé.DEPECHE"):
        assert run_cli([str(tmp_path / name)], window=window, demonstrate=window) == 0
        assert run_cli(["open", str(tmp_path / name)], window=window, demonstrate=window) == 0
    assert asked == [tmp_path / "lot.depeche"] * 2 + [tmp_path / "Lot de Zoé.DEPECHE"] * 2
    assert run_cli([str(tmp_path / "lead" / DATABASE)], window=window, demonstrate=window) == 0
    assert asked[-1] == tmp_path / "lead"
