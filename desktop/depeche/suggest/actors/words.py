"""An article as a row of words, folded for look-up. Knows letters and gaps, no names.

Every word keeps its code points in the text as it is; only its *fold* (no accents, no case, no ligatures) is compared
with the gazetteers, so that `Etats-Unis`, `ÉTATS-UNIS` and decomposed letters are found without touching the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = "\u0300-\u036f"
_WORD = re.compile(rf"(?:[A-ZÀ-Þ]\.){{2,}}|[^\W_](?:[^\W_]+|[{_MARKS}]|(?<=[^\W_][cC])['\u2019](?=h))*\+{{0,2}}")
_ADJECTIVE = re.compile(
    r"(?:al|ale|aux|ales|ique|iques|ien|ienne|iens|iennes|ais|aise|aises|ois|oise|aire|aires|if|ive|ives|iste|istes|ain|aine|"
    r"ains|aines|eur|eure|eures|cier|elle|elles|el|els|civils?|civiles?|iere|ieres|iers|able|ables|uelle|uel|ée|olique|que|anne|an|ane|ite|ites|yen|enne|otte|icole|icoles)$"
)
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2212")
_APOSTROPHES = frozenset("'\u2019\u02bc\u2018\u00b4`")
_QUOTES = frozenset('«»"“”„‹›')

SOFT = frozenset((" ", "-", "'", "&"))
"""The links that a name may run across."""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return `word` in lower case without accents, ligatures and the dots of an acronym."""
    bare = unicodedata.normalize("NFD", word.lower().translate(_LIGATURES))
    return "".join(c for c in bare if not unicodedata.combining(c) and c not in ".+") or word


@lru_cache(maxsize=4096)
def link(gap: str) -> str:
    """Return one character for what stands between two words.

    `" "` blanks, `"-"` a hyphen, `"'"` an apostrophe, `"&"`, `","`, `"\\n"` a new line, `"."` the end of a sentence,
    `'"'` a quotation mark, `"("`, `")"`, `":"`, `"/"`, and `";"` for anything else.
    """
    if "\n" in gap or "\r" in gap or "\u2028" in gap or "\u2029" in gap:
        return "\n"
    core = gap.strip()
    if not core:
        return " " if gap else ";"
    if core in _HYPHENS:
        return "-" if core == gap else ";"
    if core in _APOSTROPHES:
        return "'"
    for char in core:
        if char in ".!?…":
            return "."
        if char in _QUOTES:
            return '"'
    return core[-1] if core[-1] in "(:/" else core[0] if core[0] in ",&)" else ";"


def looks_adjective(word: str) -> bool:
    """Tell whether a folded French word ends like an adjective: `mondiale`, `politique`, `bancaire`."""
    return len(word) > 4 and _ADJECTIVE.search(word) is not None


class Words:
    """The words of one text, as parallel lists: `raw`, `fold`, `start`, `end`, and `link`, what stands before each.

    `capital[i]` tells whether word i begins with a capital, `opens[i]` whether it may open a sentence, so that its
    capital says nothing. `len(words)` is their number. `link` has one entry more: what follows the last word.
    """

    __slots__ = ("capital", "end", "fold", "link", "opens", "raw", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.raw: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.link: list[str] = []
        last = 0
        for match in _WORD.finditer(text):
            start, end = match.span()
            self.raw.append(match.group())
            self.start.append(start)
            self.end.append(end)
            self.link.append(link(text[last:start]) if last else "\n")
            last = end
        self.link.append("\n")
        self.fold = [fold(word) for word in self.raw]
        self.capital = [word[0].isupper() for word in self.raw]
        self.opens = [between in '.\n:";/(' for between in self.link[:-1]]

    def __len__(self) -> int:
        return len(self.raw)

    def surface(self, first: int, last: int) -> str:
        """Return the text from word `first` up to but without word `last`."""
        return self.text[self.start[first] : self.end[last - 1]]

    def at(self, index: int) -> str:
        """Return the fold of a word, or nothing outside the text."""
        return self.fold[index] if 0 <= index < len(self.fold) else ""

    def joined(self, index: int, links: frozenset[str] = SOFT) -> bool:
        """Tell whether word `index` exists and only one of `links` parts it from the word before."""
        return 0 < index < len(self.fold) and self.link[index] in links

    def is_capital(self, index: int) -> bool:
        """Tell whether word `index` exists and begins with a capital."""
        return 0 <= index < len(self.fold) and self.capital[index]

    def is_acronym(self, index: int) -> bool:
        """Tell whether word `index` is two to seven capitals (figures may follow: `M23`, `G7`)."""
        if not 0 <= index < len(self.fold):
            return False
        word = self.raw[index].replace(".", "")
        return 2 <= len(word) <= 7 and word.isupper() and word[0].isalpha()
