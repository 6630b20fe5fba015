"""The verb: a project to files, with a receipt."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from depeche.core.article import Article, State
from depeche.core.progress import Progress, Report, silent
from depeche.core.record import Record
from depeche.export import spacy_project
from depeche.export.folder import Shelf
from depeche.export.form import Format, Parting, Parts, Plan
from depeche.export.forms import FORMS
from depeche.export.receipt import Loss, Receipt, merged, to_markdown
from depeche.export.records import reading_to_train_on, records
from depeche.export.split import PARTS
from depeche.export.target import outside_projects
from depeche.store import articles, finished, spans
from depeche.store.project import Project

_AT_ONCE = 100


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
    form = FORMS[format_]
    if format_ is Format.SPACY_PROJECT:
        spacy_project.check_room(folder)
    wanted = states if states is not None or not form.gold else (State.DONE,)
    receipt = Receipt(format_.value)
    plan = Plan(project.scheme, _parts(project, wanted, parting) if form.sided and parting else None)
    if form.sided:
        receipt.side, receipt.parts = plan.side, dict.fromkeys(PARTS, 0)
    found = _watched(project, wanted, receipt, report)
    with Shelf(outside_projects(folder)) as shelf:
        if form.gold:
            with project.read() as db:
                found = _to_train_on(found, spans.annotator_name(db, project.annotator), receipt)
        form.write(found, shelf, receipt, plan)
        if form.sided and not receipt.split_by:
            receipt.split_by = plan.split_by(receipt.written)
        receipts = merged(folder, receipt.to_json(shelf.digests()))
        with shelf.file("RECEIPT.md") as file:
            file.write(to_markdown(receipts).encode("utf-8"))
        with shelf.file("RECEIPT.json") as file:
            file.write(json.dumps(receipts, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")
    return receipt


def _parts(project: Project, states: Collection[State] | None, parting: Parting) -> Parts:
    """Return the sides: of finished articles as trainings see them, and of all others beside them if they go out.

    What else is chosen plays no part, so that an article is on the same side in every export.
    """
    with project.read() as db:
        done = set(finished.keys(db))
    parts = parting(one for one in _every(project) if one.key in done)
    if states is not None and set(states) <= {State.DONE}:
        return parts
    return parting(_every(project), parts.sides)


def _every(project: Project) -> Iterator[Article]:
    for batch in articles.batches(_AT_ONCE, project.read):
        yield from batch


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
