"""The editor of the label scheme in the window: by key alone, counted first, one undo, the window follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from depeche.core.scheme_toml import to_toml
from depeche.store.check import check
from depeche.store.project import SCHEME, Project
from depeche.ui.dialogs.attributes import AttributesDialog
from depeche.ui.dialogs.label_merge import MergeDialog
from depeche.ui.dialogs.scheme import SchemeDialog
from depeche.ui.dialogs.scheme_changes import ChangesDialog, RenamedDialog
from tests.ui.hands import Hands, settle


@pytest.fixture
def editor(hands: Hands, qtbot: QtBot) -> Iterator[SchemeDialog]:
    """The editor over the window, once it knows what labels are used."""
    hands.press("F3")
    dialog = one(hands, SchemeDialog)
    done(hands, qtbot)
    yield dialog
    dialog.close()


def one(hands: Hands, kind: type) -> SchemeDialog:
    return next(each for each in hands.dialogs if isinstance(each, kind))


def done(hands: Hands, qtbot: QtBot) -> None:
    """Wait until nothing is worked out or carried out any more."""
    qtbot.waitUntil(lambda: not hands.window.labels.busy and not hands.window.jobs.busy)
    QApplication.processEvents()


def write(field: QLineEdit, words: str) -> None:
    """Type words in place of those in a field."""
    field.setFocus()
    field.selectAll()
    for sign in words:
        QTest.keyClick(field, sign)
    QApplication.processEvents()


def apply(hands: Hands, editor: SchemeDialog, qtbot: QtBot) -> list[str]:
    """Ask for it and confirm what is shown; returns the lines of that."""
    assert editor.apply.isEnabled(), editor.problem.text()
    QTest.keyClick(editor.apply, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(isinstance(each, ChangesDialog) for each in hands.dialogs))
    changes = next(each for each in hands.dialogs if isinstance(each, ChangesDialog))
    shown = [
        " — ".join(changes.table.item(row, column).text() for column in (0, 1))
        for row in range(changes.table.rowCount())
    ]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    done(hands, qtbot)
    settle(hands.window)
    return [" ".join(line.split()) for line in shown]


def rename(editor: SchemeDialog) -> str:
    """Make ACTEUR of ACTOR, with another key, which is returned."""
    editor.list.setCurrentRow(0)
    key = another_key(editor)
    write(editor.form.name, "Protagoniste")
    write(editor.form.label_name, "ACTEUR")
    write(editor.form.key, key)
    return key


def another_key(editor: SchemeDialog) -> str:
    """Return a key that no action and no label has."""
    return next(key for key in editor.draft.free_keys(-1, editor._taken) if key not in "ACDQ")


def test_a_rename_shows_its_counts_and_the_window_follows_at_once(
    hands: Hands, editor: SchemeDialog, qtbot: QtBot
) -> None:
    hands.press("Esc")
    hands.press("Space")  # « Ilan Vorga » is accepted
    hands.press("F3")
    done(hands, qtbot)
    key = rename(editor)
    shown = apply(hands, editor, qtbot)
    assert shown[0] == "ACTOR devient ACTEUR ; tout ce qui la porte suit — 1 passage · 4 suggestions · 2 articles"
    assert not editor.isVisible()
    assert ("Ilan Vorga", "ACTEUR") in hands.marked
    chips = [chip.accessibleName() for chip in hands.window.label_bar.chips.chips]
    assert chips[0].startswith("Protagoniste")
    assert "label_ACTEUR" in hands.window.actions_by_name
    assert "label_ACTOR" not in hands.window.actions_by_name
    hands.drag(hands.text.index("vallée"), hands.text.index("vallée") + 6)
    hands.press(key)
    assert ("vallée", "ACTEUR") in hands.marked
    hands.press("Ctrl+Z")
    assert ("vallée", "ACTEUR") not in hands.marked
    assert "ACTOR → ACTEUR" in hands.window.actions_by_name["undo"].text()
    hands.press("Ctrl+Z")
    done(hands, qtbot)
    assert ("Ilan Vorga", "ACTOR") in hands.marked
    assert hands.window.label_bar.chips.chips[0].accessibleName().startswith("Acteur")
    hands.press("Ctrl+Y")
    done(hands, qtbot)
    assert ("Ilan Vorga", "ACTEUR") in hands.marked
    assert check(hands.window.project) == []


def test_another_start_finds_the_new_labels_and_can_undo_them(
    open_window: Callable[[Project], Hands], doubts: Project, qtbot: QtBot
) -> None:
    hands = open_window(doubts)
    hands.press("F3")
    done(hands, qtbot)
    editor = one(hands, SchemeDialog)
    rename(editor)
    apply(hands, editor, qtbot)
    hands.window.close()
    hands = open_window(Project.open(doubts.folder))
    assert hands.window.label_bar.chips.chips[0].accessibleName().startswith("Protagoniste")
    hands.press("Ctrl+Z")
    done(hands, qtbot)
    assert hands.window.label_bar.chips.chips[0].accessibleName().startswith("Acteur")


def test_what_cannot_be_is_said_while_it_is_typed(editor: SchemeDialog) -> None:
    editor.list.setCurrentRow(1)
    write(editor.form.key, "a")
    assert "La touche A est déjà celle de « Acteur »." in plain(editor.problem.text())
    assert not editor.apply.isEnabled()
    write(editor.form.key, "x")
    assert "La touche X sert déjà à : Rejeter" in plain(editor.problem.text())
    assert "Touches libres : C " in plain(editor.problem.text())
    write(editor.form.key, "c")
    write(editor.form.label_name, "2 mots")
    assert "nom technique" in editor.problem.text()
    write(editor.form.label_name, "DATE")
    assert "déjà le nom technique" in plain(editor.problem.text())
    write(editor.form.label_name, "FIGURE")
    write(editor.form.colour, "rouge")
    assert "#2f6fb5" in editor.problem.text()
    editor.list.setCurrentRow(0)
    assert not editor.problem.text() or "Chiffre" in editor.problem.text()


def test_labels_are_added_moved_retired_and_deleted_by_key(hands: Hands, editor: SchemeDialog, qtbot: QtBot) -> None:
    QTest.keyClick(editor.add, Qt.Key.Key_Space)
    write(editor.form.name, "Lieu")
    write(editor.form.label_name, "LIEU")
    write(editor.form.key, another_key(editor))
    QTest.keyClick(editor.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [entry.label.label for entry in editor.draft.entries][-2:] == ["LIEU", "QUOTE"]
    editor.list.setCurrentRow(0)
    assert not editor.remove.isEnabled()  # suggestions have it
    QTest.keyClick(editor.retire, Qt.Key.Key_Space)
    shown = apply(hands, editor, qtbot)
    assert [line.split(" — ")[0].split(", touche ")[0] for line in shown] == [
        "ACTOR : retirée ; ses passages restent, ses suggestions sont cachées", "LIEU : nouvelle étiquette « Lieu »"
    ]  # fmt: skip
    assert ", touche " in shown[1]
    assert ", couleur #" in shown[1]
    assert [chip.accessibleName().split(",")[0] for chip in hands.window.label_bar.chips.chips] == [
        "Chiffre", "Date", "Lieu", "Citation"
    ]  # fmt: skip
    hands.press("F3")
    done(hands, qtbot)
    editor.list.setCurrentRow(3)
    assert editor.remove.isEnabled()
    QTest.keyClick(editor.remove, Qt.Key.Key_Space)
    assert apply(hands, editor, qtbot) == ["LIEU : supprimée, n’a jamais servi — —"]


def test_a_retired_label_is_out_of_sight_and_undo_brings_its_suggestions_back(
    hands: Hands, editor: SchemeDialog, qtbot: QtBot
) -> None:
    desk = hands.window.session.desk
    waiting = {one.key for one in desk.pending}
    actors = {one.key for one in desk.pending if one.label == "ACTOR"}
    assert actors
    assert waiting - actors
    editor.list.setCurrentRow([entry.label.label for entry in editor.draft.entries].index("ACTOR"))
    QTest.keyClick(editor.retire, Qt.Key.Key_Space)
    apply(hands, editor, qtbot)
    assert {one.key for one in desk.pending} == waiting - actors
    assert not [one for one in hands.window.session.marks if one.key in actors]
    hands.window.work.suggest(hands.window.session.library.all_keys())
    done(hands, qtbot)
    for _ in waiting:
        hands.press("Space")
    assert "ACTOR" not in {one.label for one in desk.spans}
    for _ in range(len(desk.spans)):
        hands.press("Ctrl+Z")
        done(hands, qtbot)
    hands.press("Ctrl+Z")
    done(hands, qtbot)
    assert {one.key for one in desk.pending} >= actors


def test_a_file_asks_what_it_has_renamed(hands: Hands, editor: SchemeDialog, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "e.toml"
    path.write_text(to_toml(hands.window.project.scheme).replace('"FIGURE"', '"NOMBRE"'), encoding="utf-8")
    hands.window.labels.take_file(path)
    question = next(each for each in hands.dialogs if isinstance(each, RenamedDialog))
    box = question.boxes["FIGURE"]
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert isinstance(box, QComboBox)
    QTest.keyClick(box, Qt.Key.Key_Return)
    if question.isVisible():
        question._decide()
    shown = apply(hands, editor, qtbot)
    assert shown == ["FIGURE devient NOMBRE ; tout ce qui la porte suit — 0 passage · 2 suggestions · 2 articles"]
    path.write_text("[[label]]\nlabel = 3\n", encoding="utf-8")
    hands.press("F3")
    hands.window.labels.take_file(path)
    assert "ligne 1" in plain(editor.problem.text())


def test_a_mark_is_given_the_attributes_that_its_label_declares(
    hands: Hands, editor: SchemeDialog, qtbot: QtBot
) -> None:
    editor.list.setCurrentRow(1)
    table = editor.form.attributes
    table.item(1, 0).setText("sure")
    table.item(1, 1).setText("Certain")
    box = table.cellWidget(1, 2)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(2)
    shown = apply(hands, editor, qtbot)
    assert [line.split(" — ")[0] for line in shown] == ["FIGURE : nouvel attribut « Certain »"]
    hands.press("Tab", "Tab", "Tab", "Tab")
    while hands.focused != "Quelque 600":
        hands.press("Tab")
    assert "Unité : soldats" in plain(hands.shown(hands.window.marks_panel))
    hands.press("Shift+V")
    dialog = next(each for each in hands.dialogs if isinstance(each, AttributesDialog))
    fields = dialog.findChildren(QLineEdit) + dialog.findChildren(QCheckBox)
    write(fields[0], "militaires")
    QTest.keyClick(fields[1], Qt.Key.Key_Space)
    QTest.keyClick(fields[0], Qt.Key.Key_Return)
    span = next(each for each in hands.window.session.desk.spans if each.label == "FIGURE")
    assert dict(span.attrs) == {"unit": "militaires", "sure": True}
    assert "Unité : militaires · Certain" in plain(hands.shown(hands.window.marks_panel))
    assert "attributes" in (hands.window.project.folder / SCHEME).read_text(encoding="utf-8")


def test_every_control_of_the_editor_has_a_name(editor: SchemeDialog) -> None:
    for kind in (QLineEdit, QComboBox, QCheckBox):
        for each in editor.findChildren(kind):
            if each.isVisible() and not each.objectName().startswith("qt_"):
                assert each.accessibleName(), each


def plain(words: str) -> str:
    """Return words with plain blanks."""
    return " ".join(words.split())


def test_a_key_of_ones_own_goes_on_under_the_new_name(hands: Hands, editor: SchemeDialog, qtbot: QtBot) -> None:
    keys = hands.window.keys
    keys.change({**keys.now, "label_ACTOR": ("Ctrl+Shift+F9",)})
    editor.list.setCurrentRow(0)
    write(editor.form.label_name, "ACTEUR")
    apply(hands, editor, qtbot)
    assert keys.now["label_ACTEUR"] == ("Ctrl+Shift+F9",)
    hands.drag(hands.text.index("vallée"), hands.text.index("vallée") + 6)
    hands.press("Ctrl+Shift+F9")
    assert ("vallée", "ACTEUR") in hands.marked
    hands.press("Ctrl+Z", "Ctrl+Z")
    done(hands, qtbot)
    assert keys.now["label_ACTOR"] == ("Ctrl+Shift+F9",)


def test_a_label_goes_into_another_by_key_with_what_crosses_decided_first(
    hands: Hands, editor: SchemeDialog, qtbot: QtBot
) -> None:
    QTest.keyClick(editor.add, Qt.Key.Key_Space)
    write(editor.form.name, "Camp")
    write(editor.form.label_name, "CAMP")
    key = another_key(editor)
    write(editor.form.key, key)
    QTest.keyClick(editor.form.nests, Qt.Key.Key_Space)
    apply(hands, editor, qtbot)
    hands.press("Space")  # « Ilan Vorga » is accepted
    at = hands.text.index("président Ilan Vorga")
    hands.drag(at, at + len("président Ilan Vorga"))
    hands.press(key)
    assert ("président Ilan Vorga", "CAMP") in hands.marked
    hands.press("F3")
    done(hands, qtbot)
    row = next(n for n, entry in enumerate(editor.draft.entries) if entry.label.label == "CAMP")
    editor.list.setCurrentRow(row)
    QTest.keyClick(editor.merge, Qt.Key.Key_Space)
    question = next(each for each in hands.dialogs if isinstance(each, MergeDialog))
    assert plain(question.into.currentText()) == "Acteur (ACTOR)"
    question._decide()
    QApplication.processEvents()
    assert plain(editor.list.item(row).text()) == "Camp → Acteur"
    assert not editor.form.isEnabled()
    editor.list.setCurrentRow(0)
    assert not editor.merge.isEnabled()  # another goes into it
    QTest.keyClick(editor.apply, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(isinstance(each, ChangesDialog) for each in hands.dialogs), timeout=30_000)
    changes = next(each for each in hands.dialogs if isinstance(each, ChangesDialog))
    assert plain(changes.table.item(0, 0).text()).startswith("Passages qui croiseraient un plus long")
    assert plain(changes.places.item(0).text()).endswith("« Ilan Vorga » croise « président Ilan Vorga »")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # « Appliquer » waits for a decision
    assert changes.isVisible()
    QTest.keyClick(changes.longest, Qt.Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    done(hands, qtbot)
    settle(hands.window)
    assert ("président Ilan Vorga", "ACTOR") in hands.marked
    assert ("Ilan Vorga", "ACTOR") not in hands.marked
    assert "label_CAMP" not in hands.window.actions_by_name
    assert check(hands.window.project) == []
    hands.press("Ctrl+Z")
    done(hands, qtbot)
    assert {("président Ilan Vorga", "CAMP"), ("Ilan Vorga", "ACTOR")} <= set(hands.marked)
    assert "label_CAMP" in hands.window.actions_by_name


def test_a_file_without_a_label_is_asked_which_other_it_went_into(
    hands: Hands, editor: SchemeDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    scheme = hands.window.project.scheme
    path = tmp_path / "e.toml"
    path.write_text(to_toml(replace(scheme, labels=scheme.labels[1:])), encoding="utf-8")
    hands.window.labels.take_file(path)
    question = next(each for each in hands.dialogs if isinstance(each, RenamedDialog))
    box = question.boxes["ACTOR"]
    box.setCurrentIndex(next(n for n in range(box.count()) if "QUOTE" in box.itemText(n)))
    question._decide()
    shown = apply(hands, editor, qtbot)
    assert any(line.startswith("ACTOR est réunie à QUOTE") for line in shown)
    assert any(line.startswith("ACTOR : les règles ne la proposeront plus") for line in shown)
    assert "ACTOR" not in hands.window.project.scheme
    assert check(hands.window.project) == []


def test_many_labels_and_long_names_ask_for_no_wider_window(tmp_path, open_window) -> None:
    names = [f"Événement {n}" if n != 7 else "Événement politique " * 4 + "7" for n in range(18)]
    labels = (f'[[label]]\nlabel = "L{n}"\nname = "{name[-78:]}"\ncolour = "#4477aa"\n' for n, name in enumerate(names))
    toml = "\n".join(labels)
    with Project.create(tmp_path / "large", toml, "Claire") as project:
        hands = open_window(project)
        bar = hands.window.label_bar
        assert len(bar.chips.chips) == 18
        assert hands.window.minimumSizeHint().width() < hands.window.fontMetrics().averageCharWidth() * 130
        hands.window.resize(1000, 700)
        QApplication.processEvents()
        assert hands.window.width() == 1000
        boxes = [chip.geometry() for chip in bar.chips.chips]
        assert all(bar.chips.rect().contains(box) for box in boxes), "each is in sight whole"
        assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[:n])
        assert len({box.top() for box in boxes}) > 1
        hands.window.close()


def test_a_kind_that_the_label_doesnt_have_is_shown_and_corrected_by_key(hands: Hands) -> None:
    hands.press("Space")  # « Ilan Vorga » is accepted
    session = hands.window.session
    span = next(one for one in session.desk.spans if session.desk.text_of(one) == "Ilan Vorga")
    session.do(lambda: session.desk.edit(span.key, kind="HUM"))  # as an import may bring it
    session.set_focus(span.key)
    settle(hands.window)
    assert "HUM" in hands.shown(hands.window.marks_panel)
    hands.press("G")
    assert session.desk.span(span.key).kind == "PER"  # type: ignore[union-attr]
    assert "HUM" not in hands.shown(hands.window.marks_panel)
