"""Articles that trip programs up, each with spans where programs count wrongly; a project that holds them."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

from depeche import paths
from depeche.ingest.ingest import ingest
from depeche.store.project import Project

LABELS = ("ACTOR", "FIGURE", "DATE", "QUOTE", "ÉVÉNEMENT", "Evenement")
PIECES = (
    "Tarsis", "l’Otan", "25\u202f000", "3\u00a0%", "e\u0301te\u0301", "😀", "🇫🇷", "👩\u200d👧", "Jong-un",
    "aujourd’hui", "12 juillet", "«\u00a0non\u00a0»", "il“soutient” ", "\t", "\r\n", "\n", "\n\n", "\u2028",
    "\x85", "\x0b", "שלום", "\u200b", "\\", '"', "<b>", "&amp;", "****", "-*", "-DOCSTART-", "=1+1", "#",
    "M. Vorga.", "Elle part. ", "𝔘",
)  # fmt: skip
EDGES = {
    "rien": "Rien à signaler.",
    "étoiles": "**** *faux_1\r\nTexte\n-*thème\n**** encore\u2028**** et là",
    "CON": "Un nom d’appareil.",
    "con": "Le même en petit.",
    "a/b:c": "Un chemin\r\n-DOCSTART- -X- O O\r\n",
    "a b c": "Le même, presque 😀.",
    "élysée": "Élysée 🇫🇷 dit «\u202fnon\u202f» 😀",
}


def text_of(seed: int, pieces: int = 120) -> str:
    """Return a text of that many pieces, the same for the same seed, with something that isn't blank in it."""
    chance = random.Random(seed)
    return "Début" + "".join(chance.choice(PIECES) + chance.choice((" ", " ", "")) for _ in range(pieces)) + "😀"


def spans_of(text: str, n: int, seed: int = 0) -> list[tuple[int, int]]:
    """Return `n` places of a text, no two alike: nested, crossing, adjacent, at both edges, some over the whole."""
    chance = random.Random(seed)
    found = dict.fromkeys([(0, 1), (len(text) - 1, len(text)), (1, 5), (3, 7), (5, 9), (2, 4)])
    if seed % 2:
        found[0, len(text)] = None
    words = [found.span() for found in re.finditer(r"\w+", text)]
    while len(found) < n:
        if len(found) % 2:
            start = chance.randrange(len(text))
            found[start, min(len(text), start + chance.randint(1, 30))] = None
        else:
            first = chance.randrange(len(words))
            found[words[first][0], words[min(len(words) - 1, first + chance.randint(0, 3))][1]] = None
    return list(found)[:n]


def line_of(name: str, text: str, places: list[tuple[int, int]], **fields: Any) -> dict[str, Any]:
    """Return a line of JSONL: every fifth span a suggestion, every eighth refused, some of another annotator's."""
    marks = []
    for n, (start, end) in enumerate(places):
        label = LABELS[n % len(LABELS)]
        mark: dict[str, Any] = {"start": start, "end": end, "label": label, "status": "added", "by": "Claire"}
        if n % 5 == 4:
            mark |= {"status": "suggested", "by": "rules", "source": "rules", "version": "1", "score": 0.5}
        elif n % 8 == 7:
            mark |= {"status": "rejected", "source": "rules", "version": "1", "score": 0.25}
        elif n % 10 == 8:
            mark["by"] = "Bob"
        if label == "ACTOR":
            mark |= {"kind": "PER", "value": "Ilan\u2028Vorga\n« é »"}
        elif label == "FIGURE":
            mark |= {"value": "~600", "unit": "soldats"}
        elif label == "QUOTE":
            mark["value"] = ["Ilan Vorga", "Otan"]
        marks.append(mark)
    states = {"Claire": "done", "Bob": "started"}
    return (
        {"id": name, "text": text, "spans": marks, "state": "done", "annotator": "Claire"}
        | ({"annotators": states} if any(mark["by"] == "Bob" for mark in marks) else {})
        | fields
    )


def empty(folder: Path) -> Project:
    """Return a project without articles whose scheme has a label with accents beside its twin without."""
    more = (
        '[[label]]\nlabel = "ÉVÉNEMENT"\nname = "Événement | majeur"\ncolour = "#123456"\nnests = true\n'
        '[[label]]\nlabel = "Evenement"\nname = "Évènement mineur"\ncolour = "#654321"\n'
    )
    return Project.create(folder, f"{paths.default_scheme()}\n{more}", "Claire")


def make(folder: Path) -> Project:
    """Return a project of twenty hostile articles."""
    project = empty(folder / "projet")
    lines = []
    for n, (name, text) in enumerate(EDGES.items()):
        places = [] if name == "rien" else spans_of(text, 12, n)
        lines.append(line_of(name, text, places, title=f"Titre\tà {n}\nlignes <i>", source="Le Monde (site : œuvre)"))
    for n in range(13):
        text = text_of(n)
        kept = (200, 0, 1)[n] if n < 3 else 20
        known: dict[str, Any] = {
            "title": f"Texte {n}",
            "date": ("2025-07-13", "2025-07", "2025")[n % 3],
            "url": f"https://exemple.invalid/{n}",
        }
        if n == 3:
            known |= {"meta": {"author": "A. Belmar", "licence": "CC BY 4.0", "tags": ["paix"]}, "inconnu": 1}
        elif n == 4:
            known["meta"] = {"author": "É. Tarsis", "page": 3}
        lines.append(line_of(f"texte {n}", text, spans_of(text, kept, n), **known))
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    report = ingest(project, [path])
    assert not report.refused, report.refused
    return project
