"""Writes Prodigy's task format: text, tokens of spaCy's, and spans on their borders.

After Prodigy's published interfaces (prodi.gy/docs/api-interfaces): offsets are code points, `end` is exclusive,
`token_end` is inclusive. Hashes are left to Prodigy, which makes them where there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import version
from typing import Any

from depeche import nlp
from depeche.core.article import State
from depeche.core.record import Record, one_line
from depeche.export.about import about
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import lessen, lessen_article
from depeche.export.receipt import Loss, Receipt
from depeche.messages import tr

FILE = "prodigy.jsonl"
_ANSWERS = {State.DONE: "accept", State.FLAGGED: "ignore", State.SKIPPED: "ignore"}
"""Articles that are begun or waiting have no answer: they are tasks still to do."""


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write one task a line; spans that cut a token are named in the receipt."""
    receipt.versions |= {"spacy": version("spacy"), "tokenizer": "spacy.blank('fr')"}
    with shelf.file(FILE) as file:
        for record in records:
            task, kept = _task(record, receipt)
            file.write(one_line(task).encode("utf-8") + b"\n")
            receipt.count(kept)
            lessen(kept, plan.scheme, receipt)
            lessen_article(record.article, receipt, with_meta=True)


def _task(record: Record, receipt: Receipt) -> tuple[dict[str, Any], Record]:
    """Return the record as a task, and the record with the marks that are in it."""
    text = record.article.text
    doc = nlp.doc(text)
    spans, kept = [], []
    for mark in record.marks:
        span = doc.char_span(mark.start, mark.end)
        if span is None:
            receipt.lose(record, mark, Loss.CUTS_TOKEN)
            continue
        kept.append(mark)
        spans.append(
            {
                "start": mark.start,
                "end": mark.end,
                "token_start": span.start,
                "token_end": span.end - 1,
                "label": mark.label,
            }
        )
    task: dict[str, Any] = {
        "text": text,
        "tokens": [
            {
                "text": token.text,
                "start": token.idx,
                "end": token.idx + len(token),
                "id": token.i,
                "ws": bool(token.whitespace_),
            }
            for token in doc
        ],
        "spans": spans,
        "meta": about(record.article),
        "_view_id": "spans_manual",  # the one view that shows overlaps; `ner_manual` shows none
    }
    if record.state in _ANSWERS:
        task["answer"] = _ANSWERS[record.state]
    if record.annotator:
        task["_annotator_id"] = record.annotator
    return task, replace(record, marks=tuple(kept))


FORM = Form(Format.PRODIGY, lambda: tr("Prodigy — JSONL avec mots et passages"), _write, gold=True)
