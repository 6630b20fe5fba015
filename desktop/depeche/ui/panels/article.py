"""The article in the middle: a line about it, and the text with its marks. Turns what is on the desk into marks."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from depeche.core.article import Article, DateOrigin
from depeche.core.shown import shown
from depeche.core.suggestion import Suggestion
from depeche.messages import number, tr
from depeche.ui import hints
from depeche.ui.ahead import Page
from depeche.ui.drawing import Drawing, mask_key
from depeche.ui.line import Line
from depeche.ui.panels.articles import SIGNS, state_name
from depeche.ui.session import Session
from depeche.ui.text.arrangement import Arrangement
from depeche.ui.text.mark import Mark
from depeche.ui.text.minimap import Minimap
from depeche.ui.text.papers import Papers
from depeche.ui.text.view import ArticleView
from depeche.ui.words import score_words, source_words, value_words

_FIRST_LINE = re.compile(r"\s*+([^\r\n]++)(?=\r?\n)")


class ArticlePanel(QWidget):
    """`date_asked()`: the person clicked the publication date. `mask_asked(start, end)`: a greyed line was clicked."""

    date_asked = Signal()
    mask_asked = Signal(int, int)
    zoom_asked = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawing = Drawing(session.project.scheme)
        self.view = ArticleView(self)
        self.view.tokens = lambda: session.tokens
        self.view.noted = self._note
        session.first_in_sight = lambda: self.view.in_sight()[0]
        self.papers = Papers(self.view)
        self.view.set_labels({label.label: label.colour for label in session.project.scheme.labels})
        self._date = QToolButton(autoRaise=True)
        self._date.clicked.connect(self.date_asked)
        self._about = Line()
        self._state = QLabel()
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(12, 4, 12, 4)
        line.addWidget(self._date)
        line.addWidget(self._about, 1)
        line.addWidget(self._state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        view = self.view
        self.minimap = Minimap(lambda: view.theme, lambda: (view.in_sight(), view.held()))
        self._page = QWidget()
        page = QHBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(view, 1)
        page.addWidget(self.minimap)
        for widget in (self._line, self._page, self._empty):
            layout.addWidget(widget, 0 if widget is self._line else 1)
        self.minimap.asked.connect(view.bring)
        view.recoloured.connect(self.minimap.recolour)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.minimap.follow())
        view = self.view
        view.selected.connect(session.select)
        view.selected.connect(lambda *_: view.clear_selection())
        view.clicked.connect(self._on_click)
        view.double_clicked.connect(lambda at: session.select(at, at + 1))
        view.zoom_requested.connect(self.zoom_asked)
        session.ahead.read.connect(self._on_read)
        session.article_changed.connect(self._on_article)
        session.changed.connect(lambda _change: self._on_change())
        session.focus_changed.connect(self._on_focus)
        self._on_article()

    def show_keys(self) -> None:
        """Name the keys as they are now."""
        self._date.setToolTip(tr("Confirmer ou corriger la date de publication ({key})", key=hints.key("date")))
        self._empty.setText(hints.no_article(some=self._session.library.counts().total() > 0))
        self._on_change()

    def _on_article(self) -> None:
        article = self._session.desk.article
        for widget in (self._line, self._page):
            widget.setVisible(article is not None)
        self._empty.setVisible(article is None)
        if article is None:
            return
        page = self._session.ahead.page
        offsets, ready = (page.offsets, self.papers.take(page.offsets)) if page else (None, None)
        self.view.set_article(article.text, _title_length(article), offsets, ready)
        self._drawing = page.drawing if page else Drawing(self._session.project.scheme)
        self._show(page.arrangement if page else None)

    def _on_read(self, pages: list[Page]) -> None:
        self.papers.prepare((_title_length(page.ready.sheet.article), page.offsets, page.arrangement) for page in pages)

    def _on_change(self) -> None:
        if self._session.desk.article is None:
            return
        self._show()

    def _show(self, arranged: Arrangement | None = None) -> None:
        if self._drawing.scheme is not self._session.project.scheme:  # an act has changed the labels
            self._drawing = Drawing(self._session.project.scheme)
        marks = None if arranged else self._drawing.marks(self._session.marks, self._session.masked)
        self.view.set_marks(arranged or marks or ())
        article = self._session.desk.article
        self.minimap.set_marks(len(article.text) if article else 0, arranged.marks if arranged else marks or ())
        self._show_line()
        self._on_focus()

    def _on_focus(self) -> None:
        session = self._session
        self.view.set_focus(session.focus)
        if session.grip is not None:
            self.view.set_caret(session.grip.start, session.grip.end)
        else:
            self.view.set_caret(None)
        self.minimap.follow()

    def _on_click(self, keys: list[str]) -> None:
        """Put the hand on the innermost mark; a second click goes outward. A greyed line is asked to be text."""
        line = next((one for one in self._session.masked if mask_key(one) in keys), None)
        keys = [key for key in keys if line is None or key != mask_key(line)]
        if line is not None and not keys:
            self.mask_asked.emit(line.start, line.end)
        elif not keys:
            self._session.set_focus(None)
        elif self._session.focus in keys:
            self._session.set_focus(keys[(keys.index(self._session.focus) + 1) % len(keys)])
        else:
            self._session.set_focus(keys[0])

    def focus_outer(self) -> None:
        """Put the hand on the mark around the one it is on."""
        one = self._session.focused
        if one is None:
            return
        around = [o for o in self._session.marks if o.start <= one.start and one.end <= o.end and o.key != one.key]
        if around:
            self._session.set_focus(min(around, key=lambda o: o.end - o.start).key)

    def _note(self, mark: Mark) -> str:
        """Return what a tip says of a mark: its value, and who suggests it and why."""
        one = self._session.one(mark.key)
        if one is None:
            return mark.note
        note = [value_words(one)]
        if isinstance(one, Suggestion):
            note += [one.reason, f"{source_words(one.source)} · {score_words(one.score)}"]
        return "\n".join(part for part in note if part)

    def _show_line(self) -> None:
        article, desk = self._session.desk.article, self._session.desk
        assert article is not None
        origins: dict[DateOrigin, Callable[[], str]] = {
            DateOrigin.GIVEN: lambda: tr("donnée"),
            DateOrigin.INFERRED: lambda: tr("déduite, à confirmer"),
            DateOrigin.CONFIRMED: lambda: tr("confirmée"),
            DateOrigin.UNKNOWN: lambda: "",
        }
        origin = origins[article.date_origin]()
        date = tr("Publié le {date}", date=article.date) if article.date else tr("Date de publication inconnue")
        self._date.setText(date + (f" ({origin})" if origin else ""))
        length = tr("%n caractère|%n caractères", n=len(article.text))
        control = "" if desk.sheet is None or desk.sheet.assisted else tr("Article témoin : sans suggestions")
        hidden = desk.sheet.hidden if desk.sheet is not None else 0
        unseen = tr("%n suggestion cachée|%n suggestions cachées", n=hidden) if hidden else ""
        parts = (control, shown(article.source or "", 80), length, unseen)
        self._about.set_words(" · ".join(part for part in parts if part))
        self._state.setText(
            tr("n° {number}", number=number(article.number)) + f"  {SIGNS[desk.state]} {state_name(desk.state)}"
        )


def _title_length(article: Article) -> int:
    """Return how far the title goes in the text: to the end of its first line that isn't blank, if it is just that."""
    line = _FIRST_LINE.match(article.text)
    return line.end(1) if line and article.title and line[1].split() == article.title.split() else 0
