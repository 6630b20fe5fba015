"""Regular expressions that take seconds to compile, kept compiled in a file. Knows the inside of `re`; no spaCy, no Qt.

spaCy's French tokenizer has one pattern of 1.4 million characters, compiled in Python at each start: 2.2 s. What comes
of it is 200,000 numbers, which the engine takes in 0.03 s. They are the same numbers, hence the same tokens.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import zlib
from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

LONG = 100_000
"""Characters from which on a pattern is kept: below, compiling takes less than a tenth of a second."""

_insides: Any = getattr(re, "_compiler", None)
_Compile = Callable[..., "re.Pattern[Any]"]


def keep(shipped: Sequence[Path], own: Path | None) -> Callable[[], None]:
    """Take long patterns from these folders from now on, and put those found in none into `own`; returns what ends it.

    A file that is damaged or of another Python is as none. Where `re` looks different inside, nothing is changed.
    """
    if not all(hasattr(_insides, name) for name in ("compile", "_code", "_parser", "_sre")):
        return lambda: None
    before: _Compile = _insides.compile
    folders = [*shipped, *([own] if own else [])]

    def compile_(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        if not isinstance(pattern, str) or len(pattern) < LONG:
            return before(pattern, flags)
        name = _name(pattern, flags)
        for folder in folders:
            kept = _read(folder / name, pattern)
            if kept is not None:
                return kept
        content, made = _make(pattern, flags)
        if own is not None and content:
            _write(own / name, content)
        return made

    def end() -> None:
        if _insides.compile is compile_:
            _insides.compile = before

    _insides.compile = compile_
    return end


def _name(pattern: str, flags: int) -> str:
    """Return the name of a pattern's file: what is compiled, and by which Python."""
    what = hashlib.sha256(f"{int(flags)}\n{pattern}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
    version = "".join(str(part) for part in sys.version_info[:3])
    return f"{what}-{version}-{_insides._sre.MAGIC}-{_insides._sre.CODESIZE}{sys.byteorder[0]}.re"


def _make(pattern: str, flags: int) -> tuple[bytes, re.Pattern[Any]]:
    """Return a pattern compiled, and the content of its file; none for one with groups, which none of ours has."""
    tree = _insides._parser.parse(pattern, flags)
    code = _insides._code(tree, flags)
    state = tree.state
    if state.groupdict or state.groups != 1:
        index: list[str | None] = [None] * state.groups
        for word, number in state.groupdict.items():
            index[number] = word
        made = _insides._sre.compile(
            pattern, flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(index)
        )
        return b"", made
    content = zlib.compress(array("I", [flags | state.flags, *code]).tobytes(), 9)
    return content, _insides._sre.compile(pattern, flags | state.flags, code, 0, {}, (None,))


def _read(path: Path, pattern: str) -> re.Pattern[Any] | None:
    try:
        numbers = array("I")
        numbers.frombytes(zlib.decompress(path.read_bytes()))
        made: re.Pattern[Any] = _insides._sre.compile(pattern, numbers[0], numbers[1:].tolist(), 0, {}, (None,))
    except (OSError, zlib.error, ValueError, IndexError, RuntimeError):  # `re` checks the numbers before using them
        return None
    return made


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):  # a folder that can't be written costs the seconds again, no more
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
