"""`depeche find`: searching without a window."""

from __future__ import annotations

import json

import pytest

from depeche.annotate import bulk, concordance
from depeche.annotate.concordance import Asked
from depeche.annotate.desk import Desk
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.article import State
from depeche.core.change import Change
from depeche.core.finding import Question, Standing
from depeche.core.span import Span
from depeche.store import search
from depeche.store.check import check
from depeche.store.project import Project
from tests.cli.test_commands import made as made
from tests.cli.test_commands import run as run
from tests.fixtures import FLOOD, TREATY, guess, key_of, make_project, propose


def test_words_are_found_without_their_accents_a_line_a_place(run, made):
    said = run("find", made, "elysee")
    assert said.status == 0
    assert "1 endroit dans 1 article." in said.err
    (line,) = said.out.splitlines()
    assert line.split("\t")[:2] == ["2", "crue"]
    assert "[Élysée]" in line
    assert run("find", made, "l'OTAN").status == 0
    assert len(run("find", made, "tarsis").out.splitlines()) == 2


def test_nothing_found_is_1_and_nothing_asked_is_2(run, made):
    said = run("find", made, "zeppelin")
    assert (said.status, said.out) == (1, "")
    assert "Rien trouvé." in said.err
    for words in ("", "« ! »"):
        assert run("find", made, words).status == 2
    for arguments, sentence in (
        (("x", "--state", "fini"), "État inconnu"),
        (("x", "--from", "13/7/2025"), "n’est pas une date"),
        (("x", "--label", "ROI"), "Étiquette inconnue « ROI »"),
        (("x", "--annotator", "Paul"), "Aucun annotateur « Paul »"),
        (("x", "--limit", "0"), "au moins 1"),
    ):
        said = run("find", made, *arguments)
        assert (said.status, said.out) == (2, "")
        assert sentence in said.err


def test_the_concordance_is_aligned_and_sorted(run, tmp_path):
    texts = {"a": "Le vieux chat noir.", "b": "Un beau chat blanc.", "c": "Ce bon chat âgé."}
    make_project(tmp_path / "p", texts).close()
    lines = run("find", tmp_path / "p", "chat", "--kwic", "left").out.splitlines()
    assert [line.strip()[0] for line in lines] == ["2", "3", "1"]
    assert len({line.index("[chat]") for line in lines}) == 1
    lines = run("find", tmp_path / "p", "chat", "--kwic", "right", "--limit", "2").out.splitlines()
    assert [line.split("]")[1] for line in lines] == [" âgé.", " blanc."]


def test_values_labels_states_and_json(run, made):
    with Project.open(made) as project:
        propose(project, "traité", guess(TREATY, "Quelque 600", "FIGURE", value="~600", attrs={"unit": "soldats"}))
        propose(project, "crue", guess(FLOOD, "Élysée", "ACTOR", kind="GPE", value="France"))
        Registry(Desk(project)).put(Actor("France", kind="GPE", aliases=("Hexagone", "Paris")))
        desk = Desk(project)
        desk.open(key_of(project, "traité"))
        desk.accept(desk.pending[0].key)
    (line,) = run("find", made, "--value", "plus de 500 soldats", "--json").out.splitlines()
    told = json.loads(line)
    assert (told["id"], told["text"], told["label"], told["status"]) == ("traité", "Quelque 600", "FIGURE", "marked")
    assert TREATY[told["start"] : told["end"]] == "Quelque 600"
    assert run("find", made, "--value", "plus de 600 soldats").status == 1
    for name in ("France", "hexagone", "paris"):
        assert "[Élysée]" in run("find", made, "--value", name).out
    assert run("find", made, "--label", "ACTOR", "--state", "done").status == 1
    assert run("find", made, "--label", "ACTOR", "--state", "todo,started", "--annotator", "Claire").status == 0
    assert run("find", made, "--source", "rules").out.count("\n") == 2


def test_the_index_is_made_anew_on_demand(run, made):
    with Project.open(made) as project, project.write() as db:
        search.clear(db)
    assert run("find", made, "tarsis").status == 0
    assert "Index refait : 3 articles." in run("find", made, "--rebuild").err
    with Project.open(made) as project, project.read() as db:
        assert search.lacking(db) == []


# --- labelling what is found


def lines_of(project: Project, words: str, **asked: object):
    question = concordance.question(project, Asked(words, **asked))
    assert isinstance(question, Question)
    return concordance.every(project, question, 1_000).lines


def test_lines_are_labelled_in_one_act_and_taken_back_in_one(project):
    lines = lines_of(project, "tarsis")
    plan = concordance.label(project, lines, "ACTOR")
    assert (plan.times, plan.articles) == (2, 2)
    desk = Desk(project)
    bulk.carry_out(desk, "Deux fois", plan.parts)
    assert [one.standing for one in lines_of(project, "tarsis")] == [Standing.MARKED] * 2
    assert concordance.label(project, lines, "ACTOR").times == 0
    assert concordance.label(project, lines, "DATE").parts == ()
    desk.undo()
    assert desk.undoable is None
    assert [one.standing for one in lines_of(project, "tarsis")] == [Standing.FREE] * 2
    assert check(project) == []


@pytest.mark.parametrize(
    ("words", "label", "times"),
    [
        ("vorga", "ACTOR", 0),  # part of a suggestion of its own kind
        ("« ilan vorga »", "ACTOR", 1),  # just the suggestion
        ("« ilan vorga »", "DATE", 1),  # the suggestion under another label
        ("« juillet une »", "DATE", 0),  # across a suggestion's border, and nowhere
        ("« 12 juillet une paix »", "QUOTE", 1),  # what nests may cross
        ("paix", "ACTOR", 1),  # inside a quote, which holds others
        ("paix", "QUOTE", 1),
        ("l'ostralie", "ACTOR", 1),
    ],
)
def test_what_another_mark_lies_across_is_left(desk, project, words, label, times):
    plan = concordance.label(project, lines_of(project, words), label)
    assert plan.times == times
    if times:
        desk.carry_out(Change("x", plan.parts))
        assert check(project) == []
        assert desk.state is State.TODO


def test_rejected_places_are_left_and_trimmed_edges_kept(desk, project):
    rejected = next(one for one in desk.pending if desk.text_of(one) == "Ilan Vorga")
    desk.reject(rejected.key)
    assert concordance.label(project, lines_of(project, '"ilan vorga"'), "ACTOR").times == 0
    assert concordance.label(project, lines_of(project, '"ilan vorga"'), "DATE").times == 1
    plan = concordance.label(project, lines_of(project, "l'otan"), "ACTOR", at_hand=desk.article.key)
    (part,) = plan.parts
    (span,) = [item for item in part.after if isinstance(item, Span)]
    assert TREATY[span.start : span.end] == "Otan"


def test_articles_of_one_paper_only(run, tmp_path):
    make_project(tmp_path / "p", {}).close()
    lines = [
        {"text": f"Tarsis, dépêche {n}.", "source": source, "spans": [{"start": 0, "end": 6, "label": "ACTOR"}]}
        for n, source in enumerate(("Radio Nulle-Part", "L’Écho de Tarsis", "L’Écho de Tarsis", "Écho", None))
    ]
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines))
    assert run("ingest", tmp_path / "p", tmp_path / "x.jsonl").status == 0

    def numbers(*arguments):
        said = run("find", tmp_path / "p", *arguments)
        assert said.status == 0, said.err
        return [int(line.split("\t")[0]) for line in said.out.splitlines()]

    assert numbers("tarsis") == [1, 2, 3, 4, 5]
    assert numbers("tarsis", "--paper", "radio nulle part") == [1], "accents, case and hyphens don't matter"
    assert numbers("tarsis", "--paper", "L'echo de Tarsis") == [2, 3]
    assert numbers("tarsis", "--paper", "Écho") == [4], "one of just that name is meant"
    assert numbers("tarsis", "--paper", "echo") == [2, 3, 4]
    assert numbers("--label", "ACTOR", "--paper", "Écho") == [4]
    said = run("find", tmp_path / "p", "tarsis", "--paper", "Le Globe")
    assert said.status == 2
    assert "L’Écho de Tarsis" in said.err
