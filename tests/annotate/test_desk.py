"""What a hand does on the desk: spans, verdicts, journal, undo; seen on the desk and, the same, in the file."""

from __future__ import annotations

import pytest

from depeche.annotate.desk import Desk
from depeche.core.article import DateOrigin, State
from depeche.core.span import Span
from depeche.core.suggestion import Outcome
from depeche.errors import UserError
from depeche.store import articles
from depeche.store.project import SCHEME
from depeche.store.stats import stats
from depeche.suggest import suggest as verb
from depeche.suggest.suggest import suggest
from tests.fixtures import CALM, FLOOD, TREATY, Fake, guess, key_of, propose


def at(words: str, text: str = TREATY) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def find(desk: Desk, words: str):
    return next(one for one in (*desk.spans, *desk.pending) if desk.text_of(one) == words)


def words(desk: Desk) -> list[tuple[str, str]]:
    return [(desk.text_of(span), span.label) for span in desk.spans]


def as_in_the_file(desk: Desk) -> Desk:
    fresh = Desk(desk.project)
    assert desk.article is not None
    fresh.open(desk.article.key)
    for name in ("article", "state", "spans", "pending", "verdicts", "undoable", "redoable"):
        assert getattr(fresh, name) == getattr(desk, name), name
    return fresh


def row(project, source: str, label: str) -> dict[str, object]:
    (found,) = (one for one in stats(project)["suggestions"] if (one["source"], one["label"]) == (source, label))
    return found


def test_accepting_makes_the_span_as_it_was_suggested(desk, project):
    one = find(desk, "Ilan Vorga")
    change = desk.accept(one.key)
    assert change is not None
    assert change.title == "Accepté « Ilan Vorga »"
    (span,) = desk.spans
    assert (span.kind, span.value, span.suggestion) == ("PER", "Ilan Vorga", one.key)
    assert desk.verdicts[one.key].outcome is Outcome.ACCEPTED
    assert desk.state is State.STARTED
    assert one not in desk.pending
    as_in_the_file(desk)
    with pytest.raises(KeyError):
        desk.accept(one.key)
    assert row(project, "rules", "ACTOR") | {"source": "", "label": ""} == {
        "source": "",
        "label": "",
        "waiting": 0,
        "accepted": 1,
        "corrected": 0,
        "rejected": 0,
        "moved": 0,
        "relabelled": 0,
        "revalued": 0,
        "hidden": 0,
    }


def test_two_spans_of_the_same_borders_stand_as_in_the_file_whichever_was_touched_last(desk):
    start, end = at("Ilan Vorga")
    for label in ("QUOTE", "ACTOR"):
        desk.mark(start, start + 4, label, by_character=True)
        desk.edit(next(one.key for one in desk.spans if one.end == start + 4), start=start, end=end)
    for value in ("x", "y"):
        for key in [span.key for span in desk.spans]:
            desk.edit(key, value=value)
            assert [span.label for span in desk.spans] == ["ACTOR", "QUOTE"]
            as_in_the_file(desk)


def test_what_was_rejected_is_not_proposed_again(desk, project, monkeypatch):
    desk.open(key_of(project, "calme"))
    monkeypatch.setattr(verb, "rules", lambda others=(): [Fake(("Tarsis", "ACTOR"), ("3\u00a0%", "FIGURE"))])
    suggest(project)
    desk.reload()
    desk.reject(find(desk, "Tarsis").key)
    assert [desk.text_of(one) for one in desk.pending] == ["3\u00a0%"]
    figure = desk.pending[0]
    monkeypatch.setattr(
        verb,
        "rules",
        lambda others=(): [Fake(("Tarsis", "ACTOR"), ("3\u00a0%", "FIGURE"), ("nuit", "DATE"), version="2")],
    )
    done = suggest(project)
    assert (done.articles, done.new) == (3, 2 + 1)  # « Tarsis » in the other article, and « 3 % » and « nuit »
    desk.reload()
    assert [desk.text_of(one) for one in desk.pending] == ["nuit", "3\u00a0%"]
    assert figure.key not in [one.key for one in desk.pending], "a new version says it anew"
    assert suggest(project).articles == 0
    keys = [one.key for one in desk.pending]
    assert suggest(project, keys=[key_of(project, "calme")]).new == 0
    desk.reload()
    assert [one.key for one in desk.pending] == keys, "what says the same keeps its key"
    as_in_the_file(desk)


def test_suggesting_never_touches_a_persons_spans(desk, project, monkeypatch):
    desk.accept(find(desk, "Ilan Vorga").key)
    desk.edit(find(desk, "samedi 12 juillet").key, start=at("12 juillet")[0])
    desk.mark(*at("Tarsis"), "ACTOR")
    before = desk.spans
    with project.read() as db:
        titles = [one.title for one in articles.headings(db, desk.annotator, [1])]
    monkeypatch.setattr(
        verb, "rules", lambda others=(): [Fake(("président Ilan", "ACTOR"), ("samedi 12", "DATE"), ("Tarsis", "ACTOR"))]
    )
    suggest(project)
    desk.reload()
    assert desk.spans == before
    assert not {"président Ilan", "samedi 12", "Tarsis"} & {desk.text_of(one) for one in desk.pending}
    assert titles == ["Tarsis signe le traité"]


def test_a_run_leaves_imported_suggestions_alone_and_does_not_double_them(project, monkeypatch):
    (imported,) = propose(project, "traité", guess(TREATY, "Ilan Vorga", "ACTOR"))
    monkeypatch.setattr(verb, "rules", lambda others=(): [Fake(("Ilan Vorga", "ACTOR"), ("Quelque 600", "FIGURE"))])
    suggest(project)
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    assert [(desk.text_of(one), one.source) for one in desk.pending] == [
        ("Ilan Vorga", "rules"),
        ("Quelque 600", "fake"),
    ]
    assert desk.pending[0].key == imported.key


@pytest.mark.parametrize(
    ("fields", "flags"),
    [
        ({"start": 26}, "moved"),
        ({"kind": "ORG"}, "relabelled"),
        ({"label": "DATE"}, "relabelled revalued"),
        ({"value": "I. Vorga"}, "revalued"),
        ({"attrs": {"note": "x"}}, "revalued"),
        ({"start": 26, "kind": "ORG", "value": None}, "moved relabelled revalued"),
        ({}, ""),
    ],
)
def test_a_correction_says_what_was_corrected(desk, project, fields, flags):
    one = find(desk, "Ilan Vorga")
    desk.edit(one.key, **fields)
    verdict = desk.verdicts[one.key]
    assert verdict.outcome is (Outcome.CORRECTED if flags else Outcome.ACCEPTED)
    assert {name for name in ("moved", "relabelled", "revalued") if getattr(verdict, name)} == set(flags.split())
    counted = row(project, "rules", "ACTOR")
    assert (counted["corrected"], counted["accepted"], counted["rejected"]) == (bool(flags), not flags, 0)
    assert {name for name in ("moved", "relabelled", "revalued") if counted[name]} == set(flags.split())
    as_in_the_file(desk)


def test_a_correction_taken_back_by_hand_is_an_acceptance(desk):
    one = find(desk, "Ilan Vorga")
    desk.edit(one.key, start=one.start + 5)
    desk.edit(desk.spans[0].key, start=one.start)
    assert desk.verdicts[one.key].outcome is Outcome.ACCEPTED
    assert desk.edit(desk.spans[0].key, start=one.start) is None
    as_in_the_file(desk)


def test_what_nobody_suggested_counts_as_missed(desk, project):
    desk.mark(*at("Ostralie"), "ACTOR")
    desk.accept(find(desk, "Ilan Vorga").key)
    counts = stats(project)
    assert counts["missed"] == {"ACTOR": 1}
    assert counts["spans"] == {"ACTOR": 2}
    assert counts["annotators"] == {"Claire": 2}
    assert counts["articles"] == {"total": 3, "todo": 2, "started": 1, "done": 0, "flagged": 0, "skipped": 0}


@pytest.mark.parametrize(
    ("drawn", "label", "marked"),
    [
        (" l’Otan.", "ACTOR", "Otan"),
        ("l’Ostralie »", "ACTOR", "Ostralie"),
        ("Quelque 600 ", "FIGURE", "Quelque 600"),
        ("« une paix durable, dit-il, pour l’Ostralie »", "QUOTE", "« une paix durable, dit-il, pour l’Ostralie »"),
        (", dit-il, ", "DATE", "dit-il"),
    ],
)
def test_a_selection_is_trimmed_as_the_guide_says(desk, drawn, label, marked):
    desk.mark(*at(drawn), label)
    assert (marked, label) in words(desk)


def test_by_character_the_selection_is_taken_as_it_is(desk):
    desk.mark(*at("’Otan."), "ACTOR", by_character=True)
    assert words(desk) == [("’Otan.", "ACTOR")]


@pytest.mark.parametrize("drawn", [(23, 23), (22, 24), (-5, 3), (40, 10_000), (9, 3)])
def test_nothing_is_marked_where_nothing_is(desk, drawn):
    with pytest.raises(UserError):
        desk.mark(*drawn, "ACTOR", by_character=drawn != (22, 24))
    assert desk.undoable is None
    assert desk.spans == ()


def test_a_drawn_span_corrects_the_suggestion_it_touches(desk):
    one = find(desk, "Ilan Vorga")
    desk.mark(*at("président Ilan Vorga"), "ACTOR")
    assert words(desk) == [("président Ilan Vorga", "ACTOR")]
    assert desk.spans[0].suggestion == one.key
    assert desk.verdicts[one.key].moved
    assert not desk.verdicts[one.key].relabelled
    as_in_the_file(desk)


def test_another_label_at_the_same_borders_relabels_the_suggestion(desk):
    one = find(desk, "samedi 12 juillet")
    desk.mark(*at("samedi 12 juillet"), "FIGURE")
    assert words(desk) == [("samedi 12 juillet", "FIGURE")]
    assert desk.verdicts[one.key].relabelled
    assert not desk.verdicts[one.key].moved


def test_an_own_span_is_moved_and_keeps_its_key(desk):
    desk.mark(*at("Tarsis"), "ACTOR")
    key = desk.spans[0].key
    desk.mark(*at("Tarsis signe"), "ACTOR")
    assert words(desk) == [("Tarsis signe", "ACTOR")]
    assert desk.spans[0].key == key
    assert desk.mark(*at("Tarsis signe"), "ACTOR") is None, "nothing changed, nothing is written"


def test_flat_labels_give_way_to_each_other_and_quotes_do_not(desk):
    desk.accept(find(desk, "« une paix durable, dit-il, pour l’Ostralie »").key)
    desk.mark(*at("Ostralie"), "ACTOR")
    desk.accept(find(desk, "Quelque 600").key)
    guessed = desk.spans[-1].suggestion
    desk.mark(*at("600 soldats"), "DATE")
    assert words(desk) == [
        ("« une paix durable, dit-il, pour l’Ostralie »", "QUOTE"),
        ("Ostralie", "ACTOR"),
        ("600 soldats", "DATE"),
    ]
    assert desk.verdicts[guessed].outcome is Outcome.REJECTED
    desk.undo()
    assert words(desk)[-1] == ("Quelque 600", "FIGURE")
    assert desk.verdicts[guessed].outcome is Outcome.ACCEPTED
    as_in_the_file(desk)


def test_a_quote_in_a_quote_stands_beside_it(desk):
    desk.mark(*at("« une paix durable, dit-il, pour l’Ostralie »"), "QUOTE")
    desk.mark(*at("paix durable"), "QUOTE")
    assert [label for _words, label in words(desk)] == ["QUOTE", "QUOTE"]


def test_removing_rejects_what_it_came_from_and_marking_again_takes_that_back(desk):
    one = find(desk, "Ilan Vorga")
    desk.accept(one.key)
    desk.remove(desk.spans[0].key)
    assert desk.spans == ()
    assert desk.verdicts[one.key].outcome is Outcome.REJECTED
    desk.mark(*at("Ilan Vorga"), "ACTOR")
    assert desk.verdicts[one.key].outcome is Outcome.ACCEPTED
    assert desk.spans[0].value == "Ilan Vorga"
    as_in_the_file(desk)
    with pytest.raises(KeyError):
        desk.remove("nowhere")


def test_relabelling_drops_what_the_other_label_does_not_have(desk):
    desk.accept(find(desk, "Ilan Vorga").key)
    desk.edit(desk.spans[0].key, label="QUOTE")
    (span,) = desk.spans
    assert (span.label, span.kind, span.value, span.attrs) == ("QUOTE", None, None, {})


def test_the_value_is_read_again_where_the_words_change_and_only_there(project):
    asked: list[str] = []

    def valuer(article, span: Span) -> Span:
        asked.append(article.text[span.start : span.end])
        return Span(span.start, span.end, span.label, span.kind, "lu", span.attrs, span.key, span.suggestion)

    desk = Desk(project, valuer)
    desk.open(key_of(project, "traité"))
    desk.mark(*at("Tarsis"), "ACTOR")
    key = desk.spans[0].key
    desk.edit(key, value="Tarsis (ville)")
    desk.edit(key, end=at("Tarsis signe")[1])
    assert asked == ["Tarsis", "Tarsis signe"]
    assert desk.spans[0].value == "lu"


@pytest.mark.parametrize("fields", [{"start": 99}, {"end": 10_000}, {"start": -1}, {"label": "GONE"}])
def test_an_impossible_edit_is_refused_and_changes_nothing(desk, fields):
    desk.mark(*at("Tarsis"), "ACTOR")
    before = desk.spans
    with pytest.raises(UserError):
        desk.edit(desk.spans[0].key, **fields)
    assert desk.spans == before
    as_in_the_file(desk)


def test_a_retired_label_takes_no_new_spans(desk, project, reopen):
    desk.mark(*at("Tarsis"), "ACTOR")
    toml = (project.folder / SCHEME).read_text(encoding="utf-8")
    start = toml.index("[[label]]")
    (project.folder / SCHEME).write_text(toml[:start] + toml[toml.index("[[label]]", start + 1) :], encoding="utf-8")
    reopen()
    desk.reload()
    for act in (
        lambda: desk.mark(*at("Otan"), "ACTOR"),
        lambda: desk.edit(find(desk, "samedi 12 juillet").key, label="ACTOR"),
    ):
        with pytest.raises(UserError, match="plus en usage"):
            act()
    desk.edit(desk.spans[0].key, value="Tarsis")
    assert desk.spans[0].value == "Tarsis"


def test_state_and_date_are_acts_like_others(desk, project):
    assert desk.set_state(State.TODO) is None
    desk.set_state(State.DONE)
    desk.set_date("2025-07-13")
    assert desk.article is not None
    assert (desk.article.date, desk.article.date_origin) == ("2025-07-13", DateOrigin.CONFIRMED)
    assert desk.set_date("2025-07-13") is None
    as_in_the_file(desk)
    desk.mark(*at("Tarsis"), "ACTOR")
    assert desk.state is State.DONE, "a finished article stays so while it is corrected"
    for _ in range(3):
        desk.undo()
    assert desk.article is not None
    assert (desk.state, desk.article.date, desk.article.date_origin) == (State.TODO, None, DateOrigin.UNKNOWN)
    desk.set_state(State.SKIPPED)
    desk.mark(*at("Tarsis"), "ACTOR")
    assert desk.state is State.STARTED
    as_in_the_file(desk)


def test_undo_reaches_back_through_restarts_and_other_articles(desk, project, reopen):
    for n in range(30):
        desk.mark(n, n + 1, "ACTOR", by_character=True)
    desk.open(key_of(project, "crue"))
    desk.mark(*at("l’Élysée 🇫🇷", FLOOD), "ACTOR", by_character=True)
    assert desk.article is not None
    reopen()
    desk = Desk(project)
    assert desk.undoable == "Étiqueté « l’Élysée 🇫🇷 » comme Acteur"
    touched = [desk.undo() for _ in range(31)]
    assert all(change is not None for change in touched)
    assert {article for change in touched if change for article in change.articles} == {
        key_of(project, "crue"),
        key_of(project, "traité"),
    }
    assert desk.undo() is None
    assert desk.undoable is None
    reopen()
    desk = Desk(project)
    while desk.redo():
        pass
    desk.open(key_of(project, "traité"))
    assert len(desk.spans) == 30
    desk.open(key_of(project, "crue"))
    assert words(desk) == [("l’Élysée 🇫🇷", "ACTOR")]
    assert desk.redoable is None


def test_a_new_act_ends_what_could_be_redone(desk):
    desk.mark(*at("Tarsis"), "ACTOR")
    desk.undo()
    assert desk.redoable == "Étiqueté « Tarsis » comme Acteur"
    desk.mark(*at("Otan"), "ACTOR")
    assert desk.redoable is None
    assert desk.redo() is None
    desk.undo()
    assert desk.spans == ()


def test_an_undone_span_comes_back_with_its_key(desk):
    desk.mark(*at("Tarsis"), "ACTOR")
    key = desk.spans[0].key
    desk.undo()
    desk.redo()
    desk.edit(key, value="Tarsis")
    assert desk.spans[0].key == key
    as_in_the_file(desk)


@pytest.mark.parametrize(
    ("name", "text", "drawn", "found"),
    [
        ("calme", CALM, "e\u0301te\u0301", "e\u0301te\u0301"),
        ("calme", CALM, "😀 à Tarsis.\u2028", "😀 à Tarsis"),
        ("calme", CALM, "3\u00a0%", "3\u00a0%"),
        ("crue", FLOOD, "25\u202f000", "25\u202f000"),
        ("crue", FLOOD, "🇫🇷.\r\n", "🇫🇷"),
        ("crue", FLOOD, "préfet", "préfet"),
    ],
)
def test_offsets_are_code_points_of_the_text_as_it_is(project, name, text, drawn, found):
    desk = Desk(project)
    desk.open(key_of(project, name))
    desk.mark(*at(drawn, text), "ACTOR")
    assert words(desk) == [(found, "ACTOR")]
    assert text[desk.spans[0].start : desk.spans[0].end] == found
    as_in_the_file(desk)


def test_a_suggestion_retired_behind_the_desk_does_not_come_back_by_undo(desk, project, monkeypatch):
    monkeypatch.setattr(verb, "rules", lambda others=(): [Fake(name="rules", version="2")])
    stale = find(desk, "Ilan Vorga")
    suggest(project)
    desk.accept(stale.key)
    desk.undo()
    assert desk.pending == ()
    as_in_the_file(desk)


@pytest.mark.parametrize("value", ["a\0b", ("Vorga", "\0")])
def test_a_value_with_a_nul_is_refused_and_changes_nothing(project, value):
    desk = Desk(project)
    desk.open(key_of(project, "traité"))
    made = desk.mark(0, 5, "ACTOR", by_character=True)
    assert made is not None
    (span,) = (one for one in desk.spans if (one.start, one.end) == (0, 5))
    with pytest.raises(UserError, match="nul"):
        desk.edit(span.key, value=value)
    assert desk.span(span.key) == span
    again = Desk(project)
    again.open(key_of(project, "traité"))
    assert again.span(span.key) == span
    assert desk.edit(span.key, value="\\u0000") is not None
