"""The days that a date's value may mean, as numbers that can be compared. Reads what our values are written in: EDTF.

EDTF is ISO 8601-2:2019; of it are read days, months, years, seasons (21 to 24), unspecified digits (`198X`, `2025-XX`),
qualifiers (`~ ? %`, which change nothing here), clock times (which are dropped) and intervals, open ones too.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_POINT = re.compile(r"(\d{2}[\dX]{2}|\d[X]{3})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?", re.ASCII)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def days(value: str) -> tuple[int, int] | None:
    """Return the first and last day that an EDTF value allows, as proleptic ordinals; None for what isn't read.

    « 2025-07 » is any day of that July; an interval reaches from the first day of its beginning to the last of its end.
    """
    bare = re.sub(r"[~?%]", "", value.strip())
    first, slash, last = bare.partition("/")
    if not slash:
        return _point(bare)
    begins = (_FIRST, _FIRST) if first in ("", "..") else _point(first)
    ends = (_LAST, _LAST) if last in ("", "..") else _point(last)
    if begins is None or ends is None or begins[0] > ends[1]:
        return None
    return begins[0], ends[1]


def _point(text: str) -> tuple[int, int] | None:
    match = _POINT.fullmatch(text.partition("T")[0])
    if match is None:
        return None
    low, high = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
    if low < 1:
        return None
    if match[2] is None or match[2] == "XX":
        return date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal()
    month = int(match[2])
    if month in _SEASONS:
        first, last = _SEASONS[month]
        end = high + (last < first)
        if end > date.max.year:
            return None
        return date(low, first, 1).toordinal(), date(end, last, monthrange(end, last)[1]).toordinal()
    if not 1 <= month <= 12:
        return None
    least = most = match[3]
    if least is None or least == "XX":
        least, most = "1", str(monthrange(high, month)[1])
    try:
        return date(low, month, int(least)).toordinal(), date(high, month, int(str(most))).toordinal()
    except ValueError:  # a 31st of June
        return None
