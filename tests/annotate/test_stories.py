"""A story is found by what its articles say, and what they contradict each other in stands side by side."""

from __future__ import annotations

import csv
import io

import pytest

from depeche.annotate.desk import Desk
from depeche.annotate.stories import board_of, lacks_articles, stories, story_of, take_in
from depeche.core.board import Board
from depeche.core.board_table import to_csv, to_html
from depeche.errors import UserError
from tests.annotate import rumours
from tests.fixtures import key_of


@pytest.fixture
def project(tmp_path):
    with rumours.into_project(tmp_path / "p") as made:
        yield made


def rows(board: Board) -> list[list[tuple[str, str | None, bool, bool]]]:
    return [
        [(cell.statement.words, cell.statement.who, bool(cell.against), bool(cell.beside)) for cell in row.cells]
        for row in board.rows
    ]


def test_three_papers_tell_one_story_and_the_fourth_article_another(project):
    (story,) = stories(project)
    assert [one.name for one in story.articles] == ["gazette", "courrier", "dépêche"]
    assert (story.title, story.dates) == ("Détroit de Sorn : 600 soldats tués", ("2025-05-06", "2025-05-07"))
    assert story.sources == ("La Gazette", "Le Courrier", "La Dépêche")
    assert story_of([story], "3") is story_of([story], "dépêche") is story
    with pytest.raises(UserError):
        story_of([story], "budget")


def test_the_board_sets_losses_evacuated_and_days_side_by_side_with_who_says_them(project):
    (story,) = stories(project)
    assert rows(board_of(project, story, pending=True)) == [
        [
            ("quelque 600", "Ilan Vorga", True, True),
            ("4.000", "des responsables d’Ostrel", False, True),
            ("au moins 900", "Otan", True, False),
        ],
        [("3 000", None, True, False), ("5 000", "la mairie", True, False)],
        [("lundi 5 mai au matin", None, True, False), ("dimanche 4 mai", None, True, False)],
    ]


def test_only_what_a_person_marked_counts_unless_suggestions_are_asked_for(project):
    (story,) = stories(project)
    assert board_of(project, story).rows == ()
    for name in ("gazette", "dépêche"):
        desk = Desk(project)
        desk.open(key_of(project, name))
        for one in desk.pending:
            desk.accept(one.key)
    (row,) = board_of(project, story).rows
    assert [cell.statement.words for cell in row.cells] == ["quelque 600", "au moins 900"]
    assert not any(cell.statement.pending for cell in row.cells)
    assert [one.number for one in board_of(project, story).columns] == [1, 2, 3]


def test_the_board_goes_out_as_csv_and_html_and_no_formula_with_it(project):
    (story,) = stories(project)
    board = board_of(project, story, pending=True)
    lines = list(csv.DictReader(io.StringIO(to_csv(board))))
    assert len(lines) == 7
    first = lines[0]
    assert (first["words"], first["value"], first["unit"], first["said_by"]) == (
        "quelque 600",
        "~600",
        "soldats",
        "Ilan Vorga",
    )
    assert (first["contradicts"], first["quoted"], first["title"]) == ("1", "1", story.title)
    assert rumours.GAZETTE[int(first["start"]) : int(first["end"])] == "quelque 600"
    page = to_html(board, "=cmd() <b>")
    assert "&lt;b&gt;" in page
    assert page.count("class=against") == 6
    from depeche.core.board_table import _plain

    assert [_plain(one) for one in ("=1+1", "@x", "-3", "3", 4)] == ["'=1+1", "'@x", "'-3", "3", 4]


def test_an_older_project_says_what_is_not_taken_in(project):
    from depeche.store import likeness

    with project.write() as db:
        likeness.clear(db)
    assert lacks_articles(project)
    assert stories(project) == []
    assert take_in(project) == 4
    assert len(stories(project)) == 1
    assert take_in(project, anew=True) == 4
