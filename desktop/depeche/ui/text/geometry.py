"""Marks to boxes: where on the page each mark lies. Asks Qt's layout, only for the blocks that are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFontMetricsF, QPainterPath, QTextBlock, QTextDocument, QTextLine

from depeche.core.offsets import Offsets
from depeche.ui.text.arrangement import Arrangement
from depeche.ui.text.mark import Mark
from depeche.ui.text.names import Place, Wanted, place_in_gap, place_names
from depeche.ui.text.runs import edge_of, runs
from depeche.ui.text.typography import Typography
from depeche.ui.text.unseen import Unseen, unseen


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
        self._unseen: dict[int, list[Unseen]] = {}
        self._order = Arrangement((), self._offsets)
        self.set_typography(typography)
        self.set_marks(self._order)

    def set_article(self, document: QTextDocument, offsets: Offsets, title_end: int) -> None:
        """Take another article; `title_end` is the view position behind its title."""
        self._document, self._offsets = document, offsets
        self._title_end = title_end
        self.set_marks(Arrangement((), offsets))
        self._unseen.clear()

    def set_typography(self, typography: Typography) -> None:
        """Take another setting of the text."""
        self._type = typography
        self._names = QFontMetricsF(typography.name)
        self._widths: dict[str, float] = {}
        self.forget()

    def set_marks(self, marks: Sequence[Mark] | Arrangement) -> list[QTextBlock] | None:
        """Take other marks, arranged already or not.

        Where only some are others than before, return the blocks that were measured and have to be measured anew.
        """
        patched = None if isinstance(marks, Arrangement) else self._order.replaced(marks)
        if patched is not None:
            self._order, others = patched
            self.marks = self._order.marks
            return [block for n in others for block in self._blocks(n) if self._cache.pop(block.blockNumber(), None)]
        order = marks if isinstance(marks, Arrangement) else Arrangement(marks, self._offsets)
        if order is not self._order:
            self._cache.clear()
        self._order = order
        self.marks, self.depths = order.marks, order.depths
        self._starts, self._ends = order.starts, order.ends
        return None

    def _blocks(self, index: int) -> Iterator[QTextBlock]:
        block = self._document.findBlock(self._starts[index])
        while block.isValid() and block.position() <= self._ends[index]:
            yield block
            block = block.next()

    def reach(self, blocks: Iterable[QTextBlock]) -> QRectF:
        """Return where blocks that have been laid out may leave ink: a line further than they go, above and below."""
        layout, found = self._document.documentLayout(), QRectF()
        for block in blocks:
            found = found.united(layout.blockBoundingRect(block))
        return found.adjusted(0, -self._type.title_pitch, 0, self._type.title_pitch) if found.isValid() else found

    def around(self, start: int, end: int) -> list[QTextBlock]:
        """Return the blocks in which a stretch lies, given in code points."""
        block, found = self._document.findBlock(self._offsets.to_view(start)), []
        while block.isValid() and block.position() <= self._offsets.to_view(end):
            found.append(block)
            block = block.next()
        return found

    def forget(self) -> None:
        """Throw all boxes away, because the layout has changed."""
        self._cache.clear()
        self._unseen.clear()

    def index(self, key: str | None) -> int | None:
        """Return which of `marks` has this key."""
        return self._order.index(key)

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

    def unseen(self, top: float, bottom: float) -> Iterator[tuple[QPointF, list[Unseen]]]:
        """Yield origin and the characters that are not seen of each block between two heights."""
        block, layout = self._block_at(top), self._document.documentLayout()
        while block.isValid() and (rect := layout.blockBoundingRect(block)).top() <= bottom:
            number, titled = block.blockNumber(), block.position() < self._title_end
            if number not in self._unseen:
                self._unseen[number] = unseen(block, self._type.rise(titled), self._type.fall(titled))
            yield rect.topLeft(), self._unseen[number]
            block = block.next()

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the sentences that hold a stretch, both in code points: as far as its paragraphs at most."""
        a, b = self._offsets.to_view(start), self._offsets.to_view(end)
        first, last = self._document.findBlock(a), self._document.findBlock(b)
        if not first.isValid() or not last.isValid():
            return start, end
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, first.text())
        finder.setPosition(a - first.position())
        begin = finder.position() if finder.isAtBoundary() and a > first.position() else finder.toPreviousBoundary()
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, last.text())
        finder.setPosition(max(b - last.position() - 1, 0))
        close = finder.toNextBoundary()
        close = close if close >= 0 else last.length() - 1
        return self._offsets.to_text(first.position() + max(begin, 0)), self._offsets.to_text(last.position() + close)

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
        boxes: list[Box] = []
        for index in self._order.between(begin, begin + block.length() - 1):
            boxes += self._mark_boxes(block, index)
        # What is not a band lies on top of every band, also of one that it holds or crosses.
        boxes.sort(key=lambda box: not self.marks[box.mark].band)
        return BlockBoxes(boxes, self._slips(block, boxes))

    def _mark_boxes(self, block: QTextBlock, index: int) -> Iterator[Box]:
        begin, mark = block.position(), self.marks[index]
        start, end = self._starts[index], self._ends[index]
        tall = mark.band or mark.state == "masked"
        found = list(self._boxes_of(block, start - begin, end - begin, tall))
        for number, (line, rect) in enumerate(found):
            opens = number == 0 and start >= begin
            closes = number == len(found) - 1 and end <= begin + block.length() - 1
            yield Box(rect, index, opens, closes, line.lineNumber())

    def _boxes_of(self, block: QTextBlock, start: int, end: int, tall: bool) -> Iterator[tuple[QTextLine, QRectF]]:
        """Yield line and box of each run between two positions in a block, from the block's origin.

        A `tall` box fills the slot of its line, so that those of a paragraph join; the others are as high as letters.
        """
        setting, titled = self._type, block.position() < self._title_end
        for line, left, right in runs(block, start, end):
            baseline = line.y() + line.ascent()
            if tall:
                top = round(baseline - setting.top(titled))
                bottom = top + (setting.title_pitch if titled else setting.pitch)
            else:
                top, bottom = round(baseline - setting.rise(titled)), round(baseline + setting.fall(titled))
            yield line, QRectF(left, top, right - left, bottom - top)

    def _slips(self, block: QTextBlock, boxes: Sequence[Box]) -> list[Slip]:
        setting = self._type
        titled = block.position() < self._title_end
        layout = block.layout()
        gap, least = setting.small_em * 0.5, setting.small_em * 1.8
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
        """Return the boxes of a stretch given in code points, as high as a line's letters or as its slot.

        A stretch without length has the box of a caret.
        """
        a, b = self._offsets.to_view(start), self._offsets.to_view(end)
        if a == b:
            return self._caret(a)
        block, found = self._document.findBlock(a), []
        while block.isValid() and block.position() < b:
            origin = self.origin(block)
            boxes = self._boxes_of(block, a - block.position(), b - block.position(), tall)
            found += [rect.translated(origin) for _, rect in boxes]
            block = block.next()
        return found

    def _caret(self, position: int) -> list[QRectF]:
        block = self._document.findBlock(position)
        origin = self.origin(block)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return []
        titled, setting = block.position() < self._title_end, self._type
        baseline = line.y() + line.ascent()
        rise, fall = setting.rise(titled), setting.fall(titled)
        rect = QRectF(edge_of(line, position - block.position()), baseline - rise, setting.hair, rise + fall)
        return [rect.translated(origin)]

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
