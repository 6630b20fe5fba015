"""Text that was decoded wrongly before somebody saved it (« Ã© » for « é »), and what it was before that."""

from __future__ import annotations

from depeche.messages import tr


def repaired(text: str) -> str | None:
    """Return `text` as it was before a wrong decoding; None where there is nothing to repair, or no sure way to do it.

    Only the decoding is undone (ftfy's `fix_encoding`): apostrophes, ligatures, blanks and accents stay as they are. A
    repair that would lose a character, or leave some of the damage in, is none.
    """
    if text.isascii():
        return None
    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import is_bad

    better = fix_encoding(text, TextFixerConfig(explain=False, replace_lossy_sequences=False))
    if better == text or "\0" in better or is_bad(better):
        return None
    return better


def mended(text: str, repair: bool) -> tuple[str, str]:
    """Return the text of an article and a half sentence to tell of it: repaired, or what could be; else empty."""
    better = repaired(text)
    if better is None:
        return text, ""
    if repair:
        return better, tr("caractères réparés")
    return text, tr("des caractères semblent abîmés par un mauvais décodage")
