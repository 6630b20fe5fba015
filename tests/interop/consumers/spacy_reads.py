"""spaCy reads what was written for it, without us: `spacy_reads.py docbin|jsonl|conll FILE... ANSWER`.

Run by the Python of .venv-interop. conll: `spacy convert` makes a DocBin, and seqeval finds the entities in the tags.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path


def main(kind: str, files: list[Path], answer: Path) -> None:
    answer.write_text(json.dumps({"docbin": docbin, "jsonl": jsonl, "conll": conll}[kind](files)), "utf-8")


def docbin(files: list[Path]) -> list[dict[str, object]]:
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("fr").vocab
    return [
        {
            "name": json.loads(doc.user_data["depeche"])["id"] if "depeche" in doc.user_data else "",
            "text": doc.text,
            "ents": [[one.start_char, one.end_char, one.label_] for one in doc.ents],
            "spans": [[one.start_char, one.end_char, one.label_] for one in doc.spans.get("sc", ())],
        }
        for file in files
        for doc in DocBin().from_disk(file).get_docs(vocab)
    ]


def jsonl(files: list[Path]) -> list[dict[str, object]]:
    """What training takes in: `-` where a span cuts a token."""
    import spacy
    import srsly
    from spacy.training import offsets_to_biluo_tags

    nlp = spacy.blank("fr")
    said = []
    for file in files:
        for line in srsly.read_jsonl(file):
            flat: list[list[object]] = []
            for start, end, label in sorted(line["entities"], key=lambda one: (one[0] - one[1], one[0])):
                if all(end <= other[0] or start >= other[1] for other in flat):
                    flat.append([start, end, label])
            tags = offsets_to_biluo_tags(nlp.make_doc(line["text"]), [tuple(one) for one in flat])
            said.append({**line, "learned": sum(tag[0] in "BU" for tag in tags), "spans": line["entities"]})
    return said


def conll(files: list[Path]) -> dict[str, object]:
    import spacy
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import IOB2, Entities
    from spacy.tokens import DocBin

    said: dict[str, object] = {}
    for file in files:
        out = Path(tempfile.mkdtemp())
        command = [sys.executable, "-m", "spacy", "convert", str(file), str(out), "-c", "ner", "-l", "fr"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        made = next(out.glob("*.spacy"), None)
        docs = list(DocBin().from_disk(made).get_docs(spacy.blank("fr").vocab)) if made else []
        sentences: list[list[list[str]]] = [[]]
        for line in file.read_text("utf-8").split("\n"):
            if not line:
                sentences.append([])
            elif not line.startswith("-DOCSTART- "):
                sentences[-1].append(line.split(" "))
        sentences = [one for one in sentences if one]
        tags = [[row[-1] for row in one] for one in sentences]
        strict = Entities(tags, IOB2).entities
        said[file.name] = {
            "returncode": run.returncode,
            "errors": run.stdout[-2000:] + run.stderr[-2000:],
            "spacy": [[one.text, one.label_] for doc in docs for one in doc.ents],
            "words": [[t.text for t in doc] for doc in docs],
            "columns": sorted({len(row) for one in sentences for row in one}),
            "strict": sum(map(len, strict)),
            "seqeval": [
                [[row[0] for row in one[start : end + 1]], label]
                for one, said_tags in zip(sentences, tags, strict=True)
                for label, start, end in get_entities(said_tags)
            ],
        }
    return said


main(sys.argv[1], [Path(one) for one in sys.argv[2:-1]], Path(sys.argv[-1]))
