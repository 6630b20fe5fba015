"""LibreOffice documents (.odt): what is read on the page in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from depeche.core.record import Record
from depeche.ingest import office
from depeche.ingest.library import library
from depeche.ingest.paragraphs import Paragraphs
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.ingest.zip_file import Zip, kind_of
from depeche.messages import tr

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = frozenset(
    "tracked-changes annotation note-citation sequence-decls forms ruby-text bibliography-source".split()
)
_WHITE = re.compile(r"[ \t\n\r]+")
_MOST_SPACES = 1_000


def _recognises(source: Source, head: bytes) -> bool:
    return kind_of(source, head) == "odt"


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield the article: body, tables a cell a line, frames after the paragraph they hang on, then the notes."""
    office.check(source)
    with Zip(source) as archive, library(tr("le document est abîmé")):
        parts = {info.filename: info for info in archive.infos}
        content = office.parse(archive.read(parts["content.xml"]))
        about = _about(office.parse(archive.read(parts["meta.xml"]))) if "meta.xml" in parts else {}
        body, notes = Paragraphs(), Paragraphs()
        _gather(content, body, notes)
    text = body.text()
    if notes.lines:
        text = f"{text}\n\n{notes.text()}"
    author = about.get("initial-creator") or about.get("creator") or ""
    article = office.article(source, text, about.get("title", ""), author, about.get("creation-date"))
    said = tr("les notes ont été mises à la fin") if notes.lines else ""
    yield Found(Record(article), note=said)


def _about(root: _Element) -> dict[str, str]:
    return {_local(element.tag): (element.text or "").strip() for element in root.iter() if element.text}


def _gather(content: _Element, body: Paragraphs, notes: Paragraphs) -> None:
    """Add the paragraphs of a document's body, and those of its notes apart."""
    from lxml import etree

    within = 0  # notes that are open: in one there is no other
    tables = 0
    root = next((element for element in content.iter() if _local(element.tag) == "text" and _is_office(element)), None)
    if root is None:
        return
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = _local(element.tag)
        if event == "start":
            if name in _UNSEEN:
                walk.skip_subtree()
                continue
            into = notes if within else body
            within += name == "note-body"
            tables += name == "table"
            if name in ("p", "h"):
                into.begin()
            into.add(_sign(element, name) + _WHITE.sub(" ", element.text or ""))
            continue
        if event == "end":
            within -= name == "note-body"
            tables -= name == "table"
            if name in ("p", "h"):
                (notes if within else body).end(keep_empty=tables == 0 and not within)
        if element.tail and element is not root:
            (notes if within else body).add(_WHITE.sub(" ", element.tail))


def _sign(element: _Element, name: str) -> str:
    if name == "s":
        count = next((value for key, value in element.attrib.items() if _local(key) == "c"), "1")
        return " " * (min(int(count), _MOST_SPACES) if count.isascii() and count.isdigit() and len(count) < 9 else 1)
    return {"tab": "\t", "line-break": "\n"}.get(name, "")


def _is_office(element: _Element) -> bool:
    return str(element.tag).startswith("{urn:oasis:names:tc:opendocument:xmlns:office:")


def _local(tag: Any) -> str:
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


READER = Reader("odt", lambda: tr("Document LibreOffice"), _recognises, _read)
