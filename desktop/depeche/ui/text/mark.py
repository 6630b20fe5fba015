"""What the article view is told to draw: plain values, decided elsewhere."""

from __future__ import annotations

from typing import Literal, NamedTuple

MarkState = Literal["span", "suggestion", "masked"]


class Mark(NamedTuple):
    """A stretch of the article to draw; `start` and `end` are code points, end exclusive.

    `label` chooses colour and pattern, `name` is printed small below the beginning. A `band` is drawn as a wash over
    the whole line, so that what lies inside stays to be seen. `note` is the tool tip, plain text. `key` is what signals
    give back. `doubtful` adds a question mark to the name.
    """

    start: int
    end: int
    label: str
    name: str
    state: MarkState = "span"
    note: str = ""
    key: str = ""
    doubtful: bool = False
    band: bool = False
