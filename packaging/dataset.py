"""Makes the released sample dataset out of the labelled corpus, through Dépêche's own commands: `make dataset`.

A project is made in a temporary folder, the labelled articles go in as spans, and what `depeche export` writes in each
form is what lies in `exports/`: a folder that Hugging Face's `datasets` loads, whose card is its README, and in it
`formats/`, the same for other programs. The same corpus and program give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from depeche.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
NAME = "depeche-actualite-1.0"
ANNOTATOR = "Dépêche"
FORMATS = {
    "jsonl": "Dépêche's own JSONL: everything, one article a line",
    "spacy": 'spaCy\'s DocBin: ACTOR, FIGURE, DATE in `doc.ents`, all spans in `doc.spans["sc"]`',
    "spacy-jsonl": "spaCy's JSONL: `text` and `entities`",
    "prodigy": "Prodigy's JSONL, with tokens",
    "doccano": "doccano's JSONL, for a project that allows overlapping spans",
    "label-studio": "Label Studio's JSON, with its labelling configuration",
    "brat": "brat's standoff, with `annotation.conf`",
    "conll": "CoNLL-2003 (IOB2), flat labels",
    "xmi": "UIMA XMI, for INCEpTION",
    "w3c": "W3C Web Annotation",
    "csv-raw": "tables of spans and articles",
    "iramuteq": "IRaMuTeQ and TXM: texts with starred lines",
}
"""What lies in `formats/`. No Excel file: how small zip makes it depends on the machine."""


def make(out: Path) -> None:
    """Write the dataset into `out`, in place of what is there."""
    if out.exists():
        shutil.rmtree(out)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / NAME
        labels = sorted((ROOT / "corpus" / "labels").glob("*.jsonl"))
        _run("new", project, "--annotator", ANNOTATOR)
        _run("ingest", project, *labels, "--as", "spans")
        _run("check", project)
        (project / "card.md").write_text(card(labels), encoding="utf-8", newline="\n")
        _run("export", project, out, "--format", "huggingface")
        for name in FORMATS:
            _run("export", project, out / "formats" / name, "--format", name)
    sums = "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(out).as_posix()}\n"
        for path in sorted(out.rglob("*"), key=lambda one: one.relative_to(out).as_posix())
        if path.is_file()
    )
    (out / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="\n")


def card(labels: Sequence[Path]) -> str:
    """Return what the card says beyond what can be counted from the rows, in the order of these files."""
    lines = [line for path in labels for line in path.read_text(encoding="utf-8").splitlines()]
    subjects = Counter(json.loads(line)["meta"]["subject"] for line in lines)
    rows = "".join(f"| `formats/{name}` | {what} |\n" for name, what in FORMATS.items())
    return f"""## What it is

{NAME}, the sample of Dépêche: dispatches in French on world affairs. **The texts were written for this sample**;
events, outlets, persons and their words are invented, also where real states and institutions are named.

Subjects: {"; ".join(f"{subject} ({n})" for subject, n in sorted(subjects.items()))}.

## How it was labelled

By hand, to Dépêche's guide (below), without suggestions, and gone through a second time. Texts and labels were made by
a language model working as an annotator, both passes by the same hand: no agreement between annotators can be stated.
A few labels were mended later, where the suggestions disagreed and the guide agreed with them.
Values: canonical names; EDTF dates resolved on the publication date; numbers with unit; speakers.

## The same for other programs

| folder | for |
|---|---|
{rows}
Each has a `RECEIPT.md` that says what it could not hold. `SHA256SUMS` has the sums of all files.

## Licence

CC0 1.0, texts and labels. Made by `make dataset`.
"""


def _run(*arguments: str | Path) -> None:
    if main([str(one) for one in arguments]) != 0:
        sys.exit(f"depeche {arguments[0]} failed")


if __name__ == "__main__":
    make(ROOT / "exports" / NAME)
