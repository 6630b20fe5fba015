"""Web archives (.warc, .warc.gz): each page that was fetched is an article, as the web reader gives it."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from depeche.core.record import Record
from depeche.errors import InputError
from depeche.ingest import markup
from depeche.ingest.library import library
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.readers.web import page
from depeche.ingest.sound import sound
from depeche.ingest.source import Source
from depeche.messages import tr

_RECORD = 1_000_000_000
"""Bytes of a record; those that hold no page are read past."""
_TOTAL = 20_000_000_000
_LINE = 65_536
"""Bytes of a line of headers, or between two records. warcio reads a longer one in time that grows by its square."""
_PAGES = "text/html", "application/xhtml+xml"
_MAGIC = b"WARC/"


def _recognises(source: Source, head: bytes) -> bool:
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(_MAGIC)


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield an article a page; the last one's note counts the records that are none. A record at a time in memory."""
    with source.open() as file:
        last: Found | None = None
        n = others = 0
        for place, found in _records(file, source, asked):
            if found is None:
                others += 1
                continue
            n += 1
            if last is not None:
                yield last
            last = Found(found.record, place, found.note)
    if last is None:
        raise InputError(tr("l’archive ne contient aucune page web"))
    if others:
        said = tr("un autre enregistrement n’a pas été lu|%n autres enregistrements n’ont pas été lus", others)
        if isinstance(last.record, Record):
            last = Found(last.record, last.place, f"{last.note}, {said}" if last.note else said)
        else:
            last = Found(InputError(f"{last.record}, {said}"), last.place)
    yield last


def _records(file: Any, source: Source, asked: Asked) -> Iterator[tuple[str, Found | None]]:
    """Yield what each record holds, None where it isn't a page; the last is what breaks the file off."""
    records = _Records(file)
    n = 0
    while True:
        n += 1
        place = tr("enregistrement {rank}", rank=n)
        try:
            record = records.next()
            if record is None:
                return
            if not _is_page(record):
                yield place, None
                continue
            with library(tr("l’enregistrement est abîmé")):
                data = record.content_stream().read(markup.LIMIT + 1)
                while record.raw_stream.read(1 << 18):
                    pass
                if getattr(record.raw_stream, "limit", 0) > 0:
                    raise InputError(tr("l’enregistrement est coupé"))
                url = sound(record.rec_headers.get_header("WARC-Target-URI") or "")
                kind = _kind(record)
        except InputError as error:
            yield place, Found(error)
            return
        yield place, _page(data, source, asked, url, kind, n)


def _page(data: bytes, source: Source, asked: Asked, url: str, kind: str, n: int) -> Found:
    charset = kind.lower().partition("charset=")[2].split(";")[0] or None
    named = Source(source.name, f"{source.label.removesuffix('.warc')}-{n}", source.where, source.opened)
    try:
        if len(data) > markup.LIMIT:
            raise InputError(tr("la page dépasse {limit} Mo", limit=markup.LIMIT // 1_000_000))
        return page(data, named, asked, url.strip("<>"), charset)
    except InputError as error:
        return Found(error)


def _is_page(record: Any) -> bool:
    if record.rec_type == "response" and record.http_headers is not None:
        return record.http_headers.get_statuscode() == "200" and _kind(record).split(";")[0].strip().lower() in _PAGES
    return record.rec_type == "resource" and _kind(record).split(";")[0].strip().lower() in _PAGES


def _kind(record: Any) -> str:
    """Return what a record is, as the server said; of a resource, which came from none, as the archive says."""
    return (record.http_headers or record.rec_headers).get_header("Content-Type") or ""


class _Records:
    """The records of a file one by one. Raises InputError for a damaged one, after which there is no next."""

    def __init__(self, file: Any) -> None:
        self._total = 0
        with library(tr("l’archive est abîmée")):
            from warcio.archiveiterator import ArchiveIterator

            # Unpacked here: warcio refuses a file that was packed as a whole and not record by record.
            packed = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            records = ArchiveIterator(gzip.GzipFile(fileobj=file) if packed else file)
            records.INC_RECORD = ""  # or it writes what the file holds to the standard error
            records.reader.readline = _bounded(records.reader.readline)
            self._records = iter(records)

    def next(self) -> Any:
        """Return the next record, None at the end."""
        with library(tr("l’archive est abîmée")):
            record = next(self._records, None)
            if record is None:
                return None
            length = int(record.rec_headers.get_header("Content-Length") or 0)
        self._total += length
        if length > _RECORD or self._total > _TOTAL:
            raise InputError(tr("l’archive est trop grosse une fois décompressée"))
        return record


def _bounded(readline: Callable[[int | None], bytes]) -> Callable[..., bytes]:
    """Return what reads lines and raises InputError for one that is too long."""

    def read(length: int | None = None) -> bytes:
        line = readline(length or _LINE)
        if length is None and len(line) >= _LINE and not line.endswith(b"\n"):
            raise InputError(tr("l’archive est abîmée"))
        return line

    return read


READER = Reader("warc", lambda: tr("Archive web (WARC)"), _recognises, _read)
