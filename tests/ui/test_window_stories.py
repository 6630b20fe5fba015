"""Stories in the window: F4 lists them, Return goes to the board and from a cell to its place, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from depeche.store.project import Project
from depeche.ui.dialogs.stories import StoriesDialog
from tests.annotate import rumours
from tests.fixtures import make_project
from tests.ui.hands import Hands, settle


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with rumours.into_project(tmp_path / "bruits") as made:
        yield made


@pytest.fixture
def hands(project: Project, open_window: Callable[[Project], Hands]) -> Hands:
    return open_window(project)


@pytest.fixture
def stories(hands: Hands, qtbot: QtBot) -> Iterator[StoriesDialog]:
    settle(hands.window)
    hands.press("F4")
    dialog = next(one for one in hands.dialogs if isinstance(one, StoriesDialog))
    looked(hands, qtbot)
    yield dialog
    dialog.close()


def looked(hands: Hands, qtbot: QtBot) -> None:
    """Wait until stories and their board are there."""
    stories = hands.window.stories
    qtbot.waitUntil(lambda: not stories.telling.busy and not stories.dialog._pause.isActive())
    QApplication.processEvents()


def grid(dialog: StoriesDialog) -> list[list[str]]:
    """Return what the board shows, its heads first."""
    model = dialog.board.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    cells = [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]
    return [heads, *cells]


def test_f4_shows_the_stories_and_the_board_of_the_one_on_the_desk(hands, stories, qtbot):
    model = stories.list.model()
    assert [model.index(0, c).data() for c in range(4)] == [
        "Détroit de Sorn : 600 soldats tués", "2025-05-06 – 2025-05-07", "3", "La Gazette, Le Courrier, La Dépêche",
    ]  # fmt: skip
    assert grid(stories)[0] == [
        "1 · 2025-05-06 · La Gazette",
        "2 · 2025-05-06 · Le Courrier",
        "3 · 2025-05-07 · La Dépêche",
    ]
    assert len(grid(stories)) == 2  # nothing is accepted yet: only the articles
    assert stories.hint.text() == (
        "Rien d’annoté à comparer encore. La touche S montre ce qui n’est que suggéré\u202f: 3 lignes."
    )
    assert stories.hint.isVisible()
    assert stories.why.text() == "Rapprochés par\u202f: mêmes noms et mêmes mots (4 jours)."
    hands.press("S")
    looked(hands, qtbot)
    assert not stories.hint.isVisible()
    assert stories.cells.headerData(1, Qt.Orientation.Vertical) == "soldats tarviens tués"
    first = grid(stories)[2]
    assert first[0].startswith("≠ quelque 600\nenviron 600\u00a0soldats\nIlan Vorga (entre guillemets)")
    assert first[1].startswith("~ 4.000\n4\u202f000\ndes responsables d’Ostrel")
    assert first[2].startswith("≠ au moins 900\n")
    assert stories.count.text() == "1 récit\u202f; 3 lignes dans celui-ci, 6 valeurs contredites (≠)"


def test_return_opens_a_cell_at_its_place_in_the_article(hands, stories, qtbot):
    hands.press("S")
    looked(hands, qtbot)
    hands.press("Return", "Down", "Right", "Return")
    assert hands.window.session.desk.article.name == "courrier"
    assert hands.window.session.desk.text_of(hands.window.session.focused) == "4.000"
    assert hands.window.article_panel.view.hasFocus()


def test_the_first_line_opens_an_article(hands, stories, qtbot):
    hands.press("Return", "Right", "Right", "Return")
    assert hands.window.session.desk.article.name == "dépêche"


def test_an_act_shows_on_the_board(hands, stories, qtbot):
    session = hands.window.session
    for name in ("gazette", "dépêche"):
        key = next(one.key for one in stories.story.articles if one.name == name)
        session.open(key)
        for one in session.desk.pending:
            session.do(lambda one=one: session.desk.accept(one.key))
    looked(hands, qtbot)
    assert [cell.split("\n")[0] for cell in grid(stories)[2]] == ["≠ quelque 600", "", "≠ au moins 900"]


def test_shift_f4_goes_to_the_board_of_the_article_on_the_desk_or_says_that_it_has_none(hands, qtbot):
    settle(hands.window)
    hands.press("Shift+F4")
    dialog = hands.window.stories.dialog
    looked(hands, qtbot)
    assert dialog.board.hasFocus()
    dialog.close()
    hands.window.session.open(hands.window.session.library.neighbour(3, 1))
    hands.press("Shift+F4")
    looked(hands, qtbot)
    assert dialog.list.hasFocus()
    assert dialog.nothing.text() == "L’article ouvert ne partage son récit avec aucun autre."
    dialog.close()


def test_the_board_is_saved_as_csv_or_html(hands, stories, qtbot, tmp_path):
    hands.press("S")
    looked(hands, qtbot)
    stories.save(tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text("utf-8-sig").count("\n") == 8
    stories.save(tmp_path / "t.html")
    assert "<table>" in (tmp_path / "t.html").read_text("utf-8")
    stories.save(tmp_path / "nulle" / "part.csv")
    assert "n’a pas pu être écrit" in stories.nothing.text()


def test_a_screen_reader_is_told_what_a_cell_says(hands, stories, qtbot):
    hands.press("S")
    looked(hands, qtbot)
    board = QAccessible.queryAccessibleInterface(stories.board)
    assert board.text(QAccessible.Text.Name) == "Chiffres et dates du récit, un article par colonne"
    said = stories.cells.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "contredit par 1 autre valeur" in said
    assert "La Gazette" in said


def test_a_project_without_stories_says_so(tmp_path, open_window, qtbot):
    with make_project(tmp_path / "vide", {}) as empty:
        hands = open_window(empty)
        settle(hands.window)
        hands.press("F4")
        looked(hands, qtbot)
        dialog = hands.window.stories.dialog
        assert dialog.nothing.text().startswith("Aucun récit")
        hands.press("Return", "S")
        assert not dialog.see.isEnabled()
        assert not dialog.keep.isEnabled()
        dialog.close()


def test_an_article_opened_brings_what_was_marked_in_its_sentences_elsewhere(tmp_path, open_window, qtbot):
    line = "L’amiral Zorvan a fait appareiller la flotte du Tessar vers le port de Vorg."
    texts = {"un": f"La flotte part\n\n{line}\n", "deux": f"En mer\n\nOn l’attendait. {line} Rien de plus.\n"}
    with make_project(tmp_path / "mer", texts) as made:
        hands = open_window(made)
        session = hands.window.session
        qtbot.waitUntil(lambda: not hands.window.jobs.busy)
        at = texts["un"].index("Tessar")
        session.open(session.library.first(""))
        session.do(lambda: session.desk.mark(at, at + 6, "ACTOR"))
        session.step_article(1)
        assert session.desk.article.name == "deux"

        def brought() -> list[str]:
            return [one.reason for one in session.desk.pending if session.desk.text_of(one) == "Tessar"]

        qtbot.waitUntil(lambda: any("même phrase" in reason for reason in brought()))
        assert brought()[0].startswith("même phrase, annotée dans «\u202fLa flotte part\u202f» par Claire")
        session.undo()
        session.step_article(-1)
        session.step_article(1)
        qtbot.waitUntil(lambda: not any("même phrase" in reason for reason in brought()))


def test_l_lists_the_articles_of_the_story_only_until_esc_or_the_button_above_the_list(hands, stories, qtbot):
    panel = hands.window.articles_panel
    every = panel.view.model().rowCount()
    for back in (lambda: hands.press("Esc"), lambda: QTest.mouseClick(panel._story, Qt.MouseButton.LeftButton)):
        stories.list.setFocus()
        QTest.keyClick(stories.list, Qt.Key.Key_L)
        shown = [panel.view.model().index(row, 0).data() for row in range(panel.view.model().rowCount())]
        assert shown == [one.title for one in stories.story.articles]
        assert len(shown) < every
        assert "Détroit de Sorn" in panel._story.text()
        assert panel._count.text() == f"{len(shown)} sur {every} articles"
        panel.view.setFocus()
        back()
        assert panel.view.model().rowCount() == every
        assert not panel._story.isVisible()
