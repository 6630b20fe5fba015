"""The sentences of a text, and where two texts have the same ones. Knows no language model, and texts only.

Two sentences are the same when they differ in nothing but case, accents, blanks and typography: no-break blanks,
apostrophes, dashes, quotation marks, what ends them. Texts are never changed: places are mapped back.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FEWEST = 6
"""Words from which on a sentence says something of its own: « Source : agence » stands everywhere."""

_CLOSING = "\"'’”»)]"
# What an end begins with comes first and alone, and not after another of its kind: so a search jumps from one to the
# next, and ten thousand dots or blanks in a row are looked at once each.
_END = re.compile(
    r"[.!?…\s](?:"
    rf"(?P<stop>(?<=[.!?…])(?<![.!?…]{{2}})[.!?…]*(?:[ \u00a0\u202f]?[{re.escape(_CLOSING)}])*)"
    r"(?=\s+[^\s\Wa-zà-ÿ_]|\s+[«“\"'(\[—–-]|\s*$)"
    r"|(?<=[\r\n\u2028\u2029])(?<!\s\s)\s*"
    r"|(?<=\s)(?<!\s\s)\s*[\r\n\u2028\u2029]\s*)"
)
_SHORTENED = re.compile(
    r"(?:^|[\s('’«\"])(?:MM?|Mme|Mmes|Mlle|Mgr|Me|Dr|Pr|St|Ste|Gal|Col|Cdt|Cne|Lt|av|art|env|cf|ex|etc|no|vol|p|"
    r"janv|févr|avr|juil|sept|oct|nov|déc|[A-ZÀ-Ý](?:\.-?[A-ZÀ-Ý])*)\Z"
)
_WORD = re.compile(r"[^\W_]+")
_EDGE = ".!?…,;:-*•·\"'"
_SAME = str.maketrans(
    dict.fromkeys("«»“”„‟‹›″", '"')
    | dict.fromkeys("’‘‚‛ʼ′`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"}
)
_DIGEST = 63  # bits: as many as a database keeps in a whole number that may not be negative


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points in its text (end exclusive, no blanks at the edge), its words, what it says as a number.

    `digest` is the same for sentences that are the same, on every machine; it lies between 0 and 2^63 - 1.
    """

    start: int
    end: int
    words: int
    digest: int

    @property
    def counts(self) -> bool:
        """Whether it is long enough to be known again."""
        return self.words >= FEWEST


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text in order; lines are never one sentence, and neither are « M. » and what follows.

    Takes time linear in the text. Any string will do.
    """
    return [_sentence(text, start, end) for start, end in _stretches(text)]


def known_by(text: str) -> dict[int, int]:
    """Return the sentences of a text that count: the words of each by its digest. Half the work of `sentences`."""
    found: dict[int, int] = {}
    for start, end in _stretches(text):
        words = len(_WORD.findall(text, start, end))
        if words >= FEWEST:
            found[_digest(text[start:end])] = words
    return found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        stops = match["stop"] is not None
        if stops and text[match.start()] == "." and _is_shortened(text, match.start()):
            continue
        end = match.end() if stops else match.start()
        yield from _trimmed(text, start, end)
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _is_shortened(text: str, dot: int) -> bool:
    return _SHORTENED.search(text[max(0, dot - 12) : dot]) is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _sentence(text: str, start: int, end: int) -> Sentence:
    return Sentence(start, end, len(_WORD.findall(text, start, end)), _digest(text[start:end]))


def _digest(words: str) -> int:
    said = words.translate(_BARE).strip(_EDGE)
    digest = hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _DIGEST)


class _Bare(dict[int, str]):
    """What of a character is compared: nothing of a blank or an accent, all quotation marks the same."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isspace() or unicodedata.category(char) in ("Cf", "Cc"):
            said = ""
        else:
            parts = unicodedata.normalize("NFKD", char.translate(_SAME)).casefold()
            parts = unicodedata.normalize("NFKD", parts.translate(_SAME))
            said = "".join(part for part in parts if not unicodedata.combining(part) and not part.isspace())
        self[code] = said
        return said


_BARE = _Bare()


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences that follow one another alike in two texts: the stretch in the one and in the other."""

    start: int
    end: int
    other_start: int
    other_end: int


def runs(text: str, other: str, said: Sequence[Sentence] = (), also: Sequence[Sentence] = ()) -> list[Run]:
    """Return where the sentences of `text` stand in `other`, as long as possible, in the order of `text`.

    `said`, `also`: the sentences of both, where they are known. A run has at least one sentence that counts; short
    ones next to it belong to it. Of a sentence that stands several times in `other` the place that goes on longest,
    then the first, is taken.
    """
    said, also = said or sentences(text), also or sentences(other)
    places: dict[int, list[int]] = {}
    for at, one in enumerate(also):
        if one.counts:
            places.setdefault(one.digest, []).append(at)
    found, at = [], 0
    while at < len(said):
        here = places.get(said[at].digest, []) if said[at].counts else []
        best = max(((_length(said, at, also, there), -there) for there in here[:_MOST]), default=None)
        if best is None:
            at += 1
            continue
        length, there = best[0], -best[1]
        first = at
        while there > 0 and first > 0 and not said[first - 1].counts and _alike(said[first - 1], also[there - 1]):
            first, there, length = first - 1, there - 1, length + 1
        last, end = said[first + length - 1], also[there + length - 1]
        found.append(Run(said[first].start, last.end, also[there].start, end.end))
        at = first + length
    return found


_MOST = 20
"""Places at which one sentence is looked for in a text that says it again and again."""


def _length(said: Sequence[Sentence], at: int, also: Sequence[Sentence], there: int) -> int:
    length = 0
    while at + length < len(said) and there + length < len(also) and _alike(said[at + length], also[there + length]):
        length += 1
    return length


def _alike(one: Sentence, other: Sentence) -> bool:
    return one.digest == other.digest and one.words == other.words


class Mapping:
    """Takes stretches of one text to another in which the same sentences stand."""

    def __init__(self, text: str, other: str, run: Run) -> None:
        self._run = run
        self._said, self._places = _signs(text, run.start, run.end)
        self._also, self._others = _signs(other, run.other_start, run.other_end)
        self._shift = self._also.find(self._said) if self._said else -1
        self._back = 0
        if self._shift < 0 and self._also:
            self._shift, self._back = 0, self._said.find(self._also)
        self._ends = [end for _, end in self._places]

    def take(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a stretch of the run stands in the other text, None where that can't be told.

        It can't where it begins or ends within a character of several signs, or where the other text leaves out what
        it begins or ends with.
        """
        if self._back < 0 or not self._run.start <= start < end <= self._run.end:
            return None
        first = bisect_right(self._ends, start)
        last = bisect_right(self._ends, end) - 1
        if last < first or self._places[first][0] != start or self._places[last][1] != end:
            return None
        shift = self._shift - self._back
        if first + shift < 0 or last + shift >= len(self._others):
            return None
        return self._others[first + shift][0], self._others[last + shift][1]


def _signs(text: str, start: int, end: int) -> tuple[str, list[tuple[int, int]]]:
    """Return what of a stretch is compared, and for each of its signs the characters it comes from.

    An accent apart from its letter, or a soft hyphen, belongs to the sign before it.
    """
    said: list[str] = []
    places: list[tuple[int, int]] = []
    for at in range(start, end):
        signs = _BARE[ord(text[at])]
        if not signs and places and unicodedata.category(text[at]) in ("Mn", "Me", "Cf"):
            places[-1] = (places[-1][0], at + 1)
        said.append(signs)
        places += [(at, at + 1)] * len(signs)
    return "".join(said), places
