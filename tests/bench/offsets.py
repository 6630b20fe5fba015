"""Random spans through each form and back: does every border stand where it stood?

Out: the files are read by what has nothing to do with us (json, pyarrow, cassis, spaCy, openpyxl, csv), or by the
format's own rules. In: they come into a new project by our readers. What the receipt names is left out of both.
"""

from __future__ import annotations

import csv
import io
import json
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from depeche import nlp
from depeche.core.article import Article, State
from depeche.core.record import Mark, Record
from depeche.export.form import Format
from depeche.export.records import records
from depeche.ingest.arrival import As
from depeche.ingest.ingest import ingest
from depeche.store.project import Project
from tests.interop.articles import project, scheme
from tests.interop.exported import Exported, Stretches, counted, exported

ARTICLES, EACH = 200, 100
"""In every second article borders are those of tokens, as some forms hold no others: 10,000 spans of each sort."""
Read = dict[str, tuple[str | None, Stretches]]
"""Text (None: the format has none) and spans by an article's name."""
_PIECES = (
    *"aéœÉ0 ",
    "mot",
    "Belmare",
    "l’",
    "e\u0301",
    "\u00a0",
    "\u202f",
    "\r\n",
    "\n",
    "😀",
    "👩‍👩‍👧‍👦",
    "🇫🇷",
    "𝒫",
    "« ",
    " »",
    ". ",
    "النهار",
    "דָּוִד",
    "<b>",
    "&amp;",
    '"',
    "\\",
    ";",
)


@dataclass(frozen=True, slots=True)
class Checked:
    """How many spans there were, how many the receipt named, were wrong in the files, came back, came back wrong."""

    spans: int
    named: int
    wrong_out: int
    back: int = 0
    wrong_in: int = 0


def random_articles() -> Iterator[Record]:
    """Yield articles with spans of random borders, across one another; in every second one at borders of tokens."""
    labels = [one.label for one in scheme().labels]
    for n in range(ARTICLES):
        chance = random.Random(n)
        text = f"n{n} " + "".join(chance.choice(_PIECES) for _ in range(chance.choice((40, 200, 600)))) + "fin"
        tokens = [(one.idx, one.idx + len(one)) for one in nlp.doc(text) if not one.is_space]
        marks = {}
        while len(marks) < EACH:
            start = chance.randrange(len(text) - 1)
            end = min(len(text), start + chance.choice((1, 2, 5, 12, 40)))
            if n % 2:
                first = chance.randrange(len(tokens))
                start, end = tokens[first][0], tokens[min(len(tokens) - 1, first + chance.choice((0, 0, 1, 4)))][1]
            label = chance.choice(labels)
            marks[start, end, label] = Mark(start, end, label, status="added", by="Claire")
        yield Record(Article(text, f"n{n}", f"n{n}"), tuple(marks.values()), State.DONE, "Claire")


def checked(format_: Format) -> Checked | None:
    """Send random spans through a form; None where it holds none."""
    read = _OUT.get(format_)
    if read is None:
        return None
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch().context() as patch:
        folder = Path(place)
        with project(folder / "p", random_articles()) as made:
            sent = exported(made, folder / "out", format_, patch)
        everything = sum(len(one.marks) for one in sent.records.values())
        there = {name: sent.spans(name) for name in sent.records}
        named = everything - sum(spans.total() for spans in there.values())
        wrong = _wrong(sent, read(sent.folder))
        if format_ not in _BACK:
            return Checked(everything, named, wrong)
        back = _back(sent, folder, format_)
        return Checked(everything, named, wrong, sum(one.total() for _, one in back.values()), _wrong(sent, back))


def _wrong(sent: Exported, read: Read) -> int:
    """Return how many spans are elsewhere, missing or there without a reason; a text that differs counts as one."""
    wrong = 0
    for name, record in sent.records.items():
        text, spans = read.get(name, ("", Counter()))
        there = sent.spans(name)
        wrong += (there - spans).total() + (spans - there).total() + (text is not None and text != record.article.text)
    return wrong + len(read.keys() - sent.records.keys())


def _back(sent: Exported, folder: Path, format_: Format) -> Read:
    """Return what our own readers make of the files."""
    for receipt in sent.folder.glob("RECEIPT*"):
        receipt.unlink()
    labels = {"Elu_local": "Élu_local"} if format_ is Format.BRAT else {}
    with Project.create(folder / "back", (folder / "p" / "scheme.toml").read_text("utf-8"), "Claire") as made:
        done = ingest(made, [sent.folder / _BACK[format_]], as_=As.SPANS, labels=labels)
        assert done.refused == []
        names = {one.article.text: name for name, one in sent.records.items()}
        return {
            names.get(one.article.text, one.article.name): (
                one.article.text,
                Counter((m.start, m.end, m.label) for m in one.marks),
            )
            for one in records(made)
        }


def _lines(folder: Path) -> Iterator[Any]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").split("\n"):
            if line:
                yield json.loads(line)


def _own(folder: Path) -> Read:
    return {one["id"]: (one["text"], counted(_borders(one["spans"]))) for one in _lines(folder)}


def _borders(spans: list[dict[str, Any]]) -> list[tuple[int, int, str]]:
    return [(one["start"], one["end"], one["label"]) for one in spans]


def _spacy_jsonl(folder: Path) -> Read:
    return {one["meta"]["id"]: (one["text"], counted(one["entities"])) for one in _lines(folder)}


def _prodigy(folder: Path) -> Read:
    return {one["meta"]["id"]: (one["text"], counted(_borders(one["spans"]))) for one in _lines(folder)}


def _doccano(folder: Path) -> Read:
    return {one["id"]: (one["text"], counted(one["label"])) for one in _lines(folder)}


def _label_studio(folder: Path) -> Read:
    found: Read = {}
    for task in json.loads((folder / "label_studio.json").read_text("utf-8")):
        values = [one["value"] for work in task["annotations"] for one in work["result"]]
        spans = counted((one["start"], one["end"], one["labels"][0]) for one in values)
        found[task["data"]["id"]] = (task["data"]["text"], spans)
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    head, *lines = (line.split("\t") for line in path.read_text("utf-8").split("\n")[:-1])
    return [dict(zip(head, line, strict=True)) for line in lines]


def _brat(folder: Path) -> Read:
    labels = {row["brat"]: row["label"] for row in _rows(folder / "labels.tsv")}
    found: Read = {}
    for row in _rows(folder / "names.tsv"):
        path = folder / row["file"]
        text, spans = path.read_bytes().decode("utf-8"), []
        for line in path.with_suffix(".ann").read_bytes().decode("utf-8").splitlines():
            if line.startswith("T"):
                _, said, words = line.split("\t", 2)
                label, _, places = said.partition(" ")
                pieces = [tuple(map(int, one.split(" "))) for one in places.split(";")]
                assert words == " ".join(text[start:end] for start, end in pieces)
                spans.append((pieces[0][0], pieces[-1][1], labels[label]))
        found[row["id"]] = (text, counted(spans))
    return found


def _huggingface(folder: Path) -> Read:
    import pyarrow.parquet as parquet

    names = [one.label for one in scheme().labels]
    rows = [row for path in sorted(folder.rglob("*.parquet")) for row in parquet.read_table(path).to_pylist()]
    return {
        row["id"]: (row["text"], counted((one["start"], one["end"], names[one["label"]]) for one in row["spans"]))
        for row in rows
    }


def _xmi(folder: Path) -> Read:
    import cassis

    with (folder / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    found: Read = {}
    for path in folder.glob("*.xmi"):
        with path.open("rb") as file:
            cas = cassis.load_cas_from_xmi(file, typesystem=types)
        named = next(one for one in types.get_types() if one.name.endswith(".NamedEntity"))
        spans = counted((one.begin, one.end, one.value) for one in cas.select(named.name))
        about = next(one for one in cas.select_all() if one.type.name.endswith("DocumentMetaData"))
        found[about.documentId] = (cas.sofa_string, spans)
    return found


def _docbin(folder: Path) -> Read:
    import spacy
    from spacy.tokens import DocBin

    vocab, found = spacy.blank("fr").vocab, {}
    for path in folder.glob("*.spacy"):
        for doc in DocBin().from_disk(path).get_docs(vocab):
            spans = counted((one.start_char, one.end_char, one.label_) for one in doc.spans["sc"])
            found[json.loads(doc.user_data["depeche"])["id"]] = (doc.text, spans)
    return found


def _tables(raw: str, delimiter: str, off: str) -> Callable[[Path], Read]:
    def read(folder: Path) -> Read:
        def table(name: str) -> Iterator[dict[str, str]]:
            said = (folder / f"{name}{raw}.csv").read_bytes().decode("utf-8-sig")
            for row in csv.DictReader(io.StringIO(said, newline=""), delimiter=delimiter):
                yield {column: cell.removeprefix(off) for column, cell in row.items()}

        found: Read = {row["id"]: (row["text"], Counter()) for row in table("articles")}
        for row in table("spans"):
            found[row["article"]][1][int(row["start"]), int(row["end"]), row["label"]] += 1
        return found

    return read


def _xlsx(folder: Path) -> Read:
    from openpyxl import load_workbook

    book = load_workbook(folder / "depeche.xlsx", read_only=True)

    def table(title: str) -> Iterator[dict[str, Any]]:
        head, *rows = book[title].iter_rows(values_only=True)
        return (dict(zip(head, row, strict=False)) for row in rows)

    found: Read = {row["id"]: (row["text"], Counter()) for row in table("Articles")}
    for row in table("Passages"):
        found[row["article"]][1][row["start"], row["end"], row["label"]] += 1
    book.close()
    return found


def _w3c(folder: Path) -> Read:
    rows = _rows(folder / "texts.tsv")
    found: Read = {row["id"]: ((folder / row["file"]).read_bytes().decode("utf-8"), Counter()) for row in rows}
    names = {row["file"]: row["id"] for row in rows}
    for one in json.loads((folder / "annotations.jsonld").read_text("utf-8"))["items"]:
        text, spans = found[names[one["target"]["source"]]]
        quote, place = one["target"]["selector"]
        assert quote["exact"] == text[place["start"] : place["end"]]  # type: ignore[index]
        spans[place["start"], place["end"], one["body"][0]["value"]] += 1
    return found


_OUT: dict[Format, Callable[[Path], Read]] = {
    Format.JSONL: _own,
    Format.SPACY: _docbin,
    Format.SPACY_JSONL: _spacy_jsonl,
    Format.PRODIGY: _prodigy,
    Format.DOCCANO: _doccano,
    Format.LABEL_STUDIO: _label_studio,
    Format.BRAT: _brat,
    Format.HUGGINGFACE: _huggingface,
    Format.XMI: _xmi,
    Format.CSV: _tables("", ";", "'"),
    Format.CSV_RAW: _tables("-raw", ",", "\0"),
    Format.XLSX: _xlsx,
    Format.W3C: _w3c,
}
_BACK = {
    Format.JSONL: "articles.jsonl",
    Format.SPACY_JSONL: "",
    Format.PRODIGY: "prodigy.jsonl",
    Format.DOCCANO: "doccano.jsonl",
    Format.LABEL_STUDIO: "label_studio.json",
    Format.BRAT: "articles",
    Format.XMI: "",
}
