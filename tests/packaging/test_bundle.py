"""What is put into the bundle, what stays out of it, and the archive made of it: all that shows without a build."""

from __future__ import annotations

import ast
import os
import re
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import archive
import glibc
import icons
import pytest
import trim
from identity import ROOT

SPEC = (ROOT / "packaging" / "depeche.spec").read_text(encoding="utf-8")


def imports_of_ours() -> set[str]:
    """The modules of others that the program imports, anywhere."""
    found: set[str] = set()
    for path in (ROOT / "desktop" / "depeche").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {one.name for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return {name for name in found if not name.startswith("depeche")}


def test_nothing_that_the_program_imports_is_left_out() -> None:
    ours = imports_of_ours()
    out = [one for one in trim.LEFT_OUT_MODULES for name in ours if f"{name}.".startswith(f"{one}.")]
    assert out == []


def test_all_shipped_files_and_all_our_code_are_in_the_spec() -> None:
    for folder in ("resources", "corpus"):
        assert f'(str(ROOT / "{folder}"), "{folder}")' in SPEC
    assert 'rglob("*.py")' in SPEC, "modules imported inside functions are named"
    for path in (ROOT / "resources").rglob("*"):
        assert trim.stays(path.relative_to(ROOT).as_posix()), path


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("libQt6Core.so.6", True),
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/Qt6Gui.dll", True),
        ("PySide6/Qt/lib/libicudata.so.73", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qt_help_fr.qm", False),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/QtNetwork.abi3.so", False),
        ("libstdc++.so.6", False),
        ("libX11.so.6", False),
        ("libX11-xcb.so.1", False),
        ("libxcb-cursor.so.0", True),
        ("spacy/lang/fr/lemmatizer.pyc", True),
        ("spacy/lang/de/stop_words.pyc", False),
        ("thinc/tests/x.json", False),
        ("thinc/backends/_custom_kernels.cu", True),
        ("spacy/tokens/doc.pyx", False),
        ("docx/templates/default-styles.xml", True),
        ("docx/templates/default-docx-template/word/styles.xml", False),
        ("resources/schemes/tests/x.c", True),
    ],
)
def test_what_stays(path: str, kept: bool) -> None:
    assert trim.stays(path) is kept
    assert trim.stays(path.replace("/", "\\")) is kept, "and on Windows"


def test_libraries_go_with_the_last_file_that_asks_for_them() -> None:
    files = [
        ("app/plugin.so", "plugin", "BINARY"),
        ("libused.so.1", "used", "BINARY"),
        ("libdeep.so.1", "deep", "BINARY"),
        ("libgone.so.1", "gone", "BINARY"),
        ("libonlyforgone.so.1", "only", "BINARY"),
        ("libpython3.11.so.1.0", "python", "BINARY"),
        ("libused.so", "libused.so.1", "SYMLINK"),
        ("PySide6/Qt/lib/libQt6Svg.so.6", "svg", "BINARY"),
    ]
    asks = {"plugin": ["libused.so.1", "libused.so"], "used": ["libdeep.so.1"], "gone": ["libonlyforgone.so.1"]}
    left = trim.without_orphans(files, lambda path: asks.get(path, []))
    assert [one[1] for one in left] == ["plugin", "used", "deep", "python", "libused.so.1"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small bundle: a program, a file, a link, an accent."""
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "depeche"
    program.write_bytes(b"program" * 999)
    program.chmod(0o700)
    (folder / "_internal" / "été.txt").write_text("été")
    (folder / "_internal" / "link").symlink_to("été.txt")
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="modes and links as on Linux")
def test_the_same_folder_gives_the_same_archive(folder: Path, tmp_path: Path) -> None:
    made = []
    for turn in ("a", "b"):
        out = tmp_path / turn
        out.mkdir()
        (folder / "_internal" / "été.txt").touch()
        made.append(archive.pack(folder, out, "depeche-1", 1_700_000_000))
    assert made[0].read_bytes() == made[1].read_bytes()
    said = made[0].with_name(f"{made[0].name}.sha256").read_text()
    assert said == f"{archive.checksum(made[0])}  depeche-1.tar.xz\n"
    with tarfile.open(made[0]) as tar:
        entries = {one.name: one for one in tar.getmembers()}
    assert (entries["depeche-1/depeche"].mode, entries["depeche-1/_internal/été.txt"].mode) == (0o755, 0o644)
    assert entries["depeche-1/_internal/link"].linkname == "été.txt"
    assert {(one.uid, one.uname, one.mtime) for one in entries.values()} == {(0, "", 1_700_000_000)}


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_the_zip_holds_modes_and_links(folder: Path, tmp_path: Path) -> None:
    made = archive._zip(folder, tmp_path / "depeche-1", "depeche-1", 1_700_000_000)
    with zipfile.ZipFile(made) as packed:
        link = packed.getinfo("depeche-1/_internal/link")
        assert link.external_attr >> 16 == 0o120777
        assert packed.read(link) == "été.txt".encode()
        assert packed.getinfo("depeche-1/depeche").external_attr >> 16 & 0o100
        assert packed.testzip() is None


@pytest.mark.skipif(sys.platform != "linux", reason="glibc")
def test_the_oldest_glibc_is_read_as_binutils_reads_it(tmp_path: Path) -> None:
    library = Path(sys.modules["_datetime"].__file__ or "")
    try:
        said = subprocess.run(["readelf", "-V", str(library)], capture_output=True, text=True, check=True).stdout
    except FileNotFoundError:
        pytest.skip("readelf is not installed")
    theirs = {tuple(map(int, one.split("."))) for one in re.findall(r"GLIBC_(2[.\d]+)", said)}
    assert glibc.asked_by(library) == theirs != set()
    (tmp_path / "text.so").write_text("no library")
    assert glibc.asked_by(tmp_path / "text.so") == set()
    assert glibc.oldest_glibc(tmp_path) == "none"


def test_icons_name_their_pictures_where_they_are() -> None:
    drawn = {16: b"small", 256: b"large one"}
    made = icons.ico(drawn)
    assert struct.unpack_from("<HHH", made) == (0, 1, 2)
    for index, (size, png) in enumerate(drawn.items()):
        width, _, _, _, _, _, length, at = struct.unpack_from("<BBBBHHII", made, 6 + 16 * index)
        assert (width, made[at : at + length]) == (size % 256, png)
    apple = icons.icns(drawn)
    assert (apple[:4], struct.unpack(">I", apple[4:8])[0]) == (b"icns", len(apple))
    at, kinds = 8, []
    while at < len(apple):
        kind, length = struct.unpack_from(">4sI", apple, at)
        kinds.append((kind, apple[at + 8 : at + length]))
        at += length
    assert kinds == [(b"icp4", b"small"), (b"ic08", b"large one"), (b"ic13", b"large one")]


def test_the_page_has_all_its_pictures() -> None:
    text = (ROOT / "packaging" / "LISEZMOI.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert len(pictures) >= 3
    for picture in pictures:
        assert (ROOT / "packaging" / picture).is_file()


def test_the_window_s_start_loads_neither_spacy_nor_other_databases() -> None:
    code = "import sys, depeche.cli.main, depeche.ui.app; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    slow = ("spacy", "thinc", "numpy", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.mysql")
    assert [name for name in slow if name in done.stdout.split()] == []


def test_what_the_bundle_stands_in_for_is_not_missed() -> None:
    hook = ROOT / "packaging" / "hooks" / "offline.py"
    code = (
        f"import runpy; runpy.run_path({str(hook)!r});"
        "import depeche.store.tables as t; from sqlalchemy import create_engine;"
        "t.metadata.create_all(create_engine('sqlite://')); import spacy; print(len(spacy.blank('fr')('Il part.')))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "3\n"), done.stderr
