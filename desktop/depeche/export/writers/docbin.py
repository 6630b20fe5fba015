"""Writes spaCy's DocBin: train, dev and test, with flat labels in `doc.ents` and all spans in `doc.spans["sc"]`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING

from depeche import nlp
from depeche.core.record import Mark, Record, to_line
from depeche.core.scheme import Scheme
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.receipt import Loss, Receipt
from depeche.export.split import PARTS
from depeche.export.tags import apart
from depeche.export.writers.doc_stream import DocStream
from depeche.messages import tr
from depeche.models.question import joined

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    Pair = tuple[Span, Mark]

SPANS = "sc"
"""The key under which spaCy's span categorizer looks."""


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write `train.spacy`, `dev.spacy` and `test.spacy`, also where one is empty.

    Each doc carries its line of JSONL in `doc.user_data["depeche"]`, so kinds, values and speakers come along. Spans
    that no token border fits, or that overlap in `doc.ents`, are named in the receipt.
    """
    receipt.versions |= {"spacy": version("spacy"), "tokenizer": "spacy.blank('fr')"}
    with ExitStack() as stack:
        docs = {part: stack.enter_context(DocStream()) for part in PARTS}
        for record in records:
            docs[plan.side(record.article)].add(to_doc(record, plan.scheme, receipt))
        for part, each in docs.items():
            with shelf.file(f"{part}.spacy") as file:
                each.write(file)


def to_doc(record: Record, scheme: Scheme, receipt: Receipt) -> Doc:
    """Return the record as a spaCy doc, and count in the receipt what went in and what could not."""
    doc, pairs = _begun(record, receipt, lambda mark: mark.label)
    doc.spans[SPANS] = [span for span, _ in pairs]
    doc.ents = [span for span, _ in _flat(record, pairs, scheme, receipt, Loss.OVERLAPS)]
    receipt.count(replace(record, marks=tuple(mark for _, mark in pairs)))
    return doc


def to_doc_to_learn(record: Record, scheme: Scheme, receipt: Receipt) -> Doc:
    """Return the record as a spaCy doc of which each span is learned by one component only.

    `doc.ents` has the flat labels, each with its kind (`ACTOR:PER`); `doc.spans["sc"]` those that may overlap. Labels
    that are out of use aren't learned.
    """
    kept = []
    for mark in record.marks:
        if mark.label in scheme and not scheme.get(mark.label).retired:
            kept.append(mark)
        else:
            receipt.lose(record, mark, Loss.RETIRED)

    def name(mark: Mark) -> str:
        return mark.label if scheme.nests(mark.label) else joined(mark.label, mark.kind)

    doc, pairs = _begun(replace(record, marks=tuple(kept)), receipt, name)
    nested = [pair for pair in pairs if scheme.nests(pair[1].label)]
    flat = _flat(record, pairs, scheme, receipt, Loss.CROWDED)
    doc.spans[SPANS] = [span for span, _ in nested]
    doc.ents = [span for span, _ in flat]
    receipt.count(replace(record, marks=tuple(mark for _, mark in nested + flat)))
    return doc


def _begun(record: Record, receipt: Receipt, name: Callable[[Mark], str]) -> tuple[Doc, list[Pair]]:
    """Return the record's doc and the marks that fit its tokens, in order, as spans by the names that `name` gives."""
    text = record.article.text
    doc = nlp.doc(text)
    pairs: list[Pair] = []
    for mark in record.marks:
        span = doc.char_span(mark.start, mark.end, label=name(mark))
        if span is None:
            receipt.lose(record, mark, Loss.CUTS_TOKEN)
        elif text[mark.start].isspace() or text[mark.end - 1].isspace():
            receipt.lose(record, mark, Loss.BLANK_EDGE)
        else:
            pairs.append((span, mark))
    doc.user_data["depeche"] = to_line(record)
    return doc, pairs


def _flat(record: Record, pairs: Iterable[Pair], scheme: Scheme, receipt: Receipt, why: Loss) -> list[Pair]:
    """Return the spans that `doc.ents` can hold: labels that don't nest, the longer of two that overlap."""
    kept, crowded = apart((pair for pair in pairs if not scheme.nests(pair[1].label)), lambda pair: pair[1])
    for _, mark in crowded:
        receipt.lose(record, mark, why)
    return kept


def shown(doc: Doc) -> str:
    """Return a doc as text: its words, its entities and its spans, as offsets."""
    entities = [[one.start_char, one.end_char, one.label_] for one in doc.ents]
    spans = [[one.start_char, one.end_char, one.label_] for one in doc.spans[SPANS]]
    said = {"text": doc.text, "ents": entities, "spans": {SPANS: spans}, "tokens": [token.text for token in doc]}
    rows = (f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in said.items())
    return "{" + ",\n ".join(rows) + "}\n"


def _shown(record: Record, plan: Plan) -> str:
    return shown(to_doc(record, plan.scheme, Receipt(Format.SPACY.value, spills=False)))


FORM = Form(
    Format.SPACY,
    lambda: tr("spaCy — train.spacy, dev.spacy, test.spacy"),
    _write,
    gold=True,
    sided=True,
    tells_help=True,
    shown=_shown,
)
