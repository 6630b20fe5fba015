"""Where the small names go: below what they name, and never over one another. Knows numbers, not widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that wants a place: the box it belongs to (`left` to `right`), its natural width and whose it is."""

    left: float
    right: float
    width: float
    owner: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name goes; `width` may be less than it wants, then it is elided."""

    left: float
    width: float
    owner: int


def place_names(wanted: Sequence[Wanted], edge: float, gap: float, least: float) -> list[Place]:
    """Return a place for each name that has room on a line that ends at `edge`.

    Names keep `gap` between them; one that would get less than `least` is left out, since two letters say nothing. A
    name begins where its box begins, or after its left neighbour, as long as that is still below its box.
    """
    places: list[Place] = []
    ordered = sorted(wanted, key=lambda want: (want.left, want.right))
    free = float("-inf")
    for index, want in enumerate(ordered):
        left = max(want.left, free)
        if left > want.left and left >= want.right:
            continue
        room = edge - left
        for later in ordered[index + 1 :]:
            if later.left - gap - left >= min(least, want.width):
                room = min(room, later.left - gap - left)
                break
        width = min(want.width, room)
        if width >= min(least, want.width):
            places.append(Place(left, width, want.owner))
            free = left + width + gap
    return places


def place_in_gap(want: Wanted, taken: Sequence[Place], gap: float) -> Place | None:
    """Return a place below the box of `want` that no name in `taken` touches, the leftmost that fits, or None."""
    left = want.left
    for place in sorted(taken, key=lambda place: place.left):
        if left + want.width + gap <= place.left:
            break
        left = max(left, place.left + place.width + gap)
    return Place(left, want.width, want.owner) if left + want.width <= want.right else None
