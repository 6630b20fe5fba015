"""Marks to boxes: where on the page each mark lies. Asks Qt's layout, only for the blocks that are looked at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainterPath, QTextBlock, QTextDocument, QTextLayout, QTextLine

from depeche.core.offsets import Offsets
from depeche.ui.text.mark import Mark
from depeche.ui.text.names import Place, Wanted, place_in_gap, place_names
from depeche.ui.text.typography import Typography

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")


@dataclass(frozen=True, slots=True)
class Box:
    """One mark on one line; `rect` counts from the block's origin. `opens`, `closes`: the mark begins, ends here."""

    rect: QRectF
    mark: int
    opens: bool
    closes: bool
    line: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A small name: its baseline's left end, from the block's origin, and the words, elided to their room."""

    at: QPointF
    words: str
    mark: int


@dataclass(slots=True)
class BlockBoxes:
    """What is drawn on one block: `boxes` from the outermost to the innermost, `paths` made by whoever paints."""

    boxes: list[Box]
    slips: list[Slip]
    paths: dict[int, QPainterPath] = field(default_factory=dict)


class Geometry:
    """The marks of one article on its laid out document.

    Points and rectangles are in document coordinates, those inside a `BlockBoxes` count from the block's origin. Boxes
    are kept until `forget` says that the layout is another.
    """

    def __init__(self, document: QTextDocument, typography: Typography) -> None:
        self._document = document
        self._offsets = Offsets("")
        self._title_end = 0
        self._cache: dict[int, BlockBoxes] = {}
        self.set_typography(typography)
        self.set_marks(())

    def set_article(self, offsets: Offsets, title_end: int) -> None:
        """Take another article; `title_end` is the view position behind its title."""
        self._offsets = offsets
        self._title_end = title_end
        self.set_marks(())

    def set_typography(self, typography: Typography) -> None:
        """Take another setting of the text."""
        self._type = typography
        self._names = QFontMetricsF(typography.name)
        self._widths: dict[str, float] = {}
        self.forget()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Take other marks."""
        self.marks = sorted(marks, key=lambda mark: (mark.start, -mark.end, not mark.band))
        to_view = self._offsets.to_view
        self._starts = [to_view(mark.start) for mark in self.marks]
        self._ends = [to_view(mark.end) for mark in self.marks]
        # The furthest end so far only grows: where it passes a place, nothing earlier can reach that place.
        self._reach = list(accumulate(self._ends, max))
        self.depths = self._nesting()
        self._by_key = {mark.key: index for index, mark in enumerate(self.marks) if mark.key}
        self.forget()

    def _nesting(self) -> list[int]:
        depths: list[int] = []
        open_ends: list[int] = []
        for mark in self.marks:
            while open_ends and open_ends[-1] <= mark.start:
                open_ends.pop()
            depths.append(len(open_ends))
            if mark.band:
                open_ends.append(mark.end)
        return depths

    def forget(self) -> None:
        """Throw all boxes away, because the layout has changed."""
        self._cache.clear()

    def index(self, key: str | None) -> int | None:
        """Return which of `marks` has this key."""
        return None if key is None else self._by_key.get(key)

    def origin(self, block: QTextBlock) -> QPointF:
        """Return the upper left corner of a block; lays the document out as far as that block."""
        return self._document.documentLayout().blockBoundingRect(block).topLeft()

    def visible(self, top: float, bottom: float) -> Iterator[tuple[QPointF, BlockBoxes]]:
        """Yield origin and boxes of each block between two heights."""
        block = self._block_at(top)
        while block.isValid():
            rect = self._document.documentLayout().blockBoundingRect(block)
            if rect.top() > bottom:
                return
            yield rect.topLeft(), self.boxes(block)
            block = block.next()

    def _block_at(self, height: float) -> QTextBlock:
        # One line earlier, since names and rings reach beyond the block they belong to.
        above = QPointF(0, height - self._type.title_pitch)
        position = self._document.documentLayout().hitTest(above, Qt.HitTestAccuracy.FuzzyHit)
        return self._document.findBlock(max(position, 0))

    def boxes(self, block: QTextBlock) -> BlockBoxes:
        """Return what is drawn on a block that has been laid out."""
        number = block.blockNumber()
        if number not in self._cache:
            self._cache[number] = self._measure(block)
        return self._cache[number]

    def _measure(self, block: QTextBlock) -> BlockBoxes:
        begin = block.position()
        end = begin + block.length() - 1
        first = bisect_right(self._reach, begin)
        last = bisect_left(self._starts, end)
        boxes: list[Box] = []
        for index in range(first, last):
            if self._ends[index] > begin:
                boxes += self._mark_boxes(block, index)
        # What is not a band lies on top of every band, also of one that it holds or crosses.
        boxes.sort(key=lambda box: not self.marks[box.mark].band)
        return BlockBoxes(boxes, self._slips(block, boxes))

    def _mark_boxes(self, block: QTextBlock, index: int) -> Iterator[Box]:
        begin, mark = block.position(), self.marks[index]
        start, end = self._starts[index], self._ends[index]
        level = self.depths[index]
        tall = mark.band or mark.state == "masked"
        runs = list(self.runs(block, start - begin, end - begin, tall, level))
        for number, (line, rect) in enumerate(runs):
            opens = number == 0 and start >= begin
            closes = number == len(runs) - 1 and end <= begin + block.length() - 1
            yield Box(rect, index, opens, closes, line.lineNumber())

    def runs(
        self, block: QTextBlock, start: int, end: int, tall: bool = False, level: int = 0
    ) -> Iterator[tuple[QTextLine, QRectF]]:
        """Yield line and box of each run between two positions in a block, from the block's origin.

        A `tall` box fills the slot of its line, so that those of a paragraph join; `level` draws it in a little, for
        one inside another to be told from it. Text that changes its direction may have several runs on a line.
        """
        setting = self._type
        layout = block.layout()
        if layout.lineCount() == 0:
            return
        titled = block.position() < self._title_end
        right_to_left = _RIGHT_TO_LEFT.search(block.text()) is not None
        first = layout.lineForTextPosition(max(start, 0)).lineNumber()
        for number in range(max(first, 0), layout.lineCount()):
            line = layout.lineAt(number)
            a, b = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if a >= b:
                if line.textStart() >= end:
                    return
                continue
            baseline = line.y() + line.ascent()
            if tall:
                top = round(baseline - setting.top(titled)) + level * setting.hair * 1.5
                height = (setting.title_pitch if titled else setting.pitch) - level * setting.hair * 3
            else:
                top = baseline - setting.rise(titled)
                height = setting.rise(titled) + setting.fall(titled)
            for left, right in _bidi_runs(layout, line, a, b) if right_to_left else _run(line, a, b):
                yield line, QRectF(left, top, right - left, height)

    def _slips(self, block: QTextBlock, boxes: Sequence[Box]) -> list[Slip]:
        setting = self._type
        titled = block.position() < self._title_end
        layout = block.layout()
        gap, least = setting.small_em * 0.6, setting.small_em * 1.8
        flat: dict[int, list[Wanted]] = {}
        bands: dict[int, list[tuple[int, Wanted]]] = {}
        for box in boxes:
            mark = self.marks[box.mark]
            if mark.state == "masked" or not mark.name:
                continue
            width = self._width(self.words(mark))
            inset = setting.small_em * 0.35
            if mark.band:
                want = Wanted(box.rect.left() + inset, box.rect.right() - inset, width, box.mark)
                bands.setdefault(box.mark, []).append((box.line, want))
            elif box.opens:
                flat.setdefault(box.line, []).append(Wanted(box.rect.left(), box.rect.right(), width, box.mark))
        placed: dict[int, list[Place]] = {}
        edge = max((layout.lineAt(n).rect().right() for n in range(layout.lineCount())), default=0.0)
        for number, wants in flat.items():
            placed[number] = place_names(wants, edge, gap, least)
        for index, wanted in bands.items():
            if self._starts[index] < block.position():
                continue
            for number, want in wanted:
                place = place_in_gap(want, placed.get(number, ()), gap)
                if place:
                    placed.setdefault(number, []).append(place)
                    break
        slips = []
        for number, places in placed.items():
            line = layout.lineAt(number)
            height = round(line.y() + line.ascent() + setting.drop(titled))
            for place in places:
                words = self.words(self.marks[place.owner])
                if place.width < self._width(words):
                    words = self._names.elidedText(words, Qt.TextElideMode.ElideRight, place.width)
                slips.append(Slip(QPointF(place.left, height), words, place.owner))
        return slips

    def words(self, mark: Mark) -> str:
        """Return what is printed below a mark."""
        return f"{mark.name}\u202f?" if mark.doubtful else mark.name

    def _width(self, words: str) -> float:
        if words not in self._widths:
            self._widths[words] = self._names.horizontalAdvance(words)
        return self._widths[words]

    def hits(self, point: QPointF) -> list[str]:
        """Return the keys of the marks drawn at a point, the innermost first; what has no key is not hit."""
        return list(dict.fromkeys(mark.key for mark in self.marks_at(point) if mark.key))

    def marks_at(self, point: QPointF) -> list[Mark]:
        """Return the marks drawn at a point, the innermost first."""
        found = [
            self.marks[box.mark]
            for origin, block in self.visible(point.y(), point.y())
            for box in block.boxes
            if box.rect.translated(origin).contains(point)
        ]
        found.sort(key=lambda mark: mark.end - mark.start)
        return found

    def rects(self, start: int, end: int, tall: bool = False) -> list[QRectF]:
        """Return the boxes of a stretch given in code points, as high as a line's letters or as its slot."""
        a, b = self._offsets.to_view(start), self._offsets.to_view(end)
        block, found = self._document.findBlock(a), []
        while block.isValid() and block.position() < max(b, a + 1):
            origin = self.origin(block)
            runs = self.runs(block, a - block.position(), b - block.position(), tall)
            found += [rect.translated(origin) for _, rect in runs]
            block = block.next()
        return found

    def character_at(self, point: QPointF) -> int:
        """Return the code point offset of the character under a point, the nearest where there is none."""
        position = self._document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(position, 0))
        inside = point - self.origin(block)
        layout = block.layout()
        line = layout.lineForTextPosition(position - block.position())
        if line.isValid():
            position = block.position() + line.xToCursor(inside.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return self._offsets.to_text(position)


def _run(line: QTextLine, start: int, end: int) -> Iterator[tuple[float, float]]:
    """Yield left and right of a run; the blank at which a line was broken is not part of it."""
    left, right = _x(line, start), min(_x(line, end), line.naturalTextRect().right())
    if right > left:
        yield left, right


def _bidi_runs(layout: QTextLayout, line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Return the runs of a line that holds right-to-left text, character by character, joined where they touch."""
    edges = []
    for position in range(start, end):
        if layout.isValidCursorPosition(position):
            a, b = _x(line, position), _x(line, position, QTextLine.Edge.Trailing)
            edges.append((min(a, b), max(a, b)))
    joined: list[tuple[float, float]] = []
    for left, right in sorted(edges):
        if joined and left <= joined[-1][1] + 0.5:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        elif right > left:
            joined.append((left, right))
    return joined


def _x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    return line.cursorToX(position, edge)[0]  # type: ignore[index]
