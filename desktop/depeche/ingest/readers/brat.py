"""brat's standoff: a text with an .ann file beside it, its marks by code points.

brat itself reads a text with CR LF as if each were one character, and breaks a mark that crosses a line end into
pieces: both are undone here, held to the words that the lines repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from depeche.core.mark_reader import read_mark
from depeche.core.record import Mark
from depeche.core.strict_json import parse_object
from depeche.errors import InputError
from depeche.ingest.counting import CODE_POINTS, Count, line_ends_as_one, utf_16
from depeche.ingest.foreign import check_number, fitting, lost, once
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.readers import text as plain
from depeche.ingest.source import Source
from depeche.messages import tr

_LINE = re.compile(r"(?:[TREAMN#]\w*|\*)\t")
_BLANK = re.compile(r"\s")
_OURS = frozenset("value kind status by attrs label".split())
"""What our own notes say of a span, as JSON."""
_BESIDE = {name: f"file_{name}" for name in ("start", "end", "label", "text", "was")}
"""Attributes that would be taken for a span's own fields."""


@dataclass(slots=True)
class _Span:
    """A line T: its label, its pieces as the file counts them, its words, and what other lines say of it."""

    line: int
    label: str
    pieces: list[tuple[int, int]]
    words: str
    said: dict[str, Any] = field(default_factory=dict)


def _recognises(source: Source, head: bytes) -> bool:
    if source.suffix == ".ann":  # with its text beside it, it is read with that, and asked for before
        return bool(head) and is_standoff(source)
    beside = notes_of(source) if source.suffix == ".txt" else None
    return beside is not None and is_standoff(beside)


def is_standoff(source: Source) -> bool:
    """Tell whether a file begins with a line of standoff, or holds none. Raises nothing."""
    try:
        head = source.head(4096)
    except InputError:
        return False
    first = head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip("\r\n").split("\n", 1)[0]
    return not first.strip() or _LINE.match(first) is not None


def notes_of(source: Source) -> Source | None:
    """Return the .ann file beside a text."""
    return source.beside(source.name[: -len(source.suffix)] + ".ann")


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield the text with its marks. It isn't repaired: that would be another text than the one that is counted in."""
    if source.suffix == ".ann":
        raise InputError(tr("le texte qu’il annote n’est pas à côté (un .txt du même nom)"))
    read, beside = plain.READER.read, notes_of(source)
    for found in read(source, replace(asked, repair=False)) if read else ():
        if isinstance(found.record, InputError) or beside is None:
            yield found
            continue
        try:
            marks, notes = _marks(beside.data(), found.record.article.text)
        except InputError as error:
            yield Found(InputError(tr("{file}, {why}", file=beside.name, why=error)), found.place)
            continue
        note = ", ".join(one for one in (found.note, *notes) if one)
        yield replace(found, record=replace(found.record, marks=marks), note=note)


def _marks(data: bytes, text: str) -> tuple[tuple[Mark, ...], list[str]]:
    """Return the marks of an .ann file, and what to tell of it. Raises InputError that names the line."""
    try:
        content = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise InputError(tr("ce n’est pas de l’UTF-8")) from None
    if "\0" in content:
        raise InputError(tr("un caractère nul s’y trouve"))
    spans, dropped = _parsed(content)
    count = _count(spans, text)
    marks = []
    for rank, span in enumerate(spans, 1):
        pieces = [(count.code_point(start), count.code_point(end)) for start, end in span.pieces]
        if any(one[1] > two[0] or text[one[1] : two[0]].strip() for one, two in pairwise(pieces)):
            dropped[tr("passage en plusieurs morceaux, qui n’est pas repris")] += 1
            continue
        entry = {"label": span.label, **span.said, "start": pieces[0][0], "end": pieces[-1][1]}
        try:
            marks.append(read_mark(fitting(entry), rank, text, None))
        except InputError as error:
            raise _at(span.line, str(error)) from None
    notes = [lost(n, what) for what, n in dropped.items()]
    if count is not CODE_POINTS:
        notes.insert(0, tr("positions comptées autrement dans le fichier ({count}), converties", count=count.name))
    kept, twice = once(marks)
    return kept, [*notes, twice] if twice else notes


def _count(spans: list[_Span], text: str) -> Count:
    """Return by which count all spans have the words that their lines repeat; raises InputError for none."""
    for count in (CODE_POINTS, line_ends_as_one(text), utf_16(text)):
        wrong = next((span for span in spans if not _stands(span, count, text)), None)
        if wrong is None:
            return count
        if count is CODE_POINTS:
            first = wrong
    start, end = first.pieces[0][0], first.pieces[-1][1]
    if max(end for _, end in first.pieces) > len(text):
        why = tr(
            "il sort du texte ({start} à {end}, le texte a {length} caractères)", start=start, end=end, length=len(text)
        )
    else:
        why = tr("ses mots ne sont pas ce que le texte porte de {start} à {end}", start=start, end=end)
    raise _at(first.line, why)


def _stands(span: _Span, count: Count, text: str) -> bool:
    pieces = [(count.code_point(start), count.code_point(end)) for start, end in span.pieces]
    if not all(0 <= start <= end <= len(text) for start, end in pieces):
        return False
    words = " ".join(text[start:end] for start, end in pieces)
    return span.words in ("", words) or _level(span.words) in (_level(words), _level(words.replace("\r\n", "\n")))


def _level(words: str) -> str:
    """Return words with each blank as a space: a line of standoff can't hold a line end."""
    return _BLANK.sub(" ", words)


def _parsed(content: str) -> tuple[list[_Span], Counter[str]]:
    spans: dict[str, _Span] = {}
    seen: set[str] = set()
    later: list[tuple[int, str, list[str]]] = []
    dropped: Counter[str] = Counter()
    pieces = 0
    for number, line in enumerate(content.split("\n"), 1):
        line = line.removesuffix("\r")
        if not line.strip():
            continue
        if not _LINE.match(line):
            raise _at(number, tr("ce n’est pas une ligne de brat"))
        key, *cells = line.split("\t")
        if key in seen:
            raise _at(number, tr("l’identifiant « {name} » y figure deux fois", name=key[:40]))
        if key != "*":
            seen.add(key)
        if key.startswith("T"):
            spans[key] = _span(number, cells)
            pieces += len(spans[key].pieces)
            check_number(pieces)
        elif key[0] in "RE*":
            dropped[tr("relation ou événement, qui n’est pas repris")] += 1
        else:
            later.append((number, key, cells))
    for number, key, cells in later:
        name, _, rest = cells[0].partition(" ")
        target, _, value = rest.partition(" ")
        span = spans.get(target)
        if span is None:
            dropped[tr("annotation qui ne tient à aucun passage, non reprise")] += 1
        elif key[0] == "#":
            _note(span, name, "\t".join(cells[1:]), number)
        elif key[0] == "N":
            span.said.setdefault("value", "\t".join(cells[1:]) or value)
            span.said["reference"] = value
        else:
            span.said[_BESIDE.get(name, name)] = value or True
    return list(spans.values()), dropped


def _span(number: int, cells: list[str]) -> _Span:
    label, _, said = cells[0].partition(" ")
    pieces = []
    for piece in said.split(";"):
        ends = piece.split(" ")
        if len(ends) != 2 or not all(end.isascii() and end.isdigit() and len(end) <= 9 for end in ends):
            raise _at(number, tr("début et fin doivent être des nombres entiers"))
        start, end = map(int, ends)
        if start >= end:
            raise _at(number, tr("il est vide ou à l’envers ({start} à {end})", start=start, end=end))
        pieces.append((start, end))
    return _Span(number, label, pieces, "\t".join(cells[1:]))


def _note(span: _Span, sort: str, words: str, number: int) -> None:
    """Take a note over: as the fields of a mark where it is one of ours, else as words."""
    if sort == "AnnotatorNotes" and words.startswith("{") and words.endswith("}"):
        try:
            said = parse_object(words)
        except InputError as error:
            raise _at(number, str(error)) from None
        if _OURS.issuperset(said) and isinstance(said.get("attrs", {}), dict):
            span.said |= said.pop("attrs", {}) | said
            return
    earlier = span.said.get("note")
    span.said["note"] = f"{earlier}\n{words}" if earlier else words


def _at(line: int, why: str) -> InputError:
    return InputError(tr("ligne {line} : {why}", line=line, why=why))


READER = Reader("brat", lambda: tr("brat (.txt et .ann)"), _recognises, _read)
