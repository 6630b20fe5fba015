"""The released sample dataset is what today's program makes of the corpus, byte for byte, and says what is in it."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def dataset() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dataset", ROOT / "packaging" / "dataset.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def released(dataset: ModuleType) -> Path:
    return ROOT / "exports" / dataset.NAME


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_released_dataset_is_what_today_s_program_makes(
    dataset: ModuleType, released: Path, tmp_path: Path
) -> None:
    dataset.make(tmp_path / "made")
    made, there = files(tmp_path / "made"), files(released)
    assert sorted(made) == sorted(there)
    assert [name for name, data in made.items() if there[name] != data] == []


def test_its_sums_are_those_of_its_files(released: Path) -> None:
    said = dict(reversed(line.split("  ", 1)) for line in (released / "SHA256SUMS").read_text("utf-8").splitlines())
    found = {name: hashlib.sha256(data).hexdigest() for name, data in files(released).items()}
    found.pop("SHA256SUMS")
    assert said == found


def test_every_form_has_every_article_of_the_corpus(dataset: ModuleType, released: Path) -> None:
    corpus = [
        json.loads(line)
        for path in sorted((ROOT / "corpus" / "labels").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    rows = [row for path in (released / "data").glob("*.parquet") for row in pq.read_table(path).to_pylist()]
    assert {row["id"]: row["text"] for row in rows} == {one["id"]: one["text"] for one in corpus}
    assert sum(len(row["spans"]) for row in rows) == sum(len(one["spans"]) for one in corpus)
    for name in dataset.FORMATS:
        receipt = json.loads((released / "formats" / name / "RECEIPT.json").read_text("utf-8"))
        assert receipt["exports"][name]["articles"] == len(corpus)
