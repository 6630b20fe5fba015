"""What an export was given, what its receipt says isn't there, and so what a program must find in its files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from depeche.core.record import Record
from depeche.export.export import export
from depeche.export.form import Files, Format, Plan
from depeche.export.forms import FORMS
from depeche.export.receipt import STAYS, Loss, Receipt
from depeche.store.project import Project
from depeche.train.parting import parting

Stretches = Counter[tuple[int, int, str]]


@dataclass(frozen=True)
class Exported:
    """Files in `folder`, the records as the form was given them by name, the receipt's own words."""

    folder: Path
    records: dict[str, Record]
    receipt: dict[str, Any]

    def spans(self, name: str, *, everywhere: bool = False) -> Stretches:
        """Return what must be there of an article; `everywhere`: without what is only in some place of the files."""
        given = Counter((one.start, one.end, one.label) for one in self.records[name].marks)
        gone = [one for one in self.lost(name) if everywhere or one["reason"] not in STAYS]
        return given - Counter((one["start"], one["end"], one["label"]) for one in gone)

    def lost(self, name: str) -> list[dict[str, Any]]:
        """Return what the receipt names of an article's spans, less those that were another annotator's."""
        said = [one for one in self.receipt["not_represented"] if one["article"] == name]
        return [one for one in said if one["reason"] != Loss.ANOTHERS]

    def files(self, suffix: str) -> list[Path]:
        """Return the files of a kind, in order of name."""
        return sorted(self.folder.rglob(f"*{suffix}"))


def exported(project: Project, folder: Path, format_: Format, patch: pytest.MonkeyPatch) -> Exported:
    """Export by the real verb, and note what the form is given meanwhile."""
    form = FORMS[format_]
    given: dict[str, Record] = {}

    def write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
        def noted() -> Iterator[Record]:
            for one in records:
                given[one.article.name] = one
                yield one

        form.write(noted(), shelf, receipt, plan)

    patch.setitem(FORMS, format_, replace(form, write=write))
    export(project, folder, format_, parting=parting(project) if form.sided else None)
    said = json.loads((folder / "RECEIPT.json").read_text("utf-8"))["exports"][format_.value]
    every = folder / f"LOST-{format_.value}.jsonl"
    if every.is_file():  # more than a receipt names one by one
        lines = every.read_text("utf-8").split("\n")
        said["not_represented"] = [json.loads(line) for line in lines if line]
        every.unlink()
    return Exported(folder, given, said)


def counted(spans: Iterable[Iterable[Any]]) -> Stretches:
    """Return spans as a program said them, each with how often."""
    return Counter((start, end, label) for start, end, label in spans)
