"""Text files that are read line by line: their encoding, told from all of their bytes without holding them."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from depeche.errors import InputError, reason
from depeche.ingest.decoding import decode
from depeche.ingest.source import HEAD, Source
from depeche.messages import tr

_PIECE = 1 << 20


def beginning(head: bytes) -> str | None:
    """Return the text that a file's first bytes are, or None if they aren't; a character cut at their end is left."""
    try:
        return _decoded(head, None)[0]
    except InputError:
        return None


def telling(source: Source) -> bytes:
    """Return the first bytes that tell a file's encoding: its first, but where these are ASCII, from where it isn't.

    Raises InputError where it can't be read.
    """
    head = source.head()
    if len(head) < HEAD or not head.isascii() or b"\0" in head:
        return head
    try:
        with source.open() as file:
            before = b""
            while piece := file.read(_PIECE):
                if not piece.isascii():
                    at = next(n for n, byte in enumerate(piece) if byte > 127)
                    return (before + piece[:at])[-HEAD // 8 :] + piece[at : at + HEAD]
                before = piece[-HEAD // 8 :]
    except OSError as error:
        raise InputError(tr("il ne peut pas être lu ({why})", why=reason(error))) from error
    return head


def encoding_of(source: Source, asked: str | None) -> str:
    """Return the encoding that a person named, if the file begins so, else that of all its bytes. Raises InputError.

    It is UTF-8 where every byte says so. Where one doesn't, the bytes around it tell.
    """
    head = source.head()
    if asked is not None or b"\0" in head or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(head, asked)[1]
    try:
        with source.open() as file:
            decoder = codecs.getincrementaldecoder("utf-8")()
            before = 0
            while piece := file.read(_PIECE):
                carried = decoder.getstate()[0]  # the beginning of a character that this piece ends
                try:
                    decoder.decode(piece)
                except UnicodeDecodeError as error:
                    piece, before = carried + piece, before - len(carried)
                    around = max(0, error.start - HEAD // 8)
                    while around < error.start and piece[around] & 0xC0 == 0x80:
                        around += 1
                    return _decoded(piece[around : around + HEAD], None, before + around)[1]
                before += len(piece)
    except OSError as error:
        raise InputError(tr("il ne peut pas être lu ({why})", why=reason(error))) from error
    return "utf-8"


@contextmanager
def opened(source: Source, encoding: str) -> Iterator[TextIO]:
    """Open a file as text, its line ends as they are. What goes wrong in the block with its bytes is an InputError."""
    try:
        with source.open() as file, io.TextIOWrapper(file, encoding, newline="") as text:
            yield text
    except OSError as error:
        raise InputError(tr("il ne peut pas être lu ({why})", why=reason(error))) from error
    except UnicodeError:
        raise InputError(tr("ce n’est pas du texte en {encoding}", encoding=encoding)) from None


def _decoded(data: bytes, asked: str | None, before: int = 0) -> tuple[str, str]:
    """Read bytes that may end within a character."""
    end = data.rfind(b"\n") + 1
    if end and b"\0" not in data:
        return decode(data[:end], asked, before)
    for back in range(3):
        try:
            return decode(data[: len(data) - back], asked, before)
        except InputError:
            pass
    return decode(data[: max(0, len(data) - 3)], asked, before)
