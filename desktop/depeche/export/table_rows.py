"""The rows of tables that people and programs open: an article a row, and a span a row with what surrounds it."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from depeche.core.licence import licence_of
from depeche.core.record import Mark, Record
from depeche.core.sentences import Sentence, sentences
from depeche.core.worth import BETWEEN
from depeche.export.lessening import VALUE
from depeche.export.receipt import Receipt

Cell = str | int | float | None

LONGEST = 32_767
"""UTF-16 units of a cell that Excel keeps. Source: Excel specifications and limits."""
CONTEXT = 1_000
"""Characters of a sentence that are shown at most on each side of a span; what is left out is told by `…`."""


def article_row(record: Record) -> list[Cell]:
    """Return the article's row, in the order of `core.own_tables.ARTICLES`."""
    article = record.article
    return [
        article.name,
        article.title,
        article.date,
        article.date_origin.value if article.date else None,
        article.source,
        article.url,
        licence_of(article),
        record.state.value if record.state else None,
        record.annotator,
        as_json({name: state.value for name, state in record.states.items()}),
        None if record.assisted is None else str(record.assisted).lower(),
        len(record.marks),
        as_json(article.meta),
        as_json(article.extra),
        article.text,
    ]


def span_rows(record: Record, receipt: Receipt) -> Iterator[list[Cell]]:
    """Yield a row for each mark, in the order of `SPANS`; several names are joined, counted where that is unclear."""
    article = record.article
    head = [article.name, article.title, article.date, article.source, article.url, licence_of(article)]
    found = sentences(article.text)
    starts, ends = [one.start for one in found], [one.end for one in found]
    for mark in record.marks:
        if is_unclear(mark):
            receipt.lessen(VALUE)
        yield [
            *head,
            mark.start,
            mark.end,
            mark.label,
            mark.kind,
            joined(mark),
            article.text[mark.start : mark.end],
            mark.status,
            mark.by,
            mark.score,
            mark.source,
            mark.version,
            mark.reason,
            as_json(mark.was) if mark.was is not None else None,
            as_json(mark.attrs),
            _around(mark, article.text, found, starts, ends),
        ]


def joined(mark: Mark) -> str | None:
    """Return a mark's value as one text, several names with ` | ` between them."""
    return BETWEEN.join(mark.value) if isinstance(mark.value, tuple) else mark.value


def is_unclear(mark: Mark) -> bool:
    """Tell whether what stands between names stands in one, too: `joined` doesn't tell them apart then."""
    names = mark.value if isinstance(mark.value, tuple) else (mark.value or "",)
    return any(BETWEEN in name for name in names)


def _around(mark: Mark, text: str, found: Sequence[Sentence], starts: Sequence[int], ends: Sequence[int]) -> str:
    """Return the sentence that a mark stands in, or those that it touches."""
    first, last = bisect_right(ends, mark.start), bisect_left(starts, mark.end) - 1
    start = min(mark.start, found[first].start) if first < len(found) else mark.start
    end = max(mark.end, found[last].end) if last >= 0 else mark.end
    left, right = max(start, mark.start - CONTEXT), min(end, mark.end + CONTEXT)
    return "…" * (left > start) + text[left:right] + "…" * (right < end)


def as_json(said: Mapping[str, Any]) -> str | None:
    """Return an object as one line of JSON, None for an empty one."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, allow_nan=False) if said else None
