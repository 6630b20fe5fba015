"""`depeche scheme`: shown, written, compared, applied as one act, from the command line alone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from depeche import __main__
from depeche.annotate import labelling
from depeche.annotate.desk import Desk
from depeche.core.scheme import Kind, Label, parse_scheme
from depeche.store.project import Project
from tests.fixtures import TREATY, guess, key_of, make_project, propose


def run(*arguments: object) -> int:
    return __main__.main([str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with make_project(tmp_path / "p") as project:
        propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"), guess(TREATY, "Otan", "ACTOR"))
    return tmp_path / "p"


def test_labels_go_out_are_renamed_and_come_back(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    out = tmp_path / "e.toml"
    assert run("scheme", folder, "--export", out) == 0
    out.write_text(out.read_text(encoding="utf-8").replace('"ACTOR"', '"ACTEUR"'), encoding="utf-8")
    capsys.readouterr()
    assert run("scheme", folder, "--apply", out, "--dry-run") == 0
    said = capsys.readouterr()
    assert "ACTOR\u202f: a déjà servi" in said.out
    assert "--rename ACTOR=ACTEUR" in said.err
    with Project.open(folder) as project:
        assert "ACTOR" in project.scheme
    assert run("scheme", folder, "--apply", out, "--rename", "ACTOR=ACTEUR", "--json") == 0
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["what"], change["suggestions"], change["articles"]) == ("renamed", 2, 1)
    with Project.open(folder) as project:
        assert "ACTOR" not in project.scheme
        assert parse_scheme((folder / "scheme.toml").read_text(encoding="utf-8"), "x") == project.scheme
    assert run("scheme", folder, "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["version"] == 2
    assert shown["labels"][0]["used"]["suggestions"] == 2
    assert run("scheme", folder, "--rename", "ACTEUR=ACTOR") == 0
    capsys.readouterr()
    assert run("scheme", folder) == 0
    assert capsys.readouterr().out.startswith("ACTOR\t")


def test_what_cannot_be_is_said_and_changes_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b'[[label]]\nlabel = "A"\n\xff')
    for asked, why in (
        (("--apply", bad), "ligne 3"),
        (("--apply", tmp_path / "absent.toml"), "ne peut pas être lu"),
        (("--rename", "ACTOR"), "ANCIEN=NOUVEAU"),
        (("--rename", "RIEN=X"), "n’existe pas"),
        (("--rename", "ACTOR=DATE"), "DATE"),
    ):
        assert run("scheme", folder, *asked) == 2
        assert why in capsys.readouterr().err
    with Project.open(folder) as project:
        assert project.scheme.version == 1


def test_exports_and_packages_carry_the_new_names(folder: Path, tmp_path: Path) -> None:
    assert run("scheme", folder, "--rename", "ACTOR=ACTEUR") == 0
    assert run("export", folder, tmp_path / "out", "--format", "jsonl") == 0
    lines = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.jsonl"))
    assert '"ACTEUR"' in lines
    assert '"ACTOR"' not in lines
    assert run("package", folder, tmp_path / "lot.depeche", "--annotator", "Marc") == 0
    assert run("unpack", tmp_path / "lot.depeche", tmp_path / "chez-marc") == 0
    assert run("check", tmp_path / "chez-marc") == 0
    with Project.open(tmp_path / "chez-marc") as project, project.read() as db:
        assert project.scheme.get("ACTEUR").base == "ACTOR"
        assert project.scheme.version == 2
        assert list(db.exec_driver_sql("SELECT DISTINCT label FROM suggestions").scalars()) == ["ACTEUR"]


def test_a_label_goes_into_another_and_what_crosses_stops_it_until_it_is_decided(
    folder: Path, capsys: pytest.CaptureFixture
) -> None:
    with Project.open(folder) as project:
        scheme = project.scheme
        camp = Label("CAMP", "Camp", "y", "#445566", nests=True, kinds=(Kind("FLOU", "Flou"),))
        labelling.carry_out(Desk(project), labelling.plan(project, replace(scheme, labels=(*scheme.labels, camp))))
        desk = Desk(project)
        desk.open(key_of(project, "traité"))
        desk.accept(desk.pending[0].key)
        at = TREATY.index("président Ilan Vorga")
        desk.mark(at, at + len("président Ilan Vorga"), "CAMP")
        desk.edit(desk.spans[0].key, kind="FLOU")
    assert run("scheme", folder, "--merge", "CAMP=ACTOR", "--dry-run") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Passages qui croiseraient un plus long" in said
    assert "Tarsis signe le traité : « Ilan Vorga » croise « président Ilan Vorga »" in said
    assert "CAMP : le genre FLOU, que ACTOR n’a pas, reste tel quel" in said
    assert "CAMP est réunie à ACTOR" in said
    assert run("scheme", folder, "--merge", "CAMP=ACTOR") == 2
    assert "rien n’a été fait" in " ".join(capsys.readouterr().err.split())
    assert run("scheme", folder, "--merge", "CAMP=ACTOR", "--rename", "CAMP/FLOU=GRP", "--longest", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["merge"], told["crossings"]["number"]) == ({"CAMP": "ACTOR"}, 1)
    assert run("check", folder) == 0
    with Project.open(folder) as project:
        desk = Desk(project)
        desk.open(key_of(project, "traité"))
        assert [(desk.text_of(one), one.label, one.kind) for one in desk.spans] == [
            ("président Ilan Vorga", "ACTOR", "GRP")
        ]
    assert run("scheme", folder, "--merge", "ACTOR=DATE", "--merge", "DATE=FIGURE") == 2
    assert run("scheme", folder, "--rename", "ACTOR=DATE") == 2
    assert "réunissez les deux" in " ".join(capsys.readouterr().err.split())


def test_a_key_that_the_window_needs_is_told_where_the_scheme_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture):
    labels = "".join(
        f'[[label]]\nlabel = "L{n}"\nname = "Étiquette {n}"\nkey = "{key}"\n' for n, key in enumerate("éaxy")
    )
    toml = tmp_path / "e.toml"
    toml.write_text(f'name = "Essai"\nversion = 1\n{labels}', encoding="utf-8")
    assert run("new", tmp_path / "neuf", "--scheme", toml) == 0
    said = capsys.readouterr().err
    assert "La touche É de « Étiquette 0 » sert déjà dans la fenêtre (le 2 d’un clavier français)" in plain(said)
    assert "La touche X de « Étiquette 2 » sert déjà dans la fenêtre : l’étiquette y sera sans touche." in plain(said)
    assert said.count("sert déjà") == 2
    toml.write_text(toml.read_text(encoding="utf-8").replace('key = "a"', 'key = "à"'), encoding="utf-8")
    assert run("scheme", tmp_path / "neuf", "--apply", toml) == 0
    assert "La touche À de « Étiquette 1 »" in plain(capsys.readouterr().err)


def plain(words: str) -> str:
    return " ".join(words.split())
