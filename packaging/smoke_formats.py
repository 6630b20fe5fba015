"""Asks the bundle for every form of export and every kind of file that comes in: each has libraries of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from identity import ROOT

sys.path.insert(0, str(ROOT))

from tests.ingest.seeds import seeds

from depeche.export.form import Format

APART = {Format.SPACY_PROJECT}
"""Needs more articles than there are here; `smoke.py` asks for it where it trains."""


def formats(ask: Callable[..., str], project: str, inside: str, outside: Path) -> str:
    """Write a project in every form, read one folder with a file of every kind; return what was done.

    `ask` runs the program and raises where its status isn't 0, so also where anything is refused.
    """
    forms = [one for one in Format if one not in APART]
    for form in forms:
        ask("export", project, f"{inside}/formes/{form}", "--format", form, "--states", "todo,started,done")
        assert any((outside / "formes" / form).iterdir()), f"{form}: nothing was written"
    kinds = {kind: variants for kind, variants in seeds().items() if kind != "unread"}  # refused, on purpose
    for kind, variants in kinds.items():
        for n, files in enumerate(variants):
            folder = outside / "sortes" / f"{kind}-{n}"
            folder.mkdir(parents=True)
            for name, data in files.items():
                (folder / name).write_bytes(data)
    ask("new", f"{inside}/reçus")
    ask("ingest", f"{inside}/reçus", f"{inside}/sortes", "--as", "suggestions")
    return f"{len(forms)} forms written, {len(kinds)} kinds of file read"
