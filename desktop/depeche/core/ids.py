"""Keys for everything that may travel to another machine."""

from __future__ import annotations

import os
import time


def new_key() -> str:
    """Return a UUID of version 7 (RFC 9562, section 5.7) in its usual form with hyphens.

    Its first 48 bits are the time in milliseconds, so that rows made together lie together in an index; order is never
    read from it.
    """
    random = bytearray(os.urandom(10))
    random[0] = (random[0] & 0x0F) | 0x70
    random[2] = (random[2] & 0x3F) | 0x80
    milliseconds = time.time_ns() // 1_000_000 & 0xFFFF_FFFF_FFFF
    said = (milliseconds.to_bytes(6, "big") + random).hex()
    return f"{said[:8]}-{said[8:12]}-{said[12:16]}-{said[16:20]}-{said[20:]}"
