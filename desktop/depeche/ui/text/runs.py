"""A stretch of a block to where it lies on its lines: left and right edges. Knows lines and letters, not marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")


def runs(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QTextLine, float, float]]:
    """Yield line, left and right of each run between two positions of a laid out block, counted from its beginning.

    A line has one run, or several where its text changes direction.
    """
    layout = block.layout()
    if layout.lineCount() == 0:
        return
    right_to_left = _RIGHT_TO_LEFT.search(block.text()) is not None
    first = layout.lineForTextPosition(max(start, 0)).lineNumber()
    for number in range(max(first, 0), layout.lineCount()):
        line = layout.lineAt(number)
        if line.textStart() >= end:
            return
        a, b = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        for left, right in _both_ways(layout, line, a, b) if right_to_left else _one_way(line, a, b):
            yield line, left, right


def _one_way(line: QTextLine, start: int, end: int) -> Iterator[tuple[float, float]]:
    # The blank at which a line was broken is not part of a run.
    left, right = edge_of(line, start), min(edge_of(line, end), line.naturalTextRect().right())
    if right > left:
        yield left, right


def _both_ways(layout: QTextLayout, line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Return the runs of a line that holds right-to-left text, character by character, joined where they touch."""
    first = line.textStart()
    letters = _letters(line, [p for p in range(first, first + line.textLength()) if layout.isValidCursorPosition(p)])
    joined: list[tuple[float, float]] = []
    for left, right in sorted(edges for position, edges in letters.items() if start <= position < end):
        if joined and left <= joined[-1][1] + 0.5:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        elif right > left:
            joined.append((left, right))
    return joined


def _letters(line: QTextLine, positions: list[int]) -> dict[int, tuple[float, float]]:
    """Return left and right of each character of a line."""
    ways = {p: (edge_of(line, p), edge_of(line, p, QTextLine.Edge.Trailing)) for p in positions}
    letters = {p: (min(way), max(way)) for p, way in ways.items()}
    for position, after in pairwise(positions):
        begin, end = ways[after]
        if ways[position][0] != ways[position][1] or begin == end:
            continue
        # For the first letter after a change of direction Qt gives twice the place where the caret waits before it. The
        # letter is next to the one that follows it, and fills the room that all others leave.
        if end < begin:
            letters[position] = (begin, min((left for left, _ in letters.values() if left > begin), default=begin))
        else:
            letters[position] = (max((right for _, right in letters.values() if right < begin), default=begin), begin)
    return letters


def edge_of(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Return where a character of a line begins, or ends with `Trailing`, in the direction it is read."""
    return line.cursorToX(position, edge)[0]  # type: ignore[index]
