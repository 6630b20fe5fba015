"""Tables of articles, one a row: .csv and .tsv, as French Excel writes them too (semicolons, CP1252, quoted line ends).

`csv.Sniffer` isn't asked: its patterns take a time that grows with the square of a hostile text. A table is told by a
separator that gives every row the same number of cells.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from depeche.core.record import Record
from depeche.errors import InputError
from depeche.ingest.foreign import bounded
from depeche.ingest.mojibake import mended
from depeche.ingest.particulars import ROLES, described, role_of, roles, untitled
from depeche.ingest.reader import AS_IT_IS, Asked, Found, Reader
from depeche.ingest.rows import parsed, rows_of
from depeche.ingest.source import HEAD, Source
from depeche.ingest.stream import beginning, encoding_of, opened
from depeche.messages import tr

_SUFFIXES = (".csv", ".tsv", ".tab")
_SEPARATORS = ";\t,|"
_HINT = re.compile("sep=(.)\r?\n")
"""A line that some write above a table to tell Excel its separator."""
_LOOKED_AT = 30
"""Rows by which a table's form is told."""
_NAME = 60
"""Characters of a column's name at most."""
_LONG, _TIMES = 100, 4
"""A column is the text's without saying so where its cells are this long, and so many times the next column's."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How a table is written, and what its columns are called.

    `begins` is the last line of what stands above the articles, `first` are the first rows of these. `guessed`: the
    first row is taken for the columns' names although none of them says what it is.
    """

    encoding: str
    separator: str
    names: list[str]
    begins: int
    first: list[list[str]]
    guessed: bool


def columns(source: Source, asked: Asked = AS_IT_IS) -> list[tuple[str, str]]:
    """Return each column's name and what stands in it in the first article. Raises InputError where it is no table."""
    form = _form_of(source, asked)
    row = form.first[0] if form.first else []
    return [(name, row[n][:200] if n < len(row) else "") for n, name in enumerate(form.names)]


def parts(source: Source, asked: Asked = AS_IT_IS) -> dict[str, str]:
    """Return the column for each part. Raises InputError where it is no table, or can't be told of the text's."""
    return _parts(_form_of(source, asked), asked)


def _recognises(source: Source, head: bytes) -> bool:
    text = beginning(head)
    if text is None:
        return False
    if source.suffix in _SUFFIXES:
        return bool(text.strip())
    if source.suffix not in (".txt", ""):
        return False
    separator, rows = _separated(text, complete=len(head) < HEAD)
    names = rows[0] if rows else []
    sure = len(rows) > 1 and len({len(row) for row in rows}) == 1 < len(names)
    return bool(separator) and sure and all(len(name) <= _NAME for name in names) and "text" in roles(names)


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    """Yield an article a row; what plays no part goes to its `meta` under the column's name."""
    return bounded(_found(source, asked))


def _found(source: Source, asked: Asked) -> Iterator[Found]:
    form = _form_of(source, asked)
    which = _parts(form, asked)
    said = tr("colonne du texte : « {name} »", name=which["text"][:40])
    if form.guessed:
        said = tr("première ligne prise pour les noms des colonnes") + ", " + said
    if form.encoding != "utf-8":
        said = tr("lu comme {encoding}", encoding=form.encoding) + ", " + said
    n = 0
    with opened(source, form.encoding) as file:
        for line, row in rows_of(file, form.separator):
            if line <= form.begins:
                continue
            place = tr("ligne {line}", line=line)
            if isinstance(row, InputError):
                yield Found(row, place)
                continue
            n += 1
            try:
                found = _article(form, row, which, asked, f"{source.label}-{n}")
            except InputError as error:
                yield Found(error, place)
                continue
            note = ", ".join(part for part in (said, found.note) if part)
            yield replace(found, place=place, note=note)
            said = ""


def _article(form: _Form, row: list[str], which: Mapping[str, str], asked: Asked, name: str) -> Found:
    while len(row) > len(form.names) and not row[-1]:
        row = row[:-1]
    if len(row) != len(form.names):
        raise InputError(tr("elle a {found} cellules au lieu de {wanted}", found=len(row), wanted=len(form.names)))
    if any("\0" in cell for cell in row):
        raise InputError(tr("un caractère nul s’y trouve"))
    cells = dict(zip(form.names, row, strict=True))
    text, repaired = mended(cells.pop(which["text"]), asked.repair)
    if not text.strip():
        raise InputError(tr("le texte est vide"))
    if asked.repair:
        cells = {key: mended(value, True)[0] for key, value in cells.items()}
    if "id" not in asked.columns:  # a row's number is no identifier
        which = {role: of for role, of in which.items() if role != "id" or not cells[of].isdigit()}
    article, note = described(text, cells, name=name, which=which)
    if not asked.titled:
        article = untitled(article)
    notes = ", ".join(part for part in (note, repaired) if part)
    return Found(Record(article), note=notes, named="id" in asked.columns)


def _parts(form: _Form, asked: Asked) -> dict[str, str]:
    """Return the column for each part: as said, else by its name; the text's also by its length."""
    for role, name in asked.columns.items():
        if role not in ROLES or name not in form.names:
            raise _unsure(form, tr("il n’y a pas de colonne « {name} »", name=name[:40]))
    said = {role: name for role, name in asked.columns.items() if name}
    free = [name for name in form.names if name not in said.values()]
    which = {role: name for role, name in roles(free).items() if role not in asked.columns} | said
    if "text" not in which:
        which["text"] = _longest(form, free)
        which = {role: name for role, name in which.items() if role == "text" or name != which["text"]}
    return which


def _longest(form: _Form, free: list[str]) -> str:
    lengths = []
    for n, name in enumerate(form.names):
        found = sorted(len(row[n]) for row in form.first if n < len(row))
        if name in free and found:
            lengths.append((found[len(found) // 2], name))
    lengths.sort(reverse=True)
    if len(form.names) == 1 and lengths:
        return lengths[0][1]
    if lengths and lengths[0][0] >= _LONG and lengths[0][0] >= _TIMES * sum(length for length, _ in lengths[1:2]):
        return lengths[0][1]
    raise _unsure(form, tr("on ne sait pas quelle colonne est le texte"))


def _unsure(form: _Form, why: str) -> InputError:
    names = ", ".join(tr("« {name} »", name=name[:40]) for name in form.names[:30])
    return InputError(tr("{why} (colonnes : {names}) ; dites-le (text=NOM)", why=why, names=names))


def _form_of(source: Source, asked: Asked) -> _Form:
    encoding = encoding_of(source, asked.encoding)
    with opened(source, encoding) as file:
        text = file.read(HEAD)
        more = bool(file.read(1))
    text = text.removeprefix("\ufeff")
    hint = _HINT.match(text)
    separator = hint.group(1) if hint else _separated(text, complete=not more)[0]
    with opened(source, encoding) as file:
        taken = list(islice(rows_of(file, separator), _LOOKED_AT))
    taken = taken[1:] if hint else taken
    rows = [row for _, row in taken if not isinstance(row, InputError)]
    if not rows:
        why = next((row for _, row in taken if isinstance(row, InputError)), None)
        raise why or InputError(tr("le fichier est vide"))
    headed = _is_header(rows, asked)
    guessed = headed and not any(role_of(cell.strip()) for cell in rows[0]) and not asked.columns
    names = rows[0] if headed else [""] * len(rows[0])
    begins = taken[0][0] if headed else taken[0][0] - 1
    return _Form(encoding, separator, _apart(names), begins, rows[1:] if headed else rows, guessed)


def _apart(names: list[str]) -> list[str]:
    """Return names for all columns, no two alike."""
    seen: dict[str, int] = {}
    for n, name in enumerate(names, 1):
        said = " ".join(name.split()) or _ranked(n)
        while said in seen:
            said = f"{said} ({n})"
        seen[said] = n
    return list(seen)


def _ranked(rank: int) -> str:
    """Return what a column without a name is called."""
    return tr("colonne {rank}", rank=rank)


def _is_header(rows: list[list[str]], asked: Asked) -> bool:
    """Tell whether the first row names the columns: by what it says, or as nothing in it is as long as a text.

    A single column's isn't taken for a name unless it is one: it may be a list of headlines. Who names a column by its
    rank (« colonne 1 ») says that there are no names.
    """
    first = [cell.strip() for cell in rows[0]]
    named = {*asked.columns.values()}
    if named & set(_apart(rows[0])):
        return True
    if named & {_ranked(n) for n in range(1, len(first) + 1)}:
        return False
    if any(role_of(cell) for cell in first):
        return True
    plain = all(cell and len(cell) <= _NAME and not cell[0].isdigit() for cell in first)
    return plain and len({*first}) == len(first) > 1 and len(rows) > 1


def _separated(text: str, complete: bool) -> tuple[str, list[list[str]]]:
    """Return the separator that gives the rows the same number of cells, and the rows; a comma where none does."""
    best: tuple[tuple[float, ...], str, list[list[str]]] | None = None
    for separator in _SEPARATORS:
        try:
            rows = [row for row in islice(parsed(io.StringIO(text, newline=""), separator), _LOOKED_AT) if row]
        except csv.Error:
            continue
        if not complete and 1 < len(rows) < _LOOKED_AT:
            rows.pop()  # cut off where the first bytes end
        if not rows or len(rows[0]) < 2:
            continue
        alike = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
        score = (alike == 1, len(roles(rows[0])), alike, len(rows[0]))
        if best is None or score > best[0]:
            best = score, separator, rows
    return (best[1], best[2]) if best else (",", [])


READER = Reader("table", lambda: tr("Tableau (CSV, TSV)"), _recognises, _read)
