"""Pictures of what says how to label: the labels, the guide, notes on borderline cases."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from depeche.core.scheme_draft import Draft
from depeche.ui.dialogs.label_merge import MergeDialog
from depeche.ui.dialogs.note import NoteDialog
from depeche.ui.dialogs.scheme import SchemeDialog
from depeche.ui.dialogs.scheme_changes import ChangesDialog
from depeche.ui.window import Window
from tests.ui.scenes.camera import dialog_of, settle, shoot, wait_for


def labels(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """The editor of the labels, what it would change, and a mark's attributes."""
    window.labels.edit()
    editor = dialog_of(app)
    assert isinstance(editor, SchemeDialog)
    settle(app, 300)
    shoot(editor, folder, f"labels-{theme}")
    editor.form.label_name.setText("ACTEUR")
    editor.form.key.setText("c")
    settle(app)
    shoot(editor, folder, f"labels-conflict-{theme}")
    editor.form.key.setText("!")
    editor.list.setCurrentRow(1)
    editor.merge.click()
    wait_for(app, lambda: any(isinstance(one, MergeDialog) and one.isVisible() for one in app.topLevelWidgets()))
    merging = next(one for one in app.topLevelWidgets() if isinstance(one, MergeDialog) and one.isVisible())
    settle(app)
    shoot(merging, folder, f"labels-merge-{theme}")
    merging.close()
    attributes = editor.form.attributes
    for column, words in enumerate(("ordre", "Ordre de grandeur")):
        cell = attributes.item(1, column)
        assert cell is not None
        cell.setText(words)
    editor.apply.click()
    wait_for(app, lambda: any(isinstance(one, ChangesDialog) for one in app.topLevelWidgets()))
    changes = next(one for one in app.topLevelWidgets() if isinstance(one, ChangesDialog))
    settle(app)
    shoot(changes, folder, f"labels-changes-{theme}")
    changes.close()
    editor.draft = Draft(window.project.scheme)
    editor.close()


def guidance(app: QApplication, window: Window, folder: Path, theme: str) -> None:
    """Take pictures of the guide beside the article, of notes on borderline cases, and of their list."""
    view, session = window.article_panel.view, window.session
    session.set_focus(next(one.key for one in session.marks if one.label == "DATE"))
    window.guide.open()
    settle(app, 200)
    shoot(window, folder, f"guide-{theme}")
    panel = window.guide.panel
    assert panel is not None
    QTest.keyClicks(panel.field, "russe")
    settle(app, 200)
    shoot(window, folder, f"guide-search-{theme}")
    panel.field.clear()
    window.guide.open()
    for label, said in (
        ("DATE", "Une durée qui court encore : date ancrée, ou chiffre ? Marquée comme date."),
        ("ACTOR", "Le siège parle-t-il, ou n’est-ce que le lieu de la réunion ?"),
    ):
        session.set_focus(next(one.key for one in session.marks if one.label == label))
        view.setFocus()
        window.notes.write()
        dialog = dialog_of(app)
        assert isinstance(dialog, NoteDialog)
        dialog.field.setPlainText(said)
        if label == "ACTOR":
            settle(app)
            shoot(dialog, folder, f"note-{theme}")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        settle(app)
    settle(app, 200)
    shoot(window, folder, f"noted-{theme}")
    window.notes.list_all()
    listed = dialog_of(app)
    shoot(listed, folder, f"notes-{theme}")
    listed.close()
