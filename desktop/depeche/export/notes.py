"""The page of borderline cases: all notes of a project by label, each in its sentence, as Markdown, HTML or CSV."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from depeche.core.note import PlacedNote
from depeche.core.progress import Progress, Report, silent
from depeche.core.sentences import sentences
from depeche.errors import UserError
from depeche.export.folder import Shelf
from depeche.messages import language, tr
from depeche.store import articles, notes
from depeche.store.project import Project

SUFFIXES = (".md", ".html", ".csv")
"""What a page's file may end with; the end decides the format."""

FURTHEST = 300
"""Characters shown at most on either side of the words of a note, where a sentence is longer."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
_AT_START = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
_FORMULA = re.compile(r"[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Case:
    """A note with the name of its label and its words in their sentence: `before`, the words, `after`, on one line."""

    placed: PlacedNote
    label: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """The words that the note is on, on one line."""
        return _on_line(self.placed.note.words)


def cases(project: Project, report: Report = silent) -> list[Case]:
    """Return a project's notes with their sentences: by label in the scheme's order, then as they were written."""
    with project.read() as db:
        every = notes.every(db)
    order = [label.label for label in project.scheme.labels]
    names = {label.label: label.name for label in project.scheme.labels}
    ranked = {label: rank for rank, label in enumerate(order)}
    every.sort(key=lambda one: (ranked.get(one.note.label or "", len(order)), one.note.label or "", one.note.number))
    found: dict[str, list[tuple[int, int]]] = {}
    texts: dict[str, str] = {}
    made = []
    for n, one in enumerate(every):
        if n % 20 == 0:
            report(Progress(n, len(every)))
        if one.article not in texts:
            with project.read() as db:
                texts[one.article] = articles.get(db, one.article).text
            found[one.article] = [(said.start, said.end) for said in sentences(texts[one.article])]
        start, end = _around(found[one.article], one.note.start, one.note.end)
        text, note = texts[one.article], one.note
        label = names.get(note.label, note.label) if note.label else tr("Sans étiquette")
        made.append(Case(one, label, _on_line(text[start : note.start]), _on_line(text[note.end : end])))
    return made


def write(project: Project, path: Path, report: Report = silent) -> int:
    """Write all notes of a project into a file; return how many there are. Raises UserError for another suffix."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(
            tr("{path} : le nom doit finir par {suffixes}.", path=path.name, suffixes=", ".join(SUFFIXES)),
            tr("La fin du nom décide du format."),
        )
    found = cases(project, report)
    if suffix == ".md":
        page = markdown(found, project.title)
    elif suffix == ".html":
        page = html(found, project.title)
    else:
        page = "\ufeff" + table(found)  # Excel takes a file without the mark for one of its own code page
    with Shelf(path.resolve().parent, path.name) as shelf, shelf.file(path.name) as file:
        file.write(page.encode("utf-8"))
    return len(found)


def markdown(found: Sequence[Case], title: str) -> str:
    """Return the page in CommonMark; whatever notes and texts hold is shown as it is written."""
    lines = [f"# {_plain(_heading(title))}", "", _plain(_summary(found)), ""]
    for label, group in groupby(found, key=lambda one: one.label):
        alike = list(group)
        lines += [f"## {_plain(label)} ({len(alike)})", ""]
        for one in alike:
            lines += [f"### {_plain(one.words)}", "", _in_sentence(one), ""]
            for line in one.placed.note.text.splitlines():
                lines.append(f"> {_plain(line.strip())}" if line.strip() else ">")
            lines += ["", _plain(_origin(one)), ""]
    return "\n".join(lines)


def html(found: Sequence[Case], title: str) -> str:
    """Return the page as an HTML document of its own."""
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_heading(title))}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(_heading(title))}</h1>\n<p>{escape(_summary(found))}</p>\n"
    ]
    for label, group in groupby(found, key=lambda one: one.label):
        alike = list(group)
        parts.append(f"<h2>{escape(label)} ({len(alike)})</h2>\n")
        for one in alike:
            before, after = escape(one.before), escape(one.after)
            parts.append(
                f'<article>\n<p class="sentence">{before}<mark>{escape(one.words)}</mark>{after}</p>\n'
                f'<p class="note">{escape(one.placed.note.text)}</p>\n'
                f'<p class="origin">{escape(_origin(one))}</p>\n</article>\n'
            )
    return "".join([*parts, "</body>\n</html>\n"])


_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}"
    "article{border-top:1px solid #8888;padding:.5rem 0}.sentence{font-family:serif}mark{font-weight:bold}"
    ".note{white-space:pre-wrap;border-left:.2rem solid #8888;padding-left:.8rem}.origin{font-size:.9rem}"
)


def table(found: Sequence[Case]) -> str:
    """Return the notes as CSV (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        ["label", "words", "note", "sentence", "by", "title", "date", "article", "start", "end", "number", "key"]
    )
    for one in found:
        note, placed = one.placed.note, one.placed
        said = [
            note.label or "",
            one.words,
            note.text,
            f"{one.before}{one.words}{one.after}",
            placed.name,
            placed.title,
        ]
        writer.writerow(
            [*map(_cell, said), placed.date or "", placed.article_number, note.start, note.end, note.number, note.key]
        )
    return out.getvalue()


def _cell(words: str) -> str:
    return f"'{words}" if _FORMULA.match(words) else words


def _around(found: Iterable[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Return the borders of the sentences that a stretch touches, not too far from it."""
    touched = [one for one in found if one[0] < end and one[1] > start]
    first = min((one[0] for one in touched), default=start)
    last = max((one[1] for one in touched), default=end)
    return max(min(first, start), start - FURTHEST), min(max(last, end), end + FURTHEST)


def _on_line(words: str) -> str:
    return re.sub(r"[\r\n\t\u2028\u2029\x0b\x0c\x85]+", " ", words)


def _heading(title: str) -> str:
    return tr("Cas limites : {title}", title=title)


def _summary(found: Sequence[Case]) -> str:
    return tr("%n note|%n notes", n=len(found))


def _origin(one: Case) -> str:
    placed = one.placed
    date = placed.date or tr("sans date")
    where = tr("« {title} » (n° {number}, {date})", title=placed.title, number=placed.article_number, date=date)
    return f"{placed.name} · {where}"


def _plain(words: str) -> str:
    """Return words on one line as CommonMark shows them, whatever in them looks like markup."""
    said = _SPECIAL.sub(r"\\\1", _on_line(words).strip())
    return _AT_START.sub(lambda at: f"{at[1]}\\{at[2]}" if at[1] else f"\\{at[3]}", said)


def _in_sentence(one: Case) -> str:
    """Return a sentence with its words in bold; where CommonMark would not see the asterisks as such, by a tag."""
    before, words, after = one.before.lstrip(), one.words, one.after.rstrip()
    opens = not words[:1].isspace() and (words[:1].isalnum() or not _is_letter(before[-1:]))
    closes = not words[-1:].isspace() and (words[-1:].isalnum() or not _is_letter(after[:1]))
    strong = ("**", "**") if opens and closes else ("<b>", "</b>")
    # What stands before isn't at a line's start once the words follow it: escaped as a whole.
    return f"{_lead(before)}{strong[0]}{_inner(words)}{strong[1]}{_inner(after)}"


def _lead(words: str) -> str:
    return _AT_START.sub(lambda at: f"{at[1]}\\{at[2]}" if at[1] else f"\\{at[3]}", _inner(words))


def _inner(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


def _is_letter(sign: str) -> bool:
    return bool(sign) and not sign.isspace() and unicodedata.category(sign)[0] not in "PS"
