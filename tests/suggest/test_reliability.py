"""Which of two sources is believed: what was measured, what a project's verdicts say, what agreement adds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depeche import paths
from depeche.annotate.desk import Desk
from depeche.core.article import Article
from depeche.core.suggestion import Suggestion
from depeche.store import articles, judged
from depeche.store.project import Project
from depeche.suggest.merge import merge
from depeche.suggest.pipeline import rules
from depeche.suggest.reliability import FILE, UNKNOWN, Reliability, band, measured, read, table
from depeche.suggest.suggest import pipeline_for
from tests.fixtures import Fake, key_of, propose

MEASURED = {
    ("list", "ACTOR", "PER", "0.9"): (45, 100),
    ("list", "ACTOR", "ORG", "0.9"): (98, 100),
    ("model", "ACTOR", "PER", "0.7"): (90, 100),
    ("model", "ACTOR", "ORG", "0.7"): (70, 100),
}


def nests(label: str) -> bool:
    return label == "QUOTE"


def said(start: int, end: int, source: str, kind: str | None = "PER", score: float | None = None, label: str = "ACTOR"):
    score = score if score is not None else {"list": 0.9, "model": 0.7}.get(source)
    return Suggestion(start, end, label, kind, source=source, version="1", score=score, reason=source)


def merged(*proposed: Suggestion, trust: Reliability | None = None) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.source) for one in merge(proposed, nests, (trust or Reliability(MEASURED)).of)]


def test_the_source_that_is_right_more_often_wins_whatever_its_own_score():
    assert merged(said(0, 10, "list"), said(5, 12, "model")) == [(5, 12, "model")]
    assert merged(said(5, 12, "model"), said(0, 10, "list")) == [(5, 12, "model")]  # nor by order of arrival


def test_it_is_measured_kind_by_kind():
    assert merged(said(0, 10, "list", "ORG"), said(5, 12, "model", "ORG")) == [(0, 10, "list")]


def test_of_two_kinds_at_one_place_the_better_measured_one_stays_as_it_was_said():
    person, body = said(0, 5, "model"), said(0, 5, "list", "ORG")
    assert merge([person, body], nests, Reliability(MEASURED).of) == [body]


def test_two_that_agree_outdo_one_that_is_better_than_either():
    trust = {"a": 0.7, "b": 0.7, "c": 0.8}
    pair = [said(0, 6, "a", score=0.2), said(0, 6, "b", score=0.1)]
    kept = merge([*pair, said(4, 9, "c", score=0.9)], nests, lambda one: trust[one.source])
    assert kept == [replace(pair[0], reason="a + b")]  # source and score stay its own
    apart = [said(0, 6, "a"), said(0, 6, "b", "ORG"), said(4, 9, "c")]
    assert [one.source for one in merge(apart, nests, lambda one: trust[one.source])] == ["c"]  # kinds differ
    twice = [said(0, 6, "a"), said(0, 6, "a"), said(4, 9, "c")]
    assert [one.source for one in merge(twice, nests, lambda one: trust[one.source])] == ["c"]  # one voice, not two


def test_quotes_stay_beside_everything():
    quotes = [said(0, 20, "x", None, 0.1, "QUOTE"), said(5, 15, "y", None, 0.9, "QUOTE")]
    assert len(merged(*quotes, said(6, 9, "list"))) == 3


def test_of_equals_the_longer_one_stays():
    assert merged(said(0, 4, "list"), said(2, 9, "list")) == [(2, 9, "list")]


def test_few_counts_are_drawn_towards_the_level_above():
    trust = Reliability({("s", "DATE", "", "0.9"): (2, 2)})
    assert 0.6 < trust.of(said(0, 1, "s", None, 0.9, "DATE")) < 0.9
    trust = Reliability({("s", "DATE", "", "0.9"): (2000, 2000)})
    assert trust.of(said(0, 1, "s", None, 0.9, "DATE")) > 0.99
    seldom = Reliability(MEASURED | {("model", "ACTOR", "GPE", "0.7"): (1, 1)})
    assert seldom.of(said(0, 1, "model", "GPE")) == pytest.approx(seldom.of(said(0, 1, "model", "GRP")), abs=0.05)


def test_the_bands_of_a_score_that_tells_something_are_told_apart():
    trust = Reliability({("s", "ACTOR", "PER", "0.9"): (99, 100), ("s", "ACTOR", "PER", "0.5"): (50, 100)})
    assert trust.of(said(0, 1, "s", score=0.93)) > 0.95
    assert trust.of(said(0, 1, "s", score=0.55)) < 0.6
    assert [band(score) for score in (None, -1.0, 0.0, 0.69, 0.95, 1.0)] == ["", "0", "0", "0.6", "0.95", "0.95"]


def test_a_source_nobody_measured_is_halfway_between_its_own_word_and_the_usual():
    trust = Reliability(MEASURED)
    assert trust.of(said(0, 1, "spacy:x", score=1.0)) == pytest.approx((1 + UNKNOWN) / 2)
    assert trust.of(said(0, 1, "spacy:x")) == UNKNOWN


def test_a_memory_of_verdicts_is_taken_at_its_word():
    assert Reliability(MEASURED).of(said(0, 1, "memory", score=0.97)) == 0.97


def test_verdicts_shift_what_was_measured():
    trust = Reliability(MEASURED)
    refused = trust.with_counts({("model", "ACTOR", "PER"): (0, 40)})
    assert refused.of(said(0, 1, "model")) < 0.3 < trust.of(said(0, 1, "model"))
    assert refused.of(said(0, 1, "model", "ORG")) < trust.of(said(0, 1, "model", "ORG"))  # the same label, less so
    assert refused.of(said(0, 1, "model", "ORG")) > refused.of(said(0, 1, "model"))
    assert refused.of(said(0, 1, "list")) == trust.of(said(0, 1, "list"))
    learnt = trust.with_counts({("spacy:x", "ACTOR", "PER"): (50, 50)})
    assert learnt.of(said(0, 1, "spacy:x")) > 0.8 > trust.of(said(0, 1, "spacy:x"))


def test_a_table_reads_back_as_it_was_written(tmp_path):
    (tmp_path / FILE).write_text(table(MEASURED, ["by hand"]), encoding="utf-8")
    assert read(tmp_path / FILE) == MEASURED
    (tmp_path / FILE).write_text("source\tlabel\n", encoding="utf-8")
    with pytest.raises(ValueError, match="reliability"):
        read(tmp_path / FILE)


def test_the_shipped_table_knows_the_sources_in_their_versions():
    # A new version of a source asks for a new `make reliability`.
    lines = paths.resource(FILE).read_text(encoding="utf-8").splitlines()
    told = next(line for line in lines if line.startswith("# Sources: "))
    assert told == "# Sources: " + ", ".join(f"{one.name} {one.version}" for one in rules()) + "."
    counts = read(paths.resource(FILE))
    assert all(0 <= right <= total for right, total in counts.values())
    assert {cell[1] for cell in counts} == {"ACTOR", "DATE", "FIGURE", "QUOTE"}
    assert measured().of(said(0, 1, "actors", "GPE", 0.97)) > measured().of(said(0, 1, "actors", "PER", 0.6))


def verdicts(project: Project, source: str, accepted: int, rejected: int) -> None:
    """Let the annotator judge so many suggestions of a source, one character each."""
    text = "aube calme à Tarsis, dit-on à Belmare"
    places = [n for n, char in enumerate(text) if char.isalpha()][: accepted + rejected]
    name = f"{source} {accepted} {rejected}"
    with project.write() as db:
        articles.put(db, Article(text + name, title=name, name=name), "test")
    put = propose(project, name, *(replace(said(n, n + 1, source), key="") for n in places))
    desk = Desk(project)
    desk.open(key_of(project, name))
    for n, one in enumerate(put):
        if n < accepted:
            desk.accept(one.key)
        else:
            desk.reject(one.key)


def test_verdicts_are_counted_by_source_label_and_kind(project):
    verdicts(project, "list", 3, 1)
    verdicts(project, "model", 0, 2)
    put = propose(project, "calme", said(0, 4, "list"), said(5, 6, "list"), said(7, 14, "list", None, label="DATE"))
    desk = Desk(project)
    desk.open(key_of(project, "calme"))
    desk.edit(put[0].key, value="autre nom")
    desk.edit(put[1].key, end=7)
    desk.edit(put[2].key, label="ACTOR")
    with project.read() as db:
        assert judged.by_source(db) == {
            ("list", "ACTOR", "PER"): (3 + 1, 4 + 2),  # another value, yet the right place; another border
            ("list", "DATE", ""): (0, 1),
            ("model", "ACTOR", "PER"): (0, 2),
        }


def test_a_project_believes_the_source_whose_suggestions_were_accepted(project):
    early = Fake(("signe le", "ACTOR"), name="early", score=0.9)
    late = Fake(("le traité", "ACTOR"), name="late", score=0.5)
    with project.read() as db:
        article = articles.get(db, key_of(project, "traité"))

    def winner() -> set[str]:
        found = pipeline_for(project, [early, late]).propose(article)
        return {one.source for one in found} & {"early", "late"}

    assert winner() == {"early"}
    verdicts(project, "early", 0, 12)
    verdicts(project, "late", 12, 0)
    assert winner() == {"late"}
