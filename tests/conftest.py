"""What holds for every test: no screen, no home of one's own, French words, and benches only when asked for."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

# As `depeche train` does: on a busy machine the threads of a table multiplication wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_HOME = tempfile.TemporaryDirectory(prefix="depeche-tests-", ignore_cleanup_errors=True)


def _leave_home() -> None:
    """Point everything that a program keeps for its user into a folder that goes away with the tests."""
    home = Path(_HOME.name)
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(home)
    for name in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[f"XDG_{name}"] = str(folder)
    for name in ("APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(home / name.lower())


# Before any test module is read: Qt, platformdirs and gettext look at these once.
_leave_home()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DEPECHE_LANG"] = "fr"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what measures time, so that `-m "not bench"` leaves it out."""
    for item in items:
        if "benchmark" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.bench)


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Return what pytest-qt makes where a test asks for Qt first: the program's own, as there can be only one."""
    from depeche.ui.app import Application

    return Application


from hypothesis import settings  # noqa: E402

from depeche.ingest import opened, preview  # noqa: E402
from tests.examples import PROFILE  # noqa: E402
from tests.fixtures import desk, project, reopen  # noqa: E402, F401  # after the home has moved
from tests.patience import PATIENCE  # noqa: E402

settings.load_profile(PROFILE)
# How far these come by the clock would hang on the machine; tests of that say themselves how long is waited.
preview.SECONDS = preview._SECONDS_A_FILE = opened._SECONDS = PATIENCE
