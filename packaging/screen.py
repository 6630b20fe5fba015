"""A virtual screen with a window manager, and real keys for the windows on it."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TypeVar

Answer = TypeVar("Answer")
SIZE = "1366x768x24"


class Screen:
    """Xvfb and openbox on a display of their own, ended with the `with` block."""

    def __init__(self, display: str) -> None:
        self.display = display
        self._children: list[subprocess.Popen[bytes]] = []
        self._home = tempfile.TemporaryDirectory(prefix="depeche-screen-")

    def __enter__(self) -> Screen:
        for command in (
            ["Xvfb", self.display, "-screen", "0", SIZE, "-nolisten", "tcp", "-ac"],
            ["openbox"],
        ):
            environment = {"DISPLAY": self.display, "PATH": "/usr/bin:/bin", "HOME": self._home.name}
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            self._children.append(subprocess.Popen(command, env=environment, **quiet))
            until(lambda: self._ask("getdisplaygeometry") != "", 10, "the virtual screen")
        # The keys of the people who will use it: accents are typed as they type them.
        subprocess.run(["setxkbmap", "-display", self.display, "fr"], check=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for child in reversed(self._children):
            child.terminate()
            with suppress(subprocess.TimeoutExpired):
                child.wait(5)
        self._home.cleanup()

    def window(self, title: str, seconds: float = 30) -> str:
        """Wait for a window whose title holds these words, put the keyboard there and return its number."""
        number = until(lambda: self._ask("search", "--onlyvisible", "--name", title), seconds, f"a window « {title} »")
        number = number.split()[-1]
        self._ask("windowactivate", "--sync", number)
        self._ask("windowfocus", "--sync", number)
        return number

    def gone(self, title: str, seconds: float = 20) -> None:
        """Wait until no window has such a title."""
        until(lambda: not self._ask("search", "--onlyvisible", "--name", title), seconds, f"« {title} » to close")

    def shows(self, title: str) -> bool:
        """Tell whether a window has such a title."""
        return bool(self._ask("search", "--onlyvisible", "--name", title))

    def press(self, *keys: str) -> None:
        """Press keys, as X names them, where the keyboard is."""
        for key in keys:
            self._ask("key", "--clearmodifiers", key)
            time.sleep(0.08)

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        self._ask("type", "--delay", "25", words)

    def picture(self, path: Path) -> None:
        """Save what the screen shows, if ImageMagick is there."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            subprocess.run(["import", "-display", self.display, "-window", "root", str(path)], check=False)

    def _ask(self, *words: str) -> str:
        environment = {"DISPLAY": self.display, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        said = subprocess.run(["xdotool", *words], env=environment, capture_output=True, text=True, check=False)
        return said.stdout.strip()


def until(ask: Callable[[], Answer], seconds: float, what: str) -> Answer:
    """Ask until the answer is true in Python's sense, and return it. Raises AssertionError when time is up."""
    deadline = time.monotonic() + seconds
    while True:
        if answer := ask():
            return answer
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s for {what}"
        time.sleep(0.05)
