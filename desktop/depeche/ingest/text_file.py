"""Reads a text file: one article, exactly as decoded, less the byte order mark."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path
from typing import BinaryIO

import chardet

from depeche.core.article import Article, DateOrigin
from depeche.core.record_reader import first_line
from depeche.errors import InputError
from depeche.ingest.inferred_date import infer_date
from depeche.messages import tr

LIMIT = 16_000_000
"""Bytes of one article or one line of JSONL; beyond, it isn't an article."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


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
        raise InputError(tr("il ne peut pas être lu ({why})", why=error.strerror)) from error
    if len(data) > LIMIT:
        raise InputError(tr("il dépasse {limit} Mo", limit=LIMIT // 1_000_000))
    return data


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and its encoding: by byte order mark, as strict UTF-8, else as chardet says.

    Raises InputError where the bytes aren't text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return _checked(data[len(bom) :].decode(encoding)), encoding
            except UnicodeDecodeError:
                raise InputError(tr("ce n’est pas du texte ({encoding} mal formé)", encoding=encoding)) from None
    if b"\0" not in data:
        try:
            return _checked(data.decode("utf-8")), "utf-8"
        except UnicodeDecodeError:
            pass
    guess = chardet.detect(data)["encoding"]
    if guess is None or (b"\0" in data and not guess.lower().startswith(("utf-16", "utf-32"))):
        raise InputError(tr("ce n’est pas du texte"))
    try:
        return _checked(data.decode(guess)), guess.lower()
    except (UnicodeDecodeError, LookupError):
        raise InputError(tr("ce n’est pas du texte")) from None


def _checked(text: str) -> str:
    if "\0" in text:
        raise InputError(tr("un caractère nul s’y trouve : ce n’est pas du texte"))
    controls = sum(1 for char in text if char < " " and char not in "\t\n\r\f\v\x1c\x1d\x1e\x1f\x1b")
    if controls > 8 + len(text) // 200:
        raise InputError(tr("ce n’est pas du texte"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(tr("un caractère y est coupé en deux (demi-codet isolé)")) from None
    return text
