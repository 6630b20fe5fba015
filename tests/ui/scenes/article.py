"""Pictures of an article and of what one does in it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from depeche import paths
from depeche.store import articles
from depeche.ui.window import Window
from tests.ui.scenes.camera import SIZE, dialog_of, settle, shoot, wait_for_work


def at_work(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of suggestions, of some of them decided, of letters at oversights and of a selection."""
    view = window.article_panel.view
    view.setFocus()
    shoot(window, folder, f"suggestions-{theme}")
    for key in (Qt.Key.Key_Space,) * 6 + (Qt.Key.Key_X,) + (Qt.Key.Key_Space,) * 3:
        QTest.keyClick(view, key)
    settle(app)
    shoot(window, folder, f"at-work-{theme}")
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    settle(app)
    shoot(window, folder, f"letters-{theme}")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle(app)
    shoot(window, folder, f"selection-{theme}")


def beside(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of the small dialogs: keys, what they are bound to, preferences, the publication date."""
    for name, opened in (
        ("keys", window.dialogs.keys),
        ("bindings", window.keys.open),
        ("preferences", window.keys.preferences),
        ("date", window.dialogs.publication_date),
    ):
        opened()
        dialog = dialog_of(app)
        shoot(dialog, folder, f"{name}-{theme}")
        dialog.close()


def typing(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of values that are typed, with what they are read as, and of one that can't be read."""
    session = window.session
    for name, label, words in (
        ("typed-figure", "FIGURE", "25.000 à 30.000"),
        ("typed-date", "DATE", "mi-juillet"),
        ("typed-wrongly", "DATE", "le jour de gloire"),
    ):
        session.set_focus(next(one.key for one in session.marks if one.label == label))
        window.marks_panel.edit_value()
        field = window.marks_panel.findChild(QLineEdit)
        assert field is not None
        field.selectAll()
        for sign in words:
            QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))
        settle(app, 200)
        shoot(window, folder, f"{name}-{theme}")
        window.let_go()
        settle(app)


def sight(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of what one can see of an article, and of being alone with it."""
    window.article_panel.view.setFocus()
    window.sight.turn_unseen()
    settle(app, 200)
    shoot(window, folder, f"unseen-{theme}")
    window.sight.use_letters("airy")
    window.sight.widen(-1)
    settle(app, 200)
    shoot(window, folder, f"airy-{theme}")
    window.sight.use_letters("serif")
    window.sight.widen(0)
    window.sight.turn_unseen()
    window.sight.turn_alone()
    window.resize(*SIZE)
    settle(app, 200)
    shoot(window, folder, f"alone-{theme}")
    window.sight.leave()
    window.resize(*SIZE)
    settle(app)


def zoomed(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take a picture of letters twice as large."""
    window.zoom(1)
    for _ in range(9):
        window.zoom(1)
    settle(app)
    shoot(window, folder, f"zoom-200-{theme}")
    window.zoom(0)


def long(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take a picture of a long article."""
    long_text = Path(tempfile.mkdtemp()) / "long.txt"
    bodies = [path.read_text(encoding="utf-8") for path in sorted((paths.corpus() / "articles").glob("*.txt"))]
    long_text.write_text(("\n\n".join(bodies) * 4)[:100_000], encoding="utf-8")
    window.work.ingest([long_text], None)
    settle(app)
    wait_for_work(app, window)
    with window.project.read() as db:
        last = articles.neighbour(db, window.project.annotator, 10**9, -1)
    window.session.open(last or "")
    settle(app)
    shoot(window, folder, f"long-{theme}")
