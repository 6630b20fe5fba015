"""edsnlp reads a folder of brat's files and writes one: `brat.py FOLDER OUT ANSWER`.

Run by the Python of .venv-interop. The answer: what its reader takes the files for, and what it wrote (its tokens'
borders are its own, so that is said too).
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path


def main(folder: Path, out: Path, answer: Path) -> None:
    import edsnlp
    from edsnlp.data.standoff import StandoffReader

    articles = []
    for one in StandoffReader(folder, keep_txt_only_docs=True).read_records():
        if not isinstance(one, dict):
            continue
        articles.append(
            {
                "name": one["doc_id"],
                "text": one["text"],
                "spans": [[f["begin"], f["end"], e["label"]] for e in one.get("entities", ()) for f in e["fragments"]],
                "words": [e["text"] for e in one.get("entities", ())],
                "attributes": [e["attributes"] for e in one.get("entities", ())],
                "notes": [[note["value"] for note in e["notes"]] for e in one.get("entities", ())],
            }
        )
    nlp = edsnlp.blank("eds")
    plain = out.with_name("plain")  # it takes CR LF for one character, and stops at spans that are then past the end
    shutil.copytree(folder, plain)
    for text in plain.rglob("*.txt"):
        if b"\r" in text.read_bytes():
            text.unlink()
            text.with_suffix(".ann").unlink()
    docs = list(
        edsnlp.data.read_standoff(plain, nlp=nlp, span_setter={"ents": True, "*": True}, keep_txt_only_docs=True)
    )
    keys = sorted({key for doc in docs for key in doc.spans})
    edsnlp.data.write_standoff(docs, out, span_getter=keys or ["ents"], overwrite=True)
    written = [
        {
            "name": doc._.note_id,
            "text": doc.text,
            "spans": sorted({(s.start_char, s.end_char, s.label_) for key in keys for s in doc.spans.get(key, ())}),
        }
        for doc in docs
    ]
    answer.write_text(json.dumps({"articles": articles, "written": written}), "utf-8")


main(*map(Path, sys.argv[1:]))
