"""Every kind of file is told from its content, and from the other kinds'."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from depeche.core.record import Record
from depeche.ingest.kinds import recognise
from depeche.ingest.reader import AS_IT_IS
from depeche.ingest.source import file_source
from tests.ingest import foreign_files as foreign

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "format-samples"
KINDS = {
    "spacy/spacy_doc.json": "spacy-json",
    "spacy/spacy_offsets.jsonl": "spacy-json",
    "prodigy/prodigy_format.jsonl": "prodigy",
    "doccano/doccano.jsonl": "doccano",
    "labelstudio/export.json": "label-studio",
    "labelstudio/export-min.json": "label-studio",
    "labelstudio/export.csv": "table",
    "labelstudio/label_config.xml": "companion",
    "brat/000_71993119dc5f67b6.txt": "brat",
    "brat/000_71993119dc5f67b6.ann": "companion",
    "brat-complet/000_71993119dc5f67b6.txt": "brat",
    "brat-complet/000_71993119dc5f67b6.ann": "companion",
    "brat-complet/annotation.conf": "companion",
    "conll/conll2003.conll": "conll",
    "conll/labelstudio.conll": "conll",
    "uima/uima.xmi": "xmi",
    "uima/uima_typesystem.xml": "companion",
    "inception/dkpro.xmi": "xmi",
    "inception/typesystem.xml": "companion",
    "reference.json": "jsonl",
    "argilla/record.json": "jsonl",
    "import/encodings/article.cp1252.txt": "text",
    "import/encodings/article.utf-16-bom.txt": "text",
    "import/encodings/article.utf-8.txt": "text",
}
ANNOTATED = ("spacy", "prodigy", "doccano", "labelstudio", "brat", "brat-complet", "uima", "inception", "conll")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of the real programs aren't here")
@pytest.mark.parametrize("name", KINDS)
def test_what_the_real_programs_wrote_is_told_apart(name):
    assert recognise(file_source(SAMPLES / name)).name == KINDS[name]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of the real programs aren't here")
@pytest.mark.parametrize("name", [name for name in KINDS if name.startswith(ANNOTATED)])
def test_what_the_real_programs_wrote_is_the_reference(name):
    reference = json.loads((SAMPLES / "reference.json").read_text(encoding="utf-8"))
    spans = [(one["start"], one["end"], one["label"]) for one in reference["spans"]]
    if KINDS[name] == "companion":
        assert not list(recognise(file_source(SAMPLES / name)).read(file_source(SAMPLES / name), AS_IT_IS))
        return
    (found,) = recognise(file_source(SAMPLES / name)).read(file_source(SAMPLES / name), AS_IT_IS)
    assert isinstance(found.record, Record)
    text, marks = found.record.article.text, found.record.marks
    if KINDS[name] == "conll":  # tokens apart, and one of two that overlap
        said = ["".join(text[mark.start : mark.end].split()) for mark in marks]
        kept = [spans[0], spans[1], spans[2], spans[4]]
        assert said == ["".join(reference["text"][start:end].split()) for start, end, _ in kept]
        assert [mark.label for mark in marks] == [label for _, _, label in kept]
        return
    assert text == reference["text"]
    assert sorted((mark.start, mark.end, mark.label) for mark in marks) == (spans if KINDS[name] != "table" else [])


@pytest.mark.parametrize("suffix", ["", ".txt", ".json", ".jsonl", ".download"])
@pytest.mark.parametrize("kind", [kind for kind in foreign.EXACT if kind not in ("brat", "xmi")])
def test_a_suffix_tells_nothing_that_content_says(kind, suffix, tmp_path):
    chance = random.Random(kind)
    articles = [(text, foreign.random_spans(chance, text, 4)) for text in (foreign.random_text(chance, 50),) * 3]
    ((_, data),) = foreign.EXACT[kind](articles).items()
    path = tmp_path / f"file{suffix}"
    path.write_bytes(data)
    assert recognise(file_source(path)).name == kind.split(",")[0]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.jsonl", '{"text": "Bonjour"}', "jsonl"),
        ("a.json", '{"text": "Bonjour", "spans": []}', "jsonl"),
        ("a.json", '[{"text": "a", "entities": []}]', "spacy-json"),
        ("a.jsonl", '{"text": "a", "label": []}\n{"text": "b", "label": [[0, 1, "A"]]}', "doccano"),
        ("a.jsonl", '{"text": "a", "label": "sport"}', "jsonl"),
        ("a.jsonl", '{broken\n{"text": "a", "entities": [[0, 1, "A"]]}', "spacy-json"),
        ("a.json", '{"data": {"texte": "a"}, "predictions": []}', "label-studio"),
        ("a.txt", "[AFP] Un texte.\nEt sa suite.", "text"),
        ("a.txt", "{ceci} n’est pas du JSON", "text"),
        ("a.txt", "Titre;Texte\nUn;Deux\n", "table"),
        ("a.txt", "Texte : oui, non, peut-être\nUn, deux, trois\n", "text"),
        ("a.txt", "Pierre O\nest O\nlà O\n", "conll"),
        ("a.txt", "Un groupe O\nB\n\nUn texte.", "text"),
        ("a.conll", "Kim B-ACTOR\nJong I-QUOTE\nX\n\nY Z W B-ACTOR\nA O\n", "conll"),
        ("a.iob2", "Kim\n", "conll"),
        ("a.txt", "mot B-PER\n" + "autre O\n" * 20 + "X\n", "conll"),
        ("a.txt", "mot B-PER\n" + "autre O\n" * 7 + "Une phrase.\n", "text"),
        ("a.jsonld", '[\n {"id": "a0",\n  "type": "Annotation"\n }\n]', "json"),
        ("a.ipynb", '{\n "cells": [],\n "nbformat": 4\n}\n', "json"),
        ("a.txt", '{"type": "FeatureCollection", "features": []}', "json"),
        ("a.txt", '{"type": "x"}\nUn texte.', "text"),
        ("a.tsv", "mot\tB-PER\nautre\tO\nfin\tO\n", "conll"),
        ("a.tsv", "id\ttexte\n1\tUn texte.\n", "table"),
        ("a.csv", "texte\nUn seul.\n", "table"),
        ("RECEIPT.json", '{\n "exports": {}}', "companion"),
        ("RECEIPT.md", "# Export receipt\n\n", "companion"),
        ("names.tsv", "file\tid\ttitle\tdate\tsource\turl\n", "companion"),
        ("a.ann", "Un article sur Ann.", "text"),
        ("a.xml", '<?xml version="1.0"?><typeSystemDescription xmlns="x"/>', "companion"),
    ],
)
def test_what_leaves_little_to_tell_it_by(name, content, kind, tmp_path):
    (tmp_path / name).write_bytes(content.encode())
    assert recognise(file_source(tmp_path / name)).name == kind
