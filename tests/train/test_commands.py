"""`depeche train` and `depeche model`, as they are called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from depeche import paths
from depeche.__main__ import main
from depeche.cli import training
from depeche.store.project import Project
from depeche.train import learn as learning
from depeche.train import shelf
from tests.train import world

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(learning, "_STEPS", 40)
    monkeypatch.setattr(training, "one_thread", lambda: None)
    world.make(tmp_path / "projet", number=12).close()
    return tmp_path / "projet"


def test_train_says_its_course_in_lines_and_adopts_only_what_is_better(folder, capsys):
    status = main(["train", str(folder), "--report", "json", "--name", "un", "--adopt-if-better"])
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {one["event"] for one in events[:-1]} == {"progress"}
    report = events[-1]["report"]
    assert events[-1]["event"] == "done"
    assert report["registered"]
    assert report["adopted"] == report["better"] == (status == 0)
    assert main(["model", str(folder), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["name"], row["used"]) == ("un", report["adopted"])


def test_a_refusal_is_the_last_line_of_the_course(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(training, "one_thread", lambda: None)
    world.make(tmp_path / "petit", number=2).close()
    assert main(["train", str(tmp_path / "petit"), "--report", "json"]) == 2
    said = capsys.readouterr()
    last = json.loads(said.out.splitlines()[-1])
    assert last["event"] == "failed"
    assert last["message"]
    assert last["message"] in said.err.replace("\n", " ")


def test_a_model_is_adopted_listed_put_back_and_removed(folder, capsys):
    main(["train", str(folder), "--name", "un"])
    said = capsys.readouterr().out
    assert "un" in said
    for words in ("recoupant", "valeurs", "genres", "Les citations restent aux règles.", "Trop peu d’articles de test"):
        assert words in said
    errors = shelf_errors(folder, "un")
    assert bool(errors) == ("→" in said)
    assert main(["model", str(folder), "--adopt", "un"]) == 0
    assert main(["model", str(folder), "--remove", "un"]) == 2
    assert main(["check", str(folder)]) == 0
    weights = folder / "models" / "un" / "spancat"
    weights.rename(folder / "away")
    capsys.readouterr()
    assert main(["check", str(folder)]) == 1
    assert "« un »" in capsys.readouterr().out.replace("\u202f", " ")
    (folder / "away").rename(weights)
    assert main(["model", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("* un")
    assert main(["model", str(folder), "--back"]) == 0
    assert main(["model", str(folder), "--back"]) == 2
    assert main(["model", str(folder), "--remove", "un"]) == 0
    assert main(["model", str(folder), "--adopt", "un"]) == 2
    shipped = str(paths.resource("models", "names"))
    assert main(["model", "add", str(folder), shipped, "--name", "ailleurs"]) == 0
    assert main(["model", "add", str(folder), shipped, "--name", "ailleurs"]) == 2
    assert main(["model", "add", str(folder)]) == 2


def shelf_errors(folder: Path, name: str) -> list[object]:
    return list(json.loads((folder / "models" / name / "report.json").read_text(encoding="utf-8"))["errors"])


def test_training_works_while_the_window_holds_the_project(folder, capsys):
    with Project.open(folder) as held:
        status = main(["train", str(folder), "--report", "json", "--name", "un", "--adopt-if-better"])
        report = json.loads(capsys.readouterr().out.splitlines()[-1])["report"]
        assert not report["registered"]
        assert not report["adopted"]
        assert status in (0, 1)
        assert [one.name for one in shelf.sync(held)] == ["un"]


def test_a_model_that_cannot_be_used_is_told_once_and_in_french(folder):
    main(["train", str(folder), "--name", "un"])
    main(["model", str(folder), "--adopt", "un"])
    (folder / "models" / "un" / "meta.json").write_text('{"depeche": {"rule": 1}}', encoding="utf-8")
    done = subprocess.run(  # in a process of its own: here pytest takes what is logged
        [sys.executable, "-m", "depeche", "suggest", str(folder), "--all"],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr.count("Ce modèle ne dit pas comment le prendre.") == 1
    assert "left out" not in done.stderr
