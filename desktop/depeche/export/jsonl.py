"""Writes Dépêche's own JSONL: everything there is, one article a line."""

from __future__ import annotations

from collections.abc import Iterable

from depeche.core.record import Record, to_line
from depeche.export.folder import Shelf
from depeche.export.receipt import Receipt

FILE = "articles.jsonl"


def write(records: Iterable[Record], shelf: Shelf, receipt: Receipt) -> None:
    """Write the records, UTF-8 with LF line ends. This format holds all of them."""
    with shelf.file(FILE) as file:
        for record in records:
            file.write(to_line(record).encode("utf-8") + b"\n")
            receipt.count(record)
