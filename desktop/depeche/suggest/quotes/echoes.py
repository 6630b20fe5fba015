"""Quotes that answer one another in an article: a headline's words are said in the body. Knows no verb and no name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from depeche.suggest.quotes.attribution import SURE, Attribution
from depeche.suggest.quotes.pairing import Pair
from depeche.suggest.quotes.reading import Reading
from depeche.suggest.quotes.stretches import paragraphs

SAID = 0.5
"""Words less surely said than this are not suggested."""

Judged = tuple[Pair, Attribution, float]
"""A quoted stretch, what is known of its speaker, and how sure it is that somebody said it."""

_MOST = 60
"""In how many quotes of an article echoes are sought: a headline comes first."""
_WORDS = re.compile(r"[^\W\d_]+")
_HEADLINE = 200
"""How many characters a line of the heading has at most."""
_HEADLINES = 3
_WEIGHTY = 4
_ALIKE = 0.6
"""Which part of a headline's words of weight must stand in a quote of the body."""
_MAIN = 0.45
_ECHO = 0.8


class Echoes:
    """Finds, for quotes that show no speaker, the quote elsewhere in the article that does."""

    def __init__(self, reading: Reading, judged: Sequence[Judged]) -> None:
        self._reading = reading
        self._judged = judged
        self._texts = [_plain(reading.text[p.inner_start : p.inner_end]) for p, _, _ in judged[:_MOST]]

    def repeated(self) -> dict[int, int]:
        """Return, for a short quote nobody is seen to say, the number of the quote elsewhere that holds the same words.

        Words that the reporter uses without marks as well are a name of something, not an echo.
        """
        texts, judged = self._texts, self._judged[:_MOST]
        sources = [n for n, (_, _, score) in enumerate(judged) if score >= SAID]
        short = [n for n, (p, a, _) in enumerate(judged) if not a.how and len(texts[n]) > 4 and p.end - p.start < 120]
        told = f" {_plain(self._reading.told)} " if short else ""
        found: dict[int, int] = {}
        for n in short:
            match = next((m for m in sources if m != n and f" {texts[n]} " in f" {texts[m]} "), None)
            if match is not None and f" {texts[n]} " not in told:
                found[n] = match
        return found

    def headlines(self) -> None:
        """Propose, for a quote of the heading without a speaker, who says something like it, else who speaks most."""
        lines = [(a, b) for a, b in paragraphs(self._reading.text)[:_HEADLINES] if b - a < _HEADLINE]
        heading = lines[-1][1] if lines and lines[0][0] == 0 else 0
        for n, (pair, attribution, score) in enumerate(self._judged[:_MOST]):
            if pair.start >= heading:
                return
            line = next((b for a, b in lines if a <= pair.start < b), None)
            if line is None or score < SAID or attribution.nameless or _speaker(attribution):
                continue
            if line != lines[0][1] and self._reading.text[line - 1] == ".":
                continue  # the first sentence of the body
            self._head(n, attribution)

    def _head(self, n: int, attribution: Attribution) -> None:
        words = {w[:6] for w in self._texts[n].split() if len(w) >= _WEIGHTY}
        best, most = None, _ALIKE
        speakers: Counter[str] = Counter()
        for m, (_, other, score) in enumerate(self._judged[:_MOST]):
            name = _speaker(other)
            if m == n or name is None or score < SAID:
                continue
            speakers[name] += 1
            shared = len(words & {w[:6] for w in self._texts[m].split()}) / max(1, len(words))
            if shared >= most:
                best, most = name, shared + 0.01
        if best is not None:
            attribution.add(best, _ECHO, f"propos semblables de {best} dans l’article")
        elif speakers and attribution.how in ("", "deux-points"):
            attribution.add(speakers.most_common(1)[0][0], _MAIN, "auteur de la plupart des citations")
        attribution.rank()


def _speaker(attribution: Attribution) -> str | None:
    ranked = attribution.speakers
    return ranked[0].name if ranked and ranked[0].score > SURE else None


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))
