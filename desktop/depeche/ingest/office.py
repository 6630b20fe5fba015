"""What Word's and LibreOffice's documents have in common: packed XML, and properties that say little for sure."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from depeche.core.article import Article, DateOrigin
from depeche.core.dates import is_publication_date
from depeche.core.record_reader import first_line
from depeche.errors import InputError
from depeche.ingest import sound
from depeche.ingest.inferred_date import infer_date
from depeche.ingest.source import Source
from depeche.ingest.zip_file import Zip, check_member
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT = 100_000_000
"""Bytes of a document, and half of what it may unpack to: most of it is pictures."""
_XML = 32_000_000
"""Bytes of one of its parts in XML, which takes ten times as much memory when parsed."""


def check(source: Source) -> None:
    """Raise InputError for a document that unpacks to more than a document can be."""
    with Zip(source) as archive:
        archive.check_total(2 * LIMIT)
        for info in archive.infos:
            check_member(info)
            if info.file_size > _XML and info.filename.endswith((".xml", ".rels")):
                raise InputError(tr("« {name} » dépasse {limit} Mo", name=info.filename, limit=_XML // 1_000_000))


def parse(data: bytes) -> _Element:
    """Parse a part in XML: no entities, no network, no more depth than documents have."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(data, parser)


def article(source: Source, text: str, title: str, author: str, made: datetime | str | None) -> Article:
    """Return a document's article. Its date is inferred, the text's word before the day on which the file was made.

    Raises InputError where there is no text.
    """
    if not text.strip():
        raise InputError(tr("le document ne contient pas de texte"))
    sound.check(text)
    day = made.date().isoformat() if isinstance(made, datetime) else (made or "")[:10]
    date = infer_date(source.name, text) or (day if is_publication_date(day) else None)
    return Article(
        text=text,
        title=title.strip() or first_line(text),
        name=source.label,
        date=date,
        date_origin=DateOrigin.INFERRED if date else DateOrigin.UNKNOWN,
        meta={"author": author.strip()} if author.strip() else {},
    )
