"""Files get their names together: a kill in the midst is finished by who comes next, and nothing leaves the folder."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from pathlib import Path

import pytest

from depeche.core.article import Article, State
from depeche.errors import UserError
from depeche.export import swap as module
from depeche.export.choice import Choice
from depeche.export.export import export
from depeche.export.folder import Shelf
from depeche.export.form import Format
from depeche.export.receipt_page import files_of
from depeche.export.swap import HALF, Swap, is_safe, settle
from depeche.store import articles
from depeche.store.project import Project
from tests.export.test_export import files
from tests.fixtures import make_project
from tests.store.test_project import child

EVERY = tuple(State)


def said(folder: Path, name: str) -> dict[str, str]:
    return files_of(json.loads((folder / "RECEIPT.json").read_text(encoding="utf-8"))["exports"][name])


def put(folder: Path, *names: str, drops: dict[str, str] | None = None) -> None:
    with Shelf(folder) as shelf:
        for name in names:
            with shelf.file(name) as file:
                file.write(b"after " + name.encode())
        assert shelf.drop(drops or {}) == []


@pytest.mark.parametrize("name", ["a", "a/b.txt", "data/é è.json", "..a", "a..b"])
def test_names_within_the_folder_are_safe(name):
    assert is_safe(name)


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../a", "a/../b", "/a", "a//b", "a/", "a\\b", "c:a", "a\0", "a\n", f"{HALF}x/1", "a*"]
)
def test_others_are_not(name, tmp_path):
    assert not is_safe(name)
    with pytest.raises(ValueError, match="name"), Shelf(tmp_path) as shelf, shelf.file(name):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_no_link_is_followed(tmp_path):
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "mine.txt").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "data").symlink_to(tmp_path / "else")
    with pytest.raises(UserError, match="lien"), Shelf(tmp_path / "out") as shelf, shelf.file("data/a.txt"):
        pass
    (tmp_path / "out" / "a.txt").symlink_to(tmp_path / "else" / "mine.txt")
    (tmp_path / "out" / f"{HALF}export").symlink_to(tmp_path / "else")
    with Shelf(tmp_path / "out") as shelf, shelf.file("a.txt") as file:
        file.write(b"ours")
    assert (tmp_path / "out" / "a.txt").read_text() == "ours"
    assert not (tmp_path / "out" / "a.txt").is_symlink()
    assert [path.name for path in (tmp_path / "else").iterdir()] == ["mine.txt"]
    assert (tmp_path / "else" / "mine.txt").read_text() == "mine"


def test_a_folder_where_a_file_must_be_is_refused_before_anything_is_replaced(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_text("before")
    with pytest.raises(UserError, match="dossier"):
        put(tmp_path, "a", "b")
    assert (tmp_path / "a").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("after", range(6))
def test_a_swap_that_stops_anywhere_is_finished_by_the_next_who_comes(tmp_path, monkeypatch, after):
    (tmp_path / "old.txt").write_text("old")
    (tmp_path / "a").write_text("before")
    real, left = Path.replace, iter(range(after))

    def replace(path: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    drops = {"old.txt": module.digest(tmp_path / "old.txt"), "a": "", "gone": "0"}
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, "a", "sub/b", "sub/c", "d", "e", drops=drops)
    monkeypatch.undo()
    settle(tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    if after == 0:  # the list itself had no name yet: nothing had begun
        assert {name for name in found if not name.startswith(HALF)} == {"a", "old.txt"}
        assert (tmp_path / "a").read_text() == "before"
    else:
        assert found == {"a", "sub/b", "sub/c", "d", "e"}
        assert (tmp_path / "sub" / "b").read_text() == "after sub/b"
        assert not list(tmp_path.glob(f"{HALF}*"))


@pytest.mark.parametrize(
    "listed",
    [
        {"files": [["0", "../out.txt"]], "drops": {}},
        {"files": [["../../x", "a"]], "drops": {}},
        {"files": [], "drops": {"../mine.txt": "0"}},
        {"files": [[]], "drops": {}},
        {"files": [["0", "a"]], "drops": {"b": 1, "c": ["x"]}},
        [],
        "[" * 100_000,
    ],
)
def test_a_list_that_no_export_of_ours_wrote_is_thrown_away(tmp_path, listed):
    folder = tmp_path / "out"
    half = folder / f"{HALF}jsonl"
    half.mkdir(parents=True)
    (half / "0").write_text("planted")
    (tmp_path / "mine.txt").write_text("mine")
    (half / "swap.json").write_text(listed if isinstance(listed, str) else json.dumps(listed))
    settle(folder)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert not (tmp_path / "out.txt").exists()
    assert not half.exists()


def test_files_that_an_export_does_not_write_any_more_go_unless_somebody_changed_them(tmp_path):
    with make_project(tmp_path / "p", {"un": "Un.", "deux": "Deux.", "trois": "Trois."}) as project:
        folder = tmp_path / "out"
        export(project, folder, Format.BRAT, choice=Choice(EVERY))
        (folder / "à moi.ann").write_text("mine")
        gone = [name for name in said(folder, "brat") if name.endswith(".txt")]
        changed = folder / gone[-1]
        changed.write_text("changed")
        export(project, folder, Format.JSONL)
        with project.write() as db:
            articles.put(db, Article("Quatre.", name="quatre", date="2025"), "test")
        receipt = export(project, folder, Format.BRAT, choice=Choice(EVERY, since="2025"))
        assert receipt.left_behind == [gone[-1]]
        assert f"`{gone[-1]}` of an earlier export" in (folder / "RECEIPT.md").read_text(encoding="utf-8")
        assert changed.read_text() == "changed"
        assert (folder / "à moi.ann").read_text() == "mine"
        assert (folder / "articles.jsonl").is_file(), "another format's"
        for name in gone[:-1]:
            assert not (folder / name).exists()
        assert set(files(folder)) == {
            *said(folder, "brat"), *said(folder, "jsonl"), "RECEIPT.md", "RECEIPT.json", "à moi.ann", gone[-1],
        }  # fmt: skip


def test_thousands_of_files_are_written_and_killed_at_any_moment_the_folder_is_whole_after_the_next_export(tmp_path):
    with make_project(tmp_path / "p", {f"a{n}": f"Article numéro {n}." for n in range(300)}) as project:
        folder = tmp_path / "out"
        export(project, folder, Format.BRAT, choice=Choice(EVERY))
        before = files(folder)
        assert len(before) > 600
        with project.write() as db:
            for n in range(300, 600):
                articles.put(db, Article(f"Article numéro {n}.", name=f"a{n}", date="2025"), "test")
    program = """
        import sys
        from pathlib import Path
        from depeche.core.article import State
        from depeche.export.choice import Choice
        from depeche.export.export import export
        from depeche.export.form import Format
        from depeche.store.project import Project
        with Project.open(Path(sys.argv[1]), read_only=True) as project:
            print("open", flush=True)
            for n in range(50):
                choice = Choice(tuple(State), since="2025" if n % 2 else "")
                export(project, Path(sys.argv[2]), Format.BRAT, choice=choice)
    """
    chance = random.Random(4)
    for _ in range(5):
        with child(program, tmp_path / "p", folder) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "open\n"
            time.sleep(chance.uniform(0.05, 1.5))
            writer.send_signal(signal.SIGKILL)
        settle(folder)
        whole = {name: digest for name, digest in files(folder).items() if not name.startswith(HALF)}
        told = said(folder, "brat")
        assert whole.items() >= told.items(), "the receipt's files are there, as it says"
        assert set(whole) == {*told, "RECEIPT.md", "RECEIPT.json"}, "and no others"
    with Project.open(tmp_path / "p") as project:
        export(project, folder, Format.BRAT, choice=Choice(EVERY))
    assert len(files(folder)) > 1200
    assert not list(folder.glob(f"{HALF}*"))


def test_a_swap_of_nothing_is_nothing(tmp_path):
    with Shelf(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []
    assert Swap() == Swap([], {})
