"""What an export writes is whole, says what it could not hold, and is read back by spaCy itself."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest
import spacy
from spacy.tokens import DocBin

from depeche.annotate.desk import Desk
from depeche.core.article import State, text_hash
from depeche.core.progress import Cancelled
from depeche.errors import UserError
from depeche.export import export as module
from depeche.export import outgoing
from depeche.export.choice import Choice
from depeche.export.export import export
from depeche.export.folder import Shelf
from depeche.export.form import Format
from depeche.export.split import PARTS, part_of
from depeche.ingest.ingest import ingest
from depeche.store.project import Project
from depeche.train.parting import parting
from tests.fixtures import CALM, FLOOD, TREATY, key_of, make_project
from tests.store.test_project import child


def finish(project: Project, name: str, *marks: tuple[str, str]) -> Desk:
    desk = Desk(project)
    article = desk.open(key_of(project, name))
    for words, label in marks:
        at = article.text.index(words)
        desk.mark(at, at + len(words), label, by_character=True)
    desk.set_state(State.DONE)
    return desk


def docs(folder: Path) -> dict[str, list]:
    nlp = spacy.blank("fr")
    return {part: list(DocBin().from_disk(folder / f"{part}.spacy").get_docs(nlp.vocab)) for part in PARTS}


def files(folder: Path) -> dict[str, str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


@pytest.fixture
def finished(project):
    finish(
        project,
        "traité",
        ("Ilan Vorga", "ACTOR"),
        ("samedi 12 juillet", "DATE"),
        ("« une paix durable, dit-il, pour l’Ostralie »", "QUOTE"),
        ("Ostralie", "ACTOR"),
        ("durable", "QUOTE"),
        ("vallé", "ACTOR"),
    )
    finish(project, "crue", ("Au moins 25\u202f000", "FIGURE"), ("Élysée", "ACTOR"), (" muet", "ACTOR"))
    finish(project, "calme", ("3\u00a0%", "FIGURE"), ("Tarsis", "ACTOR"))
    return project


def test_spacy_reads_back_text_entities_and_spans(finished, tmp_path):
    receipt = export(finished, tmp_path / "out", Format.SPACY)
    found = {doc.text: doc for part in docs(tmp_path / "out").values() for doc in part}
    assert set(found) == {TREATY, FLOOD, CALM}
    treaty = found[TREATY]
    assert [(span.text, span.label_) for span in treaty.ents] == [
        ("Ilan Vorga", "ACTOR"),
        ("samedi 12 juillet", "DATE"),
        ("Ostralie", "ACTOR"),
    ]
    assert {(span.text, span.label_) for span in treaty.spans["sc"]} == {
        ("Ilan Vorga", "ACTOR"),
        ("samedi 12 juillet", "DATE"),
        ("« une paix durable, dit-il, pour l’Ostralie »", "QUOTE"),
        ("Ostralie", "ACTOR"),
        ("durable", "QUOTE"),
    }
    assert [span.text for span in found[FLOOD].ents] == ["Au moins 25\u202f000", "Élysée"]
    assert [span.text for span in found[CALM].ents] == ["Tarsis", "3\u00a0%"]
    for doc in found.values():
        carried = json.loads(doc.user_data["depeche"])
        assert carried["text"] == doc.text
        assert all(doc.text[mark["start"] : mark["end"]] == mark["text"] for mark in carried["spans"])
    assert sorted((lost["text"], lost["article"]) for lost in receipt.lost) == [(" muet", "crue"), ("vallé", "traité")]
    assert receipt.articles == 3
    assert {label: sum(n.values()) for label, n in receipt.marks.items()} == {
        "ACTOR": 4,
        "DATE": 1,
        "FIGURE": 2,
        "QUOTE": 2,
    }


def test_overlapping_flat_spans_are_in_sc_and_in_the_receipt(project, tmp_path):
    line = {"text": "Le ministère russe des Affaires étrangères parle.", "state": "done"}
    whole, inner = "ministère russe des Affaires étrangères", "Affaires étrangères"
    spans = [(line["text"].index(words), len(words)) for words in (whole, inner)]
    line["spans"] = [  # type: ignore[assignment]
        {"start": at, "end": at + n, "label": "ACTOR", "status": "added", "by": "Claire"} for at, n in spans
    ]
    (tmp_path / "x.jsonl").write_text(json.dumps(line), encoding="utf-8")
    ingest(project, [tmp_path / "x.jsonl"])
    receipt = export(project, tmp_path / "out", Format.SPACY)
    (doc,) = (doc for part in docs(tmp_path / "out").values() for doc in part)
    assert [span.text for span in doc.ents] == [whole]
    assert [span.text for span in doc.spans["sc"]] == [whole, inner]
    (lost,) = receipt.lost
    assert lost["text"] == inner
    assert "doc.ents" in lost["reason"]
    assert inner in (tmp_path / "out" / "RECEIPT.md").read_text(encoding="utf-8")


def several(project: Project, folder: Path, states: dict[str, str], *spans: tuple[str, str, str]) -> list[str]:
    """Ingest an article with these annotators' spans; return the words that the spaCy export holds and what it lost."""
    text = "Tarsis et Belmare signent avec Vorga."
    marks = [
        {
            "start": text.index(words),
            "end": text.index(words) + len(words),
            "label": "ACTOR",
            "status": status,
            "by": by,
        }
        for by, words, status in spans
    ]
    line = {"text": text, "state": "done", "annotator": min(states), "annotators": states, "spans": marks}
    (folder / "x.jsonl").write_text(json.dumps(line), encoding="utf-8")
    ingest(project, [folder / "x.jsonl"])
    receipt = export(project, folder / "out", Format.SPACY)
    (doc,) = (doc for part in docs(folder / "out").values() for doc in part)
    for lost in receipt.lost:
        assert lost["reason"] == "it is another annotator's"
        assert lost["text"] in (folder / "out" / "RECEIPT.md").read_text(encoding="utf-8")
    return [*(span.text for span in doc.spans["sc"]), "lost:", *(lost["text"] for lost in receipt.lost)]


@pytest.mark.parametrize(
    ("states", "spans", "found"),
    [
        (  # the project's own annotator, though another has more
            {"Bob": "done", "Claire": "done"},
            [("Bob", "Tarsis", "added"), ("Bob", "Belmare", "accepted"), ("Claire", "Tarsis", "added")],
            ["Tarsis", "lost:", "Belmare"],
        ),
        (  # but not without spans
            {"Bob": "done", "Claire": "done"},
            [("Bob", "Tarsis", "added"), ("Claire", "Tarsis", "rejected")],
            ["Tarsis", "lost:"],
        ),
        (  # of others, the one with most
            {"Bob": "done", "Zoé": "done"},
            [("Bob", "Tarsis", "added"), ("Zoé", "Belmare", "added"), ("Zoé", "Vorga", "corrected")],
            ["Belmare", "Vorga", "lost:", "Tarsis"],
        ),
        (  # a finished reading goes before a begun one of one's own
            {"Bob": "done", "Claire": "started"},
            [("Bob", "Tarsis", "added"), ("Claire", "Vorga", "added"), ("Claire", "Belmare", "rejected")],
            ["Tarsis", "lost:", "Vorga"],
        ),
    ],
)
def test_of_several_readings_one_is_in_and_the_rest_named(project, tmp_path, states, spans, found):
    assert several(project, tmp_path, states, *spans) == found


def test_empty_parts_are_readable_and_only_finished_articles_are_in(project, tmp_path):
    receipt = export(project, tmp_path / "out", Format.SPACY)
    assert docs(tmp_path / "out") == {"train": [], "dev": [], "test": []}
    assert receipt.articles == 0
    assert sum(receipt.left_out.values()) == 3
    finish(project, "crue")
    Desk(project).open(key_of(project, "crue"))
    assert export(project, tmp_path / "out", Format.SPACY).articles == 1
    assert export(project, tmp_path / "out", Format.SPACY, choice=Choice(states=(State.TODO, State.DONE))).articles == 3
    assert export(project, tmp_path / "out", Format.JSONL, choice=Choice(states=(State.DONE,))).articles == 1
    assert export(project, tmp_path / "out", Format.JSONL).articles == 3


def test_an_article_stays_in_its_part():
    parts = [part_of(text_hash(f"texte {n}")) for n in range(3000)]
    assert parts == [part_of(text_hash(f"texte {n}")) for n in range(3000)]
    shares = {part: parts.count(part) / 3000 for part in PARTS}
    assert shares == pytest.approx({"train": 0.8, "dev": 0.1, "test": 0.1}, abs=0.02)


def test_the_same_project_gives_the_same_bytes_in_any_process(finished, tmp_path):
    for format_ in Format:
        export(finished, tmp_path / "a" / format_, format_, parting=parting(finished))
    finished.close()
    program = """
        import sys
        from depeche.__main__ import main
        from depeche.export.form import Format
        for one in Format:
            assert main(["export", sys.argv[1], f"{sys.argv[2]}/{one}", "--format", one]) == 0
    """
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(module.__file__).parents[2])}
        command = [sys.executable, "-c", dedent(program), str(finished.folder), str(tmp_path / seed)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert files(tmp_path / seed) == files(tmp_path / "a")


def test_the_receipt_accounts_for_every_file_and_format(finished, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "à moi.txt").write_text("reste", encoding="utf-8")
    export(finished, folder, Format.SPACY)
    export(finished, folder, Format.JSONL)
    receipt = json.loads((folder / "RECEIPT.json").read_text(encoding="utf-8"))["exports"]
    assert set(receipt) == {"jsonl", "spacy"}
    told = {name: facts["sha256"] for one in receipt.values() for name, facts in one["files"].items()}
    found = files(folder)
    assert told == {name: digest for name, digest in found.items() if name.endswith((".spacy", ".jsonl"))}
    assert (folder / "à moi.txt").read_text(encoding="utf-8") == "reste"
    assert sorted(found) == sorted([*told, "RECEIPT.json", "RECEIPT.md", "à moi.txt"])


class Broken(Exception):
    pass


@pytest.mark.parametrize(
    ("format_", "error"),
    [
        *((format_, Broken()) for format_ in Format),
        (Format.JSONL, Cancelled()),
        (Format.BRAT, OSError(28, "No space left on device")),
    ],
)
def test_an_export_that_fails_leaves_the_one_before(finished, tmp_path, monkeypatch, format_, error):
    folder = tmp_path / "out"
    export(finished, folder, format_, parting=parting(finished))
    before = files(folder)
    real = outgoing.found

    def breaks(project, *asked):
        found = real(project, *asked)
        yield next(found)
        raise error

    monkeypatch.setattr(outgoing, "found", breaks)
    with pytest.raises((type(error), UserError)):
        export(finished, folder, format_, parting=parting(finished))
    assert files(folder) == before


def test_where_nothing_can_be_written_it_is_said(finished, tmp_path):
    (tmp_path / "fichier").write_text("x")
    for folder in (tmp_path / "fichier", tmp_path / "fichier" / "sous"):
        with pytest.raises(UserError):
            export(finished, folder, Format.JSONL)
    assert (tmp_path / "fichier").read_text() == "x"


@pytest.mark.parametrize("format_", [Format.JSONL, Format.XLSX, Format.SPACY])
def test_a_full_disk_leaves_the_export_before_and_no_half(finished, tmp_path, format_):
    pytest.importorskip("resource")
    folder = tmp_path / "out"
    export(finished, folder, format_)
    before = files(folder)
    finished.close()
    program = """
        import resource, sys
        from pathlib import Path
        from depeche.errors import UserError
        from depeche.export.export import export
        from depeche.export.form import Format
        from depeche.store.project import Project
        with Project.open(Path(sys.argv[1]), read_only=True) as project:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
            try:
                export(project, Path(sys.argv[2]), Format(sys.argv[3]))
            except UserError as error:
                print(error)
    """
    with child(program, finished.folder, folder, format_) as writer:
        said, _ = writer.communicate()
    assert writer.returncode == 0, said
    assert "Traceback" not in said
    assert "n’a pas pu être écrit" in said
    assert "est intact" in said
    assert files(folder) == before


def test_killed_exports_leave_whole_files(tmp_path):
    text = "Un texte à exporter. " * 40
    with make_project(tmp_path / "p", {f"a{n}": f"{n} {text}" for n in range(600)}) as project:
        folder = tmp_path / "out"
        export(project, folder, Format.JSONL)
    before = files(folder)
    program = """
        import sys
        from pathlib import Path
        from depeche.export.export import export
        from depeche.export.form import Format
        from depeche.store.project import Project
        with Project.open(Path(sys.argv[1]), read_only=True) as project:
            print("open", flush=True)
            for _ in range(100):
                export(project, Path(sys.argv[2]), Format.JSONL)
    """
    chance = random.Random(8)
    for _ in range(6):
        with child(program, tmp_path / "p", folder) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "open\n"
            time.sleep(chance.uniform(0.02, 0.3))
            writer.send_signal(signal.SIGKILL)
        assert {name: digest for name, digest in files(folder).items() if "half" not in name} == before
    with Project.open(tmp_path / "p") as project:
        export(project, folder, Format.JSONL)
    assert files(folder) == before, "the next export takes the halves away"


def test_two_writers_in_one_folder_leave_each_other_alone(tmp_path):
    with Shelf(tmp_path, batch="one") as one, one.file("a") as a:
        with Shelf(tmp_path, batch="other") as other, other.file("b") as b:
            b.write(b"b")
        a.write(b"a")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"a", "b": b"b"}


def test_a_text_of_more_than_a_million_characters_is_no_obstacle(tmp_path):
    text = "Le long récit de la paix. " * 40_000
    with make_project(tmp_path / "p", {"long": text}) as project:
        finish(project, "long", ("récit", "ACTOR"))
        assert export(project, tmp_path / "out", Format.SPACY).articles == 1
