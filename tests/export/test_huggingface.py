"""The Hugging Face folder: Parquet and JSONL say the same, names of labels are where `datasets` looks for them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from depeche import nlp
from depeche.core.record import Mark, Record
from depeche.errors import UserError
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.writers import huggingface
from depeche.store.project import Project
from tests.export.test_export import finish
from tests.export.wild import SCHEME, record, written

RECORDS = [record(seed) for seed in range(12)] + [record(99, spans=0)]
LABELS = ["ACTOR", "FIGURE", "DATE", "QUOTE"]
TAGS = ["O", "B-ACTOR", "I-ACTOR", "B-FIGURE", "I-FIGURE", "B-DATE", "I-DATE"]


def tables(files: dict[str, bytes]) -> dict[str, Any]:
    return {name: pq.read_table(BytesIO(data)) for name, data in files.items() if name.endswith(".parquet")}


def rows(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for table in tables(files).values() for row in table.to_pylist()}


def head(card: bytes) -> dict[str, Any]:
    """Return what the YAML of a card says, of which each line is a key with a value in flow style."""
    lines = card.decode("utf-8").split("---\n")[1].splitlines()
    return {m[1]: json.loads(m[2]) for line in lines if (m := re.fullmatch(r"(\w+): ([\[\"].*)", line))}


def only(*marks: Mark, text: str) -> Record:
    one = record(0)
    return replace(one, article=replace(one.article, text=text), marks=marks)


def test_every_span_and_what_is_known_of_it_come_back() -> None:
    files, receipt = written(Format.HUGGINGFACE, RECORDS)
    found = rows(files)
    assert len(found) == len(RECORDS) == receipt.articles
    for one in RECORDS:
        row = found[one.article.name]
        assert row["text"] == one.article.text
        assert [row["text"][span["start"] : span["end"]] for span in row["spans"]] == [s["text"] for s in row["spans"]]
        assert [(s["start"], s["end"], LABELS[s["label"]], s["kind"], s["status"]) for s in row["spans"]] == [
            (m.start, m.end, m.label, m.kind, m.status) for m in one.marks
        ]
        assert [s["value"] for s in row["spans"]] == [
            [m.value] if isinstance(m.value, str) else m.value and list(m.value) for m in one.marks
        ]
        assert [json.loads(s["attributes"] or "{}") for s in row["spans"]] == [m.attrs for m in one.marks]
        assert (row["licence"], row["assisted"], row["state"]) == ("CC0-1.0", one.assisted, "done")
        assert (json.loads(row["meta"]), json.loads(row["extra"])) == (one.article.meta, one.article.extra)
    suggested = sum(1 for one in RECORDS for mark in one.marks if mark.source)
    assert receipt.lessened == {"provenance": suggested}


def test_jsonl_has_the_same_rows_with_names() -> None:
    files, _ = written(Format.HUGGINGFACE, RECORDS)
    found = rows(files)
    lines = [
        json.loads(line) for name, data in files.items() if name.endswith(".jsonl") for line in data.split(b"\n")[:-1]
    ]
    for line in lines:
        row = found.pop(line["id"])
        row["spans"] = [span | {"label": LABELS[span["label"]]} for span in row["spans"]]
        assert line == row | {"ner_tags": [TAGS[tag] for tag in row["ner_tags"]]}
    assert found == {}


def test_tags_are_the_longest_flat_spans_on_tokens_and_the_others_are_named() -> None:
    text = "Le ministère des Affaires étrangères de Tarsis a dit « non » aujourd’hui."
    places = {
        words: (text.index(words), text.index(words) + len(words))
        for words in ("ministère des Affaires étrangères", "Affaires étrangères", "Tarsis", "« non »", "aujourd", "a ")
    }
    labels = ["ACTOR", "ACTOR", "ACTOR", "QUOTE", "DATE", "ACTOR"]
    marks = [Mark(*place, label) for place, label in zip(places.values(), labels, strict=True)]
    files, receipt = written(Format.HUGGINGFACE, [only(*marks, text=text)])
    (row,) = rows(files).values()
    assert row["tokens"] == [text[start:end] for start, end in nlp.tokens(text)]
    tagged = [(token, TAGS[tag]) for token, tag in zip(row["tokens"], row["ner_tags"], strict=True) if tag]
    assert tagged == [
        ("ministère", "B-ACTOR"), ("des", "I-ACTOR"), ("Affaires", "I-ACTOR"), ("étrangères", "I-ACTOR"),
        ("Tarsis", "B-ACTOR"),
    ]  # fmt: skip
    assert len(row["spans"]) == len(marks)
    assert [(one["text"], "token" in one["reason"]) for one in receipt.lost] == [
        ("Affaires étrangères", False), ("a ", True), ("aujourd", True),
    ]  # fmt: skip


def test_parquet_says_the_names_of_labels_as_datasets_writes_them() -> None:
    files, _ = written(Format.HUGGINGFACE, RECORDS)
    for table in tables(files).values():
        said = json.loads(table.schema.metadata[b"huggingface"])["info"]["features"]
        assert said["spans"]["feature"]["label"] == {"names": LABELS, "_type": "ClassLabel"}
        assert said["ner_tags"] == {"feature": {"names": TAGS, "_type": "ClassLabel"}, "_type": "List"}
        assert list(said) == table.column_names


def test_the_card_tells_files_columns_labels_and_licence() -> None:
    files, _ = written(Format.HUGGINGFACE, RECORDS)
    card = files["README.md"].decode("utf-8")
    assert head(files["README.md"]) | {"tags": []} == {
        "pretty_name": SCHEME.name,
        "language": ["fr"],
        "license": "cc0-1.0",
        "task_categories": ["token-classification"],
        "task_ids": ["named-entity-recognition"],
        "annotations_creators": ["expert-generated"],
        "multilinguality": ["monolingual"],
        "size_categories": ["n<1K"],
        "tags": [],
    }
    for split in ("train", "validation", "test"):
        there = f"data/{split}-00000-of-00001.parquet" in files
        assert (f'"path": "data/{split}-*"' in card) == there
        assert (f"jsonl/{split}.jsonl" in files) == there
    assert '"class_label": {"names": {"0": "ACTOR", "1": "FIGURE", "2": "DATE", "3": "QUOTE"}}' in card
    assert "class_label" not in files["jsonl/README.md"].decode("utf-8")
    for label in SCHEME.labels:
        assert f"### {label.label}: {label.name}" in card
        assert label.guidance.strip() in card
    assert "Agence « X » \\& Cie (13)" in card


@pytest.mark.parametrize(
    ("licences", "said"),
    [(["CC0-1.0", None], "unknown"), (["CC0-1.0", "CC-BY-4.0"], "other"), (["© Agence"], "other")],
)
def test_the_licence_of_the_card_is_that_of_all_texts(licences: list[str | None], said: str) -> None:
    found = [
        replace(one, article=replace(one.article, meta={"licence": licence} if licence else {}))
        for one, licence in zip(RECORDS, licences, strict=False)
    ]
    files, _ = written(Format.HUGGINGFACE, found)
    assert head(files["README.md"])["license"] == said


def test_yaml_escapes_what_it_cannot_print() -> None:
    strange = replace(SCHEME, name='A: \u2028 \x85 😀 "x" #\x07')
    files, _ = written(Format.HUGGINGFACE, RECORDS[:1], strange)
    line = files["README.md"].decode("utf-8").split("\n")[1]
    assert line == 'pretty_name: "A: \\U00002028 \\U00000085 😀 \\"x\\" #\\u0007"'


def test_groups_of_rows_are_bounded_and_bytes_the_same_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    files, _ = written(Format.HUGGINGFACE, RECORDS)
    assert written(Format.HUGGINGFACE, RECORDS)[0] == files
    monkeypatch.setattr(huggingface, "ROWS", 2)
    files, _ = written(Format.HUGGINGFACE, RECORDS)
    train = pq.ParquetFile(BytesIO(files["data/train-00000-of-00001.parquet"]))
    assert train.num_row_groups == -(-train.metadata.num_rows // 2)
    assert len(rows(files)) == len(RECORDS)


def test_without_articles_nothing_is_written_as_datasets_loads_no_folder_without_rows() -> None:
    with pytest.raises(UserError, match="Aucun article ne partirait"):
        written(Format.HUGGINGFACE, [])


def test_a_list_of_one_name_is_told_in_the_receipt_and_not_a_name_alone() -> None:
    marks = [Mark(0, 4, "QUOTE", value=value) for value in ("Nora", ("Nora",), ("Nora", "Zoé"), None)]
    for format_ in (Format.HUGGINGFACE, Format.CSV, Format.XLSX, Format.XMI, Format.W3C):
        _, receipt = written(format_, [only(*marks, text="Nora parle.")])
        assert receipt.lessened["list of one"] == 1, format_


def test_other_rows_are_another_data_set_to_the_cache_of_datasets() -> None:
    """It knows a folder by its last name and by `configs` and `dataset_info` of the card."""

    def configs(records: list[Record], name: str) -> str:
        return re.findall("configs:\n.*", written(Format.HUGGINGFACE, records)[0][name].decode("utf-8"))[0]

    for name in ("README.md", "jsonl/README.md"):
        before = configs(RECORDS, name)
        assert before == configs(RECORDS, name)
        assert before != configs([*RECORDS[:-1], replace(RECORDS[-1], assisted=False)], name)
    assert "SHA-256" in before


def test_a_readme_that_is_no_card_of_ours_is_never_written_over(project: Project, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "README.md").write_text("mine")
    with pytest.raises(UserError, match=r"README\.md"):
        export(project, tmp_path / "mine", Format.HUGGINGFACE)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["README.md"]
    finish(project, "calme", ("Tarsis", "ACTOR"))
    for _ in range(2):
        export(project, tmp_path / "out", Format.HUGGINGFACE)
    assert (tmp_path / "out" / "README.md").is_file()


def test_what_people_say_of_their_data_set_is_in_the_card(project: Project, tmp_path: Path) -> None:
    (project.folder / "card.md").write_text("## Who labelled it\n\nTwo {students}.\n", encoding="utf-8-sig")
    finish(project, "calme", ("Tarsis", "ACTOR"))
    export(project, tmp_path / "out", Format.HUGGINGFACE)
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert "\n\n## Who labelled it\n\nTwo {students}.\n\n## Columns\n" in card
    (project.folder / "card.md").write_bytes(b"\xff")
    with pytest.raises(UserError, match="UTF-8"):
        export(project, tmp_path / "again", Format.HUGGINGFACE)
    (project.folder / "card.md").write_text("x" * 200_001)
    with pytest.raises(UserError, match="200"):
        export(project, tmp_path / "again", Format.HUGGINGFACE)
