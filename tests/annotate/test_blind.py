"""The blind control: drawn by the text, kept as it was begun, left alone from afar, marked in what goes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche.annotate import bulk, everywhere
from depeche.annotate.desk import Desk
from depeche.annotate.everywhere import Fate, Sought
from depeche.annotate.radar.radar import Radar
from depeche.core.article import State, text_hash
from depeche.core.blind import DEFAULT, bound, is_drawn, parse_share
from depeche.errors import UserError
from depeche.export.export import export
from depeche.export.form import Format
from depeche.export.handback import give_back
from depeche.export.package import package
from depeche.ingest.ingest import ingest
from depeche.ingest.package import unpack
from depeche.store import articles, blind, find, pages, spans
from depeche.store.project import Project
from depeche.suggest.lore import Lore
from tests.fixtures import TEXTS, TREATY, guess, key_of, make_project, propose


def set_share(project: Project, share: float) -> None:
    with project.write() as db:
        blind.set_share(db, share)


def opened(project: Project, name: str) -> Desk:
    desk = Desk(project)
    desk.open(key_of(project, name))
    return desk


def test_about_the_share_of_all_texts_is_drawn_and_a_greater_share_holds_those_of_a_less():
    hashes = [text_hash(f"Dépêche {n}") for n in range(20_000)]
    few = {one for one in hashes if is_drawn(one, DEFAULT)}
    many = {one for one in hashes if is_drawn(one, 0.2)}
    assert 0.045 < len(few) / len(hashes) < 0.055
    assert few < many
    assert not any(is_drawn(one, 0) for one in hashes)
    assert all(is_drawn(one, 1) for one in hashes)
    assert bound(0.5) == "80000000"


@pytest.mark.parametrize(("said", "share"), [("0.05", 0.05), ("0,1", 0.1), ("5 %", 0.05), ("7,5\u202f%", 0.075)])
def test_a_share_is_read_as_people_write_it(said: str, share: float):
    assert parse_share(said) == pytest.approx(share)


@pytest.mark.parametrize("said", ["", "beaucoup", "5", "-1 %", "nan"])
def test_what_is_no_share_is_refused(said: str):
    with pytest.raises(UserError):
        parse_share(said)


def test_a_blind_article_has_no_suggestions_and_what_a_hand_marks_counts_as_added(project: Project):
    propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"))
    assert len(opened(project, "traité").pending) == 1
    set_share(project, 1)
    desk = opened(project, "traité")
    assert not desk.sheet.assisted
    assert desk.sheet.unread
    assert (desk.pending, dict(desk.suggestions)) == ((), {})
    desk.mark(TREATY.index("Ilan"), TREATY.index("Ilan") + 10, "ACTOR")
    assert [span.suggestion for span in desk.spans] == [None]
    assert not desk.verdicts


def test_what_was_begun_stays_what_it_was_whatever_becomes_of_the_share(project: Project):
    propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"))
    propose(project, "crue", guess(TEXTS["crue"], "Élysée", "ACTOR"))
    opened(project, "traité").set_state(State.STARTED)
    set_share(project, 1)
    opened(project, "crue").set_state(State.STARTED)
    assert [opened(project, name).sheet.assisted for name in ("traité", "crue", "calme")] == [True, False, False]
    set_share(project, 0)
    assert [opened(project, name).sheet.assisted for name in ("traité", "crue", "calme")] == [True, False, True]
    opened(project, "crue").undo()
    assert not opened(project, "crue").sheet.assisted


def test_opened_is_enough_once_it_is_kept(project: Project):
    with project.write() as db:
        blind.begin(db, key_of(project, "calme"), project.annotator)
    set_share(project, 1)
    assert opened(project, "calme").sheet.assisted
    with project.read() as db:
        assert blind.count(db, project.annotator) == blind.Drawn(3, 3, 0, 0)
        assert articles.state_counts(db, project.annotator)[State.TODO] == 3


def test_from_afar_nothing_is_done_to_one_that_is_not_finished(project: Project):
    set_share(project, 1)
    sought = Sought("Tarsis", "ACTOR", "GPE", "Tarsis")
    here = key_of(project, "traité")
    hits = everywhere.places(project, sought, at_hand=here)
    assert {hit.title.split()[0]: hit.fate for hit in hits} == {"Tarsis": Fate.FREE, "Rien": Fate.ASIDE}
    plan = bulk.label(project, sought, hits, at_hand=here)
    assert [part.article for part in plan.parts] == [here]
    opened(project, "calme").set_state(State.DONE)
    hits = everywhere.places(project, sought, at_hand=here)
    assert {hit.fate for hit in hits} == {Fate.FREE}


def test_neither_search_nor_radar_shows_what_is_suggested_in_one(project: Project):
    from depeche.annotate import concordance
    from depeche.annotate.concordance import Asked

    propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR", kind="PER", value="Ilan Vorga"))

    def marks() -> int:
        found = concordance.page(project, concordance.question(project, Asked(labels=("ACTOR",))))
        return sum(line.mark is not None for line in found.lines)

    assert marks() == 1
    set_share(project, 1)
    assert marks() == 0
    opened(project, "traité").mark(0, 6, "ACTOR")
    with project.read() as db:
        assert pages.begun(db, project.annotator) == []
        assert find.annotator_names(db) == ["Claire"]
    watch = Radar(project, Lore(project.scheme))
    watch.look()
    assert watch.findings == []


def test_an_export_says_how_each_was_annotated_and_reading_it_back_keeps_that(project: Project, tmp_path: Path):
    opened(project, "traité").set_state(State.DONE)
    set_share(project, 1)
    opened(project, "crue").set_state(State.DONE)
    receipt = export(project, tmp_path / "out", Format.JSONL)
    assert dict(receipt.assisted) == {"true": 1, "false": 1}
    assert "without, as a blind control: 1" in (tmp_path / "out" / "RECEIPT.md").read_text(encoding="utf-8")
    (written,) = (tmp_path / "out").glob("*.jsonl")
    lines = [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()]
    assert {line["id"]: line.get("assisted") for line in lines} == {"traité": True, "crue": False, "calme": None}
    with make_project(tmp_path / "autre", {}) as other:
        ingest(other, [written])
        export(other, tmp_path / "again", Format.JSONL)
        assert not opened(other, "crue").sheet.assisted
    assert (tmp_path / "again" / written.name).read_bytes() == written.read_bytes()


def test_a_work_package_draws_the_same_at_the_analyst_s_and_brings_back_how_it_was_read(
    project: Project, tmp_path: Path
):
    share = next(
        step / 100 for step in range(101) if sum(is_drawn(text_hash(t), step / 100) for t in TEXTS.values()) == 1
    )
    set_share(project, share)
    drawn = [name for name, text in TEXTS.items() if is_drawn(text_hash(text), share)]
    manifest = package(project, tmp_path / "lot.depeche", "Paul")
    assert manifest.blind == share
    with Project.open(unpack(tmp_path / "lot.depeche", tmp_path / "paul").folder) as theirs:
        with theirs.read() as db:
            assert blind.share(db) == share
        assert [name for name in TEXTS if not opened(theirs, name).sheet.assisted] == drawn
        opened(theirs, drawn[0]).set_state(State.DONE)
        give_back(theirs, tmp_path / "rendu.depeche")
        with theirs.read() as db:
            (reading,) = spans.readings_of(db, key_of(theirs, drawn[0]))
    assert reading.assisted is False


def test_work_from_outside_that_does_not_say_counts_as_neither(project: Project, tmp_path: Path):
    line = {"id": "neuf", "text": "Belmare se tait.", "state": "done", "spans": [
        {"start": 0, "end": 7, "label": "ACTOR", "status": "added", "by": "Paul"}]}  # fmt: skip
    (tmp_path / "gold.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    ingest(project, [tmp_path / "gold.jsonl"])
    with project.read() as db:
        assert [one.assisted for one in spans.readings_of(db, key_of(project, "neuf"))] == [None]
    receipt = export(project, tmp_path / "out", Format.JSONL)
    assert not receipt.assisted
