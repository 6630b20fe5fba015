"""Names of labels for brat, which knows ASCII letters, digits, `-` and `_` only, and the way back."""

from __future__ import annotations

import re
import unicodedata

from depeche.core.scheme import Scheme

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


class BratLabels:
    """Gives each label its name in brat: its own where that is safe, else without accents and with `_` for the rest.

    No two labels get the same. `given` is the map, label to name: the scheme's labels in their order, then others as
    they come.
    """

    def __init__(self, scheme: Scheme) -> None:
        names = [one.label for one in scheme.labels]
        safe = {name for name in names if not _UNSAFE.search(name)}
        self._taken = set(safe)
        self.given: dict[str, str] = {}
        for name in names:
            self.given[name] = name if name in safe else self._made(name)

    def of(self, label: str) -> str:
        """Return the label's name in brat."""
        if label not in self.given:
            self.given[label] = self._made(label)
        return self.given[label]

    def _made(self, label: str) -> str:
        plain = "".join(c for c in unicodedata.normalize("NFKD", label) if not unicodedata.combining(c))
        stem, n = _UNSAFE.sub("_", plain) or "_", 1
        chosen = stem
        while chosen in self._taken:
            n += 1
            chosen = f"{stem}_{n}"
        self._taken.add(chosen)
        return chosen
