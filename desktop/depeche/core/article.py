"""What an article is: a text frozen at import, and what is known about it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How far one annotator has come with one article."""

    TODO = "todo"
    STARTED = "started"
    DONE = "done"
    FLAGGED = "flagged"
    SKIPPED = "skipped"


FURTHEST = (State.DONE, State.FLAGGED, State.STARTED, State.SKIPPED, State.TODO)
"""In which state an article is that several people have read: the first of these that one of them put it in."""


class DateOrigin(StrEnum):
    """Where an article's publication date comes from; it is never silently guessed."""

    GIVEN = "given"
    INFERRED = "inferred"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """A text to annotate.

    `text` is exactly what was decoded, less a byte order mark, and never changes after import: every offset in Dépêche
    is a code point into it. `date` is the publication date (an ISO day `2025-07-13`, month `2025-07` or year `2025`),
    `None` where nothing is known. `name` is the identifier the article came with (the `id` of a JSONL line), unique in
    its project; `key` is Dépêche's own UUID; `number` counts from 1 in order of import (0 before it is stored).
    `meta` is what the source said about the article, `extra` the fields of a JSONL line that Dépêche does not know.
    `unmasked` are stretches that look like boilerplate and that a person took for text.
    """

    text: str
    title: str = ""
    name: str = ""
    date: str | None = None
    date_origin: DateOrigin = DateOrigin.UNKNOWN
    source: str | None = None
    url: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict, hash=False)
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    unmasked: tuple[tuple[int, int], ...] = ()
    key: str = ""
    number: int = 0

    @property
    def text_hash(self) -> str:
        """SHA-256 of the UTF-8 text, in hexadecimal: the same text has the same hash on every machine."""
        return text_hash(self.text)


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of a list of articles: no text, so that 100,000 of them are cheap. `state` is that of one annotator."""

    key: str
    number: int
    title: str
    name: str
    date: str | None
    date_origin: DateOrigin
    source: str | None
    length: int
    state: State


def text_hash(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, in hexadecimal. Raises `UnicodeEncodeError` on a lone surrogate."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
