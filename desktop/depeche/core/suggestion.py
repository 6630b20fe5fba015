"""What a suggestion is, and what an annotator said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from depeche.core.span import Span, Value

JUDGED_ELSEWHERE = "import"
"""The source of what came in with a verdict and without a source: nothing here proposed it, so it counts for none."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A span that a source proposes; `start` and `end` are code points, end exclusive.

    `score` lies between 0 and 1 and is the source's own estimate that the span is right as it stands, None where
    it gives none. `reason` is one short French phrase that a person can read (« date relative, résolue sur le 13
    juillet 2025 »). `source` and `version` name who proposed it. The other fields are those of `Span`.
    """

    start: int
    end: int
    label: str
    kind: str | None = None
    value: Value = None
    attrs: Mapping[str, Any] = field(default_factory=dict, hash=False)
    source: str = ""
    version: str = ""
    score: float | None = 0.0
    reason: str = ""
    key: str = ""

    def to_span(self, key: str) -> Span:
        """Return this suggestion as the span it becomes when accepted as it is."""
        return Span(self.start, self.end, self.label, self.kind, self.value, self.attrs, key, self.key)


class Outcome(StrEnum):
    """What became of a suggestion in one annotator's reading."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one annotator said of one suggestion. `span` is the key of the span made from it, None when rejected.

    `moved`, `relabelled` and `revalued` say what was corrected: the borders; the label or kind; the value or another
    attribute.
    """

    suggestion: str
    outcome: Outcome
    span: str | None = None
    moved: bool = False
    relabelled: bool = False
    revalued: bool = False


def judge(suggestion: Suggestion, span: Span, read: Span | None = None) -> Verdict:
    """Return the verdict that `span`, made from `suggestion`, amounts to.

    `read` is the suggestion at the span's place and label with the kind and value that its words say there: what
    follows from a border by itself isn't a value that a person corrected.
    """
    basis = read or suggestion
    moved = (span.start, span.end) != (suggestion.start, suggestion.end)
    relabelled = span.label != suggestion.label or span.kind != basis.kind
    revalued = span.value != basis.value or dict(span.attrs) != dict(basis.attrs)
    changed = moved or relabelled or revalued
    outcome = Outcome.CORRECTED if changed else Outcome.ACCEPTED
    return Verdict(suggestion.key, outcome, span.key, moved, relabelled, revalued)
