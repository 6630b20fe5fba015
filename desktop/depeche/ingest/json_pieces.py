"""The records of a JSON file, as they are written: an object a line, an array of them, or objects one after another.

All of these are read as a stream: an array's elements are parted by their brackets before anything is parsed, so that
no more than one record is ever held, and one that isn't right doesn't spoil those after it.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from depeche.core.strict_json import parse_object
from depeche.errors import InputError, reason
from depeche.ingest.source import Source
from depeche.ingest.text_file import LIMIT
from depeche.messages import tr

LINES = (".jsonl", ".ndjson")
_PIECE = 1 << 18
_BLANK = b" \t\r\n"
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+("?)|[\[\]{}]', re.DOTALL)
"""A string, to its end if there is one, or a bracket outside of strings."""


def pieces(source: Source) -> Iterator[tuple[str, str | InputError]]:
    """Yield each record with its place for a person, as text or what is wrong with it. Raises InputError."""
    head = source.head()
    try:
        with source.open() as file:
            if _is_lines(head, source.suffix):
                for number, line in enumerate(_lines(file), 1):
                    if isinstance(line, InputError) or line.strip():
                        yield tr("ligne {line}", line=number), _text(line)
                return
            one = head.removeprefix(codecs.BOM_UTF8).lstrip(_BLANK).startswith(b"{")
            for rank, piece in enumerate(_elements(file), 1):
                place = "" if one and rank == 1 else tr("article {rank}", rank=rank)
                yield place, _text(piece)
    except OSError as error:
        raise InputError(tr("il ne peut pas être lu ({why})", why=reason(error))) from error


def parse(piece: str) -> Any:
    """Return the object or list that a piece says. Raises InputError, also for what strict JSON doesn't allow."""
    if piece.lstrip().startswith("["):
        return parse_object(f'{{"":{piece}}}')[""]
    return parse_object(piece)


def _text(piece: bytes | InputError) -> str | InputError:
    if isinstance(piece, InputError):
        return piece
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return InputError(tr("ce n’est pas de l’UTF-8"))


def _is_lines(head: bytes, suffix: str) -> bool:
    """Tell whether each line is a record of its own: by the first line's being a whole one."""
    begun = head.removeprefix(codecs.BOM_UTF8).lstrip(_BLANK)
    line, end, rest = begun.partition(b"\n")
    rest = rest.lstrip(_BLANK)
    if line.strip(_BLANK) in (b"{", b"["):  # written to be read, over many lines
        return False
    if begun.startswith(b"["):
        return suffix in LINES and _is_whole(line, True) and rest.startswith(b"[")
    return suffix in LINES or not end or _is_whole(line, False)


def _is_whole(line: bytes, listed: bool) -> bool:
    found = list(_elements(io.BytesIO(b"[" + line + b"]" if listed else line)))
    return len(found) == 1 and isinstance(found[0], bytes)


def _lines(file: BinaryIO) -> Iterator[bytes | InputError]:
    begun = False
    while line := file.readline(LIMIT + 1):
        if len(line) > LIMIT and not line.endswith(b"\n"):
            yield _too_long()
            while rest := file.readline(_PIECE):
                if rest.endswith(b"\n"):
                    break
        else:
            yield line if begun else line.removeprefix(codecs.BOM_UTF8)
        begun = True


def _elements(file: BinaryIO) -> Iterator[bytes | InputError]:
    """Yield the elements of an array, or the objects that stand one after another."""
    data = file.read(_PIECE).removeprefix(codecs.BOM_UTF8)
    at = len(data) - len(data.lstrip(_BLANK))
    listed = data[at : at + 1] == b"["
    depth, floor, at = (1, 1, at + 1) if listed else (0, 0, at)
    begun, done, several = -1, at, False
    while True:
        cut = False
        for match in _TOKEN.finditer(data, at):
            char = data[match.start()]
            if char == 0x22:
                if not match.group(1):
                    cut, at = True, match.start()
                    break
            elif char in b"[{":
                if depth == floor:
                    if data[done : match.start()].strip(_BLANK) != (b"," if listed and several else b""):
                        yield InputError(tr("{why} ; la suite n’est pas lue", why=_invalid()))
                        return
                    begun, several = match.start(), True
                depth += 1
            else:
                depth -= 1
                if depth < floor:
                    if data[done : match.start()].strip(b"," + _BLANK):
                        yield _invalid()
                    if not listed or data[match.end() :].strip(_BLANK) or file.read(_PIECE).strip(_BLANK):
                        yield InputError(tr("il y a autre chose après la fin de la liste"))
                    return
                if depth == floor:
                    yield data[begun : match.end()]
                    begun, done = -1, match.end()
            at = match.end()
        if not cut:
            at = len(data)
        kept = begun if begun >= 0 else done
        if len(data) - kept > LIMIT:
            yield InputError(tr("{why} ; la suite n’est pas lue", why=_too_long()))
            return
        more = file.read(max(_PIECE, len(data) - kept))
        if not more:
            if listed or begun >= 0 or data[done:].strip(_BLANK):
                yield InputError(tr("le fichier est coupé ou n’est pas du JSON valide"))
            return
        data, at, done, begun = data[kept:] + more, at - kept, max(0, done - kept), 0 if begun >= 0 else -1


def _too_long() -> InputError:
    return InputError(tr("elle dépasse {limit} Mo", limit=LIMIT // 1_000_000))


def _invalid() -> InputError:
    return InputError(tr("il y a autre chose que des articles dans la liste"))
