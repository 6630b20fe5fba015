"""CoNLL-2003 and its kin: a token a line, tagged IOB2, IOB1 or BILOU in the last column, sentences apart.

The text isn't in such a file: no blank says which tokens it parted. It is made of the tokens with a space between them
and a line a sentence, and what is read says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TextIO

from depeche.core.article import Article
from depeche.core.mark_reader import read_mark
from depeche.core.record import Mark, Record
from depeche.core.record_reader import first_line
from depeche.errors import InputError
from depeche.ingest.foreign import MOST
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.source import HEAD, Source
from depeche.ingest.stream import beginning, encoding_of, opened
from depeche.ingest.text_file import LIMIT
from depeche.messages import number, tr

_TAG = re.compile(r"(?:[BILUESM]-(\S.*)|[O_-])")
_IN_SPAN = re.compile(r"[BILUESM]-[A-Za-z]\S*")
_SUFFIXES = frozenset((".conll", ".conll03", ".conllu", ".iob", ".iob2", ".bio", ".bilou"))
_START = "-DOCSTART-"
_COMMENT = re.compile(r"#(?:\s|$)")
_LEAST = 3
"""Lines of tokens without which a file isn't taken for one, but by its suffix."""
_MANY, _NEARLY = 10, 0.9
"""Of so many lines so large a share must be tagged where some aren't: these are refused when they are read."""


@dataclass(slots=True)
class _Text:
    """An article as it grows: its tokens, where the last one ends, and the marks that are found so far."""

    line: int
    parts: list[str] = field(default_factory=list)
    length: int = 0
    found: list[tuple[int, int, str]] = field(default_factory=list)
    label: str | None = None
    begun: int = 0
    end: int = 0
    wrong: InputError | None = None

    def put(self, token: str, tag: str, gap: str) -> None:
        if self.parts:
            self.parts.append(gap)
            self.length += 1
        if gap == "\n":
            self.close()
        sort, label = tag[0], tag[2:] if tag[1:2] == "-" else None
        if label is None or sort in "BUS" or label != self.label:
            self.close()
        if label is not None and self.label is None:
            self.label, self.begun = label, self.length
        self.parts.append(token)
        self.length += len(token)
        self.end = self.length
        if sort in "LEUS":
            self.close()

    def close(self) -> None:
        if self.label is not None:
            self.found.append((self.begun, self.end, self.label))
        self.label = None


def _recognises(source: Source, head: bytes) -> bool:
    text = beginning(head)
    if text is None:
        return False
    if source.suffix in _SUFFIXES:  # never prose, whatever is wrong with a line
        return bool(text.strip())
    if head[:1] in (b"{", b"<"):
        return False
    lines = text.split("\n")
    if len(head) == HEAD:
        lines.pop()
    tokens = [_cells(line.rstrip("\r")) for line in lines if line.strip() and not _COMMENT.match(line)]
    tokens = [cells for cells in tokens if cells[0] != _START]
    tagged = sum(bool(len(cells) > 1 and cells[0] and _TAG.fullmatch(cells[-1])) for cells in tokens)
    enough = tagged == len(tokens) >= _LEAST or (len(tokens) >= _MANY and tagged >= _NEARLY * len(tokens))
    return enough and any(cells[-1] == "O" or cells[-1][1:2] == "-" for cells in tokens)


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield an article for each -DOCSTART-, or one in all."""
    encoding = encoding_of(source, asked.encoding)
    at, more = _columns(source, encoding)
    said = [tr("texte refait des mots, une espace entre eux")]
    said += [tr("une autre colonne d’étiquettes n’est pas lue")] if more else []
    said += [tr("lu comme {encoding}", encoding=encoding)] if encoding != "utf-8" else []
    with opened(source, encoding) as file:
        for rank, one in enumerate(_texts(file, at), 1):
            place = tr("ligne {line}", line=one.line)
            try:
                yield Found(_record(one, f"{source.label}-{rank}", asked.titled), place, ", ".join(said))
            except InputError as error:
                yield Found(error, place)


def _columns(source: Source, encoding: str) -> tuple[int, bool]:
    """Return which column has the words, the second where the first numbers them, and whether several have tags."""
    with opened(source, encoding) as file:
        lines = file.read(HEAD).removeprefix("\ufeff").split("\n")[:-1]
    rows = [_cells(line.rstrip("\r")) for line in lines if line.strip() and not _COMMENT.match(line)]
    rows = [cells for cells in rows if cells[0] != _START]
    numbered = len(rows) > 1 and all(len(cells) > 2 and cells[0].isdigit() for cells in rows)
    spans = [[n for n, cell in enumerate(cells[1:-1]) if _IN_SPAN.fullmatch(cell)] for cells in rows]
    return int(numbered and rows[0][0] in ("0", "1")), any(spans)


def _record(one: _Text, name: str, titled: bool) -> Record:
    if one.wrong is not None:
        raise one.wrong
    text = "".join(one.parts)
    if "\0" in text:
        raise InputError(tr("un caractère nul s’y trouve"))
    if not text.strip():
        raise InputError(tr("le texte est vide"))
    marks: list[Mark] = []
    for rank, (start, end, label) in enumerate(one.found, 1):
        marks.append(read_mark({"start": start, "end": end, "label": label}, rank, text, None))
    return Record(Article(text=text, title=first_line(text) if titled else "", name=name), tuple(marks))


def _texts(file: TextIO, at: int) -> Iterator[_Text]:
    """Yield the articles with a token at least, and never hold more than one; `at` is the column of words."""
    one, gap, at_line = _Text(1), "\n", 0
    while line := file.readline(LIMIT + 1):
        at_line += 1
        if len(line) > LIMIT:
            raise InputError(tr("la ligne {line} dépasse {limit} Mo", line=at_line, limit=LIMIT // 1_000_000))
        line = line.rstrip("\r\n").removeprefix("\ufeff")
        if not line.strip(" \t"):
            gap = "\n"
            continue
        cells = _cells(line)
        if cells[0] == _START:
            yield from _ended(one)
            one, gap = _Text(at_line), "\n"
        elif _COMMENT.match(line) and not _TAG.fullmatch(cells[-1]):
            continue
        elif one.wrong is None:
            _put(one, cells[min(at, len(cells) - 1) :], gap, at_line)
            gap = " "
    yield from _ended(one)


def _put(one: _Text, cells: list[str], gap: str, line: int) -> None:
    if len(cells) < 2 or not _TAG.fullmatch(cells[-1]):
        one.wrong = InputError(tr("la ligne {line} n’a pas d’étiquette IOB à la fin", line=line))
    elif one.length > LIMIT:
        one.wrong = InputError(tr("il dépasse {limit} Mo", limit=LIMIT // 1_000_000))
    elif len(one.found) > MOST:
        one.wrong = InputError(tr("il a plus de {most} passages", most=number(MOST)))
    elif cells[0]:
        one.put(cells[0], cells[-1], gap)


def _ended(one: _Text) -> Iterator[_Text]:
    one.close()
    if one.parts or one.wrong is not None:
        yield one


def _cells(line: str) -> list[str]:
    """Return the columns: parted by tabs, or by spaces where there is no tab."""
    return line.split("\t") if "\t" in line else [cell for cell in line.split(" ") if cell] or [""]


READER = Reader("conll", lambda: tr("CoNLL (un mot par ligne)"), _recognises, _read)
