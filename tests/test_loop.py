"""The simulated annotator counts what a person would have to do, and a report keeps its other sections."""

from __future__ import annotations

from pathlib import Path

from depeche.core.suggestion import Suggestion
from tests.evaluate.counting import Document, Gold, Ignored
from tests.evaluate.loop import Truth
from tests.evaluate.sections import put

TEXT = "Le président Ilan Vorga a vu Anna Delcroix le 3 mai 2024 à Belmare, rue Haute."
DOC = Document(
    "d",
    TEXT,
    None,
    (Gold(13, 23, "ACTOR", "PER"), Gold(29, 42, "ACTOR", "PER"), Gold(46, 56, "DATE", starts=frozenset((43,)))),
    (Ignored(68, 77, frozenset(("ACTOR",))),),
)


def said(start: int, end: int, label: str, kind: str | None = None) -> Suggestion:
    return Suggestion(start, end, label, kind, source="s", key=f"{start}{label}")


def counted(*proposed: Suggestion, neutral: bool = False) -> list[str]:
    acts = Truth(DOC, (), lambda doc, one: neutral).acts(proposed)
    return sorted(act.what for act in acts if act.what)


def test_what_is_right_costs_nothing_also_by_a_border_that_the_set_admits():
    right = (said(13, 23, "ACTOR", "PER"), said(29, 42, "ACTOR", "PER"))
    assert counted(*right, said(46, 56, "DATE")) == counted(*right, said(43, 56, "DATE")) == []


def test_each_sort_of_correction_is_counted_once():
    assert counted() == ["missed"] * 3
    assert counted(said(3, 23, "ACTOR", "PER"), said(29, 42, "ACTOR", "ORG"), said(46, 56, "ACTOR", "ORG")) == [
        "border",
        "kind",
        "label",
    ]
    wrong = said(59, 66, "ACTOR", "GPE")
    assert counted(wrong) == ["missed"] * 3 + ["rejected"]
    assert counted(wrong, neutral=True) == ["missed"] * 3, "of what the set is silent, nothing is said"
    assert counted(said(72, 77, "ACTOR", "PER")) == ["missed"] * 3


def test_a_section_takes_the_place_of_its_earlier_self_alone(tmp_path: Path):
    report = tmp_path / "r.md"
    report.write_text("# Titre\n\nTable.\n", encoding="utf-8")
    put(report, "Un", "premier")
    put(report, "Deux", "### dedans\n\nsecond")
    put(report, "Un", "encore")
    assert report.read_text(encoding="utf-8") == (
        "# Titre\n\nTable.\n\n## Un\n\nencore\n\n## Deux\n\n### dedans\n\nsecond\n"
    )
