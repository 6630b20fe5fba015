"""Feasts that name a day: « Noël 2024 », « avant Pâques »."""

from __future__ import annotations

from dataclasses import replace

from depeche.suggest.dates.days import Read, aim_of_name, year, year_of
from depeche.suggest.dates.moments import Aim, Feast, Period
from depeche.suggest.dates.tokens import Tokens
from depeche.suggest.dates.words import FEASTS


def feast(t: Tokens, i: int) -> Read:
    """Read a feast that names a day: « Noël 2024 », « avant Noël », « jour de l'An »."""
    for keys, (month, number) in FEASTS.items():
        at = feast_end(t, i, keys)
        if at is None:
            continue
        named = year(t, at) or (year(t, at + 1) if t.key(at) == "de" else None)
        if named:
            return Feast(month, number, named[0]), named[1]
        if len(keys) == 1 and (t.key(i - 1) not in {"à", "avant", "apres", "ici", "dès", "depuis", "pour", "la"}):
            return None
        if len(keys) == 1 and t.capital(at):
            return None  # « pour Noël Mamère »
        return feast_aim(t, at, Feast(month, number))
    return None


def feast_end(t: Tokens, i: int, keys: tuple[str, ...]) -> int | None:
    """Return the token after the name `keys` of a feast, None where another name stands."""
    at = i
    for key in keys:
        at += t.key(at) in {"-", "'"} and at > i
        if t.key(at) != key:
            return None
        at += 1
    return at


def feast_aim(t: Tokens, at: int, found: Feast) -> tuple[Feast, int]:
    """Read which year's feast it is: « dernier », « de cette année »."""
    aim, after = aim_of_name(t, at)
    inner = year_of(t, at) if aim is None else None
    if inner and isinstance(inner[0], Period):
        return replace(found, aim={-1: Aim.LAST, 0: Aim.THIS, 1: Aim.NEXT}[inner[0].step]), inner[1]
    return replace(found, aim=aim), after
