"""The welcome page: the first thing an analyst sees."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from depeche.ui.app import Program, make_application
from tests.ui.hands import settle


@pytest.fixture
def program(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr("depeche.ui.crash.Crash.install", lambda _self: None)  # it would take pytest's hooks away
    one = Program(make_application())
    yield one
    if one.window is not None:
        settle(one.window)
        one.window.close()
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
    assert "Aucun article" in program.window.article_panel._empty.text()
