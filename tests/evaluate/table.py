"""The table of results: written as Markdown, read back, compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.evaluate.counting import Score, Tally, ratio
from tests.evaluate.phrases import Recall

Row = tuple[str, ...]
Rows = dict[tuple[str, str], Row]
"""Cells by set and label."""

COLUMNS = ("n", "P", "R", "F1", "F1 overlap", "values", "kinds", "units", "speaker first", "in three")
PHRASES = ("n", "exact", "overlap", "values", "false / nothing expected")


def rows(name: str, score: Score) -> Rows:
    """Return a set's rows, label by label, with the micro average where there are several."""
    found = {(name, label): _row(tally) for label, tally in score.tallies.items() if tally.gold or tally.proposed}
    if len(found) > 1:
        found[(name, "micro")] = (*_row(score.all)[:5], *("–",) * (len(COLUMNS) - 5))
    return found


def phrase_rows(name: str, found: Mapping[str, Recall]) -> Rows:
    """Return a suite's rows."""
    return {
        (name, label): (
            str(one.expected),
            share(ratio(one.exact, one.expected)),
            share(ratio(one.met, one.expected)),
            share(ratio(one.value_right, one.value_of)),
            f"{one.false} / {one.quiet}" if one.quiet else "–",
        )
        for label, one in found.items()
    }


def _row(tally: Tally) -> Row:
    return (
        str(tally.gold),
        share(tally.precision),
        share(tally.recall),
        share(tally.f1),
        share(tally.f1_overlapping),
        share(ratio(tally.value_right, tally.value_of)),
        share(ratio(tally.kind_right, tally.kind_of)),
        share(ratio(tally.unit_right, tally.unit_of)),
        share(ratio(tally.speaker_first, tally.speaker_of)),
        share(ratio(tally.speaker_in_three, tally.speaker_of)),
    )


def share(value: float | None) -> str:
    """Write a share: `.973`, `1.000`, a dash where nothing could be counted."""
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def markdown(columns: Row, lines: Rows) -> str:
    """Write rows as a Markdown table."""
    head = ("set", "label", *columns)
    rule = ("---", "---", *("---:",) * len(columns))
    return "".join(
        f"| {' | '.join(cells)} |\n" for cells in (head, rule, *((*key, *row) for key, row in lines.items()))
    )


def read(text: str) -> Rows:
    """Read the rows of all tables in a text back, with each row's cells named by its table's head."""
    found: Rows = {}
    for line in text.splitlines():
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        if line.startswith("| ") and len(cells) > 2 and cells[0] not in ("set", "---"):
            found[cells[0], cells[1]] = cells[2:]
    return found


def changes(before: Rows, now: Rows) -> Iterable[str]:
    """Say row by row what is not as it was."""
    for key, row in now.items():
        columns = COLUMNS if len(row) == len(COLUMNS) else PHRASES
        if key not in before:
            yield f"{key[0]}, {key[1]}: new"
        elif before[key] != row:
            cells = (
                f"{column} {was} → {cell}"
                for column, was, cell in zip(columns, before[key], row, strict=False)
                if was != cell
            )
            yield f"{key[0]}, {key[1]}: {', '.join(cells)}"
