"""How the article is seen: size, width and letters of its lines, unseen characters, the strip beside it, alone or not.

All of it is the person's, kept in the preferences, but for being alone with the article: that lasts until Esc.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from depeche.messages import tr
from depeche.ui import hints
from depeche.ui.text.typography import LETTERS, MEASURE, NARROWEST, WIDEST

if TYPE_CHECKING:
    from depeche.ui.window import Window

MEASURE_STEP = 5
"""Characters by which a line gets wider or narrower at a stroke."""


class Sight(QObject):
    """How a window shows its article. `alone`: with the article and nothing else."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.alone = False
        self._was = window.windowState()
        self._guided = False
        for name in ("unseen", "minimap", "alone"):
            window.actions_by_name[name].setCheckable(True)
        window.marks_panel.typed.connect(self.hide_value)
        self._apply()

    def _apply(self) -> None:
        settings, panel, actions = self._window.settings, self._window.article_panel, self._window.actions_by_name
        panel.view.set_setting(settings.zoom, settings.measure, settings.letters)
        panel.view.show_unseen(settings.unseen)
        panel.minimap.setVisible(settings.minimap and not self.alone)
        actions["unseen"].setChecked(settings.unseen)
        actions["minimap"].setChecked(settings.minimap)
        actions["alone"].setChecked(self.alone)
        actions[f"letters_{settings.letters}"].setChecked(True)

    def _say(self, sentence: str) -> None:
        self._window.session.said.emit(sentence, False)

    # --- lines

    def widen(self, step: int) -> None:
        """Set the lines wider (1), narrower (-1) or as usual (0)."""
        settings = self._window.settings
        measure = min(max(settings.measure + step * MEASURE_STEP, NARROWEST), WIDEST) if step else MEASURE
        self._window.change_settings(replace(settings, measure=measure))
        self._apply()
        self._say(tr("Lignes de %n caractère environ|Lignes de %n caractères environ", n=measure))

    def use_letters(self, letters: str) -> None:
        """Set the article in letters of one kind, one of `LETTERS`, from now on."""
        assert letters in LETTERS
        self._window.change_settings(replace(self._window.settings, letters=letters))
        self._apply()

    # --- what is shown beside the words

    def turn_unseen(self) -> None:
        """Show no-break and thin spaces and what has no width, or show them no longer."""
        self._window.change_settings(replace(self._window.settings, unseen=not self._window.settings.unseen))
        self._apply()
        on = self._window.settings.unseen
        self._say(tr("Espaces insécables et caractères invisibles montrés.") if on
                  else tr("Espaces insécables et caractères invisibles cachés."))  # fmt: skip

    def turn_minimap(self) -> None:
        """Show the strip beside the article, or show it no longer."""
        self._window.change_settings(replace(self._window.settings, minimap=not self._window.settings.minimap))
        self._apply()

    # --- alone with the article

    def turn_alone(self) -> None:
        """Show only the article, all set back but the sentence in hand; or everything again."""
        if self.alone:
            self.leave()
            return
        window = self._window
        self.alone, self._was = True, window.windowState()
        self._show_rest(False)
        window.article_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        window.showFullScreen()
        self._say(tr("Concentration : seul l’article. Échap ou {key} pour revenir.", key=hints.key("alone")))

    def leave(self) -> None:
        """Show everything again; nothing where everything is shown."""
        if self.alone:
            self.alone = False
            self._show_rest(True)
            self._window.setWindowState(self._was)

    def _show_rest(self, shown: bool) -> None:
        window = self._window
        window.articles_panel.setVisible(shown)
        window.marks_panel.setVisible(shown)
        if not shown:
            self._guided = window.guide.show_beside(False)
        elif self._guided:
            window.guide.show_beside(True)
        window.article_panel.view.set_alone(self.alone)
        self._apply()

    def edit_value(self) -> None:
        """Put the keyboard into the value of the mark in hand; alone with the article, show it for as long."""
        if self.alone and self._window.session.focused is not None:
            self._window.marks_panel.show()
        self._window.marks_panel.edit_value()

    def hide_value(self) -> None:
        """Hide the value again once it is typed or given up, where one is alone with the article."""
        if self.alone:
            self._window.marks_panel.hide()
            self._window.article_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
