"""UIMA XMI: cassis reads back the same text and spans, in code points; INCEpTION's rules for its layer hold."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import cassis
import pytest

from depeche.core.record import Mark, Record
from depeche.export.form import Format
from depeche.ingest.reader import AS_IT_IS
from depeche.ingest.readers import xmi
from depeche.ingest.source import HEAD, file_source
from tests.export.wild import record, written

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
RECORDS = [record(seed) for seed in range(12)] + [record(99, spans=0)]


def read(files: dict[str, bytes]) -> list[Any]:
    types = cassis.load_typesystem(BytesIO(files["TypeSystem.xml"]))
    return [cassis.load_cas_from_xmi(BytesIO(data), types) for name, data in files.items() if name.endswith(".xmi")]


def only(one: Record, text: str, *places: tuple[int, int]) -> Record:
    return replace(
        one, article=replace(one.article, text=text), marks=tuple(Mark(start, end, "QUOTE") for start, end in places)
    )


def test_text_spans_and_what_is_known_come_back() -> None:
    files, receipt = written(Format.XMI, RECORDS)
    for one, cas in zip(RECORDS, read(files), strict=True):
        assert cas.sofa_string == one.article.text
        found = sorted(
            (e.begin, e.end, e.value, e.identifier or "", e.kind, e.attributes)
            for e in cas.select(f"{DKPRO}.ner.type.NamedEntity")
        )
        assert found == sorted(
            (
                m.start, m.end, m.label, " | ".join(m.value) if isinstance(m.value, tuple) else m.value or "", m.kind,
                json.dumps(dict(m.attrs), ensure_ascii=False) if m.attrs else None,
            )
            for m in one.marks
        )  # fmt: skip
        (about,) = cas.select(f"{DKPRO}.metadata.type.DocumentMetaData")
        assert (about.documentId, about.documentTitle) == (one.article.name, one.article.title)
        said = {field.key: field.value for field in cas.select(f"{DKPRO}.metadata.type.MetaDataStringField")}
        assert said == {
            "date": "2025-07-13", "source": one.article.source, "url": one.article.url, "licence": "CC0-1.0",
            "page": "3",
        }  # fmt: skip
    assert receipt.articles == len(RECORDS)
    assert receipt.lost == []
    assert receipt.lessened["provenance"] == sum(len(one.marks) for one in RECORDS)
    assert "value" not in receipt.lessened
    assert receipt.lessened["details"] == len(RECORDS), "fields of a line that aren't ours"


def test_spans_lie_on_tokens_and_in_one_sentence_as_the_layer_of_inception_wants() -> None:
    files, _ = written(Format.XMI, RECORDS)
    for cas in read(files):
        tokens = cas.select(f"{DKPRO}.segmentation.type.Token")
        units = cas.select(f"{DKPRO}.segmentation.type.Sentence")
        assert all(a.end <= b.begin for row in (tokens, units) for a, b in pairwise(row))
        assert all(cas.sofa_string[one.begin : one.end].strip() for one in tokens)
        assert all(any(u.begin <= one.begin and one.end <= u.end for u in units) for one in tokens)
        for span in cas.select(f"{DKPRO}.ner.type.NamedEntity"):
            assert any(u.begin <= span.begin and span.end <= u.end for u in units)
            assert not any(t.begin < at < t.end for t in tokens for at in (span.begin, span.end))


def test_cut_tokens_and_joined_sentences_are_counted() -> None:
    text = "Il part. Elle reste. Nous aussi."
    files, receipt = written(Format.XMI, [only(RECORDS[0], text, (0, 8), (4, 20), (28, 30))])
    (cas,) = read(files)
    units = [cas.sofa_string[u.begin : u.end] for u in cas.select(f"{DKPRO}.segmentation.type.Sentence")]
    assert units == ["Il part. Elle reste.", "Nous aussi."]
    assert receipt.lessened == {"sentences joined": 1, "tokens cut": 3, "overlap": 2, "details": 1}


def test_what_xml_cannot_hold_is_stood_in_for_one_by_one() -> None:
    text = "a\x00\x1b😀\ufffe\x0b\r\n\tb"
    files, receipt = written(Format.XMI, [only(RECORDS[0], text, (9, 10), (2, 4))])
    (cas,) = read(files)
    assert cas.sofa_string == "a\ufffd\ufffd😀\ufffd\ufffd\r\n\tb"
    assert [(e.begin, e.end) for e in cas.select(f"{DKPRO}.ner.type.NamedEntity")] == [(2, 4), (9, 10)]
    assert receipt.lessened["control characters"] == 4


def test_our_own_reader_takes_it_back(tmp_path: Path) -> None:
    files, _ = written(Format.XMI, RECORDS)
    (tmp_path / "TypeSystem.xml").write_bytes(files.pop("TypeSystem.xml"))
    for one, (name, data) in zip(RECORDS, files.items(), strict=True):
        (tmp_path / name).write_bytes(data)
        source = file_source(tmp_path / name)
        assert xmi.READER.recognises(source, data[:HEAD])
        assert xmi.READER.read
        (found,) = xmi.READER.read(source, AS_IT_IS)
        assert isinstance(found.record, Record)
        assert found.record.article.text == one.article.text
        assert (found.record.article.title, found.record.article.date) == (one.article.title, one.article.date)
        assert [(m.start, m.end, m.label, m.kind, m.value, m.attrs) for m in found.record.marks] == [
            (m.start, m.end, m.label, m.kind, m.value, m.attrs) for m in one.marks
        ]


@pytest.mark.parametrize("names", [("A | B", "C"), ("A", "B"), "A | B"])
def test_names_that_hold_what_stands_between_names_are_said(names: tuple[str, ...] | str) -> None:
    one = replace(RECORDS[0], marks=(Mark(0, 1, "QUOTE", value=names),))
    _, receipt = written(Format.XMI, [one])
    assert receipt.lessened["value"] == (names != ("A", "B"))


def test_file_names_are_safe_and_bytes_the_same_twice() -> None:
    twice = [RECORDS[0], replace(RECORDS[1], article=replace(RECORDS[1].article, name="été-0"))]
    files, _ = written(Format.XMI, twice)
    assert list(files) == ["TypeSystem.xml", "Ete-0.xmi", "ete-0-2.xmi"]
    assert written(Format.XMI, twice)[0] == files
