"""A package never takes the place of anything but an earlier one of its kind."""

from __future__ import annotations

import pytest

from depeche.errors import UserError
from depeche.export.package import package
from depeche.store.check import check
from depeche.store.project import DATABASE, Project
from tests.fixtures import make_project


@pytest.fixture
def lead(tmp_path):
    with make_project(tmp_path / "p") as project:
        yield project


def refused(lead: Project, target) -> str:
    with pytest.raises(UserError) as said:
        package(lead, target, "Bilal")
    return str(said.value).replace("\u202f", " ")


def test_the_projects_own_database_is_never_written_over(lead):
    before = (lead.folder / DATABASE).read_bytes()
    assert "finit par" in refused(lead, lead.folder / DATABASE)
    assert "dossier d’un projet" in refused(lead, lead.folder / "lot.depeche")
    assert "dossier d’un projet" in refused(lead, lead.folder / "backups" / "lot.depeche")
    assert (lead.folder / DATABASE).read_bytes() == before
    assert check(lead) == []


def test_what_is_no_package_of_this_kind_stays(lead, tmp_path):
    other = tmp_path / "notes.depeche"
    other.write_text("mes notes", encoding="utf-8")
    assert "rien n’a été remplacé" in refused(lead, other)
    assert other.read_text(encoding="utf-8") == "mes notes"
    link = tmp_path / "lien.depeche"
    link.symlink_to(tmp_path / "RECEIPT.md")
    assert "finit par" in refused(lead, link)
    folder = tmp_path / "dossier.depeche"
    folder.mkdir()
    assert "rien n’a été remplacé" in refused(lead, folder)
    assert "finit par" in refused(lead, tmp_path / "lot")


def test_an_earlier_package_is_replaced(lead, tmp_path):
    package(lead, tmp_path / "lot.depeche", "Bilal")
    first = (tmp_path / "lot.depeche").read_bytes()
    package(lead, tmp_path / "lot.depeche", "Zoé")
    assert (tmp_path / "lot.depeche").read_bytes() != first
