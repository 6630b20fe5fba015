"""The Excel file: openpyxl reads back every text and number, and nothing in it is a formula."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from depeche.core.article import State
from depeche.core.own_tables import ARTICLES, SPANS
from depeche.core.record import Mark, Record
from depeche.export.form import Format
from depeche.export.table_rows import LONGEST
from depeche.export.writers import xlsx
from tests.export.wild import record, written

PAYLOADS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://x.invalid","clic")', "＝1+1",
    " =1+1", "=cmd|' /C calc'!A0", "\ufeff=1+1", "#N/A",
]  # fmt: skip
RECORDS = [record(seed) for seed in range(6)] + [record(99, spans=0)]


def sheets(files: dict[str, bytes]) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(BytesIO(files[xlsx.FILE]))
    assert {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None} <= {"s", "n"}
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def unescaped(cell: Any) -> Any:
    return cell.replace("_x005F_", "_") if isinstance(cell, str) else cell


def test_texts_and_spans_come_back() -> None:
    files, receipt = written(Format.XLSX, RECORDS)
    found = sheets(files)
    assert list(found) == ["Passages", "Articles", "Reçu"]
    head, *rows = found["Passages"]
    assert head == SPANS
    spans = [dict(zip(SPANS, map(unescaped, row), strict=True)) for row in rows]
    marks = [(one.article, mark) for one in RECORDS for mark in one.marks]
    assert len(spans) == len(marks)
    for row, (article, mark) in zip(spans, marks, strict=True):
        assert article.text[row["start"] : row["end"]] == row["text"]
        assert (row["article"], row["start"], row["end"], row["label"]) == (
            article.name, mark.start, mark.end, mark.label,
        )  # fmt: skip
        assert (row["kind"], row["status"], row["by"], row["score"], row["suggested_by"], row["reason"]) == (
            mark.kind, mark.status, mark.by, mark.score, mark.source, mark.reason,
        )  # fmt: skip
        assert row["licence"] == "CC0-1.0"
        assert row["sentence"].strip("…") in article.text
    head, *rows = found["Articles"]
    assert head == ARTICLES
    assert [unescaped(row[-1]) for row in rows] == [one.article.text for one in RECORDS]
    assert receipt.lost == []
    assert set(receipt.lessened) <= {xlsx.ESCAPED}
    assert ("articles", None, len(RECORDS)) in found["Reçu"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_is_a_formula_in_any_cell(payload: str) -> None:
    one = record(1, spans=1)
    article = replace(one.article, text=payload, title=payload, name=payload, source=payload, url=payload)
    said = {payload: payload}
    mark = Mark(0, len(payload), "ACTOR", payload, payload, said, "added", payload, None, payload, payload, payload)
    files, _ = written(Format.XLSX, [Record(article, (mark,), State.DONE, payload)])
    found = sheets(files)
    assert payload in found["Articles"][1]
    assert found["Passages"][1].count(payload) >= 10
    with ZipFile(BytesIO(files[xlsx.FILE])) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)


def test_a_text_too_long_for_a_cell_goes_on_to_the_right() -> None:
    text = "é" * 20_000 + "😀" * 20_000 + "_x000D_" + "z" * 30_000
    one = replace(record(1), marks=(Mark(0, len(text), "QUOTE"),))
    files, receipt = written(Format.XLSX, [replace(one, article=replace(one.article, text=text))])
    found = sheets(files)
    _, row = found["Articles"]
    pieces = row[len(ARTICLES) - 1 :]
    assert "".join(map(unescaped, pieces)) == text
    assert all(len(piece.encode("utf-16-le")) <= 2 * LONGEST for piece in pieces)
    _, span = found["Passages"]
    assert text.startswith(span[SPANS.index("text")])
    assert receipt.lessened[xlsx.CUT] == 2, "the words and the sentence"
    assert receipt.lessened[xlsx.ESCAPED] == 3


def test_what_xml_cannot_hold_is_stood_in_for_and_said() -> None:
    one = replace(record(1, spans=0), article=replace(record(1).article, text="a\x0b\uffff\r\n\tb"))
    files, receipt = written(Format.XLSX, [one])
    assert sheets(files)["Articles"][1][-1] == "a\ufffd\ufffd\r\n\tb"
    assert receipt.lessened == {"control characters": 2}


def test_a_full_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 30)
    files, _ = written(Format.XLSX, RECORDS)
    found = sheets(files)
    names = [name for name in found if name.startswith("Passages")]
    assert names[:2] == ["Passages", "Passages 2"]
    assert all(len(found[name]) <= 30 and found[name][0] == SPANS for name in names)
    assert sum(len(found[name]) - 1 for name in names) == sum(len(one.marks) for one in RECORDS)


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    files, _ = written(Format.XLSX, RECORDS)
    program = f"""
from pathlib import Path
from depeche.export.form import Format
from tests.export.test_xlsx import RECORDS
from tests.export.wild import written
Path({str(tmp_path / "x")!r}).write_bytes(written(Format.XLSX, RECORDS)[0]["depeche.xlsx"])
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2], timeout=120)
    assert (tmp_path / "x").read_bytes() == files[xlsx.FILE]
    with ZipFile(BytesIO(files[xlsx.FILE])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        said = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", said)) == {"2000-01-01T"}


def test_an_export_that_fails_leaves_no_rows_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def broken() -> Iterator[Record]:
        yield RECORDS[0]
        assert list(tmp_path.iterdir()) != []
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        written(Format.XLSX, broken())
    assert list(tmp_path.iterdir()) == []
    written(Format.XLSX, RECORDS[:1])
    assert list(tmp_path.iterdir()) == []
