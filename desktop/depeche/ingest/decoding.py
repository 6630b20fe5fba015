"""Bytes to text. French is what is expected: a guess that gives no French letters isn't taken, for it would be kept."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

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
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a]")
_LETTERS = "àâäæçéèêëîïôöœùûü"
_FRENCH = frozenset(_LETTERS + _LETTERS.upper() + "ÿŸ«»“”‘’…–—€°·\u00a0\u202f")
_WESTERN = _FRENCH | frozenset("áãåíìñóòõøúßÁÅÍÑÓØÚ")
"""With the letters of names from the neighbours: São Paulo, El Niño."""
_WANTED = 0.8
"""Which share of what isn't ASCII must be French: names may be from anywhere."""
_GUESSES = frozenset({"windows-1252", "cp1252", "iso-8859-1", "iso-8859-15", "iso8859-15", "macroman", "mac-roman"})
_CANDIDATES = "cp1252", "mac-roman"
_OFFERED = "utf-8", "cp1252", "iso8859-15", "mac-roman", "cp850", "cp1250", "cp1251", "cp1256"
"""What is offered where the guess was wrong, the likeliest in France first."""
_WIDE = "utf-16-le", "utf-16-be"
"""What is offered for bytes with zeros among them."""
_NO_FILE = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"})
"""Encodings that Python knows and no text file is in."""
_SAMPLE = 200
_BEFORE = 60
"""How many characters of a sample stand before the first that isn't ASCII, where that one comes late."""


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding in which a file may be. `how`: what says so: `bom`, `utf-8` (strict, so sure), `guessed`, or `other`.

    `other` are those that nothing speaks for but that they give text too. `sample` is the beginning of that text, from
    where it first differs from ASCII.
    """

    encoding: str
    how: str
    sample: str


def guesses(data: bytes) -> list[Guess]:
    """Return the encodings in which `data`, a file's bytes or its first ones, is text: first the one that is taken.

    A character cut at the end is passed over. Empty where it is no text in any of them.
    """
    data = _whole(data)
    found = []
    try:
        text, encoding = decode(data)
        marked = any(data.startswith(bom) for bom, _ in _BOMS)
        found.append(Guess(encoding, "bom" if marked else "utf-8" if encoding == "utf-8" else "guessed", _sample(text)))
        if marked:
            return found
    except InputError:
        pass
    for encoding in _WIDE if b"\0" in data else _OFFERED:
        if encoding not in [guess.encoding for guess in found]:
            try:
                found.append(Guess(encoding, "other", _sample(decode(data, encoding)[0])))
            except InputError:
                continue
    return found


def decode(data: bytes, encoding: str | None = None, before: int = 0) -> tuple[str, str]:
    """Return the text and its encoding: by byte order mark, as strict UTF-8, else the one in which it is French.

    UTF-16 and UTF-32 without a mark are left to chardet, and so is what is Western without looking French. Raises
    InputError where the bytes aren't text, are damaged UTF-8, or in an encoding that can't be told. With an
    `encoding`, by a name that Python knows, it is that one or an InputError. `before`: how many bytes of their file
    stand before these.
    """
    if encoding is not None:
        return _as_asked(data, encoding)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return checked(data[len(bom) :].decode(encoding)), encoding
            except UnicodeDecodeError:
                raise InputError(tr("ce n’est pas du texte ({encoding} mal formé)", encoding=encoding)) from None
    if b"\0" in data:
        return _wide(data)
    try:
        return checked(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        if _was_utf8(data):
            raise InputError(tr("UTF-8 abîmé, octet n° {rank}", rank=before + error.start + 1)) from None
    return _of_one_byte(data)


def known_encoding(asked: str) -> str:
    """Return Python's own name for an encoding of text files; raises InputError where there is none of that name."""
    try:
        name = codecs.lookup(asked).name
        "".encode(name)  # a LookupError for what turns bytes into bytes, as base64
    except (LookupError, ValueError):
        name = ""
    if not name or name in _NO_FILE:
        raise InputError(tr("l’encodage « {encoding} » n’est pas connu", encoding=asked[:40]))
    return name.removesuffix("-sig")


def _as_asked(data: bytes, asked: str) -> tuple[str, str]:
    """Read what a person said the encoding is; a byte order mark that says otherwise is believed more."""
    name = known_encoding(asked)
    marked = next(((bom, of) for bom, of in _BOMS if data.startswith(bom)), None)
    if marked is not None:
        bom, of = marked
        if not of.startswith(name):
            raise InputError(tr("il commence par la marque de {of}, non de {name}", of=of, name=name))
        data, name = data[len(bom) :], of
    elif name in ("utf-16", "utf-32"):
        name += "-le"
    wrong = InputError(tr("ce n’est pas du texte en {encoding}", encoding=name))
    try:
        text = data.decode(name)
    except UnicodeError:
        raise wrong from None
    if name.startswith("iso8859") and any("\x80" <= char <= "\x9f" for char in text):
        raise wrong  # all bytes are something there, but these are no text: cp1252 has its quotation marks there
    return checked(text), name


def _whole(data: bytes) -> bytes:
    """Return the bytes without a character of Unicode that is cut at their end."""
    if b"\0" in data:
        return data[: len(data) // 4 * 4] if len(data) % 2 else data
    for back in range(1, min(4, len(data)) + 1):
        lead = data[-back]
        if lead >= 0xC0:
            size = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
            head = data[:-back]
            return head if back < size and is_utf8(head) else data
        if lead < 0x80:
            break
    return data


def is_utf8(data: bytes) -> bool:
    """Tell whether bytes are strict UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _sample(text: str) -> str:
    first = next((n for n, char in enumerate(text) if char > "\x7f"), 0)
    start = 0 if first < _SAMPLE - _BEFORE else first - _BEFORE
    return text[start : start + _SAMPLE]


def _wide(data: bytes) -> tuple[str, str]:
    """Read UTF-16 or UTF-32 without a byte order mark."""
    guess = (chardet.detect(data)["encoding"] or "").lower()
    if not guess.startswith(("utf-16", "utf-32")):
        raise InputError(tr("ce n’est pas du texte"))
    try:
        return checked(data.decode(guess)), guess
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
                return checked(text), encoding
    guess = (chardet.detect(data)["encoding"] or "").lower()
    if guess in _GUESSES:
        try:
            return checked(data.decode(guess)), guess
        except UnicodeDecodeError:
            pass
    raise InputError(tr("son encodage n’est pas reconnu ; enregistrez-le en UTF-8"))


def french(text: str) -> float:
    """Return which share of a text's characters beyond ASCII are those of French, 0 where few letters are ASCII."""
    return _share(text, _FRENCH)


def _share(text: str, letters: frozenset[str]) -> float:
    """Return which share of what isn't ASCII is among `letters`.

    None where few letters are ASCII, as in Cyrillic read as CP1252. A capital right after a small letter doesn't count:
    read as CP1252, a closing guillemet of Mac Roman is « È ».
    """
    strange = [n for n, char in enumerate(text) if char > "\x7f"]
    if not strange:
        return 1.0
    good = sum(1 for n in strange if text[n] in letters and not (n and text[n].isupper() and text[n - 1].islower()))
    plain = sum(1 for char in text if char.isascii() and char.isalpha())
    accented = sum(1 for n in strange if text[n].isalpha())
    return good / len(strange) if accented <= 2 * plain else 0.0


def checked(text: str) -> str:
    """Return `text`; raises InputError for what no text has: NUL, many control characters, halves of characters."""
    if "\0" in text:
        raise InputError(tr("un caractère nul s’y trouve : ce n’est pas du texte"))
    if len(_CONTROL.findall(text)) > 8 + len(text) // 200:
        raise InputError(tr("ce n’est pas du texte"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(tr("un caractère y est coupé en deux (demi-codet isolé)")) from None
    return text
