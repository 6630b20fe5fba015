"""Which kind of file something is, told from its content."""

from __future__ import annotations

from depeche.ingest.reader import Reader
from depeche.ingest.readers import (
    brat,
    companion,
    doccano,
    label_studio,
    own_jsonl,
    prodigy,
    spacy_json,
    table,
    text,
    web,
)
from depeche.ingest.source import Source

READERS: tuple[Reader, ...] = (
    # The order in which they are asked: what is told by sure signs first, plain text last.
    companion.READER,
    brat.READER,
    label_studio.READER,
    prodigy.READER,
    doccano.READER,
    spacy_json.READER,
    own_jsonl.READER,
    web.READER,
    table.READER,
    text.READER,
)


def reader_named(name: str) -> Reader:
    """Return the reader of a name; raises KeyError."""
    return {reader.name: reader for reader in READERS}[name]


def recognise(source: Source) -> Reader:
    """Return the reader for a file. Raises InputError where it can't be read."""
    head = source.head()
    return next(reader for reader in READERS if reader.recognises(source, head))
