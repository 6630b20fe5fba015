"""The menu bar of a project's window, and the keys of its labels: made of the table of actions and of the scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from depeche.ui import actions
from depeche.ui.context import ContextMenu

if TYPE_CHECKING:
    from depeche.ui.window import Window


def fill(window: Window) -> dict[str, QAction]:
    """Make all actions of the window with their menus; return them by name, those of the labels as `label_ACTOR`."""
    table = actions.table()
    made = actions.make(table, window, window.desk_area)
    menus: dict[str, QMenu] = {}
    groups: dict[str, QActionGroup] = {}
    for one in table:
        if one.menu not in menus:
            menus[one.menu] = window.menuBar().addMenu(one.menu)
        if one.choice and one.choice not in menus:
            menus[one.choice] = menus[one.menu].addMenu(one.choice)
            groups[one.choice] = QActionGroup(window)
        if one.choice:
            groups[one.choice].addAction(made[one.name])
        if not one.name.startswith("choose_"):
            menus[one.choice or one.menu].addAction(made[one.name])
    for chosen in (f"theme_{window.settings.theme}", f"language_{window.settings.language}"):
        made[chosen].setChecked(True)
    _add_labels(window, made)
    ContextMenu(window, made)
    return made


def relabel(window: Window) -> None:
    """Put the labels that the project has now in place of those that it had."""
    made = window.actions_by_name
    for name in [name for name in made if name.startswith("label_")]:
        action = made.pop(name)
        window.desk_area.removeAction(action)
        action.deleteLater()
    _add_labels(window, made)


def _add_labels(window: Window, made: dict[str, QAction]) -> None:
    menus = {one.title(): one for one in window.menuBar().findChildren(QMenu)}
    for one in actions.labels(window.project.scheme):
        made |= actions.make([one], window, window.desk_area)
        menus[one.menu].addAction(made[one.name])
