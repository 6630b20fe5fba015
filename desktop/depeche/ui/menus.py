"""The menu bar of a project's window, and the keys of its labels: made of the table of actions and of the scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from depeche.messages import tr
from depeche.ui import actions

if TYPE_CHECKING:
    from depeche.ui.window import Window


def fill(window: Window) -> dict[str, QAction]:
    """Make all actions of the window with their menus; return them by name, those of the labels as `label_ACTOR`.

    A label whose key serves an action already gets none, and a notice of the project says so.
    """
    table = actions.table()
    made = actions.make(table, window, window.desk_area, window.settings.keys)
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
    _add_labels(window, made, menus[tr("&Passage")])
    return made


def _add_labels(window: Window, made: dict[str, QAction], menu: QMenu) -> None:
    taken = {key.toString() for action in made.values() for key in action.shortcuts()}
    for label in window.project.scheme.active:
        if not label.key:
            continue
        if label.key.upper() in taken:
            window.project.notices.append(
                tr("La touche {key} de « {name} » sert déjà à autre chose : changez-la dans scheme.toml.",
                   key=label.key.upper(), name=label.name)
            )  # fmt: skip
            continue
        action = QAction(tr("Étiqueter : {name}", name=label.name), window.desk_area)
        action.setShortcut(label.key.upper())
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False, name=label.label: window.session.label(name))
        window.desk_area.addAction(action)
        made[f"label_{label.label}"] = action
        menu.addAction(action)
