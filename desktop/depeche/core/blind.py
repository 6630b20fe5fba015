"""The blind control: which articles are annotated without suggestions. Drawn by the text, the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass

from depeche.errors import UserError
from depeche.messages import tr

DEFAULT = 0.05
"""The share of a new project."""

DIGITS = 8
"""The last digits of a text's hash draw it. The first decide between train, dev and test; the two aren't to be tied."""

_ALL = "g"  # behind every hexadecimal digit


@dataclass(frozen=True, slots=True)
class Drawn:
    """How many articles a control has: `of` so many, `drawn` by the share; `begun` (`done` of them) without help."""

    of: int
    drawn: int
    begun: int
    done: int


def bound(share: float) -> str:
    """Return the hexadecimal digits below which the last digits of a text's hash must lie for the text to be drawn."""
    return f"{int(share * 16**DIGITS):0{DIGITS}x}" if share < 1 else _ALL


def is_drawn(text_hash: str, share: float) -> bool:
    """Tell whether a share (0 to 1) of all texts holds the one with this SHA-256.

    The same everywhere, for nothing is drawn by chance; a greater share holds those of a smaller one.
    """
    return text_hash[-DIGITS:] < bound(share)


def parse_share(words: str) -> float:
    """Return a share from « 0.05 », « 0,05 » or « 5 % ». Raises UserError."""
    plain = words.strip().replace(",", ".")
    percent = plain.endswith("%")
    try:
        said = float(plain.rstrip("% \u00a0\u202f")) / (100 if percent else 1)
    except ValueError:
        said = -1.0
    if not 0 <= said <= 1:
        raise UserError(
            tr("« {words} » n’est pas une part entre 0 et 1.", words=words[:40]), tr("Écrivez par exemple 0.05 ou 5 %.")
        )
    return said
