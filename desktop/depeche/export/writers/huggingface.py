"""Writes a data set folder as Hugging Face's `datasets` loads it: Parquet with ClassLabel, JSONL with names, a card.

Parquet, one file a side, in groups of rows, is what the folder loads as; the folder `jsonl` in it loads as the same
rows with labels and tags as strings. What isn't a column stands as JSON in a span's `attributes`, `meta` and `extra`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, BinaryIO

from depeche import nlp
from depeche.core.licence import licence_of
from depeche.core.record import Mark, Record, one_line
from depeche.errors import UserError
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import PROVENANCE, lessen_shape
from depeche.export.receipt import Loss, Receipt
from depeche.export.table_rows import as_json
from depeche.export.tags import Untagged, tag_names, tagged
from depeche.export.writers.hf_card import Card
from depeche.export.writers.hf_features import arrow_schema, numbered
from depeche.messages import tr

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

SPLITS = {"train": "train", "dev": "validation", "test": "test"}
"""What `datasets` calls our sides."""
ROWS = 100
"""Rows of a group: as many are in memory at most."""

_WHY = {Untagged.CUTS: Loss.TAGS_CUT, Untagged.CROWDED: Loss.TAGS_CROWDED}


class _Side:
    """The two files of one side; `close` writes what is left."""

    def __init__(self, writer: pq.ParquetWriter, lines: BinaryIO, schema: pa.Schema) -> None:
        self._writer = writer
        self._lines = lines
        self._schema = schema
        self._rows: list[dict[str, Any]] = []
        self.count = 0

    def add(self, row: dict[str, Any], numbers: Mapping[str, Mapping[str, int]]) -> bytes:
        """Take in a row, in which labels and tags are names; return it as a line of JSON."""
        line = one_line(row).encode("utf-8") + b"\n"
        self._lines.write(line)
        labels, tags = numbers["labels"], numbers["tags"]
        spans = [one | {"label": labels[one["label"]]} for one in row["spans"]]
        self._rows.append(row | {"spans": spans, "ner_tags": [tags[one] for one in row["ner_tags"]]})
        self.count += 1
        if len(self._rows) == ROWS:
            self.close()
        return line

    def close(self) -> None:
        """Write the rows that wait as one group."""
        import pyarrow as pa

        if self._rows:
            self._writer.write_batch(pa.RecordBatch.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write `data/` (Parquet), `jsonl/` and `README.md`; a side without articles has no file.

    Raises UserError where there is no article at all: `datasets` loads no folder without rows.
    """
    import pyarrow.parquet as pq

    labels, tags = [one.label for one in plan.scheme.labels], tag_names(plan.scheme)
    columns = numbered(labels, tags)
    schema = arrow_schema(columns)
    numbers = {
        "labels": {label: n for n, label in enumerate(labels)},
        "tags": {tag: n for n, tag in enumerate(tags)},
    }
    receipt.versions |= {"pyarrow": version("pyarrow"), "spacy": version("spacy"), "tokenizer": "spacy.blank('fr')"}
    card = Card(plan.scheme, columns)
    with ExitStack() as stack:
        sides: dict[str, _Side] = {}

        def side(name: str) -> _Side:
            if name not in sides:
                table = stack.enter_context(shelf.file(parquet_file(name)))
                lines = stack.enter_context(shelf.file(jsonl_file(name)))
                writer = stack.enter_context(pq.ParquetWriter(table, schema, compression="zstd", version="2.6"))
                sides[name] = _Side(writer, lines, schema)
            return sides[name]

        for record in records:
            row, written = _row(record, plan, receipt)
            split = SPLITS[plan.side(record.article)]
            card.count(written, row["licence"], split, side(split).add(row, numbers))
            receipt.count(written)
            lessen_shape(written, receipt)
        if not sides:
            raise UserError(
                tr("Aucun article ne partirait : « datasets » ne charge pas de dossier sans lignes."),
                tr("Ce qui sert à entraîner ne contient que les articles finis, sauf si d’autres états sont choisis."),
            )
        for one in sides.values():
            one.close()
    card.splits = {name: sides[name].count for name in SPLITS.values() if name in sides}
    for name, text in {
        "jsonl/README.md": card.of_lines(),
        "README.md": card.text(plan.split_by(receipt.written), plan.about),
    }.items():
        with shelf.file(name) as file:
            file.write(text.encode("utf-8"))


def parquet_file(split: str) -> str:
    """Return the name of a side's Parquet file."""
    return f"data/{split}-00000-of-00001.parquet"


def jsonl_file(split: str) -> str:
    """Return the name of a side's JSONL file."""
    return f"jsonl/{split}.jsonl"


def _row(record: Record, plan: Plan, receipt: Receipt) -> tuple[dict[str, Any], Record]:
    """Return an article as a row, with names for labels and tags, and what of it is there; count what isn't."""
    article = record.article
    marks = [mark for mark in record.marks if mark.label in plan.scheme]
    for mark in record.marks:
        if mark.label not in plan.scheme:
            receipt.lose(record, mark, Loss.RETIRED)
    if suggested := sum(1 for mark in marks if mark.source is not None or mark.score is not None):
        receipt.lessen(PROVENANCE, suggested)
    tokens = nlp.tokens(article.text)
    flat = tagged(tokens, marks, plan.scheme)
    for mark, why in flat.left:
        if why in _WHY:
            receipt.lose(record, mark, _WHY[why])
    row: dict[str, Any] = {
        "id": article.name,
        "text": article.text,
        "title": article.title,
        "date": article.date,
        "date_origin": article.date_origin.value if article.date else None,
        "source": article.source,
        "url": article.url,
        "licence": licence_of(article),
        "assisted": record.assisted,
        "state": record.state.value if record.state else None,
        "annotator": record.annotator,
        "spans": [_span(mark, article.text) for mark in marks],
        "tokens": [article.text[start:end] for start, end in tokens],
        "ner_tags": flat.tags,
        "meta": as_json(article.meta),
        "extra": as_json(article.extra),
    }
    return row, Record(article, tuple(marks), record.state, record.annotator, assisted=record.assisted)


def _span(mark: Mark, text: str) -> dict[str, Any]:
    value: Sequence[str] | None = [mark.value] if isinstance(mark.value, str) else mark.value
    return {
        "start": mark.start,
        "end": mark.end,
        "label": mark.label,
        "kind": mark.kind,
        "value": None if value is None else list(value),
        "text": text[mark.start : mark.end],
        "status": mark.status,
        "annotator": mark.by,
        "attributes": as_json(mark.attrs),
    }


def _shown(record: Record, plan: Plan) -> str:
    row, _ = _row(record, plan, Receipt(Format.HUGGINGFACE.value, spills=False))
    return json.dumps(row, ensure_ascii=False, indent=1)


FORM = Form(
    Format.HUGGINGFACE,
    lambda: tr("Hugging Face — dossier pour « datasets » : Parquet, JSONL et fiche"),
    _write,
    gold=True,
    sided=True,
    tells_help=True,
    shown=_shown,
    own=("README.md",),
)
