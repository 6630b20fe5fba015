"""The receipts of a folder, a section a format: read from the earlier ones, written for programs and for a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from depeche.export.receipt import KEPT, SORTS, Loss

PAGE, FILE = "RECEIPT.md", "RECEIPT.json"

_AT_ONCE = 1000
_SORTS = {"spans": "spans", "rejected": "refused suggestions", "suggested": "suggestions nobody judged"}


def earlier(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the receipts that are in a folder, by format; none where they can't be read."""
    try:
        said = json.loads((folder / FILE).read_text(encoding="utf-8"))["exports"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {name: one for name, one in said.items() if isinstance(one, dict)} if isinstance(said, dict) else {}


def files_of(one: dict[str, Any]) -> dict[str, str]:
    """Return the files that a receipt speaks of, with the SHA-256 of each."""
    files = one.get("files")
    known = files.items() if isinstance(files, dict) else ()
    return {name: str(facts["sha256"]) for name, facts in known if isinstance(facts, dict) and "sha256" in facts}


def merged(folder: Path, before: dict[str, dict[str, Any]], fresh: dict[str, Any]) -> dict[str, Any]:
    """Return the receipts of a folder by format, `fresh` in place of the earlier one of its format.

    Those go of which a file is gone, or replaced by one of `fresh`.
    """
    known = {
        name: one
        for name, one in before.items()
        if {"articles", "states", "spans", "versions"} <= one.keys()
        and all((folder / file).is_file() and file not in fresh["files"] for file in files_of(one))
    }
    return {"exports": dict(sorted((known | {fresh["format"]: fresh}).items()))}


def to_json(receipts: dict[str, Any]) -> Iterator[bytes]:
    """Yield the receipts as a file for programs, in pieces: it names every file, of which there may be thousands."""
    pieces = json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(receipts)
    while some := "".join(islice(pieces, _AT_ONCE)):
        yield some.encode("utf-8")
    yield b"\n"


def to_markdown(receipts: dict[str, Any]) -> str:
    """Return the receipts of a folder as a page that a person reads."""
    lines = ["# Export receipt", ""]
    for name, one in receipts["exports"].items():
        lines += [f"## {name}", "", *_account(one), *_kinds(one), *_split(one), *_licences(one), *_lost(one)]
        lines += _files(one)
        lines += [f"Made by {_joined(one['versions'])}.", ""]
        if command := one.get("command"):
            lines += [f"Made again by `{command}`.", ""]
    return "\n".join(lines)


def _account(one: dict[str, Any]) -> list[str]:
    lines = [f"{one['articles']} articles, by state: {_counts(one['states'])}.", ""]
    known = one.get("account")
    if not known:
        return lines
    lines += ["| | in the project | = in the files | + left out | + lost to the format |", "|---|---:|---:|---:|---:|"]
    for sort in ("articles", *SORTS):
        row = known[sort]
        left = sum(row["left_out"].values())
        lines.append(f"| {_SORTS.get(sort, sort)} | {row['in_project']} | {row['written']} | {left} | {row['lost']} |")
    lines.append("")
    for sort in ("articles", *SORTS):
        lines += [f"Left out: {n} {_SORTS.get(sort, sort)}, {why}." for why, n in known[sort]["left_out"].items()]
    return lines + [""] * bool(lines[-1])


def _kinds(one: dict[str, Any]) -> list[str]:
    lines = []
    if assisted := one.get("assisted"):
        lines += [
            f"Annotated with suggestions in sight: {assisted.get('true', 0)} articles; "
            f"without, as a blind control: {assisted.get('false', 0)}.", "",
        ]  # fmt: skip
    if negatives := one.get("negatives"):
        lines += [f"Finished articles without any span: {negatives}.", ""]
    if strange := one.get("strange_kinds"):
        said = ", ".join(f"{name} ({n})" for name, n in strange.items())
        lines += [f"Kinds that the label scheme doesn't have: {said}.", ""]
    lines += ["| label | spans | of which |", "|---|---:|---|"]
    lines += [f"| {label} | {sum(c.values())} | {_counts(c)} |" for label, c in one["spans"].items()]
    return [*lines, ""]


def _split(one: dict[str, Any]) -> list[str]:
    lines = []
    if one.get("split"):
        lines += [f"Split: {_counts(one['split'])} articles, {one.get('split_by', 'by a hash of each text')}.", ""]
    for words in one.get("changed", ()):
        lines += [words, ""]
    for name in one.get("left_behind", ()):
        lines += [f"`{name}` of an earlier export was changed since and is still there: it is no part of this one.", ""]
    return lines


def _licences(one: dict[str, Any]) -> list[str]:
    known = one.get("licences")
    if not known:
        return []
    said = ", ".join(f"{n} {name or 'not known'}" for name, n in known.items())
    lines = [f"Licences of the texts, by article: {said}.", ""]
    if unknown := known.get(""):
        lines += [f"**{unknown} articles go out of which nobody said under which licence their texts may.**", ""]
    return lines


def _lost(one: dict[str, Any]) -> list[str]:
    lost = one.get("not_represented", [])
    by = one.get("not_represented_by") or {}
    total = sum(by.values()) or len(lost)
    others = by.get(Loss.ANOTHERS.value, sum(1 for span in lost if span["reason"] == Loss.ANOTHERS))
    lines = [f"Spans that this format can't represent, or not everywhere: {total - others}.", ""]
    lines += [f"Spans of other annotators than the one whose reading is in the files: {others}.", ""] * bool(others)
    lines += [
        f"- {s['article']} {s['start']}–{s['end']} {s['label']} {_quoted(s['text'])}: {s['reason']}" for s in lost
    ]
    if file := one.get("not_represented_file"):
        lines += [f"- and {total - len(lost)} more: all are in `{file}`"]
    lines += [""] if lost else []
    if without := one.get("without"):
        lines += [f"Without a place in this format: {_counts(without)}.", ""]
    return lines


def _files(one: dict[str, Any]) -> list[str]:
    lines = ["| file | bytes | SHA-256 |", "|---|---:|---|"]
    files = one.get("files", {})
    lines += [
        f"| {file} | {facts['bytes']} | `{facts['sha256']}` |" for file, facts in list(files.items())[:KEPT]
    ]  # fmt: skip
    if len(files) > KEPT:
        lines.append(f"| and {len(files) - KEPT} more, all in `{FILE}` | | |")
    return [*lines, ""]


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{n} {name}" for name, n in counts.items()) or "none"


def _joined(versions: dict[str, str]) -> str:
    return ", ".join(f"{name} {said}" for name, said in versions.items())
