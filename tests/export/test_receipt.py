"""Receipts add up in every form, name everything that is lost, and don't grow in memory; what is written is known."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.core.licence import licence_of
from depeche.core.record import Mark, Record
from depeche.errors import UserError
from depeche.export import losses
from depeche.export import receipt as module
from depeche.export.choice import Choice, Why
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.forms import FORMS
from depeche.export.receipt import SORTS, STAYS, Loss, Receipt
from depeche.export.trial import trial
from depeche.messages import set_language
from depeche.store import articles
from depeche.train.parting import parting
from tests.export.hostile import make
from tests.export.test_export import finish
from tests.fixtures import key_of, make_project


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    with make(tmp_path_factory.mktemp("hostile")) as project:
        with project.write() as db:
            articles.put(db, Article("Personne n’a lu ceci.", name="neuf"), "test")
        yield project


@pytest.mark.parametrize(
    ("format_", "choice"),
    [
        *((format_, Choice()) for format_ in FORMS),
        (Format.JSONL, Choice(labels=("ACTOR", "QUOTE"), annotators=("Claire",))),
        (Format.SPACY, Choice(labels=("ACTOR", "QUOTE"), annotators=("Claire",))),
    ],
)
def test_articles_and_spans_add_up_and_each_that_is_lost_is_named(hostile, tmp_path, format_, choice):
    receipt = export(hostile, tmp_path, format_, choice=choice, parting=parting(hostile))
    said = json.loads((tmp_path / "RECEIPT.json").read_text(encoding="utf-8"))["exports"][format_.value]
    account = said["account"]
    assert account["articles"]["in_project"] == 21
    assert account["articles"]["lost"] == 0
    assert account["articles"]["written"] == said["articles"] == sum(said["states"].values())
    for sort in ("articles", *SORTS):
        row = account[sort]
        assert row["in_project"] == row["written"] + sum(row["left_out"].values()) + row["lost"]
        assert all(n > 0 for n in (*row["left_out"].values(), 1)), "no empty reason"
    gone = [one for one in said["not_represented"] if one["reason"] not in {*STAYS, Loss.ANOTHERS}]
    unnamed = said["without"].get("span", 0)  # where a form holds no spans at all
    assert sum(account[sort]["lost"] for sort in SORTS) == len(gone) + unnamed
    assert account["spans"]["in_project"] > 300
    if choice.labels:
        assert account["spans"]["left_out"][Why.LABEL] > 50
        assert account["spans"]["left_out"][Why.OTHERS] > 5
        assert set(said["spans"]) <= {"ACTOR", "QUOTE"}
    assert said["negatives"] >= 2
    for name, facts in said["files"].items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == facts["sha256"]
    assert receipt.lost_by.total() == len(said["not_represented"])
    page = (tmp_path / "RECEIPT.md").read_text(encoding="utf-8")
    assert said["command"] in page
    assert str(tmp_path) not in page + json.dumps(said), "no path of this machine"


def _forgets_an_article(records, receipt):
    return (record for n, record in enumerate(records) if n != 3)


def _writes_one_twice(records, receipt):
    for n, record in enumerate(records):
        yield from (record, record) if n == 3 else (record,)


def _drops_a_span(records, receipt):
    for n, record in enumerate(records):
        yield replace(record, marks=record.marks[:-1]) if n == 3 else record


def _tells_of_a_loss_that_is_none(records, receipt):
    for record in records:
        if record.marks and not receipt.lost_marks["spans"]:
            receipt.lose(record, record.marks[0], Loss.BLANK)
        yield record


@pytest.mark.parametrize("format_", [Format.JSONL, Format.SPACY, Format.HUGGINGFACE, Format.XLSX])
@pytest.mark.parametrize(
    "breaks", [_forgets_an_article, _writes_one_twice, _drops_a_span, _tells_of_a_loss_that_is_none]
)
def test_a_writer_that_loses_something_without_a_word_is_found_and_nothing_is_written(
    hostile, tmp_path, monkeypatch, format_, breaks
):
    export(hostile, tmp_path, format_)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    sound = FORMS[format_]

    def broken(records, shelf, receipt, plan):
        sound.write(breaks(records, receipt), shelf, receipt, plan)

    monkeypatch.setitem(FORMS, format_, replace(sound, write=broken))
    with pytest.raises(UserError, match="ne tombe pas juste, rien n’a été écrit"):
        export(hostile, tmp_path, format_)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert not list(tmp_path.glob(".depeche-half-*"))
    with pytest.raises(UserError, match="ne tombe pas juste"):
        trial(hostile, format_)


def test_what_is_lost_in_thousands_lies_in_a_file_and_not_in_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "KEPT", 3)
    with make_project(tmp_path / "p", {"a": "Vorga et Tarsis et Belmare et Dastrel et Ombre"}) as project:
        finish(project, "a", *((name, "ACTOR") for name in ("Vorg", "Tarsi", "Belmar", "Dastre", "Ombr")))
        for _ in range(2):
            receipt = export(project, tmp_path / "out", Format.SPACY)
        assert len(receipt.lost) == 3
        said = json.loads((tmp_path / "out" / "RECEIPT.json").read_text())["exports"]["spacy"]
        assert said["not_represented_file"] == "LOST-spacy.jsonl"
        assert said["files"]["LOST-spacy.jsonl"]
        assert said["not_represented_by"] == {Loss.CUTS_TOKEN.value: 5}
        lines = (tmp_path / "out" / "LOST-spacy.jsonl").read_text().splitlines()
        assert [json.loads(line)["text"] for line in lines] == ["Vorg", "Tarsi", "Belmar", "Dastre", "Ombr"]
        assert "and 2 more: all are in `LOST-spacy.jsonl`" in (tmp_path / "out" / "RECEIPT.md").read_text()
        monkeypatch.setattr(module, "KEPT", 1000)
        export(project, tmp_path / "out", Format.SPACY)
        assert not (tmp_path / "out" / "LOST-spacy.jsonl").exists(), "what isn't written any more goes"


def test_licences_are_counted_and_unknown_ones_warned_of(tmp_path, capsys):
    with make_project(tmp_path / "p", {"a": "Un texte sans licence."}) as project:
        with project.write() as db:
            for n, meta in enumerate(({"licence": "CC BY 4.0"}, {"License": {"name": "CC0"}}, {"rights": "?"})):
                articles.put(db, Article(f"Texte {n}.", name=str(n), meta=meta), "test")
        receipt = export(project, tmp_path / "out", Format.JSONL)
    assert receipt.licences == {"": 2, "CC BY 4.0": 1, "CC0": 1}
    assert "2 not known" in (tmp_path / "out" / "RECEIPT.md").read_text()
    (warning,) = losses.warnings(receipt)
    assert "la licence de 2 articles est inconnue" in warning


def test_a_notice_of_copyright_is_no_licence_and_warns():
    receipt = Receipt("jsonl")
    receipt.licences.update(["© Agence 2025", "Copyright Le Monde", "CC BY 4.0", "CC0-1.0, © Nora", "Etalab 2.0"])
    (warning,) = losses.warnings(receipt)
    assert "réservés pour 2 articles" in warning


def test_a_licence_is_found_where_sources_write_it():
    assert licence_of(Article("x", meta={"copyright": "© AFP 2025"})) == "© AFP 2025"
    assert licence_of(Article("x", meta={"rights": "AFP"}, extra={"license": "MIT"})) == "AFP"
    assert licence_of(Article("x", extra={"license": ["MIT", "CC0"]})) == "MIT, CC0"
    assert licence_of(Article("x", meta={"licence": " Inconnue ", "page": 3})) is None


def test_finished_articles_without_spans_and_blind_ones_are_counted(project, tmp_path):
    finish(project, "calme")
    finish(project, "crue", ("Belmare", "ACTOR"))
    receipt = export(project, tmp_path / "out", Format.SPACY)
    assert (receipt.articles, receipt.negatives, sum(receipt.assisted.values())) == (2, 1, 2)
    assert "Finished articles without any span: 1." in (tmp_path / "out" / "RECEIPT.md").read_text()


def test_each_reason_has_words_in_french():
    set_language("fr")
    for loss in Loss:
        assert losses.loss_words(loss.value) != loss.value
    for why in Why:
        assert losses.why_words(why.value) != why.value
    assert losses.why_words("state todo").endswith("»")


def test_a_statement_says_what_is_lost_what_has_no_place_and_what_was_left():
    set_language("fr")
    one = Record(Article("Tarsis parle.", name="a"), (Mark(0, 6, "ACTOR", status="added", by="Claire"),), State.DONE)
    receipt = Receipt("brat")
    receipt.see(one.marks)
    receipt.lose(one, one.marks[0], Loss.NESTS)
    receipt.lessen("value", 340)
    receipt.lessen("kind", 120)
    receipt.left_out[Why.UNDATED] += 3
    said = losses.statement(receipt)
    assert said[0].startswith("1 passage n’y est pas")
    assert "340 valeurs, 120 genres" in said[1]
    assert "3 articles (de date inconnue)" in said[2]


def test_a_folder_of_several_formats_keeps_a_receipt_of_each_and_old_ones_are_read(project, tmp_path):
    finish(project, "calme", ("Tarsis", "ACTOR"))
    export(project, tmp_path / "out", Format.JSONL)
    old = json.loads((tmp_path / "out" / "RECEIPT.json").read_text())
    for name in ("account", "licences", "command", "negatives", "not_represented_by"):
        old["exports"]["jsonl"].pop(name)
    (tmp_path / "out" / "RECEIPT.json").write_text(json.dumps(old | {"exports": old["exports"] | {"faux": [1]}}))
    export(project, tmp_path / "out", Format.SPACY)
    said = json.loads((tmp_path / "out" / "RECEIPT.json").read_text())["exports"]
    assert sorted(said) == ["jsonl", "spacy"]
    assert key_of(project, "calme")
    assert Path(tmp_path / "out" / "articles.jsonl").is_file()


def test_kinds_that_the_scheme_doesnt_have_are_said(desk: Desk, tmp_path: Path) -> None:
    one = next(guess for guess in desk.pending if guess.label == "ACTOR")
    desk.edit(one.key, kind="HUM")
    desk.set_state(State.DONE)
    receipt = export(desk.project, tmp_path / "out", Format.JSONL)
    assert receipt.strange == {"ACTOR:HUM": 1}
    assert any("ACTOR:HUM (1)" in words for words in losses.warnings(receipt))
    page = (tmp_path / "out" / "RECEIPT.md").read_text(encoding="utf-8")
    assert "Kinds that the label scheme doesn't have: ACTOR:HUM (1)." in page
    said = json.loads((tmp_path / "out" / "RECEIPT.json").read_text(encoding="utf-8"))
    assert '"strange_kinds": {"ACTOR:HUM": 1}' in json.dumps(said)
