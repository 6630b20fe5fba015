"""Work packages in the window: a double click opens one, the menu hands the work back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from depeche import paths, settings
from depeche.ingest.inspection import inspect
from depeche.settings import Settings
from depeche.store.project import Project
from depeche.ui.app import Program, make_application
from tests.packages import make_package
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
    assert "Terminés : 1 articles sur 3. Passages : 1." in words
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
