"""`check` names what SQLite itself doesn't see."""

from __future__ import annotations

import sqlite3

import pytest

from depeche.store.check import check
from depeche.store.project import DATABASE, Project
from tests.fixtures import TREATY


def damage(project: Project, *statements: str, keys: bool = False) -> None:
    db = sqlite3.connect(project.folder / DATABASE)
    db.execute(f"pragma foreign_keys = {int(keys)}")
    db.execute("pragma ignore_check_constraints = on")
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def test_a_project_at_work_is_whole(desk, project):
    for one in desk.pending:
        desk.accept(one.key)
    desk.undo()
    assert check(project) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("update texts set text = replace(text, 'Vorga', 'Vorgb')", "n’est plus celui qui a été importé"),
        ("update texts set text = text || ' '", "n’est plus celui"),
        ("update spans set value = '\"Autre\"'", "a été abîmé"),
        ("update spans set start = start + 1", "a été abîmé"),
        ('update spans set "end" = 100000', "sort du texte"),
        ("update spans set label = 'INCONNU'", "étiquette inconnue « INCONNU »"),
        ("delete from texts where article = (select article from readings)", "le texte manque"),
        ("delete from readings", "une référence ne mène nulle part"),
        ("delete from spans", "n’a plus de passage"),
        ('update suggestions set "end" = 100000', "une suggestion sort du texte"),
        ("update texts set text = cast(x'4cff41' as text)", "ne peut plus être lu"),
        ("update spans set attrs = '{'", "ne peut plus être lu"),
        ("update articles set title = 'Autre'", "noté de l’article a été abîmé"),
        ("update articles set date = '2020'", "noté de l’article a été abîmé"),
        ("update articles set key = 'x' || substr(key, 2)", "ne peut plus être lu"),
        ("update suggestions set score = 0.1", "une suggestion a été abîmée"),
        ("update verdicts set outcome = 'Accepted'", "un verdict a été abîmé"),
        ("update verdicts set outcome = 'rejected'", "un verdict a été abîmé"),
    ],
)
def test_damage_is_named(desk, project, statement, said):
    for one in desk.pending:
        desk.accept(one.key)
    damage(project, statement)
    assert any(said in sentence for sentence in check(project))


def test_a_flipped_byte_in_the_file_is_noticed(project):
    project.close()
    path = project.folder / DATABASE
    whole = path.read_bytes()
    at = whole.index("vallée".encode()) + 1
    path.write_bytes(whole[:at] + b"i" + whole[at + 1 :])
    with Project.open(project.folder, read_only=True) as reader:
        (sentence,) = check(reader)
    assert "Tarsis signe le traité" in sentence
    assert "vallée" in TREATY


def test_damage_in_one_article_does_not_hide_another(desk, project):
    desk.accept(desk.pending[0].key)
    damage(
        project,
        "update texts set text = cast(x'ff' as text) where article = (select key from articles where name = 'traité')",
        "update texts set text = 'x' where article = (select key from articles where name = 'calme')",
    )
    found = check(project)
    assert any("Tarsis" in one for one in found)
    assert any("Rien à signaler" in one for one in found)
