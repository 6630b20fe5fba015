"""How long a test waits for what must happen: far longer than a slow and busy machine needs.

Who waits goes on as soon as it has happened, so that only a failure takes this long.
"""

from __future__ import annotations

PATIENCE = 120.0
"""Seconds."""
IN_QT = round(PATIENCE * 1000)
"""The same in milliseconds, as Qt counts."""
