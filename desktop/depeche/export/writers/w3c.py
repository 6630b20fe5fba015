"""Writes W3C Web Annotations (JSON-LD), one a line of one page, beside the texts that they are about.

Positions are code points: the Recommendation demands these (https://www.w3.org/TR/annotation-model/, 4.2.4 and 4.2.5:
« in terms of unicode code points …, not in terms of code units »). Tools in JavaScript that take a position without
looking at the quote beside it, as Recogito does, count UTF-16: the receipt says how many spans they place elsewhere.
"""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from depeche.core.record import Mark, Record, one_line
from depeche.export import name_table
from depeche.export.file_names import FileNames
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import PROVENANCE, lessen_article, lessen_shape
from depeche.export.receipt import Loss, Receipt
from depeche.messages import tr

FILE, FOLDER, NAMES = "annotations.jsonld", "texts", "texts.tsv"
UTF_16 = "utf-16"
"""Counted in the receipt: spans after or over a character that is one code point and two units of UTF-16."""
AROUND = 10
"""Characters before and after a quote, as Recogito writes them."""
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.w3.org/ns/anno")
_HEAD: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": FILE,
    "type": "AnnotationPage",
    "items": [],
}


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write `annotations.jsonld`, `texts/` and `texts.tsv`. What somebody refused is named in the receipt."""
    names = FileNames()
    between = "\n"
    with shelf.file(NAMES) as table, shelf.file(FILE) as file:
        table.write(name_table.head())
        file.write(one_line(_HEAD).removesuffix("]}").encode("utf-8"))
        for record in records:
            text = f"{FOLDER}/{names.of(record.article.name)}.txt"
            with shelf.file(text) as words:
                words.write(record.article.text.encode("utf-8"))
            table.write(name_table.line(text, record.article))
            given: Counter[tuple[object, ...]] = Counter()
            kept = []
            for mark in record.marks:
                if mark.status == "rejected":
                    receipt.lose(record, mark, Loss.REJECTED)
                    continue
                kept.append(mark)
                file.write((between + one_line(_annotation(record, mark, text, given))).encode("utf-8"))
                between = ",\n"
            written = replace(record, marks=tuple(kept))
            receipt.count(written)
            lessen_article(record.article, receipt)
            lessen_shape(written, receipt)
            if kept:
                receipt.lessen(PROVENANCE, len(kept))
            if moved := _moved(record.article.text, kept):
                receipt.lessen(UTF_16, moved)
        file.write(b"\n]}\n")


def _moved(text: str, marks: Iterable[Mark]) -> int:
    """Return how many marks have other positions in UTF-16."""
    first = next((n for n, char in enumerate(text) if char > "\uffff"), len(text))
    return sum(mark.end > first for mark in marks)


def _annotation(record: Record, mark: Mark, source: str, given: Counter[tuple[object, ...]]) -> dict[str, Any]:
    text = record.article.text
    place = (mark.start, mark.end, mark.label, mark.by, mark.source)
    given[place] += 1
    named = json.dumps([record.article.name, record.article.text_hash, *place, given[place]])
    annotation: dict[str, Any] = {
        "id": f"urn:uuid:{uuid.uuid5(_NAMESPACE, named)}",
        "type": "Annotation",
        "motivation": "tagging",
    }
    if mark.by:
        kind = "Software" if mark.status == "suggested" else "Person"
        annotation["creator"] = {"type": kind, "name": mark.by}
    target: dict[str, Any] = {
        "source": source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[mark.start : mark.end],
                "prefix": text[max(0, mark.start - AROUND) : mark.start],
                "suffix": text[mark.end : mark.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": mark.start, "end": mark.end},
        ],
    }
    if record.article.url:
        target["scope"] = record.article.url
    return annotation | {"body": _bodies(mark), "target": target}


def _bodies(mark: Mark) -> list[dict[str, str]]:
    """Return the label, the kind, the values and, as JSON, the attributes of a mark."""
    bodies = [_body("tagging", mark.label)]
    if mark.kind:
        bodies.append(_body("classifying", mark.kind))
    values = mark.value if isinstance(mark.value, tuple) else (mark.value,)
    bodies += [_body("identifying", value) for value in values if value]
    if mark.attrs:
        attrs = {name: mark.attrs[name] for name in sorted(mark.attrs)}
        bodies.append(_body("describing", one_line(attrs)) | {"format": "application/json"})
    return bodies


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


FORM = Form(Format.W3C, lambda: tr("W3C Web Annotation — JSON-LD et les textes"), _write)
