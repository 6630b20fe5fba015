"""Asking other people's programs, each in its own environment; a test that needs one that isn't there is skipped."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONSUMERS = Path(__file__).parent / "consumers"
_ENVIRONMENTS = {"doccano": "interop-doccano", "w3c": "interop-node"}
_numbers = itertools.count()


def ask(program: str, *words: Path | str, folder: Path) -> Any:
    """Run `consumers/PROGRAM.py WORDS… ANSWER`, or the script of Node, and return its answer.

    `folder` is for the answer. The program has a home of its own and, for what it is asked here, needs no network.
    """
    place = ROOT / f".venv-{_ENVIRONMENTS.get(program, 'interop')}"
    why = place / "why"
    if why.is_file():
        pytest.skip(why.read_text("utf-8").strip())
    if not (place / "made").is_file():
        pytest.skip(f"{place.name} isn't made: make test-interop does it")
    answer = folder / f"answer-{next(_numbers)}.json"
    script = [place / "bin" / "python", CONSUMERS / f"{program}.py"]
    command = ["node", place / "w3c.mjs"] if program == "w3c" else script
    environment = {name: said for name, said in os.environ.items() if name != "PYTHONPATH"} | {"HOME": str(folder)}
    run = subprocess.run(
        [str(one) for one in (*command, *words, answer)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:] + run.stdout[-1000:]
    return json.loads(answer.read_text("utf-8"))
