"""Pictures of what reaches beyond the article: many marks at one stroke, actors, the search, misfit dates."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from depeche.ui.dialogs.everywhere import EverywhereDialog
from depeche.ui.dialogs.find import FindDialog
from depeche.ui.dialogs.history import HistoryDialog
from depeche.ui.window import Window
from tests.ui.scenes.camera import dialog_of, settle, shoot, wait_for, wait_for_work


def everywhere(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of what changes many marks at one stroke, and of the history."""
    view, session = window.article_panel.view, window.session
    view.setFocus()
    named = next(one for one in session.desk.pending if one.label == "ACTOR" and one.kind == "GPE")
    session.set_focus(named.key)
    session.accept()
    QTest.keyClick(view, Qt.Key.Key_Up)
    for name, opened, over in (
        ("everywhere", window.bulk.label_everywhere, True),
        ("accept-above", window.bulk.accept_above, False),
        ("accept-label", window.bulk.accept_label, False),
    ):
        session.set_focus(next(one.key for one in session.marks if one.label == "ACTOR"))
        opened()
        dialog = dialog_of(app)
        settle(app, 400)
        shoot(dialog, folder, f"{name}-{theme}")
        if over:
            assert isinstance(dialog, EverywhereDialog)
            QTest.keyClick(dialog.view, Qt.Key.Key_Return)
            wait_for_work(app, window)
        else:
            dialog.close()
        settle(app)
    session.undo()
    window.dialogs.history()
    dialog = dialog_of(app)
    assert isinstance(dialog, HistoryDialog)
    settle(app, 300)
    dialog.view.selectRow(0)
    settle(app)
    shoot(dialog, folder, f"history-{theme}")
    dialog.close()
    session.redo()


def registry(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of the registry, empty and full, and of an actor that is confirmed."""
    window.dialogs.actors()
    listed = dialog_of(app)
    shoot(listed, folder, f"registry-empty-{theme}")
    listed.close()
    desk = window.session.desk
    named = next(one for one in desk.pending if one.label == "ACTOR" and one.kind == "GPE")
    window.session.set_focus(named.key)
    window.known_actors.draft()
    wait_for(app, lambda: QApplication.activeModalWidget() is not None)
    actor = dialog_of(app)
    shoot(actor, folder, f"actor-{theme}")
    QTest.keyClick(actor, Qt.Key.Key_Return)
    settle(app)
    wait_for_work(app, window)
    shoot(window, folder, f"actor-confirmed-{theme}")
    window.known_actors.take_in(actors_table())
    wait_for_work(app, window)
    window.dialogs.actors()
    listed = dialog_of(app)
    shoot(listed, folder, f"registry-{theme}")
    listed.close()


def actors_table() -> Path:
    """Return a small table of actors, as an analyst would bring it in."""
    lines = (
        "name\tkind\tstate\taliases",
        "Union européenne\tORG\t\tUE|les Vingt-Sept|Bruxelles",
        "Otan\tORG\t\tAlliance atlantique|OTAN",
        "Volodymyr Zelensky\tPER\tUkraine\tZelensky|président ukrainien",
        "Corée du Nord\tGPE\tCorée du Nord\tPyongyang|RPDC|Nord-Coréens",
        "Emmanuel Macron\tPER\tFrance\tMacron|chef de l’État français",
        "Hezbollah\tORG\tLiban\tparti de Dieu",
    )
    path = Path(tempfile.mkdtemp()) / "acteurs.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def search(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of the search: before a word is typed, lines with some ticked, figures over a number."""
    window.dialogs.search()
    found = dialog_of(app)
    assert isinstance(found, FindDialog)
    shoot(found, folder, f"find-empty-{theme}")

    def rest() -> None:
        settle(app)
        wait_for(app, lambda: not window.searching.busy)
        settle(app)

    QTest.keyClicks(found.filters.words, "president")
    rest()
    QTest.keyClick(found.filters.words, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(found.view, key)
    shoot(found, folder, f"find-{theme}")
    found.filters.words.clear()
    found.filters.value.setText("plus de 100")
    rest()
    shoot(found, folder, f"find-figures-{theme}")
    found.close()


def misfits(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take a picture of the confirmed dates that another publication date no longer gives."""
    session = window.session
    while (one := session.focused) is not None and session.desk.pending:
        if one.label == "DATE":
            session.accept()
        else:
            session.step_doubt(1)
        if not any(one.label == "DATE" for one in session.desk.pending):
            break
    change = session.do(lambda: session.desk.set_date("2025-03-05"))
    if change is None:
        return
    window.work.look_for_misfits(change)
    settle(app)
    wait_for_work(app, window)
    dialog = dialog_of(app)
    shoot(dialog, folder, f"misfits-{theme}")
    dialog.close()
    settle(app)
    session.undo()
    wait_for_work(app, window)
