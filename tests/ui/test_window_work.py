"""Work in the background: the window says what came of it, can stop it, and closes over it without harm."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from depeche.core.article import Article, DateOrigin
from depeche.core.progress import Progress, Report
from depeche.export.choice import EVERYTHING
from depeche.export.form import Format
from depeche.store import articles
from depeche.store.check import check
from depeche.store.project import DATABASE, Project
from depeche.suggest.suggest import suggest
from depeche.ui.exporting import Order
from tests.fixtures import key_of, make_project
from tests.ui.hands import LEFT, Hands, settle
from tests.ui.test_window_keys import stored

RELATIVE = "Le port rouvre\n\nLe port de Belmare a rouvert mardi, après la crue de la veille.\n"


def test_ingest_says_what_came_and_what_was_refused(hands: Hands, tmp_path: Path, qtbot: QtBot) -> None:
    good, bad = tmp_path / "bon.txt", tmp_path / "mauvais.txt"
    good.write_text(RELATIVE, encoding="utf-8")
    bad.write_bytes(b"abc\x00def")
    with qtbot.waitSignal(hands.window.work.articles_changed):
        hands.window.work.ingest([good, bad], None)
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    (report,) = hands.dialogs
    (text,) = report.findChildren(QPlainTextEdit)
    assert "mauvais.txt" in text.toPlainText()
    assert "refusés\u202f: 1." in text.toPlainText()
    hands.press("Esc")
    assert hands.dialogs == []
    assert "4 articles" in hands.shown()
    hands.press("N", "N", "N")
    assert hands.title == "Le port rouvre"
    assert "mardi" in hands.pending


def test_f5_brings_suggestions_and_leaves_a_persons_work(hands: Hands, project: Project, qtbot: QtBot) -> None:
    with project.write() as db:
        articles.set_suggested_by(db, key_of(project, "calme"), None)  # type: ignore[arg-type]
    hands.press("Space", "X")
    before = stored(project)
    hands.press("F5")
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    assert "suggestions nouvelles" in hands.message
    assert stored(project).spans == before.spans
    assert before.verdicts.items() <= stored(project).verdicts.items()
    assert "samedi 12 juillet" not in hands.pending, "what was rejected isn't proposed again"


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(hands: Hands, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "fichier").write_text("")
    hands.window.work.export(Order(tmp_path / "fichier" / "sous", Format.JSONL, EVERYTHING))
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    (told,) = hands.dialogs
    assert "fichier" in told.findChildren(QPlainTextEdit)[0].toPlainText()
    told.close()


def test_check_and_backup_say_how_they_ended(hands: Hands, project: Project, qtbot: QtBot) -> None:
    hands.window.actions_by_name["check"].trigger()
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    assert "Le projet est sain" in hands.message
    hands.window.actions_by_name["backup"].trigger()
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    (copy,) = (project.folder / "backups").glob("*.sqlite3")
    assert copy.name in hands.message


def test_long_work_shows_its_progress_and_is_stopped_by_the_button(hands: Hands, qtbot: QtBot) -> None:
    def endless(report: Report) -> None:
        n = 0
        while True:
            report(Progress(n % 100, 100))
            n += 1
            time.sleep(0.001)

    job = hands.window.work._start("Longue recherche", endless, lambda _done: None)
    (button,) = (one for one in hands.window.findChildren(QPushButton) if one.text() == "Arrêter")
    qtbot.waitUntil(button.isVisible)
    assert "Longue recherche" in hands.shown()
    hands.press("Space")
    assert len(hands.marked) == 1, "the window is at hand meanwhile"
    with qtbot.waitSignal(job.stopped):
        QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: not button.isVisible())
    assert "Longue recherche : arrêté" in hands.message


def test_closing_over_an_import_stops_it_and_starts_nothing_more(
    hands: Hands, tmp_path: Path, reopen: Callable[[], Project]
) -> None:
    for n in range(200):
        (tmp_path / f"{n}.txt").write_text(f"Titre {n}\n\n{RELATIVE}{n}\n", encoding="utf-8")
    hands.window.work.ingest([tmp_path], None)
    hands.window.close()
    assert not hands.window.jobs.busy
    assert hands.dialogs == []
    assert check(reopen()) == []


def test_a_read_only_project_is_shown_and_says_so(
    doubts: Project, open_window: Callable[[Project], Hands], qtbot: QtBot
) -> None:
    doubts.close()
    with Project.open(doubts.folder, read_only=True) as reader:
        hands = open_window(reader)
        assert hands.saved == "Lecture seule"
        assert "lecture seule" in hands.message
        before = (doubts.folder / DATABASE).read_bytes()
        hands.press("Space", "X", "A", "I", "F", "Right", "A", "M")
        assert "lecture seule" in hands.message
        assert hands.marked == []
        assert hands.saved == "Lecture seule"
        hands.press("N")
        assert hands.title == "Crue à Belmare"
        assert (doubts.folder / DATABASE).read_bytes() == before
        hands.window.close()


def test_what_opening_found_is_told(doubts: Project, open_window: Callable[[Project], Hands], reopen) -> None:
    scheme = doubts.folder / "scheme.toml"
    scheme.write_text(scheme.read_text(encoding="utf-8").replace('key = "d"', 'key = "u"'), encoding="utf-8")
    hands = open_window(reopen())
    assert "La touche U de « Étiqueter : Date »" in hands.message
    hands.press("U")
    assert hands.focused != "Ilan Vorga", "the key does what the help says"


def test_a_publication_date_resolves_what_waits_and_leaves_what_was_accepted(
    hands: Hands, project: Project, qtbot: QtBot
) -> None:
    with project.write() as db:
        articles.put(db, Article(RELATIVE, title="Le port rouvre", name="port"), "test")
    suggest(project, keys=[key_of(project, "port")])
    hands.press("N", "N", "N")
    desk = stored(project, "port")
    assert {desk.text_of(one): one.value for one in desk.pending if one.label == "DATE"} == {
        "mardi": None, "veille": None,
    }  # fmt: skip
    while hands.focused != "mardi":
        hands.press("Tab")
    hands.press("Space", "Ctrl+D")
    (dialog,) = hands.dialogs
    hands.type("pas une date")
    assert "pas encore une date" in hands.shown(dialog)
    hands.press("Return")
    assert hands.dialogs == [dialog]
    field = dialog.findChildren(QLineEdit)[0]
    field.clear()
    hands.type("16/7/2025")
    hands.press("Return")
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    settle(hands.window)
    (misfits,) = hands.dialogs
    assert "1 date confirmée ne convient plus" in hands.shown(misfits)
    misfits.reject()
    desk = stored(project, "port")
    assert (desk.article.date, desk.article.date_origin) == ("2025-07-16", DateOrigin.CONFIRMED)
    values = {desk.text_of(one): one.value for one in desk.pending if one.label == "DATE"}
    assert values["veille"] is not None
    (accepted,) = (one for one in desk.spans if one.label == "DATE")
    assert (desk.text_of(accepted), accepted.value) == ("mardi", None)
    assert "confirmée" in hands.window.article_panel._date.text()
    assert "veille" in hands.pending
    hands.press("Ctrl+Z")
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    assert stored(project, "port").article.date is None


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root writes anywhere")
def test_a_folder_that_became_read_only_is_said_and_nothing_is_shown_as_saved(hands: Hands, project: Project) -> None:
    project.folder.chmod(0o500)
    try:
        hands.press("Space")
    finally:
        project.folder.chmod(0o700)
    assert hands.marked == []
    assert "Enregistré" not in hands.saved
    assert hands.message


def test_a_project_in_use_is_refused_in_words(hands: Hands, project: Project) -> None:
    from depeche.errors import ProjectError

    with pytest.raises(ProjectError, match=r"ouvert|utilis"):
        Project.open(project.folder)


def test_the_help_opens_by_key_and_closes_by_key(hands: Hands) -> None:
    for key in ("F1", "?", "Ctrl+I"):
        hands.press(key)
        (dialog,) = hands.dialogs
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert hands.dialogs == [], key


def test_of_two_jobs_the_bar_names_and_stops_the_one_that_runs(hands: Hands, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def slow(report: Report) -> None:
        while not go_on.is_set():
            report(Progress(1, 2))

    jobs = hands.window.jobs
    begun: list[str] = []
    jobs.started.connect(lambda job: begun.append(job.title))
    first = jobs.start("le premier", slow)
    jobs.start("le second", lambda _report: None)
    qtbot.waitUntil(lambda: begun == ["le premier"])
    with qtbot.waitSignal(first.stopped):
        first.cancel()
    qtbot.waitUntil(lambda: begun == ["le premier", "le second"] and not jobs.busy)


def test_work_that_is_done_in_no_time_is_heard(hands: Hands, qtbot: QtBot) -> None:
    heard: list[int] = []
    jobs = hands.window.jobs
    for n in range(100):
        job = jobs.start("vite fait", lambda _report, n=n: n)
        time.sleep(0.001)
        job.finished.connect(heard.append)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert heard == list(range(100))


def test_an_empty_project_says_so_and_what_to_do(tmp_path: Path, open_window: Callable[[Project], Hands]) -> None:
    with make_project(tmp_path / "vide", {}) as project:
        hands = open_window(project)
        assert "Ce projet n’a pas encore d’article. Ctrl+I en importe" in hands.shown()
        assert "à gauche" not in hands.shown()
        hands.window.article_panel.view.setFocus()
        hands.press("Ctrl+E")
        assert hands.dialogs == []
        assert "Ce projet n’a pas encore d’article" in hands.message
        hands.window.session.step_doubt(1)
        assert "Aucun article n’est ouvert : Ctrl+I en importe" in hands.message
        hands.window.close()
