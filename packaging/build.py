"""Builds what is handed to analysts: one archive with the program and its Python, its checksum, a Debian package.

`python packaging/build.py [--no-archive]` from the checkout's environment; `make bundle` sees to that. Into `dist/`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import archive
import deb
import icons
import licences
import metadata
import page
from glibc import oldest_glibc
from identity import ROOT, identity

MADE = ROOT / "build" / "bundle"
OUT = ROOT / "dist"
_FOREIGN = ("numpy.libs", "PySide6", "shiboken6")
"""Libraries that were fitted with other paths after linking: stripping them again can break them, and gains little."""


def build(*, archived: bool = True, variant: str = "") -> Path:
    """Build the bundle and return its folder. `variant`: `untrimmed` or `floor`, which are only to compare with."""
    who = identity()
    started = time.perf_counter()
    icons.draw(ROOT / "resources" / "icons" / f"{who.command}.svg", MADE / "icons")
    metadata.write(MADE / "metadata", who)
    _compile_patterns(MADE / "patterns")
    folder = _freeze(variant) / who.command
    if not variant:
        _strip(folder)
        _furnish(folder)
    print(
        f"{folder.relative_to(ROOT)}: {_megabytes(_size(folder))} in {time.perf_counter() - started:.0f} s", flush=True
    )
    if sys.platform == "linux":
        print(f"oldest glibc: {oldest_glibc(folder)}", flush=True)
    if archived and not variant:
        OUT.mkdir(exist_ok=True)
        made = [archive.pack(folder, OUT, who.bundle_name, _when())]
        if sys.platform == "linux" and shutil.which("dpkg-deb"):
            made.append(deb.pack(folder, MADE, OUT, who, oldest_glibc(folder)))
        for path in made:
            print(f"{path.relative_to(ROOT)}: {_megabytes(path.stat().st_size)}, SHA-256 {archive.checksum(path)}")
    return folder


def _compile_patterns(folder: Path) -> None:
    """Put the tokenizer's long pattern, compiled by the Python that goes into the bundle, into a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    code = (
        "import sys; from pathlib import Path; from depeche import patterns;"
        "patterns.keep([], Path(sys.argv[1])); import spacy; spacy.blank('fr')"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(folder)], check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    )
    if not list(folder.iterdir()):
        raise SystemExit("no pattern was compiled: re or spaCy look different inside (depeche/patterns.py)")


def _freeze(variant: str) -> Path:
    """Run PyInstaller and return the folder that it puts folders into."""
    target = MADE / (variant or "program")
    work = str(MADE / f"work{variant}")
    options = ["--noconfirm", "--log-level", "ERROR", "--distpath", str(target), "--workpath", work]
    said = ["--", f"--{variant}"] if variant else []
    # Hashes in a fixed order and a fixed time: the same files give the same bundle.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(_when())}
    spec = str(ROOT / "packaging" / "depeche.spec")
    subprocess.run([sys.executable, "-m", "PyInstaller", *options, spec, *said], check=True, env=environment, cwd=ROOT)
    return target


def _strip(folder: Path) -> None:
    """Take the names for debuggers out of the libraries: spaCy's lose seven of eight bytes."""
    if sys.platform != "linux" or not shutil.which("strip"):
        return
    binaries = [
        path
        for path in folder.rglob("*.so*")
        if path.is_file() and not path.is_symlink() and not any(part in _FOREIGN for part in path.parts)
    ]
    subprocess.run(["strip", "--strip-unneeded", *map(str, binaries)], check=True)


def _furnish(folder: Path) -> None:
    """Put beside the program what a person needs without a terminal: the page, installers, desktop files, licences."""
    made = MADE / "metadata"
    page.write(folder / "LISEZMOI.html")
    shared = folder / "partage"
    (shared / "icones").mkdir(parents=True)
    for picture in sorted((MADE / "icons").iterdir()):
        shutil.copy2(picture, shared / "icones")
    shutil.copy2(ROOT / "resources" / "icons" / f"{identity().command}.svg", shared / "icones")
    if sys.platform == "linux":
        for path in sorted((made / "linux").glob("*.sh")):
            shutil.copy2(path, folder)
        for pattern in ("*.desktop", "*.xml"):
            for path in sorted((made / "linux").glob(pattern)):
                shutil.copy2(path, shared)
    licences.write(folder)
    if sys.platform == "darwin":  # the app was made of the folder before; the same, where an app keeps such things
        resources = folder.parent / f"{identity().name}.app" / "Contents" / "Resources"
        shutil.copy2(folder / "LISEZMOI.html", resources)
        shutil.copytree(folder / "licences", resources / "licences", dirs_exist_ok=True)


def _when() -> int:
    """Return the time of the commit that is built, in seconds: what the files in the archive are dated."""
    if said := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(said)
    try:
        found = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):  # no checkout
        return 1_760_000_000
    return int(found.stdout)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-archive", action="store_true", help="only the folder, in build/bundle/program")
    parser.add_argument("--variant", choices=("untrimmed", "floor"), default="", help="only to compare with")
    asked = parser.parse_args()
    build(archived=not asked.no_archive, variant=asked.variant)
