"""The icon in the sizes and containers that desktops ask for, drawn from resources/icons/depeche.svg by Qt."""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
_ICNS = {
    16: (b"icp4",),
    32: (b"icp5", b"ic11"),
    64: (b"icp6", b"ic12"),
    128: (b"ic07",),
    256: (b"ic08", b"ic13"),
    512: (b"ic09", b"ic14"),
    1024: (b"ic10",),
}
"""What macOS calls a picture of so many pixels; the second name: of half the size on a screen of double density."""


def draw(source: Path, folder: Path) -> None:
    """Write `depeche-SIZE.png` up to 512, `depeche.ico` and `depeche.icns` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: _png(source, folder / f"{source.stem}-{size}.png", size) for size in SIZES}
    (folder / f"{source.stem}.ico").write_bytes(ico({size: drawn[size] for size in SIZES if size <= 256}))
    (folder / f"{source.stem}.icns").write_bytes(icns(drawn))
    (folder / f"{source.stem}-1024.png").unlink()  # in the icon of macOS only


def _png(source: Path, target: Path, size: int) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _app = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    if not image.save(str(target)):
        raise OSError(f"{target} could not be written")
    return target.read_bytes()


def ico(drawn: Mapping[int, bytes]) -> bytes:
    """Return a Windows icon that holds PNGs: a header of 6 bytes, an entry of 16 each, then the pictures."""
    at = 6 + 16 * len(drawn)
    entries, pictures = b"", b""
    for size, png in sorted(drawn.items()):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), at + len(pictures))
        pictures += png
    return struct.pack("<HHH", 0, 1, len(drawn)) + entries + pictures


def icns(drawn: Mapping[int, bytes]) -> bytes:
    """Return a macOS icon that holds PNGs: each behind its kind and length, big-endian."""
    parts = b"".join(
        kind + struct.pack(">I", len(png) + 8) + png
        for size, png in sorted(drawn.items())
        for kind in _ICNS.get(size, ())
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts
