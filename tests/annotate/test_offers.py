"""Which values the digits offer for a mark, and in which order."""

from __future__ import annotations

from depeche.annotate.offers import corrections, for_date, for_figure, for_name, for_speech
from depeche.core.span import Span
from depeche.core.suggestion import Suggestion


def named(start: int, value: str, kind: str = "PER", key: str = "") -> Span:
    return Span(start, start + 5, "ACTOR", kind=kind, value=value, key=key or value)


def test_a_name_is_offered_what_it_was_corrected_to_then_the_articles_then_itself() -> None:
    one = named(0, "OMX", "ORG", "one")
    others = [named(10, "Office des marées de Xanthe", "ORG"), named(20, "Xanthe", "GPE"), named(30, "Lior Xanthe")]
    found = for_name(one, "Office des marées", others, {"OMX": "Office maritime"}, ["Bureau"], ["Marées de Tarsis"])
    assert [name for name, _ in found] == [
        "Office maritime", "Office des marées de Xanthe", "Bureau", "Office des marées", "Marées de Tarsis",
    ]  # fmt: skip


def test_what_a_mark_has_already_is_not_offered_and_nothing_twice() -> None:
    one = named(0, "Ilan Vorga", key="one")
    found = for_name(one, "Vorga", [named(9, "Ilan Vorga"), named(20, "Mara Vorga")], {}, ["Mara Vorga"], [])
    assert [name for name, _ in found] == ["Mara Vorga", "Vorga"]


def test_speakers_go_by_the_names_they_have_now_and_the_nearest_come_next() -> None:
    attrs = {"speakers": [{"name": "Vorga", "reason": "sujet"}]}
    quote = Suggestion(50, 90, "QUOTE", source="quotes", version="1", score=0.9, attrs=attrs)
    found = for_speech(quote, [(0, "Loin Devant"), (40, "Juste Avant"), (95, "Juste Après")], {"Vorga": "Ilan Vorga"})
    assert [name for name, _ in found] == ["Ilan Vorga", "Juste Avant", "Juste Après", "Loin Devant"]


def test_those_who_speak_together_and_other_spellings_come_behind_the_first_two() -> None:
    attrs = {"speakers": [{"name": "Selk"}, {"name": "Ilan Vorga"}, {"name": "Otan"}]}
    quote = Suggestion(50, 90, "QUOTE", source="quotes", version="1", score=0.9, attrs=attrs)
    lately = ["Tarsis", "Mara Selk"]
    found = for_speech(quote, [], {}, lately, ["Mara Selk ; Ilan Vorga"], lambda name: [f"{name}o"])
    assert [name for name, _ in found] == [
        "Selk", "Ilan Vorga", "Mara Selk ; Ilan Vorga", "Selko", "Mara Selk", "Ilan Vorgao", "Otan",
    ]  # fmt: skip


def test_a_name_is_offered_in_other_spellings() -> None:
    found = for_name(named(0, "Al Sol"), "Al Sol", [], {}, [], [], (), lambda name: [name.replace("Al ", "al-")])
    assert [name for name, _ in found] == ["al-Sol"]


def test_only_a_name_at_its_place_counts_as_a_correction() -> None:
    guess = Suggestion(0, 5, "ACTOR", value="OMX", source="actors", version="1", score=0.9, key="s")
    right = Span(0, 5, "ACTOR", value="Office", suggestion="s", key="a")
    moved = Span(0, 9, "ACTOR", value="Office grec", suggestion="s", key="b")
    assert corrections([right], {"s": guess}) == {"OMX": "Office"}
    assert corrections([moved], {"s": guess}) == {}


def test_a_figure_is_exact_about_at_most_or_at_least_and_a_share_may_lose_its_sign() -> None:
    assert [value for value, _ in for_figure(Span(0, 1, "FIGURE", value="600"))] == ["~600", "..600", "600.."]
    assert [value for value, _ in for_figure(Span(0, 1, "FIGURE", value="..50 %"))][:2] == ["..50", "50 %"]
    assert for_figure(Span(0, 1, "FIGURE", value="3..5")) == []


def test_a_day_is_offered_a_week_away_and_what_is_only_about_exactly() -> None:
    assert [value for value, _ in for_date(Span(0, 1, "DATE", value="2025-03-01"))] == ["2025-02-22", "2025-03-08"]
    assert [value for value, _ in for_date(Span(0, 1, "DATE", value="2024~/2025"))] == ["2024/2025"]
    assert for_date(Span(0, 1, "DATE")) == []
