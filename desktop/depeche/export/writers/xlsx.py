"""Writes an Excel file in which nothing is ever a formula: sheets of spans, of articles, and of what was written.

Every cell is typed: a number, or text that stays text. A sheet that is full goes on in another. A text longer than a
cell holds goes on in the cells to its right; other cells are cut there, and counted. Characters that XML can't hold are
stood in for. All dates in the file are the same one, so the same records give the same bytes.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from depeche.core.own_tables import ARTICLES, SPANS
from depeche.core.record import Record
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.formulas import is_risky
from depeche.export.lessening import lessen_shape
from depeche.export.plain_xml import CONTROL, xml_text
from depeche.export.receipt import Receipt
from depeche.export.table_rows import LONGEST, Cell, article_row, span_rows
from depeche.messages import tr

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

FILE = "depeche.xlsx"
ROWS = 1_048_576
"""Rows of a sheet, its head among them."""
CUT, ESCAPED = "cells cut", "escaped"

_MADE = datetime(2000, 1, 1)
_AT = (1980, 1, 1, 0, 0, 0)
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write `depeche.xlsx`; rows wait in temporary files, not in memory."""
    from lxml.etree import SerialisationError
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    receipt.versions |= {"openpyxl": version("openpyxl")}
    book = Workbook(write_only=True)
    book.properties.creator = "Dépêche"
    book.properties.created = book.properties.modified = _MADE
    try:
        spans, articles = _Pages(book, "Passages", SPANS), _Pages(book, "Articles", ARTICLES)
        for record in records:
            articles.add(article_row(record), receipt, flows=True)
            for row in span_rows(record, receipt):
                spans.add(row, receipt)
            receipt.count(record)
            lessen_shape(record, receipt)
        account = _Pages(book, "Reçu", ("part", "detail", "count"))
        for line in _account(receipt):
            account.add(line, receipt)
        for n, sheet in enumerate((*spans.sheets, *articles.sheets, *account.sheets)):
            book.move_sheet(sheet.title, n - book.index(sheet))
        with shelf.file(FILE) as file:
            ExcelWriter(book, _Archive(file)).save()
    except SerialisationError as error:  # lxml says so where a temporary file can't be written on
        raise OSError(errno.ENOSPC if "ENOSPC" in str(error) else errno.EIO, str(error)) from error
    finally:
        for sheet in book.worksheets:
            with suppress(OSError, SerialisationError):
                if not sheet.closed:
                    sheet.close()
            with suppress(OSError):  # where all went well, its rows are gone from the disk already
                sheet._writer.cleanup()


class _Pages:
    """Rows of one kind, on as many sheets as they need."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[str]) -> None:
        self._book = book
        self._name = name
        self._columns = columns
        self.sheets: list[WriteOnlyWorksheet] = []
        self._begin()

    def add(self, cells: Sequence[Cell], receipt: Receipt, flows: bool = False) -> None:
        """Write a row; with `flows`, its last cell goes on to the right where it is too long."""
        if self._rows == ROWS:
            self._begin()
        *ready, last = cells
        held = [_held(cell, receipt) for cell in ready]
        if flows and isinstance(last, str):
            held += _pieces(last, receipt)
        else:
            held.append(_held(last, receipt))
        self._put(held)

    def _begin(self) -> None:
        number = len(self.sheets) + 1
        sheet = self._book.create_sheet(self._name if number == 1 else f"{self._name} {number}")
        sheet.freeze_panes = "A2"
        self.sheets.append(sheet)
        self._rows = 0
        self._put(self._columns)

    def _put(self, cells: Iterable[Cell]) -> None:
        from openpyxl.cell import WriteOnlyCell

        row = []
        for said in cells:
            cell = None
            if said is not None:
                cell = WriteOnlyCell(self.sheets[-1], said)
                cell.data_type = (
                    "s" if isinstance(said, str) else "n"
                )  # it takes `=1` for a formula, `#N/A` for an error
                if isinstance(said, str) and is_risky(said):
                    cell.quotePrefix = True  # it stays text when somebody edits it
            row.append(cell)
        self.sheets[-1].append(row)
        self._rows += 1


class _Archive(ZipFile):
    """A zip archive in which every member is of the same moment."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)

    def writestr(self, zinfo_or_arcname: Any, data: Any, *rest: Any, **more: Any) -> None:
        super().writestr(_member(str(zinfo_or_arcname)), data)

    def write(self, filename: Any, arcname: Any = None, *rest: Any, **more: Any) -> None:
        with Path(filename).open("rb") as source, self.open(_member(str(arcname)), "w", force_zip64=True) as target:
            copyfileobj(source, target)


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, _AT)
    member.compress_type = ZIP_DEFLATED
    return member


def _held(cell: Cell, receipt: Receipt) -> Cell:
    if not isinstance(cell, str):
        return cell
    first, *more = _pieces(cell, receipt)
    if more:
        receipt.lessen(CUT)
    return first


def _pieces(text: str, receipt: Receipt) -> list[str]:
    """Return the text in pieces as cells can hold them, at least one, none of them cut within a character.

    What Excel would take for an escape is escaped: source, ECMA-376 part 1, ST_Xstring.
    """
    held, controls = xml_text(text)
    escapes = len(_ESCAPE.findall(held)) if "_x" in held else 0
    for what, n in ((CONTROL, controls), (ESCAPED, escapes)):
        if n:
            receipt.lessen(what, n)
    room = LONGEST // 2 if escapes else LONGEST  # an escape makes seven characters thirteen
    pieces = []
    while 2 * len(held) > room:
        piece = held[:room]
        if len(piece.encode("utf-16-le")) > 2 * room:
            piece = held[: room // 2]
        pieces.append(piece)
        held = held[len(piece) :]
    if held or not pieces:
        pieces.append(held)
    return [_ESCAPE.sub("_x005F_", piece) for piece in pieces] if escapes else pieces


def _account(receipt: Receipt) -> Iterator[tuple[str, str, int | None]]:
    """Yield the lines of the last sheet."""
    yield "articles", "", receipt.articles
    for state, n in sorted(receipt.states.items()):
        yield "state", state, n
    for label, counts in sorted(receipt.marks.items()):
        for status, n in sorted(counts.items()):
            yield f"spans {label}", status, n
    for what, n in sorted(receipt.lessened.items()):
        yield "without", what, n
    for program, number in sorted(receipt.versions.items()):
        yield "made by", f"{program} {number}", None


FORM = Form(Format.XLSX, lambda: tr("Excel — passages et articles, sans formule"), _write, tells_help=True)
