"""PDF with a text layer: its text line by line as the page has it, columns and divided words included."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from depeche.core.article import Article, DateOrigin
from depeche.core.record import Record
from depeche.core.record_reader import first_line
from depeche.errors import InputError
from depeche.ingest.inferred_date import infer_date
from depeche.ingest.library import library
from depeche.ingest.patience import Late, apart
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.sound import count_wrong, sound
from depeche.ingest.source import Source
from depeche.ingest.text_file import LIMIT
from depeche.messages import number, tr

if TYPE_CHECKING:
    from pypdf import PdfReader

_SIZE = 100_000_000
_PAGES = 500
_STREAM = 10_000_000
"""Bytes that any stream in it may unpack to. Those of a page of text have some thousands; pictures aren't unpacked."""
_LIMITS = {
    "maximum_declared_stream_length": _STREAM,
    "array_based_stream_maximum_output_length": _STREAM,
    "lzw_maximum_output_length": _STREAM,
    "run_length_maximum_output_length": _STREAM,
    "zlib_maximum_output_length": _STREAM,
    "brotli_maximum_output_length": _STREAM,
    "stream_decoding_work_maximum_length": 4 * _STREAM,
}
_STEPS = 5_000_000
"""Drawing operators on all pages together."""
_SECONDS = 60.0


class _Enough(Exception):
    """The file draws for ever."""


def _recognises(source: Source, head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield the file as one article; `meta["pages"]` is where in the text each page begins."""
    data = source.data(_SIZE)
    with library(tr("le PDF est abîmé")):
        pages, title, author, made = _taken(data, asked.go_on)
    text, starts = _joined(pages)
    if not text:
        raise InputError(
            tr("le PDF n’a pas de texte, seulement des images ; passez-le d’abord à la reconnaissance de caractères")
        )
    notes = [tr("texte tiré d’un PDF : les lignes, les colonnes et les mots coupés sont ceux des pages")]
    wrong, text = count_wrong(text), sound(text)
    if wrong:
        notes.append(tr("un caractère illisible, mis comme �|%n caractères illisibles, mis comme �", wrong))
    date = infer_date(source.name, text) or made
    article = Article(
        text=text,
        title=title or first_line(text),
        name=source.label,
        date=date,
        date_origin=DateOrigin.INFERRED if date else DateOrigin.UNKNOWN,
        meta={"pages": starts, "page": f"1-{len(starts)}" if len(starts) > 1 else "1"}
        | ({"author": author} if author else {}),
    )
    yield Found(Record(article), note=", ".join(notes))


def _taken(data: bytes, go_on: Callable[[], None]) -> tuple[list[str], str, str, str | None]:
    """Return the text of each page, and title, author and day as the file's properties say.

    Where time runs out for a look at it, of the first pages, without the properties. pypdf takes a page's drawing apart
    before it asks whether to go on: seconds, for somebody who has stopped.
    """
    pages: list[str] = []
    try:
        return pages, *apart(lambda left: _read_into(pages, data, left), go_on)
    except Late:
        seen = pages.copy()  # the thread left behind may put one more
        if not any(page.strip() for page in seen):
            raise
        return seen, "", "", None


def _read_into(pages: list[str], data: bytes, go_on: Callable[[], None]) -> tuple[str, str, str | None]:
    from pypdf import PdfReader, apply_configuration, get_configuration

    with apply_configuration(get_configuration().with_overwrites(**_LIMITS)):
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not _is_open(reader):
            raise InputError(tr("le PDF est chiffré ; enregistrez-en une copie sans protection"))
        count = len(reader.pages)
        if count > _PAGES:
            raise InputError(tr("le PDF a plus de {limit} pages", limit=number(_PAGES)))
        steps, deadline, length = 0, time.monotonic() + _SECONDS, 0

        def watch(operator: Any, operands: Any, matrix: Any, text_matrix: Any) -> None:
            nonlocal steps
            steps += 1
            if steps % 256 == 0:
                go_on()
            if steps > _STEPS or (steps % 256 == 0 and time.monotonic() > deadline):
                raise _Enough

        for n in range(count):
            try:
                go_on()
                pages.append(reader.pages[n].extract_text(visitor_operand_before=watch))
            except _Enough:
                raise InputError(tr("le PDF est trop compliqué pour en tirer le texte")) from None
            length += len(pages[-1])
            if length > LIMIT or steps > _STEPS or time.monotonic() > deadline:
                raise InputError(tr("le PDF est trop compliqué pour en tirer le texte"))
        about = reader.metadata
        made = about.creation_date if about and isinstance(about.creation_date, datetime) else None
        title, author = (str(about.title or "").strip(), str(about.author or "").strip()) if about else ("", "")
        return sound(title), sound(author), made.date().isoformat() if made else None


def _is_open(reader: PdfReader) -> bool:
    """Tell whether no password is needed to read it, only to change it."""
    try:
        with library(""):
            return bool(reader.decrypt(""))
    except InputError:
        return False


def _joined(pages: list[str]) -> tuple[str, list[int]]:
    """Return the pages as one text with an empty line between them, and where each begins."""
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for page in pages:
        one = page.strip("\n")
        if parts and one:
            parts.append("\n\n")
            at += 2
        starts.append(at)
        parts.append(one)
        at += len(one)
    text = "".join(parts)
    return (text, starts) if text.strip() else ("", starts)


READER = Reader("pdf", lambda: tr("PDF"), _recognises, _read)
