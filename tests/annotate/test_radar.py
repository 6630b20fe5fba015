"""The consistency radar: what it sees of planted faults, what it leaves alone, and fixes that are one act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from depeche.annotate.desk import Desk
from depeche.annotate.radar import mending
from depeche.annotate.radar.finding import REMARKS, Finding, Kind
from depeche.annotate.radar.radar import Radar
from depeche.annotate.registry import Registry
from depeche.core.actor import Actor
from depeche.core.article import Article, DateOrigin, State
from depeche.core.change import Change, Part, Standing
from depeche.core.ids import new_key
from depeche.core.progress import Cancelled, Progress
from depeche.core.scheme import parse_scheme
from depeche.core.span import Span
from depeche.core.suggestion import Outcome
from depeche.store import articles, journal
from depeche.store.project import Project
from depeche.suggest.lore import Lore
from tests.annotate import faults
from tests.fixtures import guess, key_of, make_project, propose

SEEDS = (0, 1, 2, 3, 4)


@pytest.mark.parametrize("seed", SEEDS)
def test_of_fifty_planted_faults_at_least_48_are_found_and_at_most_5_findings_are_false(
    tmp_path: Path, seed: int
) -> None:
    texts, planted = faults.planted(seed)
    with faults.into_project(tmp_path / "p", texts) as project:
        found = look(project).findings
        names = names_of(project)
    missed = list(faults.missed(found, planted, names))
    false = list(faults.false(found, planted, names))
    print(f"seed {seed}: {len(planted) - len(missed)} of {len(planted)} found, {len(false)} false")
    assert len(planted) == 50
    assert len(planted) - len(missed) >= 48, missed
    assert len(false) <= 5, [(one.kind, one.words, one.sentence) for one in false]


def test_the_sample_as_it_is_gives_next_to_no_findings(tmp_path: Path) -> None:
    with faults.into_project(tmp_path / "p", faults.sample()) as project:
        found = look(project).findings
    doubts = [one for one in found if one.kind not in REMARKS]
    assert len(doubts) <= 3, [(one.kind, one.words, one.sentence) for one in doubts]


def test_every_quote_without_speaker_is_told_of_last_where_the_text_names_nobody(tmp_path: Path) -> None:
    texts = faults.sample()
    silent = {one.key for text in texts for one in text.spans if one.label == "QUOTE" and not one.value}
    with faults.into_project(tmp_path / "p", texts) as project:
        found = look(project).findings
    told = [one for one in found if one.kind in (Kind.SPEAKER, Kind.UNSPOKEN)]
    assert {key for one in told for key in one.spans} == silent
    assert [one.kind for one in found][-len(told) + 1 :] == [Kind.UNSPOKEN] * (len(told) - 1)
    assert not any(one.mends for one in told if one.kind is Kind.UNSPOKEN)


def test_what_is_renewed_after_an_act_is_what_a_fresh_look_would_find(tmp_path: Path) -> None:
    texts, _ = faults.planted(11)
    with faults.into_project(tmp_path / "p", texts) as project:
        radar = look(project)
        desk = Desk(project)
        for name in [text.name for text in texts][::5]:
            desk.open(key_of(project, name))
            actors = [span for span in desk.spans if span.label == "ACTOR"]
            desk.remove(actors[0].key)
            desk.edit(actors[-1].key, value="Quelqu’un d’autre")
            desk.mark(actors[0].start, actors[0].end, "DATE", by_character=True)
            radar.renew([key_of(project, name)])
            assert named(radar.findings) == named(look(project).findings)
        while desk.undo() is not None and desk.undoable != "Repris":
            pass
        radar.renew([key_of(project, text.name) for text in texts])
        assert named(radar.findings) == named(look(project).findings)


def test_every_fix_of_a_kind_is_one_act_that_mends_it_and_one_undo_takes_back(tmp_path: Path) -> None:
    texts, _ = faults.planted(7)
    with faults.into_project(tmp_path / "p", texts) as project:
        radar, desk = look(project), Desk(project)
        for kind in Kind:
            before = [one for one in radar.findings if one.kind is kind and one.mends]
            if not before:
                continue
            last = desk.undoable
            repair = mending.plan(project, before, Lore(project.scheme).read)
            change = mending.carry_out(desk, repair)
            assert change is not None, kind
            assert repair.times >= 1
            radar.renew(change.articles)
            left = {one.name for one in radar.findings}
            mended = [one.name not in left for one in before]
            assert sum(mended) >= 0.7 * len(before), (kind, before)
            assert no_flat_spans_overlap_anew(project, desk, change)
            desk.undo()
            radar.renew(change.articles)
            assert {one.name for one in before} <= {one.name for one in radar.findings}
            assert desk.undoable == last


# --- one fault at a time, in a world of one's own

SUMMIT = (
    "Sommet à Belmare\n\nLe président Ilan Vorga a reçu samedi 12 juillet la ministre Olga Brask. "
    "« Nous irons au bout », a déclaré Ilan Vorga. Quelque 600 soldats ont quitté la vallée, "
    "selon l’Alliance du Nord.\n"
)
REPLY = "La réponse\n\nIlan Vorga n’a pas répondu à l’Alliance du Nord. Le président Ilan Vorga part mardi.\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two articles of 13 July 2025, a Sunday."""
    with make_project(tmp_path / "radar", {}) as made:
        with made.write() as db:
            for name, text in (("sommet", SUMMIT), ("réponse", REPLY)):
                articles.put(db, Article(text, name, name, "2025-07-13", DateOrigin.GIVEN), "test")
        yield made


@pytest.mark.parametrize(
    ("words", "label", "fields", "kind", "after"),
    [
        ("Ilan Vorga ", "ACTOR", {"kind": "PER", "value": "Ilan Vorga"}, Kind.EDGE, "Ilan Vorga"),
        ("l’Alliance du Nord.", "ACTOR", {"kind": "ORG", "value": "Alliance du Nord"}, Kind.EDGE, "Alliance du Nord"),
        ("Le président Ilan Vorga", "ACTOR", {"kind": "PER", "value": "Ilan Vorga"}, Kind.GUIDE, "Ilan Vorga"),
        ("la ministre", "ACTOR", {"kind": "PER", "value": "Olga Brask"}, Kind.GUIDE, None),
        ("soldats", "ACTOR", {"kind": "GRP", "value": "soldats"}, Kind.GUIDE, None),
        ("« Nous irons au bout", "QUOTE", {"value": "Ilan Vorga"}, Kind.MARKS, "« Nous irons au bout »"),
    ],
)
def test_one_fault_is_seen_and_mended(
    project: Project, words: str, label: str, fields: dict[str, str], kind: Kind, after: str | None
) -> None:
    put(project, "sommet", span(SUMMIT, words, label, **fields))
    (one,) = (one for one in look(project).findings if one.kind is not Kind.UNLABELLED)
    assert (one.kind, one.number) == (kind, 1)
    mend(project, one)
    assert [SUMMIT[s.start : s.end] for s in spans(project, "sommet")] == ([after] if after else [])
    assert [one for one in look(project).findings if one.kind is not Kind.UNLABELLED] == []


def test_a_kind_that_the_label_doesnt_have_is_named_and_mended_where_the_words_say_which(project: Project) -> None:
    put(
        project,
        "sommet",
        span(SUMMIT, "Ilan Vorga", "ACTOR", kind="HUM", value="Ilan Vorga"),
        span(SUMMIT, "samedi 12 juillet", "DATE", kind="JOUR", value="2025-07-12"),
    )
    found = {one.words: one for one in look(project).findings if one.kind is Kind.FOREIGN}
    assert set(found) == {"Ilan Vorga", "samedi 12 juillet"}
    assert "« HUM » n’est pas un genre de Acteur" in " ".join(found["Ilan Vorga"].sentence.split())
    assert found["samedi 12 juillet"].mends == ()
    mend(project, found["Ilan Vorga"])
    assert {one.kind for one in spans(project, "sommet") if one.label == "ACTOR"} == {"PER"}
    assert [one.words for one in look(project).findings if one.kind is Kind.FOREIGN] == ["samedi 12 juillet"]


def test_values_are_read_where_words_have_them(project: Project) -> None:
    put(
        project,
        "sommet",
        span(SUMMIT, "Quelque 600", "FIGURE"),
        span(SUMMIT, "samedi 12 juillet", "DATE"),
        span(SUMMIT, "Ilan Vorga", "ACTOR", kind="PER", value="Ilan Vorga"),
        span(SUMMIT, "Ilan Vorga", "ACTOR", 1, kind="PER", value="Ilan Vorga"),
        span(SUMMIT, "« Nous irons au bout »", "QUOTE", kind="direct"),
    )
    found = {one.kind: one for one in look(project).findings}
    assert set(found) >= {Kind.FIGURE, Kind.DATE, Kind.SPEAKER}
    for kind in (Kind.FIGURE, Kind.DATE, Kind.SPEAKER):
        mend(project, found[kind])
    values = {s.label: s.value for s in spans(project, "sommet")}
    assert (values["FIGURE"], values["DATE"], values["QUOTE"]) == ("~600", "2025-07-12", "Ilan Vorga")


def test_a_weekday_that_does_not_fit_is_seen_and_its_value_read_anew(project: Project) -> None:
    put(project, "sommet", span(SUMMIT, "samedi 12 juillet", "DATE", value="2025-07-14"))
    put(project, "réponse", span(REPLY, "mardi", "DATE", value="2025-07-15"))
    (one,) = look(project).findings
    assert one.kind is Kind.WEEKDAY
    assert "lundi" in one.sentence
    mend(project, one)
    assert [s.value for s in spans(project, "sommet")] == ["2025-07-12"]


def test_a_written_date_on_another_day_of_the_week_is_shown_but_the_text_is_never_changed(project: Project) -> None:
    text = "Vote\n\nLe vote du mardi 12 juillet 2025 est reporté.\n"
    with project.write() as db:
        articles.put(db, Article(text, "vote", "vote", "2025-07-13", DateOrigin.GIVEN), "test")
    put(project, "vote", span(text, "mardi 12 juillet 2025", "DATE", value="2025-07-12"))
    (one,) = look(project).findings
    assert (one.kind, one.mends) == (Kind.WEEKDAY, ())
    assert "samedi" in one.sentence


def test_the_registry_decides_which_name_stays(project: Project) -> None:
    put(project, "sommet", span(SUMMIT, "Alliance du Nord", "ACTOR", kind="ORG", value="Alliance du Nord"))
    put(project, "réponse", span(REPLY, "Alliance du Nord", "ACTOR", kind="ORG", value="Alliance boréale"))
    Registry(Desk(project)).put(Actor("Pacte boréal", "ACTOR", "ORG", aliases=("Alliance boréale", "Alliance du Nord")))
    found = [one for one in look(project).findings if one.kind is Kind.NAMES]
    assert len(found) == 2
    repair = mending.plan(project, found)
    assert (repair.times, repair.articles) == (2, 2)
    mending.carry_out(Desk(project), repair)
    assert {s.value for name in ("sommet", "réponse") for s in spans(project, name)} == {"Pacte boréal"}


def test_words_marked_here_are_proposed_there_and_a_suggestion_that_waits_counts_as_judged(project: Project) -> None:
    vorga = {"kind": "PER", "value": "Ilan Vorga"}
    put(
        project, "sommet", span(SUMMIT, "Ilan Vorga", "ACTOR", **vorga), span(SUMMIT, "Ilan Vorga", "ACTOR", 1, **vorga)
    )
    (waits,) = propose(project, "réponse", guess(REPLY, "Ilan Vorga", "ACTOR", **vorga))
    put(project, "réponse")
    found = look(project).findings
    assert [(one.kind, one.number, one.words) for one in found] == [(Kind.UNLABELLED, 2, "Ilan Vorga")] * 2
    mend(project, *found)
    desk = opened(project, "réponse")
    assert [(desk.text_of(s), s.value) for s in desk.spans] == [("Ilan Vorga", "Ilan Vorga")] * 2
    assert desk.verdicts[waits.key].outcome is Outcome.ACCEPTED
    assert look(project).findings == []


def test_what_was_refused_or_is_not_reached_yet_is_no_finding(project: Project) -> None:
    vorga = {"kind": "PER", "value": "Ilan Vorga"}
    put(
        project, "sommet", span(SUMMIT, "Ilan Vorga", "ACTOR", **vorga), span(SUMMIT, "Ilan Vorga", "ACTOR", 1, **vorga)
    )
    (first,) = propose(project, "réponse", guess(REPLY, "Ilan Vorga", "ACTOR", **vorga))
    desk = opened(project, "réponse")
    desk.reject(first.key)  # begins the article; nobody has read on
    assert look(project).findings == []
    desk.set_state(State.DONE)
    assert [one.start for one in look(project).findings] == [REPLY.rindex("Ilan Vorga")]


def test_a_fix_pushes_no_other_span_aside_and_leaves_what_changed_meanwhile(project: Project) -> None:
    put(project, "sommet", span(SUMMIT, "Vorga a reçu ", "ACTOR", value="x"), span(SUMMIT, "samedi 12 juillet", "DATE"))
    found = look(project).findings
    opened(project, "sommet").edit(spans(project, "sommet")[0].key, value="y")
    wanted = [one for one in found if one.kind is Kind.EDGE]
    assert wanted
    assert mending.plan(project, wanted).parts == ()


def test_what_is_meant_so_stays_away_and_comes_back_with_an_undo(project: Project) -> None:
    put(project, "sommet", span(SUMMIT, "la ministre", "ACTOR", kind="PER", value="Olga Brask"))
    radar, desk = look(project), Desk(project)
    (one,) = radar.findings
    change = mending.set_aside(desk, [one])
    assert change is not None
    assert "la ministre" in change.title
    radar.renew([])
    assert radar.findings == []
    assert look(project).findings == []
    desk.undo()
    radar.renew([])
    assert radar.findings == [one]
    desk.redo()
    assert look(project).findings == []


def test_a_look_can_be_stopped(project: Project) -> None:
    put(project, "sommet")

    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        Radar(project, Lore(project.scheme)).look(stop)


def test_other_schemes_have_other_labels_and_nothing_is_said_of_what_they_lack(tmp_path: Path) -> None:
    toml = '[[label]]\nlabel = "LIEU"\nvalue = "text"\n[[label]]\nlabel = "MOT"\nnests = true\n'
    assert parse_scheme(toml, "x")
    with Project.create(tmp_path / "p", toml, "Claire") as project:
        with project.write() as db:
            articles.put(db, Article(SUMMIT, "sommet", "sommet"), "test")
        put(project, "sommet", span(SUMMIT, "vallée,", "LIEU"), span(SUMMIT, "Quelque 600", "MOT"))
        (one,) = look(project).findings
        assert one.kind is Kind.EDGE


@pytest.mark.parametrize(("times", "wrong"), [(3, "DATE"), (3, "FIGURE"), (1, "FIGURE")])
def test_a_label_given_wrongly_almost_everywhere_is_told_of_and_mended_by_what_the_rules_know(
    tmp_path: Path, times: int, wrong: str
) -> None:
    texts = [f"Titre {n}\n\nMoscou a répondu mardi, dit-on.\n" for n in range(times + 1)]
    with make_project(tmp_path / "p", {f"n{n}": text for n, text in enumerate(texts)}) as project:
        put(project, "n0", span(texts[0], "Moscou", "ACTOR", kind="GPE", value="Russie"))
        for n in range(times):
            put(project, f"n{n + 1}", span(texts[n + 1], "Moscou", wrong))
        found = [one for one in look(project).findings if one.kind is Kind.LABEL]
        assert [one.number for one in found] == list(range(2, times + 2))
        mend(project, *found)
        there = [one for n in range(times + 1) for one in spans(project, f"n{n}") if one.label != "DATE"]
        assert {(one.label, one.value) for one in there} == {("ACTOR", "Russie")}
        assert [one for one in look(project).findings if one.kind is Kind.LABEL] == []


def test_of_unknown_words_what_can_be_no_date_is_none_though_most_say_so(tmp_path: Path) -> None:
    texts = [f"Titre {n}\n\nHier, on a parlé de Velmarine.\n" for n in range(4)]
    with make_project(tmp_path / "p", {f"n{n}": text for n, text in enumerate(texts)}) as project:
        put(project, "n0", span(texts[0], "Velmarine", "ACTOR", kind="GPE", value="Velmarine"))
        for n in (1, 2, 3):
            put(project, f"n{n}", span(texts[n], "Velmarine", "DATE"))
        found = [one for one in look(project).findings if one.kind is Kind.LABEL]
        assert [(one.number, one.mends[0].new.label) for one in found if one.mends[0].new] == [
            (2, "ACTOR"), (3, "ACTOR"), (4, "ACTOR"),
        ]  # fmt: skip


def test_where_nothing_says_which_label_is_meant_both_are_shown_and_none_is_chosen(tmp_path: Path) -> None:
    toml = '[[label]]\nlabel = "LIEU"\nvalue = "text"\n[[label]]\nlabel = "NAVIRE"\nvalue = "text"\n'
    text = "Le Velmarine est là.\n"
    with Project.create(tmp_path / "p", toml, "Claire") as project:
        for name, label in (("a", "LIEU"), ("b", "NAVIRE")):
            with project.write() as db:
                articles.put(db, Article(f"{name}. {text}", name, name), "test")
            put(project, name, span(f"{name}. {text}", "Velmarine", label))
        (one,) = look(project).findings
        assert (one.kind, one.mends) == (Kind.LABEL, ())


def test_a_registered_name_is_minded_as_soon_as_it_is_registered(project: Project) -> None:
    put(project, "sommet", span(SUMMIT, "Belmare", "ACTOR", kind="GPE", value="Belmare"))
    put(project, "réponse", span(REPLY, "Ilan Vorga", "ACTOR", kind="PER", value="Ilan Vorga"))
    radar = look(project)
    Registry(Desk(project)).put(Actor("Belmare", "ACTOR", "GPE"))
    radar.renew([])
    assert named(radar.findings) == named(look(project).findings)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("« Non. Il dort. Le lundi 13 juillet 2025 fut gris.", True),
        ("« Non. Il dort.\n\n« Oui. Il veille »", False),
        ("« Il dit “non. Puis il dort »", True),
        ("« Il dit “non”. Puis il dort »", False),
    ],
)
def test_marks_that_open_in_vain_are_told_of_in_a_quote(tmp_path: Path, words: str, told: bool) -> None:
    text = f"Titre\n\nIl a dit : {words}\n"
    with make_project(tmp_path / "p", {"un": text}) as project:
        put(project, "un", span(text, words, "QUOTE", kind="direct"))
        kinds = {one.kind for one in look(project).findings}
    assert (Kind.UNCLOSED in kinds) == told
    assert kinds & {Kind.UNSPOKEN, Kind.SPEAKER}


# --- helpers


def look(project: Project) -> Radar:
    radar = Radar(project, Lore(project.scheme))
    radar.look()
    return radar


def names_of(project: Project) -> dict[str, str]:
    with project.read() as db:
        return {one.key: one.name for one in articles.after(db, 0, 1000)}


def named(found: list[Finding]) -> list[tuple[str, str]]:
    return sorted((one.name, one.sentence) for one in found)


def span(text: str, words: str, label: str, nth: int = 0, **fields: str) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words), label, key=new_key(), **fields)  # type: ignore[arg-type]


def put(project: Project, name: str, *ones: Span) -> None:
    """Finish an article with these spans, past all that the desk would see to."""
    part = Part(key_of(project, name), (Standing(State.TODO),), (*ones, Standing(State.DONE)))
    with project.write() as db:
        journal.do(db, Change("Repris", (part,)), project.annotator)


def opened(project: Project, name: str) -> Desk:
    desk = Desk(project)
    desk.open(key_of(project, name))
    return desk


def spans(project: Project, name: str) -> tuple[Span, ...]:
    return opened(project, name).spans


def mend(project: Project, *found: Finding) -> None:
    change = mending.carry_out(Desk(project), mending.plan(project, found, Lore(project.scheme).read))
    assert change is not None


def no_flat_spans_overlap_anew(project: Project, desk: Desk, change: Change) -> bool:
    for part in change.parts:
        come = [one for one in part.after if isinstance(one, Span) and not project.scheme.nests(one.label)]
        desk.open(part.article or "")
        others = [one for one in desk.spans if not project.scheme.nests(one.label)]
        old = [one for one in part.before if isinstance(one, Span)]
        for one in come:
            for other in others:
                if other.key != one.key and one.start < other.end and other.start < one.end:
                    before = next((was for was in old if was.key == one.key), replace(one, start=0, end=0))
                    if not (before.start < other.end and other.start < before.end):
                        return False
    return True
