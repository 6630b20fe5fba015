"""The verb: a project to files, with a receipt."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from enum import StrEnum
from pathlib import Path

from depeche.core.article import State
from depeche.core.progress import Progress, Report, silent
from depeche.core.record import Record
from depeche.export import docbin, jsonl, spacy_project
from depeche.export.folder import Shelf
from depeche.export.receipt import Loss, Receipt, merged, to_markdown
from depeche.export.records import reading_to_train_on, records
from depeche.export.spacy_project import Parting
from depeche.export.target import outside_projects
from depeche.store import articles, spans
from depeche.store.project import Project


class Format(StrEnum):
    """What an export can be written as."""

    JSONL = "jsonl"
    SPACY = "spacy"
    SPACY_PROJECT = spacy_project.NAME


def export(
    project: Project,
    folder: Path,
    format_: Format,
    report: Report = silent,
    *,
    states: Collection[State] | None = None,
    parting: Parting | None = None,
) -> Receipt:
    """Write the project's articles into `folder` and return the receipt, which is written there too.

    JSONL holds every article and mark. spaCy's files are to train on: finished articles only, unless `states` says
    otherwise, and of each what its furthest annotator holds true; the receipt names the others' spans. A spaCy project
    has these with all that it takes to train, split by `parting`, which must be given for it. Other files in the folder
    stay. On an error, a full disk or `Cancelled` out of `report`, the export that was there before stays whole.
    """
    training = format_ is not Format.JSONL
    if format_ is Format.SPACY_PROJECT:
        if parting is None:
            raise ValueError("a spaCy project needs a parting")
        spacy_project.check_room(folder)
    wanted = states if states is not None or not training else (State.DONE,)
    receipt = Receipt(format_.value)
    found = _watched(project, wanted, receipt, report)
    with Shelf(outside_projects(folder)) as shelf:
        if training:
            with project.read() as db:
                own = spans.annotator_name(db, project.annotator)
            to_train_on = _to_train_on(found, own, receipt)
            if format_ is Format.SPACY_PROJECT and parting is not None:
                spacy_project.write(to_train_on, shelf, receipt, project.scheme, parting)
            else:
                docbin.write(to_train_on, shelf, receipt, project.scheme)
        else:
            jsonl.write(found, shelf, receipt)
        receipts = merged(folder, receipt.to_json(shelf.digests()))
        with shelf.file("RECEIPT.md") as file:
            file.write(to_markdown(receipts).encode("utf-8"))
        with shelf.file("RECEIPT.json") as file:
            file.write(json.dumps(receipts, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")
    return receipt


def _to_train_on(found: Iterator[Record], own: str, receipt: Receipt) -> Iterator[Record]:
    for one in found:
        record, others = reading_to_train_on(one, own)
        for mark in others:
            receipt.lose(record, mark.start, mark.end, mark.label, Loss.ANOTHERS)
        yield record


def _watched(project: Project, states: Collection[State] | None, receipt: Receipt, report: Report) -> Iterator[Record]:
    with project.read() as db:
        total = articles.count(db)
    for n, record in enumerate(records(project)):
        if n % 20 == 0:
            report(Progress(n, total))
        if states is None or record.state in states:
            yield record
        else:
            receipt.left_out[f"state {record.state}"] += 1
    report(Progress(total, total))
