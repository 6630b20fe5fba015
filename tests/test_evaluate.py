"""What `make evaluate` counts, on spans made by hand: exact, overlapping, ignored, neutral, values, speakers, table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depeche.core.span import Value
from depeche.core.suggestion import Suggestion
from tests.evaluate import foreign, own, phrases, sources, table, values
from tests.evaluate.counting import Document, Gold, Ignored, Sameness, Score, Tally, count, judged

SAME = own.SAME


def said(start: int, end: int, label: str = "ACTOR", kind: str | None = None, value: Value = None, **attrs: object):
    return Suggestion(start, end, label, kind, value, attrs)


def tally(gold: list[Gold], proposed: list[Suggestion], same: Sameness = SAME, **more: object) -> Tally:
    neutral = more.pop("neutral", lambda document, suggestion: False)
    score = Score()
    document = Document("d", "x" * 100, "2025-07-13", tuple(gold), **more)
    count(score, document, proposed, [gold[0].label if gold else proposed[0].label], same, neutral)
    return score.all


def test_exact_is_the_same_start_end_and_label():
    found = tally([Gold(0, 6, "ACTOR"), Gold(10, 16, "ACTOR")], [said(0, 6), said(10, 17), said(10, 16, "DATE")])
    assert (found.gold, found.proposed, found.exact) == (2, 2, 1)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


def test_overlapping_asks_for_one_character_on_either_side():
    found = tally([Gold(0, 6, "ACTOR"), Gold(10, 16, "ACTOR"), Gold(20, 26, "ACTOR")], [said(5, 12), said(40, 44)])
    assert (found.gold_met, found.proposed_met) == (2, 1)
    assert found.f1_overlapping == pytest.approx(2 * (1 / 2) * (2 / 3) / (1 / 2 + 2 / 3))


def test_touching_spans_do_not_overlap():
    found = tally([Gold(0, 6, "ACTOR")], [said(6, 9)])
    assert (found.gold_met, found.proposed_met, found.f1_overlapping) == (0, 0, 0.0)


def test_one_suggestion_is_exact_for_one_gold_span_only():
    found = tally([Gold(0, 6, "ACTOR"), Gold(2, 6, "ACTOR", starts=frozenset([0]))], [said(0, 6)])
    assert (found.gold, found.proposed, found.exact) == (2, 1, 1)


def test_suggestions_over_an_ignored_stretch_count_neither_way():
    found = tally([Gold(0, 6, "ACTOR")], [said(0, 6), said(20, 25), said(30, 35)], ignored=(Ignored(24, 28),))
    assert (found.gold, found.proposed, found.exact) == (1, 2, 1)


def test_an_exact_suggestion_counts_even_where_something_is_ignored():
    found = tally([Gold(0, 6, "ACTOR")], [said(0, 6)], ignored=(Ignored(4, 8),))
    assert (found.proposed, found.exact) == (1, 1)


def test_a_stretch_ignored_for_other_labels_is_not_ignored():
    found = tally([Gold(0, 6, "ACTOR")], [said(20, 25)], ignored=(Ignored(20, 25, frozenset(["DATE"])),))
    assert found.proposed == 1


def test_neutral_suggestions_count_where_they_are_exact_only():
    def neutral(document: Document, suggestion: Suggestion) -> bool:
        return suggestion.kind == "GRP"

    proposed = [said(0, 6, kind="GRP"), said(20, 25, kind="GRP"), said(30, 35, kind="ORG")]
    found = tally([Gold(0, 6, "ACTOR")], proposed, neutral=neutral)
    assert (found.gold, found.proposed, found.exact) == (1, 2, 1)


def test_further_borders_are_exact():
    gold = [Gold(4, 8, "FIGURE", starts=frozenset([0]), ends=frozenset([12]))]
    assert [tally(gold, [said(*place, "FIGURE")]).exact for place in ((0, 12), (4, 12), (0, 8), (2, 8))] == [1, 1, 1, 0]


def test_one_suggestion_over_a_pair_stands_for_both():
    first, second = Gold(0, 4, "DATE"), Gold(7, 11, "DATE")
    found = tally([first, second], [said(0, 11, "DATE")], pairs=((first, second),))
    assert (found.gold, found.proposed, found.exact, found.f1, found.f1_overlapping) == (2, 2, 2, 1.0, 1.0)


def test_a_span_is_not_missed_where_an_excusing_label_stands():
    score = Score()
    gold = (Gold(0, 6, "FIGURE", excused=frozenset(["DATE"])), Gold(10, 16, "FIGURE", excused=frozenset(["DATE"])))
    count(score, Document("d", "x" * 20, None, gold), [said(0, 8, "DATE")], ["FIGURE"], SAME)
    assert score.all.gold == 1


def test_values_kinds_and_units_are_judged_on_exact_spans_only():
    gold = [Gold(0, 3, "FIGURE", None, ("11000",), "soldats"), Gold(10, 13, "FIGURE", None, ("~600",), "morts")]
    proposed = [said(0, 3, "FIGURE", None, "11000", unit="blessés"), said(10, 14, "FIGURE", None, "600")]
    found = tally(gold, proposed)
    assert (found.value_of, found.value_right, found.unit_of, found.unit_right) == (1, 1, 1, 0)
    kinds = tally(
        [Gold(0, 3, "ACTOR", "GPE"), Gold(5, 8, "ACTOR", "ORG", kinds=frozenset(["GRP"]))],
        [said(0, 3, kind="PER"), said(5, 8, kind="GRP")],
    )
    assert (kinds.kind_of, kinds.kind_right) == (2, 1)


def test_where_no_value_is_right_a_guess_is_wrong():
    gold = [Gold(0, 3, "DATE", None, (None,))]
    assert tally(gold, [said(0, 3, "DATE", None, None)]).value_right == 1
    assert tally(gold, [said(0, 3, "DATE", None, "2025-07-13")]).value_right == 0


def ranked(*names: str) -> list[dict[str, object]]:
    return [{"name": name, "score": 0.5, "reason": ""} for name in names]


def test_speakers_are_judged_first_and_among_the_first_three():
    gold = [Gold(0, 9, "QUOTE", "mixed", ("Ilan Vorga",), None, ("Ilan Vorga",))]
    first = tally(gold, [said(0, 9, "QUOTE", "mixed", "Ilan Vorga", speakers=ranked("Ilan Vorga", "Otan"))])
    third = tally(gold, [said(0, 9, "QUOTE", "mixed", "Otan", speakers=ranked("Otan", "Ostralie", "Ilan Vorga"))])
    fourth = tally(gold, [said(0, 9, "QUOTE", "mixed", None, speakers=ranked("a", "b", "c", "Ilan Vorga"))])
    assert [(t.value_right, t.speaker_first, t.speaker_in_three) for t in (first, third, fourth)] == [
        (1, 1, 1),
        (0, 0, 1),
        (0, 0, 0),
    ]


def test_a_quote_that_nobody_says_asks_for_nobody():
    gold = [Gold(0, 9, "QUOTE", None, (None,))]
    nobody, somebody = (tally(gold, [said(0, 9, "QUOTE", None, name)]) for name in (None, "Otan"))
    assert [(t.value_of, t.value_right, t.speaker_of) for t in (nobody, somebody)] == [(1, 1, 0), (1, 0, 0)]


def test_two_speakers_are_right_together_only():
    gold = [Gold(0, 9, "QUOTE", None, ("France", "Italie"), None, ("France", "Italie"))]
    both = tally(gold, [said(0, 9, "QUOTE", None, ("Italie", "France"))])
    one = tally(gold, [said(0, 9, "QUOTE", None, "Italie")])
    assert [(t.value_right, t.speaker_first) for t in (both, one)] == [(1, 1), (0, 1)]


@pytest.mark.parametrize(
    ("same", "ours", "gold", "right"),
    [
        (values.same_name, "Etats-Unis", "les États-Unis", True),
        (values.same_name, "Kim Jong Un", "Kim Jong-un", True),
        (values.same_name, "Russie", "Biélorussie", False),
        (values.within, "Vorga", "le président Vorga, en exil", True),
        (values.within, "Vor", "le président Vorga", False),
        (values.same_figure, "2000..", "2000..", True),
        (values.same_figure, "600", "~600", False),
        (values.same_figure, "..90", "90..", False),
        (values.same_amount, "0.3", "0,3%", True),
        (values.same_amount, "2000000", "2 millions de dollars", True),
        (values.same_amount, "1/5", "0.2", True),
        (values.same_days, "2016-12", "2016-12-01/2016-12-31", True),
        (values.same_days, "199X", "1990/1999", True),
        (values.same_days, "2016-12", "2016", False),
        (values.same_timex, "2003-02-01/2003-02-02", "2003-W05-WE", True),
        (values.same_timex, "2002-10-01/2002-10-10", "2002-10", True),
        (values.same_timex, "2002-11-01/2002-11-10", "2002-10", False),
        (values.same_timex, "1999-08-26", "1999-08-26TMO", True),
        (values.same_timex, "1999-08-23/1999-08-24", "1999-08-23TNI", True),
        (values.same_timex, "1999-22", "XXXX-SU", True),
        (values.same_timex, "1998", "1999", False),
    ],
)
def test_values_are_compared_by_what_they_mean(same, ours, gold, right):
    assert same(ours, gold) is right


def test_an_end_that_is_not_included_is_taken_in():
    assert values.closed("2013-02-11/2013-02-18") == "2013-02-11/2013-02-17"
    assert values.closed("2013-12-24T18:00:00/2013-12-25T00:00:00") == "2013-12-24"
    assert values.closed("2019-01-01/..") is None


def test_a_phrase_is_exact_but_for_function_words():
    phrase = {"text": "dans le mois de mars.", "reference_date": "2013-02-12T04:30:00"}
    expected = [{"start": 0, "end": 21, "text": "", "kind": "daterange", "label": "DATE", "value": "2013-03"}]
    quiet = {"text": "rien ici", "reference_date": None, "expected": []}

    def propose(text: str, date: str | None) -> list[Suggestion]:
        assert date in ("2013-02-12", None)
        return [said(8, 20, "DATE", None, "2013-03")] if date else [said(0, 4, "DATE")]

    found = phrases.recall([{**phrase, "expected": expected}, quiet], propose)["DATE"]
    assert (found.expected, found.exact, found.met, found.value_of, found.value_right) == (1, 1, 1, 1, 1)
    assert (found.quiet, found.false) == (1, 1)
    part = phrases.recall([{**phrase, "expected": expected}, {**quiet, "component": "DateParser"}], propose)["DATE"]
    assert part.quiet == 0  # another part of that project may mark it


def test_the_other_reading_of_a_phrase_is_counted_apart():
    phrase = {"text": "jeudi", "reference_date": "2013-02-12T04:30:00"}
    expected = [{"start": 0, "end": 5, "text": "", "kind": "date", "label": "DATE", "value": "2013-02-14"}]
    past = said(0, 5, "DATE", None, "2013-02-07", readings=["2013-02-14"])
    found = phrases.recall([{**phrase, "expected": expected}], lambda text, date: [past], "duckling")
    assert (found["DATE"].value_right, found["DATE"].reading_right) == (0, 1)
    row = table.phrase_rows("duckling", found)["duckling", "DATE"]
    assert (row["exact"], row["overlap"], row["values"], row["or other reading"]) == ("–", "1.000", ".000", "1.000")


def test_what_each_source_adds_is_told():
    document = Document("d", "x" * 40, None, (Gold(0, 3, "ACTOR", "PER"), Gold(5, 8, "ACTOR"), Gold(10, 12, "ACTOR")))
    mine = [replace(said(*place, kind="PER"), source="a") for place in ((0, 3), (5, 8), (20, 22))]
    yours = [replace(said(0, 3, kind="ORG"), source="b"), replace(said(10, 12), source="b")]
    voices: dict[tuple[str, str], sources.Voice] = {}
    sources.hear(voices, document, [*mine, *yours], [*mine, yours[1]], ["ACTOR"], lambda document, suggestion: False)
    rows = table.source_rows("s", voices)
    assert [tuple(row.values()) for row in rows.values()] == [
        ("3", ".667", "3", ".667", "1"),  # the first stands at the same place as the other's
        ("2", ".500", "1", "1.000", "1"),
    ]
    assert list(rows) == [("s", "ACTOR, a"), ("s", "ACTOR, b")]


def test_trust_is_counted_on_what_a_set_speaks_of():
    gold = (Gold(0, 3, "ACTOR", "PER"), Gold(5, 8, "ACTOR", "ORG"))
    document = Document("d", "x" * 40, None, gold, (Ignored(10, 12),))
    proposed = [said(0, 3, kind="PER"), said(5, 8, kind="PER"), said(9, 12), said(20, 22), said(30, 32, kind="GRP")]
    found = list(judged(document, proposed, "ACTOR", lambda document, suggestion: suggestion.kind == "GRP"))
    assert found == [(proposed[0], True), (proposed[1], False), (proposed[3], False)]  # a wrong kind is wrong


def test_a_foreign_number_takes_the_words_that_bound_it_and_its_unit():
    text = "Il y a au moins 24 à 30 ans que les deux pays"
    spans = [
        {"start": 16, "end": 18, "label": "FIGURE", "text": "24"},
        {"start": 21, "end": 23, "label": "FIGURE", "text": "30", "unit": {"start": 24, "end": 27, "text": "ans"}},
        {"start": 36, "end": 40, "label": "FIGURE", "text": "deux"},
    ]
    document = foreign._universal({"id": "u", "text": text, "spans": spans, "ignore": []})
    score = Score()
    count(score, document, [said(7, 27, "FIGURE", None, "24..30"), said(36, 40, "FIGURE")], ["FIGURE"], SAME)
    assert (score.all.gold, score.all.proposed, score.all.exact) == (2, 2, 2)


def test_the_table_reads_back_what_it_wrote_and_tells_what_changed():
    score = Score()
    document = Document("d", "x" * 20, None, (Gold(0, 3, "ACTOR"), Gold(5, 8, "ACTOR")))
    count(score, document, [said(0, 3)], ["ACTOR", "DATE"], SAME)
    rows = table.rows("some set", score)
    assert list(rows) == [("some set", "ACTOR")]  # nothing to say about dates
    assert table.read(table.markdown(table.COLUMNS, rows)) == rows
    assert list(table.changes(rows, rows)) == []
    count(score, document, [said(0, 3), said(5, 8)], ["ACTOR"], SAME)
    assert list(table.changes(rows, table.rows("some set", score))) == [
        "some set, ACTOR: n 2 → 4, R .500 → .750, F1 .667 → .857, R overlap .500 → .750, F1 overlap .667 → .857"
    ]
    assert list(table.changes(rows, {})) == ["some set, ACTOR: gone"]
    assert list(table.changes({}, rows)) == ["some set, ACTOR: new"]
    assert list(table.changes({key: {"n": "2", "F2": ".1"} for key in rows}, rows)) == []  # another table's columns


def test_the_corpus_is_read_as_gold():
    line = {
        "id": "a",
        "text": "« Oui », dit-on à Tarsis jeudi.",
        "date": None,
        "spans": [
            {"start": 0, "end": 7, "label": "QUOTE", "kind": "direct", "value": ["Ilan Vorga", "Otan"]},
            {"start": 25, "end": 30, "label": "DATE", "value": None},
        ],
    }
    quote, date = own.document(line).gold
    assert quote.speakers == ("Ilan Vorga", "Otan")
    assert date.values == (None,)
