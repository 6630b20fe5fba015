"""UIMA's XMI as INCEpTION and DKPro write it: a text and its annotations, counted in UTF-16.

Read as the XML that it is: an annotation says what it is by its element and features, whatever the type system is
called and wherever it lies. (cassis leaves out every annotation whose type it isn't given.) Nothing outside of the file
is ever looked for, and a file that declares entities is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from depeche.core.mark_reader import read_mark
from depeche.core.record import Mark, Record
from depeche.core.strict_json import parse_object
from depeche.core.worth import BETWEEN
from depeche.errors import InputError
from depeche.ingest.counting import utf_16
from depeche.ingest.foreign import check_number, fitting, lost, once
from depeche.ingest.markup import narrow
from depeche.ingest.particulars import described, untitled
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import Source
from depeche.ingest.text_file import LIMIT
from depeche.messages import tr

_ID = "{http://www.omg.org/XMI}id"
_CAS = "{http:///uima/cas.ecore}"
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
_NO_MARKS = (_DKPRO, "uima.", "org.dkpro.core.api.", "de.tudarmstadt.ukp.clarin.", "de.tudarmstadt.ukp.inception.")
"""Whose annotations say how a text is built or kept; of DKPro's only names are marks."""
_NAMES = f"{_DKPRO}ner."
_ABOUT = {"documentTitle": "title", "documentId": "id", "documentUri": "document_uri"}
_ELEMENTS = 5
"""How many elements, of words and sentences too, there may be for each mark that an article may have."""
_TIMES = 10
"""How many times as long as a text may be its file is at most."""


@dataclass(slots=True)
class _Cas:
    """What a file holds: texts by their number, what is indexed of each, annotations, and what is said of the text."""

    texts: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    members: dict[str, frozenset[str]] = field(default_factory=dict)
    marks: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)


def _recognises(source: Source, head: bytes) -> bool:
    head = narrow(head)
    return b"http://www.omg.org/XMI" in head and b"/uima/cas.ecore" in head


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield an article for each view that has a text."""
    with source.open() as file:
        cas = _parsed(file)
    found = [(number, name, text) for number, (name, text) in cas.texts.items() if text is not None and text.strip()]
    if not found:
        raise InputError(tr("il n’y a pas de texte dans ce fichier"))
    for rank, (number, view, text) in enumerate(found, 1):
        place = tr("vue {name}", name=view[:40]) if len(found) > 1 else ""
        try:
            record, notes = _record(cas, number, text, source.label if rank == 1 else f"{source.label}-{rank}")
        except InputError as error:
            yield Found(error, place)
            continue
        if not asked.titled:
            record = Record(untitled(record.article), record.marks)
        yield Found(record, place, ", ".join(notes))


def _record(cas: _Cas, number: str, text: str, name: str) -> tuple[Record, list[str]]:
    count, length = utf_16(text), len(text) + sum(char > "\uffff" for char in text)
    dropped = cas.dropped.copy()
    marks: list[Mark] = []
    indexed = cas.members.get(number)
    for sort, said in cas.marks:
        if said["sofa"] != number or (indexed is not None and said.get(_ID) not in indexed):
            continue
        try:
            start, end = int(said["begin"]), int(said["end"])
        except ValueError:
            raise InputError(tr("« start » et « end » doivent être des nombres entiers")) from None
        if start == end:
            dropped[tr("annotation vide, qui n’est pas reprise")] += 1
            continue
        entry = _entry(sort, said) | {"start": count.code_point(start), "end": count.code_point(end)}
        if -1 in (entry["start"], entry["end"]) and 0 <= start < end <= length:
            why = tr("il coupe un caractère en deux ({start} à {end})", start=start, end=end)
            raise InputError(tr("passage n° {rank} : {why}", rank=len(marks) + 1, why=why))
        marks.append(read_mark(fitting(entry), len(marks) + 1, text, None))
    article, note = described(text, cas.about, name=name)
    kept, twice = once(marks)
    return Record(article, kept), [one for one in (note, *(lost(n, what) for what, n in dropped.items()), twice) if one]


def _entry(sort: str, said: Mapping[str, str]) -> dict[str, Any]:
    """Return an annotation as an entry of ours: its label is a feature of that name, or `value`, or its type's name."""
    features = {name: value for name, value in said.items() if name not in ("sofa", "begin", "end", _ID) and value}
    label = features.pop("label", None) or features.pop("value", None) or sort.rpartition(".")[2]
    entry: dict[str, Any] = {"label": label}
    if "identifier" in features:
        value = features.pop("identifier")
        entry["value"] = value.split(BETWEEN) if BETWEEN in value else value
    attributes = features.get("attributes", "")
    if attributes.startswith("{"):
        try:
            entry = {**parse_object(attributes), **entry}
            del features["attributes"]
        except InputError:
            pass  # somebody else's feature of this name: kept as it is
    for name in ("text", "was"):  # not what a span of ours means by it
        if name in features:
            features[f"file_{name}"] = features.pop(name)
    return {**features, **entry}


def _parsed(file: BinaryIO) -> _Cas:
    """Read a file as a stream. Raises InputError for what isn't XML, declares entities or is too much."""
    from lxml import etree

    cas, depth, begun = _Cas(), 0, False
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    parser = etree.XMLPullParser(("start", "end"), remove_comments=True, remove_pis=True, **safe)
    read = elements = 0
    try:
        while True:
            piece = file.read(1 << 16)
            read += len(piece)
            if read > _TIMES * LIMIT:
                raise InputError(tr("il dépasse {limit} Mo", limit=_TIMES * LIMIT // 1_000_000))
            if piece:
                parser.feed(piece)
            else:
                parser.close()
            for event, element in parser.read_events():
                if event == "start":
                    if not begun and element.getroottree().docinfo.doctype:
                        raise InputError(tr("il déclare des entités XML, ce qui n’est pas admis"))
                    begun = True
                    depth += 1
                    continue
                depth -= 1
                if depth == 1:
                    elements += 1
                    check_number(elements // _ELEMENTS)
                    _take(cas, element.tag, dict(element.items()))
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
            if not piece:
                return cas
    except etree.LxmlError as error:
        line = getattr(error, "lineno", None) or 1
        raise InputError(tr("ce XML est abîmé, ligne {line}", line=line)) from None


def _take(cas: _Cas, tag: str, said: dict[str, str]) -> None:
    if tag == f"{_CAS}Sofa":
        cas.texts[said.get(_ID, "")] = said.get("sofaID", ""), said.get("sofaString")
        return
    if tag == f"{_CAS}View":
        cas.members[said.get("sofa", "")] = frozenset(said.get("members", "").split())
        return
    space, _, name = tag.removeprefix("{http:///").rpartition(".ecore}")
    sort = f"{space.replace('/', '.')}.{name}"
    if name == "MetaDataStringField" and said.get("key") and said.get("value"):
        cas.about.setdefault(said["key"], said["value"])
    if name == "DocumentMetaData":
        cas.about |= {_ABOUT[key]: value for key, value in said.items() if key in _ABOUT and value}
    if said.get("language", "x-unspecified") != "x-unspecified" and sort.startswith(_NO_MARKS):
        cas.about.setdefault("language", said["language"])
    if not {"sofa", "begin", "end"} <= said.keys() or (sort.startswith(_NO_MARKS) and not sort.startswith(_NAMES)):
        return
    if {"Governor", "Dependent"} & said.keys():
        cas.dropped[tr("relation qui n’est pas reprise")] += 1
        return
    cas.marks.append((sort, said))
    check_number(len(cas.marks))


READER = Reader("xmi", lambda: tr("UIMA XMI (INCEpTION)"), _recognises, _read)
