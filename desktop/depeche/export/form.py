"""What a form of export is: how it is called, what it is given, and the function that writes it.

A form is a module with a `FORM`; `forms.py` lists them. Its `write` takes every record once, in order, and holds no
more than one in memory where the format allows it. It counts in the receipt what it wrote (`count`), and says there of
every span that is moved, cut or left out why (`lose`), and how many values, kinds, speakers it has no place for
(`lessen`). The same function on a shelf that keeps nothing tells beforehand what would be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, Protocol

from depeche.core.article import Article
from depeche.core.record import Record
from depeche.core.scheme import Scheme
from depeche.export.receipt import Receipt
from depeche.export.split import BY_TEXT, by_story, part_of


class Format(StrEnum):
    """What an export can be written as."""

    JSONL = "jsonl"
    SPACY = "spacy"
    SPACY_PROJECT = "spacy-project"
    SPACY_JSONL = "spacy-jsonl"
    PRODIGY = "prodigy"
    DOCCANO = "doccano"
    LABEL_STUDIO = "label-studio"
    BRAT = "brat"
    CONLL = "conll"
    W3C = "w3c"
    IRAMUTEQ = "iramuteq"
    HUGGINGFACE = "huggingface"
    XMI = "xmi"
    CSV = "csv"
    CSV_RAW = "csv-raw"
    XLSX = "xlsx"


class Parts(Protocol):
    """Which article, by its key, is on which side, how many stories there are, what copy crosses (`train.parting`)."""

    @property
    def sides(self) -> Mapping[str, str]: ...
    @property
    def groups(self) -> int: ...
    def crossing(self, keys: Iterable[str]) -> tuple[float, float]: ...


class Parting(Protocol):
    """What gives articles their sides; they are taken once. Those of `kept`, by key, stay where they are."""

    def __call__(self, articles: Iterable[Article], kept: Mapping[str, str] | None = None) -> Parts: ...


class Files(Protocol):
    """Where files are written: `folder.Shelf`, or something that only looks at what would be. Names may hold `/`."""

    def file(self, name: str) -> AbstractContextManager[BinaryIO]: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """What a form knows besides the records. `parts` are the sides of the project's articles, if a door had them made.

    The receipt counts the articles of each side by itself, and says what copy crosses. `about` is what a card says of
    the data set in a person's own words (Markdown).
    """

    scheme: Scheme
    parts: Parts | None = None
    about: str = ""

    def side(self, article: Article) -> str:
        """Return `train`, `dev` or `test`: the side of the article's story, else that of its text."""
        known = self.parts.sides.get(article.key) if self.parts else None
        return str(known) if known else part_of(article.text_hash)

    def split_by(self, written: Iterable[str]) -> str:
        """Return in words how the written articles (keys) were split."""
        return by_story(self.parts.groups, *self.parts.crossing(written)) if self.parts else BY_TEXT


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export.

    `title` says in words for a person what it is and who reads it. `gold`: it is to train on, so that of each article
    only what its furthest annotator holds true is given to it, and finished articles unless asked otherwise; else it
    gets every mark of everybody. `sided`: it writes train, dev and test apart. `shown` returns how the first record
    will look, as text, where its files aren't text themselves. `own`: files that it always writes, looked at before the
    work begins: nothing that isn't an earlier export's is ever replaced. `tells_help`: its files say of each article
    whether it was annotated with suggestions in sight.
    """

    format: Format
    title: Callable[[], str]
    write: Callable[[Iterable[Record], Files, Receipt, Plan], None]
    gold: bool = False
    sided: bool = False
    shown: Callable[[Record, Plan], str] | None = None
    own: tuple[str, ...] = ()
    tells_help: bool = False
