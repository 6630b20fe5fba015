"""spaCy, by itself, reads the DocBin, its JSONL and CoNLL; the project folder trains as it lies there."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

from tests.interop.exported import counted
from tests.interop.programs import ask


def test_the_docbin_holds_what_the_receipt_says(out, tmp_path):
    made = out("spacy")
    read = {one["name"]: one for one in ask("spacy_reads", "docbin", *made.files(".spacy"), folder=tmp_path)}
    assert read.keys() == made.records.keys()
    for name, one in read.items():
        assert one["text"] == made.records[name].article.text
        assert counted(one["spans"]) == made.spans(name)
        assert set(map(tuple, one["ents"])) <= set(made.spans(name))


def test_the_project_folder_is_judged_trains_forty_steps_and_is_evaluated(out, tmp_path):
    made = out("spacy-project")
    read = {one["name"]: one for one in ask("spacy_reads", "docbin", *made.files(".spacy"), folder=tmp_path)}
    assert read.keys() == made.records.keys()
    for name, one in read.items():
        assert one["text"] == made.records[name].article.text
        said = counted(one["spans"]) + counted(one["ents"])
        assert Counter((start, end) for start, end, _ in said) == Counter((s, e) for s, e, _ in made.spans(name))
    run = ("debug", "data", "config.cfg"), ("train", "config.cfg", "--output", "t", "--training.max_steps", "40")
    for words in (*run, ("evaluate", "t/model-best", "test.spacy", "--output", "metrics.json")):
        done = subprocess.run(
            [sys.executable, "-m", "spacy", *words], cwd=made.folder, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert words[0] == "debug" or done.returncode == 0, done.stdout + done.stderr
    assert "ents_f" in json.loads((made.folder / "metrics.json").read_text())
