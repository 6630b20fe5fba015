"""Archives: what is in them goes in as from a folder, and what an enemy packs is refused by name."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from depeche.core.article import Article
from depeche.errors import InputError
from depeche.ingest import zip_file
from depeche.ingest.ingest import ingest
from depeche.ingest.kinds import recognise
from depeche.ingest.reader import Found
from depeche.ingest.readers import zipped
from depeche.ingest.source import Source
from depeche.store import articles
from tests.fixtures import make_project
from tests.ingest.given import given
from tests.ingest.test_office import docx, packed, run

TEXT = "Le ministre est arrivé à Tunis lundi\u00a0; il en repartira\u202f: «\u202fdemain\u202f»."


def members(data: bytes) -> list[tuple[str, str]]:
    """What an archive gives: (label, text) for a file, ("", sentence) for what is refused."""
    done = []
    assert zipped.READER.members is not None
    try:
        for one in zipped.READER.members(given(data, "x.zip")):
            if isinstance(one, Found):
                done.append(("", str(one.record)))
            else:
                done.append((one.label, one.data().decode()))
    except InputError as error:
        done.append(("", str(error)))
    return done


def archive(*files: tuple[zipfile.ZipInfo | str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in files:
            new.writestr(name, content, how)
    return file.getvalue()


def ingested(tmp_path: Path, contents: Mapping[str, str | bytes]) -> tuple[list[Article], list[str]]:
    path = tmp_path / "revue.zip"
    path.write_bytes(packed(contents))
    with make_project(tmp_path / "p", {}) as project:
        done = ingest(project, [path])
        assert done.read == done.new + done.known + len(done.refused)
        with project.read() as db:
            return articles.after(db, 0, 100), done.refused


def test_a_folder_of_all_kinds_in_an_archive(tmp_path):
    page = f"<!DOCTYPE html><html><body><article><p>{TEXT} Deux.</p><p>{TEXT}</p></article></body></html>"
    inner = packed({"a.txt": "Un texte."})
    found, refused = ingested(
        tmp_path,
        {
            "2024/un.txt": TEXT,
            "2024/page.html": page,
            "doc.docx": docx(run(f"{TEXT} Trois.")),
            "deux/image.png": b"\x89PNG\r\n\x1a\n\0\0",
            "dedans.zip": inner,
            "__MACOSX/._un.txt": b"\0\5",
            ".cache/x.txt": "caché",
            "desktop.ini": "[.ShellClassInfo]",
        },
    )
    assert [article.name for article in found] == ["2024/un", "2024/page", "doc"]
    assert [article.text for article in found] == [TEXT, f"{TEXT} Deux.\n{TEXT}", f"{TEXT} Trois."]
    assert len(refused) == 2
    assert "deux/image.png" in refused[0]
    assert "dedans.zip" in refused[1]
    assert "archive dans une archive" in refused[1]


def test_a_brat_folder_in_an_archive_keeps_its_marks(tmp_path):
    found, refused = ingested(
        tmp_path, {"corpus/a.txt": "Macron parle.", "corpus/a.ann": "T1\tACTOR 0 6\tMacron\n", "b.txt": "Rien ici."}
    )
    assert (sorted(article.text for article in found), refused) == (["Macron parle.", "Rien ici."], [])
    source = next(iter(zipped.READER.members(given(packed({"d/a.txt": "x", "d/a.ann": "y", "a.ann": "z"}), "x.zip"))))
    assert isinstance(source, Source)
    beside = source.beside("a.ann")
    assert beside is not None
    assert beside.data() == b"y"
    assert source.beside("../a.ann") is None
    assert source.beside("b.ann") is None


def test_members_can_be_read_after_the_archive_was_gone_through():
    sources = list(zipped.READER.members(given(packed({"a.txt": "un", "b.txt": "deux"}), "x.zip")))
    assert [one.data() for one in sources] == [b"un", b"deux"]
    with sources[1].open() as file:
        assert (file.read(1), file.seek(0), file.read()) == (b"d", 0, b"deux")


def info(name: str, mode: int = 0) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("x")
    made.filename, made.external_attr = name, mode << 16
    return made


@pytest.mark.parametrize(
    ("member", "content", "said"),
    [
        ("../a.txt", "x", "hors"),
        ("/etc/a.txt", "x", "hors"),
        ("C:/a.txt", "x", "hors"),
        ("c:a.txt", "x", "hors"),
        ("a/../../b.txt", "x", "hors"),
        ("a\\..\\..\\b.txt", "x", "hors"),
        ("a//b.txt", "x", "hors"),
        (info("lien", stat.S_IFLNK | 0o777), "/etc/passwd", "un lien"),
        (info("tube", stat.S_IFIFO), "", "ordinaire"),
        (info("disque", stat.S_IFBLK), "", "ordinaire"),
        ("bombe.txt", b"0" * 3_000_000, "100 fois"),
        ("a\x1b[31m.txt", "x", "invisibles"),
    ],
)
def test_what_no_folder_could_hold_is_refused_by_name_and_the_rest_read(member, content, said):
    found = members(archive((member, content), ("bon.txt", "un texte")))
    assert [label for label, _ in found] == ["", "bon"]
    assert said in found[0][1]
    assert "«\u202f" in found[0][1]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused_the_second_time():
    found = members(archive(("a.txt", "un"), ("a.txt", "deux")))
    assert found[0] == ("a", "un")
    assert "deux fois" in found[1][1]


def test_encrypted_members():
    data = bytearray(packed({"a.txt": "secret", "b.txt": "clair"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    found = members(bytes(data))
    assert "« a.txt » est chiffré" in found[0][1].replace("\u202f", " ")
    assert found[1] == ("b", "clair")


@pytest.mark.parametrize("encoding", ["utf-8", "cp437", "cp850"])
def test_names_of_any_program(encoding):
    name = "été.txt" if encoding == "cp437" else "À l’été.txt".replace("’", "'")
    data = packed({"X" * len(name.encode(encoding)): "x"})
    data = data.replace(b"X" * len(name.encode(encoding)), name.encode(encoding))
    assert members(data) == [(name[:-4], "x")]


def test_too_many_or_too_much_is_refused_as_a_whole(monkeypatch):
    monkeypatch.setattr(zip_file, "MEMBERS", 3)
    assert "plus de 3 fichiers" in members(packed({f"{n}.txt": "x" for n in range(4)}))[0][1]
    data = packed({"a.txt": "un"}).replace(struct.pack("<LL", 4, 2), struct.pack("<LL", 4, 0xFFFFFFF0))
    assert "dépasse" in members(data)[0][1]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-30],
        lambda data: data[:40],
        lambda data: data.replace(b"un texte", b"UN TEXTE"),
        lambda data: data[:-6] + b"\xff\xff\xff\x7f\0\0",
        lambda data: b"PK\x03\x04",
        lambda data: data + b"\0" * 70_000,
    ],
)
def test_damaged_archives_end_in_a_sentence(damage):
    found = members(damage(archive((info("a.txt"), "un texte"), how=zipfile.ZIP_STORED)))
    assert found[0][0] == ""
    assert "abîmée" in found[0][1] or "ne peut pas être décompressé" in found[0][1]


def test_a_work_package_is_sent_to_where_it_opens():
    data = packed({"manifest.json": '{"format": "depeche-package"}'})
    assert "Ouvrir un lot" in members(data)[0][1] or recognise(given(data, "x.depeche")).name == "zip"
    with pytest.raises(InputError, match="Ouvrir un lot"):
        next(iter(zipped.READER.members(given(data, "x.depeche"))))


def test_office_documents_are_no_archives():
    data = docx(run("texte"))
    assert recognise(given(data, "x.docx")).name == "docx"
    assert recognise(given(data, "x.zip")).name == "docx"


def test_windows_separators_part_folders_and_lead_out_of_the_archive_no_more_than_others():
    names = ("revue\\a.txt", "revue\\", "..\\b.txt", "C:\\c.txt", "\\d.txt")
    data = archive(*((name, TEXT) for name in names))
    found = members(data)
    assert found[0] == ("revue/a", TEXT)
    assert ["hors de l’archive" in said for label, said in found[1:] if not label] == [True] * 3


def test_a_damaged_document_in_an_archive_is_called_damaged(tmp_path):
    whole = docx(run(TEXT))
    found, refused = ingested(tmp_path, {"a.docx": whole[: len(whole) // 2], "b.odt": b"PK\3\4xx"})
    assert not found
    assert len(refused) == 2
    assert all("abîmé" in one and "archive dans" not in one for one in refused)
