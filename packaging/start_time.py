"""How long the bundle takes to its first painted window, cold and warm, beside a bare window of PySide6 bundled alike.

`python packaging/start_time.py [RUNS]` after `make bundle` and `build.py --variant floor`; needs Xvfb; cold: root.
Counted is from the start of the process to the moment when the screen's memory shows a painted window.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from identity import ROOT, identity

_PAINTED = 60_000
"""Bytes of the screen that are no longer black: a tenth of the smallest window."""
_WHOLE = 2_000_000
"""The same for a project's window, which follows the sign that says what opens."""


def measured(command: list[str], cold: bool, wanted: int) -> tuple[float, float]:
    """Start a program on a fresh screen; return the seconds until it is painted, and the MB it holds 5 s later."""
    with tempfile.TemporaryDirectory() as folder:
        screen_command = ["Xvfb", ":78", "-screen", "0", "1366x768x24", "-fbdir", folder, "-nolisten", "tcp", "-ac"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(screen_command, **quiet) as server:
            screen = Path(folder) / "Xvfb_screen0"
            while not screen.exists() or not Path("/tmp/.X11-unix/X78").exists():
                time.sleep(0.02)
            time.sleep(0.3)
            if cold:
                os.sync()
                Path("/proc/sys/vm/drop_caches").write_text("3")
            home = {"HOME": folder, "DISPLAY": ":78", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
            started = time.perf_counter()
            with subprocess.Popen(command, env=home, **quiet) as child:
                while screen.read_bytes()[4096:].translate(None, b"\0").__len__() < wanted:
                    time.sleep(0.002)
                seconds = time.perf_counter() - started
                held = 0.0
                if not cold:
                    time.sleep(5)
                    status = Path(f"/proc/{child.pid}/status").read_text(encoding="ascii")
                    held = int(status.split("VmRSS:")[1].split()[0]) / 1024
                child.kill()
            server.terminate()
    return seconds, held


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    made = ROOT / "build" / "bundle"
    name = identity().command
    program, untrimmed = (str(made / variant / name / name) for variant in ("program", "untrimmed"))
    with tempfile.TemporaryDirectory() as folder:
        project = f"{folder}/projet"
        for words in (["new", project], ["ingest", project, str(ROOT / "corpus" / "articles")], ["suggest", project]):
            subprocess.run([program, *words], check=True, capture_output=True)
        commands = {
            "bare window": ([str(made / "floor" / name / name)], _PAINTED),
            "welcome page": ([program], _PAINTED),
            "a project is being opened": ([program, "open", project], _PAINTED),
            "project of 34 articles": ([program, "open", project], _WHOLE),
        }
        if Path(untrimmed).exists():
            commands["welcome page, untrimmed"] = ([untrimmed], _PAINTED)
        report(commands, runs)


def report(commands: dict[str, tuple[list[str], int]], runs: int) -> None:
    """Print the figures of each command, warm and, for root, cold."""
    for cold in (False, True) if os.geteuid() == 0 else (False,):
        for what, (command, wanted) in commands.items():
            found = [measured(command, cold, wanted) for _ in range(runs)]
            times = sorted(seconds for seconds, _ in found)
            memory = f", {max(held for _, held in found):.0f} MB at rest" if not cold else ""
            print(
                f"{'cold' if cold else 'warm'}, {what}: median {statistics.median(times):.2f} s, "
                f"{times[0]:.2f} to {times[-1]:.2f} s over {runs} runs{memory}; load {os.getloadavg()[0]:.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
