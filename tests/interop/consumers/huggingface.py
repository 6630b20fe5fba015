"""datasets loads a folder by its card and writes it anew: `huggingface.py FOLDER OUT ANSWER`.

Run by the Python of .venv-interop, offline. The answer: each configuration's splits, their columns and rows; the card.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path


def main(folder: Path, out: Path, answer: Path) -> None:
    os.environ.update(HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1", HF_HOME=tempfile.mkdtemp(prefix="hf-"))
    import datasets
    from huggingface_hub import DatasetCard

    out.mkdir(parents=True)
    said: dict[str, object] = {}
    for name in datasets.get_dataset_config_names(str(folder)):
        loaded = datasets.load_dataset(str(folder), name)
        said[name] = {
            part: {"features": {n: repr(f) for n, f in rows.features.items()}, "rows": [_named(rows, r) for r in rows]}
            for part, rows in loaded.items()
        }
        for part, rows in loaded.items():
            rows.to_json(out / f"{name}-{part}.jsonl", force_ascii=False)
            rows.to_parquet(out / f"{name}-{part}.parquet")
    card = DatasetCard.load(folder / "README.md")
    answer.write_text(json.dumps({"configs": said, "card": card.data.to_dict()}, default=str), "utf-8")


def _named(rows: object, row: dict[str, object]) -> dict[str, object]:
    """Return a row with the names of its classes where the file says them."""
    return {name: _unclassed(rows.features[name], value) for name, value in row.items()}  # type: ignore[attr-defined]


def _unclassed(feature: object, value: object) -> object:
    import datasets

    if isinstance(feature, datasets.ClassLabel):
        return None if value is None else feature.int2str(value)
    inner = getattr(feature, "feature", None)
    if isinstance(value, list) and inner is not None:
        return [_unclassed(inner, one) for one in value]
    if isinstance(value, dict) and isinstance(feature, dict):
        return {name: _unclassed(feature[name], one) for name, one in value.items()}
    return value


main(*map(Path, sys.argv[1:]))
