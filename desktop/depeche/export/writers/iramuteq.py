"""Writes a corpus for IRaMuTeQ: a line of starred variables and a text for each article. Spans have no place in it.

IRaMuTeQ (corpus.py, `BuildFromAlceste`) reads line by line, as Python's `splitlines` cuts: a line that begins with
`****` begins a text, one with `-*` a theme; a text without a word is dropped. Variables are parted by blanks, names
from their values by the first `_`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from depeche.core.article import Article
from depeche.core.record import Record
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import DETAILS
from depeche.export.receipt import Receipt
from depeche.messages import tr

FILE = "iramuteq.txt"
LINE, NAME = "line", "name"
"""Counted in the receipt: lines that got a blank before them; sources that had to be written otherwise."""
BLANK = "text without a word"
_MARKS = re.compile(r"(^|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])(?=\*\*\*\*|-\*)")
_UNSAFE = re.compile(r"[^A-Za-z0-9-]+")
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write all texts into one file, UTF-8 without byte order mark.

    A text is written as it is, but for a blank before lines that IRaMuTeQ would take for its own marks.
    """
    with shelf.file(FILE) as file:
        for record in records:
            article = record.article
            if not article.text.strip():
                receipt.leave_out(record, BLANK)
                continue
            text, marks = _MARKS.subn(r"\1 ", article.text)
            variables = " ".join(_variables(article))
            file.write(f"**** {variables}\n{text}\n\n".encode())
            receipt.count(replace(record, marks=()))
            if article.title or article.url or article.meta or article.extra:
                receipt.lessen(DETAILS)
            receipt.lose_all(record)
            if marks:
                receipt.lessen(LINE, marks)
            if article.source and _folded(article.source) != article.source:
                receipt.lessen(NAME)


def _variables(article: Article) -> list[str]:
    """Return the starred variables of an article: what isn't known is left out, as IRaMuTeQ has no empty ones."""
    found = []
    if article.source and (source := _folded(article.source)):
        found.append(f"*source_{source}")
    parts = (article.date or "").split("-")
    if len(parts) == 3:
        found.append(f"*date_{article.date}")
    if len(parts) >= 2:
        found.append("*am_" + "-".join(parts[:2]))
    if parts[0]:
        found.append(f"*annee_{parts[0]}")
    return found or [f"*article_{_folded(article.name) or article.number}"]


def _folded(name: str) -> str:
    """Return a name in ASCII letters, digits and `-`, with `_` for the rest."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return _UNSAFE.sub("_", "".join(c for c in plain if not unicodedata.combining(c))).strip("_-")


FORM = Form(Format.IRAMUTEQ, lambda: tr("IRaMuTeQ — les textes et leurs variables étoilées"), _write)
