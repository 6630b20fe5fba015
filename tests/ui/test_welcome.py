"""The welcome page: the first thing an analyst sees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from depeche import settings
from depeche.settings import Settings
from depeche.store.project import Project
from depeche.ui.app import Program, make_application
from depeche.ui.window import Window
from tests.ui.hands import settle


@pytest.fixture
def program(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr("depeche.ui.crash.Crash.install", lambda _self: None)  # it would take pytest's hooks away
    one = Program(make_application())
    yield one
    if one.window is not None:
        settle(one.window)
        one.window.close()
    if one._welcome is not None:
        one._welcome.close()
    one.stop()


def button(program: Program, words: str) -> QPushButton:
    return next(one for one in program._welcome.findChildren(QPushButton) if one.text() == words)


def test_the_sample_opens_with_its_articles(program: Program, qtbot: QtBot) -> None:
    program.welcome()
    button(program, "Essayer avec l’exemple").click()
    qtbot.waitUntil(lambda: program.window is not None and program.window.session.desk.article is not None)
    assert program.window.session.library.counts().total() == 34


def test_a_new_project_is_made_and_opened(program: Program, qtbot: QtBot, tmp_path) -> None:
    program.welcome()
    fields = {one.accessibleName(): one for one in program._welcome.findChildren(QLineEdit)}
    fields["Nom du projet"].setText("Mer Rouge")
    fields["Votre nom d’annotateur"].setText("Claire")
    fields["Dans le dossier"].setText(str(tmp_path))
    button(program, "Créer").click()
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window.project.folder == tmp_path / "Mer Rouge"
    assert "pas encore d’article" in program.window.article_panel._empty.text()


def test_who_has_chosen_cannot_choose_a_second_thing_meanwhile(
    program: Program, qtbot: QtBot, project: Project
) -> None:
    project.close()
    settings.save(Settings().with_recent(project.folder.absolute()))
    program.welcome()
    page = program._welcome
    recent = page.findChild(QListWidget)
    button(program, "Essayer avec l’exemple").click()
    place = recent.viewport().mapTo(page, recent.visualItemRect(recent.item(0)).center())
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert program.window is None
    qtbot.waitUntil(lambda: program.window is not None)
    settle(program.window)
    assert program.window.project.folder.name == "exemple"
    assert len([one for one in QApplication.topLevelWidgets() if isinstance(one, Window) and one.isVisible()]) == 1


def test_the_page_can_be_used_again_after_a_package_that_cannot_be_opened(
    program: Program, qtbot: QtBot, tmp_path
) -> None:
    program.welcome()
    page = program._welcome
    field = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Nom du projet")
    field.setFocus()
    broken = tmp_path / "lot.depeche"
    broken.write_bytes(b"PK")
    program.open(broken)
    assert not page.isEnabled()
    qtbot.waitUntil(page.isEnabled)
    assert "lot.depeche" in page.message.text()
    assert page.focusWidget() is field, "the keyboard is where it was"


def test_a_project_that_breaks_the_start_leaves_the_welcome_page(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    def broken(*_: object) -> Project:
        raise ZeroDivisionError

    monkeypatch.setattr(program, "_opened", broken)
    with pytest.raises(ZeroDivisionError):
        program.start(tmp_path)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [program._welcome]


def test_a_program_that_has_stopped_shows_nothing_any_more(program: Program, qtbot: QtBot, project: Project) -> None:
    project.close()
    program.welcome()
    page = program._welcome
    program.welcome("Une phrase.")
    assert not page.isVisible(), "one page at a time"
    program._welcome.close()
    program.stop()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    program.welcome()
    program.open(project.folder)
    program._on_asked(project.folder / "nulle-part.depeche")
    QApplication.processEvents()
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == shown
