"""What these programs write is read by our readers: text and spans equal to what the program itself holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from depeche.core.record import Record
from depeche.errors import InputError
from depeche.ingest.kinds import recognise
from depeche.ingest.reader import AS_IT_IS
from depeche.ingest.source import file_source
from tests.interop.exported import Stretches, counted
from tests.interop.programs import ask
from tests.interop.test_read import file_names


def read(path: Path, kind: str) -> list[Record]:
    """Return the records of a file, which must be known as of that kind, without a refusal."""
    source = file_source(path)
    reader = recognise(source)
    assert reader.name == kind
    records = []
    for found in reader.read(source, AS_IT_IS) if reader.read else ():
        assert not isinstance(found.record, InputError), f"{found.place}: {found.record}"
        records.append(found.record)
    return records


def spans_of(record: Record) -> Stretches:
    return Counter((one.start, one.end, one.label) for one in record.marks)


@pytest.mark.parametrize("file", ["all.jsonl", "claireTrue.jsonl"])
def test_doccanos_own_export(out, tmp_path, file):
    said = ask("doccano", out("doccano").folder / "doccano.jsonl", tmp_path / "again", folder=tmp_path)
    for way in ("overlaps", "flat"):
        path = tmp_path / "again" / way / file.replace("True", "True" if way == "overlaps" else "False")
        records = read(path, "doccano")
        assert [one.article.text for one in records] == [one["text"] for one in said[way]["articles"]]
        assert [spans_of(one) for one in records] == [counted(one["spans"]) for one in said[way]["articles"]]


def test_label_studios_conversions(out, tmp_path):
    made = out("label-studio")
    files = made.folder / "label_studio.json", made.folder / "label_config.xml"
    said = ask("label_studio", *files, tmp_path / "again", folder=tmp_path)
    whole = read(Path(said["made"]["JSON"][0]), "label-studio")
    assert {one.article.text for one in whole} == {one.article.text for one in made.records.values()}
    by_text = {one.article.text: name for name, one in made.records.items()}
    for one in whole:
        name = by_text[one.article.text]
        assert spans_of(one) == made.spans(name), name
        given = {(m.start, m.end, m.label, m.by, m.status == "suggested", m.kind, m.value) for m in one.marks}
        kept = [m for m in made.records[name].marks if m.status != "rejected"]
        assert len(given) == len({(m.start, m.end, m.label, m.by, m.status == "suggested") for m in kept})


def test_edsnlps_standoff(out, tmp_path):
    made = out("brat")
    names = file_names(made, "names.tsv")
    said = ask("brat", made.folder / "articles", tmp_path / "again", folder=tmp_path)
    assert len(said["written"]) == len(names) - 1  # the article with CR LF, which it can't take
    for one in said["written"]:
        record = read(tmp_path / "again" / f"{one['name']}.txt", "brat")[0]
        assert record.article.text == one["text"]
        assert set(spans_of(record)) == {tuple(span) for span in one["spans"]}, one["name"]


def test_cassis_own_xmi(out, tmp_path):
    made = out("xmi")
    said = ask("uima", made.folder, tmp_path / "again", folder=tmp_path)
    assert len(said["articles"]) == len(made.records)
    for one in said["articles"]:
        record = read(tmp_path / "again" / f"{one['name']}.xmi", "xmi")[0]
        assert record.article.text == one["text"] == made.records[record.article.name].article.text
        assert spans_of(record) == counted(one["spans"]) == made.spans(record.article.name)


def test_what_reconner_writes_for_prodigy(out, tmp_path):
    made = out("prodigy")
    said = ask("prodigy", made.folder / "prodigy.jsonl", tmp_path / "again", folder=tmp_path)
    records = read(tmp_path / "again" / "again.jsonl", "prodigy")
    assert [one.article.text for one in records] == [one["text"] for one in said["articles"]]
    assert [spans_of(one) for one in records] == [counted(one["spans"]) for one in said["articles"]]
