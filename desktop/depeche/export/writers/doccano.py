"""Writes doccano's JSONL: text and labels. An overlap needs a doccano project that was made to allow it."""

from __future__ import annotations

from collections.abc import Iterable

from depeche.core.record import Record, one_line
from depeche.export.about import all_about
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import lessen, lessen_article, lessen_overlaps
from depeche.export.receipt import Receipt
from depeche.messages import tr

FILE = "doccano.jsonl"


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write one article a line, each with the same keys: doccano stops at lines that differ in theirs.

    Labels go by their names alone. Every span is in the file; those that overlap are counted, as doccano drops them
    without a word where its project does not allow them.
    """
    with shelf.file(FILE) as file:
        for record in records:
            known = all_about(record.article)
            labels = [[mark.start, mark.end, mark.label] for mark in record.marks]
            line = {"id": known.pop("id"), "text": record.article.text, "label": labels} | known
            file.write(one_line(line).encode("utf-8") + b"\n")
            receipt.count(record)
            lessen(record, plan.scheme, receipt)
            lessen_overlaps(record, receipt)
            lessen_article(record.article, receipt)


FORM = Form(Format.DOCCANO, lambda: tr("doccano — JSONL, les passages par étiquette"), _write, gold=True)
