"""What happens when something breaks: one entry in the log, one report that a person can copy. Never article text."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import platform
import re
import sqlite3
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

import depeche
from depeche import paths

_log = logging.getLogger("depeche")


class Crash(QObject):
    """Hears of every exception that nothing caught. `happened(report)` is emitted once for each kind and place."""

    happened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[str] = set()
        self._file: IO[str] | None = None

    def install(self) -> None:
        """Write to the log from now on: exceptions of slots and threads, Qt's warnings, fatal signals."""
        sys.excepthook = self._hook
        threading.excepthook = lambda said: self._hook(
            said.exc_type, said.exc_value or said.exc_type(), said.exc_traceback
        )
        qInstallMessageHandler(_qt_message)
        try:
            self._write_to(paths.state())
        except OSError as error:
            _log.warning("no log can be kept: %s", error)

    def _write_to(self, folder: Path) -> None:
        handler = logging.handlers.RotatingFileHandler(
            folder / "depeche.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(handler)
        _log.setLevel(logging.INFO)
        _log.info("start: %s", " ".join(_machine()))
        # In a windowed bundle there is no standard error; a fatal signal needs a file of its own.
        self._file = (folder / "fatal.log").open("a", encoding="utf-8")
        faulthandler.enable(self._file)

    def _hook(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        report = make_report(kind, where)
        _log.error("%s", report)
        if sys.stderr is not None:
            sys.stderr.write(report + "\n")
        if report not in self._seen:
            self._seen.add(report)
            self.happened.emit(report)


def make_report(kind: type[BaseException], where: TracebackType | None) -> str:
    """Return what to send to the makers: versions, kind of error and places in the code.

    The error's own words are left out: they may hold a sentence of an article.
    """
    frames = traceback.extract_tb(where)
    # Only the end of a path: its beginning says whose machine it is.
    ends = ["/".join(re.split(r"[/\\]", frame.filename)[-3:]) for frame in frames]
    places = [f"  {frame.name} ({end}:{frame.lineno})" for frame, end in zip(frames, ends, strict=True)]
    return "\n".join([*_machine(), kind.__name__, *places])


def _machine() -> list[str]:
    return [
        f"Dépêche {depeche.__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, SQLite {sqlite3.sqlite_version}",
        platform.platform(),
    ]


def _qt_message(kind: QtMsgType, _context: QMessageLogContext, words: str | None) -> None:
    level = logging.INFO if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) else logging.WARNING
    _log.log(level, "Qt: %s", words)
