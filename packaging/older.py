"""An older build to update from: the last commit whose projects had schema version 1, bundled as today's is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from identity import ROOT, identity

COMMIT = "14a0b7c"


def older_build() -> Path | None:
    """Return the folder of the older bundle, built once and kept; None where the commit isn't in this checkout."""
    place = ROOT / "build" / "older" / COMMIT
    folder = place / "build" / "bundle" / "program" / identity().command
    if folder.exists():
        return folder
    found = subprocess.run(
        ["git", "cat-file", "-e", f"{COMMIT}^{{commit}}"], cwd=ROOT, capture_output=True, check=False
    )
    if found.returncode:
        return None
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with subprocess.Popen(["git", "archive", COMMIT], cwd=ROOT, stdout=subprocess.PIPE) as packed:
        subprocess.run(["tar", "-x", "-C", str(place)], stdin=packed.stdout, check=True)
    # The older program, built by today's means: it had none of its own.
    for name in ("packaging", "resources/icons"):
        shutil.copytree(ROOT / name, place / name, dirs_exist_ok=True)
    shutil.copy2(ROOT / "desktop" / "depeche" / "patterns.py", place / "desktop" / "depeche")
    subprocess.run(
        [sys.executable, "packaging/build.py", "--no-archive"], cwd=place, check=True, stdout=subprocess.DEVNULL
    )
    return folder
