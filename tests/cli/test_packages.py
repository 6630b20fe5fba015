"""The commands on work packages, from the lead's project out to an annotator and back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from depeche import __main__
from depeche.annotate.desk import Desk
from depeche.cli.main import run as run_cli
from depeche.core.article import State
from depeche.export.target import alone_in
from depeche.store.project import DATABASE, Project
from depeche.store.spans import put_annotator
from tests.cli.test_commands import Said
from tests.fixtures import key_of, make_project
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


def test_states_are_those_of_whoever_got_furthest_as_in_exports_and_statistics(run, lead, tmp_path):
    with Project.open(lead) as project:
        with project.write() as db:
            other = put_annotator(db, "Zoé")
        desk = Desk(project)
        desk.annotator = other
        desk.open(key_of(project, "crue"))
        desk.set_state(State.DONE)
    for states, articles in (("done", 1), ("todo", 2), ("todo,done", 3)):
        out = tmp_path / f"{states}.depeche"
        assert run("package", lead, out, "--annotator", "B", "--states", states).status == 0
        assert json.loads(run("inspect", out, "--json").out)["articles"] == articles


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


# --- what is outside is shown, and does nothing


def test_names_from_outside_give_the_terminal_no_orders(run, lead, tmp_path):
    run("package", lead, tmp_path / "lot.depeche", "--annotator", "Bi\x1b[31mlal\u202e" + "a" * 5_000)
    evil = sealed(members_of(tmp_path / "lot.depeche"), title="\x1b]0;pris\x07\nVérifié oui", program="\u202e1")
    write(tmp_path / "x.depeche", evil)
    said = run("inspect", tmp_path / "x.depeche")
    assert "‹001B›]0;pris‹0007› Vérifié oui" in said.out
    assert "Bi‹001B›[31mlal‹202E›aaa" in said.out
    assert not set("\x1b\x07\u202e") & set(said.out)
    assert all(len(line) < 300 for line in said.out.splitlines())
    said = run("unpack", tmp_path / "x.depeche", tmp_path / "projet")
    assert said.status == 0
    assert not set("\x1b\x07\u202e") & set(said.err)
    assert len(said.err) < 1_000
    said = run("find", tmp_path / "projet", "\x1b[2J")
    assert "\x1b" not in said.err


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is needed")
def test_on_a_terminal_even_data_give_no_orders_and_in_a_pipe_they_are_exact(tmp_path):
    evil = "Tarsis \x1b[2J efface \u202e tout"
    make_project(tmp_path / "p", {"a": f"{evil}\n\nTarsis parle."}).close()
    command = [sys.executable, "-m", "depeche", "find", str(tmp_path / "p"), "efface"]
    piped = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    assert "\x1b[2J" in piped
    ours, theirs = os.openpty()
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL) as one:
        os.close(theirs)
        seen = b""
        with suppress(OSError):  # Linux says so that the other end is closed
            while piece := os.read(ours, 4096):
                seen += piece
    os.close(ours)
    assert one.returncode == 0
    assert "‹001B›[2J".encode() in seen
    assert b"\x1b" not in seen
    assert "\u202e".encode() not in seen
    assert b"\t" in seen


def test_work_that_lies_elsewhere_is_named_when_a_package_is_unpacked_again(run, lead, tmp_path):
    run("package", lead, tmp_path / "lot.depeche", "--annotator", "Bilal")
    assert "Attention" not in run("unpack", tmp_path / "lot.depeche", tmp_path / "un").err
    said = run("unpack", tmp_path / "lot.depeche", tmp_path / "deux")
    assert said.status == 0
    assert f"était déjà ouvert dans {tmp_path / 'un'}" in said.err


# --- where things are written, and which folder is a project


@pytest.mark.parametrize("place", ["", "dedans", "models/x"])
def test_an_export_into_a_project_is_refused(run, lead, place):
    before = sorted(lead.rglob("*"))
    said = run("export", lead, lead / place, "--format", "jsonl")
    assert said.status == 2
    assert "est le dossier d’un projet. Exportez à côté" in said.err
    assert sorted(lead.rglob("*")) == before


def test_what_is_no_export_is_not_called_one(run, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "Tarsis."}\n', encoding="utf-8")
    (tmp_path / "b.jsonl").mkdir()
    said = run("predict", tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert said.status == 2
    assert "L’export" not in said.err
    assert "b.jsonl est un dossier, il faut un fichier." in said.err
    assert list((tmp_path / "b.jsonl").iterdir()) == []


def test_a_project_folder_alone_is_opened(lead, tmp_path, monkeypatch, capsys):
    opened: list[Path | None] = []

    def door(path: Path | None) -> int:
        opened.append(path and path.resolve())
        return 0

    def call(*arguments: str) -> int:
        return run_cli(arguments, window=door, demonstrate=door)

    assert call(str(lead)) == 0
    monkeypatch.chdir(tmp_path)
    assert call("lead") == call("./lead") == call("lead/") == 0
    monkeypatch.chdir(lead)
    assert call(".") == 0
    assert opened == [lead] * 5
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vide").mkdir()
    (tmp_path / "check").mkdir()
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    capsys.readouterr()
    for other in ("vide", "./absent", "x.txt", str(tmp_path)):
        assert call(other) == 2
        assert f"depeche\u202f: {other} n’est pas un projet Dépêche." in capsys.readouterr().err
    assert call("absent") == 2
    assert "n’est pas un projet" not in capsys.readouterr().err
    assert call("check") == 2
    assert "PROJECT" in capsys.readouterr().err, "a command stays one where a folder is called like it"
    assert len(opened) == 5


def test_two_at_once_into_one_file_are_told_so(run, lead, tmp_path):
    out = tmp_path / "lot.depeche"
    with alone_in(out):
        said = run("package", lead, out, "--annotator", "B")
    assert said.status == 2
    assert "Un autre export est en cours" in said.err
    assert not out.exists()
    assert run("package", lead, out, "--annotator", "B").status == 0
