"""Writes brat's standoff: a text and an .ann file for each article, and the settings that brat shows them by.

Offsets are code points into the .txt, which holds the text as it is. brat cuts an .ann file wherever Python's
`splitlines` cuts, and demands that a line repeats its span: so a span over a line end (or a tab, which parts columns)
becomes fragments, with the line ends between them. Each span's value, kind, status, annotator and attributes are a
note beside it, as JSON (`AnnotatorNotes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from depeche.core.record import Mark, Record, one_line
from depeche.core.scheme import Scheme
from depeche.export import name_table
from depeche.export.file_names import FileNames
from depeche.export.form import Files, Form, Format, Plan
from depeche.export.lessening import PROVENANCE, lessen_article
from depeche.export.receipt import Loss, Receipt
from depeche.export.writers.brat_labels import BratLabels
from depeche.messages import tr

FOLDER, NAMES = "articles", "names.tsv"
BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""Where `str.splitlines` cuts, and tabs: edsnlp takes the words after a tab for the label."""
_DRAWN = "[drawing]\nSPAN_DRAWING_DEFAULT\tfgColor:black, bgColor:#d0d0d0, borderColor:darken\n"


def _write(records: Iterable[Record], shelf: Files, receipt: Receipt, plan: Plan) -> None:
    """Write `articles/`, `names.tsv`, `labels.tsv`, `annotation.conf` and `visual.conf`.

    brat has one annotator a folder: of each article only the furthest one's reading is in it.
    """
    names, labels = FileNames(), BratLabels(plan.scheme)
    with shelf.file(NAMES) as table:
        table.write(name_table.head())
        for record in records:
            name = f"{FOLDER}/{names.of(record.article.name)}"
            kept = replace(record, marks=tuple(mark for mark in record.marks if _fits(mark, record, receipt)))
            with shelf.file(f"{name}.txt") as file:
                file.write(record.article.text.encode("utf-8"))
            with shelf.file(f"{name}.ann") as file:
                file.writelines(line.encode("utf-8") + b"\n" for line in _lines(kept, labels))
            table.write(name_table.line(f"{name}.txt", record.article))
            receipt.count(kept)
            lessen_article(record.article, receipt)
            guessed = sum(mark.source is not None or mark.score is not None for mark in kept.marks)
            if guessed:
                receipt.lessen(PROVENANCE, guessed)
    with shelf.file("labels.tsv") as file:
        file.write(name_table.row("brat", "label"))
        file.writelines(name_table.row(safe, label) for label, safe in labels.given.items())
    with shelf.file("annotation.conf") as file:
        file.write(_annotation_conf(labels).encode("utf-8"))
    with shelf.file("visual.conf") as file:
        file.write(_visual_conf(labels, plan.scheme).encode("utf-8"))


def _fits(mark: Mark, record: Record, receipt: Receipt) -> bool:
    words = record.article.text[mark.start : mark.end]
    if not words.strip():
        why = Loss.BLANK
    elif BREAKS.match(words[0]) or BREAKS.match(words[-1]):
        why = Loss.BLANK_EDGE if "\t" in (words[0], words[-1]) else Loss.BREAK_EDGE
    else:
        return True
    receipt.lose(record, mark, why)
    return False


def _lines(record: Record, labels: BratLabels) -> Iterator[str]:
    for n, mark in enumerate(record.marks, 1):
        label = labels.of(mark.label)
        pieces = _pieces(record.article.text, mark)
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(record.article.text[start:end] for start, end in pieces)
        yield f"T{n}\t{label} {offsets}\t{words}"
        if note := _note(mark, label):
            yield f"#{n}\tAnnotatorNotes T{n}\t{one_line(note)}"


def _pieces(text: str, mark: Mark) -> list[tuple[int, int]]:
    """Return the stretches of a mark that have no line end and no tab in them."""
    pieces, at = [], mark.start
    for found in BREAKS.finditer(text, mark.start, mark.end):
        pieces.append((at, found.start()))
        at = found.end()
    return [*pieces, (at, mark.end)]


def _note(mark: Mark, label: str) -> dict[str, Any]:
    """Return what brat has no place for, by name; `label` only where brat's isn't ours."""
    value = list(mark.value) if isinstance(mark.value, tuple) else mark.value
    attrs = {name: mark.attrs[name] for name in sorted(mark.attrs)}
    said = {"value": value, "kind": mark.kind, "status": mark.status, "by": mark.by, "attrs": attrs or None}
    said["label"] = mark.label if label != mark.label else None
    return {name: one for name, one in said.items() if one is not None}


def _annotation_conf(labels: BratLabels) -> str:
    names = "".join(f"{name}\n" for name in labels.given.values())
    overlaps = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n"
    return f"[entities]\n{names}\n[relations]\n{overlaps}\n[events]\n\n[attributes]\n"


def _visual_conf(labels: BratLabels, scheme: Scheme) -> str:
    shown, drawn = "[labels]\n", _DRAWN
    for label, safe in labels.given.items():
        if label in scheme:
            one = scheme.get(label)
            shown += f"{safe} | {one.name.replace('|', '/')}\n"
            drawn += f"{safe}\tbgColor:{one.colour}, fgColor:white\n"
    return f"{shown}\n{drawn}"


FORM = Form(Format.BRAT, lambda: tr("brat — un dossier de .txt et .ann, avec annotation.conf"), _write, gold=True)
