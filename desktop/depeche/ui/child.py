"""Our own command line as a child process: its lines of JSON become signals, and it can be ended at any time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from depeche import paths
from depeche.messages import language, tr

_LAST = b'{"event": "done"'
"""How the line begins that isn't read here: it may hold thousands of things, and they lie in a file as well."""
_PATIENCE_MS = 3_000


class Child(QObject):
    """Runs one command at a time. `told(dict)`: a line. Then one of `finished(status)` and `failed(sentence)`."""

    told = Signal(object)
    finished = Signal(int)
    failed = Signal(str)

    def __init__(self, statuses: Sequence[int], parent: QObject | None = None) -> None:
        """`statuses` are the exit statuses with which the command has done its work."""
        super().__init__(parent)
        self._statuses = tuple(statuses)
        self._process: QProcess | None = None
        self._rest = b""

    @property
    def running(self) -> bool:
        """Whether the command is under way."""
        return self._process is not None

    @property
    def pid(self) -> int:
        """The number of the process, 0 where there is none."""
        return int(self._process.processId()) if self._process is not None else 0

    def start(self, *arguments: str) -> None:
        """Start `depeche` with these arguments; not while another runs."""
        assert self._process is None
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("DEPECHE_LANG", language())
        environment.insert("PYTHONIOENCODING", "utf-8")
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._on_lines)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process, self._rest = process, b""
        program, *rest = paths.command(*arguments)
        process.start(program, rest)

    def end(self) -> None:
        """End it at once, and say nothing of it any more. What it was writing is not there yet, or is there whole."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_PATIENCE_MS)
            process.deleteLater()

    def _on_lines(self) -> None:
        if self._process is None:
            return
        self._rest += bytes(self._process.readAllStandardOutput().data())
        *lines, self._rest = self._rest.split(b"\n")
        for line in lines:
            if not line.startswith(_LAST):
                self._tell(line)
        if self._rest.startswith(_LAST):
            self._rest = _LAST

    def _tell(self, line: bytes) -> None:
        try:
            event: Any = json.loads(line)
        except ValueError:
            return  # a library's own words
        if isinstance(event, dict):
            self.told.emit(event)

    def _on_finished(self, status: int, how: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        process.deleteLater()
        if how is QProcess.ExitStatus.NormalExit and status in self._statuses:
            self.finished.emit(status)
            return
        self.failed.emit(_why(said, status, crashed=how is not QProcess.ExitStatus.NormalExit))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        process = self._process
        if error is QProcess.ProcessError.FailedToStart and process is not None:
            self._process = None
            self.failed.emit(tr("L’entraînement n’a pas pu démarrer : {why}.", why=process.errorString()))
            process.deleteLater()


def _why(said: str, status: int, *, crashed: bool) -> str:
    """Return the sentence of a command that failed: its own, where it is one."""
    name = tr("depeche : {words}", words="")
    sentence = next((line[len(name) :] for line in reversed(said.splitlines()) if line.startswith(name)), "")
    if sentence:
        return sentence
    if crashed:
        return tr("L’entraînement a été interrompu : le processus s’est arrêté (mémoire pleine, peut-être).")
    return tr("L’entraînement s’est arrêté sur une erreur (état {status}) : {last}", status=status,
              last=said.splitlines()[-1][:200] if said else "—")  # fmt: skip
