"""Where a hand goes next: along the words, along the marks, along a border. Knows no widget, no store."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from sys import maxsize

from depeche.core.span import Span
from depeche.core.suggestion import Suggestion

One = Span | Suggestion
Tokens = Sequence[tuple[int, int]]
Place = tuple[int, int]
"""A start, and an end turned negative: reading order, the outer before the inner."""


@dataclass(frozen=True, slots=True)
class Grip:
    """A stretch that the hand has selected, to be labelled; code points, end exclusive.

    `anchor` and `head` are the tokens between which a selection made by keyboard runs, -1 for one made by mouse.
    `loose`: it is only a word that the hand came to; how far the mention reaches is for its label to say.
    """

    start: int
    end: int
    by_character: bool = False
    anchor: int = -1
    head: int = -1
    loose: bool = False


def place_of(one: One | Grip) -> Place:
    """Return where in reading order something stands."""
    return one.start, -one.end


def before(position: int) -> Place:
    """Return a place in front of everything that begins at a character or after it."""
    return position, -maxsize


def beside(ones: Sequence[One], held: str | None, here: Place | None, step: int) -> str:
    """Return the key of the next (`step` 1) or previous (-1) of `ones`, in reading order, going round at the end.

    Next to the one of key `held`, which stands `here`, or where that isn't among them, next to that place.
    """
    at = bisect_left(ones, here, key=place_of) if here else len(ones)
    for n in range(at, len(ones)):
        if place_of(ones[n]) != here:
            break
        if ones[n].key == held:  # two marks may stand at one place
            return ones[(n + step) % len(ones)].key
    if step > 0:
        at = bisect_right(ones, here, key=place_of) if here else 0
        return ones[at % len(ones)].key
    return ones[at - 1].key


def further(ones: Sequence[One], held: str | None, here: Place, step: int) -> str:
    """Return the key of the one that is `step` further on in reading order; the last or first where they end before.

    Counted from the one of key `held`, or where that isn't among them, from the place `here`, of which the one that
    stands there isn't counted.
    """
    at = next((n for n, one in enumerate(ones) if one.key == held), None)
    if at is None:
        at = bisect_right(ones, here, key=place_of) - 1 if step > 0 else bisect_left(ones, here, key=place_of)
    return ones[min(max(at + step, 0), len(ones) - 1)].key


def stepped(grip: Grip | None, here: Place | None, tokens: Tokens, step: int, *, extend: bool) -> Grip:
    """Return the selection after `step` tokens, or with `extend` one whose moving end went on.

    The first step begins where the hand is (`here`): on its first token, or at the beginning of the article.
    """
    if grip is not None and grip.head >= 0:
        head = grip.head + step
        anchor = grip.anchor if extend else head
    else:
        anchor = head = bisect_left(tokens, here[0], key=lambda token: token[0]) if here else 0
        if extend:
            head += step
    head, anchor = (min(max(n, 0), len(tokens) - 1) for n in (head, anchor))
    first, last = min(anchor, head), max(anchor, head)
    return Grip(tokens[first][0], tokens[last][1], False, anchor, head, loose=not extend)


def upcoming(places: Sequence[tuple[int, int]], here: Place | None, step: int) -> tuple[int, int] | None:
    """Return the stretch after (`step` 1) or before (-1) the hand, going round at the end; None where there is none."""
    if not places:
        return None
    keys = [(start, -end) for start, end in places]
    at = (bisect_right(keys, here) if here else 0) if step > 0 else (bisect_left(keys, here) if here else len(keys)) - 1
    return places[at % len(places)]


def moved(one: One, tokens: Tokens, edge: str, step: int) -> tuple[int, int]:
    """Return the borders of a mark with its `start` or `end` moved by `step` tokens, inside the article."""
    if edge == "start":
        starts = [token[0] for token in tokens]
        at = bisect_left(starts, one.start) if step < 0 else bisect_right(starts, one.start) - 1
        return starts[min(max(at + step, 0), len(starts) - 1)], one.end
    ends = [token[1] for token in tokens]
    at = bisect_left(ends, one.end) if step < 0 else bisect_right(ends, one.end) - 1
    return one.start, ends[min(max(at + step, 0), len(ends) - 1)]


def choices(one: One) -> list[tuple[str, str]]:
    """Return the values a mark may have instead, with a word on why: readings of a date, speakers of a quote."""
    found = [(reading, "") for reading in one.attrs.get("readings", ()) if isinstance(reading, str)]
    for speaker in one.attrs.get("speakers", ()):
        if isinstance(speaker, dict) and isinstance(speaker.get("name"), str):
            found.append((speaker["name"], str(speaker.get("reason", ""))))
    return found[:9]
