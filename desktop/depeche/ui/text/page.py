"""The paper: a text that can only be read, selected and copied, set for reading. Knows nothing of marks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from depeche.core.offsets import Offsets
from depeche.messages import tr
from depeche.ui.text.typography import LETTERS, MEASURE, Typography, typography


@dataclass(frozen=True, slots=True)
class Paper:
    """A text that is set already, for a page of so many logical pixels and dots to each, under `offsets`."""

    document: QTextDocument
    offsets: Offsets
    setting: Typography
    width: int
    dots: float


class Page(QTextEdit):
    """A text in a centred column. Offsets given and taken are code points, end exclusive.

    `laid_out()`: the lines are others than before. `zoom_requested(steps)`: the wheel was turned with Ctrl held, up is
    positive.
    """

    laid_out = Signal()
    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spent: list[QTextDocument] = []
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setDocument(self._blank())
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A bar that comes and goes would set the whole text anew, and shift the column from article to article.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Article"))
        self._text = ""
        self._title_length = 0
        self._offsets = Offsets("")
        self._turned = 0
        self._zoom, self._measure, self._letters = 1.0, MEASURE, LETTERS[0]
        self._set_faces()

    def set_text(
        self, text: str, title_length: int, offsets: Offsets | None = None, paper: Paper | None = None
    ) -> None:
        """Show another text from its beginning; the first `title_length` characters are set as its title.

        `offsets` are those of the text, where they are known already; `paper` is what `prepared` made of all of these.
        """
        self._text, self._title_length = text, title_length
        self._offsets = offsets or Offsets(text)
        self.verticalScrollBar().setValue(0)  # else the new text would be laid out as far as the old one was read
        if paper is not None and self.fits(paper) and paper.offsets is self._offsets:
            self._spent.append(self.document())
            self.setDocument(paper.document)
        else:
            self.document().setPlainText(self._offsets.view_text)
            self._lay_out(self.document(), self._offsets.to_view(title_length))
        self.verticalScrollBar().setValue(0)
        self.laid_out.emit()

    def prepared(self, title_length: int, offsets: Offsets) -> Paper:
        """Set a text, known by its offsets, as far as it will be in sight at first; to be shown later at once."""
        document, width = self._blank(), self.viewport().width()
        document.setDefaultFont(self._type.body)
        document.documentLayout().setPaintDevice(self.viewport())
        document.setPlainText(offsets.view_text)
        self._lay_out(document, offsets.to_view(title_length))
        document.setPageSize(QSizeF(width, -1))
        document.documentLayout().hitTest(QPointF(0, self.viewport().height()), Qt.HitTestAccuracy.FuzzyHit)
        return Paper(document, offsets, self._type, width, self.devicePixelRatioF())

    def fits(self, paper: Paper) -> bool:
        """Tell whether a text is set as it would be now."""
        now = (self._type, self.viewport().width(), self.devicePixelRatioF())
        return now == (paper.setting, paper.width, paper.dots)

    def throw_away(self, paper: Paper | None = None) -> bool:
        """Throw a text away that is no longer needed, or one that was shown; False where there is none of these.

        It takes some milliseconds where the text is long, so that it isn't done while a person waits for the next.
        """
        if paper is not None:
            self._spent.append(paper.document)
        elif self._spent:
            self._spent.pop().deleteLater()
            return True
        return bool(self._spent)

    def _blank(self) -> QTextDocument:
        document = QTextDocument(self)  # as a child of the page it asks the page for what it names: see `loadResource`
        document.setUndoRedoEnabled(False)
        return document

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the text; 1.0 is the normal one. What stands at the top stays there."""
        self.set_setting(zoom, self._measure, self._letters)

    def set_setting(self, zoom: float, measure: int, letters: str) -> None:
        """Set size, characters in a full line and kind of letters (one of `LETTERS`). What stands at the top stays."""
        if (zoom, measure, letters) == (self._zoom, self._measure, self._letters):
            return
        bar, layout = self.verticalScrollBar(), self.document().documentLayout()
        top = layout.hitTest(QPointF(0, bar.value()), Qt.HitTestAccuracy.FuzzyHit) if bar.value() else 0
        self._zoom, self._measure, self._letters = zoom, measure, letters
        self._set_faces()
        self._lay_out_anew()
        if top:
            block = self.document().findBlock(top)
            line = block.layout().lineForTextPosition(top - block.position())
            self.scroll_to(layout.blockBoundingRect(block).top() + (line.y() if line.isValid() else 0))

    def scroll_to(self, height: float) -> None:
        """Bring a height of the page to the top of what is seen, or as near as it gets."""
        bar, layout = self.verticalScrollBar(), self.document().documentLayout()
        seen = self.viewport().height()
        # The bar may not know yet how long a text is that Qt has laid out only so far. To ask for the size of the whole
        # would lay out all of it, so that is done only where its end would come into sight.
        lowest = layout.hitTest(QPointF(0, height + seen), Qt.HitTestAccuracy.FuzzyHit)
        ends = self.document().findBlock(max(lowest, 0)) == self.document().lastBlock()
        furthest = self.document().size().height() - seen if ends else height
        bar.setMaximum(max(bar.maximum(), round(min(height, furthest))))
        bar.setValue(round(height))

    def bring_into_sight(self, top: float, bottom: float) -> None:
        """Bring what lies between two heights of the page into sight, with some lines around it."""
        bar, height, context = self.verticalScrollBar(), self.viewport().height(), 3 * self._type.pitch
        # What is well in sight stays where it is: a page must not move under the pointer that clicked on it.
        if bar.value() + self._type.em <= top and bottom + self._type.pitch <= bar.value() + height:
            return
        goal = top - context
        if top > bar.value() and bottom - top < height - 2 * context:
            goal = bottom + context - height
        self.scroll_to(goal)

    def selection(self) -> tuple[int, int]:
        """Return what the mouse has selected; start and end are the same where there is nothing."""
        cursor = self.textCursor()
        return self._offsets.to_text(cursor.selectionStart()), self._offsets.to_text(cursor.selectionEnd())

    def put_cursor(self, start: int, end: int) -> None:
        """Set Qt's own cursor, which nobody sees and a screen reader asks for; what is in sight stays where it is."""
        bar = self.verticalScrollBar()
        top, cursor = bar.value(), self.textCursor()
        cursor.setPosition(self._offsets.to_view(start))
        cursor.setPosition(self._offsets.to_view(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        bar.setValue(top)

    def clear_selection(self) -> None:
        """Take back what the mouse has selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    # How it is set

    def _set_faces(self) -> None:
        self._type: Typography = typography(
            QApplication.font(), self._zoom, self.logicalDpiY(), self._measure, self._letters
        )
        self.setFont(self._type.body)
        self.document().setDefaultFont(self._type.body)

    def _lay_out(self, document: QTextDocument, title_end: int) -> None:
        """Set a text in its column: a format for all lines, one for the empty ones, one for the title."""
        setting, cursor = self._type, QTextCursor(document)
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
        if title_end:
            cursor.setPosition(0)
            cursor.setPosition(title_end, QTextCursor.MoveMode.KeepAnchor)
            letters = QTextCharFormat()
            letters.setFont(setting.title)
            cursor.setCharFormat(letters)
            cursor.setBlockFormat(_lines(setting.title_pitch))
        self._set_margins(document)
        cursor.endEditBlock()

    def _lay_out_anew(self) -> None:
        self._lay_out(self.document(), self._offsets.to_view(self._title_length))
        self.laid_out.emit()

    def _set_margins(self, document: QTextDocument) -> None:
        em, frame = self._type.em, document.rootFrame()
        width = self.viewport().width()
        side = round(max(min(em * 1.5, width / 20), (width - self._type.column) / 2))  # large letters need the room
        margins = frame.frameFormat()
        if margins.leftMargin() == side and margins.topMargin() == round(em * 2):
            return
        margins.setLeftMargin(side)
        margins.setRightMargin(side)
        margins.setTopMargin(round(em * 2))
        margins.setBottomMargin(round(em * 4))
        frame.setFrameFormat(margins)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrower_or_wider = event.oldSize().width() != event.size().width()
        if narrower_or_wider:
            self._set_margins(self.document())
        super().resizeEvent(event)
        if narrower_or_wider:
            self.laid_out.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._set_faces()
            self._lay_out_anew()
        return super().event(event)

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

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give nothing: an imported text can name no file or address that is opened."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the text as it came: Qt would make blanks of no-break spaces."""
        start, end = self.selection()
        data = QMimeData()
        data.setText(self._text[start:end])
        return data


def _lines(pitch: int) -> QTextBlockFormat:
    lines = QTextBlockFormat()
    lines.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return lines
