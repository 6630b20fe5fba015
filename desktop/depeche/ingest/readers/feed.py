"""News feeds kept as files (RSS, Atom, RDF): an article an entry. No address in them is ever asked for anything."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from depeche.core.article import Article, DateOrigin
from depeche.core.dates import is_publication_date
from depeche.core.record import Record
from depeche.core.record_reader import first_line
from depeche.errors import InputError
from depeche.ingest import markup
from depeche.ingest.library import library
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.sound import check, sound
from depeche.ingest.source import Source
from depeche.messages import tr

_ATOM, _RDF = b"w3.org/2005/Atom", b"purl.org/rss/"
_OLD_ATOM = b"purl.org/atom/"
_MOST = 100_000
"""Entries of one feed."""
_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&#?\w+;")


def _recognises(source: Source, head: bytes) -> bool:
    first = markup.first_element(head).rsplit(":", 1)[-1]
    begins = head.replace(b"\0", b"")
    return (
        first == "rss"
        or (first == "rdf" and _RDF in begins)
        or (first == "feed" and (_ATOM in begins or _OLD_ATOM in begins))
    )


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield an article an entry: its whole content if the feed has it, else its summary. Holds the whole feed."""
    data = source.data()
    if data.lower().count(b"<item") + data.lower().count(b"<entry") > _MOST:
        raise InputError(tr("le flux a plus de {limit} entrées", limit=_MOST))
    markup.check_attributes(data.replace(b"\0", b"").decode("latin-1"))
    with library(tr("ce n’est pas un flux lisible")):
        import feedparser

        # Bytes that aren't in a file object are taken for the name of a file, and a text for an address.
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        entries, about = list(feed.entries), dict(feed.feed)
    if not entries:
        raise InputError(tr("le flux ne contient aucune entrée"))
    for n, entry in enumerate(entries, 1):
        place = tr("entrée {rank}", rank=n)
        is_whole = n < len(entries) or markup.has_end(data)
        try:
            with library(tr("l’entrée n’est pas lisible")):
                article = _article(entry, about, f"{source.label}-{n}")
        except InputError as error:
            yield Found(error if is_whole else InputError(tr("le fichier s’arrête dans cette entrée")), place)
        else:
            yield Found(Record(article), place, "" if is_whole else markup.cut_short())


def _article(entry: Mapping[str, Any], about: Mapping[str, Any], name: str) -> Article:
    contents = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    text = next((text for text in map(_text, contents) if text.strip()), "")
    if not text:
        raise InputError(tr("l’entrée n’a pas de texte, seulement un titre"))
    check(text)
    title = sound(" ".join(_text(entry.get("title_detail") or {}).split("\n")).strip())
    day = _day(entry, "published") or _day(entry, "updated")
    origin = entry.get("source") or {}
    return Article(
        text=text,
        title=title or first_line(text),
        name=name,
        date=day,
        date_origin=DateOrigin.GIVEN if day else DateOrigin.UNKNOWN,
        source=_words(origin.get("title") or about.get("title")) or None,
        url=_address(entry.get("link")),
        meta=_meta(entry, about),
    )


def _text(content: Mapping[str, Any]) -> str:
    """Return what an element says as lines of text; plain text may hold what looks like markup."""
    value = str(content.get("value") or "")
    if content.get("type") == "text/plain" or not _MARKUP.search(value):
        return "\n".join(line.strip(" \t\r") for line in value.strip().split("\n"))
    return markup.plain(value)


def _words(value: Any) -> str:
    said = sound(str(value or ""))
    return " ".join((markup.plain(said) if _MARKUP.search(said) else said).split("\n"))[:300].strip()


def _day(entry: Mapping[str, Any], name: str) -> str | None:
    """Return the day as the feed writes it, in its own time zone; in that of Greenwich where it isn't ISO."""
    said, parsed = str(entry.get(name) or ""), entry.get(f"{name}_parsed")
    if (iso := _ISO.match(said)) and is_publication_date(iso[1]):
        return iso[1]
    if not parsed:
        return None
    from email.utils import parsedate_tz

    local = parsedate_tz(said)
    year, month, day = (local or parsed)[:3]
    found = f"{year:04d}-{month:02d}-{day:02d}"
    return found if is_publication_date(found) else None


def _meta(entry: Mapping[str, Any], about: Mapping[str, Any]) -> dict[str, str]:
    found = {
        "author": entry.get("author"),
        "section": next((one.get("term") for one in entry.get("tags") or () if one.get("term")), None),
        "language": about.get("language"),
        "licence": entry.get("rights") or about.get("rights"),
        "provider_id": entry.get("id"),
        "time": entry.get("published") or entry.get("updated"),
    }
    return {name: words for name, value in found.items() if (words := _words(value))}


def _address(url: Any) -> str | None:
    return sound(str(url)) if str(url or "").lower().startswith(("http://", "https://")) else None


READER = Reader("feed", lambda: tr("Flux d’actualité (RSS, Atom)"), _recognises, _read)
