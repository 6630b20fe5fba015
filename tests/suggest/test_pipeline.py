"""Several sources, one answer: what may not overlap is chosen, boilerplate and unknown labels are left out."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.errors import UserError
from depeche.suggest.merge import merge
from depeche.suggest.pipeline import Pipeline
from depeche.suggest.spacy_source import SpacySource
from tests.examples import examples
from tests.fixtures import Fake

TEXT = "Le président Ilan Vorga a parlé.\nSource : Ilan Vorga, agence"


def nests(label: str) -> bool:
    return label == "QUOTE"


def sure(one: Suggestion) -> float:
    return one.score or 0.0


PROPOSED = st.lists(
    st.builds(
        lambda start, length, label, score: Suggestion(start, start + length, label, score=score),
        st.integers(0, 30),
        st.integers(1, 12),
        st.sampled_from(["ACTOR", "DATE", "QUOTE"]),
        st.sampled_from([0.2, 0.5, 0.9]),
    ),
    max_size=20,
)


@given(PROPOSED)
@examples(150)
def test_flat_labels_never_overlap_and_nothing_better_is_dropped(proposed):
    kept = merge(proposed, nests, sure)
    flat = [one for one in kept if not nests(one.label)]
    assert all(a.end <= b.start for a, b in pairwise(flat))
    assert [(one.start, -one.end) for one in kept] == sorted((one.start, -one.end) for one in kept)
    places = {(one.start, one.end, one.label) for one in kept}
    assert len(places) == len(kept)
    assert places >= {(one.start, one.end, one.label) for one in proposed if nests(one.label)}
    for one in proposed:
        if not nests(one.label) and (one.start, one.end, one.label) not in places:
            met = [k for k in flat if min(k.end, one.end) > max(k.start, one.start)]
            assert any(k.score >= one.score for k in met) or any(_is_longer(k, one) for k in [*met, *proposed])


def _is_longer(a: Suggestion, b: Suggestion) -> bool:
    longer = a.start <= b.start and b.end <= a.end and (a.start, a.end) != (b.start, b.end)
    return longer and a.label != b.label and not nests(a.label) and (a.score or 0) > 0.8


def test_the_longest_of_two_labels_stays_if_it_is_likely():
    date = Suggestion(13, 20, "DATE", score=0.97)
    for score, kept in ((0.9, "ACTOR"), (0.7, "DATE")):
        whole = Suggestion(0, 20, "ACTOR", score=score)
        assert [one.label for one in merge([date, whole], nests, sure)] == [kept]
    blocker = Suggestion(0, 5, "ACTOR", score=0.9)
    left = merge([date, Suggestion(3, 20, "ACTOR", score=0.85), blocker], nests, sure)
    assert left == [blocker, date]  # the longer one had to go, and doesn't take the date along


def test_sources_are_asked_in_turn_and_see_what_was_found():
    seen: list[int] = []

    class Second(Fake):
        def propose(self, article, found):
            seen.append(len(found))
            return super().propose(article, found)

    pipeline = Pipeline([Fake(("Ilan Vorga", "ACTOR")), Second(("parlé", "DATE"), name="b", version="3")], nests)
    assert [one.label for one in pipeline.propose(Article(TEXT))] == ["ACTOR", "DATE"]
    assert seen == [1]
    assert pipeline.name == "fake/1+b/3"


def test_boilerplate_and_unknown_labels_are_left_out():
    pipeline = Pipeline(
        [Fake(("agence", "ACTOR"), ("Ilan", "GONE"), ("Vorga", "ACTOR"))], nests, {"ACTOR"}.__contains__
    )
    assert [(one.start, one.label) for one in pipeline.propose(Article(TEXT))] == [(TEXT.index("Vorga"), "ACTOR")]


def test_a_spacy_pipeline_speaks_under_our_labels(tmp_path):
    nlp = spacy.blank("fr")
    patterns = [("PERSON", "Ilan Vorga"), ("LOC", "Source"), ("DATE", "parlé")]
    nlp.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": words} for label, words in patterns])
    nlp.meta["version"] = "2.1"
    nlp.to_disk(tmp_path / "m")
    source = SpacySource(str(tmp_path / "m"), ["ACTOR", "DATE"])
    assert source.version == "2.1"
    found = source.propose(Article(TEXT), [])
    assert [(TEXT[one.start : one.end], one.label, one.kind) for one in found] == [
        ("Ilan Vorga", "ACTOR", "PER"),
        ("parlé", "DATE", None),
        ("Ilan Vorga", "ACTOR", "PER"),
    ]
    assert all(one.reason and 0 < one.score < 1 and one.source == source.name for one in found)
    assert source.propose(Article("Ilan Vorga. " * 90_000), [])


@pytest.mark.parametrize("name", ["no_such_package", "", "/nowhere", "."])
def test_what_is_no_pipeline_is_said(name):
    with pytest.raises(UserError):
        SpacySource(name, ["ACTOR"])
