"""A person at the window: hands that press keys and use the mouse, eyes that read what is shown."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from depeche.annotate.hand import One
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion
from depeche.ui.text.view import ArticleView
from depeche.ui.window import Window
from tests.patience import IN_QT

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Hands:
    """Drives one window by key and mouse events only; `see_…` and the properties read what it shows."""

    def __init__(self, window: Window) -> None:
        self.window = window

    # --- hands

    def press(self, *keys: str) -> None:
        """Press keys, written as in the table of actions (« Shift+U », « é »), where the keyboard is."""
        for key in keys:
            self._come_back()
            combination = QKeySequence(key)[0]
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def _come_back(self) -> None:
        """Activate the window behind a dialog that was closed: offscreen there is no window manager that does it."""
        QApplication.processEvents()
        if QApplication.activeWindow() is None or not QApplication.activeWindow().isVisible():
            self.window.activateWindow()
            QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        for sign in words:
            if sign.isascii():
                QTest.keyClick(target, sign)
            else:  # QTest knows no other keys
                QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, NO_MODIFIER, sign))
        QApplication.processEvents()

    def drag(self, start: int, end: int, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Select with the mouse from one code point of the article to another."""
        first, last = self.point(start), self.point(end)
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT, modifier, first)
        QTest.mouseMove(viewport, last)
        QTest.mouseRelease(viewport, LEFT, modifier, last)
        QApplication.processEvents()

    def click(self, at: int) -> None:
        """Click into the article, on the code point at `at`."""
        self._come_back()
        rect = self.view._rects(at, at + 1)[0]
        QTest.mouseClick(self.view.viewport(), LEFT, NO_MODIFIER, rect.center().toPoint())
        QApplication.processEvents()

    def point(self, position: int) -> QPoint:
        """Return where the border in front of a code point is shown."""
        rect = self.view._rects(position, position)[0]
        return QPoint(round(rect.left()), round(rect.center().y()))

    # --- eyes

    @property
    def view(self) -> ArticleView:
        return self.window.article_panel.view

    @property
    def text(self) -> str:
        article = self.window.session.desk.article
        return article.text if article else ""

    @property
    def title(self) -> str:
        article = self.window.session.desk.article
        return article.title if article else ""

    @property
    def focused(self) -> str | None:
        """The words that the focus ring is around."""
        one = self.focused_one
        return self.words(one) if one else None

    @property
    def focused_one(self) -> One | None:
        """The mark that the focus ring is around, as the view has it."""
        return self.window.session.one(self.view._focus) if self.view._focus else None

    @property
    def selected(self) -> str | None:
        """The words shown as selected."""
        stretch = self.view._caret
        return self.text[slice(*stretch)] if stretch else None

    def words(self, one: One) -> str:
        return self.text[one.start : one.end]

    @property
    def pending(self) -> list[str]:
        """The words of what is drawn as a suggestion."""
        return [self.text[one.start : one.end] for one in self.view._geometry.marks if one.state == "suggestion"]

    @property
    def marked(self) -> list[tuple[str, str]]:
        """Words and label of what is drawn as the annotator's own."""
        return [(self.text[one.start : one.end], one.label) for one in self.view._geometry.marks if one.state == "span"]

    @property
    def saved(self) -> str:
        """What the bottom bar says of the saved state."""
        return self.window.label_bar.saved_words

    @property
    def message(self) -> str:
        """The sentence that the bottom bar shows, with plain blanks."""
        return " ".join(self.window.label_bar.message_words.split())

    @property
    def dialogs(self) -> list[QDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]

    def shown(self, widget: QWidget | None = None) -> str:
        """All words on the labels of a widget."""
        return "\n".join(one.text() for one in (widget or self.window).findChildren(QLabel) if one.isVisible())


def settle(window: Window) -> None:
    """Wait until the tokenizer is there and no work is under way. Raises TimeoutError."""
    deadline = QDeadlineTimer(IN_QT)
    while not window.session.tokenizer_ready or window.jobs.busy:
        if deadline.hasExpired():
            raise TimeoutError("the window is still at work")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    QApplication.processEvents()


def remember(window: Window) -> None:
    """Wait until memory has set to work after the last act, and is done. Raises TimeoutError."""
    deadline = QDeadlineTimer(IN_QT)
    while window.work.recall.waits or window.jobs.busy:
        if deadline.hasExpired():
            raise TimeoutError("the memory is still at work")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    QApplication.processEvents()


def is_pending(one: One | None) -> bool:
    return isinstance(one, Suggestion)


def is_span(one: One | None) -> bool:
    return isinstance(one, Span)
