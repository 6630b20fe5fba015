"""The released sample dataset is what today's program makes of the corpus, byte for byte."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_released_dataset_is_what_today_s_program_makes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("dataset", ROOT / "packaging" / "dataset.py")
    assert spec is not None
    assert spec.loader is not None
    dataset = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(dataset)
    dataset.make(tmp_path / "made")
    released = ROOT / "exports" / dataset.NAME
    assert {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()} == {
        path.name: path.read_bytes() for path in released.iterdir()
    }
