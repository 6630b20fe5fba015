"""The guide in the window: opened beside the article at the label in hand, gone back from, made to follow the hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QSplitter

from depeche.core import guide
from depeche.core.guide import Chapter
from depeche.core.package import DIRECTORY, GUIDE
from depeche.messages import tr
from depeche.store.project import Project
from depeche.ui.panels.guide import GuidePanel

if TYPE_CHECKING:
    from depeche.ui.window import Window

_FOLLOWS = "guide/follows"
ARTICLE_CHARACTERS = 70
"""In a column as wide as so many characters of the window's own letters an article is read with ease, not zoomed."""


class Guide(QObject):
    """Owns the guide's panel over a window; made when it is first asked for."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._dock: QDockWidget | None = None
        self._room: list[tuple[QSplitter, QByteArray]] = []  # how wide all was before the guide took its place
        self.panel: GuidePanel | None = None
        self._later = QTimer(self, singleShot=True, interval=0)  # when the window has laid itself out again
        self._later.timeout.connect(self._make_room)
        window.session.focus_changed.connect(self._on_focus)
        window.session.article_changed.connect(self._on_focus)
        window.session.relabelled.connect(self.renew)

    def open(self) -> None:
        """Open the guide at the label in hand with the keyboard in its search; from there, close it again."""
        if self._dock is None or self.panel is None:
            self._dock, self.panel = self._make()
        elif self._dock.isVisible() and self._dock.isAncestorOf(self._window.focusWidget() or self._window):
            self._leave(close=True)
            return
        if not self._dock.isVisible():
            self._dock.show()
            self.renew()
        self._later.start()
        one = self._window.session.focused
        self.panel.show_label(one.label if one else None)
        self.panel.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.field.selectAll()

    def show_beside(self, shown: bool) -> bool:
        """Show an open guide, or hide it for a while; returns whether it was to be seen."""
        seen = self._dock is not None and self._dock.isVisible()
        if self._dock is not None:
            self._dock.setVisible(shown)
        return seen

    def renew(self) -> None:
        """Read the guide again: the scheme has changed."""
        if self.panel is not None:
            self.panel.put(chapters(self._window.project), _colours(self._window.project))

    def _make(self) -> tuple[QDockWidget, GuidePanel]:
        window = self._window
        panel = GuidePanel()
        dock = QDockWidget(tr("Guide d’annotation"), window)
        dock.setObjectName("guide")
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable | QDockWidget.DockWidgetFeature.DockWidgetMovable
        )
        dock.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        dock.setWidget(panel)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        window.resizeDocks([dock], [panel.fontMetrics().averageCharWidth() * 46], Qt.Orientation.Horizontal)
        panel.put(chapters(window.project), _colours(window.project))
        panel.follow.setChecked(QSettings().value(_FOLLOWS, "false") == "true")
        dock.visibilityChanged.connect(self._on_shown)
        panel.left.connect(lambda: self._leave(close=False))
        panel.followed.connect(self._on_followed)
        return dock, panel

    def _make_room(self) -> None:
        """Take from both lists what the article lacks now, and give it back when the guide is closed."""
        window = self._window
        if self._dock is None or not self._dock.isVisible() or self._room:
            return
        wanted = window.fontMetrics().averageCharWidth() * ARTICLE_CHARACTERS * max(window.settings.zoom, 1.0)
        outer, inner = window.articles_panel.parentWidget(), window.desk_area
        assert isinstance(outer, QSplitter)
        lists = window.articles_panel, window.marks_panel
        spare = [max(each.width() - each.minimumSizeHint().width(), 0) if each.isVisible() else 0 for each in lists]
        lacks = round(wanted) - window.article_panel.width()
        if lacks <= 0 or not any(spare):
            return
        self._room = [(splitter, splitter.saveState()) for splitter in (outer, inner)]
        of_list = min(max(lacks - spare[1], 0), spare[0])  # the list of marks gives first
        outer.setSizes([lists[0].width() - of_list, outer.width()])
        marks = lists[1].minimumSizeHint().width() if lacks >= spare[1] else lists[1].width() - lacks
        inner.setSizes([inner.width() - marks, marks])

    def _on_shown(self, shown: bool) -> None:
        if not shown and not self._window.isMinimized():
            self.give_back()

    def give_back(self) -> None:
        """Give the lists back what they gave the article, as when the guide is closed."""
        self._later.stop()
        room, self._room = self._room, []
        for splitter, state in room:
            splitter.restoreState(state)

    def _leave(self, *, close: bool) -> None:
        if close and self._dock is not None:
            self._dock.close()
        self._window.article_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_followed(self, follows: bool) -> None:
        QSettings().setValue(_FOLLOWS, "true" if follows else "false")
        self._on_focus()

    def _on_focus(self) -> None:
        if self._dock is None or self.panel is None or not self._dock.isVisible() or not self.panel.follow.isChecked():
            return
        one = self._window.session.focused
        current = self.panel.labels.currentText()
        scheme = self._window.project.scheme
        if one is not None and not (one.label in scheme and scheme.get(one.label).name == current):
            self.panel.show_label(one.label)


def chapters(project: Project) -> list[Chapter]:
    """Return a project's guide: its own file where there is one, as a work package brings it, else the scheme's.

    A file that can't be read, or is beyond all measure, is none.
    """
    own = project.folder / GUIDE
    try:
        if own.is_file() and own.stat().st_size <= DIRECTORY:
            found = guide.of_markdown(own.read_text(encoding="utf-8"), project.scheme)
            if found:
                return found
    except (OSError, UnicodeDecodeError):
        return guide.of_scheme(project.scheme)
    return guide.of_scheme(project.scheme)


def _colours(project: Project) -> dict[str, str]:
    return {label.label: label.colour for label in project.scheme.labels}
