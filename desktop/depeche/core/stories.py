"""Which articles tell one story. Knows texts, days and, where they are given, actors; no project.

A story is made as news comes in (single-pass clustering with incremental tf-idf: Allan, Papka, Lavrenko 1998, « On-line
new event detection and tracking »): an article is compared with those before it and joins the story of the one that is
most like it, or begins a story of its own, which then goes by that first article. What comes later changes no earlier
decision, so stories keep their name and only grow, or grow together where an article belongs to two of them.

Some days apart, words in common are enough. Some weeks apart it takes names that few articles have: who goes on about
the same rare names goes on about the same matter. Actors that somebody annotated count for more than capitals.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date as calendar
from enum import Enum

from depeche.core.copies import Copies
from depeche.core.likeness import Sketch, sketch
from depeche.core.teller import MONTH, NO_DAY, Rule, Teller, is_near
from depeche.core.traits import NOTHING, Traits, traits
from depeche.core.waiting import room_needed

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Strength(Enum):
    """What makes a group: shared copy; one story, with the copies of `MONTH` days; or either, as a split needs it."""

    COPIES = "copies"
    STORIES = "stories"
    EITHER = "either"


Item = tuple[str, str, str | None]
"""An article: a key of its own, its text with its title, the day it was published (ISO) where that is known."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that belong together, in the order given. `name` is the key of the first: it stays when others come.

    `rules` are those that brought one of them at least to the others.
    """

    name: str
    keys: tuple[str, ...]
    rules: tuple[Rule, ...] = ()


def groups(
    items: Iterable[Item], strength: Strength = Strength.COPIES, *, actors: Mapping[str, Collection[str]] | None = None
) -> list[Group]:
    """Return the groups of articles, in the order of their first; an article alone is a group of one.

    Articles are taken in the order given: with more of them behind, no group loses one. `actors` are names that are
    known to be actors, by the article's key; without, words with a capital count. Deterministic. Takes time linear in
    the words; for many articles keep their `sketch` and `traits` and use `grouped`.
    """
    named = actors or {}
    known = [(key, sketch(text), traits(text, named.get(key, ())), date) for key, text, date in items]
    return grouped(known, strength)


@room_needed()
def grouped(known: Iterable[tuple[str, Sketch, Traits | None, str | None]], strength: Strength) -> list[Group]:
    """Return the groups of articles of which key, sketch, traits and day are known. Copies need no traits.

    What they are known by waits on the disk: raises NoRoomError where it can't.
    """
    keys: list[str] = []
    days = array("i")
    told: list[tuple[Rule, int, int]] = []
    copies = Copies()
    teller = Teller(goes_far=strength is Strength.STORIES)
    for number, (key, drawn, known_by, date) in enumerate(known):
        keys.append(key)
        days.append(_day(date))
        copies.add(drawn)
        if strength is not Strength.COPIES:
            told += [(rule, number, other) for rule, other in teller.add(known_by or NOTHING, days[-1])]

    def may(one: int, other: int) -> bool:
        return strength is not Strength.STORIES or is_near(days[one], days[other], MONTH)

    roots = copies.roots(may)
    by = [(Rule.COPY, number) for number in range(len(keys)) if roots.root(number) != number]
    for rule, number, other in told:
        if roots.root(number) != roots.root(other):
            roots.join(number, other)
            by.append((rule, number))
    members: dict[int, list[str]] = {}
    for number, key in enumerate(keys):
        members.setdefault(roots.root(number), []).append(key)
    rules: dict[int, set[Rule]] = {}
    for rule, number in by:
        rules.setdefault(roots.root(number), set()).add(rule)
    return [
        Group(same[0], tuple(same), tuple(rule for rule in Rule if rule in rules.get(root, ())))
        for root, same in members.items()
    ]


def _day(date: str | None) -> int:
    """Return the number of a day, `NO_DAY` where none is known."""
    try:
        return calendar.fromisoformat(date).toordinal() if date and _DAY.fullmatch(date) else NO_DAY
    except ValueError:  # a 31st of June
        return NO_DAY
