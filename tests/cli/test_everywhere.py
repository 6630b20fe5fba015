"""`depeche everywhere`, `depeche history` and renaming in `depeche actors`: bulk acts without a window."""

from __future__ import annotations

import json

from tests.cli.test_commands import made as made
from tests.cli.test_commands import run as run


def titles(run, made) -> list[tuple[str, bool]]:
    lines = run("history", made, "--json").out.splitlines()
    return [(act["title"], act["done"]) for act in map(json.loads, lines)]


def spans(run, made) -> int:
    return sum(json.loads(run("stats", made, "--json").out)["spans"].values())


def plain(title: str) -> str:
    return title.replace("\u202f", " ").replace("\u00a0", " ")


def test_words_are_shown_then_labelled_everywhere_then_taken_back(run, made):
    shown = run("everywhere", made, "Tarsis", "--label", "ACTOR", "--kind", "GPE", "--value", "Tarsis", "--dry-run")
    assert shown.status == 0
    places = [line.split("\t") for line in shown.out.splitlines()]
    assert {place[0] for place in places} == {"+"}
    assert all("[Tarsis]" in place[5] for place in places)
    assert spans(run, made) == 0
    done = run("everywhere", made, "Tarsis", "--label", "ACTOR", "--kind", "GPE", "--value", "Tarsis")
    assert (done.status, done.out) == (0, "")
    assert spans(run, made) == len(places)
    again = run("everywhere", made, "Tarsis", "--label", "ACTOR")
    assert again.status == 1
    assert "tels quels" in again.err or "tel quel" in again.err
    ((title, stands),) = titles(run, made)
    assert (plain(title) in done.err, stands) == (True, True)
    back = run("history", made, "--to", "0")
    assert "Retour à : le début." in back.err
    assert titles(run, made) == [(title, False)]
    assert spans(run, made) == 0
    assert "déjà là" in run("history", made, "--to", "0").err
    assert run("history", made, "--to", "1").status == 0
    assert f"\t\t{title}\n" in run("history", made).out


def test_suggestions_are_rejected_everywhere(run, made):
    run("suggest", made)
    before = json.loads(run("stats", made, "--json").out)
    waiting = sum(row["waiting"] for row in before["suggestions"])
    done = run("everywhere", made, "samedi 12 juillet", "--label", "DATE", "--reject")
    assert (done.status, "Rejeté 1 × « samedi 12 juillet » dans 1 article." in done.err) == (0, True)
    after = json.loads(run("stats", made, "--json").out)
    assert sum(row["waiting"] for row in after["suggestions"]) == waiting - 1


def test_a_renamed_actor_takes_the_spans_along(run, made):
    run("everywhere", made, "Tarsis", "--label", "ACTOR", "--value", "Tarsis")
    run("actors", made, "--add", "Tarsis", "--kind", "GPE")
    said = run("actors", made, "--rename", "Tarsis", "--to", "République de Tarsis")
    assert "Acteur renommé : Tarsis → République de Tarsis (" in said.err
    assert "République de Tarsis\tGPE\t\tTarsis\tACTOR" in run("actors", made).out
    run("history", made, "--to", "2")
    assert "Tarsis\tGPE\t\t\tACTOR" in run("actors", made).out


def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(run, made):
    for arguments, words in (
        (("everywhere", made, "Tarsis", "--label", "LIEU"), "Étiquette inconnue"),
        (("everywhere", made, "Tarsis", "--label", "ACTOR", "--kind", "XYZ"), "n’est pas un genre"),
        (("everywhere", made, "Tarsis", "--label", "ACTOR", "--article", "nul"), "Aucun article"),
        (("everywhere", made, "samedi", "--label", "DATE", "--value", "2025"), "dépend de l’endroit"),
        (("everywhere", made, "Tarsis", "--label", "ACTOR", "--kind", "GPE", "--reject"), "--reject"),
        (("everywhere", made, " ", "--label", "ACTOR"), "Aucun mot"),
        (("history", made, "--to", "77"), "n’est pas dans l’historique"),
        (("actors", made, "--rename", "Nul", "--to", "Autre"), "Aucun acteur"),
        (("actors", made, "--rename", "Nul"), "vont ensemble"),
    ):
        said = run(*arguments)
        assert said.status == 2, arguments
        assert words in said.err
        assert len(said.err.strip().splitlines()) == 1
    assert titles(run, made) == []
