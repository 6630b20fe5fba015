"""What a double click means, before anything slow is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from depeche.ingest.clicked import is_package, meant
from depeche.paths import DATABASE
from tests.packages import make_package


def test_a_package_is_known_by_its_bytes_under_any_name(tmp_path: Path) -> None:
    package = make_package(tmp_path)
    other = tmp_path / "x.bin"
    other.write_bytes(package.read_bytes())
    assert is_package(package)
    assert is_package(other)
    assert meant([str(other)]) == [other]


def test_other_files_are_none(tmp_path: Path) -> None:
    for name, data in (("a.zip", b"PK\x03\x04" + bytes(60)), ("b.txt", b"Un texte."), ("c", b"")):
        (tmp_path / name).write_bytes(data)
        assert not is_package(tmp_path / name)
        assert meant([str(tmp_path / name)]) is None
    for other in (tmp_path, tmp_path / "rien", Path("a\0b")):
        assert not is_package(other)


def test_a_project_its_file_and_a_plain_start_open_the_window(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"")
    assert meant([str(tmp_path)]) == meant([str(tmp_path / DATABASE)]) == meant(["open", str(tmp_path)]) == [tmp_path]
    assert meant([]) == []
    assert meant(["stats"]) is meant(["--help"]) is meant(["open", "--help"]) is meant(["new", str(tmp_path)]) is None


def test_nothing_slow_is_loaded_for_the_welcome_page() -> None:
    code = (
        "import sys, depeche.__main__, depeche.ui.app; "
        "print({'sqlalchemy', 'spacy', 'depeche.ui.window', 'rapidfuzz', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()", done.stdout
