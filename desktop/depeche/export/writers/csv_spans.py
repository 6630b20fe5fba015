"""Writes CSV, a row a span and a row an article: as French Excel opens it, or raw for programs.

`csv`: UTF-8 with byte order mark, semicolons, decimal commas; a cell that a spreadsheet would run as a formula, or that
begins with an apostrophe, gets an apostrophe before it: take one off wherever one stands first, and all is as it was.
`csv-raw`: UTF-8 without mark, commas, decimal points, cells as they are. Both quote as RFC 4180 says and end lines with
CR LF; line ends in texts are those of the article: open the file so that they stay (`newline=""` in Python).
"""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from typing import BinaryIO

from depeche.core.own_tables import ARTICLES, SPANS
from depeche.core.record import Record
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.formulas import guarded
from depeche.export.lessening import lessen_shape
from depeche.export.receipt import Receipt
from depeche.export.table_rows import LONGEST, Cell, article_row, span_rows
from depeche.messages import tr

LONG = "cells longer than a spreadsheet keeps"


class _Table:
    """A CSV file on its way."""

    def __init__(self, file: BinaryIO, columns: Sequence[str], raw: bool) -> None:
        self._file = file
        self._raw = raw
        self._writer = csv.writer(self, delimiter="," if raw else ";", lineterminator="\r\n")
        if not raw:
            file.write(BOM_UTF8)
        self.add(columns)

    def write(self, line: str) -> None:
        """Take a line that `csv` made."""
        self._file.write(line.encode("utf-8"))

    def add(self, row: Sequence[Cell]) -> int:
        """Write a row; return how many of its cells a spreadsheet would cut."""
        self._writer.writerow(row if self._raw else [_for_people(cell) for cell in row])
        return sum(1 for cell in row if isinstance(cell, str) and _is_long(cell))


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, raw: bool) -> None:
    """Write a table of the spans and one of the articles."""
    infix = "-raw" if raw else ""
    with ExitStack() as stack:
        spans = _Table(stack.enter_context(shelf.file(f"spans{infix}.csv")), SPANS, raw)
        articles = _Table(stack.enter_context(shelf.file(f"articles{infix}.csv")), ARTICLES, raw)
        for record in records:
            long = articles.add(article_row(record))
            long += sum(spans.add(row) for row in span_rows(record, receipt))
            if long and not raw:
                receipt.lessen(LONG, long)
            receipt.count(record)
            lessen_shape(record, receipt)


def _for_people(cell: Cell) -> Cell:
    if isinstance(cell, float):
        return repr(cell).replace(".", ",")
    return guarded(cell) if isinstance(cell, str) else cell


def _is_long(cell: str) -> bool:
    return len(cell) > LONGEST or (2 * len(cell) > LONGEST and len(cell.encode("utf-16-le")) > 2 * LONGEST)


def _write_for_people(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    _write(records, shelf, receipt, raw=False)


def _write_raw(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    _write(records, shelf, receipt, raw=True)


FORM = Form(
    Format.CSV, lambda: tr("CSV pour tableur — passages et articles, sans formule"), _write_for_people, tells_help=True
)
RAW = Form(Format.CSV_RAW, lambda: tr("CSV brut — passages et articles, pour R ou pandas"), _write_raw, tells_help=True)
