"""One window a project: a second double click brings the first window forward, by sockets that only this person has."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from depeche import paths, settings
from depeche.ingest.package import receive
from depeche.settings import Settings
from depeche.store.project import Project
from depeche.ui import instance
from depeche.ui.app import Program, make_application
from depeche.ui.instance import Instance, Question
from depeche.ui.opening import Opening
from tests.packages import make_package
from tests.patience import PATIENCE
from tests.ui.hands import settle

OPEN = """
import sys
from depeche.ui import instance
instance._ANSWERED = instance._HEARD = %s
from depeche.__main__ import main
sys.exit(main())
"""
"""The program, patient with others: on a slow machine each takes long to start."""


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(paths, "documents", lambda: folder)
    return folder


@pytest.fixture
def program(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, documents: Path) -> Iterator[Program]:
    """The program as it runs, found by others."""
    settings.save(Settings())
    monkeypatch.setattr("depeche.ui.crash.Crash.install", lambda _self: None)
    for name in ("_ANSWERED", "_HEARD"):
        monkeypatch.setattr(instance, name, PATIENCE)
    one = Program(make_application())
    found_by = instance.begin(None)
    assert found_by is not None
    one.listen(found_by)
    yield one
    if one.window is not None:
        settle(one.window)
        one.window.close()
    if one._welcome is not None:
        one._welcome.close()
    one.stop()
    assert not Path(found_by.address).exists()


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[str]]]:
    """Programs that a test starts; those that still run are killed, by their own ids."""
    running: list[subprocess.Popen[str]] = []
    yield running
    for one in running:
        if one.poll() is None:
            one.kill()
        one.communicate()


def start(started: list[subprocess.Popen[str]], *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", OPEN % PATIENCE, "open", *map(str, arguments)]
    one = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    started.append(one)
    return one


def ended(qtbot: QtBot, one: subprocess.Popen[str]) -> int:
    """Return how a program ended, this window answering meanwhile."""
    qtbot.waitUntil(lambda: one.poll() is not None)
    return one.returncode


def sockets() -> list[Path]:
    folder = paths.runtime()
    assert folder is not None
    return sorted(folder.glob("depeche-*"))


def test_a_second_start_brings_the_window_forward(program: Program, qtbot, project: Project, started) -> None:
    project.close()
    program.open(project.folder)
    settle(program.window)
    program.window.setWindowState(Qt.WindowState.WindowMinimized)
    assert ended(qtbot, start(started, project.folder)) == 0
    assert not program.window.isMinimized()
    assert program.window.isVisible()
    assert [one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()] == ["projet — Dépêche"]


def test_a_second_double_click_on_a_package_finds_the_first(program: Program, qtbot, tmp_path, started) -> None:
    path = make_package(tmp_path)
    program.open(path)
    qtbot.waitUntil(lambda: program.window is not None)
    settle(program.window)
    first = program.window
    first.setWindowState(Qt.WindowState.WindowMinimized)
    copy = tmp_path / "lot (1).depeche"  # as a browser calls what it downloads again
    copy.write_bytes(path.read_bytes())
    assert ended(qtbot, start(started, copy)) == 0
    assert program.window is first
    assert not first.isMinimized()


def test_a_second_package_opens_in_the_running_program(program: Program, qtbot, tmp_path, documents, started) -> None:
    program.open(make_package(tmp_path))
    qtbot.waitUntil(lambda: program.window is not None)
    settle(program.window)
    other = make_package(tmp_path, annotator="Zoé", name="lot2.depeche")
    assert ended(qtbot, start(started, other)) == 0
    qtbot.waitUntil(lambda: program.window is not None and program.window.project.folder.name == "lead - Zoé")
    settle(program.window)
    assert {one.name for one in documents.iterdir()} == {"lead - Bilal", "lead - Zoé"}


def test_the_welcome_page_takes_a_project(program: Program, qtbot, project: Project, started) -> None:
    project.close()
    program.welcome()
    assert ended(qtbot, start(started, project.folder)) == 0
    qtbot.waitUntil(lambda: program.window is not None)
    settle(program.window)
    assert program.window.project.folder == project.folder


def test_who_asks_during_the_start_is_answered_when_the_project_is_there(
    program: Program, monkeypatch, tmp_path, project: Project
) -> None:
    project.close()
    other = tmp_path / "autre"
    Project.create(other, paths.default_scheme(), "Ana").close()
    asked = [Question(other, take=True), Question(project.folder, take=True)]
    monkeypatch.setattr(Opening, "paint_now", lambda _: [program._on_question(one) for one in asked])
    program.start(project.folder)
    settle(program.window)
    assert [one.wait(5) for one in asked] == [False, True]
    assert program.window.project.folder == project.folder


def test_two_projects_started_at_once_both_open(tmp_path, started) -> None:
    folders = [tmp_path / name for name in ("un", "deux")]
    for folder in folders:
        Project.create(folder, paths.default_scheme(), "Ana").close()
    for folder in folders:
        start(started, folder)
    wait_until(lambda: all((folder / "project.owner").is_file() for folder in folders))


def test_two_projects_are_two_programs_and_two_starts_at_once_are_one(tmp_path, project: Project, started) -> None:
    project.close()
    hands = [start(started, project.folder) for _ in range(3)]
    wait_until(lambda: [one.poll() for one in hands].count(0) == 2)
    assert len(sockets()) == 1
    Project.create(tmp_path / "autre", paths.default_scheme(), "Ana").close()
    other = start(started, tmp_path / "autre")
    wait_until(lambda: len(sockets()) == 2 and (tmp_path / "autre" / "project.owner").is_file())
    assert other.poll() is None
    assert [one.poll() for one in hands].count(None) == 1


def test_what_a_killed_program_leaves_is_in_nobodys_way(project: Project, started) -> None:
    project.close()
    first = start(started, project.folder)
    wait_until(lambda: (project.folder / "project.owner").is_file())
    (left,) = sockets()
    first.send_signal(signal.SIGKILL)
    first.wait()
    second = start(started, project.folder)
    wait_until(lambda: sockets() not in ([], [left]))
    wait_until(lambda: str(second.pid) in (project.folder / "project.owner").read_text(encoding="utf-8"))
    assert left not in sockets(), "it is taken away"


def test_a_program_that_does_not_answer_is_passed_over(monkeypatch, project: Project, started) -> None:
    project.close()
    first = start(started, project.folder)
    wait_until(lambda: (project.folder / "project.owner").is_file())
    first.send_signal(signal.SIGSTOP)
    monkeypatch.setattr(instance, "_ANSWERED", 0.2)
    assert not instance.ask(project.folder)


@pytest.mark.skipif(os.name != "posix", reason="Windows has pipes")
def test_only_this_person_can_reach_it(program: Program) -> None:
    (one,) = sockets()
    assert stat.S_ISSOCK(one.stat().st_mode)
    assert stat.S_IMODE(one.parent.stat().st_mode) == 0o700
    assert one.parent.stat().st_uid == os.getuid()


def test_a_folder_that_others_may_enter_is_not_used(tmp_path, monkeypatch) -> None:
    (tmp_path / "depeche").mkdir(mode=0o755)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert paths.runtime() != tmp_path / "depeche"


HOSTILE = [
    b"",
    b"\x80\x04\x95cos\nsystem\n",
    b"[]",
    b"null",
    b"[" * 8_000,
    b'{"path": 3, "package": null, "take": true}',
    b'{"path": null, "package": {}, "take": true}',
    b'{"path": null, "package": null, "take": "oui"}',
    json.dumps({"path": "relatif.depeche", "package": None, "take": True}).encode(),
    json.dumps({"path": "/etc/passwd", "package": None, "take": True}).encode(),
    json.dumps({"path": "/\0", "package": None, "take": True}).encode(),
    json.dumps({"path": "/" + "a" * 5_000, "package": None, "take": True}).encode(),
    json.dumps({"path": "/tmp", "package": None, "take": True}).encode(),
    b"x" * 100_000,
]


@pytest.mark.parametrize("message", HOSTILE)
def test_what_is_no_question_of_ours_is_dropped(program: Program, qtbot, message) -> None:
    program.welcome()
    asked: list[Question] = []
    program._instance.asked.connect(asked.append)
    (address,) = sockets()
    with Client(str(address)) as caller:
        try:
            caller.send_bytes(message)
            assert caller.poll(PATIENCE)
            with pytest.raises((EOFError, OSError)):
                caller.recv_bytes()
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has hung up already
    qtbot.wait(50)
    assert asked == []
    assert program.window is None


def test_one_who_connects_and_says_nothing_or_half_holds_nobody_up(
    program: Program, qtbot, monkeypatch, project: Project, started
) -> None:
    project.close()
    program.open(project.folder)
    settle(program.window)
    monkeypatch.setattr(instance, "_HEARD", 1.0)
    (address,) = sockets()
    silent, half = (socket.socket(socket.AF_UNIX) for _ in range(2))
    with silent, half:
        for one in (silent, half):
            one.connect(str(address))
        half.sendall(b"\x00\x00\x10\x00{")
        assert ended(qtbot, start(started, project.folder)) == 0


def test_a_program_that_ends_takes_its_socket_along(tmp_path, qtbot) -> None:
    one = instance.begin(tmp_path)
    assert one is not None
    one.listen()
    assert len(sockets()) == 1
    one.stop()
    assert sockets() == []
    assert not one._thread.is_alive()


def test_who_asks_before_anybody_listens_is_answered_when_somebody_does(tmp_path, qtbot, project: Project) -> None:
    one = instance.begin(tmp_path)
    assert one is not None
    with Client(one.address) as caller:
        caller.send_bytes(json.dumps({"path": str(project.folder), "package": None, "take": False}).encode())
        assert not caller.poll(0.1)
        asked: list[Question] = []
        one.asked.connect(asked.append)
        one.listen()
        qtbot.waitUntil(lambda: bool(asked))
        asked[0].answer(True)
        assert caller.poll(PATIENCE)
        assert caller.recv_bytes() == b"yes"
    one.stop()


def test_without_a_folder_for_sockets_the_program_starts_all_the_same(monkeypatch) -> None:
    monkeypatch.setattr(paths, "runtime", lambda: None)
    one = instance.begin(None)
    assert isinstance(one, Instance)
    one.stop()


def test_a_project_open_in_another_program_is_not_opened_twice_from_here(
    request: pytest.FixtureRequest, qtbot, tmp_path, documents, started
) -> None:
    path = make_package(tmp_path)
    folder = receive(path, documents).folder
    other = start(started, folder)
    wait_until(lambda: (folder / "project.owner").is_file())
    program = request.getfixturevalue("program")  # now, so that the other has nobody to ask
    program.open(path)
    qtbot.waitUntil(lambda: "autre fenêtre" in program._welcome.message.text())
    program.open(folder)
    assert "autre fenêtre" in program._welcome.message.text()
    assert program.window is None
    assert other.poll() is None


def wait_until(holds, seconds: float = PATIENCE) -> None:
    """Wait for what other processes do."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.05)
