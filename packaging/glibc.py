"""The oldest C library on which a folder of programs runs: the newest version that any of them asks for."""

from __future__ import annotations

import re
import struct
from pathlib import Path

_VERSION = re.compile(rb"\0GLIBC_(2\.\d+(?:\.\d+)?)(?=\0)")


def oldest_glibc(folder: Path) -> str:
    """Return the version, such as `2.34`; the names of versions stand in each ELF file's table of strings."""
    found = {version for path in sorted(folder.rglob("*")) for version in asked_by(path)}
    return ".".join(map(str, max(found))) if found else "none"


def asked_by(path: Path) -> set[tuple[int, ...]]:
    """Return the versions of glibc that a file asks for; none where it is no ELF file of 64 bits."""
    if path.is_symlink() or not path.is_file():
        return set()
    with path.open("rb") as file:
        if file.read(5) != b"\x7fELF\x02":
            return set()
    content = path.read_bytes()
    return {
        tuple(int(part) for part in version.split(b"."))
        for strings in _string_tables(content)
        for version in _VERSION.findall(strings)
    }


def _string_tables(content: bytes) -> list[bytes]:
    """Return the tables of strings that the loader reads."""
    at, size, count = struct.unpack_from("<Q", content, 40)[0], *struct.unpack_from("<HH", content, 58)
    tables = []
    for index in range(count):
        kind, flags, _, offset, length = struct.unpack_from("<IQQQQ", content, at + index * size + 4)
        if kind == 3 and flags & 2:  # SHT_STRTAB that is loaded (SHF_ALLOC): .dynstr
            tables.append(content[offset : offset + length])
    return tables
