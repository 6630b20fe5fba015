"""CSV of spans and articles: for spreadsheets without a formula and with a way back, and raw."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.article import State
from depeche.core.own_tables import ARTICLES, SPANS
from depeche.core.record import Mark, Record
from depeche.export.form import Format
from depeche.export.formulas import guarded
from depeche.export.writers.csv_spans import LONG
from tests.export.test_xlsx import PAYLOADS
from tests.export.wild import record, written

RECORDS = [record(seed) for seed in range(6)] + [record(99, spans=0)]


def rows(data: bytes, separator: str) -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=separator))


def restored(found: list[dict[str, str]]) -> list[dict[str, str]]:
    """Take off the apostrophe that stands first, wherever one does: what the documentation says."""
    return [{name: cell[1:] if cell.startswith("'") else cell for name, cell in row.items()} for row in found]


def test_both_forms_hold_every_text_and_span() -> None:
    people, receipt = written(Format.CSV, RECORDS)
    raw, _ = written(Format.CSV_RAW, RECORDS)
    assert (list(people), list(raw)) == (["articles.csv", "spans.csv"], ["articles-raw.csv", "spans-raw.csv"])
    assert people["spans.csv"].startswith(b"\xef\xbb\xbfarticle;title;")
    assert raw["spans-raw.csv"].startswith(b"article,title,")
    spans, articles = rows(raw["spans-raw.csv"], ","), rows(raw["articles-raw.csv"], ",")
    assert restored(rows(people["articles.csv"], ";")) == articles
    for one in spans:
        one["score"] = one["score"].replace(".", ",")
    assert restored(rows(people["spans.csv"], ";")) == spans
    assert [one["text"] for one in articles] == [one.article.text for one in RECORDS]
    assert (list(articles[0]), list(spans[0])) == (list(ARTICLES), list(SPANS))
    marks = [(one.article, mark) for one in RECORDS for mark in one.marks]
    for row, (article, mark) in zip(spans, marks, strict=True):
        assert article.text[int(row["start"]) : int(row["end"])] == row["text"]
        assert (row["article"], int(row["start"]), row["label"]) == (article.name, mark.start, mark.label)
        assert json.loads(row["was"] or "null") == mark.was
        assert json.loads(row["attributes"] or "{}") == mark.attrs
    assert receipt.lost == []
    assert dict(receipt.lessened) == {}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_for_people_begins_as_a_formula(payload: str) -> None:
    one = record(1, spans=0)
    article = replace(one.article, text=payload + " z", title=payload, name=payload, source=payload, url=payload)
    mark = Mark(0, len(payload), "ACTOR", payload, payload, {}, "added", payload, None, payload, payload, payload)
    files, _ = written(Format.CSV, [Record(article, (mark,), State.DONE, payload)])
    for data in files.values():
        for row in rows(data, ";"):
            assert not any(cell.lstrip("\ufeff \t\r\n")[:1] in tuple("=+-@＝＋－＠") for cell in row.values() if cell)
            assert all(cell[0] not in "\t\r" for cell in row.values() if cell)
    assert restored(rows(files["spans.csv"], ";"))[0]["title"] == payload
    raw, _ = written(Format.CSV_RAW, [Record(article, (mark,), State.DONE, payload)])
    assert rows(raw["spans-raw.csv"], ",")[0]["title"] == payload


@given(st.text(alphabet="'=+-@\t\r\n＝ a\ufeff"))
def test_the_guard_can_be_taken_off(cell: str) -> None:
    found = guarded(cell)
    assert (found[1:] if found.startswith("'") else found) == cell


def test_a_cell_that_a_spreadsheet_would_cut_is_said() -> None:
    one = replace(record(1, spans=0), article=replace(record(1).article, text="😀" * 16_384))
    assert written(Format.CSV, [one])[1].lessened == {LONG: 1}
    assert written(Format.CSV_RAW, [one])[1].lessened == {}


def test_the_same_records_give_the_same_bytes() -> None:
    assert written(Format.CSV, RECORDS)[0] == written(Format.CSV, RECORDS)[0]
