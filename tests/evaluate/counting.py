"""Counting suggestions against gold spans: exact, overlapping, and what the exact ones say. Knows no data set.

Every leniency that a set's guideline calls for is written into its gold spans, so that the counting itself has none:
`starts` and `ends` are the borders that count as exact, `ignored` stretches are neither right nor wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from depeche.core.agreement import Counts
from depeche.core.span import Stretch, overlap
from depeche.core.suggestion import Suggestion

Same = Callable[[str, str], bool]
"""Tells whether a suggested value (first) means the same as a gold one (second)."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold span. `starts` and `ends` are further borders that count as exact, `kinds` further kinds that are right.

    `values` are the values that are right: empty where the set gives none, `None` among them where none is right.
    `speakers` are those who said a quote with one voice; empty where the text or the set doesn't say. `excused` are
    labels: the span isn't missed where a suggestion of one of them overlaps it.
    """

    start: int
    end: int
    label: str
    kind: str | None = None
    values: tuple[str | None, ...] = ()
    unit: str | None = None
    speakers: tuple[str, ...] = ()
    starts: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()
    excused: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def takes(self, start: int, end: int) -> bool:
        """Tell whether these borders are exact."""
        return (start == self.start or start in self.starts) and (end == self.end or end in self.ends)


@dataclass(frozen=True, slots=True)
class Ignored:
    """A stretch of which the set says neither yes nor no: suggestions that overlap it don't count.

    With `labels` only suggestions of these labels.
    """

    start: int
    end: int
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """One labelled text. `pairs` are two gold spans that one suggestion from the first to the second stands for."""

    name: str
    text: str
    date: str | None
    gold: tuple[Gold, ...]
    ignored: tuple[Ignored, ...] = ()
    pairs: tuple[tuple[Gold, Gold], ...] = ()


@dataclass(frozen=True, slots=True)
class Sameness:
    """How the values of a set are compared: a function by label, names by default; and names of speakers."""

    value: dict[str, Same]
    name: Same


@dataclass(slots=True)
class Tally(Counts):
    """Counts for one label. Of the pairs that end in `_of` and `_right`, the first is how many could be judged."""

    value_of: int = 0
    value_right: int = 0
    kind_of: int = 0
    kind_right: int = 0
    unit_of: int = 0
    unit_right: int = 0
    speaker_of: int = 0
    speaker_first: int = 0
    speaker_in_three: int = 0


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that went wrong: `what` is missed, wrong, value, kind, unit or speaker."""

    what: str
    name: str
    label: str
    gold: Gold | None
    suggestion: Suggestion | None


@dataclass(slots=True)
class Score:
    """Tallies by label, and the errors behind them."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)

    @property
    def all(self) -> Tally:
        """All labels as one: the micro average."""
        total = Tally()
        for tally in self.tallies.values():
            total.add(tally)
        return total


def count(
    score: Score,
    document: Document,
    proposed: Sequence[Suggestion],
    labels: Iterable[str],
    same: Sameness,
    neutral: Callable[[Document, Suggestion], bool] = lambda document, suggestion: False,
) -> None:
    """Add one text to the score. A `neutral` suggestion counts where it is exact and is left out where it isn't."""
    for label in labels:
        gold = [one for one in document.gold if one.label == label]
        mine = [one for one in proposed if one.label == label]
        tally = score.tallies.setdefault(label, Tally())
        matches, joined = _matches(document, gold, mine)
        met_by = {id(one) for _, one in matches} | {id(one) for one in joined}
        kept = [
            one for one in mine if id(one) in met_by or not (neutral(document, one) or _touches_ignored(document, one))
        ]
        found = {id(one) for one, _ in matches}
        excusing = {name: [one for one in proposed if one.label == name] for one in gold for name in one.excused}
        asked = [one for one in gold if id(one) in found or not any(_met(one, excusing[name]) for name in one.excused)]
        tally.gold += len(asked)
        tally.exact += len(matches)
        tally.gold_met += sum(id(one) in found or _met(one, kept) for one in asked)
        extra = len(matches) - len(met_by)  # one suggestion that stands for two gold spans counts as two
        tally.proposed += len(kept) + extra
        tally.proposed_met += sum(id(one) in met_by or _met(one, asked) for one in kept) + extra
        _note(score, document, label, [one for one in asked if id(one) not in found], "missed")
        _note(score, document, label, [one for one in kept if id(one) not in met_by], "wrong")
        for one, suggestion in matches:
            if id(suggestion) not in {id(each) for each in joined}:
                _judge(score, document, tally, one, suggestion, same)


def judged(
    document: Document,
    proposed: Sequence[Suggestion],
    label: str,
    neutral: Callable[[Document, Suggestion], bool],
) -> Iterator[tuple[Suggestion, bool]]:
    """Yield each suggestion of a label of which the text says whether it is right: borders, label and kind.

    Where `neutral` says that the set is silent on such spans, none counts, exact or not.
    """
    gold = [one for one in document.gold if one.label == label]
    mine = [one for one in proposed if one.label == label and not neutral(document, one)]
    matches, _ = _matches(document, gold, mine)
    met = {id(suggestion): _same_kind(one, suggestion) for one, suggestion in reversed(matches)}
    for one in mine:
        if id(one) in met or not _touches_ignored(document, one):
            yield one, met.get(id(one), False)


def _same_kind(gold: Gold, suggestion: Suggestion) -> bool:
    return gold.kind is None or suggestion.kind == gold.kind or suggestion.kind in gold.kinds


def _matches(
    document: Document, gold: Sequence[Gold], mine: Sequence[Suggestion]
) -> tuple[list[tuple[Gold, Suggestion]], list[Suggestion]]:
    """Return gold spans with their exact suggestions, and those among the latter that stand for two."""
    free = sorted(mine, key=lambda one: one.start)
    starts = [one.start for one in free]
    taken: set[int] = set()
    matches: list[tuple[Gold, Suggestion]] = []

    def find(begin: Gold, end: Gold) -> Suggestion | None:
        at = bisect_left(starts, min((begin.start, *begin.starts)))
        while at < len(free) and free[at].start <= max((begin.start, *begin.starts)):
            one = free[at]
            if id(one) not in taken and begin.takes(one.start, begin.end) and end.takes(end.start, one.end):
                return one
            at += 1
        return None

    for one in gold:
        if suggestion := find(one, one):
            taken.add(id(suggestion))
            matches.append((one, suggestion))
    met = {id(one) for one, _ in matches}
    joined: list[Suggestion] = []
    for first, second in document.pairs:
        if first.label == second.label and any(one is first for one in gold) and not {id(first), id(second)} & met:
            suggestion = find(first, second)
            if suggestion:
                taken.add(id(suggestion))
                joined.append(suggestion)
                matches += [(first, suggestion), (second, suggestion)]
                met |= {id(first), id(second)}
    return matches, joined


def _touches_ignored(document: Document, suggestion: Suggestion) -> bool:
    return any(
        overlap(suggestion, one) and (not one.labels or suggestion.label in one.labels) for one in document.ignored
    )


def _met(one: Stretch, others: Iterable[Stretch]) -> bool:
    return any(overlap(one, other) for other in others)


def _note(
    score: Score, document: Document, label: str, wrong: Iterable[Gold] | Iterable[Suggestion], what: str
) -> None:
    for one in wrong:
        gold, suggestion = (one, None) if isinstance(one, Gold) else (None, one)
        score.errors.append(Error(what, document.name, label, gold, suggestion))


def _judge(score: Score, document: Document, tally: Tally, gold: Gold, suggestion: Suggestion, same: Sameness) -> None:
    """Compare what an exactly found span says."""

    def tell(what: str, right: bool) -> int:
        if not right:
            score.errors.append(Error(what, document.name, gold.label, gold, suggestion))
        return right

    said = suggestion.value
    names = said if isinstance(said, tuple) else (said,) if said is not None else ()
    if gold.label == "QUOTE":
        if gold.values or gold.speakers:
            tally.value_of += 1
            tally.value_right += tell("value", _same_speakers(names, gold.speakers, same.name))
        if gold.speakers:
            ranked = _ranked(suggestion, names)
            tally.speaker_of += 1
            tally.speaker_first += tell(
                "speaker", any(same.name(names[0], one) for one in gold.speakers) if names else False
            )
            tally.speaker_in_three += any(same.name(name, one) for name in ranked[:3] for one in gold.speakers)
    elif gold.values:
        compare = same.value.get(gold.label, same.name)
        right_values = [one for one in gold.values if one is not None]
        tally.value_of += 1
        fits = len(names) == 1 and any(compare(names[0], one) for one in right_values)
        tally.value_right += tell("value", fits or (not names and None in gold.values))
    if gold.kind:
        tally.kind_of += 1
        tally.kind_right += tell("kind", _same_kind(gold, suggestion))
    if gold.unit:
        tally.unit_of += 1
        unit = suggestion.attrs.get("unit")
        tally.unit_right += tell("unit", isinstance(unit, str) and same.name(unit, gold.unit))


def _same_speakers(names: Sequence[str], gold: Sequence[str], same: Same) -> bool:
    return len(names) == len(gold) and all(any(same(name, one) for one in gold) for name in names)


def _ranked(suggestion: Suggestion, first: Sequence[str]) -> list[str]:
    ranked = [str(one["name"]) for one in suggestion.attrs.get("speakers", ())]
    return [*first, *(name for name in ranked if name not in first)]
