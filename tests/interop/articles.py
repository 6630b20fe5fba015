"""Twenty articles with everything that programs trip over, as a project that two people worked on.

The same each time. The words are our own; offsets are found, not counted, so that a change of words can't shift them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from depeche import paths
from depeche.core.article import Article, DateOrigin, State
from depeche.core.record import Mark, Record, to_line
from depeche.core.scheme import Scheme, parse_scheme
from depeche.ingest.ingest import ingest
from depeche.store.project import Project

ELECTED = "Élu_local"
"""A label with an accent; a person sees « Élu local », with a space."""
_LABEL = """
[[label]]
label = "Élu_local"
name = "Élu local"
key = "e"
colour = "#7a5c00"
nests = true
value = "text"
"""
CLAIRE, PAUL = "Claire", "Paul É."


def scheme() -> Scheme:
    """Return the scheme of news with one label more."""
    return parse_scheme(paths.default_scheme() + _LABEL, "interop")


def project(folder: Path, articles: Iterable[Record] | None = None) -> Project:
    """Return a new project of these articles (all twenty, if None), put there by the verb that ingests."""
    lines = folder.with_name(f"{folder.name}.jsonl")
    lines.parent.mkdir(parents=True, exist_ok=True)
    lines.write_text("".join(to_line(one) + "\n" for one in (all_twenty() if articles is None else articles)), "utf-8")
    made = Project.create(folder, paths.default_scheme() + _LABEL, CLAIRE)
    done = ingest(made, [lines])
    assert done.refused == []
    return made


def all_twenty() -> list[Record]:
    """Return the articles, in order."""
    return [
        _article(
            "astral",
            "😀 Élysée 🇫🇷 dit « non »\n\nLe 𝒫résident Vorga 🧑🏽‍🚒 a répondu mardi 𝟙𝟚 fois.",
            ("Élysée", "ACTOR"),
            ("« non »", "QUOTE"),
            ("Vorga 🧑🏽‍🚒", "ACTOR"),
            ("mardi", "DATE"),
            ("𝟙𝟚", "FIGURE"),
        ),
        _article(
            "décomposé",
            unicodedata.normalize("NFD", "À Séville, l’évêque Éloïse Brûlé a fêté Noël à Besançon.\n"),
            (unicodedata.normalize("NFD", "Éloïse Brûlé"), "ACTOR"),
            (unicodedata.normalize("NFD", "Noël"), "DATE"),
        ),
        _article(
            "fines",
            "Quelque 25\u202f000 habitants de Tarsis\u202f; 3,5\u202f% de plus\u202f!\n"
            "\u202fSelon l’Otan\u202f: 12\u202f000.",
            ("Quelque 25\u202f000", "FIGURE"),
            ("Tarsis", "ACTOR"),
            ("3,5\u202f%", "FIGURE"),
            ("l’Otan", "ACTOR"),
            ("12\u202f000", "FIGURE"),
        ),
        _article(
            "insécables",
            "Il dit\u00a0: «\u00a0Nous partons le 12\u00a0juillet\u00a0», et 40\u00a0000 le suivent.\u00a0",
            ("«\u00a0Nous partons le 12\u00a0juillet\u00a0»", "QUOTE"),
            ("12\u00a0juillet", "DATE"),
            ("40\u00a0000", "FIGURE"),
        ),
        _article(
            "windows",
            "Crue à Belmare\r\n\r\nLe préfet Ombreval parle\r\nlundi soir.\r\nFin 😀 de 7 jours\r\n",
            ("Belmare", "ACTOR"),
            ("Ombreval", "ACTOR"),
            ("parle\r\nlundi", "QUOTE"),
            ("lundi", "DATE"),
            ("7 jours", "FIGURE"),
        ),
        _article(
            "emboîtés",
            "« Le maire de Tarsis recevra samedi 12 juillet 600 soldats », promet Ilan Vorga.\n",
            ("« Le maire de Tarsis recevra samedi 12 juillet 600 soldats »", "QUOTE"),
            ("maire de Tarsis", ELECTED),
            ("Tarsis", "ACTOR"),
            ("samedi 12 juillet", "DATE"),
            ("600", "FIGURE"),
            ("Ilan Vorga", "ACTOR"),
        ),
        _article(
            "croisés",
            "Il a dit « oui à tous les maires d’Ostralie », puis « non » dimanche.\n",
            ("« oui à tous les maires", "QUOTE"),
            ("maires d’Ostralie »", ELECTED),
            ("les maires d’", "QUOTE"),
            ("« non » dimanche", "QUOTE"),
            ("dimanche", "DATE"),
        ),
        _article(
            "voisins",
            "BelmareTarsis12juillet et l’Otan/l’Onu : «a»«b».\n",
            ("Belmare", "ACTOR"),
            ("Tarsis", "ACTOR"),
            ("12", "FIGURE"),
            ("juillet", "DATE"),
            ("l’Otan", "ACTOR"),
            ("/", "FIGURE"),
            ("l’Onu", "ACTOR"),
            ("«a»", "QUOTE"),
            ("«b»", "QUOTE"),
        ),
        _article("vide", "Rien à signaler dans la vallée.\n\nLa nuit a été calme.\n"),
        _article("bords", "Tarsis attend, et la foule attend Ombreval", ("Tarsis", "ACTOR"), ("Ombreval", "ACTOR")),
        _two_hundred(),
        _article(
            "élus",
            "Le maire Éric Dastrel et l’adjointe Zoé 🌊 Ombreval ont reçu 3 élus.\n",
            ("maire Éric Dastrel", ELECTED),
            ("adjointe Zoé 🌊 Ombreval", ELECTED),
            ("3", "FIGURE"),
        ),
        _article(
            "familles",
            "👩‍👩‍👧‍👦 de 4 personnes, 🏴󠁧󠁢󠁷󠁬󠁳󠁿 contre 🇫🇷🇩🇪, 👍🏿 mardi ❤️.\n",
            ("👩‍👩‍👧‍👦", "ACTOR"),
            ("4", "FIGURE"),
            ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "ACTOR"),
            ("🇫🇷", "ACTOR"),
            ("🇩🇪", "ACTOR"),
            ("mardi", "DATE"),
        ),
        _article(
            "droite-gauche",
            "Le journal «\u200fالنهار\u200f» cite محمد عليّ et דָּוִד le ١٢ juillet.\n",
            ("النهار", "ACTOR"),
            ("محمد عليّ", "ACTOR"),
            ("דָּוִד", "ACTOR"),
            ("١٢ juillet", "DATE"),
        ),
        _article(
            "signes",
            "<b>Vorga</b> &amp; \"Otan\" \\u0041 {a} [b] 'c' |d| 100 % `e` <script>alert(1)</script> ]]>\t; , .\n",
            ("<b>Vorga</b>", "ACTOR"),
            ('"Otan"', "ACTOR"),
            ("\\u0041", "FIGURE"),
            ("100 %", "FIGURE"),
            ("]]>", "QUOTE"),
        ),
        _article("un-seul", "Ô", ("Ô", "ACTOR")),
        _article(
            "mêmes-bords",
            "Le sommet de Tarsis a réuni Vorga et Dastrel jeudi.\n",
            ("sommet de Tarsis", "ACTOR"),
            ("sommet de Tarsis", ELECTED),
            ("Vorga", "ACTOR"),
            ("jeudi", "DATE"),
        ),
        _article(
            "lignes",
            "\n\n  Titre\u2028sous-titre\u2029corps\u0085fin : Vorga\n\n\n\tDastrel a dit  deux mots.  \n\n \n",
            ("Vorga", "ACTOR"),
            ("Dastrel", "ACTOR"),
            ("sous-titre\u2029corps", "QUOTE"),
            ("deux", "FIGURE"),
        ),
        _article(
            "coupés",
            "Aujourd’hui, porte-parole ; 20h30 : il“soutient” l’effort de M.Vorga.\n",
            ("Aujourd", "DATE"),
            ("porte", "ACTOR"),
            ("20h", "DATE"),
            ("“soutient”", "QUOTE"),
            (" l’effort", "QUOTE"),
        ),
        _article(
            "formules",
            "=1+1\n-DOCSTART- -X- O O\n**** *source_x\nT1\tACTOR 0 4\tVorga\n#note;«Vorga»;@SOMME(A1)\n+33 1\n",
            ("=1+1", "FIGURE"),
            ("-DOCSTART-", "ACTOR"),
            ("**** *source_x", "ACTOR"),
            ("T1\tACTOR 0 4\tVorga", "QUOTE"),
            ("@SOMME(A1)", "FIGURE"),
            ("+33 1", "FIGURE"),
            title='=HYPERLINK("x";"<b>y</b>")',
        ),
    ]


def _two_hundred() -> Record:
    """Return an article of 200 spans, every second word."""
    words = [f"n{n:03d}" if n % 3 else f"𝕟{n:03d}" for n in range(400)]
    labels = ("ACTOR", "DATE", "FIGURE", ELECTED)
    return _article("deux-cents", " ".join(words) + "\n", *((words[n], labels[n // 2 % 4]) for n in range(0, 400, 2)))


def _article(name: str, text: str, *said: tuple[str, str], title: str = "") -> Record:
    """Return a finished article: Claire's spans as said, Paul's (every second) and what was suggested beside them."""
    article = Article(
        text,
        title=title or f"Titre « {name} » 😀",
        name=name,
        date="2025-07-13",
        date_origin=DateOrigin.GIVEN,
        source="Le Courrier de Tarsis",
        url=f"https://exemple.invalid/{len(name)}",
        meta={"author": "Zoé Ombreval", "page": "12"},
    )
    spans = [_mark(text, words, label, n) for n, (words, label) in enumerate(said)]
    marks = list(spans)
    if name in ("emboîtés", "mêmes-bords", "windows", "formules"):  # what Paul holds true, and what he doesn't
        marks += [replace(one, by=PAUL, status="added", value=None, kind=None) for one in spans[::2]]
        first = spans[0]
        marks.append(Mark(first.start, first.end - 1, "ACTOR", status="added", by=PAUL))
        marks.append(_suggestion(text, 0, "rejected", PAUL))
    if spans and len(text) > 10:
        marks += [_suggestion(text, 1, "suggested", "rules"), _suggestion(text, 2, "rejected", CLAIRE)]
    both = {CLAIRE: State.DONE, PAUL: State.DONE} if any(one.by == PAUL for one in marks) else {}
    return Record(article, tuple(marks), State.DONE, CLAIRE, both, True)


def _mark(text: str, words: str, label: str, n: int) -> Mark:
    at = text.index(words)
    mark = Mark(at, at + len(words), label, status="added", by=CLAIRE)
    if label == "ACTOR":
        mark = replace(mark, kind="PER" if n % 2 else "ORG", value=words.strip().title())
    if label == "QUOTE":
        mark = replace(mark, kind="direct", value=("Ilan Vorga", "Zoé"), attrs={"relay": "l’agence"})
    if n % 4 == 1:
        guess = {"status": "accepted", "score": 0.875, "source": "rules", "version": "1", "reason": "écrit ainsi"}
        mark = replace(mark, **guess)  # type: ignore[arg-type]
    if n % 4 == 2:
        other = {"label": "FIGURE" if label == "DATE" else "DATE"}
        mark = replace(mark, status="corrected", score=0.5, source="rules", version="1", was=other)
    return mark


def _suggestion(text: str, at: int, status: str, by: str) -> Mark:
    return Mark(at, min(len(text), at + 7), "FIGURE", status=status, by=by, score=0.25, source="rules", version="1")
