"""A plain Debian without Python, made from its packages, to run the bundle in: as nobody special and without a network.

Named beside the base system are only the libraries that a desktop has (`DESKTOP`). Needs root, debootstrap and strace.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

DESKTOP = """
    libegl1 libgl1 libx11-6 libx11-xcb1 libxcb1 libfontconfig1 libfreetype6 libglib2.0-0 libdbus-1-3 fonts-dejavu-core
    shared-mime-info desktop-file-utils gtk-update-icon-cache
""".split()
"""The last line: the programs by which desktops learn of menu entries, kinds of files and icons."""

HOME = "/home/analyste"
_USER = 4242
_TRACED = "socket,connect,bind,sendto,sendmsg"


@dataclass(frozen=True, slots=True)
class CleanRoot:
    """The root at `folder`; all that is started in it is traced into `log`; `display` is X's."""

    folder: Path
    log: Path
    display: str

    def home(self, *parts: str) -> Path:
        """Return a path of the analyst's home as it is seen from outside."""
        return self.folder.joinpath(HOME.lstrip("/"), *parts)

    def start(self, *command: str, read_only: str = "", **options: object) -> subprocess.Popen[str]:
        """Start a command in there; `read_only`: a folder that it may not write to, as it is called in there."""
        root = shlex.quote(str(self.folder))
        frozen = shlex.quote(str(self.folder) + read_only)
        lines = [
            f"mount -t proc proc {root}/proc",
            f"mkdir -p {root}/dev/shm && mount -t tmpfs -o mode=1777 tmpfs {root}/dev/shm",
            f"mkdir -p {root}/tmp/.X11-unix && mount --bind /tmp/.X11-unix {root}/tmp/.X11-unix",
            *([f"mount --bind {frozen} {frozen}", f"mount -o remount,bind,ro {frozen}"] if read_only else []),
            f'exec chroot --userspec={_USER}:{_USER} {root} /usr/bin/env -i "$@"',
        ]
        environment = [f"HOME={HOME}", "USER=analyste", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", f"DISPLAY={self.display}"]
        tracing = ["strace", "-f", "--seccomp-bpf", "-qq", "-A", "-e", f"trace={_TRACED}", "-o", str(self.log)]
        inside = ["unshare", "--net", "--mount", "bash", "-c", " && ".join(lines), "bash", *environment, *command]
        return subprocess.Popen([*tracing, *inside], text=True, start_new_session=True, **options)  # type: ignore[call-overload, no-any-return]

    def run(self, *command: str, read_only: str = "", statuses: tuple[int, ...] = (0,)) -> str:
        """Run a command in there to its end and return what it wrote. Raises AssertionError for another status."""
        with self.start(*command, read_only=read_only, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as child:
            said = child.communicate(timeout=300)[0]
        assert child.returncode in statuses, f"{shlex.join(command)}: status {child.returncode}\n{said}"
        assert "Warning:" not in said, said
        return said

    def administer(self, *command: str | Path) -> None:
        """Run a command in there as the administrator; files that it is given are copied in. Raises AssertionError."""
        words: list[str] = []
        for word in command:
            if isinstance(word, Path):
                shutil.copy2(word, self.folder / "tmp")
                word = f"/tmp/{word.name}"
            words.append(word)
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["unshare", "--net", "chroot", str(self.folder), *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        for word in command:
            if isinstance(word, Path):
                (self.folder / "tmp" / word.name).unlink()
        assert done.returncode == 0, f"{shlex.join(words)}\n{done.stdout}{done.stderr}"

    def own(self, path: Path) -> None:
        """Give a file or folder to the analyst."""
        subprocess.run(["chown", "-R", f"{_USER}:{_USER}", str(path)], check=True)

    def kill(self, child: subprocess.Popen[str]) -> None:
        """Kill all that a command started, as the power button does; the tracer ends with it."""
        for pid in _descendants(child.pid):
            comm = Path(f"/proc/{pid}/comm")
            if comm.exists() and comm.read_text().strip() not in ("strace",):
                os.kill(pid, 9)
        child.wait(timeout=20)

    def sockets(self) -> Counter[str]:
        """Return how many sockets of each family were opened by all that ran in there."""
        return Counter(re.findall(r"\bsocket\((\w+)", self.log.read_text(encoding="utf-8", errors="replace")))


def make(base: Path, log: Path, display: str) -> CleanRoot:
    """Return a root with an empty home; the Debian in it is made once and kept in `base`."""
    made = base / ".made"
    if not made.exists() or made.read_text(encoding="ascii").split() != DESKTOP:
        shutil.rmtree(base, ignore_errors=True)
        release = Path("/etc/os-release").read_text(encoding="utf-8")
        suite = re.search(r"VERSION_CODENAME=(\w+)", release)
        sites = subprocess.run(
            ["apt-get", "indextargets", "--format", "$(SITE)"], capture_output=True, text=True, check=True
        )
        assert suite is not None
        wanted = ["--variant=minbase", f"--include={','.join(DESKTOP)}"]
        command = ["debootstrap", *wanted, suite[1], str(base), sites.stdout.split()[0]]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        made.write_text(" ".join(DESKTOP), encoding="ascii")
    log.unlink(missing_ok=True)
    root = CleanRoot(base, log, display)
    shutil.rmtree(root.home(), ignore_errors=True)
    found = [path for path in base.rglob("*python*") if path.is_file() and os.access(path, os.X_OK)]
    assert not found, f"the clean root has a Python: {found}"
    root.home("Documents").mkdir(parents=True)
    root.own(root.home())
    return root


def _descendants(pid: int) -> list[int]:
    """Return the processes below one, the youngest first."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found = [*_descendants(int(child)), int(child), *found]
    return found
