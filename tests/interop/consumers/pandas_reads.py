"""pandas reads tables: `pandas_reads.py FILE... ANSWER`. Run by the Python of .venv-interop."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(files: list[Path], answer: Path) -> None:
    import pandas

    said = {}
    for file in files:
        table = pandas.read_csv(file, sep=None, engine="python", dtype=str, keep_default_na=False, encoding="utf-8-sig")
        said[file.name] = table.to_dict(orient="records")
    answer.write_text(json.dumps(said), "utf-8")


main([Path(one) for one in sys.argv[1:-1]], Path(sys.argv[-1]))
