"""Publication dates: an ISO day, month or year, nothing else."""

from __future__ import annotations

import re
from datetime import date

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def is_publication_date(text: str) -> bool:
    """Tell whether `text` is a real day `2025-07-13`, month `2025-07` or year `2025` (ISO 8601)."""
    match = _PUBLISHED.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
