"""Reads a text file: one article, exactly as decoded, less the byte order mark."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from depeche.core.article import Article, DateOrigin
from depeche.core.record_reader import first_line
from depeche.errors import InputError, reason
from depeche.ingest.decoding import decode
from depeche.ingest.inferred_date import infer_date
from depeche.messages import tr

LIMIT = 16_000_000
"""Bytes of one article or one line of JSONL; beyond, it isn't an article."""


def read_text(path: Path, *, titled: bool = True) -> tuple[Article, str]:
    """Return the article in a text file, and the encoding it was read in.

    The first line that isn't blank is its title unless `titled` is false. The publication date is inferred from the
    file's name or the first lines, or unknown. Raises InputError: not text, too large, empty, unreadable.
    """
    text, encoding = decode(read_bytes(path))
    if not text.strip():
        raise InputError(tr("le fichier est vide"))
    date = infer_date(path.name, text)
    return Article(
        text=text,
        title=first_line(text) if titled else "",
        date=date,
        date_origin=DateOrigin.INFERRED if date else DateOrigin.UNKNOWN,
    ), encoding


def open_file(path: Path) -> BinaryIO:
    """Open a regular file; raises InputError for a pipe or a device, OSError where it can't be read."""
    # Non-blocking, or opening a named pipe would wait for ever.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise InputError(tr("ce n’est pas un fichier ordinaire"))
    return os.fdopen(number, "rb")


def read_bytes(path: Path) -> bytes:
    """Return a regular file's bytes; raises InputError for a pipe, a device, or more than LIMIT bytes."""
    try:
        with open_file(path) as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise InputError(tr("il ne peut pas être lu ({why})", why=reason(error))) from error
    if len(data) > LIMIT:
        raise InputError(tr("il dépasse {limit} Mo", limit=LIMIT // 1_000_000))
    return data
