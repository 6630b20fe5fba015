"""A spaCy DocBin whose docs wait on the disk, so that memory doesn't grow with them but by their vocabulary.

The bytes are those of spaCy's own `DocBin.to_bytes` (3.8): a zlib stream of one msgpack map, in which what each doc has
stands by kind and not by doc, all tokens first. So each kind waits in a file of its own.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from struct import pack
from tempfile import TemporaryFile
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from spacy.tokens import Doc

ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "SPACY")
_LISTED = ("cats", "flags", "span_groups", "user_data")
_AT_ONCE = 1 << 20


class DocStream:
    """Docs on their way into a `.spacy` file. Use it in a `with` block; it takes its waiting files away."""

    def __init__(self) -> None:
        from srsly.msgpack import Packer

        self.count = 0
        # The one of `msgpack_dumps`, which makes a new one each time and asks every installed package for encoders.
        self._pack = Packer(use_bin_type=True).pack
        self._stack = ExitStack()
        self._strings: set[str] = set()
        self._attributes: list[int] = []
        self._lengths = bytearray()
        names = ("tokens", "spaces", *_LISTED)
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
        self._lengths += pack("=i", len(one.tokens[0]))
        self._strings |= one.strings
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
        for name in ("tokens", "spaces"):
            size = self._parts[name].tell()
            yield self._pack(name) + _bytes_head(size)
            yield from _read(self._parts[name])
        yield self._pack("lengths") + self._pack(bytes(self._lengths))
        yield self._pack("strings") + self._pack(sorted(self._strings))
        for name in _LISTED:
            yield self._pack(name) + _list_head(self.count)
            yield from _read(self._parts[name])


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
