"""The article view: shows a text with its marks, and says what was pointed at. Decides nothing, never alters the text.

Offsets are code points on this side and document positions on Qt's; they are converted here and in `geometry`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from math import ceil, floor

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from depeche.core.offsets import Offsets
from depeche.ui.text.arrangement import Arrangement
from depeche.ui.text.badges import Badges
from depeche.ui.text.geometry import Geometry
from depeche.ui.text.mark import Mark
from depeche.ui.text.page import Page
from depeche.ui.text.paint import Pencil
from depeche.ui.text.papers import Prepared
from depeche.ui.text.signs import Signs
from depeche.ui.text.tips import plain_tip, unseen_name
from depeche.ui.theme import HOUSE_COLOURS, Theme

_BY_CHARACTER = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
_THEME_EVENTS = (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange)


class ArticleView(Page):
    """A read-only article with marks drawn around Qt's text. All offsets are code points, end exclusive.

    `selected(start, end, by_character)`: a stretch was selected by mouse, with Alt or Ctrl held at the end or without.
    `clicked(keys)` and `context_requested(global point, keys)`: the marks there, the innermost first.
    `double_clicked(position)`: the character there. `hovered(key)`: the innermost mark under the pointer, "" for none.
    `recoloured()`: `theme` is another.
    """

    selected = Signal(int, int, bool)
    clicked = Signal(list)
    double_clicked = Signal(int)
    context_requested = Signal(QPoint, list)
    hovered = Signal(str)
    recoloured = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setMouseTracking(True)
        self.noted: Callable[[Mark], str] = lambda mark: mark.note  # asked for when a tip is shown
        self.tokens: Callable[[], Sequence[tuple[int, int]]] = tuple  # asked for while the mouse selects
        self.signs = Signs()
        self.badges = Badges()
        self._focus: str | None = None
        self._caret: tuple[int, int] | None = None
        self._held: tuple[tuple[int, int, bool] | None, tuple[int, int] | None] = (None, None)
        self._showing = self._alone = False
        self._hovered = ""
        self._pressed = False
        self._colours: Mapping[str, str] = HOUSE_COLOURS
        self._geometry = Geometry(self.document(), self._type)
        self._recolour()
        self.laid_out.connect(self._on_laid_out)

    # What is shown

    def set_article(
        self, text: str, title_length: int, offsets: Offsets | None = None, ready: Prepared | None = None
    ) -> None:
        """Show another article from its beginning. See `Page.set_text`; its marks are those it was prepared with."""
        self._focus = self._caret = None
        self._held = (None, None)
        self.set_text(text, title_length, offsets, ready.paper if ready else None)
        if ready is not None and ready.paper.document is self.document():
            self._geometry = ready.geometry
        else:
            self._geometry.set_article(self.document(), self._offsets, self._offsets.to_view(title_length))
        self._hover("")

    def set_marks(self, marks: Sequence[Mark] | Arrangement) -> None:
        """Draw these marks instead of those before; arranged already, if somebody did so for this article."""
        others = self._geometry.set_marks(marks)
        if others is None:
            self.viewport().update()
        else:
            self._renew(others)

    def set_labels(self, colours: Mapping[str, str]) -> None:
        """Take the labels of a scheme in their order, each with its colour (`#rrggbb`)."""
        self._colours = colours
        self._recolour()

    def set_focus(self, key: str | None) -> None:
        """Put the focus ring around a mark and bring it into sight; None takes the ring away."""
        self._focus = key
        index = self._geometry.index(key)
        if index is not None:
            mark = self._geometry.marks[index]
            self._bring_into_sight(mark.start, mark.end)
        self._renew_held()

    def set_caret(self, start: int | None, end: int | None = None) -> None:
        """Show a selection made by keyboard, a caret where it has no length, or nothing; bring it into sight."""
        self._caret = None if start is None else (start, start if end is None else end)
        if self._caret is not None:
            self._bring_into_sight(*self._caret)
        self._renew_held()

    def _renew_held(self) -> None:
        """Paint again where the hand was and where it is, if that is elsewhere."""
        index = self._geometry.index(self._focus)
        mark = self._geometry.marks[index] if index is not None else None
        held = ((mark.start, mark.end, mark.band) if mark else None, self._caret)
        if held == self._held:
            return
        stretches = [one[:2] for both in (self._held, held) for one in both if one is not None]
        self._held = held
        self._renew([block for stretch in stretches for block in self._geometry.around(*stretch)])

    def _renew(self, blocks: Sequence[QTextBlock]) -> None:
        """Paint some blocks again; all that is in sight where it takes its shade from the hand."""
        if self._alone:
            self.viewport().update()
        elif blocks:
            reach = self._geometry.reach(blocks).translated(0, -self.verticalScrollBar().value())
            self.viewport().update(QRect(0, floor(reach.top()), self.viewport().width(), ceil(reach.height()) + 1))

    def show_unseen(self, shown: bool) -> None:
        """Show the characters that are not seen (no-break and thin spaces, what has no width), or don't."""
        self._showing = shown
        self.viewport().update()

    def set_alone(self, alone: bool) -> None:
        """Set back all but the sentence in hand, or nothing."""
        self._alone = alone
        self.viewport().update()

    def bring(self, position: int) -> None:
        """Bring a character into sight, in the middle where there is room above it."""
        rects = self._geometry.rects(position, position)
        if rects:
            self.scroll_to(rects[0].center().y() - self.viewport().height() / 2)

    def in_sight(self) -> tuple[int, int]:
        """Return from which character to which the article is in sight."""
        top, bottom = self.verticalScrollBar().value(), self.verticalScrollBar().value() + self.viewport().height()
        right = self.viewport().width()
        return self._geometry.character_at(QPointF(0, top)), self._geometry.character_at(QPointF(right, bottom))

    @property
    def theme(self) -> Theme:
        """The colours that it is drawn in."""
        return self._theme

    def held(self) -> tuple[int, int] | None:
        """Return the stretch that the hand is on."""
        index = self._geometry.index(self._focus)
        mark = self._geometry.marks[index] if index is not None else None
        return (mark.start, mark.end) if mark is not None else self._caret

    def _on_laid_out(self) -> None:
        self._geometry.set_typography(self._type)
        self._sharpen()

    def _recolour(self) -> None:
        self._theme = Theme(self.palette(), self._colours)
        self._sharpen()
        self.recoloured.emit()

    def _sharpen(self) -> None:
        self._pencil = Pencil(self._theme, self._type, self.devicePixelRatioF())
        self.viewport().update()

    def _bring_into_sight(self, start: int, end: int) -> None:
        rects = self._geometry.rects(start, end)
        if rects:
            self.bring_into_sight(rects[0].top(), rects[-1].bottom())

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _THEME_EVENTS and hasattr(self, "_geometry"):
            self._recolour()

    def paintEvent(self, event: QPaintEvent) -> None:
        scroll = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        area = QRectF(event.rect()).translated(-scroll)
        page = [(origin + scroll, block) for origin, block in self._geometry.visible(area.top(), area.bottom())]
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        self._pencil.under(painter, page, self._geometry.marks, self._geometry.depths)
        for stretch in (self._caret, self._preview()):
            if stretch is not None:
                self._pencil.selection(painter, self._rects(*stretch))
        focus = self._geometry.index(self._focus)
        if focus is not None:
            mark = self._geometry.marks[focus]
            self._pencil.ring(painter, self._rects(mark.start, mark.end, mark.band))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        self._pencil.over(painter, page, self._geometry.marks)
        self.signs.paint(painter, self._rects, self._theme)
        if self._showing:
            signs = self._geometry.unseen(area.top(), area.bottom())
            self._pencil.unseen(painter, ((origin + scroll, found) for origin, found in signs))
        held = self.held() if self._alone else None
        if held is not None:
            clear = self._rects(*self._geometry.sentence(*held), tall=True)
            self._pencil.veil(painter, QRectF(event.rect()), clear)
        self.badges.paint(painter, self._rects, self._theme, self._type.name)
        painter.end()

    def _rects(self, start: int, end: int, tall: bool = False) -> list[QRectF]:
        scroll = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        sight = QRectF(self.viewport().rect()).adjusted(0, -self._type.pitch, 0, self._type.pitch)
        rects = (rect.translated(scroll) for rect in self._geometry.rects(start, end, tall))
        return [rect for rect in rects if rect.intersects(sight)]

    def _preview(self) -> tuple[int, int] | None:
        """Return the words that the mouse touches while it selects."""
        start, end = self.selection()
        if not self._pressed or start == end or QApplication.keyboardModifiers() & _BY_CHARACTER:
            return None
        tokens = self.tokens()
        first = bisect_right(tokens, start, key=lambda token: token[1])
        last = bisect_left(tokens, end, key=lambda token: token[0])
        return (tokens[first][0], tokens[last - 1][1]) if first < last else None

    def _hits(self, point: QPoint) -> list[str]:
        return self._geometry.hits(self._on_page(point))

    def _on_page(self, point: QPoint) -> QPointF:
        return QPointF(point) + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)  # keys act on the article from here on
            self._pressed = True
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                # Else a press on what is selected would begin to drag the words away.
                self.clear_selection()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self._pressed:
            keys = self._hits(event.position().toPoint())
            self._hover(keys[0] if keys else "")
        else:
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not self._pressed:
            return
        self._pressed = False
        self.viewport().update()
        start, end = self.selection()
        if start < end:
            self.selected.emit(start, end, bool(event.modifiers() & _BY_CHARACTER))
        else:
            self.clicked.emit(self._hits(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Qt would select its own idea of a word.
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = False
            self.double_clicked.emit(self._geometry.character_at(self._on_page(event.position().toPoint())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("")

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.hovered.emit(key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.context_requested.emit(event.globalPos(), self._hits(event.pos()))
            return
        focus = self._geometry.index(self._focus)
        if focus is None:
            self.context_requested.emit(self.viewport().mapToGlobal(self.viewport().rect().center()), [])
            return
        mark = self._geometry.marks[focus]
        rects = self._rects(mark.start, mark.end)
        at = rects[0].bottomLeft().toPoint() if rects else self.viewport().rect().center()
        self.context_requested.emit(self.viewport().mapToGlobal(at), [mark.key])

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_note(event)
            return True
        return super().viewportEvent(event)

    def _show_note(self, event: QHelpEvent) -> None:
        notes = [unseen_name(self._geometry, self._on_page(event.pos()), self._type.em)] if self._showing else []
        notes += (self.noted(mark) for mark in self._geometry.marks_at(self._on_page(event.pos())))
        told = [next((note for note in notes if note), ""), *self.signs.words_at(QPointF(event.pos()), self._rects)]
        note = "\n".join(part for part in told if part)
        if note:
            QToolTip.showText(event.globalPos(), plain_tip(note), self.viewport())
        else:
            QToolTip.hideText()
