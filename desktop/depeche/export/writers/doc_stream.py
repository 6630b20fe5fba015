"""A spaCy DocBin whose docs wait on the disk, and their words too, so that memory doesn't grow with them.

The bytes are those of spaCy's own `DocBin.to_bytes` (3.8): a zlib stream of one msgpack map, in which what each doc has
stands by kind and not by doc, all tokens first. So each kind waits in a file of its own.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from heapq import merge
from itertools import groupby
from struct import pack
from tempfile import TemporaryFile
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from spacy.tokens import Doc

ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "SPACY")
_LISTED = ("cats", "flags", "span_groups", "user_data")
_AT_ONCE = 1 << 20
_MANY = 20_000
"""Words that wait in memory."""
_RUNS = 16
"""Files of words, each in order, until they become one."""


class DocStream:
    """Docs on their way into a `.spacy` file. Use it in a `with` block; it takes its waiting files away."""

    def __init__(self) -> None:
        from srsly.msgpack import Packer

        self.count = 0
        # The one of `msgpack_dumps`, which makes a new one each time and asks every installed package for encoders.
        self._pack = Packer(use_bin_type=True).pack
        self._stack = ExitStack()
        self._strings = _Strings(self._stack)
        names = ("tokens", "spaces", "lengths", *_LISTED)
        self._parts = {name: cast(BinaryIO, self._stack.enter_context(TemporaryFile())) for name in names}  # noqa: SIM115

    def __enter__(self) -> DocStream:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(OSError):  # a full disk, of which writing has told
            self._stack.close()

    def add(self, doc: Doc) -> None:
        """Take in a doc."""
        from spacy.tokens import DocBin

        one = DocBin(attrs=ATTRIBUTES, store_user_data=True, docs=[doc])
        self._parts["tokens"].write(one.tokens[0].tobytes("C"))
        self._parts["spaces"].write(one.spaces[0].tobytes("C"))
        for name in _LISTED:
            self._parts[name].write(self._pack(getattr(one, name)[0]))
        self._parts["lengths"].write(pack("=i", len(one.tokens[0])))
        self._strings.put(one.strings)
        self.count += 1

    def write(self, file: BinaryIO) -> None:
        """Write what was taken in, as one DocBin."""
        packer = zlib.compressobj()
        for piece in self._pieces():
            file.write(packer.compress(piece))
        file.write(packer.flush())

    def _pieces(self) -> Iterator[bytes]:
        from spacy.tokens import DocBin

        empty = DocBin(attrs=ATTRIBUTES, store_user_data=True)
        head = {"version": empty.version, "attrs": empty.attrs}
        yield bytes([0x80 + len(head) + 4 + len(_LISTED)])  # a map of fewer than 16
        for name, said in head.items():
            yield self._pack(name) + self._pack(said)
        for name in ("tokens", "spaces", "lengths"):
            size = self._parts[name].tell()
            yield self._pack(name) + _bytes_head(size)
            yield from _read(self._parts[name])
        yield self._pack("strings") + _list_head(sum(1 for _ in self._strings))
        yield from map(self._pack, self._strings)
        for name in _LISTED:
            yield self._pack(name) + _list_head(self.count)
            yield from _read(self._parts[name])


class _Strings:
    """Words, each once and in order; where there are many they wait on the disk. `stack` closes what waits there."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._fresh: set[str] = set()
        self._runs: list[BinaryIO] = []

    def put(self, some: set[str]) -> None:
        """Take in words."""
        self._fresh |= some
        if len(self._fresh) < _MANY:
            return
        merged = self if len(self._runs) == _RUNS else sorted(self._fresh)
        run = cast(BinaryIO, self._stack.enter_context(TemporaryFile()))  # noqa: SIM115
        run.writelines(json.dumps(one).encode("ascii") + b"\n" for one in merged)
        if merged is self:
            for file in self._runs:
                file.close()
            self._runs.clear()
        self._runs.append(run)
        self._fresh.clear()

    def __iter__(self) -> Iterator[str]:
        runs = (_lines(file) for file in self._runs)
        return (word for word, _ in groupby(merge(*runs, sorted(self._fresh))))


def _lines(file: BinaryIO) -> Iterator[str]:
    file.seek(0)
    return map(json.loads, file)


def _read(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_AT_ONCE):
        yield piece


def _bytes_head(size: int) -> bytes:
    """Return what msgpack puts before bytes. Source: its specification, « bin format family »."""
    if size < 1 << 8:
        return b"\xc4" + pack(">B", size)
    return b"\xc5" + pack(">H", size) if size < 1 << 16 else b"\xc6" + pack(">I", size)


def _list_head(number: int) -> bytes:
    """Return what msgpack puts before a list. Source: its specification, « array format family »."""
    if number < 1 << 4:
        return bytes([0x90 + number])
    return b"\xdc" + pack(">H", number) if number < 1 << 16 else b"\xdd" + pack(">I", number)
