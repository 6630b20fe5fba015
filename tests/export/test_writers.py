"""What goes out to other programs comes back with text and spans equal, but for exactly what the receipt says."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from depeche import nlp
from depeche.core.article import State
from depeche.core.record import Mark, Record
from depeche.core.sentences import sentences
from depeche.export.choice import Choice
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.receipt import Loss, Receipt
from depeche.export.records import reading_to_train_on, records
from tests.export.hostile import make
from tests.export.test_export import finish

Found = dict[str, tuple[str, list[tuple[int, int, str]]]]
"""By the article's name: its text, and its spans."""
STILL_THERE = {Loss.UNLEARNED.value}
"""Reasons of spans that are in the file all the same."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    with make(tmp_path_factory.mktemp("hostile")) as project:
        yield project


def lines(path: Path) -> list[dict[str, Any]]:
    # Not `splitlines`: a line ends at LF alone, whatever else the texts hold.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def table(path: Path) -> list[dict[str, str]]:
    def cell(words: str) -> str:
        return re.sub(r"\\(.)", lambda found: {"t": "\t", "n": "\n", "r": "\r"}.get(found[1], found[1]), words)

    head, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[:-1])
    return [dict(zip(head, map(cell, row), strict=True)) for row in rows]


def spacy_jsonl(folder: Path) -> Found:
    found = [line for part in ("train", "dev", "test") for line in lines(folder / f"spacy-{part}.jsonl")]
    return {one["meta"]["id"]: (one["text"], [tuple(span) for span in one["entities"]]) for one in found}


def prodigy(folder: Path) -> Found:
    found = {}
    for task in lines(folder / "prodigy.jsonl"):
        tokens = [(token.idx, token.idx + len(token), bool(token.whitespace_)) for token in nlp.doc(task["text"])]
        assert [(one["start"], one["end"], one["ws"]) for one in task["tokens"]] == tokens
        assert [one["id"] for one in task["tokens"]] == list(range(len(tokens)))
        assert "".join(one["text"] + " " * one["ws"] for one in task["tokens"]) == task["text"]
        for span in task["spans"]:
            assert span["start"] == tokens[span["token_start"]][0]
            assert span["end"] == tokens[span["token_end"]][1], "the last token is inside"
        assert not any("hash" in name for name in task)
        assert (task["_view_id"], task["answer"]) == ("spans_manual", "accept")
        spans = [(span["start"], span["end"], span["label"]) for span in task["spans"]]
        found[task["meta"]["id"]] = (task["text"], spans)
    return found


def doccano(folder: Path) -> Found:
    found = lines(folder / "doccano.jsonl")
    assert len({tuple(one) for one in found}) == 1, "the same keys on every line"
    return {one["id"]: (one["text"], [tuple(span) for span in one["label"]]) for one in found}


def brat(folder: Path) -> Found:
    found = {}
    labels = {row["brat"]: row["label"] for row in table(folder / "labels.tsv")}
    for row in table(folder / "names.tsv"):
        path = folder / row["file"]
        text = path.read_bytes().decode("utf-8")
        spans = []
        # As brat's server reads it (server/src/annotation.py): cut by `splitlines`, the words of each piece demanded.
        for line in path.with_suffix(".ann").read_bytes().decode("utf-8").splitlines():
            if line[0] == "#":
                continue
            _, head, words = line.split("\t", 2)
            label, offsets = head.split(" ", 1)
            pieces = [tuple(map(int, piece.split(" "))) for piece in offsets.split(";")]
            assert words == " ".join(text[start:end] for start, end in pieces)
            for before, after in pairwise(pieces):
                assert not text[before[1] : after[0]].strip("\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
            spans.append((pieces[0][0], pieces[-1][1], labels[label]))
        found[row["id"]] = (text, spans)
    return found


def label_studio(folder: Path) -> Found:
    found = {}
    tasks = json.loads((folder / "label_studio.json").read_text(encoding="utf-8"))
    ids = Counter(one["id"] for task in tasks for part in regions(task) for one in part)
    assert set(ids.values()) == {1}
    shown = ElementTree.parse(folder / "label_config.xml").getroot()
    allowed = {one.get("value") for one in shown.iter("Label")}
    for task in tasks:
        text = task["data"]["text"]
        for part in regions(task):
            for one in part:
                value = one["value"]
                assert text[value["start"] : value["end"]] == value["text"]
                assert set(value["labels"]) <= allowed
                assert (one["from_name"], one["to_name"], one["type"]) == ("label", "text", "labels")
        spans = [one["value"] for part in regions(task) for one in part]
        found[task["data"]["id"]] = (text, [(one["start"], one["end"], one["labels"][0]) for one in spans])
    return found


def regions(task: dict[str, Any]) -> list[list[dict[str, Any]]]:
    return [one["result"] for one in task["annotations"] + task["predictions"]]


def w3c(folder: Path) -> Found:
    page = json.loads((folder / "annotations.jsonld").read_text(encoding="utf-8"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    names = {row["file"]: row["id"] for row in table(folder / "texts.tsv")}
    found: Found = {name: ((folder / file).read_bytes().decode("utf-8"), []) for file, name in names.items()}
    assert len({one["id"] for one in page["items"]}) == len(page["items"])
    for one in page["items"]:
        text, spans = found[names[one["target"]["source"]]]
        quote, place = one["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
        assert text[place["end"] :].startswith(quote["suffix"])
        (label,) = (body["value"] for body in one["body"] if body["purpose"] == "tagging")
        spans.append((place["start"], place["end"], label))
    return found


BACK = {
    Format.SPACY_JSONL: spacy_jsonl,
    Format.PRODIGY: prodigy,
    Format.DOCCANO: doccano,
    Format.BRAT: brat,
    Format.LABEL_STUDIO: label_studio,
    Format.W3C: w3c,
}
GOLD = {Format.SPACY_JSONL, Format.PRODIGY, Format.DOCCANO, Format.BRAT, Format.CONLL}


def given(project, format_: Format) -> list[Record]:
    """Return the records that the form is given, as `export` chooses them."""
    found = list(records(project))
    return [reading_to_train_on(one, "Claire")[0] for one in found] if format_ in GOLD else found


def lost(receipt: Receipt, name: str, *more: str) -> Counter[tuple[int, int, str]]:
    gone = [one for one in receipt.lost if one["article"] == name and one["reason"] not in {*STILL_THERE, *more}]
    return Counter((one["start"], one["end"], one["label"]) for one in gone)


def place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.label


@pytest.mark.parametrize("format_", BACK)
def test_text_and_spans_come_back_but_for_what_the_receipt_says(hostile, tmp_path, format_):
    receipt = export(hostile, tmp_path, format_)
    back = BACK[format_](tmp_path)
    wanted = given(hostile, format_)
    assert sorted(back) == sorted(one.article.name for one in wanted)
    assert receipt.articles == len(wanted)
    for one in wanted:
        text, spans = back[one.article.name]
        assert text == one.article.text
        gone = lost(receipt, one.article.name, Loss.ANOTHERS.value)
        assert Counter(spans) == Counter(map(place, one.marks)) - gone
        assert gone <= Counter(map(place, one.marks))
    counted = sum(sum(counts.values()) for counts in receipt.marks.values())
    assert counted == sum(len(spans) for _, spans in back.values())


def test_what_each_form_loses_is_what_it_has_no_place_for(hostile, tmp_path):
    reasons = {
        format_: {one["reason"] for one in export(hostile, tmp_path / format_.value, format_).lost}
        for format_ in (*BACK, Format.CONLL, Format.IRAMUTEQ)
    }
    others = Loss.ANOTHERS.value
    assert reasons == {
        Format.SPACY_JSONL: {others, Loss.UNLEARNED.value},
        Format.PRODIGY: {others, Loss.CUTS_TOKEN.value},
        Format.DOCCANO: {others},
        Format.BRAT: {others, Loss.BREAK_EDGE.value, Loss.BLANK.value},
        Format.LABEL_STUDIO: {Loss.REJECTED.value},
        Format.W3C: {Loss.REJECTED.value},
        Format.CONLL: {
            others, Loss.NESTS.value, Loss.CUTS_TOKEN.value, Loss.ONE_LAYER.value, Loss.BLANK_EDGE.value
        },
        Format.IRAMUTEQ: set(),
    }  # fmt: skip


def test_conll_holds_one_layer_of_tokens_in_sentences(hostile, tmp_path):
    receipt = export(hostile, tmp_path, Format.CONLL)
    told = {}
    for part in ("train", "dev", "test"):
        pages = (tmp_path / f"{part}.conll").read_text(encoding="utf-8").split("-DOCSTART- -X- O O\n\n")
        assert pages[0] == ""
        for page in pages[1:]:
            groups = [group.split("\n") for group in page.strip("\n").split("\n\n")]
            rows = [[row.split(" ") for row in group] for group in groups]
            assert all(len(row) == 4 and row[1:3] == ["-X-", "_"] for group in rows for row in group)
            told[tuple(row[0] for group in rows for row in group)] = rows
    for one in given(hostile, Format.CONLL):
        doc = nlp.doc(one.article.text)
        tokens = [token for token in doc if not token.is_space]
        rows = told[tuple("DOCSTART" if token.text == "-DOCSTART-" else token.text for token in tokens)]
        spans, flat = [], [row for group in rows for row in group]
        for n, (token, row) in enumerate(zip(tokens, flat, strict=True)):
            tag = row[3]
            if tag.startswith("B-"):
                spans.append([token.idx, token.idx + len(token), tag[2:]])
            elif tag.startswith("I-"):
                assert flat[n - 1][3][2:] == tag[2:], "goes on with what went before"
                spans[-1][1] = token.idx + len(token)
        assert all(not group[0][3].startswith("I-") for group in rows), "no sentence begins within a span"
        assert len(rows) <= len(sentences(one.article.text))
        gone = lost(receipt, one.article.name, Loss.ANOTHERS.value)
        assert Counter(map(tuple, spans)) == Counter(map(place, one.marks)) - gone


def test_iramuteq_finds_as_many_texts_as_there_are_with_their_words(hostile, tmp_path):
    receipt = export(hostile, tmp_path, Format.IRAMUTEQ)
    found: list[tuple[list[str], list[str]]] = []
    for line in (tmp_path / "iramuteq.txt").read_bytes().decode("utf-8").splitlines():
        if line.startswith("****"):
            found.append((line.split()[1:], []))
        else:
            assert not line.startswith("-*"), "a theme"
            found[-1][1].append(line)
    wanted = list(records(hostile))
    assert len(found) == len(wanted) == receipt.articles
    for one, (variables, written) in zip(wanted, found, strict=True):
        assert " ".join(written).split() == one.article.text.split()
        assert all(re.fullmatch(r"\*[a-z]+_[A-Za-z0-9_-]+", each) for each in variables)
    assert found[0][0] == ["*source_Le_Monde_site_oeuvre"]
    assert found[7][0] == ["*date_2025-07-13", "*am_2025-07", "*annee_2025"]
    assert found[8][0] == ["*am_2025-07", "*annee_2025"]
    assert receipt.lessened["span"] == sum(len(one.marks) for one in wanted)
    assert receipt.lessened["line"] >= 4


def test_brat_carries_values_kinds_and_names_of_labels_in_notes(hostile, tmp_path):
    export(hostile, tmp_path, Format.BRAT)
    conf = (tmp_path / "annotation.conf").read_text(encoding="utf-8")
    names = conf.partition("[relations]")[0].split("\n")[1:]
    assert {"ACTOR", "EVENEMENT", "Evenement"} <= set(names)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]*", name) for name in names)
    assert "EVENEMENT | Événement / majeur\n" in (tmp_path / "visual.conf").read_text(encoding="utf-8")
    files = {row["id"]: row["file"] for row in table(tmp_path / "names.tsv")}
    for one in given(hostile, Format.BRAT):
        marks, notes = {}, {}
        for line in (tmp_path / files[one.article.name]).with_suffix(".ann").read_bytes().decode("utf-8").splitlines():
            number, head, rest = line.split("\t", 2)
            if number[0] == "T":
                places = re.findall(r"\d+", head.partition(" ")[2])
                marks[number] = (int(places[0]), int(places[-1]))
            else:
                kind, target = head.split(" ")
                assert (kind, number[1:]) == ("AnnotatorNotes", target[1:])
                notes[target] = json.loads(rest)
        for number, (start, end) in marks.items():
            note = notes[number]
            (mark,) = (each for each in one.marks if (each.start, each.end) == (start, end))
            value = list(mark.value) if isinstance(mark.value, tuple) else mark.value
            assert (note.get("value"), note.get("kind"), note["status"], note["by"]) == (
                value,
                mark.kind,
                "added",
                "Claire",
            )
            assert note.get("attrs", {}) == dict(mark.attrs)
            assert note.get("label", mark.label) == mark.label


def test_label_studio_keeps_people_apart_from_suggestions(hostile, tmp_path):
    receipt = export(hostile, tmp_path, Format.LABEL_STUDIO)
    tasks = {
        task["data"]["id"]: task for task in json.loads((tmp_path / "label_studio.json").read_text(encoding="utf-8"))
    }
    for one in records(hostile):
        task = tasks[one.article.name]
        people = {each["created_username"]: each for each in task["annotations"]}
        assert set(people) == (set(one.states) or {"Claire"}), "also of who found nothing"
        for name, annotation in people.items():
            own = [mark for mark in one.marks if mark.by == name and mark.status == "added"]
            assert [each["value"]["start"] for each in annotation["result"]] == [mark.start for mark in own]
            assert "completed_by" not in annotation, "Label Studio refuses users that it doesn't have"
            assert annotation["ground_truth"] is False
            for region, mark in zip(annotation["result"], own, strict=True):
                assert region["meta"]["depeche"].get("kind") == mark.kind
        suggested = [mark for mark in one.marks if mark.status == "suggested"]
        assert [each["score"] for each in task["predictions"]] == [0.5] * bool(suggested)
        for prediction in task["predictions"]:
            assert [region["score"] for region in prediction["result"]] == [0.5] * len(suggested)
            assert prediction["model_version"].startswith("depeche ")
    assert receipt.lessened["annotator"] == sum(len(task["annotations"]) for task in tasks.values())


def test_labels_of_label_studio_have_the_colours_of_the_scheme(hostile, tmp_path):
    export(hostile, tmp_path, Format.LABEL_STUDIO)
    found = ElementTree.parse(tmp_path / "label_config.xml").getroot()
    colours = {one.get("value"): one.get("background") for one in found.iter("Label")}
    assert colours == {label.label: label.colour for label in hostile.scheme.labels}


def test_prodigy_asks_again_what_is_unfinished_and_passes_over_what_is_flagged(project, tmp_path):
    finish(project, "traité", ("Ilan Vorga", "ACTOR"))
    desk = finish(project, "crue")
    desk.set_state(State.FLAGGED)
    export(project, tmp_path, Format.PRODIGY, choice=Choice(states=tuple(State)))
    answers = {task["meta"]["id"]: task.get("answer") for task in lines(tmp_path / "prodigy.jsonl")}
    assert answers == {"traité": "accept", "crue": "ignore", "calme": None}


def test_the_sides_are_those_of_the_other_exports(hostile, tmp_path):
    sided = {name: export(hostile, tmp_path / name, Format(name)).parts for name in ("spacy", "spacy-jsonl", "conll")}
    assert sided["spacy-jsonl"] == sided["conll"] == sided["spacy"]
    written = {part: len(lines(tmp_path / "spacy-jsonl" / f"spacy-{part}.jsonl")) for part in ("train", "dev", "test")}
    assert written == sided["spacy"]


def test_values_kinds_and_overlaps_without_a_place_are_counted(hostile, tmp_path):
    receipt = export(hostile, tmp_path, Format.DOCCANO)
    marks = [mark for one in given(hostile, Format.DOCCANO) for mark in one.marks]
    assert receipt.lessened["kind"] == sum(mark.kind is not None for mark in marks)
    assert receipt.lessened["speakers"] == sum(mark.label == "QUOTE" for mark in marks)
    assert receipt.lessened["value"] == sum(mark.value is not None for mark in marks) - receipt.lessened["speakers"]
    assert receipt.lessened["attributes"] == sum(bool(mark.attrs) for mark in marks)
    overlapping = sum(
        any(one is not other and one.start < other.end and other.start < one.end for other in record.marks)
        for record in given(hostile, Format.DOCCANO)
        for one in record.marks
    )
    assert receipt.lessened["overlap"] == overlapping


def test_w3c_counts_code_points_and_says_where_utf_16_is_another_place(hostile, tmp_path):
    receipt = export(hostile, tmp_path, Format.W3C)
    w3c(tmp_path)
    differing = sum(
        len(one.article.text[: mark.end].encode("utf-16-le")) // 2 != mark.end
        for one in records(hostile)
        for mark in one.marks
        if mark.status != "rejected"
    )
    assert receipt.lessened["utf-16"] == differing > 0


@pytest.mark.parametrize(
    ("format_", "details"),
    [
        (Format.SPACY_JSONL, 1), (Format.PRODIGY, 1), (Format.DOCCANO, 2), (Format.LABEL_STUDIO, 1), (Format.BRAT, 2),
        (Format.W3C, 2), (Format.CONLL, 20), (Format.IRAMUTEQ, 20),
    ],
)  # fmt: skip
def test_licences_are_carried_along_and_what_else_is_known_is_counted(hostile, tmp_path, format_, details):
    assert export(hostile, tmp_path, format_).lessened["details"] == details
    if format_ not in (Format.CONLL, Format.IRAMUTEQ):
        written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and "RECEIPT" not in path.name]
        assert any(b"CC BY 4.0" in one for one in written)


@pytest.mark.parametrize("format_", [*BACK, Format.CONLL, Format.IRAMUTEQ])
def test_the_same_marks_give_the_same_bytes(hostile, tmp_path, format_):
    for name in ("a", "b"):
        export(hostile, tmp_path / name, format_)
    told = [
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("a", "b")
    ]
    assert told[0] == told[1]
