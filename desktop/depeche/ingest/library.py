"""A library at work on somebody's file: what it raises there is one sentence, and what it would log isn't written."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from depeche.core.progress import Cancelled
from depeche.errors import InputError

_QUIET = "feedparser", "htmldate", "justext", "pypdf", "readability", "trafilatura", "warcio"
"""Their warnings quote the file, and no log may hold an article's text."""


@contextmanager
def library(said: str) -> Iterator[None]:
    """Run a block that hands a file's bytes to a library. Raises InputError(`said`) for whatever that raises.

    Parsers meet damaged files with errors of any kind, from KeyError to AssertionError: there is no list of them.
    """
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    except (InputError, MemoryError, Cancelled):
        raise
    except Exception as error:
        logging.getLogger(__name__).info("%s in a library that read a file", type(error).__name__)
        raise InputError(said) from error
