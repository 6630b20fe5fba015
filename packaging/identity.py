"""The one source of name, version and identifiers: pyproject.toml and identity.toml, read as one."""

from __future__ import annotations

import platform
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that desktops know us by."""

    type: str
    fr: str
    en: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What the program is called, and where."""

    name: str
    command: str
    version: str
    licence: str
    maker: str
    id: str
    windows_guid: str
    released: str
    summary: dict[str, str]
    description: dict[str, str]
    keywords: tuple[str, ...]
    categories: tuple[str, ...]
    project: Kind
    project_file: str
    package: Kind
    suffix: str

    @property
    def bundle_name(self) -> str:
        """Name, version and platform, as the archive and the folder in it are called."""
        return f"{self.command}-{self.version}-{platform_name()}"


def platform_name() -> str:
    """Return system and processor as in file names: `linux-x86_64`, `windows-x86_64`, `macos-arm64`."""
    system = {"linux": "linux", "win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    machine = platform.machine().lower()
    return f"{system}-{ {'amd64': 'x86_64'}.get(machine, machine) }"


def identity() -> Identity:
    """Return the identity as the two files have it."""
    project = _toml(ROOT / "pyproject.toml")["project"]
    table = _toml(ROOT / "packaging" / "identity.toml")
    return Identity(
        name=table["name"],
        command=table["command"],
        version=project["version"],
        licence=project["license"],
        maker=project["authors"][0]["name"],
        id=table["id"],
        windows_guid=table["windows_guid"],
        released=table["first_release"],
        summary={"fr": table["summary_fr"], "en": table["summary_en"]},
        description={"fr": table["description_fr"], "en": table["description_en"]},
        keywords=tuple(table["keywords"]),
        categories=tuple(table["categories"]),
        project=_kind(table["project"]),
        project_file=table["project"]["file"],
        package=_kind(table["package"]),
        suffix=table["package"]["suffix"],
    )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _kind(table: dict[str, str]) -> Kind:
    return Kind(table["type"], table["fr"], table["en"])
