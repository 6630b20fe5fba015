"""Writes Label Studio's tasks: people's work as annotations, suggestions as a prediction; and its labels as XML.

Offsets are code points. A region's `meta.text` is what Label Studio shows beside it; `meta.depeche`, which it keeps and
hands back, holds the same for a program, with source and score. `completed_by` is left out: Label Studio refuses a
number or address that isn't one of its users (tasks/serializers.py, `_insert_valid_completed_by`), and without one the
work is that of who imports it. The annotator's name stands in `created_username`, which is its field for that.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import quoteattr

import depeche
from depeche.core.article import State
from depeche.core.record import Mark, Record, one_line
from depeche.core.scheme import Scheme
from depeche.export.about import all_about
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import DETAILS
from depeche.export.receipt import Loss, Receipt
from depeche.messages import tr

FILE, CONFIG = "label_studio.json", "label_config.xml"
ANNOTATOR = "annotator"
"""Counted in the receipt: annotations whose annotator will be another one after the import."""
_COLOUR = "#5a6270"


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write the tasks as one array, a task a line, and the settings of a project that takes them.

    What somebody refused has no place in Label Studio and is named in the receipt.
    """
    labels = dict.fromkeys(one.label for one in plan.scheme.labels)
    with shelf.file(FILE) as file:
        file.write(b"[")
        for n, record in enumerate(records):
            kept = [mark for mark in record.marks if mark.status != "rejected"]
            for mark in record.marks:
                if mark.status == "rejected":
                    receipt.lose(record, mark, Loss.REJECTED)
            task = _task(replace(record, marks=tuple(kept)))
            file.write((",\n" if n else "\n").encode() + one_line(task).encode("utf-8"))
            receipt.count(replace(record, marks=tuple(kept)))
            if record.article.extra:
                receipt.lessen(DETAILS)
            if task["annotations"]:
                receipt.lessen(ANNOTATOR, len(task["annotations"]))
            labels |= dict.fromkeys(mark.label for mark in kept)
        file.write(b"\n]\n")
    with shelf.file(CONFIG) as file:
        file.write(_config(labels, plan.scheme).encode("utf-8"))


def _task(record: Record) -> dict[str, Any]:
    given: Counter[tuple[object, ...]] = Counter()
    regions = [(mark, _region(record, mark, given)) for mark in record.marks]
    suggested = [(mark, region) for mark, region in regions if mark.status == "suggested"]
    states = dict(record.states)
    if not states and record.annotator:
        states = {record.annotator: record.state or State.TODO}
    names = sorted(states.keys() | {mark.by or "" for mark in record.marks if mark.status != "suggested"})
    annotations = [
        {
            "created_username": name,
            "was_cancelled": states.get(name) is State.SKIPPED,
            "ground_truth": False,
            "result": [one for mark, one in regions if mark.status != "suggested" and (mark.by or "") == name],
        }
        for name in names
    ]
    known = {name: said for name, said in all_about(record.article).items() if said}
    task: dict[str, Any] = {
        "data": {"text": record.article.text} | known,
        "meta": {name: record.article.meta[name] for name in sorted(record.article.meta)},
        "annotations": annotations,
        "predictions": [],
    }
    if suggested:
        scores = [mark.score for mark, _ in suggested if mark.score is not None]
        prediction: dict[str, Any] = {"model_version": f"depeche {depeche.__version__}"}
        if scores:
            prediction["score"] = round(sum(scores) / len(scores), 6)
        task["predictions"] = [prediction | {"result": [region for _, region in suggested]}]
    return task


def _region(record: Record, mark: Mark, given: Counter[tuple[object, ...]]) -> dict[str, Any]:
    words = record.article.text[mark.start : mark.end]
    place = (mark.start, mark.end, mark.label, mark.by, mark.source)
    given[place] += 1
    # Of what is the same in every copy of the project, so that the same work has the same name wherever it is exported.
    named = json.dumps([record.article.name, record.article.text_hash, *place, given[place]])
    region: dict[str, Any] = {
        "id": hashlib.sha256(named.encode("utf-8")).hexdigest()[:16],
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": mark.start, "end": mark.end, "text": words, "labels": [mark.label]},
    }
    if mark.status == "suggested" and mark.score is not None:
        region["score"] = mark.score
    if meta := _meta(mark):
        region["meta"] = meta
    return region


def _meta(mark: Mark) -> dict[str, Any]:
    """Return what Label Studio shows of a region beside its label, and what it keeps for a program."""
    value = list(mark.value) if isinstance(mark.value, tuple) else mark.value
    attrs = {name: mark.attrs[name] for name in sorted(mark.attrs)}
    said = {
        "kind": mark.kind,
        "value": value,
        "attrs": attrs or None,
        "status": mark.status,
        "by": mark.by,
        "source": mark.source,
        "version": mark.version,
        "score": mark.score,
        "reason": mark.reason,
        "was": dict(mark.was) if mark.was else None,
    }
    held = {name: one for name, one in said.items() if one not in (None, [])}
    shown = [one for one in (mark.kind, ", ".join(value) if isinstance(value, list) else value) if one]
    shown += [f"{name} : {one}" for name, one in attrs.items() if isinstance(one, str | int | float)]
    return ({"text": ["\n".join(shown)]} if shown else {}) | ({"depeche": held} if held else {})


def _config(labels: Iterable[str], scheme: Scheme) -> str:
    """Return the settings of a project: each label with its colour; `$text` is the field of the tasks that is shown."""
    lines = ["<View>", '  <Labels name="label" toName="text">']
    for label in labels:
        colour = scheme.get(label).colour if label in scheme else _COLOUR
        lines.append(f'    <Label value={quoteattr(label)} background="{colour}"/>')
    lines += ["  </Labels>", '  <Text name="text" value="$text" saveTextResult="yes"/>', "</View>", ""]
    return "\n".join(lines)


FORM = Form(Format.LABEL_STUDIO, lambda: tr("Label Studio — tâches JSON, avec les suggestions en prédictions"), _write)
