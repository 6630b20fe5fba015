"""The whole circle through the command line: from an empty folder to a labelled dataset, by processes of their own."""

from __future__ import annotations

import json

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.store import articles
from depeche.store.project import Project
from tests.cli.test_commands import process
from tests.fixtures import CALM, FLOOD, TREATY


def done(*arguments: object, status: int = 0) -> str:
    result = process(*arguments)
    assert result.returncode == status, result.stderr.decode("utf-8")
    return result.stdout.decode("utf-8")


def test_from_an_empty_folder_to_a_dataset_and_back(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("2025-07-13-traité", TREATY), ("crue", FLOOD), ("calme", CALM)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    done("new", tmp_path / "p", "--annotator", "Claire")
    done("ingest", tmp_path / "p", folder)
    done("suggest", tmp_path / "p")
    with Project.open(tmp_path / "p") as project:
        desk = Desk(project)
        with project.read() as db:
            keys = [one.key for one in articles.after(db, 0, 9)]
        for key in keys:
            desk.open(key)
            assert desk.pending, "there is something to judge in each"
            for n, one in enumerate(desk.pending):
                if n == 1:
                    desk.reject(one.key)
                elif n == 2:
                    desk.edit(one.key, value="corrigé")
                else:
                    desk.accept(one.key)
            assert desk.pending == ()
            desk.set_state(State.DONE)
    done("suggest", tmp_path / "p", "--all")
    found = json.loads(done("stats", tmp_path / "p", "--json"))
    assert found["articles"]["done"] == 3
    again = [one for one in found["suggestions"] if one["waiting"] and one["source"] != "memory"]
    assert again == [], "what was judged isn't proposed again; memory may find the same words elsewhere"
    assert sum(one["rejected"] for one in found["suggestions"]) == 3
    done("check", tmp_path / "p")
    done("export", tmp_path / "p", tmp_path / "out", "--format", "spacy")
    done("export", tmp_path / "p", tmp_path / "out", "--format", "jsonl")
    first = (tmp_path / "out" / "articles.jsonl").read_bytes()
    done("new", tmp_path / "q", "--annotator", "Bob")
    done("ingest", tmp_path / "q", tmp_path / "out" / "articles.jsonl")
    done("check", tmp_path / "q")
    done("export", tmp_path / "q", tmp_path / "again", "--format", "jsonl")
    assert (tmp_path / "again" / "articles.jsonl").read_bytes() == first
    dates = [json.loads(line)["date"] for line in first.decode("utf-8").splitlines()]
    assert dates == ["2025-07-13", None, None]
