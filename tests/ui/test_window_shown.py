"""Titles and names that came from outside, in the real window: nothing of them moves, turns or fills anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from depeche.core import package as form
from depeche.core.article import Article
from depeche.ingest.ingest import ingest
from depeche.ingest.package import unpack
from depeche.settings import Settings
from depeche.store import articles
from depeche.store.project import Project
from depeche.ui.welcome import Welcome
from tests.fixtures import make_project
from tests.packages import changed_line, make_package, members_of, sealed, write

EVIL = "\u202eeltit\u202c\x1b[2J\x07 " + "é" * 20_000
FORBIDDEN = set("\x1b\x07\u202e\u202c")


@pytest.fixture
def evil(tmp_path: Path) -> Project:
    """A project from a package whose every word of another's is against us."""
    members = changed_line(members_of(make_package(tmp_path)), lambda line: line.update(title=EVIL, source=EVIL))
    manifest = json.loads(members[form.MANIFEST])
    person = manifest["annotator"] | {"name": EVIL}
    path = write(tmp_path / "x.depeche", sealed(members, title=EVIL, annotator=person))
    return Project.open(unpack(path, tmp_path / "projet").folder)


def words_of(window: QWidget) -> list[str]:
    labels = [one.text() for one in window.findChildren(QLabel)]
    return [*labels, *(one.accessibleName() for one in window.findChildren(QWidget)), window.windowTitle()]


def test_a_window_shows_them_safely_everywhere(open_window, evil: Project) -> None:
    hands = open_window(evil)
    window = hands.window
    assert window.windowTitle().startswith("‹202E›eltit‹202C›‹001B›[2J‹0007› éé")
    assert window.windowTitle().endswith("…é — Dépêche") or "… — Dépêche" in window.windowTitle()
    model = window.articles_panel.view.model()
    rows = [model.index(n, 0) for n in range(model.rowCount())]
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    said = [str(row.data(role)) for row in rows for role in roles]
    assert any("‹202E›" in one for one in said)
    for one in said + words_of(window):
        assert not FORBIDDEN & set(one)
        assert len(one) < 2_000
    assert window.width() < 1_400, "no title holds the window wide"


def test_what_is_said_and_told_is_shown_safely(open_window, evil: Project) -> None:
    hands = open_window(evil)
    hands.window.session.said.emit(f"Voir {EVIL}", False)
    assert not FORBIDDEN & set(hands.window.label_bar.message_words)
    assert len(hands.window.label_bar.message_words) < 2_100  # cut, but whole enough for its tip
    hands.window.dialogs.tell("Impossible", [f"Voir {EVIL}"])
    (told,) = hands.dialogs
    assert "‹001B›[2J" in told.text.toPlainText()
    told.close()


def test_the_welcome_page_shows_them_safely(qtbot, tmp_path, evil: Project) -> None:
    evil.close()
    folder = tmp_path / "nom\u202edossier\x1b"
    evil.folder.rename(folder)
    page = Welcome(Settings(recent=(str(folder),)))
    qtbot.addWidget(page)
    (line,) = (page.findChildren(QListWidget)[0].item(n).text() for n in range(1))
    assert line.startswith("nom‹202E›dossier‹001B›")


def test_titles_of_imported_articles_too(open_window, project: Project, tmp_path) -> None:
    line = {"id": "x", "text": "Tarsis parle.", "title": "a\u202eb"}
    (tmp_path / "x.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    ingest(project, [tmp_path / "x.jsonl"])
    hands = open_window(project)
    model = hands.window.articles_panel.view.model()
    assert "a‹202E›b" in [model.index(n, 0).data() for n in range(model.rowCount())]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (" Tarsis signe  le traité\n\nLe calme revient.\n", " Tarsis signe  le traité"),
        ("\r\n\u00a0Tarsis signe le traité \r\nLe calme revient.\n", "\r\n\u00a0Tarsis signe le traité "),
        ("Tarsis signe le traité et davantage\nLe calme revient.\n", ""),
        ("Tarsis signe le traité", ""),
    ],
)
def test_blanks_before_a_title_dont_make_it_body_text(open_window, tmp_path: Path, text: str, heading: str) -> None:
    with make_project(tmp_path / "titre", {}) as project:
        with project.write() as db:
            articles.put(db, Article(text, title="Tarsis signe le traité", name="titre"), "test")
        view = open_window(project).view
        assert text[: view._title_length] == heading
        cursor = QTextCursor(view.document())
        cursor.setPosition(view._offsets.to_view(text.index("Tarsis")) + 1)
        is_large = cursor.charFormat().font().pointSizeF() > view.document().defaultFont().pointSizeF()
        assert is_large == bool(heading)
