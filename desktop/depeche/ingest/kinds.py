"""Which kind of file something is, told from its content."""

from __future__ import annotations

from depeche.ingest.reader import Reader
from depeche.ingest.readers import (
    brat,
    companion,
    conll,
    doccano,
    europresse,
    factiva,
    feed,
    gzipped,
    huggingface,
    label_studio,
    mail,
    mbox,
    mhtml,
    odt,
    own_csv,
    own_jsonl,
    pdf,
    prodigy,
    spacy_json,
    table,
    text,
    unread,
    warc,
    web,
    word,
    xmi,
    zipped,
)
from depeche.ingest.source import Source

READERS: tuple[Reader, ...] = (
    # The order in which they are asked: what is told by sure signs first, plain text last.
    unread.READER,
    word.READER,
    odt.READER,
    zipped.READER,
    pdf.READER,
    warc.READER,
    gzipped.READER,
    mbox.READER,
    mhtml.READER,
    mail.READER,
    companion.READER,
    brat.READER,
    label_studio.READER,
    prodigy.READER,
    doccano.READER,
    spacy_json.READER,
    huggingface.READER,
    own_jsonl.READER,
    unread.JSON_READER,
    europresse.READER,
    factiva.READER,
    factiva.XML_READER,
    xmi.READER,
    feed.READER,
    web.READER,
    unread.XML_READER,
    conll.READER,
    own_csv.READER,
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
