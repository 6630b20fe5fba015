"""What of spans that are in the files has no place in a form: values, kinds, speakers, attributes, who and how sure."""

from __future__ import annotations

from collections.abc import Collection

from depeche.core.article import Article
from depeche.core.record import Mark, Record
from depeche.core.scheme import Scheme, ValueType
from depeche.export.about import is_whole
from depeche.export.receipt import Receipt

VALUE, SPEAKERS, KIND, ATTRIBUTES, PROVENANCE = "value", "speakers", "kind", "attributes", "provenance"
"""`provenance`: by whom or by what source a span was set, with which score, and how it was judged."""
OVERLAP = "overlap"
"""Spans that share characters with another: they are in the file, but its readers may leave them out."""
DETAILS = "details"
"""Articles of which something is known that isn't in the files: the author, the page, fields of another program."""
BLIND = "blind"
"""Articles annotated without suggestions, as a control: they are in the files as all others are."""
SHAPE = "list of one"
"""Values that are a list of one name: the file writes them as it writes a name alone."""
EVERYTHING = frozenset((VALUE, SPEAKERS, KIND, ATTRIBUTES, PROVENANCE))


def lessen(record: Record, scheme: Scheme, receipt: Receipt, missing: Collection[str] = EVERYTHING) -> None:
    """Say in the receipt how many of the record's marks have something of `missing`, which the form can't hold."""
    for mark in record.marks:
        for what in _has(mark, scheme):
            if what in missing:
                receipt.lessen(what)


def lessen_shape(record: Record, receipt: Receipt) -> None:
    """Say in the receipt how many of the record's values are a list of one, which the file writes as a name alone."""
    if n := sum(isinstance(mark.value, tuple) and len(mark.value) == 1 for mark in record.marks):
        receipt.lessen(SHAPE, n)


def lessen_overlaps(record: Record, receipt: Receipt) -> None:
    """Say in the receipt how many of the record's marks, which come sorted by start, overlap another."""
    met: set[int] = set()
    furthest, whose = 0, -1  # the one that reaches furthest of those before
    for n, mark in enumerate(record.marks):
        if mark.start < furthest:
            met |= {n, whose}
        if mark.end > furthest:
            furthest, whose = mark.end, n
    if met:
        receipt.lessen(OVERLAP, len(met))


def lessen_article(article: Article, receipt: Receipt, *, with_meta: bool = False) -> None:
    """Say in the receipt that more is known of an article than `about.all_about`, or `about.about` (`with_meta`)."""
    if not is_whole(article, with_meta=with_meta):
        receipt.lessen(DETAILS)


def _has(mark: Mark, scheme: Scheme) -> list[str]:
    found = []
    if mark.value:
        told = mark.label in scheme and scheme.get(mark.label).value is ValueType.SPEAKER
        found.append(SPEAKERS if told else VALUE)
    if mark.kind:
        found.append(KIND)
    if mark.attrs:
        found.append(ATTRIBUTES)
    if mark.by or mark.status or mark.source or mark.score is not None:
        found.append(PROVENANCE)
    return found
