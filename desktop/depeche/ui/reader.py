"""The article for those who hear it: each mark, selection and article is announced, and Qt's own cursor goes along.

Marks and selections are ink under Qt's text, of which a screen reader knows nothing. What it can ask for, the name, the
description, the caret and the selection of the text field, is kept as the hand has it; only while one listens.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from depeche.core.shown import shown
from depeche.messages import tr
from depeche.ui import spoken
from depeche.ui.panels.articles import state_name
from depeche.ui.session import Session
from depeche.ui.text.view import ArticleView


class Reader(QObject):
    """Speaks of what lies on a session's desk, in the name of the article view."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        session.article_changed.connect(self._on_article)
        session.focus_changed.connect(self._on_focus)
        session.changed.connect(lambda _: self._follow())
        session.said.connect(self._on_said)
        self._on_article()

    def _on_article(self) -> None:
        article, desk = self._session.desk.article, self._session.desk
        if article is None:
            self._view.setAccessibleName(tr("Article"))
            self._view.setAccessibleDescription("")
            return
        self._view.setAccessibleName(tr("Article : {title}", title=shown(article.title or article.name)))
        self._follow()
        self._tell(spoken.article_sentence(article, state_name(desk.state), len(desk.pending)))

    def _on_focus(self) -> None:
        self._follow()
        words = self._here()
        if words:
            self._tell(words)

    def _on_said(self, sentence: str, error: bool) -> None:
        self._tell(sentence, at_once=error)

    def _here(self) -> str:
        """Return what the hand is on, in words."""
        session, one, article = self._session, self._session.focused, self._session.desk.article
        if article is None:
            return ""
        if one is not None:
            marks = session.marks
            rank = next(n for n, mark in enumerate(marks, 1) if mark.key == one.key)
            sentence = spoken.mark_sentence(session.project.scheme, one, session.desk.text_of(one))
            return f"{sentence} {spoken.where_sentence(rank, len(marks))}"
        if session.grip is not None:
            return spoken.selection_sentence(article.text[session.grip.start : session.grip.end])
        return ""

    def _follow(self) -> None:
        """Let the text field's own description, caret and selection be what the hand is on."""
        if not QAccessible.isActive():
            return
        self._view.setAccessibleDescription(self._here())
        one, grip = self._session.focused, self._session.grip
        if grip is not None:
            self._view.put_cursor(grip.start, grip.end)
        elif one is not None:
            self._view.put_cursor(one.start, one.start)

    def _tell(self, words: str, *, at_once: bool = False) -> None:
        if not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self._view, words)
        if at_once:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
