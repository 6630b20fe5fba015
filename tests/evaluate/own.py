"""Gold in Dépêche's own JSONL: the sample corpus, and any folder given by argument."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.evaluate.counting import Document, Gold, Sameness
from tests.evaluate.values import same_figure, same_name, same_text

LABELS = ("ACTOR", "FIGURE", "DATE", "QUOTE")
SAME = Sameness({"DATE": same_text, "FIGURE": same_figure}, same_name)


def documents(path: Path, begins: str = "") -> list[Document]:
    """Return the labelled texts of a file, or of the files in a folder whose names begin so, in their order."""
    files = sorted(path.glob(f"{begins}*.jsonl")) if path.is_dir() else [path]
    return [document(line) for file in files for line in lines(file)]


def lines(file: Path) -> Iterator[dict[str, Any]]:
    """Return the objects of a JSONL file one by one."""
    with file.open(encoding="utf-8") as opened:
        for line in opened:
            if line.strip():
                yield json.loads(line)


def document(line: dict[str, Any]) -> Document:
    """Return one line as a labelled text.

    Several values of a quote are its speakers; several of another label are alternatives. A figure or date without a
    value isn't asked for one, except a date in a text that has none.
    """
    gold = []
    for span in line["spans"]:
        value = span.get("value")
        values: tuple[str | None, ...] = tuple(value) if isinstance(value, list) else (value,)
        speakers: tuple[str, ...] = ()
        if span["label"] == "QUOTE":
            speakers = tuple(one for one in values if one is not None)
        elif values == (None,) and not (span["label"] == "DATE" and line.get("date") is None):
            values = ()
        gold.append(
            Gold(
                span["start"],
                span["end"],
                span["label"],
                span.get("kind"),
                values,
                span.get("unit") if span["label"] == "FIGURE" else None,
                speakers,
            )
        )
    return Document(str(line.get("id", "")), line["text"], line.get("date"), tuple(gold))
