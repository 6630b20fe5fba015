"""What looks like an actor and is none: treaties, cases in court, channels one speaks on, camps `anti-X`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from depeche.suggest.actors.mark import Mark
from depeche.suggest.actors.words import Words

_BLANK = frozenset(" ")
_BLANKS = frozenset((" ", "'"))
_TREATIES = frozenset("traite accord projet loi directive reglement convention protocole".split())
_THE = frozenset(("la", "le", "l", "les"))
_GUESSED = frozenset(("nom repris du texte", "sigle", "nom anglais d'organisation"))
_BROADCASTERS = ("televisi", "radio", "chaine", "agence")


def treaties(words: Words, marks: Iterable[Mark]) -> frozenset[str]:
    """Return the acronyms that the text calls a treaty or a law: « l'accord ACTA », « la ratification d'ACTA »."""
    return frozenset(
        words.raw[mark.first]
        for mark in marks
        if mark.reason == "sigle" and mark.last - mark.first == 1 and _is_treaty(words, mark.first)
    )


def _is_treaty(words: Words, index: int) -> bool:
    if words.joined(index, _BLANK) and words.at(index - 1) in _TREATIES:
        return True
    at = index - 1
    if words.at(at) in _THE and words.joined(index, _BLANKS):
        at -= 1
    if words.at(at) not in ("de", "d", "du") or not words.joined(at + 1, _BLANKS) or not words.joined(at, _BLANK):
        return False
    return words.at(at - 1) in ("ratification", "rejet", "signature") and not words.capital[at - 1]


def likely(words: Words, marks: list[Mark], media: frozenset[str]) -> Iterator[Mark]:
    """Yield the marks that stand for an actor; `media` holds the reasons by which a mark is a channel or a paper."""
    laws = treaties(words, marks)
    starts = {mark.first: mark for mark in marks if mark.kind}
    for mark in marks:
        before = words.at(mark.first - 1)
        if words.link[mark.first] == "-" and before in ("anti", "pro"):
            continue
        if before == "v" and words.raw[mark.first - 1] == "v":
            continue  # « Brown v. Board of Education »
        if mark.reason == "sigle" and words.raw[mark.first] in laws:
            continue
        if mark.reason in media and _is_spoken_on(words, mark.first):
            continue
        if _is_numbered(words, mark):
            continue
        if _is_title(words, mark, starts.get(mark.last)):
            continue
        yield mark


def _is_spoken_on(words: Words, first: int) -> bool:
    """Tell whether « sur la » stands before the channel at `first`."""
    at = first - 1
    if words.at(at) in _THE and words.joined(first, _BLANKS):
        at -= 1
    return words.at(at) == "sur" and words.joined(at + 1, _BLANKS)


def _is_title(words: Words, mark: Mark, after: Mark | None) -> bool:
    """Tell whether a mark only says what the name behind it is: « sénateurs républicains Jane Roe et John Doe »."""
    if after is None or not words.joined(mark.last, _BLANK) or not words.capital[mark.last]:
        return False
    if mark.reason == "groupe + adjectif de nation":
        return after.kind == "PER"
    named = mark.reason == "institution + adjectif de pays" and after.kind == "ORG"
    return named and words.fold[mark.first].startswith(_BROADCASTERS)


def _is_numbered(words: Words, mark: Mark) -> bool:
    """Tell whether a number behind a name makes it an evening or a model: « regarder Zarator 206 »."""
    if mark.kind != "ORG" or mark.reason not in _GUESSED or not words.joined(mark.last, _BLANK):
        return False
    number = words.raw[mark.last]
    counted = words.joined(mark.last + 1, _BLANK) and words.at(mark.last + 1).endswith(("s", "x"))
    return number.isdigit() and len(number) in (2, 3) and not counted and not _is_share(words, mark.last)


def _is_share(words: Words, index: int) -> bool:
    return words.text[words.end[index] : words.end[index] + 2].strip(" \u00a0\u202f,.")[:1] in tuple("%€$0123456789")
