"""Records with everything that makes offsets go wrong, for exports of every form. Made the same on every run."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO

from depeche import paths
from depeche.core.article import Article, DateOrigin, State
from depeche.core.record import Mark, Record
from depeche.core.scheme import parse_scheme
from depeche.export.form import Format, Plan
from depeche.export.forms import FORMS
from depeche.export.receipt import Receipt

SCHEME = parse_scheme(paths.default_scheme(), "the default scheme")
PIECES = (
    "Le président ", "😀", "🇫🇷 ", "e\u0301te\u0301 ", "« non » ", "25\u202f000 ", "\r\n", "\n\n", "Élysée. ",
    "aujourd’hui, ", "l’Otan ", "\u2028", "qu’il“soutient” ", "-", "M. Dupont ", "=1+1 ", "\t", "\u0085", "\u00a0",
    "\r", "<b>&amp;</b> ", "_x000D_ ", "𝕏", '; "a" ', ",",
)  # fmt: skip


class Kept:
    """A shelf in memory."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        file = BytesIO()
        yield file
        self.files[name] = file.getvalue()


def written(format_: Format, records: Iterable[Record], scheme: object = SCHEME) -> tuple[dict[str, bytes], Receipt]:
    """Return the files of an export, by name, and its receipt."""
    shelf, receipt = Kept(), Receipt(format_.value)
    FORMS[format_].write(iter(records), shelf, receipt, Plan(scheme))  # type: ignore[arg-type]
    return shelf.files, receipt


def record(seed: int, length: int = 400, spans: int = 25) -> Record:
    """Return an article of about this length with about as many spans: nested, crossing, adjacent, at both ends."""
    rng = random.Random(seed)
    text = ""
    while len(text) < length:
        text += rng.choice(PIECES)
    text = f"A{text}z"
    places = {(0, 1), (len(text) - 1, len(text)), (0, len(text))} if spans else set()
    while len(places) < min(spans, len(text)):
        start = rng.randrange(len(text))
        end = min(len(text), start + rng.randint(1, 40))
        places |= {(start, end), (end, min(len(text), end + 3))} if end < len(text) else {(start, end)}
    marks = tuple(_mark(rng, start, end) for start, end in sorted(places, key=lambda one: (one[0], -one[1])))
    article = Article(
        text, f"Titre {seed} <i>=1+1</i>", f"Été/{seed}", "2025-07-13", DateOrigin.GIVEN, "Agence « X » & Cie",
        "https://exemple.invalid/?a=1&b=2", {"licence": "CC0-1.0", "page": 3}, {"rubrique": ["é"]}, key=f"key-{seed}",
    )  # fmt: skip
    return Record(article, marks, State.DONE, "Zoé", assisted=rng.choice([True, False, None]))


def _mark(rng: random.Random, start: int, end: int) -> Mark:
    label = rng.choice(["ACTOR", "FIGURE", "DATE", "QUOTE"])
    value = rng.choice([None, "Élysée", "=1+1"]) if label != "QUOTE" else rng.choice([None, "Otan", ("A", "B b")])
    kind = rng.choice(["PER", "GPE"]) if label == "ACTOR" else None
    attrs = {"unit": "€"} if label == "FIGURE" else {}
    if rng.random() < 0.5:
        return Mark(start, end, label, kind, value, attrs, "added", "Zoé")
    was = {"end": end - 1} if end - start > 1 else None
    status = "corrected" if was else "accepted"
    return Mark(start, end, label, kind, value, attrs, status, "Zoé", 0.875, "règles", "3", "« dit-il »", was)
