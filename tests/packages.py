"""What the tests of work packages share: a lead's project, an annotator at work, archives built by hand."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.core import package as form
from depeche.core.actor import Actor
from depeche.core.article import DateOrigin, State
from depeche.core.record import one_line
from depeche.export.package import package
from depeche.ingest.package import unpack
from depeche.store import articles
from depeche.store.project import Project
from tests.fixtures import FLOOD, TREATY, guess, key_of, make_project, propose

Members = dict[str, bytes]


def make_lead(folder: Path) -> Project:
    """Return the lead's project: three articles, suggestions in two, an actor registered, a date, unmasked lines."""
    project = make_project(folder, annotator="Cheffe")
    propose(
        project,
        "traité",
        guess(TREATY, "Ilan Vorga", "ACTOR", kind="PER", value="Ilan Vorga", reason="prénom et nom"),
        guess(
            TREATY, "samedi 12 juillet", "DATE", value="2025-07-12", attrs={"readings": ["2025-07-12", "2014-07-12"]}
        ),
        guess(TREATY, "« une paix durable, dit-il, pour l’Ostralie »", "QUOTE", value=("Ilan Vorga",)),
        guess(TREATY, "Quelque 600", "FIGURE", value="~600", attrs={"unit": "soldats"}),
        guess(TREATY, "Otan", "ACTOR", kind="ORG", value="Otan", score=0.55),
    )
    propose(project, "crue", guess(FLOOD, "Élysée", "ACTOR", kind="GPE", value="France"))
    with project.write() as db:
        articles.set_date(db, key_of(project, "traité"), "2025-07-13", DateOrigin.GIVEN)
        articles.set_unmasked(db, key_of(project, "crue"), ((0, 4),))
        articles.set_suggested_by(db, key_of(project, "traité"), "rules 1")
        articles.set_recalled(db, key_of(project, "traité"), "0" * 64)
    Registry(Desk(project)).put(Actor("Ilan Vorga", kind="PER", aliases=("Vorga",)))
    return project


def make_package(tmp_path: Path, annotator: str = "Bilal", name: str = "lot.depeche") -> Path:
    """Return a work package of the lead's project, which is closed again."""
    there = (tmp_path / "lead").exists()
    with Project.open(tmp_path / "lead") if there else make_lead(tmp_path / "lead") as project:
        package(project, tmp_path / name, annotator)
    return tmp_path / name


def annotate(project: Project) -> None:
    """Do an annotator's work: accept, correct, reject, add, undo, finish, flag, change a date."""
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    pending = {desk.text_of(one): one.key for one in desk.pending}
    desk.accept(pending["Ilan Vorga"])
    desk.reject(pending["Otan"])
    desk.edit(pending["Quelque 600"], value="600", attrs={"unit": "hommes"})
    desk.mark(TREATY.index("vallée"), TREATY.index("vallée") + 6, "ACTOR")
    desk.undo()
    desk.redo()
    desk.set_date("2025-07-14")
    desk.set_state(State.DONE)
    desk.open(key_of(project, "crue"))
    desk.mark(FLOOD.index("🇫🇷"), FLOOD.index("🇫🇷") + 2, "ACTOR", by_character=True)
    desk.set_state(State.FLAGGED)


def at_work(tmp_path: Path) -> Project:
    """Return an annotator's project made from a package, with work done in it."""
    folder = unpack(make_package(tmp_path), tmp_path / "bilal").folder
    project = Project.open(folder)
    annotate(project)
    return project


def members_of(path: Path) -> Members:
    """Return what a package holds, in order."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def info(name: str, mode: int = stat.S_IFREG | 0o644, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """Return a member's entry as Dépêche writes it."""
    one = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    one.compress_type = zipfile.ZIP_STORED if name == form.MANIFEST else compression
    one.create_system, one.external_attr = 3, mode << 16
    return one


def write(path: Path, members: Members) -> Path:
    """Write members as they are into an archive."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(info(name), data)
    return path


def sealed(members: Members, **said: Any) -> Members:
    """Return the members with a manifest that is true of them: what an enemy who knows the format can do."""
    manifest = json.loads(members[form.MANIFEST]) | said
    manifest["members"] = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in sorted(members.items())
        if name != form.MANIFEST
    }
    said_by_it = one_line({name: value for name, value in manifest.items() if name != "key"})
    manifest["key"] = str(uuid5(NAMESPACE_OID, hashlib.sha256(said_by_it.encode("utf-8")).hexdigest()))
    return members | {form.MANIFEST: one_line(manifest).encode("utf-8")}


def changed_line(members: Members, change: Callable[[dict[str, Any]], None], name: str = form.ARTICLES) -> Members:
    """Return the members with the first line of one changed, and a manifest that is true of it."""
    first, _, rest = members[name].partition(b"\n")
    line = json.loads(first)
    change(line)
    return sealed(
        members | {name: json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" + rest}
    )
