"""Capitals and seats that stand for a power where they speak (« a répliqué Moscou »). Knows no verb and no quote."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PLACED = re.compile(
    r"(?:^|[\s(])(?:à|au|aux|en|de|du|des|d['’]|dans|vers|depuis|pour|sur|sous|chez|contre|avec|près|hors|entre|"
    r"via|et de|et d['’]|où|[^\W\d_]+-)\s?$",
    re.IGNORECASE,
)
_SPEAKING = re.compile(r"(?:aux yeux d(?:e\s|['’])|-on(?:\s[^\W\d_]+){0,2}\sà\s|(?:^|[.\n]\s?)Pour\s)$")
"""« aux yeux de Paris », « fait-on valoir à Bruxelles », « Pour Washington, »: places that speak all the same."""
_NAMED = re.compile(r"[^\W\d_][\w’'-]*[ \u00a0]$")
_DATELINE = re.compile(r"\s*(?:[(–—:]|,\s*(?:le\s)?\d|-\s)|[ \u00a0]?[-–][\w]")


@dataclass(frozen=True, slots=True)
class Power:
    """A capital or seat from `start` to `end`, and the `state` it stands for."""

    start: int
    end: int
    state: str


class Powers:
    """The capitals of the states' table and the seats of the seats' table of one folder.

    Raises OSError where a table cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._names, self._pattern = _load(folder)
        self._nations = _nations(folder)

    def nation(self, adjective: str) -> str | None:
        """Return the state of a lower case adjective in the singular (« russe »), None where it is none."""
        return self._nations.get(adjective)

    def is_feminine(self, adjective: str) -> bool:
        """Tell whether an adjective of nation is feminine by its ending (« russe » is not)."""
        return adjective.endswith(("aine", "aise", "oise", "ienne", "éenne", "nde", "que"))

    def find(self, text: str) -> Iterator[Power]:
        """Yield the names in `text` that no preposition makes a place and that are no part of a longer name."""
        for match in self._pattern.finditer(text):
            before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 8]
            if (_PLACED.search(before) and not _SPEAKING.search(before)) or _DATELINE.match(after):
                continue
            word = _NAMED.search(before)
            inside = word is not None and word.group()[0].isupper() and word.group()[1:2].islower()
            opens = word is not None and before[: word.start()].rstrip()[-1:] in "" + ".!?:\n"
            if (inside and not opens) or (after[:1] in " \u00a0" and after[1:2].isupper()):
                continue  # « Paul Madrid », « Paris Match »
            yield Power(match.start(), match.end(), self._names[match.group()])


@cache
def _load(folder: Path) -> tuple[dict[str, str], re.Pattern[str]]:
    states: dict[str, str] = {}
    for row in _rows(folder / "states.tsv"):
        states |= {name: row["name"] for name in (row["capitals"] or "").split("|") if name and name != row["name"]}
    states |= {row["name"]: row["power"] for row in _rows(folder / "seats.tsv")}
    names = "|".join(re.escape(name) for name in sorted(states, key=len, reverse=True))
    return states, re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")


@cache
def _nations(folder: Path) -> dict[str, str]:
    rows = [(row["name"], f"{row['m']}|{row['f']}") for row in _rows(folder / "states.tsv")]
    return {form: name for name, forms in rows for form in forms.split("|") if form}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
