"""The label scheme as a project has it, in the database first; `scheme.toml` beside it follows."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from depeche.core.scheme import Scheme, label_from_json, parse_scheme

SCHEME = "scheme.toml"


def of_facts(known: Mapping[str, Any]) -> Scheme:
    """Return the scheme of a project from its facts. Raises KeyError, TypeError or SchemeError for damaged ones."""
    scheme = parse_scheme(known["scheme"], SCHEME)
    retired = tuple(label_from_json(entry) for entry in known["retired"])
    return replace(scheme, labels=(*scheme.labels, *(one for one in retired if one.label not in scheme)))


def follow(folder: Path, toml: str, was: str) -> None:
    """Let the file of a project's folder say `toml`, written beside and swapped in. Raises OSError.

    `was` is what it should say until now; what a person has written into it since goes to `backups/` first.
    """
    path, half = folder / SCHEME, folder / f"{SCHEME}.new"
    if path.is_file():
        there = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        if there == toml:
            return
        if there != was.replace("\r\n", "\n"):
            stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
            (folder / "backups").mkdir(exist_ok=True)
            (folder / "backups" / f"scheme-{stamp}.toml").write_bytes(path.read_bytes())
    with half.open("w", encoding="utf-8", newline="\n") as file:
        file.write(toml)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
