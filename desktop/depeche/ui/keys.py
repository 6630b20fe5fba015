"""The window's keys as they are now: given to its actions, changed at once, kept among the person's preferences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog

from depeche.messages import tr
from depeche.ui import actions, hints, keymap
from depeche.ui.actions import Action, key_words

if TYPE_CHECKING:
    from depeche.ui.window import Window


class Keys(QObject):
    """`changed()`: some action has other keys than before."""

    changed = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.table: list[Action] = []
        self.now: keymap.Keys = {}
        self._bare: dict[str, str] = {}
        faults = [*window.settings.faults, *self.settle()]
        if faults:
            window.project.notices.append(tr("Préférences (settings.toml) : {faults}.", faults=" ; ".join(faults)))
            # Told once: from here on only what holds is kept.
            self._keep()

    def settle(self) -> list[str]:
        """Give all actions their keys anew, those of the scheme's labels as it is now; return what was wrong."""
        scheme = self._window.project.scheme
        self.table = [*actions.table(), *actions.labels(scheme)]
        found = keymap.settle(self.table, self._window.settings.keys)
        self._apply(found.keys)
        self._bare = found.bare_labels
        for one in self.table:
            if one.name not in self._bare or one.name.endswith(actions.BY_LETTER):
                continue
            notice = tr("La touche {key} de « {words} » sert déjà à autre chose : elle se change avec {keys}.",
                        key=key_words(self._bare[one.name]), words=one.words, keys=hints.key("bindings"))  # fmt: skip
            if notice not in self._window.project.notices:
                self._window.project.notices.append(notice)
        return found.faults

    def follow(self, renamed: Mapping[str, str]) -> None:
        """Let the keys that the person gave labels go on under these labels' new names; call `settle` afterwards.

        They stay under the old names as well: other projects may have those labels.
        """
        own = self._window.settings.keys
        ends = ("", actions.BY_LETTER)
        names = {keymap.LABEL + old + end: keymap.LABEL + new + end for old, new in renamed.items() for end in ends}
        more = {new: own[old] for old, new in names.items() if old in own}
        if more:
            self._window.change_settings(replace(self._window.settings, keys={**own, **more}))

    def change(self, keys: keymap.Keys) -> None:
        """Use these keys from now on, in this window and the next."""
        self._apply(keys)
        self._keep()

    def _keep(self) -> None:
        """Keep what differs from the defaults, and what was chosen for labels of other projects' schemes."""
        settings = self._window.settings
        own = {
            name: had for name, had in settings.keys.items() if name.startswith(keymap.LABEL) and name not in self.now
        }
        for name, keys in keymap.changed(self.table, self.now).items():
            if keys or name not in self._bare:  # that a label's key is another action's here is nobody's choice
                own[name] = keys
        self._window.change_settings(replace(settings, keys=own, faults=()))

    def _apply(self, keys: keymap.Keys) -> None:
        self.now = dict(keys)
        made = self._window.actions_by_name
        for name, wanted in keys.items():
            if name in made:
                made[name].setShortcuts([QKeySequence(key) for key in wanted])
        hints.take(keys, {one.name: one.words.rstrip("…") for one in self.table})
        self._window.label_bar.show_keys()
        self._window.article_panel.show_keys()
        self.changed.emit()

    def open(self) -> None:
        """Show all actions with their keys, to be changed."""
        from depeche.ui.dialogs.bindings import BindingsDialog

        self._show(BindingsDialog(self._window, self))

    def preferences(self) -> None:
        """Show what a person can choose for all projects."""
        from depeche.ui.dialogs.preferences import PreferencesDialog

        self._show(PreferencesDialog(self._window))

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
