"""A text as words, numbers and signs, each with its place. Knows no dates."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TOKEN = re.compile(
    r"\d+|[^\W\d_]+[\u0300-\u036f]*(?:[^\W\d_]+[\u0300-\u036f]*)*|\r\n?|\n|[^\s\u0300-\u036f]", re.UNICODE
)
_KEPT = {"à": "à", "dès": "dès", "là": "là", "dû": "dû", "sûr": "sûr"}
_APOSTROPHES = "'’ʼ‘´`＇"
_DASHES = "-‐‑‒–—−"


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return `word` in lower case without accents, one sign for all apostrophes and one for all dashes."""
    if word in _APOSTROPHES:
        return "'"
    if word in _DASHES:
        return "-"
    lower = unicodedata.normalize("NFC", word).casefold()
    if lower.isascii():
        return lower
    if lower in _KEPT:
        return _KEPT[lower]
    plain = unicodedata.normalize("NFKD", lower)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("œ", "oe")


class Tokens:
    """The tokens of a text: `start`, `end` (code points, end exclusive) and `key` (folded) of each.

    A line break that ends a line of running text is a token `"\\n"`; one inside a wrapped sentence is none.
    `key(i)` is `""` before the first and after the last token, so that rules need not look at borders.
    """

    __slots__ = ("end", "keys", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.start: list[int] = []
        self.end: list[int] = []
        self.keys: list[str] = []
        for match in _TOKEN.finditer(text):
            word = match.group()
            if word[0] in "\r\n":
                if self._wraps(match.end()):
                    continue
                word = "\n"
                if self.keys and self.keys[-1] == "\n":
                    continue
            self.start.append(match.start())
            self.end.append(match.end())
            self.keys.append(fold(word))

    def _wraps(self, after: int) -> bool:
        # A line that goes on in lower case was broken for width, not to end a sentence.
        following = self.text[after : after + 1]
        return following.islower() and bool(self.keys) and self.keys[-1] not in {".", "!", "?", ":", "\n"}

    def __len__(self) -> int:
        return len(self.keys)

    def key(self, i: int) -> str:
        """Return the folded token at `i`, `""` outside of the text."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def word(self, i: int) -> str:
        """Return the token at `i` as it stands in the text, `""` outside of the text."""
        return self.text[self.start[i] : self.end[i]] if 0 <= i < len(self.keys) else ""

    def touches(self, i: int) -> bool:
        """Tell whether nothing stands between the tokens `i` and `i + 1`, not even a line break."""
        return 0 <= i < len(self.keys) - 1 and self.end[i] == self.start[i + 1] and self.keys[i] != "\n"

    def capital(self, i: int) -> bool:
        """Tell whether the token at `i` begins with a capital."""
        return self.word(i)[:1].isupper()

    def opens(self, i: int) -> bool:
        """Tell whether the token at `i` begins a sentence, a line or a quotation, or stands in a line of capitals."""
        return self.key(i - 1) in {"", "\n", ".", "!", "?", ":", "…", "«", '"', "“", "-", "•", "(", "–", "_", ";"}
