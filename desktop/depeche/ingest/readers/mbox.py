"""Folders of mails in one file (mbox), as Thunderbird and others keep them: one mail after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from depeche.errors import InputError
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.readers.mail import LIMIT, has_headers, letter
from depeche.ingest.source import Source
from depeche.messages import tr

_BEGINS = re.compile(rb"From \S[^\n]{0,200}\d\d:\d\d")
_QUOTED = re.compile(rb">+From ")
_PIECE = 1 << 20
"""Bytes read at once, of lines that are longer too."""


def _recognises(source: Source, head: bytes) -> bool:
    line, _, rest = head.partition(b"\n")
    return bool(_BEGINS.match(line)) and has_headers(rest, named_so=True)


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    n = 0
    with source.open() as file:
        for n, data in enumerate(_letters(file), 1):
            place = tr("message {rank}", rank=n)
            try:
                if len(data) > LIMIT:
                    raise InputError(tr("il dépasse {limit} Mo", limit=LIMIT // 1_000_000))
                found = letter(data, f"{source.label}-{n}", asked)
            except InputError as error:
                yield Found(error, place)
            else:
                yield Found(found.record, place, found.note)
    if n == 0:
        raise InputError(tr("aucun message n’y a été trouvé"))


def _letters(file: BinaryIO) -> Iterator[bytes]:
    """Yield the mails one by one; of one that is too big little more than the limit."""
    lines: list[bytes] = []
    size, is_begun, was_blank = 0, False, True
    while line := file.readline(_PIECE):
        if was_blank and _BEGINS.match(line):
            if is_begun:
                yield b"".join(lines)
            lines, size, is_begun = [], 0, True
        elif size <= LIMIT:
            lines.append(line[1:] if _QUOTED.match(line) else line)
            size += len(line)
        was_blank = line in (b"\n", b"\r\n")
    if is_begun:
        yield b"".join(lines)


READER = Reader("mbox", lambda: tr("Dossier de courrier (mbox)"), _recognises, _read)
