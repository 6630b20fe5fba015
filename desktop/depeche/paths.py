"""Where the shipped files and the user's folders are: in a checkout, an installed package or a bundle."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

import platformdirs

_APP = "depeche"

DATABASE = "project.sqlite3"
"""The file in a project's folder that makes it one."""


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, given relative to `resources/`; raises FileNotFoundError."""
    for root in _resource_roots():
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(("resources", *parts)))


def corpus() -> Path:
    """Return the folder of the sample corpus; raises FileNotFoundError where it isn't shipped."""
    for root in _resource_roots():
        for path in (root.parent / "corpus", root / "corpus"):
            if (path / "articles").is_dir():
                return path
    raise FileNotFoundError("corpus")


def _resource_roots() -> list[Path]:
    here = Path(__file__).resolve().parent
    roots = [here.parent.parent / "resources", here / "_resources"]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        roots.insert(0, Path(bundle) / "resources")
    return roots


def default_scheme() -> str:
    """Return the TOML of the label scheme that new projects get."""
    return resource("schemes", "actualite.toml").read_text(encoding="utf-8")


def account_name() -> str:
    """Return the name of the person's account on this machine, proposed as the annotator's."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in some containers
        return "annotateur"


def documents() -> Path:
    """Return the folder in which new projects are proposed."""
    return Path(platformdirs.user_documents_dir())


def likely() -> list[Path]:
    """Return the folders in which a person's projects may lie, wherever they moved them."""
    return [documents(), Path(platformdirs.user_desktop_dir()), Path(platformdirs.user_downloads_dir())]


def runtime() -> Path | None:
    """Return the folder of the sockets of this person's running programs, made if absent; nobody else may enter it.

    None where there is no such folder, or its path is too long for a socket's (108 bytes at most, on Linux).
    """
    given = os.environ.get("XDG_RUNTIME_DIR")
    for folder in (*([Path(given) / _APP] if given else []), state() / "run"):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            found = folder.lstat()
        except OSError:
            continue
        ours = os.name != "posix" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)
        short = os.name != "posix" or len(os.fsencode(folder)) < 70
        if ours and short and folder.is_dir() and not folder.is_symlink():
            return folder
    return None


def config() -> Path:
    """Return the folder of the user's preferences, made if absent."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False, ensure_exists=True))


def state() -> Path:
    """Return the folder of logs and crash reports, made if absent."""
    return Path(platformdirs.user_state_dir(_APP, appauthor=False, ensure_exists=True))


def cache() -> Path:
    """Return the folder of what can be made again at any time; it need not be there."""
    return Path(platformdirs.user_cache_dir(_APP, appauthor=False))


def is_bundle() -> bool:
    """Tell whether this is the program as it is handed to analysts, which brings its own Python."""
    return bool(getattr(sys, "frozen", False))


def command(*arguments: str) -> list[str]:
    """Return the command line that starts Dépêche itself with these arguments, as a child process does."""
    return [sys.executable, *arguments] if is_bundle() else [sys.executable, "-m", "depeche", *arguments]


def patterns() -> list[Path]:
    """Return the folders of regular expressions that were compiled when the bundle was built; elsewhere none."""
    return [root / "patterns" for root in _resource_roots() if (root / "patterns").is_dir()]


def data() -> Path:
    """Return the folder where the program keeps what it makes itself, such as the sample project; made if absent."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False, ensure_exists=True))


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk before this returns."""
    if os.name != "posix":
        return  # Windows syncs a rename by itself and opens no folder
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
