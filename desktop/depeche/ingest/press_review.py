"""A file with many articles in HTML, as press databases give it: cut into its articles, one held at a time."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from depeche.core.article import Article
from depeche.core.record import Record
from depeche.errors import InputError, reason
from depeche.ingest.decoding import checked, decode, known_encoding
from depeche.ingest.html_tree import tree
from depeche.ingest.markup import cut_short, has_end
from depeche.ingest.mojibake import mended, repaired
from depeche.ingest.reader import Asked, Found
from depeche.ingest.source import Source
from depeche.ingest.text_file import LIMIT
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.etree import _Element

_PIECE = 1 << 18
_FAR = 2_000_000
_TAG = 512
"""Bytes that an opening tag which begins an article may have."""
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"})
"""What browsers read as cp1252."""


def beginning(source: Source, head: bytes, hint: re.Pattern[bytes]) -> bytes:
    """Return a web page's first bytes, `head`, or many more where a `hint` says that what tells its kind may follow.

    Empty where it isn't a web page. Never raises.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode()
    if b"<" not in head[:2000] or not hint.search(head):
        return b""
    if len(head) < 60_000:
        return head
    try:
        more = source.head(_FAR)
    except InputError:
        return head
    wide = more.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return more.decode("utf-16", "replace").encode() if wide else more


def read_articles(
    source: Source, asked: Asked, mark: re.Pattern[bytes], article_of: Callable[[_Element], Article]
) -> Iterator[Found]:
    """Yield the articles of a file, each of which begins with `mark`, an opening tag.

    `article_of` makes one of its tree, or raises InputError. An article without an identifier is named by its number.
    Memory is that of one article, however many there are. Raises InputError where there is none.
    """
    number = 0
    told = False
    for piece, declared, is_whole in _cut(source, asked.encoding, mark):
        number += 1
        place = tr("article {number}", number=number)
        try:
            text, encoding = _decoded(piece, declared)
            article = article_of(tree(text))
            article, said = _mended(article, asked.repair)
            checked(article.text)
        except InputError as error:
            yield Found(error, place)
            continue
        notes = [said] if said else []
        if not is_whole:
            notes.append(cut_short())
        if encoding and not told:
            notes.append(tr("lu comme {encoding}", encoding=encoding))
            told = True
        if not article.name:
            article = replace(article, name=f"{source.label}-{number}")
        yield Found(Record(article), place, ", ".join(notes))
    if not number:
        raise InputError(tr("aucun article ne s’y trouve"))


def _cut(source: Source, asked: str | None, mark: re.Pattern[bytes]) -> Iterator[tuple[bytes | None, str | None, bool]]:
    """Yield each article's bytes, None where they are too many, with the encoding that the page declares.

    The last is whole if its end, or that of the page, comes after it; the others are.
    """
    buffer = b""
    declared: str | None = None
    begun = huge = False
    looked = 0
    for piece in _read(source, asked):
        buffer += piece
        begin = 0
        for match in mark.finditer(buffer, looked):
            if begun:
                yield None if huge else buffer[begin : match.start()], declared, True
            else:
                declared = declared or _charset(buffer[: match.start()])
            begun, huge, begin = True, False, match.start()
        buffer = buffer[begin:]
        if not begun:
            declared = declared or _charset(buffer)
        huge = huge or (begun and len(buffer) > LIMIT)
        if huge or not begun:
            buffer = buffer[-_TAG:]
        looked = max(len(buffer) - _TAG, int(begun and not huge))
    if begun:
        yield None if huge else buffer, declared, has_end(buffer)


def _read(source: Source, asked: str | None) -> Iterator[bytes]:
    """Yield the file's bytes; as UTF-8 where it is in UTF-16 or 32, or a person has said what it is in."""
    head = source.head(4)
    wide = next((name for bom, name in _WIDE if head.startswith(bom)), None)
    encoding = wide or (known_encoding(asked) if asked is not None else None)
    decoder = codecs.getincrementaldecoder(encoding)() if encoding is not None else None
    try:
        with source.open() as file:
            while piece := file.read(_PIECE):
                yield decoder.decode(piece).encode("utf-8") if decoder else piece
            if decoder:
                yield decoder.decode(b"", True).encode("utf-8")
    except OSError as error:
        raise InputError(tr("il ne peut pas être lu ({why})", why=reason(error))) from error
    except UnicodeError:
        raise InputError(tr("ce n’est pas du texte en {encoding}", encoding=encoding)) from None


def _charset(head: bytes) -> str | None:
    match = _CHARSET.search(head)
    return match[1].decode("ascii", "replace").lower() if match else None


def _decoded(piece: bytes | None, declared: str | None) -> tuple[str, str]:
    """Return an article's markup, and the encoding to tell of where it was guessed; else empty."""
    if piece is None:
        raise InputError(tr("il dépasse {limit} Mo", limit=LIMIT // 1_000_000))
    try:
        return checked(piece.decode("utf-8")), ""
    except UnicodeDecodeError:
        pass
    if declared is not None and "utf" not in declared:
        return decode(piece, "cp1252" if declared in _LATIN else declared)[0], ""
    return decode(piece)


def _mended(article: Article, repair: bool) -> tuple[Article, str]:
    text, said = mended(article.text, repair)
    if not repair:
        return article, said
    meta = {name: _repaired(value) if isinstance(value, str) else value for name, value in article.meta.items()}
    source = _repaired(article.source) if article.source else article.source
    return replace(article, text=text, title=_repaired(article.title), source=source, meta=meta), said


def _repaired(text: str) -> str:
    return repaired(text) or text
