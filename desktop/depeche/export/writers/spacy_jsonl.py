"""Writes lines of `text` and `entities`, which spaCy's users read: train, dev and test, overlapping spans too."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from importlib.metadata import version

from depeche import nlp
from depeche.core.record import Record, one_line
from depeche.export.about import about
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import lessen, lessen_article, lessen_overlaps
from depeche.export.receipt import Loss, Receipt
from depeche.export.split import PARTS
from depeche.messages import tr


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write `spacy-train.jsonl`, `spacy-dev.jsonl` and `spacy-test.jsonl`, also where one is empty.

    Every span is in them. The receipt names those that no token border of spaCy's fits, as its training passes over
    them without a word, and counts those that overlap, as one `ner` learns no two of them.
    """
    receipt.versions |= {"spacy": version("spacy"), "tokenizer": "spacy.blank('fr')"}
    with ExitStack() as opened:
        files = {part: opened.enter_context(shelf.file(f"spacy-{part}.jsonl")) for part in PARTS}
        for record in records:
            files[plan.side(record.article)].write(_line(record).encode("utf-8") + b"\n")
            receipt.count(record)
            lessen(record, plan.scheme, receipt)
            lessen_overlaps(record, receipt)
            lessen_article(record.article, receipt, with_meta=True)
            doc = nlp.doc(record.article.text)
            for mark in record.marks:
                if doc.char_span(mark.start, mark.end) is None:
                    receipt.lose(record, mark, Loss.UNLEARNED)


def _line(record: Record) -> str:
    entities = [[mark.start, mark.end, mark.label] for mark in record.marks]
    return one_line({"text": record.article.text, "entities": entities, "meta": about(record.article)})


FORM = Form(
    Format.SPACY_JSONL,
    lambda: tr("JSONL de spaCy — text et entities, un article par ligne"),
    _write,
    gold=True,
    sided=True,
)
