"""Work packages in the window: a double click opens one, the menu hands the work back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from depeche import paths, settings
from depeche.export.handback import give_back
from depeche.ingest.inspection import inspect
from depeche.ingest.package import receive
from depeche.settings import Settings
from depeche.store import packages
from depeche.store.project import Project
from depeche.ui.app import Program, make_application
from depeche.ui.dialogs.handed_back import HandedBackDialog
from depeche.ui.dialogs.which_project import WhichProjectDialog
from tests.packages import annotate, at_work, changed_line, make_package, members_of, sealed, write
from tests.ui.hands import Hands, settle


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's documents: an empty folder."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(paths, "documents", lambda: folder)
    return folder


@pytest.fixture
def program(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, documents: Path) -> Iterator[Program]:
    settings.save(Settings())
    monkeypatch.setattr("depeche.ui.crash.Crash.install", lambda _self: None)  # it would take pytest's hooks away
    one = Program(make_application())
    yield one
    if one.window is not None:
        settle(one.window)
        one.window.close()
    if one._welcome is not None:
        one._welcome.close()
    one.stop()


def drop(widget: QWidget, path: Path) -> None:
    """Drop a file on a widget. Qt hands on such events only from a real drag."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    enter.ignore()
    widget.dragEnterEvent(enter)
    assert enter.isAccepted()
    widget.dropEvent(QDropEvent(QPointF(5, 5), *how))


def said_on_the_welcome_page(program: Program) -> str:
    assert program._welcome is not None
    return " ".join(program._welcome.message.text().split())


def wait_for_window(program: Program, qtbot: QtBot) -> Hands:
    qtbot.waitUntil(lambda: program.window is not None and program.window.session.desk.article is not None)
    settle(program.window)
    return Hands(program.window)


def test_a_double_click_opens_the_project_and_again_the_same(program: Program, qtbot, tmp_path, documents) -> None:
    program.open(make_package(tmp_path))
    hands = wait_for_window(program, qtbot)
    assert program.window.project.folder == documents / "lead - Bilal"
    assert program.window.windowTitle() == "lead — Dépêche"
    assert hands.title == "Tarsis signe le traité"
    hands.press("Space")
    assert ("Ilan Vorga", "ACTOR") in hands.marked
    program.window.close()
    program.window = None
    program.open(tmp_path / "lot.depeche")
    hands = wait_for_window(program, qtbot)
    assert ("Ilan Vorga", "ACTOR") in hands.marked, "the work is still there"
    assert [one.name for one in documents.iterdir()] == ["lead - Bilal"]


@pytest.mark.parametrize("how", ["button", "drop", "macOS"])
def test_the_welcome_page_takes_one(program: Program, qtbot, tmp_path, monkeypatch, how) -> None:
    path = make_package(tmp_path)
    program.welcome()
    if how == "button":
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
        (button,) = (b for b in program._welcome.findChildren(QPushButton) if "lot de travail" in b.text())
        button.click()
    elif how == "drop":
        drop(program._welcome, path)
    else:
        QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(str(path)))
    assert "Ouverture de lot.depeche" in said_on_the_welcome_page(program)
    assert wait_for_window(program, qtbot).title == "Tarsis signe le traité"


def test_a_refused_package_is_said_in_a_sentence(program: Program, qtbot, tmp_path, documents) -> None:
    (tmp_path / "x.depeche").write_bytes(make_package(tmp_path).read_bytes()[:-30])
    program.open(tmp_path / "x.depeche")
    qtbot.waitUntil(lambda: "refusé" in said_on_the_welcome_page(program))
    assert "x.depeche est refusé : " in said_on_the_welcome_page(program)
    assert program._welcome.message.textFormat() == Qt.TextFormat.PlainText
    assert program.window is None
    assert list(documents.iterdir()) == []


def test_one_dropped_on_the_window_takes_its_place_and_a_refused_one_does_not(
    program: Program, qtbot, tmp_path, project: Project
) -> None:
    project.close()
    program.open(project.folder)
    hands = wait_for_window(program, qtbot)
    (tmp_path / "x.depeche").write_bytes(b"autre chose")
    drop(program.window, tmp_path / "x.depeche")
    qtbot.waitUntil(lambda: bool(hands.dialogs))
    (told,) = hands.dialogs
    assert "n’est pas un lot de travail" in told.findChildren(QPlainTextEdit)[0].toPlainText()
    told.close()
    assert program.window.project.folder == project.folder
    drop(program.window, make_package(tmp_path))
    qtbot.waitUntil(lambda: program.window is not None and program.window.project.folder.name == "lead - Bilal")
    assert wait_for_window(program, qtbot).title == "Tarsis signe le traité"


def test_the_menu_hands_the_work_back(program: Program, qtbot, tmp_path, monkeypatch) -> None:
    program.open(make_package(tmp_path))
    hands = wait_for_window(program, qtbot)
    hands.press("Space", "X", "F")
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _filter: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(tmp_path / "à rendre"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    program.window.actions_by_name["give_back"].trigger()
    qtbot.waitUntil(lambda: bool(hands.dialogs))
    (told,) = hands.dialogs
    words = told.findChildren(QPlainTextEdit)[0].toPlainText().replace("\u202f", " ")
    assert "Terminés : 1 sur 3 articles. Passages : 1." in words
    assert str(tmp_path / "à rendre.depeche") in words
    assert proposed == ["lead - Bilal - rendu.depeche"]
    told.close()
    found = inspect(tmp_path / "à rendre.depeche")
    assert (found.problem, found.manifest.annotator.name, found.manifest.verdicts) == ("", "Bilal", 2)
    assert "à rendre.depeche" in hands.message


def test_a_project_of_ones_own_has_nothing_to_hand_back(program: Program, qtbot, project: Project) -> None:
    project.close()
    program.open(project.folder)
    hands = wait_for_window(program, qtbot)
    program.window.actions_by_name["give_back"].trigger()
    (told,) = hands.dialogs
    assert "ne vient pas d’un lot" in told.findChildren(QPlainTextEdit)[0].toPlainText()
    told.close()


# --- opened again, when its folder has moved


@pytest.fixture
def worked(tmp_path: Path, documents: Path) -> Path:
    """The folder of a package that was opened and worked on."""
    folder = receive(make_package(tmp_path), documents).folder
    with Project.open(folder) as project:
        annotate(project)
    return folder


def acts(hands: Hands) -> int:
    with hands.window.project.read() as db:
        return packages.last_step(db)


def the_dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def shown_now() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown_now()))
    (one,) = shown_now()
    assert isinstance(one, kind)
    return one


@pytest.mark.parametrize("place", ["Documents/classé/2025/Mon lot", "Ailleurs/Mon lot", "Documents/lead - Bilal neuf"])
def test_a_project_that_was_moved_or_renamed_is_found_again(
    program: Program, qtbot, tmp_path, documents, monkeypatch, worked, place
) -> None:
    (tmp_path / "Ailleurs").mkdir()
    monkeypatch.setattr(paths, "likely", lambda: [documents, tmp_path / "Ailleurs"])
    moved = tmp_path / place
    moved.parent.mkdir(parents=True, exist_ok=True)
    worked.rename(moved)
    program.open(tmp_path / "lot.depeche")
    assert acts(wait_for_window(program, qtbot)) > 0
    assert program.window.project.folder == moved
    assert not worked.exists()


def test_one_that_was_opened_where_it_lies_now_is_known_there(program: Program, qtbot, tmp_path, worked) -> None:
    moved = tmp_path / "loin" / "a" / "b" / "c" / "d" / "e" / "f" / "lot"
    moved.parent.mkdir(parents=True)
    worked.rename(moved)
    program.open(moved)
    wait_for_window(program, qtbot)
    program.window.close()
    program.window = None
    settings.save(Settings())  # nothing recent
    program.open(tmp_path / "lot.depeche")
    wait_for_window(program, qtbot)
    assert program.window.project.folder == moved


@pytest.fixture
def lost(tmp_path: Path, worked: Path) -> Path:
    """Where that project is now: where nobody would look."""
    far = tmp_path / "x" / "loin" / "a" / "b" / "c" / "d" / "lot"
    far.parent.mkdir(parents=True)
    worked.rename(far)
    return far


def test_one_that_is_nowhere_is_asked_for_and_shown(program: Program, qtbot, tmp_path, documents, monkeypatch, lost):
    program.open(tmp_path / "lot.depeche")
    dialog = the_dialog(qtbot, WhichProjectDialog)
    assert "a déjà été ouvert dans" in dialog.words.text()
    assert str(documents / "lead - Bilal") in dialog.words.text()
    assert list(documents.iterdir()) == [], "nothing is made before the answer"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "lead"))
    qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    again = the_dialog(qtbot, WhichProjectDialog)
    assert "n’est pas le projet de ce lot" in again.words.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(lost))
    qtbot.mouseClick(again.other, Qt.MouseButton.LeftButton)
    assert acts(wait_for_window(program, qtbot)) > 0
    assert program.window.project.folder == lost


def test_begun_anew_only_when_that_is_said(program: Program, qtbot, tmp_path, documents, lost) -> None:
    program.open(tmp_path / "lot.depeche")
    qtbot.keyClick(the_dialog(qtbot, WhichProjectDialog), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: said_on_the_welcome_page(program) == "")
    assert list(documents.iterdir()) == []
    program.open(tmp_path / "lot.depeche")
    qtbot.mouseClick(the_dialog(qtbot, WhichProjectDialog).anew, Qt.MouseButton.LeftButton)
    assert acts(wait_for_window(program, qtbot)) == 0
    assert program.window.project.folder == documents / "lead - Bilal"
    assert (lost / "project.sqlite3").is_file()


def test_of_two_copies_the_person_says_which(program: Program, qtbot, tmp_path, documents, worked) -> None:
    for name in ("copie a", "copie b"):
        shutil.copytree(worked, documents / name)
        with Project.open(documents / name) as project, project.write():
            pass
    shutil.rmtree(worked)
    os.utime(documents / "copie b" / "project.sqlite3", (2_000_000_000, 2_000_000_000))
    program.open(tmp_path / "lot.depeche")
    dialog = the_dialog(qtbot, WhichProjectDialog)
    assert [dialog.list.item(n).text().split(",")[0].rpartition("/")[2] for n in range(2)] == ["copie b", "copie a"]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    wait_for_window(program, qtbot)
    assert program.window.project.folder == documents / "copie a"


def test_without_a_note_it_is_looked_for_all_the_same(program: Program, qtbot, tmp_path, documents, worked) -> None:
    shutil.rmtree(paths.data() / "packages")
    moved = documents / "un" / "deux" / "trois" / "lot"
    moved.parent.mkdir(parents=True)
    worked.rename(moved)
    program.open(tmp_path / "lot.depeche")
    wait_for_window(program, qtbot)
    assert program.window.project.folder == moved


# --- a return


def test_a_return_is_shown_for_what_it_is(program: Program, qtbot, tmp_path) -> None:
    with at_work(tmp_path) as project:
        give_back(project, tmp_path / "rendu.depeche")
    before = (tmp_path / "rendu.depeche").read_bytes()
    program.open(tmp_path / "rendu.depeche")
    dialog = the_dialog(qtbot, HandedBackDialog)
    words = dialog.words.replace("\u202f", " ")
    assert "Travail de Bilal : 1 article terminé sur 3" in words
    for one in ("Passages\t4", "rendu.depeche", "entier", "Gardez ce fichier", "prochaine version"):
        assert one in words
    assert "depeche inspect" not in words
    assert "Ouverture" not in said_on_the_welcome_page(program)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (tmp_path / "rendu.depeche").read_bytes() == before
    assert program.window is None


def test_a_damaged_return_is_said_to_be_damaged(program: Program, qtbot, tmp_path, project: Project) -> None:
    with at_work(tmp_path) as work:
        give_back(work, tmp_path / "rendu.depeche")
    members = changed_line(members_of(tmp_path / "rendu.depeche"), lambda line: line.update(key="x"))
    write(tmp_path / "abîmé.depeche", members)
    project.close()
    program.open(project.folder)
    hands = wait_for_window(program, qtbot)
    drop(program.window, tmp_path / "abîmé.depeche")
    dialog = the_dialog(qtbot, HandedBackDialog)
    assert "Le fichier est abîmé" in dialog.words
    dialog.close()
    assert "Impossible" not in [one.windowTitle() for one in hands.dialogs]
    assert program.window.project.folder == project.folder


def test_names_from_outside_move_nothing_in_the_dialog(program: Program, qtbot, tmp_path) -> None:
    with at_work(tmp_path) as work:
        give_back(work, tmp_path / "rendu.depeche")
    members = members_of(tmp_path / "rendu.depeche")
    evil = sealed(members, title="a\u202eb\x1b[2J\n" + "x" * 5_000, program="<b>1</b>" * 500)
    program.open(write(tmp_path / "x.depeche", evil))
    dialog = the_dialog(qtbot, HandedBackDialog)
    assert "a‹202E›b‹001B›[2J x" in dialog.words
    assert "\u202e" not in dialog.words
    assert len(dialog.words) < 2_000
    assert dialog.width() < 1_500
    dialog.close()
