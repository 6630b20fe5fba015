"""The card of a Hugging Face data set: `README.md`, whose head (YAML) `datasets` and the Hub read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from depeche.core.record import Record
from depeche.core.scheme import Label, Scheme
from depeche.export.writers.hf_features import Feature, card_features, spelled

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LICENCES = {
    "cc0-1.0", "cc-by-2.0", "cc-by-2.5", "cc-by-3.0", "cc-by-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc-by-nc-3.0",
    "cc-by-nc-4.0", "cc-by-nd-4.0", "cc-by-nc-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0", "cc-by-nc-sa-3.0",
    "cc-by-nc-sa-4.0", "etalab-2.0", "odbl", "odc-by", "pddl", "mit", "apache-2.0",
}  # fmt: skip
"""Identifiers that the Hub knows, of those that texts have; any other is `other`."""
_UNTAGGED = "is in `spans` alone: it may overlap others, which tags can't say"

_BODY = """\
# {title}

{articles} articles in French, {characters:,} characters, {spans:,} spans, annotated with Dépêche. Offsets are Unicode
code points, end exclusive: in Python, `row["text"][span["start"]:span["end"]] == span["text"]`.

| split | articles |
|---|---:|
{splits}

Split {split_by}.

```python
from datasets import load_dataset

rows = load_dataset("path/to/this/folder")  # Parquet; labels are ClassLabel
same = load_dataset("path/to/this/folder/jsonl")  # the same rows; labels are strings
```

{moments}

{about}## Columns

- `id`, `title`, `date` (the day of publication; `date_origin` says where it is from), `source`, `url`, `licence`: of
  the article. `text` is as it was imported.
- `state`, `annotator`: how far the annotation is, and whose it is. `assisted`: whether suggestions were shown to the
  annotator (`false`: annotated blind, as a control; null: not known).
- `spans`: every span, also those that overlap, with `label`, `kind`, `value` (a list, also of one: names, a date in
  EDTF, a number), `status` (`accepted` and `corrected` were suggested, `added` was not), `annotator`, `attributes`
  (JSON).
- `tokens`, `ner_tags`: tokens of `spacy.blank("fr")` without blanks, and flat tags (IOB2) of the labels that don't
  overlap. Spans that tags can't hold are named in `RECEIPT.md`, if they are of those labels.
- `meta`, `extra`: what else the source said (JSON).

## Labels

| label | kind | spans |
|---|---|---:|
{counts}

{labels}

## Where it is from

{provenance}

Licences of the texts, by article: {licences}.

`RECEIPT.md` says what is in each file and what could not be held, with SHA-256. The same project gives the same bytes.
"""


_DAYS = """\
In JSONL a day is written as it is; `datasets` takes it for a moment where all of a column are whole days, and gives
`2025-07-13 00:00:00`. Out of Parquet it comes as it is."""
_LINES = f"""\
The rows of the folder above as JSONL, with labels and tags as strings. Its card says what they are.

{_DAYS}
"""


class Card:
    """What a card tells, counted as the rows go by; `splits` says how many articles each split has, in order."""

    def __init__(self, scheme: Scheme, columns: Mapping[str, Feature]) -> None:
        self._scheme = scheme
        self._columns = columns
        self._articles = 0
        self._characters = 0
        self._spans: Counter[tuple[str, str]] = Counter()
        self._licences: Counter[str] = Counter()
        self._sources: Counter[str] = Counter()
        self._days: set[str] = set()
        self._rows = hashlib.sha256()
        self.splits: dict[str, int] = {}

    def count(self, record: Record, licence: str | None, split: str, line: bytes) -> None:
        """Count an article as written, as this line of that split."""
        self._rows.update(split.encode() + b" " + line)
        self._articles += 1
        self._characters += len(record.article.text)
        self._spans.update((mark.label, mark.kind or "") for mark in record.marks)
        self._licences[licence or ""] += 1
        self._sources[record.article.source or ""] += 1
        if day := record.article.date:
            self._days = {min({day, *self._days}), max({day, *self._days})}

    def text(self, split_by: str, about: str) -> str:
        """Return the card. `split_by` says how the articles were split, `about` what people say of them themselves."""
        return "\n".join(["---", *self._head(), "---", "", self._body(split_by, about)])

    def of_lines(self) -> str:
        """Return the card of the folder with the same rows as JSONL."""
        return "\n".join(["---", *self._loading("{}.jsonl", spelled()), "---", "", _LINES])

    def _head(self) -> Iterator[str]:
        head: dict[str, Any] = {
            "pretty_name": self._scheme.name,
            "language": ["fr"],
            "license": self._licence(),
            "task_categories": ["token-classification"],
            "task_ids": ["named-entity-recognition"],
            "annotations_creators": ["expert-generated"],
            "multilinguality": ["monolingual"],
            "size_categories": [next((size for most, size in _SIZES if self._articles < most), "n>1M")],
            "tags": ["news", "depeche"],
        }
        yield from (f"{name}: {_flow(said)}" for name, said in head.items())
        yield from self._loading("data/{}-*", self._columns)

    def _loading(self, pattern: str, columns: Mapping[str, Feature]) -> Iterator[str]:
        """Yield the lines by which `datasets` knows files and columns. A folder has one kind of file (`datasets` 5.2).

        Its cache knows a folder by its last name and by what is said here: without the sum of the rows it would give
        those of an earlier export, or of another project's.
        """
        files = [{"split": split, "path": pattern.format(split)} for split in self.splits]
        rows = f"rows with SHA-256 {self._rows.hexdigest()}"
        yield "configs:"
        yield f"  - {_flow({'config_name': 'default', 'description': rows, 'data_files': files})}"
        yield "dataset_info:"
        yield "  config_name: default"
        yield "  features:"
        yield from (f"    - {_flow(one)}" for one in card_features(columns))

    def _licence(self) -> str:
        said = {name.lower() for name in self._licences}
        if "" in said:
            return "unknown"
        return said.pop() if len(said) == 1 and said <= _LICENCES else "other"

    def _body(self, split_by: str, about: str) -> str:
        rows = [f"| `{label}` | {kind} | {n} |" for (label, kind), n in sorted(self._spans.items())]
        sources = _counted(self._sources, "source not said")
        days = sorted(self._days)
        dated = f" Published from {days[0]} to {days[-1]}." if days else ""
        return _BODY.format(
            title=_plain(self._scheme.name),
            articles=self._articles,
            characters=self._characters,
            spans=self._spans.total(),
            splits="\n".join(f"| {name} | {n} |" for name, n in self.splits.items()),
            split_by=split_by,
            moments=_DAYS,
            about=f"{about}\n\n" if about else "",
            counts="\n".join(rows) or "| | | 0 |",
            labels="\n\n".join(self._definition(label) for label in self._scheme.labels),
            provenance=f"Articles by source: {sources}.{dated}",
            licences=_counted(self._licences, "not known"),
        )

    def _definition(self, label: Label) -> str:
        kinds = ", ".join(f"`{one.kind}` ({one.name})" for one in label.kinds)
        head = f"### {label.label}: {label.name}"
        facts = [f"Kinds: {kinds}."] * bool(kinds)
        facts += [f"`{label.label}` {_UNTAGGED}."] * label.nests
        facts += ["Out of use."] * label.retired
        return "\n\n".join(part for part in (head, " ".join(facts), label.guidance.strip()) if part)


def _counted(counts: Mapping[str, int], unsaid: str) -> str:
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    named = [f"{_plain(name) or unsaid} ({n})" for name, n in ordered[:20]]
    return ", ".join(named + ([f"{len(ordered) - 20} more"] if len(ordered) > 20 else [])) or "none"


def _plain(text: str) -> str:
    """Return words from outside without what Markdown or HTML would take for markup, on one line."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!&~" else c for c in " ".join(text.split()))


def _flow(said: Any) -> str:
    """Return a JSON value as YAML in flow style: characters that YAML doesn't print are escaped its way."""
    text = json.dumps(said, ensure_ascii=False)
    return "".join(c if c.isprintable() or c == " " else f"\\U{ord(c):08x}" for c in text)
