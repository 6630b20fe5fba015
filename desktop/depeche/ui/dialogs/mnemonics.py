"""Letters that, with Alt, go to a field or press a button: each once in a dialog, in any language."""

from __future__ import annotations

from collections.abc import Iterable


def with_mnemonics(words: Iterable[str], taken: str = "") -> list[str]:
    """Return words with « & » before the first letter that none before them has, nor `taken`; else as they are."""
    used, found = set(taken.casefold()), []
    for each in words:
        at = next((n for n, sign in enumerate(each) if _is_plain(sign) and sign.casefold() not in used), -1)
        if at >= 0:
            used.add(each[at].casefold())
        found.append(f"{each[:at]}&{each[at:]}" if at >= 0 else each)
    return found


def letters(words: Iterable[str]) -> str:
    """Return the letters behind the « & » of these words."""
    return "".join(each[each.index("&") + 1] for each in words if "&" in each)


def _is_plain(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()
