"""The words, numbers and signs of a text, with what separates them. Knows no meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

# Every blank but the line breaks: a figure never runs over the end of a line.
_BLANK = r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
# A thousands group is set off by one blank, a dot, or a Swiss apostrophe, always by the same sign.
_GROUPED = r"\d{1,3}(?P<sep>[ \u00a0\u202f\u2009\u2007.'’])\d{3}(?:(?P=sep)\d{3})*(?!\d)(?:,\d+)?"
_TOKEN = re.compile(
    r"(?P<mask>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|[#@]\w+)"
    rf"|(?P<number>(?<![\d.,]){_GROUPED}|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*)"
    r"|(?P<quote>[«»“”„\"‹›])"
    r"|(?P<sign>[^\s\d])"
)
_LINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "−": "-", "⁄": "/", "º": "°"})


class Kind(Enum):
    """What a token is; MASK is an address, a hashtag or a handle, END lies before the first and after the last one."""

    NUMBER = auto()
    WORD = auto()
    QUOTE = auto()
    SIGN = auto()
    MASK = auto()
    END = auto()


class Gap(Enum):
    """What stands between a token and the one before it."""

    NONE = auto()
    BLANK = auto()
    LINE = auto()


class Token(NamedTuple):
    """A stretch of the text: `text` is lower case, composed, with straight apostrophes and hyphens; `upper` says that
    the text itself begins with a capital. `start` and `end` are code points into the text."""

    kind: Kind
    text: str
    start: int
    end: int
    gap: Gap
    upper: bool


_END = Token(Kind.END, "", 0, 0, Gap.LINE, False)
_KINDS = {"mask": Kind.MASK, "number": Kind.NUMBER, "word": Kind.WORD, "quote": Kind.QUOTE, "sign": Kind.SIGN}


class Tokens:
    """The tokens of a text by position; any position outside holds an END token."""

    __slots__ = ("_items", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._items: list[Token] = []
        last = 0
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            gap = Gap.NONE if start == last and self._items else Gap.BLANK
            if not self._items or (gap is Gap.BLANK and _LINE.search(text, last, start)):
                gap = Gap.LINE
            raw = match.group()
            plain = raw if raw.isascii() else unicodedata.normalize("NFC", raw).translate(_PLAIN)
            kind = _KINDS[match.lastgroup or "sign"]
            self._items.append(Token(kind, plain.lower(), start, end, gap, plain[:1].isupper()))
            last = end

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: int) -> Token:
        return self._items[index] if 0 <= index < len(self._items) else _END

    def joined(self, index: int) -> bool:
        """Tell whether token `index` touches the one before it."""
        return self[index].gap is Gap.NONE

    def follows(self, index: int) -> bool:
        """Tell whether token `index` stands on the same line as the one before it."""
        return self[index].gap is not Gap.LINE

    def opens(self, index: int) -> bool:
        """Tell whether token `index` begins a sentence, where a capital says nothing."""
        before = self[index - 1]
        return (
            not self.follows(index)
            or before.kind is Kind.QUOTE
            or before.text in {".", "!", "?", "…", ":", "-", "—", "("}
        )


class Phrases(Generic[T]):
    """Set phrases, each with what it means; the longest one that fits is found."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in meanings.items():
            words = Tokens(phrase)
            parts = tuple(words[i].text for i in range(len(words)))
            self._first.setdefault(parts[0], []).append((parts, meaning))
            self._last.setdefault(parts[-1], []).append((parts, meaning))
        for table in (self._first, self._last):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, tokens: Tokens, index: int) -> tuple[int, T] | None:
        """Return the position after the phrase that begins at `index`, and its meaning."""
        for parts, meaning in self._first.get(tokens[index].text, ()):
            if _same(tokens, index, parts):
                return index + len(parts), meaning
        return None

    def before(self, tokens: Tokens, index: int) -> tuple[int, T] | None:
        """Return the position of the phrase that ends right before `index`, and its meaning."""
        for parts, meaning in self._last.get(tokens[index - 1].text, ()):
            if _same(tokens, index - len(parts), parts):
                return index - len(parts), meaning
        return None


def _same(tokens: Tokens, start: int, parts: Iterable[str]) -> bool:
    for offset, part in enumerate(parts):
        index = start + offset
        if tokens[index].text != part or (offset and not tokens.follows(index)):
            return False
    return True
