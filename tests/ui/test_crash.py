"""When something breaks: one report, without a word of an article, and the window lives on."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from depeche import paths
from depeche.ui.crash import Crash, make_report
from depeche.ui.dialogs.reading import crash_dialog
from tests.patience import PATIENCE
from tests.ui.hands import Hands

CANARY = "Le canari chante à Tarsis"
DESKTOP = Path(__file__).resolve().parents[2] / "desktop"


@pytest.fixture
def crash(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crash]:
    """The crash report, installed for Python's exceptions, and taken away again.

    What hears Qt's warnings and fatal signals is the whole process's: pytest needs it here, programs below show it.
    """
    monkeypatch.setattr("depeche.ui.crash.qInstallMessageHandler", lambda _handler: None)
    monkeypatch.setattr("depeche.ui.crash.faulthandler.enable", lambda _file: None)
    before = sys.excepthook, threading.excepthook
    handlers = list(logging.getLogger("depeche").handlers)
    made = Crash()
    made.install()
    yield made
    sys.excepthook, threading.excepthook = before
    log = logging.getLogger("depeche")
    for handler in [one for one in log.handlers if one not in handlers]:
        log.removeHandler(handler)
        handler.close()
    assert made._file is not None
    made._file.close()


def break_it() -> None:
    raise ValueError(f"{CANARY} {{}}")


@pytest.mark.parametrize("place", ["slot", "timer", "thread", "model"])
def test_one_report_without_article_text_and_the_window_lives_on(
    crash: Crash, hands: Hands, qtbot: QtBot, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    reports: list[str] = []
    crash.happened.connect(reports.append)
    with qtbot.captureExceptions() as _ignored:
        sys.excepthook = crash._hook
        for _ in range(2):
            if place == "slot":
                hands.window.session.focus_changed.connect(break_it)
                hands.press("Tab")
                hands.window.session.focus_changed.disconnect(break_it)
            elif place == "timer":
                QTimer.singleShot(0, break_it)
                qtbot.wait(30)
            elif place == "thread":
                thread = threading.Thread(target=break_it)
                thread.start()
                thread.join()
                qtbot.wait(30)
            else:
                hands.window.jobs.start("essai", lambda _report: break_it()).failed.connect(
                    hands.window.work._on_failure
                )
                qtbot.waitUntil(lambda: not hands.window.jobs.busy)
    assert len(reports) == 1, "told once for each place"
    assert "ValueError" in reports[0]
    assert "break_it" in reports[0]
    assert "canari" not in reports[0]
    assert "canari" not in capsys.readouterr().err
    assert "canari" not in (paths.state() / "depeche.log").read_text(encoding="utf-8")
    dialog = crash_dialog(reports[0], hands.window)
    qtbot.addWidget(dialog)
    dialog.open()
    assert "break_it" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    dialog.close()
    hands.view.setFocus()
    hands.press("Space")
    assert len(hands.marked) == 1


def test_a_whole_day_leaves_no_article_text_in_the_log(crash: Crash, hands: Hands) -> None:
    hands.press("Space", "X", "A", "P", "Right", "Shift+Right", "D", "Ctrl+Z", "M", "F", "V")
    hands.type(CANARY)
    hands.press("Return")
    log = (paths.state() / "depeche.log").read_text(encoding="utf-8")
    for words in ("canari", "Tarsis", "Vorga", "Ostralie", "Belmare"):
        assert words not in log


def program(body: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run `body` in a program of its own that has a project open in the window (`window`, `program`, `app`)."""
    start = """
        from pathlib import Path
        from PySide6.QtCore import QTimer
        from depeche import paths
        from depeche.store.project import Project
        from depeche.ui.app import Program, make_application
        app = make_application()
        program = Program(app)
        folder = Path(paths.data()) / "p"
        if not folder.exists():
            Project.create(folder, paths.default_scheme(), "Claire").close()
        program.open(folder)
        window = program.window
    """
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    environment = {**os.environ, **dict.fromkeys(names, str(home)), "PYTHONPATH": str(DESKTOP)}
    code = textwrap.dedent(start) + textwrap.dedent(body)
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )


def test_closing_a_project_goes_back_to_the_welcome_page_and_does_not_quit(tmp_path: Path) -> None:
    done = program(
        """
        QTimer.singleShot(200, window.close_project)
        seen = QTimer()
        page = lambda: program._welcome is not None and program._welcome.isVisible()
        seen.timeout.connect(lambda: page() and QTimer.singleShot(200, lambda: app.exit(7 if page() else 8)))
        seen.start(50)
        raise SystemExit(app.exec())
        """,
        tmp_path,
    )
    assert done.returncode == 7, done.stderr


def test_quitting_while_the_tokenizer_loads_ends_cleanly(tmp_path: Path) -> None:
    done = program("QTimer.singleShot(50, window.close)\nraise SystemExit(app.exec())", tmp_path)
    assert (done.returncode, "Traceback" in done.stderr, "RuntimeError" in done.stderr) == (0, False, False), (
        done.stderr
    )


def test_a_fatal_signal_leaves_an_entry(tmp_path: Path) -> None:
    done = program("import os\nQTimer.singleShot(50, os.abort)\napp.exec()", tmp_path)
    assert done.returncode != 0
    assert "Fatal Python error" in (tmp_path / "depeche" / "fatal.log").read_text(encoding="utf-8")


def test_no_word_of_an_error_gets_into_the_report_by_any_way(capsys: pytest.CaptureFixture[str]) -> None:
    article = f"{CANARY} depuis l’aube"
    try:
        try:
            raise KeyError(article)
        except KeyError as first:
            second = RuntimeError(article)
            second.add_note(article)
            raise ExceptionGroup(article, [second, ValueError(article)]) from first
    except ExceptionGroup as error:
        report = make_report(type(error), error.__traceback__)
    assert "ExceptionGroup" in report
    assert "test_crash.py" in report
    assert "canari" not in report
    assert "l’aube" not in report


def test_the_report_names_no_folder_of_the_person(tmp_path: Path) -> None:
    report = ""
    try:
        exec(compile("raise ValueError", r"C:\Users\Claire Martin\AppData\Dépêche\depeche\ui\window.py", "exec"))
    except ValueError as error:
        report = make_report(type(error), error.__traceback__)
    assert "depeche/ui/window.py:1" in report
    assert "Claire" not in report
    assert str(Path.home()) not in report


def test_the_report_is_copied_whole(qtbot: QtBot, qapp: object) -> None:
    dialog = crash_dialog("Dépêche 1\nValueError\n  lieu (a.py:1)", None)
    qtbot.addWidget(dialog)
    dialog.show()
    (copy,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Copier"]
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text().endswith("Dépêche 1\nValueError\n  lieu (a.py:1)")
    dialog.close()
