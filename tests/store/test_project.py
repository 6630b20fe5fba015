"""Opening a project: what is promised of every connection, what is refused and in which words."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.errors import DamagedError, ProjectError, SchemeError
from depeche.store import articles, backups, migrations
from depeche.store.check import check
from depeche.store.engine import APPLICATION_ID
from depeche.store.project import DATABASE, SCHEME, Project
from tests.fixtures import TREATY, key_of, make_project

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"


def child(program: str, *arguments: object, **options: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP)}
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        **options,  # type: ignore[call-overload]
    )


def pragma(db: Connection, name: str) -> object:
    return db.execute(text(f"PRAGMA {name}")).scalar()


def raw(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / DATABASE)


def test_every_connection_has_the_settings_that_lose_nothing(project):
    with project.read() as one, project.read() as other:
        assert one.connection.driver_connection is not other.connection.driver_connection
        for db in (one, other):
            assert pragma(db, "synchronous") == 3
            assert pragma(db, "journal_mode") == "delete"
            assert pragma(db, "foreign_keys") == 1
            assert pragma(db, "locking_mode") == "normal"
            assert pragma(db, "trusted_schema") == 0
            assert pragma(db, "application_id") == APPLICATION_ID
            assert pragma(db, "user_version") == migrations.VERSION
    with project.write() as db:
        assert pragma(db, "synchronous") == 3
        assert pragma(db, "foreign_keys") == 1


def test_a_write_that_raises_leaves_nothing(project):
    def half_done() -> None:
        with project.write() as db:
            articles.put(db, Article("Un autre texte.", name="autre"), "test")
            raise RuntimeError("mid-way")

    with pytest.raises(RuntimeError, match="mid-way"):
        half_done()
    with project.read() as db:
        assert articles.count(db) == 3


def test_a_project_has_its_folders_and_an_editable_scheme(tmp_path):
    with Project.create(tmp_path / "crise", paths.default_scheme(), "Claire") as project:
        assert project.title == "crise"
        assert {"project.sqlite3", "models", "backups", SCHEME} <= {path.name for path in project.folder.iterdir()}
        assert (project.folder / SCHEME).read_text(encoding="utf-8") == paths.default_scheme()
        assert project.notices == []


def test_creating_refuses_a_folder_with_something_in_it_and_leaves_it_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("à moi")
    with pytest.raises(ProjectError, match="pas vide"):
        Project.create(tmp_path, paths.default_scheme(), "Claire")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    with pytest.raises(ProjectError, match="Impossible de créer"):
        Project.create(tmp_path / "notes.txt", paths.default_scheme(), "Claire")
    with pytest.raises(ProjectError, match="annotateur est vide"):
        Project.create(tmp_path / "x", paths.default_scheme(), "  ")
    with pytest.raises(SchemeError):
        Project.create(tmp_path / "x", "label = 3", "Claire")
    assert not (tmp_path / "x").exists()


def test_a_creation_that_fails_can_be_tried_again(tmp_path, monkeypatch):
    with monkeypatch.context() as broken:

        def full(_db: Connection) -> None:
            raise OSError(28, "No space left on device")

        broken.setattr(migrations, "create", full)
        with pytest.raises(ProjectError, match="plus de place"):
            Project.create(tmp_path / "p", paths.default_scheme(), "Claire")
    Project.create(tmp_path / "p", paths.default_scheme(), "Claire").close()


def test_what_is_no_project_is_refused_in_words(tmp_path):
    with pytest.raises(ProjectError, match="n’est pas un projet"):
        Project.open(tmp_path)
    (tmp_path / DATABASE).write_bytes(b"")
    with pytest.raises(DamagedError, match="n’est pas un projet"):
        Project.open(tmp_path)
    sqlite3.connect(tmp_path / "other.db").execute("create table t (a)").connection.close()
    (tmp_path / "other.db").replace(tmp_path / DATABASE)
    with pytest.raises(DamagedError, match="n’est pas un projet"):
        Project.open(tmp_path)


def test_a_damaged_file_is_refused_in_words_and_not_written(tmp_path):
    make_project(tmp_path / "p").close()
    path = tmp_path / "p" / DATABASE
    whole = path.read_bytes()
    for damage in (
        b"XXXX" + whole[4:],  # not SQLite's magic
        whole[:4096] + b"\xff" * 4096 + whole[8192:],  # a page overwritten
        whole[: len(whole) // 2],  # cut short
        whole[:100] + b"\x00" * 3996 + whole[4096:],  # no table left
    ):
        path.write_bytes(damage)
        with contextlib.suppress(ProjectError):  # or it opens, and what is missing shows when it is read
            Project.open(tmp_path / "p").close()
        assert path.read_bytes()[:4096] == damage[:4096]


@pytest.mark.parametrize("facts", ["delete from facts", "update facts set value = '{' where name = 'scheme'"])
def test_facts_that_are_missing_or_no_json_are_damage(tmp_path, facts):
    make_project(tmp_path / "p").close()
    with raw(tmp_path / "p") as db:
        db.execute(facts)
    db.close()
    with pytest.raises(DamagedError, match="noté du projet"):
        Project.open(tmp_path / "p")


def test_a_newer_project_is_refused_naming_its_version_and_stays_as_it_is(tmp_path):
    make_project(tmp_path / "p").close()
    with raw(tmp_path / "p") as db:
        db.execute("update facts set value = '\"9.4.2\"' where name = 'made_with'")
        db.execute("pragma user_version = 99")
    db.close()
    before = (tmp_path / "p" / DATABASE).read_bytes()
    with pytest.raises(ProjectError, match=r"plus récente.*9\.4\.2"):
        Project.open(tmp_path / "p")
    with raw(tmp_path / "p") as db:
        db.execute("drop table facts")
    db.close()
    with pytest.raises(ProjectError, match=r"plus récente.*99"):
        Project.open(tmp_path / "p")
    assert len((tmp_path / "p" / DATABASE).read_bytes()) == len(before)


@pytest.mark.parametrize(
    "planted",
    [
        "create trigger t after insert on spans begin delete from texts; end",
        "create view v as select 1",
        "create table strange (a)",
        "drop index ix_spans_reading",
    ],
)
def test_a_file_with_foreign_parts_is_refused(tmp_path, planted):
    make_project(tmp_path / "p").close()
    with raw(tmp_path / "p") as db:
        db.execute(planted)
    db.close()
    with pytest.raises(DamagedError, match="structure"):
        Project.open(tmp_path / "p")
    Project.create(tmp_path / "q", paths.default_scheme(), "Claire").close()  # nothing of it stays behind


# --- migrations


NEXT = migrations.VERSION + 1


def to_next(db: Connection) -> None:
    db.execute(text("update articles set source = 'next'"))


def test_an_older_project_is_copied_then_migrated(tmp_path, monkeypatch):
    make_project(tmp_path / "p").close()
    monkeypatch.setattr(migrations, "VERSION", NEXT)
    monkeypatch.setitem(migrations.MIGRATIONS, NEXT, to_next)
    with Project.open(tmp_path / "p") as project:
        with project.read() as db:
            assert pragma(db, "user_version") == NEXT
            assert [one.source for one in articles.after(db, 0, 9)] == ["next"] * 3
        ((number, copy),) = backups.existing(project.folder / "backups")
    assert number == 1
    assert f"avant-version-{NEXT}" in copy.name
    old = sqlite3.connect(copy)
    assert old.execute("pragma user_version").fetchone() == (NEXT - 1,)
    assert old.execute("select count(*), count(source) from articles").fetchone() == (3, 0)
    old.close()
    with Project.open(tmp_path / "p"):
        assert len(backups.existing(tmp_path / "p" / "backups")) == 1


def test_a_migration_that_dies_half_way_leaves_the_old_schema(tmp_path, monkeypatch):
    make_project(tmp_path / "p").close()

    def dies(db: Connection) -> None:
        db.execute(text("create table half (a)"))
        db.execute(text("alter table articles rename column source to origin"))
        to_nowhere = "no such thing"
        raise RuntimeError(to_nowhere)

    with monkeypatch.context() as newer:
        newer.setattr(migrations, "VERSION", NEXT)
        newer.setitem(migrations.MIGRATIONS, NEXT, dies)
        with pytest.raises(RuntimeError, match="no such thing"):
            Project.open(tmp_path / "p")
    with Project.open(tmp_path / "p") as project, project.read() as db:
        assert pragma(db, "user_version") == NEXT - 1
        assert articles.count(db) == 3


def test_a_migration_that_breaks_a_reference_is_not_kept(tmp_path, monkeypatch):
    make_project(tmp_path / "p").close()
    monkeypatch.setattr(migrations, "VERSION", NEXT)

    def breaks(db: Connection) -> None:
        db.execute(text("pragma defer_foreign_keys = on"))
        db.execute(text("delete from articles where number = 1"))

    monkeypatch.setitem(migrations.MIGRATIONS, NEXT, breaks)
    with pytest.raises(RuntimeError, match="foreign key"):
        Project.open(tmp_path / "p")
    monkeypatch.undo()
    with Project.open(tmp_path / "p") as project, project.read() as db:
        assert articles.count(db) == 3


def test_an_older_project_is_migrated_for_reading_too_where_it_can_be_written(tmp_path):
    old = sqlite3.connect(tmp_path / DATABASE)
    old.executescript((Path(__file__).parent / "version_1.sql").read_bytes().decode("utf-8"))
    old.execute("pragma user_version = 1")
    old.execute(f"pragma application_id = {APPLICATION_ID}")
    old.close()
    with Project.open(tmp_path, read_only=True) as project:
        assert project.read_only
        with project.read() as db:
            assert migrations.version_of(db) == migrations.VERSION
    assert any((tmp_path / "backups").iterdir())


def test_a_project_of_version_1_opens_with_all_that_was_done_in_it(tmp_path):
    folder = tmp_path / "p"
    folder.mkdir()
    old = sqlite3.connect(folder / "project.sqlite3")
    old.executescript((Path(__file__).parent / "version_1.sql").read_bytes().decode("utf-8"))
    old.execute("pragma user_version = 1")
    old.execute(f"pragma application_id = {APPLICATION_ID}")
    old.close()
    with Project.open(folder) as project:
        desk = Desk(project)
        desk.open(key_of(project, "traité"))
        assert [(desk.text_of(span), span.value) for span in desk.spans] == [("Ilan Vorga", "Ilan Vorga")]
        assert (desk.state, desk.article.date, desk.article.unmasked) == (State.DONE, "2025-07-13", ())
        assert check(project) == []
        desk.undo()
        assert desk.state is State.STARTED
        new = Project.create(tmp_path / "new", paths.default_scheme(), "Claire")
        with project.read() as db, new.read() as fresh:
            columns = 'select m.name, c.name, c.type, c."notnull" from sqlite_master m join pragma_table_info(m.name) c'
            assert set(db.exec_driver_sql(columns)) == set(fresh.exec_driver_sql(columns))
        new.close()


def test_backups_are_whole_and_the_oldest_give_way(project, monkeypatch):
    monkeypatch.setattr(backups, "KEEP", 3)
    for n in range(5):
        project.backup(f"essai-{n}")
    kept = backups.existing(project.folder / "backups")
    assert [number for number, _path in kept] == [3, 4, 5]
    for _number, path in kept:
        copy = sqlite3.connect(path)
        assert copy.execute("select count(*) from texts").fetchone() == (3,)
        copy.close()
    assert not list((project.folder / "backups").glob("*.tmp"))


# --- one instance, and places that can't be written


def test_a_second_opening_is_refused_naming_who_has_it(project):
    with pytest.raises(ProjectError) as refusal:
        Project.open(project.folder, program="depeche suggest")
    assert f"depeche, processus {os.getpid()} sur " in str(refusal.value)
    with Project.open(project.folder, read_only=True) as reader, reader.read() as db:
        assert articles.count(db) == 3


def test_a_killed_owner_holds_no_lock(tmp_path):
    make_project(tmp_path / "p").close()
    program = """
        import sys, time
        from pathlib import Path
        from depeche.store.project import Project
        project = Project.open(Path(sys.argv[1]), program="fenêtre")
        print("open", flush=True)
        time.sleep(60)
    """
    with child(program, tmp_path / "p") as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "open\n"
        with pytest.raises(ProjectError, match=f"fenêtre, processus {owner.pid}"):
            Project.open(tmp_path / "p")
        owner.send_signal(signal.SIGKILL)
        owner.wait()
        Project.open(tmp_path / "p").close()


def test_a_killed_write_is_rolled_back_for_one_who_only_reads(tmp_path):
    make_project(tmp_path / "p").close()
    program = """
        import os, signal, sys
        from pathlib import Path
        from sqlalchemy import text
        from depeche.store.project import Project
        project = Project.open(Path(sys.argv[1]))
        with project.write() as db:
            db.execute(text("PRAGMA cache_spill = 1"))
            db.execute(text("PRAGMA cache_size = 1"))
            db.execute(text("UPDATE texts SET text = text || :more"), {"more": "x" * 500_000})
            assert (Path(sys.argv[1]) / "project.sqlite3-journal").stat().st_size > 0
            os.kill(os.getpid(), signal.SIGKILL)
    """
    with child(program, tmp_path / "p") as writer:
        assert writer.wait() == -signal.SIGKILL, writer.stdout and writer.stdout.read()
    assert (tmp_path / "p" / f"{DATABASE}-journal").exists()
    with Project.open(tmp_path / "p", read_only=True) as project, project.read() as db:
        assert articles.after(db, 0, 1)[0].text == TREATY


@pytest.fixture
def place_for_all():
    """A folder that anybody may enter. Of pytest's own each run closes the one above to others again."""
    with tempfile.TemporaryDirectory(prefix="depeche-open-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_cannot_be_written_opens_for_reading(place_for_all):
    make_project(place_for_all / "p").close()
    program = """
        import os, sys
        from pathlib import Path
        from sqlalchemy import text
        from depeche.annotate.desk import Desk
        from depeche.errors import ProjectError
        from depeche.store import articles
        from depeche.store.check import check
        from depeche.store.project import Project
        import depeche.cli.main, depeche.export.export, depeche.suggest.suggest
        "".encode("utf-8-sig")  # read while the standard library can be read
        os.setgroups([]); os.setgid(65534); os.setuid(65534)
        folder = Path(sys.argv[1])
        with Project.open(folder) as project:
            assert project.read_only
            print(*project.notices)
            assert check(project) == []
            with project.read() as db:
                first = articles.after(db, 0, 1)[0]
            desk = Desk(project)
            desk.open(first.key)
            try:
                desk.mark(0, 6, "ACTOR")
            except ProjectError as error:
                print(error)
        try:
            Project.create(folder / "dedans", "", "x")
        except Exception as error:
            print(type(error).__name__)
        print(sorted(path.name for path in folder.iterdir()))
    """
    with child(program, place_for_all / "p") as reader:
        said, _ = reader.communicate()
    assert reader.returncode == 0, said
    assert "Projet en lecture seule" in said
    assert "est en lecture seule" in said
    assert "-journal" not in said


def test_a_file_that_vanishes_is_said_at_the_next_write(project):
    (project.folder / DATABASE).rename(project.folder / "ailleurs")
    with pytest.raises(ProjectError, match=r"déplacé|n’est pas enregistrée"), project.write() as db:
        articles.put(db, Article("Perdu ?", name="perdu"), "test")
    with pytest.raises(ProjectError), project.read(), project.read() as db:
        articles.count(db)
    assert not (project.folder / DATABASE).exists(), "a project must not come into being by being looked for"
    (project.folder / "ailleurs").rename(project.folder / DATABASE)
    with project.write() as db:
        articles.put(db, Article("Retrouvé.", name="retrouvé"), "test")
    with project.read() as db:
        assert articles.count(db) == 4


def test_a_full_disk_is_said_and_loses_nothing(tmp_path):
    pytest.importorskip("resource")
    make_project(tmp_path / "p").close()
    program = """
        import resource, sys
        from pathlib import Path
        from depeche.annotate.desk import Desk
        from depeche.core.article import Article
        from depeche.errors import ProjectError
        from depeche.store import articles
        from depeche.store.check import check
        from depeche.store.project import Project
        project = Project.open(Path(sys.argv[1]))
        with project.read() as db:
            first = articles.after(db, 0, 1)[0]
        desk = Desk(project)
        desk.open(first.key)
        desk.mark(0, 6, "ACTOR")
        size = (Path(sys.argv[1]) / "project.sqlite3").stat().st_size
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            with project.write() as db:
                articles.put(db, Article("gros " * 40_000, name="gros"), "test")
            print("stored?!")
        except ProjectError as error:
            print(error)
        kept = desk.spans
        try:
            for n in range(200):
                desk.mark(0, 6, "ACTOR" if n % 2 else "DATE")
                kept = desk.spans
        except ProjectError as error:
            print("desk:", error)
        assert desk.spans == kept
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert check(project) == []
        desk.reload()
        assert desk.spans == kept, (desk.spans, kept)
        with project.write() as db:
            articles.put(db, Article("gros " * 40_000, name="gros"), "test")
        with project.read() as db:
            print(articles.count(db))
    """
    with child(program, tmp_path / "p") as writer:
        said, _ = writer.communicate()
    assert writer.returncode == 0, said
    assert said.count("Disque plein") == 2, said
    assert said.endswith("4\n")


# --- the label scheme as a file


def edit(project: Project, before: str, after: str) -> None:
    path = project.folder / SCHEME
    toml = path.read_text(encoding="utf-8")
    assert before in toml
    path.write_text(toml.replace(before, after), encoding="utf-8")


PLACE = '\n[[label]]\nlabel = "PLACE"\nname = "Lieu"\nkey = "l"\ncolour = "#123456"\n'


def append(project: Project, toml: str) -> None:
    with (project.folder / SCHEME).open("a", encoding="utf-8") as file:
        file.write(toml)


def test_a_new_label_in_the_file_is_taken_over(project, reopen):
    append(project, PLACE)
    reopen()
    assert project.scheme.get("PLACE").name == "Lieu"
    assert project.notices == []
    (project.folder / SCHEME).unlink()
    reopen()
    assert "PLACE" in project.scheme
    assert "PLACE" in (project.folder / SCHEME).read_text(encoding="utf-8")


def test_a_broken_file_is_said_with_its_line_and_the_last_good_one_stays(project, reopen):
    append(project, PLACE)
    reopen()
    append(project, "\n[[label]\n")
    reopen()
    (notice,) = project.notices
    assert re.search(r"scheme\.toml, ligne \d+", notice)
    assert "PLACE" in project.scheme


def test_a_label_with_spans_does_not_vanish_with_its_lines(desk, project, reopen):
    append(project, PLACE)
    reopen()
    desk.reload()
    desk.mark(0, 6, "PLACE")
    toml = (project.folder / SCHEME).read_text(encoding="utf-8")
    for _ in range(3):
        (project.folder / SCHEME).write_text(toml.replace(PLACE, ""), encoding="utf-8")
        reopen()
        assert any("Lieu » n’est plus dans" in notice for notice in project.notices)
        assert project.scheme.get("PLACE").retired
        assert project.scheme.get("PLACE").key == ""
        assert "PLACE" not in [label.label for label in project.scheme.active]
        with Project.open(project.folder, read_only=True) as reader:
            assert reader.scheme.get("PLACE").retired
    append(project, "nonsense")
    reopen()
    assert project.scheme.get("PLACE").retired
    (project.folder / SCHEME).write_text(toml, encoding="utf-8")
    reopen()
    assert not project.scheme.get("PLACE").retired
    assert project.notices == []


def test_an_unused_label_goes_with_its_lines(project, reopen):
    append(project, PLACE)
    reopen()
    edit(project, PLACE, "")
    reopen()
    assert "PLACE" not in project.scheme
    assert project.notices == []
