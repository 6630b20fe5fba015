"""Where the words of a quote begin whose opening mark is missing. Knows lines and sentences, no speaker.

« Nous partirons demain », a dit X., with the first mark left out: the words run from the beginning of the line, of the
sentence, or from behind a colon, as far back as nothing shows that the reporter speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from depeche.suggest.quotes.marks import MARK, Mark
from depeche.suggest.quotes.stretches import sentence_end, turn_of

_PERSON = re.compile(
    r"\b(?:je|moi|nous|notre|nos|mon|ma|mes|vous|votre|vos|tu|toi|ton|tes|[jtm]['’][^\W\d_]+)\b", re.IGNORECASE
)
"""Words of somebody who speaks of himself or to somebody, as the reporter does not."""
_WORD = re.compile(r"[^\W\d_]+")
_COLON = re.compile(r"\s?:\s+(?=\S)")
_ENDS = re.compile(r"[^\S\n\r]*(?:[.!?…)]|$|[\n\r])")
_VERB = re.compile(r"[^\S\n\r]*,\s+(?:[sl]['’])?([^\W\d_]{3,})\s")
_PAST = re.compile(r"\b(?:a|ont|avait|avaient|est|sont)\s(?:[^\W\d_]+ment\s)?[^\W\d_]+(?:[éiu]|it|is)e?s?\b")
"""A verb of a sentence that tells what happened."""
_TURN = 80
_NEAR = 40
_FEWEST = 3
_LINE = 600
_LINES = 4
_SENTENCES = 12


def beginning(
    text: str, mark: Mark, floor: int, lines: Sequence[tuple[int, int]], line: int, verbs: Set[str]
) -> int | None:
    """Return where the words begin that the closing `mark` ends, None where that cannot be told.

    `floor` is the end of the quote or of the lone mark before, `line` the number of the mark's line in `lines`.
    """
    taken = _is_taken(text, mark.end, verbs)
    near = text[max(0, mark.start - 4) : mark.start].rstrip()
    ended = near.endswith((".", "!", "?", "…")) or _ENDS.match(text, mark.end) is not None
    start = lines[line][0]
    announced = _announced(text, max(floor, start), mark.start, verbs)
    if announced is not None and (taken or ended or sentence_end(text, announced, mark.start) is None):
        return announced
    if not taken and not ended:
        return None
    sentences = list(_sentences(text, max(floor, start), mark.start))
    if floor > start:
        sentences = sentences[1:]  # what follows a quote is the reporter's
    if not sentences:
        return None
    begin = _back(text, sentences[-_SENTENCES:], mark.start, taken, verbs)
    if begin is None:
        return None
    if begin == sentences[0] and floor <= start:
        begin = _lines_before(text, begin, mark.start, floor, lines[max(0, line - _LINES) : line], verbs)
    few = len(_WORD.findall(text, begin, mark.start)) < _FEWEST
    return None if few and not (taken and begin == start) else begin


def _is_taken(text: str, at: int, verbs: Set[str]) -> bool:
    """Tell whether the reporter takes the word right at an offset: « , a dit X », « , signale x.com »."""
    turn = turn_of(text, at, at + _TURN, verbs)
    verb = _VERB.match(text, at)
    return (turn is not None and not text[at:turn].strip()) or (verb is not None and verb.group(1) in verbs)


def _announced(text: str, start: int, end: int, verbs: Set[str]) -> int | None:
    """Return where the words begin after a colon with a verb of speech before it: « X a dit : Nous partons », »"""
    colon = _COLON.search(text, start, end)
    if colon is None or len(_WORD.findall(text, colon.end(), end)) < _FEWEST:
        return None
    told = _tells(text, start, colon.start(), verbs) or _PAST.search(
        text, max(start, colon.start() - _NEAR), colon.start()
    )
    return colon.end() if told else None


def _sentences(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the sentences of a stretch begin."""
    at: int | None = start
    while at is not None and at < end:
        begin = at
        while begin < end and text[begin].isspace():
            begin += 1
        if begin < end:
            yield begin
        at = sentence_end(text, at, end)


def _back(text: str, starts: Sequence[int], end: int, taken: bool, verbs: Set[str]) -> int | None:
    """Return the earliest of the sentences at `starts` that may be the speaker's."""
    found = None
    free = not _tells(text, starts[0], end, verbs) and not _PAST.search(text, starts[0], end)
    for start in reversed(starts):
        own = _PERSON.search(text, start, end) is not None
        if _tells(text, start, end, verbs) and not own and not (taken and found is None):
            break
        if found is not None and not own and not free:
            break
        found, end = start, start
    return found


def _tells(text: str, start: int, end: int, verbs: Set[str]) -> bool:
    """Tell whether a form of a verb of speech stands between two offsets: the reporter's sentence."""
    return any(word.group().lower() in verbs for word in _WORD.finditer(text, start, end))


def _lines_before(
    text: str, begin: int, end: int, floor: int, lines: Sequence[tuple[int, int]], verbs: Set[str]
) -> int:
    """Return where the words begin with the sentences of the lines before that speak in the first or second person."""
    for a, b in reversed(lines):
        if b - a > _LINE or b <= floor:
            return begin
        starts = list(_sentences(text, max(a, floor), b))
        if a < floor:
            starts = starts[1:]
        last = b
        for start in reversed(starts):
            own = _PERSON.search(text, start, last) is not None
            if not own or _tells(text, start, last, verbs) or MARK.search(text, start, last):
                return begin
            begin, last = start, start
        if a < floor:
            return begin
    return begin
