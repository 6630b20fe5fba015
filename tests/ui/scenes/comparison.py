"""Pictures of articles set against one another: the radar and the board of a story."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItem

from depeche import settings
from depeche.ui.window import Window
from tests.annotate import faults, rumours
from tests.ui.scenes.camera import SIZE, settle, shoot, wait_for, wait_for_work


def radar(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of the radar over the sample with faults in it, of its question, and with nothing left to say."""
    texts, _ = faults.planted(1)
    window = Window(faults.into_project(Path(tempfile.mkdtemp()) / "radar", texts), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    window.radar.open()
    wait_for(app, lambda: not window.radar.watch.busy)
    settle(app)
    dialog = window.radar._dialog
    assert dialog is not None
    dialog.tree.setCurrentItem(second_of_third(dialog.tree))
    settle(app)
    shoot(dialog, folder, f"radar-{theme}")
    QTest.keyClick(dialog.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    wait_for(app, lambda: QApplication.activeModalWidget() is not None)
    question = QApplication.activeModalWidget()
    assert question is not None
    shoot(question, folder, f"radar-all-{theme}")
    question.close()
    dialog.tree.setCurrentItem(second_of_third(dialog.tree))
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    settle(app, 200)
    shoot(window, folder, f"radar-place-{theme}")
    dialog.tree.put([])
    dialog._show_state()
    settle(app)
    shoot(dialog, folder, f"radar-nothing-{theme}")
    dialog.close()
    window.close()


def second_of_third(tree: QTreeWidget) -> QTreeWidgetItem:
    """Return the second finding of the third family: one in the middle of the list."""
    family = tree.topLevelItem(2)
    assert family is not None
    finding: QTreeWidgetItem | None = family.child(1)
    assert finding is not None
    return finding


def stories(app: QApplication, folder: Path, theme: str) -> None:
    """Take pictures of a story that three papers tell differently, on its board and at one of its places."""
    window = Window(rumours.into_project(Path(tempfile.mkdtemp()) / "stories"), settings.load())
    window.resize(*SIZE)
    window.show()
    settle(app)
    wait_for_work(app, window)
    window.stories.open(to_board=True)
    dialog = window.stories.dialog
    assert dialog is not None
    wait_for(app, lambda: bool(dialog.cells.board.columns))
    dialog.pending.setChecked(True)
    wait_for(app, lambda: bool(dialog.cells.board.rows))
    dialog.board.setCurrentIndex(dialog.cells.index(1, 1))
    settle(app, 300)
    shoot(dialog, folder, f"stories-{theme}")
    QTest.keyClick(dialog.board, Qt.Key.Key_Return)
    settle(app, 300)
    shoot(window, folder, f"stories-place-{theme}")
    dialog.close()
    window.close()
