"""Projects that take long to make, made once for both themes."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from depeche import paths
from tests.worked import worked_project


@cache
def worked() -> Path:
    """Return the folder of a project after some weeks of work."""
    folder = Path(tempfile.mkdtemp()) / "exemple"
    worked_project(folder)
    return folder


@cache
def taught() -> Path:
    """Return the folder of that project after a training with its learning curve: a minute or two."""
    folder = Path(tempfile.mkdtemp()) / "exemple"
    shutil.copytree(worked(), folder)
    subprocess.run(paths.command("train", str(folder), "--report", "json", "--curve", "--seeds", "1"),
                   check=False, capture_output=True)  # fmt: skip
    return folder
