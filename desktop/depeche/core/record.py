"""One article with its spans, and how it is written as one line of Dépêche's JSONL. Knows JSON, no file, no database.

The line is a superset of what spaCy and Prodigy users know; what it holds beyond the fields named here is kept and
comes back out. Offsets are code points.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from depeche.core.article import Article, DateOrigin, State
from depeche.core.span import Value
from depeche.core.suggestion import Suggestion

STATUSES = ("accepted", "corrected", "added", "suggested", "rejected")
ARTICLE_FIELDS = frozenset(
    "id text title date date_origin source url meta spans state assisted assisted_by annotator annotators".split()
)
SPAN_FIELDS = frozenset("start end label text kind value status by score source version reason was".split())


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry of `spans`: a span a person made or a suggestion, by its `status` (None: the line doesn't say).

    `by` names the annotator, or the source of a suggestion that nobody has judged. `source`, `version`, `score` and
    `reason` are those of the suggestion behind it; `was` holds that suggestion's own fields where a person corrected
    them.
    """

    start: int
    end: int
    label: str
    kind: str | None = None
    value: Value = None
    attrs: Mapping[str, Any] = field(default_factory=dict, hash=False)
    status: str | None = None
    by: str | None = None
    score: float | None = None
    source: str | None = None
    version: str | None = None
    reason: str | None = None
    was: Mapping[str, Any] | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Record:
    """An article with the marks on it, the state of the reading that is furthest and whose that is.

    `states` is the state of each annotator's reading, by name, where there are several. `assisted`: whether that
    reading was made with suggestions in sight, None where there is none or it isn't known. `assisted_by` says it of
    each of several, by name, as far as it is known; empty where it is the same of all.
    """

    article: Article
    marks: tuple[Mark, ...] = ()
    state: State | None = None
    annotator: str | None = None
    states: Mapping[str, State] = field(default_factory=dict, hash=False)
    assisted: bool | None = None
    assisted_by: Mapping[str, bool] = field(default_factory=dict, hash=False)

    def assisted_of(self, annotator: str) -> bool | None:
        """Return whether an annotator's reading was made with suggestions in sight, None where it isn't known."""
        return self.assisted_by.get(annotator) if self.assisted_by else self.assisted


def mark_of(suggestion: Suggestion, status: str = "suggested") -> Mark:
    """Return a suggestion as an entry of `spans`."""
    return Mark(
        suggestion.start,
        suggestion.end,
        suggestion.label,
        suggestion.kind,
        suggestion.value,
        suggestion.attrs,
        status,
        suggestion.source,
        suggestion.score,
        suggestion.source,
        suggestion.version or None,
        suggestion.reason or None,
    )


def to_line(record: Record) -> str:
    """Return the record as one line of JSON without its line end; the same record gives the same bytes."""
    article = record.article
    line: dict[str, Any] = {
        "id": article.name,
        "text": article.text,
        "title": article.title,
        "date": article.date,
        "source": article.source,
        "url": article.url,
        "meta": _sorted(article.meta),
        "spans": [_mark_to_json(mark, article.text) for mark in record.marks],
        "state": (record.state or State.TODO).value,
    }
    if article.date and article.date_origin is not DateOrigin.GIVEN:
        line["date_origin"] = article.date_origin.value
    if record.assisted is not None:
        line["assisted"] = record.assisted
    if record.assisted_by:
        line["assisted_by"] = {name: record.assisted_by[name] for name in sorted(record.assisted_by)}
    if record.annotator:
        line["annotator"] = record.annotator
    if record.states:
        line["annotators"] = {name: record.states[name].value for name in sorted(record.states)}
    line |= {name: _sorted(article.extra[name]) for name in sorted(article.extra)}
    return one_line(line)


def one_line(data: dict[str, Any]) -> str:
    """Return a JSON object as one line, whatever a reader takes for a line end."""
    line = json.dumps(data, ensure_ascii=False, allow_nan=False)
    for end in ("\u0085", "\u2028", "\u2029"):  # Python's `splitlines` cuts there, and so do some editors
        line = line.replace(end, f"\\u{ord(end):04x}")
    return line


def _mark_to_json(mark: Mark, text: str) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "start": mark.start,
        "end": mark.end,
        "label": mark.label,
        "text": text[mark.start : mark.end],
        "value": list(mark.value) if isinstance(mark.value, tuple) else mark.value,
    }
    rest = {
        "kind": mark.kind,
        "status": mark.status,
        "by": mark.by,
        "score": mark.score,
        "source": mark.source,
        "version": mark.version,
        "reason": mark.reason,
    }
    entry |= {name: said for name, said in rest.items() if said is not None}
    entry |= {name: _sorted(mark.attrs[name]) for name in sorted(mark.attrs)}
    if mark.was is not None:
        entry["was"] = _sorted(mark.was)
    return entry


def _sorted(value: Any) -> Any:
    """Return a JSON value with its objects' keys in order, so that what a database gives back is written the same."""
    if isinstance(value, Mapping):
        return {name: _sorted(value[name]) for name in sorted(value)}
    if isinstance(value, list | tuple):
        return [_sorted(one) for one in value]
    return value
