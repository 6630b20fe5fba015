"""Everything in a built folder has an owner, and its owner a licence text; nothing else is listed."""

from __future__ import annotations

from pathlib import Path

import licences
import pytest
from identity import ROOT


def test_files_and_modules_have_the_owner_that_put_them_there() -> None:
    here = {"depeche", "resources", "json", "base_library.zip", "spacy", "sqlalchemy", "PySide6", "libQt6Core.so.6"}
    found = licences.owners({*here, "libicudata.so.73", "Qt6Core.dll", "numpy.libs", "libpython3.11.so.1.0"})
    assert found["Depeche"] == ["depeche", "resources"]
    assert found["Python"] == ["base_library.zip", "json", "libpython3.11.so.1.0"]
    assert found["Qt"] == ["PySide6", "Qt6Core.dll", "libQt6Core.so.6", "libicudata.so.73"]
    assert (found["spacy"], found["SQLAlchemy"], found["numpy"]) == (["spacy"], ["sqlalchemy"], ["numpy.libs"])


def test_what_belongs_to_nobody_stops_the_build() -> None:
    with pytest.raises(LookupError, match="of_nobody"):
        licences.owners({"json", "of_nobody"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as it is built, in which these lie."""
    names = {"depeche", "PySide6", "json", "tqdm", "chardet"}
    monkeypatch.setattr(licences, "inside", lambda _folder: set(names))
    licences.write(tmp_path)
    return tmp_path


def test_the_texts_of_what_is_there_are_written_and_no_others(folder: Path) -> None:
    assert licences.check(folder).startswith("5 parts")
    made = folder / "licences"
    assert sorted(path.name for path in made.iterdir() if path.is_dir()) == [
        "Depeche",
        "Python",
        "Qt",
        "chardet",
        "common-licenses",
        "tqdm",
    ]
    assert (made / "tqdm" / "MPL-2.0.txt").exists()
    assert (made / "Depeche" / "LICENSE.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert "CC BY 4.0" in (made / "Depeche" / "modele-de-noms.md").read_text(encoding="utf-8")


def test_what_a_library_holds_of_others_and_what_their_texts_point_to_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(licences, "inside", lambda _folder: {"depeche", "PySide6", "json", "srsly"})
    licences.write(tmp_path)
    assert licences.check(tmp_path).startswith("4 parts")
    made = tmp_path / "licences"
    text = (made / "srsly" / "srsly-vendored.txt").read_text(encoding="utf-8")
    for name in ("Anthon van der Neut", "INADA Naoki", "Lev E. Givon", "Cloudpickle contributors", "Electronic Arts",
                 "the V8 project"):  # fmt: skip
        assert name in text
    common = made / licences.COMMON
    assert "Apache License" in (common / "Apache-2.0.txt").read_text(encoding="utf-8")
    assert {"GPL-2.txt", "GPL-3.txt", "LGPL-3.txt", "GFDL-1.3.txt"} <= {path.name for path in common.iterdir()}
    listed = (made / licences.INDEX).read_text(encoding="utf-8")
    assert "`GFDL-1.3.txt`" in listed
    (common / "GPL-2.txt").unlink()
    with pytest.raises(AssertionError, match="GPL-2"):
        licences.check(tmp_path)


def test_the_check_sees_what_is_missing_or_too_much(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "licences" / "chardet" / "LICENSE").unlink()
    with pytest.raises(AssertionError, match="chardet"):
        licences.check(folder)
    licences.write(folder)
    (folder / "licences" / "requests").mkdir()
    (folder / "licences" / "requests" / "LICENSE").write_text("x" * 300)
    with pytest.raises(AssertionError, match="requests"):
        licences.check(folder)
    licences.write(folder)
    monkeypatch.setattr(licences, "inside", lambda _folder: {"depeche", "PySide6", "json", "tqdm", "chardet", "wasabi"})
    with pytest.raises(AssertionError, match="wasabi"):
        licences.check(folder)
