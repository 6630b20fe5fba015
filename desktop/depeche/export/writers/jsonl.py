"""Writes Dépêche's own JSONL: everything there is, one article a line."""

from __future__ import annotations

from collections.abc import Iterable

from depeche.core.record import Record, to_line
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.receipt import Receipt
from depeche.messages import tr

FILE = "articles.jsonl"


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write the records, UTF-8 with LF line ends. This format holds all of them."""
    with shelf.file(FILE) as file:
        for record in records:
            file.write(to_line(record).encode("utf-8") + b"\n")
            receipt.count(record)


FORM = Form(Format.JSONL, lambda: tr("JSONL — tout, un article par ligne"), _write, tells_help=True)
