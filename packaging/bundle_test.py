"""The archive, as an analyst has it: no Python, no network, no rights. `make bundle-test`; needs root, on Debian.

A window is driven by real keys from first start to a finished article and its export, killed, started again, and
updated over an older build, which `--quick` leaves out. Prints what was seen; exits with 1 at the first that is not so.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import clean_root
import licences
from clean_root import CleanRoot
from glibc import oldest_glibc
from identity import ROOT, identity
from metadata import APPLICATION_ID
from older import older_build
from screen import Screen, until
from smoke import read_export, spoken, verbs

WHO = identity()
DISPLAY = ":77"
PLACE = "Téléchargements/Équipe d’été"
PROJECT = "crise-d-été"
ARTICLE = "b01-petrolier-mer-rouge.txt"
PICTURES = ROOT / "build" / "pictures"
_INSTALLED = f"{clean_root.HOME}/.local/opt/{WHO.command}/{WHO.command}"


class Story:
    """What an analyst does, step by step, in one clean root and on one screen."""

    def __init__(self, root: CleanRoot, screen: Screen, archive: Path) -> None:
        self.root = root
        self.screen = screen
        self.archive = archive
        self.folder = f"{clean_root.HOME}/{PLACE}/{WHO.bundle_name}"
        self.program = f"{self.folder}/{WHO.command}"

    # --- steps

    def unpack(self) -> str:
        """The archive is unpacked into a folder with blanks and accents in its path, read-only from then on."""
        target = self.root.home(PLACE)
        target.mkdir(parents=True)
        subprocess.run(["tar", "-xf", str(self.archive), "-C", str(target)], check=True)
        shutil.copy2(ROOT / "corpus" / "articles" / ARTICLE, self.root.home("Documents"))
        self.root.own(self.root.home())
        said = self.root.run(self.program, "--version", read_only=self.folder)
        legal = licences.check(target / WHO.bundle_name)
        return f"{said.strip()}, glibc {oldest_glibc(target)} or newer; licences: {legal}"

    def command_line(self) -> str:
        """Every verb works without a screen, and `predict` in several processes says what it says in one."""

        def run(*words: str, statuses: tuple[int, ...] = (0,)) -> str:
            return self.root.run(*spoken(words, self.program), read_only=self.folder, statuses=statuses)

        return verbs(run, f"{clean_root.HOME}/Documents", self.root.home("Documents"))

    def first_article(self) -> str:
        """From the first start: a new project, an article imported, half of its suggestions accepted; then kill -9."""
        child = self.start("Dépêche")
        self.screen.picture(PICTURES / "accueil.png")
        self.name_project()
        self.screen.press("ctrl+i")
        self.screen.window("Importer")
        self.screen.press("space")
        self.screen.window("Ajouter des fichiers")
        self.screen.type(f"{clean_root.HOME}/Documents/{ARTICLE}")
        self.screen.press("Return")
        self.screen.gone("Ajouter des fichiers")
        self.screen.window("Importer")
        self.screen.picture(PICTURES / "importer.png")
        until(self.confirm_import, 30, "the import")
        waiting = until(lambda: self.count("suggestions"), 60, "suggestions")
        time.sleep(1)
        self.screen.window(PROJECT)
        self.screen.picture(PICTURES / "suggestions.png")
        for done in range(waiting // 2):
            self.screen.press("space")
            until(lambda done=done: self.count("verdicts") > done, 10, "an accepted suggestion to be stored")  # type: ignore[misc]
        self.screen.picture(PICTURES / "travail.png")
        before = self.rows()
        self.root.kill(child)
        assert self.rows() == before, "something was lost when it was killed"
        return f"{waiting} suggestions, {self.count('verdicts')} judged, killed: none lost"

    def finish(self) -> str:
        """Started again the project is there; the article is finished and exported, and spaCy reads it."""
        before = self.rows()
        child = self.start(PROJECT)
        assert self.rows()["verdicts"] == before["verdicts"]
        time.sleep(2)
        presses = 0
        while self.count("suggestions") > self.count("verdicts") and presses < 400:
            judged = self.count("verdicts")
            self.screen.press("space")
            presses += 1
            until(lambda judged=judged: self.count("verdicts") > judged, 10, "an accepted suggestion to be stored")  # type: ignore[misc]
        self.screen.press("f")
        until(lambda: self.count("readings", "state = 'done'"), 10, "the article to be finished")
        self.screen.picture(PICTURES / "termine.png")
        self.screen.press("ctrl+e")
        self.screen.window("Exporter")
        time.sleep(1)
        self.screen.press("Down")  # from JSONL to spaCy, in the list that the window begins with
        time.sleep(1)  # the folder is looked at, which enables the button
        self.screen.picture(PICTURES / "exporter.png")
        self.screen.press("Return")
        folder = f"{PROJECT}-export"
        until(lambda: self.root.home("Documents", folder, "RECEIPT.json").exists(), 60, "the export")
        time.sleep(0.5)
        said = read_export(self.root.home("Documents", folder))
        self.root.kill(child)
        return said

    def update(self) -> str:
        """An older build is installed and makes a project; the new one is installed over it and opens that."""
        older = older_build()
        if older is None:
            return "left out: the older commit is not in this checkout"
        home = self.root.home("vieux")
        shutil.copytree(older, home, symlinks=True)
        for script in ("installer.sh", "desinstaller.sh"):  # the older build had none yet
            shutil.copy2(self.root.home(PLACE, WHO.bundle_name, script), home)
        shutil.copytree(self.root.home(PLACE, WHO.bundle_name, "partage"), home / "partage", dirs_exist_ok=True)
        self.root.own(home)
        self.root.run("/bin/sh", f"{clean_root.HOME}/vieux/installer.sh")
        project = f"{clean_root.HOME}/Documents/ancien"
        self.root.run(_INSTALLED, "new", project, "--annotator", "Zoé")
        self.root.run(_INSTALLED, "ingest", project, f"{clean_root.HOME}/Documents/a.jsonl", "--as", "spans")
        before, spans = self.ask("ancien", "PRAGMA user_version"), self.ask("ancien", "SELECT count(*) FROM spans")
        self.root.run("/bin/sh", f"{self.folder}/installer.sh", read_only=self.folder)
        assert not self.root.home(".local/opt", f"{WHO.command}.ancien").exists()
        entry = self.root.home(".local/share/applications", f"{WHO.command}.desktop").read_text(encoding="utf-8")
        assert f'Exec="{_INSTALLED}" %f' in entry, entry
        kept = {path.rpartition("/")[2] for path in self.traces()}
        assert kept >= {"mime.cache", "mimeinfo.cache", "icon-theme.cache"}, f"known to desktops by {kept} only"
        # As a double click does: the path of the project's file, and no command.
        child = self.root.start(_INSTALLED, f"{project}/project.sqlite3")
        self.screen.window("ancien")
        time.sleep(1)
        self.screen.picture(PICTURES / "ancien.png")
        after = self.ask("ancien", "PRAGMA user_version")
        assert self.ask("ancien", "SELECT count(*) FROM spans") == spans > 0
        assert after > before, f"the older project was not migrated ({before} to {after})"
        assert list(self.root.home("Documents/ancien/backups").iterdir()), "no copy was made before migrating"
        self.root.kill(child)
        self.root.run("/bin/sh", f"{clean_root.HOME}/.local/opt/{WHO.command}/desinstaller.sh")
        assert not self.root.home(".local/opt", WHO.command).exists()
        left = self.traces()
        assert not left, f"uninstalling left {left}"
        assert self.root.home("Documents/ancien/project.sqlite3").exists()
        return f"schema {before} to {after}, {spans} spans there; uninstalled, the project stays"

    def double_click(self) -> str:
        """A work package, opened as a desktop does: with its path and no command; its project is made and shown."""
        child = self.root.start(self.program, f"{clean_root.HOME}/Documents/lot.depeche", read_only=self.folder)
        self.screen.window("lignes")
        time.sleep(1)
        self.screen.picture(PICTURES / "lot.png")
        self.root.kill(child)
        made = [path.parent.name for path in self.root.home("Documents").glob(f"*/{WHO.project_file}")]
        return f"projects among the documents now: {', '.join(sorted(made))}"

    def version_1(self) -> str:
        """A project that version 0.1.0 left behind opens in the window."""
        folder = self.root.home("Documents", "version-1")
        folder.mkdir()
        with sqlite3.connect(folder / WHO.project_file) as db:
            db.executescript((ROOT / "tests" / "store" / "version_1.sql").read_bytes().decode("utf-8"))
            db.execute("PRAGMA user_version = 1")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        shutil.copy2(ROOT / "resources" / "schemes" / "actualite.toml", folder / "scheme.toml")
        self.root.own(folder)
        spans = self.ask("version-1", "SELECT count(*) FROM spans")
        child = self.root.start(self.program, "open", f"{clean_root.HOME}/Documents/version-1", read_only=self.folder)
        self.screen.window("v1p")  # the name that its table of facts has
        until(lambda: self.ask("version-1", "PRAGMA user_version") > 1, 10, "the migration")
        assert self.ask("version-1", "SELECT count(*) FROM spans") == spans
        self.root.kill(child)
        return f"{spans} spans there, a copy in backups/"

    def debian_package(self) -> str:
        """The .deb installs on what it says it depends on, starts by its command, and is removed without a trace."""
        package = ROOT / "dist" / f"{WHO.command}_{WHO.version}_amd64.deb"
        if not package.exists():
            return "left out: none was built"
        self.root.administer("dpkg", "-i", package)
        said = self.root.run(f"/usr/bin/{WHO.command}", "--version")
        entry = self.root.folder / "usr/share/applications" / f"{WHO.command}.desktop"
        assert entry.exists()
        self.root.administer("dpkg", "-P", WHO.command)
        assert not entry.exists()
        assert not (self.root.folder / "opt" / WHO.command).exists()
        return f"{said.strip()}; removed, nothing left"

    def sockets(self) -> str:
        """Nothing but local sockets was ever opened, by any process of the above."""
        found = self.root.sockets()
        assert set(found) <= {"AF_UNIX"}, f"sockets that are not local: {dict(found)}"
        return f"{found['AF_UNIX']} local, no other"

    # --- how

    def start(self, title: str) -> subprocess.Popen[str]:
        child = self.root.start(self.program, read_only=self.folder)
        self.screen.window(title)
        return child

    def confirm_import(self) -> bool:
        """Press what imports, which waits until the files are read; tell whether its window has closed."""
        self.screen.press("Return")
        time.sleep(0.5)
        return not self.screen.shows("Importer")

    def name_project(self) -> None:
        """Give the new project its name on the welcome page: with the Tab key to its field, wherever that comes."""
        for _ in range(8):
            self.screen.press("Tab")
            self.screen.type(PROJECT)
            self.screen.press("Return")
            time.sleep(1)
            if self.screen.shows(PROJECT):
                self.screen.window(PROJECT)
                return
        raise AssertionError("no project came of its name on the welcome page")

    def traces(self) -> list[str]:
        """Return what in the analyst's `.local` names the program, but for what people made and its own logs."""
        place = self.root.home(".local")
        name = WHO.command.encode()
        return [
            path.relative_to(place).as_posix()
            for path in sorted((place / "share").rglob("*"))
            if path.is_file()
            and path.relative_to(place / "share").parts[0] != WHO.command
            and (WHO.command in path.name or name in path.read_bytes())
        ]

    def ask(self, project: str, query: str) -> int:
        """Return the number that a query of a project's database gives, from outside and without writing."""
        path = self.root.home("Documents", project, WHO.project_file)
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5) as db:
            return int(db.execute(query).fetchone()[0])

    def count(self, table: str, where: str = "1") -> int:
        return self.ask(PROJECT, f"SELECT count(*) FROM {table} WHERE {where}")

    def rows(self) -> dict[str, int]:
        return {table: self.count(table) for table in ("articles", "spans", "verdicts", "changes")}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without building and updating an older version")
    parser.add_argument("--archive", type=Path, default=ROOT / "dist" / f"{WHO.bundle_name}.tar.xz")
    asked = parser.parse_args()
    lacking = [
        tool for tool in ("Xvfb", "openbox", "xdotool", "setxkbmap", "strace", "debootstrap") if not shutil.which(tool)
    ]
    if sys.platform != "linux" or os.geteuid() != 0 or lacking or not asked.archive.exists():
        what = (
            f"lacking: {', '.join(lacking)}"
            if lacking
            else f"root, Linux and {asked.archive.name} are needed (make bundle)"
        )
        print(f"bundle-test cannot run here; {what}", file=sys.stderr)
        return 2
    started = time.perf_counter()
    with Screen(DISPLAY) as screen:
        root = clean_root.make(ROOT / "build" / "clean-root", ROOT / "build" / "sockets.log", DISPLAY)
        story = Story(root, screen, asked.archive)
        steps: list[Callable[[], str]] = [
            story.unpack,
            story.command_line,
            story.first_article,
            story.finish,
            story.double_click,
            story.version_1,
            story.debian_package,
        ]
        steps += [] if asked.quick else [story.update]
        steps.append(story.sockets)
        for step in steps:
            began = time.perf_counter()
            try:
                said = step()
            except AssertionError as error:
                screen.picture(PICTURES / "echec.png")
                print(f"FAILED {step.__name__}: {error}", flush=True)
                return 1
            print(f"ok {step.__name__} ({time.perf_counter() - began:.1f} s): {said}", flush=True)
    print(f"{len(steps)} passed, 0 failed in {time.perf_counter() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
