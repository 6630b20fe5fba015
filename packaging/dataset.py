"""Makes the released sample dataset out of the labelled corpus, through Dépêche's own commands: `make dataset`.

A project is made in a temporary folder, the labelled articles go in as spans, and what `depeche export` writes, with a
card, is what lies in `exports/`. The same corpus and program give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from depeche.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
NAME = "depeche-actualite-1.0"
ANNOTATOR = "Dépêche"


def make(out: Path) -> None:
    """Write the dataset into `out`."""
    with tempfile.TemporaryDirectory() as folder:
        project = str(Path(folder) / NAME)
        labels = sorted(str(path) for path in (ROOT / "corpus" / "labels").glob("*.jsonl"))
        for command in (
            ["new", project, "--annotator", ANNOTATOR],
            ["ingest", project, *labels, "--as", "spans"],
            ["check", project],
            ["export", project, str(out), "--format", "jsonl"],
            ["export", project, str(out), "--format", "spacy"],
        ):
            if main(command) != 0:
                sys.exit(f"depeche {command[0]} failed")
    (out / "CARD.md").write_text(card(out), encoding="utf-8", newline="\n")
    sums = "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(out.iterdir())
        if path.name != "SHA256SUMS"
    )
    (out / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="\n")


def card(out: Path) -> str:
    """Return the dataset card, counted from the files themselves."""
    articles = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    spans = Counter((span["label"], span.get("kind") or "") for article in articles for span in article["spans"])
    split = json.loads((out / "RECEIPT.json").read_text(encoding="utf-8"))["exports"]["spacy"]["split"]
    subjects = Counter(article["meta"]["subject"] for article in articles)
    characters = sum(len(article["text"]) for article in articles)
    rows = "".join(f"| {label} | {kind} | {n} |\n" for (label, kind), n in sorted(spans.items()))
    return f"""---
language: [fr]
license: cc0-1.0
task_categories: [token-classification]
task_ids: [named-entity-recognition]
annotations_creators: [expert-generated]
language_creators: [machine-generated]
size_categories: [n<1K]
pretty_name: Dépêche, actualité internationale (exemple)
---

# {NAME}

{len(articles)} dispatches in French on world affairs, {characters:,} characters, {spans.total():,} spans: actors,
figures, dates and quotes, with values. **The texts were written for this sample**; events, outlets, persons and their
words are invented, also where real states and institutions are named.

| label | kind | spans |
|---|---|---:|
{rows}
Split by story: {split["train"]} train, {split["dev"]} dev, {split["test"]} test.

## Files

- `articles.jsonl`: one article a line, offsets in Unicode code points, end exclusive.
- `train.spacy`, `dev.spacy`, `test.spacy`: spaCy DocBin; ACTOR, FIGURE, DATE in `doc.ents`, all spans in
  `doc.spans["sc"]`, the article's line of JSONL in `doc.user_data["depeche"]`.
- `RECEIPT.md`, `RECEIPT.json`: what is in them, and what they could not hold. `SHA256SUMS`.

## How it was labelled

By hand, to Dépêche's guide (`resources/schemes/actualite.toml`), without suggestions, and gone through a second time.
Texts and labels were made by a language model working as an annotator, both passes by the same hand: no agreement
between annotators can be stated. A few labels were mended later, where the suggestions disagreed and the guide agreed
with them. Values: canonical names; EDTF dates resolved on the publication date; numbers with unit; speakers.

Subjects: {"; ".join(f"{subject} ({n})" for subject, n in sorted(subjects.items()))}.

## Licence

CC0 1.0. Made by `make dataset`.
"""


if __name__ == "__main__":
    make(ROOT / "exports" / NAME)
