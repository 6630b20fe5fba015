"""Makes every file that names the program to a desktop or an installer, from the one identity. Templates lie beside.

`python packaging/metadata.py FOLDER` writes them all, for each system into a folder of its own.
"""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path
from string import Template
from typing import Any
from xml.sax.saxutils import escape

from identity import ROOT, Identity, identity

HERE = ROOT / "packaging"
APPLICATION_ID = 0x44706368
"""Bytes 68 to 71 of a project's file; a test holds it to store/engine.py."""

FILES = {
    "linux/depeche.desktop.in": "linux/{command}.desktop",
    "linux/mime.xml.in": "linux/{command}.mime.xml",
    "linux/metainfo.xml.in": "linux/{id}.metainfo.xml",
    "linux/installer.sh.in": "linux/installer.sh",
    "linux/desinstaller.sh.in": "linux/desinstaller.sh",
    "linux/control.in": "linux/control",
    "macos/signer.sh.in": "macos/signer.sh",
    "macos/entitlements.plist.in": "macos/entitlements.plist",
    "windows/depeche.iss.in": "windows/{command}.iss",
}


class _AtTemplate(Template):
    delimiter = "@"  # shells and Inno Setup have `$`, `%` and `{}` for themselves


def words(who: Identity) -> dict[str, str]:
    """Return what templates may name. Values are safe in XML, desktop entries and scripts: no quotes, no ampersands."""
    return {
        "name": who.name,
        "command": who.command,
        "version": who.version,
        "licence": who.licence,
        "maker": who.maker,
        "id": who.id,
        "guid": who.windows_guid,
        "version_numbers": ", ".join([*who.version.split("."), "0", "0"][:4]),
        "released": who.released,
        "summary_fr": who.summary["fr"],
        "summary_en": who.summary["en"],
        "description_fr": who.description["fr"],
        "description_en": who.description["en"],
        "keywords": "".join(f"{word};" for word in who.keywords),
        "keywords_xml": "\n".join(f"    <keyword>{escape(word)}</keyword>" for word in who.keywords),
        "categories": "".join(f"{word};" for word in who.categories),
        "project_type": who.project.type,
        "project_file": who.project_file,
        "project_suffix": Path(who.project_file).suffix,
        "project_fr": who.project.fr,
        "project_en": who.project.en,
        "package_type": who.package.type,
        "package_suffix": who.suffix,
        "package_fr": who.package.fr,
        "package_en": who.package.en,
        "application_id": f"0x{APPLICATION_ID:08x}",
    }


def write(folder: Path, who: Identity | None = None) -> list[Path]:
    """Write all files and return their paths. Raises KeyError where a template names what there isn't."""
    who = who or identity()
    table = words(who)
    written: list[Path] = []
    for source, target in FILES.items():
        path = folder / target.format(command=who.command, id=who.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = _AtTemplate((HERE / source).read_text(encoding="utf-8")).substitute(table)
        # Inno Setup takes a script for UTF-8 by its byte order mark only.
        path.write_text(text, encoding="utf-8-sig" if path.suffix == ".iss" else "utf-8", newline="\n")
        if path.suffix == ".sh":
            path.chmod(0o755)
        written.append(path)
    for program in (who.command, f"{who.command}w"):  # with a console, and without one
        path = folder / "windows" / f"{program}.version.txt"
        template = _AtTemplate((HERE / "windows" / "version.txt.in").read_text(encoding="utf-8"))
        path.write_text(template.substitute(table, program=program), encoding="utf-8", newline="\n")
        written.append(path)
    plist = folder / "macos" / "Info.plist"
    plist.parent.mkdir(parents=True, exist_ok=True)
    plist.write_bytes(plistlib.dumps(info_plist(who)))
    return [*written, plist]


def info_plist(who: Identity) -> dict[str, Any]:
    """Return what macOS reads of the app: name, version, language, and the files it opens."""
    package = f"{who.id}.package"
    return {
        "CFBundlePackageType": "APPL",
        "CFBundleName": who.name,
        "CFBundleDisplayName": who.name,
        "CFBundleIdentifier": who.id,
        "CFBundleShortVersionString": who.version,
        "CFBundleVersion": who.version,
        "CFBundleDevelopmentRegion": "fr",
        "CFBundleLocalizations": ["fr", "en"],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{who.maker}, {who.licence}",
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": who.package.fr,
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [package],
                "CFBundleTypeIconFile": f"{who.command}.icns",
            },
            # By its suffix: macOS looks at no bytes. « Open with » offers us, other databases keep their program.
            {
                "CFBundleTypeName": who.project.fr,
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Alternate",
                "CFBundleTypeExtensions": [Path(who.project_file).suffix.removeprefix(".")],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": package,
                "UTTypeDescription": who.package.fr,
                "UTTypeConformsTo": ["public.data", "public.archive"],
                "UTTypeIconFile": f"{who.command}.icns",
                "UTTypeTagSpecification": {
                    "public.filename-extension": [who.suffix],
                    "public.mime-type": [who.package.type],
                },
            },
        ],
    }


if __name__ == "__main__":
    for made in write(Path(sys.argv[1])):
        print(made)
