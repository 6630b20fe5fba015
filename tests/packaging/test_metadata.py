"""Every file that names the program to a desktop says what pyproject.toml, identity.toml and the program itself say."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import metadata
import pytest
from identity import ROOT, identity

import depeche
from depeche.core import package
from depeche.store.engine import APPLICATION_ID
from depeche.store.project import DATABASE
from tests.patience import PATIENCE

WHO = identity()
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All generated files, in a folder for each system."""
    folder = tmp_path_factory.mktemp("metadata")
    metadata.write(folder)
    return folder


def test_the_identity_is_that_of_the_program() -> None:
    assert WHO.version == depeche.__version__
    assert WHO.project_file == DATABASE
    assert f".{WHO.suffix}" == package.SUFFIX
    assert metadata.APPLICATION_ID == APPLICATION_ID
    app = (ROOT / "desktop" / "depeche" / "ui" / "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{WHO.command}")' in app, "or a window isn't known by its icon"


def test_no_placeholder_is_left(made: Path) -> None:
    for path in made.rglob("*.*"):
        left = re.findall(r"(?<![\w.])@\{?[a-z]\w*", path.read_text(encoding="utf-8")) if path.is_file() else []
        assert not left, path.name


def test_the_desktop_entry(made: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(made / "linux" / "depeche.desktop", encoding="utf-8")
    said = entry["Desktop Entry"]
    assert said["Name"] == WHO.name
    assert said["Exec"] == f"{WHO.command} %f"
    assert set(said["MimeType"].strip(";").split(";")) == {WHO.package.type, WHO.project.type}
    assert said["Comment[fr]"] == WHO.summary["fr"]


def test_both_kinds_of_file_are_known_by_their_bytes(made: Path) -> None:
    tree = ElementTree.parse(made / "linux" / "depeche.mime.xml").getroot()
    kinds = {one.attrib["type"]: one for one in tree.findall(f"{MIME}mime-type")}
    assert set(kinds) == {WHO.project.type, WHO.package.type}
    project = [one.attrib for one in kinds[WHO.project.type].iter(f"{MIME}match")]
    assert project[1] == {"type": "big32", "offset": "68", "value": f"0x{APPLICATION_ID:08x}"}
    inside = [one.attrib["value"] for one in kinds[WHO.package.type].iter(f"{MIME}match")]
    assert inside[1:] == [package.MANIFEST, package.NAME]
    assert [one.attrib["pattern"] for one in kinds[WHO.package.type].iter(f"{MIME}glob")] == [f"*{package.SUFFIX}"]


def test_appstream_and_macos_name_the_same_version_and_files(made: Path) -> None:
    tree = ElementTree.parse(made / "linux" / f"{WHO.id}.metainfo.xml").getroot()
    assert tree.findtext("id") == WHO.id
    assert tree.findtext("project_license") == WHO.licence
    assert [one.attrib["version"] for one in tree.iter("release")] == [WHO.version]
    assert {one.text for one in tree.iter("mediatype")} == {WHO.package.type, WHO.project.type}
    plist = plistlib.loads((made / "macos" / "Info.plist").read_bytes())
    assert (plist["CFBundleIdentifier"], plist["CFBundleShortVersionString"]) == (WHO.id, WHO.version)
    packages, projects = plist["CFBundleDocumentTypes"]
    (exported,) = plist["UTExportedTypeDeclarations"]
    assert packages["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert exported["UTTypeTagSpecification"]["public.filename-extension"] == [WHO.suffix]
    assert f".{projects['CFBundleTypeExtensions'][0]}" == Path(DATABASE).suffix
    assert (packages["LSHandlerRank"], projects["LSHandlerRank"]) == ("Owner", "Alternate")


def test_macos_signs_with_the_rights_that_python_needs(made: Path) -> None:
    rights = plistlib.loads((made / "macos" / "entitlements.plist").read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}
    script = (made / "macos" / "signer.sh").read_text(encoding="utf-8")
    assert f"{WHO.name}.app" in script
    assert f"{WHO.command}-{WHO.version}-macos-" in script
    # The hardened runtime loads libraries of one team only, and an « ad hoc » signature has none.
    (ad_hoc,) = (line for line in script.splitlines() if "--sign -" in line)
    assert "runtime" not in ad_hoc
    assert "--options=runtime --sign" in script


def test_windows_shows_of_both_programs_what_they_are(made: Path) -> None:
    for program in (WHO.command, f"{WHO.command}w"):
        text = (made / "windows" / f"{program}.version.txt").read_text(encoding="utf-8")
        tree = ast.parse(text, mode="eval")  # PyInstaller evaluates it, with these names and no others
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert names == set(
            "VSVersionInfo FixedFileInfo StringFileInfo StringTable StringStruct VarFileInfo VarStruct".split()
        )
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        said = dict(ast.literal_eval(ast.Tuple(one.args)) for one in calls if one.func.id == "StringStruct")  # type: ignore[attr-defined]
        assert (said["OriginalFilename"], said["ProductVersion"]) == (f"{program}.exe", WHO.version)
        (fixed,) = [one for one in calls if one.func.id == "FixedFileInfo"]  # type: ignore[attr-defined]
        numbers = ast.literal_eval(fixed.keywords[0].value)
        assert numbers == (*map(int, WHO.version.split(".")), 0)


def test_the_windows_installer_asks_for_no_rights(made: Path) -> None:
    raw = (made / "windows" / "depeche.iss").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Inno Setup takes it for another encoding"
    script = raw.decode("utf-8-sig")
    assert "PrivilegesRequired=lowest" in script
    assert f"AppId={{{{{WHO.windows_guid}}}" in script
    assert f"AppVersion={WHO.version}" in script
    roots = re.findall(r"^Root: (\w+); Subkey: \"([^\"]+)\"", script, re.MULTILINE)
    assert {root for root, _ in roots} == {"HKCU"}, "only the person's own part of the registry"
    classes = {key.removeprefix("Software\\Classes\\") for _, key in roots}
    assert {f".{WHO.suffix}", f"{WHO.id}.package", f"{WHO.id}.project"} <= classes
    assert Path(DATABASE).suffix not in classes, "other databases keep their program"


VALIDATORS = {
    "desktop-file-validate": "linux/depeche.desktop",
    "appstreamcli validate --no-net": f"linux/{WHO.id}.metainfo.xml",
    "xmllint --noout": "linux/depeche.mime.xml",
    "sh -n": "linux/installer.sh",
    "dash -n": "linux/desinstaller.sh",
    "bash -n": "macos/signer.sh",
    "shellcheck": "macos/signer.sh",
}


@pytest.mark.parametrize("command", VALIDATORS)
def test_the_system_s_own_validator_has_nothing_to_say(made: Path, command: str) -> None:
    words = command.split()
    if not shutil.which(words[0]):
        pytest.skip(f"{words[0]} is not installed")
    done = subprocess.run([*words, str(made / VALIDATORS[command])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")
class TestInstaller:
    """installer.sh and desinstaller.sh, with a program that only tells its version."""

    @pytest.fixture
    def home(self, tmp_path: Path) -> Path:
        home = tmp_path / "maison d’été $1"
        home.mkdir()
        return home

    def bundle(self, made: Path, place: Path, says: str, status: int = 0) -> Path:
        """Put a folder as the archive has it: scripts, what desktops read, and a program."""
        (place / "partage" / "icones").mkdir(parents=True)
        for script in ("installer.sh", "desinstaller.sh"):
            shutil.copy2(made / "linux" / script, place)
        for name in ("depeche.desktop", "depeche.mime.xml"):
            shutil.copy2(made / "linux" / name, place / "partage")
        (place / "partage" / "icones" / "depeche-48.png").write_bytes(b"PNG")
        (place / "partage" / "icones" / "depeche.svg").write_bytes(b"SVG")
        program = place / "depeche"
        program.write_text(f"#!/bin/sh\necho {says}\nexit {status}\n")
        program.chmod(0o755)
        return place

    def run(self, script: Path, home: Path) -> subprocess.CompletedProcess[str]:
        environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
        return subprocess.run(["sh", str(script)], env=environment, capture_output=True, text=True, check=False)

    def test_it_installs_updates_and_leaves_the_old_one_where_the_new_does_not_start(
        self, made: Path, home: Path, tmp_path: Path
    ) -> None:
        program = home / ".local" / "opt" / "depeche" / "depeche"
        old = self.bundle(made, tmp_path / "le dossier", "ancien")
        (old / "seulement-ancien").touch()
        assert self.run(old / "installer.sh", home).returncode == 0
        assert "ancien" in program.read_text()
        assert (home / ".local" / "bin" / "depeche").resolve() == program.resolve()
        broken = self.bundle(made, tmp_path / "cassé", "cassé", status=1)
        done = self.run(broken / "installer.sh", home)
        assert done.returncode == 1
        assert "rien n’a été changé" in done.stdout
        assert "ancien" in program.read_text()
        new = self.bundle(made, tmp_path / "neuf", "nouveau")
        assert self.run(new / "installer.sh", home).returncode == 0
        assert "nouveau" in program.read_text()
        assert sorted(path.name for path in program.parent.parent.iterdir()) == ["depeche"]
        assert not (program.parent / "seulement-ancien").exists()

    def test_the_menu_entry_starts_it_whatever_the_home_is_called(self, made: Path, home: Path, tmp_path: Path) -> None:
        self.run(self.bundle(made, tmp_path / "b", "x") / "installer.sh", home)
        entry = home / ".local" / "share" / "applications" / "depeche.desktop"
        (line,) = [one for one in entry.read_text(encoding="utf-8").splitlines() if one.startswith("Exec=")]
        quoted = str(home).replace("$", "\\\\$")
        assert line == f'Exec="{quoted}/.local/opt/depeche/depeche" %f'
        assert (home / ".local/share/icons/hicolor/48x48/apps/depeche.png").exists()

    def test_the_menu_entry_loads_where_the_home_holds_a_percent_sign(self, made: Path, tmp_path: Path) -> None:
        home = tmp_path / "100% à 50%f"
        home.mkdir()
        self.run(self.bundle(made, tmp_path / "b", "x") / "installer.sh", home)
        entry = home / ".local" / "share" / "applications" / "depeche.desktop"
        program = f"{home}/.local/opt/depeche/depeche"
        assert f'\nExec=nice -n 0 "{program.replace("%", "%%")}" %f\n' in entry.read_text(encoding="utf-8")
        if not shutil.which("gio"):
            return
        started = tmp_path / "lancé"
        Path(program).write_text(f'#!/bin/sh\necho "$1" >"{started}.neu" && mv "{started}.neu" "{started}"\n')
        package = tmp_path / "mon lot.depeche"
        package.touch()
        subprocess.run(["gio", "launch", str(entry), str(package)], env={"PATH": "/usr/bin:/bin"}, check=True)
        until = time.monotonic() + PATIENCE
        while not started.exists() and time.monotonic() < until:
            time.sleep(0.1)
        assert started.read_text(encoding="utf-8") == f"{package}\n"

    def test_uninstalling_leaves_what_people_made_and_nothing_else(
        self, made: Path, home: Path, tmp_path: Path
    ) -> None:
        self.run(self.bundle(made, tmp_path / "b", "x") / "installer.sh", home)
        share = home / ".local" / "share"
        work = share / "depeche" / "exemple" / "project.sqlite3"
        work.parent.mkdir(parents=True)
        work.touch()
        # What desktops write, also where this machine has none of their programs.
        (share / "icons" / "hicolor" / "icon-theme.cache").write_bytes(b"depeche")
        (share / "mime" / "mime.cache").write_bytes(b"depeche")
        (share / "applications" / "mimeinfo.cache").write_text("depeche.desktop")
        assert self.run(home / ".local" / "opt" / "depeche" / "desinstaller.sh", home).returncode == 0
        left = sorted(path.relative_to(home) for path in home.rglob("*") if path.is_file() or path.is_symlink())
        assert left == [work.relative_to(home)]
        assert sorted(path.name for path in share.iterdir()) == ["depeche"], "and no empty folders"
        assert sorted(path.name for path in (home / ".local").iterdir()) == ["share"]

    def test_uninstalling_keeps_what_other_programs_registered(self, made: Path, home: Path, tmp_path: Path) -> None:
        share = home / ".local" / "share"
        others = [
            share / "icons" / "hicolor" / "48x48" / "apps" / "autre.png",
            share / "mime" / "packages" / "autre.xml",
            share / "applications" / "autre.desktop",
        ]
        for path in others:
            path.parent.mkdir(parents=True)
            path.write_text('<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info"/>')
        self.run(self.bundle(made, tmp_path / "b", "x") / "installer.sh", home)
        cache = share / "icons" / "hicolor" / "icon-theme.cache"
        cache.write_bytes(b"depeche")
        assert self.run(home / ".local" / "opt" / "depeche" / "desinstaller.sh", home).returncode == 0
        assert all(path.exists() for path in others)
        assert not cache.exists() or b"depeche" not in cache.read_bytes()
