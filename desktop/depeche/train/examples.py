"""What a project has to teach: its finished articles with the spans that a person left in them.

Of several finished readings of one article the project's own annotator's is taken, else the one with most spans, else
the first by name: one article is one example. Articles that nobody finished teach nothing. A finished one without spans
says that nothing in it is one, and stays. What lies in boilerplate is left out on both sides, as nothing is suggested
there; a span that cuts a word can't be told apart from its neighbour and is named.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from depeche import nlp
from depeche.core.article import Article, State
from depeche.core.progress import Progress, Report, silent
from depeche.core.scheme import Scheme
from depeche.core.span import Span, Stretch, overlap
from depeche.store import articles, finished, spans
from depeche.store.project import Project
from depeche.store.spans import Reading

Masked = Callable[[Article], Sequence[Stretch]]
"""What of an article isn't its text."""


@dataclass(frozen=True, slots=True)
class Example:
    """A finished article with what it teaches: `spans` in reading order, of labels that may overlap too."""

    article: Article
    spans: tuple[Span, ...]

    @property
    def digest(self) -> str:
        """A hash of text and spans: the same for the same lesson."""
        said = [(one.start, one.end, one.label, one.kind, one.value) for one in self.spans]
        return digest_of([self.article.text_hash, self.article.date, said])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A span that isn't learned from: of which article, where, and why (`cuts_token` or `boilerplate`)."""

    article: str
    start: int
    end: int
    label: str
    why: str


@dataclass
class Examples:
    """All examples of a project in order of import, and what was left out.

    `unfinished` counts articles, `negatives` finished ones without any span.
    """

    ones: list[Example] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unfinished: int = 0
    negatives: int = 0

    @property
    def digest(self) -> str:
        """A hash of all: the same data has the same."""
        return digest_of([one.digest for one in self.ones])


def digest_of(said: list[Any]) -> str:
    """Return the SHA-256 of data that JSON can write."""
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


def flat_labels(scheme: Scheme) -> tuple[str, ...]:
    """Return the labels that one network can learn together: those that never overlap."""
    return tuple(label.label for label in scheme.active if not label.nests)


def read(project: Project, masked: Masked, report: Report = silent) -> Examples:
    """Return the examples of a project. `Cancelled` out of `report` ends it."""
    found = Examples()
    known = {label.label for label in project.scheme.active}
    with project.read() as db:
        keys = finished.keys(db)
        found.unfinished = articles.count(db) - len(keys)
        own = spans.annotator_name(db, project.annotator)
    for n, key in enumerate(keys):
        report(Progress(n, len(keys)))
        with project.read() as db:
            article = articles.get(db, key)
            done = [one for one in spans.readings_of(db, key) if one.state is State.DONE]
        kept, out = _fitting(article, [one for one in _chosen(done, own).spans if one.label in known], masked(article))
        found.left_out += out
        found.negatives += not kept
        found.ones.append(Example(article, tuple(kept)))
    return found


def _chosen(done: Sequence[Reading], own: str) -> Reading:
    return min(done, key=lambda one: (one.annotator != own, -len(one.spans), one.annotator))


def _fitting(
    article: Article, spans: Sequence[Span], boilerplate: Sequence[Stretch]
) -> tuple[list[Span], list[LeftOut]]:
    borders = nlp.tokens(article.text) if spans else []
    starts, ends = [start for start, _ in borders], [end for _, end in borders]
    kept: list[Span] = []
    out: list[LeftOut] = []
    for one in spans:
        if any(overlap(one, other) for other in boilerplate):
            out.append(LeftOut(article.key, one.start, one.end, one.label, "boilerplate"))
        elif not (_is_one_of(one.start, starts) and _is_one_of(one.end, ends)):
            out.append(LeftOut(article.key, one.start, one.end, one.label, "cuts_token"))
        else:
            kept.append(one)
    return kept, out


def _is_one_of(at: int, borders: Sequence[int]) -> bool:
    place = bisect_left(borders, at)
    return place < len(borders) and borders[place] == at
