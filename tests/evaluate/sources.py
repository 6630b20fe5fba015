"""What each source contributes: how much of it is right, how much is shown, what nobody else would have found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from depeche.core.suggestion import Suggestion
from tests.evaluate.counting import Document, judged


@dataclass(slots=True)
class Voice:
    """One source's suggestions under one label, as far as the set says whether they are right (borders and kind).

    `shown` are those that were left after merging; `alone` the right ones among these that no other source proposed at
    the same place.
    """

    proposed: int = 0
    right: int = 0
    shown: int = 0
    shown_right: int = 0
    alone: int = 0


def hear(
    voices: dict[tuple[str, str], Voice],
    document: Document,
    answers: Sequence[Suggestion],
    shown: Sequence[Suggestion],
    labels: Sequence[str],
    neutral: Callable[[Document, Suggestion], bool],
) -> None:
    """Add one text to the voices, by label and source. `answers` is what was there before merging."""
    left = {_said(one) for one in shown}
    by_place: dict[tuple[int, int, str], set[str]] = {}
    for one in answers:
        by_place.setdefault((one.start, one.end, one.label), set()).add(one.source)
    for label in labels:
        for source in {one.source for one in answers if one.label == label}:
            voice = voices.setdefault((label, source), Voice())
            mine = [one for one in answers if one.source == source]
            for one, right in judged(document, mine, label, neutral):
                is_shown = _said(one) in left
                voice.proposed += 1
                voice.right += right
                voice.shown += is_shown
                voice.shown_right += is_shown and right
                voice.alone += is_shown and right and len(by_place[one.start, one.end, label]) == 1


def _said(one: Suggestion) -> tuple[int, int, str, str]:
    return one.start, one.end, one.label, one.source
