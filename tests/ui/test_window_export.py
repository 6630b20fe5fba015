"""The export dialog, with real keys and files: what is shown beforehand, what may hold it up, what comes of it."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.core.progress import Progress, Report
from depeche.export import trial as trying
from depeche.export.form import Format
from depeche.export.forms import FORMS
from depeche.export.place import place
from depeche.export.receipt_page import earlier
from depeche.store import articles
from depeche.store.project import Project
from depeche.ui import exporting as module
from depeche.ui import hints
from depeche.ui.dialogs.export import ExportDialog
from depeche.ui.dialogs.export_forms import readers
from depeche.ui.dialogs.exported import ExportedDialog
from tests.fixtures import TEXTS, key_of
from tests.patience import PATIENCE
from tests.ui import walk
from tests.ui.hands import LEFT, Hands


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE_MS", 5)


@pytest.fixture
def opened(hands: Hands, tmp_path: Path, qtbot: QtBot) -> Callable[[], ExportDialog]:
    """Open the dialog by its key, with a folder of the test's, and wait for the trial."""

    def call() -> ExportDialog:
        dialog = asks(hands)
        dialog.folder.setText(str(tmp_path / "sortie"))
        settled(dialog, qtbot)
        return dialog

    return call


def asks(hands: Hands) -> ExportDialog:
    hands.press("Ctrl+E")
    (dialog,) = hands.dialogs
    assert isinstance(dialog, ExportDialog)
    return dialog


def settled(dialog: ExportDialog, qtbot: QtBot) -> None:
    exporting = dialog._exporting
    qtbot.waitUntil(lambda: not exporting.busy and not exporting.looks)
    QApplication.processEvents()


def exports(hands: Hands, qtbot: QtBot) -> ExportedDialog:
    with qtbot.waitSignal(hands.window.work.exported):
        hands.press("Return")
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    (sheet,) = hands.dialogs
    assert isinstance(sheet, ExportedDialog)
    return sheet


def plain(words: str) -> str:
    return words.replace("\u202f", " ").replace("\xa0", " ")


def button(dialog: object, words: str) -> QPushButton:
    found = dialog.findChildren(QPushButton)  # type: ignore[attr-defined]
    return next(one for one in found if one.text().replace("&", "") == words)


def finish(project: Project, *names: str) -> None:
    desk = Desk(project)
    for name in names:
        desk.open(key_of(project, name))
        desk.set_state(State.DONE)


def test_what_is_shown_beforehand_is_what_return_writes(opened, hands, tmp_path, qtbot):
    hands.press("Space")
    dialog = opened()
    assert "Ce dossier sera créé." in dialog.there.words
    assert not (tmp_path / "sortie").exists(), "looking writes nothing"
    first = dialog.preview.toPlainText()
    before = dialog.statement.toPlainText()
    assert "Articles : 3 = 3 + 0 + 0" in plain(before)
    assert "3 articles, 1 passage" in plain(dialog.state.words)
    sheet = exports(hands, qtbot)
    lines = (tmp_path / "sortie" / "articles.jsonl").read_text(encoding="utf-8").split("\n")
    assert first.rstrip("\n") == lines[0], "one line, nothing in it that is shown otherwise"
    assert [json.loads(line)["id"] for line in lines if line] == list(TEXTS)
    assert {("Ilan Vorga", "accepted")} <= {(one["text"], one["status"]) for one in json.loads(lines[0])["spans"]}
    after = sheet.text.toPlainText()
    assert [one for one in before.splitlines() if not one.startswith("Fichiers")] == after.splitlines()
    assert sheet.path.text() == str(tmp_path / "sortie")
    hands.press("Return")
    assert hands.dialogs == []


def test_every_form_is_chosen_shown_and_written(hands, project, tmp_path, qtbot):
    desk = Desk(project)
    for name, word in zip(TEXTS, ("Otan", "Belmare", "Tarsis"), strict=True):
        at = desk.open(key_of(project, name)).text.index(word)
        desk.mark(at, at + len(word), "ACTOR")
        desk.set_state(State.DONE)
    for format_ in FORMS:
        folder = tmp_path / format_.value
        dialog = asks(hands)
        dialog.folder.setText(str(folder))
        dialog.forms.choose(format_)
        settled(dialog, qtbot)
        assert dialog.preview.toPlainText().strip(), format_
        said = dialog.statement.toPlainText()
        assert "Articles : 3 = 3 + 0 + 0" in plain(said), format_
        assert readers(format_)
        sheet = exports(hands, qtbot)
        assert sheet.text.toPlainText().startswith("\n".join(said.splitlines()[:-1])), format_
        assert earlier(folder)[format_.value]["articles"] == 3
        sheet.close()


def test_forms_are_walked_through_by_keys_past_the_names_of_groups(opened, hands, qtbot):
    dialog = opened()
    assert dialog.forms.hasFocus()
    assert dialog.forms.format is Format.JSONL
    seen = [dialog.forms.format]
    for _ in range(len(FORMS) - 1):
        hands.press("Down")
        seen.append(dialog.forms.format)
    assert sorted(seen) == sorted(FORMS)
    hands.press("Home")
    assert dialog.forms.format is Format.JSONL
    hands.press("Esc")


def test_what_a_form_cannot_hold_is_said_before_and_after(opened, hands, project, tmp_path, qtbot):
    desk = Desk(project)
    text = desk.open(key_of(project, "traité")).text
    for words, label in (("« une paix durable, dit-il, pour l’Ostralie »", "QUOTE"), ("Ostralie", "ACTOR")):
        desk.mark(text.index(words), text.index(words) + len(words), label)
    desk.set_state(State.DONE)
    dialog = opened()
    dialog.forms.choose(Format.CONLL)
    settled(dialog, qtbot)
    said = plain(dialog.statement.toPlainText())
    assert "Ce que ce format ne tient pas" in said
    assert "1 passage n’y est pas" in said
    sheet = exports(hands, qtbot)
    after = plain(sheet.text.toPlainText())
    lacking = [line for line in said.splitlines() if line.startswith("–")]
    assert lacking
    assert [line for line in after.splitlines() if line.startswith("–")] == lacking
    assert "traité" in after.splitlines()[-1], "each span that isn't there is named"
    sheet.close()


def test_a_form_to_train_on_takes_finished_articles_until_somebody_ticks_others(opened, hands, project, qtbot):
    dialog = opened()
    dialog.forms.choose(Format.CONLL)
    settled(dialog, qtbot)
    assert [state for state, box in dialog.choice.states.items() if box.isChecked()] == [State.DONE]
    assert "Rien ne partirait" in dialog.state.words
    assert not dialog.do.isEnabled()
    hands.press("Return")
    assert hands.dialogs == [dialog], "nothing is written that has nothing in it"
    dialog.choice.states[State.TODO].setFocus()
    hands.press("Space")
    dialog.choice.states[State.STARTED].setFocus()
    hands.press("Space")
    settled(dialog, qtbot)
    assert dialog.do.isEnabled()
    assert "3 articles" in dialog.state.words
    dialog.forms.choose(Format.JSONL)
    settled(dialog, qtbot)
    assert not dialog.choice.states[State.FLAGGED].isChecked(), "what was ticked stays"
    for state in (State.TODO, State.STARTED, State.DONE):
        dialog.choice.states[state].setChecked(False)
    assert not dialog.do.isEnabled()
    assert "Cochez un état" in dialog.state.words
    hands.press("Esc")


def test_what_is_rarely_chosen_is_unfolded_by_its_key(opened, hands, project, tmp_path, qtbot):
    desk = Desk(project)
    text = desk.open(key_of(project, "traité")).text
    for words, label in (("Tarsis", "ACTOR"), ("600", "FIGURE")):
        desk.mark(text.index(words), text.index(words) + len(words), label)
    dialog = opened()
    fine = dialog.choice.fine
    assert not fine.isVisible()
    hands.press("Alt+C")
    qtbot.waitUntil(fine.isVisible)  # a button that a key presses is seen to go down first
    assert fine.labels.hasFocus()
    hands.press("Space")  # no actors
    settled(dialog, qtbot)
    assert not any(one["label"] == "ACTOR" for one in json.loads(dialog.preview.toPlainText())["spans"])
    assert "d’une autre étiquette" in dialog.statement.toPlainText()
    fine.since.setFocus()
    hands.type("20")
    assert not dialog.do.isEnabled()
    assert "n’est pas une date" in dialog.state.words
    hands.type("25")
    settled(dialog, qtbot)
    assert "Rien ne partirait" in dialog.state.words, "of none is a date known"
    fine.undated.setFocus()
    hands.press("Space")
    settled(dialog, qtbot)
    assert dialog.do.isEnabled()
    sheet = exports(hands, qtbot)
    assert "--labels FIGURE,DATE,QUOTE --from 2025 --undated" in sheet.command.text()
    rows = (tmp_path / "sortie" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    written = json.loads(rows[0])["spans"]
    assert "600" in {one["text"] for one in written}
    assert "Tarsis" not in {one["text"] for one in written}
    sheet.close()


def test_no_label_ticked_is_not_all_labels(opened, hands):
    dialog = opened()
    dialog.choice.more.click()
    labels = dialog.choice.fine.labels
    for row in range(labels.count()):
        labels.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert "Cochez une étiquette" in dialog.state.words
    assert not dialog.do.isEnabled()
    hands.press("Esc")


def test_a_story_agreement_and_help_are_chosen(open_window, project, tmp_path, qtbot):
    shared = "\n\nLe convoi de la Croix-Rouge a quitté Tarsis lundi avec douze camions de vivres pour la vallée.\n"
    with project.write() as db:
        for name in ("convoi", "reprise"):
            text = f"Le convoi de Tarsis, {name}{shared}"
            articles.put(db, Article(text, title=f"<b>{name}</b>", name=name, date="2025-07-14"), "test")
    hands = open_window(project)
    dialog = asks(hands)
    dialog.folder.setText(str(tmp_path / "sortie"))
    fine = dialog.choice.fine
    with qtbot.waitSignal(dialog._exporting.found):
        dialog.choice.more.click()
    assert fine.story.count() == 2
    fine.story.setCurrentIndex(1)
    settled(dialog, qtbot)
    assert "2 articles" in plain(dialog.state.words)
    assert dialog.order().choice.story == "4"
    fine.agreement.setFocus()
    hands.press("Down")
    assert fine.least.isEnabled()
    assert dialog.order().choice.agreed == 0.8
    hands.press("Down")
    assert dialog.order().choice.shared
    assert dialog.order().choice.agreed is None
    settled(dialog, qtbot)
    assert "pas fini par deux annotateurs" in dialog.statement.toPlainText()
    fine.agreement.setCurrentIndex(0)
    fine.help.setCurrentIndex(2)
    assert dialog.order().choice.assisted is False
    hands.press("Esc")


def test_other_names_are_shown_at_once_and_written(opened, hands, tmp_path, qtbot):
    hands.press("Space")
    dialog = opened()
    assert "Ilan Vorga" in dialog.preview.toPlainText()
    dialog.choice.names.setFocus()
    hands.press("Down")
    settled(dialog, qtbot)
    assert "Vorga" not in dialog.preview.toPlainText()
    assert "ne rendent pas anonyme" in dialog.views.warning.words
    sheet = exports(hands, qtbot)
    assert "Vorga" not in (tmp_path / "sortie" / "articles.jsonl").read_text(encoding="utf-8")
    assert "--pseudonyms persons" in sheet.command.text()
    sheet.close()


def test_texts_of_unknown_licence_are_warned_of(opened, hands, project):
    dialog = opened()
    assert dialog.views.warning.isVisible()
    assert "licence de 3 articles est inconnue" in plain(dialog.views.warning.words)
    assert "licence de 3 articles est inconnue" in plain(dialog.statement.toPlainText())
    hands.press("Esc")


def test_the_command_makes_the_same_files_again(opened, hands, project, tmp_path, qtbot):
    hands.press("Space")
    opened()
    sheet = exports(hands, qtbot)
    written = {path.name: path.read_bytes() for path in (tmp_path / "sortie").iterdir()}
    QTest.mouseClick(button(sheet, "Copier la commande"), LEFT)
    words = shlex.split(QGuiApplication.clipboard().text())
    assert words[0] == "depeche"
    for path in (tmp_path / "sortie").iterdir():
        path.unlink()
    done = subprocess.run(
        [sys.executable, "-m", "depeche", *words[1:]], capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "sortie").iterdir()} == written
    sheet.close()


def test_the_folder_is_opened_and_all_is_copied(opened, hands, tmp_path, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    opened()
    sheet = exports(hands, qtbot)
    QTest.mouseClick(button(sheet, "Ouvrir le dossier"), LEFT)
    assert [Path(one) for one in shown] == [tmp_path / "sortie"]
    QTest.mouseClick(button(sheet, "Copier"), LEFT)
    copied = QGuiApplication.clipboard().text()
    assert sheet.command.text() in copied
    assert str(tmp_path / "sortie") in copied
    hands.press("Esc")
    assert hands.dialogs == []


def test_what_the_folder_holds_is_said_and_refused_before_writing(opened, hands, project, tmp_path, qtbot):
    opened()
    exports(hands, qtbot).close()
    dialog = asks(hands)
    settled(dialog, qtbot)
    assert dialog.folder.text() == str(tmp_path / "sortie"), "the folder of the last time"
    assert "L’export précédent (3 articles, 1 fichier) sera remplacé." in plain(dialog.there.words)
    dialog.forms.choose(Format.CSV)
    settled(dialog, qtbot)
    assert "y restent (jsonl)" in dialog.there.words
    dialog.folder.setText(str(project.folder / "dedans"))
    settled(dialog, qtbot)
    assert "est le dossier d’un projet" in dialog.state.words
    assert not dialog.do.isEnabled()
    (tmp_path / "fichier").write_text("")
    dialog.folder.setText(str(tmp_path / "fichier" / "sous"))
    settled(dialog, qtbot)
    assert "est un fichier" in dialog.state.words
    dialog.folder.setText("  ")
    settled(dialog, qtbot)
    assert "Indiquez le dossier" in dialog.state.words
    hands.press("Esc")


def test_a_file_that_no_export_wrote_is_not_replaced_and_that_is_said_beforehand(opened, hands, tmp_path, qtbot):
    (tmp_path / "sortie").mkdir()
    (tmp_path / "sortie" / "articles.jsonl").write_text("à moi", encoding="utf-8")
    dialog = opened()
    assert "existe déjà et n’est pas ce qu’un export y a écrit" in plain(dialog.state.words)
    assert not dialog.do.isEnabled()
    hands.press("Return")
    assert hands.dialogs == [dialog]
    dialog.folder.setText(str(tmp_path / "ailleurs"))
    settled(dialog, qtbot)
    assert dialog.do.isEnabled()
    hands.press("Esc")
    assert (tmp_path / "sortie" / "articles.jsonl").read_text(encoding="utf-8") == "à moi"


def test_form_and_folder_are_those_of_the_last_time(opened, hands, tmp_path, qtbot):
    dialog = opened()
    dialog.forms.choose(Format.XLSX)
    settled(dialog, qtbot)
    exports(hands, qtbot).close()
    again = asks(hands)
    assert (again.forms.format, again.folder.text()) == (Format.XLSX, str(tmp_path / "sortie"))
    hands.press("Esc")


def test_an_empty_project_has_nothing_to_export_and_says_so(open_window, tmp_path, qtbot):
    hands = open_window(Project.create(tmp_path / "vide", paths.default_scheme(), "Claire"))
    with qtbot.waitSignal(hands.window.session.said) as told:
        hands.press("Ctrl+E")
    assert told.args[0] == hints.no_article(some=False)
    assert hands.dialogs == []


def test_nothing_in_a_text_is_markup(open_window, project, tmp_path, qtbot):
    evil = "<b>gras</b> <img src='x'> \u202eretourné"
    with project.write() as db:
        articles.put(db, Article(f"{evil}\n\nUn texte.", title=evil, name="<i>nom</i>"), "test")
    hands = open_window(project)
    dialog = asks(hands)
    settled(dialog, qtbot)
    dialog.forms.choose(Format.IRAMUTEQ)
    settled(dialog, qtbot)
    for view in (dialog.preview, dialog.statement):
        assert not QTextDocument(view.toPlainText()).isEmpty()
        assert "\u202e" not in view.toPlainText()
    hands.press("Esc")


def test_what_changes_gives_up_the_trial_under_way_and_the_last_wins(hands, project, monkeypatch, tmp_path, qtbot):
    begun, given_up = threading.Event(), []
    real = trying.trial

    def slow(project: Project, format_: Format, report: Report, **asked: object) -> object:
        if format_ is Format.JSONL:
            begun.set()
            try:
                while True:
                    report(Progress(1, 10_000))
                    threading.Event().wait(0.002)
            except BaseException as error:
                given_up.append(type(error).__name__)
                raise
        return real(project, format_, report, **asked)  # type: ignore[arg-type]

    monkeypatch.setattr(trying, "trial", slow)
    finish(project, *TEXTS)
    dialog = asks(hands)
    dialog.folder.setText(str(tmp_path / "sortie"))
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: bool(dialog.preview.toPlainText()))
    assert dialog.do.isEnabled(), "nobody has to wait for the whole trial"
    stop = button(dialog, "Arrêter")
    assert stop.isVisible()
    dialog.forms.choose(Format.BRAT)
    settled(dialog, qtbot)
    assert given_up == ["Cancelled"]
    assert "articles/crue.txt" in dialog.statement.toPlainText()
    assert not stop.isVisible()
    begun.clear()
    dialog.forms.choose(Format.JSONL)
    qtbot.waitUntil(begun.is_set)
    stop.setFocus()
    hands.press("Space")
    assert "Essai arrêté" in dialog.state.words
    qtbot.waitUntil(lambda: len(given_up) == 2)
    begun.clear()
    dialog.forms.choose(Format.BRAT)
    dialog.forms.choose(Format.JSONL)
    qtbot.waitUntil(begun.is_set)
    hands.press("Esc")
    qtbot.waitUntil(lambda: len(given_up) == 3)
    assert hands.dialogs == []


def test_a_first_record_that_is_no_longer_true_does_not_stay_in_sight(opened, hands, monkeypatch, qtbot):
    dialog = opened()
    assert dialog.preview.toPlainText()

    def endless(project: Project, format_: Format, report: Report, **_: object) -> None:
        while True:
            report(Progress(1, 2))
            threading.Event().wait(0.002)

    monkeypatch.setattr(trying, "preview", endless)
    dialog.choice.names.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not dialog.preview.toPlainText())
    assert dialog._exporting.busy
    hands.press("Esc")


def test_a_window_that_closes_ends_the_trial(open_window, project, monkeypatch, qtbot):
    begun = threading.Event()

    def endless(*_: object, **__: object) -> None:
        report = _[2]
        begun.set()
        while True:
            report(Progress(1, 2))  # type: ignore[operator]
            threading.Event().wait(0.002)

    monkeypatch.setattr(trying, "preview", endless)
    hands = open_window(project)
    asks(hands)
    qtbot.waitUntil(begun.is_set)
    hands.window.close()
    assert hands.dialogs == []


def test_an_export_that_is_stopped_leaves_nothing_and_says_so(hands, tmp_path, monkeypatch, qtbot):
    from depeche.export import export as verb

    class Slow(verb.Outgoing):
        def write(self, shelf: object) -> None:
            while True:
                self._report(Progress(1, 9))
                threading.Event().wait(0.002)

    monkeypatch.setattr(verb, "Outgoing", Slow)
    dialog = asks(hands)
    dialog.folder.setText(str(tmp_path / "sortie"))
    settled(dialog, qtbot)
    hands.press("Return")
    stop = next(one for one in hands.window.findChildren(QPushButton) if one.text() == "Arrêter")
    qtbot.waitUntil(stop.isVisible)
    QTest.mouseClick(stop, LEFT)
    qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    assert "arrêté, rien n’a été écrit" in hands.message
    assert list((tmp_path / "sortie").iterdir()) == []


def test_it_fits_a_small_screen_unfolded_and_every_control_is_named_and_reached(opened, hands):
    dialog = opened()
    dialog.choice.more.click()
    QApplication.processEvents()
    dialog.resize(walk.SMALL_SCREEN.width(), walk.SMALL_SCREEN.height() - 40)
    QApplication.processEvents()
    assert dialog.height() <= walk.SMALL_SCREEN.height() - 40
    assert walk.wrong(dialog) == []
    assert walk.unnamed(dialog) == []
    assert walk.out_of_reach(dialog) == []
    hands.press("Esc")


def test_a_place_is_looked_at_without_a_trace(project, tmp_path):
    found = place(tmp_path / "a" / "b", Format.JSONL, ["articles.jsonl"])
    assert found.is_new
    assert list(tmp_path.iterdir()) == [project.folder] or not (tmp_path / "a").exists()
