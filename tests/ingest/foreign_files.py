"""What other tools write, made here by a few lines that know nothing of the readers: texts with spans into files."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import quoteattr

Span = tuple[int, int, str]
Files = dict[str, bytes]

LETTERS = [
    *'abcdeéèàçÀÉÎœ’« »,.;:!?"\\{}[]<>&0123456789',
    "😀",
    "🇫🇷",
    "e\u0301",
    "\u202f",
    "\u00a0",
    "\r\n",
    "\n",
    "𝕏",
    "中",
]
LABELS = ["ACTOR", "DATE", "FIGURE", "QUOTE"]


def random_text(chance: random.Random, length: int) -> str:
    """Return a text with all that shifts offsets elsewhere."""
    return "Ω" + "".join(chance.choices(LETTERS, k=length)) + "fin"


def random_spans(chance: random.Random, text: str, count: int) -> list[Span]:
    """Return spans that begin and end anywhere, nested and crossing ones too; none begins or ends with a line end."""
    found: set[Span] = set()
    while len(found) < count:
        start, end = sorted(chance.sample(range(len(text) + 1), 2))
        end = min(end, start + 80)
        if text[start] not in "\r\n" and text[end - 1] not in "\r\n" and text[start:end].strip():
            found.add((start, end, chance.choice(LABELS)))
    return sorted(found)


def dumps(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, ensure_ascii=indent is not None, indent=indent).encode("utf-8")


def units(text: str, at: int) -> int:
    """Return a code point's offset in UTF-16."""
    return len(text[:at].encode("utf-16-le")) // 2


def spacy_lines(articles: list[tuple[str, list[Span]]]) -> Files:
    return {"a.jsonl": b"\n".join(dumps({"text": text, "entities": spans}) for text, spans in articles)}


def spacy_pairs(articles: list[tuple[str, list[Span]]]) -> Files:
    return {"a.json": dumps([[text, {"entities": spans}] for text, spans in articles])}


def spacy_doc(articles: list[tuple[str, list[Span]]]) -> Files:
    (text, spans) = articles[0]
    said = [{"start": s, "end": e, "label": label, "kb_id": ""} for s, e, label in spans]
    return {"a.json": dumps({"text": text, "ents": said[:1], "tokens": [], "spans": {"sc": said}}, 2)}


def prodigy(articles: list[tuple[str, list[Span]]]) -> Files:
    lines = []
    for text, spans in articles:
        said = [{"start": s, "end": e, "label": label, "token_start": 0, "token_end": 1} for s, e, label in spans]
        lines.append(dumps({"text": text, "spans": said, "answer": "accept", "_annotator_id": "presse-claire"}))
    return {"a.jsonl": b"\n".join(lines) + b"\n"}


def doccano(articles: list[tuple[str, list[Span]]]) -> Files:
    lines = [dumps({"id": n, "text": t, "label": s, "Comments": []}) for n, (t, s) in enumerate(articles, 1)]
    return {"a.jsonl": b"\n".join(lines)}


def doccano_entities(articles: list[tuple[str, list[Span]]]) -> Files:
    return {
        "a.json": dumps(
            [
                {
                    "text": text,
                    "entities": [
                        {"id": n, "start_offset": s, "end_offset": e, "label": label}
                        for n, (s, e, label) in enumerate(spans)
                    ],
                    "relations": [],
                }
                for text, spans in articles
            ],
            1,
        )
    }


def _studio(articles: list[tuple[str, list[Span]]], at: Callable[[str, int], int], quoted: bool) -> Files:
    tasks = []
    for n, (text, spans) in enumerate(articles, 1):
        result = [
            {
                "id": str(k),
                "from_name": "label",
                "to_name": "text",
                "type": "labels",
                "value": {"start": at(text, s), "end": at(text, e), "labels": [label]}
                | ({"text": text[s:e]} if quoted else {}),
            }
            for k, (s, e, label) in enumerate(spans)
        ]
        tasks.append({"id": n, "data": {"text": text}, "annotations": [{"completed_by": 3, "result": result}]})
    return {"a.json": dumps(tasks)}


def label_studio(articles: list[tuple[str, list[Span]]]) -> Files:
    return _studio(articles, lambda text, at: at, quoted=True)


def label_studio_old(articles: list[tuple[str, list[Span]]]) -> Files:
    return _studio(articles, units, quoted=True)


def label_studio_min(articles: list[tuple[str, list[Span]]]) -> Files:
    tasks = [
        {"text": t, "id": n, "label": [{"start": s, "end": e, "labels": [one]} for s, e, one in spans], "annotator": 1}
        for n, (t, spans) in enumerate(articles, 1)
    ]
    return {"a.json": dumps(tasks, 2)}


def brat(articles: list[tuple[str, list[Span]]]) -> Files:
    """Write as the server does: a span over line ends is in pieces."""
    files: Files = {}
    for n, (text, spans) in enumerate(articles):
        lines = []
        for k, (start, end, label) in enumerate(spans, 1):
            cut = [at for at in range(start, end) if text[at] not in "\r\n"]
            pieces: list[list[int]] = []
            for at in cut:
                if pieces and pieces[-1][1] == at:
                    pieces[-1][1] = at + 1
                else:
                    pieces.append([at, at + 1])
            said = ";".join(f"{s} {e}" for s, e in pieces)
            lines.append(f"T{k}\t{label} {said}\t{' '.join(text[s:e] for s, e in pieces)}\n")
        files[f"{n:04}.txt"] = text.encode("utf-8")
        files[f"{n:04}.ann"] = "".join(lines).encode("utf-8")
    return files


def xmi(articles: list[tuple[str, list[Span]]]) -> Files:
    files: Files = {}
    spaces = (
        'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
        'xmlns:n="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"'
    )
    for n, (text, spans) in enumerate(articles):
        marks = "".join(
            f'<n:NamedEntity xmi:id="{k}" sofa="1" begin="{units(text, s)}" end="{units(text, e)}" value="{label}"/>'
            for k, (s, e, label) in enumerate(spans, 2)
        )
        held = quoteattr(text, {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"})
        members = " ".join(str(k) for k in range(2, len(spans) + 2))
        files[f"{n:04}.xmi"] = (
            f'<?xml version="1.0" encoding="UTF-8"?><xmi:XMI {spaces} xmi:version="2.0"><cas:NULL xmi:id="0"/>{marks}'
            f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString={held}/>'
            f'<cas:View sofa="1" members="{members}"/></xmi:XMI>'
        ).encode()
    return files


def own(articles: list[tuple[str, list[Span]]]) -> Files:
    lines = [
        dumps({"text": text, "spans": [{"start": s, "end": e, "label": label} for s, e, label in spans]})
        for text, spans in articles
    ]
    return {"a.jsonl": b"\n".join(lines)}


def table(articles: list[tuple[str, list[Span]]]) -> Files:
    """Write the texts alone, as Excel does."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, delimiter=";")
    rows.writerow(["Titre", "Texte"])
    rows.writerows((f"Titre {n}", text) for n, (text, _) in enumerate(articles, 1))
    return {"a.csv": out.getvalue().encode("utf-8-sig")}


EXACT = {
    "jsonl": own,
    "spacy-json": spacy_lines,
    "spacy-json, pairs": spacy_pairs,
    "prodigy": prodigy,
    "doccano": doccano,
    "doccano, entities": doccano_entities,
    "label-studio": label_studio,
    "label-studio, UTF-16": label_studio_old,
    "label-studio, min": label_studio_min,
    "brat": brat,
    "xmi": xmi,
}
"""What holds a text and any spans, by the reader's name."""


def put(folder: Path, files: Files) -> list[Path]:
    """Write files and return those to read, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return sorted(folder / name for name in files)
