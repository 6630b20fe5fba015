"""The tables of results: written as Markdown, read back, compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from depeche.core.agreement import ratio
from tests.evaluate.counting import Score, Tally
from tests.evaluate.phrases import Recall
from tests.evaluate.sources import Voice

Row = dict[str, str]
"""Cells by column."""
Rows = dict[tuple[str, str], Row]
"""Rows by set and label."""

COLUMNS = (
    "n", "P", "R", "F1", "P overlap", "R overlap", "F1 overlap", "values", "kinds", "units", "speaker first", "in three"
)  # fmt: skip
SOURCES = ("proposed", "right", "shown", "right of these", "only its own")
PHRASES = ("n", "exact", "overlap", "values", "or other reading", "false / nothing expected")

_OF_ALL = 7
"""So many columns make sense over several labels."""


def rows(name: str, score: Score) -> Rows:
    """Return a set's rows, label by label, with the micro average where there are several."""
    found = {(name, label): _row(tally) for label, tally in score.tallies.items() if tally.gold or tally.proposed}
    if len(found) > 1:
        every = _row(score.all)
        found[name, "micro"] = {c: every[c] if n < _OF_ALL else "–" for n, c in enumerate(COLUMNS)}
    return found


def source_rows(name: str, voices: Mapping[tuple[str, str], Voice]) -> Rows:
    """Return what each source contributes to a set."""
    return {
        (name, f"{label}, {source}"): dict(
            zip(
                SOURCES,
                (
                    str(one.proposed),
                    share(ratio(one.right, one.proposed)),
                    str(one.shown),
                    share(ratio(one.shown_right, one.shown)),
                    str(one.alone),
                ),
                strict=True,
            )
        )
        for (label, source), one in sorted(voices.items())
    }


def phrase_rows(name: str, found: Mapping[str, Recall]) -> Rows:
    """Return a suite's rows."""
    return {
        (name, label): dict(
            zip(
                PHRASES,
                (
                    str(one.expected),
                    "–" if one.whole else share(ratio(one.exact, one.expected)),
                    share(ratio(one.met, one.expected)),
                    share(ratio(one.value_right, one.value_of)),
                    share(ratio(one.reading_right, one.value_of)),
                    f"{one.false} / {one.quiet}" if one.quiet else "–",
                ),
                strict=True,
            )
        )
        for label, one in found.items()
    }


def _row(tally: Tally) -> Row:
    shares = (
        tally.precision,
        tally.recall,
        tally.f1,
        tally.precision_overlapping,
        tally.recall_overlapping,
        tally.f1_overlapping,
        ratio(tally.value_right, tally.value_of),
        ratio(tally.kind_right, tally.kind_of),
        ratio(tally.unit_right, tally.unit_of),
        ratio(tally.speaker_first, tally.speaker_of),
        ratio(tally.speaker_in_three, tally.speaker_of),
    )
    return dict(zip(COLUMNS, (str(tally.gold), *map(share, shares)), strict=True))


def share(value: float | None) -> str:
    """Write a share: `.973`, `1.000`, a dash where nothing could be counted."""
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def markdown(columns: Iterable[str], lines: Rows) -> str:
    """Write rows as a Markdown table."""
    columns = tuple(columns)
    head = ("set", "label", *columns)
    rule = ("---", "---", *("---:",) * len(columns))
    cells = ((*key, *(row[column] for column in columns)) for key, row in lines.items())
    return "".join(f"| {' | '.join(line)} |\n" for line in (head, rule, *cells))


def read(text: str) -> Rows:
    """Read the rows of all tables in a text back."""
    found: Rows = {}
    head: tuple[str, ...] = ()
    for line in text.splitlines():
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        if not line.startswith("| ") or len(cells) < 3:
            continue
        if cells[0] == "set":
            head = cells[2:]
        elif cells[0] != "---":
            found[cells[0], cells[1]] = dict(zip(head, cells[2:], strict=False))
    return found


def changes(before: Rows, now: Rows) -> Iterator[str]:
    """Say row by row what is not as it was; columns that only one of both has are left aside."""
    for key, row in now.items():
        if key not in before:
            yield f"{key[0]}, {key[1]}: new"
            continue
        was = before[key]
        cells = [f"{column} {was[column]} → {cell}" for column, cell in row.items() if was.get(column, cell) != cell]
        if cells:
            yield f"{key[0]}, {key[1]}: {', '.join(cells)}"
    for key in before.keys() - now.keys():
        yield f"{key[0]}, {key[1]}: gone"
