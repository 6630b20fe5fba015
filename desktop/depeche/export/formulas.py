"""Cells that a spreadsheet would run: `=1+1`, `@SUM(A1)`, `+cmd|…`. Source: OWASP, CSV Injection."""

from __future__ import annotations

from depeche.core.own_tables import GUARD

_BEGINNINGS = frozenset("=+-@\t\r\n＝＋－＠")
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060"


def is_risky(cell: str) -> bool:
    """Tell whether a spreadsheet might take a cell for a formula, also one that hides behind blanks."""
    return cell[:1] in _BEGINNINGS or _first_seen(cell) in _BEGINNINGS


def guarded(cell: str) -> str:
    """Return the cell with an apostrophe before it where it is risky, or begins with an apostrophe itself.

    So a cell that begins with one has one too many, without exception: taking it off gives the cell as it was.
    """
    return GUARD + cell if cell.startswith(GUARD) or is_risky(cell) else cell


def _first_seen(cell: str) -> str:
    for character in cell:
        if not character.isspace() and character not in _UNSEEN:
            return character
    return "\0"
