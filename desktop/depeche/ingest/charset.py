"""Bytes whose encoding something says (a page's head, a mail's header), which may be wrong."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from depeche.errors import InputError
from depeche.ingest.decoding import decode, is_utf8

_MARKS = codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
"""What browsers take for what is said: who writes Latin-1 on Windows has CP1252."""


def declared_text(data: bytes, said: Iterable[str | None], asked: str | None = None) -> tuple[str, str]:
    """Return the text and its encoding: as asked, by byte order mark, strict UTF-8, as `said`, else as found out.

    UTF-8 goes before what is said: bytes that are valid UTF-8 beyond ASCII are nothing else, while pages saved or sent
    on often keep the name of an older encoding. Raises InputError where the bytes are text in none of them.
    """
    if asked is not None or data.startswith(_MARKS):
        return decode(data, asked)
    if b"\0" not in data and not is_utf8(data):
        for name in said:
            known = _known(name)
            if known is None or known.startswith(("utf-8", "utf-16", "utf-32")):
                continue
            try:
                return decode(data, known)
            except InputError:
                continue
    return decode(data)


def _known(name: str | None) -> str | None:
    try:
        found = codecs.lookup((name or "").strip(" \"'").lower()).name if name else None
    except (LookupError, ValueError):
        return None
    return _MEANT.get(found, found) if found else None
