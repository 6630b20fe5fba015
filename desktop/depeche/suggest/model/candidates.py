"""Stretches of words that may be a name: what the model is asked about. Knows capitals and joints, no meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from depeche.suggest.actors.gazetteer import Gazetteer
from depeche.suggest.actors.stops import opens_sentence
from depeche.suggest.actors.words import Words, looks_adjective

_SMALL = frozenset(
    "de du des d la le l les et of and the for von van der den al el ben bin ibn da do dos di del della e".split()
)
_LINKS = frozenset((" ", "'", "-", "&"))
_LONGEST = 9
_PIECES = 4
_TAILS = 2

Stretch = tuple[int, int]
"""Words `first` up to but without `last`."""


def candidates(words: Words, free: Sequence[bool], gazetteer: Gazetteer) -> list[Stretch]:
    """Return the stretches of free words that begin with a capital and may be a name, in reading order.

    Of a run such as `Front de la Terre et Liberté` all stretches from one capital piece to another are candidates, so
    that the model may choose; a run that begins a sentence also without its first word. `free[i]` tells whether word i
    may be used. Linear in the text: a piece has no more than a dozen candidates.
    """
    found: list[Stretch] = []
    index = 0
    while index < len(words):
        if not words.capital[index] or not free[index]:
            index += 1
            continue
        pieces = _pieces(words, free, index)
        for n, piece in enumerate(pieces):
            starts = sorted({piece[0], _stripped(words, piece, gazetteer)})
            for other in pieces[n : n + _PIECES]:
                ends = [other[1], *_tails(words, free, other[1])]
                found += [(start, end) for start in starts for end in ends if start < end <= start + _LONGEST]
        index = pieces[-1][1]
    return [one for one in dict.fromkeys(found) if _is_word(words, one)]


def _pieces(words: Words, free: Sequence[bool], first: int) -> list[Stretch]:
    """Return the pieces, all capitals, of the run that begins at `first`; small words lie between them."""
    pieces: list[Stretch] = []
    start = end = first
    while True:
        end += 1
        while words.joined(end, _LINKS) and free[end] and (words.capital[end] or words.link[end] == "-"):
            end += 1
        pieces.append((start, end))
        at = end
        while at < end + 3 and words.joined(at, _LINKS) and free[at] and words.fold[at] in _SMALL:
            at += 1
        if at == end or not words.joined(at, _LINKS) or not free[at] or not words.capital[at]:
            return pieces
        start = end = at


def _stripped(words: Words, piece: Stretch, gazetteer: Gazetteer) -> int:
    """Return where a piece begins without an opening word, a title or an adjective of nation."""
    first, last = piece
    while first < last - 1:
        word = words.fold[first]
        title = word in gazetteer.functions or word in gazetteer.civilities
        if not (title or opens_sentence(words.raw[first], word) or gazetteer.adjective_at(words, first)):
            break
        first += 1
    return first


def _tails(words: Words, free: Sequence[bool], end: int) -> Iterator[int]:
    """Yield the ends that adjectives behind a piece give: `Gauche démocratique`, `Fonds monétaire international`."""
    for at in range(end, end + _TAILS):
        if not words.joined(at, frozenset(" ")) or not free[at] or words.capital[at]:
            return
        if not looks_adjective(words.fold[at]):
            return
        yield at + 1


def _is_word(words: Words, stretch: Stretch) -> bool:
    first, last = stretch
    letters = max(len(words.raw[index]) for index in range(first, last))
    if letters < 2 or not words.raw[first][0].isalpha():
        return False
    return last - first > 1 or not opens_sentence(words.raw[first], words.fold[first])
