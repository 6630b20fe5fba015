"""The menu at the pointer: what can be done with the mark, or the words, that it stands on, each with its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from depeche.annotate.hand import One
from depeche.core.suggestion import Suggestion
from depeche.messages import tr
from depeche.ui.actions import BY_LETTER

if TYPE_CHECKING:
    from depeche.ui.window import Window

_DOUBT = ("accept", "reject", "accept_alike", "accept_label", "reject_everywhere")
_SPAN = ("reject",)
_MARK = ("kind", "value", "attributes", "reading", "no_value", "", "reach", "outer", "", "everywhere", "confirm",
         "power", "", "note")  # fmt: skip
_WORDS = ("everywhere", "note", "let_go")
_ARTICLE = ("next_doubt", "next_unmarked", "accept_above", "", "date", "done", "skip")
_FEW = 6
"""So many labels stand in the menu itself; more in one below it."""


class ContextMenu(QObject):
    """Shows the menu where the article or the list of spans is asked for one, by the mouse or the key for it."""

    def __init__(self, window: Window, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        window.article_panel.view.context_requested.connect(self._on_article)
        listed = window.marks_panel.view
        listed.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        listed.customContextMenuRequested.connect(self._on_list)

    def _on_article(self, at: QPoint, keys: list[str]) -> None:
        session = self._window.session
        if session.desk.article is None:
            return
        self._window.article_panel.view.setFocus(Qt.FocusReason.MouseFocusReason)
        one = session.one(session.focus if session.focus in keys else keys[0]) if keys else None
        grip = session.grip
        if one is not None and grip is not None and one.start < grip.end and grip.start < one.end:
            one = None  # it is the words selected in it
        if one is not None and session.focus != one.key:
            session.set_focus(one.key)
        self._show(at, one)

    def _on_list(self, at: QPoint) -> None:
        listed = self._window.marks_panel.view
        index = listed.indexAt(at)
        if index.isValid():
            one = index.data(Qt.ItemDataRole.UserRole)
            self._window.session.set_focus(one.key)
            self._show(listed.viewport().mapToGlobal(at), one)

    def _show(self, at: QPoint, one: One | None) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if one is not None:
            self._put(menu, _DOUBT if isinstance(one, Suggestion) else _SPAN)
            menu.addSeparator()
            self._put_labels(menu)
            self._put(menu, _MARK)
        elif self._window.session.grip is not None:
            self._put_labels(menu)
            self._put(menu, _WORDS)
        else:
            self._put(menu, _ARTICLE)
        menu.popup(at)

    def _put_labels(self, menu: QMenu) -> None:
        names = [name for name in self._actions if name.startswith("label_") and not name.endswith(BY_LETTER)]
        self._put(menu if len(names) <= _FEW else menu.addMenu(tr("Étiqueter")), names)
        menu.addSeparator()

    def _put(self, menu: QMenu, names: Iterable[str]) -> None:
        for name in names:
            if name:
                self._actions[name].setShortcutVisibleInContextMenu(True)
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
