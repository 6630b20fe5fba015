"""An article as the reporter tells it: quoted words masked, sentences and tokens. Knows no name and no verb."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from depeche.suggest.quotes.pairing import Pair
from depeche.suggest.quotes.stretches import ends_abbreviated, paragraphs

MASK = "\x01"
"""Stands for every character between and including two quotation marks."""

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_CLITIC = r"(?:t[-‑])?(?:ils?|elles?|on|je|nous)\b"
_TOKEN = re.compile(
    rf"{MASK}+|[-‑–]{_CLITIC}|(?:{_LETTER})+(?:[-‑](?!{_CLITIC})(?:{_LETTER})+)*['’]?|\d[\w.,]*\w|\d|[^\s\w]"
)
_END = re.compile(rf"[.!?…]+(?=\s*$|\s+[^\sa-zà-öø-ÿ,;:])|{MASK}(?=\s+[^\W\d_a-zà-öø-ÿ{MASK}]|\s+{MASK})")
_UNQUOTED = re.compile(r"[^\W_]")
_PARAGRAPH = 20_000
_LONGEST = 1500
"""The most characters of a sentence, quoted words apart: keeps the search for a speaker in proportion to the text."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign of the reporter's; `word` is lower case, composed, with straight apostrophes and hyphens."""

    word: str
    start: int
    end: int


class Reading:
    """What is needed of an article's text to find who speaks; tokens are made only where they are asked for."""

    def __init__(self, text: str, pairs: Sequence[Pair]) -> None:
        self.text = text
        self.pairs = pairs
        self._pair_starts = [p.start for p in pairs]
        self.told = self._mask()
        self.sentences = self._sentences()
        self._sentence_starts = [a for a, _ in self.sentences]
        self._tokens: dict[int, list[Token]] = {}
        self._quoted: dict[int, bool] = {}

    def _mask(self) -> str:
        parts, at = [], 0
        for p in self.pairs:
            parts += [self.text[at : p.start], MASK * (p.end - p.start)]
            at = p.end
        return "".join([*parts, self.text[at:]])

    def _sentences(self) -> list[tuple[int, int]]:
        found = []
        for a, b in paragraphs(self.told):
            start = a
            for end in _END.finditer(self.told, a, b):
                if end.group() == MASK:
                    pair = self.pair_at(end.start())
                    if pair is None or pair.end != end.end():
                        continue
                    if self.text[max(a, pair.inner_end - 4) : pair.inner_end].rstrip()[-1:] not in ".!?…":
                        continue
                elif ends_abbreviated(self.told, start, end.end()):
                    continue
                if end.end() > start:
                    found += self._cut(start, end.end())
                    start = end.end()
            if self.told[start:b].strip():
                found += self._cut(start, b)
        return found

    def _cut(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return a sentence whole, or in pieces where it is longer than any: a list, a table, a text without stops."""
        found = []
        if end - start - self.told.count(MASK, start, end) <= _LONGEST:
            return [(start, end)]  # long quoted words make no long sentence
        while end - start > _LONGEST:
            at = self.told.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            at = at if at > start else start + _LONGEST
            if self.told[at] == MASK and (pair := self.pair_at(at)):
                at = min(end, pair.end)
            found.append((start, at))
            start = at
        return [*found, (start, end)] if start < end else found

    def pair_at(self, offset: int) -> Pair | None:
        """Return the quoted stretch that holds `offset`."""
        i = bisect_right(self._pair_starts, offset) - 1
        return self.pairs[i] if i >= 0 and self.pairs[i].end > offset else None

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence at `offset`, of the one before where `offset` lies between two."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def is_quoted(self, sentence: int) -> bool:
        """Tell whether a sentence is nothing but quoted words and signs."""
        if sentence not in self._quoted:
            self._quoted[sentence] = _UNQUOTED.search(self.told, *self.sentences[sentence]) is None
        return self._quoted[sentence]

    def holds_quote(self, sentence: int) -> bool:
        """Tell whether quoted words stand in a sentence."""
        return self.told.find(MASK, *self.sentences[sentence]) >= 0

    def same_paragraph(self, a: int, b: int) -> bool:
        """Tell whether no line ends between two offsets, quoted words apart; those far off are never."""
        return b - a < _PARAGRAPH and not any(self.told.find(sign, a, b) >= 0 for sign in "\n\r\u2028\u2029")

    def tokens(self, sentence: int) -> list[Token]:
        """Return the tokens of a sentence."""
        if sentence not in self._tokens:
            self._tokens[sentence] = tokenise(self.told, *self.sentences[sentence])
        return self._tokens[sentence]


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the words and signs of `text` between two offsets."""
    return [Token(_form(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def _form(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower().replace("’", "'").replace("‑", "-")
