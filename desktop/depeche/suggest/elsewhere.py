"""A sentence that somebody annotated elsewhere arrives with that annotation, and says whose it is.

Asked for anew each time and never kept, so that an undo there takes it back here.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from depeche.core.article import Article, State
from depeche.core.scheme import Scheme, ValueType
from depeche.core.sentences import Mapping as Places
from depeche.core.sentences import Run, runs
from depeche.core.span import Span, Value, reading_order
from depeche.core.suggestion import Suggestion
from depeche.messages import tr
from depeche.store.told import Told
from depeche.suggest.ground import Ground

Ask = Callable[[Article], Sequence[Told]]
"""Returns what was made of the other articles that have a sentence of one, the finished ones first."""

Valuer = Callable[[Article, Span], Span]
"""Gives a span the value that its words say where they stand."""

SURE = 0.99
"""The score of what every reading of the sentence has: of 645 marks in sentences that WiNER-fr has twice, 642 agree."""

_HALF = 0.5
_UNFINISHED = 0.9
"""What a span is worth that stands in an article nobody has finished yet."""

_Place = tuple[int, int, str]


@dataclass
class _Votes:
    """What the readings of a sentence say of one place: who marked it and as what, how much weighs for and against."""

    spans: list[tuple[Told, Span]] = field(default_factory=list)
    yes: float = 0.0


class Elsewhere:
    """Proposes what people marked in the same sentences of other articles, and refuses what they refused there."""

    name = "elsewhere"
    version = "1"

    def __init__(self, ask: Ask, scheme: Scheme, valuer: Valuer) -> None:
        self._ask = ask
        self._scheme = scheme
        self._valuer = valuer
        self._last: tuple[object, list[Suggestion], frozenset[_Place]] = (None, [], frozenset())

    def propose(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what is marked in the same sentences elsewhere; `found` isn't needed."""
        return list(self._look(article)[0])

    def settle(self, article: Article, found: Sequence[Suggestion]) -> list[Suggestion]:
        """Return what was found less what people have settled in the same sentences.

        Where one of theirs stands, no other source proposes anything that it would have to give way to or that has its
        label; and what was rejected, borders and label, where nobody marked it, isn't proposed.
        """
        mine, refused = self._look(article)
        if not mine and not refused:
            return list(found)
        grounds: dict[str, Ground] = {}
        for one in mine:
            ground = grounds.setdefault(self._layer(one.label), Ground(len(article.text)))
            if ground.is_free(one):
                ground.take(one)
        return [
            one
            for one in found
            if one.source == self.name
            or (
                (one.start, one.end, one.label) not in refused
                and (self._layer(one.label) not in grounds or grounds[self._layer(one.label)].is_free(one))
            )
        ]

    def _layer(self, label: str) -> str:
        """Return what labels that may not overlap have in common."""
        return label if self._scheme.nests(label) else ""

    def fingerprint(self, article: Article) -> str:
        """Return a hash of what is known of an article's sentences from elsewhere, empty where nothing is."""
        self._last = (None, [], frozenset())
        proposed, refused = self._look(article)
        if not proposed and not refused:
            return ""
        said = "\n".join([*(repr(_said(one)) for one in proposed), *map(repr, sorted(refused))])
        return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()

    def _look(self, article: Article) -> tuple[list[Suggestion], frozenset[_Place]]:
        of = (article.key, article.number, article.date, article.text_hash)
        if self._last[0] != of:
            self._last = (of, *self._read(article))
        return self._last[1], self._last[2]

    def _read(self, article: Article) -> tuple[list[Suggestion], frozenset[_Place]]:
        votes: defaultdict[_Place, _Votes] = defaultdict(_Votes)
        heard: list[tuple[int, int, float]] = []
        refused: set[_Place] = set()
        for told in self._ask(article):
            done = told.state is State.DONE
            for run in runs(article.text, told.article.text):
                back = Run(run.other_start, run.other_end, run.start, run.end)
                places = Places(told.article.text, article.text, back)
                if done:
                    heard.append((run.start, run.end, 1.0))
                for span in told.spans:
                    place = places.take(span.start, span.end)
                    if place is not None and span.label in self._scheme:
                        votes[*place, span.label].spans.append((told, span))
                        votes[*place, span.label].yes += 1.0 if done else _UNFINISHED
                for start, end, label in told.refused:
                    place = places.take(start, end)
                    if place is not None:
                        refused.add((*place, label))
        proposed = [
            one
            for place, said in votes.items()
            for one in [self._suggestion(article, place, said, heard)]
            if one is not None
        ]
        return reading_order(proposed), frozenset(refused - votes.keys())

    def _suggestion(
        self, article: Article, place: _Place, votes: _Votes, heard: Sequence[tuple[int, int, float]]
    ) -> Suggestion | None:
        start, end, label = place
        finished = sum(1 for told, _ in votes.spans if told.state is State.DONE)
        silent = sum(weight for first, last, weight in heard if first <= start and end <= last) - finished
        share = votes.yes / (len(votes.spans) + max(0.0, silent))
        if share <= _HALF:
            return None
        told, span = _most_said(votes.spans)
        value, attrs = self._valued(article, told.article, span, start, end)
        reason = _reason(told, len({one.article.key for one, _ in votes.spans}) - 1)
        score = round(SURE * share, 3)
        return Suggestion(start, end, label, span.kind, value, attrs, self.name, self.version, score, reason)

    def _valued(
        self, article: Article, other: Article, span: Span, start: int, end: int
    ) -> tuple[Value, Mapping[str, Any]]:
        """Return value and attributes of a span as they are in another article.

        A date counts from the day of publication: what the words say is read anew there; what a person made of them is
        taken over only if the words mean the same on either day.
        """
        if self._scheme.get(span.label).value is not ValueType.DATE or (article.date and article.date == other.date):
            return span.value, span.attrs
        bare = replace(span, value=None, attrs=_carried(span.attrs))
        here = self._valuer(article, replace(bare, start=start, end=end))
        there = self._valuer(other, bare)
        if span.value == there.value or span.value == here.value:
            return here.value, here.attrs
        return (span.value if here.value == there.value and here.value is not None else None), bare.attrs


def _carried(attrs: Mapping[str, Any]) -> dict[str, Any]:
    return {name: said for name, said in attrs.items() if name != "readings"}


def _most_said(said: Sequence[tuple[Told, Span]]) -> tuple[Told, Span]:
    """Return what most readings say; of equals the first, and those are the finished ones."""
    times = Counter((span.kind, span.value) for _, span in said)
    return max(said, key=lambda one: times[one[1].kind, one[1].value])


def _reason(told: Told, others: int) -> str:
    title = told.article.title.strip() or told.article.name
    title = title if len(title) <= 60 else f"{title[:59].rstrip()}…"
    if told.article.date:
        said = tr("même phrase, annotée dans « {title} » ({date}) par {who}", title=title, date=told.article.date,
                  who=told.annotator)  # fmt: skip
    else:
        said = tr("même phrase, annotée dans « {title} » par {who}", title=title, who=told.annotator)
    more = tr("et dans %n autre article|et dans %n autres articles", n=others)
    return f"{said} {more}" if others > 0 else said


def _said(one: Suggestion) -> tuple[object, ...]:
    return one.start, one.end, one.label, one.kind, one.value, sorted(one.attrs.items(), key=str), one.score, one.reason
