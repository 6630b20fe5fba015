"""`depeche ingest`: previews, maps, and says what it did."""

from __future__ import annotations

import json

import pytest

from depeche import __main__
from depeche.cli.report import Terminal
from depeche.core.progress import Progress
from depeche.ingest import preview
from depeche.store import articles
from depeche.store.project import Project
from tests.fixtures import make_project


@pytest.fixture
def made(tmp_path):
    make_project(tmp_path / "p", {}).close()
    return tmp_path / "p"


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        status = __main__.main(["ingest", *(str(argument) for argument in arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err.replace("\u202f", " ").replace("\u00a0", " ")

    return call


def stored(folder):
    with Project.open(folder) as project, project.read() as db:
        return articles.after(db, 0, 99)


def test_a_preview_says_what_would_come_and_stores_nothing(run, made, tmp_path):
    path = tmp_path / "x.jsonl"
    spans = [{"start": 0, "end": 3, "label": "PERS", "by": "Zoé"}, {"start": 4, "end": 6, "label": "ACTOR"}]
    path.write_text(json.dumps({"text": "Kim <b>dort</b>.", "title": "\x1b[2Jtitre", "spans": spans}) + "\n{\n")
    (tmp_path / "vieux.txt").write_bytes("Un été à Évreux.".encode("cp1252"))
    before = sorted(made.rglob("*"))
    status, out, _ = run(made, path, tmp_path / "vieux.txt", "--preview")
    assert status == 1, "a line would be refused"
    for words in ("Zoé", "cp1252", "ligne 2", "--map PERS=ACTOR:PER", "Un été à Évreux.", "<b>dort</b>"):
        assert words in out
    assert "\x1b" not in out
    assert [one for one in sorted(made.rglob("*")) if one.suffix != ".lock"] == [
        one for one in before if one.suffix != ".lock"
    ]
    assert stored(made) == []


def test_labels_licence_source_and_encoding_as_said(run, made, tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": "Kim dort.", "spans": [{"start": 0, "end": 3, "label": "A=B"}]}))
    (tmp_path / "vieux.txt").write_bytes("Un été à Évreux.".encode("cp850"))
    status, _, err = run(
        made, path, tmp_path / "vieux.txt", "--map", "A=B=ACTOR:PER", "--encoding", "cp850", "--licence", "CC0",
        "--source", "Agence",
    )  # fmt: skip
    assert status == 0
    assert "Lus : 2 = nouveaux : 2 + déjà là : 0 + refusés : 0. Passages : 0, suggestions : 1." in err
    assert [(one.text, one.source, one.meta["licence"]) for one in stored(made)] == [
        ("Kim dort.", "Agence", "CC0"),
        ("Un été à Évreux.", "Agence", "CC0"),
    ]


@pytest.mark.parametrize(
    "wrong", [("--map", "PERS"), ("--map", "PERS=VILLE"), ("--kind", "papyrus"), ("--columns", "text")]
)
def test_what_cannot_be_done_as_asked_is_said(run, made, tmp_path, wrong):
    (tmp_path / "a.txt").write_text("Un texte.")
    status, _, err = run(made, tmp_path / "a.txt", *wrong)
    assert status == 2
    assert len(err.strip().splitlines()) == 1
    assert stored(made) == []


@pytest.mark.parametrize("path", ["", "  "])
def test_an_empty_path_is_not_all_that_lies_here(run, made, tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Un texte.")
    status, _, err = run(made, path)
    assert status == 2
    assert "Un chemin est vide." in err
    assert stored(made) == []


def test_a_project_s_own_folder_is_not_read(run, made, tmp_path):
    (tmp_path / "a.txt").write_text("Un texte.")
    status, _, err = run(made, tmp_path)
    assert status == 1
    assert "c’est le dossier d’un projet, rien n’en est lu." in err
    assert "Lus : 2 = nouveaux : 1 + déjà là : 0 + refusés : 1" in err
    assert [one.text for one in stored(made)] == ["Un texte."]
    status, _, err = run(made, made)
    assert status == 1
    assert "nouveaux : 0 + déjà là : 0 + refusés : 1" in err


def test_columns_may_be_called_anything(run, made, tmp_path):
    (tmp_path / "t.csv").write_text('"Texte, intégral";"a=b"\nUn texte.;Un titre\n', encoding="utf-8")
    status, _, _ = run(made, tmp_path / "t.csv", "--columns", "text=Texte, intégral,title=a=b")
    assert status == 0
    assert [(one.text, one.title) for one in stored(made)] == [("Un texte.", "Un titre")]
    status, _, err = run(made, tmp_path / "t.csv", "--columns", "Texte")
    assert status == 2
    assert "« Texte » n’est pas de la forme NOM=VALEUR" in err


def test_a_preview_refuses_what_the_import_would(run, made, tmp_path):
    (tmp_path / "a.txt").write_text("Un texte.", encoding="utf-8")
    status, _, err = run(made, tmp_path / "a.txt", "--preview", "--map", "LOC=NOPE")
    assert status == 2
    assert "NOPE" in err


def test_a_preview_of_all_finds_the_label_that_comes_late(run, made, tmp_path, monkeypatch):
    monkeypatch.setattr(preview, "SECONDS", 0.0)
    entries = [{"text": f"Nice {n}.", "spans": [{"start": 0, "end": 4, "label": "ACTOR"}]} for n in range(30)]
    entries[-1]["spans"] = [{"start": 0, "end": 4, "label": "RARE"}]
    path = tmp_path / "x.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in entries))
    status, out, _ = run(made, path, "--preview")
    assert status == 0
    assert "RARE" not in out
    assert "--preview --all" in out
    status, out, _ = run(made, path, "--preview", "--all")
    assert status == 0
    assert "30 articles" in out.replace("\u202f", " ")
    assert "--map RARE=" in out
    assert "Aperçu partiel" not in out
    assert stored(made) == []
    status, _, err = run(made, path, "--all")
    assert status == 2
    assert "« --all » ne va qu’avec « --preview »" in err
    assert stored(made) == []


def test_hundreds_of_refusals_are_told_by_their_reason_and_listed_as_json(run, made, tmp_path):
    path = tmp_path / "x.jsonl"
    spans = [{"start": 0, "end": 99, "label": "ACTOR"}]
    path.write_text("".join(json.dumps({"text": f"Kim {n}.", "spans": spans}) + "\n" for n in range(400)))
    status, out, _ = run(made, path, "--preview", "--all")
    assert status == 1
    assert len([line for line in out.splitlines() if "Refusé" in line]) == 1
    assert "400 fois" in out.replace("\u202f", " ")
    status, out, err = run(made, path)
    assert (status, out) == (1, "")
    assert len(err.splitlines()) < 8
    assert f"400 fois ; {path}, ligne 1, ligne 2, ligne 3, …" in err
    assert "Lus : 400 = nouveaux : 0 + déjà là : 0 + refusés : 400." in err
    status, out, err = run(made, path, "--report", "json")
    report = json.loads(out)
    assert (status, report["read"], report["new"], report["stopped"]) == (1, 400, 0, False)
    assert [one["where"] for one in report["refused"]] == [f"{path}, ligne {n}" for n in range(1, 401)]
    assert all(one["why"] for one in report["refused"])
    assert "Lus : 400" in err


def test_an_import_that_is_interrupted_says_what_came_in(run, made, tmp_path, monkeypatch):
    for n in range(9):
        (tmp_path / f"{n}.txt").write_text(f"Texte {n}.")

    def interrupted(self: Terminal, progress: Progress) -> None:
        if progress.what.endswith("(4)"):
            raise KeyboardInterrupt

    monkeypatch.setattr(Terminal, "__call__", interrupted)
    status, _, err = run(made, *sorted(tmp_path.glob("*.txt")))
    assert status == 2
    assert "Lus : 4 = nouveaux : 4" in err
    assert "Import arrêté" in err
    assert "ce qui était fait reste" in err
    assert len(stored(made)) == 4
