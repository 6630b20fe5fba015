"""What articles are known by is stored with them, filled in for older projects, and checked against the texts."""

from __future__ import annotations

import errno

import pytest
from sqlalchemy import text as sql

from depeche.__main__ import main
from depeche.annotate.desk import Desk
from depeche.core.article import Article, State
from depeche.core.stories import Strength, groups
from depeche.store import articles, likeness, told
from depeche.store.check import check
from tests.fixtures import TEXTS, TREATY, key_of


def put(project, name, text, date=None):
    with project.write() as db:
        return articles.put(db, Article(text, title=text.split("\n")[0], name=name, date=date), "test")


def test_an_article_is_known_as_soon_as_it_is_stored(project):
    copy = put(project, "copie", "Repris ailleurs\n\n" + TREATY)
    with project.read() as db:
        assert likeness.lacking(db) == []
    found = likeness.groups(project.read, Strength.COPIES)
    assert [len(one.keys) for one in found] == [2, 1, 1]
    assert found[0].keys == (key_of(project, "traité"), copy.key)


def test_groups_from_the_store_are_those_of_the_texts(project):
    put(project, "copie", "Repris ailleurs\n\n" + TREATY, "2025-07-13")
    with project.read() as db:
        known = [(one.key, one.text, one.date) for one in articles.after(db, 0, 100)]
    for strength in Strength:
        assert likeness.groups(project.read, strength) == groups(known, strength)


def test_an_older_project_is_filled_in(project):
    with project.write() as db:
        likeness.clear(db)
    assert likeness.groups(project.read, Strength.STORIES) == []
    assert check(project) == []
    assert likeness.fill(project.read, project.write) == len(TEXTS)
    assert likeness.fill(project.read, project.write) == 0
    assert len(likeness.groups(project.read, Strength.STORIES)) == len(TEXTS)


def test_what_no_longer_is_what_the_text_says_is_found_and_made_again(project):
    for damage in ('update sketches set traits = \'{"words": {}, "names": []}\'', "delete from sentences"):
        with project.write() as db:
            db.execute(sql(damage))
        assert any("stories --rebuild" in sentence for sentence in check(project))
        with project.write() as db:
            likeness.clear(db)
        likeness.fill(project.read, project.write)
        assert check(project) == []


def test_what_is_told_elsewhere_comes_from_articles_that_somebody_began(project):
    copy = put(project, "copie", "Repris ailleurs\n\n" + TREATY)
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    with project.read() as db:
        assert told.elsewhere(db, copy) == []
    desk.mark(0, 6, "ACTOR")
    with project.read() as db:
        (one,) = told.elsewhere(db, copy)
    assert (one.article.name, one.annotator, one.state, len(one.spans)) == ("traité", "Claire", State.STARTED, 1)
    with project.read() as db:
        assert told.elsewhere(db, articles.get(db, key_of(project, "crue"))) == []
        assert told.elsewhere(db, desk.article) == []


def test_what_is_alike_is_found_part_by_part(project, monkeypatch):
    for n, (name, text) in enumerate(TEXTS.items()):
        put(project, f"reprise {n}", f"Repris de {name}.\n\n{text}")
    whole = likeness.alike(project.read, 0, 0.1)
    assert whole
    monkeypatch.setattr(likeness, "_PART", 3)
    assert likeness.alike(project.read, 0, 0.1) == whole


@pytest.mark.parametrize("module", ["depeche.core.waiting", "depeche.store.likeness"])
def test_a_full_disk_of_temporary_files_is_said_and_costs_no_article(
    project, tmp_path, monkeypatch, capsys, module
) -> None:
    def full():
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "copie.txt").write_text(f"Repris ailleurs\n\n{TREATY}", encoding="utf-8")
    project.close()
    monkeypatch.setattr(f"{module}.TemporaryFile", full)
    assert main(["ingest", str(project.folder), str(tmp_path / "copie.txt")]) == 0
    assert main(["stories", str(project.folder)]) in (0, 2)
    said = "".join(capsys.readouterr())
    assert "nouveaux : 1" in " ".join(said.split())
    assert "n’ont pas pu être comparés : plus de place sur le disque" in " ".join(said.split())
    assert "Traceback" not in said
