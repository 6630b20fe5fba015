"""Names of files, one an article: safe on every system, no two alike, the same whenever the same articles go out."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
"""Characters of a name at most, without number and suffix: paths on Windows have 260 in all."""

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class FileNames:
    """Gives each article of one export the name of its file, without suffix.

    It is made of the article's own name: ASCII letters without their accents, digits, `-` and `_`. Where two would be
    the same on a system that knows no capitals, the later one gets a number.
    """

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def of(self, name: str) -> str:
        """Return the file's name for the next article."""
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        stem = _UNSAFE.sub("-", plain).strip("-")[:LONGEST].rstrip("-") or "article"
        if _RESERVED.fullmatch(stem):
            stem = f"_{stem}"
        number = self._given.get(stem.lower(), 0) + 1
        chosen = stem if number == 1 else f"{stem}-{number}"
        while number > 1 and chosen.lower() in self._given:
            number += 1
            chosen = f"{stem}-{number}"
        self._given[stem.lower()] = number
        self._given.setdefault(chosen.lower(), 1)
        return chosen
