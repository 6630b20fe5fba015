"""The table that says which file is which article, beside files that are named after articles."""

from __future__ import annotations

from depeche.core.article import Article
from depeche.export.about import all_about

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def head() -> bytes:
    """Return the table's first line."""
    return row("file", "id", "title", "date", "source", "url", "licence")


def line(file: str, article: Article) -> bytes:
    """Return the line of an article that is in `file`."""
    return row(file, *all_about(article).values())


def row(*cells: str) -> bytes:
    r"""Return a line of a table with tabs; `\t`, `\n`, `\r` and `\\` stand for what would break it."""
    return "\t".join(cell.translate(_ESCAPES) for cell in cells).encode("utf-8") + b"\n"
