"""What an export holds and what it could not hold, for a person (Markdown) and for a program (JSON)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import depeche
from depeche.core.article import Article
from depeche.core.record import Record


class Loss(StrEnum):
    """Why a span isn't in a file, in the words of the receipt."""

    CUTS_TOKEN = "its borders cut a token of spaCy's"
    BLANK_EDGE = "it begins or ends with a blank"
    OVERLAPS = 'doc.ents admits no overlap; it is in doc.spans["sc"]'
    CROWDED = "doc.ents admits no overlap"
    TAGS_CUT = "its borders are not those of tokens: it is in spans, not in ner_tags"
    TAGS_CROWDED = "ner_tags admits no overlap; it is in spans"
    RETIRED = "its label is out of use"
    UNLEARNED = "no token border of spaCy's fits: it is in the file, spaCy learns nothing of it"
    NESTS = "its label may hold others, and there is one layer"
    ONE_LAYER = "it overlaps a longer one, and there is one layer"
    REJECTED = "it was refused"
    BREAK_EDGE = "it begins or ends with a line end"
    BLANK = "it has nothing but blanks"
    ANOTHERS = "it is another annotator's"


@dataclass
class Receipt:
    """The account of one export. `marks` counts what is in the files by label and status; `lost` what is not;
    `lessened` how many values, kinds, speakers of spans that are there had no place.

    With `side`, `parts` counts the articles of train, dev and test, and `written` has their keys.
    `assisted` counts the articles of which it is known whether they were annotated with suggestions (`true`, `false`).
    """

    format: str
    articles: int = 0
    states: Counter[str] = field(default_factory=Counter)
    assisted: Counter[str] = field(default_factory=Counter)
    marks: dict[str, Counter[str]] = field(default_factory=dict)
    side: Callable[[Article], str] | None = None
    parts: dict[str, int] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    split_by: str = ""
    lost: list[dict[str, Any]] = field(default_factory=list)
    lessened: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    versions: dict[str, str] = field(default_factory=lambda: {"depeche": depeche.__version__})

    def count(self, record: Record) -> None:
        """Count an article and its marks as written."""
        self.articles += 1
        if self.side:
            side = self.side(record.article)
            self.parts[side] = self.parts.get(side, 0) + 1
            self.written.append(record.article.key)
        self.states[record.state.value if record.state else "todo"] += 1
        if record.assisted is not None:
            self.assisted["true" if record.assisted else "false"] += 1
        for mark in record.marks:
            self.marks.setdefault(mark.label, Counter())[mark.status or ""] += 1

    def lose(self, record: Record, start: int, end: int, label: str, why: Loss) -> None:
        """Note a span that isn't in the files, or not everywhere it should be."""
        self.lost.append(
            {
                "article": record.article.name,
                "start": start,
                "end": end,
                "label": label,
                "text": record.article.text[start:end],
                "reason": why.value,
            }
        )

    def lessen(self, what: str, n: int = 1) -> None:
        """Note that something of a span that is in the files has no place there: `value`, `kind`, `speakers`…"""
        self.lessened[what] += n

    def to_json(self, files: dict[str, Any]) -> dict[str, Any]:
        """Return the account as a JSON object, with the size and SHA-256 of each file."""
        return {
            "format": self.format,
            "articles": self.articles,
            "states": dict(sorted(self.states.items())),
            "assisted": dict(sorted(self.assisted.items())),
            "spans": {label: dict(sorted(self.marks[label].items())) for label in sorted(self.marks)},
            "split": self.parts,
            "left_out": dict(sorted(self.left_out.items())),
            "not_represented": self.lost,
            "without": dict(sorted(self.lessened.items())),
            "files": files,
            "versions": dict(sorted(self.versions.items())),
        } | ({"split_by": self.split_by} if self.split_by else {})


def merged(folder: Path, fresh: dict[str, Any]) -> dict[str, Any]:
    """Return the receipts of a folder by format, `fresh` in place of the earlier one of its format."""
    try:
        before = json.loads((folder / "RECEIPT.json").read_text(encoding="utf-8"))
        earlier = before["exports"] if isinstance(before["exports"], dict) else {}
    except (OSError, ValueError, KeyError, TypeError):
        earlier = {}
    known = {
        name: one
        for name, one in earlier.items()
        if isinstance(one, dict) and all((folder / f).is_file() for f in one.get("files", {}))
    }
    return {"exports": dict(sorted((known | {fresh["format"]: fresh}).items()))}


def to_markdown(receipts: dict[str, Any]) -> str:
    """Return the receipts of a folder as a page that a person reads."""
    lines = ["# Export receipt", ""]
    for name, one in receipts["exports"].items():
        lines += [f"## {name}", "", f"{one['articles']} articles, by state: {_counts(one['states'])}.", ""]
        if assisted := one.get("assisted"):
            lines += [
                f"Annotated with suggestions in sight: {assisted.get('true', 0)} articles; "
                f"without, as a blind control: {assisted.get('false', 0)}.", "",
            ]  # fmt: skip
        lines += ["| label | spans | of which |", "|---|---:|---|"]
        lines += [f"| {label} | {sum(c.values())} | {_counts(c)} |" for label, c in one["spans"].items()]
        lines.append("")
        if one["split"]:
            lines += [f"Split: {_counts(one['split'])} articles, {one.get('split_by', 'by a hash of each text')}.", ""]
        for why, n in one["left_out"].items():
            lines += [f"Left out: {n} articles, {why}.", ""]
        lost = one["not_represented"]
        others = sum(1 for span in lost if span["reason"] == Loss.ANOTHERS)
        lines += [f"Spans that this format can't represent: {len(lost) - others}.", ""]
        lines += [f"Spans of other annotators than the one whose reading is in the files: {others}.", ""] * bool(others)
        lines += [
            f"- {s['article']} {s['start']}–{s['end']} {s['label']} {_quoted(s['text'])}: {s['reason']}" for s in lost
        ]
        lines += [""] if lost else []
        lines += ["| file | bytes | SHA-256 |", "|---|---:|---|"]
        lines += [f"| {file} | {facts['bytes']} | `{facts['sha256']}` |" for file, facts in one["files"].items()]
        lines += ["", "Made by " + ", ".join(f"{k} {v}" for k, v in one["versions"].items()) + ".", ""]
    return "\n".join(lines)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{n} {name}" for name, n in counts.items()) or "none"
