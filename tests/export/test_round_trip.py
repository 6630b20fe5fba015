"""Export, ingest into a new project, export: the same file, byte for byte."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from depeche.annotate.desk import Desk
from depeche.core.article import State
from depeche.core.span import Span
from depeche.errors import UserError
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.writers.jsonl import FILE
from depeche.ingest.ingest import ingest
from depeche.store import spans
from depeche.store.check import check
from depeche.store.project import Project
from tests.examples import examples
from tests.fixtures import CALM, FLOOD, TREATY, guess, key_of, make_project, propose


def exported(project: Project, folder: Path) -> bytes:
    export(project, folder, Format.JSONL)
    return (folder / FILE).read_bytes()


def again(first: bytes, folder: Path, annotator: str) -> bytes:
    """Return what a new project exports that has ingested `first`."""
    folder.mkdir()
    (folder / "in.jsonl").write_bytes(first)
    with make_project(folder / "p", {}, annotator) as project:
        done = ingest(project, [folder / "in.jsonl"])
        assert done.refused == []
        assert check(project) == []
        return exported(project, folder / "out")


def as_annotator(project: Project, name: str, article: str) -> Desk:
    with project.write() as db:
        key = spans.put_annotator(db, name)
    own, project.annotator = project.annotator, key
    desk = Desk(project)
    project.annotator = own
    desk.open(key_of(project, article))
    return desk


@pytest.mark.parametrize("annotator", ["Claire", "Bob", "Zoé"])
def test_all_five_statuses_and_several_annotators_come_back(desk, project, tmp_path, annotator):
    by_words = {desk.text_of(one): one for one in desk.pending}
    desk.accept(by_words["Ilan Vorga"].key)
    desk.edit(by_words["samedi 12 juillet"].key, start=by_words["samedi 12 juillet"].start + 7, value="2025-07-12")
    desk.reject(by_words["Quelque 600"].key)
    desk.mark(TREATY.index("Otan"), TREATY.index("Otan") + 4, "ACTOR")
    desk.edit(desk.spans[-1].key, value=("Otan", "Alliance"), attrs={"unit": "x", "deep": {"b": 1, "a": [1.5, None]}})
    propose(project, "traité", guess(TREATY, "la vallée", "ACTOR", score=0.1234567890123))
    bob = as_annotator(project, "Bob", "traité")
    bob.reject(by_words["Ilan Vorga"].key)
    bob.accept(by_words["Quelque 600"].key)
    bob.set_state(State.SKIPPED)
    desk.set_state(State.FLAGGED)
    as_annotator(project, "Bob", "crue").set_state(State.DONE)
    done_and_undone = as_annotator(project, "Claire", "calme")
    done_and_undone.mark(0, 4, "ACTOR")
    done_and_undone.undo()
    first = exported(project, tmp_path / "first")
    lines = [json.loads(line) for line in first.decode("utf-8").splitlines()]
    assert [line["text"] for line in lines] == [TREATY, FLOOD, CALM]
    statuses = {mark["status"] for mark in lines[0]["spans"]}
    assert statuses == {"accepted", "corrected", "added", "suggested", "rejected"}
    (corrected,) = (mark for mark in lines[0]["spans"] if mark["status"] == "corrected")
    assert corrected["was"] == {"start": by_words["samedi 12 juillet"].start, "value": None}
    assert (lines[0]["state"], lines[0]["annotator"]) == ("flagged", "Claire")
    assert lines[0]["annotators"] == {"Bob": "skipped", "Claire": "flagged"}
    assert (lines[1]["state"], lines[1]["annotator"]) == ("done", "Bob")
    assert lines[2]["state"] == "todo"
    assert "annotator" not in lines[2]
    assert again(first, tmp_path / "again", annotator) == first
    assert exported(project, tmp_path / "second") == first


def test_unknown_fields_come_back_at_both_levels(tmp_path):
    line = {
        "text": "Un\u2028texte\r\n",
        "id": "x/1",
        "title": "",
        "date": "2025-07",
        "date_origin": "inferred",
        "meta": {"z": [1, {"b": None, "a": 2.0}], "é": "\u202f"},
        "rubrique": {"b": 1, "a": 2},
        "_input_hash": -5,
        "spans": [
            {
                "start": 3,
                "end": 8,
                "label": "QUOTE",
                "value": ["A", "B"],
                "token_end": 3,
                "note": {"y": 1, "x": [True]},
            },
            {"start": 3, "end": 8, "label": "QUOTE", "value": ["A", "B"], "token_end": 3, "status": "accepted"},
            {"start": 3, "end": 8, "label": "QUOTE", "value": ["A", "B"], "token_end": 3, "status": "accepted"},
            {"start": 3, "end": 8, "label": "QUOTE", "value": ["A", "B"], "token_end": 3, "status": "rejected"},
        ],
    }
    first = again(json.dumps(line).encode() + b"\n", tmp_path / "a", "Claire")
    data = json.loads(first)
    for name in ("text", "id", "title", "date", "date_origin", "meta", "rubrique", "_input_hash"):
        assert data[name] == line[name]
    assert [mark["status"] for mark in data["spans"]] == ["accepted", "accepted", "rejected", "suggested"]
    assert data["spans"][-1]["note"] == {"y": 1, "x": [True]}
    assert all(mark["token_end"] == 3 for mark in data["spans"])
    assert again(first, tmp_path / "b", "Bob") == first


@pytest.mark.parametrize("was", [None, {}, {"end": 8}])
def test_corrected_stays_corrected_and_an_unknown_score_unknown(tmp_path, was):
    marks = [
        {"start": 3, "end": 8, "label": "QUOTE", "status": "corrected", "by": "Bob"}
        | ({} if was is None else {"was": was}),
        {"start": 0, "end": 2, "label": "ACTOR", "status": "suggested", "by": "x"},
        {"start": 0, "end": 2, "label": "ACTOR", "status": "suggested", "by": "x", "score": -1.0},
    ]
    first = again(json.dumps({"text": "Un texte", "spans": marks}).encode() + b"\n", tmp_path / "a", "Claire")
    assert [(mark["status"], mark.get("score")) for mark in json.loads(first)["spans"]] == [
        ("suggested", -1.0),
        ("suggested", None),
        ("corrected", None),
    ]
    assert again(first, tmp_path / "b", "Zoé") == first


WORDS = st.text(st.sampled_from("aé😀\u00a0\u202f\r\n\u2028«»e\u0301 ."), min_size=1, max_size=30).filter(str.strip)
VALUES = st.none() | st.text(max_size=4) | st.lists(st.text(max_size=3), max_size=3).map(tuple)
ATTRS = st.dictionaries(
    st.sampled_from(["unit", "relay", "x"]), st.none() | st.integers() | st.text(max_size=3), max_size=2
)
PROPOSED = VALUES.filter(lambda value: "\0" not in "".join(value or ()))
FOUND = ATTRS.filter(lambda attrs: "\0" not in "".join(str(one) for one in attrs.values()))
PEOPLE = st.sampled_from(["Claire", "Bob", "Zoé"])


@given(data=st.data(), text=WORDS, last=PEOPLE)
@examples(25, HealthCheck.data_too_large)
def test_whatever_hands_have_done_comes_back(data, text, last):
    with tempfile.TemporaryDirectory(prefix="depeche-trip-") as name:
        folder = Path(name)
        with make_project(folder / "p", {"x": "Titre" + text}) as project:
            length = len(text) + 5
            stretches = st.tuples(st.integers(0, length - 1), st.integers(1, length)).filter(lambda s: s[0] < s[1])
            labels = st.sampled_from(["ACTOR", "DATE", "QUOTE"])
            for _ in range(data.draw(st.integers(0, 4))):
                (start, end), label = data.draw(stretches), data.draw(labels)
                one = guess("x" * 999, "x", label, value=data.draw(PROPOSED), attrs=data.draw(FOUND))
                score = data.draw(st.floats(0, 1))
                propose(project, "x", type(one)(start, end, label, None, one.value, one.attrs, "s", "1", score, "r"))
            for _ in range(data.draw(st.integers(0, 8))):
                desk = as_annotator(project, data.draw(PEOPLE), "x")
                act = data.draw(st.sampled_from(["accept", "reject", "mark", "edit", "remove", "state", "undo"]))
                one = data.draw(st.sampled_from([*desk.pending, *desk.spans])) if desk.pending or desk.spans else None
                if act == "state":
                    desk.set_state(data.draw(st.sampled_from([*State])))
                elif act == "undo":
                    desk.undo()
                elif act == "mark" or one is None:
                    desk.mark(*data.draw(stretches), data.draw(labels), by_character=True)
                elif act == "remove" and isinstance(one, Span):
                    desk.remove(one.key)
                elif act in ("accept", "reject") and not isinstance(one, Span):
                    getattr(desk, act)(one.key)
                else:
                    value, attrs = data.draw(VALUES), data.draw(ATTRS)
                    if "\0" in f"{''.join(value or ())}{''.join(str(one) for one in attrs.values())}":
                        with pytest.raises(UserError, match="nul"):  # and so none gets into the file
                            desk.edit(one.key, value=value, attrs=attrs)
                    else:
                        desk.edit(one.key, value=value, attrs=attrs)
            first = exported(project, folder / "out")
        assert again(first, folder / "again", last) == first
