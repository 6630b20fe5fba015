"""Texts that the shipped model learned from are known, copies of them too, and a report says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from depeche.core.likeness import sketch
from depeche.models import learned_from
from depeche.train.verdict import cautions
from tests.fixtures import FLOOD, TREATY
from tests.train import world

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "winer_fr.jsonl"


def test_a_text_and_its_copy_are_known_and_others_are_not(monkeypatch):
    text = " ".join(world.text_of(n) for n in range(6))
    monkeypatch.setattr(learned_from, "_there", lambda: frozenset(sketch(text).runs))
    copy = f"Un autre titre\n\n{text} Et une ligne de plus à la fin."
    assert learned_from.known([text, copy, TREATY, FLOOD, "", "Court."]) == 2


def test_what_was_written_is_what_is_read(tmp_path, monkeypatch):
    text = " ".join(world.text_of(n) for n in range(6))
    (tmp_path / "list").write_bytes(learned_from.packed([text, text]))
    monkeypatch.setattr(learned_from.paths, "resource", lambda *_: tmp_path / "list")
    assert learned_from._there.__wrapped__() == frozenset(sketch(text).runs)


@pytest.mark.skipif(not SHARED.is_file(), reason="needs the shared data")
def test_the_shipped_list_is_of_the_first_700_articles():
    texts = [json.loads(line)["text"] for line in SHARED.read_text(encoding="utf-8").splitlines()]
    assert learned_from.known(texts[:700]) > 690
    assert learned_from.known(texts[-200:]) < 10


def test_a_report_says_how_many_of_its_test_are_known():
    report = {"systems": {"un": {}}, "name": "un", "shared_test": 0.0, "known_to_base": 3}
    assert any("a appris de 3 articles d’épreuve" in one for one in cautions(report, {}))
    assert cautions(report | {"known_to_base": 0}, {}) == []
