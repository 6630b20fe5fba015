"""An export tried without writing anything: how the first record will look, and what the format can't hold."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, cast

from depeche.core.progress import Report, silent
from depeche.core.record import Record
from depeche.export.choice import EVERYTHING, Choice
from depeche.export.form import Form, Format, Parting, Plan
from depeche.export.outgoing import Outgoing
from depeche.export.pseudonyms import Whom
from depeche.export.receipt import Receipt
from depeche.store.project import Project

KEPT = 4000
"""Bytes of a file that are kept to be shown."""
FILES = 3
"""The first files of an export that are kept so far; of all others the names."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What an export would be: `preview` shows its first record, "" where nothing goes out; `files` are its names.

    `receipt` is the one that it would have, but for the files' SHA-256; `losses.statement` says it in words.
    """

    preview: str
    receipt: Receipt
    files: tuple[str, ...]


def trial(
    project: Project,
    format_: Format,
    report: Report = silent,
    *,
    choice: Choice = EVERYTHING,
    parting: Parting | None = None,
    pseudonyms: Whom | None = None,
) -> Trial:
    """Go through the whole export without writing it. `Cancelled` out of `report` ends it; nothing is left over.

    Without `parting` the articles of train, dev and test are those of an export without it, which a spaCy project
    doesn't know: there it must be given. Raises what the export itself would.
    """
    with Outgoing(project, format_, report, choice=choice, parting=parting, pseudonyms=pseudonyms, spills=False) as out:
        desk = Desk()
        out.write(desk)
        shown = preview_of(out.form, out.first, out.plan) if out.first else ""
        return Trial(shown, out.receipt, tuple(desk.names))


def preview(
    project: Project,
    format_: Format,
    report: Report = silent,
    *,
    choice: Choice = EVERYTHING,
    pseudonyms: Whom | None = None,
) -> str:
    """Return how the first record will look, "" where nothing goes out; looks no further than that record.

    `Cancelled` out of `report` ends it: to other names every record is asked, and a choice may find its first one late.
    """
    with Outgoing(project, format_, report, choice=choice, parting=None, pseudonyms=pseudonyms, spills=False) as out:
        first = next(islice(out.records(), 1), None)
        return preview_of(out.form, first, out.plan) if first else ""


def preview_of(form: Form, one: Record, plan: Plan) -> str:
    """Return how a record will look in a form: by the form's own word, else as the text files that have words of it.

    Where no file is text, its words and a line a span.
    """
    if form.shown is not None:
        return form.shown(one, plan)
    desk = Desk()
    form.write(iter((one,)), desk, Receipt(form.format.value, spills=False), plan)
    words = max(one.article.text[:200].split(), key=len, default="")
    texts = [head.decode("utf-8", "ignore") for head in desk.kept.values() if head and b"\0" not in head]
    marked = [one.article.text[mark.start : mark.end] for mark in one.marks[:1]]
    found = [text for text in texts if any(some in text for some in (words, *marked))]
    spans = (f"{mark.start}-{mark.end}\t{mark.label}\t{one.article.text[mark.start : mark.end]}" for mark in one.marks)
    return "\n".join(found) if found else "\n".join([one.article.text[:KEPT], *spans])


class Desk:
    """Takes files as a shelf does, and keeps the beginning of the first ones."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.kept: dict[str, bytes] = {}

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """Give a binary file to write that is kept only so far."""
        taker = _Taker(KEPT if len(self.names) < FILES else 0)
        self.names.append(name)
        yield cast(BinaryIO, taker)
        if taker.most:
            self.kept[name] = bytes(taker.head)


class _Taker(io.RawIOBase):
    """A file that counts what is written and keeps its beginning; it can't go back."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        self.head = bytearray()
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        taken = memoryview(data).cast("B")  # type: ignore[arg-type]
        self.head += taken[: max(0, self.most - self._at)]
        self._at += len(taken)
        return len(taken)

    def tell(self) -> int:
        return self._at
