"""Persons under other names: the same everywhere, spans where they were, no true name left in the files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.actor import Actor
from depeche.core.ids import new_key
from depeche.export.choice import EVERYTHING, Choice
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.persons import Persons
from depeche.export.pseudonyms import Whom
from depeche.export.rewriting import Edit, Moved
from depeche.export.surrogates import Surrogates
from depeche.ingest.ingest import ingest
from depeche.store import actors
from depeche.store.project import Project
from tests.examples import examples
from tests.fixtures import make_project

FIRST = (
    "VORGA REÇOIT KIM\n\nLe président Ilan Vorga a reçu Kim Jong-un 😀 au palais d’Elvire Astrée. « J’aime Vorga », a "
    "dit M. Kim. L’avis d’Astrée, elle, reste celui d’I. Vorga.\r\nLa vallée de Vorga-les-Bains attend ; vorga aussi."
)
SECOND = "Ilan Vorga parle\n\nIlan\u202fVorga et l’Otan, selon Kim Jong Un. Le village de Kim est calme."


def marks(text: str, *wanted: tuple[str, str, str | None, Any]) -> list[dict[str, Any]]:
    found = []
    for words, label, kind, value in wanted:
        at = text.index(words)
        mark = {"start": at, "end": at + len(words), "label": label, "value": value, "status": "added", "by": "Claire"}
        found.append(mark | ({"kind": kind} if kind else {}))
    return found


@pytest.fixture
def talks(tmp_path):
    lines = [
        {
            "id": "vorga-recoit-kim", "text": FIRST, "title": "Vorga reçoit Kim", "url": "https://exemple.invalid/vorga",
            "state": "done", "meta": {"author": "Jeanne Duval", "link": "http://x.invalid", "about": ["Ilan Vorga", 3]},
            "spans": marks(
                FIRST, ("Ilan Vorga", "ACTOR", "PER", "Ilan Vorga"), ("Kim Jong-un", "ACTOR", "PER", "Kim Jong-un"),
                ("Elvire Astrée", "ACTOR", "PER", "Elvire Astrée"),
                ("« J’aime Vorga »", "QUOTE", None, ["Kim Jong-un"]), ("Kim. L", "ACTOR", "PER", "Kim Jong-un"),
            ),
        },
        {
            "id": "deux", "text": SECOND, "title": "Ilan Vorga parle", "state": "done", "inconnu": {"qui": "M. Vorga"},
            "spans": marks(
                SECOND, ("Ilan\u202fVorga", "ACTOR", "PER", "Ilan Vorga"), ("Otan", "ACTOR", "ORG", "Otan"),
                ("Kim est", "ACTOR", "GPE", "Kim"),
            ),
        },
    ]  # fmt: skip
    lines[0]["spans"][-1]["end"] -= 3  # type: ignore[index, operator]
    lines[1]["spans"][-1]["end"] -= 4  # type: ignore[index, operator]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    with make_project(tmp_path / "p", {}) as project:
        assert not ingest(project, [tmp_path / "a.jsonl"]).refused
        with project.write() as db:
            known = Actor("Ilan Vorga", kind="PER", aliases=("Le Lion de Tarsis",), key=new_key())
            actors.replace(db, {}, {known.key: known})
        yield project


def written(project: Project, folder: Path, whom: Whom = Whom.PERSONS) -> tuple[list[dict[str, Any]], str]:
    export(project, folder, Format.JSONL, pseudonyms=whom)
    raw = (folder / "articles.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in raw.split("\n")[:-1]], raw


def test_a_person_has_one_other_name_wherever_they_stand(talks, tmp_path):
    (first, second), raw = written(talks, tmp_path / "out")
    spans = {one["value"] if isinstance(one["value"], str) else "quote": one for one in first["spans"]}
    ilan, family = next(one for one in spans if first["text"].find(f"président {one} a") > 0).split()
    assert first["text"].startswith(f"{family.upper()} REÇOIT ")
    assert f"« J’aime {family} »" in first["text"]
    assert f"celui d’{ilan[0]}. {family}.\r\nLa vallée de {family}-les-Bains attend ; vorga aussi." in first["text"]
    assert first["title"].startswith(f"{family} reçoit ")
    assert second["title"] == f"{ilan} {family} parle"
    assert second["text"].startswith(f"{ilan} {family} parle\n\n{ilan}\u202f{family} et l’Otan, selon ")
    assert second["inconnu"] == {"qui": f"M. {family}"}
    assert first["meta"]["about"] == [f"{ilan} {family}", 3]
    for name in ("Ilan", "Vorga", "Jong", "Elvire", "Astrée", "Duval", "exemple.invalid", "x.invalid", "VORGA"):
        assert name not in raw.replace("vorga", ""), name
    assert first["url"] is None
    assert "recoit" not in first["id"]


def test_spans_values_and_speakers_follow(talks, tmp_path):
    (first, second), _ = written(talks, tmp_path / "out")
    for line in (first, second):
        for one in line["spans"]:
            assert line["text"][one["start"] : one["end"]] == one["text"]
    assert len(first["spans"]) == 5
    (quote,) = (one for one in first["spans"] if one["label"] == "QUOTE")
    kim = [one for one in first["spans"] if [one["value"]] == quote["value"]]
    assert len(kim) == 2
    assert kim[1]["text"] in kim[0]["text"].split(" "), "a family name by itself is that of the whole"
    assert [one["text"] for one in second["spans"][1:]] == ["Otan", "Kim"], "who is no person keeps the name"
    assert f"selon {quote['value'][0]}." in second["text"], "unmarked, and without its hyphen"


def test_elisions_stay_right(talks, tmp_path):
    (first, _), _ = written(talks, tmp_path / "out")
    assert re.search("palais d’[AEÉIOUY]", first["text"])
    assert re.search("L’avis d’[AEÉIOUY]", first["text"])


def test_the_same_project_gives_the_same_bytes_another_one_other_names(talks, tmp_path):
    first, raw = written(talks, tmp_path / "a")
    assert written(talks, tmp_path / "b")[1] == raw
    assert (tmp_path / "a" / "RECEIPT.json").read_bytes() == (tmp_path / "b" / "RECEIPT.json").read_bytes()
    with Project.create(tmp_path / "q", (talks.folder / "scheme.toml").read_text(encoding="utf-8"), "Claire") as other:
        ingest(other, [tmp_path / "a.jsonl"])
        assert written(other, tmp_path / "c")[0][0]["title"] != first[0]["title"]


def test_all_actors_get_other_names_when_asked(talks, tmp_path):
    (_, second), raw = written(talks, tmp_path / "out", Whom.ALL)
    assert "Otan" not in raw
    assert re.search("et l’[AEÉIOUY]", second["text"])
    assert "village de Kim" not in second["text"]


def test_the_receipt_says_what_was_done_and_what_remains(talks, tmp_path):
    receipt = export(talks, tmp_path, Format.JSONL, pseudonyms=Whom.PERSONS)
    page = (tmp_path / "RECEIPT.md").read_text(encoding="utf-8")
    assert "Persons go under other names: 4 of them" in page
    assert "not anonymous" in page
    assert receipt.command.endswith("--pseudonyms persons")
    for name in ("Vorga", "Ilan", "Astrée"):
        assert name not in page


@pytest.mark.parametrize("format_", [Format.BRAT, Format.SPACY, Format.LABEL_STUDIO])
def test_no_form_lets_a_true_name_through(talks, tmp_path, format_):
    export(talks, tmp_path / "out", format_, pseudonyms=Whom.PERSONS)
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            words = path.name.encode() + path.read_bytes()
            assert b"Ilan" not in words
            assert "Astrée".encode() not in words


def project_of(folder: Path, *lines: dict[str, Any]) -> Project:
    (folder / "in.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    project = make_project(folder / "r", {})
    assert not ingest(project, [folder / "in.jsonl"]).refused
    return project


def line_of(name: str, text: str, *wanted: tuple[str, str, str | None, Any], **fields: Any) -> dict[str, Any]:
    return {"id": name, "text": text, "state": "done", "spans": marks(text, *wanted), **fields}


GERALD = ("Gérald Quonestruc", "ACTOR", "PER", "Gérald Quonestruc")


def test_no_field_beside_the_text_keeps_a_name(tmp_path):
    meta = {
        "slug": "entretien-gerald-quonestruc", "file_name": "quonestruc.docx", "fileName": "gq.pdf", "twitter": "@gq",
        "keywords": "gérald quonestruc;politique", "tags": ["quonestruc", "#GéraldQuonestruc"],
        "licence": "© Gérald Quonestruc 2025", "Quonestruc": "clé", "list": [{"Quonestruc": 1}],
        "canonical_url": "quonestruc", "archive": "gerald_quonestruc_2025", "page": "3",
    }  # fmt: skip
    line = line_of("x", "Hier Gérald Quonestruc a parlé.", GERALD, meta=meta, source="Le blog de Gérald Quonestruc")
    with project_of(tmp_path, line | {"autre_Quonestruc": {"x": "quonestruc"}}) as project:
        for format_ in (Format.JSONL, Format.CSV, Format.BRAT, Format.HUGGINGFACE, Format.XMI, Format.IRAMUTEQ):
            export(project, tmp_path / "out", format_, pseudonyms=Whom.PERSONS)
        for path in (tmp_path / "out").rglob("*"):
            assert not path.is_file() or b"quon" not in path.read_bytes().lower(), path
        (one,), _ = written(project, tmp_path / "again")
    assert one["meta"]["page"] == "3"
    assert one["meta"]["keywords"].endswith(";politique")


def test_addresses_handles_and_hashtags_in_a_text_lose_the_names_they_spell(tmp_path):
    text = "Gérald Quonestruc : gerald.quonestruc@exemple.invalid, @gquonestruc, #GéraldQuonestruc. Un quonestruc."
    with project_of(tmp_path, line_of("x", text, GERALD)) as project:
        (one,), _ = written(project, tmp_path / "out")
    assert re.findall("quonestruc", one["text"], re.IGNORECASE) == ["quonestruc"], "a small word of its own stays"
    assert one["text"].endswith(". Un quonestruc.")
    assert "@exemple.invalid, @" in one["text"]


@pytest.mark.parametrize("between", ["\n  ", " \t\u00a0 ", " \u200b", "\u00ad ", "-", "\u2011"])
def test_whatever_blanks_stand_in_a_name_all_of_it_goes(tmp_path, between):
    text = f"Hier Gérald Quonestruc a vu Gérald{between}Quonestruc."
    with project_of(tmp_path, line_of("x", text, GERALD)) as project:
        (one,), _ = written(project, tmp_path / "out")
    assert "Gérald" not in one["text"]
    assert "Quonestruc" not in one["text"]


def test_initials_of_a_first_name_of_two_become_one(tmp_path):
    text = "Anne-Sophie Brontozor parle. L’avis d’A.-S. Brontozor."
    with project_of(tmp_path, line_of("x", text, ("Anne-Sophie Brontozor", "ACTOR", "PER", None))) as project:
        (one,), _ = written(project, tmp_path / "out")
    first, last = one["text"].split()[:2]
    assert one["text"] == f"{first} {last} parle. L’avis d’{first[0]}. {last}."


def test_whose_marks_go_out_doesnt_change_who_goes_under_another_name(tmp_path):
    text = "Hier Elvire Astrébole a vu Jules Morvandiau."
    line = line_of("x", text, ("Elvire Astrébole", "ACTOR", "PER", None), ("Jules Morvandiau", "ACTOR", "PER", None))
    line["spans"][0]["by"] = "Bob"
    line |= {"annotators": {"Bob": "done", "Claire": "done"}, "annotator": "Claire"}
    texts = set()
    with project_of(tmp_path, line) as project:
        for format_ in (Format.JSONL, Format.PRODIGY):
            for choice in (EVERYTHING, Choice(annotators=("Claire",))):
                folder = tmp_path / f"{format_}-{len(choice.annotators)}"
                export(project, folder, format_, choice=choice, pseudonyms=Whom.PERSONS)
                texts |= {json.loads(path.read_text(encoding="utf-8"))["text"] for path in folder.glob("*.jsonl")}
        page = (tmp_path / "prodigy-0" / "RECEIPT.md").read_text(encoding="utf-8")
    (said,) = texts
    assert not re.search("Elvire|Astrébole|Jules|Morvandiau", said + page)
    words = re.search("Hier (.*) a vu (.*)\\.", said)
    assert words
    assert f'ACTOR "{words[1]}"' in page, "another annotator's mark is named as it stands in the files"


def test_labels_that_stay_behind_and_titles_name_nobody_either(tmp_path):
    text = "Wu et tonton charlot partent\n\n« Oui », dit-on."
    wanted = (("Wu", "ACTOR", "PER", None), ("tonton charlot", "ACTOR", "PER", None), ("« Oui »", "QUOTE", None, None))
    line = line_of("x", text, *wanted, title="Wu et tonton charlot partent")
    with project_of(tmp_path, line) as project:
        (all_,), _ = written(project, tmp_path / "all")
        choice = Choice(labels=("QUOTE",), story="Wu et tonton", articles=None)
        export(project, tmp_path / "out", Format.JSONL, choice=choice, pseudonyms=Whom.PERSONS)
    raw = (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8")
    one = json.loads(raw)
    assert one["text"] == all_["text"]
    assert one["text"].startswith(one["title"] + "\n\n« Oui »")
    for path in (tmp_path / "out").iterdir():
        assert not re.search(r"\bWu\b|charlot", path.read_text(encoding="utf-8"))


def test_actors_of_no_kind_are_counted_who_keep_their_names(tmp_path):
    text = "Kevin Trucmuche et Gérald Quonestruc, puis Quonestruc."
    wanted = (("Kevin Trucmuche", "ACTOR", None, None), GERALD)
    with project_of(tmp_path, line_of("x", text, *wanted)) as project:
        export(project, tmp_path / "out", Format.JSONL, pseudonyms=Whom.PERSONS)
    assert "1 spans of actors of which nobody said a kind" in (tmp_path / "out" / "RECEIPT.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["Claude Vivarini", "Dominique Vivarini", "Alex Vivarini", "Ariel-Eden Vivarini"])
def test_nobody_gets_their_own_first_name(name):
    for n in range(100):
        persons = Persons(f"clé {n}")
        persons.learn(name, (name,), is_person=True)
        persons.settle()
        assert persons.of(name).first not in re.split("[ -]", name)


TEXTS = st.text(alphabet=st.sampled_from("aV é’-.😀\u0301\r\n\u202f"), max_size=40)


@examples(60)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8), TEXTS), max_size=6), st.data())
def test_words_outside_of_edits_stay_and_stretches_follow(text, wanted, data):
    edits = [Edit(at, min(len(text), at + n), words) for at, n, words in wanted if at < len(text)]
    moved = Moved(text, edits)
    back, at = "", 0
    for one, (start, end) in zip(moved.edits, moved._places, strict=True):
        back += moved.text[at:start] + text[one.start : one.end]
        assert moved.text[start:end] == one.words
        at = end
    assert back + moved.text[at:] == text
    if text:
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        there = moved.stretch(start, end)
        assert 0 <= there[0] <= there[1] <= len(moved.text)
        if not any(one.start < end and start < one.end for one in moved.edits):
            assert moved.text[slice(*there)] == text[start:end]


@examples(60)
@given(st.text(max_size=60), st.lists(st.text(max_size=12), max_size=5))
def test_any_names_in_any_text_do_no_harm(text, names):
    persons = Persons("clé")
    for name in names:
        persons.learn(name, (name, text[:5]), is_person=True)
    persons.settle()
    for one in persons.naming.edits(text, (), set()):
        assert 0 <= one.start < one.end <= len(text)
        assert one.words


def test_family_names_are_given_out_once_and_not_to_somebody_who_is_there():
    made = Surrogates("clé", ())
    names = {made.family(f"personne {n}", "Vorga") for n in range(5000)}
    assert len(names) == 5000
    assert Surrogates("clé", {one.lower() for one in names}).family("personne 1", "Vorga") not in names
    ours, theirs = (Surrogates(key, ()).family("personne 1", "Vorga") for key in ("clé", "autre clé"))
    assert ours != theirs


def test_a_name_marked_as_a_place_by_a_slip_gives_nobody_away(tmp_path):
    text = "Face à Vorga\n\nIlan Vorga est arrivé ; le départ de Vorga suit. Vorga-les-Bains attend Belmare."
    spans = marks(text, ("Ilan Vorga", "ACTOR", "PER", "Ilan Vorga"), ("Belmare", "ACTOR", "GPE", "Belmare"))
    at = text.index("Vorga suit")
    spans += [{"start": at, "end": at + 5, "label": "ACTOR", "kind": "GPE", "value": "Vorga", "status": "added"}]
    line = {"id": "a", "text": text, "title": "Face à Vorga", "state": "done", "spans": spans}
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    with make_project(tmp_path / "p", {}) as project:
        assert not ingest(project, [tmp_path / "a.jsonl"]).refused
        export(project, tmp_path / "out", Format.JSONL, choice=EVERYTHING, pseudonyms=Whom.PERSONS)
    (one,) = (json.loads(line) for line in next((tmp_path / "out").glob("*.jsonl")).read_text("utf-8").splitlines())
    assert "Vorga" not in json.dumps(one, ensure_ascii=False)
    assert [span["value"] for span in one["spans"] if span["kind"] == "GPE"][1] == "Belmare"
