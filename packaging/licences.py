"""The licences of what is really in a built folder: found by looking into it, copied from what each part came with.

`write` fails where something in the folder has no owner or its owner no text, so that nothing is shipped unnamed.
"""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
import sysconfig
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from identity import ROOT, identity

TEXTS = ROOT / "packaging" / "licences"
"""Texts that no wheel brings; Qt's and ICU's are Debian's account of qt6-base 6.4, qt6-svg, qt6-wayland and icu."""

INDEX = "LISEZMOI.md"
_QT = re.compile(r"(?:lib)?(?:Qt6?[A-Z]|pyside6|shiboken6|PySide6|icu(?:data|i18n|uc)\b)|(?:lib)?icu[a-z]*\d*\.")
_NUMPY = re.compile(r"numpy\.libs$|lib(?:gfortran|quadmath|scipy_openblas)")
_ARROW = re.compile(r"(lib)?(arrow|parquet)\w*\.(so|dll|\d|dylib)")
_PYTHON = re.compile(r"python3|libpython|base_library\.zip$|Python$|Python3?\.framework$|vcruntime|ucrtbase|api-ms-")
_OURS = ("depeche", "resources", "corpus")
_LICENCE = re.compile(r"licen[cs]e|copying|notice", re.I)
_MORE = {"tqdm": ("MPL-2.0.txt",), "srsly": ("srsly-vendored.txt",), "lxml": ("common-licenses/LGPL-2.1.txt",)}
"""Texts that a library's own one only names, or passes over; lxml's wheels hold iconv."""

COMMON = "common-licenses"
"""The folder of the texts that others name by Debian's place for them, `/usr/share/common-licenses`."""
_NAMED = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9]+(?:-\d+(?:\.\d+)*)?)")
_CURRENT = {"GPL": "GPL-3", "LGPL": "LGPL-3", "GFDL": "GFDL-1.3"}


def inside(folder: Path) -> set[str]:
    """Return the names of what a built folder holds: modules in the program file, files and folders beside it."""
    from PyInstaller.archive.readers import CArchiveReader

    program = next(
        path for path in (folder / identity().command, folder / f"{identity().command}.exe") if path.exists()
    )
    packed = CArchiveReader(str(program))
    modules = {
        name.split(".")[0]
        for archive in packed.toc
        if archive.lower().endswith(".pyz")
        for name in packed.open_embedded_archive(archive).toc
    }
    return modules | {path.name for path in (folder / "_internal").iterdir()}


def owners(names: Iterable[str]) -> dict[str, list[str]]:
    """Return what each part of the bundle has in the folder. Raises LookupError for a name that belongs to nobody."""
    distributions = _installed()
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for owner in _owners_of(name, distributions):
            found[owner].append(name)
    return dict(sorted(found.items(), key=lambda one: one[0].casefold()))


@cache
def _installed() -> dict[str, set[str]]:
    """Return which distributions have put something under a name into this Python, modules without their suffix."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in importlib.metadata.distributions():
        for path in one.files or ():
            if path.parts[0] not in ("..", "__pycache__"):
                found[path.parts[0].split(".")[0]].add(one.metadata["Name"])
    return found


def _owners_of(name: str, distributions: dict[str, set[str]]) -> list[str]:
    module = re.sub(r"\.(?:cpython|cp\d|abi3|pyd$).*", "", name)
    if name in _OURS:
        return ["Depeche"]
    if _QT.match(name):
        return ["Qt"]
    if _NUMPY.match(name):
        return ["numpy"]
    if _ARROW.match(name):
        return ["pyarrow"]
    if name.endswith(".dist-info"):
        return [_distribution(name.split("-")[0])]
    if module in distributions:
        return sorted(distributions[module])
    if name.startswith(("_pyi", "pyi")):
        return [_distribution("pyinstaller")]
    if _PYTHON.match(name) or module in sys.stdlib_module_names or module.startswith("_sysconfigdata"):
        return ["Python"]
    if sys.platform == "linux" and ".so" in name:
        return [_package(name)]
    if name.endswith((".dll", ".dylib")):  # python.org's own, named in its licence
        return ["Python"]
    raise LookupError(f"{name} is in the bundle, and nobody knows whose it is")


def _distribution(name: str) -> str:
    return importlib.metadata.distribution(name).metadata["Name"]


def _package(library: str) -> str:
    """Return the package of the system that a library was taken from (Debian's; its copyright file is shipped)."""
    if not shutil.which("dpkg-query"):
        raise LookupError(f"{library}: on this system it isn't known where its licence lies")
    said = subprocess.run(["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True, check=False).stdout
    for line in said.splitlines():
        package = line.split(":")[0]
        if Path("/usr/share/doc", package, "copyright").exists():
            return package
    raise LookupError(f"{library} is in the bundle, and no package of the system has it")


def write(folder: Path) -> None:
    """Write `licences/` into a built folder: a folder of texts an owner, and the index. Raises LookupError."""
    target = folder / "licences"
    shutil.rmtree(target, ignore_errors=True)
    rows = []
    for owner, names in owners(inside(folder)).items():
        version, words, texts = _described(owner)
        place = target / owner
        place.mkdir(parents=True)
        for name, source in texts.items():
            shutil.copyfile(source, place / name)
        if not texts:
            raise LookupError(f"{owner} is in the bundle, and the text of its licence isn't found")
        cells = (owner, version, words, ", ".join(f"`{name}`" for name in sorted(texts)), ", ".join(names))
        rows.append("| " + " | ".join(cells) + " |")
    rows += _common(target)
    head = ["", "| partie | version | licence | textes | ce qui en vient |", "|---|---|---|---|---|"]
    said = (TEXTS / INDEX).read_text(encoding="utf-8")
    (target / INDEX).write_text("\n".join([said.rstrip(), *head, *rows, ""]), encoding="utf-8", newline="\n")


def _common(target: Path) -> list[str]:
    """Add the texts that others only name by Debian's place for them; return the row that lists them, if any."""
    wanted = sorted(_named_in(target))
    if not wanted:
        return []
    (target / COMMON).mkdir()
    for name in wanted:
        kept = (TEXTS / COMMON / f"{name}.txt", TEXTS / f"{name}.txt", Path("/usr/share", COMMON, name))
        source = next((path for path in kept if path.exists()), None)
        if source is None:
            raise LookupError(f"{name} is named by another licence, and its text isn't found")
        shutil.copyfile(source, target / COMMON / f"{name}.txt")
    texts = ", ".join(f"`{name}.txt`" for name in wanted)
    return [f"| {COMMON} | – | voir les textes | {texts} | – |"]


def _named_in(target: Path) -> set[str]:
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in target.rglob("*") if path.is_file())
    return {_CURRENT.get(name, name) for text in texts for name in _NAMED.findall(text)}


def _described(owner: str) -> tuple[str, str, dict[str, Path]]:
    """Return version, licence in a word or two, and the texts of one owner, by the name each gets."""
    if owner == "Depeche":
        ours = {
            "LICENSE.txt": ROOT / "LICENSE",
            "modele-de-noms.md": ROOT / "resources" / "models" / "names" / "README.md",
            "listes-de-noms.md": ROOT / "resources" / "gazetteers" / "README.md",
            "exemple.md": ROOT / "corpus" / "README.md",
        }
        # The older build, which updates are tested from, had no model yet.
        there = {name: path for name, path in ours.items() if path.exists()}
        return identity().version, f"{identity().licence} ; CC BY 4.0 (modèle) ; CC0 (listes, exemple)", there
    if owner == "Qt":
        version = importlib.metadata.version("PySide6_Essentials")
        names = ("LGPL-3.txt", "GPL-3.txt", "Qt-base.txt", "Qt-svg.txt", "Qt-wayland.txt", "ICU.txt")
        return version, "LGPL-3.0-only", {name: TEXTS / name for name in names}
    if owner == "Python":
        return sys.version.split()[0], "PSF-2.0", {"LICENSE.txt": _python_licence()}
    try:
        found = importlib.metadata.distribution(owner)
    except importlib.metadata.PackageNotFoundError:
        version = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", owner], capture_output=True, text=True, check=True
        )
        return version.stdout, "voir le texte", {"copyright.txt": Path("/usr/share/doc", owner, "copyright")}
    texts = {Path(name).name: TEXTS / name for name in _MORE.get(found.metadata["Name"], ())}
    for one in found.files or ():
        inner = re.fullmatch(r"[^/]+\.dist-info/(?:licenses/)*(.+)", one.as_posix())
        if inner and _LICENCE.search(inner[1]):
            texts[inner[1].replace("/", "-")] = Path(str(one.locate()))
    return found.version, _words(found.metadata), texts


def _words(metadata: importlib.metadata.PackageMetadata) -> str:
    said = str(metadata.get("License-Expression") or metadata.get("License") or "").strip()
    return said if said and "\n" not in said and len(said) < 100 else "voir le texte"


def _python_licence() -> Path:
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix), Path(f"/usr/share/doc/{_python_package()}"))
    for path in (place / name for place in places for name in ("LICENSE.txt", "copyright")):
        if path.exists():
            return path
    raise LookupError("Python's own licence isn't found")


def _python_package() -> str:
    return f"python3.{sys.version_info.minor}"


def check(folder: Path) -> str:
    """Compare the index of a built folder with what is in it. Returns what was seen; raises AssertionError."""
    target = folder / "licences"
    rows = [
        [cell.strip() for cell in line.strip("|\n ").split("|")]
        for line in (target / INDEX).read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    ][1:]
    named = {name.strip() for row in rows if row[0] != COMMON for name in row[4].split(",")}
    there = inside(folder)
    assert named == there, f"not named: {sorted(there - named)}; named, not there: {sorted(named - there)}"
    listed = {f"{row[0]}/{text.strip(' `')}" for row in rows for text in row[3].split(",")}
    found = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()} - {INDEX}
    assert listed == found, f"texts not as listed: {sorted(listed ^ found)}"
    short = [name for name in found if (target / name).stat().st_size < 150]
    assert not short, f"these are no licences: {short}"
    for text, words in {
        "Qt/LGPL-3.txt": "GNU LESSER GENERAL PUBLIC LICENSE",
        "Qt/GPL-3.txt": "GNU GENERAL PUBLIC LICENSE",
        "Python/LICENSE.txt": "PYTHON SOFTWARE FOUNDATION LICENSE",
        "Depeche/LICENSE.txt": "MIT License",
        "Depeche/modele-de-noms.md": "Yoann Dupont",
    }.items():
        assert words in (target / text).read_text(encoding="utf-8"), f"{text} isn't what it says"
    lost = [name for name in sorted(_named_in(target)) if not (target / COMMON / f"{name}.txt").exists()]
    assert not lost, f"named by another licence, and not there: {lost}"
    parts = sum(row[0] != COMMON for row in rows)
    return f"{parts} parts, {len(found)} texts, every file and module of the folder named"
