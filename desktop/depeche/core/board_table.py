"""The contradiction board as a file: CSV for a spreadsheet, HTML for a reader. Values in, text out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html import escape

from depeche.core.board import Board, Cell, Column, Row
from depeche.core.figure_words import figure_words
from depeche.messages import language, tr

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(board: Board) -> str:
    """Return a line for each statement, with what its row is about and how many others contradict it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        ["row", "about", "kind", "words", "value", "unit", "said_by", "quoted", "pending", "contradicts", "article",
         "title", "date", "source", "start", "end"]
    )  # fmt: skip
    heads = {one.article: one for one in board.columns}
    for n, row in enumerate(board.rows, 1):
        for cell in row.cells:
            one, head = cell.statement, heads[cell.statement.article]
            writer.writerow(
                map(
                    _plain,
                    [n, row.words, "date" if row.is_date else "figure", one.words, one.value, one.unit or "",
                     one.who or "", int(one.is_quoted), int(one.pending), len(cell.against), head.number, head.title,
                     head.date or "", head.source or "", one.start, one.end],
                )
            )  # fmt: skip
    return out.getvalue()


def to_html(board: Board, title: str) -> str:
    """Return a page with the board as a table; nothing in it is fetched from elsewhere."""
    heads = "".join(f"<th scope=col>{escape(head_of(one))}</th>" for one in board.columns)
    rows = "".join(_html_row(row, board.columns) for row in board.rows)
    style = (
        "body{font:15px/1.4 sans-serif;margin:2em}table{border-collapse:collapse}th,td{border:1px solid #888;"
        "padding:.4em .6em;text-align:left;vertical-align:top}.against{border:3px double #a00}"
        "small{display:block;color:#555}"
    )
    return (
        f'<!doctype html>\n<html lang="{language()}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{style}</style></head><body><h1>{escape(title)}</h1>\n"
        f"<table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></body></html>\n"
    )


def _html_row(row: Row, columns: tuple[Column, ...]) -> str:
    cells = "".join(f"<td>{''.join(map(_html_cell, row.of(one.article)))}</td>" for one in columns)
    return f"<tr><th scope=row>{escape(row.words)}</th>{cells}</tr>\n"


def _html_cell(cell: Cell) -> str:
    css = " class=against" if cell.against else ""
    lines = list(lines_of(cell))
    return f"<p{css}>{escape(lines[0])}{''.join(f'<small>{escape(line)}</small>' for line in lines[1:])}</p>"


def head_of(column: Column) -> str:
    """Return the head of a column on one line: number, title, date, source."""
    said = (f"{column.number}. {column.title}", column.date, column.source)
    return " · ".join(filter(None, said))


def lines_of(cell: Cell) -> Iterator[str]:
    """Yield a cell's lines as they are shown: sign and words, value, who says it."""
    one = cell.statement
    sign = "≠ " if cell.against else "~ " if cell.beside else ""
    yield f"{sign}{one.words}"
    yield worth_of(cell)
    if one.who:
        yield tr("{who} (entre guillemets)", who=one.who) if one.is_quoted else one.who
    if one.pending:
        yield tr("suggestion")


def worth_of(cell: Cell) -> str:
    """Return a statement's value with its unit as a person reads it."""
    one = cell.statement
    return one.value if one.is_date else figure_words(one.value, one.unit)


def _plain(said: object) -> object:
    """Return a cell that no spreadsheet takes for a formula (CWE-1236): such a one begins with an apostrophe."""
    return f"'{said}" if isinstance(said, str) and said.startswith(_FORMULA) else said
