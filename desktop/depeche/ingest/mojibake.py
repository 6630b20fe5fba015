"""Text that was decoded wrongly before somebody saved it (« Ã© » for « é »), and what it was before that."""

from __future__ import annotations

import re

from depeche.ingest.decoding import french
from depeche.messages import tr

_SUSPECT = re.compile(r"[ÂÃÄÅÐÑØÙĂĆГΓ√├┬\x80-\x84\x86-\x9f]|[âãäåæ][\x80-\xbf€‚-„†-‰‹›•™ˆ˜]")
"""What first bytes of UTF-8 are where it was wrongly read as something else: one search for ftfy's many."""
_READ_AS = (
    "latin-1",
    *(f"sloppy-windows-{n}" for n in (1252, 1250, 1251, 1253, 1254, 1257)),
    "iso-8859-15",
    "iso-8859-2",
    "mac-roman",
    "cp437",
)
"""What UTF-8 is wrongly read as; « sloppy » are ftfy's, with a character for every byte."""
_FRENCH = 0.95
"""How French a text must be that was broken in parts alone."""


def repaired(text: str) -> str | None:
    """Return `text` as it was before a wrong decoding; None where there is nothing to repair, or no sure way to do it.

    Only the decoding is undone (ftfy's `fix_encoding`): apostrophes, ligatures, blanks and accents stay as they are. A
    repair that would lose a character, or leave some of the damage in, is none.
    """
    if not _SUSPECT.search(text):
        return None
    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import is_bad

    better = fix_encoding(text, TextFixerConfig(explain=False, replace_lossy_sequences=False))
    if better == text:
        return None
    # ftfy takes the first encoding that fits; of all that fit, the French one is right.
    whole = _rereadings(text)
    better = max([better, *whole], key=french)
    if "\0" in better or is_bad(better):
        return None
    in_parts = french(better) >= _FRENCH and not _SUSPECT.search(better)
    return better if better in whole or in_parts else None


def _rereadings(text: str) -> list[str]:
    """Return the texts of which `text` is, to the last character, a wrong decoding."""
    found = []
    for encoding in _READ_AS:
        try:
            found.append(text.encode(encoding).decode("utf-8"))
        except UnicodeError:
            continue
    return found


def mended(text: str, repair: bool) -> tuple[str, str]:
    """Return the text of an article and a half sentence to tell of it: repaired, or what could be; else empty."""
    better = repaired(text)
    if better is None:
        return text, ""
    if repair:
        return better, tr("caractères réparés")
    return text, tr("des caractères semblent abîmés par un mauvais décodage")
