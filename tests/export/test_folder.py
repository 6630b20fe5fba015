"""Files of an export are written beside and swapped in together, also those in folders of their own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from depeche.errors import UserError
from depeche.export.folder import Shelf


def fail_after_writing(folder: Path, name: str) -> None:
    with Shelf(folder) as shelf:
        with shelf.file(name) as file:
            file.write(b"after")
        raise ZeroDivisionError


def test_a_slash_in_a_name_is_a_folder_and_digests_say_the_whole_name(tmp_path: Path) -> None:
    with Shelf(tmp_path / "out") as shelf:
        for name in ("data/train.parquet", "jsonl/train.parquet", "README.md"):
            with shelf.file(name) as file:
                file.write(name.encode())
        digests = shelf.digests()
        assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file() and path.suffix == ".parquet"]
    assert {name: one["sha256"] for name, one in digests.items()} == {
        name: hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() for name in digests
    }
    assert list(digests) == ["data/train.parquet", "jsonl/train.parquet", "README.md"]


def test_an_export_that_fails_leaves_the_files_in_folders_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x").write_text("before")
    with pytest.raises(ZeroDivisionError):
        fail_after_writing(tmp_path, "data/x")
    assert [path.name for path in tmp_path.rglob("*")] == ["data", "x"]
    assert (tmp_path / "data" / "x").read_text() == "before"


def test_a_file_where_a_folder_must_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(UserError), Shelf(tmp_path) as shelf, shelf.file("data/x") as file:
        file.write(b"")
