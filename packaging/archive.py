"""One archive of a folder, and its checksum beside it. The same folder gives the same bytes."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path


def pack(folder: Path, out: Path, name: str, when: int) -> Path:
    """Write `out/NAME.tar.xz` (`.zip` on Windows and macOS), the folder as NAME in it, and `….sha256`; return it."""
    made = (_tar if sys.platform == "linux" else _zip)(folder, out / name, name, when)
    made.with_name(f"{made.name}.sha256").write_text(f"{checksum(made)}  {made.name}\n", encoding="ascii")
    return made


def checksum(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _tar(folder: Path, stem: Path, name: str, when: int) -> Path:
    def plain(one: tarfile.TarInfo) -> tarfile.TarInfo:
        one.uid = one.gid = 0
        one.uname = one.gname = ""
        one.mtime = when
        one.mode = 0o755 if one.isdir() or one.mode & 0o100 else 0o644
        return one

    path = stem.with_name(f"{stem.name}.tar")
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        tar.add(folder, name, recursive=False, filter=plain)
        for one in sorted(folder.rglob("*")):
            tar.add(one, f"{name}/{one.relative_to(folder).as_posix()}", recursive=False, filter=plain)
    packed = path.with_name(f"{path.name}.xz")
    if shutil.which("xz"):  # on all cores; blocks of a fixed size, so that their number changes nothing
        subprocess.run(["xz", "--force", "-T0", "-4", "--block-size=32MiB", str(path)], check=True)
    else:
        import lzma

        with path.open("rb") as plain_file, lzma.open(packed, "wb", preset=6) as packed_file:
            shutil.copyfileobj(plain_file, packed_file)
        path.unlink()
    return packed


def _zip(folder: Path, stem: Path, name: str, when: int) -> Path:
    path = stem.with_name(f"{stem.name}.zip")
    date = time.gmtime(max(when, 315_532_800))[:6]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for one in sorted(folder.rglob("*")):
            if one.is_symlink() or one.is_file():
                entry = zipfile.ZipInfo(f"{name}/{one.relative_to(folder).as_posix()}", date)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # with Unix modes, and links as links: an app bundle of macOS has both
                if one.is_symlink():
                    entry.external_attr = 0o120777 << 16
                    packed.writestr(entry, str(one.readlink()))
                else:
                    entry.external_attr = (one.stat().st_mode & 0o777 | 0o100000) << 16
                    packed.writestr(entry, one.read_bytes())
    return path
