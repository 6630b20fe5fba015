"""Opens files that may be anything: regular ones only, and never more of them than an article may hold."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from depeche.errors import InputError
from depeche.messages import tr

LIMIT = 16_000_000
"""Bytes of one article or one line of JSONL; beyond, it isn't an article."""


def open_file(path: Path) -> BinaryIO:
    """Open a regular file; raises InputError for a pipe or a device, OSError where it can't be read."""
    # Non-blocking, or opening a named pipe would wait for ever.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise InputError(tr("ce n’est pas un fichier ordinaire"))
    return os.fdopen(number, "rb")
