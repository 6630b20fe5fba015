"""Writes CoNLL-2003's four columns with IOB2 labels: one layer, tokens of spaCy's, sentences apart. Holds no text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from importlib.metadata import version
from typing import NamedTuple

from depeche import nlp
from depeche.core.record import Mark, Record
from depeche.core.scheme import Scheme
from depeche.core.sentences import sentences
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import DETAILS, lessen
from depeche.export.receipt import Loss, Receipt
from depeche.export.split import PARTS
from depeche.export.tags import apart
from depeche.messages import tr

_START = "-DOCSTART- -X- O O\n\n"
"""Four columns, as in the lines of tokens: `spacy convert` stops at a first line of three."""
TEXT = "text"
"""Counted in the receipt: articles whose blanks aren't in the file, so that their text can't be made from it again."""


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    is_blank: bool


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write `train.conll`, `dev.conll` and `test.conll`, also where one is empty.

    Labels that may hold others have no place in one layer, nor has the shorter of two that overlap, nor what cuts a
    token: all are named in the receipt. Blanks aren't written, so that the text can't be made from the file again.
    """
    receipt.versions |= {"spacy": version("spacy"), "tokenizer": "spacy.blank('fr')"}
    with ExitStack() as opened:
        files = {part: opened.enter_context(shelf.file(f"{part}.conll")) for part in PARTS}
        for record in records:
            text = record.article.text
            tokens = [_Token(one.idx, one.idx + len(one), one.text, one.is_space) for one in nlp.doc(text)]
            chosen = _layer(record, tokens, plan.scheme, receipt)
            kept = replace(record, marks=tuple(mark for mark, _ in chosen))
            lines = "".join(_lines(text, tokens, chosen))
            files[plan.side(record.article)].write((_START + lines).encode("utf-8"))
            receipt.count(kept)
            receipt.lessen(TEXT)
            receipt.lessen(DETAILS)  # not even its name
            lessen(kept, plan.scheme, receipt)


def _layer(record: Record, tokens: list[_Token], scheme: Scheme, receipt: Receipt) -> list[tuple[Mark, range]]:
    """Return the marks that one layer holds, in order, with the tokens of each; the others go into the receipt."""
    starts = {token.start: n for n, token in enumerate(tokens)}
    ends = {token.end: n for n, token in enumerate(tokens)}
    found: list[tuple[Mark, range]] = []
    for mark in record.marks:
        first, last = starts.get(mark.start), ends.get(mark.end)
        if scheme.nests(mark.label):
            why = Loss.NESTS
        elif first is None or last is None:
            why = Loss.CUTS_TOKEN
        elif tokens[first].is_blank or tokens[last].is_blank:
            why = Loss.BLANK_EDGE
        else:
            found.append((mark, range(first, last + 1)))
            continue
        receipt.lose(record, mark, why)
    kept, crowded = apart(found, lambda one: one[0])
    for mark, _ in crowded:
        receipt.lose(record, mark, Loss.ONE_LAYER)
    return kept


def _lines(text: str, tokens: list[_Token], chosen: list[tuple[Mark, range]]) -> Iterator[str]:
    """Yield a line a token, and an empty one after each sentence; a sentence never ends within a span."""
    tags = {n: "I-" + mark.label for mark, covered in chosen for n in covered}
    tags |= {covered.start: "B-" + mark.label for mark, covered in chosen}
    starts = [one.start for one in sentences(text)]
    begun, at = False, 0
    for n, token in enumerate(tokens):
        if token.is_blank:
            continue
        tag = tags.get(n, "O")
        passed = at
        while at < len(starts) and starts[at] <= token.start:
            at += 1
        if begun and at > passed and not tag.startswith("I-"):
            yield "\n"
        begun = True
        # The one word that readers take for the beginning of the next article.
        word = "DOCSTART" if token.text == "-DOCSTART-" else token.text
        yield f"{word} -X- _ {tag}\n"
    yield "\n"


FORM = Form(
    Format.CONLL,
    lambda: tr("CoNLL-2003 — un mot par ligne, étiquettes IOB2"),
    _write,
    gold=True,
    sided=True,
)
