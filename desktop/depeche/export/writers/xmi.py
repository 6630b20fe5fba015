"""Writes UIMA XMI as INCEpTION opens it: a file an article, with sentences and tokens, and the type system beside.

The types are DKPro Core's: NamedEntity (`value` is the label, `identifier` the value), Sentence, Token,
DocumentMetaData and MetaDataStringField (`date`, `source`, `url`, `licence`…). NamedEntity has two features more,
`kind` and `attributes` (JSON), which INCEpTION shows once the layer is given them and else leaves out. Offsets are
UTF-16 units.

INCEpTION's own layer for it locks spans to tokens and to one sentence. So tokens are cut where a span begins or ends,
and sentences joined that a span crosses (`SpanCrossSentenceBehavior`, `SpanAnchoringModeBehavior` there); a layer
that is to show spans which overlap has to be told to. Written by hand: cassis takes ten times as long.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from itertools import pairwise

from depeche import nlp
from depeche.core.record import Mark, Record
from depeche.core.sentences import sentences
from depeche.export.about import about
from depeche.export.file_names import FileNames
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import PROVENANCE, VALUE, lessen, lessen_article, lessen_overlaps, lessen_shape
from depeche.export.plain_xml import CONTROL, xml_text
from depeche.export.receipt import Receipt
from depeche.export.table_rows import is_unclear, joined
from depeche.messages import tr

TYPES = "TypeSystem.xml"
TOKENS_CUT, SENTENCES_JOINED = "tokens cut", "sentences joined"

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
_XMI = "http://www.omg.org/XMI"
_CAS = "http:///uima/cas.ecore"
_SPACES = {
    "xmi": _XMI,
    "cas": _CAS,
    **{name: f"http:///{_DKPRO.replace('.', '/')}/{name}/type.ecore" for name in ("metadata", "segmentation", "ner")},
}
_ID = f"{{{_XMI}}}id"
_TYPES: dict[str, tuple[str, tuple[str, ...]]] = {
    "metadata.type.DocumentMetaData": (
        "uima.tcas.DocumentAnnotation",
        ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"),
    ),
    "metadata.type.MetaDataStringField": ("uima.tcas.Annotation", ("key", "value")),
    "segmentation.type.Sentence": ("uima.tcas.Annotation", ()),
    "segmentation.type.Token": ("uima.tcas.Annotation", ()),
    "ner.type.NamedEntity": ("uima.tcas.Annotation", ("value", "identifier", "kind", "attributes")),
}


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write `TypeSystem.xml` and an `.xmi` for each record."""
    receipt.versions |= {"spacy": version("spacy"), "tokenizer": "spacy.blank('fr')"}
    names = FileNames()
    with shelf.file(TYPES) as file:
        file.write(type_system())
    for record in records:
        with shelf.file(f"{names.of(record.article.name)}.xmi") as file:
            file.write(to_xmi(record, plan, receipt))


def to_xmi(record: Record, plan: Plan, receipt: Receipt) -> bytes:
    """Return the record's file, and count in the receipt what went in and what had no place."""
    text = record.article.text
    held, controls = xml_text(text)
    controls += sum(xml_text(said)[1] for *_, facts in _annotations(record, (), ()) for said in facts.values() if said)
    units, together = _sentences(text, record.marks)
    whole = nlp.tokens(text)
    borders = {at for one in record.marks for at in (one.start, one.end)} | {at for one in units for at in one}
    pieces = _cut(whole, borders)
    for what, n in (
        (CONTROL, controls),
        (SENTENCES_JOINED, together),
        (TOKENS_CUT, len(pieces) - len(whole)),
        (VALUE, sum(map(is_unclear, record.marks))),
    ):
        if n:
            receipt.lessen(what, n)
    lessen(record, plan.scheme, receipt, {PROVENANCE})
    lessen_shape(record, receipt)
    lessen_overlaps(record, receipt)
    lessen_article(record.article, receipt, with_meta=True)
    receipt.count(record)
    return _document(record, held, units, pieces)


def type_system() -> bytes:
    """Return the description of the types, a part of DKPro Core's, and of the two features that are ours."""
    from lxml.etree import Element, SubElement, tostring

    root = Element("typeSystemDescription", nsmap={None: "http://uima.apache.org/resourceSpecifier"})
    types = SubElement(root, "types")
    for name, (parent, features) in _TYPES.items():
        one = SubElement(types, "typeDescription")
        SubElement(one, "name").text = f"{_DKPRO}.{name}"
        SubElement(one, "description")
        SubElement(one, "supertypeName").text = parent
        listed = SubElement(one, "features") if features else one
        for feature in features:
            described = SubElement(listed, "featureDescription")
            SubElement(described, "name").text = feature
            SubElement(described, "description")
            SubElement(described, "rangeTypeName").text = "uima.cas.String"
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _sentences(text: str, marks: Sequence[Mark]) -> tuple[list[tuple[int, int]], int]:
    """Return the text's sentences so that each mark lies in one, and how many were joined to the one before."""
    found: list[tuple[int, int]] = []
    held, joined = 0, 0  # how many sentences the last of `found` is made of
    marked = [(one.start, one.end, 0) for one in marks]
    for start, end, own in sorted([(one.start, one.end, 1) for one in sentences(text)] + marked):
        if found and start < found[-1][1]:
            joined += own and held > 0
            held += own
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
            held = own
    return found, joined


def _cut(tokens: Iterable[tuple[int, int]], at: set[int]) -> list[tuple[int, int]]:
    """Return the tokens, cut at these places."""
    pieces: list[tuple[int, int]] = []
    for start, end in tokens:
        inside = [place for place in range(start + 1, end) if place in at]
        pieces += pairwise([start, *inside, end])
    return pieces


def _document(record: Record, text: str, units: Iterable[tuple[int, int]], tokens: Iterable[tuple[int, int]]) -> bytes:
    from lxml.etree import Element, SubElement, tostring

    astral = [n for n, character in enumerate(text) if character > "\uffff"] if not text.isascii() else []
    root = Element(f"{{{_XMI}}}XMI", {f"{{{_XMI}}}version": "2.0"}, nsmap=_SPACES)
    SubElement(root, f"{{{_CAS}}}NULL", {_ID: "0"})
    number = 1  # the text's own

    def put(kind: str, start: int, end: int, said: Mapping[str, str | None]) -> None:
        nonlocal number
        number += 1
        room, _, name = kind.rpartition(".type.")
        begin, stop = (str(place + bisect_left(astral, place)) for place in (start, end))
        facts = {_ID: str(number), "sofa": "1", "begin": begin, "end": stop}
        facts |= {feature: xml_text(value)[0] for feature, value in said.items() if value}
        SubElement(root, f"{{{_SPACES[room]}}}{name}", facts)

    for kind, start, end, said in _annotations(record, units, tokens):
        put(kind, start, end, said)
    sofa = {"sofaNum": "1", "sofaID": "_InitialView", "mimeType": "text/plain", "sofaString": text}
    SubElement(root, f"{{{_CAS}}}Sofa", {_ID: "1"} | sofa)
    SubElement(root, f"{{{_CAS}}}View", {"sofa": "1", "members": " ".join(map(str, range(2, number + 1)))})
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _annotations(
    record: Record, units: Iterable[tuple[int, int]], tokens: Iterable[tuple[int, int]]
) -> Iterator[tuple[str, int, int, dict[str, str | None]]]:
    """Yield type, code points and features of everything in a file."""
    article = record.article
    language = article.meta.get("language")
    named = {"documentTitle": article.title, "documentId": article.name}
    spoken = language if isinstance(language, str) else "fr"
    yield "metadata.type.DocumentMetaData", 0, len(article.text), {"language": spoken, **named}
    for key, value in about(article).items():
        if key not in ("id", "title"):
            known = value if isinstance(value, str) else json.dumps(value)
            yield "metadata.type.MetaDataStringField", 0, 0, {"key": key, "value": known}
    for mark in record.marks:
        told = {
            "value": mark.label,
            "identifier": joined(mark),
            "kind": mark.kind,
            "attributes": json.dumps(dict(mark.attrs), ensure_ascii=False, sort_keys=True) if mark.attrs else None,
        }
        yield "ner.type.NamedEntity", mark.start, mark.end, told
    for start, end in units:
        yield "segmentation.type.Sentence", start, end, {}
    for start, end in tokens:
        yield "segmentation.type.Token", start, end, {}


FORM = Form(Format.XMI, lambda: tr("UIMA XMI — pour INCEpTION, un fichier par article"), _write, gold=True)
