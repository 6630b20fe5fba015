"""What a reader is: something that knows one kind of file by its content, and what articles there are in it.

A reader is a module in `readers/` with a `READER`; `kinds.py` lists them in the order in which they are asked. It
imports what is slow inside its functions, holds no more than one article in memory where the format allows it, and
never sees the scheme: labels come out as they stand in the file and are mapped afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from depeche.core.record import Record
from depeche.errors import InputError
from depeche.ingest.source import Source


def _go_on() -> None:
    """Nobody waits."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person settled about a file before it is read.

    `encoding`: as confirmed, None: to be found out. `repair`: undo a wrong decoding that the text went through before
    it was saved (« Ã© »). `titled`: the first line of a text is its title. `columns` says for tables which column, by
    its name, plays which part (`text`, `title`, `date`, `source`, `url`, `author`, `id`), where that isn't plain.
    `go_on` is called now and then by a reader that may take seconds; what it raises ends the reading.
    """

    encoding: str | None = None
    repair: bool = False
    titled: bool = True
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    go_on: Callable[[], None] = field(default=_go_on, compare=False, repr=False)


AS_IT_IS = Asked()


@dataclass(frozen=True, slots=True)
class Found:
    """One article, or what is wrong with it.

    `place` says where in the file it stands, as a person counts (« ligne 12 », « article 3 »); empty: it is the whole
    file. `note` is a half sentence to tell although it is taken (« lu comme cp1252 »). `named`: the article's name is
    an identifier that the file gives, of which there may be one only; else the name was made and may be changed.
    """

    record: Record | InputError
    place: str = ""
    note: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file. `name` is its name for programs, `title` gives it in words for a person.

    `recognises` tells from a file and its first bytes whether it is of this kind: by content; a suffix only settles
    what content leaves open. It raises nothing on any bytes. `read` yields what is found, in order; it raises
    InputError where the file as a whole can't be read. `members` is for what holds files (an archive): it yields these
    instead, and `read` is None.
    """

    name: str
    title: Callable[[], str]
    recognises: Callable[[Source, bytes], bool]
    read: Callable[[Source, Asked], Iterator[Found]] | None = None
    members: Callable[[Source], Iterator[Source | Found]] | None = None
