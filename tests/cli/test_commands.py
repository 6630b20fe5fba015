"""Every command: data on standard output, words on standard error, 0 done, 1 found wanting, 2 cannot be done."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from depeche import __main__, messages
from depeche.cli import predict as predict_module
from depeche.store.project import DATABASE, Project
from depeche.suggest import suggest as suggest_module
from tests.fixtures import FLOOD, TREATY, Fake, make_project

DESKTOP = Path(__main__.__file__).resolve().parents[1]
COMMANDS = tuple(
    "open new ingest suggest actors find everywhere history radar export package "
    "unpack return inspect stats check predict demo".split()
)


class Said:
    """What a command printed, with plain spaces so that it can be looked for."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> Said:
        status = __main__.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return call


@pytest.fixture
def made(tmp_path):
    make_project(tmp_path / "p").close()
    return tmp_path / "p"


def process(*arguments: object, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "depeche", *map(str, arguments)],
        input=data,
        env={**os.environ, "PYTHONPATH": str(DESKTOP), **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )


def articles_file(folder: Path, *texts: str) -> Path:
    path = folder / "in.jsonl"
    path.write_text("".join(json.dumps({"text": text, "id": f"n{n}"}) + "\n" for n, text in enumerate(texts)), "utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(run, command):
    said = run(command, "--help")
    assert said.status == 0
    assert said.err == ""
    assert f"  depeche {command}" in said.out
    assert "exemple" in said.out


def test_the_main_help_names_every_command(run):
    said = run("--help")
    assert said.status == 0
    assert all(command in said.out for command in COMMANDS)
    assert run("--version").out.startswith("depeche ")


@pytest.mark.parametrize(
    "wrong",
    [
        ["nonsense"],
        ["new"],
        ["ingest", "p"],
        ["export", "p", "x"],
        ["export", "p", "x", "--format", "tei"],
        ["ingest", "p", "x", "--as", "gold"],
        ["predict", "x"],
        ["predict", "a", "b", "--jobs", "many"],
    ],
)
def test_a_wrong_call_is_2_with_the_usage_on_standard_error(run, wrong):
    said = run(*wrong)
    assert said.status == 2
    assert said.out == ""
    assert "utilisation" in said.err


@pytest.mark.parametrize("command", ["ingest", "suggest", "export", "stats", "check"])
def test_no_project_is_2_in_one_sentence(run, tmp_path, command):
    more = {"ingest": ["x.txt"], "export": [tmp_path / "out", "--format", "jsonl"]}.get(command, [])
    said = run(command, tmp_path / "nulle part", *more)
    assert (said.status, said.out) == (2, "")
    assert "n’est pas un projet" in said.err
    assert "Traceback" not in said.err
    assert not (tmp_path / "nulle part").exists()


def test_new_makes_a_project(run, tmp_path):
    said = run("new", tmp_path / "p", "--annotator", "Claire")
    assert (said.status, said.out) == (0, "")
    assert "ACTOR, FIGURE, DATE, QUOTE" in said.err
    scheme = tmp_path / "mien.toml"
    scheme.write_text('[[label]]\nlabel = "LIEU"\n', encoding="utf-8")
    assert run("new", tmp_path / "q", "--scheme", scheme).status == 0
    with Project.open(tmp_path / "q") as project:
        assert [label.label for label in project.scheme.labels] == ["LIEU"]
    for wrong in (
        [tmp_path / "p"],
        [tmp_path / "r", "--scheme", tmp_path / "absent.toml"],
        [tmp_path / "r", "--annotator", " "],
        [scheme],
    ):
        said = run("new", *wrong)
        assert (said.status, said.out) == (2, "")
        assert said.err.startswith("depeche : ")
    scheme.write_text("[[label]", encoding="utf-8")
    assert "ligne 1" in run("new", tmp_path / "r", "--scheme", scheme).err
    assert not (tmp_path / "r").exists()


def test_ingest_says_what_became_of_each(run, made, tmp_path):
    (tmp_path / "2025-07-13.txt").write_text("Un nouveau texte.", encoding="utf-8")
    (tmp_path / "x.txt").write_text(TREATY, encoding="utf-8", newline="")
    said = run("ingest", made, tmp_path / "2025-07-13.txt", tmp_path / "x.txt")
    assert (said.status, said.out) == (0, "")
    assert "Lus : 2 = nouveaux : 1 + déjà là : 1 + refusés : 0" in said.err
    assert "1 date de publication déduite" in said.err
    assert "même texte que « traité »" in said.err
    (tmp_path / "y.jsonl").write_text('{"text": "Bon."}\n{"text": \n', encoding="utf-8")
    said = run("ingest", made, tmp_path / "y.jsonl", "--as", "spans")
    assert said.status == 1
    assert "y.jsonl, ligne 2 : ce n’est pas du JSON valide" in said.err
    assert "nouveaux : 1 + déjà là : 0 + refusés : 1" in said.err


def test_a_project_open_elsewhere_is_2_for_writers_and_no_matter_for_readers(run, made, tmp_path):
    with Project.open(made, program="fenêtre"):
        said = run("suggest", made)
        assert said.status == 2
        assert f"fenêtre, processus {os.getpid()}" in said.err
        assert run("stats", made).status == 0
        assert run("check", made).status == 0
        assert run("export", made, tmp_path / "out", "--format", "jsonl").status == 0


def test_suggest_asks_once_and_all_again_when_told(run, made, monkeypatch):
    monkeypatch.setattr(suggest_module, "rules", lambda others=(): [Fake(("Tarsis", "ACTOR"), ("nuit", "DATE"))])
    assert "Articles : 3, suggestions : 3, dont nouvelles : 3" in run("suggest", made).err
    assert "Articles : 0, suggestions : 0" in run("suggest", made).err
    assert "Articles : 3, suggestions : 3, dont nouvelles : 0" in run("suggest", made, "--all").err
    assert run("suggest", made, "--model", "no-such-pipeline").status == 2


def test_the_real_sources_suggest(run, made):
    said = run("suggest", made)
    assert said.status == 0
    found = json.loads(run("stats", made, "--json").out)
    assert {one["label"] for one in found["suggestions"]} == {"ACTOR", "FIGURE", "DATE", "QUOTE"}
    assert all(one["waiting"] and not one["accepted"] for one in found["suggestions"])
    assert found["articles"]["total"] == 3


def test_a_spacy_pipeline_can_be_a_source(run, made, tmp_path, monkeypatch):
    monkeypatch.setattr(suggest_module, "rules", lambda others=(): [*others])
    nlp = spacy.blank("fr")
    patterns = [{"label": "PERSON", "pattern": "Ilan Vorga"}, {"label": "LOC", "pattern": "Tarsis"}]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    nlp.to_disk(tmp_path / "modèle")
    said = run("suggest", made, "--model", tmp_path / "modèle")
    assert said.status == 0
    (one,) = json.loads(run("stats", made, "--json").out)["suggestions"]
    assert (one["label"], one["waiting"]) == ("ACTOR", 1)
    assert one["source"].startswith("spacy:")


def test_a_model_is_named_as_the_project_knows_it(run, made, monkeypatch):
    # Alone, so that what is counted is its own.
    monkeypatch.setattr(suggest_module, "rules", lambda others=(): [*others])
    assert "suggestions : 0" in run("suggest", made, "--model", "base").err, "which is asked without saying so"
    assert run("suggest", made, "--model", "essai").status == 2
    nlp = spacy.blank("fr")
    nlp.add_pipe("ner").add_label("PER")
    nlp.initialize()
    nlp.to_disk(made / "models" / "essai", exclude=["tokenizer", "vocab"])
    assert run("suggest", made, "--model", "essai", "--all").status == 0
    (made / "models" / "essai" / "code.py").write_text("")
    said = run("suggest", made, "--model", "essai", "--all")
    assert (said.status, "code.py" in said.err) == (2, True), "nothing of its own is run"


def test_stats_are_for_people_or_programs(run, made):
    said = run("stats", made)
    assert (said.status, said.err) == (0, "")
    assert "Articles" in said.out
    data = json.loads(run("stats", made, "--json").out)
    assert set(data) == {"title", "articles", "spans", "missed", "annotators", "suggestions", "control"}


def test_check_is_1_with_a_list_when_something_is_wrong(run, made):
    said = run("check", made)
    assert (said.status, said.out) == (0, "")
    db = sqlite3.connect(made / DATABASE)
    db.execute("update texts set text = 'autre'")
    db.commit()
    db.close()
    said = run("check", made)
    assert said.status == 1
    assert len(said.out.splitlines()) == 3
    (made / DATABASE).write_bytes(b"SQLite format 4\0" + (made / DATABASE).read_bytes()[16:])
    said = run("check", made)
    assert said.status == 1
    assert len(said.out.splitlines()) == 1


def test_export_writes_what_others_read(run, made, tmp_path):
    said = run("export", made, tmp_path / "out", "--format", "jsonl")
    assert (said.status, said.out) == (0, "")
    lines = (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["text"] for line in lines][:2] == [TREATY, FLOOD]
    said = run("export", made, tmp_path / "out", "--format", "spacy")
    assert said.status == 1, "no article is finished: nothing to train on"
    assert run("export", made, tmp_path / "out", "--format", "spacy", "--states", "todo, done").status == 0
    bins = [DocBin().from_disk(tmp_path / "out" / f"{part}.spacy") for part in ("train", "dev", "test")]
    assert sum(map(len, bins)) == 3
    assert run("export", made, tmp_path / "out", "--format", "spacy", "--states", "fini").status == 2
    assert run("export", made, made / DATABASE, "--format", "jsonl").status == 2


def test_a_door_to_the_window_is_given_the_folder(tmp_path, monkeypatch, capsys):
    opened: list[Path | None] = []
    monkeypatch.setattr(__main__, "_window", lambda path: opened.append(path) or 0)
    assert __main__.main([]) == 0
    assert __main__.main(["open", str(tmp_path)]) == 0
    assert opened == [None, tmp_path]


def test_a_bug_is_not_taken_for_something_found_wanting(run, made, monkeypatch):
    def bug(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Project, "open", bug)
    said = run("stats", made)
    assert said.status == 2
    assert "ZeroDivisionError" in said.err


# --- predict


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(predict_module, "rules", lambda others=(): [Fake(("Tarsis", "ACTOR"), ("« non »", "QUOTE"))])
    predict_module.pipeline.cache_clear()
    yield
    predict_module.pipeline.cache_clear()


@pytest.mark.usefixtures("few")
def test_predict_writes_a_line_for_each_article_in_order(run, tmp_path):
    path = articles_file(tmp_path, TREATY, "Rien.", "Tarsis a dit « non »\u2028.")
    with path.open("a", encoding="utf-8") as file:
        file.write('{"text": 3}\n{"text": "Fin.", "meta": {"a": 1}, "rubrique": "x", "date": "2025-07-13"}\n')
    said = run("predict", path, tmp_path / "out.jsonl")
    assert (said.status, said.out) == (1, "")
    assert "in.jsonl, ligne 4 : le champ « text »" in said.err
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["n0", "n1", "n2", ""]
    assert [[span["text"] for span in line["spans"]] for line in lines] == [["Tarsis"], [], ["Tarsis", "« non »"], []]
    assert lines[0]["spans"][0]["status"] == "suggested"
    assert lines[0]["spans"][0]["by"] == "fake"
    assert (lines[3]["meta"], lines[3]["rubrique"], lines[3]["date"]) == ({"a": 1}, "x", "2025-07-13")
    assert not list(tmp_path.glob("*half*"))


@pytest.mark.usefixtures("few")
def test_predict_that_fails_leaves_what_was_there(run, tmp_path, monkeypatch):
    out = tmp_path / "out.jsonl"
    out.write_text("avant")
    assert run("predict", tmp_path / "absent.jsonl", out).status == 2
    assert run("predict", articles_file(tmp_path, TREATY), tmp_path).status == 2
    assert run("predict", articles_file(tmp_path, TREATY), out, "--jobs", "0").status == 2
    monkeypatch.setattr(predict_module, "rules", lambda others=(): 1 / 0)
    predict_module.pipeline.cache_clear()
    assert run("predict", articles_file(tmp_path, TREATY), out).status == 2
    assert out.read_text() == "avant"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


@pytest.mark.usefixtures("few")
@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
def test_predict_writes_through_links_and_into_devices(run, tmp_path):
    path = articles_file(tmp_path, TREATY)
    (tmp_path / "cible.jsonl").write_text("avant")
    (tmp_path / "lien.jsonl").symlink_to("cible.jsonl")
    assert run("predict", path, tmp_path / "lien.jsonl").status == 0
    assert (tmp_path / "lien.jsonl").is_symlink()
    assert "Tarsis" in (tmp_path / "cible.jsonl").read_text(encoding="utf-8")
    assert run("predict", path, "/dev/null").status == 0
    assert not Path("/dev/null").is_file()
    if Path("/dev/full").exists():
        assert "plus de place" in run("predict", path, "/dev/full").err
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "tuyau")
        with subprocess.Popen(["cat", str(tmp_path / "tuyau")], stdout=subprocess.PIPE) as reader:
            assert run("predict", path, tmp_path / "tuyau").status == 0
            assert reader.stdout is not None
            assert b"Tarsis" in reader.stdout.read()
        assert (tmp_path / "tuyau").is_fifo()


def test_predict_streams_and_several_processes_keep_the_order(tmp_path):
    path = articles_file(tmp_path, *(f"Article {n}. {TREATY}" for n in range(40)))
    one = process("predict", "-", "-", data=path.read_bytes(), LC_ALL="C")
    assert (one.returncode, one.stderr) == (0, b"")
    two = process("predict", path, "-", "--jobs", "2")
    assert two.returncode == 0, two.stderr
    assert two.stdout == one.stdout
    lines = [json.loads(line) for line in one.stdout.decode("utf-8").splitlines()]
    assert [line["id"] for line in lines] == [f"n{n}" for n in range(40)]
    assert {span["label"] for span in lines[0]["spans"]} == {"ACTOR", "FIGURE", "DATE", "QUOTE"}
    for line in lines:
        assert all(line["text"][span["start"] : span["end"]] == span["text"] for span in line["spans"])


def test_processes_are_forked_from_one_that_has_read_the_model():
    program = "import sys, depeche.cli.warm; print('spacy' in sys.modules, 'PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.stdout.split() == ["True", "False"], done.stderr


# --- languages and terminals


def test_the_words_follow_the_language(run, made, tmp_path, monkeypatch):
    words = "<message><source>Le projet est sain.</source><translation>The project is sound.</translation></message>"
    (tmp_path / "en.ts").write_text(f"<TS><context>{words}</context></TS>", encoding="utf-8")
    monkeypatch.setattr(messages.paths, "resource", lambda *_: tmp_path / "en.ts")
    messages._catalogue.cache_clear()
    try:
        assert run("check", made).err == "Le projet est sain.\n"
        monkeypatch.setenv("DEPECHE_LANG", "en")
        assert run("check", made).err == "The project is sound.\n"
        assert "n’est pas un projet" in run("check", tmp_path).err, "what has no translation stays French"
    finally:
        messages._catalogue.cache_clear()


def test_data_is_utf8_whatever_the_locale_says(made):
    for name in ("C", "POSIX", "fr_FR.ISO-8859-1"):
        done = process("stats", made, "--json", LC_ALL=name, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout.decode("utf-8"))["annotators"] == {"Claire": 0}


def test_a_reader_that_goes_away_is_no_traceback(made):
    command = [sys.executable, "-m", "depeche", "stats", str(made), "--json"]
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as door:
        assert door.stdout is not None
        assert door.stderr is not None
        door.stdout.close()
        assert b"Traceback" not in door.stderr.read()


def test_new_names_the_scheme_file_that_is_wrong(run, tmp_path):
    scheme = tmp_path / "mien.toml"
    scheme.write_text("x=", encoding="utf-8")
    said = run("new", tmp_path / "p", "--scheme", scheme)
    assert said.status == 2
    assert str(scheme) in said.err
    assert not (tmp_path / "p").exists()


def test_new_refuses_an_annotator_without_a_name(run, tmp_path):
    said = run("new", tmp_path / "p", "--annotator", "")
    assert (said.status, "annotateur est vide" in said.err) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_predict_into_a_full_device_is_one_sentence(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": "Le président Ilan Vorga part."}) + "\n", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "depeche", "predict", str(path), "-"]
        said = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(DESKTOP)}
        )
    words = said.stderr.decode()
    assert said.returncode == 2
    assert words.count("\n") == 1
    assert "Traceback" not in words
