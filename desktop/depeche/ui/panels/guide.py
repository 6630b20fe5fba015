"""The guide beside the article: chapters by label, a search through all of it, and the label of the hand if asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from depeche.core.guide import Chapter, Paragraph, Part, Section
from depeche.core.offsets import Offsets
from depeche.core.words import occurrences, sought
from depeche.messages import number, tr
from depeche.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GuidePanel(QWidget):
    """Shows a guide. `left()`: the person goes back to the article. `followed(bool)`: it is to go with the hand."""

    left = Signal()
    followed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Mapping[str, str] = {}
        self._theme = Theme(self.palette())
        self._chapters: Sequence[Chapter] = ()
        self._starts: list[int] = []
        self._hits: list[tuple[int, int]] = []
        self._at = -1
        self.labels = QComboBox()
        self.labels.setAccessibleName(tr("Étiquette du guide"))
        self.labels.activated.connect(self._go_to)
        self.field = QLineEdit(placeholderText=tr("Chercher dans le guide"))
        self.field.setAccessibleName(tr("Chercher dans le guide"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _words: self._seek())
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.follow = QCheckBox(tr("Suivre le passage en main"))
        self.follow.toggled.connect(self.followed)
        self.text = QTextEdit(readOnly=True)
        self.text.setAccessibleName(tr("Guide d’annotation"))
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        first = QHBoxLayout()
        first.addWidget(self.field, 1)
        first.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addLayout(first)
        layout.addWidget(self.labels)
        layout.addWidget(self.follow)
        layout.addWidget(self.text, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)

    def put(self, chapters: Sequence[Chapter], colours: Mapping[str, str]) -> None:
        """Show another guide, with the colour (`#rrggbb`) of each label in order; the chapter stays the same."""
        held = self.labels.currentIndex()
        self._colours, self._theme = colours, Theme(self.palette(), colours)
        self._chapters = tuple(chapters)
        self.labels.clear()
        self.labels.addItems([chapter.title for chapter in chapters])
        self._write()
        self._seek(stay=True)
        self._go_to(held if 0 <= held < len(chapters) else 0)

    def show_label(self, label: str | None) -> None:
        """Turn to the chapter of a label; where the guide has none, nothing changes."""
        for n, chapter in enumerate(self._chapters):
            if chapter.label == label and label is not None:
                self._go_to(n)

    # --- what is written

    def _write(self) -> None:
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        self._starts = []
        for n, chapter in enumerate(self._chapters):
            self._starts.append(cursor.position() + (n > 0))
            self._heading(cursor, chapter.title, 1.25, chapter.label, first=n == 0)
            for section in chapter.sections:
                if section.title:
                    self._heading(cursor, section.title, 1.0, None)
                for paragraph in section.paragraphs:
                    self._paragraph(cursor, paragraph, section, chapter.label)

    def _heading(self, cursor: QTextCursor, words: str, size: float, label: str | None, *, first: bool = False) -> None:
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(0 if first else 16 if size > 1 else 8)
        block.setBottomMargin(3)
        block.setHeadingLevel(2 if size > 1 else 3)
        letters.setFontWeight(QFont.Weight.Bold)
        letters.setFontPointSize(self.font().pointSizeF() * size)
        if label is not None:
            letters.setForeground(self._theme.ink(label).strong)
        self._begin(cursor, block, letters, first=first)
        cursor.insertText(_shown(words), letters)

    def _paragraph(self, cursor: QTextCursor, paragraph: Paragraph, section: Section, label: str | None) -> None:
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setBottomMargin(4)
        letters.setFontPointSize(self.font().pointSizeF())
        if paragraph.listed:
            unit = self.fontMetrics().averageCharWidth()
            block.setLeftMargin(unit * 2.5)
            block.setTextIndent(-unit * 2)
        self._begin(cursor, block, letters)
        if paragraph.listed:
            cursor.insertText("✗\u2002" if section.part is Part.COUNTER else "•\u2002", letters)
        for piece in paragraph.pieces:
            look = QTextCharFormat(letters)
            if piece.marked:
                self._mark(look, section.part, label)
            cursor.insertText(_shown(piece.text), look)

    def _mark(self, look: QTextCharFormat, part: Part, label: str | None) -> None:
        """Set words in brackets: as spans of the label are, or, in a counter-example, struck through."""
        if part is Part.COUNTER:
            look.setFontStrikeOut(True)
            look.setForeground(self._theme.muted)
            return
        ink = self._theme.ink(label) if label is not None else None
        look.setBackground(ink.fill if ink else self._theme.selection)
        look.setFontUnderline(True)
        look.setUnderlineColor(ink.strong if ink else self._theme.selection_edge)
        look.setForeground(self._theme.text)

    def _begin(
        self, cursor: QTextCursor, block: QTextBlockFormat, letters: QTextCharFormat, *, first: bool = False
    ) -> None:
        if first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block, letters)

    # --- where one is

    def _go_to(self, chapter: int) -> None:
        if not 0 <= chapter < len(self._starts):
            return
        self.labels.setCurrentIndex(chapter)
        self._bring_up(self._starts[chapter])

    def _bring_up(self, position: int) -> None:
        """Scroll a place to the top, and put the caret there for those who read by it."""
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(position)
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect(cursor).top() - 4)

    def _seek(self, *, stay: bool = False) -> None:
        """Find what is typed, in all chapters; the first hit at or after the chapter shown is gone to."""
        written = self.text.document().toRawText().replace("\u2029", "\n")
        text = written.encode("utf-16", "surrogatepass").decode("utf-16")
        view = Offsets(text)
        words = sought(self.field.text(), unfinished=True)
        found = occurrences(text, words) if words else []
        self._hits = [(view.to_view(start), view.to_view(end)) for start, end in found]
        self._at = -1
        if self._hits and not stay:
            here = self._starts[self.labels.currentIndex()] if self.labels.currentIndex() >= 0 else 0
            self._at = next((n for n, hit in enumerate(self._hits) if hit[0] >= here), 0)
        self._show_hits()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit, going round at the end."""
        if self._hits:
            self._at = (self._at + step) % len(self._hits)
            self._show_hits()

    def _show_hits(self) -> None:
        hits = []
        for n, (start, end) in enumerate(self._hits):
            one = QTextEdit.ExtraSelection()
            one.cursor = QTextCursor(self.text.document())
            one.cursor.setPosition(start)
            one.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            chosen = n == self._at
            palette = self.palette()
            ground = palette.color(QPalette.ColorRole.Highlight) if chosen else self._theme.selection
            one.format.setBackground(ground)
            ink = palette.color(QPalette.ColorRole.HighlightedText) if chosen else QColor(self._theme.text)
            one.format.setForeground(ink)
            hits.append(one)
        self.text.setExtraSelections(hits)
        if 0 <= self._at < len(self._hits):
            self._bring_into_sight(self._hits[self._at])
        self.count.setText(self._count_words())

    def _bring_into_sight(self, hit: tuple[int, int]) -> None:
        chapter = sum(start <= hit[0] for start in self._starts) - 1
        self.labels.setCurrentIndex(chapter)
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(hit[1])
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _count_words(self) -> str:
        if not sought(self.field.text(), unfinished=True):
            return ""
        if not self._hits:
            return tr("rien")
        if self._at < 0:
            return number(len(self._hits))
        return tr("{rank} sur {total}", rank=number(self._at + 1), total=number(len(self._hits)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self.put(self._chapters, self._colours)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in _ENTER:
                self.step(-1 if back else 1)
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                if watched is self.field and self.field.text():
                    self.field.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _shown(words: str) -> str:
    return Offsets(words).view_text.replace("\n", " ")
