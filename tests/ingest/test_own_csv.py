"""Our own CSV comes back from both forms: texts, spans, all that is known of them; or it is refused in a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from depeche.core.record import Mark, Record
from depeche.errors import InputError
from depeche.export.form import Format
from depeche.ingest.kinds import recognise
from depeche.ingest.reader import AS_IT_IS, Found
from depeche.ingest.source import file_source
from tests.export.wild import record, written

RECORDS = [record(seed) for seed in range(8)] + [record(99, spans=0), record(7, length=40, spans=3)]
FORMS = {Format.CSV: "articles.csv", Format.CSV_RAW: "articles-raw.csv"}


def put(folder: Path, format_: Format) -> Path:
    named = [replace(one, article=replace(one.article, name=f"n° {n}")) for n, one in enumerate(RECORDS)]
    for name, data in written(format_, named)[0].items():
        (folder / name).write_bytes(data)
    return folder / FORMS[format_]


def fields(mark: Mark) -> tuple[object, ...]:
    """Return all of a mark; a list of one name is that name in a cell."""
    names = mark.value if isinstance(mark.value, str | None) else " | ".join(mark.value)
    return (mark.start, mark.end, mark.label, mark.kind, names, mark.attrs, mark.status, mark.by, mark.score,
            mark.source, mark.version, mark.reason, mark.was)  # fmt: skip


def read(path: Path) -> list[Found]:
    source = file_source(path)
    reader = recognise(source)
    assert reader.name == "depeche-csv"
    assert reader.read is not None
    return list(reader.read(source, AS_IT_IS))


@pytest.mark.parametrize("format_", FORMS)
def test_texts_and_spans_come_back_as_they_were(tmp_path, format_):
    found = read(put(tmp_path, format_))
    assert [one.note for one in found] == [""] * len(RECORDS)
    for one, wanted in zip(found, RECORDS, strict=True):
        assert isinstance(one.record, Record)
        article, theirs = one.record.article, wanted.article
        assert (article.text, article.title, article.date, article.source) == (
            theirs.text, theirs.title, theirs.date, theirs.source,
        )  # fmt: skip
        assert article.meta == theirs.meta
        assert one.record.state == wanted.state
        assert [
            (m.start, m.end, m.label, m.kind, m.attrs, m.status, m.by, m.score, m.was) for m in one.record.marks
        ] == [(m.start, m.end, m.label, m.kind, m.attrs, m.status, m.by, m.score, m.was) for m in wanted.marks]


def test_the_table_of_spans_holds_no_articles(tmp_path):
    path = put(tmp_path, Format.CSV)
    assert read(tmp_path / "spans.csv") == []
    path.unlink()
    with pytest.raises(InputError, match="celle des articles n’est pas à côté"):
        read(tmp_path / "spans.csv")


def test_without_the_table_of_spans_it_is_told(tmp_path):
    path = put(tmp_path, Format.CSV)
    (tmp_path / "spans.csv").unlink()
    found = read(path)
    assert "sans passages" in found[0].note
    assert all(isinstance(one.record, Record) and not one.record.marks for one in found)


def test_tables_that_no_longer_go_together_are_refused_article_by_article(tmp_path):
    path = put(tmp_path, Format.CSV_RAW)
    spans = tmp_path / "spans-raw.csv"
    head, *rows = spans.read_bytes().split(b"\r\nn\xc2\xb0 ")
    spans.write_bytes(b"\r\nn\xc2\xb0 ".join([head, *reversed(rows)]).rstrip(b"\r\n") + b"\r\n")
    found = read(path)
    refused = [one for one in found if isinstance(one.record, InputError)]
    assert len(refused) >= 8
    kept = [one.record for one in found if isinstance(one.record, Record)]
    assert {one.article.name for one in kept} <= {"n° 8", "n° 9"}, "8 has no spans, 9 stands first now"


def test_a_cell_that_is_no_number_costs_its_article_only(tmp_path):
    path = put(tmp_path, Format.CSV_RAW)
    spans = tmp_path / "spans-raw.csv"
    lines = spans.read_bytes().split(b"\r\nn\xc2\xb0 ")
    first = lines[1].split(b",")
    assert first[6] == b"0"
    lines[1] = b",".join([*first[:6], b"zero", *first[7:]])
    spans.write_bytes(b"\r\nn\xc2\xb0 ".join(lines))
    found = read(path)
    assert isinstance(found[0].record, InputError)
    assert "passages, ligne 2" in str(found[0].record)
    assert all(isinstance(one.record, Record) for one in found[1:])
