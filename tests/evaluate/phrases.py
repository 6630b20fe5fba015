"""Other projects' own test phrases: how many are found, how many values are right. They tell nothing of precision.

They are made for assistants: « jeudi » is the coming Thursday there, the past one in news, so that spans are counted
apart from values, and the value that we hold ready as another reading apart from the first one. A phrase is found
exactly where the borders agree but for function words and punctuation, which some suites put inside; the suites in
`_WHOLE` are whole strings and tell nothing of borders. Of the values only what both sides express is compared: the day
of a moment, the bounds of a figure. A stretch open on one side isn't asked for, as our guide leaves « après » out of
the date. What has no counterpart here (clock times, durations, repetitions, ordinals) comes without a label and isn't
asked for. Texts in which a suite expects nothing at all are counted apart, but not those that test one part of a
project (`component`), which leave unmarked what another part finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depeche.core.span import overlap
from depeche.core.suggestion import Suggestion
from tests.evaluate.own import lines
from tests.evaluate.values import bounds, closed, same_amount, same_days

_LEAD = re.compile(
    r"(?:(?:le|la|les|du|des|de|en|au|aux|à|dans|pour|pendant|durant|depuis|dès|vers|sur|avant|après|ce|cette|cet|ces|un|"
    r"une|plus|moins|environ|exactement|approximativement|une durée|et|d'ici)\s+|[ld]['’]\s*|[-+,;:.!?\s]+)",
    re.I,
)
_TAIL = re.compile(r"[\s,;:.!?]+$")


_WHOLE = frozenset(("duckling", "rustling", "nemo_itn"))
_PART = re.compile(r"(?!Merged)\w+(?:Extractor|Parser)")


@dataclass(slots=True)
class Recall:
    """What was found of the phrases of one label. `false` of `quiet` texts had something where nothing was expected.

    `whole`: the phrases say nothing of borders. `reading_right` counts the values that are right in one of the
    readings, the first one among them.
    """

    whole: bool = False

    expected: int = 0
    exact: int = 0
    met: int = 0
    value_of: int = 0
    value_right: int = 0
    reading_right: int = 0
    quiet: int = 0
    false: int = 0


def suites(data: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Return the suites that are in the folder, by name."""
    for file in sorted(data.glob("phrases_*_fr.jsonl")):
        yield file.stem.removeprefix("phrases_").removesuffix("_fr"), list(lines(file))


def recall(
    suite: Sequence[dict[str, Any]], propose: Callable[[str, str | None], Sequence[Suggestion]], name: str = ""
) -> dict[str, Recall]:
    """Count the suite of that name, label by label. `propose` gets a text and its day of reference."""
    labels = {str(one["label"]) for phrase in suite for one in phrase["expected"] if one["label"]}
    found = {label: Recall(whole=name in _WHOLE) for label in sorted(labels)}
    for phrase in suite:
        text, moment = phrase["text"], phrase["reference_date"]
        proposed = propose(text, moment[:10] if moment else None)
        for label, counts in found.items():
            mine = [one for one in proposed if one.label == label]
            if not phrase["expected"] and not _PART.fullmatch(phrase.get("component", "")):
                counts.quiet += 1
                whole = phrase.get("not_one_number")  # its parts may be numbers
                counts.false += any(not whole or one.end - one.start == len(text) for one in mine)
            for one in phrase["expected"]:
                if one["label"] == label:
                    _count(counts, phrase, one, mine)
    return found


def _count(counts: Recall, phrase: dict[str, Any], expected: dict[str, Any], mine: Sequence[Suggestion]) -> None:
    place = Place(expected["start"], expected["end"])
    counts.expected += 1
    best = max(mine, key=lambda one: overlap(one, place), default=None)
    if best is None or not overlap(best, place):
        return
    counts.met += 1
    counts.exact += _bare(phrase["text"], best.start, best.end) == _bare(phrase["text"], place.start, place.end)
    if right := _values(phrase, expected):
        same = same_days if expected["label"] == "DATE" else same_amount
        counts.value_of += 1
        readings = [one for one in (best.value, *best.attrs.get("readings", ())) if isinstance(one, str)]
        fits = [any(same(reading, one) for one in right) for reading in readings]
        counts.value_right += isinstance(best.value, str) and fits[0]
        counts.reading_right += any(fits)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase lies in its text."""

    start: int
    end: int


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the borders without function words before and punctuation around."""
    while (lead := _LEAD.match(text, start, end)) and lead.end() < end:
        start = lead.end()
    tail = _TAIL.search(text, start, end)
    return start, tail.start() if tail else end


def _values(phrase: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """Return the values that are right as far as both sides can express them; none where nothing can be asked."""
    given = expected["value"] if isinstance(expected["value"], list) else [expected["value"]]
    if expected["label"] == "FIGURE":
        return [one for one in given if one and bounds(one)]
    dates = (one if phrase.get("end_included") else closed(one) for one in given if one)
    return [re.sub(r"T[\d:]+", "", one) for one in dates if one and re.match(r"\d{4}", one)]
