"""Exports and imports hold no more in memory for more articles; all forms and 10,000 articles: `make formats`."""

from __future__ import annotations

import pytest

from depeche.export.form import Format
from tests.bench import formats

pytestmark = pytest.mark.bench
STREAMED = (Format.JSONL, Format.DOCCANO, Format.LABEL_STUDIO, Format.BRAT, Format.CSV, Format.W3C, Format.IRAMUTEQ)
ROOM = 25_000_000
"""Bytes by which two runs of the same may differ."""


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path):
    peaks: dict[tuple[str, Format], int] = {}
    for number in (300, 1_500):
        place = tmp_path / str(number)
        place.mkdir()
        for way, format_, cost in formats.measure(number, STREAMED, place):
            print(f"{number:6} {way:3} {format_.value:14} {number / cost.seconds:8.0f}/s {cost.peak / 1e6:6.0f} MB")
            assert cost.peak < peaks.get((way, format_), cost.peak) + ROOM
            peaks[way, format_] = cost.peak
