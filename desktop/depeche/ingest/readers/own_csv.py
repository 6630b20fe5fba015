"""Dépêche's own CSV: a table of articles, with the table of their spans beside it, for spreadsheets or raw.

Both are read side by side, as they were written in one order: no more than an article is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import Any

from depeche.core.own_tables import ARTICLES, GUARD, SPANS
from depeche.core.record_reader import from_data
from depeche.core.strict_json import parse_object
from depeche.core.worth import BETWEEN
from depeche.errors import InputError
from depeche.ingest.foreign import MOST, bounded, check_number
from depeche.ingest.reader import Asked, Found, Reader
from depeche.ingest.rows import rows_of
from depeche.ingest.source import Source
from depeche.ingest.stream import beginning, encoding_of, opened
from depeche.messages import tr

_SEPARATORS = ";,\t"
_ANEW = frozenset(("licence", "spans"))
"""Columns that are made of the others."""
_BESIDE = {"article", "title", "date", "source", "url", "licence", "sentence"}
"""Columns of a span that tell of its article, or repeat its text."""
_RENAMED = {"suggested_by": "source"}

Row = dict[str, str]


def _recognises(source: Source, head: bytes) -> bool:
    return _separator(head, ARTICLES) is not None or _separator(head, SPANS) is not None


def _separator(head: bytes, columns: tuple[str, ...]) -> str | None:
    """Return what stands between the columns' names in the first line, None where they aren't these."""
    line = (beginning(head) or "").removeprefix("\ufeff").split("\n", 1)[0].rstrip("\r")
    return next((one for one in _SEPARATORS if line == one.join(columns)), None)


def _read(source: Source, asked: Asked) -> Iterator[Found]:
    return bounded(_found(source, asked))


def _found(source: Source, asked: Asked) -> Iterator[Found]:
    if _separator(source.head(), SPANS):
        if source.beside(source.name.replace("spans", "articles")) is None:
            raise InputError(tr("c’est la table des passages d’un export ; celle des articles n’est pas à côté"))
        return
    beside = source.beside(source.name.replace("articles", "spans"))
    if beside is not None and (beside.name == source.name or not _separator(beside.head(), SPANS)):
        beside = None
    note = "" if beside else tr("sans passages : leur table n’est pas à côté")
    with ExitStack() as stack:
        spans = _Spans(stack, beside, asked)
        for line, row in _rows(stack, source, ARTICLES, asked):
            place = tr("ligne {line}", line=line)
            try:
                if isinstance(row, InputError):
                    raise row
                yield Found(from_data(_article(row, spans.of(row)), None), place, note, named=True)
            except InputError as error:
                yield Found(error, place)
            note = ""
        if (left := spans.left()) is not None:
            yield Found(InputError(tr("« {file} » : « {name} » n’est pas à sa place", file=spans.name, name=left)))


class _Spans:
    """The table of spans, an article's at a time, in the order of the articles."""

    def __init__(self, stack: ExitStack, source: Source | None, asked: Asked) -> None:
        self.name = source.name if source is not None else ""
        rows = _rows(stack, source, SPANS, asked) if source is not None else iter(())
        self._groups = groupby(rows, key=lambda one: one[1]["article"] if isinstance(one[1], dict) else None)
        self._next = next(self._groups, None)

    def of(self, article: Row) -> list[dict[str, Any]]:
        """Return what the rows say of an article's spans. Raises InputError where it can't be told, or isn't all."""
        entries: list[dict[str, Any]] = []
        if self._next is not None and self._next[0] is None:  # whose it is can't be told, nor what comes after it
            line, row = next(iter(self._next[1]), (0, InputError(tr("une ligne des passages n’est pas lisible"))))
            self._next = (None, iter([(line, row)]))
            raise InputError(tr("passages, ligne {line} : {why}", line=line, why=row))
        if self._next is not None and self._next[0] == article["id"]:
            group = list(islice(self._next[1], MOST + 1))
            self._next = next(self._groups, None)
            check_number(len(group))
            for line, row in group:
                try:
                    if isinstance(row, InputError):
                        raise row
                    entries.append(_span(row))
                except (ValueError, InputError) as error:
                    why = error if isinstance(error, InputError) else tr("un nombre n’en est pas un")
                    raise InputError(tr("passages, ligne {line} : {why}", line=line, why=why)) from None
        if self.name and article["spans"] != str(len(entries)):
            raise InputError(self._unlike(article["spans"][:20], len(entries)))
        return entries

    def _unlike(self, wanted: str, found: int) -> str:
        return tr(
            "il a {wanted} passages, et à sa place dans « {file} » il y en a {found} (les deux tables vont ensemble, "
            "dans le même ordre)",
            wanted=wanted,
            found=found,
            file=self.name,
        )

    def left(self) -> str | None:
        """Return the article's name of the first span that no article took, None where all were taken."""
        return self._next[0] or "" if self._next is not None else None


def _rows(
    stack: ExitStack, source: Source, columns: tuple[str, ...], asked: Asked
) -> Iterator[tuple[int, Row | InputError]]:
    """Yield each row by its columns, with the line it begins on; a guard is taken off where the table is for people."""
    separator = _separator(source.head(), columns)
    if separator is None:  # a person said that it is one
        raise InputError(tr("les guillemets ou les cellules n’y sont pas comme il faut"))
    for_people = separator == ";"
    file = stack.enter_context(opened(source, encoding_of(source, asked.encoding)))
    for n, (line, row) in enumerate(rows_of(file, separator)):
        if not n:
            continue
        if isinstance(row, InputError):
            yield line, row
        elif len(row) != len(columns):
            wrong = tr("elle a {found} cellules au lieu de {wanted}", found=len(row), wanted=len(columns))
            yield line, InputError(wrong)
        elif any("\0" in cell for cell in row):
            yield line, InputError(tr("un caractère nul s’y trouve"))
        else:
            cells = [cell.removeprefix(GUARD) for cell in row] if for_people else row
            yield line, dict(zip(columns, cells, strict=True))


def _article(row: Row, spans: list[dict[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {name: said for name, said in row.items() if said and name not in _ANEW}
    data["title"] = row["title"]  # an empty one is the title, too
    for name in ("meta", "annotators"):
        if name in data:
            data[name] = parse_object(data[name])
    if "assisted" in data:
        data["assisted"] = {"true": True, "false": False}.get(data["assisted"], data["assisted"])
    extra = parse_object(data.pop("extra", "{}"))
    return {**extra, **data, "spans": spans}


def _span(row: Row) -> dict[str, Any]:
    """Return a span as our JSONL has it. Raises ValueError for a number that is none, InputError."""
    said: dict[str, Any] = {
        _RENAMED.get(name, name): cell for name, cell in row.items() if cell and name not in _BESIDE
    }
    attributes = parse_object(said.pop("attributes", "{}"))
    said["start"], said["end"] = int(row["start"]), int(row["end"])
    if "score" in said:
        said["score"] = float(said["score"].replace(",", "."))
    if "was" in said:
        said["was"] = parse_object(said["was"])
    if BETWEEN in said.get("value", ""):
        said["value"] = said["value"].split(BETWEEN)
    return {**attributes, **said}


READER = Reader("depeche-csv", lambda: tr("CSV de Dépêche"), _recognises, _read)
