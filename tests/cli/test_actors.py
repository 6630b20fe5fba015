"""`depeche actors`: the registry without a window."""

from __future__ import annotations

import json

from depeche.store.project import Project
from tests.cli.test_commands import made as made
from tests.cli.test_commands import run as run


def test_a_confirmed_actor_is_proposed_everywhere_and_listed_as_a_table(run, made):
    run("suggest", made)
    said = run(
        "actors", made, "--add", "Gouvernement de Tarsis", "--kind", "ORG", "--alias", "calme", "--alias", "traité"
    )
    assert (said.status, said.out) == (0, "")
    assert "Acteur confirmé : Gouvernement de Tarsis." in said.err
    # Two mentions, and the quote beside one of them has a speaker more to choose from.
    assert "Articles revus : 2 ; suggestions nouvelles : 3." in said.err
    sources = {(one["source"], one["waiting"]) for one in json.loads(run("stats", made, "--json").out)["suggestions"]}
    assert ("memory", 2) in sources
    listed = run("actors", made)
    assert listed.out == "name\tkind\tstate\taliases\tlabel\nGouvernement de Tarsis\tORG\t\tcalme|traité\tACTOR\n"


def test_adding_to_one_that_is_there_joins_and_removing_takes_all_back(run, made, tmp_path):
    run("suggest", made)
    run("actors", made, "--add", "Vorga", "--kind", "PER", "--alias", "calme")
    assert run("actors", made, "--add", "Vorga", "--state", "Ostralie", "--alias", "nuit").status == 0
    out = run("actors", made).out
    assert "Vorga\tPER\tOstralie\tcalme|nuit\tACTOR" in out
    table = tmp_path / "acteurs.tsv"
    table.write_text(out, encoding="utf-8")
    assert "Rien de nouveau" in run("actors", made, "--table", table).err
    assert "Acteur retiré : Vorga." in run("actors", made, "--remove", "Vorga").err
    assert run("actors", made).out == "name\tkind\tstate\taliases\tlabel\n"
    sources = {one["source"]: one["waiting"] for one in json.loads(run("stats", made, "--json").out)["suggestions"]}
    assert sources["memory"] == 0
    assert run("actors", made, "--table", table).status == 0
    assert run("actors", made).out == out


def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(run, made, tmp_path):
    bad = tmp_path / "bad.tsv"
    bad.write_text("name\tkind\nVorga\tPER\n\tORG\n", encoding="utf-8")
    latin = tmp_path / "latin.tsv"
    latin.write_bytes("name\nÉlysée\n".encode("cp1252"))
    for arguments, words in (
        (("--table", bad), "bad.tsv, ligne 3 : le nom manque"),
        (("--table", latin), "n’est pas en UTF-8"),
        (("--table", tmp_path / "none.tsv"), "ne peut pas être lu"),
        (("--add", "Vorga", "--kind", "ROI"), "n’est pas un genre"),
        (("--add", "Vorga", "--label", "DATE"), "valeur est un nom"),
        (("--remove", "Vorga"), "Aucun acteur « Vorga »"),
        (("--remove", "Vorga", "--add", "Otan"), "Une seule chose à la fois"),
    ):
        said = run("actors", made, *arguments)
        assert (said.status, said.out) == (2, "")
        assert words in said.err
        assert "Traceback" not in said.err
    with Project.open(made) as project, project.read() as db:
        assert db.exec_driver_sql("select count(*) from actors").scalar() == 0
        assert db.exec_driver_sql("select count(*) from changes").scalar() == 0
