"""Articles of Factiva's XML (`ppsarticle/article`), one held at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from depeche.core.article import Article
from depeche.core.record import Record
from depeche.errors import InputError, reason
from depeche.ingest.decoding import checked
from depeche.ingest.factiva_article import made
from depeche.ingest.mojibake import mended
from depeche.ingest.reader import Asked, Found
from depeche.ingest.source import Source
from depeche.ingest.text_file import LIMIT
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIELDS = {
    "accessionNo": "AN",
    "sourceName": "SN",
    "sourceCode": "SC",
    "publisherName": "PUB",
    "copyright": "CY",
    "wordCount": "WC",
    "edition": "ED",
    "sectionName": "SE",
    "byline": "BY",
    "credit": "CR",
    "notes": "RF",
    "artWork": "ART",
    "columnName": "CLM",
    "volume": "VOL",
}
_CODED = {"region": "RE", "newsSubject": "NS", "company": "CO", "industry": "IN"}


def read_xml(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield the articles; raises InputError where the XML breaks off, after those before."""
    from lxml import etree

    number = 0
    try:
        with source.open() as file:
            bounded = _Bounded(file)
            pages = etree.iterparse(
                bounded,
                tag="{*}article",
                resolve_entities=False,
                no_network=True,
                huge_tree=False,
                load_dtd=False,
                remove_comments=True,
                remove_pis=True,
                encoding=asked.encoding,
            )
            for _, element in pages:
                number += 1
                yield _found(element, source, number, asked)
                _let_go(element)
                bounded.since = 0
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise InputError(tr("ce XML est abîmé, ligne {line}", line=line)) from None
    except LookupError:
        raise InputError(
            tr("l’encodage « {encoding} » n’est pas connu", encoding=(asked.encoding or "")[:40])
        ) from None
    except OSError as error:
        raise InputError(tr("il ne peut pas être lu ({why})", why=reason(error))) from error
    if not number:
        raise InputError(tr("aucun article ne s’y trouve"))


class _Bounded:
    """A file of which no more is read than an article may have, until `since` is set back."""

    def __init__(self, file: BinaryIO) -> None:
        self.since = 0
        self._file = file

    def read(self, size: int) -> bytes:
        """Return the next bytes. Raises InputError beyond the limit."""
        self.since += size
        if self.since > LIMIT:
            raise InputError(tr("un article y dépasse {limit} Mo", limit=LIMIT // 1_000_000))
        return self._file.read(size)


def _let_go(element: _Element) -> None:
    """Free what was read: the element, and all that stands before it at any level."""
    element.clear()
    one: _Element | None = element
    while one is not None:
        while one.getprevious() is not None:
            parent = one.getparent()
            if parent is None:
                return
            del parent[0]
        one = one.getparent()


def _found(element: _Element, source: Source, number: int, asked: Asked) -> Found:
    place = tr("article {number}", number=number)
    try:
        article = _article_of(element)
        text, said = mended(article.text, asked.repair)
        article = replace(article, text=checked(text), name=article.name or f"{source.label}-{number}")
    except InputError as error:
        return Found(error, place)
    return Found(Record(article), place, said)


def _article_of(element: _Element) -> Article:
    said: dict[str, str] = {}
    parts: dict[str, list[str]] = {"leadParagraph": [], "tailParagraphs": []}
    language = ""
    if any(callable(one.tag) for one in element.iter()):
        raise InputError(tr("il contient une entité XML, qui n’est pas résolue"))
    for field in element:
        name = _name(field)
        if name in parts:
            parts[name] += [line for one in field if (line := _line(one))]
        elif name == "headline":
            said["HD"] = " ".join(line for one in field if (line := _line(one))) or _line(field)
        elif name == "publicationDate":
            said["PD"] = _line(field)
        elif name == "baseLanguage":
            language = _line(field).lower()
        elif name == "pages":
            said["PG"] = ", ".join(line for one in field if (line := _line(one))) or _line(field)
        elif name in _FIELDS and _line(field):
            said[_FIELDS[name]] = _line(field)
        elif name in _CODED:
            entry = f"{field.get('code') or ''} : {_line(field)}".strip(" :")
            said[_CODED[name]] = " | ".join(filter(None, (said.get(_CODED[name], ""), entry)))
    lines = parts["leadParagraph"] + parts["tailParagraphs"]
    if not lines:
        raise InputError(tr("il n’a pas de texte"))
    day, _, time = said.get("PD", "").partition("T")
    said["PD"] = day
    if time.strip("Z0:"):
        said["ET"] = time
    return made(said, lines, language)


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _line(element: _Element) -> str:
    """Return an element's text; line breaks and indents of the XML are single blanks, no-break spaces stay."""
    words = "".join(str(piece) for piece in element.itertext()).replace("\t", " ").replace("\n", " ").replace("\r", " ")
    return " ".join(word for word in words.split(" ") if word)
