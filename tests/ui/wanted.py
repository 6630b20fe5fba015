"""What the labels of an article want of whoever marks it, and the keys that it took, counted by kind of act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from depeche.annotate.everywhere import Hit
from depeche.annotate.hand import One
from depeche.core.memory import form_of
from depeche.core.span import Span, Value, overlap
from depeche.ui.values import typed_form


@dataclass(frozen=True)
class Wanted:
    """A span as the labels have it. `starts`, `ends` and `kinds` are right as well; `valued`: the set gives values."""

    start: int
    end: int
    label: str
    kind: str | None = None
    value: Value = None
    valued: bool = True
    starts: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()

    def placed(self, start: int, end: int, label: str) -> bool:
        """Tell whether these are its borders and label."""
        return label == self.label and start in {self.start, *self.starts} and end in {self.end, *self.ends}

    def is_kind(self, one: One) -> bool:
        return self.is_of(one.kind)

    def is_of(self, kind: str | None) -> bool:
        return self.kind is None or kind == self.kind or kind in self.kinds

    def is_value(self, one: One) -> bool:
        """Compare values; which apostrophe a name is written with makes no other name."""
        return not self.valued or form_of(typed_form(one.value)) == form_of(typed_form(self.value))

    def is_met(self, one: One) -> bool:
        return self.placed(one.start, one.end, one.label) and self.is_kind(one) and self.is_value(one)


@dataclass
class Tally:
    """Keys by kind of act, and how often each act was done."""

    keys: Counter[str] = field(default_factory=Counter)
    times: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        self.keys += other.keys
        self.times += other.times


Neutral = Callable[[One], bool]
IsMeant = Callable[[Hit, str], bool]
"""Whether a place found in any article is to be marked under a label."""


def paired(marks: Iterable[One], wanted: Sequence[Wanted]) -> dict[str, Wanted]:
    """Return which mark is to become which wanted span: where label and borders fit, then where they overlap."""
    pairs: dict[str, Wanted] = {}
    taken: set[int] = set()

    def rank(mark: One, one: Wanted) -> tuple[bool, bool, int]:
        shared = 2 * overlap(mark, one) - (mark.end - mark.start) - (one.end - one.start)  # type: ignore[arg-type]
        return one.placed(mark.start, mark.end, mark.label), isinstance(mark, Span), shared

    def may(mark: One, one: Wanted) -> bool:
        same = mark.label == one.label or (mark.start, mark.end) == (one.start, one.end)
        return same and overlap(mark, one) > 0  # type: ignore[arg-type]

    found = [(rank(mark, one), mark.key, one) for mark in marks for one in wanted if may(mark, one)]
    for _, key, one in sorted(found, key=lambda each: (each[0], each[1]), reverse=True):
        if key not in pairs and id(one) not in taken:
            pairs[key] = one
            taken.add(id(one))
    return pairs
