"""Packages opened: the same project comes back, and nothing that an enemy sends makes half of one.

DEPECHE_MUTATIONS sets how many damaged packages are tried; 2,000 were for the release.
"""

from __future__ import annotations

import json
import os
import random
import signal
import stat
import struct
import subprocess
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from depeche.annotate.desk import Desk
from depeche.core import package as form
from depeche.core.ids import new_key
from depeche.core.progress import Cancelled, Progress
from depeche.errors import InputError, NewerError, ProjectError, UserError
from depeche.export.handback import give_back
from depeche.export.package import package
from depeche.ingest.inspection import inspect
from depeche.ingest.package import receive, unpack
from depeche.store.check import check
from depeche.store.project import DATABASE, Project
from tests.fixtures import key_of, make_project
from tests.packages import (
    Members,
    annotate,
    at_work,
    changed_line,
    info,
    make_lead,
    make_package,
    members_of,
    sealed,
    write,
)
from tests.store.test_project import child

MUTATIONS = int(os.environ.get("DEPECHE_MUTATIONS", "200"))
KILLS = int(os.environ.get("DEPECHE_KILLS", "8"))


@pytest.fixture
def members(tmp_path: Path) -> Members:
    """What a real package holds."""
    return members_of(make_package(tmp_path))


def refuses(path: Path, match: str) -> None:
    """Assert that a file is refused in one sentence that names it, and that nothing is left of the attempt."""
    target = path.parent / "Documents"
    target.mkdir(exist_ok=True)
    for attempt in (lambda: unpack(path, target / "projet"), lambda: receive(path, target)):
        with pytest.raises(InputError, match=match) as refused:
            attempt()
        assert path.name in refused.value.message
        assert "\n" not in refused.value.message
        assert refused.value.message.count(". ") <= 1
    assert list(target.iterdir()) == []


# --- opening


def test_the_same_package_opens_the_same_project_and_keeps_its_work(tmp_path):
    path, documents = make_package(tmp_path), tmp_path / "Documents"
    first = receive(path, documents)
    assert (first.made, first.folder) == (True, documents / "lead - Bilal")
    with Project.open(first.folder) as project:
        annotate(project)
    before = (first.folder / DATABASE).read_bytes()
    again = receive(path, documents)
    assert (again.made, again.folder) == (False, first.folder)
    moved = documents / "Mon lot"
    first.folder.rename(moved)
    assert receive(path, documents).folder == moved
    moved.rename(tmp_path / "ailleurs")
    assert receive(path, documents, [tmp_path / "ailleurs"]).folder == tmp_path / "ailleurs"
    assert not unpack(path, tmp_path / "ailleurs").made
    assert (tmp_path / "ailleurs" / DATABASE).read_bytes() == before


def test_it_is_found_while_it_is_open_and_after_a_kill(tmp_path):
    path, documents = make_package(tmp_path), tmp_path / "Documents"
    folder = receive(path, documents).folder
    with Project.open(folder):
        assert not receive(path, documents).made
    (folder / f"{DATABASE}-journal").write_bytes(b"")
    assert receive(path, documents).folder == folder


RECEIVE = """
    import sys
    from pathlib import Path
    from depeche.ingest.package import receive
    sys.stdin.readline()
    print(receive(Path(sys.argv[1]), Path(sys.argv[2])).folder)
"""


def test_opened_many_times_at_once_it_is_one_project(tmp_path):
    path, documents = make_package(tmp_path), tmp_path / "Documents"
    hands = [child(RECEIVE, path, documents, stdin=subprocess.PIPE) for _ in range(4)]
    for hand in hands:
        assert hand.stdin is not None
        hand.stdin.write("\n")
        hand.stdin.flush()
    said = {hand.communicate()[0].strip() for hand in hands}
    assert said == {str(documents / "lead - Bilal")}
    assert [one.name for one in documents.iterdir()] == ["lead - Bilal"]
    with Project.open(documents / "lead - Bilal") as project:
        assert check(project) == []


def test_another_package_of_the_same_name_gets_a_folder_of_its_own(tmp_path):
    documents = tmp_path / "Documents"
    first = receive(make_package(tmp_path), documents)
    with Project.open(tmp_path / "lead") as lead:
        desk = Desk(lead)
        desk.open(key_of(lead, "crue"))
        desk.set_date("2025-07-13")
    second = receive(make_package(tmp_path, name="lot2.depeche"), documents)
    assert second.folder.name == "lead - Bilal (2)"
    assert {first.folder, second.folder} == set(documents.iterdir())
    assert receive(tmp_path / "lot2.depeche", documents).folder == second.folder


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    path = make_package(tmp_path)
    (tmp_path / "plein").mkdir()
    (tmp_path / "plein" / "notes.txt").write_text("à garder", encoding="utf-8")
    make_project(tmp_path / "projet").close()
    for folder in ("plein", "projet", "lot.depeche"):
        with pytest.raises(ProjectError, match="existe déjà"):
            unpack(path, tmp_path / folder)
    assert [one.name for one in (tmp_path / "plein").iterdir()] == ["notes.txt"]
    (tmp_path / "vide").mkdir()
    assert unpack(path, tmp_path / "vide").made


def test_a_damaged_project_of_that_name_is_said_and_not_passed_over(tmp_path):
    path, documents = make_package(tmp_path), tmp_path / "Documents"
    folder = receive(path, documents).folder
    (folder / DATABASE).write_bytes(b"SQLite format 3\0" + b"\x05" * 5000)
    with pytest.raises(ProjectError, match="endommagé"):
        receive(path, documents)
    assert [one.name for one in documents.iterdir()] == ["lead - Bilal"]


def test_names_that_no_folder_can_have_are_changed(tmp_path):
    with make_lead(tmp_path / "lead") as lead:
        package(lead, tmp_path / "lot.depeche", "../C:\\Bi|la?l")
    folder = receive(tmp_path / "lot.depeche", tmp_path / "Documents").folder
    assert folder.parent == tmp_path / "Documents"
    assert folder.name == "lead - ..-C-Bi-la-l"


def test_a_name_longer_than_a_file_system_takes_is_cut_and_what_is_not_seen_left_out(tmp_path):
    with make_lead(tmp_path / "lead") as lead:
        package(lead, tmp_path / "lot.depeche", "\u202eBi\u200blal" + "🇫🇷" * 500)
    folder = receive(tmp_path / "lot.depeche", tmp_path / "Documents").folder
    assert folder.name.startswith("lead - Bilal🇫🇷")
    assert len(folder.name.encode("utf-8")) < 230
    assert (folder / DATABASE).is_file()


def test_a_stopped_unpacking_leaves_nothing(tmp_path):
    path = make_package(tmp_path)

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        unpack(path, tmp_path / "Documents" / "p", stop)
    assert list((tmp_path / "Documents").iterdir()) == []


def test_a_return_is_not_opened_as_work(tmp_path):
    with at_work(tmp_path) as project:
        give_back(project, tmp_path / "rendu.depeche")
    refuses(tmp_path / "rendu.depeche", "travail rendu")


# --- refused as a whole


NAMES = {
    "leaves the folder": "../ailleurs.txt",
    "leaves it in the middle": "models/../../ailleurs.txt",
    "absolute": "/etc/depeche.txt",
    "a Windows drive": "C:/depeche.txt",
    "backslashes": "..\\ailleurs.txt",
    "a device": "models/m/CON.txt",
    "a hidden file": "models/m/.profile",
    "an empty part": "models//m",
    "a dot": "models/./m",
    "a trailing blank": "models/m/x ",
    "a folder": "models/m/",
    "a control character": "models/m/a\nb",
    "far too deep": "models/" + "a/" * 40 + "b",
    "too long": "models/m/" + "a" * 300,
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_member_that_leads_elsewhere_is_refused(tmp_path, members, name):
    refuses(write(tmp_path / "x.depeche", sealed(members | {name: b"x"})), "mène hors du dossier ou n’est pas admis")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFDIR])
def test_a_link_or_a_device_is_refused(tmp_path, members, kind):
    with zipfile.ZipFile(tmp_path / "x.depeche", "w") as archive:
        for name, data in members.items():
            archive.writestr(info(name, kind | 0o777) if name == form.GUIDE else info(name), data)
    refuses(tmp_path / "x.depeche", "n’est pas un fichier ordinaire")


@pytest.mark.parametrize("name", [form.SCHEME, form.SCHEME.upper()])
def test_the_same_member_twice_is_refused(tmp_path, members, name):
    with pytest.MonkeyPatch.context() as patch, zipfile.ZipFile(tmp_path / "x.depeche", "w") as archive:
        patch.setattr("warnings.warn", lambda *_args, **_more: None)
        for one, data in [*members.items(), (name, b"")]:
            archive.writestr(info(one), data)
    refuses(tmp_path / "x.depeche", "y figure deux fois")


def test_a_bomb_is_refused(tmp_path, members):
    bomb = members | {form.GUIDE: b"a" * 900_000, form.ARTICLES: members[form.ARTICLES] + b" " * 50_000_000}
    refuses(write(tmp_path / "x.depeche", sealed(bomb)), "enflerait")


def test_a_model_that_is_none_is_refused_with_all_that_came_with_it(tmp_path, members):
    for said in ({"models/m/prog.py": b"import os"}, {"models/m/config.cfg": b"[nlp]\nlang = fr\n"}):
        refuses(write(tmp_path / "x.depeche", sealed(members | said, model="m")), "« m » n’est pas pris")


def test_absurd_sizes_are_refused_before_anything_is_read(tmp_path, members):
    path = write(tmp_path / "x.depeche", members)
    data = path.read_bytes()
    entry = data.rindex(form.ARTICLES.encode()) - 46
    for size in (0xFFFF_FFFE, 3_000_000_000):
        (tmp_path / "y.depeche").write_bytes(data[: entry + 24] + struct.pack("<I", size) + data[entry + 28 :])
        refuses(tmp_path / "y.depeche", "dépasse")


def test_a_sparse_file_of_many_gigabytes_is_refused_at_once(tmp_path):
    with (tmp_path / "x.depeche").open("wb") as file:
        file.truncate(50_000_000_000)
    refuses(tmp_path / "x.depeche", "dépasse")


def test_too_many_members_are_refused(tmp_path, members):
    many = {f"models/m/{n}": b"" for n in range(form.MEMBERS)}
    refuses(write(tmp_path / "x.depeche", members | many), "trop de fichiers")


def test_an_encrypted_member_is_refused(tmp_path, members):
    path = write(tmp_path / "x.depeche", members)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark, data.index(b"PK\x03\x04", 1) if offset == 6 else data.index(mark) + 1)
        data[at + offset] |= 1
    path.write_bytes(data)
    refuses(path, "chiffré")


def test_other_kinds_of_file_are_refused(tmp_path, members):
    (tmp_path / "vide.depeche").write_bytes(b"")
    (tmp_path / "texte.depeche").write_text("Bonjour", encoding="utf-8")
    (tmp_path / "base.depeche").write_bytes((tmp_path / "lead" / DATABASE).read_bytes())
    write(tmp_path / "docx.depeche", {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"})
    write(tmp_path / "json.depeche", {form.MANIFEST: b'{"format": "autre"}'})
    write(tmp_path / "dernier.depeche", dict(reversed(members.items())))
    for name in ("vide", "texte", "base", "docx", "json", "dernier"):
        refuses(tmp_path / f"{name}.depeche", "n’est pas un lot de travail de Dépêche")
    refuses(tmp_path / "lead", "fichier ordinaire|ne peut pas être lu")
    refuses(tmp_path / "absent.depeche", "ne peut pas être lu")
    os.mkfifo(tmp_path / "tube.depeche")
    refuses(tmp_path / "tube.depeche", "fichier ordinaire")


def test_of_a_newer_format_nothing_is_said_but_that_it_is_newer(tmp_path, members):
    newer = sealed(members, version=form.FORMAT + 1, program="9.1\x1b[2J", nouveau={"a": 1})
    data = write(tmp_path / "x.depeche", newer).read_bytes()
    many = {f"neuf/{n}": b"" for n in range(form.MEMBERS)}
    for one in (data, data[:-30], data + b"\0", write(tmp_path / "y.depeche", newer | many).read_bytes()):
        (tmp_path / "x.depeche").write_bytes(one)
        refuses(tmp_path / "x.depeche", "plus récente de Dépêche")
        with pytest.raises(NewerError) as refused:
            inspect(tmp_path / "x.depeche")
        assert str(refused.value) == (
            "x.depeche a été fait par une version plus récente de Dépêche. Mettez Dépêche à jour."
        )


def test_a_changed_member_is_refused_for_its_hash_whatever_it_says_now(tmp_path, members):
    for name in (form.SCHEME, form.GUIDE, form.ARTICLES, form.ACTORS):
        for changed in (b"x" * len(members[name]), members[name][::-1]):
            if changed != members[name]:
                refuses(write(tmp_path / "x.depeche", members | {name: changed}), f"{name}.*empreinte")
                assert "empreinte" in inspect(tmp_path / "x.depeche").problem


def test_a_truncated_or_lengthened_package_is_refused(tmp_path):
    data = make_package(tmp_path).read_bytes()
    chance = random.Random(2)
    for length in [1, 3, 4, 29, 30, len(data) - 22, len(data) - 1, *(chance.randrange(len(data)) for _ in range(20))]:
        (tmp_path / "x.depeche").write_bytes(data[:length])
        refuses(tmp_path / "x.depeche", "coupé|n’est pas un lot|abîmé")
    for more in (b"\0", data, b"PK\x05\x06" + b"\0" * 18):
        (tmp_path / "x.depeche").write_bytes(data + more)
        refuses(tmp_path / "x.depeche", "n’est pas|coupé|deux fois|trop")
        (tmp_path / "x.depeche").write_bytes(more + data)
        refuses(tmp_path / "x.depeche", "n’est pas|coupé|deux fois|trop")


def test_a_zip64_record_that_python_would_believe_is_refused(tmp_path, members):
    data = write(tmp_path / "x.depeche", members).read_bytes()
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    end = bytearray(data[-22:])
    end[12:16] = struct.pack("<I", struct.unpack("<I", end[12:16])[0] + len(locator))
    (tmp_path / "x.depeche").write_bytes(data[:-22] + locator + bytes(end))
    refuses(tmp_path / "x.depeche", "n’est pas un lot|abîmé")


def test_a_changed_member_or_manifest_is_refused(tmp_path, members):
    for name in (form.SCHEME, form.GUIDE, form.ARTICLES, form.ACTORS):
        changed = members[name].replace(b"a", b"b", 1) if members[name] else b"x"
        refuses(write(tmp_path / "x.depeche", members | {name: changed}), "empreinte|annonce")
    manifest = json.loads(members[form.MANIFEST])
    for field, value in {"title": "Autre", "articles": 2, "project": new_key(), "key": new_key()}.items():
        said = json.dumps(manifest | {field: value}, ensure_ascii=False).encode()
        refuses(write(tmp_path / "x.depeche", members | {form.MANIFEST: said}), "manifeste a été changé")


def test_a_member_too_many_or_too_few_is_refused(tmp_path, members):
    without = {name: data for name, data in members.items() if name != form.GUIDE}
    for some in (members | {"autre.txt": b"x"}, members | {"models/m/x": b""}, without):
        refuses(write(tmp_path / "x.depeche", sealed(some)), "annonce")
        refuses(write(tmp_path / "x.depeche", some), "annonce")


def test_counts_that_are_not_true_are_refused(tmp_path, members):
    for name in ("articles", "suggestions", "spans", "verdicts"):
        refuses(write(tmp_path / "x.depeche", sealed(members, **{name: 99})), "annonce")


# --- refused for what a line says


def put(field: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(line: dict[str, Any]) -> None:
        line[field] = value

    return change


def in_first(list_: str, **said: Any) -> Callable[[dict[str, Any]], None]:
    def change(line: dict[str, Any]) -> None:
        line[list_][0].update(said)

    return change


LINES: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "another text": (lambda line: put("text", line["text"] + " ")(line), "empreinte"),
    "another hash": (put("text_hash", "0" * 64), "empreinte"),
    "another length": (put("length", 3), "empreinte|sort du texte"),
    "no text": (lambda line: line.pop("text"), "porte des textes"),
    "an empty text": (put("text", " "), "vide"),
    "a key that is none": (put("key", "x"), "« key »"),
    "a key in capitals": (lambda line: put("key", line["key"].upper())(line), "« key »"),
    "the same key twice": (lambda line: line["suggestions"].append(line["suggestions"][0]), "deux fois"),
    "the number of another": (put("number", 2), "deux fois"),
    "the name of another": (put("name", "crue"), "deux fois"),
    "a number below 1": (put("number", 0), "« number »"),
    "a number that no database holds": (put("number", 2**70), "« number »"),
    "a date that is none": (put("date", "2025-02-30"), "« date »"),
    "an unknown origin of a date": (put("date_origin", "deviné"), "« date_origin »"),
    "meta that is a list": (put("meta", []), "« meta »"),
    "unmasked off the text": (put("unmasked", [[0, 9999]]), "sort du texte"),
    "unmasked that are no pairs": (put("unmasked", [[0]]), "« unmasked »"),
    "a title that is a number": (put("title", 3), "« title »"),
    "no name": (put("name", ""), "« name »"),
    "suggestions that are none": (put("suggestions", {"a": 1}), "« suggestions »"),
    "an unknown label": (in_first("suggestions", label="INCONNU"), "étiquette inconnue"),
    "a span off the text": (in_first("suggestions", end=9999), "sort du texte"),
    "a span the wrong way round": (in_first("suggestions", start=9, end=5), "sort du texte"),
    "a negative offset": (in_first("suggestions", start=-1), "« start »"),
    "a value that is an object": (in_first("suggestions", value={}), "« value »"),
    "attrs that are a text": (in_first("suggestions", attrs="x"), "« attrs »"),
    "a score that is a text": (in_first("suggestions", score="1"), "« score »"),
    "a score beyond all": (in_first("suggestions", score=10**400), "« score »|JSON"),
    "somebody's reading": (put("readings", [{"key": new_key(), "annotator": new_key()}]), "champ|travail"),
    "a null character": (put("title", "a\0b"), "nul"),
    "too deep": (lambda line: put("meta", nested(500))(line), "imbriqué"),
}


def nested(depth: int) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for _ in range(depth):
        data = {"a": data}
    return data


@pytest.mark.parametrize(("change", "match"), LINES.values(), ids=LINES.keys())
def test_a_line_that_cannot_be_is_refused(tmp_path, members, change, match):
    match = match.replace("« ", "«\u202f").replace(" »", "\u202f»")
    refuses(write(tmp_path / "x.depeche", changed_line(members, change)), match)


RAW = {
    "NaN": (b'"length": ', b'"length": NaN, "longueur": '),
    "infinity": (b'"length": ', b'"plus": 1e999, "length": '),
    "twice the same field": (b'"length": ', b'"length": 1, "length": '),
    "half a character": (b'"title": "', b'"title": "\\ud800'),
    "no UTF-8": (b'"title": "', b'"title": "\xff'),
    "a hundred thousand levels": (b'"length": ', b'"a": ' + b"[" * 100_000 + b"]" * 100_000 + b', "length": '),
    "a number of 5,000 digits": (b'"length": ', b'"a": ' + b"9" * 5_000 + b', "length": '),
    "no JSON": (b"{", b"<"),
    "no object": (b"{", b"[{"),
    "an empty line": (b"{", b"\n{"),
}


@pytest.mark.parametrize(("old", "new"), RAW.values(), ids=RAW.keys())
def test_json_that_programs_read_differently_is_refused(tmp_path, members, old, new):
    changed = sealed(members | {form.ARTICLES: members[form.ARTICLES].replace(old, new, 1)})
    refuses(write(tmp_path / "x.depeche", changed), "articles.jsonl")


def test_a_scheme_or_registry_that_is_none_is_refused(tmp_path, members):
    for toml in (b"", b"[[label]]\n", b"a = " + b"[" * 20_000, b"\xff", members[form.SCHEME].replace(b"ACTOR", b"A B")):
        refuses(write(tmp_path / "x.depeche", sealed(members | {form.SCHEME: toml})), "refusé")
    for line in (b"{}\n", b'{"name": "x"}\n', b"x", members[form.ACTORS] * 2):
        refuses(write(tmp_path / "x.depeche", sealed(members | {form.ACTORS: line})), "actors.jsonl|abîmé")


@pytest.mark.parametrize(
    "change",
    [
        in_first("readings", state="presque"),
        in_first("readings", annotator=new_key()),
        lambda line: line["readings"][0]["verdicts"][0].update(outcome="peut-être"),
        lambda line: line["readings"][0]["verdicts"][0].update(suggestion=new_key()),
        lambda line: line["readings"][0]["spans"][0].update(suggestion=new_key()),
        lambda line: line["readings"][0]["spans"][0].update(label="INCONNU"),
        lambda line: line["readings"][0]["spans"][0].update(end=9999),
        lambda line: line["readings"].append(line["readings"][0]),
    ],
)
def test_a_return_that_cannot_be_is_not_verified(tmp_path, change):
    with at_work(tmp_path) as project:
        give_back(project, tmp_path / "rendu.depeche")
    path = write(tmp_path / "x.depeche", changed_line(members_of(tmp_path / "rendu.depeche"), change))
    assert "articles.jsonl" in inspect(path).problem
    for broken in (b"{}\n", b"x"):
        sick = sealed(members_of(tmp_path / "rendu.depeche") | {form.JOURNAL: broken})
        assert inspect(write(tmp_path / "y.depeche", sick)).problem


# --- any damage whatever


def mutated(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice([1, 1, 1, 2, 8])):
        at = chance.randrange(len(out))
        act = chance.randrange(6)
        if act == 0:
            out[at] ^= 1 << chance.randrange(8)
        elif act == 1:
            out[at] = chance.randrange(256)
        elif act == 2:
            del out[at : at + chance.randrange(1, 40)]
        elif act == 3:
            out[at:at] = chance.randbytes(chance.randrange(1, 40))
        elif act == 4:
            out[at : at + 4] = struct.pack("<I", chance.choice([0, 1, 0xFFFF_FFFF, 0x7FFF_FFFF, len(data)]))
        else:
            other = chance.randrange(len(out))
            out[at : at + 30] = out[other : other + 30]
        out = out or bytearray(b"x")
    return bytes(out)


def inner(members: Members, chance: random.Random) -> Members:
    """Return the members with one damaged inside, in an archive and with a manifest that are true of it."""
    name = chance.choice([form.ARTICLES, form.ARTICLES, form.ACTORS, form.SCHEME, form.MANIFEST])
    if name != form.MANIFEST:
        return sealed(members | {name: mutated(members[name], chance)})
    return members | {name: mutated(members[name], chance)}


def test_mutated_packages_are_opened_whole_or_refused_in_a_sentence(tmp_path):
    whole = make_package(tmp_path).read_bytes()
    members = members_of(tmp_path / "lot.depeche")
    key = inspect(tmp_path / "lot.depeche").manifest.key
    chance, slowest, opened = random.Random(16), 0.0, 0
    target = tmp_path / "Documents"
    for n in range(MUTATIONS):
        path = tmp_path / "x.depeche"
        if n % 2:
            path.write_bytes(mutated(whole, chance))
        else:
            write(path, inner(members, chance))
        began = time.process_time()
        try:
            done = unpack(path, target / str(n))
        except UserError:
            assert not target.exists() or all(one.name.isdigit() for one in target.iterdir()), n
            assert not (target / str(n)).exists()
        else:
            opened += 1
            with Project.open(done.folder) as project:
                assert check(project) == []
            if n % 2:
                assert done.manifest.key == key, "nothing that it says was changed"
        slowest = max(slowest, time.process_time() - began)
    assert slowest < 60
    print(f"{MUTATIONS} mutated packages, {opened} opened, slowest {slowest * 1000:.0f} ms")


# --- killed


UNPACK = """
    import sys
    from pathlib import Path
    from depeche.ingest.package import unpack
    print("open", flush=True)
    unpack(Path(sys.argv[1]), Path(sys.argv[2]), lambda progress: print(progress.done, flush=True))
    print("made", flush=True)
"""


def test_killed_while_unpacking_there_is_a_whole_project_or_none(tmp_path):
    texts = {f"a{n}": f"Titre {n}\n\nLa ville de Tarsis, jour {n}. " + "Rien de neuf. " * 100 for n in range(150)}
    with make_project(tmp_path / "lead", texts) as lead:
        package(lead, tmp_path / "lot.depeche", "Bilal")
    documents = tmp_path / "Documents"
    chance, made = random.Random(3), 0
    for kill in range(KILLS):
        target = documents / f"p{kill}"
        with child(UNPACK, tmp_path / "lot.depeche", target) as hand:
            assert hand.stdout is not None
            assert hand.stdout.readline() == "open\n"
            if kill % 3:
                for _ in range(chance.randint(1, 7)):
                    hand.stdout.readline()
            time.sleep(chance.uniform(0, 0.06))
            hand.send_signal(signal.SIGKILL)
            said = hand.stdout.read()
        if target.exists():
            made += 1
            with Project.open(target) as project:
                assert check(project) == []
                assert len(project.scheme.labels) == 4
            assert not unpack(tmp_path / "lot.depeche", target).made
        else:
            assert "made" not in said
        assert [one.name for one in documents.glob("[!.]*") if not (one / DATABASE).is_file()] == []
    assert unpack(tmp_path / "lot.depeche", documents / "enfin").made
    assert list(documents.glob(".*")) == [], "the next unpacking takes away what the kills left"
    print(f"{KILLS} kills, {made} projects whole")


# --- large


def test_memory_stays_bounded_by_one_article(tmp_path):
    program = """
        import resource, sys
        from pathlib import Path
        from depeche.ingest.package import unpack
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        unpack(Path(sys.argv[1]), Path(sys.argv[2]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """
    chance = random.Random(5)
    texts = {f"a{n}": f"Titre {n}\n\n" + zlib.compress(chance.randbytes(30_000)).hex() for n in range(400)}
    with make_project(tmp_path / "lead", texts) as lead:
        package(lead, tmp_path / "lot.depeche", "Bilal")
    assert (tmp_path / "lot.depeche").stat().st_size > 10_000_000
    with child(program, tmp_path / "lot.depeche", tmp_path / "p") as one:
        assert one.stdout is not None
        said = one.stdout.read()
    assert int(said) < 20_000, f"{said} KB more for 24 MB of text"
