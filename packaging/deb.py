"""A Debian package of the bundle, for administrators: under /opt, with a command, a menu entry and both file types."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from identity import Identity


def pack(folder: Path, made: Path, out: Path, who: Identity, glibc: str) -> Path:
    """Write `out/COMMAND_VERSION_amd64.deb` and return it. `made` holds the metadata and takes the tree."""
    tree = made / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    program = tree / "opt" / who.command
    shutil.copytree(folder, program, symlinks=True)
    for script in program.glob("*.sh"):  # those install for one person
        script.unlink()
    share = tree / "usr" / "share"
    for source, target in (
        (f"{who.command}.desktop", f"applications/{who.command}.desktop"),
        (f"{who.command}.mime.xml", f"mime/packages/{who.command}.xml"),
        (f"{who.id}.metainfo.xml", f"metainfo/{who.id}.metainfo.xml"),
    ):
        _copy(made / "metadata" / "linux" / source, share / target)
    for picture in sorted((made / "icons").glob(f"{who.command}-*.png")):
        size = picture.stem.rpartition("-")[2]
        _copy(picture, share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{who.command}.png")
    _copy(
        program / "partage" / "icones" / f"{who.command}.svg", share / f"icons/hicolor/scalable/apps/{who.command}.svg"
    )
    _copy(program / "licences" / "Depeche" / "LICENSE.txt", share / "doc" / who.command / "copyright")
    command = tree / "usr" / "bin" / who.command
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/opt/{who.command}/{who.command}")
    control = (made / "metadata" / "linux" / "control").read_text(encoding="utf-8").replace("GLIBC", glibc)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8", newline="\n")
    package = out / f"{who.command}_{who.version}_amd64.deb"
    options = ["--root-owner-group", "-Zzstd", "-z9"]
    subprocess.run(["dpkg-deb", *options, "--build", str(tree), str(package)], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return package


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
