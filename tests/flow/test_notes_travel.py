"""Notes on borderline cases go out with a work package and come back with the work, each still whose it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche.annotate import notes
from depeche.annotate.desk import Desk
from depeche.core import package as form
from depeche.errors import InputError
from depeche.export.handback import give_back
from depeche.export.package import package
from depeche.ingest.archive import Archive
from depeche.ingest.inspection import Seen, inspect, read_articles, read_scheme
from depeche.ingest.package import unpack
from depeche.store.check import check
from depeche.store.project import Project
from tests.fixtures import key_of
from tests.packages import changed_line, make_lead, members_of, sealed, write


def note_in(project: Project, article: str, rank: int, text: str) -> None:
    desk = Desk(project)
    desk.open(key_of(project, article))
    notes.write(desk, desk.pending[rank], text)


def said(project: Project) -> list[tuple[str, str, str]]:
    return [(one.note.text, one.name, one.note.key) for one in notes.every(project)]


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A work package with two notes of the lead."""
    with make_lead(tmp_path / "lead") as project:
        note_in(project, "traité", 0, "titre dehors")
        note_in(project, "crue", 0, "siège pris pour l’État")
        package(project, tmp_path / "lot.depeche", "Bilal")
    return tmp_path / "lot.depeche"


def test_the_leads_notes_are_there_for_the_annotator_and_stay_the_leads(sent: Path, tmp_path: Path):
    with Project.open(tmp_path / "lead") as lead, Project.open(unpack(sent, tmp_path / "bilal").folder) as mine:
        assert said(mine) == said(lead)
        assert {who for _, who, _ in said(mine)} == {"Cheffe"}
        assert check(mine) == []
        note_in(mine, "traité", 1, "samedi dedans ?")
        assert [(text, who) for text, who, _ in said(mine)][-1] == ("samedi dedans ?", "Bilal")


def test_all_notes_come_back_with_their_keys(sent: Path, tmp_path: Path):
    with Project.open(unpack(sent, tmp_path / "bilal").folder) as mine:
        note_in(mine, "traité", 1, "premier")
        note_in(mine, "traité", 1, "second")
        there = {key: (text, who) for text, who, key in said(mine)}
        manifest = give_back(mine, tmp_path / "rendu.depeche")
    assert (manifest.notes, len(there)) == (3, 3)
    assert inspect(tmp_path / "rendu.depeche").problem == ""
    with Archive(tmp_path / "rendu.depeche") as archive:
        _, scheme, _ = read_scheme(archive)
        names = {one.key: one.name for one in archive.manifest.annotators}
        packed = list(read_articles(archive, scheme, Seen(archive.manifest)))
    back = {one.note.key: (one.note.text, names[one.annotator]) for article in packed for one in article.notes}
    assert back == there


def test_only_the_notes_of_the_articles_that_are_sent_go_along(sent: Path, tmp_path: Path):
    with Project.open(tmp_path / "lead") as lead:
        some = package(lead, tmp_path / "un.depeche", "Bilal", keys=[key_of(lead, "crue")])
        none = package(lead, tmp_path / "zero.depeche", "Bilal", keys=[key_of(lead, "calme")])
    assert (some.notes, none.notes) == (1, 0)
    assert ([one.name for one in some.annotators], none.annotators) == (["Cheffe"], ())


@pytest.mark.parametrize(
    "spoilt",
    [
        {"words": "autre"},
        {"start": 10**6},
        {"text": " "},
        {"text": "a" * 3000},
        {"key": "1"},
        {"annotator": "?"},
        {"number": 0},
    ],
)
def test_a_note_that_is_not_as_it_must_be_is_refused(sent: Path, tmp_path: Path, spoilt: dict[str, object]):
    members = changed_line(members_of(sent), lambda line: line["notes"][0].update(spoilt))
    bad = write(tmp_path / "mauvais.depeche", members)
    with pytest.raises(InputError, match="refusé"):
        unpack(bad, tmp_path / "nulle-part")
    assert not (tmp_path / "nulle-part").exists()


def test_a_package_of_the_format_before_notes_is_still_read(tmp_path: Path):
    with make_lead(tmp_path / "lead") as project:
        package(project, tmp_path / "lot.depeche", "Bilal")
    members = members_of(tmp_path / "lot.depeche")
    manifest = json.loads(members[form.MANIFEST])
    del manifest["notes"]
    members[form.MANIFEST] = json.dumps(manifest).encode("utf-8")
    old = write(tmp_path / "ancien.depeche", sealed(members, version=1))
    assert inspect(old).problem == ""
    with Project.open(unpack(old, tmp_path / "bilal").folder) as mine:
        assert said(mine) == []
