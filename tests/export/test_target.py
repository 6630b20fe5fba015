"""Nothing takes the place of anything but what an earlier export of its kind wrote there."""

from __future__ import annotations

import json

import pytest

from depeche import paths
from depeche.errors import UserError
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.forms import FORMS
from depeche.export.package import package
from depeche.export.swap import digest
from depeche.export.target import alone_in
from depeche.store.check import check
from depeche.store.project import DATABASE, Project
from depeche.train.parting import parting
from tests.export.hostile import make
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


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    with make(tmp_path_factory.mktemp("hostile")) as project:
        yield project


@pytest.mark.parametrize("format_", list(FORMS))
def test_a_file_that_no_export_wrote_or_that_somebody_changed_is_never_replaced(hostile, tmp_path, format_):
    parts = parting(hostile)
    export(hostile, tmp_path / "a", format_, parting=parts)
    names = list(json.loads((tmp_path / "a" / "RECEIPT.json").read_text())["exports"][format_.value]["files"])
    for name in (names[0], names[-1], "RECEIPT.json"):
        mine = tmp_path / "b" / name
        mine.parent.mkdir(parents=True, exist_ok=True)
        mine.write_text("à moi")
        with pytest.raises(UserError, match="n’est pas ce qu’un export y a écrit"):
            export(hostile, tmp_path / "b", format_, parting=parts)
        assert [path.read_text() for path in (tmp_path / "b").rglob("*") if path.is_file()] == ["à moi"]
        mine.unlink()
    export(hostile, tmp_path / "a", format_, parting=parts)
    with (tmp_path / "a" / names[-1]).open("ab") as file:
        file.write(b"mine")
    with pytest.raises(UserError, match="n’est pas ce qu’un export y a écrit"):
        export(hostile, tmp_path / "a", format_, parting=parts)
    assert (tmp_path / "a" / names[-1]).read_bytes().endswith(b"mine")


def test_forms_share_a_folder_and_the_receipt_is_true_of_all_of_them(hostile, tmp_path):
    alone = {Format.SPACY_PROJECT}  # its data are called as those of `spacy`, its README as that of `huggingface`
    for format_ in FORMS.keys() - alone:
        export(hostile, tmp_path, format_)
    receipts = json.loads((tmp_path / "RECEIPT.json").read_text())["exports"]
    assert {*receipts} == {one.value for one in FORMS.keys() - alone}
    for one in receipts.values():
        for name, facts in one["files"].items():
            assert digest(tmp_path / name) == facts["sha256"], name
    with pytest.raises(UserError, match="n’est pas ce qu’un export y a écrit"):
        export(hostile, tmp_path, Format.SPACY_PROJECT, parting=parting(hostile))


def test_two_exports_at_once_into_one_folder_are_one_and_a_sentence(tmp_path):
    with alone_in(tmp_path / "sortie"):
        with pytest.raises(UserError, match="autre export"), alone_in(tmp_path / "x" / ".." / "sortie"):
            pass
        with alone_in(tmp_path / "ailleurs"):
            pass
    with alone_in(tmp_path / "sortie"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_noted_an_export_goes_on(tmp_path, monkeypatch):
    (tmp_path / "etat").write_text("")
    monkeypatch.setattr(paths, "state", lambda: tmp_path / "etat")
    with alone_in(tmp_path / "sortie"):
        pass
