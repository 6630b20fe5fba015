"""Dépêche's own JSONL: an article a line, with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.ingest.jsonl_file import read_lines
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.messages import tr


def _recognises(source: Source, head: bytes) -> bool:
    return source.suffix in (".jsonl", ".ndjson")


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    with source.open() as file:
        for line, record in read_lines(file, None):
            yield Found(record, tr("ligne {line}", line=line), named=True)


READER = Reader("jsonl", lambda: tr("JSONL de Dépêche"), _recognises, _read)
