"""`depeche confidence`: what scores are worth, and a threshold that hides without deleting anything."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from depeche.__main__ import main
from depeche.annotate import labelling
from depeche.annotate.desk import Desk
from depeche.core import calibration
from depeche.core.article import State
from depeche.store import blind
from depeche.store import confidence as store
from depeche.store import judged as judged_by_source
from depeche.store.project import Project
from depeche.suggest import confidence
from tests.fixtures import FLOOD, TREATY, guess, key_of, make_project, propose


@pytest.fixture
def judged(project: Project) -> Project:
    """« traité » finished, with one of two suggestions accepted; « crue » waits with a sure and an unsure one."""
    good, bad, _unsaid = propose(
        project,
        "traité",
        guess(TREATY, "Ilan Vorga", "ACTOR", kind="PER", value="Ilan Vorga", score=0.9),
        guess(TREATY, "Tarsis", "ACTOR", kind="PER", score=0.3),
        guess(TREATY, "Otan", "ACTOR", kind="ORG", score=0.6),
    )
    propose(
        project,
        "crue",
        guess(FLOOD, "Élysée", "ACTOR", kind="PER", score=0.9),
        guess(FLOOD, "Belmare", "ACTOR", kind="PER", score=0.2),
    )
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    desk.accept(good.key)
    desk.reject(bad.key)
    desk.set_state(State.DONE)
    return project


def words(project: Project, name: str) -> list[str]:
    desk = Desk(project)
    desk.open(key_of(project, name))
    return [desk.text_of(one) for one in desk.pending]


def test_what_has_no_answer_in_a_finished_article_is_compared_with_its_spans(judged: Project):
    found = {(one.score, one.right, one.answered) for one in store.told(judged).judged}
    assert found == {(0.9, True, True), (0.3, False, True), (0.6, False, False)}


def test_the_threshold_hides_what_is_unsure_and_deletes_nothing(judged: Project):
    assert words(judged, "crue") == ["Belmare", "Élysée"]
    confidence.keep(judged, confidence.measure(judged))
    below = sum(one.score for one in Desk(judged).suggestions.values())
    assert below == 0
    desk = Desk(judged)
    desk.open(key_of(judged, "crue"))
    low, high = (one.score for one in desk.pending)
    assert low < high
    confidence.hide_below(judged, (low + high) / 2)
    assert words(judged, "crue") == ["Élysée"]
    confidence.show_hidden(judged, True)
    assert words(judged, "crue") == ["Belmare", "Élysée"]
    confidence.show_hidden(judged, False)
    confidence.hide_below(judged, 0)
    assert words(judged, "crue") == ["Belmare", "Élysée"]


def test_what_was_judged_stays_where_it_is_now_hidden(judged: Project):
    confidence.hide_below(judged, 0.95)
    desk = Desk(judged)
    desk.open(key_of(judged, "traité"))
    assert len(desk.verdicts) == 2
    assert [desk.text_of(one) for one in desk.spans] == ["Ilan Vorga"]
    undone = desk.undo()
    assert undone is not None


def test_the_command_says_what_a_threshold_costs_and_stats_count_what_is_hidden(judged: Project, capsys):
    judged.close()
    folder = str(judged.folder)
    assert main(["confidence", folder, "--hide-below", "0.5", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["hide_below"] == 0.5
    assert said["judged"] == 3
    assert said["hidden"]["hidden"] == said["hidden"]["right"] + said["hidden"]["spared"]
    assert main(["stats", folder, "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["suggestions"]
    assert row["hidden"] >= 1
    assert main(["confidence", folder]) == 0
    assert "sous 0,50" in capsys.readouterr().out
    assert main(["confidence", folder, "--hide-below", "1.5"]) == 2


def test_hidden_suggestions_go_out_as_suggested_never_as_accepted(judged: Project, tmp_path: Path, capsys):
    confidence.hide_below(judged, 0.95)
    judged.close()
    assert main(["export", str(judged.folder), str(tmp_path / "sortie"), "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in next((tmp_path / "sortie").glob("*.jsonl")).read_text("utf-8").splitlines()]
    (crue,) = (line for line in lines if line["id"] == "crue")
    assert {span["status"] for span in crue["spans"]} == {"suggested"}


def test_a_project_without_finished_articles_says_so(project: Project, capsys):
    project.close()
    assert main(["confidence", str(project.folder)]) == 0
    said = capsys.readouterr().out
    assert "Aucune suggestion jugée" in said
    assert "%" not in said, "a figure from nothing"
    assert main(["confidence", str(project.folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["judged"], found["error_before"], found["error_after"], found["labels"]) == (0, None, None, {})


def test_what_came_in_judged_was_nobodys_suggestion(project: Project, tmp_path: Path, capsys):
    text = "Le préfet Anselme Drouvard a signé. " * 3
    spans = [{"start": 10, "end": 26, "label": "ACTOR", "kind": "PER", "status": "accepted"}]
    (tmp_path / "or.jsonl").write_text(json.dumps({"text": text, "spans": spans}) + "\n", encoding="utf-8")
    project.close()
    assert main(["ingest", str(project.folder), str(tmp_path / "or.jsonl"), "--as", "spans"]) == 0
    with Project.open(project.folder) as again:
        assert store.told(again) == store.Told()
        with again.read() as db:
            assert judged_by_source.by_source(db) == {}
    capsys.readouterr()
    assert main(["stats", str(project.folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["suggestions"] == []


def test_scores_stay_as_shipped_where_articles_bring_them_no_nearer(judged: Project):
    found = confidence.measure(judged)
    shipped = confidence.prior_of(judged)
    assert found.own == (found.missed < calibration.error([(shipped(*what(one)), one.right) for one in found.judged]))
    if not found.own:
        for one in found.judged:
            assert found.calibration.share(*what(one)) == pytest.approx(shipped(*what(one)), abs=0.05)


def what(one: calibration.Judged) -> tuple[str, str, str | None, float | None]:
    return one.source, one.label, one.kind, one.score


def finished_at_once(project: Project, name: str, text: str, words: list[str], accepted: int, rejected: int = 0):
    """Finish an article with so many of its suggestions answered, in the order of `words`."""
    guesses = [guess(text, one, "ACTOR", kind="ORG", score=0.9) for one in words]
    keys = [one.key for one in propose(project, name, *guesses)]
    desk = Desk(project)
    desk.open(key_of(project, name))
    for key in keys[:accepted]:
        desk.accept(key)
    for key in keys[accepted : accepted + rejected]:
        desk.reject(key)
    desk.set_state(State.DONE)


def test_what_is_suggested_under_a_label_out_of_use_was_seen_by_nobody(judged: Project):
    propose(judged, "traité", guess(TREATY, "samedi 12 juillet", "DATE"))
    assert len(store.told(judged).judged) == 4
    labels = (replace(one, retired=one.label == "DATE") for one in judged.scheme.labels)
    labelling.carry_out(Desk(judged), labelling.plan(judged, replace(judged.scheme, labels=tuple(labels))))
    assert sorted(one.label for one in store.told(judged).judged) == ["ACTOR"] * 3


def test_the_suggestions_of_a_finished_blind_control_were_seen_by_nobody(project: Project):
    propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR", kind="PER"))
    with project.write() as db:
        blind.set_share(db, 1.0)
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    desk.set_state(State.DONE)
    assert store.told(project) == store.Told()


def test_an_article_finished_with_most_suggestions_unanswered_says_nothing_of_those(project: Project, capsys):
    finished_at_once(project, "traité", TREATY, ["Ilan Vorga", "Tarsis", "Otan", "soldats"], accepted=1)
    found = store.told(project)
    assert [(one.right, one.answered) for one in found.judged] == [(True, True)]
    assert found.unread == 3
    finished_at_once(project, "crue", FLOOD, ["Élysée", "Belmare", "préfet"], accepted=1, rejected=1)
    found = store.told(project)
    assert sorted((one.right, one.answered) for one in found.judged) == [
        (False, False), (False, True), (True, True), (True, True),
    ]  # fmt: skip
    assert found.unread == 3
    project.close()
    assert main(["confidence", str(project.folder)]) == 0
    assert "3 suggestions sans réponse ne sont pas comptées" in " ".join(capsys.readouterr().out.split())


def test_what_is_hidden_need_have_no_answer_for_the_rest_to_count(project: Project):
    words = ["Ilan Vorga", "Tarsis", "Otan"]
    low = [guess(TREATY, one, "FIGURE", score=0.1) for one in ("Quelque", "soldats", "vallée", "président", "selon")]
    propose(project, "traité", *low)
    finished_at_once(project, "traité", TREATY, words, accepted=2)
    assert store.told(project).unread == 6, "two of eight have an answer"
    confidence.hide_below(project, 0.5)
    assert store.told(project) == store.Told(store.told(project).judged, 0), "two of the three that are shown"


def test_one_article_doesnt_move_the_scores_of_all(tmp_path: Path, capsys):
    names = [f"Comité {first}{second}" for first in "ABCDEFG" for second in "abcdef"]
    text = ", ".join(f"{name} " for name in names) + "se sont réunis."
    with make_project(tmp_path / "un", {"un": text, "crue": FLOOD}) as one:
        propose(one, "crue", guess(FLOOD, "Élysée", "ACTOR", kind="ORG", score=0.9))
        finished_at_once(one, "un", text, names, accepted=0, rejected=len(names))
        found = confidence.measure(one)
        assert len(found.judged) == len(names)
        assert not found.own
        shipped = confidence.prior_of(one)("rules", "ACTOR", "ORG", 0.9)
        assert found.calibration.share("rules", "ACTOR", "ORG", 0.9) == pytest.approx(shipped, abs=0.01)
        folder = str(one.folder)
    assert main(["confidence", folder]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "42 suggestions jugées dans 1 article terminé : il en faut 30 dans 5" in said
