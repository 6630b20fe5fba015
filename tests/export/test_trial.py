"""An export tried beforehand says what the export itself will, shows its first record, and writes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche.core.article import State
from depeche.core.progress import Cancelled, Progress
from depeche.export import trial as module
from depeche.export.choice import Choice
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.forms import FORMS
from depeche.export.losses import statement, warnings
from depeche.export.pseudonyms import Whom
from depeche.export.trial import preview, trial
from depeche.train.parting import parting
from tests.export.hostile import make


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    with make(tmp_path_factory.mktemp("hostile")) as project:
        yield project


@pytest.mark.parametrize("format_", [*FORMS])
def test_what_is_said_before_is_what_is_said_after(hostile, tmp_path, format_):
    before = sorted(tmp_path.rglob("*"))
    tried = trial(hostile, format_, parting=parting(hostile))
    assert sorted(tmp_path.rglob("*")) == before
    receipt = export(hostile, tmp_path / "out", format_, parting=parting(hostile))
    assert statement(tried.receipt) == statement(receipt)
    assert warnings(tried.receipt) == warnings(receipt)
    assert tried.receipt.account() == receipt.account()
    assert set(tried.files) == {
        path.relative_to(tmp_path / "out").as_posix()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file() and not path.name.startswith("RECEIPT")
    }
    assert tried.preview
    assert "\x00" not in tried.preview


@pytest.mark.parametrize("format_", [*FORMS])
def test_the_first_record_is_shown_at_once(hostile, format_):
    shown = preview(hostile, format_)
    assert "Rien" in shown, "the first article's own words"
    assert "\x00" not in shown


def test_a_preview_shows_other_names_and_only_what_was_chosen(hostile):
    labels = Choice(labels=("QUOTE",))
    first = json.loads(preview(hostile, Format.JSONL, choice=Choice(states=(State.DONE,), labels=("QUOTE",))))
    assert {one["label"] for one in first["spans"]} <= {"QUOTE"}
    shown = json.loads(preview(hostile, Format.JSONL, choice=labels, pseudonyms=Whom.PERSONS))
    assert shown["id"].startswith("article-")


def test_nothing_that_goes_out_shows_nothing(hostile):
    tried = trial(hostile, Format.JSONL, choice=Choice(states=(State.SKIPPED,)))
    assert (tried.preview, tried.receipt.articles) == ("", 0)
    assert preview(hostile, Format.JSONL, choice=Choice(states=(State.SKIPPED,))) == ""


def test_a_trial_can_be_stopped_and_says_how_far_it_is(hostile):
    heard: list[Progress] = []

    def report(progress: Progress) -> None:
        heard.append(progress)
        if len(heard) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        trial(hostile, Format.JSONL, report)
    assert heard[0].total == 20
    assert heard[0].what


def test_only_the_beginning_of_the_first_files_is_kept():
    desk = module.Desk()
    for n in range(5):
        with desk.file(f"f{n}") as file:
            assert file.write(b"x" * 3000) == 3000
            assert file.write(b"y" * 3000) == 3000
            assert file.tell() == 6000
    assert [len(head) for head in desk.kept.values()] == [module.KEPT] * module.FILES
    assert desk.names == [f"f{n}" for n in range(5)]


def test_the_command_line_tries_without_a_folder(hostile, tmp_path, capsys, monkeypatch):
    from depeche.__main__ import main

    monkeypatch.chdir(tmp_path)
    command = ["export", str(hostile.folder), "--format", "spacy-jsonl"]
    assert main([*command, "--dry-run", "--states", "done"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["text"].startswith("Rien")
    assert "Partiraient" in said.err
    assert "N’y ont pas de place" in said.err
    assert "la licence de 19 articles est inconnue" in said.err
    assert list(Path().iterdir()) == []
    assert main(command) == 2
    assert "Il manque le dossier" in capsys.readouterr().err
