"""What a new span does to those around it: which one it means to correct, and which give way. Pure values, no store."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, TypeVar

from depeche.core.change import Item
from depeche.core.ids import new_key
from depeche.core.scheme import Scheme
from depeche.core.span import Span, overlap
from depeche.core.suggestion import Outcome, Suggestion, Verdict, judge

Nests = Callable[[str], bool]
"""Whether spans of a label may overlap others."""

One = TypeVar("One", Span, Suggestion)


def same_place(a: Span | Suggestion, b: Span | Suggestion) -> bool:
    """Tell whether two spans have the same borders."""
    return (a.start, a.end) == (b.start, b.end)


def same_mark(a: Span | Suggestion, b: Span | Suggestion) -> bool:
    """Tell whether two spans have the same borders and label."""
    return same_place(a, b) and a.label == b.label


def as_span(one: Span | Suggestion) -> Span:
    """Return a span as it is, a suggestion as the span it would be, with a new key."""
    return one if isinstance(one, Span) else one.to_span(new_key())


def relabelled(one: Span, label: str, scheme: Scheme) -> dict[str, Any]:
    """Return what of a span changes with its label: the value goes, and a kind that the other doesn't have."""
    if label == one.label:
        return {}
    kinds = {kind.kind for kind in scheme.get(label).kinds}
    return {"label": label, "kind": one.kind if one.kind in kinds else None, "value": None, "attrs": {}}


def put_at(guess: Suggestion, made: Span, scheme: Scheme) -> Span:
    """Return the span that a suggestion would be at the place and under the label of the one made from it."""
    there = guess.to_span(made.key)
    return replace(there, start=made.start, end=made.end, **relabelled(there, made.label, scheme))


def meant(drawn: Span, among: Iterable[One], nests: Nests) -> One | None:
    """Return what a drawn span means to correct, None for a new one.

    That is one with the same borders; else, of the same label, the one that shares most. A band inside a band may be
    meant, so of a label that nests only one that starts or ends with it.
    """
    touched = [one for one in among if overlap(one, drawn)]
    for one in touched:
        if same_place(one, drawn):
            return one
    alike = [one for one in touched if one.label == drawn.label]
    if nests(drawn.label):
        return next((one for one in alike if one.start == drawn.start or one.end == drawn.end), None)
    return max(alike, key=lambda one: overlap(one, drawn), default=None)


def corrected_by(
    drawn: Span, spans: Iterable[Span], pending: Collection[Suggestion], said_no: Iterable[Suggestion], nests: Nests
) -> Span | Suggestion | None:
    """Return which own span, waiting suggestion or rejected one a drawn span corrects, None where it is a new find.

    A waiting suggestion of just that comes first. One that was rejected counts only if just that is drawn: a change of
    mind.
    """
    waiting = next((one for one in pending if same_mark(one, drawn)), None)
    again = (one for one in said_no if same_mark(one, drawn))
    return waiting or meant(drawn, spans, nests) or meant(drawn, pending, nests) or next(again, None)


def can_stay(ones: Iterable[Suggestion], spans: Collection[Span], nests: Nests) -> list[Suggestion]:
    """Return the suggestions that can stand beside the annotator's own spans, in the order given.

    One that has the place of a span can't, nor one of a flat label where a flat span overlaps it.
    """
    places = {(span.start, span.end) for span in spans}
    flat = sorted((span.start, span.end) for span in spans if not nests(span.label))
    nested: dict[str, bool] = {}
    # The furthest end so far: a span that begins before a place overlaps it if one of those reaches into it.
    reach = list(accumulate((end for _, end in flat), max))

    def stands(one: Suggestion) -> bool:
        if (one.start, one.end) in places:
            return False
        if one.label not in nested:  # asked once a label: an article may have thousands of suggestions
            nested[one.label] = nests(one.label)
        before = bisect_left(flat, (one.end,))
        return nested[one.label] or before == 0 or reach[before - 1] <= one.start

    return [one for one in ones if stands(one)]


def make_room(
    made: Span,
    spans: Iterable[Span],
    pending: Iterable[Suggestion],
    verdicts: Mapping[str, Verdict],
    nests: Nests,
    but: Collection[str],
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return what goes and what comes so that `made` overlaps nothing it may not, leaving the keys in `but` alone.

    Spans that can't stay go, and what they came from counts as rejected, as do pending suggestions in the way.
    """
    if nests(made.label):
        return (), ()
    before: list[Item] = []
    after: list[Item] = []
    for span in spans:
        if span.start < made.end and made.start < span.end and span.key not in but and not nests(span.label):
            before.append(span)
            verdict = verdicts.get(span.suggestion or "")
            if verdict is not None:
                before.append(verdict)
                after.append(Verdict(verdict.suggestion, Outcome.REJECTED))
    for one in pending:
        if one.start < made.end and made.start < one.end and one.key not in but and not nests(one.label):
            after.append(Verdict(one.key, Outcome.REJECTED))
    return tuple(before), tuple(after)


def accepted(ones: Iterable[Suggestion], waiting: Sequence[Suggestion], nests: Nests) -> tuple[tuple[Item, ...], int]:
    """Return what comes when these suggestions are accepted one after the other, and how many of them can be.

    `waiting` is what can stay beside the spans there are. As with `can_stay` and `make_room`: one accepted takes those
    in its place out of the running, and of a flat label rejects the flat ones that it overlaps.
    """
    flat = sorted((one for one in waiting if not nests(one.label)), key=lambda one: (one.start, one.end))
    starts = [one.start for one in flat]
    reach = list(accumulate((one.end for one in flat), max))
    free = {one.key: one for one in waiting}
    places: dict[tuple[int, int], list[str]] = {}
    for one in waiting:
        places.setdefault((one.start, one.end), []).append(one.key)
    items: list[Item] = []
    times = 0
    for one in ones:
        if free.pop(one.key, None) is None:
            continue
        made = one.to_span(new_key())
        items += (made, judge(one, made))
        times += 1
        if not nests(one.label):
            at = bisect_left(starts, one.end) - 1
            while at >= 0 and reach[at] > one.start:
                if flat[at].end > one.start and free.pop(flat[at].key, None) is not None:
                    items.append(Verdict(flat[at].key, Outcome.REJECTED))
                at -= 1
        for key in places[one.start, one.end]:
            free.pop(key, None)
    return tuple(items), times
