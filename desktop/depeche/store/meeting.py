"""Spans that meet when labels become one: which say the same twice, and which cross though they may not. No SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from depeche.core.scheme_diff import Renames


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether spans of a label (its name of before) may overlap others: as it was, and as it is to be."""

    was: Callable[[str], bool]
    will_be: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Crossing:
    """A span (key) that would have to go, in whose reading, where it is, and where the one is that would stay."""

    gone: str
    reading: str
    where: tuple[int, int]
    other: tuple[int, int]


@dataclass
class Meeting:
    """The keys of spans that double another, and the spans that cross one."""

    doubled: list[str] = field(default_factory=list)
    crossings: list[Crossing] = field(default_factory=list)


def meet(rows: Iterable[Any], joins: Renames, rule: Rule, found: Meeting) -> None:
    """Add what meets among the spans of one reading: rows with its key, reading, borders, label, value, suggestion."""
    places: defaultdict[tuple[int, int, str], list[Any]] = defaultdict(list)
    for row in rows:
        places[row.start, row.end, joins.label(row.label)].append(row)
    left = []
    for same in places.values():
        if len(same) == 1 or not any(row.label in joins.merges for row in same):
            left += same
            continue
        stays = min(same, key=lambda one: (*_lack(one), one.label in joins.merges, one.key))
        left.append(stays)
        found.doubled += [row.key for row in same if row is not stays]
    _cross(left, joins, rule, found)


def _cross(rows: Iterable[Any], joins: Renames, rule: Rule, found: Meeting) -> None:
    met: defaultdict[str, list[Any]] = defaultdict(list)
    involved: dict[str, Any] = {}
    open_ones: list[Any] = []
    flat = (row for row in rows if not rule.will_be(row.label))
    for row in sorted(flat, key=lambda row: (row.start, row.end, row.key)):
        open_ones = [other for other in open_ones if other.end > row.start]
        for other in open_ones:
            joined = row.label in joins.merges or other.label in joins.merges
            if joined and (rule.was(row.label) or rule.was(other.label)):  # else they crossed before
                met[row.key].append(other)
                met[other.key].append(row)
                involved |= {row.key: row, other.key: other}
        open_ones.append(row)
    kept: set[str] = set()
    for row in sorted(involved.values(), key=lambda one: (one.start - one.end, one.label in joins.merges, one.start)):
        stays = next((other for other in met[row.key] if other.key in kept), None)
        if stays is None:
            kept.add(row.key)
        else:
            place = Crossing(row.key, row.reading, (row.start, row.end), (stays.start, stays.end))
            found.crossings.append(place)


def _lack(row: Any) -> tuple[bool, bool]:
    """Tell what a span lacks that it would be kept for: a value, a suggestion that it was made from."""
    return row.value is None, row.suggestion is None
