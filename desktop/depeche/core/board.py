"""The contradiction board of a story: figures and dates side by side, with who says them. Values only.

A row holds figures about the same thing, or dates of the same event; a column is an article, in the order of
publication. A cell contradicts another of its row when both are of one measure and nothing that the one allows is
allowed by the other: « 600 » and « 4.000 », not « 600 » and « plus de 500 ».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from depeche.core.comparable import Counted, may_meet, meet
from depeche.core.days import days
from depeche.core.row_names import shared_words
from depeche.core.worth import bounds

_MONTH = 31
_LEAST, _ALIKE = 4, 0.5
"""Words around two dates that must be the same, at least and as a share of the fewer, to be of one event."""
ABOUT = 0.1
"""« about 600 » is anything within so much of it."""


@dataclass(frozen=True, slots=True)
class Column:
    """An article of a story, as the head of a column."""

    article: str
    number: int
    title: str
    date: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure or date that an article gives. `words` as they stand there, `phrase` with what is counted.

    `who` says it, None where that is the article itself; `is_quoted`: in quotation marks. `pending`: only suggested.
    `counted` is what a figure counts, `name` the same in the article's words; `event` are the stems of the words around
    a date, and `name` those words. Offsets are code points.
    """

    article: str
    mark: str
    start: int
    end: int
    words: str
    phrase: str
    value: str
    unit: str | None = None
    who: str | None = None
    is_quoted: bool = False
    pending: bool = False
    counted: Counted | None = None
    event: frozenset[str] = frozenset()
    name: str = ""

    @property
    def is_date(self) -> bool:
        """Whether it is a date."""
        return self.counted is None


@dataclass(frozen=True, slots=True)
class Cell:
    """A statement in its row. `against` are the marks of the statements it contradicts.

    `beside`: those that differ, but measure something near it (dead, dead and wounded) or were published days apart.
    """

    statement: Statement
    against: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What is compared: cells in the order of the columns and of the text. `words` name it as the articles do."""

    words: str
    is_date: bool
    cells: tuple[Cell, ...]

    @property
    def contradictions(self) -> int:
        """How many cells contradict another."""
        return sum(bool(cell.against) for cell in self.cells)

    def of(self, article: str) -> tuple[Cell, ...]:
        """Return the cells of one article."""
        return tuple(cell for cell in self.cells if cell.statement.article == article)


@dataclass(frozen=True, slots=True)
class Board:
    """A story's figures and dates, what is contradicted most first."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def board(columns: Sequence[Column], statements: Sequence[Statement]) -> Board:
    """Set statements side by side. A row has statements of two articles at least, or two that contradict each other."""
    order = {one.article: one for one in sorted(columns, key=lambda one: (one.date or "9999", one.number))}
    said = [one for one in statements if one.article in order]
    groups = [
        group for is_date in (False, True) for group in _gathered([one for one in said if one.is_date is is_date])
    ]
    rows = [row for group in groups for row in _rows(group, order)]
    rows.sort(key=lambda row: (row.is_date, -row.contradictions, -len(row.cells)))
    return Board(tuple(order.values()), tuple(rows))


def _may(one: Statement, other: Statement) -> bool:
    """Tell whether two may stand in one row; what one voice gives twice, and differently, is about two things."""
    same = one.counted is None or other.counted is None or one.counted.measure == other.counted.measure
    if same and (one.article, one.who) == (other.article, other.who) and not _agree(one, other):
        return False
    return one.counted is None or other.counted is None or may_meet(one.counted, other.counted)


def _does(one: Statement, other: Statement) -> bool:
    """Tell whether two that may stand in one row do: about one thing, or at one event by the words around them."""
    if one.counted is not None and other.counted is not None:
        return meet(one.counted, other.counted)
    first, second = _reach(one), _reach(other)
    if first is None or second is None or max(first[0], second[0]) - min(first[1], second[1]) > _MONTH:
        return False  # papers are a day off, not a year
    shared = len(one.event & other.event)
    return shared >= _LEAST and shared >= _ALIKE * min(len(one.event), len(other.event))


def _gathered(said: Sequence[Statement]) -> list[list[Statement]]:
    """Return statements that go together: each may meet all of its group, and does meet one of it.

    Those that tell most of themselves go first; what tells nothing apart (« 600 soldats », where there are others'
    soldiers too) joins the one group that it fits, and stays alone where it fits several.
    """
    groups: list[list[Statement]] = []
    for one in sorted(said, key=lambda one: -_told(one)):
        fit = [
            group for group in groups
            if all(_may(one, other) for other in group) and any(_does(one, other) for other in group)
        ]  # fmt: skip
        plain = [group for group in fit if not any(_told(other) for other in group)]
        if len(fit) > 1 and not _told(one) and one.counted is not None:
            fit = plain
        if fit:
            max(fit, key=lambda group: max(_near(one, other) for other in group)).append(one)
        else:
            groups.append([one])
    return groups


def _near(one: Statement, other: Statement) -> int:
    mine, theirs = (each.counted.context if each.counted is not None else each.event for each in (one, other))
    return len(mine & theirs)


def _told(one: Statement) -> int:
    return len(one.counted.about) + len(one.counted.where) if one.counted is not None else 0


def _rows(group: list[Statement], columns: dict[str, Column]) -> list[Row]:
    order = list(columns)
    group = sorted(group, key=lambda one: (order.index(one.article), one.start))
    cells = []
    for one in group:
        against: list[str] = []
        beside: list[str] = []
        for other in group:
            if other is one or _agree(one, other) or (other.article == one.article and other.who == one.who):
                continue
            same = one.counted is None or other.counted is None or one.counted.measure == other.counted.measure
            at_once = _is_same_day(columns[one.article].date, columns[other.article].date)
            (against if same and at_once else beside).append(other.mark)
        cells.append(Cell(one, tuple(against), tuple(beside)))
    if len({one.article for one in group}) < 2 and not any(cell.against for cell in cells):
        return []
    return [Row(_name(group), group[0].is_date, tuple(cells))]


def _is_same_day(first: str | None, second: str | None) -> bool:
    """Tell whether two articles were published so near that the later one doesn't only bring the news up to date."""
    one, other = days(first or ""), days(second or "")
    return one is None or other is None or max(one[0], other[0]) - min(one[1], other[1]) <= 1


def _name(group: Sequence[Statement]) -> str:
    """Return what a row is about: what is counted, in the words that say most; of dates the words they share."""
    if group[0].is_date:
        stems = frozenset.intersection(*(one.event for one in group))
        return next((said for one in group if (said := shared_words(one.name, stems))), group[0].phrase)
    named = [one for one in group if one.name]
    if not named:
        return max(group, key=lambda one: len(one.phrase)).phrase
    often = Counter(one.name for one in named)
    return max(named, key=lambda one: (_told(one), often[one.name], " " in one.name, -len(one.name))).name


def _agree(one: Statement, other: Statement) -> bool:
    """Tell whether both can be true; what can't be read contradicts nothing."""
    first, second = (_reach(each) for each in (one, other))
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def _reach(one: Statement) -> tuple[float, float] | None:
    """Return the least and the greatest that a statement allows; days as their ordinal."""
    if one.is_date:
        reach = days(one.value)
        return None if reach is None else (float(reach[0]), float(reach[1]))
    low, high = bounds(one.value)
    if low is None and high is None:
        return None
    if one.value.startswith("~"):
        middle = low or 0.0
        return middle * (1 - ABOUT), middle * (1 + ABOUT)
    if ".." in one.value:
        first, _, last = one.value.partition("..")
        return (low or 0.0) if first else 0.0, (high or 0.0) if last else float("inf")
    return (low or 0.0), (high or 0.0)
