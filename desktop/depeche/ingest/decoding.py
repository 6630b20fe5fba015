"""Bytes to text. French is what is expected: a guess that gives no French letters isn't taken, for it would be kept."""

from __future__ import annotations

import codecs
import re

import chardet

from depeche.errors import InputError
from depeche.messages import tr

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LETTERS = "àâäæçéèêëîïôöœùûü"
_FRENCH = frozenset(_LETTERS + _LETTERS.upper() + "ÿŸ«»“”‘’…–—€°·\u00a0\u202f")
_WESTERN = _FRENCH | frozenset("áãåíìñóòõøúßÁÅÍÑÓØÚ")
"""With the letters of names from the neighbours: São Paulo, El Niño."""
_WANTED = 0.8
"""Which share of what isn't ASCII must be French: names may be from anywhere."""
_GUESSES = frozenset({"windows-1252", "cp1252", "iso-8859-1", "iso-8859-15", "iso8859-15", "macroman", "mac-roman"})
_CANDIDATES = "cp1252", "mac-roman"


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and its encoding: by byte order mark, as strict UTF-8, else the one in which it is French.

    UTF-16 and UTF-32 without a mark are left to chardet, and so is what is Western without looking French. Raises
    InputError where the bytes aren't text, are damaged UTF-8, or in an encoding that can't be told.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return _checked(data[len(bom) :].decode(encoding)), encoding
            except UnicodeDecodeError:
                raise InputError(tr("ce n’est pas du texte ({encoding} mal formé)", encoding=encoding)) from None
    if b"\0" in data:
        return _wide(data)
    try:
        return _checked(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        if _was_utf8(data):
            raise InputError(tr("UTF-8 abîmé, octet n° {rank}", rank=error.start + 1)) from None
    return _of_one_byte(data)


def _wide(data: bytes) -> tuple[str, str]:
    """Read UTF-16 or UTF-32 without a byte order mark."""
    guess = (chardet.detect(data)["encoding"] or "").lower()
    if not guess.startswith(("utf-16", "utf-32")):
        raise InputError(tr("ce n’est pas du texte"))
    try:
        return _checked(data.decode(guess)), guess
    except UnicodeDecodeError:
        raise InputError(tr("ce n’est pas du texte")) from None


def _was_utf8(data: bytes) -> bool:
    """Tell whether most of what isn't ASCII is UTF-8 of French characters, two of them at least.

    Other characters are no sign: « é » and a closing guillemet with its blank are a Chinese character's three bytes.
    """
    found = [one for one in _SEQUENCE.findall(data) if one.decode("utf-8", "replace") in _FRENCH]
    strange = sum(1 for byte in data if byte > 127)
    return len(found) >= 2 and 2 * sum(map(len, found)) > strange


def _of_one_byte(data: bytes) -> tuple[str, str]:
    """Read CP1252 or Mac Roman, whichever makes the text French; else what chardet takes for Western."""
    for letters in (_FRENCH, _WESTERN):
        for encoding in _CANDIDATES:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if _share(text, letters) >= _WANTED:
                return _checked(text), encoding
    guess = (chardet.detect(data)["encoding"] or "").lower()
    if guess in _GUESSES:
        try:
            return _checked(data.decode(guess)), guess
        except UnicodeDecodeError:
            pass
    raise InputError(tr("son encodage n’est pas reconnu ; enregistrez-le en UTF-8"))


def _share(text: str, letters: frozenset[str]) -> float:
    """Return which share of what isn't ASCII is among `letters`.

    None where few letters are ASCII, as in Cyrillic read as CP1252. A capital right after a small letter doesn't count:
    read as CP1252, a closing guillemet of Mac Roman is « È ».
    """
    strange = [n for n, char in enumerate(text) if char > "\x7f"]
    good = sum(1 for n in strange if text[n] in letters and not (n and text[n].isupper() and text[n - 1].islower()))
    plain = sum(1 for char in text if char.isascii() and char.isalpha())
    accented = sum(1 for n in strange if text[n].isalpha())
    return good / len(strange) if accented <= 2 * plain else 0.0


def _checked(text: str) -> str:
    if "\0" in text:
        raise InputError(tr("un caractère nul s’y trouve : ce n’est pas du texte"))
    controls = sum(1 for char in text if char < " " and char not in "\t\n\r\f\v\x1c\x1d\x1e\x1f\x1b")
    if controls > 8 + len(text) // 200:
        raise InputError(tr("ce n’est pas du texte"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(tr("un caractère y est coupé en deux (demi-codet isolé)")) from None
    return text
