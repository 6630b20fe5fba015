"""One window a project: the programs that a person runs ask one another before they open what is open already.

Each listens at a socket in a folder that only this person may enter (a pipe of the system's on Windows): nothing of it
goes over a network. Python's own, and not `QLocalServer`: Qt's module for it wants Kerberos and a resolver for names,
which the bundle leaves out. A question is one small JSON object and says a path, never what to do with it; what isn't
such a question is dropped. Knows no window: who makes an `Instance` answers what it asks.
"""

from __future__ import annotations

import json
import os
import socket
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from queue import Empty, SimpleQueue

from filelock import FileLock, Timeout
from PySide6.QtCore import QObject, Signal

from depeche import paths
from depeche.core.ids import new_key
from depeche.ingest.clicked import is_package
from depeche.paths import DATABASE

_LONGEST = 8_192
"""Bytes of a question."""
_HEARD = 2.0
"""Seconds that one who has connected may take to ask."""
_ANSWERED = 8.0
"""Seconds that a program may take to answer: it may be starting."""
_YES, _NO = b"yes", b"no"
_PIPES = "\\\\.\\pipe\\"


@dataclass(frozen=True, slots=True)
class Question:
    """Is this yours? `path` is a project's folder or a package, None a plain start; `package` the package's key.

    With `take` who hasn't opened it may do so. Answered once, on the window's thread.
    """

    path: Path | None
    package: str | None = None
    take: bool = False
    _said: SimpleQueue[bool] = field(default_factory=SimpleQueue, compare=False)

    def answer(self, yes: bool) -> None:
        """Say whether whoever asked may leave it to this program."""
        self._said.put(yes)

    def wait(self, seconds: float) -> bool:
        """Return the answer; none in time is a no."""
        try:
            return self._said.get(timeout=seconds)
        except Empty:
            return False


class Instance(QObject):
    """This program, as others find it. `asked(Question)` on the window's thread; `stop` when it ends.

    Who asks before `listen` waits; connect `asked` first, as a question that nobody takes is never answered. Without a
    listener, where the system gives none, it is a program that nobody finds.
    """

    asked = Signal(object)

    def __init__(self, listener: Listener | None) -> None:
        super().__init__()
        self._listener = listener
        self.address = "" if listener is None else str(listener.address)
        self._stopped = threading.Event()
        self._open: Question | None = None
        self._thread = threading.Thread(target=self._serve, name="instance", daemon=True)

    def listen(self) -> None:
        """Hear those who ask, one after the other."""
        if self._listener is not None:
            self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        if self._listener is None:
            return
        self._stopped.set()
        if self._open is not None:
            self._open.answer(False)
        if self._thread.is_alive():
            with suppress(OSError, EOFError), Client(self.address):
                pass  # it wakes the thread
            self._thread.join(_HEARD)
        self._listener.close()

    def _serve(self) -> None:
        assert self._listener is not None
        while not self._stopped.is_set():
            try:
                with self._listener.accept() as caller:
                    if not self._stopped.is_set():
                        self._hear(caller)
            except (OSError, EOFError):  # who asked has gone; the next may ask
                self._stopped.wait(0.05)

    def _hear(self, caller: Connection) -> None:
        question = _read(caller)
        if question is not None:
            self._open = question
            self.asked.emit(question)
            caller.send_bytes(_YES if question.wait(_ANSWERED) else _NO)


def begin(path: Path | None, package: str | None = None) -> Instance | None:
    """Become the program that opens this, or return None where another has it open, or takes it, and has come forward.

    One at a time: of two that are started at once for the same, the second finds the first.
    """
    folder = paths.runtime()
    if folder is None:
        return Instance(None)
    try:
        with FileLock(folder / "start.lock", timeout=_ANSWERED):
            return None if ask(path, package) else Instance(Listener(_address(folder), backlog=16))
    except (OSError, Timeout):
        return Instance(None)


def ask(path: Path | None, package: str | None = None, *, take: bool = True) -> bool:
    """Ask the other programs of this person whether one has this open; then, with `take`, whether one opens it.

    To open it only those on the same screen are asked.
    """
    heard = {}
    for one in _others():
        heard[one] = _asked(one, path, package, take=False)
        if heard[one]:
            return True
    # Who doesn't answer isn't waited for twice.
    near = [one for one, said in heard.items() if said is False and Path(one).name.startswith(f"depeche-{_screen()}-")]
    return take and any(_asked(one, path, package, take=True) for one in near)


def _asked(address: str, path: Path | None, package: str | None, *, take: bool) -> bool | None:
    """Return what the program at an address answers, None where it doesn't."""
    said = {"path": None if path is None else str(path.absolute()), "package": package, "take": take}
    try:
        with Client(address) as other:
            other.send_bytes(json.dumps(said).encode("ascii"))
            return other.recv_bytes(_LONGEST) == _YES if other.poll(_ANSWERED + 1) else None
    except ConnectionRefusedError:  # killed: nobody listens there any more
        with suppress(OSError):
            Path(address).unlink()
    except (OSError, EOFError):
        pass
    return None


def _read(caller: Connection) -> Question | None:
    """Return what is asked, None if it is no question of ours."""
    if os.name == "posix":  # half a message must not hold up the others; Windows' pipes give a message whole
        with socket.socket(socket.AF_UNIX, fileno=os.dup(caller.fileno())) as end:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", int(_HEARD), 0))
    if not caller.poll(_HEARD):
        return None
    try:
        said = json.loads(caller.recv_bytes(_LONGEST))
        path, package, take = said["path"], said["package"], said["take"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    if not isinstance(path, str | None) or not isinstance(package, str | None) or not isinstance(take, bool):
        return None
    if path is None:
        return Question(None, None, take)
    return Question(Path(path), package, take) if _is_ours(path) else None


def _is_ours(path: str) -> bool:
    """Tell whether there is a project's folder, or a work package."""
    try:
        one = Path(path)
        return one.is_absolute() and ((one.is_file() and is_package(one)) or (one / DATABASE).is_file())
    except (OSError, ValueError):  # no name that a file can have
        return False


def _address(folder: Path) -> str:
    name = f"depeche-{_screen()}-{os.getpid()}-{new_key()[-6:]}"
    return f"{_PIPES}{name}" if os.name == "nt" else str(folder / name)


def _others() -> list[str]:
    """Return the addresses of the other programs that this person runs."""
    folder = Path(_PIPES) if os.name == "nt" else paths.runtime()
    try:
        found = [one for one in folder.iterdir() if one.name.startswith("depeche-")] if folder else []
    except OSError:
        return []
    return sorted(str(one) for one in found if f"-{os.getpid()}-" not in one.name)


def _screen() -> str:
    """Return a word for the screen that this program is on."""
    said = "|".join(os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"))
    return sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:8]
