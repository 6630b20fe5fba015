"""The article view: shows a text with its marks, and says what was pointed at. Decides nothing, never alters the text.

Offsets are code points on this side and document positions on Qt's; they are converted here and in `geometry`.
"""

from __future__ import annotations

import html
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget

from depeche.core.offsets import Offsets
from depeche.messages import tr
from depeche.ui.text.geometry import Geometry
from depeche.ui.text.mark import Mark
from depeche.ui.text.paint import Pencil
from depeche.ui.text.typography import Typography, typography
from depeche.ui.theme import HOUSE_COLOURS, Theme

_BY_CHARACTER = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
_THEME_EVENTS = (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange)


class ArticleView(QTextEdit):
    """A read-only article with marks drawn around Qt's text. All offsets are code points, end exclusive.

    `selected(start, end, by_character)`: a stretch was selected by mouse, with Alt or Ctrl held at the end or without.
    `clicked(keys)` and `context_requested(global point, keys)`: the marks there, the innermost first.
    `double_clicked(position)`: the character there. `hovered(key)`: the innermost mark under the pointer, "" for none.
    `zoom_requested(steps)`: the wheel was turned with Ctrl held, up is positive.
    """

    selected = Signal(int, int, bool)
    clicked = Signal(list)
    double_clicked = Signal(int)
    context_requested = Signal(QPoint, list)
    hovered = Signal(str)
    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A bar that comes and goes would set the whole text anew, and shift the column from article to article.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Article"))
        self.viewport().setMouseTracking(True)
        self._text = ""
        self._title_length = 0
        self._offsets = Offsets("")
        self._tokens: Sequence[tuple[int, int]] = ()
        self._focus: str | None = None
        self._caret: tuple[int, int] | None = None
        self._hovered = ""
        self._pressed_at: QPoint | None = None
        self._turned = 0
        self._zoom = 1.0
        self._colours: Mapping[str, str] = HOUSE_COLOURS
        self._type = self._setting()
        self._set_faces()
        self._geometry = Geometry(self.document(), self._type)
        self._theme = Theme(self.palette())
        self._pencil = Pencil(self._theme, self._type)

    # What is shown

    def set_article(self, text: str, title_length: int) -> None:
        """Show another article from its beginning, without marks; its title is the first `title_length` characters."""
        self._text, self._title_length = text, title_length
        self._offsets = Offsets(text)
        self._focus = self._caret = None
        self._tokens = ()
        self._geometry.set_article(self._offsets, self._offsets.to_view(title_length))
        self.setPlainText(self._offsets.view_text)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._hover("")

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks instead of those before."""
        self._geometry.set_marks(marks)
        self.viewport().update()

    def set_labels(self, colours: Mapping[str, str]) -> None:
        """Take the labels of a scheme in their order, each with its colour (`#rrggbb`)."""
        self._colours = colours
        self._recolour()

    def set_tokens(self, tokens: Sequence[tuple[int, int]]) -> None:
        """Take the words of the article, in order: while the mouse selects, those it touches are shown as chosen."""
        self._tokens = tokens

    def set_focus(self, key: str | None) -> None:
        """Put the focus ring around a mark and bring it into sight; None takes the ring away."""
        self._focus = key
        index = self._geometry.index(key)
        if index is not None:
            mark = self._geometry.marks[index]
            self._bring_into_sight(mark.start, mark.end)
        self.viewport().update()

    def set_caret(self, start: int | None, end: int | None = None) -> None:
        """Show a selection made by keyboard, or none, and bring it into sight."""
        self._caret = None if start is None else (start, start if end is None else end)
        if self._caret is not None:
            self._bring_into_sight(*self._caret)
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the text; 1.0 is the normal one. What stands at the top stays there."""
        top = self._geometry.character_at(QPointF(0, self.verticalScrollBar().value()))
        self._zoom = zoom
        self._reset()
        rects = self._geometry.rects(top, top + 1)
        if top and rects:
            self.verticalScrollBar().setValue(round(rects[0].top()))

    def clear_selection(self) -> None:
        """Take back what the mouse has selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    # How it is set

    def _setting(self) -> Typography:
        return typography(QApplication.font(self), self._zoom, self.logicalDpiY())

    def _set_faces(self) -> None:
        self.setFont(self._type.body)
        self.document().setDefaultFont(self._type.body)

    def _reset(self) -> None:
        self._type = self._setting()
        self._set_faces()
        self._geometry.set_typography(self._type)
        self._pencil = Pencil(self._theme, self._type)
        self._lay_out()

    def _lay_out(self) -> None:
        """Set the text in its column: a format for all lines, one for the empty ones, one for the title."""
        setting, document = self._type, self.document()
        cursor = QTextCursor(document)
        # In one edit, so that Qt lays the text out once, and only as far as it is looked at.
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(_lines(setting.pitch))
        blank, block = _lines(setting.blank_pitch), document.begin()
        while block.isValid():
            if block.length() == 1:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(blank)
            block = block.next()
        if self._title_length:
            cursor.setPosition(0)
            cursor.setPosition(self._offsets.to_view(self._title_length), QTextCursor.MoveMode.KeepAnchor)
            letters = QTextCharFormat()
            letters.setFont(setting.title)
            cursor.setCharFormat(letters)
            cursor.setBlockFormat(_lines(setting.title_pitch))
        self._set_margins()
        cursor.endEditBlock()
        self._geometry.forget()

    def _set_margins(self) -> bool:
        """Centre the column; return whether that changed anything."""
        em, frame = self._type.em, self.document().rootFrame()
        side = round(max(em * 1.5, (self.viewport().width() - self._type.column) / 2))
        margins = frame.frameFormat()
        if margins.leftMargin() == side and margins.topMargin() == round(em * 2):
            return False
        margins.setLeftMargin(side)
        margins.setRightMargin(side)
        margins.setTopMargin(round(em * 2))
        margins.setBottomMargin(round(em * 4))
        frame.setFrameFormat(margins)
        return True

    def _recolour(self) -> None:
        self._theme = Theme(self.palette(), self._colours)
        self._pencil = Pencil(self._theme, self._type)
        self.viewport().update()

    def _bring_into_sight(self, start: int, end: int) -> None:
        rects = self._geometry.rects(start, end)
        if not rects:
            return
        bar, height, context = self.verticalScrollBar(), self.viewport().height(), 3 * self._type.pitch
        top, bottom = rects[0].top(), rects[-1].bottom()
        # What is well in sight stays where it is: a page must not move under the pointer that clicked on it.
        if bar.value() + self._type.em <= top and bottom + self._type.pitch <= bar.value() + height:
            return
        goal = top - context
        if top > bar.value() and bottom - top < height - 2 * context:
            goal = bottom + context - height
        # The bar may not know yet how long a text is that Qt has laid out only so far.
        bar.setMaximum(max(bar.maximum(), round(min(goal, self.document().size().height() - height))))
        bar.setValue(round(goal))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.oldSize().width() != event.size().width():
            self._set_margins()
            self._geometry.forget()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _THEME_EVENTS and hasattr(self, "_pencil"):
            self._recolour()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._reset()
        return super().event(event)

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
        painter.end()

    def _rects(self, start: int, end: int, tall: bool = False) -> list[QRectF]:
        scroll = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        sight = QRectF(self.viewport().rect()).adjusted(0, -self._type.pitch, 0, self._type.pitch)
        rects = (rect.translated(scroll) for rect in self._geometry.rects(start, end, tall))
        return [rect for rect in rects if rect.intersects(sight)]

    def _preview(self) -> tuple[int, int] | None:
        """Return the words that the mouse touches while it selects."""
        start, end = self._selection()
        if self._pressed_at is None or start == end or QApplication.keyboardModifiers() & _BY_CHARACTER:
            return None
        first = bisect_right(self._tokens, start, key=lambda token: token[1])
        last = bisect_left(self._tokens, end, key=lambda token: token[0])
        return (self._tokens[first][0], self._tokens[last - 1][1]) if first < last else None

    def _selection(self) -> tuple[int, int]:
        cursor = self.textCursor()
        return self._offsets.to_text(cursor.selectionStart()), self._offsets.to_text(cursor.selectionEnd())

    def _hits(self, point: QPoint) -> list[str]:
        return self._geometry.hits(self._on_page(point))

    def _on_page(self, point: QPoint) -> QPointF:
        return QPointF(point) + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                # Else a press on what is selected would begin to drag the words away.
                self.clear_selection()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed_at is None:
            keys = self._hits(event.position().toPoint())
            self._hover(keys[0] if keys else "")
        else:
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        self._pressed_at = None
        self.viewport().update()
        start, end = self._selection()
        if start < end:
            self.selected.emit(start, end, bool(event.modifiers() & _BY_CHARACTER))
        else:
            self.clicked.emit(self._hits(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Qt would select its own idea of a word.
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = None
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        # A notch is 120 eighths of a degree; a touch pad sends less at a time.
        self._turned += event.angleDelta().y()
        steps = int(self._turned / 120)
        self._turned -= 120 * steps
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_note(event)
            return True
        return super().viewportEvent(event)

    def _show_note(self, event: QHelpEvent) -> None:
        note = next((mark.note for mark in self._geometry.marks_at(self._on_page(event.pos())) if mark.note), "")
        if note:
            QToolTip.showText(event.globalPos(), plain_tip(note), self.viewport())
        else:
            QToolTip.hideText()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give nothing: an imported text can name no file or address that is opened."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        start, end = self._selection()
        data = QMimeData()
        data.setText(self._text[start:end])
        return data


def plain_tip(note: str) -> str:
    """Return a tool tip that shows `note` as it is written, whatever Qt might take for markup in it."""
    return f'<p style="white-space: pre-wrap">{html.escape(note)}</p>'


def _lines(pitch: int) -> QTextBlockFormat:
    lines = QTextBlockFormat()
    lines.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return lines
